//! Canllaw turns versioned Markdown of policies, handbooks and house rules into a bilingual static
//! site that shows what is in force, what was in force on any day, and what changed.

pub mod diagnostic;
pub mod diff;
pub mod language;
pub mod markdown;
pub mod source;
