//! Pages that help to find.

use super::{bar, frame};
use crate::page::view::*;

pub fn search(lang: &str) -> SearchView {
    SearchView {
        frame: frame(lang, if lang == "cy" { "Chwilio" } else { "Search" }),
        engine: "pagefind/".into(),
        indexes: format!("pagefind/{lang}/"),
        history: true,
    }
}

pub fn result(state: State) -> ResultView {
    let bar = bar(state);
    ResultView {
        href: "text.html".into(),
        title: "Using social media".into(),
        sections: vec!["Policies".into(), "Communication".into()],
        category: Some("Guidance".into()),
        standing: Some(StandingView {
            state,
            guidance: false,
            begin: bar.begin,
            end: bar.end,
            corrected_on: bar.corrected_on,
        }),
    }
}

pub fn a_to_z(lang: &str) -> AToZView {
    let welsh = lang == "cy";
    let letter = |letter: &str, title: Option<&str>| LetterView {
        letter: letter.into(),
        anchor: letter.to_lowercase(),
        documents: title
            .map(|title| AToZEntry {
                title: title.into(),
                title_lang: None,
                href: "text.html".into(),
                section: "Policy".into(),
                state: State::Withdrawn,
                guidance: false,
            })
            .into_iter()
            .collect(),
    };
    AToZView {
        frame: frame(
            lang,
            if welsh {
                "Pob dogfen, A–Y"
            } else {
                "All documents, A–Z"
            },
        ),
        letters: vec![
            letter("A", Some("Absenoldeb")),
            letter("Ch", None),
            letter("Dd", Some("Ddoe")),
        ],
    }
}
