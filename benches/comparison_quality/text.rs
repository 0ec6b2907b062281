//! A text as units whose places are known: what is edited, and where it stands before and after.

use std::collections::BTreeMap;

pub type Id = usize;

#[derive(Clone, Debug)]
pub struct Unit {
    pub id: Id,
    pub part: Part,
}

#[derive(Clone, Debug)]
pub enum Part {
    Heading {
        level: usize,
        text: String,
    },
    Paragraph(String),
    List {
        ordered: bool,
        items: Vec<Line>,
    },
    Table {
        rows: Vec<Row>,
    },
    /// What is never edited.
    Other(String),
}

#[derive(Clone, Debug)]
pub struct Line {
    pub id: Id,
    pub text: String,
}

#[derive(Clone, Debug)]
pub struct Row {
    pub id: Id,
    pub cells: Vec<String>,
}

#[derive(Clone, Debug, Default)]
pub struct Text {
    pub units: Vec<Unit>,
    pub next_id: Id,
}

/// The first and the last line of a unit, from 1.
pub type Lines = [usize; 2];

impl Text {
    /// Reads the Markdown of a text, front matter aside.
    pub fn read(written: &str) -> Self {
        let mut text = Text::default();
        text.add(written);
        text
    }

    /// Adds the blocks of one more text at the end.
    pub fn add(&mut self, written: &str) {
        let body = match written.strip_prefix("---\n") {
            Some(rest) => rest.split_once("\n---\n").map_or(rest, |(_, body)| body),
            None => written,
        };
        for chunk in body.split("\n\n") {
            let chunk = chunk.trim_matches('\n');
            if !chunk.trim().is_empty() {
                let part = self.part(chunk);
                let id = self.new_id();
                self.units.push(Unit { id, part });
            }
        }
    }

    pub fn new_id(&mut self) -> Id {
        self.next_id += 1;
        self.next_id
    }

    pub fn line(&mut self, text: &str) -> Line {
        Line {
            id: self.new_id(),
            text: text.to_owned(),
        }
    }

    fn part(&mut self, chunk: &str) -> Part {
        let lines: Vec<&str> = chunk.lines().collect();
        if let [line] = lines.as_slice()
            && line.starts_with('#')
        {
            let level = line.bytes().take_while(|&byte| byte == b'#').count();
            let text = line[level..].split(" {#").next().unwrap_or_default();
            return Part::Heading {
                level,
                text: text.trim().to_owned(),
            };
        }
        let bullets: Option<Vec<&str>> = lines.iter().map(|line| line.strip_prefix("- ")).collect();
        let numbered: Option<Vec<&str>> = lines.iter().map(|line| after_number(line)).collect();
        if let Some(items) = bullets.clone().or(numbered) {
            return Part::List {
                ordered: bullets.is_none(),
                items: items.iter().map(|item| self.line(item)).collect(),
            };
        }
        if lines.len() > 2 && lines.iter().all(|line| line.starts_with('|')) {
            let rows = lines.iter().enumerate().filter(|(at, _)| *at != 1);
            let rows = rows.map(|(_, line)| Row {
                id: self.new_id(),
                cells: cells(line),
            });
            return Part::Table {
                rows: rows.collect(),
            };
        }
        let is_plain = |line: &&str| {
            line.starts_with(|first: char| first.is_alphabetic() || first == '*')
                && !line.starts_with("* ")
        };
        if lines.iter().all(is_plain) {
            Part::Paragraph(lines.join(" "))
        } else {
            Part::Other(chunk.to_owned())
        }
    }

    /// The Markdown, and the lines of each unit.
    pub fn write(&self) -> (String, BTreeMap<Id, Lines>) {
        let mut written = String::new();
        let mut places = BTreeMap::new();
        let mut line = 1;
        for unit in &self.units {
            let first = line;
            for (id, row) in rows(unit) {
                if id != unit.id {
                    places.insert(id, [line, line + row.matches('\n').count()]);
                }
                line += row.matches('\n').count() + 1;
                written.push_str(&row);
                written.push('\n');
            }
            // Where links lead, and footnotes, have no place among the blocks.
            if !matches!(&unit.part, Part::Other(text) if text.starts_with('[')) {
                places.insert(unit.id, [first, line - 1]);
            }
            written.push('\n');
            line += 1;
        }
        (written, places)
    }
}

fn rows(unit: &Unit) -> Vec<(Id, String)> {
    match &unit.part {
        Part::Heading { level, text } => vec![(unit.id, format!("{} {text}", "#".repeat(*level)))],
        Part::Paragraph(text) | Part::Other(text) => vec![(unit.id, text.clone())],
        Part::List { ordered, items } => items
            .iter()
            .enumerate()
            .map(|(at, item)| {
                let marker = match ordered {
                    true => format!("{}.", at + 1),
                    false => "-".to_owned(),
                };
                (item.id, format!("{marker} {}", item.text))
            })
            .collect(),
        Part::Table { rows } => rows
            .iter()
            .enumerate()
            .map(|(at, row)| {
                let line = format!("| {} |", row.cells.join(" | "));
                if at == 0 {
                    // The line under the header counts with it and is taken off again below.
                    let rule = format!("|{}", "---|".repeat(row.cells.len()));
                    return (row.id, format!("{line}\n{rule}"));
                }
                (row.id, line)
            })
            .collect(),
    }
}

fn after_number(line: &str) -> Option<&str> {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    (digits > 0).then(|| line[digits..].strip_prefix(". "))?
}

fn cells(line: &str) -> Vec<String> {
    let inner = line.trim().trim_matches('|');
    inner
        .split('|')
        .map(|cell| cell.trim().to_owned())
        .collect()
}

/// The sentences of a paragraph.
pub fn sentences(text: &str) -> Vec<String> {
    let mut sentences = Vec::new();
    let mut start = 0;
    for (at, _) in text.match_indices(". ") {
        let next = text[at + 2..].chars().next();
        if next.is_some_and(char::is_uppercase) && at + 1 - start > 15 {
            sentences.push(text[start..at + 1].to_owned());
            start = at + 2;
        }
    }
    sentences.push(text[start..].to_owned());
    sentences
}

pub fn count_words(text: &str) -> usize {
    text.split_whitespace()
        .filter(|word| word.chars().any(char::is_alphanumeric))
        .count()
}
