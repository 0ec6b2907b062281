//! Code, coloured by class: `<span class="hl-keyword">`.
//!
//! [`css`] has the colours, for a light and a dark page. Colour says nothing here that the code does not.

use std::sync::LazyLock;

use syntect::easy::ScopeRegionIterator;
use syntect::parsing::{ParseState, Scope, ScopeStack, SyntaxReference, SyntaxSet};

use super::escape;

/// The largest block of code that is coloured, in bytes.
const SIZE_LIMIT: usize = 64 * 1024;

/// The longest line that is coloured, in bytes: some grammars take very long over long lines.
const LINE_LIMIT: usize = 2000;

/// A class of code: its name after `hl-`, the scopes that it stands for, its colours on a light and on a
/// dark page (at least 7:1 on the ground that the default stylesheet gives to code).
struct Class {
    name: &'static str,
    scopes: &'static [&'static str],
    light: &'static str,
    dark: &'static str,
}

const CLASSES: [Class; 7] = [
    Class {
        name: "comment",
        scopes: &["comment", "punctuation.definition.comment"],
        light: "#4a4a4a",
        dark: "#b8b8b8",
    },
    Class {
        name: "string",
        scopes: &["string", "markup.raw", "markup.inserted"],
        light: "#0b5020",
        dark: "#a3d9a5",
    },
    Class {
        name: "number",
        scopes: &["constant"],
        light: "#6b2c00",
        dark: "#f0b98d",
    },
    Class {
        name: "keyword",
        scopes: &["keyword", "storage"],
        light: "#5b1a8b",
        dark: "#d6b6ff",
    },
    Class {
        name: "name",
        scopes: &[
            "entity.name",
            "support.function",
            "support.type",
            "variable.function",
            "markup.heading",
        ],
        light: "#0a4275",
        dark: "#9ecbff",
    },
    Class {
        name: "attribute",
        scopes: &["entity.other", "support", "meta.mapping.key"],
        light: "#004d4d",
        dark: "#8fd9d9",
    },
    Class {
        name: "invalid",
        scopes: &["invalid", "markup.deleted"],
        light: "#8a0f1c",
        dark: "#ffb3b3",
    },
];

static SYNTAXES: LazyLock<SyntaxSet> = LazyLock::new(SyntaxSet::load_defaults_newlines);

static SCOPES: LazyLock<Vec<(Scope, &'static str)>> = LazyLock::new(|| {
    let of = |class: &Class| {
        let name = class.name;
        class
            .scopes
            .iter()
            .filter_map(move |scope| Some((Scope::new(scope).ok()?, name)))
            .collect::<Vec<_>>()
    };
    CLASSES.iter().flat_map(of).collect()
});

/// The style sheet for code, for light and dark pages.
pub fn css() -> String {
    let rules = |indent: &str, colour: fn(&Class) -> &'static str| {
        let rule = |class: &Class| {
            format!(
                "{indent}.hl-{} {{ color: {}; }}\n",
                class.name,
                colour(class)
            )
        };
        CLASSES.iter().map(rule).collect::<String>()
    };
    let (light, dark) = (
        rules("", |class| class.light),
        rules("  ", |class| class.dark),
    );
    format!("{light}@media screen and (prefers-color-scheme: dark) {{\n{dark}}}\n")
}

/// Appends code as HTML, coloured where the language is known and the code is not too large.
pub(super) fn write(out: &mut String, code: &str, language: Option<&str>) {
    let written = out.len();
    let coloured = language
        .filter(|_| code.len() <= SIZE_LIMIT && code.lines().all(|line| line.len() <= LINE_LIMIT))
        .and_then(syntax)
        .and_then(|syntax| coloured(out, code, syntax));
    if coloured.is_none() {
        out.truncate(written);
        escape::text(out, code);
    }
}

fn syntax(language: &str) -> Option<&'static SyntaxReference> {
    // Plain text is known too, and has no colours.
    if matches!(language, "text" | "txt" | "plain" | "plaintext") {
        return None;
    }
    SYNTAXES.find_syntax_by_token(language)
}

/// `None` when the grammar fails on this code.
fn coloured(out: &mut String, code: &str, syntax: &SyntaxReference) -> Option<()> {
    let mut state = ParseState::new(syntax);
    let mut stack = ScopeStack::new();
    let mut class = None;
    for line in code.split_inclusive('\n') {
        let operations = state.parse_line(line, &SYNTAXES).ok()?;
        for (region, operation) in ScopeRegionIterator::new(&operations, line) {
            stack.apply(operation).ok()?;
            if region.is_empty() {
                continue;
            }
            let next = class_of(&stack);
            if next != class {
                close(out, class);
                open(out, next);
                class = next;
            }
            escape::text(out, region);
        }
    }
    close(out, class);
    Some(())
}

fn open(out: &mut String, class: Option<&str>) {
    if let Some(class) = class {
        out.push_str("<span class=\"hl-");
        out.push_str(class);
        out.push_str("\">");
    }
}

fn close(out: &mut String, class: Option<&str>) {
    if class.is_some() {
        out.push_str("</span>");
    }
}

/// The class of the innermost scope that has one.
fn class_of(stack: &ScopeStack) -> Option<&'static str> {
    let known = |scope: &Scope| {
        SCOPES
            .iter()
            .find(|(prefix, _)| prefix.is_prefix_of(*scope))
            .map(|(_, class)| *class)
    };
    stack.scopes.iter().rev().find_map(known)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn html(code: &str, language: &str) -> String {
        let mut out = String::new();
        write(&mut out, code, Some(language));
        out
    }

    #[test]
    fn code_is_coloured_by_class_where_its_language_is_known() {
        assert_eq!(html("a < b\n", "no-such-language"), "a &lt; b\n");
        assert_eq!(html("\"a\" # b\n", "python"), "<span class=\"hl-string\">&quot;a&quot;</span> <span class=\"hl-comment\"># b\n</span>".replace("&quot;", "\""));
        let large = "x = 1\n".repeat(SIZE_LIMIT / 6 + 1);
        assert_eq!(html(&large, "python"), large);
    }

    #[test]
    fn colours_can_be_read_on_the_ground_of_code() {
        let css = include_str!("../../themes/default/static/site.css");
        let (light, dark) = css.split_once("(prefers-color-scheme: dark)").unwrap();
        let ground = |css: &'static str| {
            let (_, rest) = css.split_once("--code-paper: ").unwrap();
            rest.split_once(';').unwrap().0
        };
        for class in CLASSES {
            for (colour, background) in [(class.light, ground(light)), (class.dark, ground(dark))] {
                let ratio = contrast(colour, background);
                assert!(
                    ratio >= 7.0,
                    "{} {colour} on {background}: {ratio:.2}",
                    class.name
                );
            }
        }
    }

    /// The contrast ratio of WCAG 2.
    fn contrast(one: &str, other: &str) -> f64 {
        let luminance = |colour: &str| {
            let channel = |at: usize| {
                let value = f64::from(u8::from_str_radix(&colour[at..at + 2], 16).unwrap()) / 255.0;
                if value <= 0.04045 {
                    value / 12.92
                } else {
                    ((value + 0.055) / 1.055).powf(2.4)
                }
            };
            0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
        };
        let (one, other) = (luminance(one), luminance(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }
}
