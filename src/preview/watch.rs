//! Seeing what is saved: by the system's events, or by looking again and again where there are none.
//!
//! Folders are watched, not files, since editors put a new file in an old one's place; and the folder around the
//! site's, since that may be removed and made again. Where the system
//! had more to say than it could keep, the files are looked at: nothing is read again that did not change.

use std::collections::BTreeSet;
use std::mem;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use notify::{Config, Event, EventHandler, RecommendedWatcher, RecursiveMode, WatcherKind};
use notify_debouncer_full::{DebounceEventResult, Debouncer, NoCache, new_debouncer_opt};

use crate::config;
use crate::source::Snapshot;

/// How long a burst of saves may last to be taken as one.
const QUIET: Duration = Duration::from_millis(50);
/// How often the files are looked at where there are no events.
const POLL_EVERY: Duration = Duration::from_millis(500);
/// The folders of a site that are watched with all that is in them.
const WATCHED: [&str; 3] = ["content", "themes", "static"];

/// How saves are seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Seeing {
    /// The system says what was saved.
    Events,
    /// The files are looked at again and again.
    Polling(WhyPoll),
}

/// Why the files are looked at again and again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WhyPoll {
    /// It was asked for.
    Asked,
    /// The folder lies on a drive of another machine, whose events do not come here: its kind.
    Drive(&'static str),
    /// The system gives no events: what it said.
    Refused(String),
}

/// What the system says.
enum Seen {
    /// These files, or files in these folders, were changed.
    Paths(BTreeSet<PathBuf>),
    /// More than it could keep.
    Lost,
}

/// Something that watches; what it sees comes out of [`Watcher::next`].
pub(super) struct Watcher {
    folder: PathBuf,
    seen: Receiver<Seen>,
    own: Sender<Seen>,
    /// Nothing where the files are looked at again and again.
    events: Option<Debouncer<Changes, NoCache>>,
    known: Known,
    /// Single files beside the watched folders.
    beside: BTreeSet<PathBuf>,
}

/// The files as they were when they were last looked at.
enum Known {
    /// They are being looked at.
    Soon(JoinHandle<Snapshot>),
    At(Snapshot),
}

impl Watcher {
    /// Begins to watch the folder of a site.
    pub fn start(folder: &Path, poll: bool) -> (Self, Seeing) {
        let (own, seen) = channel();
        let mut watcher = Watcher {
            folder: folder.to_owned(),
            seen,
            own,
            events: None,
            known: Known::At(Snapshot::default()),
            beside: BTreeSet::new(),
        };
        let why = if poll {
            WhyPoll::Asked
        } else if let Some(kind) = drive_of_another_machine(folder) {
            WhyPoll::Drive(kind)
        } else {
            match watcher.take_events() {
                Ok(()) => {
                    watcher.known = watcher.look_soon();
                    return (watcher, Seeing::Events);
                }
                Err(fault) => WhyPoll::Refused(fault.to_string()),
            }
        };
        watcher.events = None;
        watcher.known = Known::At(Snapshot::of(&watcher.paths()));
        (watcher, Seeing::Polling(why))
    }

    /// Looks at the files beside what else is done; at once where the system gives no thread for it.
    fn look_soon(&self) -> Known {
        let paths = self.paths();
        let look = thread::Builder::new().name("look".into());
        match look.spawn(move || Snapshot::of(&paths)) {
            Ok(looking) => Known::Soon(looking),
            Err(_) => Known::At(Snapshot::of(&self.paths())),
        }
    }

    fn take_events(&mut self) -> notify::Result<()> {
        let handler = handler(self.own.clone());
        let debouncer = new_debouncer_opt(QUIET, None, handler, NoCache, Config::default())?;
        self.events = Some(debouncer);
        self.watch_site()?;
        if let Some(around) = self.folder.parent().map(Path::to_owned) {
            // Who may not read that folder sees all saves, as long as nobody replaces the site's.
            let _ = self.watch(&around, RecursiveMode::NonRecursive);
        }
        Ok(())
    }

    /// Watches the site's folder, and those in it whole.
    fn watch_site(&mut self) -> notify::Result<()> {
        let folder = self.folder.clone();
        self.watch(&folder, RecursiveMode::NonRecursive)?;
        for name in WATCHED {
            self.watch_below(&folder.join(name))?;
        }
        Ok(())
    }

    /// What is looked at.
    fn paths(&self) -> Vec<PathBuf> {
        let mut paths: Vec<PathBuf> = WATCHED.iter().map(|name| self.folder.join(name)).collect();
        paths.push(self.folder.join(config::site::FILE));
        paths.extend(self.beside.iter().cloned());
        paths
    }

    /// Watches a single file, which lies beside the folders of a site. What cannot be watched is not.
    pub fn watch_file(&mut self, file: &Path) {
        if self.beside.insert(file.to_owned()) {
            self.watch_folders_around(file);
        }
    }

    /// Watches the folders that a file is in, below the site's: each, since each may be moved.
    fn watch_folders_around(&mut self, file: &Path) {
        let site = self.folder.clone();
        let around = file.ancestors().skip(1);
        let below = around.take_while(|folder| *folder != site && folder.starts_with(&site));
        for folder in below.filter(|folder| folder.is_dir()) {
            let _ = self.watch(folder, RecursiveMode::NonRecursive);
        }
    }

