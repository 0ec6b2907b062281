//! What was probably meant by a name that is not known.

/// The known name that is most like what was written; `None` when none is near enough to be meant.
/// Near is at most a third of its letters, at least one and at most three, added, taken, changed or swapped.
pub fn nearest<'k>(written: &str, known: impl Iterator<Item = &'k str>) -> Option<&'k str> {
    let length = written.chars().count();
    let limit = (length / 3).clamp(1, 3);
    let letters = Letters::of(written);
    let written: String = folded(written).collect();
    known
        .filter(|name| name.chars().count().abs_diff(length) <= limit)
        .filter(|name| letters.least_distance(&Letters::of(name)) <= limit)
        .map(|name| {
            let name_folded: String = folded(name).collect();
            (strsim::osa_distance(&written, &name_folded), name)
        })
        .filter(|(distance, _)| *distance <= limit)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, name)| name)
}

/// The letters of a name, without what is often confused.
fn folded(name: &str) -> impl Iterator<Item = char> {
    let letters = name.chars().flat_map(char::to_lowercase);
    letters.map(|letter| match letter {
        '-' | ' ' => '_',
        letter => letter,
    })
}

/// The same of one letter of ASCII.
fn folded_plain(letter: u8) -> u8 {
    match letter {
        b'-' | b' ' => b'_',
        letter => letter.to_ascii_lowercase(),
    }
}

/// How often each letter stands in a name, some letters taken together: enough to pass over most names
/// before the letters' order is looked at, which takes their square.
struct Letters([u16; Letters::KINDS]);

impl Letters {
    const KINDS: usize = 32;

    fn of(name: &str) -> Letters {
        let mut counts = [0; Letters::KINDS];
        let mut add = |letter: usize| {
            let count: &mut u16 = &mut counts[letter % Letters::KINDS];
            *count = count.saturating_add(1);
        };
        // Most names are plain, and a broken link is held against those of all documents.
        if name.is_ascii() {
            for letter in name.bytes() {
                add(usize::from(folded_plain(letter)));
            }
        } else {
            for letter in folded(name) {
                add(letter as usize);
            }
        }
        Letters(counts)
    }

    /// How many letters must be added, taken or changed at least: a changed letter takes one count and
    /// gives another, a swap changes none.
    fn least_distance(&self, other: &Letters) -> usize {
        let differences = self.0.iter().zip(&other.0);
        let differing: usize = differences
            .map(|(one, other)| usize::from(one.abs_diff(*other)))
            .sum();
        differing.div_ceil(2)
    }
}
