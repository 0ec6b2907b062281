//! What a translation has in its front matter and no unit holds: it is not the source's to give.

use std::ops::Range;

use crate::markdown::front_matter::split;
use crate::source::Source;

/// What front matter may hold.
const KEYS: [&str; 3] = ["title", "summary", "sort_key"];

/// A text that was made of the source with its units translated, with what the translation has there already for
/// the keys that are none of `units`. What the source's title is sorted by is never the translation's.
pub(super) fn keep(text: String, units: &[&str], before: Option<&Source>) -> String {
    let own = before.map(yaml_of).unwrap_or_default();
    let keys = KEYS.iter().filter(|key| !units.contains(key));
    keys.fold(text, |text, key| {
        let own = entry(own, key).map(|range| &own[range]);
        with_entry(text, key, own)
    })
}

/// A text whose front matter has an entry of its own in the place of the source's.
fn with_entry(mut text: String, key: &str, own: Option<&str>) -> String {
    let source = Source::new("", text.as_str());
    let yaml = split(&source).ok().flatten().map(|found| found.yaml);
    let at = yaml.clone().and_then(|yaml| {
        let found = entry(&text[yaml.clone()], key)?;
        Some(yaml.start + found.start..yaml.start + found.end)
    });
    match (at, own, yaml) {
        (Some(at), Some(own), _) => text.replace_range(at, own),
        (Some(at), None, _) if key == "sort_key" => text.replace_range(at, ""),
        // Where the source has its title as a heading, that is a unit.
        (None, Some(own), Some(yaml)) if key != "title" => text.insert_str(yaml.end, own),
        (None, Some(own), None) if key != "title" => {
            text.insert_str(0, &format!("---\n{own}---\n\n"));
        }
        _ => {}
    }
    text
}

fn yaml_of(source: &Source) -> &str {
    let found = split(source).ok().flatten();
    found.map_or("", |found| &source.text()[found.yaml])
}

/// The lines of a key: its own, and those below it that are further in.
fn entry(yaml: &str, key: &str) -> Option<Range<usize>> {
    let is_key = |line: &str| {
        let rest = line.strip_prefix(key);
        rest.is_some_and(|rest| rest.trim_start().starts_with(':'))
    };
    let mut found: Option<Range<usize>> = None;
    let mut at = 0;
    for line in yaml.split_inclusive('\n') {
        let end = at + line.len();
        match &mut found {
            None if is_key(line) => found = Some(at..end),
            None => {}
            Some(_) if line.trim().is_empty() => {}
            Some(lines) if line.starts_with([' ', '\t']) => lines.end = end,
            Some(_) => break,
        }
        at = end;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::keep;
    use crate::source::Source;

    fn kept(text: &str, units: &[&str], before: &str) -> String {
        keep(text.to_owned(), units, Some(&Source::new("cy.md", before)))
    }

    #[test]
    fn what_no_unit_holds_stays_as_the_translation_has_it() {
        let text =
            "---\ntitle: \"T\"\nsummary: >\n  In\n\n  English\nsort_key: expenses\n---\nBody\n";
        let before = "---\nsort_key: treuliau # sic\nsummary: |\n  Cymraeg\ntitle: Hen\n---\n";
        assert_eq!(
            kept(text, &["title"], before),
            "---\ntitle: \"T\"\nsummary: |\n  Cymraeg\nsort_key: treuliau # sic\n---\nBody\n"
        );
    }

    #[test]
    fn the_source_s_order_is_not_the_translation_s() {
        let text = "---\nsort_key: expenses\ntitle: T\n---\nBody\n";
        let bare = "---\ntitle: T\n---\nBody\n";
        assert_eq!(kept(text, &["title"], "# Hen\n"), bare);
        assert_eq!(keep(text.to_owned(), &["title"], None), bare);
    }

    #[test]
    fn what_the_translation_alone_has_is_kept() {
        let before = "---\ntitle: Hen\nsort_key: treuliau\n---\n";
        assert_eq!(
            kept("# T\n", &[], before),
            "---\nsort_key: treuliau\n---\n\n# T\n"
        );
        let text = "---\ntitle: T\n---\nBody\n";
        assert_eq!(
            kept(text, &["title"], before),
            "---\ntitle: T\nsort_key: treuliau\n---\nBody\n"
        );
    }
}
