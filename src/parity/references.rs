//! References with letters: "5.2(c)(ii)", "section 21A", "Annex B". Their numbers are facts like others; here are the
//! letters, which each language may count by its own alphabet.

use std::ops::Range;

use super::labels::{Lettering, same_letter};
use crate::language::LanguageCode;
use crate::language::referring::Referring;

/// The most letters of a part in brackets: "(viii)".
const LONGEST: usize = 5;

/// A reference with letters, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Lettered {
    pub range: Range<usize>,
    /// Its numbers, and a sign for each letter between them: what it must have in common with its counterpart.
    frame: Vec<String>,
    /// Its letters, small.
    letters: Vec<String>,
}

/// What stands in the frame for a letter, and for a noun.
const LETTER: &str = "·";
const NOUN: &str = "noun";

/// The references with letters in a text, in order.
pub(super) fn lettered(language: &LanguageCode, text: &str) -> Vec<Lettered> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find(|sign: char| sign.is_ascii_digit()) {
        let start = at + start;
        let number = number(&text[start..]);
        at = start + number.len();
        if !text[..start].ends_with(|sign: char| sign.is_alphanumeric()) {
            let read = with_letters(&text[start..], number);
            found.extend(read.map(|read| read.at(start)));
        }
    }
    found.extend(after_nouns(language, text));
    found.sort_by_key(|one| one.range.start);
    found
}

/// Pairs of references that are the same but for their letters. What only one text has is told by its number, if at
/// all; nor is anything told where the texts have not as many.
pub(super) fn unlike<'l>(
    (left, ours): (&'l [Lettered], &Lettering),
    (right, theirs): (&'l [Lettered], &Lettering),
) -> Vec<(&'l Lettered, &'l Lettered)> {
    let of_frame = |all: &'l [Lettered], frame: &[String]| -> Vec<&'l Lettered> {
        all.iter().filter(|one| one.frame == frame).collect()
    };
    let mut found = Vec::new();
    for (nth, one) in left.iter().enumerate() {
        if left[..nth].iter().any(|before| before.frame == one.frame) {
            continue;
        }
        let (mut lefts, mut rights) = (of_frame(left, &one.frame), of_frame(right, &one.frame));
        if lefts.len() != rights.len() {
            continue;
        }
        lefts.retain(|one| {
            let same = |other: &&Lettered| {
                let mut both = one.letters.iter().zip(&other.letters);
                both.all(|(letter, other)| same_letter((letter, ours), (other, theirs)))
            };
            let at = rights.iter().position(same);
            at.map(|at| rights.remove(at)).is_none()
        });
        found.extend(lefts.into_iter().zip(rights));
    }
    found
}

impl Lettered {
    fn at(self, start: usize) -> Lettered {
        let range = start + self.range.start..start + self.range.end;
        Lettered { range, ..self }
    }
}

/// The digits that a text opens with, with points between them: "5.2".
fn number(text: &str) -> &str {
    let end = text.find(|sign: char| !sign.is_ascii_digit() && sign != '.');
    text[..end.unwrap_or(text.len())].trim_end_matches('.')
}

/// What a text opens with, if letters stand behind the number: "5.2(c)", "21A".
fn with_letters(text: &str, number: &str) -> Option<Lettered> {
    let mut frame = vec![number.to_owned()];
    let mut letters = Vec::new();
    let mut end = number.len();
    if let Some(letter) = lone_capital(&text[end..]) {
        frame.push(LETTER.to_owned());
        letters.push(letter.to_lowercase());
        end += letter.len();
    }
    while let Some(part) = bracketed(&text[end..], number.contains('.')) {
        let inner = part.trim_start().trim_matches(['(', ')']);
        let is_number = inner.starts_with(|sign: char| sign.is_ascii_digit());
        frame.push(if is_number { inner } else { LETTER }.to_owned());
        if !is_number {
            letters.push(inner.to_lowercase());
        }
        end += part.len();
    }
    let range = 0..end;
    (!letters.is_empty()).then_some(Lettered {
        range,
        frame,
        letters,
    })
}

/// The part in brackets that a text opens with: "(c)", "(1)".
fn bracketed(text: &str, may_stand_apart: bool) -> Option<&str> {
    let rest = text.strip_prefix(' ').filter(|_| may_stand_apart);
    let inner = rest.unwrap_or(text).strip_prefix('(')?;
    let (inner, _) = inner.split_once(')')?;
    let is_number = inner.bytes().all(|byte| byte.is_ascii_digit());
    let is_letter = inner.bytes().all(|byte| byte.is_ascii_lowercase());
    let is_part = !inner.is_empty() && inner.len() <= LONGEST && (is_number || is_letter);
    let start = text.len() - rest.unwrap_or(text).len();
    is_part.then(|| &text[..start + inner.len() + 2])
}

/// The capital that a text opens with, where no other letter or digit follows.
fn lone_capital(text: &str) -> Option<&str> {
    let letter = text.get(..1)?;
    let is_capital = letter.bytes().all(|byte| byte.is_ascii_uppercase());
    let is_alone = !text[1..].starts_with(char::is_alphanumeric);
    (is_capital && is_alone).then_some(letter)
}

/// Nouns of parts with a letter: "Annex B".
fn after_nouns(language: &LanguageCode, text: &str) -> Vec<Lettered> {
    let words = Referring::of(language);
    let spaces = text.match_indices(' ');
    let read = spaces.filter_map(|(at, _)| {
        let letter = lone_capital(&text[at + 1..])?;
        let before = text[..at].rsplit(|sign: char| !sign.is_alphanumeric() && sign != '-');
        words.noun({ before }.next()?)?;
        Some(Lettered {
            range: at + 1..at + 1 + letter.len(),
            frame: vec![NOUN.to_owned(), LETTER.to_owned()],
            letters: vec![letter.to_lowercase()],
        })
    });
    read.collect()
}
