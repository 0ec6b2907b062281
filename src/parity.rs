//! The texts of a version against each other.
//!
//! The languages of a version should say the same. Here is how that is held to account:
//!
//! 1. [`evidence`] gathers what a block shows whatever its language: its kind, length, numbers,
//!    links, images, ids, names;
//! 2. [`likeness`] weighs two blocks' evidence against each other;
//! 3. [`alignment`] finds the best pairing that keeps the order of both texts, so that a block which
//!    one side lacks stays alone and the blocks after it stay paired;
//! 4. [`align`] makes rows of it, for any number of languages, and [`pairs`] goes down into lists,
//!    tables and quotes.
//!
//! Words are no common ground between languages; structure, numbers, names and addresses are.

mod alignment;
mod evidence;
mod likeness;
mod rows;

pub use rows::{Row, align, pairs};
