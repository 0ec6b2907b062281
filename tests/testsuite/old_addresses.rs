//! Addresses that documents had, and the file of `redirects`: what leads nowhere, twice, or away from a page is
//! found in its line.

use crate::site::refusal::good;
use crate::site::{Preview, Site};

const FILE: &str = "old.csv";

/// A site with a file of old addresses.
fn with(lines: &str) -> Site {
    good()
        .setting(&format!("redirects: {FILE}\n"))
        .file(FILE, lines)
}

/// What is found in the file, each with its line.
fn found(lines: &str) -> Vec<(u64, String)> {
    let checked = with(lines).check();
    let own = checked.findings().iter().filter(|it| it.path == FILE);
    let own = own.inspect(|it| assert!(it.severity == "error" && !it.help.is_empty(), "{it:?}"));
    own.map(|it| (it.line, it.message.clone())).collect()
}

#[test]
fn what_is_whole_is_not_spoken_of() {
    let lines = "From,To,Language\n\
        /old/leave,doc:policy/leave,en\n\
        old/leave.asp?id=3,/en/policy/leave/#twenty,\n\
        /old/version,/en/policy/leave/2020-01-01/,en\n\
        /old/place,doc:policy/leave#twenty,en\n\
        /old/pinned,doc:policy/leave/2020-01-01,cy\n\
        /old/changes,/en/policy/leave/changes/2020-01-01/2024-04-01/,en\n\
        /old/all,/cy/newidiadau/,cy\n\
        https://old.example/en/policy/,/en/policy/,en\n\
        /old/elsewhere,https://elsewhere.example/x,en\n\
        /old/leave,doc:policy/leave,en\n\
        /en/policy/?print,/en/policy/,en\n";
    assert_eq!(found(lines), []);
    let built = with(lines).build();
    let map = built.output().text("redirects/nginx.map");
    let line = "\"/old/leave\" \"https://rules.example/en/policy/leave/\"";
    for to in [
        "en/policy/leave/#twenty",
        "cy/polisi/absenoldeb/2020-01-01/",
    ] {
        assert!(
            map.contains(&format!("\"https://rules.example/{to}\"")),
            "{map}"
        );
    }
    // A server refuses a map that has a path twice.
    assert_eq!(map.matches(line).count(), 1, "{map}");
}

#[test]
fn an_address_of_more_than_one_line_would_break_the_maps() {
    let lines = "from,to,language\n\
        \"/old/a\nb\",doc:policy/leave,en\n\
        /old/c,\"https://elsewhere.example/x\ny\",en\n\
        /old/d,/en/policy/?q=a\tb,en\n";
    let expected = [
        (2, "the old address has a line break or a tab in it"),
        (4, "the new address has a line break or a tab in it"),
        (6, "the new address has a line break or a tab in it"),
    ];
    let expected = expected.map(|(line, message)| (line, message.to_owned()));
    assert_eq!(found(lines), expected);
}

#[test]
fn what_a_server_would_read_as_a_variable_is_encoded() {
    let lines = "from,to,language\n\
        /old/$a,https://elsewhere.example/$x?q=$request_uri&r=${host},en\n";
    assert_eq!(found(lines), []);
    let built = with(lines).build();
    let map = built.output().text("redirects/nginx.map");
    let line = "\"/old/$a\" \"https://elsewhere.example/%24x?q=%24request_uri&r=%24{host}\";";
    assert!(map.contains(line), "{map}");
}

#[test]
fn a_file_without_its_heading_loses_no_line() {
    let heading = "the first line is not the heading `from,to,language`";
    let lines = "/old/a,/en/nope/,en\n/old/b,doc:policy/leave,en\n";
    let expected = [
        (1, heading.to_owned()),
        (1, "the site has nothing at `/en/nope/`".to_owned()),
    ];
    assert_eq!(found(lines), expected);
}

#[test]
fn a_line_of_which_a_part_would_be_lost_is_found() {
    let lines = "old,new,language\n\
        /old/a#x,doc:policy/leave,en\n\
        /old/b,https://elsewhere.example/?a=1,2,en\n\
        ~^/old/c.*,doc:policy/leave,en\n";
    let told = [
        (1, "the first line is not"),
        (2, "what stands behind `#`"),
        (3, "more than three parts"),
        (4, "is a pattern"),
    ];
    let found = found(lines);
    assert_eq!(found.len(), told.len(), "{found:?}");
    for ((line, message), (at, says)) in found.iter().zip(told) {
        assert!(*line == at && message.contains(says), "{found:?}");
    }
}

