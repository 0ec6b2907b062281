//! What a comparison's page says, read back from its HTML by the marks alone.

use std::collections::BTreeMap;

use canllaw::diff::Side;

/// An element or a text.
#[derive(Debug)]
pub enum Node {
    Element(Element),
    Text(String),
}

#[derive(Debug)]
pub struct Element {
    pub name: String,
    pub attributes: BTreeMap<String, String>,
    pub children: Vec<Node>,
}

const VOID: [&str; 8] = ["br", "hr", "img", "wbr", "col", "input", "source", "area"];

/// Reads well-formed HTML; what is not closed where it should be is a fault of the page.
pub fn parse(html: &str) -> Element {
    let mut open = vec![element("article", BTreeMap::new())];
    let mut rest = html;
    while !rest.is_empty() {
        let end = rest.find('<').unwrap_or(rest.len());
        if end > 0 {
            let text = unescape(&rest[..end]);
            open.last_mut().unwrap().children.push(Node::Text(text));
            rest = &rest[end..];
            continue;
        }
        let close = tag_end(rest);
        let tag = &rest[1..close];
        rest = &rest[close + 1..];
        if tag.starts_with('!') {
            continue;
        }
        if let Some(name) = tag.strip_prefix('/') {
            let done = open.pop().unwrap();
            assert_eq!(
                done.name,
                name.trim(),
                "closed in the wrong place, before {rest:.80}"
            );
            open.last_mut()
                .expect("too many end tags")
                .children
                .push(Node::Element(done));
            continue;
        }
        let (name, attributes) = start_tag(tag.trim_end_matches('/'));
        let next = element(&name, attributes);
        if VOID.contains(&name.as_str()) || tag.ends_with('/') {
            open.last_mut().unwrap().children.push(Node::Element(next));
        } else {
            open.push(next);
        }
    }
    assert_eq!(
        open.len(),
        1,
        "not closed: {:?}",
        open.last().map(|last| &last.name)
    );
    open.pop().unwrap()
}

fn element(name: &str, attributes: BTreeMap<String, String>) -> Element {
    Element {
        name: name.to_owned(),
        attributes,
        children: Vec::new(),
    }
}

fn tag_end(rest: &str) -> usize {
    let mut quote = None;
    for (at, next) in rest.char_indices() {
        match (quote, next) {
            (None, '>') => return at,
            (None, '"' | '\'') => quote = Some(next),
            (Some(open), next) if open == next => quote = None,
            _ => {}
        }
    }
    panic!("a tag is not closed: {rest:.80}");
}

fn start_tag(tag: &str) -> (String, BTreeMap<String, String>) {
    let name_end = tag.find(char::is_whitespace).unwrap_or(tag.len());
    let mut attributes = BTreeMap::new();
    let mut rest = tag[name_end..].trim_start();
    while !rest.is_empty() {
        let end = rest.find(['=', ' ', '\n', '\t']).unwrap_or(rest.len());
        let name = rest[..end].to_owned();
        rest = &rest[end..];
        let mut value = String::new();
        if let Some(after) = rest.strip_prefix('=') {
            let quote = after.chars().next().unwrap();
            let (inside, after) = match quote {
                '"' | '\'' => after[1..].split_once(quote).unwrap(),
                _ => after.split_at(after.find(' ').unwrap_or(after.len())),
            };
            value = unescape(inside);
            rest = after;
        }
        let before = attributes.insert(name.clone(), value);
        assert!(before.is_none(), "{name} twice: {tag}");
        rest = rest.trim_start();
    }
    (tag[..name_end].to_lowercase(), attributes)
}

fn unescape(text: &str) -> String {
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&#x27;", "'")
        .replace("&nbsp;", "\u{a0}")
        .replace("&amp;", "&")
}

impl Element {
    pub fn has(&self, attribute: &str) -> bool {
        self.attributes.contains_key(attribute)
    }

    /// Calls `visit` with this element and every one within, in the order of the page.
    pub fn walk<'e>(&'e self, visit: &mut dyn FnMut(&'e Element)) {
        visit(self);
        for child in &self.children {
            if let Node::Element(element) = child {
                element.walk(visit);
            }
        }
    }

    fn by_id(&self, id: &str) -> Option<&Element> {
        let mut found = None;
        self.walk(&mut |element| {
            if element.attributes.get("id").is_some_and(|own| own == id) {
                found = Some(element);
            }
        });
        found
    }

    /// What one of the two texts says, white space left out.
    pub fn text_of(&self, side: Side) -> String {
        let mut text = String::new();
        for child in &self.children {
            self.push_text(child, side, &mut text);
        }
        text
    }

    fn push_text(&self, node: &Node, side: Side, text: &mut String) {
        let element = match node {
            Node::Text(words) => {
                text.extend(words.chars().filter(|next| !next.is_whitespace()));
                return;
            }
            Node::Element(element) => element,
        };
        let other = match side {
            Side::Old => "ins",
            Side::New => "del",
        };
        if element.has("data-aside") || element.name == other {
            return;
        }
        if side == Side::Old && element.has("data-moved-from") {
            return;
        }
        if let Some(id) = element.attributes.get("data-moved-to") {
            assert!(
                is_labels_alone(element),
                "an old place holds more than labels"
            );
            if side == Side::Old {
                let moved = self.by_id(id).expect("an old place leads to a new one");
                for child in &moved.children {
                    self.push_text(child, side, text);
                }
            }
            return;
        }
        if let Some(description) = element.attributes.get("alt") {
            text.extend(description.chars().filter(|next| !next.is_whitespace()));
        }
        for child in &element.children {
            self.push_text(child, side, text);
        }
    }
}

fn is_labels_alone(element: &Element) -> bool {
    element.children.iter().all(|child| match child {
        Node::Text(text) => text.trim().is_empty(),
        Node::Element(element) => element.has("data-aside") || is_labels_alone(element),
    })
}
