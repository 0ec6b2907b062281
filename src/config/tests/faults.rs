//! Faults, with exact places, all of them in one reading.

use super::super::*;
use super::*;
use crate::diagnostic::Diagnostic;

/// Which reading function a table of faults is about.
type Read = fn(&str) -> Vec<Diagnostic>;

fn assert_findings(read: Read, table: &[(&str, &[&str])]) {
    for (text, expected) in table {
        assert_eq!(rendered(read(text)), *expected, "{text}");
    }
}

#[test]
fn faults_of_a_site_are_found_all_at_once() {
    let read = |text: &str| of_site(text).1;
    assert_findings(
        read,
        &[
            (
                "",
                &[
                    "1:1 missing-base-url `base_url` is missing, so that the site has no canonical addresses, no sitemap and no feed",
                    "1:1 missing-key `languages` is missing",
                    "1:1 missing-key `title` is missing",
                ],
            ),
            (
                "title: a\nbase_url: https://a.example/\nlanguges: [en]\n",
                &["3:1 unknown-key `languges` is not a key of site.yaml"],
            ),
            (
                "title: {cy: Tŷ}\nbase_url: intranet.example\nlanguages: [cy, en, cy]\nTheme: a\n",
                &[
                    "1:8 missing-key `title` has no text in the language `en`",
                    "2:11 invalid-value `intranet.example` is not a whole address of the web",
                    "3:21 invalid-value the language `cy` is named twice",
                    "4:1 unknown-key `Theme` is not a key of site.yaml",
                ],
            ),
            (
                "base_url: https://a.example/\nlanguages: [en]\ntitle: [a, b]\ntheme: ../x\ntimezone: Europe/Lodnon\nparity: yes\ncomparisons: 3\nboth_languages: yes\nsearch: some\nhtml: {}\n",
                &[
                    "3:8 wrong-type a list stands here; `title` takes a text",
                    "4:8 invalid-value `../x` is not the name of a folder",
                    "5:11 invalid-value `Europe/Lodnon` is not a time zone",
                    "6:9 invalid-value `parity` does not take `yes`",
                    "7:14 invalid-value `comparisons` does not take `3`",
                    "8:17 wrong-type a plain text stands here; `both_languages` takes `true` or `false`",
                    "9:9 invalid-value `search` does not take `some`",
                    "10:7 wrong-type a group of keys stands here; `html` takes `sanitise`, `escape` or `trust`",
                ],
            ),
            (
                "base_url: https://a.example/\nlanguages: [en]\ntitle: a\nchecks:\n  brokenlink: warn\n  parity: off\n  unknown-key: warn\n  broken-anchor: warning\nredirects: /etc/x.csv\nfeedback: nobody\ncounterparts: [{en: 'https://a.example'}]\n",
                &[
                    "5:3 unknown-key `brokenlink` is not the code of a finding",
                    "6:3 invalid-value `checks` cannot change what `parity` weighs",
                    "7:3 invalid-value `checks` cannot change what `unknown-key` weighs",
                    "8:18 invalid-value `broken-anchor` does not take `warning`",
                    "9:12 unsafe-path `/etc/x.csv` is not a path inside the site's folder",
                    "10:11 invalid-value `nobody` is not an address of e-mail",
                    "11:16 invalid-value a single address has no counterpart",
                ],
            ),
            (
                "base_url: https://a.example/\ntitle: {de: a, en: b}\nlanguages:\n  - de\n  - code: en\n    nme: English\n    words: {book: Y Tŷ, changes: search}\n",
                &[
                    "4:5 unknown-words Canllaw has no words for addresses in the language `de`",
                    "6:5 unknown-key `nme` is not a key of an item of `languages`",
                    "7:12 address-collision `changes` and `search` are the same word, `search`, in `en`",
                    "7:19 invalid-value `Y Tŷ` cannot be a part of an address as it is",
                ],
            ),
            (
                "base_url: https://a.example/\ntitle: {de: a, en: b}\nlanguages: [welsh]\n",
                &["3:13 invalid-value `welsh` is not the code of a language"],
            ),
            (
                "base_url: https://a.example/\ntitle: {cy: a, en: b}\nlanguages: [en, cym]\n",
                &[
                    "3:17 invalid-value `cym` is a longer code of a language that has one of two letters",
                ],
            ),
        ],
    );
}

