//! What belongs to the preview itself: its script and style, the form of its bar, what is wrong, how the site
//! stands.

use parking_lot::RwLock;
use percent_encoding::percent_decode_str;

use super::{Answer, HTML, Made, failed};
use crate::config::parse_date;
use crate::language::LanguageCode;
use crate::model::encoded;
use crate::preview::state::State;
use crate::preview::status_page;
use crate::preview::surround::{self, Below, Look, surround};
use crate::preview::survey::Survey;

/// What belongs to the preview itself.
pub(super) fn own_answer(state: &RwLock<State>, path: &str, query: Option<&str>) -> Answer {
    match path {
        "/preview.js" => found(
            "text/javascript; charset=utf-8",
            include_bytes!("../client/preview.js"),
        ),
        "/preview.css" => found(
            "text/css; charset=utf-8",
            include_bytes!("../client/preview.css"),
        ),
        "/on" => choose_day(query.unwrap_or_default()),
        _ => match in_a_language(state, path) {
            Some((language, name)) => own_page(state, name, &language, query),
            None => Answer::NotFound(Vec::new()),
        },
    }
}

/// What is asked of the preview in a language of the site: `/faults/cy`, `/status/cy`.
fn in_a_language<'p>(state: &RwLock<State>, path: &'p str) -> Option<(LanguageCode, &'p str)> {
    let (name, code) = path.strip_prefix('/')?.split_once('/')?;
    let language = LanguageCode::parse(code)?;
    let state = state.read();
    let is_known = state.site().languages().any(|known| *known == language);
    is_known.then_some((language, name))
}

/// What the preview has to say in a language.
fn own_page(
    state: &RwLock<State>,
    name: &str,
    language: &LanguageCode,
    query: Option<&str>,
) -> Answer {
    let made = match name {
        "faults" => {
            let below = query.and_then(|query| query.strip_prefix("below="));
            surround::cover(&state.read(), language, Below::by_name(below))
        }
        "status" => status(state, language),
        _ => return Answer::NotFound(Vec::new()),
    };
    match made {
        Ok(html) => Answer::Found(HTML, html.into_bytes()),
        Err(fault) => failed(&state.read(), language, &fault),
    }
}

/// How the site stands.
fn status(state: &RwLock<State>, language: &LanguageCode) -> Made<String> {
    let survey = Survey::of(state);
    let state = state.read();
    let html = status_page::status_page(&state, &survey, language)?;
    let look = Look {
        language,
        address: "",
        day: None,
        generation: survey.generation,
        below: Below::LastWhole,
    };
    surround(&html, &state, look)
}

fn found(kind: &'static str, bytes: &[u8]) -> Answer {
    Answer::Found(kind, bytes.to_vec())
}

/// Leads from the form of the bar to a page as on a day; to the page of today where no day was given.
fn choose_day(query: &str) -> Answer {
    let value = |key: &str| {
        let mut pairs = query.split('&').filter_map(|pair| pair.split_once('='));
        let found = pairs.find(|(name, _)| *name == key)?;
        let spaces = found.1.replace('+', " ");
        let decoded = percent_decode_str(&spaces).decode_utf8().ok()?;
        Some(decoded.into_owned())
    };
    let at = value("at").unwrap_or_default();
    let day = value("date")
        .as_deref()
        .and_then(|day| parse_date(day).ok());
    // One `/` at the start: what is asked for is a page of this server, whatever it is called.
    let path = format!("{}{}", surround::root(day), at.trim_start_matches('/'));
    Answer::Elsewhere(encoded(&path).into_owned())
}
