//! What files without faults mean.

use jiff::civil::date;

use super::super::*;
use super::*;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::language::AddressWord;

#[test]
fn the_smallest_site_has_the_documented_defaults() {
    let (site, findings) = of_site("title: Rheolau\nlanguages: [cy]\n");
    let site = site.unwrap();
    assert_eq!(
        rendered(findings),
        [
            "1:1 missing-base-url `base_url` is missing, so that the site has no canonical addresses, no sitemap and no feed",
        ]
    );
    assert_eq!(shown([&site.title]), "cy=Rheolau");
    assert_eq!(site.languages[0].words.get(AddressWord::Search), "chwilio");
    assert_eq!(site.base_url, None);
    assert_eq!(site.timezone, jiff::tz::TimeZone::UTC);
    assert_eq!(
        (site.parity, site.comparisons),
        (ParityRule::Warn, Comparisons::ToCurrent)
    );
    assert_eq!(
        (site.search, site.html),
        (SearchRule::InForce, RawHtmlRule::Sanitise)
    );
    assert!(site.both_languages && site.theme.is_none() && site.redirects.is_none());
}

#[test]
fn every_key_of_a_site_is_read() {
    let (site, findings) = of_site(
        "title: {en: Rules, cy: Rheolau}
base_url: https://intranet.example/rules
languages:
  - {code: cy, name: Cymraeg, words: {book: llawlyfr, a-z: a-i-y}}
  - en
theme: civic
timezone: Europe/London
parity: required
comparisons: all
both_languages: false
search: history
html: escape
checks:
  broken-link: warn
  wrong-language: off
  missing-slug: error
counterparts:
  - {en: 'https://www.gov.wales', cy: 'https://www.llyw.cymru/'}
redirects: ./redirects/old.csv
feedback: policy@example.org
organisation: {cy: Yr Adran, en: The Department}
contact: Desg Gymorth
",
    );
    assert_eq!(rendered(findings), [""; 0]);
    let site = site.unwrap();
    assert_eq!(shown([&site.title]), "cy=Rheolau en=Rules");
    assert_eq!(
        site.base_url.as_deref(),
        Some("https://intranet.example/rules/")
    );
    assert_eq!(site.language_codes(), welsh_and_english());
    assert_eq!(site.languages[0].name.as_deref(), Some("Cymraeg"));
    assert_eq!(site.languages[0].words.get(AddressWord::Book), "llawlyfr");
    assert_eq!(site.languages[0].words.get(AddressWord::AToZ), "a-i-y");
    assert_eq!(
        site.languages[0].words.get(AddressWord::Current),
        "cyfredol"
    );
    assert_eq!(site.theme.unwrap().value, "civic");
    assert_eq!(site.timezone.iana_name(), Some("Europe/London"));
    assert_eq!(
        (site.parity, site.comparisons),
        (ParityRule::Required, Comparisons::All)
    );
    assert_eq!(
        (site.search, site.html),
        (SearchRule::History, RawHtmlRule::Escape)
    );
    assert!(!site.both_languages);
    assert_eq!(site.redirects.unwrap().value, "redirects/old.csv");
    assert_eq!(
        shown(&site.feedback),
        "cy=policy@example.org en=policy@example.org"
    );
    assert_eq!(shown(&site.organisation), "cy=Yr Adran en=The Department");
    assert_eq!(shown(&site.contact), "cy=Desg Gymorth en=Desg Gymorth");
    let [cy, en] = [&welsh_and_english()[0], &welsh_and_english()[1]];
    let are = |one, other| site.counterparts.are_counterparts((en, one), (cy, other));
    assert!(are(
        "https://www.gov.wales/leave",
        "https://www.llyw.cymru/gwyliau"
    ));
    assert!(!are(
        "https://www.llyw.cymru/gwyliau",
        "https://www.gov.wales/leave"
    ));
    assert!(!are(
        "https://www.gov.wales.example/leave",
        "https://www.llyw.cymru"
    ));
}

