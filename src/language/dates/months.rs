//! The names of the months.
//!
//! Names and short names: CLDR, `ca-gregorian` of each language. Irish genitives, which CLDR
//! lacks (*mí na Samhna*, *22 de Mhárta*): *Gramadach na Gaeilge: An Caighdeán Oifigiúil*.

use crate::language::Known;

/// The months of one language, January first.
pub(super) struct Months {
    pub names: [&'static str; 12],
    /// Forms of a name that are not mutations of it, with the month's number.
    pub inflected: &'static [(&'static str, i8)],
    /// Short names, without a full stop.
    pub short: &'static [(&'static str, i8)],
}

pub(super) fn of(language: Known) -> &'static Months {
    match language {
        Known::English => &ENGLISH,
        Known::Welsh => &WELSH,
        Known::French => &FRENCH,
        Known::Irish => &IRISH,
    }
}

static ENGLISH: Months = Months {
    names: [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    inflected: &[],
    short: &[
        ("Jan", 1),
        ("Feb", 2),
        ("Mar", 3),
        ("Apr", 4),
        ("Jun", 6),
        ("Jul", 7),
        ("Aug", 8),
        ("Sep", 9),
        ("Sept", 9),
        ("Oct", 10),
        ("Nov", 11),
        ("Dec", 12),
    ],
};

static WELSH: Months = Months {
    names: [
        "Ionawr",
        "Chwefror",
        "Mawrth",
        "Ebrill",
        "Mai",
        "Mehefin",
        "Gorffennaf",
        "Awst",
        "Medi",
        "Hydref",
        "Tachwedd",
        "Rhagfyr",
    ],
    inflected: &[],
    short: &[
        ("Ion", 1),
        ("Chwef", 2),
        ("Chw", 2),
        ("Maw", 3),
        ("Ebr", 4),
        ("Meh", 6),
        ("Gorff", 7),
        ("Gor", 7),
        ("Hyd", 10),
        ("Tach", 11),
        ("Rhag", 12),
    ],
};

static FRENCH: Months = Months {
    names: [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ],
    inflected: &[("aout", 8)],
    short: &[
        ("janv", 1),
        ("févr", 2),
        ("avr", 4),
        ("juil", 7),
        ("sept", 9),
        ("oct", 10),
        ("nov", 11),
        ("déc", 12),
    ],
};

static IRISH: Months = Months {
    names: [
        "Eanáir",
        "Feabhra",
        "Márta",
        "Aibreán",
        "Bealtaine",
        "Meitheamh",
        "Iúil",
        "Lúnasa",
        "Meán Fómhair",
        "Deireadh Fómhair",
        "Samhain",
        "Nollaig",
    ],
    inflected: &[
        ("Aibreáin", 4),
        ("Meithimh", 6),
        ("Mheán Fhómhair", 9),
        ("Dheireadh Fhómhair", 10),
        ("Samhna", 11),
        ("Nollag", 12),
    ],
    short: &[
        ("Ean", 1),
        ("Feabh", 2),
        ("Aib", 4),
        ("Beal", 5),
        ("Meith", 6),
        ("Lún", 8),
        ("MFómh", 9),
        ("DFómh", 10),
        ("Samh", 11),
        ("Noll", 12),
    ],
};
