//! Names that are not known, and what was probably meant.

use super::super::keys::File;
use super::super::yaml::{Key, Node};
use super::Decoder;
use crate::diagnostic::Code;

impl Decoder<'_> {
    /// Reports each key that is not among those that are known here. `file` is given at the top of a
    /// file, where a key may have been meant for another one.
    pub(super) fn refuse_unknown_keys(
        &mut self,
        entries: &[(Key, Node)],
        known: &[&'static str],
        file: Option<File>,
    ) {
        for (key, _) in entries {
            if known.contains(&key.name.as_str()) {
                continue;
            }
            let message = match file {
                Some(file) => format!("`{}` is not a key of {}", key.name, file.name()),
                None => format!("`{}` is not a key here", key.name),
            };
            let found = self.finding(Code::UnknownKey, key.span.clone(), message);
            let others = file
                .map(|file| file.others_with(&key.name))
                .unwrap_or_default();
            self.report(found.help(help_for_unknown(&key.name, known, &others)));
        }
    }
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

/// The known name that is most like what was written; `None` when none is near enough to be meant.
/// Near is a third of its letters or fewer added, taken, changed or swapped.
pub(in super::super) fn nearest<'k>(
    written: &str,
    known: impl Iterator<Item = &'k str>,
) -> Option<&'k str> {
    let plain = |name: &str| name.to_lowercase().replace(['-', ' '], "_");
    let written = plain(written);
    let limit = (written.chars().count() / 3).max(1);
    known
        .map(|name| (strsim::osa_distance(&written, &plain(name)), name))
        .filter(|(distance, _)| *distance <= limit)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, name)| name)
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
