//! Every link of the example's output leads to something, at the root of a server and below it.

use std::collections::{BTreeMap, BTreeSet};

use crate::site::refusal::good;
use crate::site::{Link, Output, Page, Site, has_scheme, resolve};

/// What is wrong with the links of an output, as lines to read.
struct Faults<'a> {
    output: &'a Output,
    ids: BTreeMap<String, BTreeSet<String>>,
    found: Vec<String>,
}

/// Each fault of an output that a server shows below a base URL.
fn faults_of(output: &Output, base: &str) -> Vec<String> {
    let pages: Vec<Page> = output
        .pages()
        .iter()
        .map(|address| output.page(address))
        .collect();
    let ids = |page: &Page| (page.address().to_owned(), page.ids().into_iter().collect());
    let mut faults = Faults {
        output,
        ids: pages.iter().map(ids).collect(),
        found: Vec::new(),
    };
    for page in &pages {
        faults.look_for_repeated_ids(page);
        for link in page.links() {
            faults.look_at(page, &link, base);
        }
    }
    faults.found
}

impl Faults<'_> {
    fn look_for_repeated_ids(&mut self, page: &Page) {
        let mut seen = BTreeSet::new();
        for id in page.ids() {
            if id.is_empty() || !seen.insert(id.clone()) {
                self.found
                    .push(format!("{}: id {id:?} twice, or empty", page.address()));
            }
        }
    }

    fn look_at(&mut self, page: &Page, link: &Link, base: &str) {
        let written = &link.written;
        let fault = if let Some(below_base) = written.strip_prefix(base) {
            self.fault_at("", below_base)
        } else if written.starts_with('/') && page.address() == "404.html" {
            // Served at any address, so that it alone names paths from the server's root.
            let path = base.splitn(4, '/').nth(3).unwrap_or_default();
            match written.strip_prefix(&format!("/{path}")) {
                Some(below_path) => self.fault_at("", below_path),
                None => Some("is not below the site's own path".to_owned()),
            }
        } else if written.starts_with('/') {
            Some("begins at the server's root".to_owned())
        } else if has_scheme(written) {
            None
        } else {
            self.fault_at(page.address(), written)
        };
        let line = |fault| format!("{}: {} {written:?} {fault}", page.address(), link.by);
        self.found.extend(fault.map(line));
    }

    fn fault_at(&self, from: &str, written: &str) -> Option<String> {
        let Some((address, anchor)) = resolve(from, written) else {
            return Some("is not relative".to_owned());
        };
        if !self.output.has(&address) {
            return Some(format!("leads to {address:?}, where nothing is"));
        }
        let anchor = anchor.filter(|anchor| !anchor.is_empty())?;
        let has_anchor = self
            .ids
            .get(&address)
            .is_some_and(|ids| ids.contains(&anchor));
        (!has_anchor).then(|| format!("leads to {address:?}, which has no {anchor:?}"))
    }
}

#[test]
fn every_link_of_the_example_leads_somewhere() {
    let site = Site::example();
    let built = site.build();
    assert_eq!(
        faults_of(built.output(), "https://canllaw.example/"),
        Vec::<String>::new()
    );
}

#[test]
fn every_link_leads_somewhere_below_a_path_of_a_server() {
    let site = Site::copy_of_example();
    let site = site.replaced(
        "site.yaml",
        "https://canllaw.example/",
        "https://wales.example/intranet/",
    );
    let built = site.build();
    let base = "https://wales.example/intranet/";
    assert_eq!(faults_of(built.output(), base), Vec::<String>::new());
}

#[test]
fn every_link_of_a_site_without_an_address_leads_somewhere_from_any_folder() {
    let base = "https://canllaw.example/";
    let setting = format!("base_url: {base}\n");
    let site = Site::copy_of_example().replaced("site.yaml", &setting, "");
    let built = site.build();
    assert_eq!(faults_of(built.output(), base), Vec::<String>::new());
}

