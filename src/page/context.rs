//! What every page is made with, and the small things that many pages show: dates, versions.

use jiff::civil::Date;

use super::made::Trees;
use super::view::{BeginView, DateView, Link, State, VersionLink, WithdrawnView};
use super::wording::{Value, Wording};
use crate::config::document::Withdrawn;
use crate::config::{Localised, Located, Term};
use crate::language::{LanguageCode, dates};
use crate::model::{ComparisonPlan, Document, DocumentPlace, Site, Standing, Version, relative};

/// The site and where its trees and words come from.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// The site.
    pub site: &'a Site,
    /// Where trees come from.
    pub trees: &'a dyn Trees,
    /// The words of the interface.
    pub wording: &'a dyn Wording,
}

/// One page's point of view: where it is, and in which language.
#[derive(Clone, Copy)]
pub(super) struct Viewpoint<'a> {
    pub site: &'a Site,
    pub language: &'a LanguageCode,
    /// The page's own address, which its links are relative to.
    pub address: &'a str,
}

impl<'a> Viewpoint<'a> {
    pub fn href(&self, address: &str) -> String {
        relative(self.address, address)
    }

    /// The way to a place of a document.
    pub fn href_to(&self, document: &Document, place: DocumentPlace) -> String {
        let site = self.site;
        self.href(&site.document_place_address(document, place, self.language))
    }

    pub fn date(&self, date: Date) -> DateView {
        date_view(date, self.language)
    }

    pub fn begin(&self, version: &Version) -> BeginView {
        let Some(effective) = version.effective_from() else {
            return BeginView::Undecided;
        };
        match (effective.date(), effective.after) {
            (Some(date), _) => BeginView::On {
                date: self.date(date),
            },
            (None, Some(after)) => BeginView::Between {
                after: self.date(after),
                by: self.date(effective.by),
                period: dates::period(self.language, after, effective.by)
                    .map(|(iso, text)| DateView { iso, text }),
            },
            (None, None) => BeginView::By {
                date: self.date(effective.by),
            },
        }
    }

    pub fn corrected_on(&self, version: &Version) -> Option<DateView> {
        let corrected = version.published_on().filter(|_| version.correction() > 0);
        corrected.map(|date| self.date(date))
    }

    /// For a correction of some of the languages of a version, those; the others say what they said before. None for a
    /// translation that came later.
    pub fn corrected_in(&self, document: &Document, at: usize) -> Vec<String> {
        let version = &document.versions[at];
        if !document.translated_later(at).is_empty() {
            return Vec::new();
        }
        let Some(corrects) = &version.config.corrects else {
            return Vec::new();
        };
        let is_of_all = version.texts.iter().all(|(it, _)| corrects.contains(it));
        if is_of_all || version.correction() == 0 {
            return Vec::new();
        }
        let names = corrects.value.iter().map(|it| self.name_of(it));
        names.collect()
    }

    /// For a correction that is a translation which came later: its languages.
    pub fn translated_into(&self, document: &Document, at: usize) -> Vec<String> {
        let languages = document.translated_later(at).into_iter();
        languages.map(|language| self.name_of(language)).collect()
    }

