//! A text as words with what stands between them, for rules that look around a word.

use std::borrow::Cow;
use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::{DutyKind, DutyWord};
use crate::language::LanguageCode;
use crate::language::dates::month_from_name;
use crate::language::elision::split_elisions;

/// How far a word is from the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Gap {
    /// Only space or quotation marks, but behind the number of a clause.
    Joined,
    /// A comma or a bracket.
    Comma,
    /// A colon, a semicolon, a dash.
    Clause,
    /// The end of a sentence or paragraph, or the text's own start or end.
    Sentence,
}

pub(super) struct Words<'a> {
    language: &'a LanguageCode,
    text: &'a str,
    words: Vec<Word<'a>>,
}

struct Word<'a> {
    range: Range<usize>,
    /// In small letters, composed, apostrophes straight.
    small: Cow<'a, str>,
}

impl<'a> Words<'a> {
    /// Words of letters and digits, with the hyphens and apostrophes inside them; elided words apart.
    pub fn of(language: &'a LanguageCode, text: &'a str) -> Self {
        let mut words = Vec::with_capacity(text.len() / 5);
        let mut end = 0;
        while let Some(range) = next_word(text, end) {
            end = range.end;
            let mut start = range.start;
            for part in split_elisions(language, &text[range]) {
                words.push(Word {
                    range: start..start + part.len(),
                    small: small(part),
                });
                start += part.len();
            }
        }
        Words {
            language,
            text,
            words,
        }
    }

    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// A word in small letters; empty past the end.
    pub fn get(&self, at: usize) -> &str {
        self.words.get(at).map_or("", |word| word.small.as_ref())
    }

    /// A word as written; empty past the end.
    pub fn written(&self, at: usize) -> &str {
        self.words
            .get(at)
            .map_or("", |word| &self.text[word.range.clone()])
    }

    /// The word before, if it is joined to this one; else empty.
    pub fn before(&self, at: usize) -> &str {
        match self.gap_before(at) {
            Gap::Joined => self.get(at - 1),
            _ => "",
        }
    }

    /// The word after, if it is joined to this one; else empty.
    pub fn after(&self, at: usize) -> &str {
        match self.gap_before(at + 1) {
            Gap::Joined => self.get(at + 1),
            _ => "",
        }
    }

    /// What stands between a word and the one before it; before the first and past the last word, the
    /// edge of a sentence.
    pub fn gap_before(&self, at: usize) -> Gap {
        if at == 0 || at >= self.words.len() {
            return Gap::Sentence;
        }
        match gap_of(self.between(at)) {
            Gap::Joined if self.follows_a_label(at) => Gap::Sentence,
            gap => gap,
        }
    }

    /// Whether a word is the first after the number that its line opens with: "1.1 Do not", "§ 4 Never", "A1 Ná".
    /// In "5 May" it is a part of a date.
    fn follows_a_label(&self, at: usize) -> bool {
        let is_part = |at: usize| is_part_of_a_label(self.written(at));
        let begins_sentence = || self.written(at).starts_with(char::is_uppercase);
        if !is_part(at - 1)
            || !begins_sentence()
            || !self.between(at).starts_with(char::is_whitespace)
        {
            return false;
        }
        let mut first = at - 1;
        while first > 0 && self.between(first) == "." && is_part(first - 1) {
            first -= 1;
        }
        let (line, before) = match self.between(first).rsplit_once('\n') {
            Some((_, before)) => (true, before),
            None => (first == 0, self.between(first)),
        };
        let is_day = first == at - 1 && month_from_name(self.language, self.get(at)).is_some();
        line && matches!(before.trim(), "" | "§") && !is_day
    }

    /// Whether the sentence that a word is in ends with a question mark.
    pub fn is_in_question(&self, at: usize) -> bool {
        let next = (at + 1..).find(|next| self.gap_before(*next) == Gap::Sentence);
        next.is_some_and(|next| self.between(next).contains('?'))
    }

    /// Whether these words, joined, stand from an index on.
    pub fn has(&self, at: usize, phrase: &[&str]) -> bool {
        phrase.iter().enumerate().all(|(offset, word)| {
            self.get(at + offset) == *word
                && (offset == 0 || self.gap_before(at + offset) == Gap::Joined)
        })
    }

