//! Where each part of the new text comes from: which part of the old it is, and which change gave it its
//! wording. From this the history of each paragraph is told.

use std::collections::HashMap;

use super::index::Shape;
use super::model::{Comparison, Entry, Inside, Kind, Relation};
use crate::markdown::tree::Block;

/// Where a part of the new text comes from.
#[derive(Clone, Copy, Debug)]
pub struct Origin<'a> {
    /// The part: see [`is_part`].
    pub new: &'a Block,
    /// What it was in the old text.
    pub old: Option<&'a Block>,
    /// The index of the change that gave it its wording; nothing where that is as it was. A move and
    /// a new number leave the wording as it was.
    pub change: Option<usize>,
}

/// Whether a block is a part of a text that a reader would ask the age of: a heading, a paragraph, an
/// item of a list with all of its own paragraphs, a table, a quote, a block of code.
pub fn is_part(block: &Block) -> bool {
    !matches!(
        Shape::of(block),
        Shape::List | Shape::Definitions | Shape::Row | Shape::Cell | Shape::Rule
    )
}

/// The parts of some blocks, in order: what is within a part is none, but for the items of lists in an
/// item.
pub fn parts<'a>(blocks: impl IntoIterator<Item = &'a Block>) -> Vec<&'a Block> {
    let mut found = Vec::new();
    for block in blocks {
        push_parts(block, &mut found);
    }
    found
}

fn push_parts<'a>(block: &'a Block, found: &mut Vec<&'a Block>) {
    if is_part(block) {
        found.push(block);
        let lists = block.children.iter().filter(|child| is_list(child));
        lists
            .filter(|_| Shape::of(block) == Shape::Item)
            .for_each(|list| push_parts(list, found));
    } else {
        for child in &block.children {
            push_parts(child, found);
        }
    }
}

fn is_list(block: &Block) -> bool {
    Shape::of(block) == Shape::List
}

impl<'a> Comparison<'a> {
    /// The parts of the new text, each with where it comes from.
    pub fn origins(&self) -> Vec<Origin<'a>> {
        let mut reader = Reader {
            comparison: self,
            moves: moves(&self.entries),
            found: Vec::new(),
        };
        reader.entries(&self.entries, None);
        reader.found
    }
}

struct Reader<'c, 'a> {
    comparison: &'c Comparison<'a>,
    /// The change that each move is, by the move's number.
    moves: HashMap<usize, usize>,
    found: Vec<Origin<'a>>,
}

