//! Where results go: standard output, or the file that was asked for.

use std::io::{self, ErrorKind, Write};
use std::path::Path;

use super::{Outcome, fault};
use canllaw::publish::atomic;

/// Writes a result to standard output. Who closes the other end of a pipe has read enough.
///
/// # Errors
/// How the command ends, everything said, when it cannot be written: the disk may be full.
pub(super) fn to_stdout(text: &str) -> Result<(), Outcome> {
    let mut out = anstream::stdout().lock();
    let written = out.write_all(text.as_bytes()).and_then(|()| out.flush());
    match written {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(unwritten(&error)),
        _ => Ok(()),
    }
}

/// Writes a result to a file, or to standard output where none was asked for.
///
/// # Errors
/// As [`to_stdout`].
pub(super) fn to(output: Option<&Path>, text: &str) -> Result<(), Outcome> {
    match output {
        None => to_stdout(text),
        Some(path) => atomic::put_out(path, text.as_bytes())
            .map_err(|error| fault(&error.to_string(), &error.help())),
    }
}

/// How a command ends whose last step was to write its result.
pub(super) fn ended(written: Result<(), Outcome>) -> Outcome {
    written.err().unwrap_or(Outcome::Done)
}

fn unwritten(error: &io::Error) -> Outcome {
    let message = format!("the result cannot be written to standard output: {error}");
    fault(
        &message,
        "Make room on the disk, or send the output to another place.",
    )
}
