//! Addresses within a page.

/// An id that is safe in any attribute: letters and digits of any script, `-`, `_`, `.` and `:`; what is
/// between becomes one hyphen. `None` when nothing is left.
pub fn safe_id(written: &str) -> Option<String> {
    let mut id = String::with_capacity(written.len());
    for character in written.trim().chars() {
        match character {
            '_' | '.' | ':' => id.push(character),
            _ if character.is_alphanumeric() => id.push(character),
            _ if !id.is_empty() && !id.ends_with('-') => id.push('-'),
            _ => {}
        }
    }
    id.truncate(id.trim_end_matches('-').len());
    (!id.is_empty()).then_some(id)
}
