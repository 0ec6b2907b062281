//! The strings that a template names, so that a missing one is found before any page is made.

use std::ops::Range;

/// How a template asks for a string.
const CALL: &str = "t(key=\"";

/// The keys that a template names outright, each with its place in bytes. A key that is put together
/// (`"state-" ~ state`) is not known beforehand and is left out.
pub(super) fn named_in(template: &str) -> impl Iterator<Item = (Range<usize>, &str)> {
    template.match_indices(CALL).filter_map(|(at, call)| {
        let start = at + call.len();
        let (key, rest) = template[start..].split_once('"')?;
        let is_whole = rest.trim_start().starts_with([',', ')']);
        is_whole.then(|| (start..start + key.len(), key))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_that_are_put_together_are_left_out() {
        let template = r#"{{ t(key="a") }}{{ t(key="b", count=1) }}{{ t(key="state-" ~ s) }}"#;
        let found: Vec<_> = named_in(template).map(|(_, key)| key).collect();
        assert_eq!(found, ["a", "b"]);
    }
}
