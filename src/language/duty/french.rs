//! The plainest French duty words: *devoir*, *pouvoir*, *il faut*, *il est interdit*.

use super::words::{Gap, Words};
use super::{DutyKind, DutyWord};
use DutyKind::*;

/// Each verb form, what it says, and what it says when negated.
const VERBS: &[(&str, DutyKind, DutyKind)] = &[
    ("doit", Must, MustNot),
    ("doivent", Must, MustNot),
    ("devez", Must, MustNot),
    ("devons", Must, MustNot),
    ("dois", Must, MustNot),
    ("devra", Must, MustNot),
    ("devront", Must, MustNot),
    ("devrez", Must, MustNot),
    ("faut", Must, MustNot),
    ("faudra", Must, MustNot),
    ("devrait", Should, ShouldNot),
    ("devraient", Should, ShouldNot),
    ("devriez", Should, ShouldNot),
    ("devrions", Should, ShouldNot),
    ("peut", May, MayNot),
    ("peuvent", May, MayNot),
    ("pouvez", May, MayNot),
    ("pouvons", May, MayNot),
    ("peux", May, MayNot),
    ("pourra", May, MayNot),
    ("pourront", May, MayNot),
    ("pourrez", May, MayNot),
];

/// What may stand between *ne* and its verb.
const CLITICS: &[&str] = &[
    "le", "la", "les", "l'", "lui", "leur", "y", "en", "se", "s'", "me", "m'", "te", "t'", "nous",
    "vous",
];

pub(super) fn occurrences(words: &Words) -> Vec<DutyWord> {
    (0..words.len())
        .filter_map(|at| duty_at(words, at))
        .collect()
}

fn duty_at(words: &Words, at: usize) -> Option<DutyWord> {
    let word = words.get(at);
    if let Some((_, plain, negated)) = VERBS.iter().find(|(verb, _, _)| *verb == word) {
        return Some(verb(words, at, *plain, *negated));
    }
    let before = words.before(at);
    match word {
        "interdit" | "interdite" | "interdits" | "interdites"
            if matches!(before, "est" | "sont" | "strictement" | "formellement") =>
        {
            Some(words.duty(MustNot, at..at + 1))
        }
        "tenu" | "tenue" | "tenus" | "tenues" | "obligé" | "obligée" | "obligés" | "obligées"
            if before == "pas" =>
        {
            Some(words.duty(NeedNot, at - 1..at + 1))
        }
        _ => None,
    }
}

fn verb(words: &Words, at: usize, plain: DutyKind, negated: DutyKind) -> DutyWord {
    let Some(ne) = ne_before(words, at) else {
        return words.duty(plain, at..at + 1);
    };
    match words.after(at) {
        // "ne doit que": must only.
        "que" | "qu'" => words.duty_apart(plain, ne..ne + 1, at..at + 2),
        "pas" | "jamais" | "plus" | "aucunement" | "nullement" => {
            words.duty_apart(negated, ne..ne + 1, at..at + 2)
        }
        _ => words.duty_apart(negated, ne..ne + 1, at..at + 1),
    }
}

/// Where the verb's *ne* stands, if it has one.
fn ne_before(words: &Words, at: usize) -> Option<usize> {
    let mut before = at.checked_sub(1)?;
    while CLITICS.contains(&words.get(before)) && words.gap_before(before + 1) == Gap::Joined {
        before = before.checked_sub(1)?;
    }
    let is_ne = matches!(words.get(before), "ne" | "n'");
    (is_ne && words.gap_before(before + 1) == Gap::Joined).then_some(before)
}