#[test]
fn faults_of_a_section_are_found_all_at_once() {
    let read = |text: &str| of_section(text).1;
    assert_findings(
        read,
        &[
            (
                "title: Policies\norder: 1.5\nslug: {cy: polisi/gwyliau, fr: politique}\nterm: inforce\napproval: true\nreview_every: 12\nowner: X\n",
                &[
                    "1:8 wrong-type a plain text stands here; `title` takes a text in each language",
                    "2:8 invalid-value `1.5` is not a whole number",
                    "3:12 invalid-value `polisi/gwyliau` cannot be a part of an address",
                    "3:28 unknown-language `fr` is not a language of this site",
                    "4:7 invalid-value `term` does not take `inforce`",
                    "5:11 invalid-value `approval` does not take `true`",
                    "6:15 invalid-value `12` is not a duration of days, weeks, months or years",
                    "7:1 unknown-key `owner` is not a key of section.yaml",
                ],
            ),
            (
                "- title\n",
                &["1:1 wrong-type a list stands here instead of keys"],
            ),
            (
                "title:\n  cy:\n  en: ''\n",
                &[
                    "2:3 wrong-type `cy` has no value; it takes a text",
                    "3:7 invalid-value `en` is empty",
                ],
            ),
        ],
    );
}

#[test]
fn faults_of_a_document_are_found_all_at_once() {
    let read = |text: &str| of_document(text).1;
    assert_findings(
        read,
        &[(
            "owner: [a]\ncategory: People\nlanguages: []\nformer_addresses: [../x, 'https://a.example/b']\nwaiver: {language: fr, approved: yes}\nwithdrawn: 2020-01-01\nreinstated: [{on: 2021-02-29}, {}]\nreplaced_by: a//b\n",
            &[
                "1:8 wrong-type a list stands here; `owner` takes a text",
                "2:11 wrong-type a plain text stands here; `category` takes a text in each language",
                "3:12 invalid-value `languages` names no language",
                "4:20 invalid-value `../x` is not a former address on this site",
                "4:26 invalid-value `https://a.example/b` is not a former address on this site",
                "5:1 missing-key `waiver` has no `until`",
                "5:20 unknown-language `fr` is not a language of this site",
                "6:12 wrong-type a plain text stands here; `withdrawn` takes keys of its own (`on` and `reason`)",
                "7:19 invalid-date 2021-02-29: February 2021 has 28 days",
                "7:32 missing-key an item of `reinstated` has no `on`",
                "8:14 invalid-value `a//b` is not the id of a document",
            ],
        )],
    );
}

#[test]
fn faults_of_a_version_are_found_all_at_once() {
    let read = |text: &str| of_version(text).1;
    assert_findings(
        read,
        &[
            (
                "efective_from: 2020-01-31\npublished_on: 31/1/2020\nstatus: agreed\napproved: yes\nchange: {kind: minor, note: Nodyn}\nreview_by: 2020\nremoved: {reason: {en: x}}\ncorrects: [cy]\nseal: {a: b}\n",
                &[
                    "1:1 unknown-key `efective_from` is not a key of version.yaml",
                    "2:15 invalid-date `31/1/2020` is not a full date",
                    "3:9 invalid-value `status` does not take `agreed`",
                    "4:11 wrong-type a plain text stands here; `approved` takes keys of its own (`by`, `on` and `reference`)",
                    "5:16 invalid-value `kind` does not take `minor`",
                    "5:29 wrong-type a plain text stands here; `note` takes a text in each language",
                    "6:12 invalid-date `2020` is not a full date",
                    "7:1 missing-key `removed` has no `on`",
                    "8:11 wrong-type a list stands here; `corrects` takes keys of its own (`languages`)",
                    "9:7 wrong-type a group of keys stands here; `seal` takes a text",
                ],
            ),
            (
                "effective_from: {after: 2020-02-01, by: 2020-01-31}\n",
                &["1:25 invalid-date `after` is a later day than `by`"],
            ),
            (
                "effective_from: {after: 2020-02-30}\n",
                &[
                    "1:1 missing-key `effective_from` has no `by`",
                    "1:25 invalid-date 2020-02-30: February 2020 has 29 days",
                ],
            ),
        ],
    );
}

