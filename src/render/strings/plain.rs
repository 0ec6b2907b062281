//! Messages that are words and variables and nothing else: nearly all, which need no resolver.

use std::fmt::Write;

use fluent_syntax::ast::{Expression, InlineExpression, Pattern, PatternElement};

use super::Argument;

/// Room for what most messages come to, in bytes.
const ROOM: usize = 64;

/// A message that says its words with values between them.
pub(super) struct Plain(Vec<Part>);

enum Part {
    Words(String),
    Variable(String),
}

impl Plain {
    /// Nothing of a message that chooses among forms or refers to another.
    pub fn of(pattern: &Pattern<&str>) -> Option<Plain> {
        let parts = pattern.elements.iter().map(part);
        parts.collect::<Option<_>>().map(Plain)
    }

    /// The message with these values; nothing where one of its variables has none.
    pub fn filled(&self, arguments: &[(&str, Argument)]) -> Option<String> {
        let mut text = String::with_capacity(ROOM);
        for part in &self.0 {
            let name = match part {
                Part::Words(words) => {
                    text.push_str(words);
                    continue;
                }
                Part::Variable(name) => name,
            };
            match arguments.iter().find(|(given, _)| given == name)? {
                (_, Argument::Text(words)) => text.push_str(words),
                (_, Argument::Number(number)) => {
                    let _ = write!(text, "{number}");
                }
            }
        }
        Some(text)
    }
}

fn part(element: &PatternElement<&str>) -> Option<Part> {
    match element {
        PatternElement::TextElement { value } => Some(Part::Words((*value).to_owned())),
        PatternElement::Placeable {
            expression: Expression::Inline(InlineExpression::VariableReference { id }),
        } => Some(Part::Variable(id.name.to_owned())),
        PatternElement::Placeable { .. } => None,
    }
}
