//! What a block says, with where its words stand and which of them link elsewhere.

use std::ops::Range;

use crate::markdown::tree::{Block, Mark};

/// A line of words.
pub(super) struct Line {
    pub text: String,
    /// Runs of letters and digits, with hyphens and points inside them.
    pub words: Vec<Range<usize>>,
    /// What links to another place than one of this text.
    pub links: Vec<Range<usize>>,
}

impl Line {
    /// Of a block that holds words.
    pub fn of(block: &Block) -> Self {
        let mut text = String::with_capacity(block.span.len());
        let mut links: Vec<Range<usize>> = Vec::new();
        for inline in &block.inlines {
            let start = text.len();
            text.push_str(inline.content.text());
            let leads_away = |mark: &usize| match block.marks.get(*mark) {
                Some(Mark::Link { target, .. }) => !target.starts_with('#'),
                _ => false,
            };
            if inline.marks.iter().any(leads_away) {
                links.push(start..text.len());
            }
        }
        Line {
            words: words(&text),
            text,
            links,
        }
    }

    /// A word; nothing past the last.
    pub fn word(&self, at: usize) -> Option<&str> {
        let range = self.words.get(at)?;
        Some(&self.text[range.clone()])
    }

    /// What stands between a word and the next, or the end.
    pub fn gap_after(&self, at: usize) -> &str {
        let start = self.words.get(at).map_or(0, |word| word.end);
        let next = self.words.get(at + 1);
        &self.text[start..next.map_or(self.text.len(), |word| word.start)]
    }

    /// Whether nothing but space stands between a word and the next.
    pub fn are_joined(&self, at: usize) -> bool {
        let gap = self.gap_after(at);
        !gap.is_empty() && gap.trim().is_empty()
    }

    /// Where what follows some signs begins, if they stand there.
    pub fn after_signs(&self, end: usize, signs: &[char]) -> usize {
        self.text.len() - self.text[end..].trim_start_matches(signs).len()
    }

    /// Where what follows some space begins.
    pub fn after_space(&self, end: usize) -> Option<usize> {
        let rest = &self.text[end..];
        let next = rest.trim_start();
        (next.len() < rest.len() && !next.is_empty()).then(|| self.text.len() - next.len())
    }

    /// Whether no word follows a place without a sign between them.
    pub fn is_closed_at(&self, end: usize) -> bool {
        let next = self.text[end..].trim_start().chars().next();
        next.is_none_or(|next| !next.is_alphanumeric())
    }

    /// Where a word begins with what was elided before it: "l’article".
    pub fn start_of_elided(&self, at: usize) -> usize {
        let start = self.words[at].start;
        let before = at.checked_sub(1).map(|before| &self.words[before]);
        match before {
            Some(before) if matches!(&self.text[before.end..start], "'" | "\u{2019}") => {
                before.start
            }
            _ => start,
        }
    }

    /// Whether some of a stretch links elsewhere.
    pub fn links_away(&self, stretch: &Range<usize>) -> bool {
        let meets = |link: &Range<usize>| link.start < stretch.end && stretch.start < link.end;
        self.links.iter().any(meets)
    }
}

fn words(text: &str) -> Vec<Range<usize>> {
    let mut words: Vec<Range<usize>> = Vec::new();
    let mut open: Option<usize> = None;
    let mut signs = text.char_indices().peekable();
    let mut last = ' ';
    while let Some((at, sign)) = signs.next() {
        let next = signs.peek().map_or(' ', |(_, next)| *next);
        let joins = |of: fn(char) -> bool| of(last) && of(next);
        let is_inside = match sign {
            '-' => joins(char::is_alphabetic),
            '.' => joins(|sign| sign.is_ascii_digit()),
            _ => sign.is_alphanumeric(),
        };
        match open {
            None if is_inside => open = Some(at),
            Some(start) if !is_inside => {
                words.push(start..at);
                open = None;
            }
            _ => {}
        }
        last = sign;
    }
    words.extend(open.map(|start| start..text.len()));
    words
}