    /// Watches a folder with all that is in it, if it is there.
    fn watch_below(&mut self, folder: &Path) -> notify::Result<()> {
        if folder.is_dir() {
            self.watch(folder, RecursiveMode::Recursive)?;
        }
        Ok(())
    }

    fn watch(&mut self, path: &Path, mode: RecursiveMode) -> notify::Result<()> {
        match &mut self.events {
            Some(debouncer) => debouncer.watch(path, mode),
            None => Ok(()),
        }
    }

    /// Waits for the next change, and takes with it all that came meanwhile. Nothing when the watch has
    /// ended.
    pub fn next(&mut self) -> Option<BTreeSet<PathBuf>> {
        loop {
            let mut changed = match self.wait()? {
                Seen::Paths(paths) => paths,
                Seen::Lost => self.look(),
            };
            changed.retain(|path| path.starts_with(&self.folder));
            if !changed.is_empty() {
                self.watch_new(&changed);
                return Some(changed);
            }
        }
    }

    fn wait(&self) -> Option<Seen> {
        if self.events.is_none() {
            return match self.seen.recv_timeout(POLL_EVERY) {
                Ok(_) | Err(RecvTimeoutError::Timeout) => Some(Seen::Lost),
                Err(RecvTimeoutError::Disconnected) => None,
            };
        }
        let mut seen = self.seen.recv().ok()?;
        while let Ok(more) = self.seen.try_recv() {
            seen = match (seen, more) {
                (Seen::Paths(mut paths), Seen::Paths(more)) => {
                    paths.extend(more);
                    Seen::Paths(paths)
                }
                _ => Seen::Lost,
            };
        }
        Some(seen)
    }

    /// Looks at the files: which changed since they were last looked at.
    fn look(&mut self) -> BTreeSet<PathBuf> {
        let known = mem::replace(&mut self.known, Known::At(Snapshot::default()));
        let known = match known {
            Known::At(known) => known,
            Known::Soon(looking) => looking.join().unwrap_or_default(),
        };
        let now = Snapshot::of(&self.paths());
        let changed = now.changed_since(&known);
        self.known = Known::At(now);
        changed
    }

    /// Watches folders that were made, or made again, meanwhile: the site's, those in it, and those around single
    /// files.
    fn watch_new(&mut self, changed: &BTreeSet<PathBuf>) {
        if changed.contains(&self.folder) && self.folder.is_dir() {
            let _ = self.watch_site();
            // What was put into it before it was watched.
            let _ = self.own.send(Seen::Lost);
        }
        let is_moved = |file: &&PathBuf| changed.iter().any(|path| file.starts_with(path));
        let moved: Vec<PathBuf> = self.beside.iter().filter(is_moved).cloned().collect();
        for file in moved {
            self.watch_folders_around(&file);
        }
        for name in WATCHED {
            let top = self.folder.join(name);
            if changed.contains(&top) && self.watch_below(&top).is_err() {
                let _ = self.own.send(Seen::Lost);
            }
        }
    }
}

/// Puts what the debouncer gives into the channel.
fn handler(to: Sender<Seen>) -> impl FnMut(DebounceEventResult) + Send + 'static {
    move |result: DebounceEventResult| {
        let seen = match result {
            Ok(events) if events.iter().any(|event| event.need_rescan()) => Seen::Lost,
            Ok(events) => {
                let paths = events.into_iter().flat_map(|event| event.event.paths);
                Seen::Paths(paths.collect())
            }
            Err(_) => Seen::Lost,
        };
        let _ = to.send(seen);
    }
}

/// The system's watcher, without the word that a file was opened: this program opens them all itself.
struct Changes(RecommendedWatcher);

impl notify::Watcher for Changes {
    fn new<F: EventHandler>(mut handler: F, config: Config) -> notify::Result<Self> {
        let changes = move |event: notify::Result<Event>| {
            if !event.as_ref().is_ok_and(|event| event.kind.is_access()) {
                handler.handle_event(event);
            }
        };
        Ok(Changes(notify::Watcher::new(changes, config)?))
    }

    fn watch(&mut self, path: &Path, mode: RecursiveMode) -> notify::Result<()> {
        self.0.watch(path, mode)
    }

    fn unwatch(&mut self, path: &Path) -> notify::Result<()> {
        self.0.unwatch(path)
    }

    fn kind() -> WatcherKind {
        RecommendedWatcher::kind()
    }
}

/// The kind of drive that a folder is on, where that is one of another machine.
#[cfg(any(target_os = "linux", target_os = "android"))]
fn drive_of_another_machine(folder: &Path) -> Option<&'static str> {
    // `linux/magic.h`, and for those outside the kernel their own documentation.
    const KINDS: [(u64, &str); 8] = [
        (0x6969, "NFS"),
        (0x517b, "SMB"),
        (0xff53_4d42, "CIFS"),
        (0xfe53_4d42, "SMB2"),
        (0x0102_1997, "9P"),
        (0x6573_5546, "FUSE"),
        (0x786f_4256, "VirtualBox"),
        (0x6a65_6a63, "virtiofs"),
    ];
    let found = rustix::fs::statfs(folder).ok()?;
    let magic = found.f_type as u64 & 0xffff_ffff;
    let kind = KINDS.iter().find(|(known, _)| *known == magic)?;
    Some(kind.1)
}

#[cfg(not(any(target_os = "linux", target_os = "android")))]
fn drive_of_another_machine(_: &Path) -> Option<&'static str> {
    None
}
