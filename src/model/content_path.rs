//! Paths of what lies in the folder of a site's content, and the names of texts.

use crate::language::LanguageCode;

/// The path from the site's folder of what has an id: a section, a document, a page.
pub fn in_content(id: &str) -> String {
    format!("content/{id}")
}

/// The name of the file with the text in a language.
pub fn text_name(language: &LanguageCode) -> String {
    format!("{language}.md")
}

/// Whether a file has the name of a text.
pub(super) fn is_text_name(name: &str) -> bool {
    let code = name.strip_suffix(".md");
    code.is_some_and(|code| LanguageCode::parse(code).is_some())
}

/// A path below the folder of the content, for one from the site's folder; empty for the content folder itself,
/// nothing for a path that is not in it.
pub fn below_content(path: &str) -> Option<&str> {
    let below = path.strip_prefix("content")?;
    if below.is_empty() {
        return Some(below);
    }
    below.strip_prefix('/')
}

#[cfg(test)]
mod tests {
    use super::below_content;

    #[test]
    fn what_is_not_in_the_content_has_no_path_below_it() {
        assert_eq!(below_content("content/policy/leave"), Some("policy/leave"));
        assert_eq!(below_content("content"), Some(""));
        for path in ["contents/policy", "static/content/a", "site.yaml", ""] {
            assert_eq!(below_content(path), None, "{path}");
        }
    }
}
