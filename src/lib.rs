//! Canllaw turns versioned Markdown of policies, handbooks and house rules into a bilingual static
//! site that shows what is in force, what was in force on any day, and what changed.
//!
//! How a folder becomes a site, in the order in which a build does it:
//!
//! 1. [`config`] says what `site.yaml` and the other YAML files mean; [`content`] walks the folders and
//!    fills the [`model`]: sections, documents, versions, texts. Of each text [`markdown`] makes a tree of
//!    blocks, of which only facts are kept. Whatever is wrong is a [`diagnostic`], with its place and what
//!    to do about it.
//! 2. [`check`] holds the rules against the model, and [`parity`] the languages of a version against each
//!    other. With an error nothing is written.
//! 3. Document by document, [`page`] reads the texts again, compares the versions that are to be compared
//!    ([`diff`]), and says of each page what it shows. [`render`] makes bytes of it through the theme, and
//!    [`search`] the index.
//! 4. [`publish`] writes the bytes beside the output and puts them in its place in one step.
//!
//! [`build`](mod@build) joins these steps; [`preview`] takes them for the one page that is looked at;
//! [`authoring`] and [`exchange`] write content. The commands, which print and know what day it is, are the
//! program's: `main.rs` and `cli`.

#![allow(
    rustdoc::private_intra_doc_links,
    reason = "a module's page leads to its parts, for who reads the code"
)]
#![cfg_attr(
    test,
    allow(
        clippy::too_many_lines,
        reason = "the cases of a test are a table in it"
    )
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

#[cfg(not(unix))]
compile_error!(
    "Canllaw needs a Unix system: it knows files by their numbers and gives a site its permissions and links"
);

pub mod authoring;
pub mod build;
mod bytes;
pub mod check;
pub mod config;
pub mod content;
pub mod diagnostic;
pub mod diff;
pub mod exchange;
pub mod hash;
pub mod language;
pub mod markdown;
pub mod model;
pub mod page;
pub mod parity;
pub mod preview;
pub mod publish;
pub mod readable;
pub mod render;
pub mod search;
pub mod source;
pub mod status;
