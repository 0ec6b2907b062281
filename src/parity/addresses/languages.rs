//! Addresses of other sites that name a language.

/// How addresses name the languages: codes of ISO 639-1 and 639-2 (both kinds), names, and the
/// initials that Canadian addresses have.
const NAMES: [(&str, &[&str]); 4] = [
    ("en", &["en", "eng", "english", "saesneg", "anglais", "e"]),
    ("cy", &["cy", "cym", "wel", "welsh", "cymraeg"]),
    ("fr", &["fr", "fra", "fre", "french", "francais", "f"]),
    ("ga", &["ga", "gle", "irish", "gaeilge", "ie"]),
];

/// Whether two addresses are equal, or each names its own language at the same place: then the words
/// after it may be each language's own. One language may be left unnamed (`/guide`, `/guide.cy`), if
/// all else is equal.
pub(super) fn same_but_for_language(left: &str, right: &str, languages: [&str; 2]) -> bool {
    let (left, right) = (tokens(left), tokens(right));
    let [here, there] = languages;
    let named_at = left
        .iter()
        .zip(&right)
        .position(|(one, other)| one != other);
    let named_at = named_at.filter(|at| names(here, &left[*at]) && names(there, &right[*at]));
    let bare = |tokens: &[String], language: &str| -> Vec<String> {
        tokens
            .iter()
            .filter(|token| !names(language, token))
            .cloned()
            .collect()
    };
    named_at.is_some()
        || left == right
        || left == bare(&right, there)
        || bare(&left, here) == right
        || bare(&left, here) == bare(&right, there)
}

fn names(language: &str, token: &str) -> bool {
    let known = NAMES.iter().find(|(code, _)| *code == language);
    token == language || known.is_some_and(|(_, names)| names.contains(&token))
}

/// The letters and digits of an address, in small letters, part by part; `http` and `https`, and a
/// last slash, make no difference.
fn tokens(address: &str) -> Vec<String> {
    let address = address.to_lowercase();
    let address = address
        .strip_prefix("https:")
        .or(address.strip_prefix("http:"))
        .unwrap_or(&address);
    let parts = address.split(|c: char| !c.is_alphanumeric());
    parts
        .filter(|part| !part.is_empty())
        .map(str::to_owned)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_that_name_their_language_are_counterparts() {
        for (one, other, same) in [
            ("https://example.org/a", "http://example.org/a/", true),
            ("https://example.org/a", "https://example.org/b", false),
            (
                "https://example.org/en/leave",
                "https://example.org/cy/gwyliau",
                true,
            ),
            (
                "https://en.example.org/leave",
                "https://cy.example.org/gwyliau",
                true,
            ),
            (
                "https://example.org/guide",
                "https://example.org/guide.cy",
                true,
            ),
            (
                "https://example.org/guide",
                "https://example.org/other.cy",
                false,
            ),
            (
                "https://example.org/act/2000",
                "https://example.org/act/2000/welsh",
                true,
            ),
            (
                "https://example.org/act/2000",
                "https://example.org/act/2001/welsh",
                false,
            ),
            (
                "https://example.org/leave?lang=en",
                "https://example.org/leave?lang=cy",
                true,
            ),
            (
                "https://example.org/leave?lang=en",
                "https://example.org/pay?lang=cy",
                false,
            ),
        ] {
            assert_eq!(
                same_but_for_language(one, other, ["en", "cy"]),
                same,
                "{one} {other}"
            );
        }
    }
}
