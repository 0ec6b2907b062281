//! `version.yaml`: what holds for one version, in every language.

use jiff::civil::Date;

use super::approved::Approved;
use super::decode::{Decoder, Item};
use super::keys::File;
use super::{ChangeKind, EffectiveFrom, Localised, Located, Status, yaml};
use crate::diagnostic::Diagnostic;
use crate::language::LanguageCode;
use crate::source::Source;

/// The name of the file.
pub const FILE: &str = "version.yaml";

/// `version.yaml` as meant.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct VersionConfig {
    /// `effective_from`, where it is stated; else it is in the folder's name.
    pub effective_from: Option<Located<EffectiveFrom>>,
    /// `published_on`: the day from which it can be read.
    pub published_on: Option<Located<Date>>,
    /// `status`.
    pub status: Option<Located<Status>>,
    /// `approved`.
    pub approved: Option<Located<Approved>>,
    /// `change`.
    pub change: Change,
    /// `review_by`: the day by which it is to be reviewed.
    pub review_by: Option<Located<Date>>,
    /// `reference`: the number of a case or request.
    pub reference: Option<Located<String>>,
    /// `removed`.
    pub removed: Option<Located<Removed>>,
    /// `corrects`: the languages that it corrects; the texts of the others are repeated.
    pub corrects: Option<Located<Vec<LanguageCode>>>,
    /// `based_on`: the id of the version that a draft was made from.
    pub based_on: Option<Located<String>>,
    /// `seal`.
    pub seal: Option<Located<Seal>>,
}

/// `change`: what the version changes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Change {
    /// `kind`.
    pub kind: Option<ChangeKind>,
    /// `note`: what changed and why, for readers.
    pub note: Option<Localised>,
}

/// `removed`: the text is no longer shown anywhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Removed {
    /// `on`.
    pub on: Date,
    /// `reason`.
    pub reason: Option<Localised>,
}

/// `seal`: the fingerprint that was recorded when the version was published, as written: one line, or
/// several with the hash of each part.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Seal(pub String);

impl Seal {
    /// The text of a `version.yaml` with this seal, and no line of it changed but the seal's own.
    pub fn put_into(&self, text: &str) -> String {
        let mut lines: Vec<&str> = text.split_inclusive('\n').collect();
        let start = lines.iter().position(|line| line.starts_with("seal:"));
        let start = start.unwrap_or(lines.len());
        let is_own = |line: &&&str| line.starts_with([' ', '\t']);
        let below = lines.iter().skip(start + 1).take_while(is_own).count();
        let rest = lines.split_off((start + 1 + below).min(lines.len()));
        lines.truncate(start);
        let mut sealed = lines.concat();
        if !sealed.is_empty() && !sealed.ends_with('\n') {
            sealed.push('\n');
        }
        sealed.push_str("seal: |-\n");
        for line in self.0.lines() {
            sealed.push_str(&format!("  {line}\n"));
        }
        sealed.push_str(&rest.concat());
        sealed
    }
}

/// Reads a `version.yaml` of a site that has these languages.
pub fn read(
    source: &Source,
    languages: &[LanguageCode],
    findings: &mut Vec<Diagnostic>,
) -> VersionConfig {
    let Some(root) = yaml::parse(source, 0..source.text().len(), findings) else {
        return VersionConfig::default();
    };
    let mut decoder = Decoder::new(source, languages, findings);
    let fields = decoder.file(&root, File::Version);
    VersionConfig {
        effective_from: decoder.located(&fields, "effective_from", Decoder::effective_from),
        published_on: decoder.located(&fields, "published_on", Decoder::date),
        status: decoder.located(&fields, "status", Decoder::choice),
        approved: decoder.located(&fields, "approved", Approved::read),
        change: decoder.or_default(&fields, "change", change),
        review_by: decoder.located(&fields, "review_by", Decoder::date),
        reference: decoder.located(&fields, "reference", Decoder::text),
        removed: decoder.located(&fields, "removed", removed),
        corrects: decoder.located(&fields, "corrects", corrects),
        based_on: decoder.located(&fields, "based_on", Decoder::text),
        seal: decoder.located(&fields, "seal", |decoder, item| {
            decoder.text(item).map(Seal)
        }),
    }
}

fn change(decoder: &mut Decoder<'_>, item: &Item<'_>) -> Option<Change> {
    let fields = decoder.mapping(item, &["kind", "note"])?;
    Some(Change {
        kind: decoder.optional(&fields, "kind", Decoder::choice),
        note: decoder.optional(&fields, "note", Decoder::words),
    })
}

fn removed(decoder: &mut Decoder<'_>, item: &Item<'_>) -> Option<Removed> {
    let fields = decoder.mapping(item, &["on", "reason"])?;
    let on = decoder.required(&fields, "on", Decoder::date);
    let reason = decoder.optional(&fields, "reason", Decoder::words);
    Some(Removed { on: on?, reason })
}

fn corrects(decoder: &mut Decoder<'_>, item: &Item<'_>) -> Option<Vec<LanguageCode>> {
    let fields = decoder.mapping(item, &["languages"])?;
    decoder.required(&fields, "languages", Decoder::language_list)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seal_changes_its_own_lines_alone() {
        let seal = Seal("sha256:ab\nfile en.md 12".to_owned());
        let own = "seal: |-\n  sha256:ab\n  file en.md 12\n";
        for (before, after) in [
            ("", own.to_owned()),
            ("# a\nreference: x", format!("# a\nreference: x\n{own}")),
            (
                "seal: old\n# b\nreference: x\n",
                format!("{own}# b\nreference: x\n"),
            ),
            (
                "change:\n  kind: major\nseal: |-\n  one\n  two\n\nreference: x\n",
                format!("change:\n  kind: major\n{own}\nreference: x\n"),
            ),
        ] {
            assert_eq!(seal.put_into(before), after);
            assert_eq!(seal.put_into(&after), after);
        }
    }
}
