//! `counterparts`: other sites that say the same in another language.

use super::ByLanguage;
use crate::language::LanguageCode;

/// Groups of prefixes of addresses, one prefix for each language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counterparts(Vec<ByLanguage<String>>);
