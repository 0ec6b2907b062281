//! Single files, replaced whole or not at all.

use std::fs::{self, OpenOptions, Permissions};
use std::io::{self, ErrorKind, Write};
use std::path::Path;

use tempfile::NamedTempFile;

use super::PublishError;
use super::real_path::{folder_around, real};

/// Puts bytes at a path, whether a file is there or not. A reader sees the earlier bytes or the new
/// ones, never a part. The file keeps its permissions; a link stays, and what it leads to is replaced.
///
/// # Errors
/// When the folder is not there or may not be written to, or when the file itself may only be read.
/// The file is then as it was.
pub fn replace_file(path: &Path, bytes: &[u8]) -> Result<(), PublishError> {
    let writing = || PublishError::system("write", path);
    let real = real(path).map_err(writing())?;
    let permissions = permissions_of(&real).map_err(writing())?;
    write_beside(&real, bytes, permissions).map_err(writing())
}

/// Puts a result where it was asked for: as [`replace_file`] does; but what is there and is no file, such as a
/// pipe or a device, is written into and stays.
///
/// # Errors
/// As [`replace_file`]; and when what is there does not take the bytes.
pub fn put_out(path: &Path, bytes: &[u8]) -> Result<(), PublishError> {
    let is_special = |found: fs::Metadata| !found.is_file() && !found.is_dir();
    if !fs::metadata(path).is_ok_and(is_special) {
        return replace_file(path, bytes);
    }
    let open = OpenOptions::new().write(true).open(path);
    let written = open.and_then(|mut special| special.write_all(bytes));
    written.map_err(PublishError::system("write", path))
}

/// Puts a file back as it was: with the bytes that it had, or away where there was none.
///
/// # Errors
/// When it cannot be written or removed.
pub fn restore_file(path: &Path, earlier: Option<&[u8]>) -> Result<(), PublishError> {
    match earlier {
        Some(bytes) => replace_file(path, bytes),
        None => fs::remove_file(path).map_err(PublishError::system("remove", path)),
    }
}

/// The permissions to keep: those of the file that is there, if it may be written to.
fn permissions_of(path: &Path) -> io::Result<Option<Permissions>> {
    match fs::metadata(path) {
        Ok(found) if found.is_dir() => Err(ErrorKind::IsADirectory.into()),
        Ok(found) if found.permissions().readonly() => Err(ErrorKind::PermissionDenied.into()),
        Ok(found) => Ok(Some(found.permissions())),
        Err(fault) if fault.kind() == ErrorKind::NotFound => Ok(None),
        Err(fault) => Err(fault),
    }
}

fn write_beside(path: &Path, bytes: &[u8], permissions: Option<Permissions>) -> io::Result<()> {
    let mut file = temporary_in(folder_around(path))?;
    file.write_all(bytes)?;
    if let Some(permissions) = permissions {
        file.as_file().set_permissions(permissions)?;
    }
    // Before the rename: after a power cut the name must not lead to bytes that were never stored.
    file.as_file().sync_all()?;
    file.persist(path)?;
    Ok(())
}

fn temporary_in(folder: &Path) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".canllaw-");
    {
        // As for any new file; the process's mask takes away what it does not give.
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(Permissions::from_mode(0o666));
    }
    builder.tempfile_in(folder)
}
