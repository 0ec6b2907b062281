//! The YAML files of a site: as written → as meant.
//!
//! 1. [`yaml`] reads a file into a tree in which every key and value knows where it stands.
//! 2. `decode` reads that tree key by key and collects every fault that it has: a key that is not
//!    known, one given twice, a value of the wrong kind.
//! 3. [`site`], [`section`], [`document`], [`version`] and [`front_matter`] say which keys each file
//!    has and what they mean.
//!
//! The rest of the program sees what is meant, never YAML. What is read of a file with faults is
//! usable, so that a run goes on and reports the faults of every other file too.

mod approved;
mod by_language;
mod checks;
mod counterparts;
mod dates;
mod decode;
pub mod document;
pub mod front_matter;
mod keys;
mod located;
mod look;
mod rules;
pub mod section;
pub mod site;
#[cfg(test)]
mod tests;
pub mod version;
pub mod yaml;

pub use approved::Approved;
pub use by_language::{ByLanguage, Localised};
pub use checks::Checks;
pub use counterparts::Counterparts;
pub use dates::{EffectiveFrom, ReviewEvery, parse_date};
pub use located::Located;
pub use look::{Colour, Look, Palette};
pub use rules::{ChangeKind, Comparisons, ParityRule, RawHtmlRule, SearchRule, Status, Term};
