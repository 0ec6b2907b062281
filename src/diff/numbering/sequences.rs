//! Blocks that are numbered where they stand one after the other, though none of them alone is: "a." and then
//! "b.", "## 1 Scope" and then "## 2 Duties", "Rule 1." and then "Rule 2.".

use std::collections::BTreeMap;
use std::ops::Range;
use std::rc::Rc;

use super::{first_inline, first_text};
use crate::diff::index::Shape;
use crate::diff::model::Side;
use crate::language::LanguageCode;
use crate::language::number_phrases::{Meaning, NumberPhrase, number_phrases};
use crate::language::referring::Referring;
use crate::markdown::clause;
use crate::markdown::tree::{Block, BlockKind, Tree};

/// Where such blocks begin, and where in its first words each has its number.
pub(in crate::diff) type Sequence = BTreeMap<usize, Range<usize>>;

/// The numbered blocks of both texts.
#[derive(Clone, Default)]
pub(in crate::diff) struct Sequences {
    pub old: Rc<Sequence>,
    pub new: Rc<Sequence>,
}

impl Sequences {
    /// Whether a block of a text is a heading that its number puts behind others, or opens with a noun and a number
    /// that do: "Rule 2.". Not one with a letter, which is a word elsewhere, or with "2°".
    pub(super) fn can_be_named(&self, side: Side, block: &Block) -> bool {
        let is_item = || {
            let text = first_text(block).unwrap_or_default();
            item_with_sign(text).is_some()
        };
        self.of_side(side).contains_key(&block.span.start)
            && (Shape::of(block) == Shape::Heading || !is_item())
    }

    /// Whether a block of a text is a heading that its number puts behind others.
    pub fn is_numbered_heading(&self, side: Side, block: &Block) -> bool {
        Shape::of(block) == Shape::Heading && self.of_side(side).contains_key(&block.span.start)
    }

    /// The numbered blocks of a text.
    pub(super) fn of_side(&self, side: Side) -> &Sequence {
        match side {
            Side::Old => &self.old,
            Side::New => &self.new,
        }
    }
}

/// The numbered blocks of a text.
pub(in crate::diff) fn sequence(tree: &Tree, language: &LanguageCode) -> Sequence {
    let mut found = Sequence::new();
    find(&tree.blocks, language, &mut found);
    found
}

fn find(siblings: &[Block], language: &LanguageCode, found: &mut Sequence) {
    find_lettered(siblings, found);
    let words = Referring::of(language);
    find_headings(siblings, language, &words, found);
    find_led(siblings, &words, found);
    for block in siblings {
        find(&block.children, language, found);
    }
}

/// Finds lettered paragraphs, and those with "1°". A letter alone proves nothing ("c. 1850"), so there are two or
/// more of one sequence, with no heading between them.
fn find_lettered(siblings: &[Block], found: &mut Sequence) {
    let mut last: Option<(usize, &str, usize)> = None;
    for block in siblings {
        if Shape::of(block) == Shape::Heading {
            last = None;
        }
        if block.label.is_some() || Shape::of(block) != Shape::Paragraph {
            continue;
        }
        // Most paragraphs begin with a capital, and to read them all takes long.
        let small = first_text(block).filter(|text| !text.starts_with(char::is_uppercase));
        let Some((item, length)) = small.and_then(item_with_sign) else {
            continue;
        };
        let start = block.span.start;
        if let Some((before, last, length_of_last)) = last
            && clause::follows(last, item)
        {
            found.extend([(before, 0..length_of_last), (start, 0..length)]);
        }
        last = Some((start, item, length));
    }
}

/// What a text opens with as an item, and how much of that changes with it: "a.", and 1 of "1°".
fn item_with_sign(text: &str) -> Option<(&str, usize)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if (1..=MOST_DIGITS).contains(&digits) {
        let rest = text[digits..].strip_prefix(DEGREES)?;
        let is_apart = rest.starts_with(char::is_whitespace);
        return is_apart.then(|| (&text[..digits], digits));
    }
    let item = clause::stopped_item(text).filter(|_| text.starts_with(char::is_lowercase))?;
    Some((item, item.len() + ".".len()))
}

