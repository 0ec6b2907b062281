//! What the search index costs: processor time for each page, and the most memory.
//!
//! ```text
//! cargo bench --bench search            10,000 pages of 500 words in two languages
//! cargo bench --bench search -- 2000 800
//! ```
//!
//! The numbers are pages and words. Processor time counts every thread; memory is that of the whole
//! process, its pages included. Linux alone tells both.

use std::fs;

use canllaw::language::LanguageCode;
use canllaw::page::{SearchIndex, SearchPart};
use canllaw::search::{Entry, files};

/// How many ticks a second has in `/proc`; the same on every Linux that there is.
const TICKS: f64 = 100.0;
/// How many different words the pages have together.
const VOCABULARY: usize = 20_000;

fn main() {
    let numbers: Vec<usize> = std::env::args()
        .filter_map(|argument| argument.parse().ok())
        .collect();
    let pages = numbers.first().copied().unwrap_or(10_000);
    let words = numbers.get(1).copied().unwrap_or(500);
    let entries: Vec<Entry> = (0..pages).map(|page| entry(page, words)).collect();
    let before = processor_seconds();
    let languages = ["en", "cy"].map(|code| LanguageCode::parse(code).unwrap());
    let made = files(entries, &languages).unwrap();
    let spent = processor_seconds() - before;
    let bytes: usize = made.iter().map(|file| file.bytes.len()).sum();
    println!(
        "{pages} pages of {words} words: {} files, {} kB",
        made.len(),
        bytes / 1000
    );
    println!(
        "{:.2} ms of processor time a page",
        spent * 1000.0 / pages as f64
    );
    println!("{} MB at most", most_memory() / 1000);
}

fn entry(page: usize, words: usize) -> Entry {
    let language = if page.is_multiple_of(2) { "en" } else { "cy" };
    let mut chance = page as u64 + 1;
    let mut word = || {
        chance = chance
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        // Few words are common and many are rare, as in any language.
        let share = (chance >> 11) as f64 / (1_u64 << 53) as f64;
        spelt((VOCABULARY as f64 * share * share * share) as usize)
    };
    let sentence = |count: usize, word: &mut dyn FnMut() -> String| {
        (0..count).map(|_| word()).collect::<Vec<_>>().join(" ")
    };
    let title = sentence(4, &mut word);
    let mut parts = vec![SearchPart {
        words: title.clone(),
        heading: Some("title".to_owned()),
    }];
    for block in 0..words / 25 {
        let is_heading = block % 6 == 5;
        parts.push(SearchPart {
            words: sentence(if is_heading { 5 } else { 25 }, &mut word),
            heading: is_heading.then(|| format!("part-{block}")),
        });
    }
    Entry {
        language: LanguageCode::parse(language).unwrap(),
        index: SearchIndex::InForce,
        address: format!("{language}/policy/document-{page}/"),
        result: format!(
            "<li class=\"result\"><p><a href=\"../policy/document-{page}/\">{title}</a></p></li>"
        ),
        title,
        parts,
    }
}

/// A word for a number: syllables, so that words look and begin like words.
fn spelt(number: usize) -> String {
    const SYLLABLES: [&str; 28] = [
        "ba", "ce", "di", "fo", "gu", "ha", "le", "mi", "no", "pu", "ra", "se", "ti", "wo", "yn",
        "ad", "el", "in", "or", "us", "gwe", "cyf", "rhe", "llo", "dda", "tre", "pol", "isi",
    ];
    let mut rest = number + 1;
    let mut word = String::new();
    while rest > 0 {
        word.push_str(SYLLABLES[rest % SYLLABLES.len()]);
        rest /= SYLLABLES.len();
    }
    word
}

/// The processor time that the process and its threads have used, in seconds.
fn processor_seconds() -> f64 {
    let stat = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let after_name = stat.rsplit(')').next().unwrap_or_default();
    let fields: Vec<&str> = after_name.split_whitespace().collect();
    let ticks = |at: usize| fields.get(at).and_then(|field| field.parse::<f64>().ok());
    (ticks(11).unwrap_or(0.0) + ticks(12).unwrap_or(0.0)) / TICKS
}

/// The most memory that the process has had, in kB.
fn most_memory() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmHWM:"));
    let number = line.and_then(|line| line.split_whitespace().nth(1));
    number.and_then(|number| number.parse().ok()).unwrap_or(0)
}
