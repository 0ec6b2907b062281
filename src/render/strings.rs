//! The interface's words: Fluent messages, one file a language, with no fallback to another language.
//!
//! A language's strings come in layers: the file that is built in, and over it the site's own, which
//! replaces message by message. Numbers choose among the plural forms that CLDR gives the language,
//! all six of them in Welsh.

mod messages;
mod plain;
mod references;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fmt;
use std::ops::Range;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::resolver::errors::ReferenceKind;
use fluent_bundle::{FluentArgs, FluentError, FluentResource, FluentValue, resolver};
use unic_langid::LanguageIdentifier;

use crate::diagnostic::{Code, Diagnostic, Place};
use crate::source::Source;
use messages::Reference;
use plain::Plain;
use references::References;

/// The strings of one language.
pub struct Strings {
    language: String,
    /// Path of the file that a missing string belongs into.
    path: String,
    bundle: FluentBundle<FluentResource>,
    /// Each message with the variables that it uses.
    messages: BTreeMap<String, Variables>,
    /// The files that were read, the lowest first.
    layers: Vec<Source>,
    /// Each message that says the same whatever it is given.
    fixed: HashMap<String, String>,
    /// Each message that can be put together without the bundle.
    plain: HashMap<String, Plain>,
}

/// The variables that a message uses, and where it does: in which layer, and at which byte of it.
type Variables = BTreeMap<String, (usize, usize)>;

/// What a file of strings states.
pub(super) struct Stated {
    /// The keys of its messages, and where they stand.
    pub keys: Vec<(String, Range<usize>)>,
    /// The messages that it refers to.
    pub referred_to: BTreeSet<String>,
}

/// What a file of strings states, its faults aside.
pub(super) fn stated(source: &Source) -> Stated {
    let resource = messages::parse(source, &mut Vec::new());
    let keys = messages::keys(&resource).map(|(key, at)| (key.to_owned(), at));
    let references = messages::references(&resource).into_iter();
    let referred_to = references.filter_map(|(reference, _)| match reference {
        Reference::Message(key) => Some(key.to_owned()),
        _ => None,
    });
    Stated {
        keys: keys.collect(),
        referred_to: referred_to.collect(),
    }
}

/// A value that a message is given.
#[derive(Clone, Debug, PartialEq)]
pub enum Argument<'a> {
    /// A count; chooses the plural form.
    Number(f64),
    /// Words, put in as they are.
    Text(&'a str),
}

impl From<usize> for Argument<'_> {
    fn from(count: usize) -> Self {
        Argument::Number(count as f64)
    }
}

impl<'a> From<&'a str> for Argument<'a> {
    fn from(words: &'a str) -> Self {
        Argument::Text(words)
    }
}

/// Why a string could not be given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StringFault {
    /// The language has no message with this key.
    UnknownKey(String),
    /// The message uses a variable that it was not given.
    MissingArgument(String),
    /// The message refers to another in a way that cannot be resolved.
    Unresolved(String),
}

impl fmt::Display for StringFault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            StringFault::UnknownKey(key) => write!(out, "there is no string `{key}`"),
            StringFault::MissingArgument(name) => {
                write!(out, "the string uses `${name}`, which it is not given here")
            }
            StringFault::Unresolved(reference) => {
                write!(
                    out,
                    "the string refers to `{reference}`, which is not there"
                )
            }
        }
    }
}

impl Strings {
    /// Reads the layers of the strings of a language, given by its code, the lowest first. `path` is
    /// the file in which a string that is missing is to be written.
    ///
    /// # Errors
    /// Every message that does not follow Fluent's grammar, and every key given twice in one file.
    pub fn read(language: &str, path: &str, layers: &[Source]) -> Result<Self, Vec<Diagnostic>> {
        let locale: LanguageIdentifier = language.parse().unwrap_or_default();
        let mut strings = Strings {
            language: language.to_owned(),
            path: path.to_owned(),
            bundle: FluentBundle::new_concurrent(vec![locale]),
            messages: BTreeMap::new(),
            layers: layers.to_vec(),
            fixed: HashMap::new(),
            plain: HashMap::new(),
        };
        // Isolation marks would stand in titles, mail subjects and feeds, where nothing reads them.
        strings.bundle.set_use_isolating(false);
        let mut findings = Vec::new();
        let mut references = References::default();
        for (at, layer) in layers.iter().enumerate() {
            let resource = messages::parse(layer, &mut findings);
            references.take(&resource, layer);
            for (key, used) in messages::variables(&resource) {
                let used = used.into_iter().map(|(name, byte)| (name, (at, byte)));
                strings.messages.insert(key, used.collect());
            }
            for (key, plain) in messages::plain(&resource) {
                match plain {
                    Some(plain) => strings.plain.insert(key, plain),
                    None => strings.plain.remove(&key),
                };
            }
            strings.bundle.add_resource_overriding(resource);
        }
        findings.extend(references.unresolved(|key| strings.has(key)));
        strings.fixed = strings.without_variables();
        if findings.is_empty() {
            Ok(strings)
        } else {
            Err(findings)
        }
    }

