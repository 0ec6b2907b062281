//! Whether a reference is to a part of another text: "section 4 of the Equality Act 2010", "Article 4 GDPR", "the
//! Leave policy, section 5". Where in doubt it is.

use super::line::Line;
use super::reading::{Reference, reference};
use crate::language::referring::{Part, Referring};

/// How many words of a name are looked at.
const NAME_WORDS: usize = 8;
/// The fewest capitals of an abbreviation: "GDPR".
const ABBREVIATION: usize = 3;
/// How many small words may describe a text after its name: *y polisi gwyliau newydd*.
const DESCRIBING_WORDS: usize = 2;

/// What is said of where a number is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Said {
    Here,
    Elsewhere,
    Nothing,
}

/// What is known of the text at hand.
pub(super) struct OwnText<'t> {
    words: &'t Referring<'t>,
    /// The words of its title, in small letters.
    title: Vec<String>,
    is_noun_of_headings: &'t dyn Fn(&str) -> bool,
}

impl<'t> OwnText<'t> {
    pub fn new(
        words: &'t Referring<'t>,
        title: &str,
        is_noun_of_headings: &'t dyn Fn(&str) -> bool,
    ) -> Self {
        let letters = |word: &&str| !word.is_empty();
        let title = title.split(|sign: char| !sign.is_alphanumeric());
        OwnText {
            words,
            title: title.filter(letters).map(str::to_lowercase).collect(),
            is_noun_of_headings,
        }
    }

    /// Whether a reference of a line is surely to a part of this text.
    pub fn has(&self, line: &Line, reference: &Reference<'_>) -> bool {
        let stretch = reference.start..reference.end();
        if line.links_away(&stretch) {
            return false;
        }
        if !self.words.is_known() {
            return line.is_closed_at(stretch.end);
        }
        let around = Around { own: self, line };
        match around.after(stretch.end) {
            Said::Nothing => !around.is_named_before(stretch.start),
            said => said == Said::Here,
        }
    }

    /// Whether a word is one of the text's title.
    fn is_in_title(&self, word: &str) -> bool {
        let names = self.words.names(word);
        names.iter().any(|name| self.title.contains(name))
    }
}

/// What stands around a reference.
struct Around<'a> {
    own: &'a OwnText<'a>,
    line: &'a Line,
}

