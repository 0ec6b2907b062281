//! How each document of a site stands: what is in force, what is coming, which languages lack what, and
//! when it is to be reviewed.

use jiff::civil::Date;
use serde::Serialize;

use crate::diagnostic::Diagnostic;
use crate::language::LanguageCode;
use crate::model::{Document, Site, Standing, Version};

/// How a document stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentStatus {
    /// Its id.
    pub id: String,
    /// Its title, in the first language that has one.
    pub title: String,
    /// What is in force, then what is coming, then what is no draft and cannot be read yet, then the drafts, each
    /// of these in the order of time. What held in the past is not told.
    pub versions: Vec<VersionStatus>,
    /// The day from which it is withdrawn; where it is not yet, the day from which it will be.
    pub withdrawn_on: Option<Date>,
    /// The day by which the version in force is to be reviewed.
    pub review_by: Option<Date>,
}

impl DocumentStatus {
    /// The day from which it is withdrawn, where that has come.
    pub fn withdrawn_by(&self, today: Date) -> Option<Date> {
        self.withdrawn_on.filter(|&day| day <= today)
    }

    /// The version in force; nothing where none is.
    pub fn in_force(&self) -> Option<&VersionStatus> {
        let mut versions = self.versions.iter();
        versions.find(|version| version.standing.is_in_force())
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
    /// What it is. Programs are told by the list in which it stands, and here whether that is unsure.
    #[serde(rename = "unsure", serialize_with = "is_unsure")]
    pub standing: Standing,
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

/// What versions are listed, in the order of the lists.
const LISTS: [fn(Standing) -> bool; 4] = [
    Standing::is_in_force,
    Standing::is_coming,
    |standing| standing == Standing::Unpublished,
    |standing| standing == Standing::Draft,
];

/// A document's status as programs read it: each list by itself.
#[derive(Serialize)]
struct DocumentJson<'a> {
    id: &'a str,
    title: &'a str,
    in_force: Option<&'a VersionStatus>,
    coming: Vec<&'a VersionStatus>,
    unpublished: Vec<&'a VersionStatus>,
    drafts: Vec<&'a VersionStatus>,
    #[serde(serialize_with = "as_text")]
    withdrawn_on: Option<Date>,
    #[serde(serialize_with = "as_text")]
    review_by: Option<Date>,
}

impl Serialize for DocumentStatus {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let [in_force, coming, unpublished, drafts] = LISTS.map(|is_listed| {
            let versions = self.versions.iter();
            let listed = versions.filter(|version| is_listed(version.standing));
            listed.collect::<Vec<_>>()
        });
        let json = DocumentJson {
            id: &self.id,
            title: &self.title,
            in_force: in_force.first().copied(),
            coming,
            unpublished,
            drafts,
            withdrawn_on: self.withdrawn_on,
            review_by: self.review_by,
        };
        json.serialize(serializer)
    }
}

fn is_unsure<S: serde::Serializer>(standing: &Standing, serializer: S) -> Result<S::Ok, S::Error> {
    standing.is_unsure().serialize(serializer)
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
    let version = |(at, standing): (usize, Standing)| {
        let version = &document.versions[at];
        let folder = format!("{}/", version.folder);
        let from = paths.partition_point(|path| *path < folder.as_str());
        let own = paths[from..]
            .iter()
            .take_while(|path| path.starts_with(&folder));
        version_status(site, document, version, standing, own.count())
    };
    let all = (0..document.versions.len()).map(|at| (at, document.standing(at, site.on())));
    let all: Vec<(usize, Standing)> = all.collect();
    let listed = LISTS.into_iter().flat_map(|is_listed| {
        let all = all.iter().copied();
        all.filter(move |&(_, standing)| is_listed(standing))
    });
    let shown = document.shown(site.on()).map(|at| &document.versions[at]);
    let title = shown.and_then(|version| version.texts.iter().next());
    let in_force = document.in_force(site.on());
    let withdrawn = document.withdrawal(site.on());
    let withdrawn = withdrawn.or_else(|| document.withdrawal_to_come(site.on()));
    DocumentStatus {
        id: document.id.clone(),
        title: title.map_or_else(String::new, |(_, text)| text.title.clone()),
        versions: listed.map(version).collect(),
        withdrawn_on: withdrawn.map(|withdrawn| withdrawn.on),
        review_by: in_force.and_then(|at| site.review_by(document, &document.versions[at])),
    }
}

fn version_status(
    site: &Site,
    document: &Document,
    version: &Version,
    standing: Standing,
    differences: usize,
) -> VersionStatus {
    let of_site = site.config.language_codes();
    let language = |language: &LanguageCode| {
        let text = match version.texts.get(language) {
            _ if version.is_removed() => TextStatus::Removed,
            Some(_) => TextStatus::Present,
            None => TextStatus::Missing,
        };
        let waived_until = document.config.last_waiver(language).map(|last| last.until);
        LanguageStatus {
            text,
            waived_until: waived_until.filter(|until| site.on() <= *until),
            language: language.to_string(),
        }
    };
    VersionStatus {
        id: version.id.to_string(),
        effective_by: version.begins_by(),
        published_on: version.published_on(),
        standing,
        sealed: version.is_sealed(),
        languages: document
            .config
            .languages_of(&of_site)
            .iter()
            .map(language)
            .collect(),
        differences,
    }
}
