//! Rust → tokens, and the paths that they name.

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// A word, a sign, or an end of what brackets hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Token {
    Word(String),
    Sign(char),
    Open(char),
    Close(char),
    Value,
}

/// Adds the tokens of a stream, those within its brackets too.
pub(super) fn flatten(stream: TokenStream, tokens: &mut Vec<Token>) {
    for tree in stream {
        match tree {
            TokenTree::Ident(word) => tokens.push(Token::Word(word.to_string())),
            TokenTree::Punct(sign) => tokens.push(Token::Sign(sign.as_char())),
            TokenTree::Literal(_) => tokens.push(Token::Value),
            TokenTree::Group(group) => {
                let (open, close) = match group.delimiter() {
                    Delimiter::Parenthesis => ('(', ')'),
                    Delimiter::Bracket => ('[', ']'),
                    Delimiter::Brace | Delimiter::None => ('{', '}'),
                };
                tokens.push(Token::Open(open));
                flatten(group.stream(), tokens);
                tokens.push(Token::Close(close));
            }
        }
    }
}

/// Whether seven tokens are `#[cfg(test)]`.
pub(super) fn is_test_mark(tokens: &[Token]) -> bool {
    let word = |token: &Token, text: &str| *token == Token::Word(text.to_owned());
    tokens[..2] == [Token::Sign('#'), Token::Open('[')]
        && (word(&tokens[2], "cfg") && word(&tokens[4], "test"))
        && tokens[5..7] == [Token::Close(')'), Token::Close(']')]
}

/// The tokens without each item marked `#[cfg(test)]`: up to the end of its braces, or its `;`.
pub(super) fn without_tests(tokens: &[Token]) -> Vec<Token> {
    let mut kept = Vec::new();
    let mut rest = tokens;
    while let Some(first) = rest.first() {
        if rest.get(..7).is_some_and(is_test_mark) {
            rest = after_item(&rest[7..]);
        } else {
            kept.push(first.clone());
            rest = &rest[1..];
        }
    }
    kept
}

fn after_item(tokens: &[Token]) -> &[Token] {
    let mut depth = 0;
    for (at, token) in tokens.iter().enumerate() {
        match token {
            Token::Open(_) => depth += 1,
            Token::Close(close) => {
                depth -= 1;
                if depth == 0 && *close == '}' {
                    return &tokens[at + 1..];
                }
            }
            Token::Sign(';') if depth == 0 => return &tokens[at + 1..],
            _ => {}
        }
    }
    &[]
}

/// The paths that are named, whole: `use crate::a::{b, c::d}` names `crate::a::b` and `crate::a::c::d`.
pub(super) fn paths(tokens: &[Token]) -> Vec<Vec<String>> {
    let mut paths = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if matches!(tokens[at], Token::Word(_)) {
            at = read_path(tokens, at, &[], &mut paths);
        } else {
            at += 1;
        }
    }
    paths
}

/// Reads one path, with the paths in braces at its end, and gives the place behind it.
fn read_path(
    tokens: &[Token],
    start: usize,
    before: &[String],
    paths: &mut Vec<Vec<String>>,
) -> usize {
    let mut path = before.to_vec();
    let mut at = start;
    while let Some(Token::Word(word)) = tokens.get(at) {
        path.push(word.clone());
        at += 1;
        if tokens.get(at..at + 2) != Some(&[Token::Sign(':'), Token::Sign(':')]) {
            paths.push(path);
            return at;
        }
        at += 2;
    }
    if tokens.get(at) != Some(&Token::Open('{')) {
        paths.push(path);
        return at;
    }
    at += 1;
    while let Some(token) = tokens.get(at).filter(|token| **token != Token::Close('}')) {
        at = match token {
            Token::Word(_) | Token::Open('{') => read_path(tokens, at, &path, paths),
            _ => at + 1,
        };
    }
    at + 1
}
