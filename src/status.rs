//! How each document of a site stands: what is in force, what is coming, which languages lack what, and
//! when it is to be reviewed.

use jiff::civil::Date;
use serde::Serialize;

use crate::diagnostic::Diagnostic;
use crate::language::LanguageCode;
use crate::model::{Document, Site, Standing, Version};

/// How a document stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DocumentStatus {
    /// Its id.
    pub id: String,
    /// Its title, in the first language that has one.
    pub title: String,
    /// The version in force; nothing where none is.
    pub in_force: Option<VersionStatus>,
    /// Versions that are published and not yet in force, as far as is known.
    pub coming: Vec<VersionStatus>,
    /// Versions that are no drafts, and can be read from a later day on.
    pub unpublished: Vec<VersionStatus>,
    /// Drafts.
    pub drafts: Vec<VersionStatus>,
    /// The day from which it is withdrawn; where it is not yet, the day from which it will be.
    #[serde(serialize_with = "as_text")]
    pub withdrawn_on: Option<Date>,
    /// The day by which the version in force is to be reviewed.
    #[serde(serialize_with = "as_text")]
    pub review_by: Option<Date>,
}

impl DocumentStatus {
    /// The day from which it is withdrawn, where that has come.
    pub fn withdrawn_by(&self, today: Date) -> Option<Date> {
        self.withdrawn_on.filter(|&day| day <= today)
    }
}

/// How a version stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct VersionStatus {
    /// Its id within the document.
    pub id: String,
    /// The last day on which it can have begun to hold.
    #[serde(serialize_with = "as_text")]
    pub effective_by: Option<Date>,
    /// The day from which it can be read.
    #[serde(serialize_with = "as_text")]
    pub published_on: Option<Date>,
    /// Whether its start, or that of the one to replace it, is not fully known and may have been already: it
    /// may hold already, or may have been replaced.
    pub unsure: bool,
    /// Whether it is sealed, and as it was when it was.
    pub sealed: bool,
    /// Each language that the document is to have.
    pub languages: Vec<LanguageStatus>,
    /// How many differences there are between its languages.
    pub differences: usize,
}

/// A language of a version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LanguageStatus {
    /// Its code.
    pub language: String,
    /// Whether the version has it.
    pub text: TextStatus,
    /// The last day of the leave to lack it, where there is one.
    #[serde(serialize_with = "as_text")]
    pub waived_until: Option<Date>,
}

/// Whether a version has a language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum TextStatus {
    /// It is there.
    Present,
    /// It is not.
    Missing,
    /// It was removed.
    Removed,
}

fn as_text<S: serde::Serializer>(day: &Option<Date>, serializer: S) -> Result<S::Ok, S::Error> {
    day.map(|day| day.to_string()).serialize(serializer)
}

/// How every document of a site stands, in the order of the site. `differences` are those between the
/// languages of the site, in whatever order.
pub fn status(site: &Site, differences: &[Diagnostic]) -> Vec<DocumentStatus> {
    let mut paths: Vec<&str> = differences
        .iter()
        .map(|found| found.place.path.as_str())
        .collect();
    paths.sort_unstable();
    let documents = site.documents.iter();
    documents
        .map(|document| document_status(site, document, &paths))
        .collect()
}

/// `paths` are those of the files in which languages differ, in order, each as often as it has
/// differences.
fn document_status(site: &Site, document: &Document, paths: &[&str]) -> DocumentStatus {
    let version = |at: usize| {
        let (version, standing) = (&document.versions[at], document.standing(at, site.on));
        let folder = format!("{}/", version.folder);
        let from = paths.partition_point(|path| *path < folder.as_str());
        let own = paths[from..]
            .iter()
            .take_while(|path| path.starts_with(&folder));
        VersionStatus {
            unsure: matches!(standing, Standing::MayHold | Standing::MayBeReplaced),
            ..version_status(site, document, version, own.count())
        }
    };
    let of_standing = |standings: &[Standing]| {
        let all = 0..document.versions.len();
        let of_standing = all.filter(|&at| standings.contains(&document.standing(at, site.on)));
        of_standing.collect::<Vec<_>>()
    };
    let told = |versions: Vec<usize>| versions.into_iter().map(version).collect();
    let shown = document.shown(site.on).map(|at| &document.versions[at]);
    let title = shown.and_then(|version| version.texts.iter().next());
    let in_force = document.in_force(site.on);
    let withdrawn = document.withdrawal(site.on);
    let withdrawn = withdrawn.or_else(|| document.withdrawal_to_come(site.on));
    DocumentStatus {
        id: document.id.clone(),
        title: title.map_or_else(String::new, |(_, text)| text.title.clone()),
        in_force: in_force.map(version),
        coming: told(of_standing(&[Standing::MayHold, Standing::Coming])),
        unpublished: told(of_standing(&[Standing::Unpublished])),
        drafts: told(of_standing(&[Standing::Draft])),
        withdrawn_on: withdrawn.map(|withdrawn| withdrawn.on),
        review_by: in_force.and_then(|at| site.review_by(document, &document.versions[at])),
    }
}

fn version_status(
    site: &Site,
    document: &Document,
    version: &Version,
    differences: usize,
) -> VersionStatus {
    let languages = match &document.config.languages {
        Some(stated) => stated.value.clone(),
        None => site.config.language_codes(),
    };
    let language = |language: LanguageCode| {
        let text = match version.texts.get(&language) {
            _ if version.is_removed() => TextStatus::Removed,
            Some(_) => TextStatus::Present,
            None => TextStatus::Missing,
        };
        let waivers = document.config.waivers.iter();
        let own = waivers.filter(|waiver| waiver.language == language && site.on <= waiver.until);
        LanguageStatus {
            text,
            waived_until: own.map(|waiver| waiver.until).max(),
            language: language.to_string(),
        }
    };
    VersionStatus {
        id: version.id.to_string(),
        effective_by: version.begins_by(),
        published_on: version.published_on(),
        unsure: false,
        sealed: version.is_sealed(),
        languages: languages.into_iter().map(language).collect(),
        differences,
    }
}
