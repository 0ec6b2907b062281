//! A text as Pagefind takes it: words, with marks between them for what no word says.
//!
//! The engine knows marks in the content of a page, which it takes out of the words: for the weight of
//! what follows, and for an anchor. Its API for records without HTML gives no other way to either. An
//! anchor comes back with a result as it was given, so that a heading carries how many words it has,
//! and the first one what the result shows.

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

use super::Entry;

/// How the engine's marks begin: no word of a text may.
const MARK: &str = "___";
/// How much more a word of a heading weighs.
const HEADING_WEIGHT: &str = "___PAGEFIND_WEIGHT___3";
const HEADING_END: &str = "___END_PAGEFIND_WEIGHT___";
/// What parts words, and the sign that encodes it.
const WHITE_SPACE: &AsciiSet = &CONTROLS.add(b' ').add(b'%');

/// The content of an entry: what its result shows, then its words with its headings marked.
pub(super) fn content_of(entry: &Entry) -> String {
    let mut content = String::new();
    push(&mut content, &anchor("result", &entry.result));
    for part in &entry.parts {
        let words: Vec<&str> = words(&part.words).collect();
        match &part.heading {
            Some(place) => {
                push(&mut content, &anchor(&words.len().to_string(), place));
                push(&mut content, HEADING_WEIGHT);
                words.iter().for_each(|word| push(&mut content, word));
                push(&mut content, HEADING_END);
            }
            None => words.iter().for_each(|word| push(&mut content, word)),
        }
    }
    content
}

/// The words as the engine parts them. One that looks like a mark loses its beginning, and the space
/// without width, which the engine drops, parts no words.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let bare = |word: &'_ str| -> bool { word.chars().all(|c| c == '\u{200b}') };
    let words = text.split_whitespace();
    let words = words.map(|word| {
        if word.starts_with(MARK) {
            word.trim_start_matches('_')
        } else {
            word
        }
    });
    words.filter(move |word| !bare(word))
}

/// A mark that names a place: its element, and its id, which may hold anything.
fn anchor(element: &str, id: &str) -> String {
    let id = utf8_percent_encode(id, WHITE_SPACE);
    format!("___PAGEFIND_ANCHOR___{element}:0:{id}")
}

fn push(content: &mut String, word: &str) {
    if !content.is_empty() {
        content.push(' ');
    }
    content.push_str(word);
}
