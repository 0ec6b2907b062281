//! The days of the week, as running text names them.

use std::ops::Range;

use super::{Known, LanguageCode};

/// The forms of each day, Monday first; names as CLDR 46 has them, with plurals, genitives and mutations.
struct Days {
    forms: [&'static [&'static str]; 7],
    /// Words before a form that make sure that a day is meant, where it may be another word (*Mawrth*, *Llun*).
    leads: &'static [&'static str],
}

static ENGLISH: Days = Days {
    forms: [
        &["Monday", "Mondays"],
        &["Tuesday", "Tuesdays"],
        &["Wednesday", "Wednesdays"],
        &["Thursday", "Thursdays"],
        &["Friday", "Fridays"],
        &["Saturday", "Saturdays"],
        &["Sunday", "Sundays"],
    ],
    leads: &[],
};

static WELSH: Days = Days {
    forms: [
        &["Llun", "Lun"],
        &["Mawrth", "Fawrth"],
        &["Mercher", "Fercher"],
        &["Iau"],
        &["Gwener", "Wener"],
        &["Sadwrn"],
        &["Sul"],
    ],
    leads: &["dydd", "ddydd", "nydd", "nos", "dyddiau", "ddyddiau"],
};

static FRENCH: Days = Days {
    forms: [
        &["lundi", "lundis"],
        &["mardi", "mardis"],
        &["mercredi", "mercredis"],
        &["jeudi", "jeudis"],
        &["vendredi", "vendredis"],
        &["samedi", "samedis"],
        &["dimanche", "dimanches"],
    ],
    leads: &[],
};

static IRISH: Days = Days {
    forms: [
        &["Luan", "Luain"],
        &["Máirt", "Mháirt"],
        &["Céadaoin", "Chéadaoin", "gCéadaoin"],
        &["Déardaoin"],
        &["Aoine", "hAoine"],
        &["Satharn", "Sathairn", "Shathairn"],
        &["Domhnach", "Domhnaigh", "Dhomhnaigh"],
    ],
    leads: &[],
};

/// The days of the week in a text, Monday as 1, and where they stand. What may be another word is left out.
pub fn find_weekdays(language: &LanguageCode, text: &str) -> Vec<(Range<usize>, u8)> {
    let days = match language.known() {
        Some(Known::English) => &ENGLISH,
        Some(Known::Welsh) => &WELSH,
        Some(Known::French) => &FRENCH,
        Some(Known::Irish) => &IRISH,
        None => return Vec::new(),
    };
    let mut found = Vec::new();
    let mut before = "";
    for word in text.split(|sign: char| !sign.is_alphanumeric()) {
        if word.is_empty() {
            continue;
        }
        let is_sure = days.leads.is_empty() || days.leads.contains(&before.to_lowercase().as_str());
        if let Some(day) = day(days, word).filter(|_| is_sure) {
            // `split` gives parts of `text`.
            let start = word.as_ptr() as usize - text.as_ptr() as usize;
            found.push((start..start + word.len(), day));
        }
        before = word;
    }
    found
}

fn day(days: &Days, word: &str) -> Option<u8> {
    let mut numbered = (1..).zip(days.forms);
    let is_day = |forms: &[&str]| forms.iter().any(|form| is_form(word, form));
    let (day, _) = numbered.find(|(_, forms)| is_day(forms))?;
    Some(day)
}

/// Whether a word is a form, or a form in small letters with a capital.
fn is_form(word: &str, form: &str) -> bool {
    word == form || form.starts_with(char::is_lowercase) && word.eq_ignore_ascii_case(form)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_found_in_each_language() {
        for (code, text, days) in [
            ("en", "on Monday and Fridays", vec![1, 5]),
            ("cy", "ddydd Mawrth a dydd Gwener, nos Lun", vec![2, 5, 1]),
            ("cy", "Llun 1; ym mis Mawrth; Iau", vec![]),
            ("fr", "le lundi et le Vendredi", vec![1, 5]),
            ("ga", "Dé Luain agus ar an Aoine", vec![1, 5]),
            ("de", "Montag", vec![]),
        ] {
            let found = find_weekdays(&LanguageCode::parse(code).unwrap(), text);
            let found: Vec<u8> = found.into_iter().map(|(_, day)| day).collect();
            assert_eq!(found, days, "{text}");
        }
    }
}