#[test]
fn checks_give_findings_another_weight_or_drop_them() {
    let text = "title: x\nlanguages: [en]\nchecks: {missing-base-url: off, broken-link: warn}\n";
    let (site, mut findings) = of_site(text);
    let place = findings[0].place.clone();
    findings.push(Diagnostic::new(Code::BrokenLink, place.clone(), "broken"));
    findings.push(Diagnostic::new(Code::BrokenAnchor, place, "broken"));
    let kept = site.unwrap().checks.apply(findings);
    let kept: Vec<_> = kept
        .iter()
        .map(|found| (found.code, found.severity))
        .collect();
    assert_eq!(
        kept,
        [
            (Code::BrokenLink, Severity::Warning),
            (Code::BrokenAnchor, Severity::Error),
        ]
    );
}

#[test]
fn every_key_of_a_section_is_read() {
    let (section, findings) = of_section(
        "title: {cy: Polisïau, en: Policies}
order: -3
slug: {cy: Polisïau’r tŷ, en: policies}
term: current
parity: off
comparisons: none
approval: required
review_every: 1 year
",
    );
    assert_eq!(rendered(findings), [""; 0]);
    assert_eq!(shown(&section.title), "cy=Polisïau en=Policies");
    assert_eq!(shown([&section.slug]), "cy=polisiaur-ty en=policies");
    assert_eq!(
        (section.order, section.term),
        (Some(-3), Some(Term::Current))
    );
    assert_eq!(section.parity, Some(ParityRule::Off));
    assert_eq!(section.comparisons, Some(Comparisons::None));
    assert!(section.approval_required);
    let review = section.review_every.unwrap().after(date(2024, 2, 29));
    assert_eq!(review, Some(date(2025, 2, 28)));
}

#[test]
fn every_key_of_a_document_is_read() {
    let (document, findings) = of_document(
        "owner: Siân Jones
contact: {cy: Desg, en: Desk}
category: {cy: Pobl, en: People}
order: 12
slug: {cy: gwyliau, en: leave}
former_addresses: [policy/holidays, /cy/polisi/gwyliau-blynyddol/, /cy/polisïau/gwyliau]
review_every: P2Y
languages: [cy]
waiver:
  language: en
  until: 2025-03-31
  reason: {cy: Rheswm, en: Reason}
  approved: {by: The Board, on: 2024-03-31, reference: B/12}
withdrawn:
  - {on: 2021-01-01}
  - {on: 2023-01-01, reason: {cy: Hen, en: Old}}
reinstated: {on: 2022-01-01}
replaced_by: doc:policy/time-off
replaces: [policy/a, policy/b/]
",
    );
    assert_eq!(rendered(findings), [""; 0]);
    assert_eq!(shown(&document.owner), "cy=Siân Jones en=Siân Jones");
    assert_eq!(shown(&document.contact), "cy=Desg en=Desk");
    assert_eq!(shown(&document.category), "cy=Pobl en=People");
    assert_eq!(shown([&document.slug]), "cy=gwyliau en=leave");
    assert_eq!(document.order, Some(12));
    let former = |code| {
        let list = document.former_addresses.get(&codes(&[code])[0]).unwrap();
        list.iter()
            .map(|address| address.value.as_str())
            .collect::<Vec<_>>()
    };
    assert_eq!(
        former("cy"),
        [
            "policy/holidays",
            "polisi/gwyliau-blynyddol",
            "polisiau/gwyliau",
            "polisïau/gwyliau"
        ]
    );
    assert_eq!(former("en"), ["policy/holidays"]);
    assert_eq!(
        document.review_every.unwrap().after(date(2024, 1, 1)),
        Some(date(2026, 1, 1))
    );
    assert_eq!(document.languages.unwrap().value, codes(&["cy"]));
    let waiver = &document.waivers[0];
    assert_eq!(
        (waiver.language.as_str(), waiver.until),
        ("en", date(2025, 3, 31))
    );
    assert_eq!(shown(&waiver.reason), "cy=Rheswm en=Reason");
    let approved = waiver.approved.as_ref().unwrap();
    assert_eq!(shown(&approved.by), "cy=The Board en=The Board");
    assert_eq!(
        (approved.on, approved.reference.as_deref()),
        (Some(date(2024, 3, 31)), Some("B/12"))
    );
    let withdrawn: Vec<_> = document.withdrawn.iter().map(|each| each.on).collect();
    assert_eq!(withdrawn, [date(2021, 1, 1), date(2023, 1, 1)]);
    assert_eq!(shown(&document.withdrawn[1].reason), "cy=Hen en=Old");
    assert_eq!(document.withdrawn[1].place.line, 16);
    assert_eq!(document.reinstated[0].on, date(2022, 1, 1));
    assert_eq!(document.replaced_by[0].value, "policy/time-off");
    let replaces: Vec<_> = document
        .replaces
        .iter()
        .map(|id| id.value.as_str())
        .collect();
    assert_eq!(replaces, ["policy/a", "policy/b"]);
}

