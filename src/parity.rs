//! The texts of a version against each other.
//!
//! The languages of a version should say the same. Here is how that is held to account:
//!
//! 1. [`evidence`] gathers what a block shows whatever its language: its kind, length, numbers,
//!    links, images, ids, names;
//! 2. [`likeness`] weighs two blocks' evidence against each other;
//! 3. [`alignment`] finds the best pairing that keeps the order of both texts, so that a block which
//!    one side lacks stays alone and the blocks after it stay paired;
//! 4. [`meeting`] brings two texts together with it, at every depth: blocks, items, rows, cells;
//!    [`rows`] does so for any number of languages side by side;
//! 5. [`compare`] says what differs between blocks that met: their shape, and what they state and
//!    lead to ([`facts`], [`addresses`], [`labels`]);
//! 6. [`difference`] says it to the people who mend it.
//!
//! Words are no common ground between languages; structure, numbers, names and addresses are.

mod addresses;
mod alignment;
mod compare;
mod difference;
mod evidence;
mod facts;
mod labels;
mod likeness;
mod meeting;
mod rows;
mod text;

pub use compare::compare;
pub use difference::{Aspect, Difference, Spot};
pub use meeting::pairs;
pub use rows::{Row, align};
pub use text::Text;
