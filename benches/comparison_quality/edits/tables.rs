//! Edits of tables: cells, rows, columns.

use canllaw::diff::{Kind, Node};

use super::{Edited, Operation, short, truth};
use crate::random::Random;
use crate::text::{Id, Part, Row, count_words};

impl Edited {
    pub(super) fn table_at(&mut self, random: &mut Random) -> Option<usize> {
        let tables = self.units(|part| matches!(part, Part::Table { rows } if rows.len() >= 3));
        random.pick(&tables).copied()
    }

    /// A table of which no row was edited yet; none will be.
    pub(super) fn whole_table_at(&mut self, random: &mut Random) -> Option<usize> {
        let at = self.table_at(random)?;
        let ids: Vec<Id> = self.rows(at).iter().map(|row| row.id).collect();
        let is_free = ids.iter().all(|&id| self.is_free(id));
        is_free.then(|| self.touched.push(self.new.units[at].id));
        is_free.then_some(at)
    }

    pub(super) fn rows(&mut self, at: usize) -> &mut Vec<Row> {
        match &mut self.new.units[at].part {
            Part::Table { rows } => rows,
            _ => unreachable!("the place of a table"),
        }
    }

    pub(super) fn cell(&mut self, random: &mut Random, pool: &[String]) {
        let Some(at) = self.table_at(random) else {
            return;
        };
        let rows = self.rows(at);
        let row = 1 + random.below(rows.len() - 1);
        let id = rows[row].id;
        if !self.is_free(id) {
            return;
        }
        let cells = &mut self.rows(at)[row].cells;
        let column = random.below(cells.len());
        let old = cells[column].clone();
        cells[column] = short(random, pool);
        let words = count_words(&old) + count_words(&cells[column]);
        self.tell(truth(
            Operation::Cell,
            &[Kind::Changed],
            Node::TableCell,
            (vec![id], vec![id]),
            words,
        ));
    }

    pub(super) fn row_insert(&mut self, random: &mut Random, pool: &[String]) {
        let Some(at) = self.table_at(random) else {
            return;
        };
        let id = self.new.new_id();
        let width = self.rows(at)[0].cells.len();
        let cells: Vec<String> = (0..width).map(|_| short(random, pool)).collect();
        let words = cells.iter().map(|cell| count_words(cell)).sum();
        let rows = self.rows(at);
        let place = 1 + random.below(rows.len());
        rows.insert(place, Row { id, cells });
        self.tell(truth(
            Operation::RowInsert,
            &[Kind::Added],
            Node::TableRow,
            (vec![], vec![id]),
            words,
        ));
    }

    pub(super) fn row_delete(&mut self, random: &mut Random) {
        let Some(at) = self.table_at(random) else {
            return;
        };
        let rows = self.rows(at);
        let row = 1 + random.below(rows.len() - 1);
        let id = rows[row].id;
        if !self.is_free(id) {
            return;
        }
        let row = self.rows(at).remove(row);
        let words = row.cells.iter().map(|cell| count_words(cell)).sum();
        self.tell(truth(
            Operation::RowDelete,
            &[Kind::Removed],
            Node::TableRow,
            (vec![row.id], vec![]),
            words,
        ));
    }

    pub(super) fn column_insert(&mut self, random: &mut Random, pool: &[String]) {
        let Some(at) = self.whole_table_at(random) else {
            return;
        };
        let id = self.new.units[at].id;
        let width = self.rows(at)[0].cells.len();
        let place = random.below(width + 1);
        let mut words = 0;
        for row in self.rows(at).iter_mut() {
            let cell = short(random, pool);
            words += count_words(&cell);
            row.cells.insert(place, cell);
        }
        self.tell(truth(
            Operation::ColumnInsert,
            &[Kind::Added],
            Node::TableColumn,
            (vec![], vec![id]),
            words,
        ));
    }

    pub(super) fn column_delete(&mut self, random: &mut Random) {
        let Some(at) = self.whole_table_at(random) else {
            return;
        };
        let id = self.new.units[at].id;
        let width = self.rows(at)[0].cells.len();
        if width < 3 {
            return;
        }
        let place = random.below(width);
        let mut words = 0;
        for row in self.rows(at).iter_mut() {
            words += count_words(&row.cells.remove(place));
        }
        self.tell(truth(
            Operation::ColumnDelete,
            &[Kind::Removed],
            Node::TableColumn,
            (vec![id], vec![]),
            words,
        ));
    }
}
