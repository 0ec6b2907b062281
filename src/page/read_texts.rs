//! The texts of a version as they are read: its languages are held side by side and take over each other's
//! anchors.

use std::collections::BTreeMap;

use super::aliases::Aliases;
use super::aligned::{AlignedLanguages, Texts, in_order};
use super::context::Context;
use super::places::PairedPlaces;
use crate::diagnostic::Diagnostic;
use crate::language::LanguageCode;
use crate::markdown::tree::Tree;
use crate::model::{Text, Version};
use crate::parity::Gathered;

/// The texts of a version as they were read.
pub(super) struct ReadTexts {
    /// The texts, whose blocks answer to what their counterparts in the other languages are called.
    pub texts: Texts,
    /// Which of their blocks correspond, where the site shows its languages side by side.
    pub aligned: Option<AlignedLanguages>,
    /// Which of their places are the same.
    pub places: PairedPlaces,
}

/// Reads the texts of a version.
///
/// # Errors
/// When one of them can no longer be read.
pub(super) fn read(context: Context<'_>, version: &Version) -> Result<Texts, Box<Diagnostic>> {
    read_paired(context, version).map(|read| read.texts)
}

/// Reads the texts of a version, without aligning them in rows.
///
/// # Errors
/// When one of them can no longer be read.
pub(super) fn read_paired(
    context: Context<'_>,
    version: &Version,
) -> Result<ReadTexts, Box<Diagnostic>> {
    gathered(context, version, false, |text| context.trees.tree(text))
}

/// Reads the texts of a version, and aligns them where its languages are shown side by side.
///
/// # Errors
/// When one of them can no longer be read.
pub(super) fn read_aligned(
    context: Context<'_>,
    version: &Version,
) -> Result<ReadTexts, Box<Diagnostic>> {
    let is_shown = context.site.has_both_languages(version);
    gathered(context, version, is_shown, |text| context.trees.tree(text))
}

/// The same for a version whose texts will be read once more.
///
/// # Errors
/// When one of them can no longer be read.
pub(super) fn read_aligned_for_now(
    context: Context<'_>,
    version: &Version,
) -> Result<ReadTexts, Box<Diagnostic>> {
    let is_shown = context.site.has_both_languages(version);
    let tree = |text: &Text| context.trees.tree_for_now(text);
    gathered(context, version, is_shown, tree)
}

fn gathered(
    context: Context<'_>,
    version: &Version,
    is_aligned: bool,
    tree: impl Fn(&Text) -> Result<Tree, Box<Diagnostic>>,
) -> Result<ReadTexts, Box<Diagnostic>> {
    let mut texts = Texts::new();
    for language in context.site.languages() {
        if let Some(text) = version.text(language) {
            texts.insert(language.clone(), tree(text)?);
        }
    }
    if texts.len() < 2 {
        return Ok(ReadTexts {
            texts,
            aligned: None,
            places: PairedPlaces::default(),
        });
    }
    let (languages, trees) = in_order(context.site, &texts);
    let both: Vec<_> = languages.iter().zip(trees).collect();
    let gathered = Gathered::of(&both);
    let (aliases, places) = across(&languages, &gathered);
    let aligned = is_aligned.then(|| AlignedLanguages::gathered(languages, &gathered));
    drop(gathered);
    for (language, taken) in aliases {
        if let Some(tree) = texts.get_mut(&language) {
            taken.give(tree);
        }
    }
    Ok(ReadTexts {
        texts,
        aligned,
        places,
    })
}

/// What the blocks of each language are to answer to: what their counterparts in the other languages are
/// called; and which places are the same.
fn across(
    languages: &[LanguageCode],
    texts: &Gathered<'_>,
) -> (BTreeMap<LanguageCode, Aliases>, PairedPlaces) {
    let mut by_code: Vec<(usize, &LanguageCode)> = languages.iter().enumerate().collect();
    by_code.sort_by_key(|(_, code)| *code);
    let mut aliases: BTreeMap<LanguageCode, Aliases> = BTreeMap::new();
    let mut places = PairedPlaces::default();
    for (index, (left, language)) in by_code.iter().enumerate() {
        for (right, other) in &by_code[index + 1..] {
            let pairs = texts.pairs(*left, *right);
            places.take([*language, *other], &pairs);
            for (block, counterpart) in pairs {
                let mut take = |language: &LanguageCode, from, to| {
                    let taken = aliases.entry(language.clone()).or_default();
                    taken.take(from, to);
                };
                take(other, block, counterpart);
                take(language, counterpart, block);
            }
        }
    }
    (aliases, places)
}
