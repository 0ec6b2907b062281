//! The direction of arrows between modules, the one home of each library and of files, and the size
//! of a file, read from the source.

mod tokens;
mod within;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use proc_macro2::TokenStream;
use tokens::{Token, flatten, is_test_mark, paths, without_tests};

/// What each module may know besides itself, in the order of `docs/architecture.md`; `…` stands for all above it.
const ARROWS: &str = "
    bytes:
    hash:
    readable:
    diagnostic:
    source: bytes hash diagnostic
    language:
    markdown: bytes hash diagnostic source
    config: diagnostic source language
    model: hash language config
    content: hash diagnostic source language markdown config model
    diff: bytes hash readable source language markdown
    parity: diagnostic source language markdown config diff
    check: hash diagnostic source language markdown config model content diff parity
    exchange: diagnostic source language markdown config content diff parity
    status: language model diagnostic
    page: hash diagnostic source language markdown config model diff parity
    render: diagnostic source language markdown config model page
    search: language page
    publish: hash
    build: …
    authoring: …
    preview: …
    cli: …
";

/// Each module with those that it may know.
fn arrows() -> Vec<(&'static str, Vec<&'static str>)> {
    let rows = ARROWS.trim().lines();
    let rows = rows.map(|row| row.trim().split_once(':').unwrap());
    rows.map(|(module, known)| (module, known.split_whitespace().collect()))
        .collect()
}

/// Whether the table lets a module know another.
fn may_know(module: &str, target: &str) -> bool {
    let arrows = arrows();
    let row = |name: &str| arrows.iter().position(|(module, _)| *module == name);
    let (Some(own), Some(other)) = (row(module), row(target)) else {
        return false;
    };
    let known = &arrows[own].1;
    own == other || known.contains(&target) || (*known == ["…"] && other < own)
}

/// What only some modules may name, and which.
const HOMES: &[(&str, &[&str])] = &[
    ("sha2", &["hash"]),
    ("icu_collator", &["language"]),
    ("icu_locale", &["language"]),
    ("pulldown_cmark", &["markdown"]),
    ("ammonia", &["markdown"]),
    ("syntect", &["markdown"]),
    ("csv", &["content", "cli"]),
    ("tera", &["render"]),
    ("fluent_bundle", &["render"]),
    ("fluent_syntax", &["render"]),
    ("atom_syndication", &["render"]),
    ("serde_yaml", &["config"]),
    ("std::fs", &["source", "publish"]),
    ("walkdir", &["source", "publish"]),
    ("pagefind", &["search"]),
    ("quick_xml", &["exchange"]),
    ("shlex", &["diagnostic"]),
    ("unicode_width", &["readable"]),
    ("tokio", &["search", "preview"]),
    ("axum", &["preview"]),
    ("notify", &["preview"]),
    ("notify_debouncer_full", &["preview"]),
    ("clap", &["cli"]),
];

/// The most lines that a file has.
const MOST_LINES: usize = 600;

/// A file of the library or the program.
struct File {
    path: String,
    text: String,
}

impl File {
    /// The module that it belongs to: `diff` for `src/diff.rs` and for all in `src/diff/`.
    fn module(&self) -> &str {
        let first = self.path.split('/').next().unwrap();
        first.strip_suffix(".rs").unwrap_or(first)
    }

    /// How deep its own module lies: 1 for `src/diff.rs`, 2 for `src/diff/words.rs`.
    fn depth(&self) -> usize {
        self.path
            .split('/')
            .filter(|part| *part != "mod.rs")
            .count()
    }

    fn tokens(&self) -> Vec<Token> {
        let stream = TokenStream::from_str(&self.text);
        let stream = stream.unwrap_or_else(|fault| panic!("{}: {fault}", self.path));
        let mut tokens = Vec::new();
        flatten(stream, &mut tokens);
        tokens
    }

    /// The paths, without `.rs`, of the modules that it declares for tests alone.
    fn test_modules(&self) -> Vec<String> {
        let mut modules = Vec::new();
        let mut rest = self.tokens();
        while let Some(at) = rest.windows(7).position(is_test_mark) {
            rest.drain(..at + 7);
            if let [
                Token::Word(keyword),
                Token::Word(name),
                Token::Sign(';'),
                ..,
            ] = rest.as_slice()
                && keyword == "mod"
            {
                modules.push(format!("{}/{name}", self.path.trim_end_matches(".rs")));
            }
        }
        modules
    }
}

/// The files of which some is the product: those that are no module for tests alone.
fn product(files: Vec<File>) -> Vec<File> {
    let tests: Vec<String> = files.iter().flat_map(File::test_modules).collect();
    let is_product = |file: &File| {
        let path = file.path.trim_end_matches(".rs");
        !tests
            .iter()
            .any(|test| path == test || path.starts_with(&format!("{test}/")))
    };
    files.into_iter().filter(is_product).collect()
}