#[test]
fn addresses_of_machines_lead_somewhere() {
    let site = Site::example();
    let built = site.build();
    let output = built.output();
    let named = |file: &str| {
        let text = output.text(file);
        let addresses = text.split("https://canllaw.example/").skip(1);
        let address = |rest: &str| rest.split(['<', '"', '#', '&']).next().unwrap().to_owned();
        addresses.map(address).collect::<BTreeSet<String>>()
    };
    for file in [
        "sitemap.xml",
        "en/changes/feed.xml",
        "cy/newidiadau/feed.xml",
    ] {
        let addresses = named(file);
        assert!(addresses.len() > 3, "{file} names {addresses:?}");
        for address in addresses {
            assert!(
                output.has(&address),
                "{file} names {address:?}, where nothing is"
            );
        }
    }
}

/// A text that refers to footnotes and to its own places; the other language has neither.
const ENGLISH: &str = "# Leave\n\nAsk first.[^a]\n\nAsk again,[^a] and see [fees](#fees) and [how](#how-to).\n\n## Fees\n\nThere are none.[^b]\n\n[^a]: In writing.\n[^b]: Since 2020.\n";
const WELSH: &str = "# Absenoldeb\n\nGofynnwch.[^a]\n\nGofynnwch eto.[^a]\n\n## Sut mae gofyn\n\nGweler [uchod](#sut-mae-gofyn).\n\n[^a]: Yn ysgrifenedig.\n";

#[test]
fn places_within_a_text_are_led_to_on_every_page_that_shows_it() {
    let english = |how: &str| {
        format!("{ENGLISH}\n## How to\n\n{how} Not [ever](#ever); later [by phone](#phone).\n")
    };
    let gone = "\nSee [travel](#travel).\n\n## Travel\n\nBy train.\n";
    let site = Site::in_two_languages()
        .setting("checks: {broken-anchor: warn}\n")
        .text("policy/leave/2023-04-01/en.md", english("Write.") + gone)
        .text("policy/leave/2023-04-01/cy.md", WELSH)
        .text(
            "policy/leave/2024-04-01/en.md",
            english("Phone.").replace("Ask first.[^a]\n\n", "") + "\n## Phone\n\nAny day.\n",
        )
        .text(
            "policy/leave/2024-04-01/cy.md",
            WELSH.replace("Gofynnwch.[^a]\n\n", ""),
        );
    let built = site.build();
    let faults = faults_of(built.output(), "https://rules.example/");
    assert_eq!(faults, Vec::<String>::new());
    let comparison = built
        .output()
        .page("en/policy/leave/changes/2023-04-01/2024-04-01/");
    let travel = comparison.attributes("article del a", "href");
    assert_eq!(travel, ["../../../2023-04-01/#travel"]);
    let welsh = built
        .output()
        .page("cy/polisi/leave/2024-04-01/dwyieithog/");
    assert!(welsh.leads_to("en/policy/leave/2024-04-01/"));
}

#[test]
fn a_place_that_came_only_after_both_texts_of_a_comparison_leads_to_the_top_of_the_newer() {
    let part = "# Leave\n\nAsk, see [part](#part).\n";
    let site = Site::in_two_languages()
        .text("policy/leave/2024-04-01/en.md", part)
        .text("policy/leave/2024-04-01/cy.md", part)
        .yaml(
            "policy/leave/2024-04-01.1/version.yaml",
            "published_on: 2024-06-01\n",
        )
        .text("policy/leave/2024-04-01.1/en.md", "# Leave\n\nAsk.\n")
        .text("policy/leave/2024-04-01.1/cy.md", "# Leave\n\nAsk.\n")
        .text(
            "policy/leave/2025-04-01/en.md",
            "# Leave\n\nAsk.\n\n## Part\n\nThis.\n",
        )
        .text(
            "policy/leave/2025-04-01/cy.md",
            "# Leave\n\nAsk.\n\n## Part\n\nThis.\n",
        );
    let built = site.build();
    let faults = faults_of(built.output(), "https://rules.example/");
    assert_eq!(faults, Vec::<String>::new());
    let corrected = "en/policy/leave/changes/2024-04-01/2024-04-01.1/";
    let page = built.output().page(corrected);
    assert_eq!(
        page.attributes("article del a", "href"),
        ["../../../2024-04-01.1/"]
    );
}

