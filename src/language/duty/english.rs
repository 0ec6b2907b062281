//! English duty words, and what only looks like one: the month, a tin can, "should you need help".

use super::words::{Gap, Words};
use super::{DutyKind, DutyWord};
use DutyKind::*;

/// Each modal verb, what it says, and what it says when negated.
const MODALS: [(&str, DutyKind, DutyKind); 5] = [
    ("must", Must, MustNot),
    ("shall", Must, MustNot),
    ("should", Should, ShouldNot),
    ("may", May, MayNot),
    ("can", May, MayNot),
];

/// Negations written as one word.
const NEGATED: [(&str, DutyKind); 7] = [
    ("mustn't", MustNot),
    ("shan't", MustNot),
    ("shouldn't", ShouldNot),
    ("mayn't", MayNot),
    ("cannot", MayNot),
    ("can't", MayNot),
    ("needn't", NeedNot),
];

/// Verbs that forbid where they are negated: "we do not allow gifts".
const REFUSED: &[&str] = &["allow", "authorise", "authorize", "permit", "tolerate"];

/// Adverbs that may stand between a modal verb and its *not*.
const ADVERBS: &[&str] = &[
    "also",
    "always",
    "certainly",
    "generally",
    "however",
    "ideally",
    "normally",
    "otherwise",
    "still",
    "then",
    "therefore",
    "thus",
    "usually",
];

/// Phrases that negate a modal verb, after it or, with the subject after the verb, before it.
const NEVER: &[&[&str]] = &[
    &["never"],
    &["under", "no", "circumstances"],
    &["in", "no", "circumstances"],
    &["on", "no", "account"],
    &["at", "no", "time"],
    &["in", "no", "case"],
    &["by", "no", "means"],
];

/// Words that begin a subject which negates: "no employee may".
const NEGATIVE_SUBJECTS: &[&str] = &[
    "no", "nobody", "no-one", "none", "neither", "nothing", "nor",
];

/// How far before its modal verb a negative subject may begin, in words.
const LONGEST_SUBJECT: usize = 12;

/// Words that begin a subject, so that a "should" before them means "if".
const SUBJECT_BEGINNINGS: &[&str] = &[
    "a", "an", "any", "anybody", "anyone", "anything", "he", "her", "his", "i", "it", "its", "my",
    "our", "she", "somebody", "someone", "such", "that", "the", "their", "there", "these", "they",
    "this", "those", "we", "you", "your",
];

pub(super) fn occurrences(words: &Words) -> Vec<DutyWord> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        match duty_at(words, at) {
            Some((duty, after)) => {
                found.push(duty);
                at = after;
            }
            None => at += 1,
        }
    }
    found
}

/// A duty word whose verb stands at an index, and the index after it.
fn duty_at(words: &Words, at: usize) -> Option<(DutyWord, usize)> {
    let word = words.get(at);
    // Most words begin with none of the letters that duty words begin with.
    if !word.starts_with(['a', 'c', 'd', 'i', 'm', 'n', 's', 'w']) {
        return None;
    }
    if let Some((_, kind)) = NEGATED.iter().find(|(negated, _)| *negated == word) {
        return Some((words.duty(*kind, at..at + 1), at + 1));
    }
    if let Some((_, plain, negated)) = MODALS.iter().find(|(modal, _, _)| *modal == word) {
        let is_modal = match word {
            "may" => !is_month(words, at),
            "can" => !is_container(words, at),
            "must" => !matches!(words.before(at), "a" | "absolute"),
            "should" => !means_if(words, at),
            _ => true,
        };
        return is_modal.then(|| modal(words, at, *plain, *negated));
    }
    match word {
        "need" if words.after(at) == "not" => Some((words.duty(NeedNot, at..at + 2), at + 2)),
        "do" | "does" | "will" | "don't" | "doesn't" | "won't" => with_auxiliary(words, at),
        "is" | "are" | "isn't" | "aren't" => state(words, at),
        "never" if words.gap_before(at) >= Gap::Clause && is_imperative_never(words, at) => {
            Some((words.duty(MustNot, at..at + 1), at + 1))
        }
        _ => None,
    }
}

