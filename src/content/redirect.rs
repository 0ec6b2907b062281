//! Addresses of an older site, in a CSV file, and where they lead now.

use crate::config::Located;
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::language::LanguageCode;
use crate::model::{Redirect, Site};
use crate::source::{Root, Source};

/// Reads the file of `redirects`: a heading `from,to,language`, then a line an address. `from` is an
/// address as it was, with its query; `to` a document (`doc:policy/leave`) in that language, a path
/// of this site (`/en/policy/`) or a whole address.
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
    let mut reader = csv::ReaderBuilder::new()
        .flexible(true)
        .trim(csv::Trim::All)
        .from_reader(source.text().as_bytes());
    let mut redirects = Vec::new();
    for record in reader.records() {
        match record {
            Ok(record) => {
                let offset = record.position().map_or(0, |at| at.byte() as usize);
                let place = source.place(offset..offset + 1);
                match redirect(site, &record) {
                    Ok(redirect) => redirects.push(redirect),
                    Err(message) => findings.push(
                        Diagnostic::new(Code::InvalidValue, place, message)
                            .help("Each line is `from,to,language`: the old address, where it leads now, and a language of the site."),
                    ),
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

fn redirect(site: &Site, record: &csv::StringRecord) -> Result<Redirect, String> {
    let field = |at: usize| record.get(at).unwrap_or_default();
    let (from, to, language) = (field(0), field(1), field(2));
    if from.is_empty() || to.is_empty() || from.contains(char::is_whitespace) {
        return Err("this line lacks the old address, or where it leads now".to_owned());
    }
    let language = language_of(site, language)?;
    let address = match (to.strip_prefix("doc:"), to.strip_prefix('/')) {
        (Some(id), _) => {
            let document = site.documents.iter().find(|document| document.id == id);
            let document = document.ok_or_else(|| format!("there is no document `{id}`"))?;
            site.document_address(document, &language)
        }
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
