//! A site's theme: templates, strings and static files.
//!
//! The default theme is built into the program. A site's own folder `themes/NAME` lies over it, file by
//! file for templates and static files, message by message for strings; so a site changes one thing
//! and keeps the rest.

mod files;
mod keys;
mod packing;
mod unused;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Serialize;

use super::engine::{self, Engine};
use super::strings::Strings;
use crate::diagnostic::{Code, Diagnostic, Place, Severity};
use crate::language::LanguageCode;
use crate::page::{Page, View};
use crate::source::{Root, Source};
use files::{Files, ThemeFile};
use packing::{packed, packed_script};

/// The folder, within the site's assets, that a theme's static files are put into.
const ASSETS: &str = "assets";
/// The static file that every page links to, and that styles for code are added to.
const STYLESHEET: &str = "site.css";

/// What begins the text on its page: other programs, and readers of screens, find the text by it.
const ARTICLE: &[u8] = b"<article";

/// A theme, ready to render in every language of a site. Shared between threads as it is.
pub struct Theme {
    engines: BTreeMap<LanguageCode, Engine>,
    strings: Arc<BTreeMap<LanguageCode, Strings>>,
    static_files: BTreeMap<String, ThemeFile>,
    /// What the site's own files bring that nothing uses.
    pub warnings: Vec<Diagnostic>,
}

impl Theme {
    /// Loads the theme `name` of a site, for the site's languages.
    ///
    /// # Errors
    /// Every fault in one list: files that cannot be read ([`Code::Unreadable`] and its like),
    /// strings that a language lacks ([`Code::ThemeString`]) and templates that cannot be understood
    /// ([`Code::ThemeTemplate`]).
    pub fn load(
        root: &Root,
        name: &str,
        languages: &[LanguageCode],
    ) -> Result<Theme, Vec<Diagnostic>> {
        Theme::of(Files::read(root, name)?, languages)
    }

    /// The built-in theme alone, for what has no site: two files that are compared.
    ///
    /// # Errors
    /// [`Code::ThemeString`] for each language that it does not know.
    pub fn built_in(languages: &[LanguageCode]) -> Result<Theme, Vec<Diagnostic>> {
        Theme::of(Files::built_in(), languages)
    }

    fn of(files: Files, languages: &[LanguageCode]) -> Result<Theme, Vec<Diagnostic>> {
        let mut findings = Vec::new();
        let strings = Arc::new(strings(&files, languages, &mut findings));
        findings.extend(unknown_keys(&files.templates, &strings));
        let (faults, warnings) = unused::unused(&files)
            .into_iter()
            .partition(|found| found.severity == Severity::Error);
        findings.extend::<Vec<_>>(faults);
        let templates = Arc::new(files.templates);
        let engines: Result<BTreeMap<_, _>, Vec<Diagnostic>> = languages
            .iter()
            .map(|language| {
                let engine = Engine::new(&templates, language, &strings)?;
                Ok((language.clone(), engine))
            })
            .collect();
        // The engine stops at the first fault. All of them are looked for where there is one.
        let engines = engines.unwrap_or_else(|fault| {
            let all = engine::faults(&templates, &strings);
            findings.extend(if all.is_empty() { fault } else { all });
            BTreeMap::new()
        });
        if !findings.is_empty() {
            return Err(findings);
        }
        Ok(Theme {
            engines,
            strings,
            static_files: files.static_files,
            warnings,
        })
    }

    /// Renders a template (`text.html`) with the data of a page, in a language of the site.
    ///
    /// # Errors
    /// One [`Code::ThemeTemplate`] finding, at the place in the template that failed.
    pub fn render(
        &self,
        template: &str,
        view: &impl Serialize,
        language: &LanguageCode,
    ) -> Result<String, Box<Diagnostic>> {
        let mut html = Vec::new();
        self.render_to(template, view, language, &mut html)?;
        // Templates and values are texts, and so is what is put together from them.
        Ok(String::from_utf8(html).unwrap_or_default())
    }

    /// The same, to the end of what is in `out` already: for many pages, one after the other.
    ///
    /// # Errors
    /// As [`Theme::render`]. `out` then holds a part of the page.
    pub fn render_to(
        &self,
        template: &str,
        view: &impl Serialize,
        language: &LanguageCode,
        out: &mut Vec<u8>,
    ) -> Result<(), Box<Diagnostic>> {
        match self.engines.get(language) {
            Some(engine) => engine.render_to(template, view, out),
            None => Err(Box::new(not_loaded(template, language))),
        }
    }

    /// Renders a page, to the end of what is in `out` already.
    ///
    /// # Errors
    /// As [`Theme::render`]; and where a page that has a text does not show it. `out` then holds a part of the page.
    pub fn render_page(&self, page: &Page, out: &mut Vec<u8>) -> Result<(), Box<Diagnostic>> {
        let template = page.view.template();
        let begin = out.len();
        self.render_to(template, &page.view, &page.language, out)?;
        let has_text = matches!(&page.view, View::Text(text) if text.article.is_some());
        match self.engines.get(&page.language) {
            Some(engine) if has_text && !has_article(&out[begin..]) => {
                Err(Box::new(engine.without_article(template)))
            }
            _ => Ok(()),
        }
    }

