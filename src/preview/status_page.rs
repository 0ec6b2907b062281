//! The preview's own page that says how the whole site stands: each document, and all that is to be
//! mended, the differences between its languages among it.

use jiff::civil::Date;
use serde::Serialize;

use super::state::State;
use super::surround::{FaultView, OWN};
use super::survey::Survey;
use crate::diagnostic::Diagnostic;
use crate::language::LanguageCode;
use crate::model::{Document, Site, encoded};
use crate::page::view::{self, DateView};
use crate::page::{date_view, language_name, state};
use crate::status::{DocumentStatus, TextStatus, VersionStatus};

/// How many findings the page lists: more are no list that a person works through.
const LISTED: usize = 200;

/// The path of the page in a language.
pub(super) fn path(language: &LanguageCode) -> String {
    format!("{OWN}/status/{language}")
}

/// The page in a language, without what surrounds each page of the preview.
///
/// # Errors
/// When its template fails.
pub(super) fn status_page(
    state: &State,
    survey: &Survey,
    language: &LanguageCode,
) -> Result<String, Box<Diagnostic>> {
    let site = &survey.site;
    let documents = survey.documents.iter().zip(&site.documents);
    let listed = survey.findings.iter().take(LISTED);
    let view = StatusView {
        root: "/",
        home: format!("/{}", encoded(&site.home_address(language))),
        site_title: site
            .config
            .title
            .for_language(language)
            .map(|(_, title)| title.value.clone())
            .unwrap_or_default(),
        language: language.as_str(),
        languages: site
            .languages()
            .map(|code| LanguageLink {
                lang: code.to_string(),
                name: language_name(site, code),
                href: path(code),
                current: code == language,
            })
            .collect(),
        documents: documents
            .map(|(status, document)| DocumentRow::of(site, status, document, language))
            .collect(),
        findings: listed
            .map(|found| FaultView::of(found, state.theme(), language))
            .collect(),
        unlisted: survey.findings.len().saturating_sub(LISTED),
    };
    state.theme().render("preview-status.html", &view, language)
}

/// What the page shows.
#[derive(Serialize)]
struct StatusView<'a> {
    /// The site's root on this server.
    root: &'static str,
    /// The home page of the language.
    home: String,
    site_title: String,
    /// The language of the page.
    language: &'a str,
    /// The page in each language.
    languages: Vec<LanguageLink>,
    documents: Vec<DocumentRow>,
    findings: Vec<FaultView>,
    /// How many findings more there are.
    unlisted: usize,
}

#[derive(Serialize)]
struct LanguageLink {
    lang: String,
    name: String,
    href: String,
    current: bool,
}

#[derive(Serialize)]
struct DocumentRow {
    id: String,
    /// Its title; its id where no text is published.
    title: String,
    /// Its page; nothing where none is published.
    href: Option<String>,
    versions: Vec<VersionRow>,
    /// The day from which it is withdrawn, or will be.
    withdrawn_on: Option<DateView>,
    is_withdrawn: bool,
    review_by: Option<DateView>,
    overdue: bool,
}

#[derive(Serialize)]
struct VersionRow {
    id: String,
    href: String,
    state: view::State,
    sealed: bool,
    differences: usize,
    missing: Vec<MissingLanguage>,
}

#[derive(Serialize)]
struct MissingLanguage {
    lang: String,
    name: String,
    waived_until: Option<DateView>,
}

impl DocumentRow {
    fn of(
        site: &Site,
        status: &DocumentStatus,
        document: &Document,
        language: &LanguageCode,
    ) -> DocumentRow {
        let day = |day: Option<Date>| day.map(|day| date_view(day, language));
        let shown = document.shown(site.on()).map(|at| &document.versions[at]);
        let own_title = shown.and_then(|version| Some(version.text(language)?.title.as_str()));
        let titles = [own_title.unwrap_or_default(), &status.title, &status.id];
        let title = titles.into_iter().find(|title| !title.is_empty());
        DocumentRow {
            title: title.unwrap_or_default().to_owned(),
            id: status.id.clone(),
            href: shown
                .is_some()
                .then(|| format!("/{}", encoded(&site.document_address(document, language)))),
            versions: status
                .versions
                .iter()
                .filter_map(|version| VersionRow::of(site, document, version, language))
                .collect(),
            withdrawn_on: day(status.withdrawn_on),
            is_withdrawn: status.withdrawn_by(site.on()).is_some(),
            review_by: day(status.review_by),
            overdue: status.review_by.is_some_and(|day| day < site.on()),
        }
    }
}

impl VersionRow {
    fn of(
        site: &Site,
        document: &Document,
        version: &VersionStatus,
        language: &LanguageCode,
    ) -> Option<VersionRow> {
        let mut versions = document.versions.iter();
        let own = versions.find(|own| own.id.as_str() == version.id)?;
        let missing = version.languages.iter().filter_map(|of_language| {
            let code = LanguageCode::parse(&of_language.language)?;
            let waived_until = of_language.waived_until;
            (of_language.text == TextStatus::Missing).then(|| MissingLanguage {
                lang: code.to_string(),
                name: language_name(site, &code),
                waived_until: waived_until.map(|day| date_view(day, language)),
            })
        });
        Some(VersionRow {
            id: version.id.clone(),
            href: format!(
                "/{}",
                encoded(&site.version_address(document, own, language))
            ),
            state: state(version.standing),
            sealed: version.sealed,
            differences: version.differences,
            missing: missing.collect(),
        })
    }
}
