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
    /// Whether the file says of it that it is yet to be translated.
    pub is_pending: bool,
    /// Where it stands in the file, in bytes.
    pub at: Range<usize>,
}

/// Why a file cannot be read as XLIFF from Canllaw, and where.
#[derive(Debug, thiserror::Error)]
#[error("{fault}")]
pub struct ReadError {
    /// What is wrong.
    pub fault: ReadFault,
    /// Where in the file, in bytes; nothing where it lacks something.
    pub at: Option<usize>,
}

/// What is wrong with a file that cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum ReadFault {
    /// It is not well-formed.
    #[error("the file is no XML: {0}")]
    Xml(#[from] quick_xml::Error),
    /// It ends before an element does.
    #[error("the file is not whole: it ends before `<{0}>`, which begins here, is closed")]
    Unclosed(String),
    /// Something stands for a sign that is not known.
    #[error("nothing says what sign `&{0};` stands for")]
    UnknownSign(String),
    /// It lacks something.
    #[error("the file has no {0}: it is no XLIFF 1.2 that Canllaw wrote")]
    Lacks(&'static str),
}

impl From<quick_xml::events::attributes::AttrError> for ReadFault {
    fn from(fault: quick_xml::events::attributes::AttrError) -> Self {
        ReadFault::Xml(fault.into())
    }
}

impl ReadFault {
    fn at(self, at: usize) -> ReadError {
        ReadError {
            fault: self,
            at: Some(at),
        }
    }
}

/// What a target's `state` says where its words are still those of the source.
const PENDING: [&str; 2] = ["new", "needs-translation"];

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
        state.at = offset(reader.buffer_position());
        let event = reader.read_event();
        let event = event.map_err(|fault| {
            let at = offset(reader.error_position());
            ReadFault::from(fault).at(at)
        })?;
        if matches!(event, Event::Eof) {
            break;
        }
        let taken = state.take(&event);
        taken.map_err(|fault| fault.at(state.at))?;
    }
    state.finish()
}

fn offset(position: u64) -> usize {
    usize::try_from(position).unwrap_or(usize::MAX)
}

/// What an entity stands for.
fn sign(name: &quick_xml::events::BytesRef<'_>) -> Result<String, ReadFault> {
    if let Some(sign) = name.resolve_char_ref()? {
        return Ok(sign.to_string());
    }
    let name = name.decode().map_err(quick_xml::Error::from)?;
    let sign = quick_xml::escape::resolve_predefined_entity(&name);
    let sign = sign.ok_or_else(|| ReadFault::UnknownSign(name.to_string()))?;
    Ok(sign.to_owned())
}

#[derive(Default)]
struct Reading {
    /// Where what is being read begins.
    at: usize,
    /// The elements that are open, and where each begins.
    open: Vec<(String, usize)>,
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
    is_pending: bool,
    targets: BTreeMap<String, Target>,
}

impl Reading {
    fn take(&mut self, event: &Event<'_>) -> Result<(), ReadFault> {
        match event {
            Event::Start(tag) => {
                let name = String::from_utf8_lossy(tag.name().as_ref()).into_owned();
                self.open.push((name, self.at));
                self.open(tag, false)?;
            }
            Event::Empty(tag) => self.open(tag, true)?,
            Event::End(tag) => {
                self.open.pop();
                self.close(tag.local_name().as_ref());
            }
            Event::Text(words) => self.words(&words.decode().map_err(quick_xml::Error::from)?),
            Event::CData(words) => self.words(&words.decode().map_err(quick_xml::Error::from)?),
            Event::GeneralRef(name) => self.words(&sign(name)?),
            _ => {}
        }
        Ok(())
    }

    fn open(&mut self, tag: &BytesStart<'_>, is_empty: bool) -> Result<(), ReadFault> {
        let mut attributes = attributes(tag)?;
        match tag.local_name().as_ref() {
            b"file" if self.file.is_empty() => self.file = attributes,
            b"internal-file" if !is_empty => self.within = Within::Skeleton,
            b"trans-unit" => self.unit = attributes.remove("id"),
            b"alt-trans" if !is_empty => self.alternatives += 1,
            b"source" if self.alternatives == 0 && !is_empty => {
                self.within = Within::Source;
                self.source_codes.clear();
            }
            b"target" if self.alternatives == 0 && !is_empty => {
                self.within = Within::Target;
                self.target.clear();
                self.target_at = self.at;
                let state = attributes.get("state");
                self.is_pending = state.is_some_and(|state| PENDING.contains(&state.as_str()));
            }
            b"ph" | b"bpt" | b"ept" | b"it" | b"x" if self.is_in_unit() => {
                self.codes += 1;
                self.code = attributes.remove("id");
                if self.within == Within::Target {
                    self.target.push(Piece::Code(String::new()));
                }
                if is_empty {
                    self.end_code();
                }
            }
            _ => {}
        }
        Ok(())
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
                    let target = Target {
                        pieces: target,
                        is_pending: self.is_pending,
                        at,
                    };
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
        if let Some((name, at)) = self.open.pop() {
            return Err(ReadFault::Unclosed(name).at(at));
        }
        let lacks = |what: &'static str| ReadError {
            fault: ReadFault::Lacks(what),
            at: None,
        };
        if self.skeleton.is_empty() {
            return Err(lacks("source text (`internal-file`)"));
        }
        let mut language = |name: &'static str| {
            let code = self.file.remove(name);
            code.and_then(|code| LanguageCode::parse(&code))
                .ok_or_else(|| lacks(name))
        };
        Ok(Exchanged {
            source_language: language("source-language")?,
            target_language: language("target-language")?,
            path: self
                .file
                .remove("original")
                .ok_or_else(|| lacks("original"))?,
            skeleton: self.skeleton,
            targets: self.targets,
        })
    }
}

fn attributes(tag: &BytesStart<'_>) -> Result<BTreeMap<String, String>, ReadFault> {
    let mut read = BTreeMap::new();
    for attribute in tag.attributes() {
        let attribute = attribute?;
        let name = String::from_utf8_lossy(attribute.key.as_ref()).into_owned();
        let value = String::from_utf8_lossy(&attribute.value);
        let value = quick_xml::escape::unescape(&value).map_err(quick_xml::Error::from)?;
        read.insert(name, value.into_owned());
    }
    Ok(read)
}
