//! What a reader of policies should look at in a change: duties, numbers, dates, money.

use std::borrow::Cow;
use std::ops::Range;

use super::memory::BlockMemory;
use super::model::{Change, Flag, Kind, Op, Passage, TextEdit};
use super::numbering::{self, PassageNumbers, Sequences};
use super::words::{self, Class};
use crate::language::LanguageCode;
use crate::language::currency;
use crate::language::dates::{FoundDate, find_dates};
use crate::language::duty;
use crate::language::number::Number;
use crate::language::number_phrases::{Meaning, NumberPhrase, is_measure, number_phrases};

/// Whether a word by itself is a word of duty.
pub(super) fn is_duty_word(language: &LanguageCode, word: &str) -> bool {
    !duty::occurrences(language, word).is_empty()
}

/// Flags each change by the words that went and came.
pub(super) fn set(
    changes: &mut [Change],
    sequences: &Sequences,
    language: &LanguageCode,
    memory: &BlockMemory,
) {
    for change in changes {
        let numbers = sequences.numbers_of(change);
        change.flags = memory.flags(change, &numbers, || flags(change, &numbers, language));
    }
}

fn flags(change: &Change, numbers: &PassageNumbers, language: &LanguageCode) -> Vec<Flag> {
    let has = |kind| change.kinds.contains(&kind);
    if !has(Kind::Changed) && !has(Kind::Added) && !has(Kind::Removed) {
        return Vec::new();
    }
    let mut flags = Vec::new();
    let labels = labels(change, numbers);
    if turns_a_duty(change, &labels, language) {
        flags.push(Flag::Duty);
    }
    if change.edits.is_empty() {
        for own in labels.iter().flatten() {
            // The number of a clause that came or went is no value in it.
            let [lead, rest] = match own.is_of_sequence {
                true => own.around(),
                false => ["", own.passage],
            };
            let unlabelled = |line| &line[numbering::opening_label(line).len()..];
            for text in [lead].into_iter().chain(rest.lines().map(unlabelled)) {
                let words = match flags.contains(&Flag::Number) {
                    true => InWords::None,
                    false => InWords::Sure,
                };
                let values = values(text, language, words);
                flags.extend(values.into_iter().map(|(flag, _)| flag));
            }
        }
    } else {
        flags.extend(values_that_changed(change, &labels, language));
    }
    flags.sort_unstable();
    flags.dedup();
    flags
}

/// What is flagged of the stretches of a change. What a stretch says before and after, in the same order,
/// is no change of value; in two stretches it is, since what it is a value of may be another: "members pay
/// £5 and guests nothing", "members nothing and guests £5".
fn values_that_changed(change: &Change, labels: &Labels<'_>, language: &LanguageCode) -> Vec<Flag> {
    let mut flags = Vec::new();
    let (mut gone, mut come) = (Vec::new(), Vec::new());
    let mut settle = |gone: &mut Vec<Value>, come: &mut Vec<Value>| {
        for flag in [Flag::Number, Flag::Money, Flag::Date] {
            let of_flag = |values: &[Value]| -> Vec<String> {
                let own = values.iter().filter(|(of, _)| *of == flag);
                own.map(|(_, written)| written.clone()).collect()
            };
            if of_flag(gone) != of_flag(come) {
                flags.push(flag);
            }
        }
        gone.clear();
        come.clear();
    };
    for (at, (op, text)) in edited_words(change, labels).enumerate() {
        let around = kept_around(change, at);
        match op {
            Op::Delete => gone.extend(values_among(&text, around, language, InWords::All)),
            Op::Insert => come.extend(values_among(&text, around, language, InWords::All)),
            Op::Equal => settle(&mut gone, &mut come),
        }
    }
    settle(&mut gone, &mut come);
    flags
}

/// What stayed before an edit of a change, and what stayed behind it.
fn kept_around(change: &Change, at: usize) -> [&str; 2] {
    let is_kept = |edit: &&TextEdit| edit.op == Op::Equal;
    let (before, after) = change.edits.split_at(at);
    let [before, after] = [
        before.iter().rev().find(is_kept),
        after.iter().find(is_kept),
    ];
    [before, after].map(|edit| edit.map_or("", |edit| edit.text.as_str()))
}

