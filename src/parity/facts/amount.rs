//! Numbers in digits, with what stands at them: a currency, a per cent sign, an hour.

use std::ops::Range;

use super::time::time;
use super::unit::{self, Unit};
use super::{Fact, FoundFact};
use crate::language::LanguageCode;
use crate::language::number::{Number, SPACES};
use crate::language::number_phrases::{Scale, scale_after, words_change};

/// Signs for a part of one, as decimals.
const PARTS: [(char, &str); 3] = [('½', ".5"), ('¼', ".25"), ('¾', ".75")];

const CURRENCIES: [char; 4] = ['£', '$', '€', '¥'];

/// What a sum of money is multiplied by, in short.
const SHORT: [(&str, u64); 7] = [
    ("k", 1000),
    ("m", 1_000_000),
    ("mn", 1_000_000),
    ("M", 1_000_000),
    ("bn", 1_000_000_000),
    ("Md", 1_000_000_000),
    ("Mrd", 1_000_000_000),
];

/// The amounts in a text, in order.
pub(super) fn find(language: &LanguageCode, text: &str) -> Vec<FoundFact> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = next_digit(text, at) {
        let number = Number::read(text, start);
        at = number.range.end;
        let fact = with_surroundings(&number, language, text);
        at = at.max(fact.range.end);
        found.push(fact);
    }
    found
}

fn next_digit(text: &str, from: usize) -> Option<usize> {
    let rest = text.get(from..)?;
    rest.find(|c: char| c.is_ascii_digit()).map(|at| from + at)
}

fn with_surroundings(number: &Number, language: &LanguageCode, text: &str) -> FoundFact {
    let before = &text[..number.range.start];
    let mut value = number.value(language);
    let mut range = number.range.clone();
    let part = PARTS
        .iter()
        .find(|(sign, _)| text[range.end..].starts_with(*sign));
    if let Some((sign, decimals)) = part.filter(|_| number.joints.is_empty()) {
        value.push_str(decimals);
        range.end += sign.len_utf8();
    }
    let paid = currency_before(before);
    let changed = words_change(language, before, &text[range.end..]);
    let time = time(language, number, &text[range.end..]).filter(|_| paid.is_none());
    if let Some((minutes, length)) = time.filter(|_| !changed) {
        range.end += length;
        return FoundFact::new(range, Fact::Time(minutes));
    }
    let digits = value.clone();
    let scale = scale(language, &text[range.end..], paid.is_some());
    if let Some(scale) = &scale {
        value = multiplied(&value, scale.value);
        range.end += scale.length;
    }
    let after = &text[range.end..];
    let fact = if changed || words_change(language, before, after) {
        Fact::Unclear
    } else if let Some(length) = unit::length_of_per_cent(after) {
        range.end += length;
        return paid_or_counted(range, Fact::Percentage(value), Unit::PerCent);
    } else if let Some((sign, length)) = paid {
        range.start -= length;
        return paid_or_counted(range, Fact::Money(sign, value), Unit::Money);
    } else if let Some((sign, length)) = currency_after(after) {
        range.end += length;
        return paid_or_counted(range, Fact::Money(sign, value), Unit::Money);
    } else if scale.is_some_and(|scale| scale.is_doubtful) {
        Fact::Perhaps(
            [digits, value]
                .iter()
                .filter_map(|value| value.parse().ok())
                .collect(),
        )
    } else {
        Fact::Number(value)
    };
    let end = range.end;
    FoundFact::new(range, fact).with_unit_after(language, text, end)
}

fn paid_or_counted(range: Range<usize>, fact: Fact, unit: Unit) -> FoundFact {
    FoundFact {
        unit: Some(unit),
        ..FoundFact::new(range, fact)
    }
}

/// What multiplies a number that a text stands after: "million"; of a sum of money in short too ("£3m", "3 M€").
fn scale(language: &LanguageCode, after: &str, is_paid: bool) -> Option<Scale> {
    if let Some(scale) = scale_after(language, after) {
        return Some(scale);
    }
    let rest = after.strip_prefix(SPACES).unwrap_or(after);
    let is_beside = rest.len() == after.len();
    let letters = rest.find(|sign: char| !sign.is_alphabetic());
    let word = &rest[..letters.unwrap_or(rest.len())];
    let (_, value) = SHORT.iter().find(|(short, _)| *short == word)?;
    let length = after.len() - rest.len() + word.len();
    let is_sum = is_paid && is_beside || currency_after(&after[length..]).is_some();
    is_sum.then_some(Scale {
        value: *value,
        length,
        is_doubtful: false,
    })
}

/// A number with decimals, as digits, so many times.
fn multiplied(digits: &str, scale: u64) -> String {
    let zeros = scale.ilog10() as usize;
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
    let moved = decimals.get(..zeros).unwrap_or(decimals);
    let rest = decimals.get(zeros..).unwrap_or_default();
    let value = format!("{whole}{moved:0<zeros$}");
    let value = value.trim_start_matches('0');
    match (value, rest) {
        ("", "") => "0".to_owned(),
        (value, "") => value.to_owned(),
        (value, rest) => format!("{value}.{rest}"),
    }
}

/// The sign, and the length of it and the space after it.
fn currency_before(before: &str) -> Option<(char, usize)> {
    let rest = before.trim_end_matches(SPACES);
    let sign = rest
        .chars()
        .next_back()
        .filter(|sign| CURRENCIES.contains(sign))?;
    let gap = before.len() - rest.len();
    (gap <= '\u{202f}'.len_utf8()).then_some((sign, gap + sign.len_utf8()))
}

