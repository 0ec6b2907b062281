//! What stands around a Welsh duty word: its negation, its *peidio*, the act that it permits.

use super::verb_nouns::is_verb_noun;
use crate::language::duty::words::{Gap, Words};

/// Negative particles before a verb, in main clauses, subordinate ones and answers.
const NEGATIVE_PARTICLES: &[&str] = &["ni", "na", "nid", "nad", "nac", "nas", "nis"];

/// Words that make a verb with the soft mutation negative when they follow it: *ddylech chi ddim*.
const NEGATIVE_AFTER: &[&str] = &["ddim", "dim", "neb", "byth", "fyth"];

/// What may stand between the negative and *rhaid* or *angen*: *nid oes yn rhaid*, *does dim rhaid*.
const BEFORE_NECESSITY: &[&str] = &[
    "oes", "oedd", "fydd", "fyddai", "bydd", "byddai", "fod", "bod", "yw", "ydy", "yn", "'n",
    "unrhyw",
];

/// Words after which a verb-noun is no act of the duty word's subject: prepositions, aspect markers,
/// conjunctions, articles and the like. *yn gweithio*, *drwy ddefnyddio*, *y newid*.
const BEFORE_OTHER_VERB_NOUN: &[&str] = &[
    "a", "ac", "ag", "ai", "am", "ar", "at", "cyn", "dan", "dros", "er", "gan", "gyda", "heb", "i",
    "mewn", "mwyn", "neu", "newydd", "o", "ond", "pob", "bob", "rhag", "sydd", "sy", "trwy",
    "drwy", "tan", "unrhyw", "wedi", "wrth", "y", "yn", "yr", "â", "'n", "'r",
];

/// Possessives that make a passive of *cael* and a verb-noun: *caiff ei storio*.
const POSSESSIVES: &[&str] = &["ei", "eu", "eich", "ein", "fy", "dy", "'i", "'u", "'ch"];

/// Words between *cewch* and the act: pronouns and adverbs.
const BEFORE_ACT: &[&str] = &[
    "yma", "yno", "chi", "nhw", "hi", "ef", "fe", "e", "o", "hefyd", "felly", "wedyn", "nawr",
    "bellach", "eto", "naill", "ai",
];

/// How far after its verb an act or *beidio* is looked for, in words; also the most words that may
/// stand between two commas.
const REACH: usize = 14;

/// How far after its verb *ddim* is looked for, in words.
const REACH_OF_DDIM: usize = 5;

/// Where the negative particle right before a verb stands.
pub(super) fn negative_particle(words: &Words, at: usize) -> Option<usize> {
    NEGATIVE_PARTICLES
        .contains(&words.before(at))
        .then(|| at - 1)
}

/// Where the words begin that negate *rhaid* or *angen*: *nid oes*, *does dim*, *ni fydd yn*, *heb fod*.
pub(super) fn negated_necessity(words: &Words, at: usize) -> Option<usize> {
    let mut first = None;
    let mut next = at;
    while next > 0 && words.gap_before(next) == Gap::Joined {
        next -= 1;
        let word = words.get(next);
        if NEGATIVE_PARTICLES.contains(&word) || matches!(word, "does" | "doedd" | "dim" | "heb") {
            first = Some(next);
        } else if !BEFORE_NECESSITY.contains(&word) {
            break;
        }
    }
    // "fydd dim rhaid": the verb before the negative belongs to it.
    first.map(|first| match words.before(first) {
        "fydd" | "fyddai" => first - 1,
        _ => first,
    })
}

/// Where *ond* stands that turns a negative verb into "only": *ni chewch ond gofyn*, *allwch chi ddim
/// ond gofyn*.
pub(super) fn only_after(words: &Words, at: usize) -> Option<usize> {
    (at + 1..=at + REACH_OF_DDIM)
        .take_while(|next| words.gap_before(*next) == Gap::Joined && !is_act(words, *next))
        .find(|next| words.get(*next) == "ond" && words.before(*next) != "neb")
}

/// Where *ddim* or *neb* stands that negates a verb without *ni*: *ddylech chi ddim*, *chaiff neb*.
pub(super) fn spoken_negative(words: &Words, at: usize) -> Option<usize> {
    let is_radical = words.get(at).starts_with(['d', 'g', 'c']) && !has_mutation(words.get(at));
    let reach = if is_radical { 2 } else { REACH_OF_DDIM };
    for next in at + 1..=at + reach {
        if words.gap_before(next) != Gap::Joined {
            return None;
        }
        let word = words.get(next);
        if NEGATIVE_AFTER.contains(&word) && words.before(next) != "am" {
            return Some(next);
        }
        if is_act(words, next) {
            return None;
        }
    }
    None
}

