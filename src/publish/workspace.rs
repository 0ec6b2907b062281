//! The private folder beside an output in which a new site is put together.
//!
//! ```text
//! .public.canllaw-build-{random}/
//!   canllaw-build.txt    says what this folder is, and that it is ours
//!   site/                the new site; after the exchange, the earlier one
//!   earlier/             the earlier site, only while two renames stand in for the exchange
//! ```
//!
//! A killed build leaves it; the next one for the same output, which holds the output's lock, puts
//! back what is in `earlier` and removes the rest.

use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::PublishError;
use super::destination::Destination;
use super::error::MAKE_BESIDE;

const NAME: &str = ".canllaw-build-";
const RANDOM_LETTERS: usize = 12;
const MARKER: &str = "canllaw-build.txt";
const ABOUT: &str = "canllaw puts a site together in this folder and removes it when the build ends.\n\
                     If the build was killed, the next one for the same output removes it.\n";

/// The folder of one build, removed when this is dropped.
#[derive(Debug)]
pub(super) struct Workspace {
    folder: PathBuf,
    is_left: bool,
}

impl Workspace {
    /// Makes the folder beside an output, with a `site` that has the earlier output's permissions.
    pub fn create(destination: &Destination) -> Result<Self, PublishError> {
        let making = || PublishError::system(MAKE_BESIDE, destination.parent());
        let workspace = Workspace {
            folder: temporary(destination).map_err(making())?.keep(),
            is_left: false,
        };
        let marker = workspace.path().join(MARKER);
        fs::write(&marker, ABOUT).map_err(PublishError::system("write", &marker))?;
        let site = workspace.site();
        fs::create_dir(&site).map_err(making())?;
        take_permissions(destination.folder(), &site).map_err(making())?;
        Ok(workspace)
    }

    /// The folder itself.
    pub fn path(&self) -> &Path {
        &self.folder
    }

    /// Where the new site is put together.
    pub fn site(&self) -> PathBuf {
        site_in(&self.folder)
    }

    /// Where the earlier site waits during two renames.
    pub fn earlier(&self) -> PathBuf {
        earlier_in(&self.folder)
    }

    /// Removes the folder; gives its path where that could not be done wholly.
    pub fn remove(mut self) -> Option<PathBuf> {
        self.is_left = true;
        remove(&self.folder).err().map(|_| self.folder.clone())
    }

    /// Leaves the folder for the next build, which puts back the earlier site from it.
    pub fn leave(mut self) {
        self.is_left = true;
    }

    /// Leaves the folder for good, as no build's: no later one removes it. Gives its path.
    pub fn disown(mut self) -> PathBuf {
        self.is_left = true;
        let _ = fs::remove_file(self.folder.join(MARKER));
        self.folder.clone()
    }
}

impl Drop for Workspace {
    fn drop(&mut self) {
        if !self.is_left {
            // What is left of it, the next build clears away.
            let _ = remove(&self.folder);
        }
    }
}

fn site_in(workspace: &Path) -> PathBuf {
    workspace.join("site")
}

fn earlier_in(workspace: &Path) -> PathBuf {
    workspace.join("earlier")
}

/// Removes a build's folder, the marker last: until then it can be told whose it is.
fn remove(workspace: &Path) -> io::Result<()> {
    for inner in [site_in(workspace), earlier_in(workspace)] {
        match fs::remove_dir_all(inner) {
            Err(fault) if fault.kind() != io::ErrorKind::NotFound => return Err(fault),
            _ => {}
        }
    }
    fs::remove_dir_all(workspace)
}

fn temporary(destination: &Destination) -> io::Result<TempDir> {
    let prefix = destination.hidden_name(NAME);
    let mut builder = tempfile::Builder::new();
    builder.prefix(&prefix).rand_bytes(RANDOM_LETTERS);
    {
        // A site that is not published yet is nobody else's to read.
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(fs::Permissions::from_mode(0o700));
    }
    builder.tempdir_in(destination.parent())
}

/// Gives the new site the mode and the group of the earlier one, where there is one, so that the web
/// server can go on reading it; and its owner the right to write, without which it could not be moved.
fn take_permissions(earlier: &Path, site: &Path) -> io::Result<()> {
    use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};
    let earlier = match fs::metadata(earlier) {
        Err(fault) if fault.kind() == io::ErrorKind::NotFound => return Ok(()),
        known => known?,
    };
    if earlier.gid() != fs::metadata(site)?.gid() {
        // Only a member of the group may; others get what their own new files get.
        let _ = chown(site, None, Some(earlier.gid()));
    }
    fs::set_permissions(site, PermissionsExt::from_mode(earlier.mode() | 0o700))
}

