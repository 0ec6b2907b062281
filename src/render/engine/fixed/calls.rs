//! Where a template calls for a string by its key alone, as the template engine reads it: not in texts,
//! comments, literals and what is raw.

use std::ops::Range;

/// How a template asks for a string.
const CALL: &str = "t(key=\"";

/// The calls that name a string outright and give it nothing, each with the key.
pub(super) fn without_variables(template: &str) -> Vec<(Range<usize>, &str)> {
    let mut calls = Vec::new();
    let mut at = 0;
    while let Some(opening) = template[at..].find('{').map(|found| at + found) {
        let rest = &template[opening..];
        at = opening
            + match rest.get(..2) {
                Some("{#") => through(rest, "#}"),
                Some("{%") => raw(rest).unwrap_or_else(|| tag(rest, "%}", opening, &mut calls)),
                Some("{{") => tag(rest, "}}", opening, &mut calls),
                _ => 1,
            };
    }
    calls
}

/// The length of a tag. The calls in it are added.
fn tag<'t>(
    text: &'t str,
    end: &str,
    offset: usize,
    calls: &mut Vec<(Range<usize>, &'t str)>,
) -> usize {
    let mut at = 2;
    let mut before = '{';
    while let Some(letter) = text[at..].chars().next() {
        let rest = &text[at..];
        if rest.starts_with(end) {
            return at + end.len();
        }
        let is_within_name = before.is_alphanumeric() || matches!(before, '_' | '.');
        let length = if let Some((length, key)) = call(rest).filter(|_| !is_within_name) {
            calls.push((offset + at..offset + at + length, key));
            length
        } else if matches!(letter, '"' | '\'' | '`') {
            literal(rest, letter)
        } else {
            letter.len_utf8()
        };
        at += length;
        before = letter;
    }
    text.len()
}

/// The length of a call at the beginning of a text, and its key.
fn call(text: &str) -> Option<(usize, &str)> {
    let (key, rest) = text.strip_prefix(CALL)?.split_once('"')?;
    let is_whole = rest.starts_with(')') && !key.contains('\\');
    is_whole.then_some((CALL.len() + key.len() + "\")".len(), key))
}

/// The length of a literal, its quotes included.
fn literal(text: &str, quote: char) -> usize {
    let mut is_escaped = false;
    for (at, letter) in text.char_indices().skip(1) {
        match letter {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            _ if letter == quote => return at + 1,
            _ => {}
        }
    }
    text.len()
}

/// The length of what is not read at all, up to where it is to be read again.
fn raw(text: &str) -> Option<usize> {
    let mut at = named_tag(text, "raw")?;
    while let Some(opening) = text[at..].find("{%").map(|found| at + found) {
        at = opening + 2;
        if let Some(length) = named_tag(&text[opening..], "endraw") {
            return Some(opening + length);
        }
    }
    Some(text.len())
}

/// The length of a tag that is nothing but a name.
fn named_tag(text: &str, name: &str) -> Option<usize> {
    let inner = text.strip_prefix("{%")?;
    let inner = inner.strip_prefix('-').unwrap_or(inner).trim_start();
    let inner = inner.strip_prefix(name)?.trim_start();
    let rest = inner.strip_prefix('-').unwrap_or(inner);
    Some(text.len() - rest.strip_prefix("%}")?.len())
}

/// The length of a text to the end of the first of these ends.
fn through(text: &str, end: &str) -> usize {
    text.find(end).map_or(text.len(), |at| at + end.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(template: &str) -> Vec<&str> {
        let calls = without_variables(template);
        for (range, key) in &calls {
            assert_eq!(template[range.clone()], format!("t(key=\"{key}\")"));
        }
        calls.into_iter().map(|(_, key)| key).collect()
    }

    #[test]
    fn calls_are_found_in_tags_of_both_kinds() {
        let template = r#"<a title="{{ t(key="a") }}">{% <b of={t(key="b")}> %}{{- "é" ~ t(key="c") -}}
{%- set d = {"x": {"y": t(key="d")}} %}{% if t(key="e") == '}}' ~ t(key="f") %}{{ {"g": t(key="g")} }}"#;
        assert_eq!(keys(template), ["a", "b", "c", "d", "e", "f", "g"]);
    }

    #[test]
    fn what_is_no_call_by_a_key_alone_is_left_out() {
        for template in [
            r#"t(key="a")"#,
            r#"{# {{ t(key="a") }} #}"#,
            r#"{%- raw -%}{{ t(key="a") }}{% set b = 1 %}{% endraw %}"#,
            r#"{{ 'it\'s t(key="a")' }}"#,
            r#"{{ "t(key=\"a\")" }}"#,
            r#"{{ t(key="a", count=1) }}"#,
            r#"{{ t(key="state-" ~ a) }}"#,
            r#"{{ sort(key="a") }}{{ x.t(key="a") }}"#,
            r#"{{ t(key="a"#,
            "{",
        ] {
            assert!(keys(template).is_empty(), "{template}");
        }
    }

    #[test]
    fn calls_after_what_is_left_out_are_found() {
        let template =
            r#"{% raw %}{{ t(key="a") }}{%- endraw -%}{{ t(key="b") }}{# " #}{{ t(key="c") }}"#;
        assert_eq!(keys(template), ["b", "c"]);
    }
}
