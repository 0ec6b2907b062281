//! YAML → a tree in which every key and value knows where it stands.
//!
//! 1. The parser gives events with byte offsets.
//! 2. Events become [`Node`]s. Plain scalars are told apart by YAML 1.2's core schema, so that
//!    `2020-01-31` and `no` are texts, and numbers keep the digits that were typed.
//! 3. Faults of the file as YAML (its grammar, a key given twice, too much of it) are findings.

mod scalar;
mod syntax;

use std::collections::HashMap;
use std::ops::Range;

use serde_yaml::granit_parser::{self, Event, Parser, ScalarStyle};

use crate::diagnostic::{Code, Diagnostic};
use crate::source::Source;

/// How deeply lists and mappings may lie in one another.
const DEPTH_LIMIT: usize = 32;

/// How many values a file may have, those that aliases repeat included.
const NODE_LIMIT: usize = 100_000;

/// A value and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// What it is.
    pub value: Value,
    /// Its bytes in the source.
    pub span: Range<usize>,
}

/// The kinds of value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Nothing, or `null`.
    Null,
    /// `true` or `false`, without quotation marks.
    Bool(bool),
    /// A number without quotation marks, as it was typed.
    Number(String),
    /// Any other scalar.
    Text(String),
    /// A list.
    List(Vec<Node>),
    /// Keys with their values, in the order in which they were typed, each key once.
    Mapping(Vec<(Key, Node)>),
}

/// A key of a mapping.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    /// The key as text.
    pub name: String,
    /// Its bytes in the source.
    pub span: Range<usize>,
}

/// Reads the YAML that stands in a range of a source, in bytes. A file without any value is
/// [`Value::Null`]. `None` when it cannot be read, which is then a finding.
pub fn parse(source: &Source, range: Range<usize>, findings: &mut Vec<Diagnostic>) -> Option<Node> {
    let text = source.text().get(range.clone()).unwrap_or_default();
    let mut builder = Builder::new(source, range.start, findings);
    let mut options = granit_parser::options! {
        flow_nesting_limit: DEPTH_LIMIT,
        block_nesting_limit: DEPTH_LIMIT,
    };
    options.set_emit_comments(false);
    for event in Parser::new_from_str_with_options(text, options) {
        let outcome = match event {
            Ok((event, span)) => builder.take(event, &builder.located(&span)),
            Err(fault) => Err(Box::new(syntax::finding(source, &range, &fault))),
        };
        if let Err(fatal) = outcome {
            builder.findings.push(*fatal);
            return None;
        }
    }
    let nothing = Node {
        value: Value::Null,
        span: range.start..range.start,
    };
    Some(builder.root.unwrap_or(nothing))
}

/// What ends the reading of a file.
type Outcome = Result<(), Box<Diagnostic>>;

struct Builder<'a> {
    source: &'a Source,
    offset: usize,
    findings: &'a mut Vec<Diagnostic>,
    open: Vec<Open>,
    anchored: HashMap<usize, Node>,
    nodes: usize,
    root: Option<Node>,
    documents: usize,
}

/// A list or mapping whose end has not come yet.
struct Open {
    contents: Contents,
    anchor: usize,
    span: Range<usize>,
}

enum Contents {
    List(Vec<Node>),
    Mapping {
        entries: Vec<(Key, Node)>,
        key: Option<Key>,
    },
}

impl<'a> Builder<'a> {
    fn new(source: &'a Source, offset: usize, findings: &'a mut Vec<Diagnostic>) -> Self {
        Builder {
            source,
            offset,
            findings,
            open: Vec::new(),
            anchored: HashMap::new(),
            nodes: 0,
            root: None,
            documents: 0,
        }
    }

    fn located(&self, span: &granit_parser::Span) -> Range<usize> {
        let range = span.byte_range().unwrap_or_default();
        range.start + self.offset..range.end + self.offset
    }

    fn take(&mut self, event: Event<'_>, span: &Range<usize>) -> Outcome {
        match event {
            Event::DocumentStart(..) => self.begin_document(span),
            Event::Scalar(text, style, anchor, tag) => {
                let is_plain = style == ScalarStyle::Plain && tag.is_none();
                let value = scalar::value(text.into_owned(), is_plain);
                self.place(value, span.clone(), anchor)
            }
            Event::SequenceStart(_, anchor, _) => {
                self.begin(Contents::List(Vec::new()), span, anchor)
            }
            Event::MappingStart(_, anchor, _) => {
                let (entries, key) = (Vec::new(), None);
                self.begin(Contents::Mapping { entries, key }, span, anchor)
            }
            Event::SequenceEnd | Event::MappingEnd => self.end(span),
            Event::Alias(id) => self.repeat(id, span),
            _ => Ok(()),
        }
    }

    fn begin_document(&mut self, span: &Range<usize>) -> Outcome {
        self.documents += 1;
        if self.documents == 1 {
            return Ok(());
        }
        let message = "a second YAML document begins here, and only one is read";
        Err(self
            .fault(Code::InvalidYaml, span, message)
            .help("Remove the line `---`, or move what follows into a file of its own.")
            .into())
    }

    fn begin(&mut self, contents: Contents, span: &Range<usize>, anchor: usize) -> Outcome {
        if self.expects_key() {
            return Err(self.complex_key(span));
        }
        if self.open.len() == DEPTH_LIMIT {
            return Err(syntax::too_deep(self.source.place(span.clone())).into());
        }
        let span = span.clone();
        self.open.push(Open {
            contents,
            anchor,
            span,
        });
        Ok(())
    }

