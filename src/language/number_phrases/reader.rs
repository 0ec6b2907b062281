//! Tokens → phrases.

use super::tokens::{Token, tokens};
use super::vocabulary::{Closing, Entry, Makes, Vocabulary};
use super::{Meaning, Measure, NumberPhrase, Scale};

/// How many words of a noun may stand between a number and "and a half".
const NOUN: usize = 2;

/// A text whose numbers are read.
pub(super) struct Reader<'a> {
    known: &'static Vocabulary,
    tokens: Vec<Token<'a>>,
}

/// A number as far as it was read.
#[derive(Clone, Copy)]
struct Count {
    value: u64,
    /// The token after it.
    next: usize,
    /// The token after its words before the noun.
    head: usize,
    is_ordinal: bool,
    is_product: bool,
}

impl<'a> Reader<'a> {
    pub fn new(known: &'static Vocabulary, text: &'a str) -> Self {
        Reader {
            known,
            tokens: tokens(text),
        }
    }

    /// The phrases, in order.
    pub fn phrases(&self) -> Vec<NumberPhrase> {
        let mut found = Vec::new();
        let mut at = 0;
        while at < self.tokens.len() {
            match self.phrase(at) {
                Some((phrase, next)) => {
                    found.push(phrase);
                    at = next;
                }
                None => at += 1,
            }
        }
        found
    }

    /// The phrase that begins at a token, and the token after it.
    fn phrase(&self, at: usize) -> Option<(NumberPhrase, usize)> {
        let Some(entry) = self.entry(at).copied() else {
            return self.closed_alone(at);
        };
        let akin = || {
            let values = entry.akin?.to_vec();
            let meaning = match entry.is_doubtful {
                true => Meaning::AkinPerhaps(values),
                false => Meaning::Akin(values),
            };
            Some((self.between(at, at + 1, at + 1, meaning), at + 1))
        };
        let Some(count) = self.number(at) else {
            return akin();
        };
        let end = self.end_of_unread(count.next);
        if end > count.next || self.is_after_part_of_hour(at) {
            return Some((self.between(at, end, end, Meaning::Unclear), end));
        }
        let is_one_word = count.next == at + 1;
        if is_one_word && entry.is_only_within {
            return akin();
        }
        let meaning = if count.is_ordinal {
            self.place(at, &count)
        } else if is_one_word && entry.is_doubtful && !self.surely_counts(at) {
            Meaning::NumberPerhaps(count.value)
        } else {
            Meaning::Number(count.value)
        };
        let phrase = self.between(at, count.head, count.next, meaning);
        Some((phrase, count.next))
    }

    /// What an ordinal says. A measure that is one as well ("second") is none after a number; *ail-* before a
    /// hyphen is "re-".
    fn place(&self, at: usize, count: &Count) -> Meaning {
        let is_measure = self.known.measure(self.word(at)).is_some();
        let is_counted = is_measure && self.is_after_digits(at);
        let is_prefix = self
            .tokens
            .get(count.next)
            .is_some_and(|next| next.is_after_hyphen);
        match is_counted || is_prefix {
            true => Meaning::AkinPerhaps(vec![count.value]),
            false => Meaning::Ordinal(count.value),
        }
    }

    /// A measure of which there is one more than is added to it: *lá is fiche*, twenty-one days.
    fn closed_alone(&self, at: usize) -> Option<(NumberPhrase, usize)> {
        self.known.measure(self.word(at))?;
        let closings = self.known.words.closings.iter();
        let mut alone = closings.filter(|closing| closing.closes_alone);
        let closing =
            alone.find(|closing| self.follows(at + 1) && self.has(at + 1, closing.words))?;
        let next = at + 1 + closing.words.split(' ').count();
        let phrase = NumberPhrase {
            head_end: self.tokens[at].range.start,
            ..self.between(at, next, next, Meaning::Number(closing.adds + 1))
        };
        Some((phrase, next))
    }

    fn between(&self, at: usize, head: usize, next: usize, meaning: Meaning) -> NumberPhrase {
        NumberPhrase {
            range: self.tokens[at].range.start..self.tokens[next - 1].range.end,
            head_end: self.tokens[head - 1].range.end,
            meaning,
        }
    }

    /// A number with its hundreds and thousands.
    fn number(&self, at: usize) -> Option<Count> {
        let mut group = self.group(at)?;
        let (mut total, mut last) = (0, u64::MAX);
        while let Some(scale) = self.scale(at, group.next) {
            if scale < 1000 || scale >= last {
                break;
            }
            last = scale;
            total += group.value.checked_mul(scale)?;
            group.value = 0;
            group.next += 1;
            group.head = group.next;
            let Some(rest) = self.after_scale(group.next, scale) else {
                break;
            };
            group = rest;
        }
        group.value += total;
        Some(group)
    }

