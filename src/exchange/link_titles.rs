//! What a translation calls the places that its links refer to (`[form]: ../form "Y ffurflen"`): no unit holds it.

use std::collections::HashMap;
use std::ops::Range;

use super::replaced::replaced;
use crate::markdown::front_matter::body_start;
use crate::markdown::{LinkDefinition, link_definitions};
use crate::source::Source;

/// A text that was made of the source with its units translated, with the titles of links that the translation has
/// there already for the same places.
pub(super) fn keep(text: String, before: Option<&Source>) -> String {
    let Some(before) = before else {
        return text;
    };
    let own = definitions(before).into_iter();
    let own: HashMap<(String, String), Range<usize>> = own
        .filter_map(|definition| Some((place(&definition), definition.title?)))
        .collect();
    let mut titles = Vec::new();
    for definition in definitions(&Source::new("", text.as_str())) {
        if let Some(title) = own.get(&place(&definition)) {
            let title = &before.text()[title.clone()];
            let end = definition.span.end;
            titles.push(match definition.title {
                Some(at) => (at, title.to_owned()),
                None => (end..end, format!(" {title}")),
            });
        }
    }
    replaced(&text, titles.iter().map(|(at, title)| (at, &**title)))
}

/// What a definition is known by in another text: its label and where it leads.
fn place(definition: &LinkDefinition) -> (String, String) {
    (definition.label.to_lowercase(), definition.target.clone())
}

fn definitions(source: &Source) -> Vec<LinkDefinition> {
    link_definitions(source.text(), body_start(source))
}

#[cfg(test)]
mod tests {
    use super::keep;
    use crate::source::Source;

    #[test]
    fn the_title_of_a_link_to_the_same_place_is_kept() {
        let before =
            "---\ntitle: T\n---\n[R]: ../r \"Teitl\"\n[s]: ../s 'S'\n[t]: ../t (T)\n[u]: ../u\n";
        let text = "[r]: ../r \"Title\"\n[s]: ../s\n[t]: ../other \"Other\"\n[u]: ../u \"U\"\n";
        let kept = keep(text.to_owned(), Some(&Source::new("cy.md", before)));
        assert_eq!(
            kept,
            "[r]: ../r \"Teitl\"\n[s]: ../s 'S'\n[t]: ../other \"Other\"\n[u]: ../u \"U\"\n"
        );
    }
}
