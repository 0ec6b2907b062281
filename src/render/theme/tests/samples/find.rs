//! Pages that help to find.

use super::{bar, day, frame};
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
            tenure: bar.tenure,
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
                title_language: None,
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

pub fn on_a_date(lang: &str) -> OnADateView {
    let entry = DayEntry {
        title: "Using social media".into(),
        title_lang: None,
        href: Some("text.html".into()),
        lines: vec![
            DayLine {
                kind: DayLineKind::Since,
                text: "In force by 9 August 2017; start not known".into(),
                href: None,
            },
            DayLine {
                kind: DayLineKind::Corrected,
                text: "The text as corrected on 3 March 2021".into(),
                href: Some("text.html".into()),
            },
        ],
    };
    let link = DayLink {
        day: day("2017-12-31", "31 December 2017"),
        is_latest: false,
        href: "on-a-date.html".into(),
        current: false,
    };
    OnADateView {
        frame: frame(lang, "On a date"),
        day: None,
        choose: "on-a-date.html".into(),
        index: "days.json".into(),
        withdrawn: Vec::new(),
        sections: vec![DaySection {
            title: "Policies".into(),
            href: "section.html".into(),
            documents: vec![entry],
        }],
        year_ends: vec![link.clone()],
        change_days: vec![link.clone()],
        earlier_change_days: vec![link],
    }
}
