//! Citing a version and the places in it.
//!
//! A citation names the title, the place as lawyers write it (`5.2(i)`), and the day on which the text
//! was as it is cited; its address is that of the version's own page, which stays for ever. A clause's
//! link says what it is cited as, a heading's one word, so that each costs some 60 bytes. What else there
//! is to say stands once on the page.
//!
//! Beside it a link leads to the same place in each other language. Those are longer: where a page would
//! grow by too much, headings alone have them, or none.

use std::borrow::Cow;

use super::ages::AgeNotes;
use super::context::{Context, Viewpoint, told_apart_by};
use super::frame::language_name;
use super::places::PlacesThere;
use super::version_texts::VersionTexts;
use super::view::{BeginView, CitedLanguage, CitingView};
use super::wording::{Value, Wording};
use crate::language::LanguageCode;
use crate::markdown::html::{Note, Notes};
use crate::markdown::tree::{Block, BlockKind, Tree};
use crate::model::{Document, TenureBegin, Version};

/// By how many bytes links to the other languages may make a page grow.
const LANGUAGE_LINKS_LIMIT: usize = 12_000;
/// What a link costs beside its address, its words and the name of its place, in bytes.
const AROUND_A_LINK: usize = 64;

/// What stands beside the blocks of a text: how each place is cited, and since when it reads as it does.
pub(super) struct TextNotes<'a> {
    pub citing: Option<Citing<'a>>,
    pub ages: Option<AgeNotes<'a>>,
}

impl Notes for TextNotes<'_> {
    fn notes(&self, block: &Block) -> Vec<Note<'_>> {
        let citing = self.citing.as_ref();
        let mut notes = citing.map_or_else(Vec::new, |citing| citing.notes(block));
        notes.extend(self.ages.as_ref().and_then(|ages| ages.note(block)));
        notes
    }
}

/// How the places of a version are cited.
pub(super) struct Citing<'a> {
    wording: &'a dyn Wording,
    language: &'a LanguageCode,
    title: String,
    /// The day on which the text was as it is cited.
    as_on: AsOn,
    /// The version's own page; empty on that page.
    page: String,
    /// What a heading's link says.
    word: String,
    /// What stands between two names.
    separator: String,
    elsewhere: Vec<Elsewhere<'a>>,
    /// Which places lead to the other languages.
    linked: Linked,
    view: CitingView,
}

/// The day on which a text was as it is cited, in words.
enum AsOn {
    /// The last day by which it had begun to hold.
    Day(String),
    /// The same, and the day on which this correction was published.
    Corrected(String, String),
    /// Of the day no more is known than between which days it was, or another version has the same dates, or
    /// there was none: what the version is called.
    Version(String),
}

impl AsOn {
    /// Nothing where it is not decided.
    fn of(
        context: Context<'_>,
        view: Viewpoint<'_>,
        document: &Document,
        at: usize,
    ) -> Option<Self> {
        let version = &document.versions[at];
        let begins_by = version.begins_by()?;
        let is_between = matches!(view.begin(version), BeginView::Between { .. });
        let day = match document.tenure(at).begin {
            _ if is_between || told_apart_by(document, at).is_some() => None,
            TenureBegin::Never => None,
            TenureBegin::Reinstated(day) => Some(day),
            TenureBegin::InEffect => Some(begins_by),
        };
        Some(match (day, view.corrected_on(version)) {
            (None, _) => AsOn::Version(view.version_words(context.wording, document, at)),
            (Some(day), Some(corrected)) => AsOn::Corrected(view.date(day).text, corrected.text),
            (Some(day), None) => AsOn::Day(view.date(day).text),
        })
    }
}

/// The version in another language.
struct Elsewhere<'a> {
    page: CitedLanguage,
    places: PlacesThere<'a>,
}

/// Which places of a text lead to the other languages.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Linked {
    HeadingsAndClauses,
    Headings,
    None,
}

