//! A site with one document, whose versions are of days that a test names.

use super::Site;

/// A site with one document, its versions with what each states, and what the document states.
pub fn leave(versions: &[(&str, &str)], states: &str) -> Site {
    let site = Site::in_two_languages()
        .yaml(
            "policy/leave/document.yaml",
            &format!("slug: {{en: leave, cy: absenoldeb}}\n{states}"),
        )
        .on("2026-11-23");
    versions.iter().fold(site, |site, (id, states)| {
        let site = site
            .text(
                &format!("policy/leave/{id}/en.md"),
                format!("# Leave\n\nWhat {id} says.\n"),
            )
            .text(
                &format!("policy/leave/{id}/cy.md"),
                format!("# Absenoldeb\n\nYr hyn a ddywed {id}.\n"),
            );
        if states.is_empty() {
            site
        } else {
            site.yaml(&format!("policy/leave/{id}/version.yaml"), states)
        }
    })
}

/// Two versions of which the second began on a day that is not known yet: between the first of 2026 and
/// its last.
pub const PERHAPS: [(&str, &str); 2] = [
    ("2024-01-01", ""),
    (
        "2026",
        "effective_from: {after: 2026-01-01, by: 2026-12-31}\npublished_on: 2025-12-01\n",
    ),
];
