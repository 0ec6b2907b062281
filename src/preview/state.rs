//! The site as it was last whole, and what is wrong with it now.

mod days;
mod edited;
mod findings;
mod opened;
mod originals;
mod read;

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::survey::Surveys;
use super::texts::KeptTexts;
use super::touched::Touched;
use crate::build;
use crate::check::{self, LinkMap, Owner};
use crate::content::{self, Anew, Options, Reading};
use crate::diagnostic::Diagnostic;
use crate::model::{Document, Part, Site};
use crate::page::on_demand::Memory;
use crate::render::Theme;
use crate::source::Root;
use days::OtherDays;
use findings::Findings;
use opened::ReadAhead;
use originals::Originals;
use read::{Read, read};

pub(super) use findings::covers;

/// Which day it is, in a site's time zone.
pub type Today = Arc<dyn Fn(&TimeZone) -> Date + Send + Sync>;

/// A site could not be read at all.
#[derive(Debug)]
pub struct Loading(pub Vec<Diagnostic>);

/// The site that is previewed.
pub struct State {
    root: Root,
    today: Today,
    site: Site,
    other_days: OtherDays,
    theme: Theme,
    links: LinkMap,
    memory: Memory,
    /// The texts as they were last whole.
    texts: KeptTexts,
    findings: Findings,
    /// Published versions as they were before they were edited.
    originals: Originals,
    /// Whether the site on the disk could not be shown, so that the next change reads it whole.
    is_behind: bool,
    /// Whether the site that is shown was once without any fault that covers its pages.
    was_whole: bool,
    /// While texts are read no further than their titles: the documents that were read to their ends.
    read_ahead: Option<ReadAhead>,
    generation: u64,
    /// How the site stands as a whole, once that was asked for.
    surveys: Surveys,
}

/// What came of a change.
#[derive(Clone, Debug)]
pub struct Reloaded {
    /// What was found in what was read again, and whatever covers the pages.
    pub findings: Vec<Diagnostic>,
    /// How many findings cover the pages.
    pub covering: usize,
    /// The page that was edited, in each language with its code.
    pub pages: Vec<(String, String)>,
    /// Counts the states: a page of an earlier one is out of date.
    pub generation: u64,
}

impl State {
    fn of(root: Root, today: Today, read: Read) -> Result<State, Loading> {
        let Read {
            site,
            links,
            theme,
            mut findings,
        } = read;
        let theme = match theme {
            Ok(theme) => {
                findings.theme = warnings(&theme, &site);
                theme
            }
            Err(faults) => {
                findings.theme = faults;
                let built_in = Theme::built_in(&site.config.language_codes());
                built_in.map_err(|_| Loading(findings.all()))?
            }
        };
        let was_whole = findings.covering().is_empty();
        Ok(State {
            root,
            today,
            site,
            other_days: OtherDays::default(),
            theme,
            links,
            memory: Memory::default(),
            texts: KeptTexts::default(),
            findings,
            originals: Originals::default(),
            is_behind: false,
            was_whole,
            read_ahead: None,
            generation: 1,
            surveys: Surveys::default(),
        })
    }

    /// The site's folder.
    pub fn root(&self) -> &Root {
        &self.root
    }

    /// The site.
    pub fn site(&self) -> &Site {
        &self.site
    }

    /// Its theme.
    pub fn theme(&self) -> &Theme {
        &self.theme
    }

    /// What is kept between pages.
    pub fn memory(&self) -> &Memory {
        &self.memory
    }

    /// Whether the page at an address is made of what was whole, as far as that is known. A link that leads to
    /// nothing is found only in a text that is shown already.
    pub(super) fn is_whole_at(&self, address: &str) -> bool {
        let part = self.site.locate(address).map(|located| located.part);
        let owner = match part {
            Some(Part::Document(at)) => Some(Owner::Document(at)),
            Some(Part::Page(at)) => Some(Owner::Page(at)),
            Some(Part::Section(at)) => Some(Owner::Section(at)),
            _ => None,
        };
        self.was_whole && !owner.is_some_and(|owner| self.findings.is_at_fault(owner))
    }

    /// The texts as they were last whole.
    pub(super) fn texts(&self) -> &KeptTexts {
        &self.texts
    }

    /// Counts the states.
    pub fn generation(&self) -> u64 {
        self.generation
    }

    /// How the site stands as a whole.
    pub(super) fn surveys(&self) -> &Surveys {
        &self.surveys
    }

    /// Everything that is wrong, in the order of places.
    pub fn findings(&self) -> Vec<Diagnostic> {
        self.findings.all()
    }

    /// What covers the pages, in the order of places.
    pub fn faults(&self) -> Vec<Diagnostic> {
        self.findings.covering()
    }

