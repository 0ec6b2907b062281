//! The new site takes the earlier one's place.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;

/// How two paths exchange what they name, in one step.
pub(super) type Exchange = fn(&Path, &Path) -> io::Result<()>;

/// What became of the earlier site.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    /// There was none.
    First,
    /// It is where the new site was put together.
    Exchanged,
    /// It is at the spare place.
    SetAside,
}

/// Puts the new site at its destination, which is a folder or nothing. When this fails, the earlier
/// site is at its place; or, if not even that could be done, at the spare place.
pub(super) fn put_in_place(
    new: &Path,
    destination: &Path,
    spare: &Path,
    exchange: Exchange,
) -> io::Result<Outcome> {
    if !fs::exists(destination)? {
        fs::rename(new, destination)?;
        return Ok(Outcome::First);
    }
    match exchange(new, destination) {
        Ok(()) => Ok(Outcome::Exchanged),
        Err(fault) if may_be_unsupported(&fault) => {
            rename_twice(new, destination, spare)?;
            Ok(Outcome::SetAside)
        }
        Err(fault) => Err(fault),
    }
}

/// Between these two renames there is no site. A build killed there leaves the earlier one at the
/// spare place, from where the next build puts it back.
fn rename_twice(new: &Path, destination: &Path, spare: &Path) -> io::Result<()> {
    fs::rename(destination, spare)?;
    if let Err(fault) = fs::rename(new, destination) {
        fs::rename(spare, destination)?;
        return Err(fault);
    }
    Ok(())
}

/// Whether an exchange was refused as such. A file system without it says that the flag is invalid,
/// an old kernel that there is no such call, and a container that it is not allowed; where renames
/// are not allowed either, they change nothing and say so.
fn may_be_unsupported(fault: &io::Error) -> bool {
    matches!(
        fault.kind(),
        ErrorKind::InvalidInput | ErrorKind::Unsupported | ErrorKind::PermissionDenied
    )
}

/// The system's own exchange of two names.
#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
pub(super) fn exchange(a: &Path, b: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    Ok(renameat_with(CWD, a, CWD, b, RenameFlags::EXCHANGE)?)
}

/// Systems without one.
#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
pub(super) fn exchange(_: &Path, _: &Path) -> io::Result<()> {
    Err(ErrorKind::Unsupported.into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::PathBuf;

    struct Places {
        folder: tempfile::TempDir,
    }

    impl Places {
        fn with(names: &[&str]) -> Self {
            let folder = tempfile::tempdir().unwrap();
            for name in names {
                fs::create_dir(folder.path().join(name)).unwrap();
                fs::write(folder.path().join(name).join("is"), name).unwrap();
            }
            Places { folder }
        }

        fn at(&self, name: &str) -> PathBuf {
            self.folder.path().join(name)
        }

        fn put_in_place(&self, exchange: Exchange) -> io::Result<Outcome> {
            let (new, earlier, spare) = (self.at("new"), self.at("earlier"), self.at("spare"));
            put_in_place(&new, &earlier, &spare, exchange)
        }

        fn which(&self, name: &str) -> Option<String> {
            fs::read_to_string(self.at(name).join("is")).ok()
        }
    }

    fn refused(_: &Path, _: &Path) -> io::Result<()> {
        Err(ErrorKind::InvalidInput.into())
    }

    #[test]
    fn two_renames_stand_in_for_an_exchange() {
        let places = Places::with(&["new", "earlier"]);
        assert_eq!(places.put_in_place(refused).unwrap(), Outcome::SetAside);
        assert_eq!(places.which("earlier").as_deref(), Some("new"));
        assert_eq!(places.which("spare").as_deref(), Some("earlier"));
    }

    #[test]
    fn the_earlier_site_is_back_when_the_second_rename_fails() {
        let places = Places::with(&["earlier"]);
        assert!(places.put_in_place(refused).is_err());
        assert_eq!(places.which("earlier").as_deref(), Some("earlier"));
        assert!(!places.at("spare").exists());
    }

    #[test]
    fn a_real_failure_is_not_taken_for_a_missing_exchange() {
        let places = Places::with(&["new", "earlier"]);
        let fails: Exchange = |_, _| Err(ErrorKind::ResourceBusy.into());
        assert!(places.put_in_place(fails).is_err());
        assert_eq!(places.which("earlier").as_deref(), Some("earlier"));
        assert_eq!(places.which("new").as_deref(), Some("new"));
    }

    #[test]
    fn a_first_site_needs_no_exchange() {
        let places = Places::with(&["new"]);
        assert_eq!(places.put_in_place(refused).unwrap(), Outcome::First);
        assert_eq!(places.which("earlier").as_deref(), Some("new"));
    }
}