#[test]
fn a_line_that_leads_to_what_is_published_later_is_left_out() {
    let site =
        with("from,to,language\n/old/pay,doc:policy/pay,en\n/old/leave,doc:policy/leave,en\n")
            .text("policy/pay/2030-01-01/en.md", "# Pay\n\nMonthly.\n")
            .text("policy/pay/2030-01-01/cy.md", "# Tâl\n\nBob mis.\n");
    let built = site.build();
    assert!(
        built
            .run()
            .stderr
            .contains("`policy/pay` before 2030-01-01")
    );
    let map = built.output().text("redirects/nginx.map");
    assert!(
        map.contains("/old/leave") && !map.contains("/old/pay"),
        "{map}"
    );
}

#[test]
fn a_file_whose_parts_no_comma_keeps_apart_is_one_finding() {
    for (sign, name) in [(";", "semicolons"), ("\t", "tabs")] {
        let lines = "from,to,language\n/old/a,doc:policy/leave,en\n".replace(',', sign);
        let message = format!("the parts of this line are kept apart by {name}, and not by commas");
        assert_eq!(found(&lines), [(1, message)]);
    }
}

#[test]
fn the_document_that_a_line_may_be_meant_for_is_named() {
    let message = "there is no document `policy/laeve`; perhaps `policy/leave` is meant";
    let lines = "from,to,language\n/old/a,doc:policy/laeve,en\n";
    assert_eq!(found(lines), [(2, message.to_owned())]);
}

#[test]
fn each_line_that_leads_nowhere_twice_or_away_from_a_page_is_found() {
    let lines = "from,to,language\n\
        /old/a,/en/nope/,en\n\
        \n\
        /old/b,/en/policy/leave/2021-01-01/,en\n\
        /old/c,doc:policy/leave,en\n\
        https://old.example/Old/C,/en/policy/,en\n\
        /en/policy/leave/,/en/policy/,en\n\
        https://rules.example/cy/polisi/absenoldeb/,/cy/polisi/,cy\n\
        /old/d,/en/policy/leave/changes/2024-04-01/2020-01-01/,en\n\
        /old/e,/en/changes/2019/,en\n";
    let expected = [
        (2, "the site has nothing at `/en/nope/`"),
        (4, "the site has nothing at `/en/policy/leave/2021-01-01/`"),
        (
            6,
            "`https://old.example/Old/C` leads to another address already",
        ),
        (
            7,
            "`/en/policy/leave/` is the address of a page of this site",
        ),
        (
            8,
            "`https://rules.example/cy/polisi/absenoldeb/` is the address of a page of this site",
        ),
        (
            9,
            "the site has nothing at `/en/policy/leave/changes/2024-04-01/2020-01-01/`",
        ),
        (10, "the site has nothing at `/en/changes/2019/`"),
    ];
    let expected = expected.map(|(line, message)| (line, message.to_owned()));
    assert_eq!(found(lines), expected);
}

#[test]
fn every_page_and_feed_of_a_document_has_its_former_address() {
    let site = good().yaml(
        "policy/leave/document.yaml",
        "slug: {en: leave, cy: absenoldeb}\nformer_addresses: {en: policy/holidays, cy: polisi/gwyliau}\n",
    );
    let built = site.build();
    let map = built.output().text("redirects/nginx.map");
    let files = built.output().snapshot();
    for (own, former) in [
        ("en/policy/leave/", "en/policy/holidays/"),
        ("cy/polisi/absenoldeb/", "cy/polisi/gwyliau/"),
    ] {
        let below = files.keys().filter_map(|file| file.strip_prefix(own));
        let below: Vec<&str> = below.collect();
        assert!(below.contains(&"changes/feed.xml") || below.contains(&"newidiadau/feed.xml"));
        assert!(
            below
                .iter()
                .any(|file| file.starts_with("2020-01-01/both-languages/")
                    || file.starts_with("2020-01-01/dwyieithog/"))
        );
        for file in below {
            let rest = file.trim_end_matches("index.html");
            let line = format!("\"/{former}{rest}\" \"https://rules.example/{own}{rest}\";");
            assert!(map.contains(&line), "{line}\n{map}");
            if file.ends_with("index.html") {
                let page = built.output().page(&format!("{former}{rest}"));
                assert!(page.leads_to(&format!("{own}{rest}")), "{rest}");
            }
        }
    }
}