/// A version to come is compared with the one before it, which may be to come as well.
#[test]
fn the_panels_of_versions_to_come_lead_to_places_of_their_own_pages() {
    let same = ("# Leave\n\nAsk.\n", "# Gwyliau\n\nGofynnwch.\n");
    let texts = [
        ("2023-04-01", same.0, same.1),
        ("2024-04-01", same.0, same.1),
        (
            "2027-01-01",
            "# Leave\n\nAsk.\n",
            "# Gwyliau\n\n## Rhan\n\nGofynnwch.\n",
        ),
        (
            "2027-04-01",
            "# Leave\n\nAsk now.\n",
            "# Gwyliau\n\nGofynnwch nawr.\n\n### Is-ran\n\nRhagor.\n",
        ),
    ];
    let with_texts = |site: Site| {
        texts.iter().fold(site, |site, (version, en, cy)| {
            site.text(&format!("policy/leave/{version}/en.md"), en)
                .text(&format!("policy/leave/{version}/cy.md"), cy)
        })
    };
    for comparisons in ["to-current", "adjacent", "none"] {
        let site = with_texts(Site::in_two_languages())
            .setting(&format!("comparisons: {comparisons}\n"))
            .argument("--drafts");
        let built = site.build();
        let faults = faults_of(built.output(), "https://rules.example/");
        assert_eq!(faults, Vec::<String>::new(), "comparisons: {comparisons}");
        let page = built.output().page("en/policy/leave/2027-04-01/");
        let changes = "en/policy/leave/changes/2027-01-01/2027-04-01/";
        assert!(page.leads_to(changes), "comparisons: {comparisons}");
        // What readers can read is compared as the site asks.
        let changes = "en/policy/leave/changes/2023-04-01/2024-04-01/";
        assert_eq!(built.output().has(changes), comparisons != "none");
    }
}

#[test]
fn what_was_removed_leads_where_the_older_text_led() {
    let text =
        |map: &str| format!("# Leave\n\nThe plan: ![{map}](map.png)\n\nAnd [form](form.pdf).\n");
    let site = Site::in_english()
        .text("policy/leave/2023-04-01/en.md", text("Plan A"))
        .file("content/policy/leave/2023-04-01/map.png", "old")
        .file("content/policy/leave/2023-04-01/form.pdf", "old")
        .text(
            "policy/leave/2024-04-01/en.md",
            text("Plan B").replace("And [form](form.pdf).\n", ""),
        )
        .file("content/policy/leave/2024-04-01/map.png", "new");
    let built = site.build();
    let page = built
        .output()
        .page("en/policy/leave/changes/2023-04-01/2024-04-01/");
    let of = |css: &str, name: &str, file: &str| {
        let written = page.attributes(css, name);
        let (address, _) = resolve(page.address(), &written[0]).unwrap();
        assert_eq!(address, format!("files/policy/leave/{file}"), "{css}");
    };
    of("article del img", "src", "2023-04-01/map.png");
    of("article ins img", "src", "2024-04-01/map.png");
    of("article del a", "href", "2023-04-01/form.pdf");
}

#[test]
fn a_link_from_the_root_to_nothing_is_text_where_that_is_a_warning() {
    let site = Site::in_english()
        .setting("checks: {broken-link: warn}\n")
        .text(
            "policy/leave/2024-04-01/en.md",
            "# Leave\n\n![x](/no.png) [y](/no.pdf) [form](/files/policy/leave/2024-04-01/form.pdf) [home](/en/)\n",
        )
        .file("content/policy/leave/2024-04-01/form.pdf", "form");
    assert_eq!(site.check().of_code("broken-link").len(), 2);
    let built = site.build();
    let faults = faults_of(built.output(), "https://rules.example/");
    assert_eq!(faults, Vec::<String>::new());
    let page = built.output().page("en/policy/leave/");
    assert!(page.leads_to("files/policy/leave/2024-04-01/form.pdf") && page.leads_to("en/"));
}

