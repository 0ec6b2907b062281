//! Welsh duty words, mutated and negated, with *peidio* apart from its verb.
//!
//! The grammar is that of Peter Wynn Thomas, *Gramadeg y Gymraeg*, and of the choices that translators
//! of law and policy make: *rhaid* for "must", *rhaid peidio* and *ni chaiff* for "must not", *dylai*
//! for "should", *caiff* and *gall* for "may" and "can". A clause that a verb governs is negated by *na*
//! and, before a vowel, *nad*: "sicrhewch nad ydych yn" is "ensure that you do not".

mod surroundings;
mod verb_nouns;

use super::words::{Gap, Words};
use super::{DutyKind, DutyWord};
use DutyKind::*;
use surroundings::{
    beidio_after, is_passive, negated_necessity, negative_particle, only_after, permitted_act,
    spoken_negative,
};
use verb_nouns::is_verb_noun;

/// Endings of *dyl-* (*dylai*, *dylech*, *dylid*, *dylasai* …).
const DYLU: &[&str] = &[
    "wn", "et", "it", "ai", "em", "ech", "ent", "en", "id", "aswn", "asai", "asech", "asent",
    "esid", "sai", "sech", "sen", "sent", "swn",
];

/// Forms of *cael* that permit, as radical and soft mutation.
const CAEL: &[&str] = &[
    "cewch", "gewch", "caiff", "gaiff", "cânt", "gânt", "cân", "gân", "cei", "gei",
];

/// Forms of *cael* with the aspirate mutation, which makes them negative without *ni* too.
const CAEL_NEGATIVE: &[&str] = &["chewch", "chaiff", "chânt", "cheir", "chaf", "chân", "chei"];

/// Forms of *cael* that are other words (*cân*, *cei*) but before their pronoun.
const CAEL_BEFORE_PRONOUN: &[(&str, &str)] = &[
    ("cân", "nhw"),
    ("gân", "nhw"),
    ("chân", "nhw"),
    ("cei", "di"),
    ("gei", "di"),
    ("chei", "di"),
];

/// Forms of *gallu*, as radical and soft mutation.
const GALLU: &[&str] = &[
    "gellir", "ellir", "gall", "all", "gallwch", "allwch", "gellwch", "ellwch", "gallant",
    "allant", "gallaf", "allaf",
];

pub(super) fn occurrences(words: &Words) -> Vec<DutyWord> {
    let mut found: Vec<DutyWord> = Vec::new();
    let mut sentence_starts = 0;
    for at in 0..words.len() {
        if words.gap_before(at) == Gap::Sentence {
            sentence_starts = found.len();
        }
        let governor = found[sentence_starts..].last().map(|duty| duty.kind);
        found.extend(duty_at(words, at, governor));
    }
    found
}

/// The duty word whose verb stands at an index; `governor` is the last one before it in its sentence.
fn duty_at(words: &Words, at: usize, governor: Option<DutyKind>) -> Option<DutyWord> {
    let word = words.get(at);
    match word {
        "rhaid" | "raid" => Some(rhaid(words, at)),
        "angen" => negated_necessity(words, at).map(|from| words.duty(NeedNot, from..at + 1)),
        "peidiwch" | "pheidiwch" | "beidiwch" | "peidier" => Some(words.duty(MustNot, at..at + 1)),
        "paid" if matches!(words.after(at), "â" | "ag") => Some(words.duty(MustNot, at..at + 1)),
        "pheidio" if matches!(words.before(at), "a" | "ac") => {
            also_not(governor?).map(|kind| words.duty(kind, at..at + 1))
        }
        "na" | "nad" if is_form_of_bod(words.after(at)) => {
            duty_to_ensure(words, at, governor).map(|kind| words.duty(kind, at..at + 2))
        }
        "caniateir" | "ganiateir" | "chaniateir" => impersonal(words, at, May, MayNot),
        "gwaherddir" | "waherddir" => impersonal(words, at, MustNot, May),
        "caniatáu" | "goddef" => refused(words, at),
        _ if is_form_of_dylu(word) => Some(dylu(words, at)),
        _ if is_other_than_cael(words, at) => None,
        _ if CAEL.contains(&word) => cael(words, at),
        _ if CAEL_NEGATIVE.contains(&word) => cael_negative(words, at),
        _ if GALLU.contains(&word) => gallu(words, at),
        _ => None,
    }
}

