//! A site to start from: small, in two languages, and explained by its own pages.

use std::path::Path;

use jiff::civil::Date;
use rust_embed::Embed;

use crate::config;
use crate::publish::{PublishError, folders};

/// The site to start from. A folder `version` becomes one of the day, `{today}` in YAML that day.
#[derive(Embed)]
#[folder = "starter"]
struct Starter;

/// Makes a folder with a site to start from, whose text is in force from a day on.
///
/// # Errors
/// When there is something in the folder that is not hidden, or it cannot be written.
pub fn start(folder: &Path, today: Date) -> Result<(), PublishError> {
    let mut files = Vec::new();
    for path in Starter::iter() {
        let Some(file) = Starter::get(&path) else {
            continue;
        };
        let mut bytes = file.data.into_owned();
        if path.ends_with(".yaml") {
            let text = String::from_utf8_lossy(&bytes);
            bytes = text.replace("{today}", &today.to_string()).into_bytes();
        }
        files.push((path.replace("/version/", &format!("/{today}/")), bytes));
    }
    // The folder is a site once this is there.
    files.sort_by_key(|(path, _)| path == config::site::FILE);
    folders::fill_folder(folder, &files)
}
