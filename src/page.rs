//! Which pages there are, and what each of them shows.
//!
//! The unit of work is one document: all its versions, in every language ([`document`]). Its trees
//! live only while its pages are made, so that memory does not grow with the site. What the rest of
//! the site needs to know of it (how much changed) comes out as [`DocumentSummary`], and the pages of
//! the site as a whole are made last ([`site`]).
//!
//! A page is data ([`view`]) and never bytes; whoever asks for pages gets each one as it is made.

pub mod circulated;
pub mod document;
pub mod feeds;
pub mod labels;
pub mod on_a_date;
pub mod on_demand;
pub mod search;
pub mod site;
pub mod view;
pub mod wording;

mod a_to_z;
mod ages;
mod aliases;
mod aligned;
mod article;
mod attachments;
mod bar;
mod book;
mod both_languages;
mod citing;
mod comparison;
mod comparison_languages;
mod context;
mod counts;
mod draft;
mod file_changes;
mod frame;
mod history;
mod links;
mod listing;
mod made;
mod memories;
mod places;
mod read_texts;
mod redirects;
mod site_changes;
mod summary;
mod tenure;
mod text;
mod timeline;
mod unversioned;
mod version_texts;

pub use context::Context;
pub(crate) use context::{begin_words, date_view, state};
pub use counts::VersionCounts;
pub use document::DocumentSummary;
pub(crate) use frame::language_name;
pub use made::{Page, Trees, View};
pub use redirects::AddressMap;
pub use search::{SearchIndex, SearchPart, SearchRecord};
pub use wording::Wording;
