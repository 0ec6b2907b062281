//! Footnotes: numbered by their first references, put at the end; and references and footnotes that lack each
//! other.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::tree::{Block, BlockKind, Content, Mark, Tree};

/// Numbers the footnotes from 1, in the order in which the text first refers to them (what footnotes
/// themselves refer to comes after, then what nothing refers to), writes the numbers into the
/// references, and puts the footnotes after the blocks.
pub(super) fn number(blocks: &mut Vec<Block>, mut footnotes: Vec<Block>) {
    if footnotes.is_empty() {
        return;
    }
    let mut first_of = HashMap::new();
    for (index, footnote) in footnotes.iter().enumerate() {
        if let BlockKind::Footnote { label, .. } = &footnote.kind {
            first_of.entry(folded(label)).or_insert(index);
        }
    }
    let mut order = Order {
        first_of,
        numbers: vec![0; footnotes.len()],
        reached: Vec::new(),
        unreferred: 0,
    };
    for block in blocks.iter_mut() {
        order.references(block);
    }
    let mut done = 0;
    while done < footnotes.len() {
        if done == order.reached.len() {
            order.reach_the_next_unreferred();
        }
        let index = order.reached[done];
        order.references(&mut footnotes[index]);
        done += 1;
    }
    for (footnote, &given) in footnotes.iter_mut().zip(&order.numbers) {
        if let BlockKind::Footnote { number, .. } = &mut footnote.kind {
            *number = given;
        }
    }
    footnotes.sort_by_key(|footnote| match footnote.kind {
        BlockKind::Footnote { number, .. } => number,
        _ => usize::MAX,
    });
    blocks.append(&mut footnotes);
}

/// Labels are matched without regard to case.
fn folded(label: &str) -> String {
    label.to_lowercase()
}

/// The footnotes, by their places in the source, as they are reached.
struct Order {
    /// The first footnote of each label.
    first_of: HashMap<String, usize>,
    /// The number of each footnote; 0 until it is reached.
    numbers: Vec<usize>,
    /// Those that were reached, in the order of their numbers.
    reached: Vec<usize>,
    /// Every footnote before this one has a number.
    unreferred: usize,
}

impl Order {
    fn references(&mut self, block: &mut Block) {
        for inline in &mut block.inlines {
            if let Content::FootnoteReference { label, number } = &mut inline.content
                && let Some(&index) = self.first_of.get(&folded(label))
            {
                *number = self.reach(index);
            }
        }
        for child in &mut block.children {
            self.references(child);
        }
    }

    fn reach(&mut self, index: usize) -> usize {
        if self.numbers[index] == 0 {
            self.reached.push(index);
            self.numbers[index] = self.reached.len();
        }
        self.numbers[index]
    }

    fn reach_the_next_unreferred(&mut self) {
        while self
            .numbers
            .get(self.unreferred)
            .is_some_and(|&number| number > 0)
        {
            self.unreferred += 1;
        }
        if self.unreferred < self.numbers.len() {
            self.reach(self.unreferred);
        }
    }
}

/// A reference without its footnote, or a footnote without a reference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lone {
    /// The label.
    pub label: String,
    /// Where it is in the source, in bytes.
    pub span: Range<usize>,
    /// Whether it is a reference: Markdown shows one without its footnote as it was typed.
    pub is_reference: bool,
}

/// References and footnotes of a text that lack each other.
pub fn lone(tree: &Tree, source: &str) -> Vec<Lone> {
    let mut found = Vec::new();
    let mut referred = HashSet::new();
    tree.walk(&mut |block| {
        for inline in &block.inlines {
            let is_link = |mark: &usize| matches!(block.marks[*mark], Mark::Link { .. });
            match &inline.content {
                Content::FootnoteReference { label, .. } => {
                    referred.insert(folded(label));
                }
                Content::Text(words)
                    if words.contains("[^") && !inline.marks.iter().any(is_link) =>
                {
                    found.extend(typed_references(source, &inline.span));
                }
                _ => {}
            }
        }
    });
    for block in &tree.blocks {
        if let BlockKind::Footnote { label, .. } = &block.kind
            && !referred.contains(&folded(label))
        {
            found.push(Lone {
                label: label.clone(),
                span: block.span.clone(),
                is_reference: false,
            });
        }
    }
    found
}

/// What is written as a reference in words that Markdown has left as they are.
fn typed_references(source: &str, words: &Range<usize>) -> Vec<Lone> {
    let written = source.get(words.clone()).unwrap_or_default();
    let starts = written.match_indices("[^").map(|(at, _)| at);
    let reference = |start: usize| {
        let label = &written[start + 2..];
        let label = &label[..label.find(']')?];
        let is_label = |sign: char| sign.is_alphanumeric() || matches!(sign, '-' | '_' | '.');
        let is_one = !label.is_empty() && label.chars().all(is_label);
        let is_escaped = written[..start].ends_with('\\');
        let span = words.start + start..words.start + start + label.len() + 3;
        (is_one && !is_escaped).then(|| Lone {
            label: label.to_owned(),
            span,
            is_reference: true,
        })
    };
    starts.filter_map(reference).collect()
}
