use super::*;
use Meaning::{Akin, Number, NumberPerhaps, Ordinal, Unclear};

fn read(code: &str, text: &str) -> Vec<(String, Meaning)> {
    let found = number_phrases(&LanguageCode::parse(code).unwrap(), text);
    let named = |phrase: NumberPhrase| (text[phrase.range].to_owned(), phrase.meaning);
    found.into_iter().map(named).collect()
}

#[track_caller]
fn assert_reads(code: &str, text: &str, phrases: &[(&str, Meaning)]) {
    let expected: Vec<_> = phrases
        .iter()
        .map(|(words, meaning)| ((*words).to_owned(), meaning.clone()))
        .collect();
    assert_eq!(read(code, text), expected, "{text}");
}

#[test]
fn a_number_is_a_whole_phrase() {
    for (code, text, value) in [
        ("en", "twenty", 20),
        ("en", "Twenty-five", 25),
        ("en", "ninety nine", 99),
        ("en", "hundred", 100),
        ("en", "one hundred and five", 105),
        ("en", "three hundred and sixty-five", 365),
        ("en", "thousand", 1000),
        ("en", "two thousand five hundred and one", 2501),
        ("en", "one million two hundred thousand", 1_200_000),
        ("cy", "dau ddeg pump", 25),
        ("cy", "pum niwrnod ar hugain", 25),
        ("cy", "phum niwrnod ar hugain", 25),
        ("cy", "pump ar hugain", 25),
        ("cy", "wyth diwrnod ar hugain", 28),
        ("cy", "wyth diwrnod gwaith ar hugain", 28),
        ("cy", "un ar ddeg", 11),
        ("cy", "un deg un", 11),
        ("cy", "un deg tri", 13),
        ("cy", "tri diwrnod ar ddeg", 13),
        ("cy", "dri diwrnod ar ddeg ar hugain", 33),
        ("cy", "un ar bymtheg", 16),
        ("cy", "un wythnos ar bymtheg", 16),
        ("cy", "pedwar ar bymtheg ar hugain", 39),
        ("cy", "un ar hugain", 21),
        ("cy", "deg ar hugain", 30),
        ("cy", "tri deg", 30),
        ("cy", "dri deg un", 31),
        ("cy", "deugain", 40),
        ("cy", "ddeugain", 40),
        ("cy", "pum niwrnod a deugain", 45),
        ("cy", "hanner cant", 50),
        ("cy", "pum deg", 50),
        ("cy", "thrigain", 60),
        ("cy", "chwe deg", 60),
        ("cy", "pump a thrigain", 65),
        ("cy", "bedwar ugain", 80),
        ("cy", "pymtheg a phedwar ugain", 95),
        ("cy", "naw deg naw", 99),
        ("cy", "cant", 100),
        ("cy", "dau gan punt", 200),
        ("cy", "tri chant chwe deg pump", 365),
        ("cy", "tri chant a chwe deg pump", 365),
        ("cy", "mil", 1000),
        ("cy", "dwy fil dau ddeg chwech", 2026),
        ("cy", "un diwrnod", 1),
        ("cy", "deng niwrnod", 10),
        ("en", "one working day", 1),
        ("fr", "vingt-cinq", 25),
        ("fr", "vingt et un", 21),
        ("fr", "trente-et-un", 31),
        ("fr", "dix-sept", 17),
        ("fr", "soixante et onze", 71),
        ("fr", "soixante-dix-sept", 77),
        ("fr", "quatre-vingts", 80),
        ("fr", "quatre-vingt-un", 81),
        ("fr", "quatre-vingt-dix-neuf", 99),
        ("fr", "trois cent soixante-cinq", 365),
        ("fr", "deux mille", 2000),
        ("ga", "cúig lá is fiche", 25),
        ("ga", "fiche a cúig", 25),
        ("ga", "cúig lá dhéag", 15),
        ("ga", "dhá mhí dhéag", 12),
        ("ga", "a dó dhéag", 12),
        ("ga", "tríocha", 30),
        ("ga", "dhá chéad", 200),
        ("ga", "trí lá", 3),
        ("ga", "lá is fiche", 21),
        ("cy", "dwy filiwn", 2_000_000),
        ("en", "one person", 1),
    ] {
        let found = read(code, text);
        assert_eq!(found.len(), 1, "{text}: {found:?}");
        assert_eq!(found[0].1, Number(value), "{text}");
    }
}

#[test]
fn numbers_in_a_row_are_each_their_own() {
    assert_reads(
        "en",
        "between a hundred and two hundred, or five and six",
        &[
            ("hundred", Number(100)),
            ("two hundred", Number(200)),
            ("five", Number(5)),
            ("six", Number(6)),
        ],
    );
    assert_reads(
        "cy",
        "Pythefnos a thridiau, pump neu chwech.",
        &[
            ("Pythefnos", Akin(vec![2, 14, 15])),
            ("thridiau", Akin(vec![3, 72])),
            ("pump", Number(5)),
            ("chwech", Number(6)),
        ],
    );
}

