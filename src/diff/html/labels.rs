//! What a comparison's page says beside the text: whole strings, in the page's language.

use crate::diff::model::{AttributeChange, Change, Flag, Kind, Node};
use crate::markdown::escape;

/// One thing to be said. Each is worded as a whole: nothing is put together from parts of sentences.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Label<'a> {
    /// What happened to a part of the text: "Added", "Split". Of [`Kind::Moved`], see
    /// [`Label::MovedHere`]; formatting, targets, levels and numbers come as
    /// [`Label::Attribute`].
    Kind(Kind, Node),
    /// Of items that stay items: some were set under another, or out of it.
    OtherLevel,
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

impl Label<'_> {
    /// That of one of a change's kinds.
    pub(in crate::diff) fn of_kind(kind: Kind, change: &Change) -> Self {
        match kind {
            Kind::Retyped if change.stays_items => Label::OtherLevel,
            kind => Label::Kind(kind, change.node),
        }
    }
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

/// What is said beside many changes of a page, as HTML: worded once for all of them.
pub(super) struct Repeated {
    /// Around words that went, for those who hear the page: before them, and after.
    pub deletion: [String; 2],
    /// The same around words that came.
    pub insertion: [String; 2],
    /// The ends of the links to the change before and to the one after, from their names on.
    pub steps: [String; 2],
}

impl Repeated {
    pub fn of(labels: &dyn Labels) -> Self {
        let hidden = |label| {
            let mut html = "<span class=\"visually-hidden\" data-aside> ".to_owned();
            escape::text(&mut html, &labels.label(&label));
            html + " </span>"
        };
        let step = |label, arrow| {
            let mut html = String::new();
            escape::attribute(&mut html, "aria-label", &labels.label(&label));
            html + ">" + arrow + "</a>"
        };
        Repeated {
            deletion: [Label::DeletionStart, Label::DeletionEnd].map(hidden),
            insertion: [Label::InsertionStart, Label::InsertionEnd].map(hidden),
            steps: [
                step(Label::PreviousChange, "↑"),
                step(Label::NextChange, "↓"),
            ],
        }
    }
}
