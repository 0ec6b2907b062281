//! A new site, put together beside the output until it takes the output's place.

use std::fs;
use std::io::{self, BufRead, BufReader, Cursor, Read, Seek};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use parking_lot::Mutex;

use super::carry::carry_over;
use super::destination::{Destination, Inputs};
use super::error::EXCHANGE;
use super::hashing::Hashing;
use super::left_behind::LeftBehind;
use super::lock::Lock;
use super::manifest::{self, Manifest};
use super::place::is_same;
use super::store::{CHUNK, Incoming, store};
use super::swap::{self, Exchange, Outcome};
use super::workspace::{self, Workspace};
use super::{PublishError, output_path, sync};
use crate::hash::Hash;

/// A site that is being written. Nothing of it is at the output before [`Staging::commit`]; dropped
/// without that, it is gone, and the output is as it was.
#[derive(Debug)]
pub struct Staging {
    // Dropped in this order: the lock is given up when the folder is gone.
    workspace: Workspace,
    lock: Lock,
    destination: Destination,
    /// Empty where there is no earlier site.
    earlier: Manifest,
    /// Of the files that were added.
    paths: Mutex<Vec<Box<str>>>,
    unchanged: AtomicUsize,
    has_failed: AtomicBool,
}

/// What a build did to its output: numbers of files, without the list of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Published {
    /// Files that are new or have other bytes than before.
    pub written: usize,
    /// Files that are as they were, with their times.
    pub unchanged: usize,
    /// Files of the earlier build that this one does not have.
    pub removed: usize,
    /// Files that canllaw did not write, and that are still there.
    pub carried_over: usize,
    /// What had to be left of the earlier site beside the output.
    pub left_behind: Option<LeftBehind>,
}

impl Staging {
    /// Makes ready to write a site to an output, which is the folder itself or a link to it. It may be
    /// absent (the folders around it are made), empty, or an earlier build's. What a killed build of
    /// this output left is put back or cleared away.
    ///
    /// # Errors
    /// When the output is none of these, holds or lies in what the site is built from, is a mount
    /// point, or is being written by another build; or when the system refuses.
    pub fn prepare(output: &Path, inputs: &Inputs<'_>) -> Result<Self, PublishError> {
        let destination = Destination::resolve(output, inputs)?;
        let parent = destination.parent();
        fs::create_dir_all(parent).map_err(PublishError::system("make", parent))?;
        let lock = lock(&destination)?;
        let abandoned =
            workspace::abandoned(&destination).map_err(PublishError::system("read", parent))?;
        workspace::put_back(&abandoned, &destination)?;
        let earlier = destination.earlier()?.unwrap_or_default();
        workspace::clear_away(&abandoned);
        Ok(Staging {
            workspace: Workspace::create(&destination)?,
            lock,
            destination,
            earlier,
            paths: Mutex::default(),
            unchanged: AtomicUsize::new(0),
            has_failed: AtomicBool::new(false),
        })
    }

    /// Adds a file with these bytes. `path` is relative to the output, with `/` between its parts.
    /// Files can be added from several threads at once.
    ///
    /// # Errors
    /// When the path leads out of the output or is one that a site cannot have, when another file has
    /// it, or when the system refuses. The site can then no longer be committed.
    pub fn write(&self, path: &str, bytes: &[u8]) -> Result<(), PublishError> {
        self.noting_failure(|| {
            output_path::check(path)?;
            self.add(path, in_memory(path, bytes))
        })
    }

    /// Adds a copy of an open file, of which only a part is in memory at a time. The copy has its own time and
    /// permissions.
    ///
    /// # Errors
    /// As [`Staging::write`], and when the file cannot be read.
    pub fn copy_file<R: Read + Seek>(
        &self,
        path: &str,
        from: Incoming<'_, R>,
    ) -> Result<(), PublishError> {
        self.noting_failure(|| {
            output_path::check(path)?;
            self.add(path, in_chunks(from))
        })
    }

    /// The same; gives back the hash of the copy.
    ///
    /// # Errors
    /// As [`Staging::copy_file`].
    pub fn copy_with_hash<R: Read + Seek>(
        &self,
        path: &str,
        from: Incoming<'_, R>,
    ) -> Result<Hash, PublishError> {
        self.noting_failure(|| {
            output_path::check(path)?;
            let Incoming { bytes, size, name } = in_chunks(from);
            let mut bytes = Hashing::new(bytes);
            let incoming = Incoming {
                bytes: &mut bytes,
                size,
                name,
            };
            self.add(path, incoming)?;
            Ok(bytes.hash())
        })
    }