impl<'a> Reader<'_, 'a> {
    /// `around` is the change of what the entries were added with.
    fn entries(&mut self, entries: &[Entry<'a>], around: Option<usize>) {
        for entry in entries {
            self.entry(entry, around);
        }
    }

    fn entry(&mut self, entry: &Entry<'a>, around: Option<usize>) {
        match (entry.relation, &entry.inside) {
            (Relation::Removed | Relation::MovedAway(_), _) => {}
            (Relation::Added, Inside::Entries(inside)) => self.opened(entry, inside, around),
            (Relation::Added, _) => self.all_from(entry, None, entry.change.or(around)),
            // Of items that were put together or nested, that is what gave them their wording.
            (Relation::Regrouped, _) if entry.new.iter().any(|block| is_item(block)) => {
                let old = entry.old.first().copied();
                let change = entry.change.or(around).or_else(|| first_change(entry));
                self.all_from(entry, old, change);
            }
            (Relation::Regrouped, Inside::Entries(inside)) => {
                self.regrouped(entry, inside, entry.change.or(around));
            }
            (_, Inside::Entries(inside)) if entry.is_section() => self.entries(inside, around),
            (_, inside) => self.kept(entry, inside),
        }
    }

    /// What came, with parts in it that may have moved.
    fn opened(&mut self, entry: &Entry<'a>, inside: &[Entry<'a>], around: Option<usize>) {
        let change = entry.change.or(around);
        let Some(&new) = entry.new.first().filter(|block| is_part(block)) else {
            return self.entries(inside, change);
        };
        self.found.push(Origin {
            new,
            old: None,
            change: change.or_else(|| first_change(entry)),
        });
        if is_item(new) {
            self.lists_of_item(inside, change);
        }
    }

    /// Containers in one row. A quote is a part; what stands in it, or in none, or in a list is told apart
    /// by the container that holds it.
    fn regrouped(&mut self, entry: &Entry<'a>, row: &[Entry<'a>], around: Option<usize>) {
        let quotes = || entry.new.iter().copied().filter(|new| is_quote(new));
        for new in quotes() {
            let old = entry.old.iter().copied().find(|old| is_quote(old));
            let change = self.touch(entry);
            self.found.push(Origin { new, old, change });
        }
        for part in row {
            let is_outside = |block: &&'a Block| !quotes().any(|quote| holds(quote, block));
            let outside: Vec<&'a Block> = part.new.iter().copied().filter(is_outside).collect();
            if outside.len() == part.new.len() {
                self.entry(part, around);
            } else {
                // Words that ran on from a quote, or into one.
                let old = part.old.first().copied();
                let change = part.change.or(around).or_else(|| first_change(part));
                let origins = parts(outside).into_iter();
                self.found
                    .extend(origins.map(|new| Origin { new, old, change }));
            }
        }
    }

    /// What both texts have.
    fn kept(&mut self, entry: &Entry<'a>, inside: &Inside<'a>) {
        let old = entry.old.first().copied();
        let Some(&new) = entry.new.first() else {
            return;
        };
        match inside {
            Inside::Blocks => {
                let change = self.rewording(entry);
                for (old, new) in entry.old.iter().zip(&entry.new) {
                    self.same(old, new, change);
                }
            }
            Inside::Entries(inside) if is_part(new) => {
                let change = self.touch(entry);
                self.found.push(Origin { new, old, change });
                if Shape::of(new) == Shape::Item {
                    self.lists_of_item(inside, entry.change);
                }
            }
            Inside::Entries(inside) => self.entries(inside, entry.change),
            _ => self.all_from(entry, old, self.rewording(entry)),
        }
    }

    /// The lists in an item, whose items are parts of their own; what stands between is the item's.
    fn lists_of_item(&mut self, inside: &[Entry<'a>], around: Option<usize>) {
        for entry in inside.iter().filter(|entry| holds_list(entry)) {
            match (entry.relation, &entry.inside) {
                (Relation::Regrouped, Inside::Entries(row))
                    if is_all_lists(entry) || has_only_items(row) =>
                {
                    let items = row.iter().filter(|entry| shape(entry) == Some(Shape::Item));
                    let around = entry.change.or(around);
                    items.for_each(|item| self.entry(item, around));
                }
                // What was no list in the old text gave its items their wording here.
                (Relation::Regrouped, _) | (_, Inside::Words(_)) if !is_all_lists(entry) => {
                    let change = entry.change.or(around).or_else(|| first_change(entry));
                    let old = entry.old.first().copied();
                    let lists = entry.new.iter().copied().filter(|block| is_list(block));
                    let origins = parts(lists)
                        .into_iter()
                        .map(|new| Origin { new, old, change });
                    self.found.extend(origins);
                }
                _ => self.entry(entry, around),
            }
        }
    }

    /// Every part of an entry's new blocks, from one change.
    fn all_from(&mut self, entry: &Entry<'a>, old: Option<&'a Block>, change: Option<usize>) {
        let new = parts(entry.new.iter().copied());
        let origins = new.into_iter().map(|new| Origin {
            new,
            old: old.filter(|_| !entry.came_between(new)),
            change,
        });
        self.found.extend(origins);
    }

    /// Blocks that are the same within. A change on them, of an attribute, is that of the first part.
    fn same(&mut self, old: &'a Block, new: &'a Block, change: Option<usize>) {
        let pairs = parts([old]).into_iter().zip(parts([new]));
        let is_own = |nth: usize| is_part(new) && nth == 0;
        let origins = pairs.enumerate().map(|(nth, (old, new))| Origin {
            new,
            old: Some(old),
            change: change.filter(|_| is_own(nth)),
        });
        self.found.extend(origins);
    }

    /// The change of an entry, if it is one of what it says and not of where it stands.
    fn rewording(&self, entry: &Entry<'a>) -> Option<usize> {
        let leaves_wording = |kind: &Kind| matches!(kind, Kind::Moved | Kind::Renumbered);
        let kinds = |change: usize| &self.comparison.changes[change].kinds;
        // Words that changed without being told as changed are those of a clause's label.
        let is_of_label =
            |change: usize| !kinds(change).contains(&Kind::Changed) && has_other_words(entry);
        // The cells of a column that moved: their rows have other words there.
        let is_of_one_text = entry.old.is_empty() || entry.new.is_empty();
        let rewords = |change: usize| {
            is_of_one_text || !kinds(change).iter().all(leaves_wording) && !is_of_label(change)
        };
        entry.change.filter(|&change| rewords(change))
    }

    /// The first change in a part, what moved into it or out of it among them; the items of lists in
    /// an item are parts of their own.
    fn touch(&self, entry: &Entry<'a>) -> Option<usize> {
        let is_item = shape(entry) == Some(Shape::Item);
        self.rewording(entry)
            .or_else(|| self.touch_within(entry, is_item))
    }

    fn touch_within(&self, entry: &Entry<'a>, is_item: bool) -> Option<usize> {
        let Inside::Entries(inside) = &entry.inside else {
            return None;
        };
        inside.iter().find_map(|entry| match shape(entry) {
            // What was between lists may be in one now, or the other way round.
            _ if entry.relation == Relation::Regrouped && !is_all_lists(entry) => {
                first_change(entry).or_else(|| self.moved_within(entry))
            }
            Some(Shape::Item) if is_item => None,
            Some(Shape::List) if is_item && !is_all_lists(entry) => first_change(entry),
            Some(Shape::List) if is_item => self.touch_within(entry, is_item),
            _ => self.moved(entry).or_else(|| self.touch(entry)),
        })
    }

    fn moved_within(&self, entry: &Entry<'a>) -> Option<usize> {
        let Inside::Entries(inside) = &entry.inside else {
            return None;
        };
        inside.iter().find_map(|entry| self.moved(entry))
    }

    fn moved(&self, entry: &Entry<'a>) -> Option<usize> {
        match entry.relation {
            Relation::MovedHere(number) | Relation::MovedAway(number) => {
                self.moves.get(&number).copied()
            }
            _ => None,
        }
    }
}