/// *rhaid*: must; with *beidio* after it, must not; with *nid oes* before it, need not.
fn rhaid(words: &Words, at: usize) -> DutyWord {
    if let Some(from) = negated_necessity(words, at) {
        return words.duty(NeedNot, from..at + 1);
    }
    match beidio_after(words, at) {
        Some(beidio) => words.duty_apart(MustNot, at..at + 1, beidio..beidio + 1),
        None => words.duty(Must, at..at + 1),
    }
}

/// What "a pheidio" says after a first duty: *rhaid i chi gofnodi'r alwad a pheidio â'i rhannu*.
fn also_not(governor: DutyKind) -> Option<DutyKind> {
    match governor {
        Must | MustNot => Some(MustNot),
        Should | ShouldNot => Some(ShouldNot),
        May | MayNot | NeedNot => None,
    }
}

/// Forms of *bod*, present and future, that make "do not" of *na* and *nad*: *nad ydych yn rhannu*.
fn is_form_of_bod(word: &str) -> bool {
    const FORMS: &[&str] = &[
        "ydych", "ydynt", "ydyn", "ydym", "yw", "ydyw", "ydy", "ydi", "fyddwch", "fyddant", "fydd",
        "fyddan", "fyddwn",
    ];
    FORMS.contains(&word)
}

/// What *nad ydych yn* says right after a verb that has to ensure it: a command (*sicrhewch*, *gwnewch yn
/// siŵr*, *gofalwch*), or a verb-noun below *rhaid* or *dylai* (*rhaid i reolwyr sicrhau nad yw staff*).
/// In *ein nod yw sicrhau nad yw costau* no one has to.
fn duty_to_ensure(words: &Words, at: usize, governor: Option<DutyKind>) -> Option<DutyKind> {
    if words.gap_before(at) != Gap::Joined || at == 0 {
        return None;
    }
    let mut verb = at - 1;
    match words.get(verb) {
        "hefyd" => verb = verb.checked_sub(1)?,
        "amser" if words.before(verb) == "bob" => verb = verb.checked_sub(2)?,
        _ => {}
    }
    if matches!(words.get(verb), "siŵr" | "siwr" | "sicr") && words.before(verb) == "yn" {
        verb = verb.checked_sub(2)?;
    }
    match words.get(verb) {
        "sicrhewch" | "sicrhaer" | "gwnewch" | "wnewch" | "gofalwch" | "ofalwch" => Some(MustNot),
        "sicrhau" | "gwneud" | "wneud" | "gofalu" | "ofalu" => also_not(governor?),
        _ => None,
    }
}

/// *caniateir*, *ni chaniateir*, *gwaherddir*: none where they say of which things something is told (*defnydd a
/// ganiateir*, *cyn belled â chaniateir gan y gyfraith*).
fn impersonal(words: &Words, at: usize, plain: DutyKind, negative: DutyKind) -> Option<DutyWord> {
    if negative_particle(words, at).is_some() {
        return negated(words, at, negative);
    }
    (words.gap_before(at) > Gap::Joined).then(|| words.duty(plain, at..at + 1))
}

/// *nid ydym yn caniatáu*, *nid yw'n caniatáu*: "we do not allow", "it does not allow".
fn refused(words: &Words, at: usize) -> Option<DutyWord> {
    let from = at.checked_sub(3)?;
    let are_joined = (from + 1..=at).all(|word| words.gap_before(word) == Gap::Joined);
    let is_negated = words.get(from) == "nid" && is_form_of_bod(words.get(from + 1));
    let particle = matches!(words.get(at - 1), "yn" | "'n");
    (are_joined && is_negated && particle).then(|| words.duty(MayNot, from..at + 1))
}

