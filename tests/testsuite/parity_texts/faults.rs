//! Faults put into a text, each of a kind that translations really have.

use std::ops::Range;

use canllaw::markdown::tree::{Block, BlockKind, Content, Mark};
use canllaw::parity;

use super::{Chance, LanguageFile};

/// A text with a fault in it.
pub struct Fault {
    pub kind: &'static str,
    pub text: String,
    /// Where it is to be found in the left text: bytes.
    pub left: Range<usize>,
    /// And in the right text, with the fault in it.
    pub right: Range<usize>,
}

type Maker = fn(&LanguageFile, &LanguageFile, &mut Chance) -> Option<Fault>;

/// Every kind of fault there is.
pub const MAKERS: [(&str, Maker); 8] = [
    ("block dropped", block_dropped),
    ("number or date changed", number_changed),
    ("link changed", link_changed),
    ("heading lowered", heading_lowered),
    ("list item added", item_added),
    ("paragraphs swapped", paragraphs_swapped),
    (
        "paragraph left in the other language",
        paragraph_untranslated,
    ),
    ("row dropped", row_dropped),
];

/// The pairs of the two texts for which `fits` holds of the right block.
fn pairs<'a>(
    left: &'a LanguageFile,
    right: &'a LanguageFile,
    fits: impl Fn(&Block) -> bool,
) -> Vec<(&'a Block, &'a Block)> {
    let mut pairs = parity::pairs((&left.language, &left.tree), (&right.language, &right.tree));
    pairs.retain(|(one, other)| one.kind_name() == other.kind_name() && fits(other));
    pairs
}

trait KindName {
    fn kind_name(&self) -> std::mem::Discriminant<BlockKind>;
}

impl KindName for Block {
    fn kind_name(&self) -> std::mem::Discriminant<BlockKind> {
        std::mem::discriminant(&self.kind)
    }
}

fn replaced(
    kind: &'static str,
    file: &LanguageFile,
    span: Range<usize>,
    with: &str,
    places: (&Block, &Block),
) -> Option<Fault> {
    let text = file.source.text();
    let changed = format!("{}{with}{}", &text[..span.start], &text[span.end..]);
    let right = places.1.span.start..(places.1.span.end + with.len()).saturating_sub(span.len());
    Some(Fault {
        kind,
        text: changed,
        left: places.0.span.clone(),
        right,
    })
}

/// Whether the block stands at the top of the text, in its body.
fn is_droppable(file: &LanguageFile, block: &Block) -> bool {
    let is_top = file.tree.blocks.iter().any(|top| std::ptr::eq(top, block));
    let is_title = matches!(block.kind, BlockKind::Heading { title: true, .. });
    is_top && !is_title && !matches!(block.kind, BlockKind::Footnote { .. })
}

fn block_dropped(left: &LanguageFile, right: &LanguageFile, chance: &mut Chance) -> Option<Fault> {
    let pairs = pairs(left, right, |block| is_droppable(right, block));
    let (one, other) = chance.pick(&pairs)?;
    let mut fault = replaced("block dropped", right, other.span.clone(), "", (one, other))?;
    fault.right = other.span.start..other.span.start + 1;
    Some(fault)
}

fn number_changed(left: &LanguageFile, right: &LanguageFile, chance: &mut Chance) -> Option<Fault> {
    let pairs = pairs(left, right, |_| true);
    let mut digits = Vec::new();
    for (one, other) in pairs {
        let links = link_indices(other);
        for inline in &other.inlines {
            let Content::Text(words) = &inline.content else {
                continue;
            };
            let is_address = words.contains("://") || words.contains('@') || words.contains("](");
            let is_link = inline.marks.iter().any(|mark| links.contains(mark));
            let written = &right.source.text()[inline.span.clone()];
            // A number that the other text does not have is no fact of both.
            let shared = |digit: &str| one.own_text().contains(digit);
            for (at, digit) in written.match_indices(|c: char| c.is_ascii_digit()) {
                let entity = written[..at].ends_with('#');
                if !is_address && !is_link && !entity && shared(digit) {
                    let at = inline.span.start + at;
                    digits.push((at..at + 1, digit, one, other));
                }
            }
        }
    }
    let (span, digit, one, other) = chance.pick(&digits)?;
    let new = match digit {
        "9" | "0" => "1".to_owned(),
        digit => (digit.parse::<u8>().ok()? + 1).to_string(),
    };
    replaced("number or date changed", right, span, &new, (one, other))
}

fn link_indices(block: &Block) -> Vec<usize> {
    let marks = block.marks.iter().enumerate();
    let links = marks.filter(|(_, mark)| matches!(mark, Mark::Link { .. }));
    links.map(|(index, _)| index).collect()
}

