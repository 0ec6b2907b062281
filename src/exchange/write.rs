//! The file: XLIFF 1.2.

use std::collections::HashMap;
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
    let mut codes = Codes::default();
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

/// The ids of a unit's codes, by what these say: of several alike, the n-th has the n-th id wherever it stands.
#[derive(Default)]
struct Codes<'a> {
    ids: HashMap<&'a str, Vec<usize>>,
    count: usize,
}

impl<'a> Codes<'a> {
    /// The id of a code of which a text has had so many alike already.
    fn id(&mut self, code: &'a str, before: usize) -> usize {
        let ids = self.ids.entry(code).or_default();
        if let Some(id) = ids.get(before) {
            return *id;
        }
        self.count += 1;
        ids.push(self.count);
        self.count
    }
}

/// Words, with codes as `ph`; the same code has the same id throughout a unit.
fn content<'a>(pieces: &'a [Piece], codes: &mut Codes<'a>) -> String {
    let mut out = String::new();
    let mut used: HashMap<&str, usize> = HashMap::new();
    for piece in pieces {
        match piece {
            Piece::Words(words) => out.push_str(&escape(words)),
            Piece::Code(code) => {
                let before = used.entry(code).or_default();
                let id = codes.id(code, *before);
                *before += 1;
                let _ = write!(out, "<ph id=\"{id}\">{}</ph>", escape(code));
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(written: &[&str]) -> Vec<Piece> {
        let code = |code: &&str| Piece::Code((*code).to_owned());
        written.iter().map(code).collect()
    }

    #[test]
    fn the_same_code_has_the_same_id_throughout_a_unit() {
        let mut codes = Codes::default();
        let source = pieces(&["a", "b", "a"]);
        let written = "<ph id=\"1\">a</ph><ph id=\"2\">b</ph><ph id=\"3\">a</ph>";
        assert_eq!(content(&source, &mut codes), written);
        let target = pieces(&["a", "a", "a", "c", "b"]);
        assert_eq!(
            content(&target, &mut codes),
            "<ph id=\"1\">a</ph><ph id=\"3\">a</ph><ph id=\"4\">a</ph><ph id=\"5\">c</ph><ph id=\"2\">b</ph>"
        );
    }

    /// With a look through all codes for each, this would take hours.
    #[test]
    fn a_block_may_have_very_many_codes() {
        let row = pieces(&["<tr><td>", "</td></tr>"]);
        let table = vec![row; 50_000].concat();
        let written = content(&table, &mut Codes::default());
        assert!(written.ends_with("<ph id=\"100000\">&lt;/td&gt;&lt;/tr&gt;</ph>"));
    }
}
