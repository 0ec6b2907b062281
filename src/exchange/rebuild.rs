//! A translated text: the source text, with each unit's translation in the place of its words.

use std::ops::Range;

use super::codes::{self, Miscounted};
use super::front_matter;
use super::link_titles;
use super::read::{Exchanged, Target};
use super::replaced::replaced;
use super::structure::{self, OtherBlock};
use super::units::{self, Piece, Place, Placed, raw};
use crate::config::RawHtmlRule;
use crate::content::read_source;
use crate::diagnostic::Diagnostic;
use crate::source::Source;

/// A text that was put together again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rebuilt {
    /// The text.
    pub text: String,
    /// How many units have no translation, so that the source stands in their place.
    pub untranslated: usize,
    /// How many units the file says are yet to be translated, whose words are none of the source's all the same.
    pub pending: usize,
    /// Units whose translation lacks a mark of the source, or has it more often.
    pub doubtful: Vec<Doubtful>,
    /// Where the text first has other blocks than its source.
    pub restructured: Option<Restructured>,
}

/// A translation with which the text has other blocks than its source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Restructured {
    /// The unit's id.
    pub unit: String,
    /// Where the translation stands in the file, in bytes.
    pub at: Range<usize>,
    /// What there is in the place of what.
    pub other: OtherBlock,
}

/// A unit whose translation has not the marks of its source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doubtful {
    /// The unit's id.
    pub unit: String,
    /// Where the translation stands in the file, in bytes.
    pub at: Range<usize>,
    /// The marks, at least one.
    pub marks: Vec<Miscounted>,
}

/// Puts a translation together. `before` is the text that it will replace, if there is one: what it has
/// of its own and no unit holds stays.
///
/// # Errors
/// When the source text that the file holds cannot be read, or what comes of it.
pub fn rebuild(
    exchanged: &Exchanged,
    before: Option<&Source>,
    html: RawHtmlRule,
) -> Result<Rebuilt, Box<Diagnostic>> {
    let read = |text: &str| {
        let source = Source::new(&exchanged.path, text);
        // What is wrong with it is no matter of its translation.
        let mut ignored = Vec::new();
        read_source(source, html, &mut ignored)
    };
    let source = read(&exchanged.skeleton)?;
    let mut rebuilt = Rebuilt::default();
    let units = units::units(&source);
    let keys: Vec<&str> = units.iter().filter_map(key_of_front_matter).collect();
    let units = (1..).zip(units);
    let mut translated: Vec<Translated> = units
        .filter_map(|(number, placed)| {
            rebuilt.translated(i32::to_string(&number), placed, exchanged)
        })
        .collect();
    translated.sort_by_key(|it| it.at.start);
    let parts = translated.iter().map(|it| (&it.at, &*it.new));
    let text = replaced(source.source.text(), parts);
    rebuilt.restructured = structure::first_other(&source, &read(&text)?).and_then(|other| {
        let unit = responsible(&translated, &other)?.unit.clone();
        let at = exchanged.targets.get(&unit)?.at.clone();
        Some(Restructured { unit, at, other })
    });
    let text = front_matter::keep(text, &keys, before);
    rebuilt.text = link_titles::keep(text, before);
    Ok(rebuilt)
}

impl Rebuilt {
    /// The translation of a unit, if it has one; what there is to say of it is kept.
    fn translated(
        &mut self,
        unit: String,
        placed: Placed<'_>,
        exchanged: &Exchanged,
    ) -> Option<Translated> {
        let target = exchanged.targets.get(&unit);
        let target = target.filter(|target| !raw(&target.pieces).trim().is_empty());
        let is_copied =
            |target: &&Target| target.is_pending && raw(&target.pieces) == raw(&placed.pieces);
        let Some(target) = target.filter(|target| !is_copied(target)) else {
            self.untranslated += 1;
            return None;
        };
        self.pending += usize::from(target.is_pending);
        let marks = codes::miscounted(&placed.pieces, &target.pieces);
        if !marks.is_empty() {
            self.doubtful.push(Doubtful {
                unit: unit.clone(),
                at: target.at.clone(),
                marks,
            });
        }
        let new = written(&placed, &target.pieces);
        let (Place::Body(at) | Place::FrontMatter(at)) = placed.place;
        Some(Translated { unit, at, new })
    }
}

/// A unit's translation as it is written, and which part of the source it replaces.
struct Translated {
    unit: String,
    at: Range<usize>,
    new: String,
}

/// The translation with which a text goes on in other blocks: the last one that begins before both of these do.
fn responsible<'t>(translated: &'t [Translated], other: &OtherBlock) -> Option<&'t Translated> {
    // Where each begins in the translation.
    let mut start = 0;
    let mut source = 0;
    let begins_before = |it: &&Translated| {
        start += it.at.start - source;
        let is_before = it.at.start <= other.in_source && start <= other.in_translation;
        start += it.new.len();
        source = it.at.end;
        is_before
    };
    let before = translated.iter().take_while(begins_before);
    before.last().or(translated.first())
}

fn key_of_front_matter<'k>(placed: &Placed<'k>) -> Option<&'k str> {
    matches!(placed.place, Place::FrontMatter(_)).then_some(placed.kind)
}

/// A translation as it is to be written where its source stands. White space at its ends is none of a unit, whose
/// source has none there, but for what sets in the first line of code: tools put each target on lines of its own.
fn written(placed: &Placed<'_>, target: &[Piece]) -> String {
    let text = raw(target);
    let trimmed = text.trim();
    match (&placed.place, placed.kind) {
        (Place::FrontMatter(_), _) => format!(" {}", serde_json::Value::from(trimmed)),
        (_, "cell") => cell(trimmed),
        (_, "heading" | "term") => trimmed.replace('\n', " "),
        (_, "code") => text.trim_end().to_owned(),
        _ => trimmed.to_owned(),
    }
}

/// A cell's text on one line, without a sign that would end the cell.
fn cell(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut is_escaped = false;
    for sign in text.chars() {
        match sign {
            '\n' => out.push(' '),
            '|' if !is_escaped => out.push_str("\\|"),
            _ => out.push(sign),
        }
        is_escaped = sign == '\\' && !is_escaped;
    }
    out
}
