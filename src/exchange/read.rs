//! XLIFF that comes back from a translation tool.

use std::collections::BTreeMap;
use std::ops::Range;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::units::Piece;
use crate::language::LanguageCode;

/// What came back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exchanged {
    /// The path of the source text from the site's folder, as it was when it was written.
    pub path: String,
    /// The language that was translated from, and the one that was translated into.
    pub source_language: LanguageCode,
    /// See `source_language`.
    pub target_language: LanguageCode,
    /// The whole source text.
    pub skeleton: String,
    /// The translation of each unit that has one, by the unit's id.
    pub targets: BTreeMap<String, Target>,
}

/// The translation of a unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// What it says.
    pub pieces: Vec<Piece>,
    /// Where it stands in the file, in bytes.
    pub at: Range<usize>,
}

/// Why a file cannot be read as XLIFF from Canllaw.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// It is not well-formed.
    #[error("the file is no XML: {0}")]
    Xml(#[from] quick_xml::Error),
    /// It lacks something.
    #[error("the file has no {0}: it is no XLIFF 1.2 that Canllaw wrote")]
    Lacks(&'static str),
}

/// Which words are being read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Within {
    #[default]
    Nothing,
    Skeleton,
    Source,
    Target,
}

/// Reads XLIFF.
///
/// # Errors
/// When it is no XML, or not a file that [`super::write()`] wrote and a tool filled in.
pub fn read(text: &str) -> Result<Exchanged, ReadError> {
    let mut reader = Reader::from_str(text);
    let mut state = Reading::default();
    loop {
        state.at = position(&reader);
        match reader.read_event()? {
            Event::Start(tag) => state.open(&tag, false),
            Event::Empty(tag) => state.open(&tag, true),
            Event::End(tag) => state.close(tag.local_name().as_ref()),
            Event::Text(words) => state.words(&words.decode().unwrap_or_default()),
            Event::CData(words) => state.words(&String::from_utf8_lossy(&words)),
            Event::GeneralRef(name) => {
                if let Some(sign) = sign(&name) {
                    state.words(&sign);
                }
            }
            Event::Eof => break,
            _ => {}
        }
    }
    state.finish()
}

fn position(reader: &Reader<&[u8]>) -> usize {
    usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX)
}

/// What an entity stands for.
fn sign(name: &quick_xml::events::BytesRef<'_>) -> Option<String> {
    if let Ok(Some(sign)) = name.resolve_char_ref() {
        return Some(sign.to_string());
    }
    let name = name.decode().ok()?;
    quick_xml::escape::resolve_predefined_entity(&name).map(str::to_owned)
}

#[derive(Default)]
struct Reading {
    /// Where what is being read begins.
    at: usize,
    file: BTreeMap<String, String>,
    skeleton: String,
    within: Within,
    /// How deep within alternatives, whose targets are no translations.
    alternatives: usize,
    /// How deep within codes.
    codes: usize,
    /// The id of the code that is being read.
    code: Option<String>,
    /// The codes of the unit's source, by their ids.
    source_codes: BTreeMap<String, String>,
    unit: Option<String>,
    target: Vec<Piece>,
    target_at: usize,
    targets: BTreeMap<String, Target>,
}

impl Reading {
    fn open(&mut self, tag: &BytesStart<'_>, is_empty: bool) {
        match tag.local_name().as_ref() {
            b"file" if self.file.is_empty() => self.file = attributes(tag),
            b"internal-file" if !is_empty => self.within = Within::Skeleton,
            b"trans-unit" => self.unit = attributes(tag).remove("id"),
            b"alt-trans" if !is_empty => self.alternatives += 1,
            b"source" if self.alternatives == 0 && !is_empty => {
                self.within = Within::Source;
                self.source_codes.clear();
            }
            b"target" if self.alternatives == 0 && !is_empty => {
                self.within = Within::Target;
                self.target.clear();
                self.target_at = self.at;
            }
            b"ph" | b"bpt" | b"ept" | b"it" | b"x" if self.is_in_unit() => {
                self.codes += 1;
                self.code = attributes(tag).remove("id");
                if self.within == Within::Target {
                    self.target.push(Piece::Code(String::new()));
                }
                if is_empty {
                    self.end_code();
                }
            }
            _ => {}
        }
    }

    fn close(&mut self, name: &[u8]) {
        match name {
            b"internal-file" => self.within = Within::Nothing,
            b"source" if self.within == Within::Source => self.within = Within::Nothing,
            b"alt-trans" => self.alternatives = self.alternatives.saturating_sub(1),
            b"target" if self.within == Within::Target => {
                self.within = Within::Nothing;
                let target = std::mem::take(&mut self.target);
                if let Some(unit) = self.unit.clone().filter(|_| !target.is_empty()) {
                    let at = self.target_at..self.at;
                    let target = Target { pieces: target, at };
                    self.targets.insert(unit, target);
                }
            }
            b"ph" | b"bpt" | b"ept" | b"it" | b"x" if self.is_in_unit() => self.end_code(),
            _ => {}
        }
    }

    fn is_in_unit(&self) -> bool {
        matches!(self.within, Within::Source | Within::Target)
    }

    /// Some tools write a code's id alone: it is that of the source.
    fn end_code(&mut self) {
        self.codes = self.codes.saturating_sub(1);
        let id = self.code.take();
        if self.within == Within::Target
            && let Some(Piece::Code(code)) = self.target.last_mut()
            && code.is_empty()
            && let Some(known) = id.and_then(|id| self.source_codes.get(&id))
        {
            code.clone_from(known);
        }
    }

    fn words(&mut self, words: &str) {
        match (self.within, self.target.last_mut()) {
            (Within::Skeleton, _) => self.skeleton.push_str(words),
            (Within::Source, _) => {
                if let Some(id) = &self.code {
                    let code = self.source_codes.entry(id.clone()).or_default();
                    code.push_str(words);
                }
            }
            (Within::Target, Some(Piece::Code(code))) if self.codes > 0 => code.push_str(words),
            (Within::Target, Some(Piece::Words(before))) => before.push_str(words),
            (Within::Target, _) => self.target.push(Piece::Words(words.to_owned())),
            (Within::Nothing, _) => {}
        }
    }

    fn finish(mut self) -> Result<Exchanged, ReadError> {
        if self.skeleton.is_empty() {
            return Err(ReadError::Lacks("source text (`internal-file`)"));
        }
        let mut language = |name: &'static str| {
            let code = self.file.remove(name);
            code.and_then(|code| LanguageCode::parse(&code))
                .ok_or(ReadError::Lacks(name))
        };
        Ok(Exchanged {
            source_language: language("source-language")?,
            target_language: language("target-language")?,
            path: self
                .file
                .remove("original")
                .ok_or(ReadError::Lacks("original"))?,
            skeleton: self.skeleton,
            targets: self.targets,
        })
    }
}

fn attributes(tag: &BytesStart<'_>) -> BTreeMap<String, String> {
    let attributes = tag.attributes().flatten();
    let read = attributes.filter_map(|attribute| {
        let name = String::from_utf8_lossy(attribute.key.as_ref()).into_owned();
        Some((
            name,
            quick_xml::escape::unescape(std::str::from_utf8(&attribute.value).ok()?)
                .ok()?
                .into_owned(),
        ))
    });
    read.collect()
}
