//! Addresses of an older site, in a CSV file, and where they lead now.

use std::collections::HashMap;

use crate::config::Located;
use crate::diagnostic::{Code, Diagnostic, Place, Severity, nearest};
use crate::language::LanguageCode;
use crate::model::{Redirect, Site, encoded};
use crate::source::{Root, Source};

/// What is said of a line that cannot be read.
const FORM: &str = "Each line is `from,to,language`: the old address, where it leads now (a document, such as `doc:policy/leave`, a path of this site or a whole address), and a language of the site.";

/// Reads the file of `redirects`: a heading `from,to,language`, then a line an address. `from` is an
/// address as it was, with its query: a whole one, or its path from the host's root; `to` a document
/// (`doc:policy/leave`) in that language, a path of this site (`/en/policy/`) or a whole address. The site's
/// addresses must be indexed.
pub(super) fn read(root: &Root, site: &Site, findings: &mut Vec<Diagnostic>) -> Vec<Redirect> {
    let Some(path) = &site.config.redirects else {
        return Vec::new();
    };
    if !root.has_file(path) {
        let message = format!("there is no file `{}`", path.value);
        let found = Diagnostic::new(Code::Unreadable, path.place.clone(), message);
        findings.push(found.help("Correct the path; it is read from the site's folder."));
        return Vec::new();
    }
    match root.read_text(path) {
        Ok(source) => lines(site, path, &source, findings),
        Err(found) => {
            findings.push(*found);
            Vec::new()
        }
    }
}

fn lines(
    site: &Site,
    path: &Located<String>,
    source: &Source,
    findings: &mut Vec<Diagnostic>,
) -> Vec<Redirect> {
    if let Some(found) = not_by_commas(source) {
        findings.push(found);
        return Vec::new();
    }
    let mut reader = csv::ReaderBuilder::new()
        .flexible(true)
        .has_headers(false)
        .trim(csv::Trim::All)
        .from_reader(source.text().as_bytes());
    let mut redirects = Vec::new();
    let mut earlier = Earlier::default();
    for (number, record) in reader.records().enumerate() {
        match record {
            Ok(record) if number == 0 && is_heading(&record) => {}
            // Other words for it are a heading as well, and no line.
            Ok(record) if number == 0 && !is_address(record.get(0).unwrap_or_default()) => {
                findings.push(no_heading(place_of(source, &record)));
            }
            Ok(record) => {
                let place = place_of(source, &record);
                if number == 0 {
                    findings.push(no_heading(place.clone()));
                }
                if let Some(found) = not_yet(site, &record, &place) {
                    findings.push(found);
                    continue;
                }
                match redirect(site, &record) {
                    Ok(redirect) => {
                        findings.extend(faults(site, &redirect, &place));
                        findings.extend(from_site_root(site, &redirect, &place));
                        findings.extend(earlier.take(&redirect, &place));
                        redirects.push(redirect);
                    }
                    Err(message) => findings
                        .push(Diagnostic::new(Code::InvalidValue, place, message).help(FORM)),
                }
            }
            Err(fault) => {
                let message = format!("this is not a CSV file that can be read: {fault}");
                findings.push(Diagnostic::new(
                    Code::InvalidValue,
                    Place::whole(&path.value),
                    message,
                ));
                break;
            }
        }
    }
    redirects
}

/// What there is to say of a line that leads to a document which readers may not see yet.
fn not_yet(site: &Site, record: &csv::StringRecord, place: &Place) -> Option<Diagnostic> {
    let id = record.get(1)?.strip_prefix("doc:")?;
    let id = id.split('#').next()?;
    let day = site.unpublished.get(id)?;
    let until = day.map_or_else(
        || "until it is published".to_owned(),
        |day| format!("before {day}"),
    );
    let message = format!("readers may not see `{id}` {until}, so that this line is left out");
    let help = "Nothing is to be done if the line is meant for that day; otherwise correct it.";
    let found = Diagnostic::new(Code::InvalidValue, place.clone(), message);
    Some(found.help(help).severity(Severity::Warning))
}

