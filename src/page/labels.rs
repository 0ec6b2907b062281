//! The labels of a comparison, in words of the theme.

use super::wording::{Value, Wording};
use crate::diff::html::{Label, Labels};
use crate::diff::{
    Attribute, AttributeChange, Comparison, Flag, Format, FormatChange, Kind, Node, Note, Remark,
};
use crate::language::LanguageCode;
use crate::model::FileChange;

/// Says the labels of a comparison in a language.
pub struct ThemeLabels<'a> {
    /// The words of the interface.
    wording: &'a dyn Wording,
    /// The language of the labels.
    language: &'a LanguageCode,
}

impl Labels for ThemeLabels<'_> {
    fn label(&self, label: &Label<'_>) -> String {
        match label {
            Label::Kind(kind, node) => self.text(kind_key(*kind, *node)),
            Label::OtherLevel => self.text("diff-other-level"),
            Label::MovedHere { from: None } => self.text("diff-moved-here"),
            Label::MovedHere { from: Some(from) } => {
                self.labelled(&self.text("diff-moved-here-from"), from)
            }
            Label::MovedAway { to: None } => self.text("diff-moved-away"),
            Label::MovedAway { to: Some(to) } => {
                self.labelled(&self.text("diff-moved-away-to"), to)
            }
            Label::Attribute(change) => self.attribute(change),
            Label::DeletionStart => self.text("diff-start-removed"),
            Label::DeletionEnd => self.text("diff-end-removed"),
            Label::InsertionStart => self.text("diff-start-added"),
            Label::InsertionEnd => self.text("diff-end-added"),
            Label::NoDescription => self.text("diff-no-description"),
            Label::PreviousChange => self.text("change-previous"),
            Label::NextChange => self.text("change-next"),
        }
    }

    fn flag(&self, flag: Flag) -> Option<String> {
        Some(self.text(&format!("flag-{}", flag.name())))
    }
}

impl<'a> ThemeLabels<'a> {
    /// The labels of a language.
    pub fn new(wording: &'a dyn Wording, language: &'a LanguageCode) -> Self {
        ThemeLabels { wording, language }
    }

    /// How many changes there are, in all and of the kinds that there are.
    pub fn counts(&self, comparison: &Comparison<'_>) -> Vec<String> {
        let counts = &comparison.counts;
        let kinds = counts.of_kinds().into_iter();
        let kinds = kinds.map(|(kind, count)| (format!("count-{}", kind.name()), count));
        let words = [
            ("count-words-added".to_owned(), counts.words_added),
            ("count-words-removed".to_owned(), counts.words_removed),
        ];
        let all = ("count-changes".to_owned(), comparison.changes.len());
        let each = std::iter::once(all).chain(kinds).chain(words);
        let some = each.filter(|(_, count)| *count > 0);
        let text = |(key, count): (String, usize)| {
            let values = [("count", Value::Number(count))];
            self.wording.text(self.language, &key, &values)
        };
        some.map(text).collect()
    }

    /// What is said where nothing changed.
    pub fn no_changes(&self) -> String {
        self.text("no-changes")
    }

    /// What stands above the files that differ.
    pub fn files_changed(&self) -> String {
        self.text("files-changed")
    }

    /// What happened to a file: its kind is `added`, `removed` or `changed`.
    pub fn file(&self, change: &FileChange<'_>) -> String {
        self.text(&format!("diff-{}", change.kind()))
    }

