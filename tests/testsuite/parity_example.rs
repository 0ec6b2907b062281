//! The example site says the same in both its languages, and parity finds nothing in it.

use std::path::Path;

use crate::parity_texts::Site;
use canllaw::parity;

#[test]
fn the_example_site_has_no_differences() {
    let site = Site::read(Path::new(env!("CARGO_MANIFEST_DIR")));
    assert!(site.pairs.len() >= 12);
    for (left, right) in &site.pairs {
        let differences =
            parity::compare(left.text(), right.text(), &site.counterparts).differences;
        let findings: Vec<_> = differences
            .iter()
            .map(|difference| difference.to_diagnostic(&left.text(), &right.text()))
            .collect();
        assert_eq!(findings, [], "{}", left.source.path());
    }
}
