//! Pages that show a text: a document in force, and a version.

use super::ages::AgeNotes;
use super::article::html_options;
use super::attachments::attachments;
use super::citing::{Citing, TextNotes};
use super::context::{Context, Viewpoint, unpublished};
use super::draft::{Draft, DraftChanges};
use super::frame::About;
use super::links::TextLinks;
use super::made::{Page, View};
use super::version_texts::VersionTexts;
use super::view::{BesideView, CitingView, ContentsEntry, TextView};
use crate::language::LanguageCode;
use crate::markdown::html::{Options, Writer};
use crate::markdown::tree::{Block, BlockKind, Tree};
use crate::model::{Attachment, Document, Version};

/// The lowest level of headings that a list of contents names.
const LOWEST_IN_CONTENTS: u8 = 3;

/// Where a version is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum At {
    /// At its own address, for ever.
    Version,
    /// At the document's address.
    Document,
}

/// A version that is shown, with what its pages are made of.
#[derive(Clone, Copy)]
pub(super) struct ShownVersion<'a> {
    pub context: Context<'a>,
    pub document: &'a Document,
    /// The version: an index into [`Document::versions`].
    pub at: usize,
    pub made: &'a VersionTexts,
    /// What it changes, where it is a draft.
    pub changes: &'a DraftChanges,
}

/// The text that a page shows: that of its language, or the one that stands in.
struct ShownText {
    language: LanguageCode,
    /// Its title, and the rest of it.
    article: Option<[String; 2]>,
    contents: Vec<ContentsEntry>,
    citing: Option<CitingView>,
    has_ages: bool,
}

impl ShownVersion<'_> {
    /// The page of the version in a language, or that of the document which shows it.
    pub fn page(self, language: &LanguageCode, where_: At) -> Page {
        let ShownVersion { document, at, .. } = self;
        let site = self.context.site;
        let version = &document.versions[at];
        let address = |language: &LanguageCode| match where_ {
            At::Version => site.version_address(document, version, language),
            At::Document => site.document_address(document, language),
        };
        let own = address(language);
        let view = Viewpoint {
            site,
            language,
            address: &own,
        };
        let in_force = document.in_force(site.on()) == Some(at);
        Page {
            language: language.clone(),
            in_sitemap: where_ == At::Document && in_force && version.text(language).is_some(),
            view: View::Text(Box::new(self.text_view(view, where_, &address))),
            address: own,
        }
    }

    fn text_view(
        self,
        view: Viewpoint<'_>,
        where_: At,
        address: &dyn Fn(&LanguageCode) -> String,
    ) -> TextView {
        let ShownVersion { document, at, .. } = self;
        let wording = self.context.wording;
        let version = &document.versions[at];
        let is_document = where_ == At::Document;
        let text = self.text(view);
        let (heading, article) = text.article.map(<(String, String)>::from).unzip();
        let draft = self.made.parity.as_ref().map(|parity| Draft {
            parity,
            changes: self.changes,
        });
        TextView {
            frame: frame(view, document, at, where_, address),
            document: document.id.clone(),
            version: version.id.to_string(),
            text_lang: text.language.to_string(),
            canonical_page: is_document,
            contents: text.contents,
            has_ages: text.has_ages,
            citing: text.citing,
            heading,
            article,
            since: match where_ {
                At::Document => view.since(document, at),
                At::Version => Vec::new(),
            },
            bar: view.bar(document, at),
            draft: draft.map(|draft| Box::new(draft.panel(wording, view, document, at))),
            facts: view.facts(document, at),
            attachments: attachments(
                view,
                wording,
                &format!("{}/{}", document.id, version.id),
                version_files(version),
            ),
            beside: is_document.then(|| view.beside(document)).flatten(),
        }
    }

    fn text(self, view: Viewpoint<'_>) -> ShownText {
        let version = &self.document.versions[self.at];
        let shown = view
            .site
            .text_for(&version.texts, view.language)
            .filter(|_| !version.is_removed());
        let (path, language) = match shown {
            Some((text, language)) => (Some(&text.path), language),
            None => (None, view.language.clone()),
        };
        let tree = self.made.texts.get(&language);
        let notes = self.notes(view, &language);
        let article = tree.zip(path).map(|(tree, path)| {
            let links = TextLinks::of_version(view, self.document, self.at, path);
            let options = Options {
                numbered: true,
                ..html_options(self.context.wording, &language)
            };
            let mut writer = Writer::new(&links, &options)
                .with_room(tree.end())
                .with_notes(&notes);
            let (title, rest) = tree.blocks.split_at(tree.blocks.partition_point(is_title));
            writer.blocks(title);
            let heading = writer.take_written();
            writer.blocks(rest);
            [heading, writer.finish()]
        });
        ShownText {
            contents: tree.map(contents).unwrap_or_default(),
            has_ages: notes.ages.is_some() && article.is_some(),
            citing: notes.citing.map(|citing| citing.shown(tree)),
            article,
            language,
        }
    }

    /// What stands beside a text. Ages are told of the page's own language, where something came before.
    fn notes<'n>(&'n self, view: Viewpoint<'n>, text_language: &LanguageCode) -> TextNotes<'n> {
        let ShownVersion {
            context,
            document,
            at,
            made,
            ..
        } = *self;
        let has_before = || view.plan(document).before(at).is_some();
        let ages = made.ages.get(view.language);
        let ages = ages.filter(|_| text_language == view.language && has_before());
        TextNotes {
            citing: Citing::of(context, view, document, at, made),
            ages: ages.map(|ages| AgeNotes::new(ages, view, context.wording, document)),
        }
    }
}

