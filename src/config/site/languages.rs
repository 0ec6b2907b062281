//! `languages` of `site.yaml`: codes, names, and the words that stand in addresses.

use std::collections::BTreeMap;

use super::super::Located;
use super::super::decode::{Decoder, Item, listed};
use super::super::yaml::Value;
use crate::diagnostic::{Code, Diagnostic};
use crate::language::words::fixed;
use crate::language::{AddressWord, AddressWords, LanguageCode, slug};

/// One of the site's languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SiteLanguage {
    /// `code`.
    pub code: LanguageCode,
    /// `name`: the language's name in itself, where it is stated.
    pub name: Option<String>,
    /// `words`: those stated, before those that the language module knows.
    pub words: AddressWords,
}

/// What `languages` says.
#[derive(Debug, Default)]
pub(super) struct Languages {
    /// In display order, each once.
    pub named: Vec<SiteLanguage>,
    /// Whether one more is meant, and it cannot be told which: no language of the content is wrong then for sure.
    pub is_one_unknown: bool,
}

/// The languages. `None` when there is none.
pub(super) fn read(decoder: &mut Decoder<'_>, item: &Item<'_>) -> Option<Languages> {
    let listed = decoder.list(item, language)?;
    if matches!(&item.node.value, Value::List(nodes) if nodes.is_empty()) {
        let help = "Name at least one language, for instance `[cy, en]`.";
        decoder.fault(
            Code::InvalidValue,
            item,
            "`languages` names no language",
            help,
        );
    }
    let mut languages: Vec<Located<SiteLanguage>> = Vec::new();
    for language in listed {
        let same = |other: &&Located<SiteLanguage>| other.code == language.code;
        match languages.iter().find(same) {
            Some(first) => decoder.report(named_twice(&language, first)),
            None => languages.push(language),
        }
    }
    let entries = match &item.node.value {
        Value::List(nodes) => nodes.len(),
        _ => 1,
    };
    let named: Vec<_> = languages
        .into_iter()
        .map(|language| language.value)
        .collect();
    let is_one_unknown = named.len() < entries;
    (!named.is_empty()).then_some(Languages {
        named,
        is_one_unknown,
    })
}

fn named_twice(second: &Located<SiteLanguage>, first: &Located<SiteLanguage>) -> Diagnostic {
    let message = format!("the language `{}` is named twice", second.code);
    Diagnostic::new(Code::InvalidValue, second.place.clone(), message)
        .help("Remove one of the two.")
        .related(first.place.clone(), "it is named here first")
}

/// A code alone, or a code with what belongs to it.
fn language(decoder: &mut Decoder<'_>, item: &Item<'_>) -> Option<SiteLanguage> {
    if !matches!(item.node.value, Value::Mapping(_)) {
        let code = code(decoder, item)?;
        let words = words(decoder, item, &code, &BTreeMap::new())?;
        return Some(SiteLanguage {
            code,
            name: None,
            words,
        });
    }
    let fields = decoder.mapping(item, &["code", "name", "words"])?;
    let name = decoder.optional(&fields, "name", Decoder::text);
    let stated = decoder.optional(&fields, "words", stated_words);
    let code = decoder.required(&fields, "code", code)?;
    let at = fields.get("words").or(fields.get("code"))?;
    let words = words(decoder, &at, &code, &stated.unwrap_or_default())?;
    Some(SiteLanguage { code, name, words })
}

fn code(decoder: &mut Decoder<'_>, item: &Item<'_>) -> Option<LanguageCode> {
    let text = decoder.text(item)?;
    let is_longer_form = LanguageCode::of_three_letters(&text).is_some();
    let mut code = LanguageCode::parse(&text).filter(|_| !is_longer_form);
    if code.is_none() {
        let meant = meant_code(&text);
        let message = match is_longer_form {
            true => format!("`{text}` is a longer code of a language that has one of two letters"),
            false => format!("`{text}` is not the code of a language"),
        };
        let help = match &meant {
            Some(meant) => format!("Write `{meant}`."),
            None => "Write its code of two or three small letters, for instance `cy`; a region may follow: `pt-BR`.".to_owned(),
        };
        decoder.fault(Code::InvalidValue, item, message, help);
        // So that the language is there for the rest of the run. Whether files state its region is not known.
        code = meant.filter(|meant| meant.language() == meant.as_str());
    }
    if fixed::AT_ROOT.contains(&text.as_str()) {
        let message = format!("every site has something else at `/{text}/`");
        let help = "Add a region to the code of the language.";
        decoder.fault(Code::AddressCollision, item, message, help);
    }
    code
}