/// A heading that its number puts behind others.
struct Numbered {
    /// In small letters; of a word, in digits.
    written: String,
    start: usize,
    place: Range<usize>,
}

/// Finds headings with numbers that have no point or are words, or with letters. One alone may count something ("10 Principles")
/// or be a word ("What A means"), so there are two or more on one level, from the first.
fn find_headings(
    siblings: &[Block],
    language: &LanguageCode,
    words: &Referring<'_>,
    found: &mut Sequence,
) {
    let mut last: BTreeMap<(u8, &str), Numbered> = BTreeMap::new();
    for block in siblings {
        let BlockKind::Heading {
            shown,
            title: false,
            ..
        } = block.kind
        else {
            continue;
        };
        let unlabelled = first_text(block).filter(|_| block.label.is_none());
        let numbered = unlabelled.and_then(|text| {
            if let Some((place, number)) = first_of_all(text, words) {
                return Some((text, place, number.to_owned()));
            }
            let place = bare_number(text).or_else(|| bare_letter(text));
            let Some(place) = place.or_else(|| stopped_letter(text)) else {
                let (place, number) = number_in_words(text, language)?;
                return Some((text, place, number.to_string()));
            };
            Some((text, place.clone(), text[place].to_ascii_lowercase()))
        });
        let Some((text, place, written)) = numbered else {
            continue;
        };
        let before = last.get(&(shown, &text[..place.start]));
        let follows = before.filter(|before| clause::follows(&before.written, &written));
        if let Some(before) = follows {
            found.insert(before.start, before.place.clone());
            found.insert(block.span.start, place.clone());
        }
        if follows.is_some() || matches!(written.as_str(), "1" | "a" | "i") {
            let number = Numbered {
                written,
                start: block.span.start,
                place: place.clone(),
            };
            last.insert((shown, &text[..place.start]), number);
        }
    }
}

/// Finds paragraphs, by themselves or at the head of items, that open with a noun and a number: "Rule 2. Pay for
/// what you drink". One alone may be a reference, so there are two or more, from the first.
fn find_led(siblings: &[Block], words: &Referring<'_>, found: &mut Sequence) {
    let mut last: BTreeMap<&str, Led<'_>> = BTreeMap::new();
    for block in siblings {
        let paragraph = match block.kind {
            BlockKind::ListItem { .. } => block.children.first().unwrap_or(block),
            _ => block,
        };
        if paragraph.label.is_some() || Shape::of(paragraph) != Shape::Paragraph {
            continue;
        }
        let Some(led) = led(paragraph, words) else {
            continue;
        };
        let before = last.get(led.noun);
        let follows = before.filter(|before| clause::follows(before.number, led.number));
        if let Some(before) = follows {
            found.insert(before.start, before.place.clone());
            found.insert(led.start, led.place.clone());
        }
        if follows.is_some() || led.number == "1" {
            last.insert(led.noun, led);
        }
    }
}

/// What a paragraph opens with that a noun and a number head.
struct Led<'b> {
    noun: &'b str,
    number: &'b str,
    start: usize,
    /// Where what changes with the number stands: 2 of "Rule 2.", Q2 of "Q2.".
    place: Range<usize>,
}

fn led<'b>(paragraph: &'b Block, words: &Referring<'_>) -> Option<Led<'b>> {
    let (at, first) = first_inline(paragraph)?;
    let text = first.content.text();
    let (place, number) = match first_of_all(text, words) {
        Some(first) => first,
        None => near_digits(text).map(|place| (place.clone(), &text[place]))?,
    };
    let (lead, rest) = (&text[..place.start], &text[place.end..]);
    let rest = match rest {
        "" => paragraph.inlines.get(at + 1)?.content.text(),
        rest => rest,
    };
    let noun = lead.trim_end();
    let is_closed = match rest.trim_start().strip_prefix(['.', ':', '–', '—', ')']) {
        Some(after) => after.is_empty() || after.starts_with(char::is_whitespace),
        // "**A1** Ask your manager".
        None => place.end == text.len() && !first.marks.is_empty() && rest.starts_with(' '),
    };
    let is_glued = noun.len() == lead.len();
    let is_question = matches!(noun, "Q" | "C" | "Question" | "Cwestiwn" | "Ceist");
    let is_code = is_glued && noun.len() == 1;
    let is_noun = noun.starts_with(char::is_uppercase)
        && noun.chars().all(|sign| sign.is_alphabetic() || sign == '-')
        && (is_question || is_code || !is_glued && words.noun(noun).is_some());
    let place = match is_glued {
        true => 0..place.end,
        false => place,
    };
    (number.len() <= MOST_DIGITS && is_closed && is_noun).then_some(Led {
        noun,
        number,
        start: paragraph.span.start,
        place,
    })
}

