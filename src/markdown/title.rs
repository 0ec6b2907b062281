//! Which heading is the title, at which levels the others are shown, and `{#id}` after a heading's words.

use super::GivenTitle;
use super::plain;
use super::sanitise;
use super::tree::{Block, BlockKind, Content, Inline};

/// Settles the title and the shown levels, and gives by how many levels headings are lowered.
///
/// The title is what was given, or the opening heading of level one where nothing was given or it says
/// the same. Other headings are shown one level lower where a page would otherwise have two of level one.
pub(super) fn settle(
    blocks: &mut Vec<Block>,
    footnotes: &[Block],
    given: Option<GivenTitle>,
) -> u8 {
    let opening = blocks
        .first_mut()
        .filter(|block| matches!(block.kind, BlockKind::Heading { level: 1, .. }));
    let opens_with_title = match (&opening, &given) {
        (Some(_), None) => true,
        (Some(heading), Some(given)) => says_the_same(&heading.own_text(), &given.text),
        (None, _) => false,
    };
    let others = blocks.iter().skip(usize::from(opens_with_title));
    let has_title = opens_with_title || given.is_some();
    let lower = u8::from(has_title && others.chain(footnotes).any(has_level_one));
    for block in blocks.iter_mut().skip(usize::from(opens_with_title)) {
        show_lower(block, lower);
    }
    if opens_with_title {
        if let BlockKind::Heading { title, .. } = &mut blocks[0].kind {
            *title = true;
        }
    } else if let Some(given) = given {
        blocks.insert(0, synthetic(given));
    }
    lower
}

/// Where the opening block of a text ends, which alone can be its title: the offset, in bytes, of the first
/// blank line after it. Where the block may depend on what follows, as a reference does on its definition,
/// or be none, as a comment is, that is the text's end.
pub(crate) fn opening_end(text: &str, body_start: usize) -> usize {
    let mut end = body_start;
    let mut lines = text[body_start..].split_inclusive('\n').peekable();
    let is_blank = |line: &str| line.trim().is_empty();
    while let Some(blank) = lines.next_if(|line| is_blank(line)) {
        end += blank.len();
    }
    for line in lines.take_while(|line| !is_blank(line)) {
        if line.contains(['[', '<']) {
            return text.len();
        }
        end += line.len();
    }
    end
}

/// Whether two titles say the same.
pub fn says_the_same(one: &str, other: &str) -> bool {
    says(one) == says(other)
}

/// The words, for the question whether two titles say the same: white space, quotes and case aside.
fn says(title: &str) -> String {
    let words: Vec<String> = title.split_whitespace().map(str::to_lowercase).collect();
    words
        .join(" ")
        .replace(['‘', '’'], "'")
        .replace(['“', '”'], "\"")
}

fn has_level_one(block: &Block) -> bool {
    match &block.kind {
        BlockKind::Heading { level: 1, .. } => true,
        BlockKind::Html { html, .. } => sanitise::has_level_one_heading(html),
        _ => block.children.iter().any(has_level_one),
    }
}

/// Shows the headings of a block, and of those in it, lower.
pub(super) fn show_lower(block: &mut Block, lower: u8) {
    if let BlockKind::Heading { level, shown, .. } = &mut block.kind {
        *shown = (*level + lower).min(6);
    }
    for child in &mut block.children {
        show_lower(child, lower);
    }
}

fn synthetic(given: GivenTitle) -> Block {
    let kind = BlockKind::Heading {
        level: 1,
        shown: 1,
        title: true,
        id: None,
    };
    let mut block = Block::new(kind, given.span.clone());
    block.inlines.push(Inline {
        content: Content::Text(plain::words(given.text.trim()).into_owned()),
        marks: Vec::new(),
        span: given.span,
    });
    block
}

/// Takes `{#id .class}` off the end of a heading's words and keeps the id. Whatever else stands in
/// braces is text.
pub(super) fn take_attributes(heading: &mut Block) {
    let BlockKind::Heading { id, .. } = &mut heading.kind else {
        return;
    };
    let Some(last) = heading.inlines.last_mut() else {
        return;
    };
    let Content::Text(words) = &mut last.content else {
        return;
    };
    let trimmed = words.trim_end();
    let Some(inside) = trimmed
        .strip_suffix('}')
        .and_then(|rest| rest.rsplit_once('{'))
    else {
        return;
    };
    let (before, attributes) = inside;
    if !(before.is_empty() || before.ends_with(char::is_whitespace)) {
        return;
    }
    let Some(found) = attribute_id(attributes) else {
        return;
    };
    *id = found.map(str::to_owned);
    let kept = before.trim_end().len();
    words.truncate(kept);
    if words.is_empty() {
        heading.inlines.pop();
    }
}

/// The id of a list of attributes; `None` where it is not one.
fn attribute_id(attributes: &str) -> Option<Option<&str>> {
    let mut id = None;
    let mut any = false;
    for attribute in attributes.split_whitespace() {
        let (sign, name) = attribute.split_at_checked(1)?;
        if name.is_empty() || name.contains(['#', '"', '{', '}']) {
            return None;
        }
        match sign {
            "#" => id = Some(name),
            "." => {}
            _ => return None,
        }
        any = true;
    }
    any.then_some(id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown::{ParseOptions, parse};
    use crate::source::Source;

    #[test]
    fn the_title_is_found_in_the_opening_alone() {
        for text in [
            "# Leave\n\nText.\n",
            "\n  \n# Leave {#top}\nText at once.\n\n## Part\n",
            "Leave\nand pay\n=======\n\nText.\n",
            "# Leave for [staff][1]\n\nText.\n\n[1]: https://example.org/\n",
            "# Leave[^1]\n\nText.\n\n[^1]: A note.\n",
            "[1]: https://example.org/\n\n# Leave\n",
            "<!-- a note\n\n# Not the title\n-->\n\n# Leave\n",
            "```\ncode\n\n# Not the title\n```\n\n# Leave\n",
            "- a\n\n  # Not the title\n\n# Leave\n",
            "Text.\n\n# Leave\n",
            "",
            "\n",
        ] {
            let end = opening_end(text, 0);
            let title = |text: &str| {
                let source = Source::new("en.md", text);
                parse(&source, 0, None, &ParseOptions::default())
                    .tree
                    .title()
            };
            assert_eq!(title(&text[..end]), title(text), "{text:?}");
        }
    }
}
