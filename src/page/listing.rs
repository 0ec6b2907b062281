//! Pages that lead to others: home, sections, the chooser of languages, the page for what is not
//! there, and `/id/`.

use super::article::html_options;
use super::context::{Context, Viewpoint};
use super::feeds::Scope;
use super::frame::{About, language_name};
use super::links::{OwnPlaces, TextLinks};
use super::made::{Page, View};
use super::view::{
    Alternate, ChangeItem, ChooserLanguage, ChooserView, DocumentSummary, HomeView, IdView,
    LandingView, NotFoundView, SectionSummary, SectionView, SectionWithin, StandIn,
};
use crate::config::Term;
use crate::diagnostic::Diagnostic;
use crate::language::LanguageCode;
use crate::markdown::html::Writer;
use crate::markdown::says_the_same;
use crate::markdown::tree::{Block, BlockKind, Tree};
use crate::model::{Document, Section, Site, relative};

/// The page at the root, which needs no script to lead on.
pub(super) fn chooser_page(site: &Site, language: &LanguageCode) -> Page {
    let home = |language: &LanguageCode| site.home_address(language);
    let title = |language: &LanguageCode| {
        let title = site.config.title.for_language(language);
        let title = title.map(|(_, title)| title.value.clone());
        (title.unwrap_or_default(), None)
    };
    Page {
        address: String::new(),
        language: language.clone(),
        in_sitemap: false,
        view: View::Chooser(ChooserView {
            languages: chooser_languages(site, "", &home, &title),
            canonical: site.absolute(""),
            noindex: site.with_drafts,
            root: relative("", ""),
        }),
    }
}

/// `/id/…`: a document in every language, whatever its addresses.
pub(super) fn id_page(site: &Site, document: &Document) -> Page {
    let address = site.id_address(document);
    let in_language = |language: &LanguageCode| site.document_address(document, language);
    let title = |language: &LanguageCode| {
        let view = Viewpoint {
            site,
            language,
            address: &address,
        };
        view.title(document)
    };
    let first = site.languages().next().cloned();
    Page {
        language: first.unwrap_or_else(LanguageCode::english),
        in_sitemap: false,
        view: View::Id(IdView {
            document: document.id.clone(),
            languages: chooser_languages(site, &address, &in_language, &title),
            root: relative(&address, ""),
        }),
        address,
    }
}

fn chooser_languages(
    site: &Site,
    from: &str,
    address: &dyn Fn(&LanguageCode) -> String,
    title: &dyn Fn(&LanguageCode) -> (String, Option<String>),
) -> Vec<ChooserLanguage> {
    let language = |language: &LanguageCode| {
        let (title, title_lang) = title(language);
        ChooserLanguage {
            lang: language.to_string(),
            name: language_name(site, language),
            title,
            title_lang,
            href: relative(from, &address(language)),
            absolute: site.absolute(&address(language)),
        }
    };
    site.languages().map(language).collect()
}

/// The page for what is not there. It is served at any address, so its links begin at the root: the
/// site's path on its server.
pub(super) fn not_found_page(site: &Site, language: &LanguageCode, root: &str) -> Page {
    let address = "404.html".to_owned();
    let view = Viewpoint {
        site,
        language,
        address: &address,
    };
    let mut languages = view.languages(&|language| site.home_address(language));
    for link in &mut languages {
        link.href = format!("{root}{}", link.href);
    }
    Page {
        language: language.clone(),
        in_sitemap: false,
        view: View::NotFound(NotFoundView {
            languages,
            root: root.to_owned(),
        }),
        address,
    }
}

/// The home page of a language.
///
/// # Errors
/// When the site's own text can no longer be read.
pub(super) fn home_page(
    context: Context<'_>,
    language: &LanguageCode,
    recent: Vec<ChangeItem>,
) -> Result<Page, Box<Diagnostic>> {
    let site = context.site;
    let address = |language: &LanguageCode| site.home_address(language);
    let own = address(language);
    let view = Viewpoint {
        site,
        language,
        address: &own,
    };
    let title = view.stated(Some(&site.config.title)).unwrap_or_default();
    let root = &site.sections[0];
    let titled = |language: &LanguageCode| {
        let title = site.config.title.for_language(language);
        title.map(|(_, title)| title.value.clone())
    };
    let summary = root
        .landing
        .get(language)
        .and_then(|text| text.summary.clone());
    let mut frame = view.frame(About {
        description: summary,
        ..About::whole_site(title, &address)
    });
    // The page that lets readers choose names this one, and search engines ask for the way back.
    let chooser = site.absolute("").map(|href| Alternate {
        lang: "x-default".to_owned(),
        href,
    });
    frame.alternates.extend(chooser);
    Ok(Page {
        in_sitemap: true,
        view: View::Home(HomeView {
            frame,
            landing: landing(context, view, root, &titled)?,
            sections: site
                .sections_of(0)
                .map(|at| view.section_summary(at))
                .collect(),
            recent,
        }),
        address: own.clone(),
        language: language.clone(),
    })
}

