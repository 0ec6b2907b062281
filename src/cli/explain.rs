//! `canllaw explain`.

use clap::Args;

use super::terminal::{PLAIN_WIDTH, terminal_width, wrapped};
use super::{Outcome, fault, results};
use canllaw::diagnostic::{Code, Severity, nearest};

/// Say what the code of a finding means.
#[derive(Args)]
pub(super) struct Explain {
    /// The code, as it stands in brackets after `error` or `warning`; without one, all are listed
    code: Option<String>,
}

impl Explain {
    pub fn run(&self) -> Outcome {
        let Some(name) = &self.code else {
            let codes: String = Code::ALL.iter().map(|code| format!("{code}\n")).collect();
            return results::ended(results::to_stdout(&codes));
        };
        match Code::from_name(name) {
            Some(code) => {
                let columns = terminal_width(std::io::stdout()).unwrap_or(PLAIN_WIDTH);
                results::ended(results::to_stdout(&wrapped(&explained(code), columns, 0)))
            }
            None => {
                let all = "`canllaw explain` without a code lists them all.";
                let help = match nearest(name, Code::ALL.iter().map(|code| code.as_str())) {
                    Some(meant) => format!("Did you mean `{meant}`? {all}"),
                    None => all.to_owned(),
                };
                fault(&format!("there is no code `{name}`"), &help)
            }
        }
    }
}

fn explained(code: Code) -> String {
    let weight = match code.default_severity() {
        Severity::Error => "an error",
        Severity::Warning => "a warning",
    };
    let adjust = if code == Code::Parity {
        "It is an error where `parity` in site.yaml or section.yaml is `required`."
    } else if code.is_adjustable() {
        "`checks` in site.yaml can give it another weight."
    } else {
        "`checks` in site.yaml cannot change that."
    };
    format!("{code}: {weight}. {adjust}\n\n{}\n", code.explanation())
}
