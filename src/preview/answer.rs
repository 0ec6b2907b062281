//! What is at a path of the preview's server.

mod own;

use jiff::civil::Date;
use parking_lot::RwLock;
use percent_encoding::percent_decode_str;

use super::state::State;
use super::surround::{self, Below, Look, OWN, surround};
use super::texts::WholeTexts;
use crate::config::parse_date;
use crate::diagnostic::Diagnostic;
use crate::language::LanguageCode;
use crate::model::{Part, PlaceAt, Site, SitePlace, encoded};
use crate::page::on_a_date;
use crate::page::on_demand::{ChangingTrees, Demand};
use crate::render::{address_map, day_index, feed, look, site_json, sitemap};
use own::own_answer;

/// An answer, before it is one of HTTP.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Answer {
    /// Something of a kind of content.
    Found(&'static str, Vec<u8>),
    /// The page for what is not there.
    NotFound(Vec<u8>),
    /// Look there instead: a path on this server.
    Elsewhere(String),
    /// The page cannot be made: in its place, a page that says what is wrong.
    Failed(Vec<u8>),
}

const HTML: &str = "text/html; charset=utf-8";
const PLAIN: &str = "text/plain; charset=utf-8";

/// What is at a path, with its query. `until_whole` waits until the site is read to the end of its texts.
pub(super) fn answer(
    state: &RwLock<State>,
    path: &str,
    query: Option<&str>,
    until_whole: impl FnOnce(),
) -> Answer {
    let Ok(path) = percent_decode_str(path).decode_utf8() else {
        return Answer::NotFound(Vec::new());
    };
    let asked = Asked::by(&path);
    if state.read().is_another_day() {
        state.write().begin_day();
    }
    let needs_many = asked.shows_many_texts(&state.read()) || !read_ahead(state, &asked);
    if needs_many {
        until_whole();
    }
    match asked {
        Asked::Own(path) => own_answer(state, path, query),
        Asked::OfSite { day, address } => {
            let state = state.read();
            let on_day = day.map(|day| state.site_on(day));
            let site = on_day.as_ref().unwrap_or(state.site());
            let shown = Shown {
                state: &state,
                site,
                day,
            };
            of_site(shown, address)
        }
    }
}

/// While the site is still being read: reads what the page that is asked for cannot do without. Whether that
/// was not too much.
fn read_ahead(state: &RwLock<State>, asked: &Asked<'_>) -> bool {
    let Asked::OfSite { address, .. } = asked else {
        return true;
    };
    loop {
        let next = {
            let state = state.read();
            match state.document_to_read(address) {
                Some(_) if state.has_read_enough_ahead() => return false,
                next => next,
            }
        };
        match next {
            Some(document) => state.write().read_ahead(document),
            None => return true,
        }
    }
}

/// What a path asks for.
enum Asked<'p> {
    /// Something that belongs to the preview itself: a path below [`OWN`].
    Own(&'p str),
    /// An address of the site, as on a day: `on/2026-04-01/en/`.
    OfSite { day: Option<Date>, address: &'p str },
}

impl<'p> Asked<'p> {
    fn by(path: &'p str) -> Asked<'p> {
        if let Some(own) = path.strip_prefix(OWN) {
            return Asked::Own(own);
        }
        let address = path.trim_start_matches('/');
        let on_a_day = address.strip_prefix("on/").and_then(|rest| {
            let (day, address) = rest.split_once('/')?;
            Some((parse_date(day).ok()?, address))
        });
        match on_a_day {
            Some((day, address)) => Asked::OfSite {
                day: Some(day),
                address,
            },
            None => Asked::OfSite { day: None, address },
        }
    }

    /// Whether it shows what is further down in many texts: what is wrong, how the site stands, a section as
    /// a book.
    fn shows_many_texts(&self, state: &State) -> bool {
        match self {
            Asked::Own(path) => path.starts_with("/faults/") || path.starts_with("/status/"),
            Asked::OfSite { address, .. } => {
                let located = state.site().locate(address);
                located.is_some_and(|it| matches!(it.part, Part::Section(_)) && !it.rest.is_empty())
            }
        }
    }
}

/// Another address of the site, as on the same day.
fn elsewhere(address: &str, day: Option<Date>) -> Answer {
    let path = format!("{}{address}", surround::root(day));
    Answer::Elsewhere(encoded(&path).into_owned())
}

/// What a page is made from: the preview, and its site as on the day that is asked for, or today.
#[derive(Clone, Copy)]
struct Shown<'s> {
    state: &'s State,
    site: &'s Site,
    day: Option<Date>,
}

impl<'s> Shown<'s> {
    fn trees(self) -> WholeTexts<'s> {
        WholeTexts::new(self.state.root(), self.site, self.state.texts())
    }

    fn demand<'a>(self, trees: &'a WholeTexts<'a>) -> Demand<'a>
    where
        's: 'a,
    {
        Demand {
            site: self.site,
            trees,
            wording: self.state.theme(),
            memory: self.state.memory(),
        }
    }
}

