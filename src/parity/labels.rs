//! Legal labels in two languages: `5.2 i.`, `(a)`; (ch) is to Welsh what (d) is to English.

use std::collections::HashMap;

use crate::language::LanguageCode;
use crate::language::order::alphabet;
use crate::markdown::tree::{Block, Tree};

/// How a text letters its clauses.
#[derive(Debug, Default)]
pub(super) struct Lettering {
    /// The language of the text.
    language: Option<LanguageCode>,
    /// The letters in their order, small.
    alphabet: Vec<String>,
    /// Whether it uses a letter that English does not have, and so counts by its own alphabet.
    is_own: bool,
    /// Whether its letters go on after (c) as those of English do.
    is_english: bool,
    /// What each label says whatever the alphabet, by its block.
    places: HashMap<*const Block, Place>,
}

/// What a label says whatever the alphabet: "5.2 the fourth letter".
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Place {
    /// What comes before its last part.
    before: Vec<String>,
    last: Part,
}

/// The last part of a label.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Part {
    /// The place of a letter in the alphabet, from 1.
    Letter(usize),
    /// A number as the Romans wrote it.
    Roman(usize),
    /// A number in digits, or a letter that the alphabet lacks.
    Other(String),
}

impl Lettering {
    /// The lettering of a text.
    pub fn of(tree: &Tree, language: &LanguageCode) -> Lettering {
        let alphabet: Vec<_> = alphabet(language)
            .iter()
            .map(|letter| letter.to_lowercase())
            .collect();
        let (mut is_own, mut has_d) = (false, false);
        tree.walk(&mut |block| {
            for part in block.label.iter().flat_map(|label| parts(label)) {
                is_own |= part.len() > 1 && alphabet.contains(&part);
                has_d |= part == "d";
            }
        });
        let mut lettering = Lettering {
            language: Some(language.clone()),
            alphabet,
            is_own,
            is_english: has_d && !is_own,
            places: HashMap::new(),
        };
        lettering.read(&tree.blocks);
        lettering
    }

    /// The language of the text.
    pub fn language(&self) -> Option<&LanguageCode> {
        self.language.as_ref()
    }

    /// What the label of a block of the text says, if it has one.
    pub fn place(&self, block: &Block) -> Option<&Place> {
        self.places.get(&std::ptr::from_ref(block))
    }

    /// Reads the labels of blocks that stand beside each other: (i) is a letter after (h), and a number before (ii).
    fn read(&mut self, siblings: &[Block]) {
        let labelled: Vec<(&Block, Vec<String>)> = siblings
            .iter()
            .filter_map(|block| Some((block, parts(block.label.as_ref()?))))
            .collect();
        let mut last = None;
        for (at, (block, parts)) in labelled.iter().enumerate() {
            let Some((part, before)) = parts.split_last() else {
                continue;
            };
            let next = labelled.get(at + 1).and_then(|(_, parts)| parts.last());
            let part = self.part(part, last.as_ref(), next.map(String::as_str));
            last = Some(part.clone());
            let before = before.to_vec();
            let place = Place { before, last: part };
            self.places.insert(std::ptr::from_ref(*block), place);
        }
        for block in siblings {
            self.read(&block.children);
        }
    }

    /// What the last part of a label says, after the one before it and before the next.
    fn part(&self, part: &str, before: Option<&Part>, next: Option<&str>) -> Part {
        let letter = self.position(part).map(|position| position + 1);
        let roman = roman(part);
        let follows = match before {
            Some(Part::Letter(before)) if letter == Some(before + 1) => letter.map(Part::Letter),
            Some(Part::Roman(before)) if roman == Some(before + 1) => roman.map(Part::Roman),
            _ => None,
        };
        let opens =
            (part == "i" && (follows.is_none() || next == Some("ii"))).then_some(Part::Roman(1));
        opens
            .or(follows)
            .or(letter.map(Part::Letter))
            .or(roman.map(Part::Roman))
            .unwrap_or_else(|| Part::Other(part.to_owned()))
    }

    fn position(&self, part: &str) -> Option<usize> {
        match (self.is_own, part.as_bytes()) {
            (true, _) => self.alphabet.iter().position(|one| one == part),
            (false, [letter @ b'a'..=b'z']) => Some(usize::from(letter - b'a')),
            (false, _) => None,
        }
    }
}

impl Place {
    /// A name that another label has only where it says the same.
    pub fn name(&self) -> String {
        let last = match &self.last {
            Part::Letter(place) => format!("#{place}"),
            Part::Roman(number) => format!("~{number}"),
            Part::Other(part) => part.clone(),
        };
        [self.before.join("."), last].join(".")
    }

    /// The place of its last letter in the alphabet, from 1.
    pub fn letter(&self) -> Option<usize> {
        match self.last {
            Part::Letter(place) => Some(place),
            _ => None,
        }
    }
}

/// Whether the labels of two blocks, each in its text's lettering, stand for the same place.
pub(super) fn same(left: (&Block, &Lettering), right: (&Block, &Lettering)) -> bool {
    let [ours, theirs] = [left, right].map(|(block, lettering)| lettering.place(block));
    if ours == theirs {
        return true;
    }
    // Where one letter stands alone, (i) may be read as another than it was meant.
    let written = |block: &Block| block.label.as_deref().map(parts);
    let both = (written(left.0), written(right.0));
    let counts_alike = left.1.is_own == right.1.is_own;
    let is_numeral = |parts: &Vec<String>| parts.last().is_some_and(|part| is_numeral(part));
    both.0 == both.1 && (counts_alike || both.0.as_ref().is_some_and(is_numeral))
}

