//! A version's folder → a version, with what its name and its `version.yaml` say of its dates.

use jiff::civil::Date;

use super::classified::VersionFolder;
use super::text::Title;
use super::{Reader, meant_text};
use crate::config::version::VersionConfig;
use crate::config::{self, EffectiveFrom, Located, Status};
use crate::diagnostic::{Code, Diagnostic, Place, Severity, has_errors};
use crate::model::{Dates, Held, Version, VersionId, meant_version, text_name};
use crate::source::Folder;

/// A version as it was read.
pub(super) struct ReadVersion {
    pub version: Version,
    /// Whether its dates are understood. Otherwise it is taken for a draft, so that what else is wrong with it is
    /// said in the same run: nothing is published before its dates are mended.
    pub is_dated: bool,
}

impl Reader<'_> {
    /// Reads a version.
    pub(super) fn version(
        &self,
        folder: &VersionFolder<'_>,
        findings: &mut Vec<Diagnostic>,
    ) -> ReadVersion {
        let config_from = findings.len();
        let config = self.version_config(folder, findings);
        let is_at_fault = folder.folder.is_unread || has_errors(&findings[config_from..]);
        let dates_from = findings.len();
        let (id, dates) = match VersionId::parse(&folder.folder.name) {
            Ok(id) => {
                let dates = dates(&id, &config, &folder.folder.path, findings);
                (id, dates)
            }
            Err(impossible) => {
                findings.push(impossible_name(&folder.folder.path, &impossible.0));
                (VersionId::of_no_form(&folder.folder.name), None)
            }
        };
        if is_at_fault {
            // What its version.yaml states may be the day that seems to be missing.
            let found = findings.split_off(dates_from).into_iter();
            findings.extend(found.filter(|found| found.code != Code::MissingDate));
        }
        let may_be_shown = |dates: Dates| dates.is_published(self.options.on);
        let held = match self.options.drafts || dates.is_none_or(may_be_shown) {
            true => self.held(folder, config.removed.is_some(), findings),
            false => Held::default(),
        };
        let path = folder.folder.path.clone();
        let as_known = dates.unwrap_or(Dates::Draft(None));
        ReadVersion {
            version: Version::new(id, path, as_known, config, held),
            is_dated: dates.is_some(),
        }
    }

    /// Reads what the version holds. Only then are its texts known.
    fn held(
        &self,
        folder: &VersionFolder<'_>,
        is_removed: bool,
        findings: &mut Vec<Diagnostic>,
    ) -> Held {
        if folder.texts.is_empty() && !is_removed && !folder.folder.is_unread {
            findings.push(self.empty_version(folder.folder));
        }
        let title = match is_removed {
            true => Title::Optional,
            false => Title::Required,
        };
        let texts = self.texts(&folder.texts, title, self.options.reading, findings);
        let attachments = self.attachments(&folder.folder.path, &folder.attachments, findings);
        Held { texts, attachments }
    }

    fn version_config(
        &self,
        folder: &VersionFolder<'_>,
        findings: &mut Vec<Diagnostic>,
    ) -> VersionConfig {
        self.read_yaml(folder.folder, config::version::FILE, findings)
            .map(|source| config::version::read(&source, self.languages, findings))
            .unwrap_or_default()
    }

    fn empty_version(&self, folder: &Folder) -> Diagnostic {
        let names: Vec<String> = self.languages.iter().map(text_name).collect();
        let renamed = self.languages.iter().filter_map(|language| {
            let meant = meant_text::in_language(folder, language)?;
            Some(format!("{meant} to {}", text_name(language)))
        });
        let renamed: Vec<String> = renamed.collect();
        let help = match (renamed.is_empty(), meant_text::any(folder)) {
            (false, _) => format!("Rename {}.", renamed.join(" and ")),
            (true, Some(file)) => format!(
                "Rename {file} after the language that it is in: {}.",
                names.join(" or ")
            ),
            (true, None) => format!("Put its text in the folder, as {}.", names.join(" or ")),
        };
        let message = "this version has no text in any language";
        Diagnostic::new(Code::EmptyVersion, Place::whole(&folder.path), message).help(help)
    }
}

fn status(config: &VersionConfig) -> Status {
    config
        .status
        .as_ref()
        .map_or(Status::Approved, |status| status.value)
}

fn impossible_name(path: &str, date: &str) -> Diagnostic {
    let message = format!("`{date}` is not a date of the calendar");
    Diagnostic::new(Code::InvalidDate, Place::whole(path), message)
        .help("Rename the folder to the day on which the version takes effect, as year-month-day.")
}

