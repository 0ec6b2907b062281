//! `section.yaml`: what holds for a folder of documents.

use super::{ByLanguage, Comparisons, Localised, Located, ParityRule, ReviewEvery, Term};

/// `section.yaml` as meant. Where nothing is stated, what holds around the section holds in it.
#[derive(Clone, Debug, Default)]
pub struct SectionConfig {
    /// `title`.
    pub title: Option<Localised>,
    /// `order`: its place among the sections and documents beside it, smallest first.
    pub order: Option<i64>,
    /// `slug`: its part of an address, as written, in each language.
    pub slug: ByLanguage<Located<String>>,
    /// `term`.
    pub term: Option<Term>,
    /// `parity`.
    pub parity: Option<ParityRule>,
    /// `comparisons`.
    pub comparisons: Option<Comparisons>,
    /// `approval: required`: each version must say who approved it, when, and under which reference.
    pub approval_required: bool,
    /// `review_every`.
    pub review_every: Option<ReviewEvery>,
}
