//! What the program and the library do, seen from outside: a subject a module, all of them one program, which
//! is linked once.
//!
//! `site` is the driver: it writes a site, builds, checks or serves it, and reads what came out. Comparisons and
//! parity, which are asked of the library itself, have their texts from `comparison_support` and `parity_texts`.
//! Tests run side by side in one process: none changes its folder, its environment or its limits, and what must
//! be alone in a process runs the program, or this one, once more.

#![allow(
    clippy::too_many_lines,
    reason = "the cases of a test are a table in it"
)]

mod comparison_support;
mod parity_texts;
mod site;

mod address_collisions;
mod addresses;
mod architecture;
mod authoring;
mod bad_input;
mod bad_links;
mod bad_theme;
mod book;
mod changed_meanwhile;
mod circulated;
mod citing;
mod cldr;
mod clocks;
mod coming;
mod comparison_cases;
mod comparison_clauses;
mod comparison_corpora;
mod comparison_files;
mod comparison_languages;
mod comparison_lists;
mod comparison_moves;
mod comparison_page;
mod comparison_pictures;
mod comparison_properties;
mod comparison_references;
mod comparison_summary;
mod corpora;
mod directions;
mod draft_panel;
mod driver;
mod faulty_dates;
mod feeds;
mod in_force;
mod killed;
mod landing;
mod late_corrections;
mod link_targets;
mod links;
mod look;
mod misnamed;
mod misplaced_texts;
mod missing_language;
mod no_finding;
mod not_ready;
mod not_yet_published;
mod old_addresses;
mod on_a_date;
mod parity_changes;
mod parity_check;
mod parity_example;
mod parity_seeded;
mod preview;
mod preview_faults;
mod publishing;
mod results;
mod safety;
mod same_bytes;
mod schemas;
mod seal;
mod search;
mod silent_notes;
mod stand_in;
mod status;
mod steering;
mod tenure;
mod theme_guide;
mod timeline;
mod title_alone;
mod unread_yaml;
mod unreadable;
mod versions_to_come;
mod weight;
mod xliff;
mod xliff_structure;
mod xliff_tools;
