//! Text → words.
//!
//! A word is what Unicode calls one (UAX #29), but: a date, a sum of money, a number with what it
//! counts in, an address and a clause's label are one word each; a hyphen or an apostrophe between
//! letters does not end a word; an elided word is cut where its language joins it (*i* | *'r*,
//! *l'* | *école*). White space separates and is no word.
//!
//! A word's key is blind to straight and curly quotes and to how accents are composed.

mod addresses;
mod keys;
mod line;
mod numbers;

use std::ops::Range;

use unicode_normalization::char::is_combining_mark;
use unicode_segmentation::UnicodeSegmentation;

use super::model::Point;
use crate::bytes;
use crate::language::LanguageCode;
use crate::language::dates::find_dates;
use crate::language::elision::{elides, split_elisions};
use crate::markdown::tree::Block;
use addresses::Addresses;
use keys::keys;
pub(super) use keys::{fold_quote, folded_key, have_same_signs, with_straight_quotes};
use line::Line;
use numbers::{currency_after, is_currency, number, time_after};

/// What a word is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// Letters.
    Word,
    /// A number, with its unit.
    Number,
    /// A sum of money.
    Money,
    /// A date.
    Date,
    /// An address of the web or of e-mail.
    Address,
    /// The label that a clause opens with.
    Label,
    /// Signs.
    Punctuation,
    /// An image, a reference to a footnote, an element of HTML.
    Thing,
}

impl Class {
    /// Whether it is of what is counted, paid or dated.
    pub fn is_value(self) -> bool {
        matches!(self, Class::Number | Class::Money | Class::Date)
    }
}

/// What stands before a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Gap {
    /// Nothing: it touches the word before it.
    None,
    /// White space.
    Space,
    /// A line break that the page shows.
    Break,
}

/// A word, and where it is.
#[derive(Clone, Debug)]
pub(super) struct Token {
    pub start: Point,
    pub end: Point,
    /// Equal for words that count as equal.
    pub key: u64,
    /// Equal for words that are written alike.
    pub exact: u64,
    /// Equal for words that count as equal when it is asked how alike two texts are: capitals aside.
    pub caseless: u64,
    pub class: Class,
    pub gap: Gap,
    /// How many letters, signs and digits it has, as far as a weight needs to know.
    pub length: u32,
}

impl Token {
    /// Whether a reader would count it as a word.
    pub fn is_word(&self) -> bool {
        !matches!(self.class, Class::Punctuation | Class::Thing)
    }
}

/// The number of a word in a [`super::vocabulary`].
pub(super) type WordId = u32;

/// A word in a plain text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct PlainWord {
    pub range: Range<usize>,
    pub class: Class,
}

/// What the words of a text depend on beside the text.
pub(super) struct Reading<'a> {
    pub language: &'a LanguageCode,
    /// What a reference to a footnote of this text stands for, by the footnote's label.
    pub footnotes: &'a dyn Fn(&str) -> u64,
    /// The label that counts as one word at the head of the text.
    pub label: Option<&'a str>,
}

/// Adds the words of a leaf to `tokens`.
pub(super) fn read(block: &Block, leaf: u32, reading: &Reading<'_>, tokens: &mut Vec<Token>) {
    let mut line = Line::of(block);
    let words = split(&line.text, reading.label, reading.language);
    tokens.reserve(words.len());
    let mut end = None;
    for word in words {
        let gap = end.map_or(Gap::None, |end| line.gap(end..word.range.start));
        end = Some(word.range.end);
        tokens.push(line.token(block, leaf, &word, gap, reading));
    }
}

/// The words of a plain text, in order. White space is in none of them.
pub(super) fn split(text: &str, label: Option<&str>, language: &LanguageCode) -> Vec<PlainWord> {
    split_with(text, label, language, &mut Addresses::new(text))
}

