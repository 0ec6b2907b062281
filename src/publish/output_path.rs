//! Which paths a file of the site can have.

use std::path::{Component, Path};

use super::PublishError;
use super::manifest;

/// The longest name of one file or folder, in bytes, that common file systems take.
const NAME_LIMIT: usize = 255;

/// Holds a path to the rules: relative to the output, `/` between its parts, nothing that leads out
/// or that a list of one path a line could not hold.
pub(super) fn check(path: &str) -> Result<(), PublishError> {
    match fault(path) {
        None => Ok(()),
        Some(reason) => Err(PublishError::UnsafePath {
            path: path.to_owned(),
            reason,
        }),
    }
}

/// What is wrong with a path, in words that follow a colon.
pub(super) fn fault(path: &str) -> Option<&'static str> {
    if path.is_empty() {
        return Some("it is empty");
    }
    if path.chars().any(char::is_control) {
        return Some("it has a control character in it");
    }
    if path.contains('\\') {
        return Some("it has a backslash in it");
    }
    if path.starts_with('/') {
        return Some("it begins at the root of the disk");
    }
    if path == manifest::FILE_NAME {
        return Some("canllaw keeps the list of its files there");
    }
    path.split('/').find_map(name_fault)
}

fn name_fault(name: &str) -> Option<&'static str> {
    if name.len() > NAME_LIMIT {
        return Some("a name in it is longer than 255 bytes");
    }
    // What is a drive or a root differs between systems: the system's own reading of it decides.
    let mut components = Path::new(name).components();
    match (components.next(), components.next()) {
        (Some(Component::Normal(_)), None) => None,
        (Some(Component::ParentDir), _) => Some("it leads out of the output folder"),
        _ => Some("a name in it is empty, `.` or a drive"),
    }
}

#[cfg(test)]
mod tests {
    use super::fault;

    #[test]
    fn paths_inside_the_output_are_taken() {
        for path in [
            "index.html",
            "cy/polisi/tŷ a gardd/index.html",
            ".well-known/security.txt",
            "files/..form.pdf",
            "files/.canllaw-manifest",
        ] {
            assert_eq!(fault(path), None, "{path}");
        }
    }

    #[test]
    fn paths_that_lead_out_or_cannot_be_listed_are_refused() {
        for path in [
            "",
            "/",
            "/etc/x",
            "..",
            "../x",
            "en/../../x",
            "en/..",
            "./x",
            "en/./x",
            "en//x",
            "en/",
            "en\\x",
            "en/a\nb",
            "en/\0",
            "en/\u{85}",
            ".canllaw-manifest",
        ] {
            assert!(fault(path).is_some(), "{path:?}");
        }
        assert!(fault(&"ŵ".repeat(128)).is_some());
    }
}
