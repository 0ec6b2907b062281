//! Where a text says what its links refer to: `[form]: ../form "The form"`.

use std::ops::Range;

use pulldown_cmark::Parser;

use super::build::options;
use super::put_in::ForParser;

/// The definition of what a label refers to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkDefinition {
    /// The label, without its brackets.
    pub label: String,
    /// Where it leads.
    pub target: String,
    /// Where it stands, in bytes.
    pub span: Range<usize>,
    /// Where its title stands, with its quotes, in bytes; nothing where it has none on a line.
    pub title: Option<Range<usize>>,
}

/// The definitions of a text whose body begins at a place, in order.
pub fn link_definitions(text: &str, body_start: usize) -> Vec<LinkDefinition> {
    let body = text.get(body_start..).unwrap_or_default();
    let read = ForParser::new(body, options());
    let parser = Parser::new_ext(read.text(), options());
    let definitions = parser.reference_definitions().iter();
    let mut found: Vec<LinkDefinition> = definitions
        .filter_map(|(label, definition)| {
            let place = read.written(&definition.span);
            let written = body.get(place.clone())?.trim_end();
            let start = body_start + place.start;
            let span = start..start + written.len();
            let title = definition.title.as_ref();
            Some(LinkDefinition {
                label: label.to_owned(),
                target: definition.dest.to_string(),
                title: title.and_then(|_| title_within(written, start)),
                span,
            })
        })
        .collect();
    found.sort_by_key(|definition| definition.span.start);
    found
}

/// The title at the end of a definition that has one and begins at a place: from the last quote before its closing
/// one that is no part of its words.
fn title_within(written: &str, at: usize) -> Option<Range<usize>> {
    let open = match written.chars().last()? {
        ')' => '(',
        quote @ ('"' | '\'') => quote,
        _ => return None,
    };
    let inner = &written[..written.len() - 1];
    let is_escaped = |at: usize| {
        let before = inner[..at].bytes().rev();
        before.take_while(|byte| *byte == b'\\').count() % 2 == 1
    };
    let mut opening = inner.rmatch_indices(open).map(|(at, _)| at);
    let start = opening.find(|&at| !is_escaped(at))?;
    (!written[start..].contains('\n')).then_some(at + start..at + written.len())
}

#[cfg(test)]
mod tests {
    use super::link_definitions;

    #[test]
    fn each_definition_is_found_with_its_title() {
        let text = "Words [a] and [b].\n\n[a]: ../leave \"The \\\"A\\\"\"  \n[b]: <x y> (it's \\( b)\n\n> [c]: /c\n>\n> [d]: /d\n> 'D'\n\n- [e]: /e 'E'\n";
        let found = link_definitions(text, 3);
        let found: Vec<(&str, &str, Option<&str>)> = found
            .iter()
            .map(|it| {
                let title = it.title.clone().map(|title| &text[title]);
                (it.label.as_str(), it.target.as_str(), title)
            })
            .collect();
        let expected = [
            ("a", "../leave", Some("\"The \\\"A\\\"\"")),
            ("b", "x y", Some("(it's \\( b)")),
            ("c", "/c", None),
            ("d", "/d", Some("'D'")),
            ("e", "/e", Some("'E'")),
        ];
        assert_eq!(found, expected);
    }
}
