//! Dates in running text.
//!
//! The text is cut into runs of letters and digits; at each run the forms that a date may take are
//! tried, the longest first. What is asked of a date is strict enough that "may" and "mai" alone, a
//! clause number or a sum of money is none: a month counts only beside a day or a year.

use std::ops::Range;

use unicode_normalization::char::is_combining_mark;

use super::{has_names_of_two_words, month_from_name, month_from_short_name};
use crate::language::{Known, LanguageCode};

/// A date as far as a text states it: at least two of day, month and year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartialDate {
    /// The year, if stated.
    pub year: Option<i16>,
    /// The month, 1 to 12.
    pub month: i8,
    /// The day, 1 to 31, if stated. It may be more than the month has.
    pub day: Option<i8>,
}

/// A date and where in the text it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundDate {
    /// From its first to after its last byte: "1st of May 2018", without "the".
    pub range: Range<usize>,
    /// What it says.
    pub date: PartialDate,
}

/// The dates in a text, in order, none overlapping another.
///
/// Known in every language: `2018-05-01`, and `1/5/2018`, `1.5.2018`, `1-5-2018` with the day first.
/// Known in Welsh, English, French and Irish: day and month in letters, with or without a year, an
/// ordinal ("1st", "3ydd", "1er", "1ú"), and "of" in between ("o Fai", "de Mhárta"); the month first
/// ("May 1, 2018"), in English without a year too; month and year. Short names of months count
/// beside a day alone.
pub fn find_dates(language: &LanguageCode, text: &str) -> Vec<FoundDate> {
    let finder = Finder::of(language, text);
    let mut found = Vec::new();
    let mut at = 0;
    // Most runs are plain words with no number near: they are passed over.
    while let Some(number) = (at..finder.runs.len()).find(|&run| finder.begins_with_digit(run)) {
        at = at.max(number.saturating_sub(BEFORE_NUMBER));
        match finder.date_at(at) {
            Some((date, after)) => {
                let range = finder.runs[at].start..finder.runs[after - 1].end;
                found.push(FoundDate { range, date });
                at = after;
            }
            None => at += 1,
        }
    }
    found
}

/// The months in a text that are named in full, and where they stand: those of dates too. What may be another word is
/// left out: the first word of a sentence that is "May", "March", *Mai*; *Mawrth*, which is Tuesday too, but after
/// *mis*.
pub fn find_months(language: &LanguageCode, text: &str) -> Vec<(Range<usize>, i8)> {
    let finder = Finder::of(language, text);
    let mut found = Vec::new();
    let mut at = 0;
    while at < finder.runs.len() {
        match finder.month(at) {
            Some((month, after)) => {
                if !month.is_short && finder.is_surely_a_month(at, month.number) {
                    let range = finder.runs[at].start..finder.runs[after - 1].end;
                    found.push((range, month.number));
                }
                at = after;
            }
            None => at += 1,
        }
    }
    found
}

/// How many runs before its first number a date can begin.
const BEFORE_NUMBER: usize = 2;

/// Where each run of letters and digits stands.
fn runs(text: &str) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::with_capacity(text.len() / 5);
    let mut start = 0;
    while let Some(character) = text[start..].chars().next() {
        // Plain letters go in one step: most runs have no others.
        let rest = text[start..].bytes();
        let plain = rest.take_while(u8::is_ascii_alphanumeric).count();
        let end = start + plain.max(character.len_utf8());
        match runs.last_mut() {
            _ if !is_of_a_run(character) => {}
            Some(last) if last.end == start => last.end = end,
            _ => runs.push(start..end),
        }
        start = end;
    }
    runs
}

fn is_of_a_run(character: char) -> bool {
    character.is_alphanumeric() || (!character.is_ascii() && is_combining_mark(character))
}

struct Finder<'a> {
    language: &'a LanguageCode,
    text: &'a str,
    runs: Vec<Range<usize>>,
}

/// What was read, and the index of the run after it.
type Read<T> = Option<(T, usize)>;