fn modal(words: &Words, at: usize, plain: DutyKind, negated: DutyKind) -> (DutyWord, usize) {
    let adverb = ADVERBS.contains(&words.after(at));
    let next = if adverb { at + 2 } else { at + 1 };
    let joined = words.gap_before(next) == Gap::Joined;
    if joined && words.get(next) == "not" && words.after(next) != "only" {
        let duty = words.duty_apart(negated, at..at + 1, next..next + 1);
        return (duty, next + 1);
    }
    // "must, under no circumstances, share": a comma may stand before the phrase.
    if let Some(phrase) = NEVER.iter().find(|phrase| words.has(next, phrase))
        && words.gap_before(next) <= Gap::Comma
    {
        let after = next + phrase.len();
        return (words.duty_apart(negated, at..at + 1, next..after), after);
    }
    if let Some(subject) = negative_before(words, at) {
        return (words.duty_apart(negated, subject, at..at + 1), at + 1);
    }
    if words.after(at) == "only" {
        return (words.duty(plain, at..at + 2), at + 2);
    }
    (words.duty(plain, at..at + 1), at + 1)
}

/// What negates a modal verb from before it: "no member of staff may", "on no account must you".
fn negative_before(words: &Words, at: usize) -> Option<std::ops::Range<usize>> {
    if matches!(words.before(at), "who" | "which" | "that") {
        return None;
    }
    for start in (at.saturating_sub(LONGEST_SUBJECT)..at).rev() {
        if words.gap_before(start + 1) != Gap::Joined {
            return None;
        }
        let is_relative = matches!(words.before(start), "who" | "which" | "that");
        if is_finite(words.get(start)) && !is_relative {
            return None;
        }
        if begins_subject(words, start) {
            if let Some(phrase) = NEVER.iter().find(|phrase| words.has(start, phrase)) {
                return Some(start..start + phrase.len());
            }
            let is_idiom = matches!(words.after(start), "longer" | "matter" | "doubt" | "later");
            if NEGATIVE_SUBJECTS.contains(&words.get(start)) && !is_idiom {
                return Some(start..start + 1);
            }
        }
    }
    None
}

/// Whether a word is the verb of another clause, or begins one ("and there may").
fn is_finite(word: &str) -> bool {
    const OTHERS: &[&str] = &[
        "are", "did", "do", "does", "had", "has", "have", "is", "there", "was", "were", "will",
        "would",
    ];
    OTHERS.contains(&word) || MODALS.iter().any(|(modal, _, _)| *modal == word)
}

fn begins_subject(words: &Words, at: usize) -> bool {
    const CONJUNCTIONS: &[&str] = &[
        "and",
        "because",
        "but",
        "if",
        "or",
        "so",
        "that",
        "then",
        "therefore",
        "when",
        "where",
        "while",
    ];
    words.gap_before(at) > Gap::Joined || CONJUNCTIONS.contains(&words.before(at))
}

/// "do not have to", "will not need"; else "do not" and "don't" where they command.
fn with_auxiliary(words: &Words, at: usize) -> Option<(DutyWord, usize)> {
    let is_contracted = words.get(at).ends_with("n't");
    if !is_contracted && words.after(at) != "not" {
        return None;
    }
    let after = if is_contracted { at + 1 } else { at + 2 };
    if let Some(end) = end_of_need(words, after) {
        return Some((words.duty(NeedNot, at..end), end));
    }
    if words.gap_before(after) == Gap::Joined && REFUSED.contains(&words.get(after)) {
        return Some((words.duty(MayNot, at..after + 1), after + 1));
    }
    // "send a Do Not Track signal": capitals inside a sentence are a name.
    let is_name = words.written(at + 1) == "Not" && words.gap_before(at) != Gap::Sentence;
    let commands = matches!(words.get(at), "do" | "don't") && is_imperative(words, at) && !is_name;
    let kind = if commands {
        Some(MustNot)
    } else {
        duty_to_ensure(words, at)
    };
    kind.map(|kind| (words.duty(kind, at..after), after))
}

