//! What a translation calls the places that its links refer to (`[form]: ../form "Y ffurflen"`): no unit holds it.

use crate::markdown::front_matter::split;
use crate::markdown::{LinkDefinition, link_definitions};
use crate::source::Source;

/// A text that was made of the source with its units translated, with the titles of links that the translation has
/// there already for the same places.
pub(super) fn keep(text: String, before: Option<&Source>) -> String {
    let Some(before) = before else {
        return text;
    };
    let own = definitions(before);
    let source = Source::new("", text.as_str());
    let mut kept = text;
    for definition in definitions(&source).iter().rev() {
        let is_same = |it: &&LinkDefinition| {
            it.label.to_lowercase() == definition.label.to_lowercase()
                && it.target == definition.target
        };
        let counterpart = own.iter().find(is_same);
        let Some(title) = counterpart.and_then(|it| it.title.clone()) else {
            continue;
        };
        let title = &before.text()[title];
        match &definition.title {
            Some(at) => kept.replace_range(at.clone(), title),
            None => kept.insert_str(definition.span.end, &format!(" {title}")),
        }
    }
    kept
}

fn definitions(source: &Source) -> Vec<LinkDefinition> {
    let front_matter = split(source).ok().flatten();
    let body_start = front_matter.map_or(0, |found| found.body_start);
    link_definitions(source.text(), body_start)
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
