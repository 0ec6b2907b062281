//! The `canllaw` command.

use std::process::ExitCode;

fn main() -> ExitCode {
    canllaw::cli::run()
}
