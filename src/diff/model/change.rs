//! A change as a reader would name it: what happened to which part of the text, which words and attributes
//! it concerns, and what is to be looked at in it.

use std::ops::Range;
use std::rc::Rc;

use super::Op;

/// One change, as a reader would name it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What happened; at least one.
    pub kinds: Vec<Kind>,
    /// What it happened to: of the new text, where it is there.
    pub node: Node,
    /// The headings that it stands under, from the outermost, in the new text where it is there.
    pub section: Rc<[String]>,
    /// Of a move, the headings that it stood under in the old text.
    pub moved_from: Vec<String>,
    /// Of a move, whether it stands in the section that it stood in, whatever its heading says now.
    pub stays_in_section: bool,
    /// Of items of a list that were grouped anew, whether they are items still: some have another level.
    pub stays_items: bool,
    /// The passages of the old text.
    pub old: Vec<Passage>,
    /// The passages of the new text.
    pub new: Vec<Passage>,
    /// The words of both, where words changed.
    pub edits: Rc<[TextEdit]>,
    /// What changed that is not words.
    pub attributes: Vec<AttributeChange>,
    /// What a reader of policies should look at.
    pub flags: Vec<Flag>,
    /// How many words came.
    pub words_added: usize,
    /// How many words went.
    pub words_removed: usize,
}

impl Change {
    /// A change of which no more is said than where it is and what is there in both texts.
    pub(in crate::diff) fn new(
        kinds: Vec<Kind>,
        node: Node,
        section: Rc<[String]>,
        (old, new): (Vec<Passage>, Vec<Passage>),
    ) -> Self {
        Change {
            kinds,
            node,
            section,
            moved_from: Vec::new(),
            stays_in_section: false,
            stays_items: false,
            old,
            new,
            edits: Rc::default(),
            attributes: Vec::new(),
            flags: Vec::new(),
            words_added: 0,
            words_removed: 0,
        }
    }

    /// The heading that a moved part stood under, where it stands under another now: in another section, of another
    /// name.
    pub fn heading_before(&self) -> Option<&str> {
        let (before, now) = (self.moved_from.last()?, self.section.last());
        (now != Some(before) && !self.stays_in_section).then_some(before)
    }

    /// The heading that a moved part stands under now, where it stood under another.
    pub fn heading_now(&self) -> Option<&str> {
        let (before, now) = (self.moved_from.last(), self.section.last()?);
        (before != Some(now) && !self.stays_in_section).then_some(now)
    }
}

/// A stretch of one text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// Where it is in the source, in bytes.
    pub span: Range<usize>,
    /// What it says, without markers.
    pub text: String,
}

/// A stretch of plain text that is in both texts, or in one.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct TextEdit {
    /// In which of them.
    pub op: Op,
    /// What it says; nothing where all of it is no words: the mark of a footnote.
    pub text: String,
    /// The same with what is no words as written, where it has such things: `home[^a]`.
    #[serde(skip)]
    pub written: Option<String>,
}

impl TextEdit {
    pub(in crate::diff) fn of_words(op: Op, text: String) -> Self {
        TextEdit {
            op,
            text,
            written: None,
        }
    }

    /// What is shown of it where marks cannot be drawn.
    pub fn as_written(&self) -> &str {
        self.written.as_ref().unwrap_or(&self.text)
    }
}

/// Something that changed without a change of words.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct AttributeChange {
    /// What it is.
    pub name: Attribute,
    /// What it was, as written; nothing when it was not there.
    pub old: Option<String>,
    /// What it is now, as written; nothing when it is not there.
    pub new: Option<String>,
    /// Where it is formatting: the one that came over the words, or went, when no other did.
    #[serde(skip)]
    pub format: Option<OneFormat>,
}

impl AttributeChange {
    pub(in crate::diff) fn new(name: Attribute, old: Option<String>, new: Option<String>) -> Self {
        AttributeChange {
            name,
            old,
            new,
            format: None,
        }
    }
}

/// The one format that came over words, or went from them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OneFormat {
    /// Which it is.
    pub change: FormatChange,
    /// The words as they are now, as written without that format.
    pub words: String,
}

