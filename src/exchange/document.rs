//! Two languages of a version side by side, unit by unit, with what the version before had.

use std::collections::HashMap;

use unicode_segmentation::UnicodeSegmentation;

use super::units::{self, Piece, Placed, raw};
use crate::content::ReadText;
use crate::diff;
use crate::language::LanguageCode;
use crate::markdown::tree::Block;
use crate::parity;

/// A text with its language.
#[derive(Clone, Copy, Debug)]
pub struct Side<'a> {
    /// Its language.
    pub language: &'a LanguageCode,
    /// What was read.
    pub read: &'a ReadText,
}

/// A version for translation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// The id of the document, and that of the version.
    pub document: String,
    /// See `document`.
    pub version: String,
    /// The path of the source text from the site's folder.
    pub path: String,
    /// The language that is translated from, and the one that is translated into.
    pub source_language: LanguageCode,
    /// See `source_language`.
    pub target_language: LanguageCode,
    /// The whole source text.
    pub skeleton: String,
    /// Its units, in order.
    pub units: Vec<Unit>,
    /// How many blocks of the translation have no counterpart, and so no unit.
    pub left_out: usize,
}

/// A block of words and its translation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// Its name within the document.
    pub id: String,
    /// What it is: `heading`, `paragraph`.
    pub kind: &'static str,
    /// What it says.
    pub source: Vec<Piece>,
    /// Its translation, where there is one, and whether it is to be looked at.
    pub target: Option<(Vec<Piece>, State)>,
    /// What the version before had in its place.
    pub earlier: Option<Match>,
}

/// How far a translation is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum State {
    /// It is as it should be, as far as a program can tell.
    Translated,
    /// It is that of another source text in the version before: the source has changed, or stands elsewhere now,
    /// and the translation has not followed.
    NeedsReview,
}

/// A unit of the version before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    /// The id of that version.
    pub version: String,
    /// What it said.
    pub source: Vec<Piece>,
    /// How it was translated.
    pub target: Vec<Piece>,
    /// How like the source is to what it is now, in per cent.
    pub score: u8,
}

/// The units of a version: `source` translated into `target`, which may not be there; `before` is the
/// version before with its id, in both languages.
pub fn document(
    (document, version): (&str, &str),
    source: Side<'_>,
    (target_language, target): (&LanguageCode, Option<&ReadText>),
    before: Option<(&str, &ReadText, &ReadText)>,
) -> Document {
    let into = |language, read| Side { language, read };
    let targets = target.map(|target| translations(source, into(target_language, target)));
    let earlier = before.map(|(id, old, translated)| {
        Earlier::of(id, source, old, into(target_language, translated))
    });
    let units = units::units(source.read);
    let count = target.map_or(0, |target| units::units(target).len());
    let units: Vec<Unit> = (1..)
        .zip(units)
        .map(|(number, placed)| {
            let targets = targets.as_ref();
            let target = targets.and_then(|targets| targets.get(&key(&placed)));
            let earlier = earlier.as_ref();
            Unit {
                id: number.to_string(),
                kind: placed.kind,
                target: target.map(|pieces| {
                    let stale = earlier.is_some_and(|it| it.is_stale(&placed.pieces, pieces));
                    let state = match stale {
                        true => State::NeedsReview,
                        false => State::Translated,
                    };
                    (pieces.clone(), state)
                }),
                earlier: earlier.and_then(|earlier| earlier.of_unit(&placed)),
                source: placed.pieces,
            }
        })
        .collect();
    let translated = units.iter().filter(|unit| unit.target.is_some()).count();
    Document {
        document: document.to_owned(),
        version: version.to_owned(),
        path: source.read.source.path().to_owned(),
        source_language: source.language.clone(),
        target_language: target_language.clone(),
        skeleton: source.read.source.text().to_owned(),
        left_out: count.saturating_sub(translated),
        units,
    }
}

/// A unit by its block, or by the key of the front matter that it is.
#[derive(PartialEq, Eq, Hash)]
enum Key {
    Block(*const Block),
    Value(&'static str),
}

fn key(placed: &Placed<'_>) -> Key {
    match placed.block {
        Some(block) => Key::Block(block),
        None => Key::Value(placed.kind),
    }
}

/// The translation of each unit that has one.
fn translations(source: Side<'_>, target: Side<'_>) -> HashMap<Key, Vec<Piece>> {
    let mut own: HashMap<Key, Vec<Piece>> = units::units(target.read)
        .into_iter()
        .map(|placed| (key(&placed), placed.pieces))
        .collect();
    let mut found = HashMap::new();
    let [one, other] = [source, target].map(|side| (side.language, &side.read.tree));
    for (left, right) in parity::pairs(one, other) {
        if let Some(pieces) = own.remove(&Key::Block(right)) {
            found.insert(Key::Block(left), pieces);
        }
    }
    let values = own
        .into_iter()
        .filter(|(key, _)| matches!(key, Key::Value(_)));
    found.extend(values);
    found
}

/// The version before: for each block of now its words then, and their translation; and for each translation
/// what it is of.
struct Earlier<'a> {
    version: &'a str,
    units: HashMap<Key, (Vec<Piece>, Vec<Piece>)>,
    translated: HashMap<Vec<Piece>, Vec<Vec<Piece>>>,
}

impl<'a> Earlier<'a> {
    fn of(id: &'a str, now: Side<'_>, old: &ReadText, translated: Side<'_>) -> Self {
        let before = Side { read: old, ..now };
        let mut translations = translations(before, translated);
        let mut words: HashMap<Key, Vec<Piece>> = units::units(old)
            .into_iter()
            .map(|placed| (key(&placed), placed.pieces))
            .collect();
        let comparison = diff::compare(&old.tree, &now.read.tree, now.language);
        let mut translated: HashMap<_, Vec<_>> = HashMap::new();
        for (unit, target) in &translations {
            let sources = translated.entry(target.clone()).or_default();
            sources.extend(words.get(unit).cloned());
        }
        let mut units = HashMap::new();
        for pair in comparison.pairs() {
            let was = Key::Block(pair.old);
            if let Some(target) = translations.remove(&was)
                && let Some(source) = words.remove(&was)
            {
                units.insert(Key::Block(pair.new), (source, target));
            }
        }
        Earlier {
            version: id,
            units,
            translated,
        }
    }

    /// Whether a translation is of the version before, and there of another source text than this one, wherever
    /// that stood.
    fn is_stale(&self, source: &[Piece], target: &[Piece]) -> bool {
        let sources = self.translated.get(target);
        sources.is_some_and(|sources| !sources.iter().any(|was| was == source))
    }

    fn of_unit(&self, placed: &Placed<'_>) -> Option<Match> {
        let (source, target) = self.units.get(&key(placed))?;
        Some(Match {
            version: self.version.to_owned(),
            score: likeness(&raw(source), &raw(&placed.pieces)),
            source: source.clone(),
            target: target.clone(),
        })
    }
}

/// How many words two texts share, in per cent of both; 100 for equal texts alone.
fn likeness(one: &str, other: &str) -> u8 {
    if one == other {
        return 100;
    }
    let mut counts: HashMap<&str, usize> = HashMap::new();
    one.unicode_words()
        .for_each(|word| *counts.entry(word).or_default() += 1);
    let total = one.unicode_words().count() + other.unicode_words().count();
    let mut shared = 0;
    for word in other.unicode_words() {
        if let Some(count) = counts.get_mut(word).filter(|count| **count > 0) {
            *count -= 1;
            shared += 1;
        }
    }
    let percent = 200 * shared / total.max(1);
    u8::try_from(percent).unwrap_or(99).min(99)
}
