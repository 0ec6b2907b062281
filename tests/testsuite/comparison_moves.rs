//! Sections that stand in another order, in texts of so many sections that not each is held against each.

use crate::comparison_support::{Text, claims, language};
use canllaw::diff::{Kind, Node, compare};

const SECTIONS: usize = 240;

/// A section with a heading and words that no other has, and many that all have.
fn section(number: usize, ending: &str) -> String {
    let word = |nth: usize| format!("word{}", 5 * number + nth);
    let [one, two, three, four, five] = [0, 1, 2, 3, 4].map(word);
    format!(
        "## {one} {two} {three}\n\nWhoever has {one} {two} asks {four} {five} first.\n\n\
         A record of {three} {four} is kept for {ending}.\n"
    )
}

fn text(numbers: impl Iterator<Item = usize>, ending: &str) -> Text {
    let sections: Vec<String> = numbers.map(|number| section(number, ending)).collect();
    Text::new("text.md", &sections.join("\n"))
}

#[test]
fn many_sections_in_reverse_are_each_one_move_of_its_own_section() {
    let old = text(0..SECTIONS, "one year");
    let new = text((0..SECTIONS).rev(), "two years");
    let comparison = compare(&old.tree, &new.tree, &language("en"));
    let moved = comparison
        .changes
        .iter()
        .filter(|change| change.node == Node::Section && change.kinds.contains(&Kind::Moved));
    let mut sections = 0;
    for change in moved {
        let heading = |text: &str| text.lines().next().map(str::to_owned);
        assert_eq!(heading(&change.old[0].text), heading(&change.new[0].text));
        sections += 1;
    }
    assert_eq!(sections, SECTIONS - 1);
    let faults = claims::faults(&old.tree, &new.tree, &language("en"));
    assert!(faults.is_empty(), "{faults:?}");
}
