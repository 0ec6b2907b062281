//! The hashes of files, of which only a part is in memory at a time.
//!
//! A hash is kept by when the file was last written: a preview, which reads a document anew after each save, reads
//! its attachments once.

use std::collections::HashMap;
use std::io::Read;
use std::sync::Arc;

use parking_lot::Mutex;

use super::{Root, Stamp, unreadable};
use crate::diagnostic::Diagnostic;
use crate::hash::{Hash, Hasher};

/// How much of a file is in memory at once, in bytes.
const CHUNK: usize = 64 * 1024;

/// What a file was when it was hashed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hashed {
    /// SHA-256 of its bytes.
    pub hash: Hash,
    /// How many bytes it has.
    pub bytes: u64,
}

/// The hashes of files, by their paths, and of which state of the file each is.
#[derive(Clone, Debug, Default)]
pub(super) struct KnownHashes(Arc<Mutex<HashMap<String, (Stamp, Hashed)>>>);

impl Root {
    /// The hash of a file of any kind. A file that was not written since it was last asked for is not read again.
    ///
    /// # Errors
    /// As [`Root::look_at_file`], and when it cannot be read to its end.
    pub fn hash_file(&self, path: &str) -> Result<Hashed, Box<Diagnostic>> {
        let (mut file, found) = self.open_file(path)?;
        let stamp = Stamp::of(&found);
        let known = self.hashes.0.lock().get(path).copied();
        if let Some((_, hashed)) = known.filter(|(earlier, _)| *earlier == stamp) {
            return Ok(hashed);
        }
        let mut hash = Hasher::default();
        let mut chunk = vec![0; CHUNK];
        let mut bytes = 0;
        loop {
            let read = file.read(&mut chunk);
            let length = read.map_err(|fault| Box::new(unreadable(path, &fault)))?;
            if length == 0 {
                break;
            }
            hash.add(&chunk[..length]);
            bytes += length as u64;
        }
        let hashed = Hashed {
            hash: hash.end(),
            bytes,
        };
        self.hashes
            .0
            .lock()
            .insert(path.to_owned(), (stamp, hashed));
        Ok(hashed)
    }
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use std::fs;

    use super::*;

    /// How many bytes this thread has read from files.
    fn bytes_read() -> u64 {
        let counts = fs::read_to_string("/proc/thread-self/io").unwrap();
        let read = counts.lines().find_map(|line| line.strip_prefix("rchar: "));
        read.unwrap().parse().unwrap()
    }

    #[test]
    fn a_file_is_read_again_once_it_was_written_and_not_before() {
        const SIZE: u64 = 1 << 20;
        let folder = tempfile::tempdir().unwrap();
        let root = Root::open(folder.path()).unwrap();
        let put = |letter: &str, times| {
            let bytes = letter.repeat(times);
            fs::write(folder.path().join("form.pdf"), &bytes).unwrap();
            Hash::of(&bytes)
        };
        let hashed = || {
            let before = bytes_read();
            let hashed = root.clone().hash_file("form.pdf").unwrap();
            (hashed, bytes_read() - before)
        };
        let first = put("a", 1 << 20);
        let (found, read) = hashed();
        assert_eq!((found.hash, found.bytes), (first, SIZE));
        assert!(read >= SIZE);
        let (again, read) = hashed();
        assert_eq!(again, found);
        assert!(read < 4096, "{read}");
        let second = put("b", (1 << 20) + 1);
        let (other, read) = hashed();
        assert_eq!(other.hash, second);
        assert!(read > SIZE);
    }
}
