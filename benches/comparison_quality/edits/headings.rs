//! Edits of headings.

use canllaw::diff::{Kind, Node};

use super::{Edited, Operation, replace_one, short, starts_with_count, truth};
use crate::random::Random;
use crate::text::{Part, count_words};

impl Edited {
    pub(super) fn headings(&self, holds: impl Fn(&str) -> bool) -> Vec<usize> {
        self.units(|part| matches!(part, Part::Heading { text, .. } if holds(text)))
    }

    pub(super) fn heading_words(&mut self, random: &mut Random, pool: &[String]) {
        let places = self.headings(|text| count_words(text) >= 2 && !starts_with_count(text));
        let Some(&at) = random.pick(&places) else {
            return;
        };
        let id = self.new.units[at].id;
        let mut words = 0;
        if let Part::Heading { text, .. } = &mut self.new.units[at].part
            && let Some((with, changed)) = replace_one(text, random, pool)
        {
            *text = with;
            words = changed;
        }
        if words > 0 {
            self.tell(truth(
                Operation::HeadingWords,
                &[Kind::Changed],
                Node::Heading,
                (vec![id], vec![id]),
                words,
            ));
        }
    }

    /// An item more, and the heading that counts says so.
    pub(super) fn heading_count(&mut self, random: &mut Random, pool: &[String]) {
        let headings = self.headings(starts_with_count);
        let Some(&at) = random.pick(&headings) else {
            return;
        };
        let list = (at + 1..self.new.units.len().min(at + 4)).find(|&near| {
            matches!(self.new.units[near].part, Part::List { .. })
                && self.is_free(self.new.units[near].id)
        });
        let Some(list) = list else { return };
        let heading = self.new.units[at].id;
        if let Part::Heading { text, .. } = &mut self.new.units[at].part {
            let (count, rest) = text.split_once(' ').unwrap_or_default();
            let count: usize = count.parse().unwrap_or_default();
            *text = format!("{} {rest}", count + 1);
        }
        let text = short(random, pool);
        let line = self.new.line(&text);
        let id = line.id;
        self.items(list).push(line);
        self.tell(truth(
            Operation::HeadingCount,
            &[Kind::Changed],
            Node::Heading,
            (vec![heading], vec![heading]),
            2,
        ));
        self.tell(truth(
            Operation::HeadingCount,
            &[Kind::Added],
            Node::ListItem,
            (vec![], vec![id]),
            count_words(&text),
        ));
    }

    pub(super) fn heading_level(&mut self, random: &mut Random) {
        let places = self.headings(|_| true);
        let Some(&at) = random.pick(&places) else {
            return;
        };
        if at == 0 {
            return;
        }
        let id = self.new.units[at].id;
        if let Part::Heading { level, .. } = &mut self.new.units[at].part {
            *level = if *level >= 5 { *level - 1 } else { *level + 1 };
        }
        self.tell(truth(
            Operation::HeadingLevel,
            &[Kind::Relevelled],
            Node::Heading,
            (vec![id], vec![id]),
            0,
        ));
    }
}
