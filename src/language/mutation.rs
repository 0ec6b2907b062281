//! Initial mutations: the forms that a Welsh or Irish word takes after another word.
//!
//! *polisi* is also *bolisi*, *mholisi* and *pholisi*; *oifig* is also *n-oifig* and *hoifig*. Which
//! form is right depends on the word before; here are only the forms that there are. Loans that
//! resist mutation (*gêm*) are given forms too: a reader who looks for one loses nothing.

mod rules;
mod table;

use unicode_normalization::UnicodeNormalization;

use super::{Known, LanguageCode};
use rules::{Before, Rule};
pub use table::{MutationRow, table};

/// The name of a mutation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MutationKind {
    /// Welsh *treiglad meddal*: *polisi*, *bolisi*.
    Soft,
    /// Welsh *treiglad trwynol*: *polisi*, *mholisi*.
    Nasal,
    /// Welsh *treiglad llaes*: *polisi*, *pholisi*.
    Aspirate,
    /// Welsh `h` before a vowel: *adran*, *ei hadran hi*.
    HBeforeVowel,
    /// Irish *séimhiú*: *polasaí*, *pholasaí*.
    Lenition,
    /// Irish *urú*: *polasaí*, *bpolasaí*.
    Eclipsis,
    /// Irish `t` before vowels and `s`: *acht*, *an t-acht*; *seirbhís*, *an tseirbhís*.
    TPrefix,
    /// Irish `h` before vowels: *oifig*, *na hoifige*.
    HPrefix,
}

impl MutationKind {
    /// Irish eclipsis and prefixes stand before a capital and leave it: *i nGaillimh*, *an tAcht*.
    fn stands_before_a_capital(self) -> bool {
        matches!(self, Self::Eclipsis | Self::TPrefix | Self::HPrefix)
    }
}

/// Every form of a word, from its radical: the radical first, then each mutation of it, none twice.
///
/// Just the word itself in a language without initial mutations.
pub fn mutated_forms(language: &LanguageCode, radical: &str) -> Vec<String> {
    let mutated = rules(language)
        .iter()
        .filter_map(|rule| mutate(rule, radical));
    without_repeats(std::iter::once(radical.to_owned()).chain(mutated))
}

/// Every word that may be the radical of a form: the form itself first, since it may be one, then
/// what each mutation may have come from, none twice.
///
/// This undoes spelling, not grammar: *waith* gives *gwaith*, but *wal* gives *gwal* too.
pub fn radicals(language: &LanguageCode, form: &str) -> Vec<String> {
    without_repeats(std::iter::once(form.to_owned()).chain(undone(language, form)))
}

/// What each mutation may have made a form of.
pub(super) fn undone(language: &LanguageCode, form: &str) -> impl Iterator<Item = String> {
    rules(language)
        .iter()
        .filter_map(move |rule| undo(rule, form))
        .filter(|radical| !radical.is_empty())
}

fn rules(language: &LanguageCode) -> &'static [Rule] {
    match language.known() {
        Some(Known::Welsh) => rules::WELSH,
        Some(Known::Irish) => rules::IRISH,
        Some(Known::English | Known::French) | None => &[],
    }
}

fn mutate(rule: &Rule, radical: &str) -> Option<String> {
    let rest = strip_beginning(radical, rule.radical)?;
    if !rule.before.allows(rest) {
        return None;
    }
    Some(if rule.kind.stands_before_a_capital() {
        // "mb" + "aile": the radical's own letters follow the prefix as they are.
        let prefix = rule.form.strip_suffix(rule.radical).unwrap_or(rule.form);
        format!("{prefix}{radical}")
    } else {
        replace_beginning(radical, rule.form, rest)
    })
}

fn undo(rule: &Rule, form: &str) -> Option<String> {
    if rule.kind.stands_before_a_capital() {
        let prefix = rule.form.strip_suffix(rule.radical).unwrap_or(rule.form);
        let radical = form.strip_prefix(prefix)?;
        let rest = strip_beginning(radical, rule.radical)?;
        return rule.before.allows(rest).then(|| radical.to_owned());
    }
    let rest = strip_beginning(form, rule.form)?;
    (rule.before.allows(rest) && !rest.is_empty())
        .then(|| replace_beginning(form, rule.radical, rest))
}

/// What follows `beginning`, case aside (`beginning` is ASCII).
fn strip_beginning<'a>(word: &'a str, beginning: &str) -> Option<&'a str> {
    let (start, rest) = word.split_at_checked(beginning.len())?;
    start.eq_ignore_ascii_case(beginning).then_some(rest)
}

/// `beginning` and `rest`, with capitals where `word` has them: at its start, or throughout.
fn replace_beginning(word: &str, beginning: &str, rest: &str) -> String {
    let is_capital = |letter: char| letter.is_uppercase();
    if !word.starts_with(is_capital) {
        return format!("{beginning}{rest}");
    }
    let throughout = word.chars().count() > 1 && !word.chars().any(char::is_lowercase);
    if throughout {
        return format!("{}{rest}", beginning.to_uppercase());
    }
    let small = format!(
        "{beginning}{}",
        with_first(rest, |c| c.to_lowercase().collect())
    );
    with_first(&small, |c| c.to_uppercase().collect())
}

