//! What a link in a text means.
//!
//! Links between documents are relative file paths, resolved from the file that holds them, or
//! `doc:` and an id from anywhere. Everything that can be linked to is found by its path.

use std::borrow::Cow;

use percent_encoding::percent_decode_str;

use super::content::Content;
use super::content_path::below_content;
use super::document::Document;
use super::page::Page;
use super::path_index::{Indexed, composed};
use super::text::Attachment;
use super::version::Version;
use crate::language::LanguageCode;

/// What an address in a text leads to.
#[derive(Clone, Debug)]
pub struct Resolved<'a> {
    /// The thing.
    pub target: Target<'a>,
    /// The place in it, decoded and without `#`.
    pub anchor: Option<String>,
}

/// A thing that can be linked to.
#[derive(Clone, Debug)]
pub enum Target<'a> {
    /// The page that holds the link.
    Here,
    /// A document: its version in force, or that of the time.
    Document(&'a Document),
    /// A version: pinned.
    Version(&'a Document, usize),
    /// A section: an index into [`Content::sections`].
    Section(usize),
    /// A page.
    Page(&'a Page),
    /// A file, by its address.
    File(String),
    /// A path from the site's root, as written and without its `/`.
    FromRoot(String),
    /// Another site, an address of e-mail and the like: left as it is.
    Elsewhere,
}

/// There is nothing at the path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotThere {
    /// The path from the site's folder, or the id, that was looked for.
    pub looked_for: String,
}

impl Content {
    /// What an address in a text leads to. `file` is the path of the file that holds it, from the
    /// site's folder. Addresses that are refused are to be sorted out before.
    ///
    /// # Errors
    /// When there is nothing at a path that leads into the content.
    pub fn resolve(&self, file: &str, written: &str) -> Result<Resolved<'_>, NotThere> {
        let (path, anchor) = split_anchor(written);
        let target = if path.is_empty() {
            Target::Here
        } else if let Some(id) = path.strip_prefix("doc:") {
            self.find(id.trim_matches('/'))?
        } else if has_scheme(path) || path.starts_with("//") {
            Target::Elsewhere
        } else if let Some(path) = path.strip_prefix('/') {
            Target::FromRoot(path.to_owned())
        } else {
            self.find_path(file, path)?
        };
        Ok(Resolved { target, anchor })
    }

    fn find_path(&self, file: &str, path: &str) -> Result<Target<'_>, NotThere> {
        let path = path.split('?').next().unwrap_or_default();
        let decoded = decoded(path);
        let not_there = || NotThere {
            looked_for: decoded.clone().into_owned(),
        };
        let joined = join(file, &decoded).ok_or_else(not_there)?;
        match below_content(&joined) {
            Some(below) => self
                .find(self.without_text_name(below))
                .map_err(|_| NotThere {
                    looked_for: joined.clone(),
                }),
            _ => Err(NotThere { looked_for: joined }),
        }
    }

    /// The path of a folder, for the path of a text in it.
    fn without_text_name<'p>(&self, path: &'p str) -> &'p str {
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
        let is_text = name.strip_suffix(".md").and_then(LanguageCode::parse);
        match is_text {
            Some(language) if self.languages().any(|known| *known == language) => folder,
            _ => path,
        }
    }

    fn find(&self, path: &str) -> Result<Target<'_>, NotThere> {
        let not_there = || NotThere {
            looked_for: path.to_owned(),
        };
        let indexed = self.by_path.get(path).ok_or_else(not_there)?;
        Ok(match indexed {
            Indexed::Document(at) => Target::Document(&self.documents[at]),
            Indexed::Version(at, version) => Target::Version(&self.documents[at], version),
            Indexed::Section(at) => Target::Section(at),
            Indexed::Page(at) => Target::Page(&self.pages[at]),
            Indexed::DocumentFile(at, file) => {
                let document = &self.documents[at];
                Target::File(self.file_address(&document.id, &document.attachments[file].name))
            }
            Indexed::VersionFile(at, version, file) => {
                let document = &self.documents[at];
                let version = &document.versions[version];
                let owner = format!("{}/{}", document.id, version.id);
                Target::File(self.file_address(&owner, &version.attachments[file].name))
            }
            Indexed::SectionFile(at, file) => {
                let section = &self.sections[at];
                Target::File(self.file_address(&section.id, &section.attachments[file].name))
            }
            Indexed::PageFile(at, file) => {
                let page = &self.pages[at];
                Target::File(self.file_address(&page.id, &page.attachments[file].name))
            }
        })
    }

    /// The document whose folder holds a path below `content`, or is it.
    pub fn document_around(&self, path: &str) -> Option<usize> {
        let mut path = path;
        loop {
            if let Some(Indexed::Document(at)) = self.by_path.get(path)
                && composed(&self.documents[at].id) == composed(path)
            {
                return Some(at);
            }
            path = path.rsplit_once('/')?.0;
        }
    }

    /// The document in whose folder a file lies; its path is from the site's folder.
    pub fn document_of_file(&self, path: &str) -> Option<usize> {
        self.document_around(below_content(path)?)
    }

    /// The version whose text was removed, and with it the file at an address below `files/`.
    pub fn removed_with_file(&self, address: &str) -> Option<&Version> {
        match self.by_path.get(address.strip_prefix("files/")?)? {
            Indexed::VersionFile(at, version, _) => {
                let version = &self.documents[at].versions[version];
                version.is_removed().then_some(version)
            }
            _ => None,
        }
    }

    /// The file that is served from an address below `files/`, if the site has it.
    pub fn file_at(&self, address: &str) -> Option<&Attachment> {
        let path = address.strip_prefix("files/")?;
        match self.by_path.get(path)? {
            Indexed::DocumentFile(at, file) => self.documents[at].attachments.get(file),
            Indexed::VersionFile(at, version, file) => {
                let version = &self.documents[at].versions[version];
                (!version.is_removed())
                    .then(|| version.attachments.get(file))
                    .flatten()
            }
            Indexed::SectionFile(at, file) => self.sections[at].attachments.get(file),
            Indexed::PageFile(at, file) => self.pages[at].attachments.get(file),
            _ => None,
        }
    }
}

