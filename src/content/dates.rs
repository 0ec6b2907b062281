//! Days that contradict each other: what is said cannot have been. What is known only in part contradicts
//! nothing that it leaves open.

use jiff::civil::Date;

use crate::config::document::DocumentConfig;
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::model::Version;

/// Of the versions of a document, in the order of time, and of its withdrawals. `all_dated` says whether the
/// dates of all were understood: one of which they were not may be the first.
pub(super) fn contradictions(
    config: &DocumentConfig,
    versions: &[Version],
    all_dated: bool,
) -> Vec<Diagnostic> {
    let mut findings = corrected_too_early(versions);
    findings.extend(versions.iter().filter_map(removed_too_early));
    let same_day = same_day(config);
    findings.extend(match same_day.is_empty() {
        true => out_of_order(config),
        false => same_day,
    });
    if all_dated {
        findings.extend(withdrawn_too_early(config, versions));
    }
    findings
}

/// A document cannot be withdrawn and in force again on one day.
fn same_day(config: &DocumentConfig) -> Vec<Diagnostic> {
    let found = config.reinstated.iter().filter_map(|reinstated| {
        let day = reinstated.on;
        let withdrawn = config.withdrawn.iter().find(|it| it.on == day)?;
        let message = format!(
            "the document is withdrawn and reinstated on the same day, {day}, so that it cannot be told which holds"
        );
        let help = "Correct one of the two days; or leave both out, if it was in force all along.";
        Some(contradiction(reinstated.place.clone(), message, help).related(withdrawn.place.clone(), "the withdrawal"))
    });
    found.collect()
}

/// What happened to a document on a day.
#[derive(Clone, Copy)]
struct Turn<'c> {
    on: Date,
    is_withdrawal: bool,
    place: &'c Place,
}

/// A document is withdrawn, then reinstated, then perhaps withdrawn again.
fn out_of_order(config: &DocumentConfig) -> Vec<Diagnostic> {
    let mut turns = turns(config);
    turns.sort_by_key(|turn| turn.on);
    let mut findings = Vec::new();
    let mut before: Option<Turn<'_>> = None;
    for turn in turns {
        let was_withdrawn = before.is_some_and(|before| before.is_withdrawal);
        if was_withdrawn == turn.is_withdrawal {
            findings.push(not_in_turn(&turn, before.as_ref()));
        } else {
            before = Some(turn);
        }
    }
    findings
}

fn turns(config: &DocumentConfig) -> Vec<Turn<'_>> {
    let withdrawn = config.withdrawn.iter().map(|it| Turn {
        on: it.on,
        is_withdrawal: true,
        place: &it.place,
    });
    let reinstated = config.reinstated.iter().map(|it| Turn {
        on: it.on,
        is_withdrawal: false,
        place: &it.place,
    });
    withdrawn.chain(reinstated).collect()
}

fn not_in_turn(turn: &Turn<'_>, before: Option<&Turn<'_>>) -> Diagnostic {
    let day = turn.on;
    let (message, help) = match (turn.is_withdrawal, before) {
        (true, _) => (
            format!("the document is withdrawn on {day}, and was withdrawn before that already"),
            "Keep one of the two days; or state under `reinstated` the day between them on which it came into force again.",
        ),
        (false, Some(_)) => (
            format!("the document is reinstated on {day}, and was reinstated before that already"),
            "Keep one of the two days; or state under `withdrawn` the day between them on which it was withdrawn again.",
        ),
        (false, None) => (
            format!(
                "the document is reinstated on {day}, and nothing says that it was withdrawn before that"
            ),
            "State the earlier day of the withdrawal under `withdrawn`, correct the day, or leave `reinstated` out.",
        ),
    };
    let found = contradiction(turn.place.clone(), message, help);
    match before {
        Some(before) => found.related(before.place.clone(), "stated here"),
        None => found,
    }
}

/// A correction cannot be read before what it corrects.
fn corrected_too_early(versions: &[Version]) -> Vec<Diagnostic> {
    let corrections = versions.windows(2).filter_map(|pair| {
        let (corrected, correction) = (&pair[0], &pair[1]);
        let is_correction = correction.correction() > 0
            && correction.id.is_numbered_with(&corrected.id)
            && correction.begins_by() == corrected.begins_by();
        let stated = correction.config.published_on.as_ref();
        let stated = stated.filter(|_| is_correction && !correction.is_draft() && !corrected.is_draft())?;
        let first = first_readable(corrected).filter(|&first| stated.value < first)?;
        let message = format!(
            "the correction `{}` says that it was published on {}, but `{}`, which it corrects, was not published before {first}",
            correction.id, stated.value, corrected.id
        );
        let help = "Correct `published_on` of the one or of the other: a correction is published later than what it corrects.";
        let other = corrected.config.published_on.as_ref();
        let other = other.map_or_else(|| Place::whole(&corrected.folder), |it| it.place.clone());
        Some(contradiction(stated.place.clone(), message, help).related(other, "what it corrects"))
    });
    corrections.collect()
}

/// A document cannot be withdrawn before there is anything of it, in force or to be read.
fn withdrawn_too_early(config: &DocumentConfig, versions: &[Version]) -> Vec<Diagnostic> {
    let versions = versions.iter().filter(|version| !version.is_draft());
    let first_days: Option<Vec<Date>> = versions.map(first_day).collect();
    let Some(first) = first_days.and_then(|days| days.into_iter().min()) else {
        return Vec::new();
    };
    let too_early = config.withdrawn.iter().filter(|it| it.on < first);
    let found = too_early.map(|withdrawn| {
        let message = format!(
            "the document is withdrawn on {}, but its first version cannot have held or been read before {first}",
            withdrawn.on
        );
        let help = "Correct the day of the withdrawal, or what the first version states of its own days.";
        contradiction(withdrawn.place.clone(), message, help)
    });
    found.collect()
}

/// A text cannot be removed before it was there, in force or to be read.
fn removed_too_early(version: &Version) -> Option<Diagnostic> {
    let removed = version.config.removed.as_ref()?;
    let first = first_day(version).filter(|&first| removed.on < first)?;
    let message = format!(
        "the text is said to have been removed on {}, but the version cannot have held or been read before {first}",
        removed.on
    );
    let help = "Correct the day under `removed`, or what the version states of its own days.";
    Some(contradiction(removed.place.clone(), message, help))
}

/// The first day on which a version can have held or been read, where there is one.
fn first_day(version: &Version) -> Option<Date> {
    let begins = version.begins_after()?;
    Some(first_readable(version).map_or(begins, |readable| readable.min(begins)))
}

/// The first day on which a version can have been read, where there is one: as stated, or else when it can have
/// taken effect.
fn first_readable(version: &Version) -> Option<Date> {
    let stated = version.config.published_on.as_ref().map(|it| it.value);
    stated.or_else(|| version.begins_after())
}

fn contradiction(place: Place, message: String, help: &str) -> Diagnostic {
    Diagnostic::new(Code::ContradictoryDates, place, message).help(help)
}
