//! Reading references in a line: "section 4", "clauses 3.2 and 3.3(b)", "(see 5.1)".

use std::ops::Range;

use super::line::Line;
use crate::language::referring::{Part, Referring};

/// The most letters of an item in brackets: "(viii)".
const LONGEST_ITEM: usize = 5;
/// More digits are a year or a sum.
const MOST_DIGITS: usize = 3;

/// A reference to one part or to a row of them.
pub(super) struct Reference<'t> {
    /// Where its words begin.
    pub start: usize,
    pub meant: Meant,
    /// The numbers, of which there is one at least.
    pub targets: Vec<Target<'t>>,
}

/// What a reference names before its numbers.
pub(super) struct Meant {
    /// What the noun may be without mutation and in the singular, in small letters.
    pub names: Vec<String>,
    /// What it names; nothing where only headings say what.
    pub part: Option<Part>,
    is_plural: bool,
}

impl Meant {
    /// What is named without a noun.
    fn a_clause() -> Self {
        Meant {
            names: Vec::new(),
            part: Some(Part::Clause),
            is_plural: false,
        }
    }
}

/// A number in a reference.
pub(super) struct Target<'t> {
    pub range: Range<usize>,
    written: &'t str,
    /// What is left out before it since the number before it says it: "3.1" of "(c)" in "3.1(a) to (c)".
    before: String,
    /// Whether it may be no more than a count of what follows: it is digits alone, and no row has it in the plural.
    is_bare: bool,
}

impl Target<'_> {
    /// The number without spaces: "3.1(b)" of "3.1 (b)".
    pub fn number(&self) -> String {
        self.before.clone() + &self.written.replace(' ', "")
    }

    /// Whether it is written without the beginning of its number.
    pub fn is_short(&self) -> bool {
        !self.before.is_empty()
    }

    fn starts_with(&self, is_meant: fn(&char) -> bool) -> bool {
        let first = self.before.chars().chain(self.written.chars()).next();
        first.as_ref().is_some_and(is_meant)
    }
}

impl Reference<'_> {
    pub fn end(&self) -> usize {
        self.targets
            .last()
            .map_or(self.start, |target| target.range.end)
    }

    /// The numbers that are surely meant: of "clause 4 or 5" the second may count days.
    pub fn sure(&self) -> &[Target<'_>] {
        let shape = |target: &Target<'_>| {
            let starts_with = |is_meant| target.starts_with(is_meant);
            [char::is_ascii_digit, |sign: &char| *sign == '('].map(starts_with)
        };
        let first = self.targets.first();
        let is_sure = |target: &&Target<'_>| {
            first.map(shape) == Some(shape(target)) && (self.meant.is_plural || !target.is_bare)
        };
        let count = match self.targets.as_slice() {
            // "three parts 2 metres long".
            [one] if one.is_bare && self.meant.is_plural => 0,
            [_, rest @ ..] => 1 + rest.iter().take_while(is_sure).count(),
            [] => 0,
        };
        &self.targets[..count]
    }
}

/// The references of a line, in order. Words before numbers are taken for nouns if the language has them as such, or
/// if headings have.
pub(super) fn references<'t>(
    line: &'t Line,
    words: &Referring<'_>,
    is_noun_of_headings: &dyn Fn(&str) -> bool,
) -> Vec<Reference<'t>> {
    let mut found: Vec<Reference<'t>> = Vec::new();
    for at in 0..line.words.len() {
        let is_read = |last: &Reference<'_>| line.words[at].start < last.end();
        if found.last().is_some_and(is_read) {
            continue;
        }
        found.extend(reference(line, at, words, is_noun_of_headings));
    }
    found
}

/// The reference whose noun is a word of the line.
pub(super) fn reference<'t>(
    line: &'t Line,
    noun: usize,
    words: &Referring<'_>,
    is_noun_of_headings: &dyn Fn(&str) -> bool,
) -> Option<Reference<'t>> {
    let (first, has_number) = first_target(line, noun, words)?;
    let two_words = noun_of_two_words(line, noun, words);
    let (first_word, name) = match (two_words, see_before_also(line, noun, words)) {
        (Some(name), _) => (noun - 1, name),
        (None, Some(see)) => (see, line.word(see)?),
        (None, None) => (noun, line.word(noun)?),
    };
    let Some(mut meant) = meant(name, words, is_noun_of_headings) else {
        return bare(line, noun, words, first);
    };
    let is_see = meant.names.is_empty();
    if is_see && has_number {
        meant.part = Some(Part::ClauseOrItem);
    } else if is_see && first.is_bare && !line.is_closed_at(first.range.end) {
        // "See 4 examples."
        return None;
    }
    Some(Reference {
        start: line.start_of_elided(first_word),
        targets: row(&line.text, first, words),
        meant,
    })
}

