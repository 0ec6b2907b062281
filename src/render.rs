//! Pages as bytes: the data that [`crate::page`] states, through the theme's templates and strings.

mod engine;
mod strings;
mod theme;

pub use strings::{Argument, StringFault, Strings};
pub use theme::Theme;
