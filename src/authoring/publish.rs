//! A draft becomes a version: checked, sealed and moved.
//!
//! 1. The draft is found, and all that is wrong with it or still missing is said at once.
//! 2. The seal is written into its `version.yaml`. It is still a draft, and whole.
//! 3. Its folder takes the name of the day on which it takes effect, in one step. Now it is the version.
//!    Where it cannot take it, the seal is taken out again.

use jiff::civil::Date;

use super::seal::{Written, write_seal};
use super::{DraftName, Refusal, find_document};
use crate::check::{self, LinkByName};
use crate::config::version::Seal;
use crate::config::{self, EffectiveFrom, Located, Status};
use crate::diagnostic::{Code, Diagnostic, Place, Severity};
use crate::model::{Document, Site, Version, VersionId};
use crate::publish::folders;
use crate::source::Root;

/// What is to be published.
#[derive(Clone, Copy, Debug)]
pub struct Request<'a> {
    /// The document's id.
    pub document: &'a str,
    /// The name of the draft, where there are several.
    pub draft: Option<&'a str>,
    /// The day on which it takes effect.
    pub effective: Date,
    /// The day from which readers can read it, where the draft does not say so itself.
    pub published: Option<Date>,
}

/// A draft that became a version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published {
    /// The folder that it was in, from the site's.
    pub from: String,
    /// The folder that it is in.
    pub folder: String,
    /// The seal that was written.
    pub seal: String,
    /// When it takes effect.
    pub effective_from: EffectiveFrom,
    /// From when readers can read it.
    pub published_on: Date,
    /// Whether readers are to be told what it changes, and no note says so.
    pub lacks_note: bool,
    /// Links of other texts that led to the draft, and now lead to nothing.
    pub broken: Vec<Diagnostic>,
    /// The versions to come that were made before it, and would undo it.
    pub undone_later: Vec<Diagnostic>,
}

/// Publishes a draft of a site that was read with its drafts. `findings` is what a check found in it.
/// `before_step` is called before each step on the disk.
///
/// # Errors
/// When there is no such draft, or it is not ready: all that it lacks is in the refusal.
pub fn publish(
    root: &Root,
    site: &Site,
    findings: &[Diagnostic],
    request: Request<'_>,
    before_step: &mut dyn FnMut(),
) -> Result<Published, Refusal> {
    let document = find_document(site, request.document)?;
    let as_written = find_draft(document, request.draft)?;
    let draft = &read_from(as_written, request.published);
    let day = request.effective;
    let folder = free_folder(root, document, day)?;
    let links = check::links_by_name(root, site, document, draft);
    let (own, others): (Vec<_>, Vec<_>) = links
        .iter()
        .partition(|link| is_below(&link.place.path, &draft.folder));
    let mut lacking = lacking(root, site, findings, document, draft, day);
    lacking.extend(published_otherwise(as_written, request.published));
    let of_links = own.into_iter().map(leads_to_draft);
    lacking.extend(errors(site, of_links.collect()));
    crate::diagnostic::sort(&mut lacking);
    if !lacking.is_empty() {
        return Err(Refusal::NotReady(lacking));
    }
    let written = Written {
        seal: seal_of(draft, day),
        published_on: request
            .published
            .filter(|_| as_written.config.published_on.is_none()),
    };
    before_step();
    let unsealed = write_seal(root, &draft.folder, &written, &site.config.language_codes())?;
    before_step();
    let renamed = folders::rename_folder(&root.locate(&draft.folder), &root.locate(&folder));
    if let Err(fault) = renamed {
        return Err(unsealed.put_back(fault));
    }
    Ok(Published {
        from: draft.folder.clone(),
        folder,
        seal: written.seal.0,
        effective_from: effective_from(draft, day),
        published_on: published_on(draft, day),
        lacks_note: draft.note().is_none() && follows_another(document),
        broken: broken(site, document, draft, day, &others),
        undone_later: undone_later(site, document, draft, day),
    })
}

