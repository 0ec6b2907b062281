//! The order of the modules within the largest ones: each knows those above it alone.

use std::collections::BTreeSet;

use super::tokens::{Token, paths, without_tests};
use super::{File, file, files, product};

/// The modules of each, from top to bottom. Those of one line do one thing together, and may know each other.
const ORDERS: &[(&str, &str)] = &[("diff", DIFF), ("page", PAGE), ("model", MODEL)];

const DIFF: &str = "
    anchors
    blocks
    fingerprint
    sequence
    sighting
    word_count
    kept
    model
    cell_names
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

const PAGE: &str = "
    view
    wording
    made
    counts
    labels
    article
    context
    attachments
    file_changes
    frame
    links
    tenure
    bar
    timeline
    summary
    aliases
    aligned
    places
    memories
    read_texts
    draft
    ages
    version_texts
    citing
    text
    both_languages
    comparison
    comparison_languages
    circulated
    history
    site_changes
    feeds
    listing
    a_to_z
    book
    on_a_date
    unversioned
    redirects
    search
    document
    site
    on_demand
";

const MODEL: &str = "
    content_path
    version_id
    meant_version
    text
    version
    fingerprint
    seal
    whole
    edited
    file_change
    section
    page
    static_file
    href
    redirect
    document
    translated
    on_a_day
    tenure
    standing
    stale
    linked
    part
    path_index
    content
    link
    look_up
    absolute
    document_place
    address
    located
    reading_order
    day_pages
    derived
    site
    chapters
    event
    day_in_force
    plan
    document_places
    removed
    site_place
";

/// The order of the modules within one.
fn order_of(outer: &str) -> Option<&'static str> {
    let order = ORDERS.iter().find(|(name, _)| *name == outer)?;
    Some(order.1)
}

/// On which line of an order a module stands.
fn line_of(order: &str, module: &str) -> Option<usize> {
    let mut lines = order.trim().lines();
    lines.position(|line| line.split_whitespace().any(|name| name == module))
}

/// The modules that a file belongs to, from the outside: `diff` and `words` for `diff/words.rs` and for all in
/// `diff/words/`. None for `diff.rs`, which joins those within it.
fn modules_of(file: &File) -> Option<(&str, &str)> {
    let (outer, rest) = file.path.split_once('/')?;
    let first = rest.split('/').next()?;
    Some((outer, first.trim_end_matches(".rs")))
}

/// What a path leads to within the module `outer`, seen from a file of it.
fn leads_to(path: &[String], outer: &str, file: &File) -> Option<String> {
    let ups = path.iter().take_while(|part| *part == "super").count();
    match path.first()?.as_str() {
        "crate" if path.get(1)? == outer => path.get(2).cloned(),
        "super" if ups + 1 == file.depth() => path.get(ups).cloned(),
        _ => None,
    }
}

/// Each module that a file knows though it does not stand above its own, and each thing that it does not name by
/// its module.
fn wrong(file: &File) -> Vec<String> {
    let Some((outer, own)) = modules_of(file) else {
        return Vec::new();
    };
    let Some(order) = order_of(outer) else {
        return Vec::new();
    };
    let Some(line) = line_of(order, own) else {
        return vec![format!(
            "src/{}: {own} has no place in the order of {outer}",
            file.path
        )];
    };
    let named = paths(&without_tests(&file.tokens()));
    let targets: BTreeSet<String> = named
        .iter()
        .filter_map(|path| leads_to(path, outer, file))
        .collect();
    let is_wrong =
        |target: &String| target != own && line_of(order, target).is_none_or(|at| at > line);
    let wrong = targets.into_iter().filter(is_wrong);
    wrong
        .map(|target| format!("src/{}: {own} must not know {target}", file.path))
        .collect()
}

#[test]
fn modules_know_those_above_them_alone() {
    let found: Vec<String> = product(files("src")).iter().flat_map(wrong).collect();
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn each_order_has_the_modules_that_there_are_and_no_others() {
    let files = product(files("src"));
    for (outer, order) in ORDERS {
        let path = format!("{outer}.rs");
        let root = files.iter().find(|file| file.path == path).unwrap();
        let tokens = without_tests(&root.tokens());
        let declared = tokens.windows(3).filter_map(|three| match three {
            [Token::Word(keyword), Token::Word(name), Token::Sign(';')] if keyword == "mod" => {
                Some(name.as_str())
            }
            _ => None,
        });
        let in_order: BTreeSet<&str> = order.split_whitespace().collect();
        assert_eq!(in_order, declared.collect(), "{outer}");
    }
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
        ("page/frame.rs", "use super::Page;"),
        ("model/document.rs", "use super::site::Site;"),
        (
            "page/on_demand/memory.rs",
            "use crate::page::Trees; use crate::page::made;",
        ),
        ("page/draft.rs", "fn f() { super::document::counts() }"),
    ] {
        assert_eq!(wrong(&file(path, text)).len(), 1, "{path}: {text}");
    }
    for (path, text) in [
        ("diff.rs", "use edits::Matches;"),
        ("page.rs", "use crate::diff::Change;"),
        ("page/frame.rs", "use crate::diff::Change;"),
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