/// Where a line begins. A record that comes after empty lines has its position before them.
fn place_of(source: &Source, record: &csv::StringRecord) -> Place {
    let offset = record.position().map_or(0, |at| at.byte() as usize);
    let rest = source.text().get(offset..).unwrap_or_default();
    let start = offset + (rest.len() - rest.trim_start().len());
    source.place(start..start + 1)
}

fn is_heading(record: &csv::StringRecord) -> bool {
    let is = |at: usize, name: &str| {
        record
            .get(at)
            .is_some_and(|it| it.eq_ignore_ascii_case(name))
    };
    is(0, "from") && is(1, "to")
}

/// Whether a first column has an address rather than the name of the column.
fn is_address(from: &str) -> bool {
    from.contains(['/', '.'])
}

/// What there is to say of a file whose parts are kept apart by another sign, as spreadsheets write them in some
/// languages. Of each of its lines there would be the same to say.
fn not_by_commas(source: &Source) -> Option<Diagnostic> {
    let first = source.text().lines().next()?;
    let sign = first.find([';', '\t']).filter(|_| !first.contains(','))?;
    let name = if first[sign..].starts_with(';') {
        "semicolons"
    } else {
        "tabs"
    };
    let message = format!("the parts of this line are kept apart by {name}, and not by commas");
    let found = Diagnostic::new(Code::InvalidValue, source.place(sign..sign + 1), message);
    Some(found.help("Save the file again as CSV with commas between its columns."))
}

fn no_heading(place: Place) -> Diagnostic {
    let message = "the first line is not the heading `from,to,language`";
    Diagnostic::new(Code::InvalidValue, place, message)
        .help("Write `from,to,language` as the first line: above this one, or in its place where it names the columns.")
}

/// What is wrong with the two ends of a line: an old address at which the site has a page, or a new one at which
/// it has none.
fn faults(site: &Site, redirect: &Redirect, place: &Place) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    if let Some(path) = own_path(site, &redirect.from)
        && !path.contains('?')
        && site.place_from_root(path).is_some()
    {
        let message = format!("`{}` is the address of a page of this site", redirect.from);
        let help = "Take the line out: whoever asks for the page would be led away from it.";
        found.push(Diagnostic::new(Code::AddressCollision, place.clone(), message).help(help));
    }
    if !redirect.to.contains("://") {
        let path = redirect.to.split(['#', '?']).next().unwrap_or_default();
        if site.place_from_root(path).is_none() {
            let message = format!("the site has nothing at `/{}`", redirect.to);
            let help = "Correct the address; or write the document, such as `doc:policy/leave`.";
            found.push(Diagnostic::new(Code::InvalidValue, place.clone(), message).help(help));
        }
    }
    found
}

/// What there is to say of an old address that seems to be meant from the site's root, and is read from the server's.
fn from_site_root(site: &Site, redirect: &Redirect, place: &Place) -> Option<Diagnostic> {
    let path = redirect.from.strip_prefix('/')?;
    let (first, _) = path.split_once('/')?;
    let root = site.path_on_host();
    if root.is_empty() || !site.languages().any(|language| language.as_str() == first) {
        return None;
    }
    let message = format!(
        "`{}` is read from the server's root, and this site begins at `/{root}`",
        redirect.from
    );
    let help = format!("Write `/{root}{path}` if it was an address of this site.");
    let found = Diagnostic::new(Code::InvalidValue, place.clone(), message);
    Some(found.help(help).severity(Severity::Warning))
}

/// The path of an old address, where it is one on the site's own host.
fn own_path<'a>(site: &Site, from: &'a str) -> Option<&'a str> {
    if let Some(base) = &site.config.base_url
        && let Some(path) = from.strip_prefix(base.as_str())
    {
        return Some(path);
    }
    if from.contains("://") {
        return None;
    }
    from.trim_start_matches('/')
        .strip_prefix(site.path_on_host())
}