/// "are allowed to", "is not permitted to", "are prohibited". "As is permitted by law" tells what is.
fn state(words: &Words, at: usize) -> Option<(DutyWord, usize)> {
    let is_contracted = words.get(at).ends_with("n't");
    let is_negated = is_contracted || words.after(at) == "not";
    let mut participle = at + if is_negated && !is_contracted { 2 } else { 1 };
    if matches!(words.get(participle), "also" | "only" | "strictly") {
        participle += 1;
    }
    if (at + 1..=participle).any(|word| words.gap_before(word) != Gap::Joined) {
        return None;
    }
    let kind = match (words.get(participle), words.after(participle)) {
        ("allowed" | "authorised" | "authorized" | "permitted", "to") => May,
        ("forbidden" | "prohibited", next) if next != "by" => MustNot,
        _ => return None,
    };
    let kind = match (kind, is_negated) {
        (kind, false) => kind,
        (May, true) => MayNot,
        (_, true) => May,
    };
    Some((words.duty(kind, at..participle + 1), participle + 1))
}

/// What "do not" says below a verb that has to ensure it: "Ensure that you do not mislead others", "you
/// should make sure that visitors do not wander". "We ensure that suppliers do not" tells what is.
fn duty_to_ensure(words: &Words, at: usize) -> Option<DutyKind> {
    const OTHER_CLAUSES: &[&str] = &[
        "because", "if", "unless", "when", "where", "whether", "which", "while", "who", "whom",
        "whose",
    ];
    if !matches!(words.get(at), "do" | "don't" | "does" | "doesn't") {
        return None;
    }
    // "Ensure that you are polite and do not": the verb of the first of two clauses.
    let is_second = matches!(words.before(at), "and" | "or" | "but");
    for verb in (at.saturating_sub(LONGEST_SUBJECT)..at).rev() {
        if words.gap_before(verb + 1) != Gap::Joined {
            return None;
        }
        let word = words.get(verb);
        if word == "ensure" {
            return duty_of_verb(words, verb);
        }
        if word == "sure" && words.before(verb) == "make" {
            return duty_of_verb(words, verb - 1);
        }
        if (is_finite(word) && !is_second) || OTHER_CLAUSES.contains(&word) {
            return None;
        }
    }
    None
}

/// What is asked by a verb: as a command, or below "must" and "should".
fn duty_of_verb(words: &Words, at: usize) -> Option<DutyKind> {
    if is_imperative(words, at) {
        return Some(MustNot);
    }
    match words.before(at) {
        "must" | "shall" => Some(MustNot),
        "should" => Some(ShouldNot),
        "also" | "always" if words.gap_before(at) == Gap::Joined => duty_of_verb(words, at - 1),
        _ => None,
    }
}

/// The index after "need" or "have to", where that follows.
fn end_of_need(words: &Words, at: usize) -> Option<usize> {
    if words.gap_before(at) != Gap::Joined {
        None
    } else if words.has(at, &["need", "to"]) || words.has(at, &["have", "to"]) {
        Some(at + 2)
    } else if words.get(at) == "need" {
        Some(at + 1)
    } else {
        None
    }
}

/// Whether the verb at an index begins a command: it begins a clause, or follows "and" in a sentence
/// that names no one who does it ("Lock your screen and do not share your password").
fn is_imperative(words: &Words, at: usize) -> bool {
    if words.gap_before(at) > Gap::Joined {
        return true;
    }
    match words.before(at) {
        "please" => true,
        "also" | "then" | "so" | "simply" | "just" | "instead" => is_imperative(words, at - 1),
        "and" | "or" | "but" => !has_subject_before(words, at - 1),
        _ => false,
    }
}

