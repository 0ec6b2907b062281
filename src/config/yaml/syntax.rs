//! The parser's faults in plain words, at the place where they are mended.

use std::ops::Range;

use serde_yaml::granit_parser::{ErrorKind, ScanError};

use crate::diagnostic::{Code, Diagnostic, Place};
use crate::source::Source;

/// The finding for a fault that the parser met in a range of a source.
pub(super) fn finding(source: &Source, yaml: &Range<usize>, fault: &ScanError) -> Diagnostic {
    let text = &source.text()[yaml.clone()];
    let at = fault.marker().byte_offset().unwrap_or(text.len());
    let at = at.min(text.len());
    let place = |at: usize| source.place(yaml.start + at..yaml.start + at + 1);
    if matches!(fault.kind(), ErrorKind::RecursionLimitExceeded) {
        return too_deep(place(at));
    }
    let what_was_meant =
        || mistaken_comment(text, at, fault.kind()).or_else(|| indenting_tab(text, at));
    let (at, words) = what_was_meant().unwrap_or_else(|| match fault.kind() {
        _ if begins_with_tab(text) => (0, plain_words(&ErrorKind::TabNotAllowed)),
        ErrorKind::MappingValueNotAllowed => misplaced_colon(text, at),
        ErrorKind::SimpleKeyExpected => unfinished_key(text, line_start(text, at)),
        kind if is_tab(kind) => (tab_around(text, at), plain_words(kind)),
        kind => (at, plain_words(kind)),
    });
    Diagnostic::new(Code::InvalidYaml, place(at), words.message).help(words.help)
}

/// The finding for lists and mappings that lie too deeply in one another.
pub(super) fn too_deep(place: Place) -> Diagnostic {
    let message = "lists and mappings lie too deeply in one another";
    Diagnostic::new(Code::TooLarge, place, message)
        .help("Take some of the brackets or the indentation away: no key needs as many.")
}

/// What is wrong and what to do.
struct Words {
    message: String,
    help: &'static str,
}

fn words(message: impl Into<String>, help: &'static str) -> Words {
    let message = message.into();
    Words { message, help }
}

fn is_tab(kind: &ErrorKind) -> bool {
    use ErrorKind as Kind;
    matches!(
        kind,
        Kind::TabNotAllowed
            | Kind::TabInBlockIndentation
            | Kind::TabInIndentation
            | Kind::TabAtBlockScalarStart
            | Kind::TabInPlainScalar
    )
}

/// Whether the first line is indented with a tab, which the parser meets lines later as something else.
fn begins_with_tab(text: &str) -> bool {
    let first = text.lines().next().unwrap_or_default();
    first.starts_with('\t') && !first.trim().is_empty()
}

/// The tab in the indentation of the line on which the parser stopped: it does not say so of every one.
fn indenting_tab(text: &str, at: usize) -> Option<(usize, Words)> {
    let line = line_start(text, at);
    let before = &text[line..at];
    let tab = before.find('\t').filter(|_| before.trim().is_empty())?;
    Some((line + tab, plain_words(&ErrorKind::TabInIndentation)))
}

/// The `#` behind a space that made a comment of a value in brackets, and of the comma or the bracket after it: the
/// parser misses that further on.
fn mistaken_comment(text: &str, at: usize, kind: &ErrorKind) -> Option<(usize, Words)> {
    use ErrorKind as Kind;
    let inside = match kind {
        Kind::UnclosedFlowCollection { .. } => at..text.len(),
        Kind::InvalidColonPlacement
        | Kind::ExpectedFlowMappingSeparator
        | Kind::ExpectedFlowSequenceSeparator
        | Kind::UnexpectedEofFlowMapping
        | Kind::UnexpectedEofFlowSequence
        | Kind::UnexpectedEofImplicitFlowMapping => text[..at].rfind(['{', '['])?..at,
        _ => return None,
    };
    let is_comment = |sign: &usize| {
        let line = text[*sign..].lines().next().unwrap_or_default();
        text[..*sign].ends_with([' ', '\t']) && line.contains(['}', ']', ','])
    };
    let signs = text[inside.clone()].match_indices('#');
    let mut signs = signs.map(|(sign, _)| inside.start + sign);
    let message = "what follows a space and a `#` is not read: YAML takes it for a comment";
    let help = "Put the value in quotation marks, for instance `\"#1d3557\"`.";
    Some((signs.find(is_comment)?, words(message, help)))
}

