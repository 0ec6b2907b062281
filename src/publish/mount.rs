//! Mount points: folders that cannot change places with others, and that lead to someone else's files.

use std::io;
use std::path::Path;

/// Whether another disk or folder is mounted at a folder. Links are not followed.
pub(super) fn is_mount_point(folder: &Path) -> io::Result<bool> {
    if let Some(known) = stated_by_kernel(folder) {
        return Ok(known);
    }
    use std::os::unix::fs::MetadataExt;
    let around = folder.join("..");
    Ok(folder.symlink_metadata()?.dev() != around.symlink_metadata()?.dev())
}

/// What the kernel says, since Linux 5.8. A folder mounted from the same disk has that disk's number,
/// so that nothing else tells it.
#[cfg(target_os = "linux")]
fn stated_by_kernel(folder: &Path) -> Option<bool> {
    use rustix::fs::{AtFlags, CWD, StatxAttributes, StatxFlags, statx};
    let known = statx(CWD, folder, AtFlags::SYMLINK_NOFOLLOW, StatxFlags::empty()).ok()?;
    let stated = known
        .stx_attributes_mask
        .contains(StatxAttributes::MOUNT_ROOT);
    stated.then(|| known.stx_attributes.contains(StatxAttributes::MOUNT_ROOT))
}

#[cfg(not(target_os = "linux"))]
fn stated_by_kernel(_: &Path) -> Option<bool> {
    None
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::is_mount_point;
    use std::path::Path;

    #[test]
    fn a_mounted_file_system_is_told_from_a_folder() {
        assert!(is_mount_point(Path::new("/proc")).unwrap());
        let folder = tempfile::tempdir().unwrap();
        assert!(!is_mount_point(folder.path()).unwrap());
    }
}
