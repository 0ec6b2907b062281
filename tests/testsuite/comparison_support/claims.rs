//! What holds for every comparison there is.

use std::collections::BTreeSet;

use canllaw::diff::html::{BothLinks, Label};
use canllaw::diff::{self, Change, Comparison, Op, Side};
use canllaw::language::LanguageCode;
use canllaw::language::number_phrases::number_phrases;
use canllaw::markdown::html::{Options, PlainLinks, Writer};
use canllaw::markdown::tree::{Block, BlockKind, Tree};

use unicode_normalization::UnicodeNormalization;

use super::cells;
use super::containers;
use super::page::{self, Element, Node};

/// What is wrong with the comparison of two texts, if anything.
pub fn faults(old: &Tree, new: &Tree, language: &LanguageCode) -> Vec<String> {
    let comparison = diff::compare(old, new, language);
    let mut faults = Vec::new();
    if comparison.fallbacks > 0 {
        faults.push(format!("{} fallbacks", comparison.fallbacks));
    }
    let html = write(&comparison);
    let page = page::parse(&html);
    for (side, tree) in [(Side::Old, old), (Side::New, new)] {
        let expected = page_text(tree);
        let found = page.text_of(side);
        if found != expected {
            faults.push(first_difference(side, &expected, &found));
        }
    }
    faults.extend(cells::faults(&comparison));
    faults.extend(containers::faults(&comparison, old, new));
    faults.extend(mark_faults(&comparison, &page));
    faults.extend(place_faults(&page));
    faults.extend(origin_faults(&comparison, new));
    faults.extend(comparison.changes.iter().flat_map(edit_faults));
    faults
}

/// Edits that are not, one after the other, what the passages of their change say.
fn edit_faults(change: &Change) -> Vec<String> {
    if change.edits.is_empty() {
        return Vec::new();
    }
    let sides = [
        (Side::Old, Op::Delete, &change.old),
        (Side::New, Op::Insert, &change.new),
    ];
    let faults = sides.into_iter().filter_map(|(side, own, passages)| {
        let edits = change.edits.iter();
        let edits = edits.filter(|edit| edit.op == Op::Equal || edit.op == own);
        let edited = signs(edits.map(|edit| edit.text.as_str()));
        let said = signs(passages.iter().map(|passage| passage.text.as_str()));
        let fault = || format!("{side:?} edits {edited:?} of the passages {said:?}");
        (edited != said).then(fault)
    });
    faults.collect()
}

/// The signs of some texts, spaces aside, the shape of quotes and how accents are composed.
fn signs<'t>(texts: impl Iterator<Item = &'t str>) -> String {
    let text: String = texts.flat_map(str::split_whitespace).collect();
    with_straight_quotes(&text.nfc().collect::<String>())
}

fn with_straight_quotes(text: &str) -> String {
    text.replace(['‘', '’'], "'").replace(['“', '”'], "\"")
}

/// Elements that stand where HTML has no place for them.
fn place_faults(page: &Element) -> Vec<String> {
    let mut faults = Vec::new();
    page.walk(&mut |element| {
        let children = element.children.iter().filter_map(|child| match child {
            Node::Element(child) => Some(child.name.as_str()),
            Node::Text(_) => None,
        });
        let (allowed, parents): (&[&str], _) = match element.name.as_str() {
            "ul" | "ol" => (&["li"], true),
            "tr" => (&["td", "th"], true),
            "dl" => (&["dt", "dd"], true),
            _ => (&["li", "td", "th", "dt", "dd"], false),
        };
        for child in children.filter(|child| allowed.contains(child) != parents) {
            faults.push(format!("<{child}> in <{}>", element.name));
        }
    });
    faults
}