impl<'a> Citing<'a> {
    /// How a version is cited on a page; nothing for a draft, and where the page's language lacks the text.
    pub fn of(
        context: Context<'a>,
        view: Viewpoint<'a>,
        document: &Document,
        at: usize,
        made: &'a VersionTexts,
    ) -> Option<Self> {
        let site = view.site;
        let version = &document.versions[at];
        let tree = made.texts.get(view.language)?;
        if document.is_unpublished(at, site.on()) {
            return None;
        }
        let own = view.permanent_address(document, version);
        let is_own = site.version_address(document, version, view.language) == view.address;
        let elsewhere = other_languages(view, document, version, (made, tree));
        let mut citing = Citing {
            wording: context.wording,
            language: view.language,
            title: view.version_title(document, at).0,
            as_on: AsOn::of(context, view, document, at)?,
            page: if is_own {
                String::new()
            } else {
                own.href.clone()
            },
            word: context.wording.text(view.language, "cite-word", &[]),
            separator: context.wording.text(view.language, "label-separator", &[]),
            view: CitingView {
                whole: String::new(),
                pattern: String::new(),
                example: None,
                href: own.href,
                address: own.address,
                languages: elsewhere.iter().map(|other| other.page.clone()).collect(),
            },
            linked: linked(tree, &elsewhere),
            elsewhere,
        };
        citing.view.whole = citing.cited(None);
        citing.view.pattern = citing.cited(Some("{place}"));
        Some(citing)
    }

    /// The citation of the version, or of a place in it.
    fn cited(&self, place: Option<&str>) -> String {
        let (key, date, corrected) = match (&self.as_on, place) {
            (AsOn::Day(day), None) => ("cite-whole", day, None),
            (AsOn::Day(day), Some(_)) => ("cite-place", day, None),
            (AsOn::Corrected(day, on), None) => ("cite-whole-corrected", day, Some(on)),
            (AsOn::Corrected(day, on), Some(_)) => ("cite-place-corrected", day, Some(on)),
            (AsOn::Version(words), None) => ("cite-whole-version", words, None),
            (AsOn::Version(words), Some(_)) => ("cite-place-version", words, None),
        };
        let values = [
            ("title", Some(self.title.as_str())),
            ("place", place),
            ("date", Some(date.as_str())),
            ("corrected", corrected.map(String::as_str)),
        ];
        let values: Vec<(&str, Value<'_>)> = values
            .into_iter()
            .filter_map(|(name, value)| Some((name, Value::Text(value?))))
            .collect();
        self.wording.text(self.language, key, &values)
    }

    /// What a page shows, with the citation of the text's first clause or heading as an example.
    pub fn shown(self, tree: Option<&Tree>) -> CitingView {
        let mut clause = None;
        let mut first = None;
        let mut look = |block: &Block| {
            clause = clause.take().or_else(|| clause_place(block));
            if first.is_none() && is_heading(block) {
                first = Some(heading(block));
            }
        };
        if let Some(tree) = tree {
            tree.walk(&mut look);
        }
        let heading = first.map(|heading| {
            let values = [("heading", Value::Text(heading.as_str()))];
            self.wording.text(self.language, "cite-heading", &values)
        });
        let example = clause.or(heading).map(|place| self.cited(Some(&place)));
        CitingView {
            example,
            ..self.view
        }
    }

    /// The links beside a clause or a heading: to its place in this version, and in the other languages. Many say
    /// the same: to who hears them, each says which place it is of.
    fn notes<'n>(&'n self, block: &Block) -> Vec<Note<'n>> {
        let (place, text) = match clause_place(block) {
            Some(place) => (place.clone(), Cow::Owned(place)),
            None if is_heading(block) => (heading(block), Cow::Borrowed(self.word.as_str())),
            None => return Vec::new(),
        };
        let Some(anchor) = &block.anchor else {
            return Vec::new();
        };
        let note = |text: Cow<'n, str>, (page, anchor, place): (&str, &str, &str), lang| Note {
            class: "cite",
            label: (text != place).then(|| [&text, self.separator.as_str(), place].concat()),
            text,
            href: Some([page, "#", anchor].concat()),
            lang,
        };
        let is_linked = match self.linked {
            Linked::HeadingsAndClauses => true,
            Linked::Headings => is_heading(block),
            Linked::None => false,
        };
        let others = self.elsewhere.iter().filter(|_| is_linked);
        let others = others.filter_map(|Elsewhere { page, places }| {
            let (anchor, there) = places.of(block)?;
            // Its name is read out with the sounds of its language.
            let named_there = match clause_place(block) {
                Some(_) => clause_place(there),
                None => is_heading(there).then(|| heading(there)),
            };
            let place = named_there.as_ref().unwrap_or(&place);
            let name = Cow::Borrowed(page.name.as_str());
            let lang = Some(page.lang.as_str());
            Some(note(name, (&page.href, anchor, place), lang))
        });
        std::iter::once(note(text, (&self.page, anchor, &place), None))
            .chain(others)
            .collect()
    }
}

