//! The nouns: site, section, document, version, text, page, and their addresses.
//!
//! [`Content`] is what [`crate::content`] reads, and a [`Site`] is content as it stands on a day. A build only reads
//! it after that; the preview puts documents in the place of others. It holds facts, not trees, and does not know
//! where its versions came from.

mod absolute;
mod address;
mod chapters;
mod content;
mod content_path;
mod day_in_force;
mod day_pages;
mod derived;
mod document;
mod document_place;
mod document_places;
mod edited;
mod event;
mod file_change;
mod fingerprint;
mod href;
mod link;
mod linked;
mod located;
mod look_up;
mod meant_version;
mod on_a_day;
mod page;
mod part;
mod path_index;
mod plan;
mod reading_order;
mod redirect;
mod removed;
mod seal;
mod section;
mod site;
mod site_place;
mod stale;
mod standing;
mod static_file;
mod tenure;
mod text;
mod translated;
mod version;
mod version_id;
mod whole;

pub use address::file;
pub use content::Content;
pub use content_path::{below_content, in_content, text_name};
pub use day_pages::DayPages;
pub use document::Document;
pub use document_place::DocumentPlace;
pub use edited::EditedPart;
pub use event::{Event, What};
pub use file_change::FileChange;
pub use href::{as_requested, encoded, encoded_place, relative, relative_to_written};
pub use link::{NotThere, Resolved, Target};
pub(crate) use link::{decoded, join};
pub use linked::LinkedAnchors;
pub use located::LocatedAt;
pub use look_up::NotFound;
pub use meant_version::{may_mean_versions, meant_version, says_draft};
pub use on_a_day::{Interval, OnADay};
pub use page::Page;
pub use part::Part;
pub use path_index::composed;
pub use plan::{ComparisonPlan, Pairing};
pub use redirect::Redirect;
pub use seal::{Edit, SealedPart};
pub use section::Section;
pub use site::Site;
pub use site_place::{PlaceAt, SitePlace};
pub(crate) use stale::days_of_change;
pub use standing::Standing;
pub use static_file::StaticFile;
pub use tenure::{Gap, Tenure, TenureBegin};
pub use text::{Attachment, Link, LoneFootnote, Text};
#[cfg(test)]
pub(crate) use version::LOOKS;
pub use version::{Dates, Fingerprint, Version};
pub use version_id::{ImpossibleDate, VersionId};
pub use whole::Held;
