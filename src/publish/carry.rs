//! What others put into an output stays in it: whatever the earlier list does not have is carried
//! over to the new site.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

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
    for_each_below(earlier, |found| {
        if found.is_ours(listed) {
            return Ok(());
        }
        let to = site.join(&found.relative);
        match found.carry(site, &to) {
            Ok(()) if found.is_folder => folders.push((found.path, to)),
            Ok(()) => carried.files += 1,
            Err(fault) if place::is_taken(&fault) => carried.taken.push(found.path),
            Err(fault) => return Err(PublishError::system("carry over", &found.path)(fault)),
        }
        Ok(())
    })?;
    carried.taken.sort();
    // After their files: a folder that may not be written to takes none.
    for (from, to) in folders {
        take_permissions(&from, &to).map_err(PublishError::system("carry over", &from))?;
    }
    Ok(carried)
}

/// A file, link or folder of the earlier output.
struct Found {
    path: PathBuf,
    relative: PathBuf,
    is_folder: bool,
}

/// Goes through all that is below a folder; links are not followed.
fn for_each_below(
    top: &Path,
    mut visit: impl FnMut(Found) -> Result<(), PublishError>,
) -> Result<(), PublishError> {
    let mut waiting = vec![PathBuf::new()];
    while let Some(folder) = waiting.pop() {
        let path = top.join(&folder);
        let reading = || PublishError::system("read", &path);
        for entry in fs::read_dir(&path).map_err(reading())? {
            let entry = entry.map_err(reading())?;
            let found = Found {
                path: entry.path(),
                relative: folder.join(entry.file_name()),
                is_folder: entry.file_type().map_err(reading())?.is_dir(),
            };
            if found.is_folder {
                hold_unmounted(&found.path)?;
                waiting.push(found.relative.clone());
            }
            visit(found)?;
        }
    }
    Ok(())
}

impl Found {
    /// Whether the earlier build wrote it.
    fn is_ours(&self, listed: &Manifest) -> bool {
        if self.relative == Path::new(manifest::FILE_NAME) {
            return true;
        }
        let Some(path) = with_slashes(&self.relative) else {
            return false;
        };
        if self.is_folder {
            listed.has_below(&path)
        } else {
            listed.has(&path)
        }
    }

    fn carry(&self, site: &Path, to: &Path) -> io::Result<()> {
        if self.is_folder {
            return place::make_folder(site, to);
        }
        place::with_folders(site, to, || place::duplicate(&self.path, to))
    }
}

fn hold_unmounted(folder: &Path) -> Result<(), PublishError> {
    let is_mounted = mount::is_mount_point(folder).map_err(PublishError::system("read", folder))?;
    if is_mounted {
        let folder = folder.to_owned();
        return Err(PublishError::MountedInside { folder });
    }
    Ok(())
}

/// The path as a list has it; `None` for one that no list has, since it is not UTF-8.
fn with_slashes(relative: &Path) -> Option<String> {
    let names: Option<Vec<&str>> = relative.iter().map(|name| name.to_str()).collect();
    Some(names?.join("/"))
}

fn take_permissions(from: &Path, to: &Path) -> io::Result<()> {
    fs::set_permissions(to, fs::metadata(from)?.permissions())
}
