//! Texts, and whole documents, that lie where nobody will see them: in a document's folder and in none of its
//! versions, or in a version's folder as if they were another.

use super::classified::TextFile;
use super::classify::states_a_version;
use crate::config;
use crate::diagnostic::{Code, Diagnostic, Place, Severity};
use crate::language::LanguageCode;
use crate::language::words::fixed;
use crate::model::{VersionId, below_content, meant_version, text_name};
use crate::source::Folder;

/// The finding for a text that lies beside the versions.
pub(super) fn beside_versions(text: TextFile) -> Diagnostic {
    let message = "this text lies beside the versions and not in one, so that nobody will see it";
    Diagnostic::new(Code::MisplacedText, Place::whole(text.path), message)
        .help("Move it into the folder of a version, for instance one named 2024-04-01.")
}

/// The finding for Markdown that is no text, in the folder of a section or of a document, where editors keep notes:
/// it is published as it is, at an address to which no page need link.
pub(super) fn note(folder: &Folder, file: &str) -> Diagnostic {
    let path = format!("{}/{file}", folder.path);
    let below = below_content(&path).unwrap_or(&path);
    let message = format!(
        "this file is no text of a document, and is published as it is, at `/{}/{below}`",
        fixed::FILES
    );
    Diagnostic::new(Code::MisplacedText, Place::whole(&path), message).help(
        "If it is a note for those who edit the site, move it out of the folder `content`. If readers are to fetch it, put it into a folder of its own (forms/), or beside the texts of a version.",
    )
}

/// The finding for a file beside texts that seems to be a copy of one: an earlier state, or what is not meant for
/// readers yet.
pub(super) fn copy(folder: &Folder, file: &str, language: &LanguageCode) -> Diagnostic {
    let path = format!("{}/{file}", folder.path);
    let message = format!(
        "`{file}` seems to be a copy of the text `{}`, and is published as a file for readers to fetch",
        text_name(language)
    );
    Diagnostic::new(Code::MisplacedText, Place::whole(path), message).help(format!(
        "Move it out of the folder `content`, or delete it. If readers are to fetch it, give it a name that does not begin with a language, for instance `notes.{language}.md`."
    ))
}

/// The finding for the texts of a folder that is no version. An error: readers would lack a whole version,
/// and none of what they are shown would say so.
pub(super) fn in_no_version(
    document: &Folder,
    folder: &Folder,
    first: &TextFile,
    others: &[TextFile],
) -> Diagnostic {
    let name = &folder.name;
    let message = format!(
        "this text lies in the folder `{name}`, which is no version of the document, so that nobody will see it"
    );
    let other = if is_document_by_its_names(document) {
        "If it is meant as a page, give the folder a name that is no day's and no draft's."
    } else {
        "If the text is a file for readers to fetch, give it a name that is no language's."
    };
    let help = format!("{} {VERSION_NAMES} {other}", way_out(document, folder));
    texts_at_fault(first, others, message, help)
}

/// Whether a folder is a document only for what the names of the folders in it are near to.
fn is_document_by_its_names(document: &Folder) -> bool {
    let states_it = document
        .files
        .iter()
        .any(|file| file == config::document::FILE);
    let mut below = document.folders.iter();
    !states_it && !below.any(|below| is_named_as_a_version(&below.name))
}

/// The finding for the texts of a folder in a version's that is meant as a version itself: a draft, or one to
/// come. As files beside the version's texts they would be there for everybody to read.
pub(super) fn in_version(
    document: &Folder,
    version: &Folder,
    folder: &Folder,
    first: &TextFile,
    others: &[TextFile],
) -> Diagnostic {
    let (name, around) = (&folder.name, &version.name);
    let message = format!(
        "this text lies in the folder `{name}` in the version `{around}`, where no version can lie, so that nobody will see it"
    );
    let out = match free_name(document, folder) {
        Some(meant) => format!("Move the folder to `{}/{meant}`.", document.path),
        None => format!(
            "Move the folder out of the version, into `{}`, under a name that is free there.",
            document.path
        ),
    };
    let help = format!(
        "{out} {VERSION_NAMES} If its files are there for readers to fetch, give the folder another name, and each file one that is no language's."
    );
    texts_at_fault(first, others, message, help)
}

