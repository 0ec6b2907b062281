//! Files of YAML that nothing reads, since their name is not quite right (`version.yml`) or their folder is
//! another's (`section.yaml` in a document). What they state would be passed over, and nobody would be told.

use crate::config;
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::source::Folder;

/// What a folder holds, as far as YAML can state something of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Holds {
    Section,
    Document,
    Version,
    Page,
    /// Files for readers to fetch, and no text.
    Files,
}

/// The files that state something, and whose folder each lies in.
const STATING: [(&str, &str); 4] = [
    (config::section::FILE, "the folder of a section"),
    (config::document::FILE, "the folder of a document"),
    (config::version::FILE, "the folder of a version"),
    (
        config::site::FILE,
        "the site's own folder, beside `content`",
    ),
];

/// The file of YAML that a name is, or is meant as: `version.yaml` of `Version.yml`.
pub(super) fn meant(name: &str) -> Option<&'static str> {
    let plain = name.trim().to_lowercase();
    let plain = plain.strip_suffix(".txt").unwrap_or(&plain);
    let stem = plain.strip_suffix(".yaml").or(plain.strip_suffix(".yml"))?;
    let stem = stem.trim();
    let is_it = |known: &str| {
        let known = known.trim_end_matches(".yaml");
        stem == known || stem.strip_suffix('s') == Some(known)
    };
    let mut known = STATING.iter().map(|(name, _)| *name);
    known.find(|known| is_it(known))
}

/// The findings for files of a folder that state something and are not read.
pub(super) fn find(folder: &Folder, holds: Holds) -> impl Iterator<Item = Diagnostic> {
    let stating = folder.files.iter().filter_map(move |name| {
        let meant = meant(name)?;
        (holds.read_from() != Some(name)).then_some((name, meant))
    });
    let folders = folder.folders.iter();
    let instead = folders.filter(move |below| holds.read_from() == Some(&below.name));
    let files = stating.map(move |(name, meant)| {
        let place = Place::whole(format!("{}/{name}", folder.path));
        let (message, help) = if holds.read_from() == Some(meant) {
            misnamed(folder, meant)
        } else {
            misplaced(folder, holds, meant)
        };
        Diagnostic::new(Code::UnreadYaml, place, message).help(help)
    });
    files.chain(instead.map(is_folder))
}

/// The finding for a folder in the place of a file.
fn is_folder(folder: &Folder) -> Diagnostic {
    let message = format!(
        "`{}` is a folder here, so that it states nothing",
        folder.name
    );
    Diagnostic::new(Code::UnreadYaml, Place::whole(&folder.path), message).help(
        "Give the folder another name, and put what is to be stated into a file of this name.",
    )
}

/// The same for a folder of files and all below it.
pub(super) fn find_among_files(folder: &Folder, findings: &mut Vec<Diagnostic>) {
    findings.extend(find(folder, Holds::Files));
    for below in &folder.folders {
        find_among_files(below, findings);
    }
}

impl Holds {
    /// The file that states something of such a folder.
    fn read_from(self) -> Option<&'static str> {
        match self {
            Holds::Section => Some(config::section::FILE),
            Holds::Document => Some(config::document::FILE),
            Holds::Version => Some(config::version::FILE),
            Holds::Page | Holds::Files => None,
        }
    }

    fn told(self) -> &'static str {
        match self {
            Holds::Section => "a section's",
            Holds::Document => "a document's",
            Holds::Version => "a version's",
            Holds::Page => "a page's, with no document below it",
            Holds::Files => "one of files, with no text in it",
        }
    }
}

fn misnamed(folder: &Folder, meant: &str) -> (String, String) {
    let message = format!(
        "this file is not read, so that nothing it states holds: the file must be called `{meant}`"
    );
    let help = if folder.files.iter().any(|file| file == meant) {
        format!(
            "The folder has a {meant} too: put what this file states into that, and remove this one."
        )
    } else {
        format!("Rename it to {meant}.")
    };
    (message, help)
}

fn misplaced(folder: &Folder, holds: Holds, meant: &str) -> (String, String) {
    let mut places = STATING.iter();
    let place = places.find_map(|(name, place)| (*name == meant).then_some(*place));
    let place = place.unwrap_or_default();
    let message = format!(
        "this file is not read, so that nothing it states holds: {meant} belongs in {place}, and this folder is {}",
        holds.told()
    );
    let move_it = format!("Move it to where it belongs, as {meant}");
    let own = holds.read_from();
    let help = match own.filter(|own| folder.files.iter().all(|file| file != own)) {
        Some(own) => {
            format!("{move_it}; or rename it to {own}, if this folder is what it is about.")
        }
        None => format!("{move_it}; or remove it."),
    };
    (message, help)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_is_not_quite_right_is_known() {
        for (name, known) in [
            ("version.yaml", "version.yaml"),
            ("version.yml", "version.yaml"),
            ("Version.YAML", "version.yaml"),
            ("versions.yaml", "version.yaml"),
            ("document.yaml.txt", "document.yaml"),
            ("section .yml", "section.yaml"),
            ("site.yml", "site.yaml"),
        ] {
            assert_eq!(meant(name), Some(known), "{name}");
        }
        for name in ["openapi.yaml", "version-2.yaml", "version", "versions.csv"] {
            assert_eq!(meant(name), None, "{name}");
        }
    }
}