/// The folder that the version of a day is to have, from the site's.
fn free_folder(root: &Root, document: &Document, day: Date) -> Result<String, Refusal> {
    if let Some(version) = taken_by(document, day) {
        return Err(Refusal::DayTaken {
            day,
            version: version.id.to_string(),
            correction: document.next_correction(version),
        });
    }
    let folder = format!("{}/{day}", document.folder());
    if root.has_folder(&folder) || root.has_file(&folder) {
        return Err(Refusal::NameTaken(folder));
    }
    Ok(folder)
}

/// A link of the draft itself that would lead to nothing. What is to be written for it leads to the same
/// place before and after, so that nothing stands in the way of mending it first.
fn leads_to_draft(link: &LinkByName) -> Diagnostic {
    let message = format!(
        "`{}` would lead to nothing: the draft's folder is given another name",
        link.written
    );
    let help = match link.from_within() {
        Some(within) => format!("Write `{within}`, which leads there under any name."),
        None => "Take the link out: readers find that page from the version's own.".to_owned(),
    };
    Diagnostic::new(Code::BrokenLink, link.place.clone(), message).help(help)
}

/// The links of other texts that led to a draft which is now a version. They do not stand in its way: an
/// address that leads to the version is there only now.
fn broken(
    site: &Site,
    document: &Document,
    draft: &Version,
    day: Date,
    links: &[&LinkByName],
) -> Vec<Diagnostic> {
    let broken = links.iter().map(|link| {
        let message = format!(
            "`{}` leads to nothing now: {} became {day}",
            link.written, draft.folder
        );
        let help = instead(site, document, draft, day, link);
        Diagnostic::new(Code::BrokenLink, link.place.clone(), message).help(help)
    });
    site.config.checks.apply(broken.collect())
}

/// What to write for a link to a draft that became the version of a day. A text that can be read before the
/// version may not lead to it.
fn instead(
    site: &Site,
    document: &Document,
    draft: &Version,
    day: Date,
    link: &LinkByName,
) -> String {
    let first_read = published_on(draft, day);
    let read_from = link.read_from.map(|from| from.max(site.on()));
    match read_from {
        Some(from) if from < first_read => {
            let mut versions = document.versions.iter();
            if versions.any(|version| version.is_published(from)) {
                format!(
                    "Write `doc:{}`, which leads to the version in force: readers may not see this one before \
                     {first_read}.",
                    document.id
                )
            } else {
                format!(
                    "Leave the link out until {first_read}, from when readers can read the version."
                )
            }
        }
        _ => format!(
            "Write `{}`; or `doc:{}`, which leads to the version in force.",
            link.with_name(&day.to_string()),
            document.id
        ),
    }
}

/// Those findings that are errors, as the site weighs them.
fn errors(site: &Site, found: Vec<Diagnostic>) -> impl Iterator<Item = Diagnostic> {
    let weighed = site.config.checks.apply(found).into_iter();
    weighed.filter(|found| found.severity == Severity::Error)
}

fn find_draft<'d>(document: &'d Document, name: Option<&str>) -> Result<&'d Version, Refusal> {
    let drafts: Vec<&Version> = document
        .versions
        .iter()
        .filter(|version| version.is_draft())
        .collect();
    let no_draft = || Refusal::NoDraft {
        document: document.id.clone(),
        name: name.map(str::to_owned),
    };
    if let Some(name) = name {
        let folder = DraftName::parse(Some(name))?;
        let is_meant = |version: &&&Version| [name, folder.as_str()].contains(&version.id.as_str());
        return drafts.iter().find(is_meant).copied().ok_or_else(no_draft);
    }
    match drafts[..] {
        [] => Err(no_draft()),
        [draft] => Ok(draft),
        _ => Err(Refusal::SeveralDrafts {
            document: document.id.clone(),
            names: drafts.iter().map(|draft| draft.id.to_string()).collect(),
        }),
    }
}

/// Whether there is a version already, so that readers can ask what changed.
fn follows_another(document: &Document) -> bool {
    document.versions.iter().any(|version| !version.is_draft())
}