    fn without_variables(&self) -> HashMap<String, String> {
        let fixed = self.messages.iter().filter(|(_, used)| used.is_empty());
        fixed
            .filter_map(|(key, _)| Some((key.clone(), self.format(key, &[]).ok()?)))
            .collect()
    }

    /// The code of the language.
    pub fn language(&self) -> &str {
        &self.language
    }

    /// Whether there is a message with this key.
    pub fn has(&self, key: &str) -> bool {
        self.messages.contains_key(key)
    }

    /// A string. Where there is none the key itself, so that it is seen; [`Strings::lacks`] finds
    /// these beforehand.
    pub fn text(&self, key: &str, arguments: &[(&str, Argument)]) -> String {
        self.try_text(key, arguments)
            .unwrap_or_else(|_| key.to_owned())
    }

    /// A string.
    ///
    /// # Errors
    /// When there is no such message, or it cannot be completed with these arguments.
    pub fn try_text(
        &self,
        key: &str,
        arguments: &[(&str, Argument)],
    ) -> Result<String, StringFault> {
        if let Some(text) = self.fixed(key) {
            return Ok(text.to_owned());
        }
        let plain = self.plain.get(key);
        match plain.and_then(|plain| plain.filled(arguments)) {
            Some(text) => Ok(text),
            None => self.format(key, arguments),
        }
    }

    /// A string that says the same whatever it is given; `None` for all others.
    pub(super) fn fixed(&self, key: &str) -> Option<&str> {
        self.fixed.get(key).map(String::as_str)
    }

    fn format(&self, key: &str, arguments: &[(&str, Argument)]) -> Result<String, StringFault> {
        let message = self.bundle.get_message(key);
        let pattern = message
            .and_then(|message| message.value())
            .ok_or_else(|| StringFault::UnknownKey(key.to_owned()))?;
        let arguments: FluentArgs = arguments
            .iter()
            .map(|(name, argument)| (*name, fluent_value(argument)))
            .collect();
        let mut faults = Vec::new();
        let text = self
            .bundle
            .format_pattern(pattern, Some(&arguments), &mut faults);
        match faults.first() {
            None => Ok(text.into_owned()),
            Some(fault) => Err(string_fault(fault)),
        }
    }

    /// What these strings lack, held against another language's: messages that are not there, and
    /// variables that nothing fills.
    pub fn lacks(&self, reference: &Strings) -> Vec<Diagnostic> {
        let mut findings = Vec::new();
        for (key, variables) in &reference.messages {
            match self.messages.get(key) {
                None => findings.push(self.missing(key)),
                Some(own) => findings.extend(
                    own.iter()
                        .filter(|(name, _)| !variables.contains_key(*name))
                        .map(|(name, at)| self.unfilled(key, name, *at, variables)),
                ),
            }
        }
        findings
    }

    /// The finding for a message that is not there.
    pub fn missing(&self, key: &str) -> Diagnostic {
        let language = &self.language;
        let message =
            format!("there is no text for the string `{key}` in the language `{language}`");
        let help = format!("Add a line `{key} = …` to {}.", self.path);
        Diagnostic::new(Code::ThemeString, Place::whole(&self.path), message).help(help)
    }

    fn unfilled(
        &self,
        key: &str,
        name: &str,
        (layer, byte): (usize, usize),
        known: &Variables,
    ) -> Diagnostic {
        let message = format!("the string `{key}` uses `${name}`, which nothing fills");
        let help = if known.is_empty() {
            "This string takes no variables: write it out.".to_owned()
        } else {
            let known: Vec<_> = known.keys().map(|name| format!("`${name}`")).collect();
            format!("Use {}.", known.join(" or "))
        };
        // The sign `$` stands before the name.
        let place = self.layers[layer].place(byte.saturating_sub(1)..byte + name.len());
        Diagnostic::new(Code::ThemeString, place, message).help(help)
    }
}

fn fluent_value<'a>(argument: &Argument<'a>) -> FluentValue<'a> {
    match argument {
        Argument::Number(number) => FluentValue::from(*number),
        Argument::Text(text) => FluentValue::from(*text),
    }
}

