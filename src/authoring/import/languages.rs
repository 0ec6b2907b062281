//! Which of the site's languages a file was translated from, and into which.

use super::NotImported;
use crate::exchange::Exchanged;
use crate::language::LanguageCode;
use crate::model::Site;

/// What came back, with its languages as the site names them.
pub(super) fn of_site(site: &Site, mut exchanged: Exchanged) -> Result<Exchanged, NotImported> {
    exchanged.source_language = meant(site, exchanged.source_language)?;
    exchanged.target_language = meant(site, exchanged.target_language)?;
    if exchanged.source_language == exchanged.target_language {
        return Err(NotImported::SameLanguage(exchanged.source_language));
    }
    Ok(exchanged)
}

/// The language of the site that a code means: the same, or the only one that differs in no more than that one of the
/// two names a region. There are tools that want one (`cy-GB`).
fn meant(site: &Site, code: LanguageCode) -> Result<LanguageCode, NotImported> {
    if site.languages().any(|known| *known == code) {
        return Ok(code);
    }
    let is_like = |known: &&LanguageCode| {
        known.language() == code.language() && (has_no_region(known) || has_no_region(&code))
    };
    let like: Vec<LanguageCode> = site.languages().filter(is_like).cloned().collect();
    match &like[..] {
        [only] => Ok(only.clone()),
        _ => Err(NotImported::UnknownLanguage { code, like }),
    }
}

fn has_no_region(code: &LanguageCode) -> bool {
    code.language() == code.as_str()
}