fn is_form_of_dylu(word: &str) -> bool {
    word.strip_prefix("dyl")
        .or_else(|| word.strip_prefix("ddyl"))
        .is_some_and(|ending| DYLU.contains(&ending))
}

fn dylu(words: &Words, at: usize) -> DutyWord {
    if let Some(duty) = negated(words, at, ShouldNot) {
        return duty;
    }
    match beidio_after(words, at) {
        Some(beidio) => words.duty_apart(ShouldNot, at..at + 1, beidio..beidio + 1),
        None => words.duty(Should, at..at + 1),
    }
}

/// A verb that *ni*, or *ddim* after its subject, negates: `kind`, or with *ond* after it the kind
/// of what alone is left.
fn negated(words: &Words, at: usize, kind: DutyKind) -> Option<DutyWord> {
    let particle = negative_particle(words, at);
    let from = particle.unwrap_or(at);
    if let Some(only) = only_after(words, at) {
        let ddim = usize::from(matches!(words.before(only), "ddim" | "dim"));
        let is_negative = particle.is_some() || ddim > 0;
        let rest = only - ddim..only + 1;
        return is_negative.then(|| words.duty_apart(left_by(kind), from..at + 1, rest));
    }
    if particle.is_some() {
        return Some(words.duty(kind, from..at + 1));
    }
    let negative = spoken_negative(words, at)?;
    Some(words.duty_apart(kind, at..at + 1, negative..negative + 1))
}

fn left_by(negative: DutyKind) -> DutyKind {
    match negative {
        ShouldNot => Should,
        _ => May,
    }
}

fn is_other_than_cael(words: &Words, at: usize) -> bool {
    let word = words.get(at);
    let mut pairs = CAEL_BEFORE_PRONOUN.iter().filter(|(form, _)| *form == word);
    let pronoun = pairs.next().map(|(_, pronoun)| *pronoun);
    pronoun.is_some_and(|pronoun| words.after(at) != pronoun)
}

/// *caiff*, *cewch*, *cânt*: a permission where an act follows (*caiff staff weithio gartref*), none in
/// a passive (*caiff ceisiadau eu hystyried*) or where something is received (*cewch gopi*).
fn cael(words: &Words, at: usize) -> Option<DutyWord> {
    if is_passive(words, at) {
        return None;
    }
    if negative_particle(words, at).is_some() {
        return negated(words, at, MayNot);
    }
    permitted_act(words, at).map(|_| words.duty(May, at..at + 1))
}

/// *ni chaiff*, *ni chewch*, *ni cheir*, and *chewch chi ddim*. After *a* ("and") the aspirate
/// mutation is no negative.
fn cael_negative(words: &Words, at: usize) -> Option<DutyWord> {
    let is_impersonal = words.get(at) == "cheir";
    let follows = words.after(at);
    if is_passive(words, at) || follows.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    if is_impersonal && !is_verb_noun(follows) {
        return None;
    }
    if matches!(words.before(at), "a" | "â") {
        return permitted_act(words, at).map(|_| words.duty(May, at..at + 1));
    }
    negated(words, at, MayNot).or_else(|| Some(words.duty(MayNot, at..at + 1)))
}

/// *gellir*, *gall*, *gallwch*. *Gall* after *yn* is the adjective *call*; *all* alone is English.
fn gallu(words: &Words, at: usize) -> Option<DutyWord> {
    let (word, before) = (words.get(at), words.before(at));
    if word == "gall" && matches!(before, "yn" | "'n" | "mor" | "fwy" | "mwy") {
        return None;
    }
    if let Some(duty) = negated(words, at, MayNot) {
        return Some(duty);
    }
    const PARTICLES: &[&str] = &["a", "fe", "mi", "pwy", "beth", "pan", "lle", "sut", "pryd"];
    if matches!(word, "all" | "allant") && !PARTICLES.contains(&before) {
        return None;
    }
    Some(words.duty(May, at..at + 1))
}
