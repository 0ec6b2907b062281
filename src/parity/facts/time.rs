//! Times of day, as each language writes them.

use std::ops::Range;

use crate::language::number::{Number, SPACES, digits};
use crate::language::{Known, LanguageCode};

/// What makes an hour of the twelve-hour clock one of the day.
#[derive(Clone, Copy)]
enum Half {
    Morning,
    Afternoon,
    /// The hours before midnight, and those after it.
    Night,
    Noon,
    Midnight,
}

impl Half {
    /// The hour of the day.
    fn hour(self, hour: u16) -> u16 {
        let hour = hour % 12;
        match self {
            Half::Night if hour < 6 => hour,
            Half::Morning => hour,
            Half::Afternoon | Half::Night => hour + 12,
            Half::Noon => 12,
            Half::Midnight => 0,
        }
    }
}

/// How a language tells the time. CLDR 46 (`dayPeriods`); Welsh as the Welsh Government's style guide for translators
/// writes it (*8.30 y bore*, in short *yb, yp, yh*).
struct Clock {
    /// "O'clock".
    hours: &'static [&'static str],
    halves: &'static [(&'static str, Half)],
    /// Times that are words, in minutes after midnight.
    words: &'static [(&'static str, u16)],
}

/// What every language may write.
const HALVES: [(&str, Half); 4] = [
    ("a.m.", Half::Morning),
    ("p.m.", Half::Afternoon),
    ("am", Half::Morning),
    ("pm", Half::Afternoon),
];

const ENGLISH: Clock = Clock {
    hours: &["o'clock", "o’clock"],
    halves: &[
        ("in the morning", Half::Morning),
        ("in the afternoon", Half::Afternoon),
        ("in the evening", Half::Afternoon),
        ("at night", Half::Night),
        ("noon", Half::Noon),
        ("midday", Half::Noon),
        ("midnight", Half::Midnight),
    ],
    words: &[("noon", 720), ("midday", 720), ("midnight", 0)],
};

const WELSH: Clock = Clock {
    hours: &["o'r gloch", "o’r gloch"],
    halves: &[
        ("yn y bore", Half::Morning),
        ("y bore", Half::Morning),
        ("y.b.", Half::Morning),
        ("yb", Half::Morning),
        ("yn y prynhawn", Half::Afternoon),
        ("y prynhawn", Half::Afternoon),
        ("y pnawn", Half::Afternoon),
        ("y.p.", Half::Afternoon),
        ("yp", Half::Afternoon),
        ("gyda'r hwyr", Half::Afternoon),
        ("gyda’r hwyr", Half::Afternoon),
        ("yn yr hwyr", Half::Afternoon),
        ("yr hwyr", Half::Afternoon),
        ("y.h.", Half::Afternoon),
        ("yh", Half::Afternoon),
        ("gyda'r nos", Half::Night),
        ("gyda’r nos", Half::Night),
        ("y nos", Half::Night),
        ("hanner dydd", Half::Noon),
        ("canol dydd", Half::Noon),
        ("ganol dydd", Half::Noon),
        ("hanner nos", Half::Midnight),
        ("ganol nos", Half::Midnight),
    ],
    words: &[
        ("hanner dydd", 720),
        ("canol dydd", 720),
        ("ganol dydd", 720),
        ("hanner nos", 0),
        ("ganol nos", 0),
    ],
};

const FRENCH: Clock = Clock {
    hours: &["heures", "heure", "h"],
    halves: &[
        ("du matin", Half::Morning),
        ("de l'après-midi", Half::Afternoon),
        ("de l’après-midi", Half::Afternoon),
        ("du soir", Half::Afternoon),
    ],
    words: &[("midi", 720), ("minuit", 0)],
};

const IRISH: Clock = Clock {
    hours: &["a chlog"],
    halves: &[
        ("r.n.", Half::Morning),
        ("rn", Half::Morning),
        ("ar maidin", Half::Morning),
        ("sa mhaidin", Half::Morning),
        ("i.n.", Half::Afternoon),
        ("tráthnóna", Half::Afternoon),
        ("san oíche", Half::Night),
        ("istoíche", Half::Night),
        ("meán lae", Half::Noon),
        ("meán oíche", Half::Midnight),
    ],
    words: &[("meán lae", 720), ("meán oíche", 0)],
};

fn clock(language: &LanguageCode) -> Option<&'static Clock> {
    Some(match language.known()? {
        Known::English => &ENGLISH,
        Known::Welsh => &WELSH,
        Known::French => &FRENCH,
        Known::Irish => &IRISH,
    })
}

/// Minutes after midnight, where `number` and what comes after it are a time of day, and the length
/// of what comes after it: `9am`, `9.30 p.m.`, `17:00`, *8.30 y bore*, in French `17 h 30`.
pub(super) fn time(language: &LanguageCode, number: &Number, after: &str) -> Option<(u16, usize)> {
    let hour: u16 = number.groups[0].parse().ok().filter(|hour| *hour < 24)?;
    let minute = match (number.groups.as_slice(), number.joints.as_slice()) {
        ([_], _) => None,
        ([_, minute], ['.']) if minute.len() == 2 => minute.parse().ok(),
        _ => return None,
    };
    match minute {
        Some(_) => on_the_twelve_hour_clock(language, hour, minute, after),
        None => with_colon(language, hour, after)
            .or_else(|| on_the_twelve_hour_clock(language, hour, None, after))
            .or_else(|| in_french(language, hour, after)),
    }
}