impl Viewpoint<'_> {
    /// The documents to read before and after one that is in force.
    fn beside(&self, document: &Document) -> Option<BesideView> {
        let [previous, next] = self.site.chapters_beside(document, self.language);
        let link = |other: &Document| self.document(other);
        (previous.is_some() || next.is_some()).then(|| BesideView {
            previous: previous.map(link),
            next: next.map(link),
        })
    }
}

fn version_files(version: &Version) -> &[Attachment] {
    if version.is_removed() {
        &[]
    } else {
        &version.attachments
    }
}

fn frame(
    view: Viewpoint<'_>,
    document: &Document,
    at: usize,
    where_: At,
    address: &dyn Fn(&LanguageCode) -> String,
) -> super::view::Frame {
    let site = view.site;
    let version = &document.versions[at];
    let shown = document.shown(site.on()) == Some(at);
    let summary = version
        .text(view.language)
        .and_then(|text| text.summary.clone());
    let has_language = |language: &LanguageCode| version.text(language).is_some();
    let above = if where_ == At::Version {
        vec![view.document(document)]
    } else {
        Vec::new()
    };
    let (title, title_lang) = view.version_title(document, at);
    view.frame(About {
        title,
        title_lang,
        description: summary,
        section: document.section,
        above,
        is_section: false,
        same_page: address,
        has_language: &has_language,
        canonical: shown.then(|| site.document_address(document, view.language)),
        noindex: !shown || !has_language(view.language) || document.is_unpublished(at, site.on()),
        subject: Some(format!("{}/{}", document.id, version.id)),
        unpublished: unpublished(site, document, at),
        feed: (where_ == At::Document)
            .then(|| view.document_feed(document))
            .flatten(),
        page: None,
    })
}

fn is_title(block: &Block) -> bool {
    matches!(block.kind, BlockKind::Heading { title: true, .. })
}

/// The headings below the title that a list of contents has room for.
fn contents(tree: &Tree) -> Vec<ContentsEntry> {
    let mut entries = Vec::new();
    for block in &tree.blocks {
        if let BlockKind::Heading {
            shown,
            title: false,
            ..
        } = block.kind
            && shown <= LOWEST_IN_CONTENTS
            && let Some(anchor) = &block.anchor
        {
            entries.push(ContentsEntry {
                text: block.own_text(),
                anchor: anchor.clone(),
                level: shown,
            });
        }
    }
    entries
}
