//! `section.yaml`: what holds for a folder of documents.

use super::decode::Decoder;
use super::keys::File;
use super::rules::Choice;
use super::{ByLanguage, Comparisons, Localised, Located, ParityRule, ReviewEvery, Term, yaml};
use crate::diagnostic::Diagnostic;
use crate::language::LanguageCode;
use crate::source::Source;

/// The name of the file.
pub const FILE: &str = "section.yaml";

/// `section.yaml` as meant. Where nothing is stated, what holds around the section holds in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SectionConfig {
    /// `title`.
    pub title: Option<Localised>,
    /// `order`: its place among the sections and documents beside it, smallest first.
    pub order: Option<i64>,
    /// `slug`: its part of an address in each language, folded to `a`–`z`, `0`–`9` and hyphens.
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

/// Reads a `section.yaml` of a site that has these languages.
pub fn read(
    source: &Source,
    languages: &[LanguageCode],
    findings: &mut Vec<Diagnostic>,
) -> SectionConfig {
    let Some(root) = yaml::parse(source, 0..source.text().len(), findings) else {
        return SectionConfig::default();
    };
    let mut decoder = Decoder::new(source, languages, findings);
    let fields = decoder.file(&root, File::Section);
    let approval = decoder.optional(&fields, "approval", Decoder::choice::<Approval>);
    SectionConfig {
        title: decoder.optional(&fields, "title", Decoder::words),
        order: decoder.optional(&fields, "order", Decoder::whole_number),
        slug: decoder.or_default(&fields, "slug", Decoder::slug),
        term: decoder.optional(&fields, "term", Decoder::choice),
        parity: decoder.optional(&fields, "parity", Decoder::choice),
        comparisons: decoder.optional(&fields, "comparisons", Decoder::choice),
        approval_required: approval.is_some(),
        review_every: decoder.optional(&fields, "review_every", Decoder::review_every),
    }
}

#[derive(Clone, Copy)]
struct Approval;

impl Choice for Approval {
    const WORDS: &'static [(&'static str, Self)] = &[("required", Approval)];
}
