//! A comparison as one file that travels alone: by mail, into a case file, before a committee.
//!
//! It needs nothing beside itself. Images are in it; links lead to whole addresses, or are text.

mod travelling;

use super::article::html_options;
use super::attachments::size;
use super::comparison::notes;
use super::context::Viewpoint;
use super::counts::counts;
use super::file_changes::file_changes;
use super::labels::ThemeLabels;
use super::links::{OnPage, TextLinks};
use super::summary::summary;
use super::view::{CirculatedView, FileChangeView, FileView};
use super::wording::Wording;
use crate::diff::html::BothLinks;
use crate::diff::{self, Comparison};
use crate::language::{LanguageCode, names};
use crate::model::{Document, Site};
use travelling::Travelling;

/// What is compared.
#[derive(Clone, Copy)]
pub enum Between<'a> {
    /// Two files, by their paths.
    Files {
        /// The older.
        old: &'a str,
        /// The newer.
        new: &'a str,
    },
    /// Two versions of a document of a site: indices into [`Document::versions`].
    Versions {
        /// The site.
        site: &'a Site,
        /// The document.
        document: &'a Document,
        /// The older.
        from: usize,
        /// The newer.
        to: usize,
    },
}

/// The image at a path as an address that holds it (`data:`), where it can be read.
pub type Images<'a> = dyn Fn(&str) -> Option<String> + 'a;

/// How the file is made.
#[derive(Clone, Copy)]
pub struct Making<'a> {
    /// What is compared.
    pub between: Between<'a>,
    /// The language of the texts.
    pub text_language: &'a LanguageCode,
    /// The words around the text, and their language.
    pub wording: &'a dyn Wording,
    /// The language of those words.
    pub language: &'a LanguageCode,
    /// The stylesheet.
    pub style: &'a str,
    /// The images of the older and of the newer text. Paths are from the site's folder; between two files, from
    /// the folder of each.
    pub images: [&'a Images<'a>; 2],
}

/// What the file shows; `title` is that of the newer text.
pub fn circulated(
    comparison: &Comparison<'_>,
    title: Option<String>,
    making: &Making<'_>,
) -> CirculatedView {
    let labels = ThemeLabels::new(making.wording, making.language);
    let (from, to) = making.names();
    let (from_id, to_id) = making.ids();
    let options = html_options(making.wording, making.language);
    let [old, new] = making.links();
    let links = BothLinks {
        old: &old,
        new: &new,
    };
    CirculatedView {
        lang: making.language.to_string(),
        dir: names::direction(making.language).as_str(),
        text_lang: making.text_language.to_string(),
        title: title.unwrap_or_else(|| to.clone()),
        from,
        to,
        from_id,
        to_id,
        counts: counts(comparison),
        summary: summary(comparison),
        files: making.files(),
        notes: notes(comparison, &labels),
        fallback: comparison.fallbacks > 0,
        article: diff::html::write(comparison, &labels, links, &options),
        style: making.style.to_owned(),
    }
}

impl<'a> Making<'a> {
    /// What the two texts are called.
    fn names(&self) -> (String, String) {
        match self.between {
            Between::Files { old, new } => (old.to_owned(), new.to_owned()),
            Between::Versions {
                site,
                document,
                from,
                to,
            } => {
                let view = self.view(site);
                let name = |at: usize| view.version_words(self.wording, document, at);
                (name(from), name(to))
            }
        }
    }

    fn ids(&self) -> (String, String) {
        match self.between {
            Between::Files { old, new } => (old.to_owned(), new.to_owned()),
            Between::Versions {
                document, from, to, ..
            } => {
                let id = |at: usize| document.versions[at].id.to_string();
                (id(from), id(to))
            }
        }
    }

    /// The files that differ between two versions, at whole addresses where the site knows its own.
    fn files(&self) -> Vec<FileChangeView> {
        match self.between {
            Between::Files { .. } => Vec::new(),
            Between::Versions {
                site,
                document,
                from,
                to,
            } => file_changes(document, (from, to), self.text_language, |owner, file| {
                FileView {
                    href: site.absolute(&site.file_address(owner, &file.name)),
                    size: size(self.wording, self.language, file.bytes),
                }
            }),
        }
    }

    /// A page at the root of the site, so that what it links to is an address as the site has it.
    fn view(&self, site: &'a Site) -> Viewpoint<'a> {
        Viewpoint {
            site,
            language: self.language,
            address: "",
        }
    }

    /// The links of the older and of the newer text.
    fn links(&self) -> [Travelling<'a>; 2] {
        let [old, new] = match self.between {
            Between::Files { .. } => [None, None],
            Between::Versions {
                site,
                document,
                from,
                to,
            } => {
                let view = Viewpoint {
                    language: self.text_language,
                    ..self.view(site)
                };
                TextLinks::of_comparison(view, document, [from, to], &OnPage::Same).map(Some)
            }
        };
        let [old_image, new_image] = self.images;
        [
            Travelling {
                within: old,
                image: old_image,
            },
            Travelling {
                within: new,
                image: new_image,
            },
        ]
    }
}
