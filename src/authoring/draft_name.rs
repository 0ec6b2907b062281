//! The name of a draft's folder.

use std::fmt;

use super::Refusal;

/// The name where none is given.
const PLAIN: &str = "draft";

/// The name of a draft's folder: `draft`, or `draft-` and a word. A folder of any other name is not read as a
/// draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftName(String);

impl DraftName {
    /// The name that an author gave: with or without `draft-` before it, and `draft` where there is none.
    ///
    /// # Errors
    /// When a folder with that name would be no draft, or one that some system cannot have.
    pub fn parse(written: Option<&str>) -> Result<Self, Refusal> {
        let written = written.unwrap_or(PLAIN);
        if written == PLAIN {
            return Ok(DraftName(PLAIN.to_owned()));
        }
        let word = written.strip_prefix("draft-").unwrap_or(written);
        let is_plain = |c: char| c.is_ascii_alphanumeric() || "-_.".contains(c);
        if word.starts_with(|c: char| c.is_ascii_alphanumeric()) && word.chars().all(is_plain) {
            Ok(DraftName(format!("draft-{word}")))
        } else {
            Err(Refusal::DraftName(written.to_owned()))
        }
    }

    /// The folder's name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for DraftName {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::DraftName;
    use crate::model::VersionId;

    #[test]
    fn a_name_is_that_of_a_draft_or_refused() {
        let parse = |written| DraftName::parse(written).map(|name| name.to_string()).ok();
        assert_eq!(parse(None).as_deref(), Some("draft"));
        for (written, folder) in [
            ("draft", "draft"),
            ("april", "draft-april"),
            ("draft-april", "draft-april"),
            ("2027-04-01", "draft-2027-04-01"),
        ] {
            assert_eq!(parse(Some(written)).as_deref(), Some(folder));
            assert!(VersionId::parse(folder).unwrap().is_draft());
        }
        for written in ["", "draft-", "draft-a b", "draft-..", "..", "a/b", "-", "é"] {
            assert_eq!(parse(Some(written)), None, "{written}");
        }
    }
}
