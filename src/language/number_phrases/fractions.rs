//! Fractions in words: "two thirds", *dwy ran o dair*, *trois quarts*, *dhá thrian*.

use std::ops::Range;

use super::tokens::{Token, tokens};
use super::vocabulary::Vocabulary;
use crate::language::{Known, LanguageCode, mutation};

/// A fraction, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fraction {
    /// From its first to after its last byte.
    pub range: Range<usize>,
    /// How many parts.
    pub numerator: u64,
    /// Of how many that are a whole.
    pub denominator: u64,
}

/// How a language names parts of a whole.
struct Naming {
    /// Nouns for one of so many parts, after a number.
    nouns: &'static [(&'static str, u64)],
    /// Such nouns that are other words too: *un tiers*, somebody else.
    doubtful: &'static [(&'static str, u64)],
    /// Whether ordinals name parts too, and what is added to several.
    ordinals: bool,
    plural: Option<char>,
    /// What may stand for one: "a fifth of".
    articles: &'static [&'static str],
    /// "Of": after a single part that is an ordinal it says that it is one. "A third of", but "a third person".
    of: &'static [&'static str],
    /// The words between two numbers that make a fraction of them: *dwy ran o dair*.
    between: &'static [&'static str],
}

static ENGLISH: Naming = Naming {
    nouns: &[("half", 2), ("quarter", 4)],
    doubtful: &[],
    ordinals: true,
    plural: Some('s'),
    articles: &["a"],
    of: &["of"],
    between: &[],
};

static WELSH: Naming = Naming {
    nouns: &[("hanner", 2), ("traean", 3), ("chwarter", 4)],
    doubtful: &[],
    ordinals: false,
    plural: None,
    articles: &[],
    of: &[],
    between: &["rhan", "o"],
};

static FRENCH: Naming = Naming {
    nouns: &[("quart", 4)],
    doubtful: &[("tiers", 3)],
    ordinals: true,
    plural: Some('s'),
    articles: &[],
    of: &["de", "des", "du", "d"],
    between: &[],
};

static IRISH: Naming = Naming {
    nouns: &[("trian", 3), ("ceathrú", 4)],
    doubtful: &[],
    ordinals: true,
    plural: None,
    articles: &[],
    of: &["de", "den", "d"],
    between: &[],
};

/// The fractions in words in a text, in order: those with a number. A half and a quarter that stand alone are for the
/// caller to find.
pub fn fractions(language: &LanguageCode, text: &str) -> Vec<Fraction> {
    let Some(known) = language.known() else {
        return Vec::new();
    };
    let reader = Reader {
        language,
        naming: match known {
            Known::English => &ENGLISH,
            Known::Welsh => &WELSH,
            Known::French => &FRENCH,
            Known::Irish => &IRISH,
        },
        known: Vocabulary::of(known),
        tokens: tokens(text),
        text,
    };
    let places = 0..reader.tokens.len();
    places.filter_map(|at| reader.fraction(at)).collect()
}

struct Reader<'a> {
    language: &'a LanguageCode,
    naming: &'static Naming,
    known: &'static Vocabulary,
    tokens: Vec<Token<'a>>,
    text: &'a str,
}

