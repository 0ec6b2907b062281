//! `checks`: what each finding weighs on this site.

use std::collections::BTreeMap;

use super::decode::{Decoder, Item};
use super::rules::Choice;
use super::yaml::{Key, Value};
use crate::diagnostic::{Code, Diagnostic, Severity, nearest};

/// The findings to which a site gives another weight than their own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Checks(BTreeMap<Code, Option<Severity>>);

impl Checks {
    /// Findings with the weights that the site gives them, without those that it turned off.
    pub fn apply(&self, findings: Vec<Diagnostic>) -> Vec<Diagnostic> {
        let weigh = |found: Diagnostic| match self.0.get(&found.code) {
            None => Some(found),
            Some(severity) => severity.map(|severity| found.severity(severity)),
        };
        findings.into_iter().filter_map(weigh).collect()
    }

    /// The weight of a code on this site; `None` when it is turned off.
    pub fn severity(&self, code: Code) -> Option<Severity> {
        let own = Some(code.default_severity());
        self.0.get(&code).copied().unwrap_or(own)
    }

    pub(super) fn read(decoder: &mut Decoder<'_>, item: &Item<'_>) -> Option<Self> {
        let Value::Mapping(entries) = &item.node.value else {
            decoder.wrong_type(
                item,
                "codes of findings, each with `error`, `warn` or `off`",
            );
            return None;
        };
        let mut weights = BTreeMap::new();
        for (key, node) in entries {
            let weight = decoder.choice(&Item::of(key, node));
            if let (Some(code), Some(Weight(severity))) = (adjustable(decoder, key), weight) {
                weights.insert(code, severity);
            }
        }
        Some(Checks(weights))
    }
}

/// What `checks` says of a code: its weight, or that it is turned off.
#[derive(Clone, Copy)]
struct Weight(Option<Severity>);

impl Choice for Weight {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("error", Weight(Some(Severity::Error))),
        ("warn", Weight(Some(Severity::Warning))),
        ("off", Weight(None)),
    ];
}

/// The code that a key names, where its weight can be changed.
fn adjustable(decoder: &mut Decoder<'_>, key: &Key) -> Option<Code> {
    let code = Code::from_name(&key.name);
    if let Some(code) = code.filter(|code| code.is_adjustable()) {
        return Some(code);
    }
    let name = &key.name;
    let (kind, message) = match code {
        None => (
            Code::UnknownKey,
            format!("`{name}` is not the code of a finding"),
        ),
        Some(_) => (
            Code::InvalidValue,
            format!("`checks` cannot change what `{name}` weighs"),
        ),
    };
    let help = match code {
        Some(Code::Parity | Code::MissingText) => {
            "The key `parity` decides it: `required`, `warn` or `off`.".to_owned()
        }
        Some(_) => "Remove the line: this finding always stands as it is.".to_owned(),
        None => adjustable_like(name),
    };
    let found = Diagnostic::new(kind, decoder.place_of(key.span.clone()), message);
    decoder.report(found.help(help));
    None
}

fn adjustable_like(name: &str) -> String {
    let all = Code::ALL.iter().filter(|code| code.is_adjustable());
    match nearest(name, all.map(|code| code.as_str())) {
        Some(code) => format!("Did you mean `{code}`?"),
        None => "Copy the code from the finding that you want to change.".to_owned(),
    }
}
