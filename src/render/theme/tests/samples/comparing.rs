//! Comparisons, alone and beside each other.

use super::{article, both_languages, by, counts, frame, in_2020, version};
use crate::page::view::*;

pub fn comparison(lang: &str) -> ComparisonView {
    let item = |id: usize, text: &str| SummaryItem {
        id: format!("change-{id}"),
        text: text.into(),
        before: None,
        after: None,
        flags: Vec::new(),
        within: Vec::new(),
    };
    let line = |key: &str, items: Vec<SummaryItem>| SummaryLine {
        key: key.into(),
        count: items.len(),
        items,
    };
    let mut heading = item(4, "6 things to remember");
    heading.before = Some("5 things to remember".into());
    heading.after = Some("6 things to remember".into());
    heading.flags = vec!["number".into()];
    let mut duty = item(2, "Avoid comments on matters of political controversy");
    duty.flags = vec!["duty".into()];
    ComparisonView {
        frame: frame(lang, "What changed"),
        document: "policy/using-social-media".into(),
        document_title: article(lang).0.into(),
        document_href: "text.html".into(),
        history: "history.html".into(),
        guidance: false,
        from: version("2017-08-09", by("2017-08-09", "9 August 2017")),
        to: version("2020", in_2020()),
        to_state: State::InForce,
        to_current: true,
        in_force_is_unsure: false,
        none_in_force: false,
        earlier: Some("comparison.html".into()),
        both_languages: Some("comparison-languages.html".into()),
        later: Some("comparison.html".into()),
        note: Some("A sixth thing to remember, on security.".into()),
        corrected_in: vec!["Welsh".into()],
        translated_into: Vec::new(),
        editorial: false,
        withdrawn: None,
        counts: counts(),
        summary: vec![
            line(
                "summary-added",
                vec![item(1, "Its purpose"), item(6, "Security")],
            ),
            line(
                "summary-removed",
                vec![item(7, "See item 4 for what is permanent.")],
            ),
            line("summary-heading", vec![heading]),
            line(
                "summary-reworded",
                vec![duty, item(3, "Avoid personal attacks")],
            ),
            line("summary-moved", vec![item(5, "Doubts")]),
        ],
        files: vec![changed_file(lang)],
        notes: vec![NoteView {
            code: "stale-reference",
            text: "Renumbered since this reference was written: 4 → 5".into(),
            anchor: Some("doubts".into()),
        }],
        article: include_str!("comparison.en.html").into(),
        fallback: false,
    }
}

fn changed_file(lang: &str) -> FileChangeView {
    let file = |size: &str| FileView {
        href: Some("decision-log.csv".into()),
        size: size.into(),
    };
    FileChangeView {
        kind: "changed",
        name: "decision-log.csv".into(),
        lang: Some(lang.into()),
        old: Some(file("11 KB")),
        new: Some(file("12 KB")),
    }
}

pub fn comparison_languages(lang: &str) -> ComparisonLanguagesView {
    let of_version = both_languages(lang);
    let comparison = comparison(lang);
    let columns = of_version.columns.into_iter().map(|column| ComparedColumn {
        lang: column.lang,
        name: column.name,
        href: "comparison.html".into(),
        counts: comparison.counts.clone(),
    });
    let rows = of_version.rows.into_iter().enumerate();
    ComparisonLanguagesView {
        frame: of_version.frame,
        document_title: comparison.document_title,
        guidance: comparison.guidance,
        from: comparison.from,
        to: comparison.to,
        to_state: State::Coming,
        withdrawn: None,
        comparison: "comparison.html".into(),
        columns: columns.collect(),
        files: comparison.files,
        rows: rows
            .map(|(at, row)| ComparedRow {
                cells: row.cells,
                uneven: at == 1,
            })
            .collect(),
    }
}
