//! What holds for every comparison, held over real texts.

mod comparison_support;

use canllaw::diff;
use comparison_support::{corpora_pairs, read};

#[test]
fn no_comparison_of_the_corpora_falls_back() {
    let mut fallen = Vec::new();
    for pair in corpora_pairs() {
        let (old, new) = (read(&pair.old), read(&pair.new));
        let comparison = diff::compare(&old.tree, &new.tree, &pair.language);
        if comparison.fallbacks > 0 {
            fallen.push(pair.name);
        }
    }
    assert!(fallen.is_empty(), "{fallen:#?}");
}
