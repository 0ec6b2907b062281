//! References to numbered items and clauses that lead elsewhere since those were renumbered: "see
//! item 4", when the fourth item is now the fifth.

use std::collections::BTreeMap;
use std::ops::Range;

use super::index::Shape;
use super::model::{Change, Entry, Inside, Kind, Node, Note, Relation, Remark, Side};
use super::numbering::Sequences;
use super::passages::plain_text;
use crate::language::LanguageCode;
use crate::markdown::tree::{Block, BlockKind};

/// What comes before the number of an item of a list, in small letters. In Welsh and Irish with the
/// mutations that the prepositions before them cause (*gweler pwynt 4*, *at bwynt 4*, *ym mhwynt 4*).
const ITEM_WORDS: [(&str, &[&str]); 4] = [
    ("en", &["item", "step", "point", "rule", "number", "no."]),
    (
        "cy",
        &[
            "eitem", "cam", "gam", "ngham", "cham", "pwynt", "bwynt", "mhwynt", "phwynt", "rheol",
            "reol", "rhif", "rif",
        ],
    ),
    ("fr", &["point", "étape", "règle", "numéro", "no", "n°"]),
    (
        "ga",
        &[
            "mír", "mhír", "céim", "chéim", "pointe", "phointe", "riail", "uimhir",
        ],
    ),
];

/// What comes before the label of a clause, in small letters.
const CLAUSE_WORDS: [(&str, &[&str]); 4] = [
    (
        "en",
        &[
            "clause",
            "section",
            "paragraph",
            "part",
            "rule",
            "article",
            "chapter",
            "point",
            "item",
            "see",
        ],
    ),
    (
        "cy",
        &[
            "cymal",
            "gymal",
            "nghymal",
            "chymal",
            "adran",
            "hadran",
            "paragraff",
            "baragraff",
            "mharagraff",
            "pharagraff",
            "rhan",
            "ran",
            "rheol",
            "reol",
            "erthygl",
            "pennod",
            "bennod",
            "mhennod",
            "phennod",
            "pwynt",
            "bwynt",
            "mhwynt",
            "phwynt",
            "eitem",
            "gweler",
        ],
    ),
    (
        "fr",
        &[
            "clause",
            "section",
            "paragraphe",
            "partie",
            "règle",
            "article",
            "chapitre",
            "point",
            "voir",
        ],
    ),
    (
        "ga",
        &[
            "clásal",
            "chlásal",
            "alt",
            "cuid",
            "gcuid",
            "riail",
            "airteagal",
            "caibidil",
            "féach",
        ],
    ),
];

/// The notes on references of the new text that say what the old text said, of what now has another
/// number.
pub(super) fn stale(
    entries: &[Entry<'_>],
    changes: &[Change],
    sequences: &Sequences,
    language: &LanguageCode,
) -> Vec<Note> {
    if !changes.iter().any(may_renumber) {
        return Vec::new();
    }
    let words = |table: &'static [(&str, &[&str]); 4]| {
        table
            .iter()
            .find(|(code, _)| *code == language.language())
            .map_or(&[] as &[&str], |(_, words)| words)
    };
    let clause_words = words(&CLAUSE_WORDS);
    let mut numbers = Renumbered {
        clause_words,
        items: BTreeMap::new(),
        labels: BTreeMap::new(),
        lettered: BTreeMap::new(),
    };
    numbers.collect(entries, sequences);
    let starts = numbers.starts();
    if starts.are_none() {
        return Vec::new();
    }
    let mut finder = Finder {
        starts,
        numbers,
        item_words: words(&ITEM_WORDS),
        clause_words,
        notes: Vec::new(),
    };
    finder.visit(entries);
    finder.notes
}

/// Whether something has another number now. In a heading it may be a word like any other: "Article 4".
fn may_renumber(change: &Change) -> bool {
    let has = |kind: Kind| change.kinds.contains(&kind);
    has(Kind::Renumbered) || change.node == Node::Heading && has(Kind::Changed)
}

/// What has another number now.
struct Renumbered {
    clause_words: &'static [&'static str],
    items: Numbers,
    labels: Numbers,
    /// By word and letter, "appendix B": the letter of today.
    lettered: Numbers,
}

/// What became of each number: nothing where two lists disagree.
type Numbers = BTreeMap<String, Option<String>>;

/// Which bytes some words begin with.
struct Starts([bool; 256]);

impl Starts {
    fn are_none(&self) -> bool {
        !self.0.contains(&true)
    }

    fn of_word(&self, word: &str) -> bool {
        word.bytes().next().is_some_and(|byte| self.have(byte))
    }