fn split_with(
    text: &str,
    label: Option<&str>,
    language: &LanguageCode,
    addresses: &mut Addresses<'_>,
) -> Vec<PlainWord> {
    let dates = if bytes::has(text, |byte| byte.is_ascii_digit()) {
        find_dates(language, text)
    } else {
        Vec::new()
    };
    let mut dates = dates.as_slice();
    let language = Some(language).filter(|language| elides(language));
    let mut words = Vec::with_capacity(text.len() / 5);
    let mut at = 0;
    while let Some(first) = text[at..].chars().next() {
        if first.is_whitespace() {
            at += first.len_utf8();
            continue;
        }
        let opens = words.is_empty();
        while let [date, rest @ ..] = dates
            && date.range.start < at
        {
            dates = rest;
        }
        let date = dates.first().map(|date| &date.range);
        let (length, class) = match (label, date) {
            (Some(label), _) if opens && text[at..].starts_with(label) => {
                (label.trim_end().len(), Class::Label)
            }
            (_, Some(date)) if date.start == at => (date.len(), Class::Date),
            _ => {
                let (length, class) = match addresses.at(at) {
                    Some(length) => (length, Class::Address),
                    None => word_at(&text[at..], first),
                };
                let limit = date.map_or(length, |date| date.start - at);
                (length.min(limit), class)
            }
        };
        let length = length.max(first.len_utf8());
        push_parts(text, at..at + length, class, language, &mut words);
        at += length;
    }
    words
}

/// Adds a word, in its parts where it is elided: `language` is one that elides.
fn push_parts(
    text: &str,
    range: Range<usize>,
    class: Class,
    language: Option<&LanguageCode>,
    words: &mut Vec<PlainWord>,
) {
    let Some(language) = language.filter(|_| class == Class::Word) else {
        words.push(PlainWord { range, class });
        return;
    };
    let mut start = range.start;
    for part in split_elisions(language, &text[range]) {
        words.push(PlainWord {
            range: start..start + part.len(),
            class,
        });
        start += part.len();
    }
}

/// The length in bytes of the word that a text opens with, and what it is; no address.
fn word_at(text: &str, first: char) -> (usize, Class) {
    if first == '\u{fffc}' {
        return (first.len_utf8(), Class::Thing);
    }
    if is_currency(first)
        && let Some(length) = number(&text[first.len_utf8()..])
    {
        return (first.len_utf8() + length, Class::Money);
    }
    if first.is_ascii_digit()
        && let Some(length) = number(text)
    {
        let (number, rest) = text.split_at(length);
        return match currency_after(rest) {
            Some(sign) => (length + sign, Class::Money),
            None => (
                length + time_after(number, rest).unwrap_or_default(),
                Class::Number,
            ),
        };
    }
    if is_letter(first) {
        return (letters(text), Class::Word);
    }
    // What looks is one sign, with all that it is joined to: a picture of a person with a tone of skin.
    if !first.is_ascii()
        && let Some(sign) = text.graphemes(true).next()
        && sign.len() > first.len_utf8()
    {
        return (sign.len(), Class::Punctuation);
    }
    let same = text.chars().take_while(|&next| next == first).count();
    (same * first.len_utf8(), Class::Punctuation)
}

fn is_letter(character: char) -> bool {
    character.is_ascii_alphanumeric()
        || (!character.is_ascii() && (character.is_alphanumeric() || is_combining_mark(character)))
        || character == '_'
}

/// A word of letters.
fn letters(text: &str) -> usize {
    // Most words have no other letters.
    let is_plain = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'_';
    let plain = text.bytes().take_while(is_plain).count();
    let ends_word = |next: &u8| next.is_ascii() && !matches!(next, b'\'' | b'-');
    if text.as_bytes().get(plain).is_none_or(ends_word) {
        return plain;
    }
    let mut end = plain;
    for (at, next) in text[plain..].char_indices() {
        let at = plain + at;
        let after = &text[at + next.len_utf8()..];
        let goes_on = if is_complex(next) {
            return if at == 0 { segment(text) } else { at };
        } else {
            is_letter(next)
                || (matches!(fold_quote(next), '\'' | '-' | '\u{2011}' | '\u{ad}')
                    && after.chars().next().is_some_and(is_letter))
        };
        if !goes_on {
            break;
        }
        end = at + next.len_utf8();
    }
    end
}

/// Scripts whose words are not set apart by signs and spaces, or need tables to be told apart.
fn is_complex(character: char) -> bool {
    character >= '\u{900}' && !('\u{1e00}'..='\u{2bff}').contains(&character)
}

