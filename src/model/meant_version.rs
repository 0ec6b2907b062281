//! The version that a folder's name is meant to name, where it is written in another form.

use super::version_id::VersionId;
use crate::language::dates::{PartialDate, find_dates};
use crate::language::{Known, LanguageCode};

/// What folders of drafts are called, in the languages that have a word of their own for it.
const DRAFTS: [&str; 3] = ["drafts", "drafftiau", "draftiau"];

/// The name of a version that a name which names none is near to: `draft` of `Draft` or `Drafft`, `2023-04-01` of
/// `2023_4_1`, `2023-04-01-new` or `1 April 2023`.
pub fn meant_version(name: &str) -> Option<String> {
    let plain = name.trim().to_lowercase();
    let candidates = [
        Some(plain.clone()),
        draft(&plain),
        dated(&plain),
        numbered(&plain),
        named_day(name),
    ];
    let is_version = |meant: &String| {
        meant != name && VersionId::parse(meant).is_ok_and(|id| id.names_a_version())
    };
    candidates.into_iter().flatten().find(is_version)
}

/// Whether a folder of this name, or one in it, is meant as a version wherever it lies: its name is that of a
/// version or near to it, is a date in whatever order, or says that there are drafts in it.
pub fn may_mean_versions(name: &str) -> bool {
    let plain = name.trim().to_lowercase();
    let is_date = || {
        let digits = plain.chars().filter(char::is_ascii_digit).count();
        digits >= 4 && plain.chars().all(|c| c.is_ascii_digit() || is_sign(c))
    };
    VersionId::parse(name).map_or(true, |id| id.names_a_version())
        || meant_version(name).is_some()
        || says_draft(name)
        || is_date()
        || date_in_words(name).is_some()
}

/// Whether a folder's name says that what is in it is a draft, or that drafts are: `Draft 2`, `drafts`.
pub fn says_draft(name: &str) -> bool {
    let plain = name.trim().to_lowercase();
    draft(&plain).is_some() || DRAFTS.contains(&&*plain)
}

/// `draft2`, `draft_april`; in Welsh `drafft`.
fn draft(name: &str) -> Option<String> {
    let rest = name.strip_prefix("draft").or(name.strip_prefix("drafft"))?;
    if rest.starts_with(char::is_alphabetic) {
        return None;
    }
    let words = rest.split(is_sign).filter(|word| !word.is_empty());
    Some(words.fold("draft".to_owned(), |name, word| format!("{name}-{word}")))
}

/// A year, a month and a day, apart from each other by whatever signs; what follows them is left out.
fn dated(name: &str) -> Option<String> {
    let (year, rest) = digits(name);
    if year.len() == 8 {
        return Some(format!("{}-{}-{}", &year[..4], &year[4..6], &year[6..]));
    }
    let (month, rest) = digits(rest.trim_start_matches(is_sign));
    let (day, _) = digits(rest.trim_start_matches(is_sign));
    match (month.is_empty(), day.is_empty()) {
        (true, _) => None,
        (false, true) => Some(format!("{year}-{month:0>2}")),
        (false, false) => Some(format!("{year}-{month:0>2}-{day:0>2}")),
    }
}

/// `1 April 2023`, `1-ebrill-2023`.
fn named_day(name: &str) -> Option<String> {
    let date = date_in_words(name)?;
    let (year, month, day) = (date.year?, date.month, date.day?);
    Some(format!("{year}-{month:0>2}-{day:0>2}"))
}

/// The date that a name is and nothing else, with its month in letters and with its year: `1 April 2023`,
/// `Ebrill 2023`.
fn date_in_words(name: &str) -> Option<PartialDate> {
    let words: Vec<String> = name
        .split(is_sign)
        .filter(|word| !word.is_empty())
        .map(capitalised)
        .collect();
    let spaced = words.join(" ");
    let of_language = |known| {
        let found = find_dates(&LanguageCode::from(known), &spaced);
        found
            .into_iter()
            .find(|found| found.range == (0..spaced.len()) && found.date.year.is_some())
    };
    Some(Known::ALL.into_iter().find_map(of_language)?.date)
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

/// `v3-final`, `version 3`.
fn numbered(name: &str) -> Option<String> {
    let rest = name.strip_prefix("version").or(name.strip_prefix('v'))?;
    let (major, rest) = digits(rest.trim_start_matches(is_sign));
    let minor = rest.strip_prefix('.').map(|rest| digits(rest).0);
    match minor.filter(|minor| !minor.is_empty()) {
        Some(minor) => Some(format!("v{major}.{minor}")),
        None => Some(format!("v{major}")),
    }
}

/// The digits that a text begins with, and what follows them.
fn digits(text: &str) -> (&str, &str) {
    let end = text.find(|c: char| !c.is_ascii_digit());
    text.split_at(end.unwrap_or(text.len()))
}

fn is_sign(c: char) -> bool {
    !c.is_alphanumeric()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_in_another_form_is_near_to_a_version() {
        for (name, meant) in [
            ("Draft", "draft"),
            ("DRAFT-april", "draft-april"),
            ("draft_April 2", "draft-april-2"),
            ("draft2", "draft-2"),
            ("draft-", "draft"),
            ("Drafft", "draft"),
            ("drafft-ebrill", "draft-ebrill"),
            ("2023-4-1", "2023-04-01"),
            ("2023_04_01", "2023-04-01"),
            ("2023.04.01", "2023-04-01"),
            ("2023 04 01", "2023-04-01"),
            ("2023-01-01 ", "2023-01-01"),
            ("2023-4", "2023-04"),
            ("20230401", "2023-04-01"),
            ("2023-04-01-new", "2023-04-01"),
            ("V3", "v3"),
            ("v3-final", "v3"),
            ("version 2.1", "v2.1"),
            ("1 April 2025", "2025-04-01"),
            ("1-ebrill-2025", "2025-04-01"),
            ("1st_May_2025", "2025-05-01"),
            ("1 mai 2025", "2025-05-01"),
        ] {
            assert_eq!(meant_version(name).as_deref(), Some(meant), "{name}");
        }
    }

    #[test]
    fn a_folder_may_be_meant_for_versions_without_a_name_for_each() {
        for name in [
            "draft",
            "2023",
            "v3",
            "Draft",
            "2023-13-01",
            "drafts",
            "Drafftiau",
            "01.02.2023",
            "1-4-2026",
            "1 April 2025",
            "Ebrill 2026",
            "april-2026",
        ] {
            assert!(may_mean_versions(name), "{name}");
        }
        for name in [
            "annex",
            "forms",
            "drafting",
            "archive",
            "2023 forms",
            "1",
            "vision",
            "may",
            "april-forms",
            "march-2026-minutes",
        ] {
            assert!(!may_mean_versions(name), "{name}");
        }
    }

    #[test]
    fn a_name_that_may_mean_anything_is_near_to_none() {
        for name in [
            "forms",
            "drafts",
            "01-02-2023",
            "2023 forms",
            "2023-13-1",
            "20231301",
            "version",
            "v-new",
            "2023-04-012",
            "vision",
        ] {
            assert_eq!(meant_version(name), None, "{name}");
        }
    }
}