    fn have(&self, byte: u8) -> bool {
        self.0[usize::from(byte)]
    }
}

impl Renumbered {
    /// Which bytes those begin with that have another number now.
    fn starts(&self) -> Starts {
        let mut starts = Starts([false; 256]);
        for (number, now) in self.items.iter().chain(&self.labels) {
            let is_another = now.as_ref().is_some_and(|now| now != number);
            if let Some(first) = number.bytes().next().filter(|_| is_another) {
                starts.0[usize::from(first)] = true;
            }
        }
        for (of, now) in &self.lettered {
            let letter = of.rsplit(' ').next().filter(|_| now.is_some());
            if let Some(first) = letter.and_then(|letter| letter.bytes().next()) {
                starts.0[usize::from(first)] = true;
            }
        }
        starts
    }

    fn collect(&mut self, entries: &[Entry<'_>], sequences: &Sequences) {
        for entry in entries {
            if let ([old], [new]) = (&*entry.old, &*entry.new) {
                self.see(old, new, sequences);
            }
            if let Inside::Entries(inside) = &entry.inside {
                self.collect(inside, sequences);
            }
        }
    }

    fn see(&mut self, old: &Block, new: &Block, sequences: &Sequences) {
        if let (
            BlockKind::ListItem {
                number: Some(before),
            },
            BlockKind::ListItem {
                number: Some(after),
            },
        ) = (&old.kind, &new.kind)
        {
            note_number(&mut self.items, &before.to_string(), &after.to_string());
        }
        let lettered = |side, block| sequences.lettered_heading(side, block);
        if let (Some((noun, before)), Some((_, after))) =
            (lettered(Side::Old, old), lettered(Side::New, new))
            && before != after
        {
            note_number(&mut self.lettered, &lettered_name(noun, before), after);
        }
        let of_old = self.label(old, sequences, Side::Old);
        let of_new = self.label(new, sequences, Side::New);
        if let (Some(before), Some(after)) = (of_old, of_new) {
            note_number(&mut self.labels, &before, &after);
        }
    }

    /// The letter of today of what a word and a letter name.
    fn lettered_now(&self, noun: &str, letter: &str) -> Option<String> {
        let noun = noun.trim_matches(|sign: char| sign.is_ascii_punctuation());
        self.lettered.get(&lettered_name(noun, letter))?.clone()
    }

    /// Whether a word may be the letter of something that has another now.
    fn is_lettered(&self, word: &str) -> bool {
        let mut names = self.lettered.keys();
        names.any(|name| name.rsplit(' ').next() == Some(word))
    }

    /// What a clause or a heading is numbered with: `1.2`; of "2. Refusals", of "2 Refusals" where it follows
    /// "1 Scope", and of "Article 2" `2`.
    fn label(&self, block: &Block, sequences: &Sequences, side: Side) -> Option<String> {
        if let Some(number) = sequences.written_number(side, block) {
            return Some(bare(number).to_owned());
        }
        let is_heading = matches!(block.kind, BlockKind::Heading { .. });
        let text = is_heading.then(|| block.own_text())?;
        let mut words = text.split_whitespace();
        let noun = words.next()?.to_lowercase();
        let number = words.next()?.trim_end_matches(['.', ':', ',', ')']);
        let is_number = number.starts_with(|first: char| first.is_ascii_digit());
        (is_number && self.clause_words.contains(&noun.as_str())).then(|| number.to_owned())
    }
}

/// Notes what a number became; two that disagree say nothing.
fn note_number(numbers: &mut Numbers, before: &str, after: &str) {
    numbers
        .entry(before.to_owned())
        .and_modify(|known| {
            if known.as_deref() != Some(after) {
                *known = None;
            }
        })
        .or_insert_with(|| Some(after.to_owned()));
}

/// What a heading with a letter is called, in whatever letters a text names it: "appendix B".
fn lettered_name(noun: &str, letter: &str) -> String {
    [&noun.to_lowercase(), " ", letter].concat()
}

/// A label without the point after it.
fn bare(label: &str) -> &str {
    label.trim().trim_end_matches('.')
}

struct Finder {
    numbers: Renumbered,
    /// The first bytes of the numbers that are looked for.
    starts: Starts,
    item_words: &'static [&'static str],
    clause_words: &'static [&'static str],
    notes: Vec<Note>,
}

