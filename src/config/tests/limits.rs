//! Files that are nothing like what they should be.

use proptest::prelude::*;

use super::super::*;
use super::*;
use crate::diagnostic::Code;
use crate::source::Source;

#[test]
fn files_that_would_grow_without_end_are_refused() {
    let mut laughs = "a: &a [x, x, x, x, x, x, x, x, x, x]\n".to_owned();
    for (name, next) in ["a", "b", "c", "d", "e", "f", "g"]
        .iter()
        .zip(["b", "c", "d", "e", "f", "g", "h"])
    {
        let aliases = vec![format!("*{name}"); 10].join(", ");
        laughs.push_str(&format!("{next}: &{next} [{aliases}]\n"));
    }
    let brackets = format!("a: {}", "[".repeat(100_000));
    let mut nested = String::new();
    for depth in 0..100 {
        nested.push_str(&format!("{}a:\n", " ".repeat(depth)));
    }
    for text in [laughs, brackets, nested] {
        let findings = of_version(&text).1;
        let codes: Vec<_> = findings.iter().map(|found| found.code).collect();
        assert_eq!(codes, [Code::TooLarge], "{}", rendered(findings)[0]);
    }
    let itself = of_version("reference: &a [*a]\n").1;
    assert_eq!(
        rendered(itself),
        ["1:16 invalid-yaml this alias (`*`) stands inside what it repeats",]
    );
}

/// Lines of the kinds that these files hold, whole and broken.
fn yaml_like() -> impl Strategy<Value = String> {
    let line = prop_oneof![
        "[ ]{0,4}(title|owner|tŷ|effective_from|on|en|cy|checks|languages|<<): ?[\\PC]{0,12}",
        "[ ]{0,4}- ?[\\PC]{0,8}",
        "[ \t]{0,3}[\\[\\]{},&*!|>'\"%@`#?:~ -]{1,8}",
        "(withdrawn|waiver|approved|change|title|words): [{\\[](on|en|cy|by): [\\PC]{0,8}[}\\]]",
        "(.|\n){0,16}",
    ];
    proptest::collection::vec(line, 0..10).prop_map(|lines| lines.join("\n"))
}

proptest! {
    #[test]
    fn whatever_is_typed_is_read_or_located(text in yaml_like()) {
        let source = Source::new("a.yaml", text.as_str());
        let length = source.text().len();
        let mut findings = Vec::new();
        if let Some(root) = yaml::parse(&source, 0..length, &mut findings) {
            assert_inside(&root, source.text());
        }
        for found in of_site(&text).1.into_iter().chain(of_document(&text).1).chain(of_version(&text).1) {
            let lines = source.text().split('\n').count();
            prop_assert!(found.place.line <= lines, "{:?}", found);
            let line = source.text().split('\n').nth(found.place.line - 1).unwrap_or_default();
            prop_assert!(found.place.column <= line.chars().count() + 1, "{:?}", found);
        }
    }
}

/// Each span is a piece of the text, and lies in that of what holds it unless an alias repeats it.
fn assert_inside(node: &yaml::Node, text: &str) {
    assert!(text.get(node.span.clone()).is_some(), "{node:?}");
    match &node.value {
        yaml::Value::List(items) => items.iter().for_each(|item| assert_inside(item, text)),
        yaml::Value::Mapping(entries) => {
            for (key, value) in entries {
                assert!(text.get(key.span.clone()).is_some(), "{key:?}");
                assert_inside(value, text);
            }
        }
        _ => {}
    }
}