/// The module of the library that a path leads to, seen from a file; nothing for any other path.
fn leads_to(path: &[String], file: &File) -> Option<String> {
    let ups = path.iter().take_while(|part| *part == "super").count();
    match path.first()?.as_str() {
        "crate" | "canllaw" => path.get(1).cloned(),
        "super" if ups >= file.depth() => path.get(ups).cloned(),
        _ => None,
    }
}

/// The modules of the library that a file names, its own included.
fn targets(file: &File) -> Vec<String> {
    let paths = paths(&file.tokens()).into_iter();
    paths.filter_map(|path| leads_to(&path, file)).collect()
}

/// Each wrong arrow of a file.
fn wrong_arrows(file: &File) -> Vec<String> {
    let own = file.module();
    if matches!(own, "lib" | "main") {
        return Vec::new();
    }
    if !arrows().iter().any(|(module, _)| *module == own) {
        return vec![format!(
            "src/{}: the module {own} has no arrows stated",
            file.path
        )];
    }
    let targets = targets(file).into_iter();
    let wrong = targets.filter(|target| !may_know(own, target));
    let mut wrong: Vec<String> = wrong
        .map(|target| format!("src/{}: {own} must not know {target}", file.path))
        .collect();
    wrong.dedup();
    wrong
}

/// Each library, or part of the standard one, that a file names away from its home.
fn homeless(file: &File) -> Vec<String> {
    let named = paths(&without_tests(&file.tokens()));
    let mut found = Vec::new();
    for (name, homes) in HOMES
        .iter()
        .filter(|(_, homes)| !homes.contains(&file.module()))
    {
        let parts: Vec<&str> = name.split("::").collect();
        if named
            .iter()
            .any(|path| path.len() >= parts.len() && path.iter().zip(&parts).all(|(a, b)| a == b))
        {
            found.push(format!(
                "src/{}: {name} belongs in {}",
                file.path,
                homes.join(" and ")
            ));
        }
    }
    found
}

fn too_long(path: &str, text: &str) -> Option<String> {
    let lines = text.lines().count();
    (lines > MOST_LINES).then(|| format!("{path}: {lines} lines, at most {MOST_LINES}"))
}

/// The Rust files below a folder, with their paths from it.
fn files(folder: &str) -> Vec<File> {
    let root: PathBuf = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut files = Vec::new();
    for entry in walkdir::WalkDir::new(&root).sort_by_file_name() {
        let entry = entry.unwrap();
        if entry
            .path()
            .extension()
            .is_some_and(|extension| extension == "rs")
        {
            let path = entry.path().strip_prefix(&root).unwrap();
            files.push(File {
                path: path.to_str().unwrap().replace('\\', "/"),
                text: fs::read_to_string(entry.path()).unwrap(),
            });
        }
    }
    assert!(!files.is_empty(), "no Rust file in {folder}");
    files
}

#[test]
fn arrows_point_one_way() {
    let wrong: Vec<String> = files("src").iter().flat_map(wrong_arrows).collect();
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn every_arrow_that_may_be_drawn_is() {
    let files = files("src");
    let drawn: BTreeSet<(&str, String)> = files
        .iter()
        .flat_map(|file| targets(file).into_iter().map(|to| (file.module(), to)))
        .collect();
    for (module, known) in arrows() {
        for target in known.into_iter().filter(|target| *target != "…") {
            let is_drawn = drawn.contains(&(module, target.to_owned()));
            assert!(is_drawn, "{module} may know {target} and does not");
        }
    }
}

#[test]
fn the_table_of_arrows_has_no_circle() {
    let arrows = arrows();
    for (at, (module, known)) in arrows.iter().enumerate() {
        for target in known.iter().filter(|target| **target != "…") {
            let below = arrows[..at].iter().any(|(earlier, _)| earlier == target);
            assert!(below, "{module} may know {target}, which is not below it");
        }
    }
}

#[test]
fn libraries_and_files_have_one_home() {
    let found: Vec<String> = product(files("src")).iter().flat_map(homeless).collect();
    assert_eq!(found, Vec::<String>::new());
}

/// The rows of the table of modules in `docs/architecture.md`: what each names in its first cell and in its last.
fn rows_that_are_told() -> Vec<(Vec<String>, Vec<String>)> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/architecture.md");
    let text = fs::read_to_string(path).unwrap();
    let quoted = |cell: &str| {
        let parts = cell.split('`').skip(1).step_by(2);
        parts.map(str::to_owned).collect()
    };
    let rows = text.lines().filter(|line| line.starts_with("| `"));
    let cells = rows.map(|row| row.trim_matches('|').split(" |").collect::<Vec<_>>());
    let of_modules = cells.filter(|cells| cells.len() == 3);
    of_modules
        .map(|cells| (quoted(cells[0]), quoted(cells[2])))
        .collect()
}

#[test]
fn the_order_that_is_held_is_the_one_that_is_told() {
    let held: Vec<&str> = arrows().into_iter().map(|(module, _)| module).collect();
    let rows = rows_that_are_told().into_iter();
    let mut told: Vec<String> = rows.flat_map(|(modules, _)| modules).collect();
    told.retain(|name| name != "main.rs");
    assert_eq!(held, told);
}

