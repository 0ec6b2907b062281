//! Words that make the number beside them a sum of money: "GBP 20", "20 euros", *10 ceiniog*.
//!
//! Codes: ISO 4217. Names: *TermCymru* and *Geiriadur Prifysgol Cymru* for Welsh, *focloir.ie* for Irish.

use super::{Known, LanguageCode, mutation};

/// Whether a word before a number is the code of a currency.
pub fn is_code(word: &str) -> bool {
    matches!(word, "GBP" | "EUR" | "USD")
}

/// Whether a word after a number is the name of a currency or of its hundredth part, mutated or not.
pub fn is_name(language: &LanguageCode, word: &str) -> bool {
    let names: &[&str] = match language.known() {
        Some(Known::English) => &[
            "euro", "euros", "pound", "pounds", "penny", "pence", "dollars",
        ],
        Some(Known::Welsh) => &["ewro", "ewros", "punt", "punnoedd", "ceiniog", "ceiniogau"],
        Some(Known::French) => &["euro", "euros", "centime", "centimes", "dollars"],
        Some(Known::Irish) => &["euro", "eoró", "cent", "punt", "phingin", "pingin"],
        None => &[],
    };
    let radicals = || mutation::radicals(language, word).into_iter();
    is_code(word)
        || !names.is_empty() && radicals().any(|radical| names.contains(&&*radical.to_lowercase()))
}

/// Whether a number is written as pence: "10p".
pub fn are_pence(language: &LanguageCode, written: &str) -> bool {
    let is_known = matches!(language.known(), Some(Known::English | Known::Welsh));
    let pence = written.strip_suffix('p').filter(|_| is_known);
    pence.is_some_and(|pence| pence.ends_with(|sign: char| sign.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_known_in_every_form() {
        for (code, word, is_one) in [
            ("en", "euros", true),
            ("en", "GBP", true),
            ("en", "days", false),
            ("cy", "bunt", true),
            ("cy", "cheiniog", true),
            ("cy", "diwrnod", false),
            ("fr", "centimes", true),
            // As often books as pounds.
            ("fr", "livres", false),
            ("ga", "bpunt", true),
        ] {
            let language = LanguageCode::parse(code).unwrap();
            assert_eq!(is_name(&language, word), is_one, "{word}");
        }
    }
}
