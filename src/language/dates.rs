//! Dates as each language writes them: to show them, and to find them in running text.

mod find;
mod months;

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

use jiff::civil::Date;
use unicode_normalization::UnicodeNormalization;

use super::{Known, LanguageCode, mutation};
pub use find::{FoundDate, PartialDate, find_dates, find_months};

/// A date in full: "22 November 2026", "22 Tachwedd 2026", "22 novembre 2026", "22 Samhain 2026".
///
/// Day, month and year without article or ordinal (CLDR, the long format, in all four languages);
/// the first of the month is "1er" in French alone, which CLDR has not (*Lexique des règles
/// typographiques en usage à l'Imprimerie nationale*). In any other language the date is as ISO 8601
/// writes it.
pub fn long_date(language: &LanguageCode, date: Date) -> String {
    let Some(language) = language.known() else {
        return date.to_string();
    };
    let months = months::of(language);
    let (day, month, year) = (date.day(), name(months, date.month()), date.year());
    let ordinal = match (language, day) {
        (Known::French, 1) => "er",
        _ => "",
    };
    [
        &day.to_string(),
        ordinal,
        " ",
        month,
        " ",
        &year.to_string(),
    ]
    .concat()
}

/// A month and its year: "November 2026", "Tachwedd 2026"; in any other language `2026-11`.
pub fn year_month(language: &LanguageCode, date: Date) -> String {
    match language.known().map(months::of) {
        Some(months) => format!("{} {}", name(months, date.month()), date.year()),
        None => date.strftime("%Y-%m").to_string(),
    }
}

/// Where two days are the first and the last of a month or of a year: it as ISO 8601 writes it, and its name.
pub fn period(language: &LanguageCode, first: Date, last: Date) -> Option<(String, String)> {
    let is_of = |from: Date, until: Date| first == from && last == until;
    if is_of(last.first_of_year(), last.last_of_year()) {
        let year = last.strftime("%Y").to_string();
        Some((year.clone(), year))
    } else if is_of(last.first_of_month(), last.last_of_month()) {
        Some((
            last.strftime("%Y-%m").to_string(),
            year_month(language, last),
        ))
    } else {
        None
    }
}

/// The number of a month, 1 to 12, from its name in full, case aside: in Welsh and Irish mutated too
/// (*Dachwedd*, *Nhachwedd*, *Mhárta*), in Irish in the genitive too (*Samhna*).
pub fn month_from_name(language: &LanguageCode, name: &str) -> Option<i8> {
    let forms = &forms_of(language)?.names;
    forms.get(plain(name).as_ref()).copied()
}

/// The number of a month from its short name, without full stop, case aside.
fn month_from_short_name(language: &LanguageCode, name: &str) -> Option<i8> {
    let forms = &forms_of(language)?.short;
    forms.get(plain(name).as_ref()).copied()
}

/// Whether a language has a month of two words: Irish *Deireadh Fómhair*.
fn has_names_of_two_words(language: &LanguageCode) -> bool {
    forms_of(language).is_some_and(|forms| forms.has_two_words)
}

/// Every way in which a language's months are written, plain, with their numbers. Texts are searched
/// for them at each number, so they are made once.
struct Forms {
    names: HashMap<String, i8>,
    short: HashMap<String, i8>,
    /// Whether a name is of two words.
    has_two_words: bool,
}

fn forms_of(language: &LanguageCode) -> Option<&'static Forms> {
    static FORMS: LazyLock<HashMap<Known, Forms>> = LazyLock::new(|| {
        let languages = Known::ALL.into_iter();
        languages.map(|known| (known, Forms::of(known))).collect()
    });
    FORMS.get(&language.known()?)
}

impl Forms {
    fn of(known: Known) -> Forms {
        let months = months::of(known);
        let language = LanguageCode::from(known);
        let inflected = months
            .inflected
            .iter()
            .map(|(name, number)| (*number, *name));
        let mut names = HashMap::new();
        for (number, name) in (1..).zip(months.names).chain(inflected) {
            for form in mutation::mutated_forms(&language, &plain(name)) {
                names.entry(plain(&form).into_owned()).or_insert(number);
            }
        }
        let short = months.short.iter();
        let short = short.map(|(short, number)| (plain(short).into_owned(), *number));
        Forms {
            has_two_words: names.keys().any(|name| name.contains(' ')),
            names,
            short: short.collect(),
        }
    }
}