/// The folders that killed builds of an output left. Only a build that holds the output's lock may
/// ask: to others, the folder of a running build looks the same.
pub(super) fn abandoned(destination: &Destination) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(destination.parent())? {
        let entry = entry?;
        if is_name_of(&entry.file_name(), destination) && entry.file_type()?.is_dir() {
            found.push(entry.path());
        }
    }
    found.retain(|folder| is_ours(folder));
    Ok(found)
}

fn is_name_of(name: &OsStr, destination: &Destination) -> bool {
    let prefix = destination.hidden_name(NAME);
    let rest = name
        .as_encoded_bytes()
        .strip_prefix(prefix.as_encoded_bytes());
    rest.is_some_and(|rest| {
        rest.len() == RANDOM_LETTERS && rest.iter().all(u8::is_ascii_alphanumeric)
    })
}

/// Whether a folder has the marker, or is as a build leaves it that is killed just before that.
fn is_ours(folder: &Path) -> bool {
    let marked = fs::symlink_metadata(folder.join(MARKER)).is_ok_and(|marker| marker.is_file());
    marked || fs::read_dir(folder).is_ok_and(|mut names| names.next().is_none())
}

/// Puts back the earlier site that a build killed between two renames had moved out of the way.
pub(super) fn put_back(
    abandoned: &[PathBuf],
    destination: &Destination,
) -> Result<(), PublishError> {
    for earlier in abandoned.iter().map(|folder| earlier_in(folder)) {
        let output = destination.folder();
        if earlier.is_dir() && destination.is_vacant().is_ok_and(|vacant| vacant) {
            fs::rename(&earlier, output).map_err(PublishError::system("put back", output))?;
        }
    }
    Ok(())
}

/// Removes what killed builds left. What cannot be removed is left: it is in nobody's way.
pub(super) fn clear_away(abandoned: &[PathBuf]) {
    for folder in abandoned {
        let _ = remove(folder);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::publish::Inputs;

    fn destination(folder: &Path) -> Destination {
        let inputs = Inputs {
            site: &folder.join("site"),
            folders: &[],
        };
        Destination::resolve(&folder.join("public"), &inputs).unwrap()
    }

    #[test]
    fn only_folders_of_the_same_output_that_are_ours_are_abandoned() {
        let folder = tempfile::tempdir().unwrap();
        let destination = destination(folder.path());
        let left = Workspace::create(&destination).unwrap();
        let expected = left.path().to_owned();
        left.leave();
        for (name, file) in [
            (".public.canllaw-build-notes", MARKER),
            (".public.canllaw-build-abcdefghijkl", "notes.txt"),
            (".public.canllaw-build-x.canllaw-build-abcdefghijkl", MARKER),
            (".other.canllaw-build-abcdefghijkl", MARKER),
            ("public", MARKER),
        ] {
            fs::create_dir(folder.path().join(name)).unwrap();
            fs::write(folder.path().join(name).join(file), "").unwrap();
        }
        assert_eq!(abandoned(&destination).unwrap(), [expected]);
    }

    #[test]
    fn a_site_set_aside_by_a_killed_build_is_put_back() {
        for is_taken_by_empty_folder in [false, true] {
            let folder = tempfile::tempdir().unwrap();
            let destination = destination(folder.path());
            let killed = Workspace::create(&destination).unwrap();
            fs::create_dir(killed.earlier()).unwrap();
            fs::write(killed.earlier().join("index.html"), "earlier").unwrap();
            killed.leave();
            if is_taken_by_empty_folder {
                fs::create_dir(destination.folder()).unwrap();
            }

            let left = abandoned(&destination).unwrap();
            put_back(&left, &destination).unwrap();
            clear_away(&left);
            let page = destination.folder().join("index.html");
            assert_eq!(fs::read_to_string(page).unwrap(), "earlier");
            assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
        }
    }

    #[test]
    fn a_folder_that_is_not_removed_wholly_can_still_be_told_as_ours() {
        let folder = tempfile::tempdir().unwrap();
        let destination = destination(folder.path());
        let workspace = Workspace::create(&destination).unwrap();
        // Removing folders stops at what is none.
        fs::remove_dir(workspace.site()).unwrap();
        fs::write(workspace.site(), "").unwrap();
        let left = workspace.remove();
        assert!(left.is_some());
        assert_eq!(abandoned(&destination).unwrap(), Vec::from_iter(left));
    }

    #[test]
    fn a_site_that_is_in_place_is_not_replaced_by_one_set_aside() {
        let folder = tempfile::tempdir().unwrap();
        let destination = destination(folder.path());
        let killed = Workspace::create(&destination).unwrap();
        fs::create_dir(killed.earlier()).unwrap();
        killed.leave();
        fs::create_dir(destination.folder()).unwrap();
        let page = destination.folder().join("index.html");
        fs::write(&page, "new").unwrap();

        put_back(&abandoned(&destination).unwrap(), &destination).unwrap();
        assert_eq!(fs::read_to_string(page).unwrap(), "new");
    }
}
