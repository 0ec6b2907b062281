//! Addresses of other sites that name a language.

/// How addresses name the languages: codes of ISO 639-1 and 639-2 (both kinds), names, and the
/// initials that Canadian addresses have.
const NAMES: [(&str, &[&str]); 4] = [
    ("en", &["en", "eng", "english", "saesneg", "anglais", "e"]),
    ("cy", &["cy", "cym", "wel", "welsh", "cymraeg"]),
    ("fr", &["fr", "fra", "fre", "french", "francais", "f"]),
    ("ga", &["ga", "gle", "irish", "gaeilge", "ie"]),
];

/// Whether two addresses are equal, or lie on one site and each names its own language at the same
/// place: then other words may be each language's own. One language may be left unnamed (`/guide`,
/// `/guide.cy`), if all else is equal.
pub(super) fn same_but_for_language(left: &str, right: &str, languages: [&str; 2]) -> bool {
    let [here, there] = languages;
    let named = |(one, other): (&String, &String)| names(here, one) && names(there, other);
    let on_the_way = |address| tokens(without_query(address));
    let each_names_its_own = on_the_way(left).iter().zip(&on_the_way(right)).any(named);
    let is_one_site = site(left) == site(right);
    let (left, right) = (tokens(left), tokens(right));
    let bare = |tokens: &[String], language: &str| -> Vec<String> {
        let bare = tokens.iter().filter(|token| !names(language, token));
        bare.cloned().collect()
    };
    is_one_site && each_names_its_own
        || left == right
        || left == bare(&right, there)
        || bare(&left, here) == right
        || bare(&left, here) == bare(&right, there)
}

fn without_query(address: &str) -> &str {
    address.split(['?', '#']).next().unwrap_or_default()
}

/// The last two parts of an address's host: `example.org`.
fn site(address: &str) -> Vec<String> {
    let after_scheme = address.split_once("//").map_or(address, |(_, rest)| rest);
    let host = after_scheme
        .split(['/', '?', '#', ':'])
        .next()
        .unwrap_or_default();
    host.rsplit('.').take(2).map(str::to_lowercase).collect()
}

fn names(language: &str, token: &str) -> bool {
    let known = NAMES.iter().find(|(code, _)| *code == language);
    token == language || known.is_some_and(|(_, names)| names.contains(&token))
}

/// The letters and digits of an address, in small letters, part by part; `http` and `https`, `www`
/// and a last slash, make no difference.
fn tokens(address: &str) -> Vec<String> {
    let address = address.to_lowercase();
    let address = address
        .strip_prefix("https:")
        .or(address.strip_prefix("http:"))
        .unwrap_or(&address);
    let parts = address.split(|c: char| !c.is_alphanumeric());
    parts
        .filter(|part| !part.is_empty() && *part != "www")
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
                "https://open.example.org/en/data",
                "https://agored.example.org/cy/y-data",
                true,
            ),
            (
                "https://example.org/en/data",
                "https://example.com/cy/data/x",
                false,
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
