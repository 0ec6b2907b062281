//! Tables, lists and headings in raw HTML.

use super::{Contrast, shape};
use crate::markdown::between_tags;
use crate::markdown::tree::{Block, BlockKind};
use crate::parity::difference::{Aspect, Spot};

impl<'a> Contrast<'a> {
    /// What differs in the shape of two blocks of raw HTML, where both have tables, lists, headings.
    pub(super) fn html_shape(&mut self, left: &'a Block, right: &'a Block) {
        let (BlockKind::Html { written, .. }, BlockKind::Html { written: other, .. }) =
            (&left.kind, &right.kind)
        else {
            return;
        };
        let (ours, theirs) = (
            between_tags::elements(written),
            between_tags::elements(other),
        );
        let spot = |block: &Block, found: String| Spot {
            found: Some(found),
            ..shape::whole(block)
        };
        for (element, aspect, noun) in [("tr", Aspect::Rows, "row"), ("li", Aspect::Items, "item")]
        {
            let count = |elements: &[String]| elements.iter().filter(|one| *one == element).count();
            let (one, other) = (count(&ours), count(&theirs));
            if one != other && one.min(other) > 0 {
                let [one, other] = [one, other].map(|count| counted(count, noun));
                self.push(aspect, spot(left, one), spot(right, other));
            }
        }
        let (ours, theirs) = (levels(&ours), levels(&theirs));
        let mut both = ours.iter().zip(&theirs);
        if ours.len() == theirs.len()
            && let Some((one, other)) = both.find(|(one, other)| one != other)
        {
            let (one, other) = (one.to_string(), other.to_string());
            self.push(Aspect::HeadingLevel, spot(left, one), spot(right, other));
        }
    }
}

fn counted(count: usize, noun: &str) -> String {
    match count {
        1 => format!("1 {noun}"),
        count => format!("{count} {noun}s"),
    }
}

/// The levels of headings among elements, in their order.
fn levels(elements: &[String]) -> Vec<u8> {
    let level = |name: &String| match name.as_bytes() {
        [b'h', level @ b'1'..=b'6'] => Some(level - b'0'),
        _ => None,
    };
    elements.iter().filter_map(level).collect()
}
