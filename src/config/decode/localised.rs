//! `{language: text}`, and codes of languages.

use super::super::yaml::{Key, Node, Value};
use super::super::{ByLanguage, Localised, Located};
use super::suggest::listed;
use super::{Decoder, Item};
use crate::diagnostic::Code;
use crate::diagnostic::nearest;
use crate::language::LanguageCode;

/// What a plain text means where `{language: text}` may stand, on a site of several languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum Plain {
    /// The same in every language: a name or an address.
    EveryLanguage,
    /// The text of the other languages is not there, which is a fault.
    Fault,
}

impl Decoder<'_> {
    /// A name or an address of e-mail: a plain text holds in every language.
    pub(in super::super) fn name(&mut self, item: &Item<'_>) -> Option<Localised> {
        self.by_language(item, Plain::EveryLanguage, Self::text)
    }

    /// Words for readers, in each language.
    pub(in super::super) fn words(&mut self, item: &Item<'_>) -> Option<Localised> {
        self.by_language(item, Plain::Fault, Self::text)
    }

    /// A value for each language. A text or list that stands alone is that of every language where
    /// `plain` says so and on a site of one language.
    pub(in super::super) fn by_language<T: Clone>(
        &mut self,
        item: &Item<'_>,
        plain: Plain,
        mut read: impl FnMut(&mut Self, &Item<'_>) -> Option<T>,
    ) -> Option<ByLanguage<Located<T>>> {
        if let Value::Mapping(entries) = &item.node.value {
            return self.each_language(item, entries, read);
        }
        let is_plain = matches!(
            item.node.value,
            Value::Text(_) | Value::Number(_) | Value::List(_)
        );
        if is_plain && plain == Plain::Fault && self.languages.len() > 1 {
            self.refuse_for_each_language(item);
            return None;
        }
        let value = read(self, item)?;
        let value = Located::new(value, self.place(item));
        if plain == Plain::EveryLanguage {
            return Some(ByLanguage::written_once(self.languages, &value));
        }
        // Words are those of the one language that the site has: whoever adds another writes which they were in.
        let languages = self.languages.iter().cloned();
        Some(
            languages
                .map(|language| (language, value.clone()))
                .collect(),
        )
    }

    fn each_language<T>(
        &mut self,
        item: &Item<'_>,
        entries: &[(Key, Node)],
        mut read: impl FnMut(&mut Self, &Item<'_>) -> Option<T>,
    ) -> Option<ByLanguage<Located<T>>> {
        if entries.is_empty() {
            self.refuse_for_each_language(item);
        }
        let mut values = Vec::new();
        for (key, node) in entries {
            let Some(language) = self.site_language(&key.name) else {
                self.refuse_language_key(key);
                continue;
            };
            let item = Item::of(key, node);
            let value = read(self, &item);
            values.extend(value.map(|value| (language, Located::new(value, self.place(&item)))));
        }
        let order = |code: &LanguageCode| self.languages.iter().position(|other| other == code);
        values.sort_by_key(|(language, _)| order(language));
        (!values.is_empty()).then(|| values.into_iter().collect())
    }

    /// The code of a language that the site has.
    pub(in super::super) fn language(&mut self, item: &Item<'_>) -> Option<LanguageCode> {
        let written = self.text(item)?;
        let language = self.site_language(&written);
        if language.is_none() {
            let (message, help) = self.unknown_language(&written);
            self.fault(Code::UnknownLanguage, item, message, help);
        }
        language
    }

    /// A list of languages that the site has, at least one.
    pub(in super::super) fn language_list(&mut self, item: &Item<'_>) -> Option<Vec<LanguageCode>> {
        let listed = self.list(item, Self::language)?;
        if matches!(&item.node.value, Value::List(nodes) if nodes.is_empty()) {
            let message = format!("{} names no language", item.name);
            let help = "Name at least one language, or remove the key.";
            self.fault(Code::InvalidValue, item, message, help);
        }
        let codes: Vec<LanguageCode> = listed.into_iter().map(|each| each.value).collect();
        (!codes.is_empty()).then_some(codes)
    }

    fn refuse_language_key(&mut self, key: &Key) {
        let (message, help) = self.unknown_language(&key.name);
        let found = self.finding(Code::UnknownLanguage, key.span.clone(), message);
        self.report(found.help(help));
    }

    fn unknown_language(&self, written: &str) -> (String, String) {
        let codes: Vec<&str> = self.languages.iter().map(LanguageCode::as_str).collect();
        let meant = nearest(written, codes.iter().copied());
        let meant = meant.map_or_else(String::new, |code| format!("Did you mean `{code}`? "));
        let message = format!("`{written}` is not a language of this site");
        let codes = listed(&codes, "and");
        let help = format!("{meant}The `languages` of site.yaml are {codes}.");
        (message, help)
    }

    fn site_language(&self, written: &str) -> Option<LanguageCode> {
        if self.languages.is_empty() {
            return LanguageCode::parse(written);
        }
        let found = self.languages.iter().find(|code| code.as_str() == written);
        found.cloned()
    }

    fn refuse_for_each_language(&mut self, item: &Item<'_>) {
        let languages = self.languages.iter();
        let texts: Vec<String> = languages.map(|code| format!("{code}: …")).collect();
        let help = format!("Write `{{{}}}`.", texts.join(", "));
        self.wrong_type_with(item, "a text in each language", &help);
    }
}
