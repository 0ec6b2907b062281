//! Commands that a message tells its reader to type.

use std::borrow::Cow;

/// An argument of a command as it is to be typed: in quotes where a shell would take it for something else.
pub fn in_shell(argument: &str) -> Cow<'_, str> {
    // Only a NUL has no quoted form, and no path or id has one.
    shlex::try_quote(argument).unwrap_or(Cow::Borrowed(argument))
}