    fn end(&mut self, span: &Range<usize>) -> Outcome {
        let Some(ended) = self.open.pop() else {
            return Ok(());
        };
        let (value, last) = match ended.contents {
            Contents::List(items) => {
                let last = items.last().map_or(0, |item| item.span.end);
                (Value::List(items), last)
            }
            Contents::Mapping { entries, .. } => {
                let last = entries.last().map_or(0, |(_, node)| node.span.end);
                (Value::Mapping(self.distinct(entries)), last)
            }
        };
        let is_bracket = self.source.text()[span.clone()].ends_with([']', '}']);
        let end = if is_bracket { span.end } else { last };
        let start = ended.span.start;
        self.place(value, start..end.max(start), ended.anchor)
    }

    /// Puts a value where it belongs: as a key, after its key, into its list, or at the top.
    fn place(&mut self, value: Value, span: Range<usize>, anchor: usize) -> Outcome {
        self.count(1, &span)?;
        let node = Node { value, span };
        if anchor != 0 {
            self.anchored.insert(anchor, node.clone());
        }
        if self.expects_key() {
            return self.set_key(node);
        }
        match self.open.last_mut().map(|open| &mut open.contents) {
            None => self.root = Some(node),
            Some(Contents::List(items)) => items.push(node),
            Some(Contents::Mapping { entries, key }) => {
                entries.extend(key.take().map(|key| (key, node)));
            }
        }
        Ok(())
    }

    /// Puts in the place of an alias what its anchor names.
    fn repeat(&mut self, id: usize, span: &Range<usize>) -> Outcome {
        let Some(named) = self.anchored.get(&id).cloned() else {
            let message = "this alias (`*`) stands inside what it repeats";
            let found = self.fault(Code::InvalidYaml, span, message);
            return Err(found.help("Write the value out instead.").into());
        };
        let (nodes, depth) = extent(&named);
        if self.open.len() + depth > DEPTH_LIMIT {
            return Err(syntax::too_deep(self.source.place(span.clone())).into());
        }
        self.count(nodes, span)?;
        self.place(named.value, span.clone(), 0)
    }

    fn count(&mut self, nodes: usize, span: &Range<usize>) -> Outcome {
        self.nodes += nodes;
        if self.nodes <= NODE_LIMIT {
            return Ok(());
        }
        let message = format!("the file has more than {NODE_LIMIT} values");
        Err(self
            .fault(Code::TooLarge, span, message)
            .help("Make the file smaller. An alias (`*name`) counts as all that it repeats.")
            .into())
    }

    fn expects_key(&self) -> bool {
        let last = self.open.last().map(|open| &open.contents);
        matches!(last, Some(Contents::Mapping { key: None, .. }))
    }

    fn set_key(&mut self, node: Node) -> Outcome {
        let Node { value, span } = node;
        let Some(name) = scalar::as_text(&value, &self.source.text()[span.clone()]) else {
            return Err(self.complex_key(&span));
        };
        if let Some(Contents::Mapping { key, .. }) =
            self.open.last_mut().map(|open| &mut open.contents)
        {
            *key = Some(Key { name, span });
        }
        Ok(())
    }

    /// The first entry of each key. Each further one is a finding, and so is a merge key, which
    /// YAML 1.2 does not have.
    fn distinct(&mut self, entries: Vec<(Key, Node)>) -> Vec<(Key, Node)> {
        let mut first: HashMap<String, Range<usize>> = HashMap::new();
        let mut kept = Vec::new();
        for (key, node) in entries {
            if let Some(earlier) = first.get(&key.name) {
                self.findings.push(self.repeated(&key, earlier));
            } else if key.name == "<<" {
                self.findings.push(self.merge_key(&key));
            } else {
                first.insert(key.name.clone(), key.span.clone());
                kept.push((key, node));
            }
        }
        kept
    }

    fn repeated(&self, key: &Key, earlier: &Range<usize>) -> Diagnostic {
        let message = format!("`{}` is given twice", key.name);
        let earlier = self.source.place(earlier.clone());
        self.fault(Code::DuplicateKey, &key.span, message)
            .help("Keep one of the two and remove the other.")
            .related(earlier, "it is given here first")
    }

    fn merge_key(&self, key: &Key) -> Diagnostic {
        let message = "`<<` does not merge another mapping into this one";
        self.fault(Code::InvalidYaml, &key.span, message)
            .help("Write the keys out instead.")
    }

    fn complex_key(&self, span: &Range<usize>) -> Box<Diagnostic> {
        let message = "a key must be a short text";
        self.fault(Code::InvalidYaml, span, message)
            .help("If this is a value, write its key and a colon before it. A value that begins with `{`, `[` or `?` needs quotation marks.")
            .into()
    }

    fn fault(&self, code: Code, span: &Range<usize>, message: impl Into<String>) -> Diagnostic {
        Diagnostic::new(code, self.source.place(span.clone()), message)
    }
}

/// How many values a value holds, itself included, and how deeply they lie in one another.
fn extent(node: &Node) -> (usize, usize) {
    let (keys, below): (usize, Vec<&Node>) = match &node.value {
        Value::List(items) => (0, items.iter().collect()),
        Value::Mapping(entries) => (
            entries.len(),
            entries.iter().map(|(_, node)| node).collect(),
        ),
        _ => return (1, 0),
    };
    let (mut nodes, mut depth) = (keys + 1, 0);
    for (more, deeper) in below.into_iter().map(extent) {
        nodes += more;
        depth = depth.max(deeper);
    }
    (nodes, depth + 1)
}
