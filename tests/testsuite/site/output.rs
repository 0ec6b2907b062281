//! What a build wrote.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use super::Page;

/// The hash of every file of an output, by its path.
pub type Snapshot = BTreeMap<String, String>;

/// A folder that a site was built into.
pub struct Output {
    folder: PathBuf,
}

impl Output {
    /// The output in a folder.
    pub fn at(folder: PathBuf) -> Self {
        Output { folder }
    }

    /// The folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The paths of all files, with `/` between their parts, in order.
    pub fn files(&self) -> Vec<String> {
        let mut files = Vec::new();
        for entry in walkdir::WalkDir::new(&self.folder) {
            let entry = entry.unwrap();
            if !entry.file_type().is_dir() {
                let path = entry.path().strip_prefix(&self.folder).unwrap();
                files.push(path.to_str().unwrap().replace('\\', "/"));
            }
        }
        files.sort();
        files
    }

    /// The addresses of all pages: paths of HTML files, without `index.html`.
    pub fn pages(&self) -> Vec<String> {
        let files = self.files().into_iter();
        let pages = files.filter(|path| {
            Path::new(path)
                .extension()
                .is_some_and(|extension| extension == "html")
        });
        let address = |path: String| match path.strip_suffix("index.html") {
            Some(folder) if folder.is_empty() || folder.ends_with('/') => folder.to_owned(),
            _ => path,
        };
        pages.map(address).collect()
    }

    /// Whether there is something at an address.
    pub fn has(&self, address: &str) -> bool {
        self.folder.join(file(address)).is_file()
    }

    /// The bytes at an address.
    pub fn bytes(&self, address: &str) -> Vec<u8> {
        let path = self.folder.join(file(address));
        fs::read(&path).unwrap_or_else(|fault| panic!("{address}: {fault}"))
    }

    /// The text at an address.
    pub fn text(&self, address: &str) -> String {
        String::from_utf8(self.bytes(address)).unwrap()
    }

    /// The page at an address.
    pub fn page(&self, address: &str) -> Page {
        Page::parse(address, &self.text(address))
    }

    /// `site.json`.
    pub fn site_json(&self) -> serde_json::Value {
        serde_json::from_str(&self.text("site.json")).unwrap()
    }

    /// A document in `site.json`, by its id.
    pub fn document(&self, id: &str) -> serde_json::Value {
        let site = self.site_json();
        let documents = site["documents"].as_array().unwrap();
        let found = documents.iter().find(|document| document["id"] == id);
        found
            .unwrap_or_else(|| panic!("no {id} in site.json"))
            .clone()
    }

    /// The hash of every file.
    pub fn snapshot(&self) -> Snapshot {
        let hash = |path: String| {
            let bytes = fs::read(self.folder.join(&path)).unwrap();
            let digest = Sha256::digest(bytes);
            let digits = digest.iter().map(|byte| format!("{byte:02x}")).collect();
            (path, digits)
        };
        self.files().into_iter().map(hash).collect()
    }

    /// The files that contain a string, in whatever case, in their text or in their name.
    pub fn files_with(&self, needle: &str) -> Vec<String> {
        let needle = needle.to_lowercase();
        let holds = |path: &String| {
            let bytes = fs::read(self.folder.join(path)).unwrap();
            path.to_lowercase().contains(&needle)
                || String::from_utf8_lossy(&bytes)
                    .to_lowercase()
                    .contains(&needle)
        };
        self.files().into_iter().filter(holds).collect()
    }
}

/// The path of the file that an address is served from.
fn file(address: &str) -> String {
    if address.is_empty() || address.ends_with('/') {
        format!("{address}index.html")
    } else {
        address.to_owned()
    }
}
