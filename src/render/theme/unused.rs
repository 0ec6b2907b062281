//! What a site's own theme brings that nothing uses: most often a name that is not quite that of the built-in part,
//! which then stays as it is and leaves the owner wondering. What a theme's own templates use is left alone.

use std::collections::BTreeSet;
use std::ops::Range;

use super::files::{Files, Part};
use crate::diagnostic::{Code, Diagnostic, Place, nearest};
use crate::language::LanguageCode;
use crate::render::strings::{Stated, stated};
use crate::source::Source;

/// What ends a part of a template that others use by its own name.
const COMPONENT: &str = "endcomponent";
/// The language whose built-in strings say which strings there are.
const REFERENCE: &str = "en";

/// What is found in the site's own files of a theme.
pub(super) fn unused(files: &Files) -> Vec<Diagnostic> {
    if files.own.is_empty() {
        return Vec::new();
    }
    let theme = Theme {
        files,
        built_in: Files::built_in(),
    };
    let mut folders = BTreeSet::new();
    let mut findings = Vec::new();
    for path in &files.own {
        match Part::of(path) {
            Some(Part::Template(name)) => findings.extend(theme.template(name)),
            Some(Part::Strings(name)) => findings.extend(theme.strings(name)),
            Some(Part::Static(name)) => findings.extend(theme.static_file(name)),
            None => findings.extend(theme.beside(path, &mut folders)),
        }
    }
    findings
}

struct Theme<'f> {
    files: &'f Files,
    built_in: Files,
}

