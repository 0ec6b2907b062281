//! A file that is open, and sure to lie in the site.

use std::fs::{File, Metadata};
use std::io::{self, Read, Seek, SeekFrom};

/// A file of the site, open. What is read is this file, whatever has its name by then.
#[derive(Debug)]
pub struct OpenFile {
    file: File,
    size: u64,
}

impl OpenFile {
    pub(super) fn new(file: File, found: &Metadata) -> Self {
        OpenFile {
            file,
            size: found.len(),
        }
    }

    /// How many bytes it had when it was opened.
    pub fn size(&self) -> u64 {
        self.size
    }
}

impl Read for OpenFile {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        self.file.read(into)
    }
}

impl Seek for OpenFile {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.file.seek(to)
    }
}