/// Each part of the new text has one origin, and what no change touched says what it said.
fn origin_faults(comparison: &Comparison<'_>, new: &Tree) -> Vec<String> {
    let origins = comparison.origins();
    let parts = diff::parts(&new.blocks);
    let mut faults = Vec::new();
    let is_each_once = origins.len() == parts.len()
        && parts.iter().all(|part| {
            let of_part = |origin: &&diff::Origin<'_>| std::ptr::eq(origin.new, *part);
            origins.iter().filter(of_part).count() == 1
        });
    if !is_each_once {
        faults.push(format!(
            "{} origins of {} parts",
            origins.len(),
            parts.len()
        ));
    }
    for origin in origins.iter().filter(|origin| origin.change.is_none()) {
        let Some(old) = origin.old else {
            faults.push(format!("no origin of {:?}", origin.new.own_text()));
            continue;
        };
        let labels = [old, origin.new].map(|part| part.label.as_deref().unwrap_or_default());
        let [before, after] = [old, origin.new].map(|part| own_words(part, labels));
        if before != after {
            faults.push(format!("untouched, but {before:?} → {after:?}"));
        }
    }
    faults
}

/// The words of a part, but for those of lists in an item; labels, spaces and the shape of quotes aside.
fn own_words(part: &Block, labels: [&str; 2]) -> String {
    let mut words = String::new();
    push_own_words(part, part, &mut words);
    // A letter and its accent are one letter, in one sign or in two.
    let words: String = with_straight_quotes(&words).nfc().collect();
    // A clause that names itself names its new number.
    let words = labels
        .iter()
        .fold(words, |words, label| words.replace(label, ""));
    let words = without_ordinal(words.trim_start());
    let words = match part.kind {
        BlockKind::Heading { .. } => without_number(words),
        _ => without_led_number(words),
    };
    let is_sign = |sign: char| !sign.is_alphanumeric();
    words
        .trim_start_matches(is_sign)
        .split_whitespace()
        .collect()
}

/// A text without the number of "Rule 2." or "Q2." at its head, which renumbering changes as it does that of a heading.
fn without_led_number(words: &str) -> String {
    let start = words.find(|sign: char| sign.is_ascii_digit());
    let (lead, rest) = words.split_at(start.unwrap_or(words.len()));
    let rest = rest.trim_start_matches(|sign: char| sign.is_ascii_digit());
    let noun = lead.trim_end();
    let is_noun = noun.starts_with(char::is_uppercase) && noun.chars().all(char::is_alphabetic);
    match is_noun && rest.trim_start().starts_with(['.', ':', '–', '—', ')']) {
        true => format!("{noun}{rest}"),
        false => words.to_owned(),
    }
}

/// A text without its first number, which renumbering changes in "2 Duties" and "Section 2: Duties", or without the
/// letter of "B. Duties" and "Appendix B: Forms", or the word of "Stage two: a hearing".
fn without_number(words: &str) -> String {
    if let Some((letter, rest)) = words.split_once(['.', ')'])
        && is_letter_of_heading(letter)
    {
        return rest.to_owned();
    }
    if let [lead, letter, ..] = words.split([' ', ':', '.', ')']).collect::<Vec<_>>()[..]
        && is_letter_of_heading(letter)
    {
        return words.replacen(&format!("{lead} {letter}"), lead, 1);
    }
    let end = words.find([':', '–', '—']).unwrap_or(words.len());
    if let Some((lead, word)) = words[..end].trim_end().rsplit_once(' ')
        && is_number_word(word)
        && !lead.contains(|sign: char| sign.is_ascii_digit())
    {
        return lead.to_owned() + &words[end..];
    }
    let Some(start) = words.find(|sign: char| sign.is_ascii_digit()) else {
        return words.to_owned();
    };
    let rest = words[start..].trim_start_matches(|sign: char| sign.is_ascii_digit());
    words[..start].to_owned() + rest
}

fn is_number_word(written: &str) -> bool {
    let is_of = |code| !number_phrases(&super::language(code), written).is_empty();
    ["en", "cy", "fr", "ga"].into_iter().any(is_of)
}

