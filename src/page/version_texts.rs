//! The texts of a version as its pages show them: with what they take over from those before.
//!
//! The rules are here, for a build as for one page alone; which versions are made, and how long they and
//! their comparisons are kept, is for who asks.

use std::collections::BTreeMap;

use super::ages::Ages;
use super::aliases::{self, Aliases, LinkedPlaces};
use super::aligned::Texts;
use super::context::Context;
use super::draft::DraftParity;
use super::places::PairedPlaces;
use crate::diagnostic::Diagnostic;
use crate::diff::Comparison;
use crate::language::LanguageCode;
use crate::markdown::tree::Tree;
use crate::model::{ComparisonPlan, Document, Pairing};

/// Since when the parts of a version's texts read as they do, by language.
pub(super) type TextAges = BTreeMap<LanguageCode, Ages>;

/// The texts of a version.
#[derive(Debug)]
pub(super) struct VersionTexts {
    /// The texts, which answer to what they took over.
    pub texts: Texts,
    /// Which of their places are the same.
    pub places: PairedPlaces,
    /// Since when their parts read as they do.
    pub ages: TextAges,
    /// For a draft: how its languages differ.
    pub parity: Option<DraftParity>,
}

/// Whether the earlier text of a comparison answers to what it took over. Neighbours are compared when the later of
/// them is at hand, and the earlier has taken over by then; any other is compared with the version in force as soon as
/// it was read.
pub(super) fn is_earlier_taken_over(plan: &ComparisonPlan<'_>, pairing: Pairing) -> bool {
    !pairing.to_current || plan.before(pairing.to) == Some(pairing.from)
}

/// What the texts of a version take over, gathered while each is compared with the one before it in its
/// language.
pub(super) struct TakenOver {
    /// The version: an index into [`Document::versions`].
    at: usize,
    aliases: BTreeMap<LanguageCode, Aliases>,
    ages: TextAges,
}

impl TakenOver {
    /// Nothing yet.
    pub fn new(at: usize) -> Self {
        TakenOver {
            at,
            aliases: BTreeMap::new(),
            ages: TextAges::new(),
        }
    }

    /// Of a text that is the first in its language.
    pub fn first(&mut self, language: &LanguageCode, tree: &Tree) {
        let ages = Ages::of_first(tree, self.at);
        self.ages.insert(language.clone(), ages);
    }

    /// Of a text that a comparison leads to from the one before it, which has some ages.
    pub fn following(
        &mut self,
        language: &LanguageCode,
        comparison: &Comparison<'_>,
        ages: Option<&Ages>,
    ) {
        let aliases = self.aliases.entry(language.clone()).or_default();
        for pair in comparison.pairs() {
            aliases.take(pair.old, pair.new);
        }
        let ages = ages.map(|ages| ages.after(comparison, self.at));
        self.ages.extend(ages.map(|ages| (language.clone(), ages)));
    }

    /// Gives the texts what they take over; of a draft, holds the languages against each other.
    ///
    /// # Errors
    /// When a text can no longer be read.
    pub fn give(
        mut self,
        context: Context<'_>,
        document: &Document,
        linked: &LinkedPlaces<'_>,
        (mut texts, places): (Texts, PairedPlaces),
    ) -> Result<VersionTexts, Box<Diagnostic>> {
        for (language, tree) in &mut texts {
            self.aliases.remove(language).unwrap_or_default().give(tree);
            aliases::stand_at_top(tree, linked.had_by(self.at));
        }
        let parity = DraftParity::of(context, document, self.at, &mut texts)?;
        Ok(VersionTexts {
            texts,
            places,
            ages: self.ages,
            parity,
        })
    }
}
