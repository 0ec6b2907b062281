//! A section as a book: all that is in force in it, on one page, to be read in one go or printed.
//!
//! Each document is a chapter. Its ids begin with the chapter's name and `--`, which no anchor of a text
//! holds, so that every id of the page is there once; its headings stand one level lower. A link to a
//! document of the book leads to its place in the book. Which documents there are, and in which version,
//! follows from the day of the build.

use std::collections::{HashMap, HashSet};

use rayon::prelude::*;

use super::article::html_options;
use super::context::{Context, Viewpoint, state};
use super::frame::About;
use super::links::{OnPage, OwnPlaces, TextLinks};
use super::made::{Page, View};
use super::read_texts::read;
use super::view::{BookView, ChapterView};
use crate::config::Term;
use crate::diagnostic::Diagnostic;
use crate::language::{LanguageCode, slug};
use crate::markdown::html::{Href, LinkResolver, Options, Writer};
use crate::markdown::links::is_refused;
use crate::model::{Document, Site, Target, Text, Version};

/// The book of a section in a language; nothing where no document of it is in force.
///
/// # Errors
/// When a text can no longer be read.
pub(super) fn book_page(
    context: Context<'_>,
    at: usize,
    language: &LanguageCode,
) -> Result<Option<Page>, Box<Diagnostic>> {
    let site = context.site;
    let section = &site.sections[at];
    let address = |language: &LanguageCode| site.book_address(section, language);
    let own = address(language);
    let view = Viewpoint {
        site,
        language,
        address: &own,
    };
    let names = Names::of(site, at);
    let chapters = in_order(view, at);
    if chapters.is_empty() {
        return Ok(None);
    }
    let chapters: Result<Vec<ChapterView>, Box<Diagnostic>> = chapters
        .into_par_iter()
        .map(|placed| chapter(context, view, &names, placed))
        .collect();
    let title = section.titles.get(language).cloned().unwrap_or_default();
    let frame = view.frame(About {
        section: at,
        is_section: false,
        noindex: true,
        ..About::whole_site(title, &address)
    });
    let book = BookView {
        frame,
        guidance: section.config.term == Some(Term::Current),
        chapters: chapters?,
    };
    Ok(Some(Page {
        in_sitemap: false,
        view: View::Book(Box::new(book)),
        address: own.clone(),
        language: language.clone(),
    }))
}

/// A document's place in a book.
struct Placed<'a> {
    document: &'a Document,
    /// The version in force.
    at: usize,
    /// The title of the section that it is the first of, where that is one within the book's.
    part: Option<String>,
}

/// The chapters in the order of the section's page: its own documents, then section by section.
fn in_order<'a>(view: Viewpoint<'a>, section: usize) -> Vec<Placed<'a>> {
    let mut last = section;
    let chapters = view.site.chapters(section, view.language);
    chapters
        .map(|(document, at)| {
            let is_first = document.section != last;
            last = document.section;
            let part = is_first.then(|| view.section(last).title);
            Placed { document, at, part }
        })
        .collect()
}

/// What the chapters of a book are called in its ids, by the ids of their documents. The same in every
/// language, so that a place is kept when the language changes.
struct Names(HashMap<String, String>);

impl Names {
    fn of(site: &Site, section: usize) -> Self {
        let folder = &site.sections[section].id;
        let mut taken = HashSet::new();
        let mut names = HashMap::new();
        for (document, _) in site.book_of(section) {
            let below = document.id.strip_prefix(folder.as_str());
            let below = below.unwrap_or(&document.id).trim_start_matches('/');
            let parts: Vec<String> = below.split('/').map(slug::fold).collect();
            let name = parts.join(".");
            let numbered = (2..).map(|number| format!("{name}-{number}"));
            let free = std::iter::once(name.clone())
                .chain(numbered)
                .find(|name| taken.insert(name.clone()));
            names.insert(document.id.clone(), free.unwrap_or(name));
        }
        Names(names)
    }

    /// The name of a document's chapter.
    fn get(&self, document: &Document) -> Option<&str> {
        self.0.get(&document.id).map(String::as_str)
    }
}

/// The id of a chapter.
fn chapter_id(name: &str) -> String {
    format!("chapter-{name}")
}

/// What the ids of a chapter's text begin with.
fn prefix(name: &str) -> String {
    format!("{name}--")
}