/// Minutes after midnight and the length of what comes after an hour in words that is told as one: *saith o’r gloch
/// yr hwyr*.
pub(super) fn after_words(language: &LanguageCode, hour: u64, after: &str) -> Option<(u16, usize)> {
    let hour = u16::try_from(hour).ok().filter(|hour| *hour <= 12)?;
    let rest = without_space(after);
    after_hours(language, rest)?;
    on_the_twelve_hour_clock(language, hour, None, after)
}

/// The times in a text that are words ("noon"), in minutes after midnight, and where they stand.
pub(super) fn words(language: &LanguageCode, text: &str) -> Vec<(Range<usize>, u16)> {
    let words = clock(language).map_or(&[][..], |clock| clock.words);
    let small = text.to_lowercase();
    // Where small letters are written with more bytes, places in them are none in the text.
    let text = if small.len() == text.len() {
        &small
    } else {
        text
    };
    let found = words.iter().flat_map(|(word, minutes)| {
        let places = text.match_indices(word);
        let whole = places.filter(|(at, word)| {
            let (before, after) = (&text[..*at], &text[at + word.len()..]);
            !before.ends_with(char::is_alphanumeric) && !after.starts_with(char::is_alphanumeric)
        });
        whole.map(|(at, word)| (at..at + word.len(), *minutes))
    });
    found.collect()
}

/// `17:30`, `5:30pm`
fn with_colon(language: &LanguageCode, hour: u16, after: &str) -> Option<(u16, usize)> {
    let rest = after.strip_prefix(':')?;
    let minute = minute(rest)?;
    let rest = &rest[2..];
    match on_the_twelve_hour_clock(language, hour, Some(minute), rest) {
        Some((time, length)) => Some((time, length + 3)),
        None => Some((hour * 60 + minute, 3)),
    }
}

/// `9am`, `9.30 p.m.`, *9 o’r gloch y bore*
fn on_the_twelve_hour_clock(
    language: &LanguageCode,
    hour: u16,
    minute: Option<u16>,
    after: &str,
) -> Option<(u16, usize)> {
    let rest = without_space(after);
    let rest = after_hours(language, rest).map_or(rest, without_space);
    let (half, length) = half(language, rest)?;
    // In Welsh "am" is a word as well: "5 am bob dydd".
    let is_word = rest.starts_with("am") && rest.len() < after.len();
    if is_word && !can_end_at(&rest[length..]) && language.known() == Some(Known::Welsh) {
        return None;
    }
    let minutes = half.hour(hour) * 60 + minute.unwrap_or(0);
    Some((minutes, after.len() - rest.len() + length))
}

/// Whether *am*, before a text, can be no preposition: nothing that it could belong to follows.
fn can_end_at(after: &str) -> bool {
    let rest = after.trim_start();
    let ends =
        rest.is_empty() || rest.starts_with(['.', ',', ';', ':', ')', '?', '!', '-', '–', '—']);
    let word = rest.split(|sign: char| !sign.is_alphabetic()).next();
    ends || matches!(word, Some("tan" | "hyd" | "neu" | "ac"))
}

/// What comes after "o'clock".
fn after_hours<'a>(language: &LanguageCode, text: &'a str) -> Option<&'a str> {
    let mut hours = clock(language)?.hours.iter();
    let rest = hours.find_map(|hours| text.strip_prefix(hours))?;
    (!rest.starts_with(char::is_alphanumeric)).then_some(rest)
}

/// The half of the day that a text opens with, and its length.
fn half(language: &LanguageCode, text: &str) -> Option<(Half, usize)> {
    let start: String = text.chars().take(24).collect();
    let small = start.to_lowercase();
    let own = clock(language).map_or(&[][..], |clock| clock.halves);
    let mut known = HALVES.iter().chain(own);
    let (words, half) = known.find(|(words, _)| {
        let rest = small.strip_prefix(words);
        rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    })?;
    // No letter of these has another length as a capital.
    Some((*half, words.len()))
}

/// `17 h`, `17 h 30`, `17h30`
fn in_french(language: &LanguageCode, hour: u16, after: &str) -> Option<(u16, usize)> {
    let rest = without_space(after).strip_prefix('h')?;
    if language.known() != Some(Known::French) || rest.starts_with(char::is_alphabetic) {
        return None;
    }
    let minutes = without_space(rest);
    let (minute, rest) = match minute(minutes) {
        Some(minute) => (minute, &minutes[2..]),
        None => (0, rest),
    };
    Some((hour * 60 + minute, after.len() - rest.len()))
}

fn minute(text: &str) -> Option<u16> {
    let digits = digits(text);
    (digits.len() == 2).then(|| digits.parse().ok())?
}

fn without_space(text: &str) -> &str {
    text.strip_prefix(SPACES).unwrap_or(text)
}
