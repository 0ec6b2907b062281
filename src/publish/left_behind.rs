//! What a build had to leave beside its output, and what its owner is told of it.

use std::fmt;
use std::path::PathBuf;

/// A folder that is left beside an output. The site is published all the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LeftBehind {
    /// What could not be removed of the earlier site. The next build of the same output tries again.
    Remains(PathBuf),
    /// The earlier site, with what others put into it while the sites were being exchanged and could not
    /// be carried over. No build removes it.
    NotCarriedOver(PathBuf),
}

impl fmt::Display for LeftBehind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            LeftBehind::Remains(folder) => write!(
                f,
                "The earlier site could not be removed wholly. What is left of it is in {}, a hidden \
                 folder that holds nothing you need; the next build tries again to remove it.",
                folder.display()
            ),
            LeftBehind::NotCarriedOver(folder) => write!(
                f,
                "The earlier site is kept in {}, a hidden folder: it may hold files that somebody put \
                 into the output while the new site took its place, and that could not be carried over. \
                 Look through it, take out what is still wanted, and delete it. No later build will.",
                folder.display()
            ),
        }
    }
}
