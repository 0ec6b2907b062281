use super::*;

fn languages(codes: &[&str]) -> Vec<LanguageCode> {
    codes
        .iter()
        .map(|code| LanguageCode::parse(code).unwrap())
        .collect()
}

/// A site's folder with these files in it.
fn site(files: &[(&str, &str)]) -> (tempfile::TempDir, Root) {
    let folder = tempfile::tempdir().unwrap();
    for (path, text) in files {
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    let root = Root::open(folder.path()).unwrap();
    (folder, root)
}

#[test]
fn the_built_in_theme_is_complete_in_its_languages() {
    let (_folder, root) = site(&[]);
    let found = Theme::load(&root, "default", &languages(&["en", "cy", "fr", "ga"])).err();
    assert_eq!(found, None);
}

mod samples;

use crate::page::view::State;

/// Every template with each of its sample pages, in a language.
fn rendered(theme: &Theme, lang: &str) -> Vec<(String, String)> {
    let language = LanguageCode::parse(lang).unwrap();
    let mut pages = Vec::new();
    macro_rules! render {
        ($($name:literal $template:literal $view:expr;)+) => {
            $(match theme.render($template, &$view, &language) {
                Ok(html) => pages.push(($name.to_owned(), html)),
                Err(found) => panic!("{}: {:?}", $name, found),
            })+
        };
    }
    let mut withdrawn = samples::text(lang, State::Withdrawn);
    withdrawn.bar.withdrawn = Some(samples::withdrawn());
    let mut stand_in = samples::text("en", State::InForce);
    stand_in.frame = samples::frame(lang, "Using social media");
    stand_in.bar.stand_in = Some(samples::stand_in());
    render! {
        "home" "home.html" samples::home(lang);
        "section" "section.html" samples::section(lang);
        "book" "book.html" samples::book(lang);
        "text" "text.html" samples::text(lang, State::InForce);
        "text-old" "text.html" samples::text(lang, State::Superseded);
        "text-corrected" "text.html" samples::text(lang, State::Corrected);
        "text-may-be-replaced" "text.html" samples::text(lang, State::MayBeReplaced);
        "text-may-hold" "text.html" samples::text(lang, State::MayHold);
        "text-coming" "text.html" samples::text(lang, State::Coming);
        "text-draft" "text.html" samples::text(lang, State::Draft);
        "text-unpublished" "text.html" samples::text(lang, State::Unpublished);
        "text-withdrawn" "text.html" withdrawn;
        "text-stand-in" "text.html" stand_in;
        "page" "page.html" samples::page(lang);
        "history" "history.html" samples::history(lang);
        "comparison" "comparison.html" samples::comparison(lang);
        "both-languages" "both-languages.html" samples::both_languages(lang);
        "comparison-languages" "comparison-languages.html" samples::comparison_languages(lang);
        "changes" "changes.html" samples::changes(lang);
        "on-a-date" "on-a-date.html" samples::on_a_date(lang);
        "a-z" "a-z.html" samples::a_to_z(lang);
        "search" "search.html" samples::search(lang);
        "chooser" "chooser.html" samples::chooser();
        "id" "id.html" samples::id();
        "redirect" "redirect.html" samples::redirect();
        "404" "404.html" samples::not_found();
    }
    pages
}

fn default_theme() -> Theme {
    let (_folder, root) = site(&[]);
    Theme::load(&root, "default", &languages(&["en", "cy"]))
        .ok()
        .unwrap()
}

#[test]
fn every_kind_of_page_renders_in_every_state() {
    let theme = default_theme();
    for lang in ["en", "cy"] {
        for (name, html) in rendered(&theme, lang) {
            assert!(html.starts_with("<!DOCTYPE html>\n<html lang="), "{name}");
            assert!(html.ends_with("</html>\n"), "{name}");
            assert!(
                !html.contains(" style=") && !html.contains("<style"),
                "{name}"
            );
            assert!(!html.contains("&lt;h1"), "{name}");
        }
    }
}

#[test]
fn a_result_shows_what_its_version_is() {
    let english = LanguageCode::parse("en").unwrap();
    let render = |state| {
        let view = samples::result(state);
        let html = default_theme().render("search-result.html", &view, &english);
        html.unwrap()
    };
    let in_force = render(State::InForce);
    assert!(in_force.starts_with("<li class=\"result\">") && in_force.contains("In force since"));
    let old = render(State::Superseded);
    assert!(old.contains("badge-superseded") && old.contains("Replaced"));
}

/// What loading a theme with these files over the built-in one finds, each as `PATH:LINE:COLUMN MESSAGE`.
fn faults(files: &[(&str, &str)], codes: &[&str]) -> Vec<String> {
    let (_folder, root) = site(files);
    let found = Theme::load(&root, "house", &languages(codes)).err();
    found.unwrap_or_default().iter().map(shown).collect()
}

fn shown(found: &Diagnostic) -> String {
    let place = &found.place;
    let (line, column) = (place.line, place.column);
    format!("{}:{line}:{column} {}", place.path, found.message)
}

#[test]
fn a_template_that_is_not_understood_is_located() {
    let files = [
        (
            "themes/house/templates/home.html",
            "<p>\n{% if x %}\n</p>\n",
        ),
        ("themes/house/templates/page.html", "tŷ {{ x | }}\n"),
    ];
    assert_eq!(
        faults(&files, &["en"]),
        [
            "themes/house/templates/home.html:2:11 the template ends before something in it is closed",
            "themes/house/templates/page.html:1:11 `}}` is here where identifier belongs",
        ]
    );
}

#[test]
fn what_templates_expect_of_each_other_is_checked() {
    let page = "{% extends \"base.html\" %}\n{% block main %}\n{{ x | shout }} {% include \"gone.html\" %}\n{% endblock main %}\n";
    assert_eq!(
        faults(&[("themes/house/templates/page.html", page)], &["en"]),
        [
            "themes/house/templates/page.html:3:8 there is no filter `shout`",
            "themes/house/templates/page.html:3:28 there is no template `gone.html`",
        ]
    );
    assert_eq!(
        faults(
            &[(
                "themes/house/templates/page.html",
                "{% extends \"gone.html\" %}"
            )],
            &["en"]
        ),
        ["themes/house/templates/page.html:1:12 there is no template `gone.html` to extend"]
    );
}

/// A page in English, made by this template, or what is found.
fn page_by(template: &str) -> Result<String, String> {
    let (_folder, root) = site(&[("themes/house/templates/page.html", template)]);
    let theme = Theme::load(&root, "house", &languages(&["en"]))
        .ok()
        .unwrap();
    let language = LanguageCode::parse("en").unwrap();
    let page = theme.render("page.html", &samples::page("en"), &language);
    page.map_err(|found| shown(&found))
}

#[test]
fn a_template_that_fails_on_a_page_is_located() {
    let found = page_by("<h1>{{ frame.title }}</h1>\n<p>{{ frame.titel }}</p>\n").unwrap_err();
    let expected = "themes/house/templates/page.html:2:13 field `titel` is not there; there are: a_z, address, alternates, ";
    assert!(found.starts_with(expected), "{found}");
}

#[test]
fn a_fault_beside_strings_is_where_the_template_has_it() {
    let found = page_by("{{ t(key=\"reason\") }}\n{{ t(key=\"reason\") ~ frame.titel.x }}\n");
    let expected = "themes/house/templates/page.html:2:28 field `titel` is not there";
    assert!(
        found.as_ref().unwrap_err().starts_with(expected),
        "{found:?}"
    );
}

#[test]
fn a_key_in_a_variable_or_put_together_gives_its_string() {
    let found = page_by("{{ (\"rea\" ~ \"son\") | t }}{% set key = \"reason\" %}: {{ key | t }}");
    assert_eq!(found, Ok("Reason: Reason".to_owned()));
    let found = page_by("{{ \"no-such-key\" | t }}").unwrap_err();
    assert!(
        found.contains("there is no string `no-such-key`"),
        "{found}"
    );
}

#[test]
fn what_only_looks_like_a_call_for_a_string_is_left_as_it_is() {
    let template = "{% component t(key=\"reason\") %}{{ key }}{% endcomponent t %}{{ <t /> }}: {{ t(key=\"reason\") }}";
    assert_eq!(page_by(template), Ok("reason: Reason".to_owned()));
}

#[test]
fn a_language_needs_every_string() {
    let found = faults(
        &[("themes/house/strings/de.ftl", "reason = Grund\n")],
        &["en", "de"],
    );
    let missing = "themes/house/strings/de.ftl:1:1 there is no text for the string `owner` in the language `de`";
    let of_owner = found.iter().filter(|found| *found == missing);
    assert_eq!(of_owner.count(), 1, "templates that use it add no finding");
    assert!(!found.iter().any(|found| found.contains("`reason`")));
    assert_eq!(
        faults(&[("themes/house/static/x.css", "")], &["en", "de"]),
        ["themes/house/strings/de.ftl:1:1 the theme has no strings in the language `de`"]
    );
}

#[test]
fn a_string_that_a_template_names_must_be_there_in_every_language() {
    let files = [
        (
            "themes/house/templates/page.html",
            "{{ t(key=\"greeting\") }}, {{ t(key=\"greeting\") }}",
        ),
        ("themes/house/strings/en.ftl", "greeting = Hello\n"),
    ];
    assert_eq!(
        faults(&files, &["en", "cy"]),
        [
            "themes/house/strings/cy.ftl:1:1 there is no text for the string `greeting` in the language `cy`"
        ]
    );
}

#[test]
fn a_noun_has_the_form_that_follows_its_number() {
    let theme = default_theme();
    let size = |code: &str, bytes: usize| {
        let language = LanguageCode::parse(code).unwrap();
        let strings = theme.strings(&language).unwrap();
        strings.text("size-bytes", &[("size", bytes.into())])
    };
    let welsh = [0, 1, 2, 3, 6, 12].map(|bytes| size("cy", bytes));
    let expected = ["0 beit", "1 beit", "2 feit", "3 beit", "6 beit", "12 beit"];
    assert_eq!(welsh, expected);
    assert_eq!([1, 2].map(|bytes| size("en", bytes)), ["1 byte", "2 bytes"]);
}

#[test]
fn no_line_of_french_can_begin_with_a_sign_that_ends_what_is_before_it() {
    let strings = include_str!("../../../themes/default/strings/fr.ftl");
    let messages = strings.lines().filter(|line| !line.starts_with('#'));
    let signs = [" :", " ;", " »", "« "];
    let parted = messages.filter(|line| signs.iter().any(|sign| line.contains(sign)));
    assert_eq!(parted.collect::<Vec<_>>(), [""; 0]);
}

#[test]
fn a_withdrawal_to_come_is_not_called_one_that_was_made() {
    let (_folder, root) = site(&[]);
    let codes = languages(&["en", "cy", "fr", "ga"]);
    let theme = Theme::load(&root, "default", &codes).ok().unwrap();
    for language in &codes {
        let strings = theme.strings(language).unwrap();
        let [made, to_come] =
            ["withdrawn-on", "to-be-withdrawn-on"].map(|key| strings.text(key, &[]));
        assert_ne!(made, to_come, "{language}");
    }
}

#[test]
fn a_fault_of_a_whole_folder_names_no_line_and_code_is_set_as_code() {
    let theme = default_theme();
    let faults = |excerpt: Option<[&str; 3]>| {
        let place = serde_json::json!({
            "path": "content/policy/leave/draft", "line": 1, "column": 1, "excerpt": excerpt, "carets": "^",
        });
        let fault = serde_json::json!({
            "key": null, "code": "missing-text", "severity": "warning",
            "message": "there is no `cy.md`", "help": "write `cy.md`, or `<b>`", "place": place, "related": [],
        });
        let view = serde_json::json!({ "faults": [fault], "language": "en", "below": "now" });
        let english = LanguageCode::parse("en").unwrap();
        theme
            .render("preview-faults.html", &view, &english)
            .unwrap()
    };
    let of_folder = faults(None);
    assert!(!of_folder.contains("Line 1"), "{of_folder}");
    for shown in [
        "there is no <code>cy.md</code></span>",
        "write <code>cy.md</code>, or <code>&lt;b&gt;</code></p>",
    ] {
        assert!(of_folder.contains(shown), "{of_folder}");
    }
    assert!(faults(Some(["", "slug", ": a"])).contains("Line 1, column 1"));
}

#[test]
fn a_theme_that_is_not_there_is_named() {
    assert_eq!(
        faults(&[], &["en"]),
        ["themes/house:1:1 there is no theme `house`"]
    );
}

#[test]
fn a_site_replaces_one_file_or_one_string_and_keeps_the_rest() {
    let (_folder, root) = site(&[
        (
            "themes/house/strings/en.ftl",
            "feedback = Something wrong here?\n",
        ),
        (
            "themes/house/templates/parts/footer.html",
            "<footer>Ours</footer>",
        ),
        ("themes/house/static/logo.svg", "<svg/>"),
    ]);
    let theme = Theme::load(&root, "house", &languages(&["en"]))
        .ok()
        .unwrap();
    let language = LanguageCode::parse("en").unwrap();
    let html = theme
        .render("page.html", &samples::page("en"), &language)
        .unwrap();
    assert!(html.contains(">Something wrong here?</a>") && html.contains("<footer>Ours</footer>"));
    assert!(html.contains(">Skip to main content</a>"));
    let assets = theme.assets(".code { color: red; }\n");
    let paths: Vec<_> = assets.iter().map(|(path, _)| path.as_str()).collect();
    assert_eq!(
        paths,
        [
            "assets/citing.js",
            "assets/comparison.js",
            "assets/history.js",
            "assets/icon.svg",
            "assets/logo.svg",
            "assets/moved.js",
            "assets/on-a-date.js",
            "assets/search.js",
            "assets/site.css",
            "assets/site.js"
        ]
    );
    let style = assets.iter().find(|(path, _)| path == "assets/site.css");
    assert!(style.unwrap().1.ends_with(b".code { color: red; }\n"));
}

#[test]
fn styles_and_scripts_are_published_without_what_browsers_do_not_need() {
    let css = "/* Why. */\na {\n  color: red; /* so */\n}\n\n/* One */ b {} /* two */\n/*\n   over lines\n*/\n";
    let published = "a{color: red; /* so */\n}\n/* One */ b {} /* two */\n/*\nover lines\n*/\n";
    assert_eq!(packed(css), published);
    let css = "a:hover,\nb {\n  --behind: var(--a, b: c);\n  margin: 0 1px;\n}\n";
    let published = "a:hover,b{--behind:var(--a, b: c);margin:0 1px;}\n";
    assert_eq!(packed(css), published);
    let split = "a::after {\n  content: \"one \\\n    two\";\n}\n";
    assert_eq!(packed(split), split);
    let script =
        "// Why.\n/** What. */\nconst a = () => {\n  // How.\n  return `${1}`; // one\n};\n";
    let published = "const a = () => {\nreturn `${1}`; // one\n};\n";
    assert_eq!(packed_script(script), published);
    let split = "const a = `one\n  // two`;\n";
    assert_eq!(packed_script(split), split);
}

#[test]
fn what_a_site_says_is_escaped() {
    let mut view = samples::page("en");
    view.frame.title = "<script>alert('1')</script>\" onload=\"x".into();
    view.frame.navigation[0].title = view.frame.title.clone();
    let language = LanguageCode::parse("en").unwrap();
    let html = default_theme()
        .render("page.html", &view, &language)
        .unwrap();
    assert!(!html.contains("<script>") && !html.contains("\" onload"));
}

#[test]
fn a_page_carries_the_marks_that_others_read() {
    let theme = default_theme();
    let pages: BTreeMap<_, _> = rendered(&theme, "cy").into_iter().collect();
    let has = |name: &str, mark: &str| assert!(pages[name].contains(mark), "{name} lacks {mark}");
    has("text", "<html lang=\"cy\">");
    has(
        "text",
        "<article class=\"shown\" data-document=\"policy/using-social-media\" data-version=\"2020\">",
    );
    has("text-stand-in", "data-version=\"2020\" lang=\"en\">");
    has(
        "text",
        "<link rel=\"canonical\" href=\"https://canllaw.example/en/policy/\">",
    );
    has(
        "text",
        "<link rel=\"alternate\" hreflang=\"cy\" href=\"https://canllaw.example/cy/polisi/\">",
    );
    has("text", "<time datetime=\"2020-02-03\">");
    has(
        "comparison",
        "data-diff data-document=\"policy/using-social-media\" data-from=\"2017-08-09\" data-to=\"2020\">",
    );
    has("both-languages", "data-version=\"2020\" data-both>");
    has("both-languages", "<div class=\"cell\" lang=\"en\"><h1>");
    has("chooser", "hreflang=\"x-default\"");
    has(
        "redirect",
        "<meta http-equiv=\"refresh\" content=\"0; url=../text.html\">",
    );
    has("redirect", "<meta name=\"robots\" content=\"noindex\">");
}

#[test]
fn what_a_site_puts_into_its_theme_is_published_as_it_is() {
    let script = "// @license magnet:?xt=urn:btih:1 Expat\nconst a = () => {\n  return 1;\n};\n";
    let style = "/*! Ours */\na {\n  color: red;\n}";
    let built_in = Files::built_in();
    let copied = built_in.static_files["site.js"].bytes.clone();
    let copied = String::from_utf8(copied.into_owned()).unwrap();
    let (_folder, root) = site(&[
        ("themes/house/static/vendor.js", script),
        ("themes/house/static/site.css", style),
        ("themes/house/static/site.js", &copied),
        ("themes/house/static/history.js", script),
    ]);
    let theme = Theme::load(&root, "house", &languages(&["en"]))
        .ok()
        .unwrap();
    let of = |name: &str| {
        let bytes = theme.asset(&format!("assets/{name}"), "b {\n  top: 0;\n}\n");
        String::from_utf8(bytes.unwrap().into_owned()).unwrap()
    };
    assert_eq!(of("vendor.js"), script);
    assert_eq!(of("history.js"), script);
    assert_eq!(of("site.css"), format!("{style}\nb{{top:0;}}\n"));
    // A copy of a built-in file is none of the site's own.
    assert_eq!(of("site.js"), packed_script(&copied));
}
