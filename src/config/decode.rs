//! A tree of YAML → values as meant, key by key, with every fault on the way.
//!
//! A reading function takes an [`Item`] and gives its value, or reports what is wrong with it and
//! gives `None`. The caller goes on with the next key either way, so that one run finds every fault
//! of a file.

mod addresses;
mod dates;
mod localised;
mod scalars;
mod suggest;

use std::ops::Range;

pub(super) use localised::Plain;
pub(super) use suggest::listed;

use super::Located;
use super::keys::File;
use super::yaml::{Key, Node, Value};
use crate::diagnostic::{Code, Diagnostic, Place, nearest};
use crate::language::LanguageCode;
use crate::source::Source;

/// Reads values and collects what is wrong with them.
pub(super) struct Decoder<'a> {
    source: &'a Source,
    languages: &'a [LanguageCode],
    findings: &'a mut Vec<Diagnostic>,
}

/// A value, with the name that findings call it by.
#[derive(Clone, Debug)]
pub(super) struct Item<'n> {
    pub(super) node: &'n Node,
    /// For instance "`title`" or "an item of `languages`".
    pub(super) name: String,
    /// Where its key stands: the place of a finding when there is no value to point at.
    key: Range<usize>,
}

/// The entries of a mapping whose keys are known.
pub(super) struct Fields<'n> {
    entries: &'n [(Key, Node)],
    known: &'static [&'static str],
    /// The key that the mapping belongs to; `None` at the top of a file.
    owner: Option<Item<'n>>,
}

impl<'n> Fields<'n> {
    /// The value of a key, if it is there.
    pub(super) fn get(&self, key: &'static str) -> Option<Item<'n>> {
        debug_assert!(self.known.contains(&key), "`{key}` is not declared");
        let (key, node) = self.entries.iter().find(|(found, _)| found.name == key)?;
        Some(Item::of(key, node))
    }

    /// Whether a key that is not known is told to mean this one: then to say that it is missing says nothing more.
    fn has_misspelt(&self, key: &str) -> bool {
        let names = self.entries.iter().map(|(found, _)| found.name.as_str());
        let mut unknown = names.filter(|name| !self.known.contains(name));
        unknown.any(|name| nearest(name, self.known.iter().copied()) == Some(key))
    }
}

impl<'n> Item<'n> {
    pub(super) fn of(key: &Key, node: &'n Node) -> Self {
        Item {
            node,
            name: format!("`{}`", key.name),
            key: key.span.clone(),
        }
    }

    fn span(&self) -> Range<usize> {
        match self.node.value {
            Value::Null => self.key.clone(),
            _ => self.node.span.clone(),
        }
    }
}

impl<'a> Decoder<'a> {
    /// A decoder of one source, on a site with these languages. Without any, as when `site.yaml`
    /// fails to name them, every language is taken, so that one fault is not reported as many.
    pub(super) fn new(
        source: &'a Source,
        languages: &'a [LanguageCode],
        findings: &'a mut Vec<Diagnostic>,
    ) -> Self {
        Decoder {
            source,
            languages,
            findings,
        }
    }

    /// The languages of the site.
    pub(super) fn languages(&self) -> &'a [LanguageCode] {
        self.languages
    }