impl Finder {
    fn visit(&mut self, entries: &[Entry<'_>]) {
        for entry in entries {
            match (&entry.inside, entry.relation) {
                (Inside::Entries(inside), _) => self.visit(inside),
                (_, Relation::Added | Relation::Removed | Relation::MovedAway(_)) => {}
                _ => self.look_at(entry),
            }
        }
    }

    /// References that both texts have.
    fn look_at(&mut self, entry: &Entry<'_>) {
        let Some(block) = entry.new.first() else {
            return;
        };
        if matches!(Shape::of(block), Shape::Code | Shape::Html) {
            return;
        }
        if !entry.new.iter().any(|block| self.may_refer(block)) {
            return;
        }
        let after = plain_text(&entry.new);
        let references = self.references(&after);
        if references.is_empty() {
            return;
        }
        let before = plain_text(&entry.old);
        let old_references = self.references(&before);
        for (range, now) in references {
            let reference = &after[range];
            let was_there = old_references
                .iter()
                .any(|(old, _)| &before[old.clone()] == reference);
            if was_there {
                self.notes.push(Note {
                    what: Remark::StaleReference {
                        reference: reference.to_owned(),
                        now,
                    },
                    side: Side::New,
                    span: block.span.clone(),
                });
            }
        }
    }

    /// Whether a block may have the number of something that was renumbered: few have.
    fn may_refer(&self, block: &Block) -> bool {
        let mut found = false;
        block.walk(&mut |block| {
            found = found
                || match &block.kind {
                    BlockKind::Code { text, .. } | BlockKind::Html { text, .. } => {
                        self.may_have_number(text)
                    }
                    _ => {
                        let mut inlines = block.inlines.iter();
                        inlines.any(|inline| self.may_have_number(inline.content.text()))
                    }
                };
        });
        found
    }

    /// The same of a part of a block's text.
    fn may_have_number(&self, text: &str) -> bool {
        let bytes = text.as_bytes();
        let begins = |at: usize| at == 0 || !bytes[at - 1].is_ascii_graphic();
        let may_be_number = |at: usize| {
            let word = text[at..].split_whitespace().next().unwrap_or_default();
            // What ends a part may go on in the next.
            at + word.len() == text.len() || self.is_renumbered(number_in(word))
        };
        let mut starts = bytes.iter().enumerate();
        starts.any(|(at, byte)| self.starts.have(*byte) && begins(at) && may_be_number(at))
    }

    /// The references in a text to what was renumbered: where each stands, and the number of today.
    fn references(&self, text: &str) -> Vec<(Range<usize>, String)> {
        let mut found = Vec::new();
        let mut before: Option<Range<usize>> = None;
        for word in text.split_whitespace() {
            let start = word.as_ptr() as usize - text.as_ptr() as usize;
            let before_it = before.replace(start..start + word.len());
            if let Some(before) = before_it.filter(|_| self.starts.of_word(word)) {
                let number = number_in(word);
                if let Some(now) = self.now(&text[before.clone()], number) {
                    found.push((before.start..start + number.len(), now));
                }
            }
        }
        found
    }

    /// The number of today of what a word and a number name.
    fn now(&self, word: &str, number: &str) -> Option<String> {
        let is_one_of = |words: &[&str]| {
            let noun = word
                .trim_matches(|next: char| next.is_ascii_punctuation() && next != '.')
                .to_lowercase();
            // "l’article 4"
            let noun = noun.rsplit(['\'', '\u{2019}']).next().unwrap_or(&noun);
            words.contains(&noun)
        };
        let of = |words: &[&str], numbers: &Numbers| {
            let (now, within) = renumbered(numbers, number)?;
            is_one_of(words).then(|| format!("{now}{within}"))
        };
        of(self.item_words, &self.numbers.items)
            .or_else(|| of(self.clause_words, &self.numbers.labels))
            .or_else(|| self.numbers.lettered_now(word, number))
    }

    fn is_renumbered(&self, number: &str) -> bool {
        let Renumbered { items, labels, .. } = &self.numbers;
        renumbered(items, number)
            .or_else(|| renumbered(labels, number))
            .is_some()
            || self.numbers.is_lettered(number)
    }
}

/// The number of today of what has another now, and which part of that is meant: "1.2(b)" is within 1.2,
/// where it has no label of its own.
fn renumbered<'n>(numbers: &'n Numbers, number: &'n str) -> Option<(&'n str, &'n str)> {
    let (label, within) = match numbers.contains_key(number) {
        true => (number, ""),
        false => number.split_at(number.find('(')?),
    };
    let now = numbers.get(label)?.as_deref()?;
    (now != label).then_some((now, within))
}

/// The number that a word of a text may be, without the signs that follow it.
fn number_in(word: &str) -> &str {
    let number = word.trim_end_matches(['.', ',', ';', ':', '?', '!']);
    match number.strip_suffix(')') {
        Some(inner) if !inner.contains('(') => inner,
        _ => number,
    }
}