/// Where the tabs begin that the parser met: it stops at the first, behind them, or at the end of the line above.
fn tab_around(text: &str, at: usize) -> usize {
    let (before, after) = text.split_at(at);
    let end = match after.find('\t') {
        Some(0) => at,
        _ if before.ends_with('\t') => at,
        Some(next) => at + next,
        None => before.rfind('\t').map_or(at, |tab| tab + 1),
    };
    text[..end].trim_end_matches('\t').len()
}

const QUOTE_IT: &str = "Put the whole value in double quotation marks.";
const CLOSE_IT: &str = "Add the closing bracket, or put the value in double quotation marks if the bracket belongs to the text.";
const ALIGN_IT: &str = "Check the indentation: keys that belong together begin in the same column, each followed by a colon and a space; what belongs to a key is indented below it.";

#[allow(clippy::too_many_lines, reason = "a table")]
fn plain_words(kind: &ErrorKind) -> Words {
    use ErrorKind as Kind;
    match kind {
        kind if is_tab(kind) => words(
            "a tab stands where YAML takes spaces only",
            "Replace the tab with spaces.",
        ),
        Kind::UnclosedQuotedScalar | Kind::DocumentIndicatorInQuotedScalar => words(
            "this quotation mark is not closed",
            "Put the same quotation mark at the end of the value.",
        ),
        Kind::InvalidTrailingSingleQuotedScalar => words(
            "text follows the closing quotation mark",
            "If the mark before it is an apostrophe, put the whole value in double quotation marks.",
        ),
        Kind::InvalidTrailingDoubleQuotedScalar => words(
            "text follows the closing quotation mark",
            "Put the marks around the whole value; write a double mark inside it as `\\\"`.",
        ),
        Kind::InvalidQuotedScalarIndent | Kind::InvalidFlowScalarIndent => words(
            "this line of a value is not indented far enough",
            "Indent it further than the key that it belongs to.",
        ),
        Kind::UnclosedFlowCollection { open } => {
            words(format!("this `{open}` is not closed"), CLOSE_IT)
        }
        Kind::MismatchedFlowCollectionEnd { open, close } => words(
            format!("`{open}` is closed by `{close}`"),
            "Use the two halves of one pair of brackets.",
        ),
        Kind::MisplacedFlowCollectionEnd => words(
            "this bracket closes nothing",
            "Remove it, or add the bracket that opens.",
        ),
        Kind::InvalidColonPlacement
        | Kind::ExpectedFlowMappingSeparator
        | Kind::ExpectedFlowSequenceSeparator
        | Kind::UnexpectedEofFlowMapping
        | Kind::UnexpectedEofFlowSequence
        | Kind::UnexpectedEofImplicitFlowMapping => words(
            "a comma or a closing bracket is missing before this",
            "Separate the values in brackets with single commas, and close the brackets.",
        ),
        Kind::UnexpectedCharacter { character } if !character.is_control() => {
            words(format!("a value cannot begin with `{character}`"), QUOTE_IT)
        }
        Kind::UnexpectedCharacter { .. } => words(
            "a character that cannot be seen stands here",
            "Delete it and type the text anew.",
        ),
        Kind::UnknownAnchor | Kind::MissingAnchorOrAliasName => {
            words("a value cannot begin with `*` or `&`", QUOTE_IT)
        }
        Kind::UndeclaredTagHandle | Kind::InvalidTagTerminator | Kind::MissingTagUri => {
            words("a value cannot begin with `!`", QUOTE_IT)
        }
        Kind::UnknownQuotedScalarEscape
        | Kind::InvalidQuotedScalarHexEscape
        | Kind::InvalidUnicodeEscape => words(
            "a `\\` in this value is followed by something that YAML does not know",
            "Write `\\\\` for a backslash, or use single quotation marks.",
        ),
        Kind::BlockSequenceEntryNotAllowed | Kind::PlainScalarStartsWithDashFlowIndicator => words(
            "a list cannot begin here",
            "Begin the list on the next line. If the hyphen belongs to the text, put the whole value in double quotation marks.",
        ),
        Kind::InvalidIndentation
        | Kind::ExpectedBlockMappingKey
        | Kind::ExpectedBlockSequenceEntry
        | Kind::InvalidBlockScalarIndent => words("this does not fit the lines above it", ALIGN_IT),
        other => words(format!("this is not YAML ({other})"), ALIGN_IT),
    }
}

