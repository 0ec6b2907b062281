//! The words that stand around a count.

use crate::language::Known;

/// What is known about counting in one language.
pub(super) struct Numerals {
    /// Words that may stand before a count: articles, possessives, "top".
    pub lead: &'static [&'static str],
    /// Whether what is counted stands in the plural, with an ending that shows it.
    pub plural: Option<&'static Plural>,
}

/// How a plural is recognised.
pub(super) struct Plural {
    pub endings: &'static [&'static str],
    pub irregular: &'static [&'static str],
    /// Words after which no noun of the count is to be looked for.
    pub stop: &'static [&'static str],
}

pub(super) fn of(language: Known) -> &'static Numerals {
    match language {
        Known::English => &ENGLISH,
        Known::Welsh => &WELSH,
        Known::French => &FRENCH,
        Known::Irish => &IRISH,
    }
}

static ENGLISH: Numerals = Numerals {
    lead: &[
        "the",
        "our",
        "your",
        "my",
        "their",
        "its",
        "these",
        "those",
        "top",
        "all",
        "following",
    ],
    plural: Some(&Plural {
        endings: &["s"],
        irregular: &[
            "people",
            "children",
            "men",
            "women",
            "criteria",
            "phenomena",
            "staff",
        ],
        stop: &[
            "a", "an", "and", "are", "at", "by", "for", "from", "in", "is", "less", "of", "on",
            "or", "per", "that", "the", "this", "to", "was", "we", "when", "which", "who", "with",
            "you",
        ],
    }),
};

static WELSH: Numerals = Numerals {
    lead: &["y", "yr", "ein", "eich", "fy", "eu", "holl", "prif"],
    plural: None,
};

static FRENCH: Numerals = Numerals {
    lead: &["les", "nos", "vos", "leurs", "ces"],
    plural: Some(&Plural {
        endings: &["s", "x"],
        irregular: &[],
        stop: &[
            "à", "au", "aux", "avec", "dans", "de", "des", "du", "en", "et", "la", "le", "les",
            "ou", "par", "pour", "qui", "que", "sur", "un", "une",
        ],
    }),
};

static IRISH: Numerals = Numerals {
    lead: &["na", "an", "ár", "bhur", "do"],
    plural: None,
};