/// A format that came over words, or went from them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormatChange {
    /// The words have it now.
    Added(Format),
    /// The words had it before.
    Removed(Format),
}

/// How words can be formatted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Emphasis, in italics.
    Emphasis,
    /// Strong emphasis, in bold.
    Strong,
    /// A line through the words.
    Strikethrough,
    /// Code.
    Code,
}

/// What can change without a change of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Attribute {
    /// The address that a link leads to.
    Link,
    /// The address of an image.
    Image,
    /// The title of a link or an image.
    Title,
    /// Emphasis, strong emphasis, strikethrough, code or HTML around words.
    Formatting,
    /// A line break.
    LineBreak,
    /// The level of a heading.
    Level,
    /// What a block is: a paragraph, a numbered list.
    Type,
    /// The language of a block of code.
    CodeLanguage,
    /// The alignment of a table's columns.
    Alignment,
    /// Raw HTML whose words are the same.
    Html,
    /// The number of a list's item or of a clause.
    Number,
}

/// What happened to a part of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// It was added.
    Added,
    /// It was removed.
    Removed,
    /// It stands in another place.
    Moved,
    /// One became several.
    Split,
    /// Several became one.
    Joined,
    /// It is of another kind: a paragraph became a list.
    Retyped,
    /// Its words changed.
    Changed,
    /// The level of a heading changed.
    Relevelled,
    /// The target of a link or image changed.
    Relinked,
    /// Formatting alone changed.
    Restyled,
    /// A run of items has other numbers.
    Renumbered,
}

impl Kind {
    /// Its name, as the page and JSON have it.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Added => "added",
            Kind::Removed => "removed",
            Kind::Moved => "moved",
            Kind::Split => "split",
            Kind::Joined => "joined",
            Kind::Retyped => "retyped",
            Kind::Changed => "changed",
            Kind::Relevelled => "relevelled",
            Kind::Relinked => "relinked",
            Kind::Restyled => "restyled",
            Kind::Renumbered => "renumbered",
        }
    }
}

/// What a change happened to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "each is the usual name of a part of a text")]
pub enum Node {
    Section,
    Heading,
    Paragraph,
    List,
    ListItem,
    Table,
    TableRow,
    TableColumn,
    TableCell,
    Code,
    Quote,
    Image,
    Rule,
    Html,
    Footnote,
    Definition,
}

/// What a reader of policies should look at in a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Flag {
    /// A word of duty came, went or turned.
    Duty,
    /// A number changed.
    Number,
    /// A date changed.
    Date,
    /// A sum of money changed.
    Money,
}

impl Flag {
    /// Its name, as JSON has it.
    pub fn name(self) -> &'static str {
        match self {
            Flag::Duty => "duty",
            Flag::Number => "number",
            Flag::Date => "date",
            Flag::Money => "money",
        }
    }
}

/// How many changes there are of each kind. A change of several kinds counts in each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
#[allow(
    missing_docs,
    reason = "each field counts the kind that it is named after"
)]
pub struct Counts {
    pub added: usize,
    pub removed: usize,
    pub changed: usize,
    pub moved: usize,
    pub split: usize,
    pub joined: usize,
    pub renumbered: usize,
    pub restyled: usize,
    pub relinked: usize,
    pub relevelled: usize,
    pub retyped: usize,
    /// Words that came, in all changes together.
    pub words_added: usize,
    /// Words that went, in all changes together.
    pub words_removed: usize,
}

impl Counts {
    /// Of each kind how many there are, in the order in which they are told.
    pub fn of_kinds(&self) -> [(Kind, usize); 11] {
        [
            (Kind::Added, self.added),
            (Kind::Removed, self.removed),
            (Kind::Changed, self.changed),
            (Kind::Moved, self.moved),
            (Kind::Split, self.split),
            (Kind::Joined, self.joined),
            (Kind::Retyped, self.retyped),
            (Kind::Relevelled, self.relevelled),
            (Kind::Relinked, self.relinked),
            (Kind::Restyled, self.restyled),
            (Kind::Renumbered, self.renumbered),
        ]
    }
}
