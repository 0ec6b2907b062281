//! Where the links of raw HTML lead, and which pictures it shows.

use super::tag::{self, Piece, Tag};

/// An address that stands in the place of another.
pub(crate) struct Exchanged {
    /// Whether it is that of a picture, and of no link.
    pub is_picture: bool,
    pub old: String,
    pub new: String,
}

/// The addresses that are others in raw HTML whose tags are the same otherwise; nothing where they are not.
pub(crate) fn exchanged(old: &str, new: &str) -> Option<Vec<Exchanged>> {
    let tags = |html| tag::pieces(html).filter(|piece| !matches!(piece, Piece::Text(_)));
    let (mut olds, mut news) = (tags(old), tags(new));
    let mut found = Vec::new();
    loop {
        match (olds.next(), news.next()) {
            (None, None) => return Some(found),
            (Some(old), Some(new)) if old.raw() == new.raw() => {}
            (Some(Piece::Start(old)), Some(Piece::Start(new))) if old.name == new.name => {
                found.push(exchanged_in(&old, &new)?);
            }
            _ => return None,
        }
    }
}

/// The address of one tag that is another in one that is the same otherwise.
fn exchanged_in(old: &Tag<'_>, new: &Tag<'_>) -> Option<Exchanged> {
    let (address, is_picture) = match &*old.name {
        "a" => ("href", false),
        "img" => ("src", true),
        _ => return None,
    };
    let others = |tag: &Tag<'_>| -> Vec<String> {
        let attributes = tag
            .attributes()
            .filter(|attribute| attribute.name != address);
        attributes
            .map(|attribute| attribute.raw.trim().to_owned())
            .collect()
    };
    let (before, after) = (old.attribute(address)?, new.attribute(address)?);
    (before != after && others(old) == others(new)).then(|| Exchanged {
        is_picture,
        old: before.into_owned(),
        new: after.into_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_alone_are_told_where_the_tags_are_the_same() {
        let old =
            "<p>Ask <a class=\"x\" href=\"/a?b&amp;c\">us</a>, <img src=\"a.png\" alt=\"Map\"></p>";
        let new =
            "<p>Tell <a class=\"x\" href=\"/b\">them</a>, <img src=\"b.png\" alt=\"Map\"></p>";
        let found = exchanged(old, new).unwrap();
        let found: Vec<(bool, &str, &str)> = found
            .iter()
            .map(|address| {
                (
                    address.is_picture,
                    address.old.as_str(),
                    address.new.as_str(),
                )
            })
            .collect();
        assert_eq!(found, [(false, "/a?b&c", "/b"), (true, "a.png", "b.png")]);
        assert!(exchanged(old, &new.replace("class=\"x\"", "class=\"y\"")).is_none());
        assert!(exchanged(old, &new.replace("</a>", "</a><br>")).is_none());
    }
}
