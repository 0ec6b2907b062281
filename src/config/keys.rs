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
