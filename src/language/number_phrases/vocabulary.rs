//! The number words of a language, and how they join.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::{Measure, english, french, irish, welsh};
use crate::language::{Known, LanguageCode, mutation};

/// What is known about the number words of one language. Radical forms; mutated ones follow from the
/// mutations.
pub(super) struct Words {
    /// Words that count, of two words too, and their values.
    pub cardinals: &'static [(&'static str, u64)],
    /// What multiplies the number before it: "hundred", "thousand".
    pub scales: &'static [(&'static str, u64)],
    /// "First", "twentieth".
    pub ordinals: &'static [(&'static str, u64)],
    /// What says a number without counting: "twice", *pythefnos*.
    pub akin: &'static [(&'static str, &'static [u64])],
    /// Forms of these, as written, that are other words too: they surely count only within a longer number
    /// or before a measure of time.
    pub doubtful: &'static [&'static str],
    /// Doubtful ones that are articles: before a measure they count as little ("un an", a year).
    pub articles: &'static [&'static str],
    /// Words after which a doubtful one counts nothing: *yr un diwrnod*, the same day.
    pub not_after: &'static [&'static str],
    /// Doubtful ones that count before a noun, which is any word but these: "one person", not "one of them".
    pub before_nouns: &'static [&'static str],
    pub no_nouns: &'static [&'static str],
    /// Forms that count only within a longer number: *gan* in *dau gan punt*.
    pub only_within: &'static [&'static str],
    /// Forms that the mutations make of a number and that are none: *hun*.
    pub others: &'static [&'static str],
    /// How numbers join one after the other.
    pub joins: &'static [Join],
    /// What adds to the number before it, after the noun too: *tri pheth ar ddeg*.
    pub closings: &'static [Closing],
    /// What may stand between a scale and what is added to it: "hundred and five".
    pub and: &'static [&'static str],
    /// What is added to a number that is not whole: "and a half".
    pub parts: &'static [&'static str],
    /// What stands before an hour that is told by a part of another: "half past".
    pub before_hours: &'static [&'static str],
    /// What makes a per cent sign of "hundred": *y* in *pump y cant*.
    pub per: &'static [&'static str],
    /// Measures of time.
    pub measures: &'static [(Measure, &'static [&'static str])],
    /// What may stand between a number and such a measure: "working".
    pub qualifiers: &'static [&'static str],
}

/// Two numbers, one after the other, that are one.
pub(super) struct Join {
    pub first: &'static [u64],
    pub link: Option<&'static str>,
    pub second: &'static [u64],
    pub makes: Makes,
}

/// What two numbers make.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Makes {
    Sum,
    /// A sum, where the first is a product: *dau ddeg pump*, and not *deg pump*.
    SumWithProduct,
    Product,
}

/// Words that add to a number of at most `up_to`.
pub(super) struct Closing {
    pub words: &'static str,
    pub adds: u64,
    pub up_to: u64,
    /// How many words may stand before it.
    pub nouns: usize,
    /// Whether it may stand after a measure that no number stands before: *lá is fiche*.
    pub closes_alone: bool,
}

/// A closing before which two words may stand: the noun that is counted, and one that describes it.
pub(super) const fn closing(words: &'static str, adds: u64, up_to: u64) -> Closing {
    Closing {
        words,
        adds,
        up_to,
        nouns: 2,
        closes_alone: false,
    }
}

pub(super) const UNITS: &[u64] = &[1, 2, 3, 4, 5, 6, 7, 8, 9];
pub(super) const TENS: &[u64] = &[20, 30, 40, 50, 60, 70, 80, 90];

/// What a form can be.
#[derive(Clone, Copy, Default)]
pub(super) struct Entry {
    pub cardinal: Option<u64>,
    pub ordinal: Option<u64>,
    pub scale: Option<u64>,
    pub akin: Option<&'static [u64]>,
    pub is_doubtful: bool,
    pub is_only_within: bool,
}

/// The words of a language by each form that they take.
pub(super) struct Vocabulary {
    pub words: &'static Words,
    forms: HashMap<String, Entry>,
    measures: HashMap<String, Measure>,
}

/// A vocabulary that is made when it is first asked for.
type Made = LazyLock<Vocabulary>;

impl Vocabulary {
    /// That of a known language. It is made once.
    pub fn of(language: Known) -> &'static Vocabulary {
        static ENGLISH: Made = LazyLock::new(|| Vocabulary::new(Known::English, &english::WORDS));
        static WELSH: Made = LazyLock::new(|| Vocabulary::new(Known::Welsh, &welsh::WORDS));
        static FRENCH: Made = LazyLock::new(|| Vocabulary::new(Known::French, &french::WORDS));
        static IRISH: Made = LazyLock::new(|| Vocabulary::new(Known::Irish, &irish::WORDS));
        match language {
            Known::English => &ENGLISH,
            Known::Welsh => &WELSH,
            Known::French => &FRENCH,
            Known::Irish => &IRISH,
        }
    }

    fn new(language: Known, words: &'static Words) -> Vocabulary {
        let language = &LanguageCode::from(language);
        let mut forms: HashMap<String, Entry> = HashMap::new();
        let mut add = |radical: &str, set: &dyn Fn(&mut Entry)| {
            for form in mutation::mutated_forms(language, radical) {
                if !words.others.contains(&form.as_str()) {
                    set(forms.entry(form).or_default());
                }
            }
        };
        for (word, value) in words.cardinals {
            add(word, &|entry| entry.cardinal = Some(*value));
            if let Some((first, _)) = word.split_once(' ') {
                // The first of two words is looked up before both are.
                add(first, &|_| {});
            }
        }
        for (word, value) in words.scales {
            // *Filiwn* is a million; *biliwn* is not mutated, lest it be taken for one.
            add(word, &|entry| {
                entry.scale.get_or_insert(*value);
            });
        }
        for (word, value) in words.ordinals {
            add(word, &|entry| entry.ordinal = Some(*value));
        }
        for (word, values) in words.akin {
            add(word, &|entry| entry.akin = Some(values));
        }
        for (form, entry) in &mut forms {
            entry.is_doubtful = words.doubtful.contains(&form.as_str());
            entry.is_only_within = words.only_within.contains(&form.as_str());
        }
        let measures = words.measures.iter();
        let measures =
            measures.flat_map(|(measure, named)| named.iter().map(move |name| (name, *measure)));
        let measures = measures.flat_map(|(name, measure)| {
            let forms = mutation::mutated_forms(language, name).into_iter();
            forms.map(move |form| (form, measure))
        });
        Vocabulary {
            words,
            forms,
            measures: measures.collect(),
        }
    }

    /// What a form, in small letters, can be.
    pub fn entry(&self, form: &str) -> Option<&Entry> {
        self.forms.get(form)
    }

    /// Whether a form is a measure of time, or what may stand before one.
    pub fn is_measure(&self, form: &str) -> bool {
        self.measures.contains_key(form) || self.words.qualifiers.contains(&form)
    }

    pub fn measure(&self, form: &str) -> Option<Measure> {
        self.measures.get(form).copied()
    }
}
