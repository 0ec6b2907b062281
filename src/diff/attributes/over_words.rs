//! What changed over words that stayed: links, formatting, line breaks, and pictures under their descriptions.

use super::style::{Style, as_written, format_change};
use super::{change, replaced};
use crate::diff::edits::{self, Matches};
use crate::diff::flow::Flow;
use crate::diff::model::{Attribute, AttributeChange, FormatChange, OneFormat, Point};
use crate::diff::words::{Gap, Token};
use crate::markdown::tree::{Content, Inline};

/// What changed over the words that stayed, in their order. What lies over several of them is told once, also where
/// words between them changed.
pub(super) fn compare(old: &Flow<'_>, new: &Flow<'_>, matches: &Matches) -> Vec<AttributeChange> {
    let mut comparer = Comparer {
        old,
        new,
        found: Vec::new(),
    };
    for &at in matches {
        comparer.compare_break(at);
        comparer.compare_word(at);
    }
    comparer.found.into_iter().map(Found::finish).collect()
}

/// A change of attribute.
struct Found {
    change: AttributeChange,
    /// The words that it lies over, where more can follow.
    row: Option<Row>,
}

/// Words that a change lies over.
struct Row {
    /// The last pair of them that stayed.
    last: (usize, usize),
    /// Where it is formatting: how the words were formatted, and how they are.
    formatted: Option<[Formatted; 2]>,
}

/// Words under formatting.
struct Formatted {
    /// As written, the outermost first.
    formats: Vec<String>,
    words: String,
}

impl Found {
    fn finish(self) -> AttributeChange {
        let Some([old, new]) = self.row.and_then(|row| row.formatted) else {
            return self.change;
        };
        let written =
            |formatted: &Formatted| as_written(&formatted.formats, formatted.words.trim_start());
        let one_format = |change| OneFormat {
            change,
            words: match change {
                FormatChange::Added(_) => as_written(&old.formats, new.words.trim_start()),
                FormatChange::Removed(_) => written(&new),
            },
        };
        AttributeChange {
            format: format_change(&old.formats, &new.formats).map(one_format),
            ..change(Attribute::Formatting, written(&old), written(&new))
        }
    }
}

/// What can lie over words.
#[derive(Clone, Copy)]
enum Aspect {
    Link,
    Formats,
}

impl Aspect {
    fn is_alike(self, one: &Style<'_>, other: &Style<'_>) -> bool {
        match self {
            Aspect::Link => one.link == other.link,
            Aspect::Formats => one.formats == other.formats,
        }
    }
}

/// A word of both texts, or a part of one: what lies over it before and after, and its text, with the space before it.
struct Under<'f> {
    before: Style<'f>,
    after: Style<'f>,
    text: String,
    /// The pair of words that it is.
    at: (usize, usize),
}

struct Comparer<'c, 'f> {
    old: &'c Flow<'f>,
    new: &'c Flow<'f>,
    found: Vec<Found>,
}

