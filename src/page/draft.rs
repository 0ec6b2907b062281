//! The panel on a draft's page: what the draft changes, and what it still lacks.

use std::collections::BTreeMap;
use std::ops::Range;

use super::aliases::PLACE;
use super::aligned::Texts;
use super::context::{Context, Viewpoint};
use super::counts::counts;
use super::summary::summary;
use super::view::{
    ChangesOfDraft, DifferenceView, DraftPanel, LanguageName, ParityView, VersionLink,
};
use super::wording::Wording;
use crate::config::Counterparts;
use crate::diagnostic::Diagnostic;
use crate::diff::Comparison;
use crate::language::LanguageCode;
use crate::markdown::tree::{Block, Tree};
use crate::model::{Document, Version};
use crate::parity::{self, Aspect, Side};
use crate::source::Source;

/// The longest words that the panel quotes, in characters.
const QUOTE_LENGTH: usize = 90;

/// What a draft changes, by language.
pub(super) type DraftChanges = BTreeMap<LanguageCode, ChangesOfDraft>;

impl ChangesOfDraft {
    pub(super) fn of(comparison: &Comparison<'_>) -> Self {
        ChangesOfDraft {
            counts: counts(comparison),
            summary: summary(comparison),
        }
    }
}

/// The texts of a draft held against each other.
#[derive(Debug)]
pub(super) struct DraftParity(Vec<Pair>);

/// Two languages, in the site's order.
#[derive(Debug)]
struct Pair {
    languages: [LanguageCode; 2],
    differences: Vec<Difference>,
}

/// A difference, with its words and its place in both texts.
#[derive(Debug)]
struct Difference {
    aspect: Aspect,
    words: [Option<String>; 2],
    id: String,
}

impl DraftParity {
    /// Holds the texts of a draft against each other, and gives each place of a difference an id that
    /// the panel can lead to. Nothing for a version that is published.
    ///
    /// # Errors
    /// When a text can no longer be read.
    pub fn of(
        context: Context<'_>,
        document: &Document,
        at: usize,
        texts: &mut Texts,
    ) -> Result<Option<Self>, Box<Diagnostic>> {
        if !document.is_unpublished(at, context.site.on()) {
            return Ok(None);
        }
        let version = &document.versions[at];
        let mut sources = Vec::new();
        for language in context.site.languages() {
            if let Some(text) = version.text(language) {
                sources.push((language, context.trees.source(text)?));
            }
        }
        let mut pairs = Vec::new();
        for (at, left) in sources.iter().enumerate() {
            for right in &sources[at + 1..] {
                pairs.push(pair(&context.site.config.counterparts, left, right, texts));
            }
        }
        Ok(Some(DraftParity(pairs)))
    }
}

/// A text of a draft with its file.
type Read<'a> = (&'a LanguageCode, Source);

fn pair(counterparts: &Counterparts, left: &Read<'_>, right: &Read<'_>, texts: &mut Texts) -> Pair {
    let found = differences(counterparts, left, right, texts);
    let mut differences = Vec::new();
    for (number, found) in found.iter().enumerate() {
        let id = format!("{PLACE}{}-{}-{}", left.0, right.0, number + 1);
        let words = [(Side::Left, left), (Side::Right, right)].map(|(side, (language, source))| {
            let tree = texts.get_mut(*language)?;
            let spot = side.of(found);
            give_id(&mut tree.blocks, spot.span.start, &id);
            let is_there = spot.found.is_some() || found.aspect.is_of_one_text();
            is_there.then(|| quote(tree, source, &spot.span))
        });
        differences.push(Difference {
            aspect: found.aspect,
            words,
            id,
        });
    }
    Pair {
        languages: [left.0.clone(), right.0.clone()],
        differences,
    }
}

fn differences(
    counterparts: &Counterparts,
    left: &Read<'_>,
    right: &Read<'_>,
    texts: &Texts,
) -> Vec<parity::Difference> {
    let sides = [left, right].map(|(language, source)| {
        texts.get(*language).map(|tree| parity::Text {
            language,
            source,
            tree,
        })
    });
    match sides {
        [Some(left), Some(right)] => parity::compare(left, right, counterparts).differences,
        _ => Vec::new(),
    }
}

