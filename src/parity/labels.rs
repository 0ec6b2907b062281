//! Legal labels in two languages: `5.2 i.`, `(a)`; (ch) is to Welsh what (d) is to English.

use crate::language::LanguageCode;
use crate::language::order::alphabet;
use crate::markdown::tree::Tree;

/// How a text letters its clauses.
pub(super) struct Lettering {
    /// The letters in their order, small.
    alphabet: Vec<String>,
    /// Whether it uses a letter that English does not have, and so counts by its own alphabet.
    is_own: bool,
}

impl Lettering {
    /// The lettering of a text.
    pub fn of(tree: &Tree, language: &LanguageCode) -> Lettering {
        let alphabet: Vec<_> = alphabet(language)
            .iter()
            .map(|letter| letter.to_lowercase())
            .collect();
        let mut is_own = false;
        tree.walk(&mut |block| {
            let parts = block.label.iter().flat_map(|label| parts(label));
            is_own |= { parts }.any(|part| part.len() > 1 && alphabet.contains(&part));
        });
        Lettering { alphabet, is_own }
    }

    fn position(&self, letter: &str) -> Option<usize> {
        self.alphabet.iter().position(|one| one == letter)
    }
}

/// Whether two labels, each in its text's lettering, stand for the same place.
pub(super) fn same(left: (&str, &Lettering), right: (&str, &Lettering)) -> bool {
    let (ours, theirs) = (parts(left.0), parts(right.0));
    let both = ours.iter().zip(&theirs);
    ours.len() == theirs.len() && { both }
        .all(|(one, other)| same_part((one, left.1), (other, right.1)))
}

fn same_part((one, left): (&str, &Lettering), (other, right): (&str, &Lettering)) -> bool {
    let counts_alike = left.is_own == right.is_own;
    if one == other && (counts_alike || is_numeral(one)) {
        return true;
    }
    let position = left.position(one);
    !counts_alike && position.is_some() && position == right.position(other)
}

/// Whether a part is a number, in digits or as the Romans wrote it.
fn is_numeral(part: &str) -> bool {
    part.bytes()
        .all(|byte| byte.is_ascii_digit() || b"ivxlc".contains(&byte))
}

/// The numbers and letters of a label, in small letters.
fn parts(label: &str) -> Vec<String> {
    let label = label.to_lowercase();
    let parts = label.split(|c: char| !c.is_alphanumeric());
    parts
        .filter(|part| !part.is_empty())
        .map(str::to_owned)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown::tree::{Block, BlockKind};

    fn text(language: &str, labels: &[&str]) -> Lettering {
        let blocks = labels.iter().map(|label| {
            let mut block = Block::new(BlockKind::Paragraph, 0..0);
            block.label = Some((*label).to_owned());
            block
        });
        let tree = Tree {
            blocks: blocks.collect(),
        };
        Lettering::of(&tree, &LanguageCode::parse(language).unwrap())
    }

    #[test]
    fn welsh_letters_stand_for_the_english_ones_at_their_place() {
        let english = text("en", &["(a)", "(b)", "(c)", "(d)", "(e)"]);
        let welsh = text("cy", &["(a)", "(b)", "(c)", "(ch)", "(d)"]);
        for (one, other, equal) in [
            ("(c)", "(c)", true),
            ("(d)", "(ch)", true),
            ("(e)", "(d)", true),
            ("(d)", "(d)", false),
            ("(e)", "(ch)", false),
            ("5.2 i.", "5.2 i.", true),
            ("5.2 i.", "5.2 ii.", false),
            ("5.2", "5.2 (a)", false),
        ] {
            assert_eq!(
                same((one, &english), (other, &welsh)),
                equal,
                "{one} {other}"
            );
        }
    }

    #[test]
    fn a_welsh_text_may_letter_as_english_does() {
        let english = text("en", &["(a)", "(d)"]);
        let welsh = text("cy", &["(a)", "(d)"]);
        assert!(same(("(d)", &english), ("(d)", &welsh)));
        assert!(!same(("(d)", &english), ("(e)", &welsh)));
    }
}