/// Where the first digits of a text stand. Few paragraphs have a number so near their beginning, and to know a word
/// takes longer than to see that.
fn near_digits(text: &str) -> Option<Range<usize>> {
    let mut head = text.bytes().take(LONGEST_LEAD);
    let start = head.position(|byte| byte.is_ascii_digit())?;
    let digits = text[start..].bytes().take_while(u8::is_ascii_digit).count();
    Some(start..start + digits)
}

/// Where the first of a series says that in another way than the others their numbers, and its number: "1er" of
/// "Article 1er – Objet".
fn first_of_all(text: &str, words: &Referring<'_>) -> Option<(Range<usize>, &'static str)> {
    if !words.has_firsts() {
        return None;
    }
    let (noun, rest) = text.split_once(' ')?;
    let end = rest.find(|sign: char| !sign.is_alphanumeric());
    let word = &rest[..end.unwrap_or(rest.len())];
    let number = words.first_of_all(word)?;
    let start = noun.len() + " ".len();
    Some((start..start + word.len(), number))
}

/// Where the number stands in "2 Duties", "Section 2: Duties", "Rule 2".
fn bare_number(text: &str) -> Option<Range<usize>> {
    let start = text.find(|sign: char| sign.is_ascii_digit())?;
    let digits = text[start..].bytes().take_while(u8::is_ascii_digit).count();
    let (lead, rest) = (&text[..start], &text[start + digits..]);
    let is_of_lead = |sign: char| sign.is_alphabetic() || sign.is_whitespace() || sign == '§';
    let is_lead = |lead: &str| {
        lead.ends_with(char::is_whitespace)
            && lead.split_whitespace().count() <= MOST_WORDS_BEFORE
            && lead.chars().all(is_of_lead)
    };
    let words = rest.trim_start_matches([':', '.', ')']);
    let stands_apart = words.is_empty() || words.starts_with(char::is_whitespace);
    let begins_words = |next: char| !next.is_lowercase() && !next.is_numeric();
    // "Stage 1: informal talks" counts nothing.
    let is_closed = rest.starts_with(':') && !lead.is_empty();
    let is_number = digits <= MOST_DIGITS
        && (lead.is_empty() || is_lead(lead))
        && stands_apart
        && (is_closed || words.trim_start().chars().next().is_none_or(begins_words));
    is_number.then_some(start..start + digits)
}

/// Where the number stands in "Stage two" and "Cam dau: gwrandawiad", and which it is.
fn number_in_words(text: &str, language: &LanguageCode) -> Option<(Range<usize>, u64)> {
    let end = text.find([':', '–', '—']).unwrap_or(text.len());
    let head = text[..end].trim_end();
    let (lead, word) = head.rsplit_once(' ')?;
    let is_lead = lead.split_whitespace().count() <= MOST_WORDS_BEFORE
        && lead
            .chars()
            .all(|sign| sign.is_alphabetic() || sign.is_whitespace());
    let number = number_of_word(word, language).filter(|_| is_lead)?;
    Some((head.len() - word.len()..head.len(), number))
}

fn number_of_word(word: &str, language: &LanguageCode) -> Option<u64> {
    let [NumberPhrase { range, meaning, .. }] = &number_phrases(language, word)[..] else {
        return None;
    };
    match meaning {
        Meaning::Number(number) | Meaning::NumberPerhaps(number) if range.len() == word.len() => {
            Some(*number)
        }
        _ => None,
    }
}

