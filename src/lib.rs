//! Canllaw turns versioned Markdown of policies, handbooks and house rules into a bilingual static
//! site that shows what is in force, what was in force on any day, and what changed.

pub mod build;
pub mod check;
pub mod cli;
pub mod config;
pub mod content;
pub mod diagnostic;
pub mod diff;
pub mod language;
pub mod markdown;
pub mod model;
pub mod page;
pub mod parity;
pub mod publish;
pub mod render;
pub mod source;
