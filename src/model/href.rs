//! How addresses are written: in a link, and as browsers ask a server for them.
//!
//! Links are relative to their page, so that the site works under any path. A name of a folder or a file may have
//! signs that mean something else in a link (`2020#2`). What a text or a redirect writes is a link already, and stays
//! as it is.

use std::borrow::Cow;
use std::iter;

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

/// The way to the folder above.
const UP: &str = "../";

/// An address as it stands in a link.
pub fn encoded(address: &str) -> Cow<'_, str> {
    utf8_percent_encode(address, NOT_IN_NAME).into()
}

/// A place of a page, its id, as it stands in a link behind `#`.
pub fn encoded_place(id: &str) -> Cow<'_, str> {
    utf8_percent_encode(id, NOT_IN_PLACE).into()
}

/// A path with its query as browsers ask a server for it: signs that no request has are encoded, and what is
/// encoded already stays as it is.
pub fn as_requested(written: &str) -> String {
    match written.split_once('?') {
        Some((path, query)) => format!(
            "{}?{}",
            utf8_percent_encode(path, NOT_IN_PATH),
            utf8_percent_encode(query, NOT_IN_QUERY)
        ),
        None => utf8_percent_encode(written, NOT_IN_PATH).to_string(),
    }
}

/// What browsers encode in either, though it is ASCII.
const NOT_IN_EITHER: &AsciiSet = &CONTROLS.add(b' ').add(b'"').add(b'<').add(b'>');
const NOT_IN_PATH: &AsciiSet = &NOT_IN_EITHER
    .add(b'`')
    .add(b'{')
    .add(b'}')
    .add(b'^')
    .add(b'\\');
const NOT_IN_QUERY: &AsciiSet = &NOT_IN_EITHER.add(b'\'');
const NOT_IN_PLACE: &AsciiSet = &NOT_IN_EITHER.add(b'`').add(b'%');
/// What a name may have that means something in a path, or that no URL may have.
const NOT_IN_NAME: &AsciiSet = &NOT_IN_PATH
    .add(b'#')
    .add(b'?')
    .add(b'%')
    .add(b'|')
    .add(b'[')
    .add(b']');

/// How a page at one address links to another.
pub fn relative(from: &str, to: &str) -> String {
    let (up, down) = way(from, to);
    joined(up, &encoded(down))
}

/// How a page at an address links to what a text writes as a path from the site's root.
pub fn relative_to_written(from: &str, written: &str) -> String {
    let (up, down) = way(from, written);
    joined(up, &as_requested(down))
}

/// The way between two addresses: how many folders up, and what then comes.
fn way<'t>(from: &str, to: &'t str) -> (usize, &'t str) {
    let folder = &from[..from.rfind('/').map_or(0, |at| at + 1)];
    let shared = shared_folders(folder, to);
    let above = folder[shared..].bytes().filter(|&byte| byte == b'/');
    (above.count(), &to[shared..])
}

fn joined(up: usize, down: &str) -> String {
    match (up, down) {
        (0, "") => "./".to_owned(),
        // A first part with a colon would be read as a scheme.
        (0, _)
            if down
                .split('/')
                .next()
                .is_some_and(|part| part.contains(':')) =>
        {
            format!("./{down}")
        }
        _ => {
            let mut href = String::with_capacity(UP.len() * up + down.len());
            href.extend(iter::repeat_n(UP, up));
            href.push_str(down);
            href
        }
    }
}

/// The length, in bytes, of the folders that two paths have in common.
fn shared_folders(folder: &str, path: &str) -> usize {
    let both = folder.bytes().zip(path.bytes());
    let same = both.take_while(|(a, b)| a == b).count();
    let slash = folder.bytes().take(same).rposition(|byte| byte == b'/');
    slash.map_or(0, |at| at + 1)
}

#[cfg(test)]
mod tests {
    use super::{as_requested, encoded, encoded_place, relative, relative_to_written};

    #[test]
    fn each_way_of_writing_an_address() {
        // As it is, in a link, and as browsers ask for what is a link already.
        for (address, link, requested) in [
            (
                "en/leave/2020-01-31.1/",
                "en/leave/2020-01-31.1/",
                "en/leave/2020-01-31.1/",
            ),
            ("leave/2020#2/", "leave/2020%232/", "leave/2020#2/"),
            ("leave/50%25/", "leave/50%2525/", "leave/50%25/"),
            ("leave/2020?/", "leave/2020%3F/", "leave/2020?/"),
            ("leave/My ŷ/", "leave/My%20%C5%B7/", "leave/My%20%C5%B7/"),
            (
                "a;b=c&d+e,f:g@h!$'()*~/",
                "a;b=c&d+e,f:g@h!$'()*~/",
                "a;b=c&d+e,f:g@h!$'()*~/",
            ),
            (
                "[a]|{b}^`\\",
                "%5Ba%5D%7C%7Bb%7D%5E%60%5C",
                "[a]|%7Bb%7D%5E%60%5C",
            ),
            (
                "old/a.asp?id=3&x=/%20",
                "old/a.asp%3Fid=3&x=/%2520",
                "old/a.asp?id=3&x=/%20",
            ),
            ("a?q=ŷ 'b'", "a%3Fq=%C5%B7%20'b'", "a?q=%C5%B7%20%27b%27"),
        ] {
            assert_eq!(encoded(address), link);
            assert_eq!(as_requested(address), requested);
        }
        assert_eq!(encoded_place("5.2-(a) 50%"), "5.2-(a)%2050%25");
    }

    #[test]
    fn links_are_relative_to_the_page() {
        for (from, to, link) in [
            ("", "en/", "en/"),
            ("en/", "", "../"),
            ("en/", "en/", "./"),
            ("en/policy/leave/", "en/policy/", "../"),
            ("en/policy/leave/", "en/policy/leave/2020/", "2020/"),
            (
                "en/policy/leave/2020/",
                "cy/polisi/absenoldeb/2020/",
                "../../../../cy/polisi/absenoldeb/2020/",
            ),
            ("404.html", "assets/site.css", "assets/site.css"),
            ("en/policy/", "en/policies/", "../policies/"),
            ("en/", "en/a:b/", "./a:b/"),
            ("en/a#1/", "en/a#2/", "../a%232/"),
        ] {
            assert_eq!(relative(from, to), link, "{from} → {to}");
        }
        assert_eq!(
            relative_to_written("en/a/", "en/a%20b/?q=1#c"),
            "../a%20b/?q=1#c"
        );
    }
}