    /// The strings of a language of the site; nothing for a language that the theme was not loaded for.
    pub fn strings(&self, language: &LanguageCode) -> Option<&Strings> {
        self.strings.get(language)
    }

    /// The stylesheet as a text, for a page that holds it. `extra_css` is put at its end.
    pub fn stylesheet(&self, extra_css: &str) -> String {
        let file = self.static_files.get(STYLESHEET);
        let css = file.map(|file| with_extra_css(STYLESHEET, file, extra_css));
        // Within its element nothing may read as the end of it.
        String::from_utf8_lossy(&css.unwrap_or_default()).replace("</", "<\\/")
    }

    /// One of the theme's static files, by its path from the site's root. `extra_css` is put at the end
    /// of the stylesheet.
    pub fn asset(&self, path: &str, extra_css: &str) -> Option<Cow<'_, [u8]>> {
        let path = path.strip_prefix(ASSETS)?.strip_prefix('/')?;
        let file = self.static_files.get(path)?;
        Some(with_extra_css(path, file, extra_css))
    }

    /// Whether one of the theme's static files has a path from the site's root.
    pub fn has_asset(&self, path: &str) -> bool {
        let below = path
            .strip_prefix(ASSETS)
            .and_then(|path| path.strip_prefix('/'));
        below.is_some_and(|path| self.static_files.contains_key(path))
    }

    /// The theme's static files with their paths from the site's root. `extra_css` is put at the end
    /// of the stylesheet.
    pub fn assets(&self, extra_css: &str) -> Vec<(String, Cow<'_, [u8]>)> {
        self.static_files
            .iter()
            .map(|(path, file)| {
                let bytes = with_extra_css(path, file, extra_css);
                (format!("{ASSETS}/{path}"), bytes)
            })
            .collect()
    }
}

/// A static file as it is published. What is built in is packed; a site's own files are its own, with the notes and
/// licences in them.
fn with_extra_css<'b>(path: &str, file: &'b ThemeFile, extra_css: &str) -> Cow<'b, [u8]> {
    let text = std::str::from_utf8(&file.bytes);
    match (text, file.is_built_in) {
        (Ok(css), true) if path == STYLESHEET => {
            Cow::Owned((packed(css) + &packed(extra_css)).into_bytes())
        }
        (Ok(css), false) if path == STYLESHEET => {
            Cow::Owned(format!("{css}\n{}", packed(extra_css)).into_bytes())
        }
        (Ok(script), true) if path.ends_with(".js") => {
            Cow::Owned(packed_script(script).into_bytes())
        }
        _ => Cow::Borrowed(&file.bytes),
    }
}

fn has_article(page: &[u8]) -> bool {
    page.windows(ARTICLE.len()).any(|bytes| bytes == ARTICLE)
}

fn strings(
    files: &Files,
    languages: &[LanguageCode],
    findings: &mut Vec<Diagnostic>,
) -> BTreeMap<LanguageCode, Strings> {
    let mut read = BTreeMap::new();
    for language in languages {
        let layers = files.strings(language);
        if layers.is_empty() {
            findings.push(no_strings(language, files.strings_path(language)));
            continue;
        }
        let path = files.strings_path(language);
        match Strings::read(language.as_str(), &path, &layers) {
            Ok(strings) => {
                read.insert(language.clone(), strings);
            }
            Err(found) => findings.extend(found),
        }
    }
    match files::reference_strings() {
        Ok(reference) => {
            for strings in read.values() {
                findings.extend(strings.lacks(&reference));
            }
        }
        Err(found) => findings.extend(found),
    }
    read
}

/// Keys that templates name and a language does not have, each with the places that name it. That one of the default
/// theme's is not there was found already.
fn unknown_keys(
    templates: &BTreeMap<String, Source>,
    strings: &BTreeMap<LanguageCode, Strings>,
) -> Vec<Diagnostic> {
    let reference = files::reference_strings().ok();
    let is_own = |key: &str| {
        !reference
            .as_ref()
            .is_some_and(|reference| reference.has(key))
    };
    let mut findings: BTreeMap<(&LanguageCode, &str), Diagnostic> = BTreeMap::new();
    for template in templates.values() {
        for (at, key) in keys::named_in(template.text()).filter(|(_, key)| is_own(key)) {
            for (language, own) in strings.iter().filter(|(_, own)| !own.has(key)) {
                let found = findings.remove(&(language, key));
                let found = found.unwrap_or_else(|| own.missing(key));
                let place = template.place(at.clone());
                let found = found.related(place, "the template uses it here");
                findings.insert((language, key), found);
            }
        }
    }
    findings.into_values().collect()
}

fn no_strings(language: &LanguageCode, path: String) -> Diagnostic {
    let message = format!("the theme has no strings in the language `{language}`");
    let help =
        "Copy the default theme's strings/en.ftl to this path and put each text into the language.";
    Diagnostic::new(Code::ThemeString, Place::whole(path), message).help(help)
}

fn not_loaded(template: &str, language: &LanguageCode) -> Diagnostic {
    let message = format!("the theme was not loaded for the language `{language}`");
    Diagnostic::new(Code::ThemeTemplate, Place::whole(template), message)
        .help("Add the language to `languages` in site.yaml.")
}

#[cfg(test)]
mod tests;
