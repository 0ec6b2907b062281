//! Texts, numbers, and words out of a few.

use super::super::rules::Choice;
use super::super::yaml::Value;
use super::suggest::listed;
use super::{Decoder, Item};
use crate::diagnostic::Code;
use crate::diagnostic::nearest;

impl Decoder<'_> {
    /// A text on its own, without white space around it. A number stands as it was typed.
    pub(in super::super) fn text(&mut self, item: &Item<'_>) -> Option<String> {
        let (Value::Text(text) | Value::Number(text)) = &item.node.value else {
            self.wrong_type(item, "a text");
            return None;
        };
        let text = text.trim();
        if text.is_empty() {
            let message = format!("{} is empty", item.name);
            let help = "Write a text, or remove the key.";
            self.fault(Code::InvalidValue, item, message, help);
            return None;
        }
        self.report_curled_marks(item, text);
        Some(text.to_owned())
    }

    /// Marks that an editor has curled are none of YAML's: they would be a part of the text.
    fn report_curled_marks(&mut self, item: &Item<'_>, text: &str) {
        let is_as_written = self.source.text()[item.span()].starts_with(text);
        let Some(marks) = curled_around(text).filter(|_| is_as_written) else {
            return;
        };
        let message =
            format!("the marks {marks} around this are a part of the text, and are shown");
        let found = self.finding(Code::ShownAsTyped, item.span(), message);
        self.report(found.help(format!(
            "Take them away, or write straight ones (\") in their place. If readers are to see them, put straight ones around the whole: \"{text}\"."
        )));
    }

    /// `true` or `false`.
    pub(in super::super) fn truth(&mut self, item: &Item<'_>) -> Option<bool> {
        let Value::Bool(truth) = item.node.value else {
            self.wrong_type(item, "`true` or `false`");
            return None;
        };
        Some(truth)
    }

    /// A whole number.
    pub(in super::super) fn whole_number(&mut self, item: &Item<'_>) -> Option<i64> {
        let Value::Number(typed) = &item.node.value else {
            self.wrong_type(item, "a whole number");
            return None;
        };
        let number = typed.parse().ok();
        if number.is_none() {
            let message = format!("`{typed}` is not a whole number");
            let help = "Write a number such as 1, 2 or 30, without quotation marks.";
            self.fault(Code::InvalidValue, item, message, help);
        }
        number
    }

    /// One of the words that a setting takes.
    pub(in super::super) fn choice<C: Choice>(&mut self, item: &Item<'_>) -> Option<C> {
        let words: Vec<&'static str> = C::WORDS.iter().map(|(word, _)| *word).collect();
        let written = match &item.node.value {
            Value::Text(text) | Value::Number(text) => text.trim().to_owned(),
            Value::Bool(truth) => truth.to_string(),
            _ => {
                self.wrong_type(item, &listed(&words, "or"));
                return None;
            }
        };
        let found = C::WORDS.iter().find(|(word, _)| *word == written);
        if found.is_none() {
            self.refuse_word(item, &written, &words);
        }
        found.map(|(_, choice)| *choice)
    }

    /// Reports a word that is not one of those that a key takes.
    pub(in super::super) fn refuse_word(&mut self, item: &Item<'_>, written: &str, words: &[&str]) {
        let message = format!("{} does not take `{written}`", item.name);
        let meant = nearest(written, words.iter().copied());
        let meant = meant.map_or_else(String::new, |word| format!("Did you mean `{word}`? "));
        let help = format!("{meant}Write {}.", listed(words, "or"));
        self.fault(Code::InvalidValue, item, message, help);
    }
}

/// The curled marks that a text begins and ends with, where it has no others: “…”, „…“, «…», ‘…’.
fn curled_around(text: &str) -> Option<&'static str> {
    const MARKS: [(&str, [char; 2]); 5] = [
        ("“ ”", ['“', '”']),
        ("„ “", ['„', '“']),
        ("„ ”", ['„', '”']),
        ("« »", ['«', '»']),
        ("‘ ’", ['‘', '’']),
    ];
    let around = |[open, close]: [char; 2]| {
        let inner = text.strip_prefix(open)?.strip_suffix(close)?;
        (!inner.contains(['“', '”', '„', '«', '»', '‘'])).then_some(())
    };
    let mut marks = MARKS.into_iter();
    marks.find_map(|(shown, pair)| around(pair).map(|()| shown))
}
