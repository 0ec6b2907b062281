//! What holds for every pair of texts, tried on lists whose items go below one another, rise, change
//! places and their numbering.

use proptest::prelude::*;
use proptest::sample::Index;

use crate::comparison_support::{Text, claims, language};
use canllaw::diff::{Kind, compare};

const LINES: [&str; 10] = [
    "Ask your manager before you book anything abroad",
    "in writing at least two weeks ahead",
    "with the dates of departure and return",
    "Keep the receipts of all travel",
    "Hand in your receipts within a month",
    "Lock your laptop away each evening",
    "Meet the person who stood in for you",
    "[x] Water the plants near the window",
    "short one",
    "Read the rules of the house once a year",
];

#[derive(Clone, Debug)]
struct Item {
    line: usize,
    below: List,
}

#[derive(Clone, Debug, Default)]
struct List {
    items: Vec<Item>,
    is_numbered: bool,
}

fn item() -> impl Strategy<Value = Item> {
    let leaf = (0..LINES.len()).prop_map(|line| Item {
        line,
        below: List::default(),
    });
    leaf.prop_recursive(2, 8, 3, |inner| {
        (0..LINES.len(), list_of(inner, 0)).prop_map(|(line, below)| Item { line, below })
    })
}

fn list_of(item: impl Strategy<Value = Item>, least: usize) -> impl Strategy<Value = List> {
    let items = prop::collection::vec(item, least..6);
    (items, any::<bool>()).prop_map(|(items, is_numbered)| List { items, is_numbered })
}

/// What an author does to a list.
#[derive(Clone, Debug)]
enum Edit {
    /// An item goes, and those below it rise.
    Raise,
    /// Two neighbours go below a new item.
    PutBelow(Item),
    /// An item goes below the one before it.
    Lower,
    Renumber,
    Insert(Item),
    Remove,
    Reword(usize),
    /// The list below an item is edited.
    Below(Box<Edit>),
}

fn edit() -> impl Strategy<Value = Edit> {
    let here = prop_oneof![
        Just(Edit::Raise),
        item().prop_map(Edit::PutBelow),
        Just(Edit::Lower),
        Just(Edit::Renumber),
        item().prop_map(Edit::Insert),
        Just(Edit::Remove),
        (0..LINES.len()).prop_map(Edit::Reword),
    ];
    here.prop_recursive(2, 3, 1, |inner| {
        inner.prop_map(|edit| Edit::Below(Box::new(edit)))
    })
}

impl List {
    fn apply(&mut self, edit: &Edit, place: Index) {
        if self.items.is_empty() {
            return;
        }
        let at = place.index(self.items.len());
        match edit {
            Edit::Raise => {
                let risen = self.items.remove(at).below.items;
                self.items.splice(at..at, risen);
            }
            Edit::PutBelow(item) => {
                let end = (at + 2).min(self.items.len());
                let mut above = item.clone();
                above.below.items = self.items.drain(at..end).collect();
                self.items.insert(at, above);
            }
            Edit::Lower if at > 0 => {
                let item = self.items.remove(at);
                self.items[at - 1].below.items.push(item);
            }
            Edit::Lower => {}
            Edit::Renumber => self.is_numbered = !self.is_numbered,
            Edit::Insert(item) => self.items.insert(at, item.clone()),
            Edit::Remove => drop(self.items.remove(at)),
            Edit::Reword(line) => self.items[at].line = *line,
            Edit::Below(edit) => self.items[at].below.apply(edit, place),
        }
    }

    fn write(&self, indent: usize, written: &mut String) {
        for (at, item) in self.items.iter().enumerate() {
            let marker = match self.is_numbered {
                true => format!("{}. ", at + 1),
                false => "- ".to_owned(),
            };
            let line = LINES[item.line];
            written.push_str(&format!("{}{marker}{line}\n", " ".repeat(indent)));
            item.below.write(indent + marker.len(), written);
        }
    }

    fn text(&self, before: &str) -> Text {
        let mut written = format!("# Rules\n\nThese hold.\n\n{before}");
        self.write(0, &mut written);
        Text::new("list.md", &(written + "\nThat is all.\n"))
    }
}

fn lists() -> impl Strategy<Value = (List, List)> {
    let edits = prop::collection::vec((edit(), any::<Index>()), 1..4);
    (list_of(item(), 1), edits).prop_map(|(old, edits)| {
        let mut new = old.clone();
        for (edit, place) in &edits {
            new.apply(edit, *place);
        }
        (old, new)
    })
}

/// Found by the property below, which meets either once in some hundreds of pairs.
fn holds(old: &str, new: &str) {
    let (old, new) = (Text::new("old.md", old), Text::new("new.md", new));
    for (from, to) in [(&old, &new), (&new, &old)] {
        let faults = claims::faults(&from.tree, &to.tree, &language("en"));
        assert_eq!(faults, Vec::<String>::new());
    }
}

#[test]
fn no_list_stands_directly_in_another() {
    let old = "- Ask your manager\n  - Ask the office too\n    - Keep the receipts of all travel\n      - Ask your manager\n    - with the dates of departure and return\n";
    let new =
        "- Ask your manager\n  - Ask the office too\n  - with the dates of departure and return\n";
    holds(old, new);
}

#[test]
fn an_item_that_rose_into_the_place_of_another_has_its_own_words_from_it() {
    let old = "- Ask your manager\n  - Keep the receipts of all travel\n    - in writing at least two weeks ahead\n- with the dates of departure and return\n  - Hand in your receipts within a month\n    - Keep the receipts of all travel\n- with the dates of departure and return\n";
    let new = "- Ask your manager\n  - in writing at least two weeks ahead\n- with the dates of departure and return\n  - Keep the receipts of all travel\n- with the dates of departure and return\n";
    holds(old, new);
}

/// The paragraph and the item above are told as added or removed; of the rest, that it has another form.
#[test]
fn a_paragraph_that_came_before_items_that_nest_anew_splits_nothing() {
    let below = "Water the plants near the window";
    let flat = Text::new("flat.md", &format!("- {below}\n"));
    let nested = "Some words of a paragraph.\n\n- Meet the person who stood in for you\n";
    let nested = Text::new("nested.md", &format!("{nested}  - {below}\n"));
    for (old, new, own) in [
        (&flat, &nested, Kind::Added),
        (&nested, &flat, Kind::Removed),
    ] {
        let comparison = compare(&old.tree, &new.tree, &language("en"));
        let changes = comparison.changes.iter();
        let mut kinds: Vec<Kind> = changes.flat_map(|change| change.kinds.clone()).collect();
        kinds.sort_unstable();
        assert_eq!(kinds, [own, own, Kind::Retyped]);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300,
        failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn lists_that_are_grouped_anew_stand_for_both_texts(
        (old, new) in lists(),
        has_words_between in any::<bool>(),
    ) {
        let between = if has_words_between { "Between words of a paragraph.\n\n" } else { "" };
        let (old, new) = (old.text(""), new.text(between));
        for (from, to) in [(&old, &new), (&new, &old)] {
            let faults = claims::faults(&from.tree, &to.tree, &language("en"));
            prop_assert!(faults.is_empty(), "{faults:?}\n{}\n{}", from.source.text(), to.source.text());
        }
    }
}
