//! Sections that one text lacks as a whole.

use crate::markdown::tree::Block;
use crate::parity::difference::Side;
use crate::parity::meeting::{Meeting, section_length};

/// How a block that stands alone is told.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Told {
    /// By itself.
    Itself,
    /// As the section that it opens, which stands alone as a whole.
    AsSection,
    /// With that section.
    WithSection,
}

/// How each of some meetings is told where it stands alone.
pub(super) fn told(meetings: &[Meeting<'_>]) -> Vec<Told> {
    let mut told = vec![Told::Itself; meetings.len()];
    for side in [Side::Left, Side::Right] {
        let meetings = meetings.iter().enumerate();
        let of_side: Vec<(usize, &Block, bool)> = meetings
            .filter_map(|(at, meeting)| {
                let (block, is_alone) = block(meeting, side)?;
                Some((at, block, is_alone))
            })
            .collect();
        let mut first = 0;
        while first < of_side.len() {
            let blocks = of_side[first..].iter().map(|(_, block, _)| *block);
            let length = of_side[first].2.then(|| section_length(blocks)).flatten();
            let section = &of_side[first..first + length.unwrap_or(1)];
            if length.is_some() && section.iter().all(|(_, _, is_alone)| *is_alone) {
                section
                    .iter()
                    .for_each(|(at, ..)| told[*at] = Told::WithSection);
                told[section[0].0] = Told::AsSection;
                first += section.len();
            } else {
                first += 1;
            }
        }
    }
    told
}

/// The block that a text has in a meeting, and whether it stands alone.
fn block<'a>(meeting: &Meeting<'a>, side: Side) -> Option<(&'a Block, bool)> {
    match (meeting, side) {
        (Meeting::Pair(pair), Side::Left) => Some((pair.left, false)),
        (Meeting::Pair(pair), Side::Right) => Some((pair.right, false)),
        (Meeting::Left(block), Side::Left) | (Meeting::Right(block), Side::Right) => {
            Some((block, true))
        }
        _ => None,
    }
}