/// The parser met a colon that makes a key where none can be. What is to be mended is the text
/// before it on its line, or the line above.
fn misplaced_colon(text: &str, colon: usize) -> (usize, Words) {
    let line = line_start(text, colon);
    if text[line..colon].contains(": ") {
        let message = "a text that holds a colon and a space needs quotation marks";
        return (colon, words(message, QUOTE_IT));
    }
    let above = text[..line].trim_end();
    let above = line_start(text, above.len())..above.len();
    let has_value = text[above.clone()].contains(": ");
    if has_value || text[above.clone()].ends_with(['"', '\'', ']', '}']) {
        let message = "this key is indented below one that already has a value";
        return (line + indentation(&text[line..]), words(message, ALIGN_IT));
    }
    unfinished_key(text, above.start)
}

/// The line that begins at a byte should be a key, and the parser found no colon and space in it.
fn unfinished_key(text: &str, start: usize) -> (usize, Words) {
    let line = text[start..].lines().next().unwrap_or_default();
    if let Some(colon) = line.find(':') {
        let help = "Write the key, a colon, a space, and the value.";
        return (
            start + colon,
            words("a space is missing after this colon", help),
        );
    }
    let help = "Write the key, a colon, a space, and the value. If this line continues the text above, indent it.";
    (
        start + indentation(line),
        words("a colon is missing after this key", help),
    )
}

fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |end| end + 1)
}

fn indentation(line: &str) -> usize {
    line.len() - line.trim_start().len()
}

#[cfg(test)]
mod tests {
    use super::super::parse;
    use crate::source::Source;

    /// `line:column message` of what is wrong with a text.
    fn fault(text: &str) -> String {
        let mut findings = Vec::new();
        assert_eq!(
            parse(&Source::new("a.yaml", text), 0..text.len(), &mut findings),
            None
        );
        assert_eq!(findings.len(), 1, "{findings:?}");
        let place = &findings[0].place;
        format!("{}:{} {}", place.line, place.column, findings[0].message)
    }

    #[test]
    fn faults_of_grammar_are_told_in_plain_words_where_they_are_mended() {
        let faults = [
            (
                "title: Policy: leave\n",
                "1:14 a text that holds a colon and a space needs quotation marks",
            ),
            (
                "title: 'Rheolau'r tŷ'\n",
                "1:17 text follows the closing quotation mark",
            ),
            (
                "title: \"Rheol\nowner: x\n",
                "1:8 this quotation mark is not closed",
            ),
            (
                "title: a\n  owner: b\n",
                "2:3 this key is indented below one that already has a value",
            ),
            (
                "tŷ: a\ntitle:x\nowner: b\n",
                "2:6 a space is missing after this colon",
            ),
            ("title\nowner: b\n", "1:1 a colon is missing after this key"),
            ("owner: b\ntitle\n", "2:1 a colon is missing after this key"),
            ("languages: [en, cy\n", "1:12 this `[` is not closed"),
            (
                "languages: [en, cy\ntitle: x\n",
                "2:6 a comma or a closing bracket is missing before this",
            ),
            (
                "title:\n\ten: x\n",
                "2:1 a tab stands where YAML takes spaces only",
            ),
            (
                "title:\n  en: x\n\t\tcy: x\n",
                "3:1 a tab stands where YAML takes spaces only",
            ),
            (
                "\ttitle: x\nlanguages: [en]\n",
                "1:1 a tab stands where YAML takes spaces only",
            ),
            (
                "owner: {en: x}\n\ttitle: y\n",
                "2:1 a tab stands where YAML takes spaces only",
            ),
            (
                "look:\n  colours: {band: #c8102e}\n",
                "2:19 what follows a space and a `#` is not read: YAML takes it for a comment",
            ),
            (
                "colours: {band: #c8102e,\n  link: #1d3557}\ntitle: x\n",
                "1:17 what follows a space and a `#` is not read: YAML takes it for a comment",
            ),
            (
                "title: |\n\tx\n",
                "2:1 a tab stands where YAML takes spaces only",
            ),
            ("tŷ: x\ntitle: @tŷ\n", "2:8 a value cannot begin with `@`"),
            ("title: *tŷ\n", "1:8 a value cannot begin with `*` or `&`"),
            (
                "a:\n    b: c\n  d: e\n",
                "3:3 this does not fit the lines above it",
            ),
            (
                "title: a\n---\ntitle: b\n",
                "2:1 a second YAML document begins here, and only one is read",
            ),
            ("title: {{ title }}\n", "1:9 a key must be a short text"),
        ];
        for (text, expected) in faults {
            assert_eq!(fault(text), expected, "{text:?}");
        }
    }
}
