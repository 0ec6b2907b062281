//! What programs read is as the schemas in `schemas/` say.

use std::fs;
use std::path::{Path, PathBuf};

use crate::site::{DAY, Site, canllaw, project};
use boon::{Compiler, SchemaIndex, Schemas};
use serde_json::Value;

/// A schema of this project.
struct Schema {
    schemas: Schemas,
    index: SchemaIndex,
}

impl Schema {
    fn read(name: &str) -> Self {
        let path = project().join("schemas").join(name);
        let written: Value = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
        let mut compiler = Compiler::new();
        compiler.add_resource(name, written).unwrap();
        let mut schemas = Schemas::new();
        let index = compiler.compile(name, &mut schemas).unwrap();
        Schema { schemas, index }
    }

    fn fault(&self, value: &Value) -> Option<String> {
        let result = self.schemas.validate(value, self.index);
        result.err().map(|fault| format!("{fault:#}"))
    }
}

fn output_of(arguments: &[&str], paths: &[&Path]) -> Value {
    let output = canllaw().args(arguments).args(paths).output().unwrap();
    let errors = String::from_utf8_lossy(&output.stderr);
    assert_ne!(output.status.code(), Some(2), "{errors}");
    serde_json::from_slice(&output.stdout).unwrap()
}

/// Pairs of files: the hard cases in each language.
fn cases() -> Vec<[PathBuf; 2]> {
    let folder = project().join("tests/comparison_cases");
    let mut pairs = Vec::new();
    for case in fs::read_dir(folder).unwrap() {
        let case = case.unwrap().path();
        for code in ["en", "cy"] {
            pairs.push(["old", "new"].map(|side| case.join(format!("{side}.{code}.md"))));
        }
    }
    assert!(pairs.len() >= 20, "{} pairs", pairs.len());
    pairs
}

#[test]
fn comparisons_conform() {
    let schema = Schema::read("diff.schema.json");
    for [old, new] in cases() {
        let value = output_of(&["diff", "--format", "json"], &[&old, &new]);
        assert_eq!(schema.fault(&value), None, "{}", new.display());
        assert!(!value["changes"].as_array().unwrap().is_empty());
        let same = output_of(&["diff", "--format", "json"], &[&old, &old]);
        assert_eq!(schema.fault(&same), None, "{}", old.display());
    }
}

#[test]
fn notes_and_what_is_in_one_text_alone_conform() {
    let schema = Schema::read("diff.schema.json");
    let home = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| {
        let path = home.path().join(name);
        fs::write(&path, text).unwrap();
        path
    };
    let old = write(
        "old.md",
        "1. Ask.\n2. Don't wait.\n\nSee item 2.\n\n```sh\nls\n```\n",
    );
    let new = write(
        "new.md",
        "---\ntitle: Rules\n---\n## 2 things\n\n1. Look.\n2. Ask.\n3. Don’t wait.\n\nSee item 2.\n\n```bash\nls -l\n```\n\n| a |\n|---|\n| b |\n\n![A map](map.png)\n",
    );
    let value = output_of(&["diff", "--format", "json"], &[&old, &new]);
    assert_eq!(schema.fault(&value), None);
    let codes: Vec<&str> = value["notes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|note| note["code"].as_str().unwrap())
        .collect();
    assert!(
        codes.contains(&"count-mismatch") && codes.contains(&"stale-reference"),
        "{codes:?}"
    );
    let back = output_of(&["diff", "--format", "json"], &[&new, &old]);
    assert_eq!(schema.fault(&back), None);
}

#[test]
fn findings_conform() {
    let schema = Schema::read("check.schema.json");
    let site = Site::copy_of_example()
        .file("content/policy/stray.pdf", "x")
        .yaml(
            "policy/using-social-media/2020/extra.yaml",
            "nothing: here\n",
        )
        .text(
            "policy/security/2030-01-01/en.md",
            "# Security\n\n[Nowhere](../../nowhere)\n",
        );
    let folder = site.folder();
    let arguments = ["check", "--format", "json", "--on", DAY, "--site"];
    let value = output_of(&arguments, &[folder]);
    assert_eq!(schema.fault(&value), None);
    assert!(!value["findings"].as_array().unwrap().is_empty());
    assert_eq!(schema.fault(&output_of(&arguments, &[project()])), None);
}

#[test]
fn a_fault_would_be_seen() {
    let schema = Schema::read("diff.schema.json");
    let [old, new] = cases().remove(0);
    let value = output_of(&["diff", "--format", "json"], &[&old, &new]);
    let spoil: [fn(&mut Value); 5] = [
        |value| value["schema"] = 2.into(),
        |value| value["changes"][0]["kinds"] = Value::Array(Vec::new()),
        |value| value["changes"][0]["surprise"] = 1.into(),
        |value| value["changes"][0]["new"] = serde_json::json!([{ "lines": [0, 1], "text": "" }]),
        |value| {
            value["counts"].as_object_mut().unwrap().remove("joined");
        },
    ];
    for (at, spoil) in spoil.iter().enumerate() {
        let mut spoilt = value.clone();
        spoil(&mut spoilt);
        assert!(schema.fault(&spoilt).is_some(), "spoilt in way {at}");
    }
}
