//! Names that are not known, and what was probably meant.

use super::super::keys::File;
use super::super::yaml::{Key, Node};
use super::Decoder;
use crate::diagnostic::{Code, nearest};

impl Decoder<'_> {
    /// Reports each key at the top of a file that the file does not have.
    pub(super) fn refuse_keys_not_of(&mut self, entries: &[(Key, Node)], file: File) {
        for key in unknown(entries, file.keys()) {
            let others = file.others_with(&key.name);
            let help = help_for_unknown(&key.name, file.keys(), &others);
            self.refuse_key(key, file.name(), help);
        }
    }

    /// Reports each key of a mapping, which is called by a name, that is not known there.
    pub(super) fn refuse_unknown_keys(
        &mut self,
        entries: &[(Key, Node)],
        known: &[&'static str],
        mapping: &str,
    ) {
        for key in unknown(entries, known) {
            self.refuse_key(key, mapping, help_for_unknown(&key.name, known, &[]));
        }
    }

    fn refuse_key(&mut self, key: &Key, holder: &str, help: String) {
        let message = format!("`{}` is not a key of {holder}", key.name);
        let found = self.finding(Code::UnknownKey, key.span.clone(), message);
        self.report(found.help(help));
    }
}

fn unknown<'n>(
    entries: &'n [(Key, Node)],
    known: &'n [&'static str],
) -> impl Iterator<Item = &'n Key> {
    let keys = entries.iter().map(|(key, _)| key);
    keys.filter(|key| !known.contains(&key.name.as_str()))
}

fn help_for_unknown(key: &str, known: &[&'static str], others: &[&'static str]) -> String {
    let mut help = match nearest(key, known.iter().copied()) {
        Some(near) => format!("Did you mean `{near}`?"),
        None if others.is_empty() => format!("The keys here are {}.", listed(known, "and")),
        None => String::new(),
    };
    if !others.is_empty() {
        let others = others.join(" or ");
        let gap = if help.is_empty() { "" } else { " " };
        help.push_str(&format!("{gap}`{key}` belongs in {others}."));
    }
    help
}

/// Names in a sentence: "`a`, `b` or `c`".
pub(in super::super) fn listed<S: AsRef<str>>(names: &[S], conjunction: &str) -> String {
    let quoted: Vec<String> = names
        .iter()
        .map(|name| format!("`{}`", name.as_ref()))
        .collect();
    match quoted.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{} {conjunction} {last}", rest.join(", ")),
        None => String::new(),
    }
}
