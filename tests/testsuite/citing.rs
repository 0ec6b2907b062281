//! How a version and the places in it are cited, in each language.

use crate::site::{Page, Site, leave, tenure};

/// A document in four languages, with clauses, a heading and a correction.
fn in_four_languages() -> Site {
    let mut site = Site::empty()
        .file(
            "site.yaml",
            "title: {en: Rules, cy: Rheolau, fr: Règles, ga: Rialacha}\nbase_url: https://rules.example/\nlanguages:\n  - {code: en, name: English}\n  - {code: cy, name: Cymraeg}\n  - {code: fr, name: Français}\n  - {code: ga, name: Gaeilge}\n",
        )
        .yaml("policy/section.yaml", "title: {en: Policy, cy: Polisi, fr: Politique, ga: Beartas}\nslug: {cy: polisi, fr: politique, ga: beartas}\n")
        .yaml("policy/media/document.yaml", "slug: {cy: cyfryngau, fr: medias, ga: meain}\n")
        .yaml("policy/media/2017-08-09.1/version.yaml", "published_on: 2018-01-01\n");
    for version in ["2017-08-09", "2017-08-09.1"] {
        for (language, title, heading) in [
            ("en", "Social media policy", "Scope"),
            ("cy", "Polisi cyfryngau", "Cwmpas"),
            ("fr", "Politique des médias", "Portée"),
            ("ga", "Beartas meán", "Scóip"),
        ] {
            let text = format!(
                "# {title}\n\n## {heading}\n\nOpen {version}.\n\n5.2 i. First.\n\n(ii) Second.\n\n5.3 Third.\n\n(ch) Fourth.\n"
            );
            site = site.text(&format!("policy/media/{version}/{language}.md"), text);
        }
    }
    site
}

fn cited(page: &Page) -> (String, String) {
    let box_ = page.only("details.citing");
    let pattern = box_.value().attr("data-pattern").unwrap();
    let whole = page
        .only("details.citing > .citation")
        .text()
        .collect::<String>();
    (whole, pattern.replace("{place}", &place(page, "5.2-i")))
}

/// How a page cites its version, without the address.
fn cited_whole(page: &Page) -> String {
    let citation = page.only("details.citing > .citation");
    citation.text().next().unwrap_or_default().to_owned()
}

fn place(page: &Page, id: &str) -> String {
    let link = page.only(&format!("[id='{id}'] > a.cite:not([lang])"));
    link.text().collect()
}

#[test]
fn citations_are_whole_in_each_language() {
    let built = in_four_languages().build();
    for (address, whole, of_clause) in [
        (
            "en/policy/media/2017-08-09/",
            "Social media policy, as on 9 August 2017",
            "Social media policy, 5.2(i), as on 9 August 2017",
        ),
        (
            "cy/polisi/cyfryngau/2017-08-09/",
            "Polisi cyfryngau, fel yr oedd ar 9 Awst 2017",
            "Polisi cyfryngau, 5.2(i), fel yr oedd ar 9 Awst 2017",
        ),
        (
            "fr/politique/medias/2017-08-09/",
            "Politique des médias, dans sa version au 9 août 2017",
            "Politique des médias, 5.2(i), dans sa version au 9 août 2017",
        ),
        (
            "ga/beartas/meain/2017-08-09/",
            "Beartas meán, mar a bhí an 9 Lúnasa 2017",
            "Beartas meán, 5.2(i), mar a bhí an 9 Lúnasa 2017",
        ),
    ] {
        let (found, found_of_clause) = cited(&built.output().page(address));
        assert_eq!(found, format!("{whole}https://rules.example/{address}"));
        assert_eq!(found_of_clause, of_clause);
    }
    let corrected = built.output().page("cy/polisi/cyfryngau/2017-08-09.1/");
    assert_eq!(
        cited(&corrected).1,
        "Polisi cyfryngau, 5.2(i), fel yr oedd ar 9 Awst 2017, fel y’i cywirwyd ar 1 Ionawr 2018"
    );
}