#[test]
fn every_key_of_a_version_is_read() {
    let (version, findings) = of_version(
        "effective_from: {after: 2020-01-01, by: 2020-12-31}
published_on: 2021-02-03
status: draft
approved: {by: {cy: Y Bwrdd, en: The Board}, on: 2020-01-30, reference: 2020.10}
change:
  kind: editorial
  note: {cy: Cywiro gwall, en: Corrects a slip}
review_by: 2022-01-01
reference: 0017
removed: {on: 2023-05-06, reason: {cy: Data personol, en: Personal data}}
corrects: {languages: [cy]}
seal: 12e5
",
    );
    assert_eq!(rendered(findings), [""; 0]);
    let effective = version.effective_from.unwrap().value;
    assert_eq!(effective.earliest(), Some(date(2020, 1, 1)));
    assert_eq!((effective.by, effective.date()), (date(2020, 12, 31), None));
    assert_eq!(version.published_on.unwrap().value, date(2021, 2, 3));
    assert_eq!(version.status.unwrap().value, Status::Draft);
    let approved = version.approved.unwrap().value;
    assert_eq!(shown(&approved.by), "cy=Y Bwrdd en=The Board");
    assert_eq!(
        (approved.on, approved.reference.as_deref()),
        (Some(date(2020, 1, 30)), Some("2020.10"))
    );
    assert_eq!(version.change.kind, Some(ChangeKind::Editorial));
    assert_eq!(
        shown(&version.change.note),
        "cy=Cywiro gwall en=Corrects a slip"
    );
    assert_eq!(version.review_by.unwrap().value, date(2022, 1, 1));
    assert_eq!(version.reference.unwrap().value, "0017");
    let removed = version.removed.unwrap().value;
    assert_eq!(removed.on, date(2023, 5, 6));
    assert_eq!(shown(&removed.reason), "cy=Data personol en=Personal data");
    assert_eq!(version.corrects.unwrap().value, codes(&["cy"]));
    assert_eq!(
        version.seal.unwrap().value,
        version::Seal("12e5".to_owned())
    );
}

#[test]
fn an_effective_date_is_known_or_bounded() {
    let effective = |text: &str| of_version(text).0.effective_from.unwrap().value;
    let exact = effective("effective_from: 2017-08-09\n");
    assert_eq!(
        (exact.date(), exact.earliest()),
        (Some(date(2017, 8, 9)), Some(date(2017, 8, 9)))
    );
    let by = effective("effective_from: {by: 2017-08-09}\n");
    assert_eq!(
        (by.date(), by.earliest(), by.by),
        (None, None, date(2017, 8, 9))
    );
}

#[test]
fn an_empty_file_states_nothing() {
    let (version, findings) = of_version("# nothing yet\n");
    assert!(findings.is_empty() && version.effective_from.is_none());
}

#[test]
fn an_alias_stands_for_what_it_repeats() {
    let (document, findings) = of_document("owner: &desg {cy: Desg, en: Desk}\ncontact: *desg\n");
    assert_eq!(rendered(findings), [""; 0]);
    assert_eq!(shown(&document.contact), "cy=Desg en=Desk");
}
