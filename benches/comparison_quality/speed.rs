//! What comparisons cost: processor time and memory.

use std::sync::OnceLock;
use std::time::Instant;

use canllaw::diff;
use canllaw::markdown::{ParseOptions, parse};
use canllaw::source::Source;

use crate::edits::{Edited, Operation};
use crate::random::Random;
use crate::table::Table;
use crate::text::{Part, Text};
use crate::texts::Base;

pub fn measure(bases: &[Base], table: &mut Table) {
    table.at_least(
        "6 KB texts, a tenth edited: comparisons a processor second",
        small(&bases[0]),
        3_000.0,
    );
    let large = large(&bases[0]);
    table.at_most("a 1 MB text with 1 % edits: processor seconds", large, 1.0);
    table.at_most(
        "2,000 alike items with 20 edits: processor seconds",
        items(false),
        1.0,
    );
    table.at_most(
        "2,000 items that are the same, 20 edits: processor seconds",
        items(true),
        1.0,
    );
    table.at_most("peak memory of all, MB", peak_memory(), 200.0);
}

fn compare(old: &str, new: &str, base: &Base) -> usize {
    let read = |text: &str| {
        let source = Source::new("text.md", text);
        parse(&source, 0, None, &ParseOptions::default()).tree
    };
    let (old, new) = (read(old), read(new));
    diff::compare(&old, &new, &base.language).changes.len()
}

fn seconds(mut work: impl FnMut()) -> f64 {
    let mut best = f64::MAX;
    for _ in 0..3 {
        let start = processor_time();
        work();
        best = best.min(processor_time() - start);
    }
    best
}

/// Seconds that the processor worked for this process, or that went by where the system does not say.
fn processor_time() -> f64 {
    static START: OnceLock<Instant> = OnceLock::new();
    let said = std::fs::read_to_string("/proc/self/schedstat").ok();
    let nanoseconds = said.and_then(|said| said.split(' ').next()?.parse::<f64>().ok());
    match nanoseconds {
        Some(nanoseconds) => nanoseconds / 1e9,
        None => START.get_or_init(Instant::now).elapsed().as_secs_f64(),
    }
}

fn small(base: &Base) -> f64 {
    let mut text = base.text.clone();
    while text.write().0.len() > 6_200 {
        text.units.pop();
    }
    let mut edited = Edited::new(&text);
    let mut random = Random::new(7);
    for _ in 0..text.units.len().div_ceil(10) {
        edited.apply(Operation::ReplaceWords, &mut random, &base.pool);
    }
    let (old, new) = (text.write().0, edited.new.write().0);
    let rounds = 300;
    let time = seconds(|| {
        for _ in 0..rounds {
            std::hint::black_box(compare(&old, &new, base));
        }
    });
    f64::from(rounds) / time
}

fn large(base: &Base) -> f64 {
    let mut text = Text::default();
    let mut random = Random::new(11);
    let mut length = 0;
    while length < 1_000_000 {
        let mut words = Vec::new();
        for _ in 0..4 {
            words.extend(random.pick(&base.pool).map(String::as_str));
        }
        let written = format!("{} {}", words.join(" "), length);
        length += written.len() + 2;
        text.add(&written);
    }
    let mut edited = Edited::new(&text);
    for nth in 0..text.units.len() / 100 {
        let operations = [
            Operation::ReplaceWords,
            Operation::Insert,
            Operation::Delete,
        ];
        edited.apply(operations[nth % 3], &mut random, &base.pool);
    }
    let (old, new) = (text.write().0, edited.new.write().0);
    seconds(|| {
        std::hint::black_box(compare(&old, &new, base));
    })
}

fn items(same: bool) -> f64 {
    let base = &crate::texts::bases(false)[0];
    let mut text = Text::default();
    let lines: Vec<String> = (1..=2_000)
        .map(|number| match same {
            true => "- The record is kept for three years by the office that made it.".to_owned(),
            false => {
                format!("- The record {number} is kept for three years by the office that made it.")
            }
        })
        .collect();
    text.add(&lines.join("\n"));
    let mut new = text.clone();
    let mut random = Random::new(3);
    if let Part::List { items, .. } = &mut new.units[0].part {
        for nth in 0..20 {
            let at = random.below(items.len());
            match nth % 3 {
                0 => items[at].text = items[at].text.replace("three", "seven"),
                1 => {
                    items.remove(at);
                }
                _ => {
                    let mut line = items[at].clone();
                    line.text = "A rule that the list did not have.".to_owned();
                    items.insert(at, line);
                }
            }
        }
    }
    let (old, new) = (text.write().0, new.write().0);
    seconds(|| {
        std::hint::black_box(compare(&old, &new, base));
    })
}

/// The most memory that the process had, in megabytes; 0 where the system does not say.
fn peak_memory() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|line| line.split_whitespace().next()?.parse::<f64>().ok());
    kilobytes.unwrap_or(0.0) / 1024.0
}
