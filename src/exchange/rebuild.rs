//! A translated text: the source text, with each unit's translation in the place of its words.

use std::ops::Range;

use super::codes::{self, Miscounted};
use super::front_matter;
use super::link_titles;
use super::read::Exchanged;
use super::units::{self, Piece, Place, Placed, raw};
use crate::config::RawHtmlRule;
use crate::content::read_source;
use crate::diagnostic::Diagnostic;
use crate::source::Source;

/// A text that was put together again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rebuilt {
    /// The text.
    pub text: String,
    /// How many units have no translation, so that the source stands in their place.
    pub untranslated: usize,
    /// How many units the file says are yet to be translated, whose words are none of the source's all the same.
    pub pending: usize,
    /// Units whose translation lacks a mark of the source, or has it more often.
    pub doubtful: Vec<Doubtful>,
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
/// When the source text that the file holds cannot be read.
pub fn rebuild(
    exchanged: &Exchanged,
    before: Option<&Source>,
    html: RawHtmlRule,
) -> Result<Rebuilt, Box<Diagnostic>> {
    let source = Source::new(&exchanged.path, &*exchanged.skeleton);
    // What is wrong with it is no matter of its translation.
    let mut ignored = Vec::new();
    let read = read_source(source, html, &mut ignored)?;
    let mut replacements = Vec::new();
    let mut untranslated = 0;
    let mut pending = 0;
    let mut doubtful = Vec::new();
    let units = units::units(&read);
    let keys: Vec<&str> = units.iter().filter_map(key_of_front_matter).collect();
    for (number, placed) in (1..).zip(units) {
        let unit = i32::to_string(&number);
        let Some(target) = exchanged.targets.get(&unit) else {
            untranslated += 1;
            continue;
        };
        if target.is_pending && raw(&target.pieces) == raw(&placed.pieces) {
            untranslated += 1;
            continue;
        }
        pending += usize::from(target.is_pending);
        let marks = codes::miscounted(&placed.pieces, &target.pieces);
        if !marks.is_empty() {
            let at = target.at.clone();
            doubtful.push(Doubtful { unit, at, marks });
        }
        replacements.push((placed.place.clone(), written(&placed, &target.pieces)));
    }
    replacements.sort_by_key(|(place, _)| range(place).start);
    let mut text = read.source.text().to_owned();
    for (place, new) in replacements.iter().rev() {
        text.replace_range(range(place).clone(), new);
    }
    let text = front_matter::keep(text, &keys, before);
    Ok(Rebuilt {
        text: link_titles::keep(text, before),
        untranslated,
        pending,
        doubtful,
    })
}

fn key_of_front_matter<'k>(placed: &Placed<'k>) -> Option<&'k str> {
    matches!(placed.place, Place::FrontMatter(_)).then_some(placed.kind)
}

fn range(place: &Place) -> &Range<usize> {
    match place {
        Place::Body(range) | Place::FrontMatter(range) => range,
    }
}

/// A translation as it is to be written where its source stands.
fn written(placed: &Placed<'_>, target: &[Piece]) -> String {
    let text = raw(target);
    match (&placed.place, placed.kind) {
        (Place::FrontMatter(_), _) => format!(" {}", serde_json::Value::from(text.trim())),
        (_, "cell") => cell(&text),
        (_, "heading" | "term") => text.replace('\n', " "),
        _ => text,
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
