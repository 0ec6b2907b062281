//! Which facts of two passages have no counterpart.

use super::{Fact, FoundFact};

/// A fact that one side states and the other does not, or states otherwise. At least one is there.
pub(in crate::parity) type Mismatch<'a> = (Option<&'a FoundFact>, Option<&'a FoundFact>);

/// The facts that have no counterpart. Their order within a passage is the language's own.
///
/// What one language states again the other may refer to ("that day"), what one writes in digits the
/// other may write in words, and a day without its month: all that is no mismatch. A number in words
/// that stands alone is none either, since *dau* may be "both"; nor is what may stand for a number, which meets
/// one and is never missed.
pub(in crate::parity) fn mismatches<'a>(
    left: &'a [FoundFact],
    right: &'a [FoundFact],
) -> Vec<Mismatch<'a>> {
    let mut ours: Vec<_> = left.iter().collect();
    let mut theirs: Vec<_> = right.iter().collect();
    cancel(&mut ours, &mut theirs, |one, other| one == other);
    cancel(&mut ours, &mut theirs, |one, other| {
        !is_perhaps(one) && !is_perhaps(other) && may_be_written_as(one, other)
    });
    cancel(&mut ours, &mut theirs, may_be_written_as);
    cancel_dates(&mut ours, &mut theirs);
    cancel_dates(&mut theirs, &mut ours);
    for side in [&mut ours, &mut theirs] {
        side.retain(|one| !is_perhaps(&one.fact));
    }
    cancel_unclear(&mut ours, &mut theirs);
    cancel_unclear(&mut theirs, &mut ours);
    let mut found = substitutions(&mut ours, &mut theirs);
    ours.retain(|one| is_missed_in(right, one));
    theirs.retain(|one| is_missed_in(left, one));
    found.extend(ours.into_iter().map(|one| (Some(one), None)));
    found.extend(theirs.into_iter().map(|other| (None, Some(other))));
    found
}

/// Takes away pairs, one for one.
fn cancel(
    left: &mut Vec<&FoundFact>,
    right: &mut Vec<&FoundFact>,
    same: impl Fn(&Fact, &Fact) -> bool,
) {
    left.retain(|one| {
        let at = right.iter().position(|other| same(&one.fact, &other.fact));
        at.map(|at| right.remove(at)).is_none()
    });
}

/// Takes away numbers in words that are not understood, each with a number on the other side.
fn cancel_unclear(unclear: &mut Vec<&FoundFact>, others: &mut Vec<&FoundFact>) {
    unclear.retain(|one| {
        if one.fact == Fact::Unclear {
            let at = others
                .iter()
                .position(|other| !matches!(other.fact, Fact::Date(_)));
            at.map(|at| others.remove(at));
        }
        one.fact != Fact::Unclear
    });
}

fn is_perhaps(fact: &Fact) -> bool {
    matches!(fact, Fact::Perhaps(_) | Fact::TimeInWords(_))
}