/// The version that takes effect on a day already.
fn taken_by(document: &Document, day: Date) -> Option<&Version> {
    let mut versions = document
        .versions
        .iter()
        .filter(|version| !version.is_draft());
    versions.find(|version| version.begins_by() == Some(day))
}

/// The effective date as it will be read once the folder is named after the day.
fn effective_from(draft: &Version, day: Date) -> EffectiveFrom {
    let stated = draft.config.effective_from.as_ref();
    stated.map_or_else(|| EffectiveFrom::exact(day), |stated| stated.value)
}

/// The day from which the version can be read: stated, or the day on which it takes effect.
fn published_on(draft: &Version, day: Date) -> Date {
    let stated = draft.config.published_on.as_ref();
    stated.map_or_else(|| effective_from(draft, day).by, |stated| stated.value)
}

/// The draft as it will be once it says from when readers can read it.
fn read_from(draft: &Version, published: Option<Date>) -> Version {
    let mut draft = draft.clone();
    if let Some(day) = published {
        let place = Place::whole(yaml_of(&draft));
        draft.config.published_on = Some(Located::new(day, place));
    }
    draft
}

/// What the draft says of when readers can read it, where another day was given.
fn published_otherwise(draft: &Version, published: Option<Date>) -> Option<Diagnostic> {
    let stated = draft.config.published_on.as_ref()?;
    let day = published.filter(|day| *day != stated.value)?;
    let message = format!(
        "`published_on` says {}, and --published {day}",
        stated.value
    );
    let found = Diagnostic::new(Code::InvalidDate, stated.place.clone(), message);
    Some(found.help("Take the line out, or give that day."))
}

fn yaml_of(draft: &Version) -> String {
    format!("{}/{}", draft.folder, config::version::FILE)
}

/// The draft with the dates that it will have as the version of a day.
fn as_version(draft: &Version, day: Date) -> Version {
    draft.as_decided(effective_from(draft, day), published_on(draft, day))
}

/// The seal that the draft will have as the version of a day.
fn seal_of(draft: &Version, day: Date) -> Seal {
    let version = as_version(draft, day);
    version.new_seal()
}

/// The versions to come that would undo what the draft changes as the version of a day.
fn undone_later(site: &Site, document: &Document, draft: &Version, day: Date) -> Vec<Diagnostic> {
    let Ok(id) = VersionId::parse(&day.to_string()) else {
        return Vec::new();
    };
    let mut document = document.clone();
    let mut version = as_version(draft, day);
    version.id = id.clone();
    let versions = &mut document.versions;
    versions.retain(|version| version.id != draft.id);
    versions.push(version);
    versions.sort_by(Version::cmp_in_time);
    let found = check::undone_later(&document, &id, site.on());
    site.config.checks.apply(found)
}

/// Everything that keeps a draft from being published on a day.
fn lacking(
    root: &Root,
    site: &Site,
    findings: &[Diagnostic],
    document: &Document,
    draft: &Version,
    day: Date,
) -> Vec<Diagnostic> {
    let mut lacking: Vec<Diagnostic> = findings
        .iter()
        .filter(|found| found.severity == Severity::Error && concerns(found, document, draft))
        .filter(|found| !depends_on_day(found))
        .cloned()
        .collect();
    lacking.extend(outdated_base(site, document, draft, day));
    lacking.extend(missing_texts(site, document, draft, day));
    lacking.extend(wrong_dates(site, draft, day));
    lacking.extend(while_withdrawn(document, day));
    let section = &site.sections[document.section].config;
    if section.approval_required {
        lacking.extend(check::missing_approval(draft));
    }
    let first_read = published_on(draft, day).max(site.on());
    let languages =
        check::languages::check_draft(root, site, document, draft, first_read, findings);
    lacking.extend(errors(site, languages));
    crate::diagnostic::sort(&mut lacking);
    lacking
}

/// Whether a finding is one of the draft, or of what holds for all versions of its document.
fn concerns(found: &Diagnostic, document: &Document, draft: &Version) -> bool {
    let path = &found.place.path;
    is_below(path, &draft.folder)
        || *path == format!("{}/{}", document.folder(), config::document::FILE)
}