fn is_letter_of_heading(written: &str) -> bool {
    let is_letter = written.len() == 1 && written.as_bytes()[0].is_ascii_uppercase();
    let is_roman = !written.is_empty() && written.chars().all(|sign| "IVXL".contains(sign));
    is_letter || is_roman || ["Ch", "Dd", "Ff", "Ng"].contains(&written)
}

/// A text without the `10.` or `b.` at its head, which renumbering changes as it does a label.
fn without_ordinal(words: &str) -> &str {
    let Some((ordinal, rest)) = words.split_once('.') else {
        return words;
    };
    let is_all = |is: fn(&u8) -> bool| ordinal.as_bytes().iter().all(is);
    let is_number = (1..=3).contains(&ordinal.len()) && is_all(u8::is_ascii_digit);
    let is_letter = (1..=5).contains(&ordinal.len())
        && is_all(u8::is_ascii_lowercase)
        && rest.starts_with(char::is_whitespace);
    if is_number || is_letter { rest } else { words }
}

fn push_own_words(part: &Block, block: &Block, words: &mut String) {
    words.push_str(
        &block
            .inlines
            .iter()
            .map(|inline| inline.content.text())
            .collect::<String>(),
    );
    words.push(' ');
    let is_item = matches!(part.kind, BlockKind::ListItem { .. });
    let is_list = |block: &&Block| matches!(block.kind, BlockKind::List { .. });
    let children = block.children.iter();
    for child in children.filter(|child| !(is_item && is_list(child))) {
        push_own_words(part, child, words);
    }
}

/// The page's article, with labels that no text has.
pub fn write(comparison: &Comparison<'_>) -> String {
    let labels = |label: &Label<'_>| format!("⟦{label:?}⟧");
    diff::html::write(
        comparison,
        &labels,
        BothLinks::alike(&PlainLinks),
        &Options::default(),
    )
}

/// What the page of one text says, by the same writer.
fn page_text(tree: &Tree) -> String {
    let options = Options::default();
    let mut writer = Writer::new(&PlainLinks, &options);
    writer.blocks(&tree.blocks);
    page::parse(&writer.finish()).text_of(Side::New)
}

fn first_difference(side: Side, expected: &str, found: &str) -> String {
    let same = expected
        .chars()
        .zip(found.chars())
        .take_while(|(a, b)| a == b)
        .count();
    let from = same.saturating_sub(30);
    let around = |text: &str| text.chars().skip(from).take(90).collect::<String>();
    format!(
        "{side:?} text differs at {same}: expected …{}… found …{}…",
        around(expected),
        around(found)
    )
}

/// Each change has one element, in order, with its kinds; no id is there twice.
fn mark_faults(comparison: &Comparison<'_>, page: &Element) -> Vec<String> {
    let mut faults = Vec::new();
    let mut marks = Vec::new();
    let mut ids = BTreeSet::new();
    page.walk(&mut |element| {
        if let Some(id) = element.attributes.get("id")
            && !ids.insert(id.clone())
        {
            faults.push(format!("the id {id} is there twice"));
        }
        if let Some(kinds) = element.attributes.get("data-change") {
            let id = element.attributes.get("id").cloned().unwrap_or_default();
            marks.push((id, kinds.clone()));
        }
    });
    let changes: Vec<_> = comparison
        .changes
        .iter()
        .enumerate()
        .map(|(at, change)| {
            let kinds: Vec<&str> = change.kinds.iter().map(|kind| kind.name()).collect();
            (format!("change-{}", at + 1), kinds.join(" "))
        })
        .collect();
    if marks != changes {
        let at = marks
            .iter()
            .zip(&changes)
            .take_while(|(a, b)| a == b)
            .count();
        faults.push(format!(
            "marks and changes part at {at}: {:?} and {:?}",
            marks.get(at),
            changes.get(at)
        ));
    }
    faults
}
