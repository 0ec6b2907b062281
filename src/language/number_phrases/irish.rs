//! Irish numbers: before a noun (*dhá*), in counting (*a dó*), of people (*triúr*), and closed after the noun (*cúig
//! lá dhéag*, *cúig lá is fiche*): *Gramadach na Gaeilge: An Caighdeán Oifigiúil*; by tens as in CLDR 46, RBNF `ga`.

use super::Measure;
use super::vocabulary::{Closing, Join, Makes, TENS, UNITS, Words, closing};

pub(super) static WORDS: Words = Words {
    cardinals: &[
        ("aon", 1),
        ("dhá", 2),
        ("dó", 2),
        ("trí", 3),
        ("ceithre", 4),
        ("ceathair", 4),
        ("cúig", 5),
        ("sé", 6),
        ("seacht", 7),
        ("ocht", 8),
        ("naoi", 9),
        ("deich", 10),
        ("fiche", 20),
        ("tríocha", 30),
        ("daichead", 40),
        ("caoga", 50),
        ("leathchéad", 50),
        ("seasca", 60),
        ("seachtó", 70),
        ("ochtó", 80),
        ("nócha", 90),
        ("beirt", 2),
        ("triúr", 3),
        ("ceathrar", 4),
        ("cúigear", 5),
        ("seisear", 6),
        ("seachtar", 7),
        ("ochtar", 8),
        ("naonúr", 9),
        ("deichniúr", 10),
        ("dáréag", 12),
    ],
    scales: &[
        ("céad", 100),
        ("míle", 1000),
        ("milliún", 1_000_000),
        ("billiún", 1_000_000_000),
    ],
    ordinals: &[
        ("aonú", 1),
        ("dara", 2),
        ("dóú", 2),
        ("tríú", 3),
        ("ceathrú", 4),
        ("cúigiú", 5),
        ("séú", 6),
        ("seachtú", 7),
        ("ochtú", 8),
        ("naoú", 9),
        ("deichiú", 10),
        ("fichiú", 20),
        ("tríochadú", 30),
    ],
    akin: &[
        // "First": "céad" after the article.
        ("céad", &[1, 100]),
        ("coicís", &[2, 14, 15]),
        ("coicíse", &[2, 14, 15]),
        ("dosaen", &[12]),
    ],
    doubtful: &["aon", "haon", "trí", "sé", "míle", "céad", "chéad", "gcéad"],
    articles: &["aon", "haon"],
    not_after: &[],
    before_nouns: &[],
    no_nouns: &[],
    only_within: &["dó", "dhó", "ndó", "céad", "chéad", "gcéad", "mhíle"],
    others: &[],
    joins: &[
        Join {
            first: TENS,
            link: None,
            second: UNITS,
            makes: Makes::Sum,
        },
        Join {
            first: TENS,
            link: Some("a"),
            second: UNITS,
            makes: Makes::Sum,
        },
    ],
    closings: &[
        closing("déag", 10, 9),
        closing("dhéag", 10, 9),
        after_measure("is fiche", 20, 19),
        closing("ar fhichid", 20, 19),
        after_measure("is tríocha", 30, 9),
        after_measure("is daichead", 40, 19),
        after_measure("is caoga", 50, 9),
        after_measure("is seasca", 60, 19),
        after_measure("is seachtó", 70, 9),
        after_measure("is ochtó", 80, 19),
        after_measure("is nócha", 90, 9),
    ],
    and: &["a", "is", "agus"],
    parts: &["go leith", "agus leath", "agus ceathrú"],
    before_hours: &[
        "leathuair tar éis",
        "leathuair tar éis a",
        "ceathrú tar éis",
        "ceathrú tar éis a",
        "ceathrú chun",
        "ceathrú chun a",
    ],
    per: &["faoin"],
    measures: &[
        (Measure::Second, &["soicind", "soicindí"]),
        (Measure::Minute, &["nóiméad", "nóiméid"]),
        (Measure::Hour, &["uair", "uaire"]),
        (Measure::Day, &["lá", "laethanta"]),
        (Measure::Week, &["seachtain", "seachtaine"]),
        (Measure::Month, &["mí", "míosa"]),
        (Measure::Year, &["bliain", "bliana"]),
    ],
    qualifiers: &[],
};

/// A closing that may stand after a measure alone.
const fn after_measure(words: &'static str, adds: u64, up_to: u64) -> Closing {
    Closing {
        closes_alone: true,
        ..closing(words, adds, up_to)
    }
}
