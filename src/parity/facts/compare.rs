//! Which facts of two passages have no counterpart.

use super::substitution;
use super::unit::{Unit, may_be_millions, may_count_the_same};
use super::{Fact, FoundFact};

/// A fact that one side states and the other does not, or states otherwise. At least one is there.
pub(in crate::parity) type Mismatch<'a> = (Option<&'a FoundFact>, Option<&'a FoundFact>);

/// A fact and which of its passage's it is, from the first on.
#[derive(Clone, Copy)]
pub(super) struct Placed<'a> {
    pub at: usize,
    pub found: &'a FoundFact,
}

/// The facts that have no counterpart. Their order within a passage is the language's own.
///
/// What one language states again the other may refer to ("that day"), what one writes in digits the
/// other may write in words, and a day without its month: all that is no mismatch. A number in words
/// that stands alone is none either, since *dau* may be "both"; nor is any other words that the other language may do
/// without ("twice", "first", "half", a day of the week): they differ only from their like.
pub(in crate::parity) fn mismatches<'a>(
    left: &'a [FoundFact],
    right: &'a [FoundFact],
) -> Vec<Mismatch<'a>> {
    let mut ours = placed(left);
    let mut theirs = placed(right);
    let per_cent_may_lack = per_cent_may_lack(left, right);
    let agree = |one: &FoundFact, other: &FoundFact| {
        may_count_the_same(one, other, per_cent_may_lack) && states_the_same(one, other)
    };
    cancel(&mut ours, &mut theirs, |one, other| {
        one.fact == other.fact && agree(one, other)
    });
    cancel(&mut ours, &mut theirs, |one, other| {
        !is_loose(&one.fact) && !is_loose(&other.fact) && agree(one, other)
    });
    cancel(&mut ours, &mut theirs, agree);
    cancel_dates(&mut ours, &mut theirs);
    cancel_dates(&mut theirs, &mut ours);
    cancel_fractions(&mut ours, &mut theirs);
    cancel_fractions(&mut theirs, &mut ours);
    for side in [&mut ours, &mut theirs] {
        side.retain(|one| !matches!(one.found.fact, Fact::Perhaps(_)));
    }
    let mut found = substitution::in_units(&mut ours, &mut theirs);
    cancel_unclear(&mut ours, &mut theirs);
    cancel_unclear(&mut theirs, &mut ours);
    found.extend(substitution::in_values(&mut ours, &mut theirs));
    ours.retain(|one| is_missed_in(right, one.found));
    theirs.retain(|one| is_missed_in(left, one.found));
    found.extend(ours.into_iter().map(|one| (Some(one.found), None)));
    found.extend(theirs.into_iter().map(|other| (None, Some(other.found))));
    found
}

fn placed(facts: &[FoundFact]) -> Vec<Placed<'_>> {
    let numbered = facts.iter().enumerate();
    numbered.map(|(at, found)| Placed { at, found }).collect()
}

/// Whether both passages count hundredths somewhere, or name the hundred: then a number alone may count them too.
fn per_cent_may_lack(left: &[FoundFact], right: &[FoundFact]) -> bool {
    let hundred = Fact::InWords(100);
    let may = |facts: &[FoundFact]| {
        let mut facts = facts.iter();
        facts.any(|fact| {
            fact.unit == Some(Unit::PerCent)
                || may_be_written_as(&fact.fact, &hundred)
                || fact.fact == hundred
        })
    };
    may(left) && may(right)
}

/// Takes away pairs that are the same.
fn cancel<'a>(
    left: &mut Vec<Placed<'a>>,
    right: &mut Vec<Placed<'a>>,
    same: impl Fn(&FoundFact, &FoundFact) -> bool,
) {
    substitution::pair(left, right, same);
}