fn name(months: &months::Months, number: i8) -> &'static str {
    usize::try_from(number - 1)
        .ok()
        .and_then(|index| months.names.get(index))
        .copied()
        .unwrap_or_default()
}

/// Composed and in small letters, with one space between words.
fn plain(name: &str) -> Cow<'_, str> {
    if name.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return Cow::Borrowed(name);
    }
    if name.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return Cow::Owned(name.to_ascii_lowercase());
    }
    let composed: String = name.nfc().flat_map(char::to_lowercase).collect();
    Cow::Owned(composed.split_whitespace().collect::<Vec<_>>().join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn language(code: &str) -> LanguageCode {
        LanguageCode::parse(code).unwrap()
    }

    #[test]
    fn dates_are_written_as_the_language_writes_them() {
        for (code, long, first, month) in [
            ("en", "22 November 2026", "1 May 2026", "March 2021"),
            ("cy", "22 Tachwedd 2026", "1 Mai 2026", "Mawrth 2021"),
            ("fr", "22 novembre 2026", "1er mai 2026", "mars 2021"),
            ("ga", "22 Samhain 2026", "1 Bealtaine 2026", "Márta 2021"),
            ("de", "2026-11-22", "2026-05-01", "2021-03"),
        ] {
            let code = language(code);
            assert_eq!(long_date(&code, date(2026, 11, 22)), long);
            assert_eq!(long_date(&code, date(2026, 5, 1)), first);
            assert_eq!(year_month(&code, date(2021, 3, 9)), month);
        }
    }

    #[test]
    fn the_days_of_a_whole_month_or_year_have_its_name() {
        let of = |first, last| period(&language("cy"), first, last);
        let named = |iso: &str, text: &str| Some((iso.to_owned(), text.to_owned()));
        assert_eq!(
            of(date(2020, 1, 1), date(2020, 12, 31)),
            named("2020", "2020")
        );
        assert_eq!(
            of(date(2020, 2, 1), date(2020, 2, 29)),
            named("2020-02", "Chwefror 2020")
        );
        assert_eq!(of(date(2020, 2, 1), date(2020, 2, 28)), None);
        assert_eq!(of(date(2019, 1, 1), date(2020, 12, 31)), None);
    }

    #[test]
    fn every_mutated_welsh_month_is_known() {
        let forms = [
            "Ionawr Hionawr",
            "Chwefror",
            "Mawrth Fawrth",
            "Ebrill Hebrill",
            "Mai Fai",
            "Mehefin Fehefin",
            "Gorffennaf Orffennaf Ngorffennaf",
            "Awst Hawst",
            "Medi Fedi",
            "Hydref",
            "Tachwedd Dachwedd Nhachwedd Thachwedd",
            "Rhagfyr Ragfyr RAGFYR",
        ];
        for (number, names) in (1..).zip(forms) {
            for name in names.split(' ') {
                assert_eq!(
                    month_from_name(&language("cy"), name),
                    Some(number),
                    "{name}"
                );
            }
        }
        assert_eq!(month_from_name(&language("cy"), "Ffawrth"), None);
    }

    #[test]
    fn months_of_other_languages_are_known_in_their_forms() {
        for (code, name, number) in [
            ("en", "may", Some(5)),
            ("en", "Fay", None),
            ("fr", "De\u{301}cembre", Some(12)),
            ("ga", "Mhárta", Some(3)),
            ("ga", "Samhna", Some(11)),
            ("ga", "Deireadh  Fómhair", Some(10)),
            ("ga", "hAibreán", Some(4)),
            ("de", "Mai", None),
        ] {
            assert_eq!(month_from_name(&language(code), name), number, "{name}");
        }
    }
}