struct Month {
    number: i8,
    is_short: bool,
}

impl<'a> Finder<'a> {
    fn of(language: &'a LanguageCode, text: &'a str) -> Self {
        Finder {
            language,
            text,
            runs: runs(text),
        }
    }
}

impl Finder<'_> {
    fn date_at(&self, at: usize) -> Read<PartialDate> {
        if self.begins_with_digit(at) {
            self.iso(at)
                .or_else(|| self.day_first_in_digits(at))
                .or_else(|| self.day_then_month(at))
        } else if (1..=BEFORE_NUMBER).any(|after| self.begins_with_digit(at + after)) {
            self.month_then_day(at).or_else(|| self.month_then_year(at))
        } else {
            None
        }
    }

    /// `2018-05-01`
    fn iso(&self, at: usize) -> Read<PartialDate> {
        let parts = (
            self.digits(at, 4)?,
            self.digits(at + 1, 2)?,
            self.digits(at + 2, 2)?,
        );
        let joined = self.gap(at)? == "-" && self.gap(at + 1)? == "-";
        (joined && !self.continues("-", at, at + 3))
            .then(|| date(parts.0, parts.1, parts.2))
            .flatten()
            .map(|date| (date, at + 3))
    }

    /// `1/5/2018`, `01.05.2018`
    fn day_first_in_digits(&self, at: usize) -> Read<PartialDate> {
        let day = self.one_or_two_digits(at)?;
        let month = self.one_or_two_digits(at + 1)?;
        let year = self.digits(at + 2, 4)?;
        let joint = self.gap(at)?;
        let joined = matches!(joint, "/" | "." | "-") && self.gap(at + 1)? == joint;
        (joined && !self.continues(joint, at, at + 3))
            .then(|| date(year, month, day))
            .flatten()
            .map(|date| (date, at + 3))
    }

    /// "1 May 2018", "1st of May", "22 o Dachwedd", "1er mai", "1 d'Aibreán"
    fn day_then_month(&self, at: usize) -> Read<PartialDate> {
        let day = self.day(at)?;
        let (month, after) = self
            .after_of(at)
            .and_then(|next| self.month(next))
            .or_else(|| self.is_spaced(at).then(|| self.month(at + 1)).flatten())?;
        let (year, after) = self.year_after(&month, after);
        Some((partial(year, &month, Some(day)), after))
    }

    /// "May 1, 2018"; in English also without the year
    fn month_then_day(&self, at: usize) -> Read<PartialDate> {
        let (month, next) = self.month(at)?;
        if !self.is_spaced_after(&month, next - 1) {
            return None;
        }
        let day = self.day(next)?;
        let is_before_year = self.gap(next).is_some_and(is_space_or_comma);
        match self.year(next + 1).filter(|_| is_before_year) {
            Some(year) => Some((partial(Some(year), &month, Some(day)), next + 2)),
            None if self.language.known() == Some(Known::English) => {
                Some((partial(None, &month, Some(day)), next + 1))
            }
            None => None,
        }
    }

    /// "May 2018", "mis Mai 2018"
    fn month_then_year(&self, at: usize) -> Read<PartialDate> {
        let (month, next) = self.month(at)?;
        if month.is_short {
            return None;
        }
        let (year, after) = self.year_after(&month, next);
        year.map(|year| (partial(Some(year), &month, None), after))
    }

    /// A day, with or without its ordinal ending, that is not the end of a number such as `5.2`.
    fn day(&self, at: usize) -> Option<i8> {
        let run = self.run(at)?;
        let digits = run.trim_start_matches(|c: char| c.is_ascii_digit());
        let (number, ending) = run.split_at(run.len() - digits.len());
        let is_ordinal = ending.is_empty() || ordinal_endings(self.language).contains(&ending);
        let is_whole = ![".", ",", ":", "/"]
            .iter()
            .any(|joint| self.continues(joint, at, at + 1));
        let is_short = number.len() <= 2;
        (is_ordinal && is_whole && is_short)
            .then(|| number.parse().ok())
            .flatten()
            .filter(|day| (1..=31).contains(day))
    }

    /// The run after the language's "of", where that follows.
    fn after_of(&self, at: usize) -> Option<usize> {
        let word = self.run(at + 1)?;
        let gap = self.gap(at + 1)?;
        let is_of = match (self.language.known()?, word) {
            (Known::English, "of") | (Known::Welsh, "o") | (Known::Irish, "de") => is_space(gap),
            (Known::Irish, "d") => matches!(gap, "'" | "’"),
            _ => false,
        };
        (is_of && self.is_spaced(at)).then_some(at + 2)
    }

    fn month(&self, at: usize) -> Read<Month> {
        let long = |number| Month {
            number,
            is_short: false,
        };
        let pair = || {
            let range = self.runs.get(at)?.start..self.runs.get(at + 1)?.end;
            let may_be = has_names_of_two_words(self.language) && is_space(self.gap(at)?);
            may_be.then(|| self.named(&self.text[range]))?
        };
        if let Some(number) = pair() {
            return Some((long(number), at + 2));
        }
        let word = self.run(at)?;
        if let Some(number) = self.named(word) {
            return Some((long(number), at + 1));
        }
        let may_be = self.has_its_capital(word);
        let number = may_be.then(|| month_from_short_name(self.language, word))??;
        let short = Month {
            number,
            is_short: true,
        };
        Some((short, at + 1))
    }

    /// Whether a word that names a month is no other: see [`find_months`].
    fn is_surely_a_month(&self, at: usize, number: i8) -> bool {
        let before = at.checked_sub(1);
        let gap = before.and_then(|before| self.gap(before));
        let opens = gap.is_none_or(|gap| gap.contains(['.', '!', '?', ':', '\n']));
        match (self.language.known(), number) {
            (Some(Known::Welsh), 3) => {
                let word = before.and_then(|before| self.run(before));
                word.is_some_and(|word| matches!(word, "mis" | "fis" | "Mis"))
            }
            (Some(Known::English | Known::Welsh), 3 | 5) => !opens,
            _ => true,
        }
    }

    fn named(&self, words: &str) -> Option<i8> {
        // Most words have none, which takes less to find out.
        let may_be = self.has_its_capital(words);
        may_be.then(|| month_from_name(self.language, words))?
    }

    /// Months have a capital but in French: "mai" is a Welsh conjunction, "may" and "march" verbs.
    fn has_its_capital(&self, word: &str) -> bool {
        self.language.known() == Some(Known::French) || word.contains(char::is_uppercase)
    }

    fn year_after(&self, month: &Month, next: usize) -> (Option<i16>, usize) {
        let spaced = self.is_spaced_after(month, next - 1)
            || self.gap(next - 1).is_some_and(is_space_or_comma);
        match self.year(next).filter(|_| spaced) {
            Some(year) => (Some(year), next + 1),
            None => (None, next),
        }
    }

    fn year(&self, at: usize) -> Option<i16> {
        let year = self.digits(at, 4)?;
        (1000..3000).contains(&year).then_some(year)
    }

    /// Whether a space follows a month's last run, after the full stop of a short name.
    fn is_spaced_after(&self, month: &Month, last: usize) -> bool {
        self.gap(last).is_some_and(|gap| {
            let gap = if month.is_short {
                gap.strip_prefix('.').unwrap_or(gap)
            } else {
                gap
            };
            is_space(gap)
        })
    }

    fn is_spaced(&self, at: usize) -> bool {
        self.gap(at).is_some_and(is_space)
    }

    /// Whether the runs `from..to` are part of a longer row of numbers with the same joint.
    fn continues(&self, joint: &str, from: usize, to: usize) -> bool {
        let before = from
            .checked_sub(1)
            .is_some_and(|at| self.gap(at) == Some(joint) && self.is_number(at));
        let after = self.gap(to - 1) == Some(joint) && self.is_number(to);
        before || after
    }

    fn run(&self, at: usize) -> Option<&str> {
        self.runs.get(at).map(|run| &self.text[run.clone()])
    }

    /// What stands between a run and the next.
    fn gap(&self, at: usize) -> Option<&str> {
        let (run, next) = (self.runs.get(at)?, self.runs.get(at + 1)?);
        Some(&self.text[run.end..next.start])
    }

    fn begins_with_digit(&self, at: usize) -> bool {
        self.run(at)
            .is_some_and(|run| run.starts_with(|first: char| first.is_ascii_digit()))
    }

    fn is_number(&self, at: usize) -> bool {
        self.run(at)
            .is_some_and(|run| run.bytes().all(|byte| byte.is_ascii_digit()))
    }

    fn digits(&self, at: usize, length: usize) -> Option<i16> {
        let run = self.run(at).filter(|run| run.len() == length)?;
        self.is_number(at).then(|| run.parse().ok()).flatten()
    }

    fn one_or_two_digits(&self, at: usize) -> Option<i16> {
        self.digits(at, 1).or_else(|| self.digits(at, 2))
    }
}