impl Theme<'_> {
    fn template(&self, name: &str) -> Option<Diagnostic> {
        let own = self.files.templates.get(name)?;
        let known = &self.built_in.templates;
        if known.contains_key(name) {
            let is_page = !name.contains('/');
            return (is_page && own.text().trim().is_empty()).then(|| empty(own));
        }
        let is_named =
            |(other, source): (&String, &Source)| other != name && is_quoted(source.text(), name);
        if own.text().contains(COMPONENT) || self.files.templates.iter().any(is_named) {
            return None;
        }
        let file = |path: &str| path.rsplit('/').next().map(str::to_owned);
        let elsewhere = || known.keys().find(|known| file(known) == file(name));
        let meant = nearest(name, known.keys().map(String::as_str));
        let meant = meant.or_else(|| elsewhere().map(String::as_str));
        Some(self.finding(&format!("templates/{name}"), "template", name, meant))
    }

    fn static_file(&self, name: &str) -> Option<Diagnostic> {
        let known = &self.built_in.static_files;
        let meant = nearest(name, known.keys().map(String::as_str))?;
        let is_used = known.contains_key(name) || self.mentioned(name);
        let found = || self.finding(&format!("static/{name}"), "file", name, Some(meant));
        (!is_used).then(found)
    }

    /// Whether a template, or a file that the theme brings, has a static file's name in it.
    fn mentioned(&self, name: &str) -> bool {
        let mut templates = self.files.templates.values();
        let mut files = self.files.static_files.values();
        templates.any(|source| source.text().contains(name))
            || files.any(|file| String::from_utf8_lossy(&file.bytes).contains(name))
    }

    fn strings(&self, name: &str) -> Vec<Diagnostic> {
        let path = format!("strings/{name}.ftl");
        if LanguageCode::parse(name).is_none() {
            let codes = self.built_in.strings.keys().map(String::as_str);
            let message =
                format!("`{name}` is no code of a language, so that nothing reads these strings");
            let help = match nearest(name, codes) {
                Some(meant) => format!("Rename the file: perhaps `{meant}.ftl` is meant."),
                None => "Rename the file to the code of the language that it is in, for instance `cy.ftl`.".to_owned(),
            };
            let place = Place::whole(format!("{}/{path}", self.files.folder));
            return vec![Diagnostic::new(Code::UnusedThemePart, place, message).help(help)];
        }
        let Some(own) = self
            .files
            .strings
            .get(name)
            .and_then(|layers| layers.last())
        else {
            return Vec::new();
        };
        let reference = self.built_in.strings.get(REFERENCE);
        let layers = reference.into_iter().chain(self.built_in.strings.get(name));
        let known: BTreeSet<String> = layers
            .flatten()
            .flat_map(|layer| stated(layer).keys)
            .map(|(key, _)| key)
            .collect();
        let Stated { keys, referred_to } = stated(own);
        let unused = keys.into_iter().filter(|(key, _)| {
            !known.contains(key) && !referred_to.contains(key) && !self.is_asked_for(key)
        });
        unused
            .map(|(key, at)| unused_string(own, &key, at, &known))
            .collect()
    }

    /// Whether one of the theme's own templates names a string, or the first part of it where its name is put
    /// together (`"state-" ~ state`).
    fn is_asked_for(&self, key: &str) -> bool {
        let own = self
            .files
            .own
            .iter()
            .filter_map(|path| match Part::of(path) {
                Some(Part::Template(name)) => self.files.templates.get(name),
                _ => None,
            });
        let begins = |literal: &str| literal.ends_with('-') && key.starts_with(literal);
        own.map(Source::text)
            .any(|text| is_quoted(text, key) || text.split(['"', '\'']).any(begins))
    }

    /// A file in none of the folders of a theme, or in that of strings and none: notes and sources may lie there, but
    /// not what is named as a part of a theme.
    fn beside(&self, path: &str, folders: &mut BTreeSet<String>) -> Option<Diagnostic> {
        let place = |path: &str| Place::whole(format!("{}/{path}", self.files.folder));
        let finding = |path: &str, message: String, help: String| {
            Some(Diagnostic::new(Code::UnusedThemePart, place(path), message).help(help))
        };
        let Some((folder, name)) = path.split_once('/') else {
            let into = self.folder_of(path)?;
            let message = format!("nothing reads `{path}` beside the folders of the theme");
            return finding(path, message, format!("Move it into the folder `{into}`."));
        };
        if folder == "strings" && !name.to_lowercase().starts_with("readme") {
            let message =
                format!("nothing reads `{name}`: strings lie in files that end in `.ftl`");
            return finding(
                path,
                message,
                "Rename the file, for instance to `cy.ftl`.".to_owned(),
            );
        }
        let meant = nearest(folder, ["templates", "strings", "static"].into_iter());
        let meant = meant.filter(|meant| *meant != folder)?;
        if !folders.insert(folder.to_owned()) {
            return None;
        }
        let message = format!("nothing reads the folder `{folder}` of the theme");
        finding(
            folder,
            message,
            format!("Rename it: perhaps `{meant}` is meant."),
        )
    }

    /// The folder in which a file of this name is a part of the built-in theme.
    fn folder_of(&self, name: &str) -> Option<&'static str> {
        let built_in = &self.built_in;
        let stem = name.strip_suffix(".ftl");
        match () {
            () if built_in.templates.contains_key(name) => Some("templates"),
            () if built_in.static_files.contains_key(name) => Some("static"),
            () if stem.is_some_and(|stem| built_in.strings.contains_key(stem)) => Some("strings"),
            () => None,
        }
    }

    fn finding(&self, path: &str, kind: &str, name: &str, meant: Option<&str>) -> Diagnostic {
        let message = format!(
            "nothing uses the {kind} `{name}`, and the built-in theme has none of this name"
        );
        let place = Place::whole(format!("{}/{path}", self.files.folder));
        Diagnostic::new(Code::UnusedThemePart, place, message).help(match meant {
            Some(meant) => format!("Rename the file: perhaps `{meant}` is meant."),
            None => "Include it in a template, or take it away.".to_owned(),
        })
    }
}

fn unused_string(
    own: &Source,
    key: &str,
    at: Range<usize>,
    known: &BTreeSet<String>,
) -> Diagnostic {
    let message =
        format!("nothing uses the string `{key}`, and the built-in theme has none of this name");
    let meant = nearest(key, known.iter().map(String::as_str));
    Diagnostic::new(Code::UnusedThemePart, own.place(at), message).help(match meant {
        Some(meant) => format!("Perhaps `{meant}` is meant."),
        None => "Use it in a template, `t(key=\"…\")`, or take it away.".to_owned(),
    })
}

fn empty(template: &Source) -> Diagnostic {
    let message = "this template is empty, and so would each page be that is made with it";
    Diagnostic::new(Code::ThemeTemplate, template.place(0..0), message)
        .help("Take the file away to have the built-in template.")
}

/// Whether a name stands in quotes in a text.
fn is_quoted(text: &str, name: &str) -> bool {
    text.contains(&format!("\"{name}\"")) || text.contains(&format!("'{name}'"))
}
