//! One file's bytes into the new site.

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufRead, Read, Seek, Write};
use std::path::Path;

use super::{PublishError, place};

/// How much of a file on disk is in memory at once, in bytes.
pub(super) const CHUNK: usize = 32 * 1024;

/// Bytes on their way to the output: where they come from, and how to name that in an error.
#[derive(Debug)]
pub struct Incoming<'a, R> {
    /// Gives the bytes; it can be read twice.
    pub bytes: R,
    /// How many there are.
    pub size: u64,
    /// The file that they are read from, or the path that they are for.
    pub name: &'a Path,
}

/// Puts bytes at a path of the new site. Where the earlier output's file has the same bytes, that
/// file itself is put there, with its time. Gives whether it was.
pub(super) fn store<R: BufRead + Seek>(
    mut incoming: Incoming<'_, R>,
    path: &str,
    site: &Path,
    earlier: Option<&Path>,
) -> Result<bool, PublishError> {
    let to = site.join(path);
    let is_unchanged = keep(&mut incoming, &to, site, earlier, path)?;
    if !is_unchanged {
        write(&mut incoming, &to, site, path)?;
    }
    Ok(is_unchanged)
}

/// Keeps the earlier file, if it is there and has these bytes. Gives whether it is kept.
fn keep<R: BufRead + Seek>(
    incoming: &mut Incoming<'_, R>,
    to: &Path,
    site: &Path,
    earlier: Option<&Path>,
    path: &str,
) -> Result<bool, PublishError> {
    let Some((from, mut file)) = earlier.and_then(|from| open_sized(from, incoming.size)) else {
        return Ok(false);
    };
    let reading = || PublishError::system("read", incoming.name);
    if !are_same(&mut incoming.bytes, &mut file).map_err(reading())? {
        incoming.bytes.rewind().map_err(reading())?;
        return Ok(false);
    }
    place::with_folders(site, to, || place::duplicate(from, to))
        .map_err(|fault| cannot_store(fault, to, path))?;
    Ok(true)
}

/// Opens a regular file that has a size. A file that cannot be read is as good as none: the new one
/// is written.
fn open_sized(path: &Path, size: u64) -> Option<(&Path, File)> {
    let found = fs::symlink_metadata(path).ok()?;
    if !found.is_file() || found.len() != size {
        return None;
    }
    Some((path, File::open(path).ok()?))
}

/// Whether bytes are the same as the earlier ones. The error is one of reading the new bytes.
fn are_same(new: &mut impl BufRead, earlier: &mut impl Read) -> io::Result<bool> {
    let mut earlier_chunk = [0; CHUNK];
    loop {
        let there = new.fill_buf()?;
        let chunk = &there[..there.len().min(CHUNK)];
        if chunk.is_empty() {
            return Ok(matches!(earlier.read(&mut earlier_chunk), Ok(0)));
        }
        let earlier_chunk = &mut earlier_chunk[..chunk.len()];
        let matched = earlier.read_exact(earlier_chunk).is_ok();
        if !matched || chunk != earlier_chunk {
            return Ok(false);
        }
        let length = chunk.len();
        new.consume(length);
    }
}

/// Writes a new file.
fn write<R: BufRead>(
    incoming: &mut Incoming<'_, R>,
    to: &Path,
    site: &Path,
    path: &str,
) -> Result<(), PublishError> {
    let create = || OpenOptions::new().write(true).create_new(true).open(to);
    let mut file =
        place::with_folders(site, to, create).map_err(|fault| cannot_store(fault, to, path))?;
    loop {
        let chunk = incoming
            .bytes
            .fill_buf()
            .map_err(PublishError::system("read", incoming.name))?;
        if chunk.is_empty() {
            return Ok(());
        }
        file.write_all(chunk)
            .map_err(PublishError::system("write", to))?;
        let length = chunk.len();
        incoming.bytes.consume(length);
    }
}

fn cannot_store(fault: io::Error, to: &Path, path: &str) -> PublishError {
    if place::is_taken(&fault) {
        let path = path.to_owned();
        return PublishError::SamePath { path };
    }
    PublishError::system("write", to)(fault)
}