#[test]
fn a_word_that_is_another_too_counts_perhaps() {
    for (code, text, word, value) in [
        ("en", "one of them", "one", 1),
        ("en", "no one person", "one", 1),
        ("en", "a one-off sum", "one", 1),
        ("cy", "ar yr un diwrnod", "un", 1),
        ("cy", "yn deg i bawb", "deg", 10),
        ("fr", "un jour", "un", 1),
        ("fr", "un véhicule", "un", 1),
        ("ga", "tá sé anseo", "sé", 6),
        ("ga", "trí mheán", "trí", 3),
    ] {
        assert_reads(code, text, &[(word, NumberPerhaps(value))]);
    }
    for (code, text) in [
        ("cy", "ei hun, gan bawb"),
        ("cy", "5 y cant, £2 filiwn"),
        ("ga", "thug mé dó é"),
        ("fr", "5 pour cent"),
        ("de", "zwei"),
    ] {
        assert_reads(code, text, &[]);
    }
}

#[test]
fn ordinals_say_where_something_stands() {
    for (code, text, word, value) in [
        ("en", "the twenty-first century", "twenty-first", 21),
        ("en", "the second warning", "second", 2),
        (
            "cy",
            "yr unfed ganrif ar hugain",
            "unfed ganrif ar hugain",
            21,
        ),
        ("cy", "y bedwaredd bennod", "bedwaredd", 4),
        ("cy", "o’r cyntaf o Ebrill", "cyntaf", 1),
        ("cy", "cymorth cyntaf gan swyddog", "cyntaf", 1),
        ("fr", "la vingt et unième", "vingt et unième", 21),
        ("ga", "an cúigiú lá is fiche", "cúigiú lá is fiche", 25),
    ] {
        assert_reads(code, text, &[(word, Ordinal(value))]);
    }
}

#[test]
fn what_says_a_number_without_counting_is_akin_to_it() {
    assert_reads("en", "twice a year", &[("twice", Akin(vec![2]))]);
    for (code, text, word, value) in [
        ("en", "both of them", "both", 2),
        ("cy", "ail-wneud y gwaith", "ail", 2),
        ("en", "a 30 second wait", "second", 2),
    ] {
        assert_reads(code, text, &[(word, Meaning::AkinPerhaps(vec![value]))]);
    }
}

#[test]
fn a_phrase_that_is_half_understood_is_no_number() {
    for (code, text, phrase) in [
        ("en", "two and a half days", "two and a half"),
        ("en", "nineteen fifty", "nineteen fifty"),
        ("en", "at half past seven", "seven"),
        ("cy", "dau ddiwrnod a hanner", "dau ddiwrnod a hanner"),
        ("cy", "dau gant a hanner", "dau gant a hanner"),
        ("cy", "hanner awr wedi saith", "saith"),
        ("fr", "deux ans et demi", "deux ans et demi"),
        ("ga", "trí lá go leith", "trí lá go leith"),
    ] {
        assert_reads(code, text, &[(phrase, Unclear)]);
    }
}

#[test]
fn a_noun_within_a_number_is_what_is_counted() {
    let welsh = LanguageCode::parse("cy").unwrap();
    let text = "Y tri pheth ar ddeg";
    let found = number_phrases(&welsh, text);
    assert_eq!(&text[found[0].range.start..found[0].head_end], "tri");
}

#[test]
fn mutated_number_words_have_their_value() {
    for (value, words) in [
        (2, "dau ddau dwy ddwy"),
        (3, "tri dri thri tair dair thair"),
        (4, "pedwar bedwar phedwar pedair bedair phedair"),
        (5, "Pump Bump Phump pum bum phum"),
        (10, "ddeg deng ddeng"),
    ] {
        for word in words.split(' ') {
            assert_reads("cy", word, &[(word, Number(value))]);
        }
    }
    assert_reads("cy", "peth", &[]);
}

#[test]
fn every_value_to_a_hundred_can_be_written_by_tens() {
    let units = "one two three four five six seven eight nine";
    let tens = "twenty thirty forty fifty sixty seventy eighty ninety";
    let welsh_units = "un dau tri pedwar pump chwech saith wyth naw";
    let welsh_tens =
        "un deg|dau ddeg|tri deg|pedwar deg|pum deg|chwe deg|saith deg|wyth deg|naw deg";
    for (ten, word) in (2..).zip(tens.split(' ')) {
        for (unit, more) in (1..).zip(units.split(' ')) {
            let text = format!("{word}-{more}");
            assert_eq!(read("en", &text), [(text.clone(), Number(10 * ten + unit))]);
        }
    }
    for (ten, word) in (1..).zip(welsh_tens.split('|')) {
        for (unit, more) in (1..).zip(welsh_units.split(' ')) {
            let text = format!("{word} {more}");
            assert_eq!(read("cy", &text), [(text.clone(), Number(10 * ten + unit))]);
        }
    }
}
