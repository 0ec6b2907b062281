//! Opening files that are sure to lie in a folder, where the system can say so in one call.

use std::fs::File;
use std::path::Path;
use std::sync::Arc;

/// A folder that files are opened in.
#[derive(Clone, Debug)]
pub(super) struct Inside(Option<Arc<File>>);

impl Inside {
    /// A folder; one that cannot be opened has no file.
    pub fn of(folder: &Path) -> Self {
        Inside(File::open(folder).ok().map(Arc::new))
    }

    /// Opens a file by its path from the folder, if the system can tell that no link on the way leads out
    /// of it. Nothing otherwise, whatever the reason: then the way has to be looked at. A pipe is not waited for.
    #[cfg(any(target_os = "linux", target_os = "android"))]
    pub fn open(&self, path: &str) -> Option<File> {
        use rustix::fs::{Mode, OFlags, ResolveFlags, openat2};
        let folder = self.0.as_ref()?;
        let flags = OFlags::RDONLY | OFlags::CLOEXEC | OFlags::NONBLOCK | OFlags::NOCTTY;
        let found = openat2(folder, path, flags, Mode::empty(), ResolveFlags::BENEATH).ok()?;
        Some(File::from(found))
    }

    /// Systems without such a call.
    #[cfg(not(any(target_os = "linux", target_os = "android")))]
    pub fn open(&self, _: &str) -> Option<File> {
        let _ = &self.0;
        None
    }
}
