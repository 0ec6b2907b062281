//! The Atom feeds: the newest changes of the site, a section or a document in a language.

use std::collections::BTreeMap;

use atom_syndication::{Entry, FixedDateTime, Generator, Link, Person, Text};

use super::Theme;
use crate::language::LanguageCode;
use crate::model::Site;
use crate::page::feeds::Feed;
use crate::page::view::{BeginView, ChangeItem, ChangeItemKind, Tense};
use crate::page::{Wording, begin_words};

/// A feed as bytes; nothing where the site does not know its own address.
pub fn feed(theme: &Theme, site: &Site, feed: &Feed) -> Option<Vec<u8>> {
    let address = site.absolute(&feed.address)?;
    let strings = theme.strings(&feed.language)?;
    let page = site.absolute(&feed.page)?;
    let newest = feed
        .items
        .first()
        .map_or("1970-01-01", |(_, item)| item.date.iso.as_str());
    let title = strings.text("feed-title", &[("site", feed.subject.as_str().into())]);
    let organisation = site
        .config
        .organisation
        .as_ref()
        .and_then(|it| it.for_language(&feed.language));
    let author =
        organisation.map_or_else(|| feed.site_title.clone(), |(_, name)| name.value.clone());
    let feed = atom_syndication::Feed {
        title: Text::plain(title),
        id: address.clone(),
        updated: midnight(newest)?,
        lang: Some(feed.language.to_string()),
        generator: Some(Generator {
            value: "canllaw".to_owned(),
            ..Generator::default()
        }),
        authors: vec![Person {
            name: author,
            ..Person::default()
        }],
        links: vec![
            link(&address, "self", Some("application/atom+xml")),
            link(&page, "alternate", Some("text/html")),
        ],
        entries: feed
            .items
            .iter()
            .filter_map(|item| entry(theme, site, &feed.language, item))
            .collect(),
        namespaces: BTreeMap::new(),
        ..atom_syndication::Feed::default()
    };
    let mut bytes = fit_for_xml(&feed.to_string()).into_bytes();
    bytes.push(b'\n');
    Some(bytes)
}

/// XML with a space for each character that XML cannot have, which what is stated may: one would make the whole
/// feed unreadable.
fn fit_for_xml(written: &str) -> String {
    let is_unfit = |c: char| match c {
        '\t' | '\n' | '\r' => false,
        _ => c < ' ' || matches!(c, '\u{FFFE}' | '\u{FFFF}'),
    };
    written.replace(is_unfit, " ")
}

fn entry(
    theme: &Theme,
    site: &Site,
    language: &LanguageCode,
    (address, item): &(String, ChangeItem),
) -> Option<Entry> {
    let url = site.absolute_of_written(address)?;
    let kind = theme.text(language, kind_key(item.kind), &[]);
    let mut links = vec![link(&url, "alternate", Some("text/html"))];
    if let Some(comparison) = item
        .comparison
        .as_deref()
        .and_then(|comparison| site.absolute_of_written(comparison))
    {
        links.push(link(&comparison, "related", Some("text/html")));
    }
    Some(Entry {
        title: Text::plain(format!("{}: {kind}", item.title)),
        id: format!("{url}#{}", item.date.iso),
        updated: midnight(&item.date.iso)?,
        published: Some(midnight(&item.date.iso)?),
        summary: summary(theme, language, item).map(Text::plain),
        links,
        ..Entry::default()
    })
}

/// From when a version holds that could be read before; which languages a correction is of, where not of all; and
/// what its author says changed.
fn summary(theme: &Theme, language: &LanguageCode, item: &ChangeItem) -> Option<String> {
    let labelled = |key: &str, value: String| {
        let label = theme.text(language, key, &[]);
        let separator = theme.text(language, "label-separator", &[]);
        format!("{label}{separator}{value}")
    };
    let begin = item.begins_later.map(|tense| {
        let day = match &item.begin {
            BeginView::By { date } => date.text.clone(),
            begin => begin_words(theme, language, begin),
        };
        labelled(begin_key(item, tense), day)
    });
    let languages = (!item.corrected_in.is_empty()).then(|| {
        let separator = theme.text(language, "list-separator", &[]);
        labelled("corrected-in", item.corrected_in.join(&separator))
    });
    let said: Vec<String> = [begin, languages, item.note.clone()]
        .into_iter()
        .flatten()
        .collect();
    (!said.is_empty()).then(|| said.join(". "))
}

/// The label before the day from which a version holds, as it reads on that day and after.
fn begin_key(item: &ChangeItem, tense: Tense) -> &'static str {
    match (tense, &item.begin, item.guidance) {
        (Tense::Never, ..) => "was-to-take-effect",
        (_, BeginView::By { .. }, false) => "in-force-by",
        (_, BeginView::By { .. }, true) => "current-by",
        (_, _, false) => "in-force-from",
        (_, _, true) => "current-from",
    }
}

/// The string that names what happened.
fn kind_key(kind: ChangeItemKind) -> &'static str {
    match kind {
        ChangeItemKind::New => "change-new",
        ChangeItemKind::Changed => "change-changed",
        ChangeItemKind::Corrected => "change-corrected",
        ChangeItemKind::Withdrawn => "change-withdrawn",
        ChangeItemKind::Reinstated => "change-reinstated",
        ChangeItemKind::Removed => "change-removed",
    }
}

fn link(href: &str, rel: &str, mime: Option<&str>) -> Link {
    Link {
        href: href.to_owned(),
        rel: rel.to_owned(),
        mime_type: mime.map(str::to_owned),
        ..Link::default()
    }
}

fn midnight(day: &str) -> Option<FixedDateTime> {
    format!("{day}T00:00:00Z").parse().ok()
}
