//! Links within the site, as paths from the folder of its content.

use crate::language::slug;
use crate::parity::text::Text;

/// The folder that `doc:` paths begin in.
const CONTENT: &str = "content";

/// Where a link within the site leads, whatever the language of the text that has it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Way {
    parts: Vec<String>,
    anchor: Option<String>,
}

impl Way {
    /// Of `policy/leave#carry-over`, after `doc:`.
    pub fn of_document(path: &str) -> Way {
        Way::walk(Vec::new(), path, "")
    }

    /// Of an address from the file that holds it, or from the site's root (`/x`).
    pub fn of_relative(target: &str, text: &Text) -> Way {
        let language = text.language.as_str();
        if let Some(path) = target.strip_prefix('/') {
            let path = path
                .strip_prefix(language)
                .filter(|rest| rest.starts_with('/'))
                .unwrap_or(path);
            return Way::walk(vec![String::new()], path, language);
        }
        let mut folder: Vec<_> = text.source.path().split('/').map(str::to_owned).collect();
        folder.pop();
        if folder.first().is_some_and(|first| first == CONTENT) {
            folder.remove(0);
        }
        Way::walk(folder, target, language)
    }

    fn walk(mut parts: Vec<String>, path: &str, language: &str) -> Way {
        let (path, anchor) = match path.split_once('#') {
            Some((path, anchor)) => (path, Some(anchor)),
            None => (path, None),
        };
        for part in path.split('/') {
            match part {
                "" | "." => {}
                ".." if parts.last().is_some_and(|last| last != "..") => drop(parts.pop()),
                part => parts.push(percent_decoded(part)),
            }
        }
        if let Some(file) = parts.pop() {
            parts.extend(without_language(&file, language));
        }
        let anchor = anchor.map(percent_decoded);
        Way { parts, anchor }
    }

    /// Whether both lead to the same file, and there to anchors that may be the same.
    pub fn leads_to_same(&self, other: &Way) -> bool {
        self.parts == other.parts && same_anchor(self.anchor.as_deref(), other.anchor.as_deref())
    }
}

/// Whether an address is that of a file which is named by a language: `log.en.csv`.
pub(super) fn is_file_in(target: &str, language: &str) -> bool {
    let path = target.split(['#', '?']).next().unwrap_or_default();
    let file = path.rsplit('/').next().unwrap_or_default();
    let parts: Vec<_> = file.split('.').collect();
    parts.len() > 2 && parts[parts.len() - 2] == language
}

/// `log.en.csv` → `log.csv`; `en.md` → nothing, since the folder says it all.
fn without_language(file: &str, language: &str) -> Option<String> {
    let mut parts: Vec<_> = file.split('.').collect();
    if parts.len() == 2 && parts[0] == language {
        return None;
    }
    if parts.len() > 2 && parts[parts.len() - 2] == language {
        parts.remove(parts.len() - 2);
    }
    Some(parts.join("."))
}

/// Anchors of another text, which is not at hand: equal, or both made of a heading's words, each in
/// its own language, with the same numbers.
fn same_anchor(left: Option<&str>, right: Option<&str>) -> bool {
    let (left, right) = match (left, right) {
        (None, None) => return true,
        (Some(left), Some(right)) => (slug::fold(left), slug::fold(right)),
        _ => return false,
    };
    let numbers = |anchor: &str| -> String {
        anchor
            .chars()
            .filter(|c| !c.is_alphabetic())
            .collect::<String>()
            .replace('-', "")
    };
    let is_words = |anchor: &str| anchor.chars().filter(|c| c.is_alphabetic()).count() > 3;
    left == right || numbers(&left) == numbers(&right) && is_words(&left) && is_words(&right)
}

/// `%C3%A8` → `è`; what is no UTF-8 stays as it is.
pub(super) fn percent_decoded(written: &str) -> String {
    let mut bytes = Vec::with_capacity(written.len());
    let mut rest = written.as_bytes();
    while let Some((&byte, after)) = rest.split_first() {
        let code = after
            .get(..2)
            .and_then(|code| std::str::from_utf8(code).ok());
        let code = code.and_then(|code| u8::from_str_radix(code, 16).ok());
        match (byte, code) {
            (b'%', Some(code)) => {
                bytes.push(code);
                rest = &after[2..];
            }
            _ => {
                bytes.push(byte);
                rest = after;
            }
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| written.to_owned())
}
