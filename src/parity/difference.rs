//! One way in which two texts of a version do not say the same.

mod wording;

use std::ops::Range;

pub(super) use wording::value_differs;

use super::text::Text;
use crate::diagnostic::{Code, Diagnostic};

/// A difference between two texts, with its place in both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// What differs.
    pub aspect: Aspect,
    /// Where it is in the left text, and in the right one.
    pub left: Spot,
    /// See `left`.
    pub right: Spot,
}

/// Which of the two texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The first.
    Left,
    /// The second.
    Right,
}

impl Side {
    /// The place in this text.
    pub fn of(self, difference: &Difference) -> &Spot {
        match self {
            Side::Left => &difference.left,
            Side::Right => &difference.right,
        }
    }
}

/// A place in one of the texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot {
    /// Where it is in the source, in bytes.
    pub span: Range<usize>,
    /// What stands there: the number, the link's target, the kind of block. Nothing where this text
    /// lacks it; then the span is where it would be looked for. Nothing, too, where the fault is the other
    /// text's own ([`Aspect::is_of_one_text`]); then the span is the block in its place.
    pub found: Option<String>,
}

/// What differs between two texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Aspect {
    /// A block that one text lacks.
    Block,
    /// A heading and all below it that one text lacks.
    Section,
    /// A block that stands elsewhere among its neighbours.
    Order,
    /// The kind of a block: a heading here, a paragraph there.
    Kind,
    /// The level of a heading.
    HeadingLevel,
    /// Whether a list is numbered, and from which number on.
    Numbering,
    /// How many columns a table has.
    Columns,
    /// How many rows a table in HTML has.
    Rows,
    /// How many items a list in HTML has.
    Items,
    /// A table's cell that is empty in one text.
    Cell,
    /// Another block that is empty in one text: an item, a heading, a footnote.
    Empty,
    /// The legal label that a block opens with.
    Label,
    /// The letters of a reference: "5.2(c)".
    Reference,
    /// Where a link leads, or that it is there.
    Link,
    /// A link to what is in the other text's language.
    LinkLanguage,
    /// An image.
    Image,
    /// The description of an image.
    Description,
    /// A reference to a footnote.
    Footnote,
    /// A date.
    Date,
    /// A time of day.
    Time,
    /// A sum of money.
    Money,
    /// A percentage.
    Percentage,
    /// Another number.
    Number,
    /// A heading that counts what its list does not hold.
    Count,
    /// Words that are the same in both languages.
    Identical,
    /// Words in the other text's language.
    WrongLanguage,
    /// `&` in a Welsh text.
    Ampersand,
}

impl Aspect {
    /// Its name in keys of strings: `heading-level`.
    pub fn name(self) -> &'static str {
        match self {
            Aspect::Block => "block",
            Aspect::Section => "section",
            Aspect::Order => "order",
            Aspect::Kind => "kind",
            Aspect::HeadingLevel => "heading-level",
            Aspect::Numbering => "numbering",
            Aspect::Columns => "columns",
            Aspect::Rows => "rows",
            Aspect::Items => "items",
            Aspect::Cell => "cell",
            Aspect::Empty => "empty",
            Aspect::Label => "label",
            Aspect::Reference => "reference",
            Aspect::Link => "link",
            Aspect::LinkLanguage => "link-language",
            Aspect::Image => "image",
            Aspect::Description => "description",
            Aspect::Footnote => "footnote",
            Aspect::Date => "date",
            Aspect::Time => "time",
            Aspect::Money => "money",
            Aspect::Percentage => "percentage",
            Aspect::Number => "number",
            Aspect::Count => "count",
            Aspect::Identical => "identical",
            Aspect::WrongLanguage => "wrong-language",
            Aspect::Ampersand => "ampersand",
        }
    }

    /// Whether one of the texts is at fault by itself, whatever the other has in its place.
    pub fn is_of_one_text(self) -> bool {
        matches!(
            self,
            Aspect::WrongLanguage | Aspect::Ampersand | Aspect::LinkLanguage
        )
    }

    /// The code of the finding that it makes.
    pub fn code(self) -> Code {
        match self {
            Aspect::WrongLanguage | Aspect::Identical => Code::WrongLanguage,
            _ => Code::Parity,
        }
    }
}

impl Difference {
    /// The finding: at the place in the right text, with that in the left one as related; the other
    /// way round where the right text lacks it. Its severity is that of its code; what a site makes of
    /// parity is for the caller to say.
    pub fn to_diagnostic(&self, left: &Text, right: &Text) -> Diagnostic {
        let here = Shown {
            text: right,
            spot: &self.right,
        };
        let there = Shown {
            text: left,
            spot: &self.left,
        };
        let (here, there) = match self.right.found {
            Some(_) => (here, there),
            None => (there, here),
        };
        let wording = wording::of(self.aspect, &here, &there);
        let place = |side: &Shown| side.text.source.place(side.spot.span.clone());
        Diagnostic::new(self.aspect.code(), place(&here), wording.message)
            .help(wording.help)
            .related(place(&there), wording.related)
    }
}

/// A text and a place in it.
struct Shown<'a> {
    text: &'a Text<'a>,
    spot: &'a Spot,
}
