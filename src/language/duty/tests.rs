//! Labelled sentences of the kind that policies have, in tables beside the rules.

use super::*;
use proptest::prelude::*;

fn language(code: &str) -> LanguageCode {
    LanguageCode::parse(code).unwrap()
}

/// The duty words of a sentence as the tables write them.
fn labels(code: &str, sentence: &str) -> String {
    let labels: Vec<String> = occurrences(&language(code), sentence)
        .iter()
        .map(|duty| format!("{:?} {}", duty.kind, duty.form))
        .collect();
    match labels.is_empty() {
        true => "-".to_owned(),
        false => labels.join("; "),
    }
}

fn assert_table(code: &str, table: &str) {
    let wrong: Vec<String> = table
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| {
            let (sentence, expected) = line.split_once(" | ").unwrap_or_else(|| panic!("{line}"));
            let found = labels(code, sentence);
            (found != expected)
                .then(|| format!("{sentence}\n  expected {expected}\n  found    {found}"))
        })
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn english_sentences() {
    assert_table("en", include_str!("english.txt"));
}

#[test]
fn welsh_sentences() {
    assert_table("cy", include_str!("welsh.txt"));
}

#[test]
fn french_sentences() {
    assert_table("fr", include_str!("french.txt"));
}

#[test]
fn irish_sentences() {
    assert_table("ga", include_str!("irish.txt"));
}

#[test]
fn a_language_that_is_not_known_has_none() {
    assert_eq!(labels("de", "You must not."), "-");
}

#[test]
fn words_apart_have_a_range_each() {
    let text = "Rhaid i staff beidio â mynd.";
    let duty = &occurrences(&language("cy"), text)[0];
    let parts: Vec<_> = duty
        .ranges
        .iter()
        .map(|range| &text[range.clone()])
        .collect();
    assert_eq!(parts, ["Rhaid", "beidio"]);
}

#[test]
fn accents_may_be_written_apart_from_their_letters() {
    let sentence = "Ni cha\u{302}nt ddefnyddio’r maes parcio.";
    assert_eq!(labels("cy", sentence), "MayNot ni chânt");
}

proptest! {
    #[test]
    fn any_text_has_its_ranges_on_character_boundaries_and_in_order(
        code in prop::sample::select(vec!["en", "cy", "fr", "ga"]),
        text in "(\\PC|must|not|may|rhaid|beidio|ni|chaiff|ei|weithio|ne|doit|pas|ná| |,|\\.|'){0,24}",
    ) {
        for duty in occurrences(&language(code), &text) {
            let mut end = 0;
            for range in duty.ranges {
                prop_assert!(range.start >= end && !range.is_empty());
                prop_assert!(text.get(range.clone()).is_some());
                end = range.end;
            }
        }
    }
}