/// The finding for a version directly in the content's folder, where it belongs to no document. As a page, a draft
/// or a version to come would be there for everybody to read.
pub(super) fn in_no_document(folder: &Folder, texts: &[TextFile]) -> Diagnostic {
    let name = &folder.name;
    let message =
        format!("`{name}` is a version that lies in no document, so that nobody will see it");
    let help = format!(
        "Move the folder into that of its document, which lies in a section: `content/policy/leave/{}`. If it is meant as a page or as a section, give it a name that is no version's{}.",
        meant_version(name).as_ref().unwrap_or(name),
        match !is_named_as_a_version(name) && states_a_version(folder) {
            true => ", and take its version.yaml out",
            false => "",
        }
    );
    match texts.split_first() {
        Some((first, others)) => texts_at_fault(first, others, message, help),
        None => Diagnostic::new(Code::MisplacedText, Place::whole(&folder.path), message)
            .help(help)
            .severity(Severity::Error),
    }
}

/// How the folder of a version is named, and where it lies.
const VERSION_NAMES: &str = "A version's folder lies in its document's and is named as the day on which the version takes effect (2024-04-01, with .1 at its end for a correction), as `v` and a number (v3), or as a draft (draft, draft-april).";

fn texts_at_fault(
    first: &TextFile,
    others: &[TextFile],
    message: String,
    help: String,
) -> Diagnostic {
    let found = Diagnostic::new(Code::MisplacedText, Place::whole(&first.path), message);
    others
        .iter()
        .fold(found.help(help).severity(Severity::Error), |found, text| {
            found.related(Place::whole(&text.path), "this text lies there too")
        })
}

/// The finding for a document in the folder of another, which is one because of a version, if it has one.
pub(super) fn document_in_document(
    document: &Folder,
    version: Option<&Folder>,
    inner: &Folder,
) -> Diagnostic {
    let message = format!(
        "the document `{}` lies in the folder of another, `{}`, so that nobody will see it",
        inner.name, document.name
    );
    let help = format!(
        "If `{0}` is a section, move its own versions and document.yaml into the folder of a document. If `{0}` is one document, move the versions in `{1}` beside its own.",
        document.name, inner.name
    );
    let found = Diagnostic::new(Code::MisplacedText, Place::whole(&inner.path), message)
        .help(help)
        .severity(Severity::Error);
    match version {
        Some(version) => {
            let because = format!("`{}` is a document because of this version", document.name);
            found.related(Place::whole(&version.path), because)
        }
        None => found,
    }
}

/// What to do with a folder, by what its name is or is near to.
fn way_out(document: &Folder, folder: &Folder) -> String {
    let is_directly_in_it = folder.path == format!("{}/{}", document.path, folder.name);
    match (free_name(document, folder), is_directly_in_it) {
        (Some(meant), true) => format!("Rename the folder to `{meant}`."),
        (Some(meant), false) => format!("Move the folder to `{}/{meant}`.", document.path),
        (None, true) => "Rename the folder.".to_owned(),
        (None, false) => "Move the text into a version's folder.".to_owned(),
    }
}

/// The name of a version that a folder's name is or is near to, unless the document has a folder of that name.
fn free_name(document: &Folder, folder: &Folder) -> Option<String> {
    let name = &folder.name;
    let meant = if is_named_as_a_version(name) {
        Some(name.clone())
    } else {
        meant_version(name)
    };
    meant.filter(|meant| document.folders.iter().all(|there| there.name != *meant))
}

fn is_named_as_a_version(name: &str) -> bool {
    VersionId::parse(name).is_ok_and(|id| id.names_a_version())
}
