//! Pictures whose description or title changed: how the page of a comparison tells it.

use crate::comparison_support::{Text, claims, language};
use canllaw::diff::html::{BothLinks, Label, write};
use canllaw::diff::{self, Attribute, Kind};
use canllaw::markdown::html::{Options, PlainLinks};

/// The article of a comparison, with short labels, and what it claims held against both texts.
fn article(old: &str, new: &str) -> String {
    let (old, new) = (Text::new("old.md", old), Text::new("new.md", new));
    let english = language("en");
    assert_eq!(
        claims::faults(&old.tree, &new.tree, &english),
        Vec::<String>::new()
    );
    let comparison = diff::compare(&old.tree, &new.tree, &english);
    let labels = |label: &Label<'_>| match label {
        Label::Attribute(change) => format!("{:?}", change.name),
        Label::NoDescription => "none".to_owned(),
        _ => String::new(),
    };
    write(
        &comparison,
        &labels,
        BothLinks::alike(&PlainLinks),
        &Options::default(),
    )
}

fn without_hidden_words(html: &str) -> String {
    html.replace("<span class=\"visually-hidden\" data-aside>  </span>", "")
}

const PICTURE: &str = "<img loading=\"lazy\" decoding=\"async\" src=\"map.png\" alt=\"\">";

#[test]
fn the_picture_stands_once_with_both_descriptions_beside_it() {
    let written = article(
        "See ![Old map](map.png) here.\n",
        "See ![New plan](map.png) here.\n",
    );
    let expected = format!(
        "See <del><span class=\"description\">Old map</span></del><ins><span class=\"description\">New plan</span></ins>{PICTURE} here."
    );
    let written = without_hidden_words(&written);
    assert!(written.contains(&expected), "{written}");
}

#[test]
fn a_description_that_came_or_went_is_told_as_well() {
    let none = "<span class=\"description\" data-aside>none</span>";
    let words = "<span class=\"description\">The map</span>";
    let (without, with) = ("![](map.png)\n", "![The map](map.png)\n");
    let came = without_hidden_words(&article(without, with));
    assert!(
        came.contains(&format!("<del>{none}</del><ins>{words}</ins>{PICTURE}")),
        "{came}"
    );
    let went = without_hidden_words(&article(with, without));
    assert!(
        went.contains(&format!("<del>{words}</del><ins>{none}</ins>{PICTURE}")),
        "{went}"
    );
}

#[test]
fn other_pictures_are_shown_as_they_are() {
    let written = article(
        "See ![Old map](old.png) here.\n",
        "See ![New map](new.png) here.\n",
    );
    assert!(!written.contains("class=\"description\""), "{written}");
    assert!(written.contains("alt=\"Old map\"") && written.contains("alt=\"New map\""));
    let same = article(
        "One ![Map](map.png) here.\n",
        "One ![Map](map.png) there.\n",
    );
    assert!(
        same.contains("alt=\"Map\"") && !same.contains("class=\"description\""),
        "{same}"
    );
}

#[test]
fn a_title_that_changed_with_the_description_is_told() {
    let old = Text::new("old.md", "See ![Old map](map.png \"One\") in this house.\n");
    let new = Text::new("new.md", "See ![New map](map.png \"Two\") in this house.\n");
    let comparison = diff::compare(&old.tree, &new.tree, &language("en"));
    let [change] = comparison.changes.as_slice() else {
        panic!("{:#?}", comparison.changes);
    };
    assert!(change.kinds.contains(&Kind::Changed));
    let told: Vec<_> = change
        .attributes
        .iter()
        .map(|told| (told.name, told.old.as_deref(), told.new.as_deref()))
        .collect();
    assert_eq!(told, [(Attribute::Title, Some("One"), Some("Two"))]);
}
