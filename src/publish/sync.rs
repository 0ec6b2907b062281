//! From the system's memory to the disk, so that a power cut finds a whole site too.

use std::fs::File;
use std::io;
use std::path::Path;

/// Stores all that was written below a folder. One call for the file system: one for each of a
/// hundred thousand files would take longer than the build.
#[cfg(any(target_os = "linux", target_os = "android"))]
pub(super) fn everything_below(folder: &Path) -> io::Result<()> {
    Ok(rustix::fs::syncfs(File::open(folder)?)?)
}

/// Systems without such a call store what was written in their own time.
#[cfg(not(any(target_os = "linux", target_os = "android")))]
pub(super) fn everything_below(_: &Path) -> io::Result<()> {
    Ok(())
}

/// Stores the names in a folder, where the system can. What cannot be stored now is stored later.
pub(super) fn names_in(folder: &Path) {
    if let Ok(folder) = File::open(folder) {
        let _ = folder.sync_all();
    }
}
