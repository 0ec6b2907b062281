//! `canllaw explain`.

use clap::Args;

use super::{Outcome, fault};
use crate::diagnostic::{Code, Severity};

/// Say what the code of a finding means.
#[derive(Args)]
pub(super) struct Explain {
    /// The code, as it stands in brackets after `error` or `warning`; without one, all are listed
    code: Option<String>,
}

impl Explain {
    pub fn run(&self) -> Outcome {
        let Some(name) = &self.code else {
            for code in Code::ALL {
                anstream::println!("{code}");
            }
            return Outcome::Done;
        };
        match Code::from_name(name) {
            Some(code) => {
                explain(code);
                Outcome::Done
            }
            None => fault(
                &format!("there is no code `{name}`"),
                "`canllaw explain` without a code lists them all.",
            ),
        }
    }
}

fn explain(code: Code) {
    let weight = match code.default_severity() {
        Severity::Error => "an error",
        Severity::Warning => "a warning",
    };
    let adjust = if code.is_adjustable() {
        "`checks` in site.yaml can give it another weight."
    } else {
        "`checks` in site.yaml cannot change that."
    };
    anstream::println!("{code}: {weight}. {adjust}\n\n{}", code.explanation());
}