    /// A number below a thousand. Of a thousand that no number stands before, the one that it multiplies.
    fn group(&self, at: usize) -> Option<Count> {
        let first = match self.small_number(at) {
            Some(count) => count,
            None => {
                self.entry(at)?.scale?;
                let is_another = self.is_part_of_digits(at) || self.is_per_cent(at);
                (!is_another).then_some(Count {
                    value: 1,
                    next: at,
                    head: at,
                    is_ordinal: false,
                    is_product: false,
                })?
            }
        };
        let scale = self.scale(at, first.next).filter(|scale| *scale < 1000);
        // *Cymorth cyntaf gan swyddog*: an ordinal is not multiplied.
        let Some(scale) = scale.filter(|_| !first.is_ordinal) else {
            return Some(first);
        };
        let next = first.next + 1;
        let value = first.value * scale;
        Some(match self.after_scale(next, scale) {
            Some(rest) => Count {
                value: value + rest.value,
                ..rest
            },
            None => Count {
                value,
                next,
                head: next,
                ..first
            },
        })
    }

    /// What is added to hundreds or thousands, unless it is the next number of a row: "between a hundred and
    /// two hundred".
    fn after_scale(&self, at: usize, scale: u64) -> Option<Count> {
        let is_linked = self.follows(at) && self.known.words.and.contains(&self.word(at));
        let at = at + usize::from(is_linked);
        if !self.follows(at) {
            return None;
        }
        let rest = match scale {
            1000.. => self.group(at)?,
            _ => self.small_number(at)?,
        };
        let next = self.scale(at, rest.next);
        let is_another = is_linked && next.is_some_and(|next| next >= scale);
        (rest.next > at && rest.value < scale && !is_another).then_some(rest)
    }

    /// The scale at a token, with which a number begins or goes on.
    fn scale(&self, first: usize, at: usize) -> Option<u64> {
        let scale = self.entry(at)?.scale;
        scale.filter(|_| at == first || self.follows(at))
    }

    /// A number below a hundred.
    fn small_number(&self, at: usize) -> Option<Count> {
        let (value, is_ordinal, next) = self.atom(at)?;
        let mut count = Count {
            value,
            next,
            head: next,
            is_ordinal,
            is_product: false,
        };
        while let Some(more) = self.joined(count).or_else(|| self.closed(count)) {
            count = more;
        }
        Some(count)
    }

    /// A word for a number below a hundred, or two; its value, whether it is an ordinal, and the token after it.
    fn atom(&self, at: usize) -> Option<(u64, bool, usize)> {
        let entry = self.entry(at)?;
        if self.follows(at + 1) {
            let two = [self.word(at), " ", self.word(at + 1)].concat();
            if let Some(value) = self.known.entry(&two).and_then(|entry| entry.cardinal) {
                return Some((value, false, at + 2));
            }
        }
        match entry.cardinal {
            Some(value) => Some((value, false, at + 1)),
            None => entry.ordinal.map(|value| (value, true, at + 1)),
        }
    }

    fn joined(&self, count: Count) -> Option<Count> {
        self.known.words.joins.iter().find_map(|join| {
            let mut at = count.next;
            if let Some(link) = join.link {
                if !self.follows(at) || self.word(at) != link {
                    return None;
                }
                at += 1;
            }
            if !self.follows(at) || !join.first.contains(&count.value) {
                return None;
            }
            if join.makes == Makes::SumWithProduct && !count.is_product {
                return None;
            }
            let (second, is_ordinal, next) = self.atom(at)?;
            let is_product = join.makes == Makes::Product;
            let value = if is_product {
                count.value * second
            } else {
                count.value + second
            };
            join.second.contains(&second).then_some(Count {
                value,
                next,
                head: next,
                is_ordinal: count.is_ordinal || is_ordinal,
                is_product,
            })
        })
    }

    /// The number with what is added to it after the noun.
    fn closed(&self, count: Count) -> Option<Count> {
        let closings = self.known.words.closings.iter();
        let mut fitting = closings.filter(|closing| count.value <= closing.up_to);
        fitting.find_map(|closing| self.closed_by(closing, count))
    }

    fn closed_by(&self, closing: &Closing, count: Count) -> Option<Count> {
        let most = if count.head < count.next {
            0
        } else {
            closing.nouns
        };
        let nouns = (0..=most).find(|nouns| self.has(count.next + nouns, closing.words))?;
        let between = count.next..count.next + nouns;
        let mut between_and_first = between.start..=between.end;
        let is_noun = |at: usize| self.entry(at).is_none();
        if !between_and_first.all(|at| self.follows(at)) || !between.clone().all(is_noun) {
            return None;
        }
        let next = between.end + closing.words.split(' ').count();
        let is_plain = nouns == 0 && count.head == count.next;
        Some(Count {
            value: count.value + closing.adds,
            next,
            head: if is_plain { next } else { count.head },
            is_product: false,
            ..count
        })
    }