fn link_changed(left: &LanguageFile, right: &LanguageFile, chance: &mut Chance) -> Option<Fault> {
    let text = right.source.text();
    let mut targets = Vec::new();
    for (one, other) in pairs(left, right, |block| !block.marks.is_empty()) {
        let links = |block: &Block| link_indices(block).len();
        for index in link_indices(other)
            .into_iter()
            .filter(|_| links(one) == links(other))
        {
            let Mark::Link { target, .. } = &other.marks[index] else {
                continue;
            };
            let written = format!("]({target}");
            let body = &text[other.span.clone()];
            targets.extend(body.match_indices(&written).map(|(at, _)| {
                let at = other.span.start + at + 2;
                (at..at + target.len(), one, other)
            }));
        }
    }
    let (span, one, other) = chance.pick(&targets)?;
    let new = chance.pick(&[
        "https://example.org/elsewhere",
        "../../elsewhere",
        "doc:policy/elsewhere",
    ])?;
    replaced("link changed", right, span, new, (one, other))
}

fn heading_lowered(
    left: &LanguageFile,
    right: &LanguageFile,
    chance: &mut Chance,
) -> Option<Fault> {
    let text = right.source.text();
    let pairs = pairs(left, right, |block| {
        let is_lowerable = matches!(
            block.kind,
            BlockKind::Heading {
                level: 1..=5,
                title: false,
                ..
            }
        );
        is_lowerable && text[block.span.clone()].starts_with('#')
    });
    let (one, other) = chance.pick(&pairs)?;
    let at = other.span.start;
    replaced("heading lowered", right, at..at, "#", (one, other))
}

fn item_added(left: &LanguageFile, right: &LanguageFile, chance: &mut Chance) -> Option<Fault> {
    let text = right.source.text();
    let pairs = pairs(left, right, |block| {
        matches!(block.kind, BlockKind::ListItem { .. }) && is_at_line_start(text, block.span.start)
    });
    let (one, other) = chance.pick(&pairs)?;
    let written = &text[other.span.clone()];
    let marker = written.split(' ').next()?;
    let words: Vec<&str> = text
        .split_whitespace()
        .filter(|word| word.chars().all(char::is_alphabetic))
        .collect();
    let words: Vec<&str> = (0..9).filter_map(|_| chance.pick(&words)).collect();
    let item = format!("{marker} {}\n", words.join(" "));
    let at = other.span.start;
    let mut fault = replaced("list item added", right, at..at, &item, (one, other))?;
    // An item among its like: the one before it will do as well.
    fault.right = at..at + item.len() + written.len();
    Some(fault)
}

fn is_at_line_start(text: &str, at: usize) -> bool {
    at == 0 || text[..at].ends_with('\n')
}

fn paragraphs_swapped(
    left: &LanguageFile,
    right: &LanguageFile,
    chance: &mut Chance,
) -> Option<Fault> {
    let is_paragraph =
        |block: &Block| matches!(block.kind, BlockKind::Paragraph) && block.own_text().len() > 20;
    let pairs = pairs(left, right, |block| is_droppable(right, block));
    let neighbours: Vec<_> = pairs
        .windows(2)
        .filter(|pair| is_paragraph(pair[0].1) && is_paragraph(pair[1].1))
        .map(|pair| (pair[0], pair[1]))
        .collect();
    let (first, second) = chance.pick(&neighbours)?;
    let text = right.source.text();
    let (a, b) = (first.1.span.clone(), second.1.span.clone());
    let swapped = format!(
        "{}\n\n{}\n",
        text[b.clone()].trim_end(),
        text[a.clone()].trim_end()
    );
    let mut fault = replaced(
        "paragraphs swapped",
        right,
        a.start..b.end,
        &swapped,
        (first.0, first.1),
    )?;
    fault.left = first.0.span.start..second.0.span.end;
    fault.right = a.start..a.start + swapped.len();
    Some(fault)
}

fn paragraph_untranslated(
    left: &LanguageFile,
    right: &LanguageFile,
    chance: &mut Chance,
) -> Option<Fault> {
    let pairs = pairs(left, right, |block| {
        matches!(block.kind, BlockKind::Paragraph)
            && is_droppable(right, block)
            && block.own_text().len() > 40
    });
    let pairs: Vec<_> = pairs
        .into_iter()
        .filter(|(one, other)| one.own_text() != other.own_text())
        .collect();
    let (one, other) = chance.pick(&pairs)?;
    let words = left.source.text()[one.span.clone()].to_owned();
    replaced(
        "paragraph left in the other language",
        right,
        other.span.clone(),
        &words,
        (one, other),
    )
}

fn row_dropped(left: &LanguageFile, right: &LanguageFile, chance: &mut Chance) -> Option<Fault> {
    let pairs = pairs(left, right, |block| {
        matches!(block.kind, BlockKind::TableRow { header: false })
    });
    let (one, other) = chance.pick(&pairs)?;
    let text = right.source.text();
    let end = text[other.span.start..]
        .find('\n')
        .map_or(text.len(), |at| other.span.start + at + 1);
    let mut fault = replaced(
        "row dropped",
        right,
        other.span.start..end,
        "",
        (one, other),
    )?;
    fault.right = other.span.start..other.span.start + 1;
    Some(fault)
}
