//! One document of a site, read again after an edit.

use super::{KeptTrees, Options, Reader, classify, document, forgive_unknown_languages};
use crate::config::{ByLanguage, Located};
use crate::diagnostic::Diagnostic;
use crate::model::{Document, Site};
use crate::source::{Hidden, Root};

/// What became of a document whose files were edited.
#[derive(Debug)]
pub enum Anew {
    /// It is as before but for what lies in its folder.
    Document(Box<Document>),
    /// What the edit touches reaches beyond the document: its addresses, or whether it is one. The whole
    /// site has to be read.
    Beyond,
}

/// Reads the folder of a document of a site again, with the same options as the site was read.
pub fn read_document(
    root: &Root,
    site: &Site,
    at: usize,
    options: Options,
    findings: &mut Vec<Diagnostic>,
) -> Anew {
    let old = &site.documents[at];
    let path = old.folder();
    if !root.has_folder(&path) {
        return Anew::Beyond;
    }
    let languages = site.config.language_codes();
    let folder = root.read_folder(&path, Hidden::LeftOut, findings);
    let Some(classified) = classify::classify_document(&folder, &languages, findings) else {
        return Anew::Beyond;
    };
    let reader = Reader {
        root,
        config: &site.config,
        languages: &languages,
        options,
        trees: &KeptTrees::none(),
    };
    let parity = site.sections[old.section].config.parity;
    let parity = parity.unwrap_or(site.config.parity);
    let mut read = vec![reader.document(&classified, old.section, parity, findings)];
    document::keep_what_may_be_shown(&mut read, options);
    forgive_unknown_languages(&site.config, findings);
    match read.pop() {
        Some(mut new) if has_same_addresses(old, &new) => {
            new.addresses = old.addresses.clone();
            Anew::Document(Box::new(new))
        }
        _ => Anew::Beyond,
    }
}

/// Whether a document states the same of its addresses. Where it states them does not matter.
fn has_same_addresses(old: &Document, new: &Document) -> bool {
    let slugs = |slugs: &ByLanguage<Located<String>>| -> Vec<_> {
        let stated = slugs.iter();
        stated
            .map(|(language, slug)| (language.clone(), slug.value.clone()))
            .collect()
    };
    let formers = |document: &Document| -> Vec<_> {
        let stated = document.config.former_addresses.iter();
        let values = |all: &[Located<String>]| -> Vec<String> {
            all.iter().map(|former| former.value.clone()).collect()
        };
        stated
            .map(|(language, all)| (language.clone(), values(all)))
            .collect()
    };
    slugs(&old.config.slug) == slugs(&new.config.slug) && formers(old) == formers(new)
}
