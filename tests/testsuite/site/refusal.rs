//! Bad input is refused: the one way in which the tests hold it.

use super::{Finding, Site};

/// A site with nothing wrong.
pub fn good() -> Site {
    Site::in_two_languages()
        .yaml(
            "policy/leave/document.yaml",
            "slug: {en: leave, cy: absenoldeb}\norder: 1\n",
        )
        .text("policy/leave/2020-01-01/en.md", "# Leave\n\nTwenty days.\n")
        .text(
            "policy/leave/2020-01-01/cy.md",
            "# Absenoldeb\n\nUgain diwrnod.\n",
        )
        .text(
            "policy/leave/2024-04-01/en.md",
            "---\ntitle: Leave\n---\n\nTwenty-one days.\n",
        )
        .text(
            "policy/leave/2024-04-01/cy.md",
            "---\ntitle: Absenoldeb\n---\n\nUn diwrnod ar hugain.\n",
        )
}

/// A finding that must be there, and where.
pub struct At<'a> {
    code: &'a str,
    path: &'a str,
    line: u64,
    column: u64,
}

/// A finding of a code at a place; 1 and 1 where a whole file or folder is meant.
pub const fn at<'a>(code: &'a str, path: &'a str, line: u64, column: u64) -> At<'a> {
    At {
        code,
        path,
        line,
        column,
    }
}

/// Builds the good site, spoils it, and holds what a build then does; gives the spoilt site.
pub fn refused_by_build(spoil: impl FnOnce(Site) -> Site, expected: &At<'_>) -> (Site, String) {
    let site = good();
    let earlier = site.build().output().snapshot();
    let site = spoil(site);

    let built = site.try_build();
    built.run().must_exit_with(1);
    // Where a whole file or folder is meant, no line of it is named.
    let place = match (expected.line, expected.column) {
        (1, 1) => format!("--> {}", expected.path),
        (line, column) => format!("--> {}:{line}:{column}", expected.path),
    };
    let stderr = built.run().stderr.clone();
    for part in [expected.code, &place] {
        assert!(stderr.contains(part), "no {part:?} in:\n{stderr}");
    }
    assert_eq!(built.run().stdout, "");
    assert_eq!(
        built.output().snapshot(),
        earlier,
        "the earlier output stands"
    );
    (site, stderr)
}

/// The same, and holds what a check then finds.
pub fn refused(spoil: impl FnOnce(Site) -> Site, expected: &At<'_>) -> Finding {
    let (site, _) = refused_by_build(spoil, expected);
    let checked = site.check();
    checked.run().must_exit_with(1);
    let place = (expected.path, expected.line, expected.column);
    let is_it = |finding: &&Finding| {
        finding.code == expected.code
            && (finding.path.as_str(), finding.line, finding.column) == place
    };
    let found = checked.findings().iter().find(is_it);
    let found = found.unwrap_or_else(|| {
        panic!(
            "no {} at {place:?} in {:#?}",
            expected.code,
            checked.findings()
        )
    });
    assert_eq!(found.severity, "error");
    assert!(
        !found.message.is_empty() && !found.help.is_empty(),
        "{found:?}"
    );
    found.clone()
}
