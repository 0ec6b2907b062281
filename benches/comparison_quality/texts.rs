//! The texts that are edited: documents of the example site, in both languages, as twins.

use std::path::{Path, PathBuf};

use canllaw::language::LanguageCode;

use crate::text::{Part, Text, sentences};

/// A text to edit, and sentences of other texts to edit it with.
pub struct Base {
    pub name: String,
    pub language: LanguageCode,
    pub text: Text,
    pub pool: Vec<String>,
}

/// Folders of the example site: each text is made of some, and edited with sentences of the others.
const FOLDERS: [&str; 6] = [
    "policy/using-social-media/2020",
    "house-rules/official-channels/2021-03-01",
    "handbook/security/2020",
    "accessibility",
    "about",
    "policy/security/2017-08-09",
];

/// The folders of each text.
const TEXTS: [&[usize]; 3] = [&[0, 2], &[1, 3], &[4, 1, 5]];

/// Twins stand next to each other.
pub fn bases(with_corpora: bool) -> Vec<Base> {
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    let mut bases = Vec::new();
    for (nth, folders) in TEXTS.iter().enumerate() {
        for code in ["en", "cy"] {
            let read = |folder: usize| {
                let path = content.join(FOLDERS[folder]).join(format!("{code}.md"));
                std::fs::read_to_string(path).expect("the example site has this text")
            };
            let mut text = Text::default();
            folders.iter().for_each(|&folder| text.add(&read(folder)));
            let others = (0..FOLDERS.len()).filter(|folder| !folders.contains(folder));
            let pool = others
                .flat_map(|folder| plain_sentences(&read(folder)))
                .collect();
            bases.push(base(format!("{code}{nth}"), code, text, pool));
        }
    }
    if with_corpora {
        bases.extend(corpora());
    }
    bases
}

fn base(name: String, code: &str, text: Text, pool: Vec<String>) -> Base {
    Base {
        name,
        language: LanguageCode::parse(code).expect("a code of a language"),
        text,
        pool,
    }
}

fn plain_sentences(written: &str) -> Vec<String> {
    let text = Text::read(written);
    let mut found = Vec::new();
    for unit in text.units {
        match unit.part {
            Part::Paragraph(text) => found.extend(sentences(&text)),
            Part::List { items, .. } => found.extend(items.into_iter().map(|item| item.text)),
            _ => {}
        }
    }
    found.retain(|one| {
        one.split_whitespace().count() >= 6 && !one.contains(['[', '*', '<', '`', '|', '{'])
    });
    found
}

/// English texts of the corpora, each beside itself: they have no twins.
fn corpora() -> Vec<Base> {
    let Some(folder) = std::env::var_os("CANLLAW_CORPORA") else {
        println!("SKIPPED: CANLLAW_CORPORA names no folder of sites");
        return Vec::new();
    };
    let mut paths = Vec::new();
    collect(Path::new(&folder), &mut paths);
    paths.sort();
    let chosen: Vec<&PathBuf> = paths.iter().step_by(paths.len() / 12 + 1).collect();
    let read = |path: &Path| std::fs::read_to_string(path).unwrap_or_default();
    let mut bases = Vec::new();
    for (nth, path) in chosen.iter().enumerate() {
        let other = chosen[(nth + 1) % chosen.len()];
        let text = Text::read(&read(path));
        let pool = plain_sentences(&read(other));
        if text.units.len() > 8 && pool.len() > 10 {
            let twin = text.clone();
            bases.push(base(format!("corpus{nth}a"), "en", text, pool.clone()));
            bases.push(base(format!("corpus{nth}b"), "en", twin, pool));
        }
    }
    bases
}

fn collect(folder: &Path, paths: &mut Vec<PathBuf>) {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return;
    };
    for path in entries.flatten().map(|entry| entry.path()) {
        if path.is_dir() {
            collect(&path, paths);
        } else if path.file_name().is_some_and(|name| name == "en.md") {
            paths.push(path);
        }
    }
}