#[test]
fn the_homes_that_are_held_are_those_that_are_told() {
    let held = HOMES.iter().flat_map(|(name, homes)| {
        let of = |home: &&str| ((*name).to_owned(), (*home).to_owned());
        homes.iter().map(of)
    });
    let held: BTreeSet<(String, String)> = held.collect();
    let rows = rows_that_are_told().into_iter();
    let told = rows.flat_map(|(modules, homes)| {
        let module = modules[0].clone();
        homes.into_iter().map(move |name| (name, module.clone()))
    });
    assert_eq!(held, told.collect());
}

#[test]
fn files_are_short() {
    let mut found = Vec::new();
    for folder in ["src", "tests"] {
        found.extend(
            files(folder)
                .iter()
                .filter_map(|file| too_long(&file.path, &file.text)),
        );
    }
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn every_file_of_tests_is_in_their_one_program() {
    let main = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/testsuite/main.rs");
    let main = fs::read_to_string(main).unwrap();
    for File { path, .. } in files("tests") {
        // One beside the folder would be a program of its own; one that is not declared would never run.
        let name = path.strip_prefix("testsuite/").map(|rest| {
            let name = rest.split('/').next().unwrap();
            name.trim_end_matches(".rs")
        });
        let is_in_it = |name| name == "main" || main.contains(&format!("\nmod {name};\n"));
        assert!(name.is_some_and(is_in_it), "tests/{path}");
    }
}

fn file(path: &str, text: &str) -> File {
    File {
        path: path.to_owned(),
        text: text.to_owned(),
    }
}

#[test]
fn a_wrong_arrow_is_seen_however_it_is_written() {
    for (path, text) in [
        ("diff.rs", "use crate::model::Site;"),
        ("diff/words.rs", "use crate::{markdown::Tree, page};"),
        (
            "diff/words.rs",
            "fn f() { let x = crate::model::Site::new(); }",
        ),
        (
            "diff/words.rs",
            "fn f() { println!(\"{}\", crate::model::x()); }",
        ),
        ("diff/words.rs", "use super::super::model::Site;"),
        (
            "diff/words/tokens.rs",
            "use super::super::super::{content};",
        ),
        ("diff.rs", "use super::model;"),
        ("diff.rs", "use canllaw::cli::run;"),
        (
            "status.rs",
            "use crate::{diagnostic::{Code, Place}, source::{self, Root}};",
        ),
        ("unheard_of.rs", ""),
    ] {
        assert_eq!(wrong_arrows(&file(path, text)).len(), 1, "{path}: {text}");
    }
}

#[test]
fn a_right_arrow_is_none() {
    for (path, text) in [
        (
            "diff/words.rs",
            "use crate::markdown::{Block, Inline}; use super::align; use crate::diff::Change;",
        ),
        ("diff/words/tokens.rs", "use super::super::align;"),
        (
            "diff.rs",
            "//! See [`crate::model`].\n/* crate::model */ const A: &str = \"crate::model\";",
        ),
        ("main.rs", "mod cli; fn main() { crate::cli::run(); }"),
    ] {
        assert_eq!(
            wrong_arrows(&file(path, text)),
            Vec::<String>::new(),
            "{path}: {text}"
        );
    }
}

#[test]
fn a_library_away_from_home_is_seen() {
    for (path, text) in [
        ("page.rs", "use pulldown_cmark::Parser;"),
        ("page.rs", "fn f() { std::fs::read(\"a\"); }"),
        ("page.rs", "use std::{fmt, fs::File};"),
        ("content/front_matter.rs", "type Fault = serde_yaml::Error;"),
        (
            "page.rs",
            "use tera::Tera;\n#[cfg(test)]\nmod tests { use std::fs; }",
        ),
    ] {
        assert_eq!(homeless(&file(path, text)).len(), 1, "{path}: {text}");
    }
    let at_home = [
        file("source/folder.rs", "use std::fs;"),
        file(
            "page.rs",
            "use std::fmt;\n#[cfg(test)]\nmod tests { use std::fs; }",
        ),
    ];
    assert!(at_home.iter().all(|file| homeless(file).is_empty()));
}

#[test]
fn a_module_for_tests_alone_is_no_product() {
    let files = vec![
        file("page.rs", "#[cfg(test)]\nmod samples;\nmod text;"),
        file("page/samples.rs", ""),
        file("page/samples/deep.rs", ""),
        file("page/text.rs", ""),
    ];
    let kept: Vec<String> = product(files).into_iter().map(|file| file.path).collect();
    assert_eq!(kept, ["page.rs", "page/text.rs"]);
}

#[test]
fn a_long_file_is_seen() {
    assert!(too_long("a.rs", &"\n".repeat(MOST_LINES)).is_none());
    assert!(too_long("a.rs", &"\n".repeat(MOST_LINES + 1)).is_some());
}
