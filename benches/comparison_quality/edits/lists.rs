//! Edits of lists and their items.

use canllaw::diff::{Kind, Node};

use super::{Edited, Operation, replace_one, short, truth};
use crate::random::Random;
use crate::text::{Line, Part, Unit, count_words, sentences};

impl Edited {
    pub(super) fn lists(&self) -> Vec<usize> {
        self.units(|part| matches!(part, Part::List { items, .. } if items.len() >= 3))
    }

    pub(super) fn list_insert(&mut self, random: &mut Random, pool: &[String]) {
        let Some(&at) = random.pick(&self.lists()) else {
            return;
        };
        let text = short(random, pool);
        let line = self.new.line(&text);
        let id = line.id;
        if let Part::List { items, .. } = &mut self.new.units[at].part {
            items.insert(random.below(items.len() + 1), line);
        }
        self.tell(truth(
            Operation::ListInsert,
            &[Kind::Added],
            Node::ListItem,
            (vec![], vec![id]),
            count_words(&text),
        ));
    }

    pub(super) fn item_at(&mut self, random: &mut Random) -> Option<(usize, usize)> {
        let lists = self.lists();
        let &at = random.pick(&lists)?;
        let Part::List { items, .. } = &self.new.units[at].part else {
            return None;
        };
        let free: Vec<usize> = (0..items.len())
            .filter(|&item| self.is_free(items[item].id))
            .collect();
        random.pick(&free).map(|&item| (at, item))
    }

    pub(super) fn items(&mut self, at: usize) -> &mut Vec<Line> {
        match &mut self.new.units[at].part {
            Part::List { items, .. } => items,
            _ => unreachable!("the place of a list"),
        }
    }

    pub(super) fn list_delete(&mut self, random: &mut Random) {
        let Some((at, item)) = self.item_at(random) else {
            return;
        };
        let line = self.items(at).remove(item);
        self.tell(truth(
            Operation::ListDelete,
            &[Kind::Removed],
            Node::ListItem,
            (vec![line.id], vec![]),
            count_words(&line.text),
        ));
    }

    pub(super) fn list_move(&mut self, random: &mut Random) {
        let Some((at, item)) = self.item_at(random) else {
            return;
        };
        let length = self.items(at).len();
        let places: Vec<usize> = (0..length).filter(|to| to.abs_diff(item) >= 2).collect();
        let Some(&to) = random.pick(&places) else {
            return;
        };
        let line = self.items(at).remove(item);
        let id = line.id;
        let all_free = self
            .items(at)
            .clone()
            .iter()
            .all(|line| self.is_free(line.id));
        if count_words(&line.text) < 4 || !all_free {
            self.items(at).insert(item, line);
            return;
        }
        self.items(at).insert(to, line);
        // Which of two items moved could not be told.
        let list = self.new.units[at].id;
        self.touched.push(list);
        self.tell(truth(
            Operation::ListMove,
            &[Kind::Moved],
            Node::ListItem,
            (vec![id], vec![id]),
            0,
        ));
    }

    pub(super) fn item_words(&mut self, random: &mut Random, pool: &[String]) {
        let Some((at, item)) = self.item_at(random) else {
            return;
        };
        let line = self.items(at)[item].clone();
        if line.text.contains('[') || count_words(&line.text) < 5 {
            return;
        }
        let Some((text, words)) = replace_one(&line.text, random, pool) else {
            return;
        };
        self.items(at)[item].text = text;
        self.tell(truth(
            Operation::ItemWords,
            &[Kind::Changed],
            Node::ListItem,
            (vec![line.id], vec![line.id]),
            words,
        ));
    }

    pub(super) fn make_list(&mut self, random: &mut Random) {
        let places: Vec<usize> = self
            .paragraphs(14)
            .into_iter()
            .filter(|&at| sentences(self.paragraph(at)).len() >= 2)
            // Beside a list it would be part of it.
            .filter(|&at| {
                let is_list = |at: usize| {
                    matches!(
                        self.new.units.get(at).map(|unit| &unit.part),
                        Some(Part::List { .. })
                    )
                };
                !is_list(at + 1) && (at == 0 || !is_list(at - 1))
            })
            .collect();
        let Some(&at) = random.pick(&places) else {
            return;
        };
        let old = self.new.units[at].id;
        let sentences = sentences(self.paragraph(at));
        let items = sentences.iter().map(|one| self.new.line(one)).collect();
        let id = self.new.new_id();
        self.new.units[at] = Unit {
            id,
            part: Part::List {
                ordered: false,
                items,
            },
        };
        self.tell(truth(
            Operation::ToList,
            &[Kind::Retyped],
            Node::List,
            (vec![old], vec![id]),
            0,
        ));
    }
}