/// Where each old path leads, as its first line says. Web servers know neither the host of an address nor its
/// capitals.
#[derive(Default)]
struct Earlier(HashMap<String, (String, Place)>);

impl Earlier {
    /// Takes a line; what is wrong where an earlier one leads the same address to another place.
    fn take(&mut self, redirect: &Redirect, place: &Place) -> Option<Diagnostic> {
        let first = self
            .0
            .entry(redirect.path().to_lowercase())
            .or_insert_with(|| (redirect.to.clone(), place.clone()));
        if first.0 == redirect.to {
            return None;
        }
        let message = format!("`{}` leads to another address already", redirect.from);
        let found = Diagnostic::new(Code::InvalidValue, place.clone(), message);
        Some(
            found
                .help("Take one of the two lines out.")
                .related(first.1.clone(), format!("here it leads to `{}`", first.0)),
        )
    }
}

fn redirect(site: &Site, record: &csv::StringRecord) -> Result<Redirect, String> {
    let field = |at: usize| record.get(at).unwrap_or_default();
    let (from, to, language) = (field(0), field(1), field(2));
    if from.is_empty() || to.is_empty() {
        return Err("this line lacks the old address, or where it leads now".to_owned());
    }
    if record.len() > 3 {
        return Err(
            "this line has more than three parts: an address that has a comma in it stands in double quotes".to_owned(),
        );
    }
    if from.contains('#') {
        return Err(format!(
            "browsers do not say what stands behind `#` when they ask for a page, so that `{from}` is never asked for"
        ));
    }
    if from.starts_with(['~', '^']) {
        return Err(format!(
            "`{from}` is a pattern as web servers have them, and no address"
        ));
    }
    for (name, address) in [("old", from), ("new", to)] {
        if address.contains(char::is_control) {
            return Err(format!(
                "the {name} address has a line break or a tab in it"
            ));
        }
    }
    let language = language_of(site, language)?;
    let address = match (to.strip_prefix("doc:"), to.strip_prefix('/')) {
        (Some(id), _) => address_of(site, id, &language)?,
        (None, Some(path)) => path.to_owned(),
        (None, None) if to.starts_with("https://") || to.starts_with("http://") => to.to_owned(),
        (None, None) => {
            return Err(format!(
                "`{to}` is neither `doc:…`, a path that begins with `/`, nor a whole address"
            ));
        }
    };
    Ok(Redirect {
        from: from.to_owned(),
        to: address,
        language,
    })
}

/// The address of a document, or of a version of it, maybe with a place in it, as it stands in a link.
fn address_of(site: &Site, written: &str, language: &LanguageCode) -> Result<String, String> {
    let (id, place) = match written.split_once('#') {
        Some((id, place)) => (id, Some(place)),
        None => (written, None),
    };
    let address = match site.find_document_version(id) {
        Some(Ok((document, at))) => {
            site.version_address(document, &document.versions[at], language)
        }
        _ => match site.find_document(id) {
            Ok(document) => site.document_address(document, language),
            Err(_) => {
                let nearest = || nearest(id, site.document_ids());
                return Err(match site.ending_as(id).or_else(nearest) {
                    Some(meant) => {
                        format!("there is no document `{id}`; perhaps `{meant}` is meant")
                    }
                    None => format!("there is no document `{id}`"),
                });
            }
        },
    };
    let mut address = encoded(&address).into_owned();
    if let Some(place) = place {
        address.push('#');
        address.push_str(place);
    }
    Ok(address)
}

fn language_of(site: &Site, written: &str) -> Result<LanguageCode, String> {
    let found = if written.is_empty() {
        site.languages().next()
    } else {
        site.languages()
            .find(|language| language.as_str() == written)
    };
    found
        .cloned()
        .ok_or_else(|| format!("the site has no language `{written}`"))
}
