//! Which columns of two tables are each other's counterparts, as far as that was found out.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use super::index::Id;

/// The columns of both tables in one order: the number of each on its side.
pub(super) type Columns = Vec<(Option<usize>, Option<usize>)>;

/// The columns of tables, found out once, however many of their rows ask.
#[derive(Default)]
pub(super) struct KnownColumns(RefCell<HashMap<(Id, Id), Rc<Columns>>>);

impl KnownColumns {
    /// Those of two tables.
    pub fn of(&self, tables: (Id, Id), find: impl FnOnce() -> Columns) -> Rc<Columns> {
        let mut known = self.0.borrow_mut();
        let columns = known.entry(tables).or_insert_with(|| Rc::new(find()));
        Rc::clone(columns)
    }
}