/// Takes away numbers in words that are not understood, each with the number on the other side that stands at the
/// place nearest to its own.
fn cancel_unclear(unclear: &mut Vec<Placed>, others: &mut Vec<Placed>) {
    unclear.retain(|one| {
        if one.found.fact == Fact::Unclear {
            let is_number =
                |other: &FoundFact| !matches!(other.fact, Fact::Date(_)) && !is_loose(&other.fact);
            let at = substitution::nearest(one.at, others, is_number);
            at.map(|at| others.remove(at));
        }
        one.found.fact != Fact::Unclear
    });
}

/// Whether another language may do without such words.
pub(super) fn is_loose(fact: &Fact) -> bool {
    matches!(
        fact,
        Fact::Perhaps(_)
            | Fact::Akin(_)
            | Fact::Ordinal(_)
            | Fact::TimeInWords(_)
            | Fact::Part(..)
            | Fact::Weekday(_)
            | Fact::Month(_)
    )
}

/// The numbers that words stand for which do not count.
fn stood_for(fact: &Fact) -> Option<&[u64]> {
    match fact {
        Fact::Perhaps(values) | Fact::Akin(values) => Some(values),
        Fact::Ordinal(value) => Some(std::slice::from_ref(value)),
        _ => None,
    }
}

/// Whether two facts state the same value, whatever they count.
pub(super) fn states_the_same(one: &FoundFact, other: &FoundFact) -> bool {
    let millions = |short: &FoundFact, long: &FoundFact| match (&short.fact, &long.fact) {
        (Fact::Number(short_digits), Fact::Number(long)) => {
            may_be_millions(short) && format!("{short_digits}000000") == *long
        }
        _ => false,
    };
    one.fact == other.fact
        || may_be_written_as(&one.fact, &other.fact)
        || millions(one, other)
        || millions(other, one)
}

/// Whether the two differ only in how they are written.
fn may_be_written_as(one: &Fact, other: &Fact) -> bool {
    use Fact::{Date, InWords, Month, Part, Time, TimeInWords, Unclear, Weekday};
    match (one, other) {
        (Fact::Money(..), Fact::Money(..)) | (Fact::Percentage(_), Fact::Percentage(_)) => false,
        (Month(month), Date(date)) | (Date(date), Month(month)) => {
            date.day.is_none() && date.month == *month
        }
        (Date(_) | Unclear, _) | (_, Date(_) | Unclear) | (Time(_), Time(_)) => false,
        // "1½ days", *diwrnod a hanner*.
        (Part(1, 2), Fact::Number(digits)) | (Fact::Number(digits), Part(1, 2)) => {
            matches!(digits.as_str(), "1.5" | "0.5")
        }
        (Part(some, all), Fact::Percentage(hundredths))
        | (Fact::Percentage(hundredths), Part(some, all)) => {
            hundredths.parse() == Ok(100 * some / all) && 100 * some % all == 0
        }
        (Part(..) | Weekday(_) | Month(_), _) | (_, Part(..) | Weekday(_) | Month(_)) => false,
        _ if stood_for(one).is_some() || stood_for(other).is_some() => {
            let (values, other) = match stood_for(one) {
                Some(values) => (values, other),
                None => (stood_for(other).unwrap_or_default(), one),
            };
            let is = |value: &u64| match stood_for(other) {
                Some(others) => others.contains(value),
                None => may_be_written_as(&InWords(*value), other),
            };
            values.iter().any(is)
        }
        (Time(one), TimeInWords(other)) | (TimeInWords(one), Time(other)) => one == other,
        (Time(minutes) | TimeInWords(minutes), hour)
        | (hour, Time(minutes) | TimeInWords(minutes)) => is_hour(hour, *minutes),
        _ => digits(one) == digits(other),
    }
}

/// Whether a number is a time, whichever half of the day it is in: "8.30", "8".
fn is_hour(number: &Fact, minutes: u16) -> bool {
    let written = match number {
        Fact::Number(hour) => hour.clone(),
        Fact::InWords(hour) => hour.to_string(),
        _ => return false,
    };
    let (hour, minute) = match written.split_once('.') {
        Some((hour, minute)) if minute.len() == 2 => (hour, Some(minute)),
        Some(_) => return false,
        None => (written.as_str(), None),
    };
    let hours = [minutes / 60, (minutes / 60 + 11) % 12 + 1];
    let is_minute = |minute: &str| minute.parse() == Ok(minutes % 60);
    let is_one = hour.parse().is_ok_and(|hour: u16| hours.contains(&hour));
    is_one && minute.is_none_or(is_minute)
}

