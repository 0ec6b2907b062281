//! What changed over words that stayed: links, formatting, line breaks; and what a block is beside
//! its words: the level of a heading, the kind of a list.

use super::edits::Matches;
use super::flow::Flow;
use super::index::mark_key;
use super::model::{Attribute, AttributeChange, Format, FormatChange, Kind};
use super::words::{Gap, Token};
use crate::markdown::tree::{Alignment, Block, BlockKind, Content, Inline, Mark};

/// The kind of change that an attribute's change is.
pub(super) fn kind_of(attribute: Attribute) -> Kind {
    match attribute {
        Attribute::Link | Attribute::Image => Kind::Relinked,
        Attribute::Level => Kind::Relevelled,
        Attribute::Type => Kind::Retyped,
        Attribute::Number => Kind::Renumbered,
        Attribute::Title
        | Attribute::Formatting
        | Attribute::LineBreak
        | Attribute::CodeLanguage
        | Attribute::Alignment
        | Attribute::Html => Kind::Restyled,
    }
}

/// What changed of two blocks beside their words.
pub(super) fn of_blocks(old: &Block, new: &Block) -> Vec<AttributeChange> {
    let found = match (&old.kind, &new.kind) {
        (
            BlockKind::Heading { level, shown, .. },
            BlockKind::Heading {
                level: new_level,
                shown: new_shown,
                ..
            },
        ) => {
            // One of the two differs alone where a title is written in another way.
            let changed = level != new_level && shown != new_shown;
            changed.then(|| change(Attribute::Level, level.to_string(), new_level.to_string()))
        }
        (BlockKind::List { start: old, .. }, BlockKind::List { start: new, .. }) => (old.is_some()
            != new.is_some())
        .then(|| change(Attribute::Type, list_name(*old), list_name(*new))),
        (BlockKind::Code { language: old, .. }, BlockKind::Code { language: new, .. }) => (old
            != new)
            .then(|| AttributeChange::new(Attribute::CodeLanguage, old.clone(), new.clone())),
        (BlockKind::Table { alignments: old }, BlockKind::Table { alignments: new }) => {
            (old.len() == new.len() && old != new).then(|| {
                change(
                    Attribute::Alignment,
                    alignments_as_written(old),
                    alignments_as_written(new),
                )
            })
        }
        (
            BlockKind::Html {
                html: old,
                written: old_written,
                ..
            },
            BlockKind::Html {
                html: new,
                written: new_written,
                ..
            },
        ) => {
            // Other words within the same tags are told as words.
            let changed = !tags(old).eq(tags(new));
            // What is written alike can be shown otherwise, below another title.
            let (old, new) = if old_written == new_written {
                (old, new)
            } else {
                (old_written, new_written)
            };
            let quoted = |html: &str| html.trim().to_owned();
            changed.then(|| change(Attribute::Html, quoted(old), quoted(new)))
        }
        _ => None,
    };
    found.into_iter().collect()
}

/// The tags of HTML that was sanitised, one after the other.
fn tags(html: &str) -> impl Iterator<Item = &str> {
    let after_signs = html.split('<').skip(1);
    after_signs.filter_map(|after| Some(after.split_once('>')?.0))
}

fn change(name: Attribute, old: String, new: String) -> AttributeChange {
    AttributeChange::new(name, Some(old), Some(new))
}

fn list_name(start: Option<u64>) -> String {
    match start {
        Some(_) => "1.".to_owned(),
        None => "-".to_owned(),
    }
}

fn alignments_as_written(alignments: &[Alignment]) -> String {
    let each: Vec<&str> = alignments
        .iter()
        .map(|alignment| match alignment {
            Alignment::None => "---",
            Alignment::Left => ":--",
            Alignment::Center => ":-:",
            Alignment::Right => "--:",
        })
        .collect();
    each.join(" | ")
}

/// What changed over words that stayed.
pub(super) fn of_words(old: &Flow<'_>, new: &Flow<'_>, matches: &Matches) -> Vec<AttributeChange> {
    let mut found: Vec<Found> = Vec::new();
    for &(i, j) in matches {
        let (a, b) = (&old.tokens[i], &new.tokens[j]);
        let first_in_leaf = |flow: &Flow<'_>, at: usize| {
            at == 0 || flow.tokens[at - 1].start.leaf != flow.tokens[at].start.leaf
        };
        let is_broken = |token: &Token| token.gap == Gap::Break;
        if is_broken(a) != is_broken(b) && !first_in_leaf(old, i) && !first_in_leaf(new, j) {
            let written = |token: &Token| is_broken(token).then(|| "\\".to_owned());
            let change = AttributeChange::new(Attribute::LineBreak, written(a), written(b));
            found.push(Found::alone(change));
        }
        compare_word(old, a, new, b, (i, j), &mut found);
    }
    compare_redescribed(old, new, matches, &mut found);
    found.into_iter().map(Found::finish).collect()
}

