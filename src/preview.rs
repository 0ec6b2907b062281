//! The preview: the site as its author sees it, page by page, a moment after each save.
//!
//! 1. [`state`] holds the site as it was last whole, and what is wrong with it now. Nothing is written
//!    to the disk; a page is made when it is asked for ([`crate::page::on_demand`]), the first of them
//!    before the site is read to the end of its texts.
//! 2. [`watch`] sees what is saved, several saves at once as one, and [`touched`] says which part of
//!    the site that is. Only that part is read again, with what links to it.
//! 3. [`notice`] tells the pages that are open, once the new state is ready. They reload, or are covered
//!    by what is wrong, which goes by itself.
//! 4. [`serve`] answers, on this machine alone and to nobody who came by another name ([`host`]).
//!
//! While a file is at fault, pages are made of the texts as they were last whole ([`texts`]).
//!
//! How the whole site stands is worked out beside the answers ([`survey`]) and has a page of its own
//! ([`status_page`]).
//!
//! The time from a save to its page does not grow with the site.

mod answer;
mod host;
mod notice;
mod serve;
mod state;
mod status_page;
mod surround;
mod survey;
#[cfg(test)]
mod tests;
mod texts;
mod touched;
mod watch;

pub use serve::{DEFAULT_PORT, Server, StartError, Told};
pub use state::{Loading, Reloaded, State, Today};
pub use watch::{Seeing, WhyPoll};
