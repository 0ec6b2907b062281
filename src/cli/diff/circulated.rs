//! `canllaw diff --format html`: one file for a browser, to be sent around.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::texts::Compared;
use super::{Outcome, Words};
use crate::cli::report;
use canllaw::build::load_theme;
use canllaw::diff::Comparison;
use canllaw::markdown::highlight;
use canllaw::page::circulated::{Between, Making, circulated};
use canllaw::source::Root;

/// Images beyond this many bytes are shown by their descriptions: the file is to go by mail.
const LARGEST_IMAGE: usize = 2_000_000;

pub(super) fn write(
    compared: &Compared,
    comparison: &Comparison<'_>,
    words: &Words,
) -> Result<String, Outcome> {
    // A site has a look of its own, where its theme works in this language.
    let own = compared.versions.as_ref();
    let own = own.and_then(|it| load_theme(&it.read.root, &it.read.site.config).ok());
    let own = own.filter(|theme| theme.strings(&words.language).is_some());
    let theme = own.as_ref().unwrap_or(&words.theme);
    let old_image = |path: &str| image(&compared.old.root, path);
    let new_image = |path: &str| image(&compared.new.root, path);
    let making = Making {
        between: between(compared),
        text_language: &compared.language,
        wording: theme,
        language: &words.language,
        style: &theme.stylesheet(&highlight::css()),
        images: [&old_image, &new_image],
    };
    let view = circulated(comparison, compared.new.tree.title(), &making);
    theme
        .render("circulated.html", &view, &words.language)
        .map_err(|fault| {
            report::findings(&[*fault]);
            Outcome::Fault
        })
}

fn between(compared: &Compared) -> Between<'_> {
    let versions = compared.versions.as_ref();
    let found = versions.and_then(|versions| {
        let site = &versions.read.site;
        let document = site.document(&versions.document)?;
        Some(Between::Versions {
            site,
            document,
            from: versions.from,
            to: versions.to,
        })
    });
    found.unwrap_or(Between::Files {
        old: compared.old.source.path(),
        new: compared.new.source.path(),
    })
}

/// An image as an address that holds it.
fn image(root: &Root, path: &str) -> Option<String> {
    let kind = match path.rsplit('.').next()?.to_ascii_lowercase().as_str() {
        "png" => "png",
        "jpg" | "jpeg" => "jpeg",
        "gif" => "gif",
        "webp" => "webp",
        "avif" => "avif",
        "svg" => "svg+xml",
        _ => return None,
    };
    let bytes = root.read_bytes(path).ok()?;
    (bytes.len() <= LARGEST_IMAGE)
        .then(|| format!("data:image/{kind};base64,{}", STANDARD.encode(bytes)))
}
