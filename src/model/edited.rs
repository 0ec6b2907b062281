//! What of a published version is no longer as it was, as readers are told.

use super::content_path::is_text_name;
use super::seal::{Edit, SealedPart};

/// What was edited of a published version.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum EditedPart {
    /// A text, or nobody knows what.
    Text,
    /// The files beside its texts.
    Files,
    /// What is stated of it: its dates, its approval, the note on the change.
    Statement,
}

impl EditedPart {
    /// What weighs most of what was edited.
    pub fn of<'e>(
        edits: impl IntoIterator<Item = &'e (Option<SealedPart>, Edit)>,
    ) -> Option<EditedPart> {
        let parts = edits.into_iter().map(|(part, _)| match part {
            None => EditedPart::Text,
            Some(SealedPart::File(name)) if is_text_name(name) => EditedPart::Text,
            Some(SealedPart::File(_)) => EditedPart::Files,
            Some(SealedPart::Dates | SealedPart::Approval | SealedPart::Note) => {
                EditedPart::Statement
            }
        });
        parts.min()
    }
}