/// The page of a section.
///
/// # Errors
/// When its landing text can no longer be read.
pub(super) fn section_page(
    context: Context<'_>,
    at: usize,
    language: &LanguageCode,
) -> Result<Page, Box<Diagnostic>> {
    let site = context.site;
    let section = &site.sections[at];
    let address = |language: &LanguageCode| site.section_address(section, language);
    let own = address(language);
    let view = Viewpoint {
        site,
        language,
        address: &own,
    };
    let titled = |language: &LanguageCode| section.titles.get(language).cloned();
    let summary = site
        .text_for(&section.landing, language)
        .and_then(|(text, _)| text.summary.clone());
    let frame = view.frame(About {
        description: summary,
        section: at,
        feed: view.feed(Scope::Section(at)),
        ..About::whole_site(
            section.titles.get(language).cloned().unwrap_or_default(),
            &address,
        )
    });
    Ok(Page {
        in_sitemap: true,
        view: View::Section(SectionView {
            frame,
            guidance: section.config.term == Some(Term::Current),
            landing: landing(context, view, section, &titled)?,
            sections: site
                .sections_of(at)
                .map(|below| view.section_summary(below))
                .collect(),
            documents: view.documents(at),
            book: site
                .book_of(at)
                .next()
                .map(|_| view.href(&site.book_address(section, language))),
        }),
        address: own.clone(),
        language: language.clone(),
    })
}

/// The landing text: without its heading where that says what the page's title does, else with every heading a
/// level below that title, which is known by the text's language.
fn landing(
    context: Context<'_>,
    view: Viewpoint<'_>,
    section: &Section,
    titled: &dyn Fn(&LanguageCode) -> Option<String>,
) -> Result<Option<LandingView>, Box<Diagnostic>> {
    let Some((text, lang)) = view.site.text_for(&section.landing, view.language) else {
        return Ok(None);
    };
    let mut tree: Tree = context.trees.tree(text)?;
    let links = TextLinks {
        view,
        file: &text.path,
        as_of: None,
        own_places: OwnPlaces::Here,
    };
    let mut options = html_options(context.wording, &lang);
    let mut from = 0;
    if let Some(heading) = tree.title() {
        if titled(&lang).is_some_and(|title| says_the_same(&title, &heading)) {
            from = 1;
        } else {
            options.lower = 1;
            tree.blocks.iter_mut().for_each(show_at_own_level);
        }
    }
    let mut writer = Writer::new(&links, &options);
    writer.blocks(&tree.blocks[from..]);
    let stand_in = (lang != *view.language).then(|| StandIn {
        lang: lang.to_string(),
        name: view.name_of(&lang),
        newest: None,
    });
    Ok(Some(LandingView {
        html: writer.finish(),
        lang: stand_in.as_ref().map(|stand_in| stand_in.lang.clone()),
        stand_in,
    }))
}

/// Shows a heading at the level that it was written with, not below the title of its own text.
fn show_at_own_level(block: &mut Block) {
    if let BlockKind::Heading { level, shown, .. } = &mut block.kind {
        *shown = *level;
    }
}

impl Viewpoint<'_> {
    fn section_summary(&self, at: usize) -> SectionSummary {
        let section = &self.site.sections[at];
        let link = self.section(at);
        let summary = self.site.text_for(&section.landing, self.language);
        SectionSummary {
            title: link.title,
            href: link.href,
            summary: summary.and_then(|(text, _)| text.summary.clone()),
            documents: self.documents(at),
            sections: self
                .site
                .sections_of(at)
                .map(|below| self.section_within(below))
                .collect(),
            document_count: self.document_count(at),
            guidance: section.config.term == Some(Term::Current),
        }
    }

    fn section_within(&self, at: usize) -> SectionWithin {
        let link = self.section(at);
        SectionWithin {
            title: link.title,
            href: link.href,
            document_count: self.document_count(at),
        }
    }

    fn document_count(&self, at: usize) -> usize {
        let within = self
            .site
            .sections_of(at)
            .map(|below| self.document_count(below));
        self.site.documents_of(at).count() + within.sum::<usize>()
    }

    fn documents(&self, at: usize) -> Vec<DocumentSummary> {
        let documents = self.site.documents_in_order(at, self.language);
        documents
            .map(|document| self.document_summary(document))
            .collect()
    }

    fn document_summary(&self, document: &Document) -> DocumentSummary {
        let shown = document.shown(self.site.on()).unwrap_or(0);
        let version = &document.versions[shown];
        let (title, title_lang) = self.version_title(document, shown);
        let text = self
            .site
            .text_for(&version.texts, self.language)
            .filter(|_| !version.is_removed());
        let coming = document.coming(self.site.on());
        let coming = coming.filter(|&coming| coming != shown);
        DocumentSummary {
            title,
            title_language: self.language_of_title(title_lang.as_deref()),
            title_lang,
            href: self.document(document).href,
            summary: text.and_then(|(text, _)| text.summary.clone()),
            state: self.state_of(document),
            begin: self.unbroken_since(document, shown),
            coming: coming.map(|coming| self.version(document, coming)),
            withdrawn: self.withdrawn(document),
            category: self.stated(document.config.category.as_ref()),
        }
    }
}
