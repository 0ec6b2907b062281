//! Text → block tree → HTML.

pub mod tree;
