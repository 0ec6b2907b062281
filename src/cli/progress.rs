//! How far long work is: on a terminal, on one line that goes away; in a pipe, nothing.

use std::io::{IsTerminal, Write, stderr};

/// A line on the terminal.
pub(super) struct Progress {
    what: &'static str,
    is_shown: bool,
}

impl Progress {
    pub fn new(what: &'static str) -> Self {
        Progress {
            what,
            is_shown: stderr().is_terminal(),
        }
    }

    /// Shows how many of how many are done.
    pub fn show(&self, done: usize, total: usize) {
        if self.is_shown {
            // A terminal that went away is no reason to stop.
            let _ = write!(stderr().lock(), "\r\x1b[2K{done} of {total} {}", self.what);
        }
    }

    /// Takes the line away.
    pub fn clear(&self) {
        if self.is_shown {
            let _ = write!(stderr().lock(), "\r\x1b[2K");
        }
    }
}