/// Whether two small letters, in references of two texts, can stand for the same place. What is written alike can: it
/// may be a number, or a letter of an Act. Where nothing says by which alphabet a text counts, it may be either.
pub(super) fn same_letter(
    (one, ours): (&str, &Lettering),
    (other, theirs): (&str, &Lettering),
) -> bool {
    let places = |letter: &str, lettering: &Lettering| {
        let own = lettering.alphabet.iter().position(|one| one == letter);
        let english = match letter.as_bytes() {
            [letter @ b'a'..=b'z'] => Some(usize::from(letter - b'a')),
            _ => None,
        };
        [
            own.filter(|_| !lettering.is_english || letter.len() > 1),
            english.filter(|_| !lettering.is_own),
        ]
    };
    let places = [places(one, ours), places(other, theirs)];
    let mut of_one = places[0].iter().flatten();
    one == other || of_one.any(|place| places[1].contains(&Some(*place)))
}

/// Whether a part is a number, in digits or as the Romans wrote it.
fn is_numeral(part: &str) -> bool {
    part.bytes()
        .all(|byte| byte.is_ascii_digit() || b"ivxlc".contains(&byte))
}

/// The value of a number as the Romans wrote it, up to those that clauses have.
fn roman(part: &str) -> Option<usize> {
    let value = |byte| match byte {
        b'i' => Some(1),
        b'v' => Some(5),
        b'x' => Some(10),
        b'l' => Some(50),
        b'c' => Some(100),
        _ => None,
    };
    let digits: Option<Vec<usize>> = part.bytes().map(value).collect();
    let digits = digits.filter(|digits| !digits.is_empty())?;
    let sum: usize = digits.iter().sum();
    // One that stands before a greater one is taken from it.
    let less = digits.windows(2).filter(|pair| pair[0] < pair[1]);
    let taken: usize = less.map(|pair| 2 * pair[0]).sum();
    sum.checked_sub(taken)
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
    use crate::markdown::tree::BlockKind;

    fn tree(labels: &[&str]) -> Tree {
        let blocks = labels.iter().map(|label| {
            let mut block = Block::new(BlockKind::Paragraph, 0..0);
            block.label = Some((*label).to_owned());
            block
        });
        Tree {
            blocks: blocks.collect(),
        }
    }

    /// For each label of one text, the labels of the other that stand for the same place.
    fn same_in(
        (language, labels): (&str, &[&'static str]),
        (other, others): (&str, &[&'static str]),
    ) -> Vec<Vec<&'static str>> {
        let (ours, theirs) = (tree(labels), tree(others));
        let lettering = |tree, code| Lettering::of(tree, &LanguageCode::parse(code).unwrap());
        let [left, right] = [lettering(&ours, language), lettering(&theirs, other)];
        let of = |block| {
            let both = theirs.blocks.iter().zip(others);
            let found = both.filter(|(there, _)| same((block, &left), (there, &right)));
            found.map(|(_, label)| *label).collect()
        };
        ours.blocks.iter().map(of).collect()
    }

    #[test]
    fn welsh_letters_stand_for_the_english_ones_at_their_place() {
        let welsh = [
            "(a)", "(b)", "(c)", "(ch)", "(d)", "(dd)", "(e)", "(f)", "(ff)", "(g)", "(ng)", "(h)",
            "(i)", "(j)",
        ];
        let english = [
            "(a)", "(b)", "(c)", "(d)", "(e)", "(f)", "(g)", "(h)", "(i)", "(j)", "(k)", "(l)",
            "(m)", "(n)",
        ];
        let found = same_in(("en", &english), ("cy", &welsh));
        let expected: Vec<_> = welsh.iter().map(|label| vec![*label]).collect();
        // What is written alike may have been lettered by hand.
        assert_eq!(found[..8], expected[..8]);
        assert!(
            found
                .iter()
                .zip(&welsh)
                .all(|(found, label)| found.contains(label))
        );
    }

    #[test]
    fn numbers_are_the_same_in_every_alphabet() {
        let welsh = ["5.2 i.", "(ii)", "5.2", "5.2 (a)", "(ch)"];
        let english = ["5.2 i.", "(ii)", "5.2", "5.2 (a)", "(d)"];
        let found = same_in(("en", &english), ("cy", &welsh));
        assert_eq!(found, welsh.map(|label| vec![label]));
    }

    #[test]
    fn a_welsh_text_may_letter_as_english_does() {
        let labels = ["(a)", "(d)", "(e)"];
        let found = same_in(("en", &labels), ("cy", &labels));
        assert_eq!(found, labels.map(|label| vec![label]));
    }

    #[test]
    fn a_letter_that_is_a_number_too_is_what_its_neighbours_are() {
        let labels = ["(g)", "(h)", "(i)", "(j)", "(i)", "(ii)", "(iii)", "(iv)"];
        let tree = tree(&labels);
        let lettering = Lettering::of(&tree, &LanguageCode::parse("en").unwrap());
        let blocks = tree.blocks.iter();
        let names: Vec<_> = blocks
            .map(|block| lettering.place(block).unwrap().name())
            .collect();
        assert_eq!(
            names,
            [".#7", ".#8", ".#9", ".#10", ".~1", ".~2", ".~3", ".~4"]
        );
    }
}