/// What a heading says.
fn heading(block: &Block) -> String {
    block.own_text().trim().to_owned()
}

fn is_heading(block: &Block) -> bool {
    matches!(block.kind, BlockKind::Heading { title: false, .. })
}

/// How a clause is named in a citation: its number, then each item in brackets.
fn clause_place(block: &Block) -> Option<String> {
    place_of_label(block.anchor.as_ref()?, block.label.as_ref()?)
}

/// The same from a clause's anchor, which has what it lies below, and its label as written.
fn place_of_label(anchor: &str, label: &str) -> Option<String> {
    let mut parts: Vec<&str> = anchor.split('-').collect();
    let written = label.split(|c: char| !c.is_alphanumeric() && c != '.');
    let last_written = written
        .map(|part| part.trim_matches('.'))
        .rfind(|part| !part.is_empty())?;
    // Where a label repeats, its anchor ends in a number of its own.
    if parts.len() > 1 && parts.last() != Some(&last_written) {
        parts.pop();
    }
    let part = |part: &&str| match part.contains('.') {
        true => (*part).to_owned(),
        false => format!("({part})"),
    };
    Some(parts.iter().map(part).collect())
}

/// The version in the other languages that have it.
fn other_languages<'a>(
    view: Viewpoint<'_>,
    document: &Document,
    version: &Version,
    (made, tree): (&'a VersionTexts, &Tree),
) -> Vec<Elsewhere<'a>> {
    let others = view.site.languages().filter(|code| *code != view.language);
    let other = |code: &LanguageCode| {
        let text = made.texts.get(code)?;
        let places = made.places.between(view.language, code, text);
        let address = view.site.version_address(document, version, code);
        let page = CitedLanguage {
            lang: code.to_string(),
            name: language_name(view.site, code),
            href: view.href(&address),
            in_step: shape(text) == shape(tree),
            places: places.named_otherwise(tree),
        };
        Some(Elsewhere { page, places })
    };
    others.filter_map(other).collect()
}

/// Which places may lead to the other languages, by what that would cost.
fn linked(tree: &Tree, elsewhere: &[Elsewhere<'_>]) -> Linked {
    let (mut headings, mut clauses) = (0, 0);
    let pages = elsewhere.iter().map(|other| &other.page);
    let each: usize = pages
        .map(|page| AROUND_A_LINK + page.href.len() + page.name.len())
        .sum();
    tree.walk(&mut |block| {
        let cost = each + block.anchor.as_ref().map_or(0, String::len) * elsewhere.len();
        if is_heading(block) {
            headings += cost + block.own_text().len() * elsewhere.len();
        } else if block.label.is_some() {
            clauses += cost;
        }
    });
    if headings + clauses <= LANGUAGE_LINKS_LIMIT {
        Linked::HeadingsAndClauses
    } else if headings <= LANGUAGE_LINKS_LIMIT {
        Linked::Headings
    } else {
        Linked::None
    }
}

/// The kinds of a text's blocks, in their order.
fn shape(tree: &Tree) -> Vec<std::mem::Discriminant<BlockKind>> {
    let mut kinds = Vec::new();
    tree.walk(&mut |block| kinds.push(std::mem::discriminant(&block.kind)));
    kinds
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clauses_are_named_as_lawyers_write_them() {
        for (anchor, label, place) in [
            ("5.2-i", "5.2 i.", "5.2(i)"),
            ("5.2", "5.2", "5.2"),
            ("5.2", "5.2.", "5.2"),
            ("5.2-a-i", "(i)", "5.2(a)(i)"),
            ("5.2-ch", "(ch)", "5.2(ch)"),
            ("a", "(a)", "(a)"),
            ("A.1-2", "A.1", "A.1"),
            ("5.2-2", "(2)", "5.2(2)"),
            ("5.2-2", "5.2", "5.2"),
        ] {
            let found = place_of_label(anchor, label);
            assert_eq!(found.as_deref(), Some(place), "{anchor}, {label}");
        }
    }
}
