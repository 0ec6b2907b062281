//! What is no word in a unit, held against its translation: a mark that a translator dropped, or has twice.
//!
//! It is told and not refused. A draft is there to be mended, `check` and `publish` hold its languages against
//! each other anyway, and a mark may rightly be another: each language has its own emphasis.

use std::collections::BTreeMap;

use super::units::Piece;

/// A mark that a unit has more or less often than its source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Miscounted {
    /// The mark, as written.
    pub mark: String,
    /// How often the source has it.
    pub in_source: usize,
    /// How often the translation has it.
    pub in_target: usize,
}

/// The marks that a translation has more or less often than its source.
pub(super) fn miscounted(source: &[Piece], target: &[Piece]) -> Vec<Miscounted> {
    let mut counts: BTreeMap<String, Miscounted> = BTreeMap::new();
    let mut count = |pieces: &[Piece], add: fn(&mut Miscounted)| {
        for mark in pieces.iter().flat_map(marks) {
            let counted = counts.entry(kind(&mark)).or_insert(Miscounted {
                mark,
                in_source: 0,
                in_target: 0,
            });
            add(counted);
        }
    };
    count(source, |counted| counted.in_source += 1);
    count(target, |counted| counted.in_target += 1);
    let all = counts.into_values();
    all.filter(|it| it.in_source != it.in_target).collect()
}

/// What two marks share that stand for the same: where a link leads, and what is in code, may be another in
/// each language.
fn kind(mark: &str) -> String {
    match mark.as_bytes() {
        [b']', b'(', ..] => "](".to_owned(),
        [b'`', ..] => "`".to_owned(),
        [b'<', ..] => {
            let name = mark.trim_end_matches(['/', '>']);
            name.split_whitespace()
                .next()
                .unwrap_or_default()
                .to_owned()
        }
        _ => mark.replace('_', "*"),
    }
}

/// The single marks of a code: codes that touch are one.
fn marks(piece: &Piece) -> Vec<String> {
    let Piece::Code(code) = piece else {
        return Vec::new();
    };
    let mut marks = Vec::new();
    let mut rest = code.as_str();
    while let Some(first) = rest.chars().next() {
        let (mark, after) = rest.split_at(length(rest, first));
        // Where a quotation goes on in a new line is no mark: the translation may have fewer lines.
        if !first.is_whitespace() && first != '>' {
            marks.push(mark.to_owned());
        }
        rest = after;
    }
    marks
}

/// How long the mark is that a text begins with, in bytes.
fn length(text: &str, first: char) -> usize {
    let through = |end: char| text.find(end).map_or(text.len(), |at| at + end.len_utf8());
    match first {
        ']' if text.starts_with("](") => end_of_link(text),
        '[' if text.starts_with("[^") => through(']'),
        '<' => through('>'),
        '`' => {
            let ticks = text.len() - text.trim_start_matches('`').len();
            let end = text[ticks..].find(&text[..ticks]);
            end.map_or(text.len(), |at| 2 * ticks + at)
        }
        '!' if text.starts_with("![") => 2,
        '*' | '_' | '~' if text[1..].starts_with(first) => 2,
        _ => first.len_utf8(),
    }
}

/// Up to the `)` that ends a link, whose address may have pairs of its own.
fn end_of_link(text: &str) -> usize {
    let mut depth = 0_usize;
    for (at, sign) in text.char_indices() {
        match sign {
            '(' => depth += 1,
            ')' if depth == 1 => return at + 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(written: &str) -> Piece {
        Piece::Code(written.to_owned())
    }

    #[test]
    fn marks_are_counted_one_by_one_however_they_touch() {
        let source = [
            code("[**"),
            Piece::Words("form".to_owned()),
            code("**](../form_(1) \"A\") `x`<br>[^1]"),
        ];
        assert_eq!(
            source.iter().flat_map(marks).collect::<Vec<_>>(),
            [
                "[",
                "**",
                "**",
                "](../form_(1) \"A\")",
                "`x`",
                "<br>",
                "[^1]"
            ]
        );
        let same = [
            code("`y`"),
            code("<br/>"),
            code("["),
            code("**"),
            code("__](../ffurflen)"),
            code("[^1]"),
        ];
        assert_eq!(miscounted(&source, &same), []);
    }

    #[test]
    fn a_quotation_may_have_fewer_lines() {
        assert!(miscounted(&[code("> ")], &[]).is_empty());
    }

    #[test]
    fn what_is_dropped_and_what_is_there_twice_is_told() {
        let source = [code("**"), code("**"), code("["), code("](a)")];
        let target = [code("**"), code("["), code("["), code("](b)")];
        let mark = |mark: &str, in_source, in_target| Miscounted {
            mark: mark.to_owned(),
            in_source,
            in_target,
        };
        assert_eq!(
            miscounted(&source, &target),
            [mark("**", 2, 1), mark("[", 1, 2)]
        );
    }
}
