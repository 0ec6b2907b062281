//! A draft in every language, from the version in force or another.

use jiff::civil::Date;

use super::{DraftName, Refusal, find_document};
use crate::config;
use crate::model::{Document, Site};
use crate::publish::folders;
use crate::source::Root;

/// A draft that was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Revised {
    /// Its folder, from the site's.
    pub folder: String,
    /// The id of the version that it was made from.
    pub based_on: String,
    /// The versions to come that a draft for a later day would undo, and when they take effect: they were there
    /// to choose, and none was named.
    pub to_come: Vec<(String, Date)>,
}

/// Makes a draft of a document: with the texts and attachments of a version, the one in force where
/// none is named. Its dates, approval and note are its own, so that nothing of them is taken over.
///
/// # Errors
/// When there is no such document or version, or there is such a draft already.
pub fn revise(
    root: &Root,
    site: &Site,
    document: &str,
    from: Option<&str>,
    name: Option<&str>,
) -> Result<Revised, Refusal> {
    let document = find_document(site, document)?;
    let version = &document.versions[base(site, document, from)?];
    if version.is_removed() {
        return Err(Refusal::Removed(version.id.to_string()));
    }
    let folder = format!("{}/{}", document.folder(), DraftName::parse(name)?);
    if root.has_folder(&folder) || root.has_file(&folder) {
        return Err(Refusal::Exists(folder));
    }
    let mut files = vec![(
        config::version::FILE.to_owned(),
        format!("based_on: {}\n", version.id).into_bytes(),
    )];
    let texts = version.texts.iter().map(|(_, text)| text.path.as_str());
    let attachments = version.attachments.iter().map(|file| file.path.as_str());
    for path in texts.chain(attachments) {
        let bytes = root.read_bytes(path);
        let bytes = bytes.map_err(Refusal::File)?;
        let within = path.strip_prefix(&version.folder).unwrap_or(path);
        files.push((within.trim_start_matches('/').to_owned(), bytes));
    }
    folders::make_folder(&root.locate(&folder), &files)?;
    Ok(Revised {
        folder,
        based_on: version.id.to_string(),
        to_come: match from {
            Some(_) => Vec::new(),
            None => to_come(document, site.on()),
        },
    })
}

fn to_come(document: &Document, on: Date) -> Vec<(String, Date)> {
    let to_come = document.to_come(on);
    to_come
        .filter_map(|version| Some((version.id.to_string(), version.begins_by()?)))
        .collect()
}

fn base(site: &Site, document: &Document, from: Option<&str>) -> Result<usize, Refusal> {
    match from {
        Some(written) => Ok(document.find_version(written)?),
        None => document
            .in_force(site.on())
            .ok_or_else(|| Refusal::NothingInForce(document.id.clone())),
    }
}