#[test]
fn what_readers_cannot_see_yet_has_no_permanent_address() {
    let later = "policy/leave/2027-04-01";
    let site = leave::with_draft()
        .yaml(
            &format!("{later}/version.yaml"),
            "published_on: 2027-04-01\n",
        )
        .text(&format!("{later}/en.md"), "# Leave\n\n22 days.\n")
        .text(&format!("{later}/cy.md"), "# Absenoldeb\n\n22 diwrnod.\n");
    let built = site.argument("--drafts").build();
    for (version, has_one) in [
        ("2024-04-01", true),
        ("draft", false),
        ("2027-04-01", false),
    ] {
        for (address, label) in [
            ("en/policy/leave", "Permanent address"),
            ("cy/polisi/absenoldeb", "Cyfeiriad parhaol"),
        ] {
            let page = built.output().page(&format!("{address}/{version}/"));
            assert_eq!(page.contains(label), has_one, "{address}/{version}/");
        }
    }
}

#[test]
fn a_day_that_is_not_known_is_not_cited() {
    let site = Site::in_two_languages()
        .yaml("policy/pay/document.yaml", "slug: {cy: cyflog}\n")
        .yaml(
            "policy/pay/2020/version.yaml",
            "effective_from: {after: 2020-01-01, by: 2020-12-31}\n",
        )
        .text("policy/pay/2020/en.md", "# Pay\n\n5.2 i. First.\n")
        .text("policy/pay/2020/cy.md", "# Cyflog\n\n5.2 i. First.\n");
    let built = site.build();
    let of_clause = |address: &str| cited(&built.output().page(address)).1;
    assert_eq!(of_clause("en/policy/pay/"), "Pay, 5.2(i) (version: 2020)");
    assert_eq!(
        of_clause("cy/polisi/cyflog/"),
        "Cyflog, 5.2(i) (fersiwn: 2020)"
    );
}

/// A day known as a span breaks no sentence: it stands behind a label.
#[test]
fn a_span_of_days_is_cited_behind_a_label() {
    let site = in_four_languages()
        .yaml(
            "policy/pay/document.yaml",
            "slug: {cy: cyflog, fr: salaire, ga: pa}\n",
        )
        .yaml(
            "policy/pay/autumn/version.yaml",
            "effective_from: {after: 2017-11-01, by: 2017-12-31}\n",
        )
        .text("policy/pay/autumn/en.md", "# Pay\n\n5.2 i. First.\n")
        .text("policy/pay/autumn/fr.md", "# Salaire\n\n5.2 i. First.\n");
    let built = site.build();
    let of_clause = |address: &str| cited(&built.output().page(address)).1;
    assert_eq!(
        of_clause("en/policy/pay/"),
        "Pay, 5.2(i) (version: some time between 1 November 2017 and 31 December 2017)"
    );
    assert_eq!(
        of_clause("fr/politique/salaire/"),
        "Salaire, 5.2(i) (version\u{a0}: entre le 1er novembre 2017 et le 31 décembre 2017)"
    );
}

/// A text that held on no day is not cited as it was on one.
#[test]
fn a_version_that_never_held_is_cited_by_its_name() {
    let built = tenure::leave(
        &[
            ("2024-01-01", ""),
            ("2025-04-01", "published_on: 2025-03-01\n"),
            ("2025-04-01.1", "published_on: 2025-03-20\n"),
        ],
        "",
    )
    .build();
    let whole = |address: &str| cited_whole(&built.output().page(address));
    assert_eq!(
        whole("en/policy/leave/2025-04-01/"),
        "Leave (version: 1 April 2025)"
    );
    assert_eq!(
        whole("cy/polisi/absenoldeb/2025-04-01/"),
        "Absenoldeb (fersiwn: 1 Ebrill 2025)"
    );
    assert_eq!(
        whole("en/policy/leave/2025-04-01.1/"),
        "Leave, as on 1 April 2025, corrected on 20 March 2025"
    );
}

