//! Why an output could not be written: what is wrong, and what to do.
//!
//! These are faults of the call or of the machine, not of the content.

use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// A fault that kept something from being written. Its display says what is wrong and names the
/// path; [`PublishError::help`] says what to do. Whatever was there before is there still.
#[derive(Debug, thiserror::Error)]
pub enum PublishError {
    /// The output is to be where a file is.
    #[error("{output} is a file, not a folder")]
    NotAFolder {
        /// The output.
        output: PathBuf,
    },
    /// The output has no name or no folder around it, like the root of a disk.
    #[error("{output} cannot be an output folder: it has no name of its own")]
    Unnamed {
        /// The output.
        output: PathBuf,
    },
    /// The output is neither empty nor written by an earlier build.
    #[error("{output} holds files that canllaw did not write, such as {found}")]
    NotOurs {
        /// The output.
        output: PathBuf,
        /// The name of something in it.
        found: PathBuf,
    },
    /// The output is a folder that the site is built from, or one that holds it.
    #[error("{output} is or holds {input}, which the site is built from")]
    HoldsInput {
        /// The output.
        output: PathBuf,
        /// What the site is built from.
        input: PathBuf,
    },
    /// The output lies in a folder that is read whole.
    #[error("{output} lies in {input}, which the site is built from")]
    InsideInput {
        /// The output.
        output: PathBuf,
        /// What the site is built from.
        input: PathBuf,
    },
    /// The output is a mount point: it cannot change places with another folder.
    #[error("{output} is a mount point, which cannot be exchanged for a new folder")]
    MountedOutput {
        /// The output.
        output: PathBuf,
    },
    /// Another disk or folder is mounted inside the output.
    #[error("something is mounted at {folder}, inside the output")]
    MountedInside {
        /// The mount point.
        folder: PathBuf,
    },
    /// Another build holds the lock of this output.
    #[error("another build is writing to {output}")]
    InUse {
        /// The output.
        output: PathBuf,
    },
    /// The list of an earlier build's files cannot be understood.
    #[error("{manifest}, line {line}: {reason}")]
    DamagedManifest {
        /// The list's file.
        manifest: PathBuf,
        /// 1-based line.
        line: usize,
        /// What is wrong with it.
        reason: &'static str,
    },
    /// The list of an earlier build's files is in a form that a later canllaw writes.
    #[error("{manifest} was written by a newer canllaw (its form is {form})")]
    NewerManifest {
        /// The list's file.
        manifest: PathBuf,
        /// The form that it states.
        form: String,
    },
    /// A path that a file of the site cannot have.
    #[error("the site cannot have a file at {path:?}: {reason}")]
    UnsafePath {
        /// The path, as it was asked for.
        path: String,
        /// What is wrong with it.
        reason: &'static str,
    },
    /// Two files of one build have the same path, or one is a file where the other needs a folder.
    #[error("two files of the site cannot both be written: {path} is taken")]
    SamePath {
        /// The path of the second.
        path: String,
    },
    /// This build has a file where someone else put one.
    #[error("{} would be overwritten, and canllaw did not write {}", listed(.found), if .found.len() == 1 { "it" } else { "them" })]
    Foreign {
        /// Where they are; at least one.
        found: Vec<PathBuf>,
    },
    /// A write failed earlier, so the build is not whole.
    #[error("{output} was left as it was: not every file of this build could be written")]
    Incomplete {
        /// The output.
        output: PathBuf,
    },
    /// The earlier site could not be put back after a failed exchange.
    #[error("the new site could not take its place at {output}, and the earlier one is at {kept}")]
    Stranded {
        /// The output.
        output: PathBuf,
        /// Where the earlier site is.
        kept: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A folder could not be given another name.
    #[error("cannot rename {from} to {to}: {}", plain(.source))]
    NotRenamed {
        /// The folder.
        from: PathBuf,
        /// The name that it was to have.
        to: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A folder was to be made where something is.
    #[error("{} is there already, and {}", path.display(), if *is_folder { "is not empty" } else { "is no folder" })]
    Taken {
        /// The folder that was to be made.
        path: PathBuf,
        /// Whether it is a folder that has its name.
        is_folder: bool,
    },
    /// The system refused an operation.
    #[error("cannot {action} {path}: {}", plain(.source))]
    System {
        /// What was to be done, as in "write".
        action: &'static str,
        /// To what.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
}

impl PublishError {
    /// What to do about it, in whole sentences.
    pub fn help(&self) -> String {
        let help = match self {
            Self::NotAFolder { .. } => "Choose another output folder, or move the file away.",
            Self::Unnamed { .. } => "Choose a folder such as `public`.",
            Self::NotOurs { .. } => {
                "Choose a new or an empty folder. If nothing in this one is needed, empty it first."
            }
            Self::HoldsInput { .. } | Self::InsideInput { .. } => {
                "Choose a folder that is for the output alone, such as `public`."
            }
            Self::MountedOutput { .. } => "Choose a folder inside it.",
            Self::MountedInside { .. } => {
                "Unmount it, or mount it outside the output, and build again."
            }
            Self::InUse { .. } => {
                "Wait until that build has ended, or choose another output folder."
            }
            Self::DamagedManifest { .. } => {
                "Restore this file from a copy. Without one, move the output folder away and build \
                 again; then copy back what you had added to it."
            }
            Self::NewerManifest { .. } => {
                "Build with that canllaw, or choose another output folder."
            }
            Self::UnsafePath { .. } => {
                "Rename the file, or change the address that this path comes from."
            }
            Self::SamePath { .. } => {
                "Give one of the two another name or address. Some disks do not tell capital \
                 letters from small ones."
            }
            Self::Foreign { .. } => {
                "Move what you had put there out of the output folder, and build again."
            }
            Self::Incomplete { .. } => "Mend what was reported first, and build again.",
            Self::Stranded { .. } => "Build again: the earlier site is put back first.",
            Self::Taken { .. } => {
                "Name a folder that is not there yet, or an empty one; nothing was changed."
            }
            Self::NotRenamed { from, to, source } => return help_for_name(from, to, source.kind()),
            Self::System {
                action,
                path,
                source,
            } => return help_for(action, path, source.kind()),
        };
        help.to_owned()
    }

    /// For `map_err`: the system refused to `action` the file or folder at `path`.
    pub(super) fn system<'a>(
        action: &'static str,
        path: &'a Path,
    ) -> impl FnOnce(io::Error) -> Self + use<'a> {
        move |source| Self::System {
            action,
            path: path.to_owned(),
            source,
        }
    }
}

/// The first three paths, and how many more there are.
fn listed(paths: &[PathBuf]) -> String {
    let shown: Vec<_> = paths
        .iter()
        .take(3)
        .map(|path| path.display().to_string())
        .collect();
    let mut text = shown.join(", ");
    if paths.len() > shown.len() {
        text += &format!(" and {} more", paths.len() - shown.len());
    }
    text
}

fn plain(fault: &io::Error) -> String {
    let words = match fault.kind() {
        ErrorKind::NotFound => "there is nothing there",
        ErrorKind::PermissionDenied => "you may not",
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "there is no room left",
        ErrorKind::ReadOnlyFilesystem => "the disk can only be read",
        ErrorKind::InvalidFilename => "its name is too long for this disk",
        ErrorKind::AlreadyExists => "something has that name already",
        ErrorKind::NotADirectory => "a file stands where a folder is needed",
        _ => return fault.to_string(),
    };
    words.to_owned()
}

/// For making room beside an output folder: its help says why that folder is not enough.
pub(super) const MAKE_BESIDE: &str = "make a folder in";

/// For the step in which a new site takes the place of the output.
pub(super) const EXCHANGE: &str = "exchange";

fn help_for(action: &str, path: &Path, kind: ErrorKind) -> String {
    match kind {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => {
            "Make room and try again; nothing was changed.".to_owned()
        }
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem if action == MAKE_BESIDE => {
            format!(
                "Check who may write in {}. A site is put together beside its output folder and \
                 then takes its place.",
                path.display()
            )
        }
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem if action == EXCHANGE => {
            let around = path
                .parent()
                .filter(|around| !around.as_os_str().is_empty());
            let around = around.unwrap_or(Path::new(".")).display();
            format!(
                "Check who may write in {}, and in {around}: a new site takes the place of the folder, \
                 which needs the right to both.",
                path.display()
            )
        }
        ErrorKind::PermissionDenied if action == "read" => {
            format!("Check who may read {}.", path.display())
        }
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
            let folder = path.parent().unwrap_or(path).display();
            format!("Check who may write in {folder}.")
        }
        ErrorKind::InvalidFilename => "Choose a shorter name.".to_owned(),
        ErrorKind::AlreadyExists | ErrorKind::NotADirectory => {
            "Choose another name: a file stands where a folder is needed.".to_owned()
        }
        _ => "Check the disk and try again; nothing was changed.".to_owned(),
    }
}

fn help_for_name(from: &Path, to: &Path, kind: ErrorKind) -> String {
    match kind {
        ErrorKind::AlreadyExists => format!("Move {} away, and try again.", to.display()),
        kind => help_for("rename", from, kind),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_may_not_read_a_file_is_not_told_of_writing() {
        let help = |action| {
            let refused = io::Error::from(ErrorKind::PermissionDenied);
            PublishError::system(action, Path::new("static/list.txt"))(refused).help()
        };
        assert_eq!(help("read"), "Check who may read static/list.txt.");
        assert_eq!(help("write"), "Check who may write in static.");
        let help = help(EXCHANGE);
        assert!(help.starts_with("Check who may write in static/list.txt, and in static: "));
    }
}
