//! Pages that lead into the site.

use super::frame;
use crate::page::view::*;

fn chooser_languages() -> Vec<ChooserLanguage> {
    [
        ("en", "English", "Staff rules and guidance"),
        ("cy", "Cymraeg", "Rheolau a chanllawiau i staff"),
    ]
    .map(|(lang, name, title)| ChooserLanguage {
        lang: lang.into(),
        name: name.into(),
        title: title.into(),
        title_lang: None,
        href: format!("{lang}/home.html"),
        absolute: Some(format!("https://canllaw.example/{lang}/")),
    })
    .into()
}

pub fn chooser() -> ChooserView {
    ChooserView {
        languages: chooser_languages(),
        canonical: Some("https://canllaw.example/".into()),
        noindex: false,
        root: "./".into(),
    }
}

pub fn id() -> IdView {
    IdView {
        document: "policy/using-social-media".into(),
        languages: chooser_languages(),
        root: "./".into(),
    }
}

pub fn redirect() -> RedirectView {
    RedirectView {
        lang: "cy".into(),
        href: "../text.html".into(),
        absolute: Some("https://canllaw.example/cy/polisi/".into()),
        root: "./".into(),
    }
}

pub fn not_found() -> NotFoundView {
    NotFoundView {
        languages: frame("en", "").languages,
        root: "./".into(),
    }
}