fn chapter(
    context: Context<'_>,
    view: Viewpoint<'_>,
    names: &Names,
    placed: Placed<'_>,
) -> Result<ChapterView, Box<Diagnostic>> {
    let site = view.site;
    let Placed { document, at, part } = placed;
    let version = &document.versions[at];
    let name = names.get(document).unwrap_or_default();
    let title = view.version_title(document, at).0;
    let shown = site.text_for(&version.texts, view.language);
    let (article, lang) = match shown {
        Some((text, lang)) => {
            let page = site.document_address(document, view.language);
            let links = BookLinks {
                beyond: TextLinks::of_version(view, document, at, &text.path)
                    .with_places(OwnPlaces::OfVersion(document, at, OnPage::Other(page))),
                names,
                own: (document, text),
            };
            let article = article(context, version, &links, &lang, name, &title)?;
            (Some(article), Some(lang))
        }
        None => (None, None),
    };
    let facts = view.facts(document, at);
    let permanent = view.permanent_address(document, version);
    Ok(ChapterView {
        id: chapter_id(name),
        part,
        title,
        document: document.id.clone(),
        version: version.id.to_string(),
        text_lang: lang
            .filter(|lang| lang != view.language)
            .map(|lang| lang.to_string()),
        article,
        state: state(document.standing(at, view.site.on())),
        begin: view.unbroken_since(document, at),
        corrected_on: view.corrected_on(version),
        reference: facts.reference,
        fingerprint: facts.fingerprint,
        href: permanent.href,
        permanent: permanent.address,
    })
}

/// The text of a chapter, a level below the book's title.
fn article(
    context: Context<'_>,
    version: &Version,
    links: &BookLinks<'_>,
    language: &LanguageCode,
    name: &str,
    title: &str,
) -> Result<String, Box<Diagnostic>> {
    let texts = read(context, version)?;
    let mut options = html_options(context.wording, language);
    options.words.footnotes = labelled(context, language, &options.words.footnotes, title);
    let options = Options {
        prefix: prefix(name),
        lower: 1,
        ..options
    };
    let mut writer = Writer::new(links, &options);
    writer.blocks(texts.get(language).map_or(&[], |tree| &tree.blocks));
    Ok(writer.finish())
}

/// A label before its value, in a language.
fn labelled(context: Context<'_>, language: &LanguageCode, label: &str, value: &str) -> String {
    let separator = context.wording.text(language, "label-separator", &[]);
    format!("{label}{separator}{value}")
}

/// The links of a chapter: those to a document of the book lead to its place in the book.
struct BookLinks<'a> {
    /// Where the others lead.
    beyond: TextLinks<'a>,
    names: &'a Names,
    /// The document and the text that hold the links.
    own: (&'a Document, &'a Text),
}

impl BookLinks<'_> {
    /// The place of a link's target in the book, if it is there.
    fn place(&self, written: &str) -> Option<String> {
        if is_refused(written) {
            return None;
        }
        let view = self.beyond.view;
        let resolved = view.site.resolve(self.beyond.file, written).ok()?;
        let anchor = resolved.anchor.as_deref();
        let (document, text) = match resolved.target {
            Target::Here => (self.own.0, Some(anchor.map(|_| self.own.1)?)),
            Target::Document(document) => {
                let version = &document.versions[document.in_force(view.site.on())?];
                let text = view.site.text_for(&version.texts, view.language);
                (document, text.map(|(text, _)| text))
            }
            _ => return None,
        };
        let name = self.names.get(document)?;
        let has =
            |anchor: &&str| text.is_some_and(|text| text.anchors.iter().any(|own| own == anchor));
        match anchor {
            None => Some(format!("#{}", chapter_id(name))),
            // What only earlier versions, or other languages, call so is at the document's own page.
            Some(anchor) => has(&anchor).then(|| format!("#{}{anchor}", prefix(name))),
        }
    }
}

impl LinkResolver for BookLinks<'_> {
    fn resolve(&self, target: &str) -> Href {
        match self.place(target) {
            Some(place) => Href::To(place),
            None => self.beyond.resolve(target),
        }
    }

    fn resolve_image(&self, target: &str) -> Href {
        self.beyond.resolve_image(target)
    }
}
