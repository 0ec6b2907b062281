//! Texts for the tests of comparisons: what is written in a test, and every consecutive pair of the
//! sites in the folder that `CANLLAW_CORPORA` names.

pub mod cells;
pub mod claims;
pub mod containers;
pub mod edited;
pub mod page;

use std::path::{Path, PathBuf};

use canllaw::language::LanguageCode;
use canllaw::markdown::tree::Tree;
use canllaw::markdown::{self, GivenTitle, ParseOptions, front_matter};
use canllaw::source::Source;
use proptest::test_runner::{Config, FileFailurePersistence};

/// A text that was read.
pub struct Text {
    pub source: Source,
    pub tree: Tree,
}

impl Text {
    pub fn new(path: &str, written: &str) -> Self {
        let source = Source::new(path, written);
        let front = front_matter::split(&source).ok().flatten();
        let body_start = front.as_ref().map_or(0, |front| front.body_start);
        let title = front.and_then(|front| {
            let yaml = &source.text()[front.yaml.clone()];
            let line = yaml.lines().find_map(|line| line.strip_prefix("title:"))?;
            let text = line.trim().trim_matches('"').replace("\\\"", "\"");
            Some(GivenTitle {
                text,
                span: front.yaml,
            })
        });
        let parsed = markdown::parse(&source, body_start, title, &ParseOptions::default());
        Text {
            source,
            tree: parsed.tree,
        }
    }
}

/// So many made cases for a property. Those that failed once are kept in a file beside the test, and tried first.
pub fn cases(cases: u32) -> Config {
    let beside = FileFailurePersistence::WithSource("proptest-regressions");
    Config {
        cases,
        failure_persistence: Some(Box::new(beside)),
        ..Config::default()
    }
}

pub fn language(code: &str) -> LanguageCode {
    LanguageCode::parse(code).expect("a test names a language by its code")
}

/// Two consecutive texts of one document in one language.
pub struct Pair {
    pub name: String,
    pub language: LanguageCode,
    pub old: PathBuf,
    pub new: PathBuf,
}

/// Every consecutive pair of the corpora, or nothing with a line that says so.
pub fn corpora_pairs() -> Vec<Pair> {
    let Some(folder) = std::env::var_os("CANLLAW_CORPORA") else {
        println!("SKIPPED: CANLLAW_CORPORA names no folder of sites");
        return Vec::new();
    };
    let mut documents = Vec::new();
    find_documents(Path::new(&folder), &mut documents);
    documents.sort();
    documents
        .iter()
        .flat_map(|folder| pairs_of(folder))
        .collect()
}

/// Every text of the corpora, or of the project's own site without them.
pub fn real_texts() -> Vec<PathBuf> {
    let corpora = std::env::var_os("CANLLAW_CORPORA").map(PathBuf::from);
    let own = || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("content");
    let mut texts = Vec::new();
    find_texts(&corpora.unwrap_or_else(own), &mut texts);
    texts.sort();
    texts
}

fn find_texts(folder: &Path, texts: &mut Vec<PathBuf>) {
    for path in entries(folder) {
        if path.is_dir() {
            find_texts(&path, texts);
        } else if path.extension().is_some_and(|ending| ending == "md") {
            texts.push(path);
        }
    }
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return Vec::new();
    };
    entries.flatten().map(|entry| entry.path()).collect()
}

fn name(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default();
    name.to_string_lossy().into_owned()
}

fn find_documents(folder: &Path, documents: &mut Vec<PathBuf>) {
    let below: Vec<PathBuf> = entries(folder)
        .into_iter()
        .filter(|path| path.is_dir())
        .collect();
    if below.iter().any(|path| version(path).is_some()) {
        documents.push(folder.to_owned());
        return;
    }
    for folder in below {
        find_documents(&folder, documents);
    }
}

/// The date and the number of a version's folder.
fn version(folder: &Path) -> Option<(String, u32)> {
    let name = name(folder);
    let (date, number) = name.split_once('.').unwrap_or((&name, "0"));
    let is_date = date.len() == 10 && date.starts_with(|first: char| first.is_ascii_digit());
    is_date
        .then(|| Some((date.to_owned(), number.parse().ok()?)))
        .flatten()
}

fn pairs_of(document: &Path) -> Vec<Pair> {
    let mut versions: Vec<_> = entries(document)
        .into_iter()
        .filter_map(|folder| version(&folder).map(|order| (order, folder)))
        .collect();
    versions.sort();
    let mut pairs = Vec::new();
    for code in ["en", "cy", "fr", "ga"] {
        let texts: Vec<PathBuf> = versions
            .iter()
            .map(|(_, folder)| folder.join(format!("{code}.md")))
            .filter(|path| path.is_file())
            .collect();
        pairs.extend(texts.windows(2).map(|pair| Pair {
            name: format!("{} → {}", pair[0].display(), pair[1].display()),
            language: language(code),
            old: pair[0].clone(),
            new: pair[1].clone(),
        }));
    }
    pairs
}

pub fn read(path: &Path) -> Text {
    let written = std::fs::read_to_string(path).unwrap_or_else(|fault| {
        panic!("{} cannot be read: {fault}", path.display());
    });
    Text::new(&path.display().to_string(), &written)
}
