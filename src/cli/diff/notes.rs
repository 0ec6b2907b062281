//! The notes of a comparison in words.

use crate::diff::{Note, Remark};

/// What a note says.
pub(super) fn message(note: &Note) -> String {
    match &note.what {
        Remark::CountMismatch { stated, found } => {
            format!("the heading says {stated}, and its list has {found}")
        }
        Remark::Typography { places } => {
            format!("straight and curly quotes were exchanged, and nothing else: {places}")
        }
        Remark::StaleReference { reference, now } => {
            format!("`{reference}` was renumbered, and is {now} now")
        }
        Remark::Coarse => "this part is too large to be aligned in every detail".to_owned(),
    }
}
