//! Styles and scripts as readers' browsers fetch them: without what is there for those who read them.

/// Whether a line is a comment from its beginning to its end, in a stylesheet or a script.
fn is_comment(line: &str) -> bool {
    line.starts_with("/*") && line.find("*/") == line.len().checked_sub(2)
}

/// A script as readers' browsers fetch it: without indentation, and without lines that are a comment. One
/// that has a string over several lines stays as it is.
pub(super) fn packed_script(script: &str) -> String {
    let is_open = |line: &str| line.matches('`').count() % 2 == 1 || line.ends_with('\\');
    if script.lines().any(is_open) {
        return script.to_owned();
    }
    let lines = script.lines().map(str::trim);
    let lines =
        lines.filter(|line| !line.is_empty() && !line.starts_with("//") && !is_comment(line));
    lines.flat_map(|line| [line, "\n"]).collect()
}

/// A stylesheet as readers' browsers fetch it: without indentation, without lines that are a comment,
/// and without the blanks and the ends of lines that part nothing. One that splits a string over lines stays as
/// it is.
pub(super) fn packed(css: &str) -> String {
    if css.contains("\\\n") || css.contains("\\\r\n") {
        return css.to_owned();
    }
    let lines = css.lines().map(str::trim);
    let lines = lines.filter(|line| !line.is_empty() && !is_comment(line));
    let end = |line: &str| {
        if line.ends_with([';', ',', '{']) {
            ""
        } else {
            "\n"
        }
    };
    let packed = |line| match (declaration(line), line) {
        (Some((name, value)), _) => [name, ":", value],
        (None, line) => match line.strip_suffix(" {") {
            Some(selector) => [selector, "{", ""],
            None => [line, end(line), ""],
        },
    };
    lines.flat_map(packed).collect()
}

/// The name and the value of a declaration that is a line of its own.
fn declaration(line: &str) -> Option<(&str, &str)> {
    let (name, value) = line.split_once(": ").filter(|_| line.ends_with(';'))?;
    let is_name = name
        .bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    is_name.then_some((name, value))
}
