//! A reader of HTML for tests, far stricter than a browser: what it accepts is well-formed.

use std::collections::HashSet;

/// What a page says.
#[derive(Debug, Default)]
pub(crate) struct Read {
    /// The words, descriptions of images among them, without what carries `data-aside`.
    pub text: String,
    /// Every id.
    pub ids: HashSet<String>,
    /// Every `href` that leads within the page.
    pub local: Vec<String>,
}

const VOID: [&str; 5] = ["br", "hr", "img", "wbr", "col"];
const BLOCKS: [&str; 16] = [
    "p",
    "div",
    "ul",
    "ol",
    "li",
    "table",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "pre",
    "blockquote",
    "dl",
    "section",
];

/// Reads HTML, or says what is wrong with it.
pub(crate) fn read(html: &str) -> Result<Read, String> {
    let mut read = Read::default();
    let mut open: Vec<(String, bool)> = Vec::new();
    let mut rest = html;
    while !rest.is_empty() {
        let Some(after) = rest.strip_prefix('<') else {
            let end = rest.find('<').unwrap_or(rest.len());
            if !open.iter().any(|(_, aside)| *aside) {
                read.text.push_str(&decoded(&rest[..end])?);
            }
            rest = &rest[end..];
            continue;
        };
        let around = || {
            html[html.len() - rest.len()..]
                .chars()
                .take(80)
                .collect::<String>()
        };
        if let Some(after) = after.strip_prefix('/') {
            let (name, after) = after.split_once('>').ok_or_else(around)?;
            match open.pop() {
                Some((expected, _)) if expected == name => {}
                other => return Err(format!("</{name}> closes {other:?} at {}", around())),
            }
            rest = after;
            continue;
        }
        let (name, attributes, after) = tag(after).ok_or_else(around)?;
        if BLOCKS.contains(&name) && open.iter().any(|(outer, _)| outer == "p") {
            return Err(format!("<{name}> in <p> at {}", around()));
        }
        if name == "a" && open.iter().any(|(outer, _)| outer == "a") {
            return Err(format!("<a> in <a> at {}", around()));
        }
        let aside = attributes.iter().any(|(name, _)| name == "data-aside");
        read.attributes(name, &attributes)
            .map_err(|fault| format!("{fault} at {}", around()))?;
        if !VOID.contains(&name) {
            open.push((
                name.to_owned(),
                aside || open.last().is_some_and(|(_, aside)| *aside),
            ));
        }
        rest = after;
    }
    match open.pop() {
        Some((name, _)) => Err(format!("<{name}> is never closed")),
        None => Ok(read),
    }
}

impl Read {
    fn attributes(&mut self, element: &str, attributes: &[(String, String)]) -> Result<(), String> {
        let mut seen = HashSet::new();
        for (name, value) in attributes {
            if !seen.insert(name) {
                return Err(format!("{name} is there twice"));
            }
            match name.as_str() {
                "id" if value.is_empty() || value.contains(char::is_whitespace) => {
                    return Err("a bad id".into());
                }
                "id" if !self.ids.insert(value.clone()) => {
                    return Err(format!("id {value} is there twice"));
                }
                "href" | "src" if value.trim().to_lowercase().starts_with("javascript:") => {
                    return Err(value.clone());
                }
                "href" => self
                    .local
                    .extend(value.strip_prefix('#').map(str::to_owned)),
                "alt" if element == "img" => self.text.push_str(value),
                "style" => return Err("a style".into()),
                name if name.starts_with("on") => return Err(format!("the attribute {name}")),
                _ => {}
            }
        }
        match element {
            "script" | "style" | "ins" | "del" | "iframe" => Err(format!("the element {element}")),
            _ => Ok(()),
        }
    }
}

type Tag<'h> = (&'h str, Vec<(String, String)>, &'h str);

fn tag(after: &str) -> Option<Tag<'_>> {
    let name_end = after.find(|c: char| !c.is_ascii_alphanumeric())?;
    let (name, mut rest) = after.split_at(name_end);
    let mut attributes = Vec::new();
    loop {
        if let Some(after) = rest.strip_prefix('>') {
            return (!name.is_empty()).then_some((name, attributes, after));
        }
        rest = rest.strip_prefix(' ')?;
        let end = rest.find(|c: char| !(c.is_ascii_lowercase() || c == '-'))?;
        let (attribute, after) = rest.split_at(end);
        rest = after;
        let mut value = String::new();
        if let Some(quoted) = rest.strip_prefix("=\"") {
            let (raw, after) = quoted.split_once('"')?;
            value = decoded(raw).ok()?;
            rest = after;
        }
        attributes.push((attribute.to_owned(), value));
    }
}

fn decoded(text: &str) -> Result<String, String> {
    let mut parts = text.split('&');
    let mut decoded = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (entity, after) = part
            .split_once(';')
            .ok_or_else(|| format!("a bare & in {text}"))?;
        decoded.push_str(match entity {
            "amp" => "&",
            "lt" => "<",
            "gt" => ">",
            "quot" => "\"",
            "nbsp" => "\u{a0}",
            _ => return Err(format!("the entity {entity}")),
        });
        decoded.push_str(after);
    }
    match decoded.contains('<') && !text.contains("&lt;") || text.contains('>') {
        true => Err(format!("a bare < or > in {text}")),
        false => Ok(decoded),
    }
}
