//! What the preview adds to a page: its own script and styles, a bar, and the cover of faults.

use jiff::civil::Date;
use serde::Serialize;

use super::state::State;
use super::status_page;
use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::language::LanguageCode;
use crate::markdown::escape;
use crate::render::Theme;

/// The folder, on the server, of what belongs to the preview and not to the site.
pub(super) const OWN: &str = "/.canllaw";

/// What is below the cover of faults.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Below {
    /// The page as it was last whole.
    #[default]
    LastWhole,
    /// The page as its files are now: what is at fault is in it, or how it was last whole is not known.
    Now,
}

impl Below {
    /// As an open page says it, when it asks for its cover anew.
    pub fn by_name(name: Option<&str>) -> Below {
        match name {
            Some("now") => Below::Now,
            _ => Below::LastWhole,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Below::LastWhole => "last-whole",
            Below::Now => "now",
        }
    }
}

/// A page as it is looked at.
#[derive(Clone, Copy)]
pub(super) struct Look<'a> {
    /// The language of the page.
    pub language: &'a LanguageCode,
    /// The address of the page, from the site's root.
    pub address: &'a str,
    /// The day that was asked for, where that is not today.
    pub day: Option<Date>,
    /// The state of the preview that it was made from.
    pub generation: u64,
    /// What it shows where something is at fault.
    pub below: Below,
}

/// Puts the preview's parts into a page.
///
/// # Errors
/// When a template of theirs fails.
pub(super) fn surround(
    html: &str,
    state: &State,
    look: Look<'_>,
) -> Result<String, Box<Diagnostic>> {
    let bar = state.theme().render(
        "preview-bar.html",
        &BarView {
            on: look.day.unwrap_or(state.site().on()).to_string(),
            day: look.day.map(|day| day.to_string()),
            address: look.address,
            own: OWN,
            status: status_page::path(look.language),
        },
        look.language,
    )?;
    let cover = cover(state, look.language, look.below)?;
    let below = look.below.name();
    let head = head(look.generation, look.day);
    let end = format!("{bar}\n<div id=\"canllaw-cover\" data-below=\"{below}\">{cover}</div>\n");
    let html = insert(html, "</head>", &head);
    Ok(insert(&html, "</body>", &end))
}

/// The preview's styles and script, for the head of a page.
fn head(generation: u64, day: Option<Date>) -> String {
    format!(
        "<link rel=\"stylesheet\" href=\"{OWN}/preview.css\">\n\
         <script type=\"module\" src=\"{OWN}/preview.js\" data-generation=\"{generation}\" data-root=\"{}\"></script>\n",
        root(day),
    )
}

/// What stands in the place of a page that cannot be made: what is wrong, until something is saved. In the
/// words of the site's theme; of the built-in one where the theme is what is wrong.
pub(super) fn failure(fault: &Diagnostic, state: &State, language: &LanguageCode) -> String {
    let head = head(state.generation(), None);
    let by = |theme: &Theme| {
        let view = FailureView {
            head: &head,
            language: language.as_str(),
            fault: FaultView::of(fault, theme, language),
        };
        theme.render("preview-failure.html", &view, language).ok()
    };
    let built_in = || by(&Theme::built_in(std::slice::from_ref(language)).ok()?);
    by(state.theme())
        .or_else(built_in)
        .unwrap_or_else(|| without_words(fault, &head))
}

/// The same for a language that the built-in theme does not know either.
fn without_words(fault: &Diagnostic, head: &str) -> String {
    let escaped = |words: &str| {
        let mut out = String::new();
        escape::text(&mut out, words);
        out
    };
    let Diagnostic {
        message,
        help,
        place,
        ..
    } = fault;
    format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>{message}</title>\n{head}</head>\n\
         <body>\n<main id=\"page--content\">\n<h1>{message}</h1>\n<p>{path}:{line}:{column}</p>\n<p>{help}</p>\n</main>\n\
         <p class=\"canllaw-lost\" role=\"status\" hidden></p>\n<div id=\"canllaw-cover\"></div>\n</body>\n</html>\n",
        message = escaped(message),
        help = escaped(help),
        path = escaped(&place.path),
        line = place.line,
        column = place.column,
    )
}