/// The noun that a word is together with the one before it: "standing order".
fn noun_of_two_words<'t>(line: &'t Line, last: usize, words: &Referring<'_>) -> Option<&'t str> {
    let first = last
        .checked_sub(1)
        .filter(|&first| line.are_joined(first))?;
    let name = &line.text[line.words[first].start..line.words[last].end];
    words.noun(name).is_some().then_some(name)
}

/// The "see" that an "also" stands behind.
fn see_before_also(line: &Line, also: usize, words: &Referring<'_>) -> Option<usize> {
    let see = also.checked_sub(1).filter(|&see| line.are_joined(see))?;
    (words.is_also(line.word(also)?) && words.is_see(line.word(see)?)).then_some(see)
}

/// A reference without a noun or "see": "a breach of 5.1", "subject to 5.2 or 5.3". What has a point in it and is no
/// amount of what follows; whether clauses have such numbers is asked later.
fn bare<'t>(
    line: &'t Line,
    before: usize,
    words: &Referring<'_>,
    first: Target<'t>,
) -> Option<Reference<'t>> {
    let is_dotted = |target: &Target<'_>| target.number().contains('.');
    if !is_dotted(&first) || !words.is_before_clauses(line.word(before)?) {
        return None;
    }
    // "from 2.1 to 5.2" is a rise.
    let last = before.checked_sub(1).and_then(|last| line.word(last));
    if last.is_some_and(|last| last.starts_with(|sign: char| sign.is_ascii_digit())) {
        return None;
    }
    let mut targets = row(&line.text, first, words);
    targets.truncate(
        targets
            .iter()
            .take_while(|target| is_dotted(target))
            .count(),
    );
    let end = targets.last()?.range.end;
    let next = line.words.partition_point(|word| word.start < end);
    let goes_on = |next: &str| words.is_after_clauses(next);
    let has_item = targets.last()?.written.ends_with(')');
    let is_no_amount = has_item || line.is_closed_at(end) || line.word(next).is_some_and(goes_on);
    is_no_amount.then(|| Reference {
        start: line.words[before].start,
        targets,
        meant: Meant::a_clause(),
    })
}

/// The number behind a noun, and whether "number" stands between them.
fn first_target<'t>(
    line: &'t Line,
    noun: usize,
    words: &Referring<'_>,
) -> Option<(Target<'t>, bool)> {
    // Few words have a number behind them, and to know a word takes longer than to see that.
    let behind = line.after_space(line.words[noun].end)?;
    if let Some(first) = target(&line.text, behind) {
        return Some((first, false));
    }
    let next = line.words.get(noun + 1)?;
    let end = line.after_signs(next.end, &['.', '°', 'º']);
    let first = target(&line.text, line.after_space(end)?)?;
    let is_number = line.are_joined(noun) && words.is_number(&line.text[next.clone()]);
    is_number.then_some((first, true))
}

fn meant(
    word: &str,
    words: &Referring<'_>,
    is_noun_of_headings: &dyn Fn(&str) -> bool,
) -> Option<Meant> {
    if words.is_see(word) {
        return Some(Meant::a_clause());
    }
    let noun = words.noun(word);
    let names = words.names(word);
    let is_known = noun.is_some() || names.iter().any(|name| is_noun_of_headings(name));
    is_known.then(|| Meant {
        names,
        part: noun.map(|noun| noun.part),
        is_plural: noun.is_some_and(|noun| noun.is_plural),
    })
}

/// The number that stands at a place of a text: "3", "3.1(b)", "3.1 (b)", "(b)", "B", "II".
pub(super) fn target(text: &str, start: usize) -> Option<Target<'_>> {
    let rest = &text[start..];
    let head = head(rest);
    let mut end = head;
    while let Some(length) = item_in_brackets(&rest[end..]) {
        end += length;
    }
    if end == 0 {
        return None;
    }
    while let Some(length) = rest[end..].strip_prefix(' ').and_then(item_in_brackets) {
        end += 1 + length;
    }
    (!goes_on(&rest[end..])).then(|| Target {
        range: start..start + end,
        written: &rest[..end],
        before: String::new(),
        is_bare: rest[..end].bytes().all(|byte| byte.is_ascii_digit()),
    })
}