fn digits(fact: &Fact) -> String {
    match fact {
        Fact::Money(_, amount) | Fact::Percentage(amount) | Fact::Number(amount) => {
            amount.chars().filter(char::is_ascii_digit).collect()
        }
        Fact::InWords(value) => value.to_string(),
        _ => String::new(),
    }
}

/// Takes away dates on one side whose day and year the other side, where no date is left, has as
/// numbers: a month that was not understood.
fn cancel_dates(dates: &mut Vec<Placed>, numbers: &mut Vec<Placed>) {
    if numbers
        .iter()
        .any(|other| matches!(other.found.fact, Fact::Date(_)))
    {
        return;
    }
    dates.retain(|one| {
        let Fact::Date(date) = one.found.fact else {
            return true;
        };
        let day = date.day.map(|day| Fact::Number(day.to_string()));
        let year = date.year.map(|year| Fact::Number(year.to_string()));
        !take_all(numbers, day.into_iter().chain(year))
    });
}

/// Takes away fractions on one side that the other side writes as two numbers: "2/3", "two out of three".
fn cancel_fractions(fractions: &mut Vec<Placed>, numbers: &mut Vec<Placed>) {
    fractions.retain(|one| match one.found.fact {
        Fact::Part(some, all) if some > 1 => {
            !take_all(numbers, [some, all].map(Fact::InWords).into_iter())
        }
        _ => true,
    });
}

/// Takes away numbers, if all of these are there.
fn take_all(numbers: &mut Vec<Placed>, mut parts: impl Iterator<Item = Fact>) -> bool {
    let mut rest = numbers.clone();
    let are_there = parts.all(|part| {
        let mut others = rest.iter();
        let at = others.position(|other| {
            may_be_written_as(&part, &other.found.fact) || part == other.found.fact
        });
        at.map(|at| rest.remove(at)).is_some()
    });
    if are_there {
        *numbers = rest;
    }
    are_there
}

