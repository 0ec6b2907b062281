//! The words of the interface, as pages need them within an article.

use crate::language::LanguageCode;

/// Gives the strings of the theme. Pages hold no words of their own: they ask for whole strings.
pub trait Wording: Sync {
    /// A string in a language, with the values that it names.
    fn text(&self, language: &LanguageCode, key: &str, values: &[(&str, Value<'_>)]) -> String;
}

/// A value that a string names.
#[derive(Clone, Copy, Debug)]
pub enum Value<'a> {
    /// A number, which also chooses a plural form.
    Number(usize),
    /// A text that is put in as it is.
    Text(&'a str),
}
