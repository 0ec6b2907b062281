//! A site's own logo and colours, from `site.yaml`.

use crate::site::Site;

fn with_look(look: &str) -> Site {
    Site::in_english()
        .text("policy/leave/2024-04-01/en.md", "# Leave\n\nTwenty days.\n")
        .setting(look)
}

#[test]
fn colours_and_logo_are_in_the_stylesheet_and_on_every_page() {
    let built = with_look(
        "look:\n  logo: pictures/crest.svg\n  colours: {band: \"#FC0\", link: \"#1d3557\"}\n  dark_colours: {link: \"#a8c5e8\"}\n",
    )
    .file("static/pictures/crest.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>")
    .build();
    let output = built.output();
    let css = output.text("assets/site.css");
    let own = css.split("@media screen{").last().unwrap();
    let (light, dark) = own.split_once("(prefers-color-scheme: dark)").unwrap();
    // Black stands out more on yellow than white does.
    for property in ["--band:#ffcc00;", "--band-ink:#000000;", "--link:#1d3557;"] {
        assert!(light.contains(property), "{property} in {light}");
    }
    for property in ["--band:#ffcc00;", "--link:#a8c5e8;"] {
        assert!(dark.contains(property), "{property} in {dark}");
    }
    for (address, way) in [("en/", "../"), ("en/policy/leave/", "../../../")] {
        let page = output.page(address);
        let source = page.only(".brand img").attr("src").unwrap();
        assert_eq!(source, format!("{way}pictures/crest.svg"), "{address}");
    }
}

#[test]
fn without_a_look_the_stylesheet_is_the_themes_own() {
    let built = with_look("").build();
    assert!(
        !built
            .output()
            .text("assets/site.css")
            .contains("@media screen{")
    );
    assert!(built.output().page("en/").select(".brand img").is_empty());
}

#[test]
fn what_is_no_colour_is_found_at_its_place() {
    let checked = with_look(
        "look:\n  logo: crest.svg\n  colours:\n    band: \"red; } body { display: none\"\n    link: #1d3557\n    text: \"#000\"\n",
    )
    .check();
    let found: Vec<String> = checked
        .findings()
        .iter()
        .filter(|found| found.path == "site.yaml")
        .map(|found| {
            format!(
                "{}:{} {} {}",
                found.line, found.column, found.code, found.message
            )
        })
        .collect();
    assert_eq!(
        found,
        [
            "5:9 invalid-value there is no file `crest.svg` in the folder `static`",
            "7:11 invalid-value `red; } body { display: none` is not a colour that can be used here",
            "8:5 invalid-value `link` has no value",
            "9:5 unknown-key `text` is not a key of `colours`",
        ]
    );
}

#[test]
fn a_colour_that_some_cannot_make_out_is_a_warning() {
    let checked = with_look(
        "look:\n  colours: {link: \"#8fb3d9\", handrail: \"#b5832f\"}\n  dark_colours: {link: \"#1d3557\"}\n",
    )
    .check();
    let found = checked
        .findings()
        .iter()
        .filter(|found| found.code == "low-contrast");
    let found: Vec<String> = found
        .map(|found| format!("{}: {}", found.severity, found.message))
        .collect();
    assert_eq!(
        found,
        [
            "warning: `link` has a contrast of 1.89:1 on the foot of the page, 2.09:1 on the page, 2.18:1 on a panel; WCAG 2.2 (AA) asks for 4.5:1",
            "warning: `link` has a contrast of 1.19:1 on the foot of the page, 1.31:1 on a panel, 1.45:1 on the page; WCAG 2.2 (AA) asks for 4.5:1",
        ]
    );
}