#[test]
fn a_broken_link_would_be_seen() {
    let site = Site::in_english()
        .text("policy/leave/2024-04-01/en.md", "# Leave\n\nTwenty days.\n")
        .file("static/broken.html", "<!doctype html><p id=a><p id=a><a href=gone/>1</a><a href=/en/>2</a><a href=en/#none>3</a>");
    let built = site.build();
    let faults = faults_of(built.output(), "https://rules.example/");
    let of_broken = faults
        .iter()
        .filter(|fault| fault.starts_with("broken.html"));
    assert_eq!(of_broken.count(), 4, "{faults:#?}");
}

#[test]
fn footnotes_are_linked_in_each_of_the_languages_that_stand_side_by_side() {
    let english = "# Leave\n\nTwenty days.[^law] And more.[^law]\n\n[^law]: By law.\n";
    let welsh = "# Absenoldeb\n\nUgain diwrnod.[^law] A mwy.[^law]\n\n[^law]: Yn ôl y gyfraith.\n";
    let built = Site::in_two_languages()
        .text("policy/leave/2020-01-01/en.md", english)
        .text("policy/leave/2020-01-01/cy.md", welsh)
        .build();
    for address in [
        "en/policy/leave/2020-01-01/both-languages/",
        "cy/polisi/leave/2020-01-01/dwyieithog/",
    ] {
        let page = built.output().page(address);
        let ids = page.ids();
        let mut once = ids.clone();
        once.sort();
        once.dedup();
        assert_eq!(once.len(), ids.len(), "{address}: an id stands twice");
        for lang in ["en", "cy"] {
            let links = page.attributes(&format!(".cell[lang={lang}] a"), "href");
            // Two references, and from the footnote the way back to each.
            assert_eq!(links.len(), 4, "{address} {lang}: {links:?}");
            for link in links {
                let id = link.strip_prefix('#').unwrap();
                let place = format!(".cell[lang={lang}] [id='{id}']");
                assert_eq!(page.select(&place).len(), 1, "{address}: {link}");
            }
        }
    }
}

#[test]
fn an_id_stands_once_whatever_a_text_calls_its_places() {
    let headings = "## Content\n\n## Contents label\n\n## Facts title\n\n## Comparison title\n\n<div id=\"page--content\">Own</div>\n";
    // Since its heading has other words, the author keeps its old place by hand, as the program does.
    let kept = "## Configuration (legacy) <a id=\"configuration\"></a>\n\nText.\n";
    let built = Site::in_english()
        .text(
            "leave/2023-04-01/en.md",
            format!("# Leave\n\n{headings}\n## Configuration\n\nText.\n"),
        )
        .text(
            "leave/2024-04-01/en.md",
            format!("# Leave\n\n{headings}\n{kept}"),
        )
        .build();
    assert_eq!(faults_of(built.output(), "/"), [""; 0]);
}

#[test]
fn files_are_found_under_whatever_names_they_have() {
    let names = [
        ("Form #1.pdf", "Form%20%231.pdf"),
        ("why?.pdf", "why%3F.pdf"),
        ("50% pay.pdf", "50%25%20pay.pdf"),
        ("a%20b.pdf", "a%2520b.pdf"),
        ("tŷ \"a\" <b>.pdf", "<tŷ \\\"a\\\" \\<b\\>.pdf>"),
    ];
    let links = names.map(|(_, link)| format!("[Form]({link})"));
    let mut site = Site::in_english()
        .text("leave/2023-04-01/en.md", "# Leave\n\nAsk.\n")
        .text(
            "leave/2024-04-01/en.md",
            format!("# Leave\n\n{}\n", links.join("\n")),
        );
    for (name, _) in names {
        site = site.file(&format!("content/leave/2024-04-01/{name}"), "a form");
    }
    let built = site.build();
    assert_eq!(faults_of(built.output(), "/"), [""; 0]);
    let changed = "en/leave/changes/2023-04-01/2024-04-01/";
    for address in ["en/leave/", "en/leave/2024-04-01/", changed] {
        let page = built.output().page(address);
        for (name, _) in names {
            let file = format!("files/leave/2024-04-01/{name}");
            let led_to = page.links().into_iter().filter(|link| {
                let (to, _) = resolve(address, &link.written).unwrap_or_default();
                to == file
            });
            assert!(led_to.count() >= 2, "{file} on {address}");
        }
    }
}

