//! The texts of a version against each other.
//!
//! The languages of a version should say the same. Here is how that is held to account:
//!
//! 1. [`evidence`] gathers what a block shows whatever its language: its kind, length, and the [`signs`]
//!    that a translation keeps: numbers, links, images, ids, names;
//! 2. [`likeness`] weighs two blocks' evidence against each other, with what their [`shared_signs`] say;
//! 3. [`alignment`] finds the best pairing that keeps the order of both texts, so that a block which
//!    one side lacks stays alone and the blocks after it stay paired;
//! 4. [`meeting`] brings two texts together with it, at every depth: blocks, items, rows, cells;
//!    [`rows`] does so for any number of languages side by side, and [`gathered`] for both with one look;
//! 5. [`mod@compare`] says what differs between blocks that met: their shape, and what they state and
//!    lead to ([`facts`], [`addresses`], [`labels`]), and whether each is in its own language
//!    ([`wrong_language`]);
//! 6. [`declared`] takes out what a text declares to differ, with the reason;
//! 7. [`difference`] says the rest to the people who mend it;
//! 8. [`stated`] does the same for a few plain words, such as a note in a YAML file;
//! 9. [`changes`] finds what changed in one language alone since the version before.
//!
//! Words are no common ground between languages; structure, numbers, names and addresses are.

mod addresses;
mod alignment;
mod changes;
mod compare;
mod declared;
mod difference;
mod evidence;
mod facts;
mod gathered;
mod labels;
mod likeness;
mod meeting;
mod order;
mod references;
mod rows;
mod shared_signs;
mod signs;
mod stated;
mod text;
mod wrong_language;

pub use changes::{LoneChange, Revision, lone_changes};
pub use compare::{Outcome, compare};
pub use declared::{Declared, declare_nothing};
pub use difference::{Aspect, Difference, Side, Spot};
pub use gathered::Gathered;
pub use meeting::pairs;
pub use rows::Row;
pub use stated::{Unlike, stated_otherwise};
pub use text::Text;
pub use wrong_language::seems_to_be_in;