/// What the folder's name and its `version.yaml` say of its dates. `None` where one is missing.
fn dates(
    id: &VersionId,
    config: &VersionConfig,
    path: &str,
    findings: &mut Vec<Diagnostic>,
) -> Option<Dates> {
    let effective_from = effective_from(id, config, findings);
    if id.is_draft() || status(config) == Status::Draft {
        return Some(Dates::Draft(effective_from));
    }
    if effective_from.is_none() {
        findings.push(missing_start(id, path));
    }
    let published_on = published_on(id, config, effective_from);
    if published_on.is_none() && id.correction() > 0 {
        findings.push(missing_publication(id, path));
    }
    Some(Dates::Decided {
        effective_from: effective_from?,
        published_on: published_on?,
    })
}

/// The effective date: from the folder's name, or as stated.
fn effective_from(
    id: &VersionId,
    config: &VersionConfig,
    findings: &mut Vec<Diagnostic>,
) -> Option<EffectiveFrom> {
    match (id.day(), &config.effective_from) {
        (Some(day), None) => Some(EffectiveFrom::exact(day)),
        (Some(day), Some(stated)) if stated.by == day => Some(stated.value),
        (Some(day), Some(stated)) => {
            findings.push(other_date(day, stated));
            Some(EffectiveFrom::exact(day))
        }
        (None, Some(stated)) => {
            findings.extend(outside_of_name(id, config, stated));
            Some(stated.value)
        }
        (None, None) => None,
    }
}

fn missing_start(id: &VersionId, path: &str) -> Diagnostic {
    let message = format!("nothing says when the version `{id}` takes effect");
    let state = "Write `effective_from:` in its version.yaml: a date, `{by: …}` or `{after: …, by: …}`; or name the folder as the day";
    let help = match meant_version(id.as_str()) {
        Some(meant) => format!("{state}, or as a draft: it may be meant as `{meant}`."),
        None => format!("{state}."),
    };
    Diagnostic::new(Code::MissingDate, Place::whole(path), message).help(help)
}

fn other_date(day: Date, stated: &Located<EffectiveFrom>) -> Diagnostic {
    let message = format!(
        "`effective_from` says {}, but the folder's name says {day}",
        stated.by
    );
    let help = format!(
        "Leave `effective_from` out, write `{{by: {day}}}` if the start is not known, or rename the folder."
    );
    Diagnostic::new(Code::InvalidDate, stated.place.clone(), message).help(help)
}

/// The finding for a version whose folder is named after a month or a year in which it cannot have taken effect. An
/// edition that is stated to have been published in it may be named after that.
fn outside_of_name(
    id: &VersionId,
    config: &VersionConfig,
    stated: &Located<EffectiveFrom>,
) -> Option<Diagnostic> {
    let (first, last) = id.days()?;
    let may_begin = stated.by >= first && stated.earliest().is_none_or(|begins| begins <= last);
    let published = config.published_on.as_ref();
    if may_begin || published.is_some_and(|day| (first..=last).contains(&day.value)) {
        return None;
    }
    let days = match (stated.date(), stated.earliest()) {
        (Some(day), _) => day.to_string(),
        (None, Some(after)) => format!("between {after} and {}", stated.by),
        (None, None) => format!("by {}", stated.by),
    };
    let name = id.base().unwrap_or(id.as_str());
    let message = format!("`effective_from` says {days}, but the folder's name says {name}");
    let help = "Correct the one or the other: a version that is named after a month or a year takes effect in it, or states that it was published in it.";
    let found = Diagnostic::new(Code::InvalidDate, stated.place.clone(), message);
    // Other editions than these may be named after a year: what is stated holds.
    Some(found.severity(Severity::Warning).help(help))
}

/// The published date: as stated, or the latest day on which the version can have taken effect. A correction
/// states its own.
fn published_on(
    id: &VersionId,
    config: &VersionConfig,
    effective_from: Option<EffectiveFrom>,
) -> Option<Date> {
    let stated = config.published_on.as_ref().map(|stated| stated.value);
    let effective = effective_from.filter(|_| id.correction() == 0);
    stated.or(effective.map(|effective| effective.by))
}

fn missing_publication(id: &VersionId, path: &str) -> Diagnostic {
    let message = format!("nothing says when the correction `{id}` was published");
    let help = "Write `published_on:` with that day in its version.yaml: readers are told from when the corrected text could be read.";
    Diagnostic::new(Code::MissingDate, Place::whole(path), message).help(help)
}
