//! The labels of a comparison, in words of the theme.

use super::Wording;
use super::wording::Value;
use crate::diff::html::{Label, Labels};
use crate::diff::{Attribute, AttributeChange, Kind};
use crate::language::LanguageCode;

/// Says the labels of a comparison in a language.
pub struct ThemeLabels<'a> {
    /// The words of the interface.
    pub wording: &'a dyn Wording,
    /// The language of the labels.
    pub language: &'a LanguageCode,
}

impl Labels for ThemeLabels<'_> {
    fn label(&self, label: &Label<'_>) -> String {
        match label {
            Label::Kind(kind, _) => self.text(kind_key(*kind)),
            Label::MovedHere { from } => self.with_heading("diff-moved-from", *from),
            Label::MovedAway { to } => self.with_heading("diff-moved-to", *to),
            Label::Attribute(change) => self.attribute(change),
            Label::DeletionStart => self.text("diff-start-removed"),
            Label::DeletionEnd => self.text("diff-end-removed"),
            Label::InsertionStart => self.text("diff-start-added"),
            Label::InsertionEnd => self.text("diff-end-added"),
        }
    }
}

impl ThemeLabels<'_> {
    fn text(&self, key: &str) -> String {
        self.wording.text(self.language, key, &[])
    }

    fn with_heading(&self, key: &str, heading: Option<&str>) -> String {
        match heading {
            Some(heading) => self.labelled(&self.text(key), heading),
            None => self.text(key),
        }
    }

    fn labelled(&self, label: &str, value: &str) -> String {
        format!("{label}{}{value}", self.text("label-separator"))
    }

    /// What changed, with its old and its new value as written.
    fn attribute(&self, change: &AttributeChange) -> String {
        let none = self.text("diff-none");
        let value = |value: &Option<String>| {
            value
                .clone()
                .filter(|value| !value.is_empty())
                .unwrap_or_else(|| none.clone())
        };
        let (old, new) = (value(&change.old), value(&change.new));
        match change.name {
            Attribute::Link => self.with_values("diff-relinked", &old, &new),
            Attribute::Level => self.with_values("diff-relevelled", &old, &new),
            Attribute::Image => self.plain("diff-image", &old, &new),
            Attribute::Title => self.plain("diff-title", &old, &new),
            Attribute::Formatting => self.plain("diff-restyled", &old, &new),
            Attribute::LineBreak => self.plain("diff-line-break", &old, &new),
            Attribute::Type => self.plain("diff-retyped", &old, &new),
            Attribute::CodeLanguage => self.plain("diff-code-language", &old, &new),
            Attribute::Alignment => self.plain("diff-alignment", &old, &new),
            Attribute::Html => self.plain("diff-html", &old, &new),
            Attribute::Number => self.plain("diff-renumbered", &old, &new),
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

fn kind_key(kind: Kind) -> &'static str {
    match kind {
        Kind::Added => "diff-added",
        Kind::Removed => "diff-removed",
        Kind::Moved => "diff-moved",
        Kind::Split => "diff-split",
        Kind::Joined => "diff-joined",
        Kind::Retyped => "diff-retyped",
        Kind::Changed => "diff-changed",
        // Those below come with their values, as attributes.
        Kind::Relevelled | Kind::Relinked | Kind::Restyled => "diff-changed",
        Kind::Renumbered => "diff-renumbered",
    }
}
