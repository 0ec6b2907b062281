//! Settings that are one word out of a few.

/// A setting that takes one of a few words.
pub(super) trait Choice: Copy + 'static {
    /// Each word that may be written, and what it means.
    const WORDS: &'static [(&'static str, Self)];
}

macro_rules! choice {
    ($name:ident { $($word:literal $variant:ident),+ $(,)? }) => {
        impl Choice for $name {
            const WORDS: &'static [(&'static str, Self)] = &[$(($word, $name::$variant)),+];
        }
    };
}

/// `parity`: what it weighs when the texts of a version differ between its languages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum ParityRule {
    /// A difference, or a text that is not there, is an error.
    Required,
    /// A difference is a warning.
    #[default]
    Warn,
    /// The languages are not held against each other.
    Off,
}

choice!(ParityRule { "required" Required, "warn" Warn, "off" Off });

/// `comparisons`: which pairs of versions have a page that shows what changed between them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Comparisons {
    /// No pair.
    None,
    /// Each version with the next one.
    Adjacent,
    /// Each version with the next one, and with the one in force.
    #[default]
    ToCurrent,
    /// Every pair.
    All,
}

choice!(Comparisons { "none" None, "adjacent" Adjacent, "to-current" ToCurrent, "all" All });

/// `html`: what becomes of raw HTML in a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum RawHtmlRule {
    /// What can do harm is left out.
    #[default]
    Sanitise,
    /// It is shown as it is typed.
    Escape,
    /// It stands on the page as it is typed.
    Trust,
}

choice!(RawHtmlRule { "sanitise" Sanitise, "escape" Escape, "trust" Trust });

/// `search`: what readers can search.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum SearchRule {
    /// Nothing: the site has no search page.
    Off,
    /// What is in force.
    #[default]
    InForce,
    /// What is in force, and apart from it every earlier version.
    History,
}

/// `term`: the word for the version that holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Term {
    /// "In force": policies and rules.
    #[default]
    InForce,
    /// "Current": guidance.
    Current,
}

choice!(Term { "in-force" InForce, "current" Current });

/// `status`: whether a version is agreed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Status {
    /// Agreed: it is published on its day.
    #[default]
    Approved,
    /// Still being written: published only when drafts are asked for.
    Draft,
}

choice!(Status { "approved" Approved, "draft" Draft });

/// `change.kind`: how much a version changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ChangeKind {
    /// The rules change.
    Major,
    /// The words change, the rules do not.
    Editorial,
}

choice!(ChangeKind { "major" Major, "editorial" Editorial });
