//! Texts for translators, and back: XLIFF 1.2, which translation tools read.
//!
//! 1. [`units`] takes a text apart: a unit for each block of words, what is no word (emphasis, where links
//!    lead) kept as codes that tools leave alone.
//! 2. [`document()`] puts two languages of a version side by side, with what the version before had.
//! 3. [`write()`] makes the file; it holds the whole source text, so that nothing else is needed to come
//!    back. [`read()`] reads it.
//! 4. [`rebuild()`] makes a text of it: the source text, each unit in the place of its block, with what the
//!    translation's [`front_matter`] and [`link_titles`] have of their own; and says where [`codes`] are
//!    not those of the source, or the [`structure`] is another.

mod codes;
mod document;
mod front_matter;
mod link_titles;
mod read;
mod rebuild;
mod replaced;
mod structure;
mod units;
mod write;

pub use codes::Miscounted;
pub use document::{Document, Match, Side, State, Unit, document};
pub use read::{Exchanged, ReadError, ReadFault, Target, read};
pub use rebuild::{Doubtful, Rebuilt, Restructured, rebuild};
pub use structure::OtherBlock;
pub use units::{Piece, Place, raw};
pub use write::{CannotWrite, write};