/// Whether the two differ only in how they are written.
fn may_be_written_as(one: &Fact, other: &Fact) -> bool {
    use Fact::{Date, InWords, Money, Number, Percentage, Perhaps, Time, TimeInWords, Unclear};
    match (one, other) {
        (Money(..), Money(..)) | (Percentage(_), Percentage(_)) => false,
        (Date(_) | Unclear, _) | (_, Date(_) | Unclear) | (Time(_), Time(_)) => false,
        (Perhaps(_), Perhaps(_)) => one == other,
        (Perhaps(values), other) | (other, Perhaps(values)) => {
            let mut values = values.iter();
            values.any(|value| may_be_written_as(&InWords(*value), other))
        }
        (Time(one), TimeInWords(other)) | (TimeInWords(one), Time(other)) => one == other,
        (Time(minutes) | TimeInWords(minutes), hour)
        | (hour, Time(minutes) | TimeInWords(minutes)) => is_hour(hour, *minutes),
        (InWords(value), Number(digits)) | (Number(digits), InWords(value)) => {
            is_multiplied(digits, *value) || self::digits(one) == self::digits(other)
        }
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

/// Whether digits are a number but for a word that multiplies them: "2 million", "two million".
fn is_multiplied(digits: &str, value: u64) -> bool {
    let digits: Option<u64> = digits.parse().ok();
    let scales = [1000, 1_000_000, 1_000_000_000];
    digits.is_some_and(|digits| {
        scales
            .iter()
            .any(|scale| digits.checked_mul(*scale) == Some(value))
    })
}

fn digits(fact: &Fact) -> String {
    match fact {
        Fact::Money(_, amount) | Fact::Percentage(amount) | Fact::Number(amount) => {
            amount.chars().filter(char::is_ascii_digit).collect()
        }
        Fact::InWords(value) => value.to_string(),
        Fact::Date(_) | Fact::Time(_) | Fact::TimeInWords(_) | Fact::Perhaps(_) | Fact::Unclear => {
            String::new()
        }
    }
}

/// Takes away dates on one side whose day and year the other side, where no date is left, has as
/// numbers: a month that was not understood.
fn cancel_dates(dates: &mut Vec<&FoundFact>, numbers: &mut Vec<&FoundFact>) {
    if numbers
        .iter()
        .any(|other| matches!(other.fact, Fact::Date(_)))
    {
        return;
    }
    dates.retain(|one| {
        let Fact::Date(date) = one.fact else {
            return true;
        };
        let mut rest = numbers.clone();
        let day = date.day.map(|day| Fact::Number(day.to_string()));
        let year = date.year.map(|year| Fact::Number(year.to_string()));
        let are_there = day.into_iter().chain(year).all(|part| {
            let mut others = rest.iter();
            let at = others
                .position(|other| may_be_written_as(&part, &other.fact) || part == other.fact);
            at.map(|at| rest.remove(at)).is_some()
        });
        if are_there {
            *numbers = rest;
        }
        !are_there
    });
}

/// Pairs what is left: facts of one kind first, in order, then whatever numbers there are.
fn substitutions<'a>(
    left: &mut Vec<&'a FoundFact>,
    right: &mut Vec<&'a FoundFact>,
) -> Vec<Mismatch<'a>> {
    let mut found = Vec::new();
    let same_kind =
        |one: &Fact, other: &Fact| std::mem::discriminant(one) == std::mem::discriminant(other);
    let in_words = |facts: &[&FoundFact]| {
        facts
            .iter()
            .filter(|one| matches!(one.fact, Fact::InWords(_)))
            .count()
    };
    let words_are_sure = in_words(left) == 1 && in_words(right) == 1;
    let mut pair = |fits: &dyn Fn(&Fact, &Fact) -> bool| {
        left.retain(|one| {
            let at = right.iter().position(|other| fits(&one.fact, &other.fact));
            found.extend(at.map(|at| (Some(*one), Some(right.remove(at)))));
            at.is_none()
        });
    };
    pair(&|one, other| {
        same_kind(one, other) && (words_are_sure || !matches!(one, Fact::InWords(_)))
    });
    pair(&|one, other| !(matches!(one, Fact::InWords(_)) && matches!(other, Fact::InWords(_))));
    found
}

/// Whether a fact that stands alone is missed: it is in digits, and the other side never states it.
fn is_missed_in(others: &[FoundFact], one: &FoundFact) -> bool {
    let is_stated = others
        .iter()
        .any(|other| other.fact == one.fact || may_be_written_as(&one.fact, &other.fact));
    !matches!(one.fact, Fact::InWords(_)) && !is_stated
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
        let written = |text: &str, fact: Option<&FoundFact>| {
            fact.map(|fact| text[fact.range.clone()].to_owned())
        };
        mismatches
            .into_iter()
            .map(|(one, other)| (written(english, one), written(welsh, other)))
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
        ] {
            let expected = (Some(one.to_owned()), Some(other.to_owned()));
            assert_eq!(found(english, welsh), [expected], "{english}");
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