/// Puts a text before the last of a tag, or at the end.
fn insert(html: &str, before: &str, text: &str) -> String {
    let at = html.rfind(before).unwrap_or(html.len());
    [&html[..at], text, &html[at..]].concat()
}

/// The path of the site's root on the server, for pages as on a day.
pub(super) fn root(day: Option<Date>) -> String {
    day.map_or_else(|| "/".to_owned(), |day| format!("/on/{day}/"))
}

/// What covers a page, in a language; empty where nothing is wrong.
///
/// # Errors
/// When the template fails.
pub(super) fn cover(
    state: &State,
    language: &LanguageCode,
    below: Below,
) -> Result<String, Box<Diagnostic>> {
    let faults = state.faults();
    if faults.is_empty() {
        return Ok(String::new());
    }
    let view = CoverView {
        faults: faults
            .iter()
            .map(|found| FaultView::of(found, state.theme(), language))
            .collect(),
        language: language.as_str(),
        below,
    };
    state.theme().render("preview-faults.html", &view, language)
}

/// What the bar of the preview shows.
#[derive(Serialize)]
struct BarView<'a> {
    /// The day that the site is shown for.
    on: String,
    /// The day that was asked for, where that is not today.
    day: Option<String>,
    /// The address of the page, from the site's root.
    address: &'a str,
    /// Where the preview's own addresses begin.
    own: &'static str,
    /// Where the page is that says how the site stands.
    status: String,
}

#[derive(Serialize)]
struct CoverView<'a> {
    faults: Vec<FaultView>,
    language: &'a str,
    below: Below,
}

/// What is shown in the place of a page.
#[derive(Serialize)]
struct FailureView<'a> {
    /// The preview's styles and script.
    head: &'a str,
    language: &'a str,
    fault: FaultView,
}

/// A finding, as a page shows it.
#[derive(Serialize)]
pub(super) struct FaultView {
    /// The string that says what kind of fault it is: `finding-unknown-key`.
    key: Option<String>,
    code: &'static str,
    severity: &'static str,
    message: String,
    help: String,
    place: PlaceView,
    related: Vec<RelatedView>,
}

#[derive(Serialize)]
struct RelatedView {
    message: String,
    place: PlaceView,
}

/// A place, with its line in three parts: before what is meant, that, and the rest.
#[derive(Serialize)]
struct PlaceView {
    path: String,
    line: usize,
    column: usize,
    excerpt: Option<[String; 3]>,
    /// The line below the excerpt, with carets under what is meant.
    carets: String,
}

impl FaultView {
    pub fn of(found: &Diagnostic, theme: &Theme, language: &LanguageCode) -> FaultView {
        let key = format!("finding-{}", found.code);
        let strings = theme.strings(language);
        FaultView {
            key: strings
                .is_some_and(|strings| strings.has(&key))
                .then_some(key),
            code: found.code.as_str(),
            severity: match found.severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
            },
            message: found.message.clone(),
            help: found.help.clone(),
            place: PlaceView::of(&found.place),
            related: found
                .related
                .iter()
                .map(|related| RelatedView {
                    message: related.message.clone(),
                    place: PlaceView::of(&related.place),
                })
                .collect(),
        }
    }
}

/// The line below an excerpt, with carets under what is meant.
fn carets([before, meant, _]: [&str; 3]) -> String {
    // A tab keeps its width, so that the carets stand below what is meant.
    let before = before.chars().map(|c| if c == '\t' { c } else { ' ' });
    // At the end of a line nothing is meant, and one caret says so.
    before.collect::<String>() + &"^".repeat(meant.chars().count().max(1))
}

impl PlaceView {
    fn of(place: &Place) -> PlaceView {
        let excerpt = place.excerpt.as_ref();
        let excerpt = excerpt.map(|excerpt| excerpt.around(place));
        let carets = excerpt.map(carets).unwrap_or_default();
        PlaceView {
            path: place.path.clone(),
            line: place.line,
            column: place.column,
            excerpt: excerpt.map(|parts| parts.map(str::to_owned)),
            carets,
        }
    }
}
