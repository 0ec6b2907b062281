//! Sites of real texts, read for the tests of parity.

pub mod faults;

use std::fs;
use std::path::{Path, PathBuf};

use canllaw::config::{Counterparts, front_matter, site};
use canllaw::language::LanguageCode;
use canllaw::markdown::tree::Tree;
use canllaw::markdown::{self, GivenTitle, ParseOptions};
use canllaw::parity::Text;
use canllaw::source::Source;

/// One language file, read.
pub struct LanguageFile {
    pub language: LanguageCode,
    pub source: Source,
    pub tree: Tree,
}

impl LanguageFile {
    pub fn new(language: &LanguageCode, path: &str, text: &str) -> Self {
        let source = Source::new(path, text);
        let mut findings = Vec::new();
        let front = markdown::front_matter::split(&source).unwrap_or_default();
        let body_start = front.as_ref().map_or(0, |front| front.body_start);
        let title = front.and_then(|front| {
            let matter = front_matter::read(&source, front.yaml, &mut findings);
            matter.title.map(|title| GivenTitle {
                span: {
                    let start = source.offset(title.place.line, title.place.column);
                    start..start + title.value.len()
                },
                text: title.text.value,
            })
        });
        let parsed = markdown::parse(&source, body_start, title, &ParseOptions::default());
        LanguageFile {
            language: language.clone(),
            tree: parsed.tree,
            source,
        }
    }

    pub fn text(&self) -> Text<'_> {
        Text {
            language: &self.language,
            source: &self.source,
            tree: &self.tree,
        }
    }

    /// The same file with another text in it.
    pub fn with(&self, text: &str) -> Self {
        LanguageFile::new(&self.language, self.source.path(), text)
    }
}

/// A site: what its pages say to each other, language by language.
pub struct Site {
    pub counterparts: Counterparts,
    /// The first two language files of each folder that has two.
    pub pairs: Vec<(LanguageFile, LanguageFile)>,
}

impl Site {
    pub fn read(folder: &Path) -> Self {
        let yaml = fs::read_to_string(folder.join("site.yaml")).unwrap();
        let config = site::read(&Source::new("site.yaml", yaml), &mut Vec::new()).unwrap();
        let languages = config.language_codes();
        let mut folders = Vec::new();
        collect_folders(&folder.join("content"), &mut folders);
        folders.sort();
        let pairs = folders
            .iter()
            .filter_map(|path| read_pair(folder, path, &languages));
        Site {
            pairs: pairs.collect(),
            counterparts: config.counterparts,
        }
    }
}

fn collect_folders(folder: &Path, found: &mut Vec<PathBuf>) {
    found.push(folder.to_owned());
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect_folders(&path, found);
        }
    }
}

fn read_pair(
    site: &Path,
    folder: &Path,
    languages: &[LanguageCode],
) -> Option<(LanguageFile, LanguageFile)> {
    let mut files = languages.iter().filter_map(|language| {
        let path = folder.join(format!("{language}.md"));
        let text = fs::read_to_string(&path).ok()?;
        let shown = path.strip_prefix(site).unwrap().to_str().unwrap();
        Some(LanguageFile::new(language, shown, &text))
    });
    files.next().zip(files.next())
}

/// Chance that gives the same every time (xorshift, G. Marsaglia 2003).
pub struct Chance(u64);

impl Chance {
    pub fn new(seed: u64) -> Self {
        Chance(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    pub fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap() % limit
    }

    pub fn pick<T: Clone>(&mut self, from: &[T]) -> Option<T> {
        (!from.is_empty()).then(|| from[self.below(from.len())].clone())
    }
}
