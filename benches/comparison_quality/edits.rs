//! Edits with known truth.

mod headings;
mod lists;
mod tables;

use canllaw::diff::{Kind, Node};

use crate::random::Random;
use crate::text::{Id, Part, Text, Unit, count_words, sentences};

/// A kind of edit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Operation {
    Insert,
    Delete,
    ReplaceWords,
    Rewrite,
    Move,
    MoveAndEdit,
    Split,
    SplitAndEdit,
    Join,
    ListInsert,
    ListDelete,
    ListMove,
    ItemWords,
    HeadingWords,
    HeadingCount,
    HeadingLevel,
    Restyle,
    Relink,
    Cell,
    RowInsert,
    RowDelete,
    ColumnInsert,
    ColumnDelete,
    ToList,
    SectionMove,
}

impl Operation {
    pub const ALL: [Operation; 25] = [
        Operation::Insert,
        Operation::Delete,
        Operation::ReplaceWords,
        Operation::Rewrite,
        Operation::Move,
        Operation::MoveAndEdit,
        Operation::Split,
        Operation::SplitAndEdit,
        Operation::Join,
        Operation::ListInsert,
        Operation::ListDelete,
        Operation::ListMove,
        Operation::ItemWords,
        Operation::HeadingWords,
        Operation::HeadingCount,
        Operation::HeadingLevel,
        Operation::Restyle,
        Operation::Relink,
        Operation::Cell,
        Operation::RowInsert,
        Operation::RowDelete,
        Operation::ColumnInsert,
        Operation::ColumnDelete,
        Operation::ToList,
        Operation::SectionMove,
    ];
}

/// What a comparison should say of an edit.
#[derive(Clone, Debug)]
pub struct Truth {
    pub operation: Operation,
    pub kinds: Vec<Kind>,
    pub node: Node,
    pub old: Vec<Id>,
    pub new: Vec<Id>,
    /// Words that really changed.
    pub words: usize,
    /// Stretches that really changed.
    pub runs: usize,
    /// Whether the place may instead be reported as removed and added.
    pub or_replaced: bool,
}

/// An edited text and the truth about it.
pub struct Edited {
    pub new: Text,
    pub truths: Vec<Truth>,
    /// Units that an edit touched: no other may.
    touched: Vec<Id>,
}

impl Edited {
    pub fn new(old: &Text) -> Self {
        Edited {
            new: old.clone(),
            truths: Vec::new(),
            touched: Vec::new(),
        }
    }

    /// Makes an edit somewhere, if the text has a place for it.
    pub fn apply(&mut self, operation: Operation, random: &mut Random, pool: &[String]) -> bool {
        let before = self.truths.len();
        match operation {
            Operation::Insert => self.insert(random, pool),
            Operation::Delete => self.delete(random),
            Operation::ReplaceWords => self.paragraph_words(random, pool, operation),
            Operation::Rewrite => self.rewrite(random, pool),
            Operation::Move => self.move_paragraph(random, pool, operation),
            Operation::MoveAndEdit => self.move_paragraph(random, pool, operation),
            Operation::Split => self.split(random, pool, operation),
            Operation::SplitAndEdit => self.split(random, pool, operation),
            Operation::Join => self.join(random),
            Operation::ListInsert => self.list_insert(random, pool),
            Operation::ListDelete => self.list_delete(random),
            Operation::ListMove => self.list_move(random),
            Operation::ItemWords => self.item_words(random, pool),
            Operation::HeadingWords => self.heading_words(random, pool),
            Operation::HeadingCount => self.heading_count(random, pool),
            Operation::HeadingLevel => self.heading_level(random),
            Operation::Restyle => self.restyle(random),
            Operation::Relink => self.relink(random),
            Operation::Cell => self.cell(random, pool),
            Operation::RowInsert => self.row_insert(random, pool),
            Operation::RowDelete => self.row_delete(random),
            Operation::ColumnInsert => self.column_insert(random, pool),
            Operation::ColumnDelete => self.column_delete(random),
            Operation::ToList => self.make_list(random),
            Operation::SectionMove => self.section_move(random),
        }
        self.truths.len() > before
    }

    fn is_free(&self, id: Id) -> bool {
        !self.touched.contains(&id)
    }

    fn units(&self, holds: impl Fn(&Part) -> bool) -> Vec<usize> {
        (0..self.new.units.len())
            .filter(|&at| self.is_free(self.new.units[at].id) && holds(&self.new.units[at].part))
            .collect()
    }

    fn paragraphs(&self, least_words: usize) -> Vec<usize> {
        self.units(|part| match part {
            Part::Paragraph(text) => count_words(text) >= least_words && !text.contains('['),
            _ => false,
        })
    }