/// Where the letter stands in "Appendix B", "Annex B: Forms", "Atodiad Ch – Ffurflenni", or the Roman number in
/// "Part II".
fn bare_letter(text: &str) -> Option<Range<usize>> {
    let lead = text.split_whitespace().next()?;
    let rest = text.strip_prefix(lead)?;
    let start = lead.len() + (rest.len() - rest.trim_start().len());
    let is_word = lead.chars().count() > 1 && lead.chars().all(char::is_alphabetic);
    let length = length_of_letter(&text[start..]).filter(|_| is_word)?;
    Some(start..start + length)
}

/// Where the letter stands in "B. Duties" and "Ch) Dyletswyddau", or the Roman number in "II. Duties".
fn stopped_letter(text: &str) -> Option<Range<usize>> {
    let length = length_of_letter(text)?;
    let words = text[length..].strip_prefix(['.', ')'])?;
    let begins_words = words.trim_start().starts_with(char::is_uppercase);
    (begins_words && words.starts_with(char::is_whitespace)).then_some(0..length)
}

/// How long the capital letter, of the Welsh alphabet too, or the Roman number is that a text opens with.
fn length_of_letter(text: &str) -> Option<usize> {
    let end = text.find([' ', ':', '.', ')']).unwrap_or(text.len());
    let written = &text[..end];
    let is_digraph = ["Ch", "Dd", "Ff", "Ng"].contains(&written);
    let is_letter = written.len() == 1 && written.as_bytes()[0].is_ascii_uppercase();
    let is_roman = !written.is_empty() && written.chars().all(|sign| "IVXL".contains(sign));
    (is_letter || is_roman || is_digraph).then_some(end)
}