fn moves(entries: &[Entry<'_>]) -> HashMap<usize, usize> {
    let mut found = HashMap::new();
    for entry in entries {
        if let (Relation::MovedHere(number), Some(change)) = (entry.relation, entry.change) {
            found.insert(number, change);
        }
        if let Inside::Entries(inside) = &entry.inside {
            found.extend(moves(inside));
        }
    }
    found
}

fn is_quote(block: &Block) -> bool {
    Shape::of(block) == Shape::Quote
}

fn holds(container: &Block, block: &Block) -> bool {
    container
        .children
        .iter()
        .any(|child| std::ptr::eq(child, block))
}

fn shape(entry: &Entry<'_>) -> Option<Shape> {
    entry
        .new
        .first()
        .or(entry.old.first())
        .map(|block| Shape::of(block))
}

/// The first change in an entry.
fn first_change(entry: &Entry<'_>) -> Option<usize> {
    entry.change.or_else(|| match &entry.inside {
        Inside::Entries(inside) => inside.iter().find_map(first_change),
        _ => None,
    })
}

fn is_item(block: &Block) -> bool {
    Shape::of(block) == Shape::Item
}

/// Whether an entry has, or had, a list.
fn holds_list(entry: &Entry<'_>) -> bool {
    let blocks = if entry.new.is_empty() {
        &entry.old
    } else {
        &entry.new
    };
    blocks.iter().any(|block| is_list(block))
}

/// Whether words of an entry, or of the first line of an item, changed.
fn has_other_words(entry: &Entry<'_>) -> bool {
    let line = entry.lead().unwrap_or(entry);
    super::changes::told(line).is_some()
}

/// Whether what a row has in the new text are items that were items in the old.
fn has_only_items(row: &[Entry<'_>]) -> bool {
    let in_new = row.iter().filter(|entry| !entry.new.is_empty());
    let mut blocks = in_new.flat_map(|entry| entry.old.iter().chain(&entry.new));
    blocks.all(|block| is_item(block))
}

fn is_all_lists(entry: &Entry<'_>) -> bool {
    entry
        .old
        .iter()
        .chain(&entry.new)
        .all(|block| is_list(block))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::LanguageCode;
    use crate::markdown::{ParseOptions, parse, tree::Tree};
    use crate::source::Source;

    fn tree(text: &str) -> Tree {
        parse(
            &Source::new("en.md", text),
            0,
            None,
            &ParseOptions::default(),
        )
        .tree
    }

    /// Each part of the new text with the kinds of the change that gave it its wording.
    fn told(old: &str, new: &str) -> Vec<String> {
        let (old, new) = (tree(old), tree(new));
        let comparison = crate::diff::compare(&old, &new, &LanguageCode::parse("en").unwrap());
        let origins = comparison.origins();
        let of_tree = parts(&new.blocks);
        assert_eq!(origins.len(), of_tree.len(), "each part has its origin");
        for part in of_tree {
            let same = |origin: &Origin<'_>| std::ptr::eq(origin.new, part);
            assert_eq!(origins.iter().filter(|origin| same(origin)).count(), 1);
        }
        let line = |origin: Origin<'_>| {
            let words: String = crate::diff::leaves(&[origin.new])
                .iter()
                .map(|leaf| leaf.own_text())
                .collect();
            let kinds = origin.change.map(|change| {
                let kinds = comparison.changes[change].kinds.iter();
                kinds.map(|kind| kind.name()).collect::<Vec<_>>().join(" ")
            });
            let first = words.split(' ').next().unwrap_or_default();
            format!("{first}: {}", kinds.as_deref().unwrap_or("as it was"))
        };
        origins.into_iter().map(line).collect()
    }

    #[test]
    fn only_what_was_touched_has_a_change() {
        let old = "# Rules\n\nAsk your manager first.\n\n1. Lock the door.\n2. Close the window.\n\n> Quoted words stay.\n";
        let new = "# Rules\n\nAsk your director first.\n\n1. Wash your hands.\n2. Lock the door.\n3. Close the window.\n   - Both of them.\n\n> Quoted words stay.\n";
        let expected = [
            "Rules: as it was",
            "Ask: changed",
            "Wash: added",
            "Lock: as it was",
            "Close: as it was",
            "Both: added",
            "Quoted: as it was",
        ];
        assert_eq!(told(old, new), expected);
    }

    #[test]
    fn an_item_is_touched_by_what_went_from_its_paragraphs_into_a_list() {
        let item = "- Help us make this a great place.\n\n";
        let words = "The topics discussed here matter to us, and we want you to act as if they matter to you.";
        let old = format!("{item}  {words}\n- Be clear.\n");
        let new = format!("{item}  - Tell us of new topics.\n  {words}\n- Be clear.\n");
        let expected = [
            "Help: retyped changed",
            "Tell: retyped changed",
            "Be: as it was",
        ];
        assert_eq!(told(&old, &new), expected);
    }

    #[test]
    fn items_around_a_paragraph_that_moved_away_are_as_they_were() {
        let words = "\n  Additionally, don't share sensitive information.\n";
        let (one, two) = (
            "  - **Be welcoming and open-minded** - New users\n",
            "  - **Show empathy** -\n",
        );
        let (first, second) = (
            "- Engage with consideration and respect.\n",
            "- Contribute in a positive\n",
        );
        let old = format!("{first}{one}{words}\n{two}{second}");
        let new = format!("{first}{one}\n{two}{second}{words}  - **Keep it\n");
        let expected = [
            "Engage: moved",
            "Be: as it was",
            "Show: as it was",
            "Contribute: moved",
            "**Keep: added",
        ];
        assert_eq!(told(&old, &new), expected);
    }

    #[test]
    fn a_table_is_as_old_as_its_newest_row_and_a_move_makes_nothing_new() {
        let table = "| Grade | Days |\n|---|---|\n| A | 25 |\n| B | 28 |\n";
        let first = "The first paragraph is about the keys to the building and who holds them.";
        let second = "Visitors sign the book at reception, every day, before they go upstairs.";
        let third = "Parking is for those who drive for their work, and for blue badges.";
        let old = format!("{first}\n\n{second}\n\n{third}\n\n{table}");
        let new = format!(
            "{third}\n\n{first}\n\n{second}\n\n{}",
            table.replace("28", "30")
        );
        let expected = [
            "Parking: as it was",
            "The: as it was",
            "Visitors: as it was",
            "GradeDaysA25B30: changed",
        ];
        assert_eq!(told(&old, &new), expected);
    }

    #[test]
    fn what_comes_between_the_items_of_a_list_is_a_part_of_its_own() {
        let items = |between: &str| {
            let first = "- Staff sign in at the desk every morning.\n- Keys are handed back in the evening.\n";
            let second =
                "- Visitors wait for whoever invited them.\n- Parcels are left with the porter.\n";
            format!("{first}{between}{second}")
        };
        let (old, new) = (items(""), items("\nThen there are the others.\n\n"));
        let expected = [
            "Staff: as it was",
            "Keys: as it was",
            "Then: added",
            "Visitors: as it was",
            "Parcels: as it was",
        ];
        assert_eq!(told(&old, &new), expected);
        let back = told(&new, &old);
        assert!(
            back.iter().all(|part| part.ends_with("as it was")),
            "{back:?}"
        );
        let quoted = items("\n> Quoted words.\n>\n> - Visitors wait for whoever invited them.\n\n");
        assert_eq!(told(&quoted, &old).len(), 4);
        assert_eq!(told(&old, &quoted).len(), 5);
    }
}
