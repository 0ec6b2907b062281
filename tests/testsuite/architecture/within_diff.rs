//! The order of the modules within `diff`, the largest: each knows those above it alone.

use std::collections::BTreeSet;

use super::tokens::{Token, paths, without_tests};
use super::{File, file, files, product};

/// From top to bottom. Those of one line do one thing together, and may know each other.
const ORDER: &str = "
    anchors
    blocks
    fingerprint
    sequence
    sighting
    word_count
    kept
    model
    json
    code
    words
    rarity
    bags
    footnotes
    index
    columns
    reserved
    pieces
    passages
    quoting
    regrouping
    ordinals
    numbering
    references
    displaced
    other_footnotes
    vocabulary
    memory
    likeness
    headed
    flow
    edits
    attributes
    flags
    html_words
    proof
    notes
    align gap coarse
    titles
    containers
    entries table
    settle
    parted
    moves
    members
    changes
    origins
    mention
    html
    terminal
";

/// On which line of the order a module stands.
fn line_of(module: &str) -> Option<usize> {
    let mut lines = ORDER.trim().lines();
    lines.position(|line| line.split_whitespace().any(|name| name == module))
}

/// The module of `diff` that a file belongs to: `words` for `diff/words.rs` and for all in `diff/words/`. None for
/// other files, and for `diff.rs`, which joins them.
fn module_of(file: &File) -> Option<&str> {
    let rest = file.path.strip_prefix("diff/")?;
    let first = rest.split('/').next()?;
    Some(first.trim_end_matches(".rs"))
}

/// What a path leads to within `diff`, seen from a file of it.
fn leads_to(path: &[String], file: &File) -> Option<String> {
    let ups = path.iter().take_while(|part| *part == "super").count();
    match path.first()?.as_str() {
        "crate" if path.get(1)? == "diff" => path.get(2).cloned(),
        "super" if ups + 1 == file.depth() => path.get(ups).cloned(),
        _ => None,
    }
}

/// Each module that a file knows though it does not stand above its own, and each thing that it does not name by
/// its module.
fn wrong(file: &File) -> Vec<String> {
    let Some(own) = module_of(file) else {
        return Vec::new();
    };
    let Some(line) = line_of(own) else {
        return vec![format!(
            "src/{}: {own} has no place in the order",
            file.path
        )];
    };
    let named = paths(&without_tests(&file.tokens()));
    let targets: BTreeSet<String> = named
        .iter()
        .filter_map(|path| leads_to(path, file))
        .collect();
    let is_wrong = |target: &String| target != own && line_of(target).is_none_or(|at| at > line);
    let wrong = targets.into_iter().filter(is_wrong);
    wrong
        .map(|target| format!("src/{}: {own} must not know {target}", file.path))
        .collect()
}

#[test]
fn modules_of_diff_know_those_above_them_alone() {
    let found: Vec<String> = product(files("src")).iter().flat_map(wrong).collect();
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn the_order_has_the_modules_of_diff_and_no_others() {
    let files = files("src");
    let root = files.iter().find(|file| file.path == "diff.rs").unwrap();
    let tokens = root.tokens();
    let declared = tokens.windows(3).filter_map(|three| match three {
        [Token::Word(keyword), Token::Word(name), Token::Sign(';')] if keyword == "mod" => {
            Some(name.as_str())
        }
        _ => None,
    });
    let in_order: BTreeSet<&str> = ORDER.split_whitespace().collect();
    assert_eq!(in_order, declared.collect());
}

#[test]
fn a_module_that_knows_one_below_it_is_seen() {
    for (path, text) in [
        ("diff/words.rs", "use super::edits;"),
        ("diff/words/line.rs", "use super::super::edits::Matches;"),
        (
            "diff/words/line.rs",
            "use crate::diff::{edits::{self}, model::Point};",
        ),
        ("diff/html.rs", "use crate::diff::Change;"),
        ("diff/unheard_of.rs", ""),
    ] {
        assert_eq!(wrong(&file(path, text)).len(), 1, "{path}: {text}");
    }
    for (path, text) in [
        ("diff.rs", "use edits::Matches;"),
        ("page.rs", "use crate::diff::Change;"),
        (
            "diff/gap.rs",
            "use super::align::Aligner; use super::words;",
        ),
        ("diff/align.rs", "use super::gap;"),
        (
            "diff/words/line.rs",
            "use super::Token; use crate::diff::model::Point;",
        ),
    ] {
        assert_eq!(
            wrong(&file(path, text)),
            Vec::<String>::new(),
            "{path}: {text}"
        );
    }
}