    /// Puts the site at its output, in one step. What others have put there is carried over; what an
    /// earlier build wrote and this one did not is removed.
    ///
    /// # Errors
    /// When a file could not be added before, when this build has a file where someone else put one,
    /// or when the system refuses. The output is then as it was.
    pub fn commit(self) -> Result<Published, PublishError> {
        self.commit_by(swap::exchange)
    }

    fn commit_by(self, exchange: Exchange) -> Result<Published, PublishError> {
        if self.has_failed.load(Ordering::Relaxed) {
            let output = self.destination.asked().to_owned();
            return Err(PublishError::Incomplete { output });
        }
        let manifest = Manifest::new(std::mem::take(&mut *self.paths.lock()));
        let unchanged = self.unchanged.load(Ordering::Relaxed);
        let mut published = Published {
            written: manifest.paths().len() - unchanged,
            unchanged,
            removed: self.removed_by(&manifest),
            carried_over: self.carry_over()?,
            left_behind: None,
        };
        self.write_list(&manifest)?;
        published.left_behind = self.take_place(exchange)?;
        Ok(published)
    }

    fn noting_failure<T>(
        &self,
        add: impl FnOnce() -> Result<T, PublishError>,
    ) -> Result<T, PublishError> {
        add().inspect_err(|_| self.has_failed.store(true, Ordering::Relaxed))
    }

    fn add<R: BufRead + Seek>(
        &self,
        path: &str,
        incoming: Incoming<'_, R>,
    ) -> Result<(), PublishError> {
        // Only what an earlier build wrote: a file that someone else put there is not to be taken up.
        let is_listed = self.earlier.has(path);
        let earlier = is_listed.then(|| self.destination.folder().join(path));
        let is_unchanged = store(incoming, path, &self.workspace.site(), earlier.as_deref())?;
        self.paths.lock().push(path.into());
        self.unchanged
            .fetch_add(usize::from(is_unchanged), Ordering::Relaxed);
        Ok(())
    }

    fn removed_by(&self, manifest: &Manifest) -> usize {
        let earlier = self.earlier.paths().iter();
        earlier.filter(|path| !manifest.has(path)).count()
    }

    fn carry_over(&self) -> Result<usize, PublishError> {
        let earlier = self.destination.folder();
        let reading = PublishError::system("read", earlier);
        if self.destination.is_vacant().map_err(reading)? {
            return Ok(0);
        }
        let carried = carry_over(earlier, &self.earlier, &self.workspace.site())?;
        if carried.taken.is_empty() {
            return Ok(carried.files);
        }
        let found = carried.taken;
        Err(PublishError::Foreign { found })
    }

    fn write_list(&self, manifest: &Manifest) -> Result<(), PublishError> {
        let text = manifest.to_string();
        let name = manifest::FILE_NAME;
        let earlier = self.destination.folder().join(name);
        let incoming = in_memory(name, text.as_bytes());
        store(incoming, name, &self.workspace.site(), Some(&earlier)).map(drop)
    }

    /// Exchanges the sites and removes the earlier one; gives what had to be left of it.
    fn take_place(self, exchange: Exchange) -> Result<Option<LeftBehind>, PublishError> {
        // The lock first: what is named later is dropped earlier.
        let Staging {
            lock: _lock,
            workspace,
            destination,
            earlier,
            ..
        } = self;
        let site = workspace.site();
        sync::everything_below(&site).map_err(PublishError::system("store", &site))?;
        let output = destination.folder();
        let outcome = swap::put_in_place(&site, output, &workspace.earlier(), exchange);
        let outcome = match outcome {
            Ok(outcome) => outcome,
            Err(fault) => return Err(not_in_place(fault, workspace, &destination)),
        };
        // The site is published: from here on nothing is an error.
        sync::names_in(destination.parent());
        let retired = match outcome {
            Outcome::First => return Ok(workspace.remove().map(LeftBehind::Remains)),
            Outcome::Exchanged => workspace.site(),
            Outcome::SetAside => workspace.earlier(),
        };
        // Once more, for what was put there while the sites were being exchanged. What was carried over
        // before has its place in the new site.
        let is_in_place = |path: &PathBuf| {
            let below = path.strip_prefix(&retired).unwrap_or(path);
            is_same(path, &output.join(below)).unwrap_or(false)
        };
        match carry_over(&retired, &earlier, output) {
            Ok(carried) if carried.taken.iter().all(is_in_place) => {
                Ok(workspace.remove().map(LeftBehind::Remains))
            }
            _ => Ok(Some(LeftBehind::NotCarriedOver(workspace.disown()))),
        }
    }
}

