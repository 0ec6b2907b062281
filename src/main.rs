//! The `canllaw` command.

// Bad input never ends it but with a sentence, as in the library.
#![cfg_attr(
    not(test),
    deny(
        clippy::dbg_macro,
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::todo,
        clippy::unimplemented
    )
)]

mod cli;

use std::process::ExitCode;

/// A build makes and drops millions of small texts and vectors; this allocator takes a tenth less time for
/// them than those of common systems.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    cli::run()
}