#[test]
fn a_version_that_a_reinstatement_brought_into_force_is_cited_as_on_that_day() {
    let built = tenure::leave(
        &[("2024-01-01", ""), ("2025-04-01", "")],
        "withdrawn: {on: 2025-02-01}\nreinstated: {on: 2025-06-01}\n",
    )
    .build();
    let whole = |address: &str| cited_whole(&built.output().page(address));
    assert_eq!(
        whole("en/policy/leave/2025-04-01/"),
        "Leave, as on 1 June 2025"
    );
    assert_eq!(
        whole("en/policy/leave/2024-01-01/"),
        "Leave, as on 1 January 2024"
    );
}

#[test]
fn each_clause_and_heading_leads_to_its_place_in_the_version() {
    let built = in_four_languages().build();
    let output = built.output();
    let page = output.page("cy/polisi/cyfryngau/");
    for (id, name) in [
        ("5.2-i", "5.2(i)"),
        ("5.2-ii", "5.2(ii)"),
        ("5.3", "5.3"),
        ("5.3-ch", "5.3(ch)"),
    ] {
        assert_eq!(place(&page, id), name);
    }
    assert_eq!(
        page.attributes("article a.cite:not([lang])", "href"),
        ["cwmpas", "5.2-i", "5.2-ii", "5.3", "5.3-ch"].map(|id| format!("2017-08-09.1/#{id}"))
    );
    assert_eq!(
        page.attributes("article a.cite[lang=en]", "href"),
        ["scope", "5.2-i", "5.2-ii", "5.3", "5.3-ch"]
            .map(|id| format!("../../../en/policy/media/2017-08-09.1/#{id}"))
    );
    let version = output.page("cy/polisi/cyfryngau/2017-08-09.1/");
    assert_eq!(version.attributes("a.cite", "href")[0], "#cwmpas");
    assert!(
        version.ids().contains(&"p--1".to_owned()),
        "{:?}",
        version.ids()
    );
}

/// (ch) is to Welsh what (d) is to English, and the English page has an (e) of its own.
#[test]
fn a_clause_leads_to_the_clause_that_says_the_same_whatever_its_letter() {
    let clauses = |letters: &[&str], words: &str| -> String {
        let numbered = letters.iter().zip(3..);
        numbered
            .map(|(letter, number)| format!("({letter}) {words} {number};\n\n"))
            .collect()
    };
    let english = clauses(&["a", "b", "c", "d", "e"], "tell at least");
    let welsh = clauses(&["a", "b", "c", "ch", "d"], "dweud wrth o leiaf");
    let site = Site::in_two_languages()
        .yaml("policy/tell/document.yaml", "slug: {cy: dweud}\n")
        .text("policy/tell/2020-01-01/en.md", format!("# Tell\n\n{english}"))
        .text(
            "policy/tell/2020-01-01/cy.md",
            format!("# Dweud\n\n{welsh}<!-- parity: nothing to add in English -->\n(e) a chofnodi’r cyfan ar ddiwedd pob blwyddyn."),
        );
    let built = site.build();
    let output = built.output();
    let leads = |page: &Page, css: &str| -> Vec<String> {
        let links = page.select(css).into_iter();
        let link = links.map(|link| {
            let (_, anchor) = link.attr("href").unwrap().split_once('#').unwrap();
            format!("{anchor} {}", link.attr("aria-label").unwrap())
        });
        link.collect()
    };
    let page = output.page("en/policy/tell/");
    assert_eq!(
        leads(&page, "article a.cite[lang=cy]"),
        ["a (a)", "b (b)", "c (c)", "ch (ch)", "d (d)"].map(|it| it.replacen(' ', " Cymraeg: ", 1))
    );
    let there = page.attributes("dialog.citing-place a", "data-places");
    assert_eq!(there, ["d=ch&e=d"]);
    let page = output.page("cy/polisi/dweud/");
    assert_eq!(
        leads(&page, "article a.cite[lang=en]"),
        ["a (a)", "b (b)", "c (c)", "d (d)", "e (e)"].map(|it| it.replacen(' ', " English: ", 1))
    );
    let there = page.attributes("dialog.citing-place a", "data-places");
    assert_eq!(there, ["d=e&e="]);
}