/// Whether a duty came, went or is another.
fn turns_a_duty(change: &Change, labels: &Labels<'_>, language: &LanguageCode) -> bool {
    let is_of_one_side = change.old.is_empty() || change.new.is_empty();
    if is_of_one_side && change.edits.is_empty() {
        // Most often the first lines settle it.
        let mut passages = change.old.iter().chain(&change.new);
        return passages.any(|passage| {
            let mut lines = passage.text.lines();
            lines.any(|line| !duty::occurrences(language, line).is_empty())
        });
    }
    duties(&near_changes(change, labels, Op::Delete), language)
        != duties(&near_changes(change, labels, Op::Insert), language)
}

/// The labels of a change's passages, before and after.
type Labels<'c> = [Vec<Label<'c>>; 2];

fn labels<'c>(change: &'c Change, numbers: &PassageNumbers) -> Labels<'c> {
    let of_side = |passages: &'c [Passage], numbers: &[Option<Range<usize>>]| {
        let label = |(passage, number): (&'c Passage, &Option<Range<usize>>)| Label {
            passage: &passage.text,
            place: match number {
                Some(place) => place.clone(),
                None => 0..numbering::opening_label(&passage.text).len(),
            },
            is_of_sequence: number.is_some(),
        };
        passages.iter().zip(numbers).map(label).collect()
    };
    let [old, new] = numbers;
    [of_side(&change.old, old), of_side(&change.new, new)]
}

/// The number of a clause in its passage: none where its place is empty.
struct Label<'c> {
    passage: &'c str,
    place: Range<usize>,
    /// Whether it is a number for its place among others alone: "2" of "Section 2: Duties".
    is_of_sequence: bool,
}

impl<'c> Label<'c> {
    fn written(&self) -> &'c str {
        &self.passage[self.place.clone()]
    }

    /// What the passage says before it, and behind it.
    fn around(&self) -> [&'c str; 2] {
        [
            &self.passage[..self.place.start],
            &self.passage[self.place.end..],
        ]
    }

    /// What words that went or came say without it, where it is among them and they are of the first passage.
    fn left_of<'w>(&self, words: &'w str, are_opening: bool) -> Option<&'w str> {
        let is_all = are_opening && numbering::is_label(words, self.written())
            || self.is_of_sequence && words.trim() == self.written();
        if is_all {
            return Some("");
        }
        let head = &self.passage[..self.place.end];
        words.strip_prefix(head).filter(|_| are_opening)
    }

    /// The same where they are of a further passage, which has its label further on: clauses that were split or
    /// joined, and what came between the parts.
    fn left_further_on(&self, words: &str) -> Option<String> {
        if self.place.is_empty() {
            return None;
        }
        if words.trim() == self.written() {
            return Some(String::new());
        }
        // A heading comes whole, be there other words around it.
        let at = words.find(self.passage)?;
        let (start, end) = (at + self.place.start, at + self.place.end);
        Some([&words[..start], &words[end..]].concat())
    }
}

/// What went and came in a change, but for the numbers of clauses; nothing of what stayed between.
fn edited_words<'c>(
    change: &'c Change,
    labels: &Labels<'c>,
) -> impl Iterator<Item = (Op, Cow<'c, str>)> {
    let opening = change
        .edits
        .iter()
        .take_while(|edit| edit.op != Op::Equal)
        .count();
    let [old, new] = labels;
    let edits = change.edits.iter().enumerate();
    edits.map(move |(at, edit)| {
        let labels = match edit.op {
            Op::Equal => return (Op::Equal, Cow::default()),
            Op::Delete => old,
            Op::Insert => new,
        };
        let words = edit.text.as_str();
        let Some((label, further)) = labels.split_first() else {
            return (edit.op, Cow::Borrowed(words));
        };
        let mut left = Cow::Borrowed(label.left_of(words, at < opening).unwrap_or(words));
        for label in further {
            if let Some(less) = label.left_further_on(&left) {
                left = Cow::Owned(less);
            }
        }
        (edit.op, left)
    })
}

