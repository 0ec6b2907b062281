//! Putting one file or folder at its place below a root.

use std::fs::{self, File, FileTimes, OpenOptions};
use std::io::{self, ErrorKind};
use std::path::Path;

/// Puts something at a path, with the folders below the root that it needs. They are made before it is
/// tried, since most pages are alone in theirs. The root itself is never made: without it the build has
/// lost its files.
pub(super) fn with_folders<T>(
    root: &Path,
    path: &Path,
    put: impl FnOnce() -> io::Result<T>,
) -> io::Result<T> {
    make_folder(root, path.parent().unwrap_or(root))?;
    put()
}

/// Makes a folder, and those that it needs, below a root that is there. One that is there is taken.
pub(super) fn make_folder(root: &Path, folder: &Path) -> io::Result<()> {
    if folder == root {
        return root.metadata().map(drop);
    }
    match fs::create_dir(folder) {
        Err(fault) if fault.kind() == ErrorKind::AlreadyExists && is_folder(folder) => Ok(()),
        Err(fault) if fault.kind() == ErrorKind::NotFound => {
            make_folder(root, folder.parent().unwrap_or(root))?;
            match fs::create_dir(folder) {
                Err(fault) if fault.kind() == ErrorKind::AlreadyExists && is_folder(folder) => {
                    Ok(())
                }
                made => made,
            }
        }
        made => made,
    }
}

fn is_folder(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|found| found.is_dir())
}

/// Whether something else is where a file was to be put, or where a folder for it was.
pub(super) fn is_taken(fault: &io::Error) -> bool {
    matches!(
        fault.kind(),
        ErrorKind::AlreadyExists | ErrorKind::NotADirectory | ErrorKind::IsADirectory
    )
}

/// Puts the same file, or link, at a second path: by a second name where the system has that, else by
/// a copy with the same permissions and times. Nothing that is there is written over.
pub(super) fn duplicate(from: &Path, to: &Path) -> io::Result<()> {
    match fs::hard_link(from, to) {
        Err(fault) if is_taken(&fault) || fault.kind() == ErrorKind::NotFound => Err(fault),
        Err(fault) => copy(from, to, fault),
        Ok(()) => Ok(()),
    }
}

/// Whether a file or link is the same at two paths: one file with two names, or the same bytes.
pub(super) fn is_same(one: &Path, other: &Path) -> io::Result<bool> {
    let (a, b) = (fs::symlink_metadata(one)?, fs::symlink_metadata(other)?);
    if a.is_symlink() && b.is_symlink() {
        return Ok(fs::read_link(one)? == fs::read_link(other)?);
    }
    if !a.is_file() || !b.is_file() || a.len() != b.len() {
        return Ok(false);
    }
    Ok(is_one_file(&a, &b) || fs::read(one)? == fs::read(other)?)
}

fn is_one_file(one: &fs::Metadata, other: &fs::Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    (one.dev(), one.ino()) == (other.dev(), other.ino())
}

fn copy(from: &Path, to: &Path, why: io::Error) -> io::Result<()> {
    let found = fs::symlink_metadata(from)?;
    if found.is_symlink() {
        return copy_link(&fs::read_link(from)?, to);
    }
    if !found.is_file() {
        return Err(why);
    }
    copy_file(from, to)
}

fn copy_file(from: &Path, to: &Path) -> io::Result<()> {
    let mut source = File::open(from)?;
    let found = source.metadata()?;
    let mut target = OpenOptions::new().write(true).create_new(true).open(to)?;
    io::copy(&mut source, &mut target)?;
    target.set_permissions(found.permissions())?;
    target.set_times(FileTimes::new().set_modified(found.modified()?))
}

fn copy_link(target: &Path, to: &Path) -> io::Result<()> {
    std::os::unix::fs::symlink(target, to)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::{Duration, SystemTime};

    #[test]
    fn a_copy_has_the_bytes_permissions_and_time_and_writes_nothing_over() {
        let folder = tempfile::tempdir().unwrap();
        let (from, to) = (folder.path().join("from"), folder.path().join("to"));
        fs::write(&from, "rheol").unwrap();
        let long_ago = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000);
        File::options()
            .write(true)
            .open(&from)
            .and_then(|file| file.set_modified(long_ago))
            .unwrap();
        let mut permissions = fs::metadata(&from).unwrap().permissions();
        permissions.set_readonly(true);
        fs::set_permissions(&from, permissions.clone()).unwrap();

        copy_file(&from, &to).unwrap();
        let copied = fs::metadata(&to).unwrap();
        assert_eq!(fs::read(&to).unwrap(), b"rheol");
        assert_eq!(copied.permissions(), permissions);
        assert_eq!(copied.modified().unwrap(), long_ago);
        assert!(is_taken(&copy_file(&from, &to).unwrap_err()));
    }

    #[test]
    fn folders_are_made_below_a_root_but_not_the_root() {
        let folder = tempfile::tempdir().unwrap();
        let make = |root: &Path| {
            let path = root.join("a/b/c");
            with_folders(root, &path, || fs::write(&path, "x"))
        };
        make(folder.path()).unwrap();
        let lost = folder.path().join("lost");
        assert_eq!(make(&lost).unwrap_err().kind(), ErrorKind::NotFound);
        assert!(!lost.exists());
    }
}
