//! Welsh numbers: by tens (*dau ddeg pump*) and by scores, closed after the noun (*pum niwrnod ar hugain*);
//! feminine forms (*dwy*) and those before a noun (*pum*, *deng*).
//!
//! Peter Wynn Thomas, *Gramadeg y Gymraeg*, on numerals; by tens as in CLDR 46, RBNF `cy`; words for measures
//! (*deuddydd*, *tridiau*, *pythefnos*): *Geiriadur Prifysgol Cymru*.

use super::Measure;
use super::vocabulary::{Closing, Join, Makes, UNITS, Words, closing};

pub(super) static WORDS: Words = Words {
    cardinals: &[
        ("un", 1),
        ("dau", 2),
        ("dwy", 2),
        ("tri", 3),
        ("tair", 3),
        ("pedwar", 4),
        ("pedair", 4),
        ("pump", 5),
        ("pum", 5),
        ("chwech", 6),
        ("chwe", 6),
        ("saith", 7),
        ("wyth", 8),
        ("naw", 9),
        ("deg", 10),
        ("deng", 10),
        ("unarddeg", 11),
        ("deuddeg", 12),
        ("deuddeng", 12),
        ("pymtheg", 15),
        ("pymtheng", 15),
        ("deunaw", 18),
        ("ugain", 20),
        ("deugain", 40),
        ("hanner cant", 50),
        ("hanner can", 50),
        ("trigain", 60),
        ("pedwar ugain", 80),
        ("deufis", 2),
    ],
    scales: &[
        ("cant", 100),
        ("can", 100),
        ("mil", 1000),
        ("miliwn", 1_000_000),
        ("biliwn", 1_000_000_000),
    ],
    ordinals: &[
        ("cyntaf", 1),
        ("unfed", 1),
        ("ail", 2),
        ("trydydd", 3),
        ("trydedd", 3),
        ("pedwerydd", 4),
        ("pedwaredd", 4),
        ("pumed", 5),
        ("chweched", 6),
        ("seithfed", 7),
        ("wythfed", 8),
        ("nawfed", 9),
        ("degfed", 10),
        ("deuddegfed", 12),
        ("pymthegfed", 15),
        ("deunawfed", 18),
        ("ugeinfed", 20),
        ("deugeinfed", 40),
        ("trigeinfed", 60),
        ("canfed", 100),
        ("milfed", 1000),
    ],
    akin: &[
        ("dwsin", &[12]),
        // So many days, and so many hours.
        ("deuddydd", &[2, 48]),
        ("dwbl", &[2]),
        ("dwyflwydd", &[2]),
        ("dwywaith", &[2]),
        ("pythefnos", &[2, 14, 15]),
        ("pythefnosol", &[2, 14, 15]),
        ("sengl", &[1]),
        ("teirgwaith", &[3]),
        ("teirblwydd", &[3]),
        ("tridiau", &[3, 72]),
        ("trimis", &[3]),
        ("undydd", &[1, 24]),
        ("unwaith", &[1]),
    ],
    doubtful: &[
        "un", "deg", "can", "fil", "dwbl", "ddwbl", "sengl", "undydd", "unwaith",
    ],
    articles: &[],
    not_after: &["yr", "r"],
    before_nouns: &[],
    no_nouns: &[],
    only_within: &["gan", "chan", "nghan"],
    others: &["hun", "hunwaith"],
    joins: &[
        Join {
            first: UNITS,
            link: None,
            second: &[10],
            makes: Makes::Product,
        },
        Join {
            first: &[10, 20, 30, 40, 50, 60, 70, 80, 90],
            link: None,
            second: UNITS,
            makes: Makes::SumWithProduct,
        },
    ],
    closings: &[
        closing("ar ddeg", 10, 4),
        closing("ar bymtheg", 15, 4),
        closing("ar hugain", 20, 19),
        after_one_word("a deugain", 40, 19),
        after_one_word("a thrigain", 60, 19),
        after_one_word("a phedwar ugain", 80, 19),
    ],
    and: &["a", "ac"],
    parts: &["a hanner", "a chwarter", "a thri chwarter"],
    before_hours: &["hanner awr wedi", "chwarter wedi", "chwarter i"],
    per: &["y"],
    measures: &[
        (Measure::Second, &["eiliad", "eiliadau"]),
        (Measure::Minute, &["munud", "munudau"]),
        (Measure::Hour, &["awr", "oriau"]),
        (Measure::Day, &["diwrnod", "diwrnodau", "dydd", "dyddiau"]),
        (Measure::Week, &["wythnos", "wythnosau"]),
        (Measure::Month, &["mis", "misoedd"]),
        (
            Measure::Year,
            &["blwyddyn", "blynyddoedd", "blynedd", "blwydd"],
        ),
    ],
    qualifiers: &[],
};

/// A closing with *a*, which joins nouns too.
const fn after_one_word(words: &'static str, adds: u64, up_to: u64) -> Closing {
    Closing {
        nouns: 1,
        ..closing(words, adds, up_to)
    }
}
