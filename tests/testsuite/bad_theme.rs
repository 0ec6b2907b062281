//! A theme that does not work stops the build, and the finding names where.

use crate::site::refusal::{at, refused, refused_by_build};

#[test]
fn a_theme_with_a_missing_string() {
    let (_, stderr) = refused_by_build(
        |site| {
            site.setting("theme: ours\n")
                .file("themes/ours/strings/en.ftl", "greeting = Good day\n")
                .file(
                    "themes/ours/templates/home.html",
                    "<p>{{ t(key=\"greeting\") }}</p>\n",
                )
        },
        &at("theme-string", "themes/ours/strings/cy.ftl", 1, 1),
    );
    assert!(stderr.contains("`greeting`"), "{stderr}");
}

#[test]
fn a_template_that_names_a_string_that_no_language_has() {
    let (_, stderr) = refused_by_build(
        |site| {
            site.setting("theme: ours\n").file(
                "themes/ours/templates/home.html",
                "<p>\n  {{ t(key=\"no-such-key\") }}</p>\n",
            )
        },
        &at("theme-string", "themes/ours/strings/cy.ftl", 1, 1),
    );
    for part in ["`no-such-key`", "themes/ours/templates/home.html:2:13"] {
        assert!(stderr.contains(part), "{part} in {stderr}");
    }
}

#[test]
fn a_theme_with_a_broken_template() {
    refused_by_build(
        |site| {
            site.setting("theme: ours\n").file(
                "themes/ours/templates/home.html",
                "<p>\n  {{ page.title\n</p>\n{% if %}\n",
            )
        },
        &at("theme-template", "themes/ours/templates/home.html", 3, 1),
    );
}

#[test]
fn a_template_that_extends_one_that_extends_it() {
    let (_, stderr) = refused_by_build(
        |site| {
            site.setting("theme: ours\n").file(
                "themes/ours/templates/base.html",
                "{% extends \"text.html\" %}\n",
            )
        },
        &at("theme-template", "themes/ours/templates/base.html", 1, 12),
    );
    assert!(stderr.contains("`text.html`"), "{stderr}");
}

#[test]
fn a_string_that_refers_to_nothing_is_found_by_a_check() {
    let found = refused(
        |site| {
            site.setting("theme: ours\n")
                .file("themes/ours/strings/cy.ftl", "home = Hafan { nosuch }\n")
        },
        &at("theme-string", "themes/ours/strings/cy.ftl", 1, 16),
    );
    assert!(found.message.contains("`nosuch`"), "{found:?}");
}

#[test]
fn a_template_that_names_what_is_not_there() {
    refused_by_build(
        |site| {
            site.setting("theme: ours\n").file(
                "themes/ours/templates/home.html",
                "<p>\n  {{ nothing.of_that_name }}\n</p>\n",
            )
        },
        &at("theme-template", "themes/ours/templates/home.html", 2, 6),
    );
}