impl<'f> Comparer<'_, 'f> {
    fn compare_break(&mut self, (i, j): (usize, usize)) {
        let is_broken = |token: &Token| token.gap == Gap::Break;
        let (a, b) = (&self.old.tokens[i], &self.new.tokens[j]);
        let first_in_leaf = |flow: &Flow<'_>, at: usize| {
            at == 0 || flow.tokens[at - 1].start.leaf != flow.tokens[at].start.leaf
        };
        if is_broken(a) != is_broken(b)
            && !first_in_leaf(self.old, i)
            && !first_in_leaf(self.new, j)
        {
            let written = |token: &Token| is_broken(token).then(|| "\\".to_owned());
            let change = AttributeChange::new(Attribute::LineBreak, written(a), written(b));
            self.found.push(Found { change, row: None });
        }
    }

    fn compare_word(&mut self, at: (usize, usize)) {
        let (old, new) = (self.old, self.new);
        let (a, b) = (&old.tokens[at.0], &new.tokens[at.1]);
        let is_whole = |token: &Token| token.start.inline == token.end.inline;
        let whole = is_whole(a) && is_whole(b);
        let is_plain_word =
            |flow: &Flow<'_>, token: &Token| flow.inline(token.start).is_some_and(is_plain);
        if whole && is_plain_word(old, a) && is_plain_word(new, b) {
            return;
        }
        let parts = units(old, a, whole);
        for (nth, (ours, theirs)) in parts.iter().zip(&units(new, b, whole)).enumerate() {
            let (Some(x), Some(y)) = (old.inline(ours.0), new.inline(theirs.0)) else {
                continue;
            };
            if is_plain(x) && is_plain(y) {
                continue;
            }
            let follows_space = nth == 0 && b.gap != Gap::None;
            self.compare_styles(&Under {
                before: Style::of(old.leaves[a.start.leaf as usize], x),
                after: Style::of(new.leaves[b.start.leaf as usize], y),
                text: if follows_space { " " } else { "" }.to_owned() + &theirs.1,
                at,
            });
            let pictures = replaced::compare_pictures(x, y).into_iter();
            self.found
                .extend(pictures.map(|change| Found { change, row: None }));
        }
    }

    fn compare_styles(&mut self, under: &Under<'f>) {
        if under.before.link != under.after.link {
            let links = [under.before.link, under.after.link];
            if let Some(change) = replaced::link_change(links) {
                self.extend_or_push(Aspect::Link, under, change);
            }
        }
        if under.before.formats != under.after.formats {
            let change = AttributeChange::new(Attribute::Formatting, None, None);
            self.extend_or_push(Aspect::Formats, under, change);
        }
    }

    /// Lets the same change over a word before reach over this one too.
    fn extend_or_push(&mut self, aspect: Aspect, under: &Under<'f>, change: AttributeChange) {
        let open = self.found.iter().enumerate().rev().take(2);
        let mut open = open.filter_map(|(nth, open)| Some((nth, open.row.as_ref()?, open)));
        let open = open.find_map(|(nth, row, open)| {
            let is_same = open.change == change && row.has(aspect, under);
            (is_same && self.reaches(aspect, row.last, under)).then_some(nth)
        });
        match open {
            Some(nth) => self.extend(nth, under),
            None => self.found.push(Found {
                change,
                row: Some(Row::of(aspect, under)),
            }),
        }
    }

    /// Whether what changed over a pair of words changed alike over all words from there to a later pair.
    fn reaches(&self, aspect: Aspect, last: (usize, usize), under: &Under<'f>) -> bool {
        let all = |flow: &Flow<'f>, from: usize, to: usize, style: &Style<'f>| {
            let between = flow.tokens.get(from + 1..to).unwrap_or_default();
            between.iter().all(|token| {
                Style::of_ends(flow, token).all(|other| aspect.is_alike(style, &other))
            })
        };
        all(self.old, last.0, under.at.0, &under.before)
            && all(self.new, last.1, under.at.1, &under.after)
    }

    fn extend(&mut self, nth: usize, under: &Under<'f>) {
        let Some(row) = &mut self.found[nth].row else {
            return;
        };
        if let Some([old, new]) = &mut row.formatted {
            let changed = [
                words_between(self.old, row.last.0, under.at.0),
                words_between(self.new, row.last.1, under.at.1),
            ];
            old.words += &(changed[0].clone() + &under.text);
            new.words += &(changed[1].clone() + &under.text);
        }
        row.last = under.at;
    }
}

impl Row {
    fn of(aspect: Aspect, under: &Under<'_>) -> Row {
        let formatted = |style: &Style<'_>| Formatted {
            formats: style
                .formats
                .iter()
                .map(|&format| format.to_owned())
                .collect(),
            words: under.text.clone(),
        };
        Row {
            last: under.at,
            formatted: match aspect {
                Aspect::Link => None,
                Aspect::Formats => Some([formatted(&under.before), formatted(&under.after)]),
            },
        }
    }

    /// Whether what lies over its words lies over another.
    fn has(&self, aspect: Aspect, under: &Under<'_>) -> bool {
        match (aspect, &self.formatted) {
            (Aspect::Link, None) => true,
            (Aspect::Formats, Some([old, new])) => {
                old.formats == under.before.formats && new.formats == under.after.formats
            }
            _ => false,
        }
    }
}

/// The words between two of a row, each with the space before it.
fn words_between(flow: &Flow<'_>, from: usize, to: usize) -> String {
    let between = flow.tokens.get(from + 1..to).unwrap_or_default();
    let words = between.iter().map(|token| {
        let space = if token.gap == Gap::None { "" } else { " " };
        space.to_owned() + &flow.text(token)
    });
    words.collect()
}

fn is_plain(inline: &Inline) -> bool {
    inline.marks.is_empty() && matches!(inline.content, Content::Text(_))
}

/// A word's parts that can each be formatted otherwise: the word as a whole, or its characters.
fn units(flow: &Flow<'_>, token: &Token, whole: bool) -> Vec<(Point, String)> {
    if whole {
        return vec![(token.start, flow.text(token))];
    }
    edits::characters(flow, token)
        .into_iter()
        .map(|(range, character)| (range.start, character.to_string()))
        .collect()
}
