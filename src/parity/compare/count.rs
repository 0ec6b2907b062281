//! Headings that count their list: "6 things to remember".

use super::Contrast;
use crate::language::LanguageCode;
use crate::language::counting::leading_count;
use crate::markdown::tree::{Block, BlockKind, Tree};
use crate::parity::difference::{Aspect, Side, Spot};

/// A heading and the only list below it, which does not hold as many items.
struct Miscount<'a> {
    heading: &'a Block,
    list: &'a Block,
    count: u64,
}

impl<'a> Contrast<'a> {
    /// Says which headings count wrongly, in one of the texts or in both. Where heading or list differ
    /// from their counterparts, that has been said and is enough.
    pub(super) fn counts(&mut self, pairs: &[(&'a Block, &'a Block)]) {
        let ours = miscounts(self.left.tree, self.left.language);
        let theirs = miscounts(self.right.tree, self.right.language);
        for (left, right) in pairs {
            let one = ours.iter().find(|one| std::ptr::eq(one.heading, *left));
            let other = theirs.iter().find(|one| std::ptr::eq(one.heading, *right));
            let is_told = self.is_told(Side::Left, one) || self.is_told(Side::Right, other);
            if (one.is_some() || other.is_some()) && !is_told {
                self.push(Aspect::Count, spot(one, left), spot(other, right));
            }
        }
    }

    /// Whether a difference was found in the heading or its list.
    fn is_told(&self, side: Side, miscount: Option<&Miscount>) -> bool {
        let mut starts = self
            .differences
            .iter()
            .map(|found| side.of(found).span.start);
        miscount.is_some_and(|miscount| {
            let [heading, list] = [&miscount.heading.span, &miscount.list.span];
            starts.any(|start| heading.contains(&start) || list.contains(&start))
        })
    }
}

fn spot(miscount: Option<&Miscount>, heading: &Block) -> Spot {
    let found = |miscount: &Miscount| {
        format!(
            "{}, and its list has {} items",
            miscount.count,
            miscount.list.children.len()
        )
    };
    Spot {
        span: heading.span.clone(),
        found: miscount.map(found),
    }
}

fn miscounts<'a>(tree: &'a Tree, language: &LanguageCode) -> Vec<Miscount<'a>> {
    let is_heading = |block: &Block| matches!(block.kind, BlockKind::Heading { .. });
    let sections = tree.blocks.chunk_by(|_, next| !is_heading(next));
    let miscount = |section: &'a [Block]| {
        let (heading, below) = section.split_first()?;
        let mut lists = below
            .iter()
            .filter(|block| matches!(block.kind, BlockKind::List { .. }));
        let list = lists
            .next()
            .filter(|_| lists.next().is_none() && is_heading(heading))?;
        let (_, count) = leading_count(language, &heading.own_text())?;
        let differs = usize::try_from(count) != Ok(list.children.len());
        differs.then_some(Miscount {
            heading,
            list,
            count,
        })
    };
    sections.filter_map(miscount).collect()
}