/// Gives the innermost block around a place in the source one more id; the block before it where the
/// place lies between blocks.
fn give_id(blocks: &mut [Block], at: usize, id: &str) {
    // Footnotes stand last whatever their place in the source, so all blocks are looked at.
    let begun = blocks.iter_mut().filter(|block| block.span.start <= at);
    let Some(block) = begun.max_by_key(|block| block.span.start) else {
        return;
    };
    let mut children = block.children.iter();
    if children.any(|child| child.span.start <= at) {
        give_id(&mut block.children, at, id);
    } else {
        block.aliases.push(id.to_owned());
    }
}

/// The words at a place of a text, cut to what fits a line: a block's as a reader sees them, others as
/// they are written.
fn quote(tree: &Tree, source: &Source, span: &Range<usize>) -> String {
    let mut words = None;
    tree.walk(&mut |block| {
        if block.span == *span && words.is_none() {
            words = Some(all_words(block));
        }
    });
    let written = || {
        source
            .text()
            .get(span.clone())
            .unwrap_or_default()
            .to_owned()
    };
    let words = words.filter(|words| !words.trim().is_empty());
    let words = words.unwrap_or_else(written);
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let Some((end, _)) = words.char_indices().nth(QUOTE_LENGTH) else {
        return words;
    };
    let cut = words[..end].rfind(' ').unwrap_or(end);
    format!("{}…", &words[..cut])
}

fn all_words(block: &Block) -> String {
    let mut words = String::new();
    block.walk(&mut |part| {
        words.push_str(&part.own_text());
        words.push(' ');
    });
    words
}

/// What is known of a draft, for its panels in every language.
#[derive(Clone, Copy)]
pub(super) struct Draft<'a> {
    pub parity: &'a DraftParity,
    pub changes: &'a DraftChanges,
}

impl Draft<'_> {
    /// The panel on the page of a draft.
    pub fn panel(
        &self,
        wording: &dyn Wording,
        view: Viewpoint<'_>,
        document: &Document,
        at: usize,
    ) -> DraftPanel {
        let version = &document.versions[at];
        let base = view.plan(document).before(at);
        let note = version.config.change.note.as_ref();
        DraftPanel {
            base: base.map(|base| view.version(document, base)),
            comparison: view.comparison_to(document, at),
            changes: self.changes.get(view.language).cloned(),
            files: base.map_or_else(Vec::new, |base| {
                view.file_changes(wording, document, (base, at), view.language)
            }),
            outdated_base: outdated_base(view, document, version),
            unknown_base: document.unknown_base(version).map(|id| id.value.clone()),
            lacks_note: view.languages_without(|language| {
                note.is_some_and(|note| note.get(language).is_some())
            }),
            lacks_text: view.languages_without(|language| version.text(language).is_some()),
            parity: self.parity.view(view, document, version),
        }
    }
}

/// The version that a draft was made from, if another came after it.
fn outdated_base(
    view: Viewpoint<'_>,
    document: &Document,
    version: &Version,
) -> Option<VersionLink> {
    let stated = version.config.based_on.as_ref()?;
    let base = document.version(&stated.value)?;
    let day = version.begins_by().unwrap_or(view.site.on());
    let is_outdated = !document.come_between(version, day).is_empty();
    is_outdated.then(|| view.version(document, base))
}

impl Viewpoint<'_> {
    fn languages_without(&self, has: impl Fn(&LanguageCode) -> bool) -> Vec<LanguageName> {
        let lacking = self.site.languages().filter(|language| !has(language));
        lacking
            .map(|language| self.language_name(language))
            .collect()
    }

    fn language_name(&self, language: &LanguageCode) -> LanguageName {
        LanguageName {
            lang: language.to_string(),
            name: self.name_of(language),
        }
    }
}

impl DraftParity {
    /// What differs between the text in the page's language and each other.
    fn view(&self, view: Viewpoint<'_>, document: &Document, version: &Version) -> Vec<ParityView> {
        let of_pair = |pair: &Pair| {
            let own = pair
                .languages
                .iter()
                .position(|language| language == view.language)?;
            let other = &pair.languages[1 - own];
            let address = view.site.version_address(document, version, other);
            let differences = pair.differences.iter().map(|found| DifferenceView {
                key: format!("parity-{}", found.aspect.name()),
                here: found.words[own].clone(),
                there: found.words[1 - own].clone(),
                anchor: found.id.clone(),
                there_href: format!("{}#{}", view.href(&address), found.id),
            });
            Some(ParityView {
                other: view.language_name(other),
                differences: differences.collect(),
            })
        };
        self.0.iter().filter_map(of_pair).collect()
    }
}
