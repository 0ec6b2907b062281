//! A page as a browser understands it.

use scraper::{ElementRef, Html, Node, Selector};

use super::Article;
use super::article::BLOCKS;

/// A page, parsed by the rules that browsers follow.
pub struct Page {
    address: String,
    html: Html,
}

/// A place that a page refers to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The element and attribute that refer: `a[href]`.
    pub by: String,
    /// What is written there.
    pub written: String,
}

/// Elements that refer to other places, and the attribute that does.
const REFERRING: &[(&str, &str)] = &[
    ("a", "href"),
    ("area", "href"),
    ("link", "href"),
    ("use", "href"),
    ("script", "src"),
    ("img", "src"),
    ("source", "src"),
    ("audio", "src"),
    ("video", "src"),
    ("iframe", "src"),
    ("form", "action"),
];

impl Page {
    /// Parses the page of an address.
    pub fn parse(address: &str, html: &str) -> Self {
        Page {
            address: address.to_owned(),
            html: Html::parse_document(html),
        }
    }

    /// Its address, from the site's root.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// The elements that a CSS selector finds.
    pub fn select(&self, css: &str) -> Vec<ElementRef<'_>> {
        self.html.select(&Selector::parse(css).unwrap()).collect()
    }

    /// Every element.
    pub fn elements(&self) -> impl Iterator<Item = ElementRef<'_>> {
        self.html.root_element().descendent_elements()
    }

    /// The one element that a CSS selector finds.
    pub fn only(&self, css: &str) -> ElementRef<'_> {
        let found = self.select(css);
        assert_eq!(found.len(), 1, "{css} on {}", self.address);
        found[0]
    }

    /// The values of an attribute, on the elements that a CSS selector finds.
    pub fn attributes(&self, css: &str, name: &str) -> Vec<String> {
        let found = self.select(css).into_iter();
        found
            .filter_map(|element| Some(element.attr(name)?.to_owned()))
            .collect()
    }

    /// The page's language.
    pub fn lang(&self) -> String {
        self.only("html")
            .attr("lang")
            .unwrap_or_default()
            .to_owned()
    }

    /// The page's article.
    pub fn article(&self) -> Article<'_> {
        Article::new(self.only("article"))
    }

    /// Everything in the body that can be read, runs of white space as one space.
    pub fn words(&self) -> String {
        let mut text = String::new();
        read(self.only("body"), &mut text);
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Whether the body says something, white space aside.
    pub fn contains(&self, words: &str) -> bool {
        self.words().contains(words)
    }

    /// Every place that the page refers to.
    pub fn links(&self) -> Vec<Link> {
        let mut links = Vec::new();
        for element in self.elements() {
            let name = element.value().name();
            for (_, attribute) in REFERRING.iter().filter(|(of, _)| *of == name) {
                links.extend(element.attr(attribute).map(|written| Link {
                    by: format!("{name}[{attribute}]"),
                    written: written.to_owned(),
                }));
            }
            links.extend(refresh(element));
        }
        links
    }

    /// Whether some link leads to an address of the site, whatever its anchor.
    pub fn leads_to(&self, address: &str) -> bool {
        let target = |link: &Link| resolve(&self.address, &link.written);
        self.links()
            .iter()
            .filter_map(target)
            .any(|(path, _)| path == address)
    }

    /// Every id and every `name` of an anchor.
    pub fn ids(&self) -> Vec<String> {
        let ids = self.elements().filter_map(|element| element.attr("id"));
        ids.map(str::to_owned).collect()
    }
}

fn read(element: ElementRef<'_>, text: &mut String) {
    for child in element.children() {
        if let Node::Text(words) = child.value() {
            text.push_str(words);
        }
        if let Some(child) = ElementRef::wrap(child) {
            read(child, text);
            if BLOCKS.contains(&child.value().name()) {
                text.push(' ');
            }
        }
    }
}

/// Where a `<meta http-equiv="refresh">` leads.
fn refresh(element: ElementRef<'_>) -> Option<Link> {
    let refreshes = element.value().name() == "meta"
        && element
            .attr("http-equiv")
            .is_some_and(|name| name.eq_ignore_ascii_case("refresh"));
    let (_, url) = element
        .attr("content")
        .filter(|_| refreshes)?
        .split_once("url=")?;
    Some(Link {
        by: "meta[refresh]".to_owned(),
        written: url.to_owned(),
    })
}

/// The address and the anchor that a relative link leads to from a page, percent signs decoded.
/// Nothing where the link leads to another site or is not relative; panics where it climbs out.
pub fn resolve(from: &str, written: &str) -> Option<(String, Option<String>)> {
    let (path, anchor) = match written.split_once('#') {
        Some((path, anchor)) => (path, Some(decoded(anchor))),
        None => (written, None),
    };
    let path = path.split('?').next().unwrap_or_default();
    if path.starts_with('/') || has_scheme(path) {
        return None;
    }
    if path.is_empty() {
        return Some((from.to_owned(), anchor));
    }
    // The page's own address is as its folders are named.
    let mut parts: Vec<String> = from.split('/').map(str::to_owned).collect();
    parts.pop();
    for part in path.split('/') {
        match part {
            "." => {}
            ".." => assert!(
                parts.pop().is_some(),
                "{written} on {from} leads out of the site"
            ),
            part => parts.push(decoded(part)),
        }
    }
    let mut address = parts.join("/");
    let names_a_folder =
        path.ends_with("/..") || path.ends_with("/.") || path == "." || path == "..";
    if names_a_folder && !address.is_empty() {
        address.push('/');
    }
    Some((address, anchor))
}

/// Whether an address begins with a scheme, as `mailto:` is one.
pub fn has_scheme(address: &str) -> bool {
    let Some((scheme, _)) = address.split_once(':') else {
        return false;
    };
    let is_scheme =
        |character: char| character.is_ascii_alphanumeric() || "+-.".contains(character);
    scheme.starts_with(|first: char| first.is_ascii_alphabetic()) && scheme.chars().all(is_scheme)
}

fn decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        let hex = after
            .get(..2)
            .and_then(|digits| std::str::from_utf8(digits).ok());
        match hex.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            Some(byte) if first == b'%' => {
                bytes.push(byte);
                rest = &after[2..];
            }
            _ => {
                bytes.push(first);
                rest = after;
            }
        }
    }
    String::from_utf8(bytes).unwrap()
}