    fn paragraph(&self, at: usize) -> &str {
        match &self.new.units[at].part {
            Part::Paragraph(text) => text,
            _ => "",
        }
    }

    fn tell(&mut self, truth: Truth) {
        self.touched.extend(truth.old.iter().chain(&truth.new));
        self.truths.push(truth);
    }

    fn insert(&mut self, random: &mut Random, pool: &[String]) {
        let units = &self.new.units;
        let is_free = |at: usize| units.get(at).is_none_or(|unit| self.is_free(unit.id));
        let places: Vec<usize> = (1..=units.len())
            .filter(|&at| is_free(at) && is_free(at - 1))
            .collect();
        let Some(&at) = random.pick(&places) else {
            return;
        };
        let text = fresh(random, pool);
        let id = self.new.new_id();
        let words = count_words(&text);
        self.new.units.insert(
            at,
            Unit {
                id,
                part: Part::Paragraph(text),
            },
        );
        self.tell(truth(
            Operation::Insert,
            &[Kind::Added],
            Node::Paragraph,
            (vec![], vec![id]),
            words,
        ));
    }

    fn delete(&mut self, random: &mut Random) {
        let Some(&at) = random.pick(&self.paragraphs(3)) else {
            return;
        };
        let words = count_words(self.paragraph(at));
        let unit = self.new.units.remove(at);
        self.tell(truth(
            Operation::Delete,
            &[Kind::Removed],
            Node::Paragraph,
            (vec![unit.id], vec![]),
            words,
        ));
    }

    fn paragraph_words(&mut self, random: &mut Random, pool: &[String], operation: Operation) {
        let Some(&at) = random.pick(&self.paragraphs(8)) else {
            return;
        };
        let id = self.new.units[at].id;
        let Some((text, words)) = replace_words(self.paragraph(at), random, pool) else {
            return;
        };
        self.new.units[at].part = Part::Paragraph(text);
        self.tell(truth(
            operation,
            &[Kind::Changed],
            Node::Paragraph,
            (vec![id], vec![id]),
            words,
        ));
    }

    fn rewrite(&mut self, random: &mut Random, pool: &[String]) {
        let Some(&at) = random.pick(&self.paragraphs(12)) else {
            return;
        };
        let unit = &self.new.units[at];
        let (id, old) = (unit.id, self.paragraph(at).to_owned());
        let mut topic: Vec<&str> = old
            .split_whitespace()
            .filter(|word| word.len() >= 7)
            .collect();
        topic.truncate(4);
        let fresh = fresh(random, pool);
        let mut words: Vec<&str> = fresh.split_whitespace().collect();
        for (nth, word) in topic.iter().enumerate() {
            words.insert((3 * nth + 2).min(words.len()), word);
        }
        let text = words.join(" ");
        let changed = count_words(&old) + count_words(&text);
        self.new.units[at].part = Part::Paragraph(text);
        let mut truth = truth(
            Operation::Rewrite,
            &[Kind::Changed],
            Node::Paragraph,
            (vec![id], vec![id]),
            changed,
        );
        truth.or_replaced = true;
        self.tell(truth);
    }

    fn move_paragraph(&mut self, random: &mut Random, pool: &[String], operation: Operation) {
        let Some(&at) = random.pick(&self.paragraphs(8)) else {
            return;
        };
        let Some(to) = self.far_place(at, at + 1, random) else {
            return;
        };
        let id = self.new.units[at].id;
        let mut kinds = vec![Kind::Moved];
        let mut words = 0;
        if operation == Operation::MoveAndEdit {
            let Some((text, changed)) = replace_words(self.paragraph(at), random, pool) else {
                return;
            };
            self.new.units[at].part = Part::Paragraph(text);
            kinds.push(Kind::Changed);
            words = changed;
        }
        let unit = self.new.units.remove(at);
        let to = if to > at { to - 1 } else { to };
        self.new.units.insert(to, unit);
        self.tell(truth(
            operation,
            &kinds,
            Node::Paragraph,
            (vec![id], vec![id]),
            words,
        ));
    }

    /// A place for what stands at a range, at least three units off, and not one that another move
    /// came from or went to.
    fn far_place(&self, from: usize, after: usize, random: &mut Random) -> Option<usize> {
        let own = self.weight(from..after);
        let passed = |to: usize| if to < from { to..from } else { after..to };
        let places: Vec<usize> = (1..self.new.units.len())
            .filter(|&to| to + 3 <= from || to >= after + 3)
            .filter(|&to| self.weight(passed(to)) > own)
            .filter(|&to| {
                self.is_free(self.new.units[to].id) && self.is_free(self.new.units[to - 1].id)
            })
            .collect();
        random.pick(&places).copied()
    }