/// The code that is written with other signs or letters: `cy` as `CY` or `cym`, `pt-BR` as `pt_br`.
fn meant_code(written: &str) -> Option<LanguageCode> {
    let plain = written.trim().replace('_', "-").to_lowercase();
    if let Some(code) = LanguageCode::of_three_letters(&plain) {
        return Some(code);
    }
    LanguageCode::parse(&match plain.split_once('-') {
        Some((language, region)) => format!("{language}-{}", region.to_uppercase()),
        None => plain,
    })
}

/// The words of a language, which must differ from one another. Where some are not known they are
/// English, so that the language is there for the rest of the run.
fn words(
    decoder: &mut Decoder<'_>,
    item: &Item<'_>,
    code: &LanguageCode,
    stated: &BTreeMap<AddressWord, String>,
) -> Option<AddressWords> {
    let words = match AddressWords::with_stated(code, stated) {
        Ok(words) => words,
        Err(missing) => {
            refuse_unknown_words(decoder, item, code, missing);
            AddressWords::with_stated(&LanguageCode::parse("en")?, stated).ok()?
        }
    };
    for (at, (word, text)) in words.iter().enumerate() {
        let same = words.iter().take(at).find(|(_, other)| *other == text);
        if let Some((earlier, _)) = same {
            let (one, other) = (earlier.key(), word.key());
            let message = format!("`{one}` and `{other}` are the same word, `{text}`, in `{code}`");
            let help = "Give each a word of its own, since they stand in addresses.";
            decoder.fault(Code::AddressCollision, item, message, help);
        }
    }
    Some(words)
}

fn refuse_unknown_words(
    decoder: &mut Decoder<'_>,
    item: &Item<'_>,
    code: &LanguageCode,
    missing: Vec<AddressWord>,
) {
    let keys: Vec<&str> = missing.into_iter().map(AddressWord::key).collect();
    let message = format!("Canllaw has no words for addresses in the language `{code}`");
    let keys = listed(&keys, "and");
    let help = format!("Add `words` to this language, with a word for {keys}.");
    decoder.fault(Code::UnknownWords, item, message, help);
}

/// The keys of `words`. Those of several words may be written with `-`, as the words themselves are.
const WORD_KEYS: [&str; 10] = [
    "changes",
    "current",
    "book",
    "both_languages",
    "on_a_date",
    "a_z",
    "search",
    "both-languages",
    "on-a-date",
    "a-z",
];

fn stated_words(
    decoder: &mut Decoder<'_>,
    item: &Item<'_>,
) -> Option<BTreeMap<AddressWord, String>> {
    let fields = decoder.mapping(item, &WORD_KEYS)?;
    let mut words = BTreeMap::new();
    for key in WORD_KEYS {
        let plain = |key: &str| key.replace('-', "_");
        let word = AddressWord::ALL
            .into_iter()
            .find(|word| plain(word.key()) == plain(key));
        let text = decoder.optional(&fields, key, address_word);
        let Some((word, text)) = word.zip(text) else {
            continue;
        };
        if words.insert(word, text).is_some() {
            let message = format!("`{key}` is given twice, once with `_`");
            let item = fields.get(key)?;
            decoder.fault(Code::DuplicateKey, &item, message, "Keep one of the two.");
        }
    }
    Some(words)
}

fn address_word(decoder: &mut Decoder<'_>, item: &Item<'_>) -> Option<String> {
    let text = decoder.text(item)?;
    let folded = slug::fold(&text);
    if folded == text {
        return Some(text);
    }
    let message = format!("`{text}` cannot be a part of an address as it is");
    let help = match folded.as_str() {
        "" => "Write it with the letters a to z, digits and hyphens.".to_owned(),
        folded => format!("Write `{folded}`."),
    };
    decoder.fault(Code::InvalidValue, item, message, help);
    None
}
