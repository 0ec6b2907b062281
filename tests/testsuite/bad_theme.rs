//! A theme that does not work stops the build, and the finding names where.

use crate::site::refusal::{at, good, refused, refused_by_build};

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

/// The good site with a theme of its own, and what is found in the theme: codes, files, lines and help.
fn found_in_theme(files: &[(&str, &str)]) -> Vec<(String, u64, String)> {
    let with_theme = good().setting("theme: ours\n");
    let site = files.iter().fold(with_theme, |site, (path, text)| {
        site.file(&format!("themes/ours/{path}"), text)
    });
    let checked = site.check();
    let found = checked.of_code("unused-theme-part").into_iter();
    found
        .inspect(|it| assert_eq!(it.severity, "warning", "{it:?}"))
        .map(|it| {
            let path = it.path.strip_prefix("themes/ours/").unwrap();
            (path.to_owned(), it.line, it.help.clone())
        })
        .collect()
}

#[test]
fn a_part_of_a_theme_that_nothing_uses_is_spoken_of() {
    let found = found_in_theme(&[
        ("templates/txt.html", "<p></p>\n"),
        ("templates/breadcrumbs.html", "<p></p>\n"),
        ("templates/other.html", "<p></p>\n"),
        ("static/sites.css", "p { margin: 0 }\n"),
        ("strings/en.ftl", "home = Home\nsearch-titel = Find\n"),
        ("strings/english.ftl", "home = Home\n"),
        ("strings/cy.txt", "home = Hafan\n"),
        ("template/text.html", "<p></p>\n"),
        ("home.html", "<p></p>\n"),
    ]);
    let expected = [
        ("home.html", 1, "Move it into the folder `templates`."),
        (
            "static/sites.css",
            1,
            "Rename the file: perhaps `site.css` is meant.",
        ),
        (
            "strings/cy.txt",
            1,
            "Rename the file, for instance to `cy.ftl`.",
        ),
        ("strings/en.ftl", 2, "Perhaps `search-title` is meant."),
        (
            "strings/english.ftl",
            1,
            "Rename the file to the code of the language that it is in, for instance `cy.ftl`.",
        ),
        ("template", 1, "Rename it: perhaps `templates` is meant."),
        (
            "templates/breadcrumbs.html",
            1,
            "Rename the file: perhaps `parts/breadcrumbs.html` is meant.",
        ),
        (
            "templates/other.html",
            1,
            "Include it in a template, or take it away.",
        ),
        (
            "templates/txt.html",
            1,
            "Rename the file: perhaps `text.html` is meant.",
        ),
    ];
    let expected = expected.map(|(path, line, help)| (path.to_owned(), line, help.to_owned()));
    assert_eq!(found, expected);
}

#[test]
fn what_a_theme_brings_and_uses_itself_is_not_spoken_of() {
    let found = found_in_theme(&[
        (
            "templates/home.html",
            "{% include \"banner.html\" %}{{ <shout words=\"x\" /> }}<img src=\"{{ frame.root }}assets/icons.svg\">\n",
        ),
        (
            "templates/banner.html",
            "<p>{{ t(key=\"hello\") }}{{ t(key=\"part-\" ~ 1) }}</p>\n",
        ),
        (
            "templates/parts/shouts.html",
            "{% component shout(words: string) %}<b>{{ words }}</b>{% endcomponent shout %}\n",
        ),
        (
            "strings/en.ftl",
            "hello = Hello { who }\nwho = all\npart-1 = One\n",
        ),
        (
            "strings/cy.ftl",
            "hello = Helo { who }\nwho = bawb\npart-1 = Un\n",
        ),
        (
            "static/icons.svg",
            "<svg xmlns=\"http://www.w3.org/2000/svg\"/>\n",
        ),
        ("static/fonts/ours.woff2", "font"),
        ("README.md", "Ours.\n"),
        ("strings/README.md", "Ours.\n"),
        ("source/site.scss", "p { margin: 0 }\n"),
    ]);
    assert_eq!(found, []);
}

#[test]
fn a_page_of_a_text_without_its_text_stops_the_build() {
    let path = "themes/ours/templates/text.html";
    refused(
        |site| site.setting("theme: ours\n").file(path, "\n"),
        &at("theme-template", path, 1, 1),
    );
    let (_, stderr) = refused_by_build(
        |site| site.setting("theme: ours\n").file(path, "{# later #}\n"),
        &at("theme-template", path, 1, 1),
    );
    assert!(stderr.contains("`<article>`"), "{stderr}");
}
