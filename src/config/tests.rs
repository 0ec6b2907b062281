//! YAML as people write it, and what is found in it, with exact places.

mod faults;
mod limits;
mod meant;

use super::*;
use crate::diagnostic::Diagnostic;
use crate::language::LanguageCode;
use crate::source::Source;

fn codes(codes: &[&str]) -> Vec<LanguageCode> {
    codes
        .iter()
        .map(|code| LanguageCode::parse(code).unwrap())
        .collect()
}

fn welsh_and_english() -> Vec<LanguageCode> {
    codes(&["cy", "en"])
}

/// `line:column code message`, one a line, in the order of places.
fn rendered(mut findings: Vec<Diagnostic>) -> Vec<String> {
    crate::diagnostic::sort(&mut findings);
    let line = |found: &Diagnostic| {
        let place = &found.place;
        format!(
            "{}:{} {} {}",
            place.line, place.column, found.code, found.message
        )
    };
    findings.iter().map(line).collect()
}

fn of_site(text: &str) -> (Option<site::SiteConfig>, Vec<Diagnostic>) {
    let mut findings = Vec::new();
    let config = site::read(&Source::new("site.yaml", text), &mut findings);
    (config, findings)
}

fn of_section(text: &str) -> (section::SectionConfig, Vec<Diagnostic>) {
    let mut findings = Vec::new();
    let source = Source::new("content/policy/section.yaml", text);
    let config = section::read(&source, &welsh_and_english(), &mut findings);
    (config, findings)
}

fn of_document(text: &str) -> (document::DocumentConfig, Vec<Diagnostic>) {
    let mut findings = Vec::new();
    let source = Source::new("content/policy/leave/document.yaml", text);
    let config = document::read(&source, &welsh_and_english(), &mut findings);
    (config, findings)
}

fn of_version(text: &str) -> (version::VersionConfig, Vec<Diagnostic>) {
    let mut findings = Vec::new();
    let source = Source::new("content/policy/leave/2020-01-31/version.yaml", text);
    let config = version::read(&source, &welsh_and_english(), &mut findings);
    (config, findings)
}

/// A localised text as `cy=… en=…`.
fn shown<'a>(text: impl IntoIterator<Item = &'a Localised>) -> String {
    let texts = text.into_iter().flat_map(ByLanguage::iter);
    let texts: Vec<_> = texts
        .map(|(code, text)| format!("{code}={}", text.value))
        .collect();
    texts.join(" ")
}
