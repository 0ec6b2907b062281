//! A text that consists of its title, as of a form that is kept as a file: it is there, and not removed.

use crate::site::{Side, Site};

#[test]
fn a_text_of_a_title_alone_is_shown_as_the_text_that_it_is() {
    let site = Site::in_two_languages()
        .yaml("policy/form/document.yaml", "slug: {cy: ffurflen}\n")
        .text("policy/form/2019-01-01/en.md", "# Old form\n")
        .text("policy/form/2019-01-01/cy.md", "# Hen ffurflen\n")
        .text("policy/form/2020-01-01/en.md", "# Form\n")
        .text("policy/form/2020-01-01/cy.md", "# Ffurflen\n")
        .file("content/policy/form/2020-01-01/form.pdf", "a form")
        .text("policy/form/draft/en.md", "---\ntitle: New form\n---\n")
        .text("policy/form/draft/cy.md", "# Ffurflen newydd\n")
        .argument("--drafts");
    let built = site.build();
    for (address, version, text) in [
        ("en/policy/form/", "2020-01-01", "Form"),
        ("cy/polisi/ffurflen/", "2020-01-01", "Ffurflen"),
        ("en/policy/form/2019-01-01/", "2019-01-01", "Oldform"),
        ("en/policy/form/draft/", "draft", "Newform"),
    ] {
        let page = built.output().page(address);
        let article = page.article();
        assert_eq!(article.mark("data-version"), Some(version), "{address}");
        assert_eq!(article.text(Side::New), text, "{address}");
        assert!(!page.contains("the text is not"), "{address}");
    }
    let shown = built.output().page("en/policy/form/");
    assert!(shown.contains("Cite"), "{}", shown.words());
}
