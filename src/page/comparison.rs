//! The page of a comparison: the changes from one version to another in one language.

use super::article::html_options;
use super::context::{Context, Viewpoint, state, unpublished};
use super::counts::counts;
use super::frame::About;
use super::labels::ThemeLabels;
use super::links::{OnPage, TextLinks};
use super::made::{Page, View};
use super::summary::summary;
use super::view::{ComparisonView, NoteView};
use crate::config::ChangeKind;
use crate::diff::html::BothLinks;
use crate::diff::{self, Comparison, Entry, Note, Side};
use crate::language::LanguageCode;
use crate::markdown::tree::Block;
use crate::model::{Document, DocumentPlace, Pairing};

/// The page of a comparison.
pub(super) fn comparison_page(
    context: Context<'_>,
    document: &Document,
    pairing: Pairing,
    language: &LanguageCode,
    comparison: &Comparison<'_>,
) -> Page {
    let site = context.site;
    let own = pairing.address(site, document, language);
    let view = Viewpoint {
        site,
        language,
        address: &own,
    };
    let change = &document.versions[pairing.to].config.change;
    let is_own_step = !pairing.to_current && pairing.is_own_step(site, document);
    let comparison_view = ComparisonView {
        frame: frame(view, document, pairing),
        both_languages: both_languages(view, document, pairing),
        document: document.id.clone(),
        document_title: view.version_title(document, pairing.to).0,
        document_href: view.document(document).href,
        history: view.href(&site.history_address(document, language)),
        guidance: view.is_guidance(document),
        from: view.version(document, pairing.from),
        to: view.version(document, pairing.to),
        to_state: state(document.standing(pairing.to, site.on())),
        to_current: pairing.to_current,
        in_force_is_unsure: document.in_force_is_unsure(site.on()),
        none_in_force: document.in_force(site.on()).is_none(),
        earlier: view
            .comparison_to(document, pairing.from)
            .filter(|_| !pairing.to_current),
        later: later(view, document, pairing),
        note: view.stated(change.note.as_ref()).filter(|_| is_own_step),
        corrected_in: of_own_step(is_own_step, || view.corrected_in(document, pairing.to)),
        translated_into: of_own_step(is_own_step, || view.translated_into(document, pairing.to)),
        editorial: change.kind == Some(ChangeKind::Editorial) && is_own_step,
        withdrawn: view.withdrawn(document),
        counts: counts(comparison),
        summary: summary(comparison),
        files: view.file_changes(
            context.wording,
            document,
            (pairing.from, pairing.to),
            view.language,
        ),
        notes: notes(comparison, &ThemeLabels::new(context.wording, language)),
        article: article(context, view, document, pairing, comparison),
        fallback: comparison.fallbacks > 0,
    };
    Page {
        address: own.clone(),
        language: language.clone(),
        in_sitemap: false,
        view: View::Comparison(Box::new(comparison_view)),
    }
}

/// The names of languages that are told of the step that the newer version made, where this is it.
fn of_own_step(is_own_step: bool, names: impl Fn() -> Vec<String>) -> Vec<String> {
    match is_own_step {
        true => names(),
        false => Vec::new(),
    }
}

/// Where the languages' comparisons stand side by side.
fn both_languages(view: Viewpoint<'_>, document: &Document, pairing: Pairing) -> Option<String> {
    let Pairing { from, to, .. } = pairing;
    let languages = view.site.languages_beside(document, from, to);
    let place = DocumentPlace::ComparisonLanguages(from, to);
    languages
        .contains(&view.language)
        .then(|| view.href_to(document, place))
}

fn frame(view: Viewpoint<'_>, document: &Document, pairing: Pairing) -> super::view::Frame {
    let site = view.site;
    // A language that lacks the comparison leads to its history.
    let address = |language: &LanguageCode| match pairing.is_in(site, document, language) {
        true => pairing.address(site, document, language),
        false => site.history_address(document, language),
    };
    frame_of(view, document, pairing, &address)
}

/// What every page has, on one that tells of a comparison; `address` says where it is in a language.
pub(super) fn frame_of(
    view: Viewpoint<'_>,
    document: &Document,
    pairing: Pairing,
    address: &dyn Fn(&LanguageCode) -> String,
) -> super::view::Frame {
    let site = view.site;
    let has_language = |language: &LanguageCode| pairing.is_in(site, document, language);
    let mut history: super::view::Link = view.document(document);
    history.href = view.href(&site.document_address(document, view.language));
    let unpublished = |at: usize| unpublished(site, document, at);
    let ids = format!(
        "{} → {}",
        document.versions[pairing.from].id, document.versions[pairing.to].id
    );
    let (title, title_lang) = view.version_title(document, pairing.to);
    view.frame(About {
        section: document.section,
        above: vec![history],
        is_section: false,
        has_language: &has_language,
        noindex: true,
        subject: Some(format!("{}, {ids}", document.id)),
        unpublished: unpublished(pairing.to).or_else(|| unpublished(pairing.from)),
        title_lang,
        ..About::whole_site(title, address)
    })
}

fn later(view: Viewpoint<'_>, document: &Document, pairing: Pairing) -> Option<String> {
    let next = view
        .plan(document)
        .after(pairing.to)
        .filter(|_| !pairing.to_current)?;
    view.comparison_to(document, next)
}

fn article(
    context: Context<'_>,
    view: Viewpoint<'_>,
    document: &Document,
    pairing: Pairing,
    comparison: &Comparison<'_>,
) -> String {
    let versions = [pairing.from, pairing.to];
    let [old, new] = TextLinks::of_comparison(view, document, versions, &OnPage::Same);
    let links = BothLinks {
        old: &old,
        new: &new,
    };
    let options = html_options(context.wording, view.language);
    let labels = ThemeLabels::new(context.wording, view.language);
    diff::html::write(comparison, &labels, links, &options)
}

/// The notes of a comparison, each with the place above it that has an address.
pub(super) fn notes(comparison: &Comparison<'_>, labels: &ThemeLabels<'_>) -> Vec<NoteView> {
    let view = |note: &Note| NoteView {
        code: note.what.code(),
        text: labels.note(note),
        anchor: (note.side == Side::New)
            .then(|| anchor_before(&comparison.entries, note.span.start))
            .flatten(),
    };
    comparison.notes.iter().map(view).collect()
}

/// The anchor of the block of the new text that begins last at a place or before it.
fn anchor_before(entries: &[Entry<'_>], place: usize) -> Option<String> {
    let mut found: Option<&Block> = None;
    for &block in entries.iter().flat_map(|entry| &entry.new) {
        block.walk(&mut |block| {
            let is_later = found.is_none_or(|found| found.span.start <= block.span.start);
            if block.anchor.is_some() && block.span.start <= place && is_later {
                found = Some(block);
            }
        });
    }
    found?.anchor.clone()
}
