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
        "text" "text.html" samples::text(lang, State::InForce);
        "text-old" "text.html" samples::text(lang, State::Superseded);
        "text-corrected" "text.html" samples::text(lang, State::Corrected);
        "text-coming" "text.html" samples::text(lang, State::Coming);
        "text-draft" "text.html" samples::text(lang, State::Draft);
        "text-withdrawn" "text.html" withdrawn;
        "text-stand-in" "text.html" stand_in;
        "page" "page.html" samples::page(lang);
        "history" "history.html" samples::history(lang);
        "comparison" "comparison.html" samples::comparison(lang);
        "both-languages" "both-languages.html" samples::both_languages(lang);
        "changes" "changes.html" samples::changes(lang);
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