    /// The keys at the top of a file. An empty file has none.
    pub(super) fn file<'n>(&mut self, root: &'n Node, file: File) -> Fields<'n> {
        let entries: &[(Key, Node)] = match &root.value {
            Value::Mapping(entries) => entries,
            Value::Null => &[],
            other => {
                let message = format!("{} stands here instead of keys", kind(other));
                let found = self.finding(Code::WrongType, root.span.clone(), message);
                let keys = listed(file.keys(), "and");
                let help = format!(
                    "Write a key, a colon and a value on each line. The keys of {} are {keys}.",
                    file.name()
                );
                self.report(found.help(help));
                &[]
            }
        };
        self.refuse_keys_not_of(entries, file);
        Fields {
            entries,
            known: file.keys(),
            owner: None,
        }
    }

    /// The keys of a mapping that is a value.
    pub(super) fn mapping<'n>(
        &mut self,
        item: &Item<'n>,
        known: &'static [&'static str],
    ) -> Option<Fields<'n>> {
        let Value::Mapping(entries) = &item.node.value else {
            let keys = listed(known, "and");
            let help = format!(
                "Write them on the lines below, each indented: `{}: …`.",
                known[0]
            );
            self.wrong_type_with(item, &format!("keys of its own ({keys})"), &help);
            return None;
        };
        self.refuse_unknown_keys(entries, known, &item.name);
        Some(Fields {
            entries,
            known,
            owner: Some(item.clone()),
        })
    }

    /// The value of a key that may be left out.
    pub(super) fn optional<'n, T>(
        &mut self,
        fields: &Fields<'n>,
        key: &'static str,
        read: impl FnOnce(&mut Self, &Item<'n>) -> Option<T>,
    ) -> Option<T> {
        read(self, &fields.get(key)?)
    }

    /// The value of a key; where it is left out, what then holds.
    pub(super) fn or_default<'n, T: Default>(
        &mut self,
        fields: &Fields<'n>,
        key: &'static str,
        read: impl FnOnce(&mut Self, &Item<'n>) -> Option<T>,
    ) -> T {
        self.optional(fields, key, read).unwrap_or_default()
    }

    /// The value of a key that must be there.
    pub(super) fn required<'n, T>(
        &mut self,
        fields: &Fields<'n>,
        key: &'static str,
        read: impl FnOnce(&mut Self, &Item<'n>) -> Option<T>,
    ) -> Option<T> {
        if let Some(item) = fields.get(key) {
            return read(self, &item);
        }
        if fields.has_misspelt(key) {
            return None;
        }
        let found = match &fields.owner {
            Some(owner) => {
                let message = format!("{} has no `{key}`", owner.name);
                self.finding(Code::MissingKey, owner.key.clone(), message)
            }
            None => {
                let message = format!("`{key}` is missing");
                Diagnostic::new(Code::MissingKey, Place::whole(self.source.path()), message)
            }
        };
        self.report(found.help(format!("Add `{key}` with its value.")));
        None
    }

    /// The value of a key that may be left out, with its place.
    pub(super) fn located<'n, T>(
        &mut self,
        fields: &Fields<'n>,
        key: &'static str,
        read: impl FnOnce(&mut Self, &Item<'n>) -> Option<T>,
    ) -> Option<Located<T>> {
        let item = fields.get(key)?;
        let value = read(self, &item)?;
        Some(Located::new(value, self.place(&item)))
    }

    /// The items of a list, each with its place.
    pub(super) fn list<'n, T>(
        &mut self,
        item: &Item<'n>,
        read: impl FnMut(&mut Self, &Item<'n>) -> Option<T>,
    ) -> Option<Vec<Located<T>>> {
        let Value::List(nodes) = &item.node.value else {
            let help = "Write `[…, …]`, or each item on a line of its own after a hyphen.";
            self.wrong_type_with(item, "a list", help);
            return None;
        };
        Some(self.each(item, nodes, read))
    }

    /// What a key states, once or as a list of several. Nothing when the key is left out.
    pub(super) fn one_or_several<'n, T>(
        &mut self,
        fields: &Fields<'n>,
        key: &'static str,
        mut read: impl FnMut(&mut Self, &Item<'n>) -> Option<T>,
    ) -> Vec<Located<T>> {
        let Some(item) = fields.get(key) else {
            return Vec::new();
        };
        if let Value::List(nodes) = &item.node.value {
            return self.each(&item, nodes, read);
        }
        let value = read(self, &item);
        let place = self.place(&item);
        value
            .into_iter()
            .map(|value| Located::new(value, place.clone()))
            .collect()
    }

    fn each<'n, T>(
        &mut self,
        list: &Item<'n>,
        nodes: &'n [Node],
        mut read: impl FnMut(&mut Self, &Item<'n>) -> Option<T>,
    ) -> Vec<Located<T>> {
        let mut values = Vec::new();
        for node in nodes {
            let item = Item {
                node,
                name: format!("an item of {}", list.name),
                key: node.span.clone(),
            };
            let value = read(self, &item);
            values.extend(value.map(|value| Located::new(value, self.place(&item))));
        }
        values
    }

    /// The path of the source.
    pub(super) fn path_of_source(&self) -> &'a str {
        self.source.path()
    }

    /// Where a value stands.
    pub(super) fn place(&self, item: &Item<'_>) -> Place {
        self.source.place(item.span())
    }

    /// The bytes from a key's colon to the end of its value. A value of several lines (`>`, `|`) is known by those
    /// lines alone: the sign that says so is before them.
    pub(super) fn written(&self, item: &Item<'_>) -> Range<usize> {
        let text = self.source.text();
        let (key, value) = (item.key.end, item.span());
        let colon = text[key..].find(':').map_or(key, |at| key + at + 1);
        let end = value.start + text[value].trim_end().len();
        colon..end.max(colon)
    }

    /// Where bytes of the source stand.
    pub(super) fn place_of(&self, span: Range<usize>) -> Place {
        self.source.place(span)
    }

    /// Reports a finding.
    pub(super) fn report(&mut self, found: Diagnostic) {
        self.findings.push(found);
    }

    /// Reports a fault of a value.
    pub(super) fn fault(
        &mut self,
        code: Code,
        item: &Item<'_>,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        let found = self.finding(code, item.span(), message.into());
        self.report(found.help(help));
    }

    /// Reports that a value is of another kind than its key takes, which is told in words: "a text".
    pub(super) fn wrong_type(&mut self, item: &Item<'_>, takes: &str) {
        let is_simple = matches!(item.node.value, Value::Bool(_) | Value::Number(_));
        if takes == "a text" && is_simple {
            let help = "Put it in quotation marks if it is meant as a text.";
            return self.wrong_type_with(item, takes, help);
        }
        self.wrong_type_with(item, takes, &format!("Write {takes} instead."));
    }

    /// The same, with what to do about a value that is there.
    pub(super) fn wrong_type_with(&mut self, item: &Item<'_>, takes: &str, help: &str) {
        let name = &item.name;
        let (message, help) = match &item.node.value {
            Value::Null => (
                format!("{name} has no value; it takes {takes}"),
                "Write the value after the colon, or remove the key.",
            ),
            other => (
                format!("{} stands here; {name} takes {takes}", kind(other)),
                help,
            ),
        };
        self.fault(Code::WrongType, item, message, help);
    }

    fn finding(&self, code: Code, span: Range<usize>, message: String) -> Diagnostic {
        Diagnostic::new(code, self.source.place(span), message)
    }
}

/// The kind of a value in plain words.
fn kind(value: &Value) -> String {
    match value {
        Value::Null => "nothing".to_owned(),
        Value::Bool(truth) => format!("`{truth}`"),
        Value::Number(_) => "a number".to_owned(),
        Value::Text(_) => "a plain text".to_owned(),
        Value::List(_) => "a list".to_owned(),
        Value::Mapping(_) => "a group of keys".to_owned(),
    }
}
