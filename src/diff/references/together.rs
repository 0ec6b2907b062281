//! What several numbers of one reference mean together: "rules 1 and 2" where the two changed places, "2.1 to 2.3"
//! where a clause went to the end.

use std::ops::Range;

/// More numbers than this are no stretch that a reference means.
const MOST_BETWEEN: u64 = 100;

/// One number of a reference, as it was and as it is.
pub(super) struct Renamed {
    /// Where it stands in its line.
    pub range: Range<usize>,
    pub before: String,
    pub now: String,
    /// How many items in brackets it is written with alone, where what these are in is left out: "(c)" of "3.1(a) to
    /// (c)".
    pub items_alone: Option<usize>,
    /// Whether it ends what the number before it begins: "to", a dash.
    pub ends_stretch: bool,
}

/// Whether the numbers say what to write today: not where they mean the same parts as they did, in another order,
/// nor where a stretch means parts that are none now.
pub(super) fn are_to_be_told(row: &[Renamed], now: impl Fn(&str) -> Option<String>) -> bool {
    let mut before: Vec<&str> = row.iter().map(|number| number.before.as_str()).collect();
    let mut after: Vec<&str> = row.iter().map(|number| number.now.as_str()).collect();
    before.sort_unstable();
    after.sort_unstable();
    let mut ends = row.windows(2).filter(|pair| pair[1].ends_stretch);
    before != after && ends.all(|pair| is_stretch_still(&pair[0], &pair[1], &now))
}

/// Whether what a stretch went from and to still stands around all that it had between.
fn is_stretch_still(from: &Renamed, to: &Renamed, now: impl Fn(&str) -> Option<String>) -> bool {
    let follow = |one: &str, other: &str| match (place(one), place(other)) {
        (Some(one), Some(other)) => one < other,
        _ => true,
    };
    let stands_between = |number: String| match now(&number) {
        Some(now) => follow(&from.now, &now) && follow(&now, &to.now),
        None => true,
    };
    follow(&from.now, &to.now) && between(&from.before, &to.before).all(stands_between)
}

/// The numbers between two that differ in their last digits: 2.2 between 2.1 and 2.3.
fn between(from: &str, to: &str) -> impl Iterator<Item = String> {
    let parts = |number: &str| {
        let start = number
            .trim_end_matches(|sign: char| sign.is_ascii_digit())
            .len();
        let last = number[start..].parse::<u64>().ok()?;
        Some((number[..start].to_owned(), last))
    };
    let (before, range) = match (parts(from), parts(to)) {
        (Some((before, from)), Some((other, to))) if before == other => (before, from + 1..to),
        _ => (String::new(), 0..0),
    };
    let is_stretch = range.end.saturating_sub(range.start) <= MOST_BETWEEN;
    let numbers = range.filter(move |_| is_stretch);
    numbers.map(move |number| format!("{before}{number}"))
}

/// Where a number stands among others: by its digits and single letters. Nothing of what may be a Roman number.
fn place(number: &str) -> Option<Vec<u64>> {
    let parts = number
        .split(['.', '(', ')'])
        .filter(|part| !part.is_empty());
    let place = |part: &str| match part.as_bytes() {
        [letter] if letter.is_ascii_alphabetic() => Some(u64::from(letter.to_ascii_lowercase())),
        _ => part.parse().ok(),
    };
    parts.map(place).collect()
}