#[test]
fn a_page_of_many_clauses_leads_to_the_other_language_from_its_headings_alone() {
    let clauses: String = (1..400)
        .map(|number| format!("1.{number} Words.\n\n"))
        .collect();
    let site = Site::in_two_languages()
        .yaml("policy/long/document.yaml", "slug: {cy: hir}\n")
        .text(
            "policy/long/2020-01-01/en.md",
            format!("# Long\n\n## Scope\n\n{clauses}"),
        )
        .text(
            "policy/long/2020-01-01/cy.md",
            format!("# Hir\n\n## Cwmpas\n\n{clauses}"),
        );
    let built = site.build();
    let page = built.output().page("en/policy/long/");
    assert_eq!(
        page.attributes("article a.cite[lang=cy]", "href"),
        ["../../../cy/polisi/hir/2020-01-01/#cwmpas"]
    );
    assert_eq!(page.select("article a.cite:not([lang])").len(), 400);
    let bytes = built.output().bytes("en/policy/long/").len();
    let words = page.only("article").text().map(str::len).sum::<usize>();
    assert!(bytes - words < 30_000 + 402 * 120, "{bytes} for {words}");
}

#[test]
fn a_draft_is_not_cited_and_neither_is_another_language_that_stands_in() {
    let site = in_four_languages()
        .text(
            "policy/media/draft/en.md",
            "# Social media policy\n\n## Scope\n\nOther.\n",
        )
        .without("content/policy/media/2017-08-09/cy.md")
        .argument("--drafts");
    let built = site.build();
    for address in ["en/policy/media/draft/", "cy/polisi/cyfryngau/2017-08-09/"] {
        let page = built.output().page(address);
        assert!(page.select(".citing, .cite").is_empty(), "{address}");
    }
}

#[test]
fn what_is_printed_says_what_it_is() {
    let built = in_four_languages().build();
    let page = built.output().page("en/policy/media/");
    let facts: Vec<String> = page
        .select(".facts dt, .facts dd")
        .into_iter()
        .map(|element| element.text().collect())
        .collect();
    let fingerprint = built.output().document("policy/media")["versions"][1]["fingerprint"]
        .as_str()
        .unwrap()
        .to_owned();
    for said in [
        "Social media policy",
        "9 August 2017, corrected on 1 January 2018",
        "https://rules.example/en/policy/media/2017-08-09.1/",
        fingerprint.as_str(),
    ] {
        assert!(
            facts.iter().any(|fact| fact == said),
            "{said} in {facts:#?}"
        );
    }
    let printed: String = page.only(".printed").text().collect();
    assert!(
        printed.ends_with("https://rules.example/en/policy/media/"),
        "{printed}"
    );
}

#[test]
fn to_who_hears_them_links_beside_places_say_which_place_they_are_of() {
    let built = in_four_languages().build();
    let page = built.output().page("en/policy/media/2017-08-09/");
    let heard = |css: &str| -> Vec<String> {
        let links = page.select(css).into_iter();
        let name = links.map(|link| match link.attr("aria-label") {
            Some(label) => label.to_owned(),
            None => link.text().collect(),
        });
        name.collect()
    };
    assert_eq!(
        heard("article a.cite:not([lang])")[..2],
        ["Cite: Scope", "5.2(i)"]
    );
    assert_eq!(
        heard("article a.cite[lang=cy]")[..2],
        ["Cymraeg: Cwmpas", "Cymraeg: 5.2(i)"]
    );
}