/// What the site has at an address.
fn of_site(shown: Shown<'_>, address: &str) -> Answer {
    let address = address.strip_suffix("index.html").unwrap_or(address);
    match file(shown, address) {
        Ok(Some(answer)) => return answer,
        Ok(None) => {}
        Err(fault) => return failed_at(shown, address, &fault),
    }
    match page(shown, address) {
        Ok(Some(answer)) => answer,
        Ok(None) => not_found(shown),
        Err(fault) => failed_at(shown, address, &fault),
    }
}

type Made<T> = Result<T, Box<Diagnostic>>;

/// What is no page: the theme's files, attachments, static files, files for programs.
fn file(shown: Shown<'_>, address: &str) -> Made<Option<Answer>> {
    let Shown { state, site, day } = shown;
    if let Some(asset) = state.theme().asset(address, &look::css(&site.config.look)) {
        return Ok(Some(Answer::Found(kind(address), asset.into_owned())));
    }
    if let Some(map) = address_map::at(site, address) {
        return Ok(Some(Answer::Found(PLAIN, map.into_bytes())));
    }
    let Some(PlaceAt {
        place,
        language,
        address: own,
    }) = site.place_at(address)
    else {
        return Ok(None);
    };
    let read = |path: &str| state.root().read_bytes(path);
    let bytes = match place {
        SitePlace::Attachment => match site.file_at(address) {
            Some(attachment) => Some(read(&attachment.path)?),
            None => None,
        },
        SitePlace::StaticFile(_) if own != address => {
            return Ok(Some(elsewhere(&own, day)));
        }
        SitePlace::StaticFile(at) => {
            let path = &site.static_files[at].path;
            return Ok(Some(Answer::Found(kind(path), read(path)?)));
        }
        SitePlace::SiteJson => Some(site_json::site_json(site, None)),
        SitePlace::Robots => Some(sitemap::robots(site).into_bytes()),
        SitePlace::DayIndex => Some(day_index_bytes(shown, language)),
        _ => feed_bytes(shown, address)?,
    };
    Ok(bytes.map(|bytes| Answer::Found(kind(address), bytes)))
}

fn day_index_bytes(shown: Shown<'_>, language: &LanguageCode) -> Vec<u8> {
    let trees = shown.trees();
    let index = on_a_date::index(shown.demand(&trees).context(), language);
    day_index::day_index(&index)
}

fn feed_bytes(shown: Shown<'_>, address: &str) -> Made<Option<Vec<u8>>> {
    let trees = shown.trees();
    let feed = shown.demand(&trees).feed(address)?;
    Ok(feed.and_then(|feed| feed::feed(shown.state.theme(), shown.site, &feed)))
}

fn page(shown: Shown<'_>, address: &str) -> Made<Option<Answer>> {
    let Shown { state, day, .. } = shown;
    let trees = shown.trees();
    let Some(page) = shown.demand(&trees).page(address)? else {
        return Ok(None);
    };
    if page.address != address {
        return Ok(Some(elsewhere(&page.address, day)));
    }
    let theme = state.theme();
    let mut html = Vec::new();
    theme.render_page(&page, &mut html)?;
    let html = String::from_utf8(html).unwrap_or_default();
    let look = Look {
        language: &page.language,
        address,
        day,
        generation: state.generation(),
        below: if state.is_whole_at(address) && !trees.saw_another_text() {
            Below::LastWhole
        } else {
            Below::Now
        },
    };
    let html = surround(&html, state, look)?;
    Ok(Some(Answer::Found(HTML, html.into_bytes())))
}

fn not_found(shown: Shown<'_>) -> Answer {
    let Shown { state, day, .. } = shown;
    let trees = shown.trees();
    let made = shown.demand(&trees).not_found().map(|page| {
        let theme = state.theme();
        let html = theme.render(page.view.template(), &page.view, &page.language)?;
        let look = Look {
            language: &page.language,
            address: "",
            day,
            generation: state.generation(),
            below: Below::LastWhole,
        };
        surround(&html, state, look)
    });
    match made {
        Some(Ok(html)) => Answer::NotFound(html.into_bytes()),
        Some(Err(fault)) => failed_at(shown, "", &fault),
        None => Answer::NotFound(Vec::new()),
    }
}

fn failed(state: &State, language: &LanguageCode, fault: &Diagnostic) -> Answer {
    Answer::Failed(surround::failure(fault, state, language).into_bytes())
}

/// For a page of the site: in its language, or in the first.
fn failed_at(shown: Shown<'_>, address: &str, fault: &Diagnostic) -> Answer {
    let Shown { state, site, .. } = shown;
    let own = site.locate(address).map(|located| located.language);
    match own.or_else(|| site.languages().next()) {
        Some(language) => failed(state, language, fault),
        None => Answer::NotFound(Vec::new()),
    }
}

