//! What a difference says to the people who mend it.

use super::{Aspect, Shown};
use crate::language::LanguageCode;
use crate::language::names::name_in;

/// A finding's sentences.
pub(super) struct Wording {
    pub message: String,
    /// What stands at the other place.
    pub related: String,
    pub help: String,
}

/// The sentences for a difference that is shown `here`, with its counterpart `there`.
pub(super) fn of(aspect: Aspect, here: &Shown, there: &Shown) -> Wording {
    let ours = here.spot.found.as_deref().unwrap_or_default();
    match &there.spot.found {
        Some(theirs) => both(aspect, (here, ours), (there, theirs)),
        None => alone(aspect, (here, ours), there),
    }
}

fn both(aspect: Aspect, (here, ours): (&Shown, &str), (there, theirs): (&Shown, &str)) -> Wording {
    let (this_text, that_text) = (name(here), name(there));
    let message = match aspect {
        Aspect::Block | Aspect::Section | Aspect::Order => {
            format!("this {ours} stands at another place than in {that_text}")
        }
        Aspect::Kind => format!("this is {ours}; in {that_text} it is {theirs}"),
        Aspect::HeadingLevel => {
            format!("this heading is of level {ours}; in {that_text} it is of level {theirs}")
        }
        Aspect::Numbering => format!("this list {ours}; in {that_text} it {theirs}"),
        Aspect::Items => format!("this list has {ours}; in {that_text} it has {theirs}"),
        Aspect::Columns | Aspect::Rows => {
            format!("this table has {ours}; in {that_text} it has {theirs}")
        }
        Aspect::Link => format!("this link leads to {ours}; in {that_text} it leads to {theirs}"),
        Aspect::Count => format!("this heading counts {ours}"),
        Aspect::Identical => format!("this says the same, word for word, as {that_text}"),
        _ => value_differs(aspect, ours, Some(theirs), &that_text),
    };
    Wording {
        message,
        related: format!("the counterpart in {that_text}"),
        help: help(aspect, ours, this_text.as_str(), that_text.as_str()),
    }
}

fn alone(aspect: Aspect, (here, ours): (&Shown, &str), there: &Shown) -> Wording {
    let (this_text, that_text) = (name(here), name(there));
    let message = match aspect {
        Aspect::Block | Aspect::Section => format!("this {ours} has no counterpart in {that_text}"),
        Aspect::Cell => format!("this cell is empty in {that_text}"),
        Aspect::Empty => format!("this {ours} is empty in {that_text}"),
        Aspect::Description => format!("this image has no description in {that_text}"),
        Aspect::WrongLanguage => {
            format!("this {ours} of {this_text} seems to be in the language of {that_text}")
        }
        Aspect::Count => format!("this heading counts {ours}"),
        Aspect::Ampersand => format!("“&” stands for a word here, in {this_text}"),
        Aspect::Link => format!("this link to {ours} has no counterpart in {that_text}"),
        Aspect::LinkLanguage => format!(
            "this link of {this_text} leads to what is in the language of {that_text}: {ours}"
        ),
        _ => value_differs(aspect, ours, None, &that_text),
    };
    Wording {
        message,
        related: match aspect {
            Aspect::WrongLanguage | Aspect::Ampersand | Aspect::Count | Aspect::LinkLanguage => {
                format!("the counterpart in {that_text}")
            }
            _ => format!("{that_text} lacks it here"),
        },
        help: help(aspect, ours, this_text.as_str(), that_text.as_str()),
    }
}

/// That a value is another than in the other text, which `that` names, or is not there.
pub(in crate::parity) fn value_differs(
    aspect: Aspect,
    ours: &str,
    theirs: Option<&str>,
    that: &str,
) -> String {
    let noun = noun(aspect);
    match theirs {
        Some(theirs) => format!("the {noun} here is {ours}; in {that} it is {theirs}"),
        None => format!("the {noun} {ours} is not in {that}"),
    }
}

/// What to do.
fn help(aspect: Aspect, ours: &str, this_text: &str, that_text: &str) -> String {
    // A comment above an item would end its list.
    let place = match ours {
        "list item" => "at the beginning of the item",
        _ => "above the block",
    };
    let remedy = match aspect {
        Aspect::Block | Aspect::Section => format!("Add it to {that_text}, or remove it from {this_text}."),
        Aspect::Order => "Put it at the same place in both texts.".to_owned(),
        Aspect::Identical | Aspect::WrongLanguage => format!("Write it in the language of {this_text}."),
        Aspect::Ampersand => "Write “a” or “ac”.".to_owned(),
        Aspect::Count => "Correct the number, or the list.".to_owned(),
        // Only addresses of the web have counterparts.
        Aspect::Link if ours.contains("://") => "Lead both links to the same thing, each in its language; if they do, name the two sites under `counterparts` in site.yaml.".to_owned(),
        Aspect::Link if is_file(ours) => "Lead both links to the same thing, each in its language: a file that is there in two languages has the language in its name before the ending, `form.en.docx` and `ffurflen.cy.docx`.".to_owned(),
        Aspect::Link => "Lead both links to the same thing, each in its language.".to_owned(),
        Aspect::LinkLanguage if ours.contains("://") => format!("Lead it to the site in the language of {this_text}, which `counterparts` in site.yaml names."),
        Aspect::LinkLanguage => format!("Lead it to the file in the language of {this_text}."),
        _ => "See which of the two is right, and correct the other.".to_owned(),
    };
    format!(
        "{remedy} If the texts are meant to differ, say why {place}: <!-- parity: the reason -->"
    )
}

/// Whether a link leads to a file, and not to a page or a text.
fn is_file(shown: &str) -> bool {
    let file = shown.trim_matches(['“', '”']);
    let file = file.rsplit('/').next().unwrap_or(file);
    let has_ending = file
        .rsplit_once('.')
        .is_some_and(|(_, ending)| ending.starts_with(char::is_alphabetic));
    has_ending && !file.contains(':') && !file.contains('#') && !file.ends_with(".md")
}

fn noun(aspect: Aspect) -> &'static str {
    match aspect {
        Aspect::Date => "date",
        Aspect::Time => "time",
        Aspect::Money => "sum",
        Aspect::Percentage => "percentage",
        Aspect::Label => "label",
        Aspect::Reference => "reference",
        Aspect::Image => "image",
        Aspect::Description => "description",
        Aspect::Footnote => "footnote",
        _ => "number",
    }
}

/// "the Welsh text", or with its code where its name is not known.
fn name(side: &Shown) -> String {
    let language = side.text.language;
    let english = LanguageCode::parse("en");
    let name = english.and_then(|english| name_in(language, &english));
    format!("the {} text", name.unwrap_or(language.as_str()))
}
