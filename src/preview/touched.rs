//! Which part of the site a changed file belongs to.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::config;
use crate::model::Site;
use crate::source::{Root, is_left_behind};

/// How many documents are read one by one; of more, the whole site is read, several at once.
const MOST_DOCUMENTS: usize = 200;

/// What of the site is to be read again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Touched {
    /// Everything.
    pub whole: bool,
    /// The theme.
    pub theme: bool,
    /// Files that are given out as they are: nothing is read, but pages may show them.
    pub files: bool,
    /// These documents: indices into the site's list.
    pub documents: BTreeSet<usize>,
    /// The files of the content that changed, from the site's folder.
    pub paths: Vec<String>,
}

impl Touched {
    /// What changed files touch, in a site in a folder.
    pub fn of(changed: &BTreeSet<PathBuf>, root: &Root, site: &Site) -> Touched {
        let mut touched = Touched::default();
        for path in changed {
            if let Ok(path) = path.strip_prefix(root.real_folder()) {
                touched.add(&path.to_string_lossy().replace('\\', "/"), root, site);
            }
        }
        touched.whole |= touched.documents.len() > MOST_DOCUMENTS;
        touched
    }

    /// Whether anything is.
    pub fn is_any(&self) -> bool {
        self.whole || self.theme || self.files || !self.documents.is_empty()
    }

    fn add(&mut self, path: &str, root: &Root, site: &Site) {
        if is_left_by_an_editor(path) {
            return;
        }
        let (top, below) = path.split_once('/').unwrap_or((path, ""));
        match top {
            "content" => {
                self.paths.push(path.to_owned());
                match site.document_around(below) {
                    Some(at) => {
                        self.documents.insert(at);
                    }
                    None => self.whole = true,
                }
            }
            "themes" => self.theme = true,
            // One that was there and still is; of one that is gone, texts link to nothing.
            "static" if is_given_out(path, site) && root.has_file(path) => self.files = true,
            // The folder itself has no path within it.
            "static" | config::site::FILE | "" => self.whole = true,
            _ => {
                let redirects = site.config.redirects.as_ref();
                // Or a folder that it is in was moved.
                self.whole |=
                    redirects.is_some_and(|file| Path::new(&file.value).starts_with(path));
            }
        }
    }
}

/// Whether a file is known as one that is given out as it is.
fn is_given_out(path: &str, site: &Site) -> bool {
    site.static_files.iter().any(|file| file.path == path)
}

/// Whether a path has a part that an editor or the system gave its name: such files are read nowhere but in
/// `static`.
fn is_left_by_an_editor(path: &str) -> bool {
    !path.starts_with("static/") && path.split('/').any(is_left_behind)
}
