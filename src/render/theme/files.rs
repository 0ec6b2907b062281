//! The files of a theme: those built into the program, and over them those of the site.

use std::borrow::Cow;
use std::collections::BTreeMap;

use rust_embed::Embed;

use crate::diagnostic::{Code, Diagnostic, Place};
use crate::language::LanguageCode;
use crate::render::strings::Strings;
use crate::source::{Hidden, Root, Source};

/// The folder that holds a site's themes.
const THEMES: &str = "themes";
/// The theme that is built in.
const DEFAULT: &str = "default";
/// The language whose built-in strings say which strings there are.
const REFERENCE: &str = "en";

/// The default theme, as it was when the program was compiled.
#[derive(Embed)]
#[folder = "themes/default"]
struct BuiltIn;

/// What a theme consists of.
pub(super) struct Files {
    /// The folder of the site's own theme, whether it is there or not.
    pub folder: String,
    /// The site's own files, by their paths in that folder.
    pub own: Vec<String>,
    /// Templates by name, as they refer to one another.
    pub templates: BTreeMap<String, Source>,
    /// Files that are published, by path.
    pub static_files: BTreeMap<String, ThemeFile>,
    /// Files of strings by language as written, the built-in one first.
    pub strings: BTreeMap<String, Vec<Source>>,
}

/// A static file of a theme.
pub(super) struct ThemeFile {
    /// What is in it.
    pub bytes: Cow<'static, [u8]>,
    /// Whether it is the built-in theme's, which a site may have a copy of.
    pub is_built_in: bool,
}

impl Files {
    /// Reads the built-in theme and the site's theme of this name over it.
    pub fn read(root: &Root, name: &str) -> Result<Files, Vec<Diagnostic>> {
        let mut files = Files::built_in();
        files.folder = format!("{THEMES}/{name}");
        if root.has_folder(&files.folder) {
            files.overlay(root)?;
        } else if name != DEFAULT {
            return Err(vec![no_such_theme(name, &files.folder)]);
        }
        Ok(files)
    }

    /// The layers of a language's strings, the lowest first: those of the language, then those of
    /// the language as spoken in the region.
    pub fn strings(&self, language: &LanguageCode) -> Vec<Source> {
        let mut names = vec![language.language()];
        if language.as_str() != language.language() {
            names.push(language.as_str());
        }
        names
            .into_iter()
            .flat_map(|name| self.strings.get(name).into_iter().flatten().cloned())
            .collect()
    }

    /// The file in which the site's theme has the strings of a language.
    pub fn strings_path(&self, language: &LanguageCode) -> String {
        format!("{}/strings/{language}.ftl", self.folder)
    }

    /// The built-in theme.
    pub fn built_in() -> Files {
        let mut files = Files {
            folder: format!("{THEMES}/{DEFAULT}"),
            own: Vec::new(),
            templates: BTreeMap::new(),
            static_files: BTreeMap::new(),
            strings: BTreeMap::new(),
        };
        for path in BuiltIn::iter() {
            let Some(file) = BuiltIn::get(&path) else {
                continue;
            };
            let source = || {
                let text = String::from_utf8_lossy(&file.data).into_owned();
                Source::new(format!("{THEMES}/{DEFAULT}/{path}"), text)
            };
            match Part::of(&path) {
                Some(Part::Template(name)) => files.add_template(name, source()),
                Some(Part::Strings(name)) => files.add_strings(name, source()),
                Some(Part::Static(name)) => {
                    let file = ThemeFile {
                        bytes: file.data,
                        is_built_in: true,
                    };
                    files.static_files.insert(name.to_owned(), file);
                }
                None => {}
            }
        }
        files
    }

    fn overlay(&mut self, root: &Root) -> Result<(), Vec<Diagnostic>> {
        let mut findings = Vec::new();
        for path in paths_below(root, &self.folder, &mut findings) {
            if let Err(found) = self.overlay_file(root, &path) {
                findings.push(*found);
            }
        }
        if findings.is_empty() {
            Ok(())
        } else {
            Err(findings)
        }
    }

    fn overlay_file(&mut self, root: &Root, path: &str) -> Result<(), Box<Diagnostic>> {
        let within = path.strip_prefix(&self.folder).unwrap_or(path);
        let within = within.trim_start_matches('/');
        self.own.push(within.to_owned());
        match Part::of(within) {
            Some(Part::Template(name)) => self.add_template(name, root.read_text(path)?),
            Some(Part::Strings(name)) => self.add_strings(name, root.read_text(path)?),
            Some(Part::Static(name)) => {
                let bytes = Cow::from(root.read_bytes(path)?);
                let replaced = self.static_files.get(name);
                let is_built_in = replaced.is_some_and(|it| it.is_built_in && it.bytes == bytes);
                let file = ThemeFile { bytes, is_built_in };
                self.static_files.insert(name.to_owned(), file);
            }
            None => {}
        }
        Ok(())
    }

    fn add_template(&mut self, name: &str, source: Source) {
        self.templates.insert(name.to_owned(), source);
    }

    fn add_strings(&mut self, language: &str, source: Source) {
        let layers = self.strings.entry(language.to_owned()).or_default();
        layers.push(source);
    }
}

/// Which part of a theme a file belongs to, with its name there.
pub(super) enum Part<'a> {
    Template(&'a str),
    Strings(&'a str),
    Static(&'a str),
}

impl<'a> Part<'a> {
    /// The part that a path within a theme belongs to; nothing for a file beside them (a README).
    pub fn of(path: &'a str) -> Option<Part<'a>> {
        let (folder, name) = path.split_once('/')?;
        match folder {
            "templates" => Some(Part::Template(name)),
            "strings" => name.strip_suffix(".ftl").map(Part::Strings),
            "static" => Some(Part::Static(name)),
            _ => None,
        }
    }
}

/// The built-in strings that every language is held against.
pub(super) fn reference_strings() -> Result<Strings, Vec<Diagnostic>> {
    let layers = Files::built_in().strings.remove(REFERENCE);
    let path = format!("{THEMES}/{DEFAULT}/strings/{REFERENCE}.ftl");
    Strings::read(REFERENCE, &path, &layers.unwrap_or_default())
}

/// Every file below a folder; hidden ones are left out.
fn paths_below(root: &Root, folder: &str, findings: &mut Vec<Diagnostic>) -> Vec<String> {
    let mut paths = Vec::new();
    root.read_folder(folder, Hidden::LeftOut, findings)
        .each_file(&mut |name| paths.push(format!("{folder}/{name}")));
    paths
}

fn no_such_theme(name: &str, folder: &str) -> Diagnostic {
    let message = format!("there is no theme `{name}`");
    Diagnostic::new(Code::ThemeTemplate, Place::whole(folder), message)
        .help("Make this folder, or take `theme` out of site.yaml to use the built-in theme.")
}