fn date(year: i16, month: i16, day: i16) -> Option<PartialDate> {
    let is_possible =
        (1000..3000).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
    is_possible.then_some(PartialDate {
        year: Some(year),
        month: month as i8,
        day: Some(day as i8),
    })
}

fn partial(year: Option<i16>, month: &Month, day: Option<i8>) -> PartialDate {
    PartialDate {
        year,
        month: month.number,
        day,
    }
}

fn is_space(gap: &str) -> bool {
    !gap.is_empty() && gap.chars().all(char::is_whitespace)
}

fn is_space_or_comma(gap: &str) -> bool {
    is_space(gap.strip_prefix(',').unwrap_or(gap))
}

/// What is written after the digits of a day.
fn ordinal_endings(language: &LanguageCode) -> &'static [&'static str] {
    match language.known() {
        Some(Known::English) => &["st", "nd", "rd", "th"],
        Some(Known::Welsh) => &["af", "il", "ydd", "edd", "ed", "fed", "eg", "ain"],
        Some(Known::French) => &["er", "e"],
        Some(Known::Irish) => &["ú"],
        None => &[],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The dates of a text as `text=year-month-day`, with `?` for what is not stated.
    fn found(code: &str, text: &str) -> String {
        let stated = |part: Option<i16>| part.map_or("?".to_owned(), |part| part.to_string());
        find_dates(&LanguageCode::parse(code).unwrap(), text)
            .into_iter()
            .map(|FoundDate { range, date }| {
                let (year, day) = (stated(date.year), stated(date.day.map(i16::from)));
                format!("{}={year}-{}-{day}", &text[range], date.month)
            })
            .collect::<Vec<_>>()
            .join("; ")
    }

    #[test]
    fn dates_are_found_in_each_language() {
        for (code, text, dates) in [
            ("en", "From 1 May 2018 on.", "1 May 2018=2018-5-1"),
            ("en", "by the 1st of May, 2018", "1st of May, 2018=2018-5-1"),
            ("en", "on May 1, 2018, at noon", "May 1, 2018=2018-5-1"),
            (
                "en",
                "Since March 2021, and 3 Sept. 2022",
                "March 2021=2021-3-?; 3 Sept. 2022=2022-9-3",
            ),
            (
                "en",
                "from 6 April to 5 April",
                "6 April=?-4-6; 5 April=?-4-5",
            ),
            ("en", "1–5 May\u{a0}2018", "5 May\u{a0}2018=2018-5-5"),
            (
                "en",
                "since 2018-05-01 or 31/12/2019",
                "2018-05-01=2018-5-1; 31/12/2019=2019-12-31",
            ),
            ("cy", "O 1 Mawrth 2021 ymlaen", "1 Mawrth 2021=2021-3-1"),
            ("cy", "y 3ydd o Fai 2018", "3ydd o Fai 2018=2018-5-3"),
            (
                "cy",
                "rhwng 1af Ebrill a 22ain o Dachwedd",
                "1af Ebrill=?-4-1; 22ain o Dachwedd=?-11-22",
            ),
            (
                "cy",
                "ym mis Ragfyr 2020; i Fawrth 2021",
                "Ragfyr 2020=2020-12-?; Fawrth 2021=2021-3-?",
            ),
            ("cy", "dydd Mawrth 3 Medi 2019", "3 Medi 2019=2019-9-3"),
            (
                "fr",
                "le 1er mai 2018 et le 2 août",
                "1er mai 2018=2018-5-1; 2 août=?-8-2",
            ),
            (
                "fr",
                "depuis mars 2020 (5 janv. 2021)",
                "mars 2020=2020-3-?; 5 janv. 2021=2021-1-5",
            ),
            (
                "ga",
                "Éifeachtach Samhain 30, 2018",
                "Samhain 30, 2018=2018-11-30",
            ),
            ("ga", "an 1ú de Mhárta 2018", "1ú de Mhárta 2018=2018-3-1"),
            (
                "ga",
                "ó 30 Deireadh Fómhair go 4 Samhain 2018",
                "30 Deireadh Fómhair=?-10-30; 4 Samhain 2018=2018-11-4",
            ),
            (
                "ga",
                "an 6 d’Aibreán; mí na Samhna 2020",
                "6 d’Aibreán=?-4-6; Samhna 2020=2020-11-?",
            ),
            ("de", "am 1.5.2018, nicht 1 Mai 2018", "1.5.2018=2018-5-1"),
        ] {
            assert_eq!(found(code, text), dates, "{text}");
        }
    }

    #[test]
    fn what_looks_like_a_date_is_left_alone() {
        for (code, text) in [
            ("en", "You may 2 times a year march 2018 miles."),
            ("en", "Staff may leave in May or in March."),
            ("en", "Clauses 5.2 and 1.5.20181, 10.1.2018.5, 45 May"),
            ("en", "In May 5.2 million were paid; 2018-13-01"),
            (
                "cy",
                "Dywedodd mai 2018 oedd y flwyddyn. Hyd 2018, bob dydd Mawrth.",
            ),
            ("cy", "5 mai, 2020 o bobl"),
            ("fr", "de 2018 mais pas 5 maisons"),
            ("ga", "5 lá i Samhain"),
        ] {
            assert_eq!(found(code, text), "", "{text}");
        }
    }

    #[test]
    fn months_are_found_without_day_and_year() {
        for (code, text, months) in [
            ("en", "in July, August and March", vec![7, 8, 3]),
            ("en", "May you ask? March out.", vec![]),
            ("cy", "ym mis Mehefin ac Awst", vec![6, 8]),
            ("cy", "bob dydd Mawrth ym mis Mawrth", vec![3]),
            ("fr", "en juillet ou en mai", vec![7, 5]),
            ("ga", "i mí na Samhna, Meán Fómhair", vec![11, 9]),
        ] {
            let found = find_months(&LanguageCode::parse(code).unwrap(), text);
            let found: Vec<i8> = found.into_iter().map(|(_, month)| month).collect();
            assert_eq!(found, months, "{text}");
        }
    }

    #[test]
    fn an_impossible_day_is_a_date_word() {
        let found = find_dates(&LanguageCode::parse("en").unwrap(), "31 February 2020");
        assert_eq!(found[0].date.day, Some(31));
    }

    proptest! {
        #[test]
        fn ranges_are_in_order_and_on_character_boundaries(
            code in prop::sample::select(vec!["en", "cy", "fr", "ga", "de"]),
            text in "([0-9]{1,4}|[-/.,' ]|May|o Fai|1er|ú|Meán Fómhair|mars|é|\u{301}){0,20}",
        ) {
            let mut end = 0;
            for date in find_dates(&LanguageCode::parse(code).unwrap(), &text) {
                prop_assert!(date.range.start >= end && text.get(date.range.clone()).is_some());
                end = date.range.end;
            }
        }
    }
}