    /// The words of some units.
    fn weight(&self, range: std::ops::Range<usize>) -> usize {
        let units = &self.new.units[range];
        units
            .iter()
            .map(|unit| count_words(&plain(&unit.part)))
            .sum()
    }

    fn split(&mut self, random: &mut Random, pool: &[String], operation: Operation) {
        let places: Vec<usize> = self
            .paragraphs(16)
            .into_iter()
            .filter(|&at| {
                let sentences = sentences(self.paragraph(at));
                sentences.len() >= 2 && sentences.iter().all(|one| count_words(one) >= 4)
            })
            .collect();
        let Some(&at) = random.pick(&places) else {
            return;
        };
        let old = self.new.units[at].id;
        let sentences = sentences(self.paragraph(at));
        let cut = 1 + random.below(sentences.len() - 1);
        let mut parts = [sentences[..cut].join(" "), sentences[cut..].join(" ")];
        let mut kinds = vec![Kind::Split];
        let mut words = 0;
        if operation == Operation::SplitAndEdit {
            let Some((text, changed)) = replace_one(&parts[0], random, pool) else {
                return;
            };
            parts[0] = text;
            words = changed;
            kinds.push(Kind::Changed);
        }
        let ids = [self.new.new_id(), self.new.new_id()];
        self.new.units.remove(at);
        for (nth, (id, text)) in ids.into_iter().zip(parts).enumerate() {
            self.new.units.insert(
                at + nth,
                Unit {
                    id,
                    part: Part::Paragraph(text),
                },
            );
        }
        self.tell(truth(
            operation,
            &kinds,
            Node::Paragraph,
            (vec![old], ids.to_vec()),
            words,
        ));
    }

    fn join(&mut self, random: &mut Random) {
        let paragraphs = self.paragraphs(5);
        let places: Vec<usize> = paragraphs
            .iter()
            .copied()
            .filter(|at| paragraphs.contains(&(at + 1)))
            .collect();
        let Some(&at) = random.pick(&places) else {
            return;
        };
        let text = format!("{} {}", self.paragraph(at), self.paragraph(at + 1));
        let old = vec![self.new.units[at].id, self.new.units[at + 1].id];
        let id = self.new.new_id();
        self.new.units.remove(at);
        self.new.units[at] = Unit {
            id,
            part: Part::Paragraph(text),
        };
        self.tell(truth(
            Operation::Join,
            &[Kind::Joined],
            Node::Paragraph,
            (old, vec![id]),
            0,
        ));
    }

    fn restyle(&mut self, random: &mut Random) {
        let Some(&at) = random.pick(&self.paragraphs(6)) else {
            return;
        };
        let id = self.new.units[at].id;
        let mut words: Vec<String> = self
            .paragraph(at)
            .split_whitespace()
            .map(str::to_owned)
            .collect();
        let plain: Vec<usize> = (0..words.len())
            .filter(|&word| words[word].chars().all(char::is_alphabetic))
            .collect();
        let Some(&word) = random.pick(&plain) else {
            return;
        };
        if self.paragraph(at).contains('*') {
            return;
        }
        words[word] = format!("**{}**", words[word]);
        self.new.units[at].part = Part::Paragraph(words.join(" "));
        self.tell(truth(
            Operation::Restyle,
            &[Kind::Restyled],
            Node::Paragraph,
            (vec![id], vec![id]),
            0,
        ));
    }

    fn relink(&mut self, random: &mut Random) {
        let places =
            self.units(|part| matches!(part, Part::Paragraph(text) if text.contains("](")));
        let Some(&at) = random.pick(&places) else {
            return;
        };
        let id = self.new.units[at].id;
        let text = self
            .paragraph(at)
            .replacen("](", "](https://other.example/", 1);
        self.new.units[at].part = Part::Paragraph(text);
        self.tell(truth(
            Operation::Relink,
            &[Kind::Relinked],
            Node::Paragraph,
            (vec![id], vec![id]),
            0,
        ));
    }