fn string_fault(fault: &FluentError) -> StringFault {
    match fault {
        FluentError::ResolverError(resolver::ResolverError::Reference(reference)) => {
            match reference {
                ReferenceKind::Variable { id } => StringFault::MissingArgument(id.clone()),
                ReferenceKind::Function { id }
                | ReferenceKind::Message { id, .. }
                | ReferenceKind::Term { id, .. } => StringFault::Unresolved(id.clone()),
            }
        }
        other => StringFault::Unresolved(other.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn strings(code: &str, files: &[&str]) -> Result<Strings, Vec<Diagnostic>> {
        let layers: Vec<_> = files
            .iter()
            .map(|file| Source::new(format!("strings/{code}.ftl"), *file))
            .collect();
        Strings::read(code, &format!("strings/{code}.ftl"), &layers)
    }

    #[test]
    fn welsh_has_six_plural_forms() {
        let file = "n = { $count ->\n    [zero] zero\n    [one] one\n    [two] two\n    [few] few\n    [many] many\n   *[other] other\n}\n";
        let welsh = strings("cy", &[file]).unwrap();
        let form = |count: usize| welsh.text("n", &[("count", count.into())]);
        let forms = [0, 1, 2, 3, 6, 4].map(form);
        assert_eq!(forms, ["zero", "one", "two", "few", "many", "other"]);
    }

    #[test]
    fn a_later_layer_replaces_single_messages() {
        let both = strings("en", &["a = one\nb = two\n", "b = three\n"]).unwrap();
        assert_eq!(
            (both.text("a", &[]), both.text("b", &[])),
            ("one".into(), "three".into())
        );
    }

    #[test]
    fn words_are_put_in_without_marks_around_them() {
        let english = strings("en", &["page = Page: { $title }\n"]).unwrap();
        assert_eq!(
            english.text("page", &[("title", "Leave".into())]),
            "Page: Leave"
        );
        let fault = english.try_text("page", &[]).unwrap_err();
        assert_eq!(fault, StringFault::MissingArgument("title".into()));
    }

    #[test]
    fn what_is_put_together_without_the_bundle_reads_as_the_bundle_has_it() {
        let file =
            "a = { $x }, at  { $y } \n    and { $x }\nb = { \"{\" }{ $x }\nc = { a } { $y }\n";
        let english = strings("en", &[file]).unwrap();
        for x in [0.0, -0.0, 21.0, 1234.5, 1e21, f64::NAN] {
            let values = [("y", "1 May".into()), ("x", Argument::Number(x))];
            for key in ["a", "b", "c"] {
                assert_eq!(
                    english.try_text(key, &values),
                    english.format(key, &values),
                    "{key} {x}"
                );
            }
        }
        assert!(english.plain.contains_key("a") && !english.plain.contains_key("c"));
    }

    #[test]
    fn a_later_layer_may_choose_where_the_first_did_not() {
        let later = "n = { $count ->\n    [one] one\n   *[other] { $count }\n}\n";
        let both = strings("en", &["n = { $count }\n", later]).unwrap();
        assert_eq!(both.text("n", &[("count", 1usize.into())]), "one");
    }

    #[test]
    fn what_is_missing_or_cannot_be_filled_is_found() {
        let english = strings("en", &["a = { $count }\nb = two\n"]).unwrap();
        let french = strings("fr", &["a = { $nombre }\n"]).unwrap();
        let found = french.lacks(&english);
        assert_eq!((found[0].place.line, found[0].place.column), (1, 7));
        let found: Vec<_> = found.into_iter().map(|found| found.message).collect();
        assert_eq!(
            found,
            [
                "the string `a` uses `$nombre`, which nothing fills",
                "there is no text for the string `b` in the language `fr`",
            ]
        );
    }

    #[test]
    fn a_text_that_refers_to_nothing_is_found() {
        let first = "a = one\n-firm = Firm\nb = { a }, { -firm }\n";
        assert!(strings("en", &[first, "c = { b }{ -firm }\n"]).is_ok());
        let later = "c = { nosuch }\nd = { $x ->\n   *[other] { -term }\n}\n-e = { NUMBER($x) }\n";
        let found = strings("en", &[first, later]).err().unwrap();
        let told: Vec<_> = found
            .iter()
            .map(|found| (found.place.line, found.place.column, found.message.as_str()))
            .collect();
        assert_eq!(
            told,
            [
                (1, 7, "there is no string `nosuch`"),
                (3, 16, "there is no term `-term`"),
                (5, 8, "there is no function `NUMBER`"),
            ]
        );
    }

    #[test]
    fn a_fault_in_a_file_is_located() {
        let found = strings("en", &["a = one\nb = { $x\n\na = two\n"])
            .err()
            .unwrap();
        let places: Vec<_> = found.iter().map(|found| found.place.line).collect();
        assert_eq!(places, [2, 4]);
    }
}