    /// Where a number ends that goes on after what was read of it: in words for numbers that do not join, or
    /// in "and a half" or the like, after a noun too.
    fn end_of_unread(&self, next: usize) -> usize {
        let mut end = next;
        while self.follows(end) && self.entry(end).is_some_and(Entry::surely_goes_on) {
            end += 1;
        }
        let mut places = (end..=end + NOUN).take_while(|at| self.follows(*at));
        places.find_map(|at| self.end_of_part(at)).unwrap_or(end)
    }

    fn end_of_part(&self, at: usize) -> Option<usize> {
        let mut parts = self.known.words.parts.iter();
        let part = parts.find(|part| self.has(at, part))?;
        Some(at + part.split(' ').count())
    }

    /// Whether a text that a number stands before goes on with "and a half" or the like.
    pub fn opens_with_part(&self) -> bool {
        let first = self.tokens.first();
        let is_beside = first.is_some_and(|first| first.range.start <= 1);
        let mut places = (0..=NOUN).take_while(|at| *at == 0 || self.follows(*at));
        is_beside && places.any(|at| self.end_of_part(at).is_some())
    }

    /// The word that multiplies a number which a text stands after.
    pub fn opening_scale(&self) -> Option<Scale> {
        let first = self.tokens.first()?;
        let entry = self.entry(0)?;
        Some(Scale {
            value: entry.scale.filter(|value| *value >= 1000)?,
            length: first.range.end,
            is_doubtful: entry.is_doubtful,
        })
    }

    /// The measure of time that a text opens with, after what may stand before it.
    pub fn opening_measure(&self) -> Option<(Measure, usize)> {
        let is_between = |at: &usize| {
            let word = self.word(*at);
            self.known.words.qualifiers.contains(&word) || matches!(word, "o" | "de")
        };
        let at = (0..=NOUN)
            .take_while(|at| *at == 0 || self.follows(*at))
            .find(|at| !is_between(at))?;
        let token = self.tokens.get(at)?;
        Some((self.known.measure(&token.small)?, token.range.end))
    }

    /// Whether a text that a number stands after ends with "half past" or the like.
    pub fn ends_before_hour(&self) -> bool {
        self.is_after_words_before_hour(self.tokens.len())
    }

    fn is_after_part_of_hour(&self, at: usize) -> bool {
        self.follows(at) && self.is_after_words_before_hour(at)
    }

    fn is_after_words_before_hour(&self, at: usize) -> bool {
        let known = self.known.words.before_hours;
        known.iter().any(|before| {
            let first = at.checked_sub(before.split(' ').count());
            first.is_some_and(|first| self.has(first, before))
        })
    }

    /// Whether a word that is another too counts here.
    fn surely_counts(&self, at: usize) -> bool {
        let words = self.known.words;
        let is_after_other = at > 0 && words.not_after.contains(&self.word(at - 1));
        let is_article = words.articles.contains(&self.word(at));
        let has_measure = self.follows(at + 1) && self.known.is_measure(self.word(at + 1));
        let counts = has_measure || self.is_before_noun(at);
        counts && !is_article && !is_after_other
    }

    /// "One person", but neither "one of them" nor "one-off".
    fn is_before_noun(&self, at: usize) -> bool {
        let words = self.known.words;
        let Some(next) = self.tokens.get(at + 1) else {
            return false;
        };
        let is_noun = !words.no_nouns.contains(&&*next.small) && self.entry(at + 1).is_none();
        words.before_nouns.contains(&self.word(at))
            && next.follows
            && !next.is_after_hyphen
            && is_noun
    }

    /// *Y cant*, "pour cent".
    fn is_per_cent(&self, at: usize) -> bool {
        at > 0 && self.follows(at) && self.known.words.per.contains(&self.word(at - 1))
    }

    /// Whether digits stand before a token: "2 million" is told by its digits.
    fn is_part_of_digits(&self, at: usize) -> bool {
        self.entry(at).is_some_and(|entry| entry.scale.is_some()) && self.is_after_digits(at)
    }

    fn is_after_digits(&self, at: usize) -> bool {
        let before = at.checked_sub(1).map_or("", |before| self.word(before));
        self.follows(at) && before.ends_with(|sign: char| sign.is_ascii_digit())
    }

    /// Whether these words stand at a token, in a row.
    fn has(&self, at: usize, words: &str) -> bool {
        let mut words = words.split(' ').enumerate();
        words.all(|(nth, word)| self.word(at + nth) == word && (nth == 0 || self.follows(at + nth)))
    }

    fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| &token.small)
    }

    fn follows(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.follows)
    }

    fn entry(&self, at: usize) -> Option<&Entry> {
        self.known.entry(self.word(at))
    }
}

impl Entry {
    /// Whether such a word after a number must be a part of it.
    fn surely_goes_on(&self) -> bool {
        (self.cardinal.is_some() || self.scale.is_some())
            && !self.is_doubtful
            && !self.is_only_within
    }
}
