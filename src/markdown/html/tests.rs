use super::*;
use crate::markdown::{ParseOptions, parse};
use crate::source::Source;

fn html_with(text: &str, options: &Options) -> String {
    let tree = parse(
        &Source::new("en.md", text),
        0,
        None,
        &ParseOptions::default(),
    )
    .tree;
    let mut writer = Writer::new(&PlainLinks, options);
    writer.blocks(&tree.blocks);
    writer.finish()
}

fn html(text: &str) -> String {
    html_with(text, &Options::default())
}

#[test]
fn lists_say_their_numbers_and_tight_ones_have_no_paragraphs() {
    assert_eq!(
        html("3. a\n4. b\n"),
        "<ol>\n<li value=\"3\">a</li>\n<li value=\"4\">b</li>\n</ol>\n"
    );
    assert_eq!(
        html("- a\n  - b\n"),
        "<ul>\n<li>a<ul>\n<li>b</li>\n</ul>\n</li>\n</ul>\n"
    );
    assert_eq!(
        html("- a\n\n- b\n"),
        "<ul>\n<li><p>a</p>\n</li>\n<li><p>b</p>\n</li>\n</ul>\n"
    );
}

#[test]
fn tables_have_scopes_and_classes() {
    let expected = "<div class=\"table-scroll\" data-table><table>\n<thead>\n<tr><td></td>\n<th scope=\"col\" class=\"align-right\">b</th>\n</tr>\n</thead>\n\
                    <tbody>\n<tr><td>c</td>\n<td class=\"align-right\">d</td>\n</tr>\n</tbody>\n</table></div>\n";
    assert_eq!(html("| | b |\n|---|--:|\n| c | d |\n"), expected);
}

#[test]
fn marks_nest_and_words_are_escaped() {
    assert_eq!(
        html("*a **b** [c](d \"e\")* ~~f~~ `<g>`"),
        "<p><em>a <strong>b</strong> <a href=\"d\" title=\"e\">c</a></em> <s>f</s> <code>&lt;g&gt;</code></p>\n"
    );
    assert_eq!(
        html("[a](javascript:x) ![b](data:x) ![c\"](d)"),
        "<p>a b <img loading=\"lazy\" decoding=\"async\" src=\"d\" alt=\"c&quot;\"></p>\n"
    );
    assert_eq!(
        html("<div><a href=\"vbscript:x\">a</a> <a href=\"b\">c</a></div>"),
        "<div><a>a</a> <a href=\"b\">c</a></div>\n"
    );
}

#[test]
fn footnotes_are_linked_both_ways_beside_the_text() {
    let expected = "<p>a<sup class=\"footnote-reference\" data-aside><a href=\"#fn-x\" id=\"fnref-x\" role=\"doc-noteref\">1</a></sup></p>\n\
         <section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"Footnotes\">\n<ol>\n<li value=\"1\" id=\"fn-x\"><p>b</p>\n\
         <a href=\"#fnref-x\" class=\"footnote-back\" role=\"doc-backlink\" aria-label=\"Back to reference 1\" data-aside>↩\u{fe0e}</a>\n</li>\n</ol>\n</section>\n";
    assert_eq!(html("a[^x]\n\n[^x]: b\n"), expected);
    let bare = html_with(
        "# a[^x]\n\n[^x]: b\n",
        &Options {
            ids: false,
            ..Options::default()
        },
    );
    assert!(!bare.contains("id=") && !bare.contains("href"), "{bare}");
    let beside_another = html_with(
        "# a[^x]\n\n[^x]: b\n",
        &Options {
            footnotes_alone: true,
            prefix: "cy--".to_owned(),
            ..Options::default()
        },
    );
    assert_eq!(beside_another.matches("id=").count(), 2, "{beside_another}");
    for place in ["fn-x", "fnref-x"] {
        for at in [
            format!("id=\"cy--{place}\""),
            format!("href=\"#cy--{place}\""),
        ] {
            assert!(beside_another.contains(&at), "{at}: {beside_another}");
        }
    }
}

#[test]
fn aliases_stand_where_html_allows_them() {
    let text = "## a\n\n- b\n\n| c |\n|---|\n| d |\n";
    let mut tree = parse(
        &Source::new("en.md", text),
        0,
        None,
        &ParseOptions::default(),
    )
    .tree;
    for block in &mut tree.blocks {
        block.aliases.push("x".into());
    }
    tree.blocks[2].children[0].aliases.push("row".into());
    let mut writer = Writer::new(&PlainLinks, Box::leak(Box::default()));
    writer.blocks(&tree.blocks);
    let alias = |id: &str| format!("<span class=\"alias\" id=\"{id}\" data-aside></span>");
    let expected = [
        format!("<h2 id=\"a\">{}a</h2>", alias("x")),
        format!("{}<ul>\n<li>b</li>\n</ul>", alias("x")),
        format!(
            "{}<div class=\"table-scroll\" data-table><table>\n<thead>\n<tr><th scope=\"col\">{}c</th>",
            alias("x"),
            alias("row")
        ),
    ];
    let found = writer.finish();
    for part in expected {
        assert!(found.contains(&part), "{part}\n{found}");
    }
}

#[test]
fn an_id_of_the_caller_takes_the_element() {
    let tree = parse(
        &Source::new("en.md", "## a"),
        0,
        None,
        &ParseOptions::default(),
    )
    .tree;
    let options = Options::default();
    let mut writer = Writer::new(&PlainLinks, &options);
    writer.open(&tree.blocks[0], "id=\"change-1\"");
    writer.close(&tree.blocks[0]);
    assert_eq!(
        writer.finish(),
        "<h2 id=\"change-1\"><span class=\"alias\" id=\"a\" data-aside></span></h2>\n"
    );
}

#[test]
fn a_class_of_the_caller_stands_beside_the_cells_own() {
    let tree = parse(
        &Source::new("en.md", "| a |\n|--:|\n| b |\n"),
        0,
        None,
        &ParseOptions::default(),
    )
    .tree;
    let options = Options::default();
    let mut writer = Writer::new(&PlainLinks, &options);
    let cell = &tree.blocks[0].children[1].children[0];
    let style = CellStyle {
        header: false,
        alignment: Alignment::Right,
    };
    writer.open_cell(cell, style, "id=\"change-1\" class=\"change\"");
    writer.close(cell);
    assert_eq!(
        writer.finish(),
        "<td id=\"change-1\" class=\"align-right change\"></td>\n"
    );
}
