//! Pages as bytes: the data that [`crate::page`] states, through the theme's templates and strings;
//! and the files for other programs: the feed, the sitemap, `site.json`.

pub mod address_map;
pub mod day_index;
mod engine;
pub mod feed;
pub mod look;
pub mod site_json;
pub mod sitemap;
mod strings;
mod theme;

pub use strings::{Argument, StringFault, Strings};
pub use theme::Theme;

use crate::language::LanguageCode;
use crate::page::{Wording, wording::Value};

impl Wording for Theme {
    fn text(&self, language: &LanguageCode, key: &str, values: &[(&str, Value<'_>)]) -> String {
        let arguments: Vec<(&str, Argument<'_>)> = values
            .iter()
            .map(|(name, value)| match value {
                Value::Number(number) => (*name, Argument::from(*number)),
                Value::Text(text) => (*name, Argument::from(*text)),
            })
            .collect();
        self.strings(language)
            .map_or_else(|| key.to_owned(), |strings| strings.text(key, &arguments))
    }
}
