//! References to footnotes lead to one, and each footnote has a reference.

use super::owner::Holder;
use crate::diagnostic::{Code, Diagnostic, Severity, nearest};
use crate::model::{LoneFootnote, Version};
use crate::source::{Root, Source};

/// What is wrong with the footnotes of a text. The facts of a text keep no lines: it is read again where there is
/// something to say.
pub(super) fn check(root: &Root, holder: Holder<'_>) -> Vec<Diagnostic> {
    let text = holder.text;
    if text.lone_footnotes.is_empty() {
        return Vec::new();
    }
    let source = root.read_text(&text.path);
    let source = source.unwrap_or_else(|_| Source::new(&text.path, ""));
    let is_sealed = holder.version.is_some_and(Version::is_sealed);
    let finding = |one: &LoneFootnote| {
        let meant = meant(one, &text.lone_footnotes);
        let (message, help) = match one.is_reference {
            true => without_footnote(one, meant),
            false => without_reference(one),
        };
        let place = source.place(one.span.clone());
        let found = Diagnostic::new(Code::BrokenAnchor, place, message).help(help);
        // What is sealed cannot be mended; a footnote that nothing refers to is shown, at the end; and `[^a-z]` may be
        // meant as it is typed.
        match is_sealed || meant.is_none() {
            true => found.severity(Severity::Warning),
            false => found,
        }
    };
    text.lone_footnotes.iter().map(finding).collect()
}

/// The label of a footnote that nothing refers to, where a reference is likely to mean it.
fn meant<'t>(one: &LoneFootnote, all: &'t [LoneFootnote]) -> Option<&'t str> {
    let unused = all.iter().filter(|other| !other.is_reference);
    let labels = unused.map(|other| other.label.as_str());
    one.is_reference
        .then(|| nearest(&one.label, labels))
        .flatten()
}

fn without_footnote(one: &LoneFootnote, meant: Option<&str>) -> (String, String) {
    let label = &one.label;
    let message = format!(
        "`[^{label}]` leads to nothing: the text has no footnote of that name, and readers see it as it is typed"
    );
    let help = match meant {
        Some(meant) => format!("Did you mean `[^{meant}]`?"),
        None => format!(
            "Write the footnote, on a line of its own: `[^{label}]: …`. If no footnote is meant, put a backslash before the bracket."
        ),
    };
    (message, help)
}

fn without_reference(one: &LoneFootnote) -> (String, String) {
    let label = &one.label;
    let message = format!("nothing refers to the footnote `[^{label}]`");
    let help = format!("Write `[^{label}]` where it is meant, or remove the footnote.");
    (message, help)
}
