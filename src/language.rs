//! Facts about languages: their codes, words in addresses, dates, alphabetical order.

mod code;

pub use code::LanguageCode;
