//! The hard cases of comparing prose, each as it should read: a folder of `tests/comparison_cases` with
//! the old and the new text in two languages and what is said of them.

use std::path::{Path, PathBuf};

use crate::comparison_support::{Text, claims, language};
use canllaw::diff::html::Label;
use canllaw::diff::terminal::{self, Layout};
use canllaw::diff::{self, Flag};

#[test]
fn each_hard_case_reads_as_it_should() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/comparison_cases");
    let mut cases: Vec<PathBuf> = std::fs::read_dir(&folder)
        .expect("the folder of cases")
        .map(|entry| entry.expect("a case").path())
        .collect();
    cases.sort();
    assert!(cases.len() >= 10, "{} cases", cases.len());
    let mut wrong = Vec::new();
    for case in &cases {
        for code in ["en", "cy"] {
            let read = |name: &str| {
                let path = case.join(format!("{name}.{code}.md"));
                let written = std::fs::read_to_string(&path);
                Text::new(
                    &path.display().to_string(),
                    &written.expect("a text of the case"),
                )
            };
            let (old, new) = (read("old"), read("new"));
            let said = said(&old, &new, code);
            let expected = case.join(format!("expected.{code}.txt"));
            let expected = std::fs::read_to_string(&expected).unwrap_or_default();
            if said != expected {
                wrong.push(format!("{} {code}:\n{said}", case.display()));
            }
            for (old, new) in [(&old, &new), (&new, &old)] {
                let faults = claims::faults(&old.tree, &new.tree, &language(code));
                wrong.extend(faults);
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The changes as a terminal shows them, in the model's own words, and the flags after them.
fn said(old: &Text, new: &Text, code: &str) -> String {
    let comparison = diff::compare(&old.tree, &new.tree, &language(code));
    let labels = |label: &Label<'_>| match label {
        Label::Kind(kind, node) => format!("{} {node:?}", kind.name()),
        Label::OtherLevel => "at another level".to_owned(),
        Label::MovedHere { from: None } => "moved".to_owned(),
        Label::MovedHere { from: Some(from) } => format!("moved from {from}"),
        Label::Attribute(change) => format!(
            "{:?} {} → {}",
            change.name,
            change.old.as_deref().unwrap_or("-"),
            change.new.as_deref().unwrap_or("-")
        ),
        other => format!("{other:?}"),
    };
    let layout = Layout {
        width: 100,
        colour: false,
    };
    let mut said = terminal::write(&comparison, &old.source, &new.source, &labels, layout);
    let flags: Vec<&[Flag]> = comparison
        .changes
        .iter()
        .map(|change| change.flags.as_slice())
        .collect();
    if flags.iter().any(|flags| !flags.is_empty()) {
        said += &format!("\nflags: {flags:?}\n");
    }
    for note in &comparison.notes {
        said += &format!("note: {:?}\n", note.what);
    }
    said
}
