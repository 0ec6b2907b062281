//! The guide to themes names what each template gets: its last part is written from `src/page/view`,
//! comments included, and held to it here.
//!
//! `SNAPSHOTS=overwrite cargo test --test testsuite theme_guide::` writes it anew.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

/// What is written by hand ends here.
const MARK: &str = "## The data of each template\n";

/// Templates that no kind of page has to itself, and what they get.
const BESIDE_PAGES: &[(&str, &str)] = &[
    ("circulated.html", "CirculatedView"),
    ("search-result.html", "ResultView"),
];
/// Templates that others extend, and those of the preview, which belong to the program.
const WITHOUT_DATA: &[&str] = &[
    "base.html",
    "bare.html",
    "preview-bar.html",
    "preview-failure.html",
    "preview-faults.html",
    "preview-status.html",
];

/// A struct or an enum that templates see.
#[derive(Default)]
struct Shape {
    doc: String,
    is_enum: bool,
    /// Of an enum: the field that says which case it is, where its cases have fields.
    tag: Option<String>,
    fields: Vec<Field>,
}

/// A field, or a case of an enum.
struct Field {
    name: String,
    of_type: String,
    doc: String,
}

#[test]
fn the_guide_names_what_each_template_gets() {
    let shapes = shapes();
    let templates = templates(&shapes);
    assert_eq!(
        templates.keys().cloned().collect::<BTreeSet<_>>(),
        files_of_templates(),
        "each template is in the table of src/page/made.rs, or named in this test"
    );
    let guide = fs::read_to_string(root().join("themes/README.md")).unwrap();
    let by_hand = guide.split(MARK).next().unwrap();
    let written = format!("{by_hand}{MARK}{}", data(&shapes, &templates));
    snapbox::assert_data_eq!(written, snapbox::file!["../../themes/README.md"].raw());
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn files_of_templates() -> BTreeSet<String> {
    let files = fs::read_dir(root().join("themes/default/templates")).unwrap();
    let names = files.map(|file| file.unwrap().file_name().into_string().unwrap());
    names
        .filter(|name| is_named(name, "html") && !WITHOUT_DATA.contains(&name.as_str()))
        .collect()
}

fn is_named(path: impl AsRef<Path>, extension: &str) -> bool {
    path.as_ref()
        .extension()
        .is_some_and(|own| own == extension)
}

/// Each template, and the name of what it gets.
fn templates(shapes: &BTreeMap<String, Shape>) -> BTreeMap<String, String> {
    let source = fs::read_to_string(root().join("src/page/made.rs")).unwrap();
    let of_case = |case: &str| {
        let line = format!("    {case}(");
        let found = source
            .lines()
            .find_map(|of| of.strip_prefix(&line))
            .unwrap();
        let name = plain(found.trim_end_matches("),"));
        assert!(shapes.contains_key(&name), "src/page/view has no {name}");
        name
    };
    let cases = source.lines().filter_map(|line| {
        let (case, template) = line
            .trim()
            .strip_prefix("View::")?
            .split_once("(_) => \"")?;
        Some((template.trim_end_matches("\",").to_owned(), of_case(case)))
    });
    let beside = BESIDE_PAGES.iter();
    let beside = beside.map(|(template, name)| ((*template).to_owned(), (*name).to_owned()));
    cases.chain(beside).collect()
}

/// The last part of a path, without the box that it may be in.
fn plain(of_type: &str) -> String {
    let inside = of_type
        .strip_prefix("Box<")
        .map_or(of_type, |rest| rest.trim_end_matches('>'));
    inside.rsplit("::").next().unwrap().to_owned()
}

/// Everything that is declared in `src/page/view`.
fn shapes() -> BTreeMap<String, Shape> {
    let mut files = vec![root().join("src/page/view.rs")];
    let folder = fs::read_dir(root().join("src/page/view")).unwrap();
    files.extend(
        folder
            .map(|file| file.unwrap().path())
            .filter(|path| is_named(path, "rs")),
    );
    let mut shapes = BTreeMap::new();
    for file in files {
        read(&fs::read_to_string(&file).unwrap(), &file, &mut shapes);
    }
    shapes
}

/// Reads the declarations of a file, which `cargo fmt` has laid out: one field a line.
fn read(source: &str, file: &Path, shapes: &mut BTreeMap<String, Shape>) {
    let mut docs: Vec<&str> = Vec::new();
    let mut attributes = String::new();
    let mut open: Option<(String, Shape)> = None;
    for line in source.lines() {
        let written = line.trim();
        if let Some(doc) = written.strip_prefix("///") {
            docs.push(doc.trim());
        } else if written.starts_with("#[") {
            attributes.push_str(written);
        } else if let Some((name, is_enum)) = declared(line) {
            let doc = docs.join(" ");
            let tag = tag(&attributes);
            open = Some((
                name,
                Shape {
                    doc,
                    is_enum,
                    tag,
                    fields: Vec::new(),
                },
            ));
            docs.clear();
            attributes.clear();
        } else if line == "}" {
            if let Some((name, shape)) = open.take() {
                shapes.insert(name, shape);
            }
        } else if let Some((name, shape)) = &mut open {
            // Then what is serialised would not be what is declared.
            assert!(
                !attributes.contains("serde"),
                "{}: {name}: {attributes}",
                file.display()
            );
            shape
                .fields
                .extend(field(written, shape.is_enum, docs.join(" ")));
            docs.clear();
        } else {
            docs.clear();
            attributes.clear();
        }
    }
}

/// The name of the struct or enum that a line opens, and whether it is an enum.
fn declared(line: &str) -> Option<(String, bool)> {
    let line = line.strip_prefix("pub ")?.strip_suffix(" {")?;
    let (kind, name) = line.split_once(' ')?;
    matches!(kind, "struct" | "enum").then(|| (name.to_owned(), kind == "enum"))
}

fn tag(attributes: &str) -> Option<String> {
    let (_, rest) = attributes.split_once("tag = \"")?;
    Some(rest.split('"').next()?.to_owned())
}

fn field(written: &str, of_enum: bool, doc: String) -> Option<Field> {
    if let Some((name, of_type)) = written.trim_start_matches("pub ").split_once(": ") {
        let of_type = of_type.trim_end_matches(',').to_owned();
        return Some(Field {
            name: name.to_owned(),
            of_type,
            doc,
        });
    }
    let name = written.trim_end_matches([',', '{', ' ']);
    (of_enum && !name.is_empty() && name != "}").then(|| Field {
        name: kebab_case(name),
        of_type: String::new(),
        doc,
    })
}

fn kebab_case(name: &str) -> String {
    let mut written = String::new();
    for letter in name.chars() {
        if letter.is_uppercase() && !written.is_empty() {
            written.push('-');
        }
        written.extend(letter.to_lowercase());
    }
    written
}

/// The part of the guide that is written from the code.
fn data(shapes: &BTreeMap<String, Shape>, templates: &BTreeMap<String, String>) -> String {
    let mut out = String::from(
        "\nWritten from the code (`src/page/view`) and held to it by a test, which says how to write it anew.\n",
    );
    let mut named: VecDeque<String> = VecDeque::new();
    let mut told: BTreeSet<&str> = templates.values().map(String::as_str).collect();
    for (template, name) in templates {
        writeln!(out, "\n### {template}\n\n{}", shapes[name].doc).unwrap();
        named.extend(table(&mut out, shapes, &shapes[name]));
    }
    out.push_str("\n## What that data is made of\n");
    while let Some(name) = named.pop_front() {
        let (name, shape) = shapes.get_key_value(&name).unwrap();
        if told.insert(name) {
            writeln!(out, "\n### {name}\n\n{}", shape.doc).unwrap();
            named.extend(table(&mut out, shapes, shape));
        }
    }
    out
}

/// Writes the fields of a shape, and gives the names of the shapes that they have.
fn table(out: &mut String, shapes: &BTreeMap<String, Shape>, shape: &Shape) -> Vec<String> {
    let mut named = Vec::new();
    if let Some(tag) = &shape.tag {
        writeln!(
            out,
            "`{tag}` says which; each case has the fields below it."
        )
        .unwrap();
    } else if shape.is_enum {
        writeln!(out, "One of these words.").unwrap();
    }
    out.push('\n');
    for Field { name, of_type, doc } in &shape.fields {
        let kind = match of_type.as_str() {
            "" => String::new(),
            of_type => format!(" ({})", in_words(of_type, shapes, &mut named)),
        };
        // The fields of a case stand below it.
        let indent = if shape.is_enum && !of_type.is_empty() {
            "  "
        } else {
            ""
        };
        writeln!(out, "{indent}- `{name}`{kind}: {doc}").unwrap();
    }
    named
}

/// A type as somebody reads it who writes templates.
fn in_words(of_type: &str, shapes: &BTreeMap<String, Shape>, named: &mut Vec<String>) -> String {
    let inside = |name: &str| {
        let rest = of_type.strip_prefix(name)?.strip_prefix('<')?;
        rest.strip_suffix('>')
    };
    if let Some(inner) = inside("Option") {
        return format!("{}, or nothing", in_words(inner, shapes, named));
    }
    if let Some(inner) = inside("Vec") {
        return format!("list: {}", in_words(inner, shapes, named));
    }
    if let Some(inner) = inside("Box") {
        return in_words(inner, shapes, named);
    }
    match of_type {
        "String" | "&'static str" => "text".to_owned(),
        "bool" => "yes or no".to_owned(),
        "usize" | "u64" | "u32" | "u16" | "u8" | "i64" | "i32" | "i16" => "number".to_owned(),
        name => {
            assert!(shapes.contains_key(name), "what is {name}?");
            named.push(name.to_owned());
            format!("[{name}](#{})", name.to_lowercase())
        }
    }
}
