//! What a reader of policies should look at in a change.

use crate::language::LanguageCode;

/// Whether a word by itself is a word of duty.
pub(super) fn is_duty_word(_language: &LanguageCode, _word: &str) -> bool {
    false
}
