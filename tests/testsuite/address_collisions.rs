//! What would have the address of something else is found in reading, and a build stops before it writes.

use crate::site::Site;
use crate::site::refusal::{at, good, refused};

#[test]
fn two_equal_addresses() {
    let found = refused(
        |site| {
            site.yaml(
                "policy/pay/document.yaml",
                "slug: {en: leave, cy: cyflog}\n",
            )
            .text("policy/pay/2020-01-01/en.md", "# Pay\n\nMonthly.\n")
            .text("policy/pay/2020-01-01/cy.md", "# Cyflog\n\nBob mis.\n")
        },
        &at(
            "address-collision",
            "content/policy/pay/document.yaml",
            1,
            12,
        ),
    );
    assert!(found.message.contains("/en/policy/leave/"), "{found:?}");
}

#[test]
fn two_equal_slugs_of_sections_are_told_once_where_the_second_stands() {
    let site = good()
        .yaml(
            "people/section.yaml",
            "title: {en: People, cy: Pobl}\nslug: {en: policy, cy: pobl}\n",
        )
        .text("people/pay/2020-01-01/en.md", "# Pay\n\nMonthly.\n")
        .text("people/pay/2020-01-01/cy.md", "# Cyflog\n\nBob mis.\n")
        .yaml("people/pay/document.yaml", "slug: {cy: cyflog}\n");
    let checked = site.check();
    let found = checked.of_code("address-collision");
    let places: Vec<_> = found.iter().map(|it| (it.path.as_str(), it.line)).collect();
    assert_eq!(places, [("content/policy/section.yaml", 2)], "{found:#?}");

    // A section's book is still in the way of what has its address.
    let site = good()
        .text("policy/book/2020-01-01/en.md", "# Books\n\nMany.\n")
        .text("policy/book/2020-01-01/cy.md", "# Llyfrau\n\nLlawer.\n")
        .yaml(
            "policy/book/document.yaml",
            "slug: {en: book, cy: llyfrau}\n",
        );
    let checked = site.check();
    let found = checked.of_code("address-collision");
    assert_eq!(found.len(), 1, "{found:#?}");
    assert_eq!(found[0].path, "content/policy/book/document.yaml");
    assert!(found[0].message.contains("a section's book"), "{found:#?}");
}

#[test]
fn a_version_cannot_be_called_as_the_one_in_force_is() {
    for name in ["current", "cyfredol"] {
        let site = good()
            .yaml(
                &format!("policy/leave/{name}/version.yaml"),
                "effective_from: 2021-01-01\n",
            )
            .text(
                &format!("policy/leave/{name}/en.md"),
                "# Leave\n\n21 days.\n",
            )
            .text(
                &format!("policy/leave/{name}/cy.md"),
                "# Absenoldeb\n\n21 diwrnod.\n",
            );
        let checked = site.check();
        let found = checked.of_code("address-collision");
        assert_eq!(found.len(), 1, "{found:#?}");
        assert_eq!(found[0].path, format!("content/policy/leave/{name}"));
    }
}

#[test]
fn a_file_of_the_site_at_the_address_of_a_page_is_found_in_reading() {
    for file in [
        "en/policy/index.html",
        "en/policy/leave/2020-01-01/index.html",
        "en/index.html",
        "en/policy",
        "index.html",
        "id/policy/leave/index.html",
        "files/policy/leave/2020-01-01/form.pdf",
        "assets",
        "assets/site.css",
        "pagefind/pagefind.js",
        "en/on-a-date/days.json",
    ] {
        let path = format!("static/{file}");
        let site = good().file("content/policy/leave/2020-01-01/form.pdf", "a form");
        let checked = site.file(&path, "mine").check();
        let found = checked.of_code("address-collision");
        assert_eq!(found.len(), 1, "{file}: {found:?}");
        assert_eq!(found[0].path, path);
        let address = format!("`/{file}`");
        assert!(found[0].message.contains(&address), "{found:?}");
        assert!(found[0].help.contains(&format!("`{path}`")), "{found:?}");
    }
}

/// Some disks and web servers, and nginx in its maps, do not tell capitals from small letters.
#[test]
fn two_addresses_that_differ_in_capitals_alone() {
    let version = |name: &str| format!("policy/leave/{name}");
    let dated = |site: Site, name: &str, day: &str| {
        let path = version(name);
        site.yaml(
            &format!("{path}/version.yaml"),
            &format!("effective_from: {day}\n"),
        )
        .text(&format!("{path}/en.md"), "# Leave\n\nThirty.\n")
        .text(&format!("{path}/cy.md"), "# Absenoldeb\n\nTri deg.\n")
    };
    let found = refused(
        |site| dated(dated(site, "Spring", "2025-01-01"), "spring", "2025-02-01"),
        &at("address-collision", "content/policy/leave/spring", 1, 1),
    );
    assert!(found.message.contains("web servers"), "{found:?}");
    let found = refused(
        |site| {
            site.yaml(
                "policy/leave/document.yaml",
                "slug: {en: leave, cy: absenoldeb}\nformer_addresses: {en: Policy/Leave}\n",
            )
        },
        &at(
            "address-collision",
            "content/policy/leave/document.yaml",
            2,
            24,
        ),
    );
    assert!(found.message.contains("`/en/Policy/Leave`"), "{found:?}");
}
