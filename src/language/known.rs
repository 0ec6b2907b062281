//! The languages that facts are known of.

use super::LanguageCode;

/// A language that facts are known of, whatever its region. Each fact says what it is in all of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Known {
    /// English.
    English,
    /// Welsh.
    Welsh,
    /// French.
    French,
    /// Irish.
    Irish,
}

impl Known {
    /// Each of them.
    pub const ALL: [Known; 4] = [Known::English, Known::Welsh, Known::French, Known::Irish];

    /// Its code, without a region.
    pub const fn code(self) -> &'static str {
        match self {
            Known::English => "en",
            Known::Welsh => "cy",
            Known::French => "fr",
            Known::Irish => "ga",
        }
    }
}

impl LanguageCode {
    /// Which of the known languages it is; nothing for any other.
    pub fn known(&self) -> Option<Known> {
        let (code, mut known) = (self.language(), Known::ALL.into_iter());
        known.find(|known| known.code() == code)
    }
}