#[test]
fn a_name_in_another_form_of_unicode_is_the_same_name() {
    let (composed, decomposed) = ("tŷ", "ty\u{302}");
    let site = good()
        .text(&format!("policy/{decomposed}/2024-04-01/en.md"), "# House\n\nRules.\n")
        .text(&format!("policy/{decomposed}/2024-04-01/cy.md"), "# Tŷ\n\nRheolau.\n")
        .text(&format!("policy/leave/2024-04-01/{decomposed}.pdf"), "form")
        .yaml(
            "policy/leave/document.yaml",
            &format!("slug: {{en: leave, cy: absenoldeb}}\nreplaces: [policy/{composed}]\n"),
        )
        .text(
            "policy/leave/2024-04-01/en.md",
            format!("# Leave\n\n[a](../../{composed}/), [b](doc:policy/{composed}), [c]({composed}.pdf)\n"),
        )
        .text(
            "policy/leave/2024-04-01/cy.md",
            format!("# Absenoldeb\n\n[a](../../{composed}/), [b](doc:policy/{composed}), [c]({composed}.pdf)\n"),
        );
    let checked = site.check();
    for code in ["broken-link", "address-collision"] {
        assert!(
            checked.of_code(code).is_empty(),
            "{:#?}",
            checked.findings()
        );
    }
    let built = site.build();
    let page = built.output().page("en/policy/leave/");
    for address in [
        "en/policy/ty/",
        &format!("files/policy/leave/2024-04-01/{decomposed}.pdf"),
    ] {
        assert!(
            built.output().has(address) && page.leads_to(address),
            "{address}"
        );
    }

    let both = site.text(&format!("policy/leave/2024-04-01/{composed}.pdf"), "other");
    let checked = both.check();
    assert_eq!(
        checked.of_code("address-collision").len(),
        1,
        "{:#?}",
        checked.findings()
    );
}

#[test]
fn a_version_whose_name_means_something_in_an_address_is_found_by_every_link() {
    let mut site = good().setting("comparisons: all\n");
    for (name, day) in [
        ("2020#2", "2021-01-01"),
        ("50%25", "2022-01-01"),
        ("2020?", "2023-01-01"),
        ("My ŷ", "2023-06-01"),
    ] {
        site = site
            .yaml(
                &format!("policy/leave/{name}/version.yaml"),
                &format!("effective_from: {day}\n"),
            )
            .text(
                &format!("policy/leave/{name}/en.md"),
                "# Leave\n\n## 5 things\n\nDays.\n",
            )
            .text(
                &format!("policy/leave/{name}/cy.md"),
                "# Absenoldeb\n\n## 5 peth\n\nDyddiau.\n",
            );
    }
    let built = site
        .text(
            "about/en.md",
            "# About\n\n[Then](../policy/leave/2020%232/en.md#5-things)\n",
        )
        .text(
            "about/cy.md",
            "# Ynghylch\n\n[Yna](../policy/leave/2020%232/cy.md#5-things)\n",
        )
        .build();
    let output = built.output();
    assert!(output.has("en/policy/leave/2020#2/"));
    assert!(output.text("en/about/").contains("2020%232/#5-things"));
    for address in output.pages() {
        for link in output.page(&address).links() {
            let Some((to, _)) = resolve(&address, &link.written) else {
                continue;
            };
            assert!(output.has(&to), "{address}: {} → {to}", link.written);
        }
    }
    let canonical = output.page("en/policy/leave/2020#2/");
    let canonical = canonical.attributes("link[rel=canonical]", "href");
    assert_eq!(
        canonical,
        ["https://rules.example/en/policy/leave/2020%232/"]
    );
    let feed = output.text("en/changes/feed.xml");
    for written in [
        "leave/2020%232/",
        "leave/50%2525/",
        "leave/2020%3F/",
        "leave/My%20%C5%B7/",
    ] {
        assert!(feed.contains(written), "{written} in {feed}");
    }
}
