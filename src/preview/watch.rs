//! Seeing what is saved: by the system's events, or by looking again and again where there are none.
//!
//! Folders are watched, not files, since editors put a new file in an old one's place.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Duration;

use notify::{Config, PollWatcher, RecommendedWatcher, RecursiveMode};
use notify_debouncer_full::{DebounceEventResult, Debouncer, NoCache, new_debouncer_opt};

use super::touched::Changed;

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

/// Something that watches; what it sees comes out of [`Watcher::next`].
pub(super) struct Watcher {
    seen: Receiver<Changed>,
    own: Sender<Changed>,
    debouncer: Kind,
    /// Folders that are watched for single files in them.
    beside: BTreeSet<PathBuf>,
}

enum Kind {
    Events(Debouncer<RecommendedWatcher, NoCache>),
    Polling(Debouncer<PollWatcher, NoCache>),
}

impl Watcher {
    /// Begins to watch the folder of a site.
    ///
    /// # Errors
    /// When the folder can be watched in no way.
    pub fn start(folder: &Path, poll: bool) -> notify::Result<(Self, Seeing)> {
        let why = if poll {
            WhyPoll::Asked
        } else if let Some(kind) = drive_of_another_machine(folder) {
            WhyPoll::Drive(kind)
        } else {
            match Watcher::by_events(folder) {
                Ok(watcher) => return Ok((watcher, Seeing::Events)),
                Err(fault) => WhyPoll::Refused(fault.to_string()),
            }
        };
        let watcher = Watcher::by_polling(folder)?;
        Ok((watcher, Seeing::Polling(why)))
    }

    fn by_events(folder: &Path) -> notify::Result<Self> {
        let (own, seen) = channel();
        let handler = handler(own.clone());
        let config = Config::default();
        let debouncer = new_debouncer_opt(QUIET, None, handler, NoCache, config)?;
        let mut watcher = Watcher {
            seen,
            own,
            debouncer: Kind::Events(debouncer),
            beside: BTreeSet::new(),
        };
        watcher.watch_all(folder)?;
        Ok(watcher)
    }

    fn by_polling(folder: &Path) -> notify::Result<Self> {
        let (own, seen) = channel();
        let handler = handler(own.clone());
        let config = Config::default()
            .with_poll_interval(POLL_EVERY)
            // Times of files are compared in whole seconds; a save can be quicker.
            .with_compare_contents(true);
        let debouncer = new_debouncer_opt(QUIET, None, handler, NoCache, config)?;
        let mut watcher = Watcher {
            seen,
            own,
            debouncer: Kind::Polling(debouncer),
            beside: BTreeSet::new(),
        };
        watcher.watch_all(folder)?;
        Ok(watcher)
    }

    fn watch_all(&mut self, folder: &Path) -> notify::Result<()> {
        self.watch(folder, RecursiveMode::NonRecursive)?;
        for name in WATCHED {
            self.watch_below(&folder.join(name))?;
        }
        Ok(())
    }

    /// Watches a single file, which lies beside the folders of a site. What cannot be watched is not.
    pub fn watch_file(&mut self, file: &Path) {
        if let Some(parent) = file.parent().filter(|parent| parent.is_dir())
            && self.beside.insert(parent.to_owned())
        {
            let _ = self.watch(parent, RecursiveMode::NonRecursive);
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
        match &mut self.debouncer {
            Kind::Events(debouncer) => debouncer.watch(path, mode),
            Kind::Polling(debouncer) => debouncer.watch(path, mode),
        }
    }

    /// Waits for the next change, and takes with it all that came meanwhile. Nothing when the watch has
    /// ended.
    pub fn next(&mut self, folder: &Path) -> Option<Changed> {
        let mut changed = self.seen.recv().ok()?;
        while let Ok(more) = self.seen.try_recv() {
            changed.join(more);
        }
        self.watch_new(folder, &changed);
        Some(changed)
    }

    /// Watches a top folder that was made, or made again, meanwhile.
    fn watch_new(&mut self, folder: &Path, changed: &Changed) {
        for name in WATCHED {
            let top = folder.join(name);
            let is_new = match changed {
                Changed::Paths(paths) => paths.contains(&top),
                Changed::Unknown => true,
            };
            if is_new && self.watch_below(&top).is_err() {
                let _ = self.own.send(Changed::Unknown);
            }
        }
    }
}

/// Puts what the debouncer gives into the channel.
fn handler(to: Sender<Changed>) -> impl FnMut(DebounceEventResult) + Send + 'static {
    move |result: DebounceEventResult| {
        let changed = match result {
            Ok(events) if events.iter().any(|event| event.need_rescan()) => Changed::Unknown,
            // That a file was opened or read is no change: this program reads them itself.
            Ok(events) => Changed::Paths(
                events
                    .into_iter()
                    .filter(|event| !event.kind.is_access())
                    .flat_map(|event| event.event.paths)
                    .collect(),
            ),
            Err(_) => Changed::Unknown,
        };
        if changed != Changed::Paths(Default::default()) {
            let _ = to.send(changed);
        }
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
