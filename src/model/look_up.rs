//! What an author named: a document by its folder, a version by its name.

use super::content::Content;
use super::content_path::below_content;
use super::document::Document;
use super::path_index::composed;

/// How many names are listed of what there is.
const LISTED: usize = 10;

/// There is nothing with a name. Its display says so, [`NotFound::help`] what there is.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotFound {
    /// No document.
    #[error("there is no document `{id}`")]
    Document {
        /// The id that was asked for.
        id: String,
        /// The most like it of those that there are, first, and then the others.
        known: Vec<String>,
    },
    /// No version of a document.
    #[error("the document `{document}` has no version `{version}`")]
    Version {
        /// The document's id.
        document: String,
        /// The name that was asked for.
        version: String,
        /// The names of those that it has.
        known: Vec<String>,
    },
}

impl NotFound {
    /// What to do.
    pub fn help(&self) -> String {
        match self {
            NotFound::Document { id, known } if known.first().is_some_and(|it| ends_as(it, id)) => {
                format!("Did you mean `{}`?", known[0])
            }
            NotFound::Document { known, .. } => match &known[..] {
                [] => "Write the path of its folder below content.".to_owned(),
                [nearest] => {
                    format!("Write the path of its folder below content, for instance {nearest}.")
                }
                [nearest, others @ ..] => format!(
                    "Write the path of its folder below content, for instance {nearest}. The others are: {}.",
                    listed(others)
                ),
            },
            NotFound::Version { known, .. } if known.is_empty() => {
                "It has none: make a folder in it, named as the day on which the text takes effect."
                    .to_owned()
            }
            NotFound::Version { known, .. } => format!("It has: {}.", listed(known)),
        }
    }
}

fn listed(names: &[String]) -> String {
    let shown = names[..names.len().min(LISTED)].join(", ");
    match names.len().saturating_sub(LISTED) {
        0 => shown,
        more => format!("{shown}, and {more} more"),
    }
}

impl Content {
    /// The ids of the documents.
    pub fn document_ids(&self) -> impl Iterator<Item = &str> {
        self.documents.iter().map(|document| document.id.as_str())
    }

    /// The document that an author named, by the path of its folder: with or without `content/` before it, or a
    /// `/` at either end.
    ///
    /// # Errors
    /// When there is none; what there is is named.
    pub fn find_document(&self, written: &str) -> Result<&Document, NotFound> {
        let id = id_of(written);
        // An address that a document had leads to it in links alone.
        let found = self
            .document(id)
            .filter(|document| composed(&document.id) == composed(id));
        found.ok_or_else(|| {
            let mut known: Vec<String> = self.document_ids().map(str::to_owned).collect();
            let meant = self.ending_as(id).unwrap_or(id);
            let likeness = |other: &str| strsim::jaro_winkler(other, meant);
            let nearest = (0..known.len())
                .max_by(|&a, &b| likeness(&known[a]).total_cmp(&likeness(&known[b])));
            if let Some(nearest) = nearest {
                known[..=nearest].rotate_right(1);
            }
            NotFound::Document {
                id: id.to_owned(),
                known,
            }
        })
    }

    /// The id of the one document whose last folders are so called.
    pub fn ending_as(&self, written: &str) -> Option<&str> {
        let mut found = self.document_ids().filter(|id| ends_as(id, written));
        found.next().filter(|_| found.next().is_none())
    }

    /// The document and the version that an author named in one, as in `policy/leave/2024-04-01`; nothing where
    /// no version is named.
    ///
    /// # Errors
    /// When there is no such document, or no such version of it.
    pub fn find_document_version(
        &self,
        written: &str,
    ) -> Option<Result<(&Document, usize), NotFound>> {
        let (document, version) = id_of(written).rsplit_once('/')?;
        let found = self.find_document(document);
        Some(found.and_then(|document| Ok((document, document.find_version(version)?))))
    }
}

impl Document {
    /// The index of the version that an author named, with or without a `/` at the end.
    ///
    /// # Errors
    /// When there is none; those that there are are named.
    pub fn find_version(&self, written: &str) -> Result<usize, NotFound> {
        let name = written.trim_matches('/');
        self.version(name).ok_or_else(|| NotFound::Version {
            document: self.id.clone(),
            version: name.to_owned(),
            known: self.versions.iter().map(|it| it.id.to_string()).collect(),
        })
    }
}

/// Whether the last parts of an id are what was written in its place.
fn ends_as(id: &str, written: &str) -> bool {
    let before = id.strip_suffix(written);
    !written.is_empty() && before.is_some_and(|before| before.ends_with('/'))
}

fn id_of(written: &str) -> &str {
    let id = written.trim_start_matches("./").trim_matches('/');
    let below = below_content(id).filter(|below| !below.is_empty());
    below.unwrap_or(id)
}