    /// Reads again what a change touches. Nothing where it touches nothing of the site.
    pub fn reload(&mut self, changed: &BTreeSet<PathBuf>) -> Option<Reloaded> {
        let mut touched = Touched::of(changed, &self.root, &self.site);
        if !touched.is_any() {
            return None;
        }
        self.texts.keep_saved(&self.root, changed);
        self.other_days.forget();
        touched.whole |= self.is_behind | self.take_day();
        if touched.whole || !self.reload_documents(&touched) {
            self.reload_whole();
        } else if touched.theme {
            self.reload_theme();
        }
        self.was_whole |= self.faults().is_empty();
        self.generation += 1;
        self.surveys.begin_anew();
        Some(Reloaded {
            findings: if touched.documents.is_empty() {
                self.findings()
            } else {
                self.findings.about(&touched.documents)
            },
            covering: self.faults().len(),
            pages: edited::pages(&self.site, &touched.paths),
            generation: self.generation,
        })
    }

    fn reload_theme(&mut self) {
        let theme = build::load_theme(&self.root, &self.site.config);
        self.take_theme(theme);
    }

    fn take_theme(&mut self, theme: Result<Theme, Vec<Diagnostic>>) {
        match theme {
            Ok(theme) => {
                self.findings.theme = warnings(&theme, &self.site);
                self.theme = theme;
            }
            Err(faults) => self.findings.theme = faults,
        }
    }

    /// Reads everything. A site with a fault that covers its pages does not take the place of one that
    /// was whole.
    fn reload_whole(&mut self) {
        let read = match read(&self.root, &self.today, Reading::Whole) {
            Ok(read) => read,
            Err(Loading(found)) => {
                self.is_behind = true;
                self.findings.behind = found;
                self.reload_theme();
                return;
            }
        };
        let found = read.findings.all();
        self.is_behind = found.iter().any(covers);
        if self.is_behind {
            self.findings.behind = found;
            // For the languages of the site that is shown; those on the disk may be others.
            self.reload_theme();
            if let Err(faults) = read.theme {
                self.findings.theme = faults;
            }
            return;
        }
        let old = std::mem::replace(&mut self.site, read.site);
        for document in &old.documents {
            self.originals.note(document, old.on());
        }
        for at in 0..self.site.documents.len() {
            let edited = self.originals.edited(&self.site.documents[at]);
            self.site.note_edited(at, edited);
        }
        self.originals.forget_unedited(&self.site);
        self.links = read.links;
        self.memory = Memory::default();
        self.findings = read.findings;
        self.take_theme(read.theme);
    }

    /// Reads documents again; whether that was enough.
    fn reload_documents(&mut self, touched: &Touched) -> bool {
        let mut documents = touched.documents.clone();
        documents.extend(self.findings.documents_at_fault());
        documents.into_iter().all(|at| self.reload_document(at))
    }

    fn reload_document(&mut self, at: usize) -> bool {
        let options = Options {
            on: self.site.on(),
            drafts: true,
            reading: Reading::Whole,
        };
        let mut found = Vec::new();
        let anew = content::read_document(&self.root, &self.site, at, options, &mut found);
        let found = self.site.config.checks.apply(found);
        let Anew::Document(new) = anew else {
            // A fault may have kept all its versions from being read: then it is as it last was.
            let is_fault = found.iter().any(covers);
            if is_fault {
                self.findings.set_reading(at, found);
            }
            return is_fault;
        };
        let is_fault = found.iter().any(covers);
        self.findings.set_reading(at, found);
        if is_fault {
            return true;
        }
        let old = &self.site.documents[at];
        self.originals.note(old, self.site.on());
        let edited = self.originals.edited(&new);
        let is_linked_alike = places(old) == places(&new);
        self.site.replace_document(at, *new);
        self.site.note_edited(at, edited);
        self.originals.forget_unedited_of(&self.site, at);
        self.renew(Owner::Document(at));
        if !is_linked_alike {
            for owner in self.links.to(at) {
                self.renew(owner);
            }
        }
        true
    }

    fn renew(&mut self, owner: Owner) {
        self.links.renew(&mut self.site, owner);
        let found = check::check_owner(&self.root, &self.site, owner);
        let found = self.site.config.checks.apply(found);
        self.findings.set_rules(owner, found);
    }
}

/// What of a document other texts can link to: versions, their anchors, files.
fn places(document: &Document) -> Vec<&str> {
    let mut places = Vec::new();
    for version in &document.versions {
        places.push(version.id.as_str());
        let texts = version.texts.iter();
        places.extend(texts.flat_map(|(_, text)| text.anchors.iter().map(String::as_str)));
        places.extend(version.attachments.iter().map(|file| file.name.as_str()));
    }
    places.extend(document.attachments.iter().map(|file| file.name.as_str()));
    places
}

/// What a theme brings that nothing uses, weighed as the site says.
fn warnings(theme: &Theme, site: &Site) -> Vec<Diagnostic> {
    site.config.checks.apply(theme.warnings.clone())
}
