//! What the data of Unicode says for the languages that Canllaw knows best, held as it is used: the order
//! of titles, the letters that they are listed under, and which plural form a number takes. A newer
//! edition of the data that says otherwise fails here, before readers see it.

use canllaw::language::LanguageCode;
use canllaw::language::order::{Collator, alphabet};
use canllaw::render::{Argument, Strings};
use canllaw::source::Source;

const LANGUAGES: [(&str, &str); 4] = [
    ("en", include_str!("../cldr/order.en.txt")),
    ("cy", include_str!("../cldr/order.cy.txt")),
    ("fr", include_str!("../cldr/order.fr.txt")),
    ("ga", include_str!("../cldr/order.ga.txt")),
];

fn language(code: &str) -> LanguageCode {
    LanguageCode::parse(code).unwrap()
}

/// The lines of a file: titles in their order, each with the letter that it is listed under.
fn titles(file: &str) -> Vec<(&str, &str)> {
    file.lines()
        .map(|line| line.split_once('\t').unwrap())
        .collect()
}

#[test]
fn titles_stand_in_the_order_of_their_language() {
    for (code, file) in LANGUAGES {
        let order = Collator::of(&language(code));
        let expected: Vec<&str> = titles(file).iter().map(|(title, _)| *title).collect();
        let mut sorted = expected.clone();
        sorted.reverse();
        sorted.sort_by(|one, other| order.compare(one, other));
        assert_eq!(sorted, expected, "{code}");
    }
}

#[test]
fn titles_are_listed_under_their_letter_and_letters_in_their_order() {
    for (code, file) in LANGUAGES {
        let order = Collator::of(&language(code));
        let mut letters = Vec::new();
        for (title, letter) in titles(file) {
            assert_eq!(order.initial(title), letter, "{code} {title}");
            letters.push(letter);
        }
        letters.dedup();
        let alphabet = alphabet(&language(code));
        let known: Vec<&str> = letters
            .into_iter()
            .filter(|letter| alphabet.contains(letter))
            .collect();
        let in_order: Vec<&str> = alphabet
            .iter()
            .copied()
            .filter(|letter| known.contains(letter))
            .collect();
        assert_eq!(known, in_order, "{code}");
    }
}

const FORMS: &str = "\
form = { $count ->
    [zero] zero
    [one] one
    [two] two
    [few] few
    [many] many
   *[other] other
}
";

/// Numbers and the plural form that each takes in English, Welsh, French and Irish (CLDR, cardinals).
const PLURALS: [(usize, [&str; 4]); 17] = [
    (0, ["other", "zero", "one", "other"]),
    (1, ["one", "one", "one", "one"]),
    (2, ["other", "two", "other", "two"]),
    (3, ["other", "few", "other", "few"]),
    (4, ["other", "other", "other", "few"]),
    (5, ["other", "other", "other", "few"]),
    (6, ["other", "many", "other", "few"]),
    (7, ["other", "other", "other", "many"]),
    (10, ["other", "other", "other", "many"]),
    (11, ["other", "other", "other", "other"]),
    (12, ["other", "other", "other", "other"]),
    (20, ["other", "other", "other", "other"]),
    (21, ["other", "other", "other", "other"]),
    (100, ["other", "other", "other", "other"]),
    (101, ["other", "other", "other", "other"]),
    (1_000, ["other", "other", "other", "other"]),
    (2_020, ["other", "other", "other", "other"]),
];

#[test]
fn numbers_take_the_plural_form_of_their_language() {
    for (at, code) in ["en", "cy", "fr", "ga"].into_iter().enumerate() {
        let source = Source::new("forms.ftl", FORMS);
        let strings = Strings::read(code, "forms.ftl", &[source]).unwrap();
        for (number, forms) in PLURALS {
            let form = strings.text("form", &[("count", Argument::from(number))]);
            assert_eq!(form, forms[at], "{number} in {code}");
        }
    }
}