fn segment(text: &str) -> usize {
    text.split_word_bounds().next().map_or(text.len(), str::len)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(language: &str, text: &str) -> Vec<String> {
        let language = LanguageCode::parse(language).unwrap();
        let found = split(text, None, &language);
        found
            .into_iter()
            .map(|word| text[word.range].to_owned())
            .collect()
    }

    #[test]
    fn what_belongs_together_is_one_word() {
        let text = "Pay £1,500.50 by 9 August 2017 (see 5.2(b), 10%) to pay@example.org.";
        let expected = [
            "Pay",
            "£1,500.50",
            "by",
            "9 August 2017",
            "(",
            "see",
            "5.2(b)",
            ",",
            "10%",
            ")",
            "to",
            "pay@example.org",
            ".",
        ];
        assert_eq!(words("en", text), expected);
    }

    #[test]
    fn a_sign_is_one_with_all_that_it_is_joined_to() {
        let text = "Ask 👩🏽\u{200d}💻 or 🏴󠁧󠁢󠁷󠁬󠁳󠁿 – ❤\u{fe0f}……";
        let expected = ["Ask", "👩🏽\u{200d}💻", "or", "🏴󠁧󠁢󠁷󠁬󠁳󠁿", "–", "❤\u{fe0f}", "……"];
        assert_eq!(words("en", text), expected);
    }

    #[test]
    fn a_sum_is_one_word_whatever_parts_its_thousands() {
        for space in [" ", "\u{a0}", "\u{202f}", "\u{2009}"] {
            let sums = ["10 500 €", "1 250,50 €", "12 000", "1 000 000"];
            let sums = sums.map(|sum| sum.replace(' ', space));
            let text = format!("De {} à {} ou {} ; {}.", sums[0], sums[1], sums[2], sums[3]);
            let found = words("fr", &text);
            for sum in &sums {
                assert!(found.contains(sum), "{found:?}");
            }
        }
        let not_grouped = "Of 2020 500 came; 12 1000, 5 40, 020 7946 0958.";
        for word in ["2020", "500", "12", "1000", "5", "40", "7946"] {
            assert!(
                words("en", not_grouped).contains(&word.to_owned()),
                "{word}"
            );
        }
    }

    #[test]
    fn a_time_is_one_word_however_french_spaces_it() {
        let text = "de 8 h à 9 h 30 ou 10h15, avant 17\u{a0}h\u{a0}45 ; 7 hommes, 4 h 300, 100 h";
        let found = words("fr", text);
        for time in ["8 h", "9 h 30", "10h15", "17\u{a0}h\u{a0}45", "4 h"] {
            assert!(found.contains(&time.to_owned()), "{time}: {found:?}");
        }
        for word in ["7", "hommes", "300", "100", "h"] {
            assert!(found.contains(&word.to_owned()), "{word}: {found:?}");
        }
    }

    #[test]
    fn elisions_are_as_each_language_has_them() {
        assert_eq!(
            words("cy", "mae'n rhaid i’r staff"),
            ["mae", "'n", "rhaid", "i", "’r", "staff"]
        );
        assert_eq!(
            words("fr", "l'école qu’il n'a"),
            ["l'", "école", "qu’", "il", "n'", "a"]
        );
        assert_eq!(words("en", "don't e-mail"), ["don't", "e-mail"]);
    }

    #[test]
    fn a_text_is_looked_at_once_for_addresses_however_its_words_are_parted() {
        let english = LanguageCode::parse("en").unwrap();
        let many = |word: &str, end: &str| word.repeat(500) + end;
        for (text, count) in [
            (many("日本", ""), 1000),
            (many("a日", ""), 1000),
            (many("word\u{a0}", ""), 500),
            (many("word,", ""), 1000),
            (many("word,", "a@b"), 1003),
            (many("word/", ":/"), 1002),
        ] {
            let mut addresses = Addresses::new(&text);
            let found = split_with(&text, None, &english, &mut addresses);
            assert_eq!(found.len(), count, "{}", &text[text.len() - 12..]);
            assert!(addresses.looked_at <= text.len());
        }
    }

    #[test]
    fn any_text_is_covered_but_for_its_white_space() {
        for text in ["日本語です。 x", "a\u{301}b '' 5. .", "\u{fffc}£ €5 5 € '"] {
            let covered: String = words("en", text).concat();
            let bare: String = text.chars().filter(|next| !next.is_whitespace()).collect();
            let covered: String = covered
                .chars()
                .filter(|next| !next.is_whitespace())
                .collect();
            assert_eq!(covered, bare);
        }
    }
}
