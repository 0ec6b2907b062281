//! A section as a book, and how a text is cited.

use super::{by, day, frame};
use crate::page::view::*;

pub fn citing() -> CitingView {
    CitingView {
        whole: "Using social media, as on 31 December 2020".into(),
        pattern: "Using social media, {place}, as on 31 December 2020".into(),
        example: Some("Using social media, “Introduction”, as on 31 December 2020".into()),
        href: "2020.html".into(),
        address: "https://canllaw.example/en/policy/using-social-media/2020/".into(),
        languages: vec![CitedLanguage {
            lang: "ga".into(),
            name: "Gaeilge".into(),
            href: "ga.html".into(),
            in_step: true,
            places: "d=ch&e=d".into(),
        }],
    }
}

pub fn book(lang: &str) -> BookView {
    BookView {
        frame: frame(lang, "Policies"),
        guidance: false,
        chapters: vec![
            chapter("leave", None, None),
            chapter("pay", Some("Money"), Some("ga")),
        ],
    }
}

fn chapter(name: &str, part: Option<&str>, lang: Option<&str>) -> ChapterView {
    ChapterView {
        id: format!("chapter-{name}"),
        part: part.map(Into::into),
        title: name.into(),
        document: format!("policy/{name}"),
        version: "2017-08-09.1".into(),
        text_lang: lang.map(Into::into),
        article: Some(format!(
            "<h2 id=\"{name}--title\">{name}</h2>\n<p>Ask first.</p>\n"
        )),
        state: State::InForce,
        begin: by("2017-08-09", "9 August 2017"),
        corrected_on: Some(day("2018-01-01", "1 January 2018")),
        reference: Some("ATISN 11397".into()),
        fingerprint: "9f2c4be1a07d5536c8e40b7d21f6a95be03c47d8812fa6e5904d3b7c1a68f25d".into(),
        href: "2017-08-09.html".into(),
        permanent: "https://canllaw.example/en/policy/leave/2017-08-09.1/".into(),
    }
}