/// More digits are a year.
const MOST_DIGITS: usize = 3;
/// The signs that French has behind the numbers of items.
const DEGREES: [char; 2] = ['°', 'º'];
/// In bytes: as long as a noun and a number are.
const LONGEST_LEAD: usize = 24;
/// As in "House Rule 2".
const MOST_WORDS_BEFORE: usize = 2;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown::{ParseOptions, parse};
    use crate::source::Source;

    fn found(text: &str) -> String {
        let source = Source::new("en.md", text);
        let parsed = parse(&source, 0, None, &ParseOptions::default());
        let code = match text {
            text if text.contains("Cam ") => "cy",
            text if text.contains("Article ") => "fr",
            _ => "en",
        };
        let language = LanguageCode::parse(code);
        let language = language.expect("a language");
        let mut found = Sequence::new();
        find(&parsed.tree.blocks, &language, &mut found);
        let words = |start: usize| text[start..].trim_start_matches(['#', ' ', '*']);
        let numbers = found.into_iter().map(|(start, place)| &words(start)[place]);
        numbers.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_letter_numbers_a_paragraph_where_it_is_one_of_a_sequence() {
        assert_eq!(found("a. One\n\nb. Two\n\nMore\n\nc. Three\n"), "a. b. c.");
        assert_eq!(found("c. Un\n\nch. Dau\n\nd. Tri\n"), "c. ch. d.");
        assert_eq!(found("1° un achat ;\n\n2° un devis.\n"), "1 2");
        for none in [
            "c. 1850 the hall was built.\n\nIt burnt down.\n",
            "a. One\n\n## Two\n\nb. Two\n",
            "a. One\n\nd. Four\n",
            "A. Smith spoke.\n\nB. Jones replied.\n",
            "M. Dupont\n\nN. Martin\n",
            "E. coli is tested for.\n\nF. Lee does it.\n",
            "e.g. this\n\nf.g. that\n",
        ] {
            assert_eq!(found(none), "", "{none}");
        }
    }

    #[test]
    fn a_noun_and_a_number_head_a_paragraph_where_they_are_of_a_sequence() {
        for (text, numbers) in [
            ("Rule 1. Ring.\n\nRule 2. Wait.\n", "1 2"),
            ("Step 1: ring.\n\nMore.\n\nStep 2: wait.\n", "1 2"),
            ("Cam 1: canwch.\n\nCam 2: arhoswch.\n", "1 2"),
            ("Q1. Who?\n\nQ2. When?\n", "Q1 Q2"),
            ("A1. Ring.\n\nA2. Wait.\n", "A1 A2"),
            ("**A1** Ring.\n\n**A2** Wait.\n", "A1 A2"),
            ("**A1** Ring.\n\nA2 is strict.\n", ""),
            ("Article 1er. – Objet\n\nArticle 2. – Achats\n", "1er 2"),
            ("- Rule 1 – Ring.\n- Rule 2 – Wait.\n", "1 2"),
            ("Rule 1. Ring.\n\nRule 3. Wait.\n", ""),
            ("Rule 2. Ring.\n\nRule 3. Wait.\n", ""),
            ("Rule 1 applies.\n\nRule 2 applies.\n", ""),
            ("Room 1. Red.\n\nRoom 2. Blue.\n", ""),
            ("Section 1.2 says.\n\nSection 2.2 says.\n", ""),
        ] {
            assert_eq!(found(text), numbers, "{text}");
        }
    }

    #[test]
    fn a_number_is_that_of_a_heading_where_it_is_one_of_a_sequence() {
        for (text, numbers) in [
            (
                "# T\n\n## 1 Scope\n\n## 2 Duties\n\n## Annex\n\n## 3 Review\n",
                "1 2 3",
            ),
            (
                "# T\n\n## Section 1: Scope\n\n## Section 2: Duties\n",
                "1 2",
            ),
            (
                "# T\n\n## Rule 1\n\n### 1 Who\n\n### 2 When\n\n## Rule 2\n",
                "1 1 2 2",
            ),
            (
                "# T\n\n## A\n\n### 1 Who\n\n### 2 When\n\n## B\n\n### 1 Where\n\n### 2 Why\n",
                "1 2 1 2",
            ),
            (
                "# T\n\n## 5 Things to remember\n\n## 6 Things to avoid\n",
                "",
            ),
            (
                "# T\n\n## 1 thing to remember\n\n## 2 things to avoid\n",
                "",
            ),
            (
                "# T\n\n## Appendix A: Forms\n\n## Appendix B – Contacts\n\n## Appendix C\n",
                "A B C",
            ),
            (
                "# T\n\n## Part I – General\n\n## Part II\n\n## Part III: Duties\n\n## Part IV\n\n## Part V\n",
                "I II III IV V",
            ),
            (
                "# T\n\n## Atodiad A\n\n## Atodiad B\n\n## Atodiad C\n\n## Atodiad Ch\n\n## Atodiad D\n",
                "A B C Ch D",
            ),
            (
                "# T\n\n## A. Scope\n\n## B. Duties\n\n## C. Review\n",
                "A B C",
            ),
            (
                "# T\n\n## I. Scope\n\n## II. Duties\n\n## III. Review\n",
                "I II III",
            ),
            ("# T\n\n## § 1\n\n## § 2\n", "1 2"),
            (
                "# T\n\n## Stage 1: informal talks\n\n## Stage 2: a hearing\n",
                "1 2",
            ),
            (
                "# T\n\n## Stage one\n\n## Stage Two: a hearing\n\n## Stage three – appeal\n",
                "one Two three",
            ),
            ("# T\n\n## Cam un\n\n## Cam dau: gwrandawiad\n", "un dau"),
            (
                "# R\n\n## Article 1er – Objet\n\n## Article 2 – Achats\n",
                "1er 2",
            ),
            ("# R\n\n## Article premier\n\n## Article 2\n", "premier 2"),
            ("# T\n\n## Number one\n\n## Plan for two\n", ""),
            ("# T\n\n## A. Scope\n\n## E. Review\n", ""),
            ("# T\n\n## A. muciniphila\n\n## B. subtilis\n", ""),
            ("# T\n\n## What A does\n\n## Whom A asks\n", ""),
            ("# T\n\n## Appendix B\n\n## Appendix C\n", ""),
            ("# T\n\n## 2025 budget\n\n## 2026 budget\n", ""),
            ("# T\n\n## 1 Scope\n\n## 3 Duties\n", ""),
            ("# T\n\n## 1.5 Hours\n\n## 2.5 Hours\n", ""),
            ("# 1 Title\n\n## 2 Duties\n", ""),
            ("# T\n\n1 Scope\n\n2 Duties\n", ""),
        ] {
            assert_eq!(found(text), numbers, "{text}");
        }
    }
}
