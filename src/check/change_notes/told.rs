//! A change that a note passes over, in a few words.

use crate::diff::{Change, Flag, Op, TextEdit};
use crate::language::LanguageCode;
use crate::language::duty;
use crate::language::number_phrases::number_phrases;

/// What happened: "number: “5” → “8”".
pub(super) fn told(change: &Change, language: &LanguageCode) -> String {
    let flags: Vec<&str> = change.flags.iter().map(|flag| flag.name()).collect();
    let what = match (change.edits.is_empty(), change.new.is_empty()) {
        (true, true) => "removed".to_owned(),
        (true, false) => "added".to_owned(),
        _ => match sides(change, language) {
            [old, new] if old.is_empty() => format!("“{new}” came"),
            [old, new] if new.is_empty() => format!("“{old}” went"),
            [old, new] => format!("“{old}” → “{new}”"),
        },
    };
    format!("{}: {what}", flags.join(", "))
}

/// What went and what came where the words are that a reader should look at; everything that did where they are
/// such only together with the words around them.
fn sides(change: &Change, language: &LanguageCode) -> [String; 2] {
    let stretches = stretches(&change.edits);
    let is_sought = |stretch: &&Stretch| {
        let mut flags = change.flags.iter();
        flags
            .any(|&flag| found(flag, &stretch.old, language) != found(flag, &stretch.new, language))
    };
    let mut shown: Vec<&Stretch> = stretches.iter().filter(is_sought).collect();
    if shown.is_empty() {
        shown = stretches.iter().collect();
    }
    let side = |words: fn(&Stretch) -> &str| {
        let words = shown
            .iter()
            .map(|stretch| from_what_is_sought(words(stretch), change, language));
        let words: Vec<String> = words.filter(|words| !words.is_empty()).collect();
        shortened(&words.join(" … "))
    };
    [side(|stretch| &stretch.old), side(|stretch| &stretch.new)]
}

/// The words that went and came at one place.
#[derive(Default)]
struct Stretch {
    old: String,
    new: String,
}

fn stretches(edits: &[TextEdit]) -> Vec<Stretch> {
    let runs = edits.split(|edit| edit.op == Op::Equal);
    let stretch = |run: &[TextEdit]| {
        let mut stretch = Stretch::default();
        for edit in run {
            match edit.op {
                Op::Delete => stretch.old.push_str(&edit.text),
                _ => stretch.new.push_str(&edit.text),
            }
        }
        stretch
    };
    runs.filter(|run| !run.is_empty()).map(stretch).collect()
}

/// What stands in words that has a flag, and where each begins.
fn found(flag: Flag, words: &str, language: &LanguageCode) -> Vec<String> {
    places(flag, words, language)
        .into_iter()
        .map(|(_, found)| found)
        .collect()
}

fn places(flag: Flag, words: &str, language: &LanguageCode) -> Vec<(usize, String)> {
    if flag == Flag::Duty {
        let found = duty::occurrences(language, words).into_iter();
        return found
            .filter_map(|duty| Some((duty.ranges.first()?.start, duty.form)))
            .collect();
    }
    let numbers = number_phrases(language, words).into_iter();
    numbers
        .map(|number| (number.range.start, words[number.range].to_owned()))
        .collect()
}

/// Words from shortly before the first that has a flag, if that stands far from the beginning.
fn from_what_is_sought(words: &str, change: &Change, language: &LanguageCode) -> String {
    const BEFORE: usize = 20;
    let words = words.trim();
    let first = change.flags.iter().filter_map(|&flag| {
        let places = places(flag, words, language);
        places.first().map(|(at, _)| *at)
    });
    let first = first.min().unwrap_or(0);
    let before = words[..first].char_indices().rev().nth(BEFORE);
    let Some((from, _)) = before.filter(|_| words.len() > LONGEST) else {
        return words.to_owned();
    };
    let from = words[from..first]
        .find(' ')
        .map_or(first, |at| from + at + 1);
    format!("…{}", &words[from..])
}

const LONGEST: usize = 50;

fn shortened(words: &str) -> String {
    match words.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", words[..end].trim_end()),
        None => words.to_owned(),
    }
}