impl Reader<'_> {
    /// The fraction that begins at a token.
    fn fraction(&self, at: usize) -> Option<Fraction> {
        let numerator = self.numerator(at)?;
        let (denominator, next) = self
            .named(numerator, at + 1)
            .or_else(|| self.counted(at + 1))?;
        // Two quarters are half a year.
        let is_one = numerator < denominator && (numerator, denominator) != (2, 4);
        is_one.then(|| Fraction {
            range: self.tokens[at].range.start..self.tokens[next - 1].range.end,
            numerator,
            denominator,
        })
    }

    fn numerator(&self, at: usize) -> Option<u64> {
        let word = self.word(at);
        if self.naming.articles.contains(&word) {
            return Some(1);
        }
        let before = at.checked_sub(1).filter(|_| self.follows(at));
        let is_within = before.is_some_and(|before| self.cardinal(before).is_some());
        let text = &self.text[..self.tokens[at].range.start];
        let is_of_digits = text.ends_with(['.', ',', '/', '(']);
        self.cardinal(at).filter(|_| !is_within && !is_of_digits)
    }

    /// Into how many parts a noun or an ordinal at a token parts a whole, and the token after it.
    fn named(&self, numerator: u64, at: usize) -> Option<(u64, usize)> {
        if !self.follows(at) {
            return None;
        }
        let word = self.word(at);
        let many = self.naming.plural.and_then(|sign| word.strip_suffix(sign));
        let is_many = many.is_some_and(|_| numerator > 1);
        let single = many.filter(|_| is_many).unwrap_or(word);
        let is_after_hyphen = self.tokens[at].is_after_hyphen;
        let is_before_of = self.follows(at + 1) && self.naming.of.contains(&self.word(at + 1));
        let mut doubtful = self.naming.doubtful.iter();
        let (parts, is_sure) = if let Some(parts) = self.noun(single) {
            (parts, true)
        } else if let Some((_, parts)) = doubtful.find(|(noun, _)| *noun == word) {
            (*parts, numerator > 1 || is_before_of)
        } else {
            let ordinal = self.known.entry(single)?.ordinal;
            let parts = ordinal.filter(|parts| self.naming.ordinals && *parts > 2)?;
            (parts, is_many || is_after_hyphen || is_before_of)
        };
        is_sure.then_some((parts, at + 1))
    }

    fn noun(&self, word: &str) -> Option<u64> {
        let radicals = mutation::radicals(self.language, word);
        let mut nouns = self.naming.nouns.iter();
        let found = nouns.find(|(noun, _)| radicals.iter().any(|radical| radical == noun));
        found.map(|(_, parts)| *parts)
    }

    /// How many are a whole where words at a token say that some are taken of them, and the token after it.
    fn counted(&self, at: usize) -> Option<(u64, usize)> {
        let between = self.naming.between;
        let next = at + between.len();
        let is_there = !between.is_empty()
            && between.iter().enumerate().all(|(nth, word)| {
                let radicals = mutation::radicals(self.language, self.word(at + nth));
                self.follows(at + nth) && radicals.iter().any(|radical| radical == word)
            });
        let parts = self.cardinal(next)?;
        (is_there && self.follows(next)).then_some((parts, next + 1))
    }

    /// A number in one word or in digits, up to a hundred.
    fn cardinal(&self, at: usize) -> Option<u64> {
        let word = self.word(at);
        let digits = word.parse().ok().filter(|value| *value <= 100);
        let entry = self.known.entry(word);
        let hundred = |scale: &u64| *scale == 100;
        let in_words = entry.and_then(|entry| entry.cardinal.or(entry.scale.filter(hundred)));
        digits.or(in_words)
    }

    fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| &token.small)
    }

    fn follows(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.follows)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(code: &str, text: &str) -> Vec<(u64, u64)> {
        let found = fractions(&LanguageCode::parse(code).unwrap(), text);
        let parts = found.iter().map(|one| (one.numerator, one.denominator));
        parts.collect()
    }

    #[test]
    fn a_fraction_is_the_same_in_each_language() {
        for (code, text, fraction) in [
            ("en", "Two-thirds of the members", (2, 3)),
            ("en", "two thirds", (2, 3)),
            ("en", "a two-third majority", (2, 3)),
            ("en", "a third of it", (1, 3)),
            ("en", "One quarter is the quorum", (1, 4)),
            ("en", "three quarters", (3, 4)),
            ("en", "3 quarters", (3, 4)),
            ("en", "four fifths", (4, 5)),
            ("cy", "dwy ran o dair", (2, 3)),
            ("cy", "Tair rhan o bedair", (3, 4)),
            ("cy", "un rhan o bump", (1, 5)),
            ("cy", "o ddau draean", (2, 3)),
            ("cy", "tri chwarter", (3, 4)),
            ("cy", "y ddau neu dri chwarter", (3, 4)),
            ("fr", "les deux tiers", (2, 3)),
            ("fr", "un tiers des voix", (1, 3)),
            ("fr", "trois quarts", (3, 4)),
            ("fr", "trois cinquièmes", (3, 5)),
            ("ga", "dhá thrian", (2, 3)),
            ("ga", "trí cheathrú", (3, 4)),
        ] {
            assert_eq!(read(code, text), [fraction], "{text}");
        }
    }

    #[test]
    fn places_in_a_row_and_what_is_counted_are_no_fractions() {
        for (code, text) in [
            ("en", "a third party, two third parties"),
            ("en", "for two quarters"),
            ("en", "two seconds"),
            ("en", "the third of May"),
            ("en", "one fifth form"),
            ("cy", "dwy ran o’r broses"),
            ("cy", "un rhan o hyn"),
            ("fr", "un tiers, le troisième jour"),
            ("ga", "an ceathrú lá"),
        ] {
            assert_eq!(read(code, text), [], "{text}");
        }
    }
}