fn currency_after(after: &str) -> Option<(char, usize)> {
    let rest = after.strip_prefix(SPACES).unwrap_or(after);
    let sign = rest
        .chars()
        .next()
        .filter(|sign| CURRENCIES.contains(sign))?;
    // A sign with digits after it belongs to those.
    let next = rest[sign.len_utf8()..].chars().next();
    let belongs = next.is_none_or(|next| !next.is_ascii_digit());
    belongs.then_some((sign, after.len() - rest.len() + sign.len_utf8()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts(code: &str, text: &str) -> Vec<Fact> {
        let language = LanguageCode::parse(code).unwrap();
        find(&language, text)
            .into_iter()
            .map(|found| found.fact)
            .collect()
    }

    fn number(value: &str) -> Fact {
        Fact::Number(value.to_owned())
    }

    #[test]
    fn the_same_amount_is_the_same_as_each_language_writes_it() {
        for (code, text, value) in [
            ("en", "1,500 people", "1500"),
            ("fr", "1 500 personnes", "1500"),
            ("fr", "1\u{202f}500\u{202f}000 personnes", "1500000"),
            ("cy", "1,500 o bobl", "1500"),
            ("en", "2.5 hours", "2.5"),
            ("fr", "2,5 heures", "2.5"),
            ("de", "1.500 Leute", "1500"),
            ("en", "version 5.2.1", "5.2.1"),
            ("en", "2½ days", "2.5"),
            ("fr", "version 3.0", "3.0"),
            ("en", "1.2 million people", "1200000"),
            ("cy", "5 mil o bobl", "5000"),
            ("cy", "2 filiwn o bobl", "2000000"),
            ("cy", "1.25 biliwn", "1250000000"),
            ("fr", "1,2 million d’euros", "1200000"),
            ("fr", "3 mille", "3000"),
            ("ga", "0.5 milliún", "500000"),
            ("en", "1½ million", "1500000"),
            ("en", "5m", "5"),
            ("en", "in 2018 100 people", "2018"),
        ] {
            assert_eq!(facts(code, text)[0], number(value), "{text}");
        }
    }

    #[test]
    fn money_percentages_and_times_are_told_from_numbers() {
        let pounds = |value: &str| Fact::Money('£', value.to_owned());
        let percentage = |value: &str| Fact::Percentage(value.to_owned());
        for (code, text, fact) in [
            ("en", "£1,000.50 a year", pounds("1000.50")),
            ("fr", "1 000,50 £ par an", pounds("1000.50")),
            ("en", "£3m", pounds("3000000")),
            ("cy", "£1.2 miliwn", pounds("1200000")),
            ("fr", "3 M£", pounds("3000000")),
            ("fr", "1,5 million £", pounds("1500000")),
            ("ga", "20 míle", Fact::Perhaps(vec![20, 20_000])),
            ("cy", "5 y cant", percentage("5")),
            ("fr", "5 %", percentage("5")),
            ("en", "5.5 per cent", percentage("5.5")),
            ("en", "9am", Fact::Time(540)),
            ("en", "5.30 p.m.", Fact::Time(1050)),
            ("cy", "5.30yp", Fact::Time(1050)),
            ("fr", "17 h 30", Fact::Time(1050)),
            ("fr", "17h30", Fact::Time(1050)),
            ("fr", "9 heures", number("9")),
            ("en", "17:30", Fact::Time(1050)),
            ("en", "12pm", Fact::Time(720)),
            ("en", "12am", Fact::Time(0)),
            ("en", "12 noon", Fact::Time(720)),
            ("cy", "12 hanner dydd", Fact::Time(720)),
            ("cy", "8.30 y bore", Fact::Time(510)),
            ("cy", "5 o’r gloch y prynhawn", Fact::Time(1020)),
            ("cy", "8.30 yr hwyr", Fact::Time(1230)),
            ("cy", "8.30 y.h.", Fact::Time(1230)),
            ("cy", "10 y nos", Fact::Time(1320)),
            ("cy", "2 y nos", Fact::Time(120)),
            ("cy", "£5 am bob diwrnod", pounds("5")),
            ("cy", "5 am bob diwrnod", number("5")),
            ("cy", "Mae’n dechrau am 7.30 am.", Fact::Time(450)),
            ("cy", "(7.30 am)", Fact::Time(450)),
            ("ga", "5.30 i.n.", Fact::Time(1050)),
            ("fr", "5 heures du soir", Fact::Time(1020)),
        ] {
            assert_eq!(facts(code, text), [fact], "{text}");
        }
    }

    #[test]
    fn the_spaces_of_a_telephone_number_group_no_thousands() {
        for (english, french) in [
            ("613-555-0123", "613 555-0123"),
            ("1-800-622-6232", "1 800 622-6232"),
        ] {
            assert_eq!(facts("en", english), facts("fr", french), "{french}");
        }
        let thousands = [number("1500"), number("2000")];
        assert_eq!(facts("fr", "1 500-2 000"), thousands);
    }

    #[test]
    fn digits_anywhere_end_in_a_fact_and_never_in_a_panic() {
        for text in [
            "1",
            "1.",
            "1,",
            "1 ",
            "£1€2",
            "€",
            "9:",
            "9h",
            "24:00",
            "1\u{a0}",
            "0",
            "1.2,3.4 5",
        ] {
            facts("fr", text);
            facts("en", text);
        }
    }
}