#[test]
fn a_former_address_that_is_given_twice_is_told_what_to_do() {
    let site = good().yaml(
        "policy/leave/document.yaml",
        "slug: {en: leave, cy: absenoldeb}\nformer_addresses: [policy/holidays, policy/holidays]\n",
    );
    let checked = site.check();
    let found = checked.of_code("address-collision");
    assert!(!found.is_empty());
    for found in found {
        assert_eq!(found.path, "content/policy/leave/document.yaml");
        assert_eq!(
            found.help,
            "Take it out of `former_addresses`: an address can lead to one place alone."
        );
    }
}

/// The maps of a site that lies below a path of its host, a line an address.
fn maps_below_a_path(lines: &str) -> [String; 2] {
    let base = "https://rules.example/";
    let site = with(lines).yaml(
        "policy/leave/document.yaml",
        "slug: {en: leave, cy: absenoldeb}\nformer_addresses: {en: policy/holidays, cy: polisi/gŵyl fanc}\n",
    );
    let config = site.folder().join("site.yaml");
    let yaml = std::fs::read_to_string(&config).unwrap();
    assert!(yaml.contains(base), "{yaml}");
    let below = yaml.replace(base, "https://rules.example/staff/rules/");
    std::fs::write(&config, below).unwrap();
    let built = site.build();
    let map = |server: &str| built.output().text(&format!("redirects/{server}.map"));
    [map("nginx"), map("apache")]
}

#[test]
fn the_maps_have_each_old_address_as_servers_are_asked_for_it() {
    let lines = "from,to,language\n\
        https://old.example/old/tŷ.aspx?q=tŷ,doc:policy/leave,en\n\
        /old/t%C5%B7.aspx,doc:policy/leave,en\n\
        /old/tŷ.aspx,doc:policy/leave,en\n\
        /old/leave policy.aspx,doc:policy/leave,en\n\
        /en/policy/leave/,doc:policy/leave,en\n";
    let [nginx, apache] = maps_below_a_path(lines);
    let leave = "https://rules.example/staff/rules/en/policy/leave/";
    let gone = "https://rules.example/staff/rules/cy/polisi/absenoldeb/";
    for (from, to) in [
        ("/staff/rules/en/policy/holidays/", leave),
        ("/staff/rules/cy/polisi/g%C5%B5yl%20fanc/", gone),
        ("/old/t%C5%B7.aspx?q=t%C5%B7", leave),
        ("/old/t%C5%B7.aspx", leave),
        ("/old/leave%20policy.aspx", leave),
        // On the host that is no address of this site.
        ("/en/policy/leave/", leave),
    ] {
        let line = format!("\"{from}\" \"{to}\";\n");
        assert_eq!(nginx.matches(&line).count(), 1, "{line}{nginx}");
        let line = format!("{from} {to}\n");
        assert!(apache.contains(&line), "{line}{apache}");
    }
}

#[test]
fn an_old_address_that_lacks_the_path_of_the_site_is_spoken_of() {
    let base = "base_url: https://rules.example/";
    let lines =
        "from,to,language\n/en/old/,doc:policy/leave,en\n/rules/en/older/,doc:policy/leave,en\n";
    let site = with(lines).replaced("site.yaml", base, "base_url: https://rules.example/rules/");
    let checked = site.check();
    let own = checked.findings().iter().filter(|it| it.path == FILE);
    let own: Vec<_> = own
        .map(|it| (it.line, it.severity.as_str(), it.help.as_str()))
        .collect();
    let help = "Write `/rules/en/old/` if it was an address of this site.";
    assert_eq!(own, [(2, "warning", help)]);
}

#[test]
fn one_old_address_is_one_however_it_is_encoded() {
    let lines = "from,to,language\n\
        /old/tŷ,doc:policy/leave,en\n\
        /old/t%C5%B7,/en/policy/,en\n\
        \"/old/a\tb\",/en/policy/,en\n";
    let expected = [
        (
            3,
            "`/old/t%C5%B7` leads to another address already".to_owned(),
        ),
        (
            4,
            "the old address has a line break or a tab in it".to_owned(),
        ),
    ];
    assert_eq!(found(lines), expected);
}

#[test]
fn a_preview_has_the_maps_of_a_build() {
    let site = with("from,to,language\n/old/leave,doc:policy/leave,en\n");
    let built = site.build();
    let preview = Preview::of(site.folder());
    for map in ["redirects/nginx.map", "redirects/apache.map"] {
        assert_eq!(
            preview.get(&format!("/{map}")).text(),
            built.output().text(map)
        );
    }
}
