//! What the texts of a language refer to, and what of it is not there.

use std::collections::BTreeSet;

use fluent_bundle::FluentResource;

use super::messages::{self, Reference};
use crate::diagnostic::{Code, Diagnostic, Place, nearest};
use crate::source::Source;

/// What was referred to so far, each with its place, and the terms that there are.
#[derive(Default)]
pub(super) struct References {
    messages: Vec<(String, Place)>,
    terms: Vec<(String, Place)>,
    functions: Vec<(String, Place)>,
    known_terms: BTreeSet<String>,
}

impl References {
    /// Takes those of one file.
    pub fn take(&mut self, resource: &FluentResource, source: &Source) {
        self.known_terms
            .extend(messages::terms(resource).map(str::to_owned));
        for (reference, at) in messages::references(resource) {
            let place = source.place(at);
            let (kind, name) = match reference {
                Reference::Message(name) => (&mut self.messages, name),
                Reference::Term(name) => (&mut self.terms, name),
                Reference::Function(name) => (&mut self.functions, name),
            };
            kind.push((name.to_owned(), place));
        }
    }

    /// The findings for those that lead to nothing. Of functions strings have none.
    pub fn unresolved(self, has_message: impl Fn(&str) -> bool) -> Vec<Diagnostic> {
        let mut found = Vec::new();
        for (name, place) in self.messages {
            if !has_message(&name) {
                found.push(not_there(
                    place,
                    format!("there is no string `{name}`"),
                    None,
                ));
            }
        }
        for (name, place) in self.terms {
            if !self.known_terms.contains(&name) {
                let known = self.known_terms.iter().map(String::as_str);
                let meant = nearest(&name, known).map(str::to_owned);
                found.push(not_there(
                    place,
                    format!("there is no term `-{name}`"),
                    meant,
                ));
            }
        }
        for (name, place) in self.functions {
            found.push(not_there(
                place,
                format!("there is no function `{name}`"),
                None,
            ));
        }
        found
    }
}

fn not_there(place: Place, message: String, meant: Option<String>) -> Diagnostic {
    let help = match meant {
        Some(meant) => format!("Perhaps `-{meant}` is meant."),
        None => {
            "Write the words out, or correct the name; a value is written `{ $name }`.".to_owned()
        }
    };
    Diagnostic::new(Code::ThemeString, place, message).help(help)
}
