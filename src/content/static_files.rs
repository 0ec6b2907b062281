//! Files that are copied as they are.

use super::same_name;
use crate::config::SearchRule;
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::language::words::fixed;
use crate::model::{Site, SitePlace, StaticFile};
use crate::source::{Hidden, Root};

/// The files of the folder `static`.
pub(super) fn read(root: &Root, findings: &mut Vec<Diagnostic>) -> Vec<StaticFile> {
    let mut files = Vec::new();
    if root.has_folder("static") {
        let folder = root.read_folder("static", Hidden::Kept, findings);
        same_name::find(&folder, findings);
        folder.each_file(&mut |name| {
            let path = format!("static/{name}");
            findings.extend(root.look_at_file(&path).err().map(|found| *found));
            files.push(StaticFile {
                path,
                address: name.to_owned(),
            });
        });
    }
    files
}

/// Each static file that has the address of something that Canllaw makes.
pub(super) fn collisions(site: &Site) -> impl Iterator<Item = Diagnostic> {
    let files = site.static_files.iter();
    files.filter_map(|file| {
        Some(static_file_collision(
            file,
            made_there(site, &file.address)?,
        ))
    })
}

/// A static file that has the address of something else.
pub fn static_file_collision(file: &StaticFile, other: &str) -> Diagnostic {
    let (path, address) = (&file.path, &file.address);
    let message = format!("this file would have the address `/{address}`, and so has {other}");
    Diagnostic::new(Code::AddressCollision, Place::whole(path), message)
        .help(format!("Move `{path}` away, or give it another name."))
}

fn made_there(site: &Site, address: &str) -> Option<&'static str> {
    let below = |folder: &str| {
        let rest = address.strip_prefix(folder);
        rest.is_some_and(|rest| rest.starts_with('/'))
    };
    if site.config.search != SearchRule::Off && below(fixed::PAGEFIND) {
        return Some("the search index, which has this folder to itself");
    }
    if fixed::AT_ROOT.contains(&address) && address != fixed::ROBOTS {
        return Some("a name that Canllaw keeps for itself");
    }
    match site.made_at(address)?.place {
        // One of the site's own stands in for it.
        SitePlace::Robots => None,
        SitePlace::Attachment => Some("a file beside a text"),
        _ => Some("a page or a file that Canllaw makes"),
    }
}