/// Whether a form of *dylu*, *cael* or *gallu* is mutated.
fn has_mutation(form: &str) -> bool {
    form.starts_with("dd") || form.starts_with("ch") || form.starts_with(['a', 'e'])
}

/// Where *peidio* stands that belongs to *rhaid* or *dylai*: right after it, or with the soft mutation
/// after the one who must not (*rhaid i staff beidio*). Not in *rhaid gofyn i bobl beidio*, nor in
/// *am beidio*, *drwy beidio*.
pub(super) fn beidio_after(words: &Words, at: usize) -> Option<usize> {
    if matches!(words.after(at), "peidio" | "beidio") {
        return Some(at + 1);
    }
    for next in at + 1..=at + REACH {
        if words.gap_before(next) >= Gap::Clause {
            return None;
        }
        let word = words.get(next);
        if matches!(word, "beidio" | "peidio") {
            let is_of_subject = !BEFORE_OTHER_VERB_NOUN.contains(&words.before(next));
            let is_soft = word == "beidio" || words.before(next) == "byth";
            return (is_of_subject && is_soft).then_some(next);
        }
        let begins_other_clause =
            matches!(word, "os" | "pan" | "oni" | "ond" | "rhaid" | "peidiwch");
        // Right after "rhaid" and "dylid" the act has no soft mutation; after the subject it has.
        let is_the_act = is_act(words, next) && (next == at + 1 || is_mutated_act(words, next));
        if begins_other_clause || is_the_act {
            return None;
        }
    }
    None
}

/// Whether a form of *cael* is a passive: a possessive with its verb-noun comes before any other act.
pub(super) fn is_passive(words: &Words, at: usize) -> bool {
    let is_possessed =
        |next| POSSESSIVES.contains(&words.get(next)) && is_verb_noun(words.after(next));
    rest_of_clause(words, at)
        .find(|next| is_possessed(*next) || (is_act(words, *next) && is_mutated_act(words, *next)))
        .is_some_and(is_possessed)
}

/// Where the act stands that a form of *cael* permits: for *cewch* right after it, for *caiff* and
/// *cânt* after the one who may, with the soft mutation.
pub(super) fn permitted_act(words: &Words, at: usize) -> Option<usize> {
    if words.get(at).ends_with("ewch") {
        let mut next = at + 1;
        while BEFORE_ACT.contains(&words.get(next)) {
            next += 1;
        }
        let next = after_parenthesis(words, next);
        return (words.gap_before(next) < Gap::Clause && is_verb_noun(words.get(next)))
            .then_some(next);
    }
    rest_of_clause(words, at).find(|next| is_act(words, *next) && is_mutated_act(words, *next))
}

/// The words after a verb to the end of its clause, as far as they are of interest, without what
/// stands between two commas: *caiff y pwyllgor, sy'n cael ei ethol bob blwyddyn, benodi cadeirydd*.
fn rest_of_clause<'a>(words: &'a Words<'a>, at: usize) -> impl Iterator<Item = usize> + 'a {
    let first = after_parenthesis(words, at + 1);
    let next = |at: &usize| Some(after_parenthesis(words, at + 1));
    std::iter::successors(Some(first), next)
        .take(REACH)
        .take_while(|next| words.gap_before(*next) < Gap::Clause)
}

/// Past what stands between two commas, if a comma stands before a word.
fn after_parenthesis(words: &Words, at: usize) -> usize {
    if words.gap_before(at) != Gap::Comma {
        return at;
    }
    (at + 1..=at + REACH)
        .take_while(|next| words.gap_before(*next) <= Gap::Comma)
        .find(|next| words.gap_before(*next) == Gap::Comma)
        .unwrap_or(at)
}

/// Whether a word is a verb-noun whose doer is the subject of the verb before it.
fn is_act(words: &Words, at: usize) -> bool {
    let before = match words.gap_before(at) {
        Gap::Sentence => "",
        _ => words.get(at.saturating_sub(1)),
    };
    !BEFORE_OTHER_VERB_NOUN.contains(&before)
        && !POSSESSIVES.contains(&before)
        && is_verb_noun(words.get(at))
}

/// Whether a verb-noun has, or cannot have, the soft mutation: then it is the act, not the subject
/// (*caiff parcio ei wahardd*).
fn is_mutated_act(words: &Words, at: usize) -> bool {
    let word = words.get(at);
    let begins = |digraphs: &[&str]| digraphs.iter().any(|digraph| word.starts_with(digraph));
    if begins(&["ch", "th", "ph", "dd"]) {
        return true;
    }
    if begins(&["ll", "rh"]) {
        return false;
    }
    match word.chars().next() {
        // A soft b, d or g is a radical p, t or c; which it is, the list of verb-nouns tells.
        Some('p' | 't' | 'c' | 'm') => false,
        Some('b' | 'd' | 'g') => !super::verb_nouns::is_radical(word),
        _ => true,
    }
}