fn with_first(text: &str, change: fn(char) -> String) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(change).unwrap_or_default();
    first + letters.as_str()
}

impl Before {
    fn allows(&self, rest: &str) -> bool {
        let Some(next) = rest.chars().next() else {
            return matches!(self, Before::Anything);
        };
        let small = next.to_lowercase().next().unwrap_or(next);
        match self {
            Before::Anything => true,
            Before::NoneOf(letters) => !letters.contains(&small),
            Before::OneOf(letters) => letters.contains(&small),
            Before::Vowel => is_vowel(next),
            Before::SmallVowel => is_vowel(next) && next.is_lowercase(),
            Before::CapitalVowel => is_vowel(next) && next.is_uppercase(),
        }
    }
}

/// Welsh counts `w` and `y`; no native Irish word begins with either, so one list serves both.
fn is_vowel(letter: char) -> bool {
    let plain = letter.nfd().next().unwrap_or(letter).to_ascii_lowercase();
    matches!(plain, 'a' | 'e' | 'i' | 'o' | 'u' | 'w' | 'y')
}

fn without_repeats(words: impl Iterator<Item = String>) -> Vec<String> {
    let mut kept: Vec<String> = Vec::new();
    for word in words {
        if !kept.contains(&word) {
            kept.push(word);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn language(code: &str) -> LanguageCode {
        LanguageCode::parse(code).unwrap()
    }

    #[test]
    fn welsh_words_take_every_form_of_the_grammar() {
        for (radical, forms) in [
            ("polisi", "polisi bolisi mholisi pholisi"),
            ("trefn", "trefn drefn nhrefn threfn"),
            ("Caerdydd", "Caerdydd Gaerdydd Nghaerdydd Chaerdydd"),
            ("BANGOR", "BANGOR FANGOR MANGOR"),
            ("dogfen", "dogfen ddogfen nogfen"),
            ("gweithiwr", "gweithiwr weithiwr ngweithiwr"),
            ("Gwynedd", "Gwynedd Wynedd Ngwynedd"),
            ("mis", "mis fis"),
            ("llyfr", "llyfr lyfr"),
            ("rheol", "rheol reol"),
            ("adran", "adran hadran"),
            ("ŵyl", "ŵyl hŵyl"),
            ("chwarae", "chwarae"),
            ("theatr", "theatr"),
            ("staff", "staff"),
        ] {
            let expected: Vec<_> = forms.split(' ').collect();
            assert_eq!(mutated_forms(&language("cy"), radical), expected);
        }
    }

    #[test]
    fn irish_words_take_every_form_of_the_grammar() {
        for (radical, forms) in [
            ("polasaí", "polasaí pholasaí bpolasaí"),
            ("Gaillimh", "Gaillimh Ghaillimh nGaillimh"),
            ("foireann", "foireann fhoireann bhfoireann"),
            ("seirbhís", "seirbhís sheirbhís tseirbhís"),
            ("scoil", "scoil"),
            ("oifig", "oifig n-oifig t-oifig hoifig"),
            ("Éire", "Éire nÉire tÉire hÉire"),
            ("leabhar", "leabhar"),
        ] {
            let expected: Vec<_> = forms.split(' ').collect();
            assert_eq!(mutated_forms(&language("ga"), radical), expected);
        }
    }

    #[test]
    fn other_languages_have_no_mutations() {
        assert_eq!(mutated_forms(&language("en"), "policy"), ["policy"]);
        assert_eq!(radicals(&language("fr"), "bureau"), ["bureau"]);
    }

    proptest! {
        #[test]
        fn a_radical_is_found_again_from_each_of_its_forms(
            code in prop::sample::select(vec!["cy", "ga"]),
            word in "[a-zâêîôûŵŷáéíóú]{3,9}|[A-ZÂÊŴÉÓ][a-zâêôŵéíó]{2,8}|[A-ZÂÊŴÉÓ]{4,9}",
        ) {
            let code = language(code);
            for form in mutated_forms(&code, &word) {
                prop_assert!(radicals(&code, &form).contains(&word), "{word} {form}");
            }
        }

        #[test]
        fn a_form_is_found_again_from_each_of_its_radicals(
            code in prop::sample::select(vec!["cy", "ga"]),
            form in "[a-zâêîôûŵŷáéíóú]{3,9}|[A-ZÂÊŴÉÓ][a-zâêôŵéíó]{2,8}|[A-ZÂÊŴÉÓ]{4,9}",
        ) {
            let code = language(code);
            for radical in radicals(&code, &form) {
                prop_assert!(mutated_forms(&code, &radical).contains(&form), "{radical} {form}");
            }
        }
    }
}