/// Pictures that have another description: each is a word that has no match.
fn compare_redescribed(old: &Flow<'_>, new: &Flow<'_>, matches: &Matches, found: &mut Vec<Found>) {
    let is_matched_old = |at| matches.iter().any(|&(old, _)| old == at);
    let is_matched_new = |at| matches.iter().any(|&(_, new)| new == at);
    let come: Vec<&Inline> = pictures(new)
        .filter(|&(at, _)| !is_matched_new(at))
        .map(|(_, picture)| picture)
        .collect();
    for (_, before) in pictures(old).filter(|&(at, _)| !is_matched_old(at)) {
        let same = |after: &&&Inline| address(after) == address(before);
        if let Some(after) = come.iter().find(same) {
            compare_images(before, after, found);
        }
    }
}

/// The pictures among some words, each with its place among them.
fn pictures<'f, 'a>(flow: &'f Flow<'a>) -> impl Iterator<Item = (usize, &'a Inline)> + use<'f, 'a> {
    let tokens = flow.tokens.iter().enumerate();
    let inlines = tokens.filter_map(|(at, token)| Some((at, flow.inline(token.start)?)));
    inlines.filter(|(_, inline)| address(inline).is_some())
}

/// The address of a picture.
fn address(inline: &Inline) -> Option<&str> {
    match &inline.content {
        Content::Image { target, .. } => Some(target),
        _ => None,
    }
}

/// A change of attribute over a row of words.
struct Found {
    change: AttributeChange,
    /// The last pair of words that it lies over, where more can follow.
    last: Option<(usize, usize)>,
    style: Option<(Vec<String>, Vec<String>, String)>,
}

impl Found {
    fn alone(change: AttributeChange) -> Self {
        Found {
            change,
            last: None,
            style: None,
        }
    }

    fn finish(self) -> AttributeChange {
        let Some((old, new, text)) = self.style else {
            return self.change;
        };
        AttributeChange {
            format: format_change(&old, &new),
            ..change(
                Attribute::Formatting,
                as_written(&old, text.trim_start()),
                as_written(&new, text.trim_start()),
            )
        }
    }
}

fn compare_word(
    old: &Flow<'_>,
    a: &Token,
    new: &Flow<'_>,
    b: &Token,
    at: (usize, usize),
    found: &mut Vec<Found>,
) {
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
        let style_of = |flow: &Flow<'_>, leaf: u32, inline: &Inline| {
            Style::of(flow.leaves[leaf as usize], inline)
        };
        let before = style_of(old, a.start.leaf, x);
        let after = style_of(new, b.start.leaf, y);
        let follows_space = nth == 0 && b.gap != Gap::None;
        let text = if follows_space { " " } else { "" }.to_owned() + &theirs.1;
        compare_styles(&before, &after, text, at, found);
        compare_images(x, y, found);
    }
}

fn is_plain(inline: &Inline) -> bool {
    inline.marks.is_empty() && matches!(inline.content, Content::Text(_))
}

/// A word's parts that can each be formatted otherwise: the word as a whole, or its characters.
fn units(flow: &Flow<'_>, token: &Token, whole: bool) -> Vec<(super::model::Point, String)> {
    if whole {
        return vec![(token.start, flow.text(token))];
    }
    super::edits::characters(flow, token)
        .into_iter()
        .map(|(range, character)| (range.start, character.to_string()))
        .collect()
}

/// What lies over a word.
#[derive(PartialEq, Eq)]
struct Style {
    link: Option<(String, String)>,
    /// Formatting as written, the outermost first, without order among equals.
    formats: Vec<String>,
}