/// The length of "3", "3.1", "5A.2", "A3", "B", "Ch" or "II".
fn head(rest: &str) -> usize {
    let digits = |rest: &str| rest.bytes().take_while(u8::is_ascii_digit).count();
    let component = |rest: &str| {
        let digits = digits(rest);
        let capital = rest.as_bytes().get(digits);
        let is_number = (1..=MOST_DIGITS).contains(&digits);
        is_number.then(|| digits + usize::from(capital.is_some_and(u8::is_ascii_uppercase)))
    };
    let capitals = rest.bytes().take_while(u8::is_ascii_uppercase).count();
    let mut end = match component(rest) {
        Some(length) => length,
        None if ["Ch", "Dd", "Ff", "Ng"]
            .iter()
            .any(|pair| rest.starts_with(pair)) =>
        {
            2
        }
        None if capitals == 1 && digits(&rest[1..]) > 0 => {
            let digits = digits(&rest[1..]);
            if digits > MOST_DIGITS {
                return 0;
            }
            1 + digits
        }
        None if capitals == 1 || rest[..capitals].chars().all(|sign| "IVXL".contains(sign)) => {
            capitals
        }
        None => 0,
    };
    if end == 0 {
        return 0;
    }
    while let Some(length) = rest[end..].strip_prefix('.').and_then(component) {
        end += 1 + length;
    }
    end
}

/// The length of "(b)".
fn item_in_brackets(rest: &str) -> Option<usize> {
    let (item, _) = rest.strip_prefix('(')?.split_once(')')?;
    let is_item = (1..=LONGEST_ITEM).contains(&item.len())
        && item.bytes().all(|byte| byte.is_ascii_alphanumeric());
    is_item.then_some(item.len() + 2)
}

/// Whether what seemed to be a number is part of more: "3rd", "3%", "9:30", "3.5.2020".
fn goes_on(rest: &str) -> bool {
    let mut signs = rest.chars();
    match signs.next() {
        Some('%' | '°' | '(') => true,
        Some(':' | '.' | ',' | '/') => signs.next().is_some_and(|next| next.is_ascii_digit()),
        Some(next) => next.is_alphanumeric(),
        None => false,
    }
}

/// A number and those that go on from it: ", 3.2 and 3.3", "-3.4".
fn row<'t>(text: &'t str, first: Target<'t>, words: &Referring<'_>) -> Vec<Target<'t>> {
    let is_capital = |target: &Target<'_>| target.written.starts_with(char::is_uppercase);
    let mut targets = vec![first];
    while let Some(last) = targets.last()
        && let Some(mut next) = next_in_row(text, last.range.end, words)
        && is_capital(last) == is_capital(&next)
    {
        if next.written.starts_with('(') {
            next.before = around_items(&last.number(), next.written.matches('(').count());
        }
        targets.push(next);
    }
    targets
}

/// A number without its last items: "3.1" of "3.1(a)". Nothing where it has no more than these.
pub(super) fn around_items(number: &str, items: usize) -> String {
    let start = number.rmatch_indices('(').nth(items.saturating_sub(1));
    start.map_or_else(String::new, |(start, _)| number[..start].to_owned())
}

fn next_in_row<'t>(text: &'t str, end: usize, words: &Referring<'_>) -> Option<Target<'t>> {
    let rest = &text[end..];
    let at = |rest: &str| text.len() - rest.len();
    if let Some(rest) = rest.strip_prefix(['-', '\u{2013}', '\u{2014}']) {
        return target(text, at(rest.trim_start()));
    }
    let after_comma = rest.strip_prefix(',').unwrap_or(rest);
    let next = after_comma.trim_start();
    let join = next.split_whitespace().next()?;
    let is_join = words.joins(join) || matches!(join, "&" | "-" | "\u{2013}" | "\u{2014}");
    let is_apart = next.len() < after_comma.len();
    match is_join {
        true if is_apart => target(text, at(next[join.len()..].trim_start())),
        false if is_apart && after_comma.len() < rest.len() => target(text, at(next)),
        _ => None,
    }
}
