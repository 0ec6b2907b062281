//! Bytes to the disk: a build is whole, or it did not happen.
//!
//! The one home of writing. It knows bytes, paths and folders, and nothing of what is in them.
//!
//! 1. [`Staging::prepare`] finds out where the output really is (`destination`), takes its lock
//!    (`lock`), puts back or clears away what a killed build left (`workspace`), and refuses a folder
//!    that is not ours. The new site is put together in a private folder beside the output.
//! 2. [`Staging::write`] and [`Staging::copy_file`] add files to it, from as many threads as there
//!    are; of files that are there already it is given open ones, and looks for none itself. A file with the same bytes as in the earlier output is that file, its time included. The
//!    hash of a copy is taken as its bytes pass (`hashing`).
//! 3. [`Staging::commit`] carries over what others put into the earlier output (`carry`), lists the
//!    files of this build ([`manifest`]), and exchanges the new site for the earlier one (`swap`).
//! 4. Whatever ends a build before that exchange leaves the earlier site as it was.
//!
//! Single files beside a site's texts are replaced whole, or not at all, by [`atomic`].

#![allow(clippy::disallowed_methods, reason = "the one home of writing")]

pub mod atomic;
mod carry;
mod destination;
mod error;
pub mod folders;
mod hashing;
mod left_behind;
mod lock;
pub mod manifest;
mod mount;
mod output_path;
mod place;
mod real_path;
mod staging;
mod store;
mod swap;
mod sync;
mod workspace;

pub use destination::Inputs;
pub use error::PublishError;
pub use left_behind::LeftBehind;
pub use manifest::Manifest;
pub use staging::{Published, Staging};
pub use store::Incoming;