impl Document {
    /// Whether any text of the document ever had an anchor.
    pub fn ever_had_anchor(&self, anchor: &str) -> bool {
        (0..self.versions.len()).any(|version| self.has_anchor(version, anchor))
    }

    /// Whether a page of a version has an anchor: its own, in whatever language, or one of an
    /// earlier version, which leads to what it became or to the top of the page. Where its text was removed
    /// the page has none, and no other page takes them over.
    pub fn leads_to_anchor(&self, version: usize, anchor: &str) -> bool {
        let is_shown = |at: usize| !self.versions[at].is_removed();
        let has_shown = |at| is_shown(at) && self.has_anchor(at, anchor);
        is_shown(version) && (0..=version).any(has_shown)
    }

    /// Whether a text of a version has an anchor of its own.
    pub fn has_anchor(&self, version: usize, anchor: &str) -> bool {
        let mut texts = self.versions[version].texts.iter();
        texts.any(|(_, text)| text.anchors.iter().any(|own| own == anchor))
    }
}

/// What an address in a text says, decoded.
pub(crate) fn decoded(written: &str) -> Cow<'_, str> {
    // Few have anything to decode, and all others need not be looked through for faults.
    if written.contains('%') {
        percent_decode_str(written).decode_utf8_lossy()
    } else {
        Cow::Borrowed(written)
    }
}

fn split_anchor(written: &str) -> (&str, Option<String>) {
    match written.split_once('#') {
        Some((path, anchor)) => {
            let anchor = decoded(anchor).into_owned();
            (path, (!anchor.is_empty()).then_some(anchor))
        }
        None => (written, None),
    }
}

fn has_scheme(path: &str) -> bool {
    path.split_once(':').is_some_and(|(scheme, _)| {
        scheme.starts_with(|c: char| c.is_ascii_alphabetic())
            && scheme
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte))
    })
}

/// A path from that of a file, with `.` and `..` resolved; `None` where it leads out.
pub(crate) fn join(file: &str, path: &str) -> Option<String> {
    let mut parts: Vec<&str> = file.split('/').collect();
    parts.pop();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            _ => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_resolved_from_the_file() {
        let file = "content/policy/leave/2024-04-01/en.md";
        assert_eq!(
            join(file, "../../sick").as_deref(),
            Some("content/policy/sick")
        );
        assert_eq!(
            join(file, "./form.pdf").as_deref(),
            Some("content/policy/leave/2024-04-01/form.pdf")
        );
        assert_eq!(join(file, "../../../../../x"), None);
    }

    #[test]
    fn schemes_are_told_from_paths() {
        assert!(has_scheme("https://www.gov.wales/"));
        assert!(has_scheme("mailto:a@b.example"));
        assert!(!has_scheme("../a:b"));
        assert!(!has_scheme("leave"));
    }
}