/// The duty words of some texts, in their order: who may and who must not can change places.
fn duties(text: &str, language: &LanguageCode) -> Vec<String> {
    let found = duty::occurrences(language, text).into_iter();
    found.map(|found| found.form).collect()
}

/// How many words on each side of a change can be parts of a duty that it touches.
const REACH: usize = 8;

/// What one side says where it changed, with the words around; `own` is the op of its own words.
fn near_changes(change: &Change, labels: &Labels<'_>, own: Op) -> String {
    if change.edits.is_empty() {
        let passages = match own {
            Op::Delete => &change.old,
            _ => &change.new,
        };
        let texts: Vec<&str> = passages
            .iter()
            .map(|passage| passage.text.as_str())
            .collect();
        return texts.join("\n");
    }
    let mut text = String::new();
    for (edit, (op, words)) in change.edits.iter().zip(edited_words(change, labels)) {
        if op == own {
            text.push_str(&words);
        } else if op == Op::Equal {
            push_ends(&edit.text, &mut text);
        }
    }
    text
}

/// Adds the first and the last words of a text.
fn push_ends(equal: &str, text: &mut String) {
    let mut spaces = equal.bytes().enumerate().filter(|(_, byte)| *byte == b' ');
    let (nth, nth_from_end) = (spaces.clone().nth(REACH), spaces.nth_back(REACH));
    match (nth, nth_from_end) {
        (Some((start, _)), Some((end, _))) if start < end => {
            text.push_str(&equal[..start]);
            text.push_str(" … ");
            text.push_str(&equal[end..]);
        }
        _ => text.push_str(equal),
    }
}

/// A value, with the flag for its sort and what it is: the same for "1,000" and "1000", for "three" and "3", for "May
/// 1, 2024" and "1 May 2024".
type Value = (Flag, String);

/// Which numbers in words are values.
#[derive(Clone, Copy, PartialEq, Eq)]
enum InWords {
    None,
    /// Those that are surely numbers.
    Sure,
    /// Words that are other words too as well: where they alone changed, nothing around them shows what they are.
    All,
}

/// The values in a text, in order. "One" in words is as often no number ("one another"), and none here.
fn values(text: &str, language: &LanguageCode, in_words: InWords) -> Vec<Value> {
    values_among(text, [""; 2], language, in_words)
}

/// The same where words stand before the text and behind it that may say what its values are.
fn values_among(
    text: &str,
    around: [&str; 2],
    language: &LanguageCode,
    in_words: InWords,
) -> Vec<Value> {
    let words = words::split(text, None, language).into_iter();
    let mut found: Vec<(usize, Value)> = words
        .filter_map(|word| {
            let start = word.range.start;
            let written = &text[word.range.clone()];
            let value = match word.class {
                Class::Number if is_sum(text, word.range, around, language) => {
                    (Flag::Money, amount(written, language))
                }
                Class::Number => (Flag::Number, amount(written, language)),
                Class::Money => (Flag::Money, amount(written, language)),
                Class::Date => (Flag::Date, date(written, language)),
                _ => return None,
            };
            Some((start, value))
        })
        .collect();
    if in_words != InWords::None {
        let phrases = number_phrases(language, text).into_iter();
        found.extend(phrases.filter_map(|phrase| {
            let counts = !is_of_a_name(&text[phrase.range.end..], language);
            let value = value_in_words(&phrase, text, in_words).filter(|_| counts)?;
            Some((phrase.range.start, (Flag::Number, value)))
        }));
        found.sort_by_key(|(start, _)| *start);
    }
    found.into_iter().map(|(_, value)| value).collect()
}

