//! The driver of the tests, itself held to what it promises.

use crate::site::{Page, Side, resolve};

#[test]
fn links_are_resolved_as_browsers_do() {
    for (from, written, address, anchor) in [
        ("en/policy/", "../../cy/polisi/", "cy/polisi/", None),
        ("en/policy/", "./", "en/policy/", None),
        ("en/policy/", "..", "en/", None),
        ("en/policy/", "#a", "en/policy/", Some("a")),
        (
            "en/policy/",
            "leave/#5.2-i",
            "en/policy/leave/",
            Some("5.2-i"),
        ),
        ("en/", "caf%C3%A9/#t%C5%B7", "en/café/", Some("tŷ")),
        ("en/", "../", "", None),
        ("404.html", "assets/a.css?v=1", "assets/a.css", None),
    ] {
        let expected = (address.to_owned(), anchor.map(str::to_owned));
        assert_eq!(resolve(from, written), Some(expected), "{from} {written}");
    }
    for elsewhere in ["https://a.example/", "/en/", "mailto:a@b.example"] {
        assert_eq!(resolve("en/", elsewhere), None);
    }
}

#[test]
#[should_panic(expected = "leads out of the site")]
fn a_link_that_climbs_out_is_a_fault() {
    resolve("en/", "../../elsewhere/");
}

fn texts(article: &str) -> (String, String) {
    let page = Page::parse("", &format!("<article>{article}</article>"));
    let article = page.article();
    (article.text(Side::Old), article.text(Side::New))
}

#[test]
fn changes_are_rejected_and_accepted() {
    let (old, new) = texts(
        "<h2><span data-aside>Changed</span><del>5</del><ins>6</ins> things</h2>\
         <del><p>gone</p></del><ins><p>come <img alt=\"a dog\"></p></ins>",
    );
    assert_eq!(
        (old.as_str(), new.as_str()),
        ("5thingsgone", "6thingscomeadog")
    );
}

#[test]
fn a_moved_block_is_read_at_its_place() {
    let (old, new) = texts(
        "<p>a</p><p id=\"m\" data-moved-from=\"o\">b<ins>!</ins></p><p>c</p>\
         <div id=\"o\" data-moved-to=\"m\"><span data-aside>Moved up</span></div>",
    );
    assert_eq!((old.as_str(), new.as_str()), ("acb", "ab!c"));
}

#[test]
#[should_panic(expected = "an old place holds words")]
fn an_old_place_with_words_is_a_fault() {
    texts("<p id=\"m\" data-moved-from>b</p><p data-moved-to=\"m\">b</p>");
}

#[test]
fn a_block_has_its_own_words_alone() {
    let page = Page::parse(
        "",
        "<article><ul><li>one<ul><li><del>two</del></li></ul></li></ul></article>",
    );
    let blocks = page.article().blocks();
    let read: Vec<_> = blocks
        .iter()
        .map(|block| (&*block.old, &*block.new, block.marked))
        .collect();
    assert_eq!(read, [("one", "one", false), ("two", "", true)]);
}
