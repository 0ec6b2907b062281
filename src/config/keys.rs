//! The keys that each file has, in one table.

use super::{document, section, site, version};

/// A kind of file that holds keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum File {
    Site,
    Section,
    Document,
    Version,
    FrontMatter,
}

impl File {
    const ALL: [File; 5] = [
        File::Site,
        File::Section,
        File::Document,
        File::Version,
        File::FrontMatter,
    ];

    /// What the file is called in findings.
    pub(super) fn name(self) -> &'static str {
        match self {
            File::Site => site::FILE,
            File::Section => section::FILE,
            File::Document => document::FILE,
            File::Version => version::FILE,
            File::FrontMatter => "the front matter of a text",
        }
    }

    /// Its keys.
    #[allow(clippy::too_many_lines, reason = "a table")]
    pub(super) fn keys(self) -> &'static [&'static str] {
        match self {
            File::Site => &[
                "title",
                "base_url",
                "languages",
                "theme",
                "look",
                "timezone",
                "parity",
                "comparisons",
                "both_languages",
                "search",
                "html",
                "checks",
                "counterparts",
                "redirects",
                "feedback",
                "organisation",
                "contact",
            ],
            File::Section => &[
                "title",
                "order",
                "slug",
                "term",
                "parity",
                "comparisons",
                "approval",
                "review_every",
            ],
            File::Document => &[
                "owner",
                "contact",
                "category",
                "order",
                "slug",
                "former_addresses",
                "review_every",
                "languages",
                "waiver",
                "withdrawn",
                "reinstated",
                "replaced_by",
                "replaces",
            ],
            File::Version => &[
                "effective_from",
                "published_on",
                "status",
                "approved",
                "change",
                "review_by",
                "reference",
                "removed",
                "corrects",
                "based_on",
                "seal",
            ],
            File::FrontMatter => &["title", "summary", "sort_key"],
        }
    }

    /// The other files that have a key.
    pub(super) fn others_with(self, key: &str) -> Vec<&'static str> {
        let has_key = |file: &&File| **file != self && file.keys().contains(&key);
        let others = Self::ALL.iter().filter(has_key);
        others.map(|file| file.name()).collect()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::language::LanguageCode;
    use crate::source::Source;

    const GUIDE: &str = include_str!("../../docs/keys.md");

    /// The part of the guide on a file.
    fn part(file: File) -> &'static str {
        let heading = match file {
            File::FrontMatter => "## The front matter of a text\n".to_owned(),
            _ => format!("## `{}`\n", file.name()),
        };
        let (_, part) = GUIDE.split_once(&heading).expect(&heading);
        part.split("\n## ").next().unwrap_or_default()
    }

    #[test]
    fn the_guide_has_every_key_and_no_other() {
        for file in File::ALL {
            let rows = part(file)
                .lines()
                .filter_map(|line| line.strip_prefix("| `"));
            let told: Vec<&str> = rows.filter_map(|row| row.split('`').next()).collect();
            let keys: BTreeSet<&str> = file.keys().iter().copied().collect();
            assert_eq!(
                told.iter().copied().collect::<BTreeSet<_>>(),
                keys,
                "{file:?}"
            );
            assert_eq!(told.len(), keys.len(), "{file:?}: a key is told twice");
        }
    }

    #[test]
    fn the_guide_gives_examples_that_can_be_used() {
        let languages = ["en", "cy"].map(|code| LanguageCode::parse(code).unwrap());
        for file in File::ALL {
            let Some((_, example)) = part(file).split_once("```yaml\n") else {
                assert_eq!(file, File::FrontMatter);
                continue;
            };
            let (example, _) = example.split_once("```").unwrap();
            let source = Source::new(file.name(), example.to_owned());
            let mut findings = Vec::new();
            match file {
                File::Site => drop(site::read(&source, &mut findings)),
                File::Section => drop(section::read(&source, &languages, &mut findings)),
                File::Document => drop(document::read(&source, &languages, &mut findings)),
                File::Version => drop(version::read(&source, &languages, &mut findings)),
                File::FrontMatter => {}
            }
            assert_eq!(findings, [], "{file:?}");
        }
    }
}
