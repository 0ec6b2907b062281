//! Bytes whose hash is taken as they pass, so that nothing is read for it alone.

use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom};

use crate::hash::{Hash, Hasher};

/// Bytes of which it is known what was read of them since they were last sought.
pub(super) struct Hashing<R> {
    bytes: BufReader<R>,
    passed: Hasher,
}

impl<R: Read> Hashing<R> {
    pub(super) fn new(bytes: BufReader<R>) -> Self {
        Hashing {
            bytes,
            passed: Hasher::default(),
        }
    }

    /// The hash of what was read.
    pub(super) fn hash(self) -> Hash {
        self.passed.end()
    }
}

impl<R: Read> BufRead for Hashing<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        self.bytes.fill_buf()
    }

    fn consume(&mut self, length: usize) {
        self.passed.add(&self.bytes.buffer()[..length]);
        self.bytes.consume(length);
    }
}

impl<R: Read> Read for Hashing<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let length = self.fill_buf()?.read(into)?;
        self.consume(length);
        Ok(length)
    }
}

impl<R: Seek> Seek for Hashing<R> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.passed = Hasher::default();
        self.bytes.seek(to)
    }
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use std::fs;

    use super::*;
    use crate::publish::{Incoming, Inputs, Staging};

    /// How many bytes this thread has read from files.
    fn bytes_read() -> usize {
        let counts = fs::read_to_string("/proc/thread-self/io").unwrap();
        let read = counts.lines().find_map(|line| line.strip_prefix("rchar: "));
        read.unwrap().parse().unwrap()
    }

    #[test]
    fn of_a_copy_no_byte_is_read_for_its_hash_alone() {
        const SIZE: usize = 1 << 20;
        // What counting itself takes.
        const FEW: usize = 4096;
        let folder = tempfile::tempdir().unwrap();
        let form = folder.path().join("form.pdf");
        let output = folder.path().join("public");
        let inputs = Inputs {
            site: &folder.path().join("site"),
            folders: &[],
        };
        let copies = [
            ("a new file", "a", SIZE, 1),
            ("as it was: it and the earlier one", "a", SIZE, 2),
            // The last byte is another.
            ("of the same size: both, then it alone", "b", SIZE, 3),
            ("of another size", "b", SIZE / 2, 1),
        ];
        for (what, end, size, times) in copies {
            let bytes = format!("{}{end}", "a".repeat(size - 1));
            fs::write(&form, &bytes).unwrap();
            let staging = Staging::prepare(&output, &inputs).unwrap();
            let open = || Incoming {
                bytes: fs::File::open(&form).unwrap(),
                size: size as u64,
                name: &form,
            };
            let before = bytes_read();
            staging.copy_file("static.pdf", open()).unwrap();
            let between = bytes_read();
            let copied = staging.copy_with_hash("form.pdf", open());
            let read = [between - before, bytes_read() - between];
            let expected = times * size..times * size + FEW;
            assert!(
                read.iter().all(|read| expected.contains(read)),
                "{what}: {read:?}"
            );

            assert_eq!(copied.unwrap(), Hash::of(&bytes), "{what}");
            staging.commit().unwrap();
            let published = fs::read_to_string(output.join("form.pdf"));
            assert_eq!(published.unwrap(), bytes, "{what}");
        }
    }
}