    /// What a note says.
    pub fn note(&self, note: &Note) -> String {
        let with =
            |key: &str, values: &[(&str, Value<'_>)]| self.wording.text(self.language, key, values);
        match &note.what {
            Remark::CountMismatch { stated, found } => {
                let (stated, found) = (stated.to_string(), found.to_string());
                let values = [
                    ("stated", Value::Text(&stated)),
                    ("found", Value::Text(&found)),
                ];
                with("note-count-mismatch", &values)
            }
            Remark::Typography { places } => {
                with("note-typography", &[("count", Value::Number(*places))])
            }
            Remark::Composition { places } => {
                with("note-composition", &[("count", Value::Number(*places))])
            }
            Remark::StaleReference { reference, now } => {
                let values = [
                    ("reference", Value::Text(reference)),
                    ("now", Value::Text(now)),
                ];
                with("note-stale-reference", &values)
            }
            Remark::RemovedTarget { reference } => with(
                "note-removed-target",
                &[("reference", Value::Text(reference))],
            ),
            Remark::Displaced { words } => with(
                "note-displaced",
                &[("words", Value::Text(&shortened(words)))],
            ),
            Remark::OtherFootnote { old, new } => {
                let (old, new) = (shortened(old), shortened(new));
                let values = [("old", Value::Text(&old)), ("new", Value::Text(&new))];
                with("note-other-footnote", &values)
            }
            Remark::Coarse => self.text("note-coarse"),
        }
    }

    fn text(&self, key: &str) -> String {
        self.wording.text(self.language, key, &[])
    }

    fn labelled(&self, label: &str, value: &str) -> String {
        format!("{label}{}{value}", self.text("label-separator"))
    }

    /// What changed, with its old and its new value: as written, but for kinds of lists.
    fn attribute(&self, change: &AttributeChange) -> String {
        let values = || (self.value(&change.old), self.value(&change.new));
        let plain = |key: &str| {
            let (old, new) = values();
            self.plain(key, &old, &new)
        };
        match change.name {
            Attribute::Link => self.link(change),
            Attribute::Level => {
                let (old, new) = values();
                self.with_values("diff-relevelled", &old, &new)
            }
            Attribute::Image => plain("diff-image"),
            Attribute::Title => plain("diff-title"),
            Attribute::Formatting => {
                // Words are named as they are without the format: its marks are no reader's business.
                if let Some(format) = &change.format {
                    let label = self.text(format_key(format.change));
                    return self.labelled(&label, &shortened(&format.words));
                }
                let (old, new) = values();
                self.plain("diff-restyled", &shortened(&old), &shortened(&new))
            }
            Attribute::LineBreak if change.old.is_none() => self.text("diff-line-break-added"),
            Attribute::LineBreak => self.text("diff-line-break-removed"),
            Attribute::Type => {
                let [old, new] = [&change.old, &change.new].map(|marker| self.list(marker));
                self.plain("diff-retyped", &old, &new)
            }
            Attribute::CodeLanguage => plain("diff-code-language"),
            Attribute::Alignment => plain("diff-alignment"),
            Attribute::Html => {
                // Whoever reads policies does not read tags: a few show what is meant, many hide it.
                let (old, new) = values();
                let are_short = [&old, &new].iter().all(|html| is_short(html));
                if are_short {
                    self.plain("diff-html", &old, &new)
                } else {
                    self.text("diff-html")
                }
            }
            Attribute::Number => plain("diff-renumbered"),
        }
    }

    /// A value as written, or the word for there being none.
    fn value(&self, value: &Option<String>) -> String {
        let some = value.clone().filter(|value| !value.is_empty());
        some.unwrap_or_else(|| self.text("diff-none"))
    }

    fn link(&self, change: &AttributeChange) -> String {
        match (&change.old, &change.new) {
            (None, Some(new)) => self.labelled(&self.text("diff-link-added"), new),
            (Some(old), None) => self.labelled(&self.text("diff-link-removed"), old),
            (old, new) => self.with_values("diff-relinked", &self.value(old), &self.value(new)),
        }
    }

    /// The kind of a list, by the marker of its items.
    fn list(&self, marker: &Option<String>) -> String {
        match marker.as_deref() {
            Some("-") => self.text("diff-bullets"),
            Some("1.") => self.text("diff-numbers"),
            _ => self.value(marker),
        }
    }

    fn plain(&self, key: &str, old: &str, new: &str) -> String {
        self.labelled(&self.text(key), &format!("{old} → {new}"))
    }

    fn with_values(&self, key: &str, old: &str, new: &str) -> String {
        let values = [("old", Value::Text(old)), ("new", Value::Text(new))];
        self.wording.text(self.language, key, &values)
    }
}

/// How many characters of a formatted stretch its label keeps at the start, and at the end.
const STRETCH_ENDS: (usize, usize) = (28, 16);

/// A formatted stretch as its label has it: its ends, with the markers there.
fn shortened(stretch: &str) -> String {
    if is_short(stretch) {
        return stretch.to_owned();
    }
    let (start, end) = STRETCH_ENDS;
    let length = stretch.chars().count();
    let head: String = stretch.chars().take(start).collect();
    let tail: String = stretch.chars().skip(length - end).collect();
    let head = head.rfind(' ').map_or(head.as_str(), |at| &head[..at]);
    let tail = tail.find(' ').map_or(tail.as_str(), |at| &tail[at + 1..]);
    format!("{head} … {tail}")
}

/// Whether a label has room for the whole of a stretch.
fn is_short(stretch: &str) -> bool {
    let (start, end) = STRETCH_ENDS;
    stretch.chars().count() <= start + end + 8
}

fn format_key(change: FormatChange) -> &'static str {
    match change {
        FormatChange::Added(Format::Strong) => "diff-bold-added",
        FormatChange::Removed(Format::Strong) => "diff-bold-removed",
        FormatChange::Added(Format::Emphasis) => "diff-italics-added",
        FormatChange::Removed(Format::Emphasis) => "diff-italics-removed",
        FormatChange::Added(Format::Strikethrough) => "diff-strikethrough-added",
        FormatChange::Removed(Format::Strikethrough) => "diff-strikethrough-removed",
        FormatChange::Added(Format::Code) => "diff-code-added",
        FormatChange::Removed(Format::Code) => "diff-code-removed",
    }
}

/// What happened; of what took another form, which it has now.
fn kind_key(kind: Kind, node: Node) -> &'static str {
    match kind {
        Kind::Added => "diff-added",
        Kind::Removed => "diff-removed",
        Kind::Moved => "diff-moved",
        Kind::Split => "diff-split",
        Kind::Joined => "diff-joined",
        Kind::Retyped => match node {
            Node::Quote => "diff-retyped-quote",
            Node::List => "diff-retyped-list",
            Node::ListItem => "diff-retyped-item",
            Node::Paragraph => "diff-retyped-text",
            Node::Heading => "diff-retyped-heading",
            _ => "diff-retyped",
        },
        Kind::Changed => "diff-changed",
        // Those below come with their values, as attributes.
        Kind::Relevelled | Kind::Relinked | Kind::Restyled => "diff-changed",
        Kind::Renumbered => "diff-renumbered",
    }
}