    /// What a version is called among the versions of its document, in plain words: its dates, and where
    /// another has the same ones its id.
    pub fn version_words(&self, wording: &dyn Wording, document: &Document, at: usize) -> String {
        let version = &document.versions[at];
        let text =
            |key: &str, values: &[(&str, Value<'_>)]| wording.text(self.language, key, values);
        let mut words = begin_words(wording, self.language, &self.begin(version));
        if let Some(date) = self.corrected_on(version) {
            words += &text("list-separator", &[]);
            words += &text("corrected-on-date", &[("date", Value::Text(&date.text))]);
        }
        if let Some(id) = told_apart_by(document, at) {
            words += &text("list-separator", &[]);
            words += &text("version-id", &[("id", Value::Text(&id))]);
        }
        words
    }

    /// What a document is as a whole: withdrawn, or what the version is that its page shows.
    pub fn state_of(&self, document: &Document) -> State {
        let shown = document.shown(self.site.on()).unwrap_or(0);
        match document.withdrawal(self.site.on()) {
            Some(_) => State::Withdrawn,
            None => state(document.standing(shown, self.site.on())),
        }
    }

    /// A version as a link to its own page.
    pub fn version(&self, document: &Document, at: usize) -> VersionLink {
        let version = &document.versions[at];
        let address = self.site.version_address(document, version, self.language);
        VersionLink {
            id: version.id.to_string(),
            begin: self.begin(version),
            corrected_on: self.corrected_on(version),
            told_apart_by: told_apart_by(document, at),
            href: self.href(&address),
        }
    }

    /// A text for readers of this language, from what was stated for each language.
    pub fn stated(&self, text: Option<&Localised>) -> Option<String> {
        let (_, text) = text?.for_language(self.language)?;
        Some(text.value.clone())
    }

    /// A document as a link, with its title in force.
    pub fn document(&self, document: &Document) -> Link {
        let (title, title_lang) = self.title(document);
        Link {
            title,
            title_lang,
            href: self.href(&self.site.document_address(document, self.language)),
        }
    }

    /// The documents with some ids as links; those that are not there, or not shown, are left out.
    pub fn named_documents(&self, ids: &[Located<String>]) -> Vec<Link> {
        let documents = ids.iter().filter_map(|id| self.site.document(id));
        documents.map(|document| self.document(document)).collect()
    }

    /// The title of a document as it is shown, and its language where it is not this one.
    pub fn title(&self, document: &Document) -> (String, Option<String>) {
        let shown = document.shown(self.site.on()).unwrap_or(0);
        self.version_title(document, shown)
    }

    /// The title of a version, and its language where it is not this one.
    pub fn version_title(&self, document: &Document, version: usize) -> (String, Option<String>) {
        let (title, other) = self.site.version_title(document, version, self.language);
        (title, other.map(|language| language.to_string()))
    }

    /// The withdrawal of a document that is withdrawn.
    pub fn withdrawn(&self, document: &Document) -> Option<WithdrawnView> {
        let withdrawn = document.withdrawal(self.site.on())?;
        Some(self.withdrawal(document, withdrawn))
    }

    /// The next withdrawal of a document that is not withdrawn.
    pub fn withdrawal_to_come(&self, document: &Document) -> Option<WithdrawnView> {
        if document.withdrawal(self.site.on()).is_some() {
            return None;
        }
        let to_come = document.withdrawal_to_come(self.site.on())?;
        Some(self.withdrawal(document, to_come))
    }

    fn withdrawal(&self, document: &Document, withdrawn: &Withdrawn) -> WithdrawnView {
        WithdrawnView {
            on: self.date(withdrawn.on),
            reason: self.stated(withdrawn.reason.as_ref()),
            replacements: self.replacements(document),
        }
    }

    /// The documents that stand in the place of one: those that it names, and those that name it.
    fn replacements(&self, document: &Document) -> Vec<Link> {
        let named = &document.config.replaced_by;
        let mut links = self.named_documents(named);
        let naming = self.site.documents.iter().filter(|other| {
            let replaces = &other.config.replaces;
            replaces.iter().any(|id| id.value == document.id)
                && named.iter().all(|id| id.value != other.id)
        });
        links.extend(naming.map(|other| self.document(other)));
        links
    }

    /// Whether a document's section calls its rules current rather than in force.
    pub fn is_guidance(&self, document: &Document) -> bool {
        self.site.sections[document.section].config.term == Some(Term::Current)
    }

    pub fn plan<'d>(&self, document: &'d Document) -> ComparisonPlan<'d>
    where
        'a: 'd,
    {
        ComparisonPlan::of(self.site, document, self.language)
    }
}

/// The id of a version, where another of its document would be called by the same dates.
pub(super) fn told_apart_by(document: &Document, at: usize) -> Option<String> {
    let version = &document.versions[at];
    let dates = |version: &Version| {
        let is_correction = version.correction() > 0;
        let corrected = version.published_on().filter(|_| is_correction);
        (version.effective_from(), corrected)
    };
    let own = dates(version);
    let mut others = document.versions.iter().enumerate();
    others
        .any(|(place, other)| place != at && dates(other) == own)
        .then(|| version.id.to_string())
}

/// What a version is that readers cannot read yet, for the mark on pages that show it.
pub(super) fn unpublished(site: &Site, document: &Document, at: usize) -> Option<State> {
    let is_unpublished = document.is_unpublished(at, site.on());
    is_unpublished.then(|| state(document.standing(at, site.on())))
}

/// A version's standing as pages show it.
pub fn state(standing: Standing) -> State {
    match standing {
        Standing::InForce => State::InForce,
        Standing::MayBeReplaced => State::MayBeReplaced,
        Standing::MayHold => State::MayHold,
        Standing::Coming => State::Coming,
        Standing::Superseded => State::Superseded,
        Standing::Corrected => State::Corrected,
        Standing::Withdrawn => State::Withdrawn,
        Standing::Unpublished => State::Unpublished,
        Standing::Draft => State::Draft,
    }
}

/// What is known of the day on which something began, in plain words.
pub fn begin_words(wording: &dyn Wording, language: &LanguageCode, begin: &BeginView) -> String {
    let text = |key: &str, values: &[(&str, Value<'_>)]| wording.text(language, key, values);
    match begin {
        BeginView::On { date } => date.text.clone(),
        BeginView::By { date } => text("by-date", &[("date", Value::Text(&date.text))]),
        BeginView::Between {
            period: Some(period),
            ..
        } => period.text.clone(),
        BeginView::Between { after, by, .. } => {
            let days = [
                ("after", Value::Text(&after.text)),
                ("by", Value::Text(&by.text)),
            ];
            text("some-time-between", &days)
        }
        BeginView::Undecided => text("state-draft", &[]),
    }
}

/// A date as a page in a language says it.
pub fn date_view(date: Date, language: &LanguageCode) -> DateView {
    DateView {
        iso: date.to_string(),
        text: dates::long_date(language, date),
    }
}