impl Style {
    fn of(leaf: &Block, inline: &Inline) -> Self {
        let mut style = Style {
            link: None,
            formats: Vec::new(),
        };
        let mut marks: Vec<&Mark> = inline.marks.iter().map(|&mark| &leaf.marks[mark]).collect();
        marks.sort_by_key(|mark| mark_key(mark));
        marks.dedup_by_key(|mark| mark_key(mark));
        for mark in marks {
            match mark {
                Mark::Link { target, title } => style.link = Some((target.clone(), title.clone())),
                Mark::Emphasis => style.formats.push("*".to_owned()),
                Mark::Strong => style.formats.push("**".to_owned()),
                Mark::Strikethrough => style.formats.push("~~".to_owned()),
                Mark::Html { open, .. } => style.formats.push(open.clone()),
            }
        }
        if matches!(inline.content, Content::Code(_)) {
            style.formats.push("`".to_owned());
        }
        style
    }
}

/// `text` is what it lies over, with the space before it.
fn compare_styles(
    before: &Style,
    after: &Style,
    text: String,
    at: (usize, usize),
    found: &mut Vec<Found>,
) {
    if before.link != after.link {
        let target = |style: &Style| style.link.as_ref().map(|(target, _)| target.clone());
        let title = |style: &Style| style.link.as_ref().map(|(_, title)| title.clone());
        let change = if target(before) == target(after) {
            AttributeChange::new(Attribute::Title, title(before), title(after))
        } else {
            AttributeChange::new(Attribute::Link, target(before), target(after))
        };
        extend_or_push(found, change, at, None);
    }
    if before.formats != after.formats {
        let change = AttributeChange::new(Attribute::Formatting, None, None);
        let style = (before.formats.clone(), after.formats.clone(), text);
        extend_or_push(found, change, at, Some(style));
    }
}

/// Lets the same change over the word before reach over this one too.
fn extend_or_push(
    found: &mut Vec<Found>,
    change: AttributeChange,
    at: (usize, usize),
    style: Option<(Vec<String>, Vec<String>, String)>,
) {
    let follows = |last: (usize, usize)| last == at || (last.0 + 1, last.1 + 1) == at;
    let open = found.iter_mut().rev().take(2).find(|open| {
        open.last.is_some_and(follows)
            && open.change == change
            && match (&open.style, &style) {
                (Some(before), Some(now)) => before.0 == now.0 && before.1 == now.1,
                (None, None) => true,
                _ => false,
            }
    });
    match open {
        Some(open) => {
            if let (Some(before), Some(now)) = (&mut open.style, &style) {
                before.2.push_str(&now.2);
            }
            open.last = Some(at);
        }
        None => found.push(Found {
            change,
            last: Some(at),
            style,
        }),
    }
}

fn compare_images(before: &Inline, after: &Inline, found: &mut Vec<Found>) {
    let (
        Content::Image { target, title, .. },
        Content::Image {
            target: new_target,
            title: new_title,
            ..
        },
    ) = (&before.content, &after.content)
    else {
        return;
    };
    if target != new_target {
        let change = change(Attribute::Image, target.clone(), new_target.clone());
        found.push(Found::alone(change));
    }
    if title != new_title {
        let change = change(Attribute::Title, title.clone(), new_title.clone());
        found.push(Found::alone(change));
    }
}

/// The one format that came or went, by the markers before and after.
fn format_change(old: &[String], new: &[String]) -> Option<FormatChange> {
    let only_in = |these: &[String], others: &[String]| -> Vec<String> {
        let others = |marker: &&String| !others.contains(marker);
        these.iter().filter(others).cloned().collect()
    };
    match (&only_in(old, new)[..], &only_in(new, old)[..]) {
        ([], [came]) => format_of(came).map(FormatChange::Added),
        ([went], []) => format_of(went).map(FormatChange::Removed),
        _ => None,
    }
}

/// What a marker of Markdown stands for; nothing for a tag of HTML.
fn format_of(marker: &str) -> Option<Format> {
    Some(match marker {
        "*" => Format::Emphasis,
        "**" => Format::Strong,
        "~~" => Format::Strikethrough,
        "`" => Format::Code,
        _ => return None,
    })
}

/// Words with their markers: `**must**`.
fn as_written(formats: &[String], text: &str) -> String {
    let mut written = text.to_owned();
    for format in formats {
        let close = match format.strip_prefix('<') {
            Some(rest) => {
                let name = rest.split([' ', '>']).next().unwrap_or_default();
                format!("</{name}>")
            }
            None => format.clone(),
        };
        written = format!("{format}{written}{close}");
    }
    written
}
