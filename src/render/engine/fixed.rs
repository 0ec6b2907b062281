//! Strings that say the same on every page, put into the templates before they are compiled: a call of
//! `t(key="…")` for each of them on each page would be a third of what templates cost.

mod calls;
mod tags;

use std::ops::Range;

use crate::markdown::escape;

/// Where the text of a template that was compiled differs from the template as it is written.
#[derive(Debug, Default)]
pub(super) struct Places(Vec<Replaced>);

/// A call, and what stands in its place.
#[derive(Debug)]
struct Replaced {
    written: Range<usize>,
    compiled: Range<usize>,
}

impl Places {
    /// The stretch of the template as written that a stretch of the compiled one stands for.
    pub fn as_written(&self, compiled: &Range<usize>) -> Range<usize> {
        self.offset_as_written(compiled.start)..self.offset_as_written(compiled.end)
    }

    fn offset_as_written(&self, at: usize) -> usize {
        let before = self
            .0
            .partition_point(|replaced| replaced.compiled.start <= at);
        match before.checked_sub(1).and_then(|last| self.0.get(last)) {
            None => at,
            Some(replaced) if at < replaced.compiled.end => replaced.written.start,
            Some(replaced) => at - replaced.compiled.end + replaced.written.end,
        }
    }
}

/// A template with the strings that are fixed in the place of the calls for them, and where they are: as a part
/// of its text where a tag is nothing but the call, and else as literals.
pub(super) fn put_in<'s>(
    template: &str,
    fixed: impl Fn(&str) -> Option<&'s str>,
) -> (String, Places) {
    let mut text = String::with_capacity(template.len());
    let mut places = Places::default();
    let mut written = 0;
    for (call, key) in calls::without_variables(template) {
        let Some(words) = fixed(key) else {
            continue;
        };
        let tag = tags::to_be_text(template, &call, words);
        let replaced = tag.clone().unwrap_or(call);
        text += &template[written..replaced.start];
        let start = text.len();
        match tag {
            Some(_) => escape::anywhere(words, |part| text += part),
            None => push_literal(&mut text, words),
        }
        written = replaced.end;
        places.0.push(Replaced {
            written: replaced,
            compiled: start..text.len(),
        });
    }
    text += &template[written..];
    (text, places)
}

fn push_literal(text: &mut String, words: &str) {
    text.push('"');
    for letter in words.chars() {
        if matches!(letter, '"' | '\\') {
            text.push('\\');
        }
        text.push(letter);
    }
    text.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fixed(key: &str) -> Option<&'static str> {
        match key {
            "a" => Some("Say \"a\\b\""),
            "long-name" => Some("x"),
            _ => None,
        }
    }

    #[test]
    fn fixed_strings_are_put_in_as_literals() {
        let template = r#"t(key="a") {{ t(key="a") ~ t(key="count", count=1) ~ t(key="none") }}"#;
        let (text, _) = put_in(template, fixed);
        assert_eq!(
            text,
            r#"t(key="a") {{ "Say \"a\\b\"" ~ t(key="count", count=1) ~ t(key="none") }}"#
        );
    }

    #[test]
    fn a_tag_that_is_nothing_but_a_call_becomes_a_part_of_the_text() {
        let template = r#"<b>{{ t(key="a") }}</b>{{ t(key="none") }}"#;
        let (text, _) = put_in(template, fixed);
        assert_eq!(text, r#"<b>Say &quot;a\b&quot;</b>{{ t(key="none") }}"#);
    }

    #[test]
    fn places_are_those_of_the_template_as_written() {
        let template = r#"{{ t(key="long-name") ~ b }}{{ t(key="long-name") }} {{ c }}"#;
        let (text, places) = put_in(template, fixed);
        assert_eq!(text, r#"{{ "x" ~ b }}x {{ c }}"#);
        for part in ["b", "c", "{{ c }}"] {
            let at = |text: &str| text.rfind(part).map(|at| at..at + part.len()).unwrap();
            assert_eq!(places.as_written(&at(&text)), at(template), "{part}");
        }
        let call = template.find('t').unwrap()..template.find(" ~").unwrap();
        assert_eq!(places.as_written(&(3..6)), call);
    }
}
