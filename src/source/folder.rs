//! What lies in a folder, and in those below it.

use walkdir::{DirEntry, WalkDir};

use super::{Root, unreadable};
use crate::diagnostic::{Code, Diagnostic, Place};

/// How deep folders may lie in each other.
pub(super) const DEPTH_LIMIT: usize = 64;

/// Whether what programs leave beside files ([`is_left_behind`]) belongs to what is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hidden {
    /// Every file is meant: `.well-known/security.txt`.
    Kept,
    /// They are left by editors and systems.
    LeftOut,
}

/// Whether a name is one of those that editors and systems give to files of their own: hidden ones, copies
/// (`en.md~`, `en.md.bak`, `#en.md#`), what a merge leaves (`en.md.orig`, `en.md.rej`), what Office keeps beside an
/// open file (`~$form.docx`), what Windows keeps of a folder.
pub fn is_left_behind(name: &str) -> bool {
    let name = name.to_lowercase();
    let has = |ends: &[&str]| ends.iter().any(|end| name.ends_with(end));
    name.starts_with('.')
        || name.starts_with("~$")
        || (name.starts_with('#') && name.ends_with('#'))
        || has(&["~", ".bak", ".tmp", ".orig", ".rej"])
        || ["thumbs.db", "ehthumbs.db", "desktop.ini"].contains(&&*name)
}

/// A folder with the names of its files and the folders in it, each in the order of their names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folder {
    /// Its path from the site's folder, with `/` between parts.
    pub path: String,
    /// Its name.
    pub name: String,
    /// The names of its files.
    pub files: Vec<String>,
    /// The folders in it.
    pub folders: Vec<Folder>,
    /// Whether it could not be looked into: what it holds is not known.
    pub is_unread: bool,
}

impl Folder {
    /// Calls `visit` with the path, below this folder, of every file in it and below it.
    pub fn each_file(&self, visit: &mut impl FnMut(&str)) {
        self.each_file_below("", visit);
    }

    fn each_file_below(&self, below: &str, visit: &mut impl FnMut(&str)) {
        for file in &self.files {
            visit(&format!("{below}{file}"));
        }
        for folder in &self.folders {
            folder.each_file_below(&format!("{below}{}/", folder.name), visit);
        }
    }
}

impl Root {
    /// Reads what lies in a folder of the site. What cannot be read, or leads out of the site, is
    /// left out and becomes a finding.
    pub fn read_folder(
        &self,
        path: &str,
        hidden: Hidden,
        findings: &mut Vec<Diagnostic>,
    ) -> Folder {
        let mut open = vec![Folder::at(path)];
        if let Err(found) = self.hold_inside(path) {
            findings.push(*found);
            open[0].is_unread = true;
            return open.remove(0);
        }
        let walk = WalkDir::new(self.locate(path))
            .min_depth(1)
            .max_depth(DEPTH_LIMIT)
            .follow_links(true)
            .sort_by_file_name();
        let mut walk = walk.into_iter();
        while let Some(entry) = walk.next() {
            match entry {
                Err(fault) => {
                    let found = self.walk_fault(path, &fault);
                    close_to(&mut open, fault.depth() + 1);
                    if let Some(last) = open.last_mut() {
                        last.is_unread |= last.path == found.place.path;
                    }
                    findings.push(found);
                }
                Ok(entry) => {
                    close_to(&mut open, entry.depth());
                    let parent = open.last().map_or("", |folder| folder.path.as_str());
                    match self.accept(parent, &entry, hidden) {
                        Ok(name) => add(&mut open, name, entry.file_type().is_dir()),
                        Err(found) => {
                            findings.extend(found.map(|found| *found));
                            if entry.file_type().is_dir() {
                                walk.skip_current_dir();
                            }
                        }
                    }
                }
            }
        }
        close_to(&mut open, 1);
        open.pop().unwrap_or_default()
    }

    /// The name of an entry, or why it is left out: with a finding, or without one if it is hidden.
    fn accept(
        &self,
        parent: &str,
        entry: &DirEntry,
        hidden: Hidden,
    ) -> Result<String, Option<Box<Diagnostic>>> {
        let shown = entry.file_name().to_string_lossy();
        let path = format!("{parent}/{shown}");
        if hidden == Hidden::LeftOut && is_left_behind(&shown) {
            return Err(None);
        }
        let Some(name) = entry.file_name().to_str() else {
            let message = "the file's name is not UTF-8";
            let found = Diagnostic::new(Code::InvalidUtf8, Place::whole(path), message);
            return Err(Some(Box::new(found.help("Rename the file."))));
        };
        if name.contains(|c: char| c.is_control() || c == '\\') {
            let message = "the file's name has a character that addresses cannot have";
            let found = Diagnostic::new(Code::UnsafePath, Place::whole(path), message);
            return Err(Some(Box::new(found.help("Rename the file."))));
        }
        if entry.path_is_symlink() {
            self.hold_inside(&path).map_err(Some)?;
        }
        if entry.depth() == DEPTH_LIMIT && entry.file_type().is_dir() {
            let message = format!("folders lie in each other more than {DEPTH_LIMIT} deep here");
            let found = Diagnostic::new(Code::TooLarge, Place::whole(path), message);
            return Err(Some(Box::new(found.help("Move the folder up."))));
        }
        Ok(name.to_owned())
    }

    fn walk_fault(&self, path: &str, fault: &walkdir::Error) -> Diagnostic {
        let at = fault
            .path()
            .and_then(|at| at.strip_prefix(self.folder()).ok());
        let at = at.map_or_else(
            || path.to_owned(),
            |at| at.to_string_lossy().replace('\\', "/"),
        );
        if fault.loop_ancestor().is_some() {
            let message = "this link leads back to a folder that it lies in";
            let found = Diagnostic::new(Code::UnsafePath, Place::whole(at), message);
            return found.help("Remove the link.");
        }
        match fault.io_error() {
            Some(fault) => unreadable(&at, fault),
            None => Diagnostic::new(Code::Unreadable, Place::whole(at), "this cannot be read"),
        }
    }
}

impl Folder {
    fn at(path: &str) -> Self {
        Folder {
            path: path.to_owned(),
            name: path.rsplit('/').next().unwrap_or_default().to_owned(),
            ..Folder::default()
        }
    }
}

/// Puts folders that are done into those that they lie in, until `depth` are open.
fn close_to(open: &mut Vec<Folder>, depth: usize) {
    while open.len() > depth.max(1) {
        if let (Some(done), Some(parent)) = (open.pop(), open.last_mut()) {
            parent.folders.push(done);
        }
    }
}

fn add(open: &mut Vec<Folder>, name: String, is_folder: bool) {
    let Some(parent) = open.last_mut() else {
        return;
    };
    if is_folder {
        let path = format!("{}/{name}", parent.path);
        open.push(Folder::at(&path));
    } else {
        parent.files.push(name);
    }
}
