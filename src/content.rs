//! Folders → model.
//!
//! 1. [`classify`] says what each folder is: section, document, version, page.
//! 2. [`text`], `version`, `document` and `section` read each of them, every fault becoming a finding.
//! 3. [`addresses`] gives each part its address in every language, and finds collisions.
//!
//! What comes out is a [`Site`] that holds only what may be shown on the day of the build, and the
//! findings. Trees are dropped once the facts of a text are known, unless [`KeptTrees`] has room for them.

mod addresses;
mod anew;
mod attachment;
mod classified;
mod classify;
mod dates;
mod document;
mod kept;
mod meant_text;
mod misplaced;
mod missing_text;
mod redirect;
mod same_name;
mod section;
mod static_files;
mod text;
mod unread_yaml;
mod version;

use jiff::civil::Date;

use crate::config;
use crate::config::site::SiteConfig;
use crate::diagnostic::{Code, Diagnostic, Place, has_errors};
use crate::model::{Content, Document, Site, below_content, days_of_change};
use crate::source::{Folder, Hidden, Root};

pub use anew::{Anew, read_document};
pub use kept::{KeptTree, KeptTrees};
pub use static_files::static_file_collision;
pub use text::{ReadText, read_source, read_text};

/// What is read, and as of when.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// The day that the site is read for.
    pub on: Date,
    /// Whether drafts and versions that are not published yet are read too.
    pub drafts: bool,
    /// How far the texts of documents are read.
    pub reading: Reading,
}

/// How far the texts of documents are read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Reading {
    /// To their ends.
    #[default]
    Whole,
    /// As far as their titles: anchors, links and faults further down are not known. All else is.
    Openings,
}

/// Reads `site.yaml`.
///
/// Apart from the rest, because the day of a build may depend on the site's time zone.
pub fn read_config(root: &Root, findings: &mut Vec<Diagnostic>) -> Option<SiteConfig> {
    if !root.has_file(config::site::FILE) {
        let message = "there is no site.yaml in this folder";
        let found = Diagnostic::new(Code::Unreadable, Place::whole(config::site::FILE), message);
        findings.push(found.help(if root.has_file("site.yml") {
            "Rename site.yml to site.yaml."
        } else {
            "Give the site's folder with --site, or begin one with `canllaw new`."
        }));
        return None;
    }
    match root.read_text(config::site::FILE) {
        Ok(source) => config::site::read(&source, findings),
        Err(found) => {
            findings.push(*found);
            None
        }
    }
}

/// Reads a site's content.
pub fn read(
    root: &Root,
    config: SiteConfig,
    options: Options,
    findings: &mut Vec<Diagnostic>,
) -> Site {
    read_keeping(root, config, options, &KeptTrees::none(), findings)
}

/// The same; `trees` keeps those of the texts.
pub fn read_keeping(
    root: &Root,
    config: SiteConfig,
    options: Options,
    trees: &KeptTrees,
    findings: &mut Vec<Diagnostic>,
) -> Site {
    let folder = read_content_folder(root, findings);
    same_name::find(&folder, findings);
    let languages = config.language_codes();
    let classified = classify::classify(&folder, &languages, findings);
    let reader = Reader {
        root,
        config: &config,
        languages: &languages,
        options,
        trees,
    };
    let mut parts = Parts::default();
    reader.read_section(&classified, None, &mut parts, findings);
    let mut content = Content::empty(config);
    content.days_of_change = days_of_change(&parts.documents, &parts.sections, options.drafts);
    content.unpublished = document::keep_what_may_be_shown(&mut parts.documents, options);
    content.with_drafts = options.drafts;
    parts.forget_empty_sections();
    content.sections = parts.sections;
    content.documents = parts.documents;
    content.pages = parts.pages;
    content.static_files = static_files::read(root, findings);
    look_for_logo(&content, findings);
    addresses::give(&mut content, findings);
    content.index();
    let mut site = Site::new(content, options.on);
    findings.extend(static_files::collisions(&site));
    site.set_redirects(redirect::read(root, &site, findings));
    forgive_unknown_languages(&site.config, findings);
    // Where a text could not be read, that is what there is to say.
    let is_empty = site.documents.is_empty() && site.pages.is_empty();
    if is_empty && !has_errors(findings) {
        findings.push(nothing_to_show(&site));
    }
    site
}

/// Of a site of which readers may see nothing: whether there is nothing, or nothing yet.
fn nothing_to_show(site: &Site) -> Diagnostic {
    let first_day = site.unpublished.values().flatten().min();
    let (message, help) = match first_day {
        Some(day) => (
            format!(
                "readers may see nothing of the site before {day}, when its first text is published"
            ),
            "Wait for that day, correct `published_on` in the version's version.yaml, or build with --drafts to see what is to come.",
        ),
        None if !site.unpublished.is_empty() => (
            "the site has drafts alone, and readers may see nothing of it".to_owned(),
            "Publish one with `canllaw publish`, or build with --drafts to see them.",
        ),
        None => (
            "the site has no document and no page".to_owned(),
            "Write a first text, for instance content/policy/leave/2024-04-01/en.md.",
        ),
    };
    Diagnostic::new(Code::EmptySite, Place::whole("content"), message).help(help)
}

/// Where `languages` names one that cannot be told, the names of languages that the site does not seem to have may be
/// right: the one fault is there.
fn forgive_unknown_languages(config: &SiteConfig, findings: &mut Vec<Diagnostic>) {
    if config.is_language_unknown {
        findings.retain(|found| found.code != Code::UnknownLanguage);
    }
}

fn read_content_folder(root: &Root, findings: &mut Vec<Diagnostic>) -> Folder {
    if root.has_folder("content") {
        root.read_folder("content", Hidden::LeftOut, findings)
    } else {
        Folder::default()
    }
}

/// The logo that `site.yaml` names must be there.
fn look_for_logo(content: &Content, findings: &mut Vec<Diagnostic>) {
    let Some(logo) = &content.config.look.logo else {
        return;
    };
    if content
        .static_files
        .iter()
        .any(|file| file.address == **logo)
    {
        return;
    }
    let message = format!("there is no file `{}` in the folder `static`", **logo);
    let found = Diagnostic::new(Code::InvalidValue, logo.place.clone(), message);
    findings.push(found.help("Put the picture there, or correct the path."));
}

/// What every part of the content is read with.
#[derive(Clone, Copy)]
struct Reader<'a> {
    root: &'a Root,
    config: &'a SiteConfig,
    languages: &'a [crate::language::LanguageCode],
    options: Options,
    trees: &'a KeptTrees,
}

/// The parts of a site before they have addresses.
#[derive(Default)]
struct Parts {
    sections: Vec<crate::model::Section>,
    documents: Vec<Document>,
    pages: Vec<crate::model::Page>,
}

/// The id of a folder of the content: its path below `content`.
fn id_of(folder: &Folder) -> String {
    below_content(&folder.path)
        .unwrap_or(&folder.path)
        .to_owned()
}
