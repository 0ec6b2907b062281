//! What others put into an output stays in it: whatever the earlier list does not have is carried
//! over to the new site.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use super::manifest;
use super::{Manifest, PublishError, mount, place};

/// What was found in an earlier output besides that build's files.
#[derive(Debug, Default)]
pub(super) struct Carried {
    /// How many files were carried over.
    pub files: usize,
    /// Where the new site has something else already, by path: these were not carried over.
    pub taken: Vec<PathBuf>,
}

/// Carries over what an earlier output has and its list has not.
///
/// # Errors
/// When something cannot be read or carried over, or when another disk is mounted in the output.
pub(super) fn carry_over(
    earlier: &Path,
    listed: &Manifest,
    site: &Path,
) -> Result<Carried, PublishError> {
    let mut carried = Carried::default();
    let mut folders = Vec::new();
    for found in WalkDir::new(earlier).min_depth(1) {
        let found = found.map_err(|fault| cannot_read(earlier, fault))?;
        if found.file_type().is_dir() {
            hold_unmounted(found.path())?;
        }
        let relative = found.path().strip_prefix(earlier).unwrap_or(found.path());
        if is_ours(relative, &found, listed) {
            continue;
        }
        let to = site.join(relative);
        match carry(&found, site, &to) {
            Ok(()) if found.file_type().is_dir() => folders.push((found.into_path(), to)),
            Ok(()) => carried.files += 1,
            Err(fault) if place::is_taken(&fault) => carried.taken.push(found.into_path()),
            Err(fault) => return Err(PublishError::system("carry over", found.path())(fault)),
        }
    }
    carried.taken.sort();
    // After their files: a folder that may not be written to takes none.
    for (from, to) in folders {
        take_permissions(&from, &to).map_err(PublishError::system("carry over", &from))?;
    }
    Ok(carried)
}

fn hold_unmounted(folder: &Path) -> Result<(), PublishError> {
    let is_mounted = mount::is_mount_point(folder).map_err(PublishError::system("read", folder))?;
    if is_mounted {
        let folder = folder.to_owned();
        return Err(PublishError::MountedInside { folder });
    }
    Ok(())
}

fn is_ours(relative: &Path, found: &DirEntry, listed: &Manifest) -> bool {
    if relative == Path::new(manifest::FILE_NAME) {
        return true;
    }
    let Some(path) = with_slashes(relative) else {
        return false;
    };
    if found.file_type().is_dir() {
        listed.has_below(&path)
    } else {
        listed.find(&path).is_some()
    }
}

/// The path as a list has it; `None` for one that no list has, since it is not UTF-8.
fn with_slashes(relative: &Path) -> Option<String> {
    let names: Option<Vec<&str>> = relative.iter().map(|name| name.to_str()).collect();
    Some(names?.join("/"))
}

fn carry(found: &DirEntry, site: &Path, to: &Path) -> io::Result<()> {
    if found.file_type().is_dir() {
        return place::make_folder(site, to);
    }
    place::with_folders(site, to, || place::duplicate(found.path(), to))
}

fn take_permissions(from: &Path, to: &Path) -> io::Result<()> {
    fs::set_permissions(to, fs::metadata(from)?.permissions())
}

fn cannot_read(earlier: &Path, fault: walkdir::Error) -> PublishError {
    let path = fault.path().unwrap_or(earlier).to_owned();
    PublishError::system("read", &path)(fault.into())
}
