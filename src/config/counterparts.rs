//! `counterparts`: other sites that say the same in another language.

use super::ByLanguage;
use super::decode::{Decoder, Item, Plain};
use crate::diagnostic::Code;
use crate::language::LanguageCode;

/// Groups of prefixes of addresses, one prefix for each language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counterparts(Vec<ByLanguage<String>>);

impl Counterparts {
    /// Whether two addresses, each from a text in another language, lie on sites that are each
    /// other's counterparts. What follows the prefixes may differ, since sites translate paths.
    pub fn are_counterparts(
        &self,
        (one_language, one): (&LanguageCode, &str),
        (other_language, other): (&LanguageCode, &str),
    ) -> bool {
        let lies_below = |group: &ByLanguage<String>, language, address| {
            let prefix = group.get(language);
            prefix.is_some_and(|prefix| has_prefix(address, prefix))
        };
        self.0.iter().any(|group| {
            lies_below(group, one_language, one) && lies_below(group, other_language, other)
        })
    }

    /// Whether an address in a text of one language lies on the site that is for another, and there is one for its own.
    pub fn is_for_another(
        &self,
        language: &LanguageCode,
        other: &LanguageCode,
        address: &str,
    ) -> bool {
        let below = |prefix: &String| has_prefix(address, prefix);
        self.0.iter().any(|group| {
            let own = group.get(language);
            own.is_some_and(|own| !below(own)) && group.get(other).is_some_and(below)
        })
    }

    pub(super) fn read(decoder: &mut Decoder<'_>, item: &Item<'_>) -> Option<Self> {
        let groups = decoder.list(item, group)?;
        Some(Counterparts(
            groups.into_iter().map(|group| group.value).collect(),
        ))
    }
}

fn group(decoder: &mut Decoder<'_>, item: &Item<'_>) -> Option<ByLanguage<String>> {
    let prefixes = decoder.by_language(item, Plain::Fault, Decoder::web_address)?;
    let without_end = |address: &str| address.trim_end_matches('/').to_owned();
    let prefixes: Vec<_> = prefixes
        .iter()
        .map(|(language, prefix)| (language.clone(), without_end(prefix)))
        .collect();
    if prefixes.len() == 1 {
        let message = "a single address has no counterpart";
        let help = "Give the address of the other site too, under its language.";
        decoder.fault(Code::InvalidValue, item, message, help);
        return None;
    }
    Some(prefixes.into_iter().collect())
}

/// Whether an address is a prefix or lies below it; `https://a.example` is no prefix of
/// `https://a.example.org`.
fn has_prefix(address: &str, prefix: &str) -> bool {
    let Some(start) = address.get(..prefix.len()) else {
        return false;
    };
    let rest = &address[prefix.len()..];
    start.eq_ignore_ascii_case(prefix) && (rest.is_empty() || rest.starts_with(['/', '?', '#']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_for_another_language_where_its_own_has_a_site() {
        let [english, welsh] = ["en", "cy"].map(|code| LanguageCode::parse(code).unwrap());
        let group = |one: &str, other: &str| {
            let pair = [
                (english.clone(), one.to_owned()),
                (welsh.clone(), other.to_owned()),
            ];
            Counterparts(vec![pair.into_iter().collect()])
        };
        let apart = group("https://www.gov.wales", "https://www.llyw.cymru");
        let below = group("https://a.example", "https://a.example/cy");
        for (counterparts, address, is_other) in [
            (&apart, "https://www.gov.wales/leave", true),
            (&apart, "https://www.llyw.cymru/leave", false),
            (&apart, "https://b.example", false),
            (&below, "https://a.example/leave", true),
            (&below, "https://a.example/cy/gwyliau", false),
        ] {
            let found = counterparts.is_for_another(&welsh, &english, address);
            assert_eq!(found, is_other, "{address}");
        }
    }
}
