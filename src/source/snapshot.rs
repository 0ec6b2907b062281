//! When the files of a site were last written, to see which of them changed.

use std::collections::{BTreeSet, HashMap};
use std::fs::Metadata;
use std::path::PathBuf;
use std::time::SystemTime;

use walkdir::WalkDir;

use super::folder::DEPTH_LIMIT;

/// The files below some paths as they were at a moment. Their contents are not read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Snapshot(HashMap<PathBuf, Stamp>);

/// What of a file changes when it is written: its time, its size, and which file it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp {
    modified: Option<SystemTime>,
    bytes: u64,
    identity: u64,
}

impl Snapshot {
    /// The files at these paths and below them, as they are now. What cannot be looked at is left out.
    pub fn of(paths: &[PathBuf]) -> Snapshot {
        let mut files = HashMap::new();
        for path in paths {
            let walk = WalkDir::new(path).max_depth(DEPTH_LIMIT).follow_links(true);
            for entry in walk.into_iter().flatten() {
                if !entry.file_type().is_dir()
                    && let Ok(found) = entry.metadata()
                {
                    files.insert(entry.into_path(), Stamp::of(&found));
                }
            }
        }
        Snapshot(files)
    }

    /// The files that were written, made or removed between an earlier moment and this one.
    pub fn changed_since(&self, earlier: &Snapshot) -> BTreeSet<PathBuf> {
        let written = self
            .0
            .iter()
            .filter(|(path, stamp)| earlier.0.get(*path) != Some(*stamp));
        let removed = earlier
            .0
            .iter()
            .filter(|(path, _)| !self.0.contains_key(*path));
        written
            .chain(removed)
            .map(|(path, _)| path.clone())
            .collect()
    }
}

impl Stamp {
    pub(super) fn of(found: &Metadata) -> Stamp {
        Stamp {
            modified: found.modified().ok(),
            bytes: found.len(),
            identity: identity(found),
        }
    }
}

/// A number that another file in its place would not have, where the system has one. A change of who may
/// read a file is a change too.
fn identity(found: &Metadata) -> u64 {
    use std::os::unix::fs::MetadataExt;
    found.ino() ^ (u64::from(found.mode()) << 40)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn what_was_written_made_removed_or_put_in_another_place_is_seen() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        for name in ["same", "written", "removed", "replaced"] {
            fs::write(at(name), "one").unwrap();
        }
        let paths = [folder.path().to_owned()];
        let before = Snapshot::of(&paths);
        fs::write(at("written"), "more").unwrap();
        fs::remove_file(at("removed")).unwrap();
        fs::write(at("new"), "one").unwrap();
        fs::rename(at("new"), at("replaced")).unwrap();
        fs::create_dir(at("made")).unwrap();
        fs::write(at("made/file"), "one").unwrap();
        let changed = Snapshot::of(&paths).changed_since(&before);
        let expected = ["made/file", "removed", "replaced", "written"].map(at);
        assert_eq!(changed, BTreeSet::from(expected));
    }
}