    fn section_move(&mut self, random: &mut Random) {
        let level = |unit: &Unit| match unit.part {
            Part::Heading { level, .. } => Some(level),
            _ => None,
        };
        let units = &self.new.units;
        let mut sections = Vec::new();
        for (at, unit) in units.iter().enumerate() {
            let Some(own) = level(unit) else { continue };
            let end = (at + 1..units.len())
                .find(|&next| level(&units[next]).is_some_and(|next| next <= own))
                .unwrap_or(units.len());
            let is_free = units[at..end].iter().all(|unit| self.is_free(unit.id));
            if end - at >= 2 && end - at <= 6 && is_free {
                sections.push((at, end, own));
            }
        }
        let Some(&(at, end, own)) = random.pick(&sections) else {
            return;
        };
        // To the start of another section of its level, with more than this one between them: else it
        // is the others that moved.
        let passed = |to: usize| if to < at { to..at } else { end..to };
        let places: Vec<usize> = (1..units.len())
            .filter(|to| !(at..=end).contains(to))
            .filter(|&to| level(&units[to]).is_some_and(|level| level <= own))
            .filter(|&to| self.weight(passed(to)) > self.weight(at..end))
            .filter(|&to| passed(to).all(|unit| self.is_free(units[unit].id)))
            .filter(|_| units.get(end).is_none_or(|unit| self.is_free(unit.id)))
            .filter(|&to| self.is_free(units[to].id) && self.is_free(units[to - 1].id))
            .collect();
        let Some(&to) = random.pick(&places) else {
            return;
        };
        // Where else it might have been could not be told if these were edited too.
        let beside: Vec<Id> = passed(to)
            .chain([to - 1, to, end, at.saturating_sub(1)])
            .filter_map(|unit| self.new.units.get(unit).map(|unit| unit.id))
            .collect();
        self.touched.extend(beside);
        let moved: Vec<Unit> = self.new.units.drain(at..end).collect();
        let ids: Vec<Id> = moved.iter().map(|unit| unit.id).collect();
        let to = if to > at { to - moved.len() } else { to };
        self.new.units.splice(to..to, moved);
        self.tell(truth(
            Operation::SectionMove,
            &[Kind::Moved],
            Node::Section,
            (ids.clone(), ids),
            0,
        ));
    }
}

fn truth(
    operation: Operation,
    kinds: &[Kind],
    node: Node,
    (old, new): (Vec<Id>, Vec<Id>),
    words: usize,
) -> Truth {
    let mut kinds = kinds.to_vec();
    kinds.sort_unstable();
    let separate = matches!(
        operation,
        Operation::ReplaceWords
            | Operation::MoveAndEdit
            | Operation::SplitAndEdit
            | Operation::ItemWords
            | Operation::HeadingWords
    );
    Truth {
        operation,
        kinds,
        node,
        old,
        new,
        words,
        runs: if separate { words / 2 } else { 1 },
        or_replaced: false,
    }
}

fn plain(part: &Part) -> String {
    match part {
        Part::Heading { text, .. } | Part::Paragraph(text) | Part::Other(text) => text.clone(),
        Part::List { items, .. } => {
            let texts: Vec<&str> = items.iter().map(|item| item.text.as_str()).collect();
            texts.join(" ")
        }
        Part::Table { rows } => {
            let cells: Vec<String> = rows.iter().map(|row| row.cells.join(" ")).collect();
            cells.join(" ")
        }
    }
}

fn starts_with_count(text: &str) -> bool {
    text.split_once(' ')
        .is_some_and(|(count, _)| count.parse::<usize>().is_ok())
}

/// A paragraph of other texts.
fn fresh(random: &mut Random, pool: &[String]) -> String {
    let one = random.pick(pool).cloned().unwrap_or_default();
    let other = random.pick(pool).cloned().unwrap_or_default();
    format!("{one} {other}")
}

/// Three to eight words of other texts.
fn short(random: &mut Random, pool: &[String]) -> String {
    let sentence = random.pick(pool).cloned().unwrap_or_default();
    let words: Vec<&str> = sentence.split_whitespace().collect();
    let length = 3 + random.below(6);
    let start = random.below(words.len().saturating_sub(length) + 1);
    let end = (start + length).min(words.len());
    words[start..end]
        .join(" ")
        .replace(['|', '*', '[', ']', '(', ')', '_', '`'], "")
}

/// Replaces one to three separate words by others. Gives the text and how many words changed.
fn replace_words(text: &str, random: &mut Random, pool: &[String]) -> Option<(String, usize)> {
    let mut text = text.to_owned();
    let mut changed = 0;
    for _ in 0..=random.below(3) {
        if let Some((with, words)) = replace_one(&text, random, pool) {
            text = with;
            changed += words;
        }
    }
    (changed > 0).then_some((text, changed))
}

/// Replaces one word by another that the text has not.
fn replace_one(text: &str, random: &mut Random, pool: &[String]) -> Option<(String, usize)> {
    let words: Vec<&str> = text.split(' ').collect();
    let is_plain = |word: &&str| word.len() >= 3 && word.chars().all(char::is_alphabetic);
    let places: Vec<usize> = (0..words.len())
        .filter(|&at| is_plain(&words[at]))
        .collect();
    let &at = random.pick(&places)?;
    let sentence = random.pick(pool)?;
    let others: Vec<&str> = sentence
        .split(' ')
        .filter(is_plain)
        .filter(|other| !words.contains(other))
        .collect();
    let other = random.pick(&others)?;
    let mut words = words.clone();
    words[at] = other;
    Some((words.join(" "), 2))
}
