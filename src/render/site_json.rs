//! `site.json`: every document and version as data, for other programs.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::language::LanguageCode;
use crate::model::{Document, Site, Standing, Version, encoded};

/// The number of this shape. It changes when a reader of the old shape would misread the new one.
const SCHEMA: u32 = 1;

#[derive(Serialize)]
struct SiteJson<'a> {
    schema: u32,
    built_on: String,
    stale_after: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    fallbacks: Option<usize>,
    documents: Vec<DocumentJson<'a>>,
}

#[derive(Serialize)]
struct DocumentJson<'a> {
    id: &'a str,
    titles: BTreeMap<&'a str, String>,
    addresses: BTreeMap<&'a str, String>,
    in_force: Option<&'a str>,
    versions: Vec<VersionJson<'a>>,
}

#[derive(Serialize)]
struct VersionJson<'a> {
    id: &'a str,
    effective_from: Option<EffectiveJson>,
    published_on: Option<String>,
    state: &'static str,
    fingerprint: String,
    texts: BTreeMap<&'a str, TextJson<'a>>,
}

/// A date, or what is known of it.
#[derive(Serialize)]
#[serde(untagged)]
enum EffectiveJson {
    On(String),
    Between { after: String, by: String },
    By { by: String },
}

#[derive(Serialize)]
struct TextJson<'a> {
    title: &'a str,
    address: String,
    path: &'a str,
}

/// The site as JSON. `fallbacks` is the number of parts of comparisons that are shown whole; only a build, which
/// makes every comparison, knows it.
pub fn site_json(site: &Site, fallbacks: Option<usize>) -> Vec<u8> {
    let json = SiteJson {
        schema: SCHEMA,
        built_on: site.on().to_string(),
        stale_after: site.stale_after().map(|date| date.to_string()),
        fallbacks,
        documents: site
            .documents
            .iter()
            .map(|document| document_json(site, document))
            .collect(),
    };
    // Its keys are strings and its values texts, numbers and lists: nothing that JSON lacks.
    let mut bytes = serde_json::to_vec_pretty(&json).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

fn document_json<'a>(site: &'a Site, document: &'a Document) -> DocumentJson<'a> {
    // As pages call it in that language; not where they do so in another.
    let title = |language: &LanguageCode| {
        let shown = document.shown(site.on())?;
        let (title, other) = site.version_title(document, shown, language);
        other.is_none().then_some(title)
    };
    let versions = 0..document.versions.len();
    DocumentJson {
        id: &document.id,
        titles: each_language(site, title),
        addresses: each_language(site, |language| {
            Some(encoded(&site.document_address(document, language)).into_owned())
        }),
        in_force: document
            .in_force(site.on())
            .map(|at| document.versions[at].id.as_str()),
        versions: versions
            .map(|at| version_json(site, document, at))
            .collect(),
    }
}

fn each_language<'a, T>(
    site: &'a Site,
    value: impl Fn(&LanguageCode) -> Option<T>,
) -> BTreeMap<&'a str, T> {
    let each = |language: &'a LanguageCode| Some((language.as_str(), value(language)?));
    site.languages().filter_map(each).collect()
}

fn version_json<'a>(site: &'a Site, document: &'a Document, at: usize) -> VersionJson<'a> {
    let version = &document.versions[at];
    let text = |language: &'a LanguageCode| {
        let text = version.text(language)?;
        let address = site.version_address(document, version, language);
        Some((
            language.as_str(),
            TextJson {
                title: &text.title,
                address: encoded(&address).into_owned(),
                path: &text.path,
            },
        ))
    };
    VersionJson {
        id: version.id.as_str(),
        effective_from: effective_json(version),
        published_on: version.published_on().map(|date| date.to_string()),
        state: state(document, at, site),
        fingerprint: version.fingerprint().to_string(),
        texts: site.languages().filter_map(text).collect(),
    }
}

fn effective_json(version: &Version) -> Option<EffectiveJson> {
    let effective = version.effective_from()?;
    Some(match (effective.date(), effective.after) {
        (Some(date), _) => EffectiveJson::On(date.to_string()),
        (None, Some(after)) => EffectiveJson::Between {
            after: after.to_string(),
            by: effective.by.to_string(),
        },
        (None, None) => EffectiveJson::By {
            by: effective.by.to_string(),
        },
    })
}

/// The state's name, as the pages' data has it, but `withdrawn` for every version of a document that is;
/// `removed` where the text was.
fn state(document: &Document, at: usize, site: &Site) -> &'static str {
    if document.versions[at].is_removed() {
        return "removed";
    }
    let has_begun = document.versions[at].begins_by() <= Some(site.on());
    match document.standing(at, site.on()) {
        Standing::Superseded | Standing::Corrected
            if has_begun && document.withdrawal(site.on()).is_some() =>
        {
            "withdrawn"
        }
        Standing::InForce | Standing::MayBeReplaced => "in-force",
        Standing::MayHold | Standing::Coming => "coming",
        Standing::Superseded => "superseded",
        Standing::Corrected => "corrected",
        Standing::Withdrawn => "withdrawn",
        Standing::Unpublished | Standing::Draft => "draft",
    }
}
