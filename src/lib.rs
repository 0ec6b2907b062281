//! Canllaw turns versioned Markdown of policies, handbooks and house rules into a bilingual static
//! site that shows what is in force, what was in force on any day, and what changed.

#![allow(
    rustdoc::private_intra_doc_links,
    reason = "a module's page leads to its parts, for who reads the code"
)]
// What belongs to the edges stays there: the library neither prints nor panics, and the clock, the
// environment and files have their homes, listed in `clippy.toml` with the reasons.
#![cfg_attr(
    not(test),
    deny(
        clippy::disallowed_methods,
        clippy::print_stdout,
        clippy::print_stderr,
        clippy::dbg_macro,
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::todo,
        clippy::unimplemented
    )
)]

pub mod authoring;
pub mod build;
pub mod check;
pub mod cli;
pub mod config;
pub mod content;
pub mod diagnostic;
pub mod diff;
pub mod exchange;
pub mod language;
pub mod markdown;
pub mod model;
pub mod page;
pub mod parity;
pub mod preview;
pub mod publish;
pub mod render;
pub mod search;
pub mod source;
pub mod status;