/// The kind of content of a file, by its name.
fn kind(name: &str) -> &'static str {
    mime_guess::from_path(name)
        .first_raw()
        .map_or("application/octet-stream", |kind| match kind {
            "text/javascript" => "text/javascript; charset=utf-8",
            "text/css" => "text/css; charset=utf-8",
            "text/plain" => "text/plain; charset=utf-8",
            "text/xml" => "application/xml",
            kind => kind,
        })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::fs;
    use std::path::Path;
    use std::sync::Arc;

    use jiff::civil::date;
    use parking_lot::Mutex;

    use super::*;
    use crate::diagnostic::Code;
    use crate::source::Root;

    fn open_example() -> RwLock<State> {
        let root = Root::open(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap();
        RwLock::new(State::open(root, Arc::new(|_| date(2026, 11, 23))).unwrap())
    }

    fn complete(state: &RwLock<State>) {
        let whole = state.read().rest().read();
        state.write().complete(whole);
    }

    /// The paths that a page at a path links to, without queries and places.
    fn linked_from<'h>(path: &'h str, html: &'h str) -> impl Iterator<Item = String> {
        let links = html.split("href=\"").skip(1);
        links.filter_map(move |rest| {
            let href = rest.split(['"', '?', '#']).next()?;
            let is_of_site = !href.contains(':') && !href.starts_with('/') && href.ends_with('/');
            let mut parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
            for part in href.split('/').filter(|part| !part.is_empty()) {
                match part {
                    "." => {}
                    ".." => drop(parts.pop()),
                    part => parts.push(part),
                }
            }
            let joined: String = parts.iter().map(|part| format!("{part}/")).collect();
            is_of_site.then(|| format!("/{joined}"))
        })
    }

    /// What kind of page a path leads to, whichever of its kind it is.
    fn kind_of_page(state: &RwLock<State>, path: &str) -> String {
        let state = state.read();
        let at = state.site().place_at(path.trim_start_matches('/')).unwrap();
        let place = format!("{:?}", at.place);
        let is_of_kind = |letter: &char| letter.is_alphabetic();
        place.chars().filter(is_of_kind).collect()
    }

    #[test]
    fn the_first_page_of_each_kind_is_that_of_the_site_read_whole() {
        let whole = open_example();
        complete(&whole);
        let mut to_see = vec!["/en/".to_owned(), "/cy/".to_owned()];
        let mut seen = BTreeSet::new();
        let mut kinds = BTreeSet::new();
        while let Some(path) = to_see.pop() {
            if !seen.insert(path.clone()) {
                continue;
            }
            let expected = answer(&whole, &path, None, || {});
            let Answer::Found(_, html) = &expected else {
                panic!("there is no page at {path}");
            };
            to_see.extend(linked_from(&path, &String::from_utf8_lossy(html)));
            // To open the site anew for every page would take its size times its size.
            if kinds.insert(kind_of_page(&whole, &path)) {
                let opened = open_example();
                let first = answer(&opened, &path, None, || complete(&opened));
                assert!(first == expected, "{path}");
            }
        }
        assert!(seen.len() > 100, "{} pages", seen.len());
        assert!(kinds.len() > 12, "{kinds:?}");
    }

    /// A site whose first rule is replaced on 24 November 2026, and may be without Welsh until the day before.
    fn write_rules(folder: &Path) {
        let put = |path: &str, text: &str| {
            let path = folder.join("content/leave").join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        };
        put(
            "../../site.yaml",
            "title: {en: Rules, cy: Rheolau}\nlanguages: [{code: en}, {code: cy}]\nparity: required\n",
        );
        put(
            "document.yaml",
            "waiver: {language: cy, until: 2026-11-23, reason: {en: Urgent, cy: Brys}}\n",
        );
        put("2020-01-01/en.md", "# Leave\n\nTen days.\n");
        put("2026-11-24/en.md", "# Leave\n\nNine days.\n");
    }

    #[test]
    fn a_preview_left_open_over_midnight_is_of_the_new_day_with_the_next_request() {
        let folder = tempfile::tempdir().unwrap();
        write_rules(folder.path());
        let day = Arc::new(Mutex::new(date(2026, 11, 23)));
        let clock = Arc::clone(&day);
        let root = Root::open(folder.path()).unwrap();
        let state = RwLock::new(State::open(root, Arc::new(move |_| *clock.lock())).unwrap());
        complete(&state);
        let shows = |path: &str, words: &str| match answer(&state, path, None, || {}) {
            Answer::Found(_, html) => String::from_utf8(html).unwrap().contains(words),
            other => panic!("{path}: {other:?}"),
        };
        let lacks_welsh = |state: &RwLock<State>| {
            let found = state.read().findings();
            found.iter().any(|found| found.code == Code::MissingText)
        };
        assert!(shows("/en/leave/", "Ten days."));
        assert!(!lacks_welsh(&state));

        *day.lock() = date(2026, 11, 24);
        assert!(shows("/en/leave/", "Nine days."));
        assert!(lacks_welsh(&state));
        // Another day is another day still, and leaves today as it is.
        assert!(shows("/on/2026-11-23/en/leave/", "Ten days."));
        assert!(shows("/en/leave/", "Nine days."));
    }
}
