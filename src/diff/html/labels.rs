//! What a comparison's page says beside the text: whole strings, in the page's language.

use crate::diff::model::{AttributeChange, Flag, Kind, Node};

/// One thing to be said. Each is worded as a whole: nothing is put together from parts of sentences.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Label<'a> {
    /// What happened to a part of the text: "Added", "Split". Of [`Kind::Moved`], see
    /// [`Label::MovedHere`]; formatting, targets, levels and numbers come as
    /// [`Label::Attribute`].
    Kind(Kind, Node),
    /// Stands at the new place of a move: "Moved here from …".
    MovedHere {
        /// The heading that it stood under, where that is another than now.
        from: Option<&'a str>,
    },
    /// Stands at the old place of a move: "Moved from here to …".
    MovedAway {
        /// The heading that it stands under now, where that is another than before.
        to: Option<&'a str>,
    },
    /// What changed that is not words, with its old and new value: "Link changed from … to …".
    Attribute(&'a AttributeChange),
    /// Before words that went, for those who hear the page.
    DeletionStart,
    /// After words that went.
    DeletionEnd,
    /// Before words that came.
    InsertionStart,
    /// After words that came.
    InsertionEnd,
    /// Stands for the description of a picture that has none.
    NoDescription,
    /// Names the link to the change before.
    PreviousChange,
    /// Names the link to the change after.
    NextChange,
}

/// Says labels in a language.
pub trait Labels {
    /// The text of a label, plain.
    fn label(&self, label: &Label<'_>) -> String;

    /// What a flag is called beside its change; nothing where flags are not shown.
    fn flag(&self, _flag: Flag) -> Option<String> {
        None
    }
}

impl<F: Fn(&Label<'_>) -> String> Labels for F {
    fn label(&self, label: &Label<'_>) -> String {
        self(label)
    }
}