fn lock(destination: &Destination) -> Result<Lock, PublishError> {
    let path = destination
        .parent()
        .join(destination.hidden_name(".canllaw-lock"));
    let taken = Lock::take(path.clone()).map_err(PublishError::system("lock", &path))?;
    taken.ok_or_else(|| PublishError::InUse {
        output: destination.asked().to_owned(),
    })
}

fn in_memory<'a>(path: &'a str, bytes: &'a [u8]) -> Incoming<'a, Cursor<&'a [u8]>> {
    Incoming {
        bytes: Cursor::new(bytes),
        size: bytes.len() as u64,
        name: Path::new(path),
    }
}

fn in_chunks<R: Read>(from: Incoming<'_, R>) -> Incoming<'_, BufReader<R>> {
    Incoming {
        bytes: BufReader::with_capacity(CHUNK, from.bytes),
        size: from.size,
        name: from.name,
    }
}

fn not_in_place(
    source: io::Error,
    workspace: Workspace,
    destination: &Destination,
) -> PublishError {
    let kept = workspace.earlier();
    if kept.exists() {
        workspace.leave();
        let output = destination.asked().to_owned();
        return PublishError::Stranded {
            output,
            kept,
            source,
        };
    }
    PublishError::system(EXCHANGE, destination.asked())(source)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An exchange during which somebody puts a folder with a file into the earlier site. It cannot be
    /// carried over: where it would go, the new site has a link that leads nowhere but to itself.
    fn somebody_writes_meanwhile(new: &Path, destination: &Path) -> io::Result<()> {
        let between = destination.with_extension("between");
        fs::rename(destination, &between)?;
        fs::rename(new, destination)?;
        fs::rename(&between, new)?;
        fs::create_dir(new.join("theirs"))?;
        fs::write(new.join("theirs/notes.txt"), "ours")?;
        std::os::unix::fs::symlink("theirs", destination.join("theirs"))
    }

    /// An exchange during which somebody puts a file into the earlier site, where the new one has another.
    fn somebody_writes_at_a_page_s_place(new: &Path, destination: &Path) -> io::Result<()> {
        let between = destination.with_extension("between");
        fs::rename(destination, &between)?;
        fs::rename(new, destination)?;
        fs::rename(&between, new)?;
        fs::write(new.join("new.html"), "theirs")
    }

    fn staging(folder: &Path) -> Staging {
        let inputs = Inputs {
            site: &folder.join("site"),
            folders: &[],
        };
        let staging = Staging::prepare(&folder.join("public"), &inputs).unwrap();
        staging.write("index.html", b"a page").unwrap();
        staging
    }

    #[test]
    fn what_somebody_put_there_during_the_exchange_is_kept_and_named() {
        let folder = tempfile::tempdir().unwrap();
        staging(folder.path()).commit().unwrap();
        let published = staging(folder.path()).commit_by(somebody_writes_meanwhile);
        let left_behind = published.unwrap().left_behind;
        let Some(LeftBehind::NotCarriedOver(kept)) = &left_behind else {
            panic!("{left_behind:?}");
        };
        let warning = left_behind
            .iter()
            .map(ToString::to_string)
            .collect::<String>();
        assert!(warning.contains(&kept.display().to_string()), "{warning}");
        assert!(warning.contains("No later build will."), "{warning}");

        fs::remove_file(folder.path().join("public/theirs")).unwrap();
        assert_eq!(staging(folder.path()).commit().unwrap().left_behind, None);
        let notes = fs::read_to_string(kept.join("site/theirs/notes.txt"));
        assert_eq!(notes.unwrap(), "ours");
    }

    #[test]
    fn what_somebody_put_where_the_new_site_has_a_page_is_kept_and_named() {
        let folder = tempfile::tempdir().unwrap();
        let public = folder.path().join("public");
        staging(folder.path()).commit().unwrap();
        // What was there before the exchange is in both sites, and is no reason to keep the earlier one.
        fs::write(public.join("robots-of-theirs.txt"), "theirs").unwrap();
        assert_eq!(staging(folder.path()).commit().unwrap().left_behind, None);

        let staged = staging(folder.path());
        staged.write("new.html", b"a new page").unwrap();
        let published = staged.commit_by(somebody_writes_at_a_page_s_place).unwrap();
        let Some(LeftBehind::NotCarriedOver(kept)) = published.left_behind else {
            panic!("{:?}", published.left_behind);
        };
        let read = |path: PathBuf| fs::read_to_string(path).unwrap();
        assert_eq!(read(kept.join("site/new.html")), "theirs");
        assert_eq!(read(public.join("new.html")), "a new page");
        assert_eq!(read(public.join("robots-of-theirs.txt")), "theirs");
    }
}