/// Whether the clause up to an index names who acts, with no duty word after it.
fn has_subject_before(words: &Words, at: usize) -> bool {
    const SUBJECTS: &[&str] = &[
        "i",
        "you",
        "we",
        "they",
        "he",
        "she",
        "it",
        "who",
        "which",
        "that",
        "if",
        "when",
        "where",
        "unless",
        "staff",
        "employees",
        "managers",
        "people",
    ];
    for earlier in (0..at).rev() {
        let word = words.get(earlier);
        if MODALS.iter().any(|(modal, _, _)| *modal == word) {
            return false;
        }
        if SUBJECTS.contains(&word) {
            return true;
        }
        if words.gap_before(earlier) > Gap::Joined {
            return false;
        }
    }
    false
}

fn is_imperative_never(words: &Words, at: usize) -> bool {
    const NO_VERB: &[&str] = &[
        "", "again", "before", "did", "had", "has", "have", "in", "is", "mind", "more", "was",
        "were",
    ];
    !NO_VERB.contains(&words.after(at))
}

/// Whether "May" is the month. With a capital inside a sentence it is, except in a heading that has
/// capitals throughout ("What You May Do"); at the start of one, the next word tells.
fn is_month(words: &Words, at: usize) -> bool {
    if words.written(at) != "May" {
        return false;
    }
    let next = words.after(at);
    if matches!(words.gap_before(at), Gap::Sentence | Gap::Clause) {
        const AFTER_MONTH: &[&str] = &[
            "",
            "and",
            "at",
            "bank",
            "day",
            "each",
            "half",
            "half-term",
            "has",
            "in",
            "is",
            "of",
            "onwards",
            "or",
            "pay",
            "payroll",
            "this",
            "the",
            "to",
            "until",
            "was",
            "will",
        ];
        return AFTER_MONTH.contains(&next) || next.starts_with(|c: char| c.is_ascii_digit());
    }
    let follows_subject = matches!(
        words.before(at),
        "you" | "i" | "we" | "they" | "staff" | "who" | "employees" | "managers"
    );
    let precedes_verb = matches!(next, "not" | "be" | "have" | "only" | "also");
    !(follows_subject || precedes_verb)
}

/// Whether "can" is a vessel.
fn is_container(words: &Words, at: usize) -> bool {
    let precedes_verb = matches!(
        words.after(at),
        "also"
            | "always"
            | "be"
            | "cause"
            | "have"
            | "lead"
            | "never"
            | "not"
            | "only"
            | "still"
            | "then"
    );
    match words.before(at) {
        "a" | "an" | "the" | "per" | "empty" | "tin" | "watering" | "jerry" => true,
        "aerosol" | "beer" | "drinks" | "oil" | "paint" | "petrol" | "spray" | "trash" => {
            !precedes_verb
        }
        _ => words.after(at) == "of" || words.after(at) == "opener",
    }
}

/// "Should you need help", "should an employee be ill": a condition, no advice. A question is none.
fn means_if(words: &Words, at: usize) -> bool {
    if words.is_in_question(at) {
        return false;
    }
    let next = words.after(at);
    if SUBJECT_BEGINNINGS.contains(&next) {
        return true;
    }
    const AFTER_ADVICE: &[&str] = &[
        "also", "always", "be", "contain", "have", "include", "never", "not", "only",
    ];
    let begins = words.gap_before(at) == Gap::Sentence;
    begins && !AFTER_ADVICE.contains(&next) && has_comma_after(words, at)
}

fn has_comma_after(words: &Words, at: usize) -> bool {
    (at + 1..words.len())
        .map(|next| words.gap_before(next))
        .take_while(|gap| *gap < Gap::Sentence)
        .any(|gap| gap == Gap::Comma)
}