/// Whether a number is a sum of money for a word beside it, or a letter.
fn is_sum(
    text: &str,
    number: Range<usize>,
    [before, after]: [&str; 2],
    language: &LanguageCode,
) -> bool {
    let beside = |own: &str, other: &str| match own.trim() {
        "" => other.to_owned(),
        own => own.to_owned(),
    };
    let before = beside(&text[..number.start], before);
    let after = beside(&text[number.end..], after);
    let name = after
        .trim_start()
        .split(|sign: char| !sign.is_alphanumeric());
    before
        .split_whitespace()
        .next_back()
        .is_some_and(currency::is_code)
        || name.take(1).any(|name| currency::is_name(language, name))
        || currency::are_pence(language, &text[number])
}

/// Whether a number is a part of a word that names something by it, "two-factor"; "two-week" counts weeks.
fn is_of_a_name(after: &str, language: &LanguageCode) -> bool {
    let word = after.strip_prefix('-').unwrap_or_default();
    let word = word.split(|sign: char| !sign.is_alphanumeric()).next();
    word.is_some_and(|word| !word.is_empty() && !is_measure(language, word))
}

fn value_in_words(phrase: &NumberPhrase, text: &str, in_words: InWords) -> Option<String> {
    match phrase.meaning {
        Meaning::Number(1) | Meaning::NumberPerhaps(1) => None,
        Meaning::Ordinal(_) | Meaning::Akin(_) | Meaning::AkinPerhaps(_) => None,
        Meaning::Number(value) => Some(value.to_string()),
        Meaning::NumberPerhaps(value) => (in_words == InWords::All).then(|| value.to_string()),
        Meaning::Unclear => Some(text[phrase.range.clone()].to_lowercase()),
    }
}

/// A number or a sum, its digits without what groups them.
fn amount(written: &str, language: &LanguageCode) -> String {
    let Some(start) = written.find(|sign: char| sign.is_ascii_digit()) else {
        return written.to_lowercase();
    };
    let number = Number::read(written, start);
    let (before, after) = (&written[..start], &written[number.range.end..]);
    [before, &number.value(language), after]
        .concat()
        .to_lowercase()
}

/// A date in one form, whichever it is written in.
fn date(written: &str, language: &LanguageCode) -> String {
    match &find_dates(language, written)[..] {
        [FoundDate { date, .. }] => format!("{date:?}"),
        _ => written.to_lowercase(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(code: &str, text: &str, in_words: InWords) -> Vec<Value> {
        values(text, &LanguageCode::parse(code).unwrap(), in_words)
    }

    #[test]
    fn a_number_in_words_is_a_value_as_in_digits() {
        for (code, words, digits) in [
            ("en", "thirty", "30"),
            ("en", "twenty-five", "25"),
            ("en", "two-week", "2"),
            ("cy", "trigain", "60"),
            ("cy", "pum niwrnod ar hugain", "25"),
            ("cy", "deg", "10"),
            ("fr", "vingt-et-un", "21"),
            ("ga", "tríocha", "30"),
        ] {
            let number = (Flag::Number, digits.to_owned());
            assert_eq!(read(code, words, InWords::All), [number], "{words}");
        }
    }

    #[test]
    fn a_number_is_a_sum_beside_the_name_of_a_currency() {
        for (code, text, sum) in [
            ("en", "45p a mile", "45p"),
            ("en", "GBP 20", "20"),
            ("cy", "pay 20 punt", "20"),
            ("cy", "5 cheiniog", "5"),
            ("fr", "25 euros", "25"),
        ] {
            let money = (Flag::Money, sum.to_owned());
            assert_eq!(read(code, text, InWords::Sure), [money], "{text}");
        }
        let english = LanguageCode::parse("en").unwrap();
        let found = values_among("20", ["up to ", " euros a day"], &english, InWords::All);
        assert_eq!(found, [(Flag::Money, "20".to_owned())]);
    }

    #[test]
    fn what_may_be_another_word_is_none_where_the_words_around_it_are_known() {
        for (code, text) in [
            ("en", "one of them, twice"),
            ("en", "two-factor and six-figure codes"),
            ("cy", "yn deg i bawb"),
            ("ga", "tá sé anseo"),
        ] {
            assert_eq!(read(code, text, InWords::Sure), [], "{text}");
        }
    }
}
