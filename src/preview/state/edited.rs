//! The page that shows what was edited, for those who follow it.

use crate::config::ByLanguage;
use crate::model::{Site, Text, below_content};

/// The page of the file that was edited last, in each language with its code and its address from the site's root;
/// first in the language of the file. Nothing where no file has a page of its own. `paths` are from the site's folder.
pub(super) fn pages(site: &Site, paths: &[String]) -> Vec<(String, String)> {
    let pages = |path: &String| of_version(site, path).or_else(|| of_text(site, path));
    paths.iter().rev().find_map(pages).unwrap_or_default()
}

/// The page of the version that a file belongs to.
fn of_version(site: &Site, path: &str) -> Option<Vec<(String, String)>> {
    let at = site.document_of_file(path)?;
    let document = &site.documents[at];
    let below = below_content(path)?
        .strip_prefix(document.id.as_str())?
        .trim_start_matches('/');
    let (id, file) = below.split_once('/')?;
    let version = &document.versions[document.version(id)?];
    let of_file = file.strip_suffix(".md").unwrap_or_default();
    let own = site.languages().find(|code| code.as_str() == of_file);
    let languages = match own {
        Some(language) => vec![language],
        None => site.languages().collect(),
    };
    let address = |language| site.version_address(document, version, language);
    let pages = languages.into_iter();
    Some(
        pages
            .map(|code| (code.to_string(), address(code)))
            .collect(),
    )
}

/// The page of a text without versions, or of a section.
fn of_text(site: &Site, path: &str) -> Option<Vec<(String, String)>> {
    let pages = site.pages.iter().map(|page| (&page.texts, &page.addresses));
    let sections = site.sections.iter();
    let sections = sections.map(|section| (&section.landing, &section.addresses));
    let own = |texts: &ByLanguage<Text>| {
        let mut texts = texts.iter();
        texts.find_map(|(language, text)| (text.path == path).then(|| language.clone()))
    };
    pages.chain(sections).find_map(|(texts, addresses)| {
        let language = own(texts)?;
        let address = addresses.get(&language)?;
        Some(vec![(language.to_string(), address.clone())])
    })
}
