//! A file → a text's facts, or its tree.

use std::ops::Range;

use rayon::prelude::*;

use super::classified::TextFile;
use super::{KeptTree, Reader, Reading};
use crate::config::front_matter::FrontMatter;
use crate::config::{self, ByLanguage, RawHtmlRule};
use crate::diagnostic::{Code, Diagnostic, Place, has_errors};
use crate::hash::Hash;
use crate::markdown::{
    self, GivenTitle, ParseOptions, RawHtml, footnotes, front_matter, tree::Tree,
};
use crate::model::{Link, LoneFootnote, Text};
use crate::source::{Root, Source};

/// A text as it was read: what it says, and where.
#[derive(Debug)]
pub struct ReadText {
    /// The file.
    pub source: Source,
    /// Its front matter as meant.
    pub front_matter: FrontMatter,
    /// What it says.
    pub tree: Tree,
}

/// Whether a text must have a title of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Title {
    /// Documents and pages.
    Required,
    /// Landing texts, since the section has its title in `section.yaml`; and what is left of removed texts.
    Optional,
}

/// Reads a text into its tree.
///
/// # Errors
/// When the file cannot be read as a text; faults within it are added to `findings`.
pub fn read_text(
    root: &Root,
    path: &str,
    html: RawHtmlRule,
    findings: &mut Vec<Diagnostic>,
) -> Result<ReadText, Box<Diagnostic>> {
    read_source(root.read_text(path)?, html, findings)
}

/// The same for a text that is in memory.
///
/// # Errors
/// When its front matter has no end; other faults are added to `findings`.
pub fn read_source(
    source: Source,
    html: RawHtmlRule,
    findings: &mut Vec<Diagnostic>,
) -> Result<ReadText, Box<Diagnostic>> {
    let (front_matter, body_start) = match front_matter::split(&source)? {
        Some(found) => {
            let read = config::front_matter::read(&source, found.yaml, findings);
            (read, found.body_start)
        }
        None => (FrontMatter::default(), 0),
    };
    let title = front_matter.title.as_ref().map(|title| GivenTitle {
        text: title.value.clone(),
        span: place_span(&source, &title.place),
    });
    let html = match html {
        RawHtmlRule::Sanitise => RawHtml::Sanitise,
        RawHtmlRule::Escape => RawHtml::Escape,
        RawHtmlRule::Trust => RawHtml::Trust,
    };
    let parsed = markdown::parse(&source, body_start, title, &ParseOptions { html });
    findings.extend(parsed.findings);
    Ok(ReadText {
        source,
        front_matter,
        tree: parsed.tree,
    })
}

fn place_span(source: &Source, place: &Place) -> Range<usize> {
    let start = source.offset(place.line, place.column);
    start..source.offset(place.line, place.column + place.width)
}

impl Reader<'_> {
    /// Reads the facts of texts, several at once.
    pub(super) fn texts(
        &self,
        files: &[TextFile],
        title: Title,
        reading: Reading,
        findings: &mut Vec<Diagnostic>,
    ) -> ByLanguage<Text> {
        let read: Vec<_> = files
            .par_iter()
            .map(|file| {
                let mut found = Vec::new();
                let text = self.text(file, title, reading, &mut found);
                let text = text.map_err(|fault| found.push(*fault)).ok();
                (file.language.clone(), text, found)
            })
            .collect();
        let mut texts = Vec::new();
        for (language, text, found) in read {
            findings.extend(found);
            texts.extend(text.map(|text| (language, text)));
        }
        texts.into_iter().collect()
    }

    fn text(
        &self,
        file: &TextFile,
        title: Title,
        reading: Reading,
        findings: &mut Vec<Diagnostic>,
    ) -> Result<Text, Box<Diagnostic>> {
        let (source, stamp) = self.root.read_stamped_text(&file.path)?;
        let hash = Hash::of(source.text());
        let source = match reading {
            Reading::Whole => source,
            Reading::Openings => opening(&source)?,
        };
        let read = read_source(source, self.config.html, findings)?;
        let facts = facts(&read, hash, title, findings);
        if reading == Reading::Whole {
            let (bytes, tree) = (read.source.text().len(), read.tree);
            self.trees.keep(&file.path, bytes, KeptTree { tree, stamp });
        }
        Ok(facts)
    }
}

/// A text as far as its title.
fn opening(source: &Source) -> Result<Source, Box<Diagnostic>> {
    let body_start = front_matter::split(source)?.map_or(0, |found| found.body_start);
    let end = markdown::opening_end(source.text(), body_start);
    Ok(Source::new(source.path(), &source.text()[..end]))
}

/// What is kept of a text, whose file has a hash.
fn facts(read: &ReadText, hash: Hash, title: Title, findings: &mut Vec<Diagnostic>) -> Text {
    let mut anchors = Vec::new();
    read.tree
        .walk(&mut |block| anchors.extend(block.anchor.clone()));
    let links = markdown::links::collect(&read.tree);
    Text {
        path: read.source.path().to_owned(),
        title: title_of(read, title, findings),
        summary: read
            .front_matter
            .summary
            .as_ref()
            .map(|summary| summary.value.clone()),
        sort_key: read
            .front_matter
            .sort_key
            .as_ref()
            .map(|key| key.value.clone()),
        anchors,
        links: links
            .into_iter()
            .map(|link| Link {
                target: link.target,
                span: link.span,
                is_image: link.is_image,
            })
            .collect(),
        lone_footnotes: footnotes::lone(&read.tree, read.source.text())
            .into_iter()
            .map(|lone| LoneFootnote {
                label: lone.label,
                span: lone.span,
                is_reference: lone.is_reference,
            })
            .collect(),
        hash,
    }
}

fn title_of(read: &ReadText, title: Title, findings: &mut Vec<Diagnostic>) -> String {
    let found = read.tree.title().map(|title| title.trim().to_owned());
    match found.filter(|title| !title.is_empty()) {
        Some(title) => title,
        None => {
            // What is wrong in the front matter may be its title.
            if title == Title::Required && !has_errors(findings) {
                let message = "this text has no title";
                let help = "Begin the file with `---`, a line `title: …` and `---`, or with a heading such as `# Annual leave`.";
                let place = read.source.place(0..0);
                findings.push(Diagnostic::new(Code::MissingTitle, place, message).help(help));
            }
            String::new()
        }
    }
}
