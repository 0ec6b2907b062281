//! Styles and scripts as readers' browsers fetch them: without what is there for those who read them.

/// A script as readers' browsers fetch it: without indentation, and without lines that are a comment. One
/// that has a string over several lines stays as it is.
pub(super) fn packed_script(script: &str) -> String {
    let is_open = |line: &str| line.matches('`').count() % 2 == 1 || line.ends_with('\\');
    if script.lines().any(is_open) {
        return script.to_owned();
    }
    let lines = script.lines().map(str::trim);
    let lines = lines.filter(|line| !line.is_empty() && !line.starts_with("//"));
    lines.flat_map(|line| [line, "\n"]).collect()
}

/// A stylesheet as readers' browsers fetch it: without indentation, without lines that are a comment,
/// and without the ends of lines that part nothing. One that splits a string over lines stays as it is.
pub(super) fn packed(css: &str) -> String {
    if css.contains("\\\n") || css.contains("\\\r\n") {
        return css.to_owned();
    }
    let is_comment =
        |line: &str| line.starts_with("/*") && line.find("*/") == line.len().checked_sub(2);
    let lines = css.lines().map(str::trim);
    let lines = lines.filter(|line| !line.is_empty() && !is_comment(line));
    let end = |line: &str| {
        if line.ends_with([';', ',', '{']) {
            ""
        } else {
            "\n"
        }
    };
    lines.flat_map(|line| [line, end(line)]).collect()
}