#[test]
fn an_unknown_key_hints_at_the_nearest_and_at_the_file_it_belongs_in() {
    let help = |text: &str| of_version(text).1[0].help.clone();
    assert_eq!(help("efective-from: x\n"), "Did you mean `effective_from`?");
    assert_eq!(help("owner: x\n"), "`owner` belongs in document.yaml.");
    assert_eq!(
        help("approval: x\n"),
        "Did you mean `approved`? `approval` belongs in section.yaml."
    );
    assert!(help("colour: x\n").starts_with("The keys here are `effective_from`, "));
}

#[test]
fn a_key_given_twice_names_both_places() {
    let (_, findings) = of_document("owner: Siân\ncontact: {cy: tŷ, cy: tŷ}\nowner: Alun\n");
    assert_eq!(
        rendered(findings.clone()),
        [
            "2:19 duplicate-key `cy` is given twice",
            "3:1 duplicate-key `owner` is given twice",
        ]
    );
    let first: Vec<_> = findings
        .iter()
        .map(|found| (found.related[0].place.line, found.related[0].place.column))
        .collect();
    assert_eq!(first, [(2, 11), (1, 1)]);
}

#[test]
fn front_matter_is_located_in_its_text() {
    let text = "---\ntitle: Defnyddio’r tŷ\nsort_key: [a]\nowner: Siân\n---\n\nTestun.\n";
    let mut findings = Vec::new();
    let source = Source::new("content/policy/leave/2020-01-31/cy.md", text);
    let range = 4..text.find("---\n\n").unwrap();
    let front_matter = front_matter::read(&source, range, &mut findings);
    let title = front_matter.title.unwrap();
    assert_eq!(title.value, "Defnyddio’r tŷ");
    assert_eq!(
        (title.place.line, title.place.column, title.place.width),
        (2, 8, 14)
    );
    assert_eq!(
        rendered(findings),
        [
            "3:11 wrong-type a list stands here; `sort_key` takes a text",
            "4:1 unknown-key `owner` is not a key of the front matter of a text",
        ]
    );
}

#[test]
fn a_time_zone_hints_at_one_with_a_city_like_it() {
    let help = |zone: &str| {
        let text =
            format!("title: x\nlanguages: [en]\nbase_url: https://a.example\ntimezone: {zone}\n");
        of_site(&text).1[0].help.clone()
    };
    assert_eq!(help("Europe/Lodnon"), "Did you mean `Europe/London`?");
    assert_eq!(
        help("dublin city"),
        "Write an area and a city, for instance `Europe/London`, or `UTC`."
    );
}

#[test]
fn curled_marks_around_a_value_are_told_to_be_a_part_of_it() {
    let told = |at, marks| {
        format!(
            "{at} shown-as-typed the marks {marks} around this are a part of the text, and are shown"
        )
    };
    let read = |text: &str| rendered(of_section(text).1);
    let curled = read("title: {en: “Policies”, cy: ‘Polisïau’r tŷ’}\n");
    assert_eq!(curled, [told("1:13", "“ ”"), told("1:29", "‘ ’")]);
    let meant = "title: {en: \"“Policies”\", cy: “Polisïau” a ‘rheolau’}\n";
    assert_eq!(read(meant), [""; 0]);
}