    /// A duty word made of the words with these indices, which are not empty.
    pub fn duty(&self, kind: DutyKind, run: Range<usize>) -> DutyWord {
        DutyWord {
            ranges: vec![self.bytes(&run)],
            kind,
            form: self.form(&run),
        }
    }

    /// A duty word made of two runs of words, other words between them or none.
    pub fn duty_apart(
        &self,
        kind: DutyKind,
        first: Range<usize>,
        second: Range<usize>,
    ) -> DutyWord {
        if first.end == second.start {
            return self.duty(kind, first.start..second.end);
        }
        DutyWord {
            ranges: vec![self.bytes(&first), self.bytes(&second)],
            kind,
            form: format!("{} … {}", self.form(&first), self.form(&second)),
        }
    }

    fn bytes(&self, run: &Range<usize>) -> Range<usize> {
        self.words[run.start].range.start..self.words[run.end - 1].range.end
    }

    fn form(&self, run: &Range<usize>) -> String {
        let mut form = String::new();
        for at in run.clone() {
            if at > run.start && !self.between(at).is_empty() {
                form.push(' ');
            }
            form.push_str(self.get(at));
        }
        form
    }

    fn between(&self, at: usize) -> &str {
        let start = match at.checked_sub(1) {
            Some(before) => self.words.get(before).map_or(0, |word| word.range.end),
            None => 0,
        };
        let end = self
            .words
            .get(at)
            .map_or(self.text.len(), |word| word.range.start);
        &self.text[start..end]
    }
}

/// `12`, `5A`, `B2`: no year, nor a time such as "10am".
fn is_part_of_a_label(word: &str) -> bool {
    let unlettered = word.trim_matches(|sign: char| sign.is_ascii_alphabetic());
    let letters = word.len() - unlettered.len();
    let is_number = unlettered.bytes().all(|byte| byte.is_ascii_digit());
    is_number && (1..=3).contains(&unlettered.len()) && letters <= 1
}

fn small(word: &str) -> Cow<'_, str> {
    let is_small = |byte: u8| byte.is_ascii() && !byte.is_ascii_uppercase();
    if word.bytes().all(is_small) {
        return Cow::Borrowed(word);
    }
    if word.is_ascii() {
        return Cow::Owned(word.to_ascii_lowercase());
    }
    let straight = word.replace(['’', 'ʼ'], "'");
    Cow::Owned(straight.nfc().flat_map(char::to_lowercase).collect())
}

/// Where the first word stands that begins at a byte or after it.
fn next_word(text: &str, from: usize) -> Option<Range<usize>> {
    let mut word: Option<Range<usize>> = None;
    let mut at = from;
    while let Some(first) = text.as_bytes().get(at) {
        // Plain letters go in one step, and plain signs need no look: most texts have no others.
        let rest = text[at..].bytes();
        let plain = rest.take_while(u8::is_ascii_alphanumeric).count();
        let (length, is_of_word) = match first {
            _ if plain > 0 => (plain, true),
            b'-' | b'\'' | 0x80.. => sign(&text[at..], word.is_some()),
            _ => (1, false),
        };
        match &mut word {
            Some(word) if is_of_word => word.end = at + length,
            Some(_) => break,
            None if is_of_word => word = Some(at..at + length),
            None => {}
        }
        at += length;
    }
    word
}

/// The length of the sign that a text opens with, and whether it is of a word; `continues` says whether it
/// follows one.
fn sign(text: &str, continues: bool) -> (usize, bool) {
    let mut signs = text.chars();
    let sign = signs.next().unwrap_or_default();
    let is_letter = sign.is_alphanumeric() || is_combining_mark(sign);
    let is_inside = matches!(sign, '-' | '\'' | '’' | 'ʼ' | '\u{2010}' | '\u{2011}')
        && continues
        && signs.next().is_some_and(char::is_alphanumeric);
    (sign.len_utf8(), is_letter || is_inside)
}

fn gap_of(between: &str) -> Gap {
    let ends_paragraph = between.split('\n').count() > 2;
    if between.contains(['.', '!', '?', '…', '|']) || ends_paragraph {
        Gap::Sentence
    } else if between.contains([':', ';', '–', '—', '•', '*', '-']) {
        Gap::Clause
    } else if between.contains([',', '(', ')', '[', ']', '/']) {
        Gap::Comma
    } else {
        Gap::Joined
    }
}