/// Whether a finding was made for today, where what counts is the day of the version.
fn depends_on_day(found: &Diagnostic) -> bool {
    matches!(found.code, Code::MissingText | Code::OutdatedBase)
}

/// What the draft would undo, unless the site does not want to hear of it.
fn outdated_base(
    site: &Site,
    document: &Document,
    draft: &Version,
    day: Date,
) -> Option<Diagnostic> {
    site.config.checks.severity(Code::OutdatedBase)?;
    let found = check::outdated_base(document, draft, day)?;
    Some(found.severity(Severity::Error))
}

/// Whether a path is a folder's, or one of what is in it.
fn is_below(path: &str, folder: &str) -> bool {
    path.strip_prefix(folder)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// The languages that the draft lacks without leave on the first day on which readers can read it: a site
/// that requires them could not be built on that day.
fn missing_texts(site: &Site, document: &Document, draft: &Version, day: Date) -> Vec<Diagnostic> {
    let first_read = published_on(draft, day).max(site.on());
    let languages = site.config.language_codes();
    let required = document.config.required_languages(&languages, first_read);
    let missing = draft.texts.missing(&required);
    let missing = missing.into_iter().map(|language| {
        let last = document.config.last_waiver(language);
        let message = format!("the draft has no text in the language `{language}`");
        let found = Diagnostic::new(Code::MissingText, Place::whole(&draft.folder), message)
            .severity(Severity::Error);
        let Some(waiver) = last else {
            return found.help(format!(
                "Add {}/{language}.md, or state a `waiver` with a date in document.yaml.",
                draft.folder
            ));
        };
        let told = format!(
            "the leave for it ends on {}, and readers can read the version from {first_read}",
            waiver.until
        );
        found.related(waiver.place.clone(), told).help(format!(
            "Add {}/{language}.md, or let the `waiver` last until {first_read} or longer.",
            draft.folder
        ))
    });
    missing.collect()
}

/// The withdrawal that holds on the day on which the draft is to take effect, if nothing says that it ends: then
/// the version would be in force on no day.
fn while_withdrawn(document: &Document, day: Date) -> Option<Diagnostic> {
    let withdrawal = document.withdrawal(day)?;
    let mut reinstated = document.config.reinstated.iter();
    if reinstated.any(|it| it.on > day) {
        return None;
    }
    let mut stated = document.config.withdrawn.iter();
    let stated = stated.find(|it| it.on == withdrawal.on)?;
    let message = format!(
        "the document is withdrawn from {}, so that a version of {day} would never be in force",
        withdrawal.on
    );
    let found = Diagnostic::new(Code::ContradictoryDates, stated.place.clone(), message);
    Some(found.help(format!(
        "If it is to be in force again, write `reinstated: {{on: {day}}}` in this file; if it is not, keep the draft a draft."
    )))
}

/// What the draft states of its dates and its status that does not fit.
fn wrong_dates(site: &Site, draft: &Version, day: Date) -> Vec<Diagnostic> {
    let mut wrong = Vec::new();
    let config = &draft.config;
    if let Some(status) = &config.status
        && status.value == Status::Draft
    {
        let message = "this says that the version is a draft, and would go on saying so";
        let found = Diagnostic::new(Code::InvalidValue, status.place.clone(), message);
        wrong.push(found.help("Take the line out."));
    }
    if let Some(stated) = &config.effective_from
        && stated.by != day
    {
        let message = format!("`effective_from` says {}, and --effective {day}", stated.by);
        let found = Diagnostic::new(Code::InvalidDate, stated.place.clone(), message);
        wrong.push(found.help("Take the line out, or give that day."));
    }
    if config.published_on.is_none() && day < site.on() {
        let message = format!("{day} is past, and nothing says when the version was published");
        let place = Place::whole(yaml_of(draft));
        let found = Diagnostic::new(Code::MissingDate, place, message);
        wrong.push(found.help(format!(
            "Write `published_on: {}` in this file: readers are told from when the text could be read.",
            site.on()
        )));
    }
    wrong
}
