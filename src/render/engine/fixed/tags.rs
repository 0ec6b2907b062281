//! Tags that are nothing but a call for a string, and whether the string can stand in the place of the whole tag:
//! then it is written with the text around it, in one step.

use std::ops::Range;

/// The tag that is nothing but this call, where these words can be a part of the template's text.
///
/// They cannot where the template engine would read a tag in them, nor where it could take white space away that is
/// theirs: a tag beside them may do so (`{%-`, `-%}`).
pub(super) fn to_be_text(template: &str, call: &Range<usize>, words: &str) -> Option<Range<usize>> {
    let before = template[..call.start].trim_end().strip_suffix("{{")?;
    let after = template[call.end..].trim_start().strip_prefix("}}")?;
    let holds_no_tag = !words.contains(['{', '}']);
    let is_kept = !is_open(words.chars().next()) || !is_open(before.chars().next_back());
    let is_kept_at_end = !is_open(words.chars().next_back()) || !is_open(after.chars().next());
    (holds_no_tag && is_kept && is_kept_at_end).then(|| before.len()..template.len() - after.len())
}

/// Whether white space could be taken away up to here and further: nothing, white space, or the edge of a tag.
fn is_open(letter: Option<char>) -> bool {
    letter.is_none_or(|letter| letter.is_whitespace() || matches!(letter, '{' | '}'))
}

#[cfg(test)]
mod tests {
    use super::*;

    const CALL: &str = r#"t(key="a")"#;

    /// What stands in the place of the tag, if anything.
    fn tag<'t>(template: &'t str, words: &str) -> Option<&'t str> {
        let call = template.find(CALL).map(|at| at..at + CALL.len()).unwrap();
        to_be_text(template, &call, words).map(|tag| &template[tag])
    }

    #[test]
    fn a_whole_tag_can_be_text() {
        for template in [r#"{{ t(key="a") }}"#, r#"<b>{{t(key="a")}}</b>"#] {
            let whole = template.trim_start_matches("<b>").trim_end_matches("</b>");
            assert_eq!(tag(template, "Word by word"), Some(whole));
        }
    }

    #[test]
    fn what_is_more_than_a_call_stays_a_tag() {
        for template in [
            r#"{{- t(key="a") }}"#,
            r#"{{ t(key="a") -}}"#,
            r#"{{ t(key="a") ~ b }}"#,
            r#"{{ {"x": t(key="a")} }}"#,
            r#"{% set b = t(key="a") %}"#,
        ] {
            assert_eq!(tag(template, "Words"), None, "{template}");
        }
    }

    #[test]
    fn words_that_would_be_read_as_a_tag_or_could_lose_white_space_stay_in_theirs() {
        let beside_tags = r#"{% if b -%}{{ t(key="a") }}{%- endif %}"#;
        let within_text = r#"<b>{{ t(key="a") }}</b>"#;
        for words in ["", ": ", " or"] {
            assert_eq!(tag(beside_tags, words), None, "{words}");
        }
        for words in [": ", " or"] {
            assert!(tag(within_text, words).is_some(), "{words}");
        }
        assert_eq!(tag(within_text, "{{ b }}"), None);
    }
}