/// Whether a fact that stands alone is missed: it is in digits, and the other side never states it.
fn is_missed_in(others: &[FoundFact], one: &FoundFact) -> bool {
    let is_stated = others
        .iter()
        .any(|other| other.fact == one.fact || may_be_written_as(&one.fact, &other.fact));
    !matches!(one.fact, Fact::InWords(_)) && !is_loose(&one.fact) && !is_stated
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::LanguageCode;
    use crate::parity::facts::find_facts;

    fn found(english: &str, welsh: &str) -> Vec<(Option<String>, Option<String>)> {
        let language = |code| LanguageCode::parse(code).unwrap();
        let left = find_facts(&language("en"), english);
        let right = find_facts(&language("cy"), welsh);
        let mismatches = mismatches(&left, &right);
        let written = |text: &str, fact: Option<&FoundFact>, other: Option<&FoundFact>| {
            fact.map(|fact| text[fact.range_beside(other)].to_owned())
        };
        mismatches
            .into_iter()
            .map(|(one, other)| (written(english, one, other), written(welsh, other, one)))
            .collect()
    }

    #[test]
    fn the_same_facts_as_each_language_writes_them_are_no_mismatch() {
        for (english, welsh) in [
            ("within 2 working days", "o fewn dau ddiwrnod gwaith"),
            ("by 3 March 2021, 9am", "erbyn 3 Fawrth 2021, 9 o’r gloch"),
            ("£5 for 10% of people", "10 y cant o bobl, £5"),
            (
                "on 3 March 2021, before 3 March 2021",
                "ar 3 Mawrth 2021, cyn y dyddiad hwnnw",
            ),
            ("both of the two", "y ddau"),
            ("You get 28 days.", "Cewch wyth diwrnod ar hugain."),
            ("within 1 day", "o fewn un diwrnod"),
            ("within one day", "o fewn 1 diwrnod"),
            ("in the 21st century", "yn yr unfed ganrif ar hugain"),
            ("every 2 weeks, for 3 days", "bob pythefnos, am dridiau"),
            ("365 days", "tri chant chwe deg pump o ddiwrnodau"),
            ("2.5 days", "dau ddiwrnod a hanner"),
            ("37½ hours", "37 awr a hanner"),
            ("at 9:30am", "am hanner awr wedi 9 y bore"),
            ("two million people", "2 filiwn o bobl"),
            ("5pm", "pump o’r gloch"),
            ("8.30am", "8.30 y bore"),
            ("8.30pm", "8.30 o’r gloch yr hwyr"),
            ("17:30", "5.30 y prynhawn"),
            ("4.30pm on Fridays", "4.30 ar ddydd Gwener"),
            (
                "from 12 noon to midnight",
                "o hanner dydd tan 12 hanner nos",
            ),
            ("By 12 noon.", "Erbyn Hanner dydd."),
            ("7.30pm", "hanner awr wedi saith yr hwyr"),
            (
                "the leave year runs from 1 April",
                "mae’r flwyddyn yn dechrau ar y cyntaf o Ebrill",
            ),
            (
                "at <https://example.org/2020>",
                "yn <https://example.org/2021>",
            ),
            ("£1.2 million", "£1.2m"),
            ("£25,000", "£25k"),
            ("5,000 people", "5 mil o bobl"),
            ("5m people", "5 miliwn o bobl"),
            ("60m away", "60 metr i ffwrdd"),
            ("the second warning", "yr ail rybudd"),
            ("both officers, once", "y ddau swyddog"),
            ("one of the two", "y naill neu’r llall o’r ddau"),
            ("5 to 10%", "rhwng 5% a 10%"),
            ("3 percentage points", "3 phwynt canran"),
            ("37 hours in 5 days", "37 o oriau mewn 5 diwrnod"),
            ("15 minutes", "chwarter awr"),
            ("Two-thirds of the staff", "dwy ran o dair o’r staff"),
            (
                "Two-thirds vote. One quarter is it.",
                "Mae dwy ran o dair. Chwarter yw.",
            ),
            (
                "a 3-year-old child; the 1,000th",
                "plentyn teirblwydd; y milfed",
            ),
            ("within 72 hours", "o fewn tridiau"),
            ("2/3 of the staff", "dwy ran o dair o’r staff"),
            ("two out of three", "2 ran o dair"),
            ("75% of it", "tri chwarter ohono"),
            ("three quarters of an hour", "45 munud"),
            ("two and three quarter hours", "dwy awr a thri chwarter"),
            ("by the first aider", "gan y swyddog cymorth cyntaf"),
            ("a half-hour break", "egwyl o 30 munud"),
            ("half pay", "hanner cyflog"),
            (
                "in July and August 2026",
                "ym mis Gorffennaf 2026 ac ym mis Awst 2026",
            ),
            ("from April 1 to 30, 2025", "o 1 i 30 Ebrill 2025"),
            ("from April 1–30", "rhwng 1 a 30 Ebrill"),
            ("Monday to Friday", "yn ystod yr wythnos"),
            ("1½ days", "un diwrnod a hanner"),
            ("1½ days", "diwrnod a hanner"),
        ] {
            assert_eq!(found(english, welsh), [], "{english}");
        }
    }

    #[test]
    fn what_is_stated_otherwise_is_one_mismatch() {
        for (english, welsh, one, other) in [
            ("within 2 days", "o fewn 3 diwrnod", "2", "3"),
            ("2 warnings, 6 months", "6 rhybudd, 7 mis", "2", "7"),
            (
                "on 3 March 2021",
                "ar 3 Ebrill 2021",
                "3 March 2021",
                "3 Ebrill 2021",
            ),
            ("£5 and 5%", "£6 a 5%", "£5", "£6"),
            ("three of them", "pedwar ohonynt", "three", "pedwar"),
            (
                "twenty-five days",
                "dau ddeg saith diwrnod",
                "twenty-five",
                "dau ddeg saith",
            ),
            (
                "five days",
                "pum niwrnod ar hugain",
                "five",
                "pum niwrnod ar hugain",
            ),
            ("28 days", "wyth diwrnod", "28", "wyth"),
            ("one month", "dau fis", "one", "dau"),
            ("closes at 4pm", "cau am 4 y bore", "4pm", "4 y bore"),
            ("5pm", "5 o’r gloch y bore", "5pm", "5 o’r gloch y bore"),
            (
                "7pm",
                "saith o’r gloch y bore",
                "7pm",
                "saith o’r gloch y bore",
            ),
            ("9am to 5pm", "9am i 7pm", "5pm", "7pm"),
            ("£1.2 million", "£1.2 biliwn", "£1.2 million", "£1.2 biliwn"),
            ("5 million people", "5 mil o bobl", "5 million", "5 mil"),
            (
                "The second warning",
                "Mae’r trydydd rhybudd",
                "second",
                "trydydd",
            ),
            ("One person must", "Rhaid i dri pherson", "One", "dri"),
            ("twice a year", "dair gwaith y flwyddyn", "twice", "dair"),
            ("a fortnight", "dair wythnos", "fortnight", "dair"),
            ("half pay", "chwarter cyflog", "half", "chwarter"),
            ("at 7.30 pm.", "am 7.30 am.", "7.30 pm", "7.30 am"),
            ("One quarter", "Traean", "One quarter", "Traean"),
            (
                "two thirds of the members",
                "tair rhan o bedair",
                "two thirds",
                "tair rhan o bedair",
            ),
            ("5 days", "5 mis", "5 days", "5 mis"),
            ("two weeks", "dau fis", "two weeks", "dau fis"),
            ("25kg", "25g", "25kg", "25g"),
            ("a rise of 5%", "codiad o 5", "5%", "5"),
            (
                "on Monday and Friday",
                "ddydd Mawrth a dydd Gwener",
                "Monday",
                "Mawrth",
            ),
            (
                "in July and August",
                "ym mis Mehefin ac Awst",
                "July",
                "Mehefin",
            ),
            ("at noon", "am hanner nos", "noon", "hanner nos"),
            (
                "twenty-one offices; a hundred and fifty staff",
                "dwy swyddfa ar hugain; cant a hanner o staff",
                "twenty-one",
                "dwy swyddfa ar hugain",
            ),
        ] {
            let expected = (Some(one.to_owned()), Some(other.to_owned()));
            assert_eq!(found(english, welsh), [expected], "{english}");
        }
    }

    #[test]
    fn centuries_and_days_are_the_same_in_french_and_irish() {
        for (code, english, other) in [
            ("fr", "the 21st century", "le XXIe siècle"),
            ("fr", "the nineteenth century", "le XIXe siècle"),
            ("fr", "The third floor", "Le troisième étage"),
            ("fr", "a fortnight, twice", "Quinze jours, deux fois"),
            ("fr", "Two thirds, a quarter", "deux tiers, un quart"),
            ("ga", "Two thirds", "dhá thrian"),
            ("ga", "Twenty-one days", "Lá is fiche"),
            ("ga", "20 miles", "20 míle"),
            ("ga", "20,000 people", "20 míle duine"),
            ("fr", "a quarter of an hour", "un quart d’heure"),
        ] {
            let language = |code| LanguageCode::parse(code).unwrap();
            let left = find_facts(&language("en"), english);
            let right = find_facts(&language(code), other);
            assert_eq!(mismatches(&left, &right), [], "{english} {other}");
        }
    }

    #[test]
    fn what_one_side_lacks_stands_alone() {
        assert_eq!(
            found("after 6 months", "wedyn"),
            [(Some("6".to_owned()), None)]
        );
        assert_eq!(found("then", "ar ôl £6"), [(None, Some("£6".to_owned()))]);
    }
}