impl Around<'_> {
    fn words(&self) -> &Referring<'_> {
        self.own.words
    }

    /// What the words after a place say that numbers before it are parts of.
    fn after(&self, end: usize) -> Said {
        let first = self.line.words.partition_point(|word| word.start < end);
        let Some(word) = self.line.word(first) else {
            return Said::Nothing;
        };
        let gap = &self.line.text[end..self.line.words[first].start];
        if gap.contains(['.', ';', ':', '!', '?', '\u{2013}', '\u{2014}']) {
            return Said::Nothing;
        }
        let is_joined = gap.contains(',') || self.words().joins(word);
        let next = first + usize::from(self.words().joins(word));
        if is_joined && let Some(next) = self.reference(next) {
            return self.after(next.end());
        }
        if self.words().is_of(word) {
            return self.part_of(first + 1, Said::Elsewhere);
        }
        if self.words().is_within(word) {
            return self.part_of(first + 1, Said::Nothing);
        }
        if self.words().is_article(word) && self.words().describes_after() {
            // "adran 4 y polisi hwn".
            return self.part_of(first, Said::Nothing);
        }
        let is_name = word.starts_with(char::is_uppercase) || !gap.contains([',', '(']);
        if is_name && self.names_text(first, false) {
            return Said::Elsewhere;
        }
        Said::Nothing
    }

    /// What the words from one on say, of which a part was said to be; `otherwise` where they say nothing.
    fn part_of(&self, from: usize, otherwise: Said) -> Said {
        let phrase = self.phrase(from);
        let Some(first) = self.line.word(from).filter(|_| !phrase.is_empty()) else {
            return otherwise;
        };
        if self.line.links_away(&self.line.words[from]) {
            return Said::Elsewhere;
        }
        let this = phrase.clone().take(self.words().words_before_this() + 1);
        let is_this = |at: usize| {
            self.line
                .word(at)
                .is_some_and(|word| self.words().is_this(word))
        };
        if this.into_iter().any(is_this) {
            return Said::Here;
        }
        let is_article = self.words().is_article(first);
        let noun = from + usize::from(is_article);
        let before = from
            .checked_sub(1)
            .and_then(|before| self.line.word(before));
        let has_article =
            is_article || before.is_some_and(|before| self.words().has_article(before));
        if let Some(part) = self.reference(noun) {
            return match part.meant.part {
                // Its paragraphs have numbers of their own.
                Some(Part::Annex) => Said::Elsewhere,
                _ => self.after(part.end()),
            };
        }
        let Some(word) = self.line.word(noun).filter(|_| phrase.contains(&noun)) else {
            return otherwise;
        };
        if self.words().is_group(word) {
            return self.after(self.line.words[noun].end);
        }
        let is_own = has_article && self.is_own_name(noun) || self.is_title(noun, phrase.end);
        if is_own && !self.line.links_away(&self.line.words[noun]) {
            return Said::Here;
        }
        let links = self.line.words[noun].start..self.line.words[phrase.end - 1].end;
        if self.line.links_away(&links) || self.names_text(noun, has_article) {
            return Said::Elsewhere;
        }
        otherwise
    }

    /// The words from one on up to a sign between them.
    fn phrase(&self, from: usize) -> std::ops::Range<usize> {
        let most = self.line.words.len().min(from + NAME_WORDS);
        let goes_on = |at: &usize| {
            let gap = self.line.gap_after(*at);
            gap.chars()
                .all(|sign| sign.is_whitespace() || matches!(sign, '\'' | '\u{2019}'))
        };
        let joined = (from..most).take_while(goes_on).count();
        from..most.min(from + joined + 1)
    }

    /// Whether "the" before a word makes it the name of the text at hand: "the policy", and not "the policy on leave".
    fn is_own_name(&self, noun: usize) -> bool {
        let words = self.words();
        let Some(word) = self.line.word(noun) else {
            return false;
        };
        let is_name = words.is_text(word) || words.is_act(word);
        let is_own = words.is_own_text(word) || is_name && self.own.is_in_title(word);
        if !is_own {
            return false;
        }
        match self
            .line
            .word(noun + 1)
            .filter(|_| self.line.are_joined(noun))
        {
            None => true,
            Some(next) if words.describes_after() => {
                words.is_within(next) && !words.joins(next) && !words.is_about(next)
            }
            Some(next) => {
                let is_described = words.is_of(next) || words.is_about(next);
                !is_described && !next.starts_with(char::is_uppercase)
            }
        }
    }

    /// Whether words are those of the text's title, what it calls itself among them: "the Leave policy".
    fn is_title(&self, from: usize, end: usize) -> bool {
        let words = self.words();
        let phrase = (from..end).filter_map(|at| self.line.word(at));
        let of_title = phrase.take_while(|word| self.own.is_in_title(word));
        let telling = of_title
            .filter(|word| !words.is_of(word) && !words.is_within(word) && !words.is_article(word));
        let telling: Vec<&str> = telling.collect();
        let is_name = |word: &&str| words.is_text(word) || words.is_act(word);
        telling.len() > 1 && telling.iter().any(is_name)
    }

    /// Whether the words from one on name a text: "Equality Act 2010", "GDPR", "Leave policy".
    fn names_text(&self, from: usize, has_article: bool) -> bool {
        let words = self.words();
        for at in self.phrase(from) {
            let Some(word) = self.line.word(at) else {
                break;
            };
            let is_first = at == from;
            if words.is_act(word) || is_abbreviation(word) {
                return true;
            }
            if words.is_text(word) && (!is_first || has_article || words.describes_after()) {
                return true;
            }
            if words.is_of(word) || words.is_within(word) || words.joins(word) {
                break;
            }
            // Without "of" or "in" it is a name or nothing: "section 4 Equality Act", "section 4 applies".
            if !has_article && is_first && !word.starts_with(|sign: char| !sign.is_lowercase()) {
                break;
            }
        }
        false
    }

    /// Whether the words before a place name another text, of which a part follows: "the Leave policy, section 5".
    fn is_named_before(&self, start: usize) -> bool {
        let end = self.line.words.partition_point(|word| word.end <= start);
        let Some(last) = end.checked_sub(1) else {
            return false;
        };
        let gap = &self.line.text[self.line.words[last].end..start];
        let is_near = |sign: char| sign.is_whitespace() || matches!(sign, ',' | '(' | ')');
        if !gap.chars().all(is_near) {
            return false;
        }
        if self.line.links_away(&self.line.words[last]) {
            return true;
        }
        if let Some(before) = self.reference_before(last, start) {
            return before;
        }
        let noun = self.noun_before(last, gap.contains([',', '(']));
        noun.is_some_and(|noun| !self.is_own_before(noun, last))
    }

    /// The noun of the name of a text that ends with a word: "Act" of "the Equality Act 2010", *polisi* of *y polisi
    /// gwyliau*. Only where a comma or a bracket follows may small words describe it.
    fn noun_before(&self, last: usize, is_apart: bool) -> Option<usize> {
        let words = self.words();
        let mut describing = match words.describes_after() && is_apart {
            true => DESCRIBING_WORDS,
            false => 0,
        };
        for at in (0..=last).rev().take(NAME_WORDS) {
            let word = self.line.word(at)?;
            if at < last && !self.line.are_joined(at) || words.is_this(word) {
                return None;
            }
            let may_be_text = at == last || words.describes_after();
            let is_name = words.is_act(word) || at == last && is_abbreviation(word);
            if is_name || may_be_text && words.is_text(word) {
                return Some(at);
            }
            let is_link = words.is_of(word) || words.is_about(word);
            if word.starts_with(char::is_lowercase) && (at == last || !is_link) {
                let is_small = words.is_within(word) || words.joins(word) || is_link;
                describing = describing.checked_sub(1).filter(|_| !is_small)?;
            }
        }
        None
    }

    /// Whether the name that has a noun at one place and ends at another is that of the text at hand.
    fn is_own_before(&self, noun: usize, last: usize) -> bool {
        let words = self.words();
        let is = |at: Option<usize>, what: &dyn Fn(&str) -> bool| {
            at.and_then(|at| self.line.word(at)).is_some_and(what)
        };
        let before = noun.checked_sub(1);
        if is(before, &|word| words.is_this(word)) || is(Some(last), &|word| words.is_this(word)) {
            return true;
        }
        let has_article = is(before, &|word| words.is_article(word));
        if has_article && noun == last {
            return is(Some(noun), &|word| {
                words.is_own_text(word) || self.own.is_in_title(word)
            });
        }
        // "the Leave policy", in that policy.
        is(Some(noun), &|word| self.own.is_in_title(word))
            && is(before, &|word| self.own.is_in_title(word))
    }

    /// Whether what stands right before a place is the number of an annex, whose paragraphs have numbers of their
    /// own, or of a part of another text; nothing where it is no reference.
    fn reference_before(&self, last: usize, start: usize) -> Option<bool> {
        let noun = last.checked_sub(1)?;
        let before = self.reference(noun)?;
        if before.end() > start || self.line.text[before.end()..start].trim() != "," {
            return None;
        }
        Some(before.meant.part == Some(Part::Annex) || self.is_named_before(before.start))
    }

    fn reference(&self, noun: usize) -> Option<Reference<'_>> {
        self.line.word(noun)?;
        reference(
            self.line,
            noun,
            self.own.words,
            self.own.is_noun_of_headings,
        )
    }
}

/// "GDPR", "EqA": capitals, and no number of Roman ones.
fn is_abbreviation(word: &str) -> bool {
    let capitals = word.chars().filter(|sign| sign.is_uppercase()).count();
    let is_roman = word.chars().all(|sign| "IVXLCDM".contains(sign));
    capitals >= ABBREVIATION && !is_roman
}
