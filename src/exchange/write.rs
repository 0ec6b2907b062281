//! The file: XLIFF 1.2.

use std::fmt::Write as _;

use quick_xml::escape::escape;

use super::document::{Document, State, Unit};
use super::units::Piece;

/// Why a version cannot be written as XLIFF.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("the text holds the sign U+{0:04X}, which no XML file may hold")]
pub struct CannotWrite(u32);

/// Writes a version for translation tools.
///
/// # Errors
/// When the text holds a sign that XML forbids.
pub fn write(document: &Document) -> Result<String, CannotWrite> {
    let all = document.units.iter().flat_map(pieces_of);
    let words = all.map(|piece| match piece {
        Piece::Words(written) | Piece::Code(written) => written.as_str(),
    });
    let forbidden = words
        .chain([document.skeleton.as_str()])
        .flat_map(str::chars)
        .find(|sign| is_forbidden(*sign));
    if let Some(sign) = forbidden {
        return Err(CannotWrite(sign.into()));
    }
    let mut out = String::new();
    head(&mut out, document);
    for unit in &document.units {
        write_unit(&mut out, unit);
    }
    out.push_str("</body>\n</file>\n</xliff>\n");
    Ok(out)
}

fn pieces_of(unit: &Unit) -> impl Iterator<Item = &Piece> {
    let target = unit.target.iter().flat_map(|(pieces, _)| pieces);
    let earlier = unit.earlier.iter();
    let earlier = earlier.flat_map(|earlier| earlier.source.iter().chain(&earlier.target));
    unit.source.iter().chain(target).chain(earlier)
}

/// What XML 1.0 does not allow; a carriage return is none of a text either.
fn is_forbidden(sign: char) -> bool {
    let is_control = sign < ' ' && !matches!(sign, '\t' | '\n');
    is_control || matches!(sign, '\u{fffe}' | '\u{ffff}')
}

fn head(out: &mut String, document: &Document) {
    out.push_str("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    out.push_str("<xliff version=\"1.2\" xmlns=\"urn:oasis:names:tc:xliff:document:1.2\">\n");
    let _ = writeln!(
        out,
        "<file original=\"{}\" source-language=\"{}\" target-language=\"{}\" datatype=\"x-markdown\" product-name=\"{}\" product-version=\"{}\" tool-id=\"canllaw\">",
        escape(&document.path),
        document.source_language,
        document.target_language,
        escape(&document.document),
        escape(&document.version),
    );
    let _ = writeln!(
        out,
        "<header>\n<skl><internal-file form=\"text/markdown\">{}</internal-file></skl>\n<tool tool-id=\"canllaw\" tool-name=\"Canllaw\" tool-version=\"{}\"/>\n</header>\n<body>",
        escape(&document.skeleton),
        env!("CARGO_PKG_VERSION"),
    );
}

fn write_unit(out: &mut String, unit: &Unit) {
    let id = escape(&unit.id);
    let _ = writeln!(
        out,
        "<trans-unit id=\"{id}\" restype=\"x-{}\" xml:space=\"preserve\">",
        unit.kind
    );
    let mut codes: Vec<&str> = Vec::new();
    let _ = writeln!(
        out,
        "<source>{}</source>",
        content(&unit.source, &mut codes)
    );
    if let Some((target, state)) = &unit.target {
        let state = match state {
            State::Translated => "translated",
            State::NeedsReview => "needs-review-translation",
        };
        let content = content(target, &mut codes);
        let _ = writeln!(out, "<target state=\"{state}\">{content}</target>");
    }
    if let Some(earlier) = &unit.earlier {
        let (source, target) = (
            content(&earlier.source, &mut codes),
            content(&earlier.target, &mut codes),
        );
        let _ = writeln!(
            out,
            "<alt-trans match-quality=\"{}%\" origin=\"{}\">\n<source>{source}</source>\n<target>{target}</target>\n</alt-trans>",
            earlier.score,
            escape(&earlier.version),
        );
    }
    out.push_str("</trans-unit>\n");
}

/// Words, with codes as `ph`; the same code has the same id throughout a unit.
fn content<'a>(pieces: &'a [Piece], codes: &mut Vec<&'a str>) -> String {
    let mut out = String::new();
    let mut used: Vec<usize> = Vec::new();
    for piece in pieces {
        match piece {
            Piece::Words(words) => out.push_str(&escape(words)),
            Piece::Code(code) => {
                let known = codes.iter().enumerate();
                let free = |(at, known): &(usize, &&str)| **known == code && !used.contains(at);
                let at = match known.clone().find(free) {
                    Some((at, _)) => at,
                    None => {
                        codes.push(code);
                        codes.len() - 1
                    }
                };
                used.push(at);
                let _ = write!(out, "<ph id=\"{}\">{}</ph>", at + 1, escape(code));
            }
        }
    }
    out
}
