//! The tables of initial mutations, one row for each pair of radical and form.
//!
//! Welsh: soft, nasal and aspirate mutation and the `h` before vowels, as in any grammar (e.g.
//! Peter Wynn Thomas, *Gramadeg y Gymraeg*, the chapter on *treigladau*). Irish: séimhiú, urú, and
//! the prefixes `t` and `h` (*Gramadach na Gaeilge: An Caighdeán Oifigiúil*, the chapter on
//! *athruithe tosaigh*).

use super::MutationKind::{self, *};

/// One row: a word that begins with `radical`, and then as `before` says, begins with `form` once
/// it is mutated.
pub(super) struct Rule {
    pub kind: MutationKind,
    pub radical: &'static str,
    pub form: &'static str,
    pub before: Before,
}

/// Which letters may follow the radical's beginning, for a rule to apply.
pub(super) enum Before {
    Anything,
    /// Any letter but these: they would make another consonant of it (`ch`, `th`).
    NoneOf(&'static [char]),
    OneOf(&'static [char]),
    /// A vowel written small, accents aside; `w` and `y` are vowels in Welsh.
    SmallVowel,
    /// A vowel written as a capital, accents aside.
    CapitalVowel,
    /// A vowel of either case, accents aside.
    Vowel,
}

use Before::*;

const fn row(
    kind: MutationKind,
    radical: &'static str,
    form: &'static str,
    before: Before,
) -> Rule {
    Rule {
        kind,
        radical,
        form,
        before,
    }
}

/// `ts` of loans such as *Tsieina* is left alone.
const NOT_A_PLAIN_T: &[char] = &['h', 's'];

pub(super) const WELSH: &[Rule] = &[
    row(Soft, "p", "b", NoneOf(&['h'])),
    row(Soft, "t", "d", NoneOf(NOT_A_PLAIN_T)),
    row(Soft, "c", "g", NoneOf(&['h'])),
    row(Soft, "b", "f", Anything),
    row(Soft, "d", "dd", NoneOf(&['d'])),
    row(Soft, "g", "", Anything),
    row(Soft, "m", "f", NoneOf(&['h'])),
    row(Soft, "ll", "l", Anything),
    row(Soft, "rh", "r", Anything),
    row(Nasal, "p", "mh", NoneOf(&['h'])),
    row(Nasal, "t", "nh", NoneOf(NOT_A_PLAIN_T)),
    row(Nasal, "c", "ngh", NoneOf(&['h'])),
    row(Nasal, "b", "m", Anything),
    row(Nasal, "d", "n", NoneOf(&['d'])),
    row(Nasal, "g", "ng", Anything),
    row(Aspirate, "p", "ph", NoneOf(&['h'])),
    row(Aspirate, "t", "th", NoneOf(NOT_A_PLAIN_T)),
    row(Aspirate, "c", "ch", NoneOf(&['h'])),
    row(HBeforeVowel, "", "h", Vowel),
];

pub(super) const IRISH: &[Rule] = &[
    row(Lenition, "b", "bh", NoneOf(&['h'])),
    row(Lenition, "c", "ch", NoneOf(&['h'])),
    row(Lenition, "d", "dh", NoneOf(&['h'])),
    row(Lenition, "f", "fh", NoneOf(&['h'])),
    row(Lenition, "g", "gh", NoneOf(&['h', 'c'])),
    row(Lenition, "m", "mh", NoneOf(&['h'])),
    row(Lenition, "p", "ph", NoneOf(&['h'])),
    row(Lenition, "s", "sh", NoneOf(&['h', 'c', 'f', 'm', 'p', 't'])),
    row(Lenition, "t", "th", NoneOf(&['h'])),
    row(Eclipsis, "b", "mb", Anything),
    row(Eclipsis, "c", "gc", Anything),
    row(Eclipsis, "d", "nd", Anything),
    row(Eclipsis, "f", "bhf", Anything),
    row(Eclipsis, "g", "ng", Anything),
    row(Eclipsis, "p", "bp", Anything),
    row(Eclipsis, "t", "dt", Anything),
    row(Eclipsis, "", "n-", SmallVowel),
    row(Eclipsis, "", "n", CapitalVowel),
    row(
        TPrefix,
        "s",
        "ts",
        OneOf(&[
            'a', 'e', 'i', 'o', 'u', 'á', 'é', 'í', 'ó', 'ú', 'l', 'n', 'r',
        ]),
    ),
    row(TPrefix, "", "t-", SmallVowel),
    row(TPrefix, "", "t", CapitalVowel),
    row(HPrefix, "", "h", Vowel),
];
