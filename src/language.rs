//! Facts about languages: their codes, words in addresses, dates, alphabetical order.
//!
//! Each fact is data with its source beside it. Welsh, English, French and Irish are known; in any
//! other language each function does something neutral, which its description names.

mod code;
pub mod counting;
pub mod currency;
pub mod dates;
pub mod duty;
pub mod elision;
mod known;
pub mod mutation;
pub mod names;
pub mod number;
pub mod number_phrases;
pub mod order;
pub mod referring;
pub mod slug;
pub mod weekdays;
pub mod words;

pub use code::LanguageCode;
pub use known::Known;
pub use words::{AddressWord, AddressWords};
