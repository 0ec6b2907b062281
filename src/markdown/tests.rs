use super::tree::{Content, Inline, Mark};
use super::*;

pub(super) fn read(text: &str) -> Parsed {
    let source = Source::new("en.md", text);
    parse(&source, 0, None, &ParseOptions::default())
}

fn given(text: &str, title: &str) -> Tree {
    let title = GivenTitle {
        text: title.to_owned(),
        span: 0..0,
    };
    parse(
        &Source::new("en.md", text),
        0,
        Some(title),
        &ParseOptions::default(),
    )
    .tree
}

/// The headings as `shown words`, the title with a star.
fn headings(tree: &Tree) -> Vec<String> {
    let mut found = Vec::new();
    tree.walk(&mut |block| {
        if let BlockKind::Heading { shown, title, .. } = &block.kind {
            let star = if *title { "*" } else { "" };
            found.push(format!("{shown}{star} {}", block.own_text()));
        }
    });
    found
}

/// The blocks in short: kinds and words.
pub(super) fn outline(blocks: &[Block]) -> String {
    let one = |block: &Block| {
        let name = match &block.kind {
            BlockKind::Heading { level, .. } => format!("h{level}"),
            BlockKind::Paragraph => "p".into(),
            BlockKind::List { start, tight } => {
                format!("list {start:?} {}", if *tight { "tight" } else { "loose" })
            }
            BlockKind::ListItem { number } => {
                number.map_or("item".into(), |number| format!("item {number}"))
            }
            BlockKind::Footnote { label, number } => format!("note {label} {number}"),
            BlockKind::TableRow { header } => {
                if *header {
                    "header".into()
                } else {
                    "row".into()
                }
            }
            BlockKind::Html { html, .. } => format!("html {html}"),
            kind => format!("{kind:?}")
                .split([' ', '{'])
                .next()
                .unwrap_or_default()
                .to_lowercase(),
        };
        let words = match block.inlines.is_empty() {
            true => String::new(),
            false => format!(" {:?}", block.own_text()),
        };
        let within = match block.children.is_empty() {
            true => String::new(),
            false => format!("({})", outline(&block.children)),
        };
        format!("{name}{words}{within}")
    };
    blocks.iter().map(one).collect::<Vec<_>>().join(", ")
}

/// The words of the first block, each run with the marks over it.
fn marked(text: &str) -> String {
    let tree = read(text).tree;
    let Some(block) = tree.blocks.first() else {
        return String::new();
    };
    let run = |inline: &Inline| {
        let names = inline.marks.iter().map(|&index| match &block.marks[index] {
            Mark::Emphasis => "em".to_owned(),
            Mark::Strong => "strong".to_owned(),
            Mark::Strikethrough => "s".to_owned(),
            Mark::Link { target, .. } => format!("a={target}"),
            Mark::Html { open, .. } => open.clone(),
        });
        let words = match &inline.content {
            Content::Html(html) => html.as_str(),
            Content::HardBreak => "/",
            content => content.text(),
        };
        format!("{}[{words}]", names.collect::<Vec<_>>().join("+"))
    };
    block.inlines.iter().map(run).collect()
}

#[test]
fn blocks_lie_in_each_other_as_written() {
    let text = "# A\n\n2. one\n   - two\n3. three\n\n> quote\n\n| a | b |\n|---|--:|\n| c | |\n\nterm\n: meaning\n";
    let expected = "h1 \"A\", list Some(2) tight(item 2(p \"one\", list None tight(item(p \"two\"))), item 3(p \"three\")), \
                    quote(p \"quote\"), table(header(tablecell \"a\", tablecell \"b\"), row(tablecell \"c\", tablecell)), \
                    definitionlist(definitionterm \"term\", definition(p \"meaning\"))";
    assert_eq!(outline(&read(text).tree.blocks), expected);
    assert_eq!(
        outline(&read("- a\n\n- b\n").tree.blocks),
        "list None loose(item(p \"a\"), item(p \"b\"))"
    );
}

#[test]
fn a_definition_begins_with_a_colon_and_white_space() {
    let text = "Not this:\n\n:warning: _that_\n\nterm\n:\tmeaning\n\n> words\n> :end: `:a`\n";
    let parsed = read(text);
    let expected = "p \"Not this:\", p \":warning: that\", \
                    definitionlist(definitionterm \"term\", definition(p \"meaning\")), \
                    quote(p \"words :end: :a\")";
    assert_eq!(outline(&parsed.tree.blocks), expected);
    let spans: Vec<&str> = parsed
        .tree
        .blocks
        .iter()
        .map(|block| text[block.span.clone()].trim_end())
        .collect();
    assert_eq!(spans[1], ":warning: _that_");
    assert_eq!(spans[3], "> words\n> :end: `:a`");
    let fenced = "term\n:```\n:code\n\n    :code\n";
    assert!(outline(&read(fenced).tree.blocks).contains(":code"));
}

#[test]
fn the_opening_heading_is_the_title_unless_another_is_given() {
    assert_eq!(
        headings(&read("# Leave\n## One\n").tree),
        ["1* Leave", "2 One"]
    );
    assert_eq!(
        headings(&read("# Leave\n## One\n# Two\n").tree),
        ["1* Leave", "3 One", "2 Two"]
    );
    assert_eq!(headings(&read("Text\n# Leave\n").tree), ["1 Leave"]);
    assert_eq!(
        headings(&given("## One\n###### Six\n", "Leave")),
        ["1* Leave", "2 One", "6 Six"]
    );
    assert_eq!(
        headings(&given("# Staff’s  leave\n## One\n", "Staff's leave")),
        ["1* Staff’s  leave", "2 One"]
    );
    assert_eq!(
        headings(&given("# Something else\n## One\n", "Leave")),
        ["1* Leave", "2 Something else", "3 One"]
    );
    assert_eq!(
        headings(&read("<!-- note -->\n# Leave\n").tree),
        ["1* Leave"]
    );
}

#[test]
fn braces_that_are_no_attributes_are_text() {
    let id = |text: &str| {
        let tree = read(text).tree;
        let BlockKind::Heading { id, .. } = &tree.blocks[0].kind else {
            panic!()
        };
        (tree.blocks[0].own_text(), id.clone())
    };
    assert_eq!(
        id("## Leave {#carry-over .wide}"),
        ("Leave".into(), Some("carry-over".into()))
    );
    assert_eq!(id("## Leave {.wide}"), ("Leave".into(), None));
    for text in [
        "Leave {: .wide}",
        "Leave {draft}",
        "Leave {{#tip}}",
        "Leave{#a}",
        "Leave {}",
    ] {
        assert_eq!(id(&format!("# {text}")), (text.to_owned(), None));
    }
}

#[test]
fn footnotes_are_numbered_by_first_reference_and_stand_at_the_end() {
    let text = "A[^b] and[^A].\n\n[^unused]: x\n\n[^a]: see[^c]\n[^b]: y\n\n[^c]: z\n\nLast.\n";
    let expected = "p \"A and.\", p \"Last.\", note b 1(p \"y\"), note a 2(p \"see\"), note c 3(p \"z\"), note unused 4(p \"x\")";
    assert_eq!(outline(&read(text).tree.blocks), expected);
}

#[test]
fn tags_within_a_line_become_marks_where_they_pair_up() {
    assert_eq!(
        marked("a<sub>2</sub> *b* **c `d`**"),
        "[a]<sub>[2][ ]em[b][ ]strong[c ]strong[d]"
    );
    assert_eq!(
        marked("a <b>b</b> <del>c</del> <ins>d</ins>"),
        "[a ]strong[b][ ]s[c][ ]<u>[d]"
    );
    assert_eq!(marked("a<br>b</br>c <wbr>"), "[a][/][b][/][c ][<wbr>]");
    assert_eq!(marked("a <sub>b *c</sub> d*"), "[a b ]em[c d]");
    assert_eq!(
        marked("a <u onclick=x title='t&eacute;\"'>b</u> </i>"),
        "[a ]<u title=\"té&quot;\">[b]"
    );
    assert_eq!(
        marked("<a href=\"b?c&amp;d\" name=x>e</a>"),
        "[<span id=\"x\"></span>]a=b?c&d[e]"
    );
    assert_eq!(marked("[a <a href=b>c</a>](d)"), "a=d[a c]");
    assert_eq!(
        marked("a <script>alert(1)</script> b <!-- c -->d"),
        "[a  b d]"
    );
    assert_eq!(marked("a <blink>b</blink>"), "[a b]");
    assert_eq!(
        marked("a<ul><li>b</li><li>*c*</li></ul>"),
        "[a][/][b][/]em[c]"
    );
}

#[test]
fn a_block_of_raw_html_is_made_safe_and_fits_the_page() {
    let html = |text: &str| {
        let tree = read(text).tree;
        match tree.blocks.into_iter().next_back().map(|block| block.kind) {
            Some(BlockKind::Html { html, text, .. }) => (html, text),
            _ => Default::default(),
        }
    };
    assert_eq!(
        html(
            "<ol style=\"list-style-type:lower-alpha\" class=x><li>a</li><li onclick=x>b &amp; c</li></ol>"
        ),
        (
            "<ol type=\"a\"><li>a</li><li>b &amp; c</li></ol>".into(),
            "a\nb & c".into()
        )
    );
    assert_eq!(
        html("# T\n\n<div><h1 id='a b'>A</h1><ins>b</ins> <del>c</del></div>"),
        (
            "<div><h2 id=\"a-b\">A</h2><u>b</u> <s>c</s></div>".into(),
            "A\nb c".into()
        )
    );
    assert_eq!(
        html("<table><caption>C</caption><tr><th scope=col colspan=2>a</th></tr></table>").0,
        "<div class=\"table-scroll\" data-table><table><caption>C</caption><tbody><tr><th scope=\"col\" colspan=\"2\">a</th></tr></tbody></table></div>"
    );
    assert_eq!(
        html("<div><script>x</script><a href='java&#115;cript:x'>b</a></div>").0,
        "<div><a>b</a></div>"
    );
    assert_eq!(
        html("<ol><li>a</li>b<ol><li>c</li></ol><li>d</li></ol>").0,
        "<ol><li>a<br>b<ol><li>c</li></ol></li><li>d</li></ol>"
    );
    assert_eq!(
        outline(
            &read("<details>\n<summary>A</summary>\n\n*b*\n\n</details>\n")
                .tree
                .blocks
        ),
        "html <div>\n<div>A</div>\n</div>, p \"b\""
    );
    assert_eq!(
        html("<details><summary>A</summary>b</details>").0,
        "<details><summary>A</summary>b</details>"
    );
    assert_eq!(read("<!-- only a comment -->\n").tree.blocks, []);
    assert_eq!(read("<script>\nx\n</script>\n").tree.blocks, []);
}

#[test]
fn a_table_or_list_of_raw_html_goes_on_after_a_blank_line() {
    let blocks = |text: &str| outline(&read(text).tree.blocks);
    let table = "<div class=\"table-scroll\" data-table><table>\n<tbody><tr><td>a</td></tr>\n\n<tr><td>b</td></tr>\n\n</tbody></table></div>";
    assert_eq!(
        blocks(
            "<table>\n<tr><td>a</td></tr>\n\n<tr><td>b</td></tr>\n\n</table>\n\n<p>c</p>\n\nd\n"
        ),
        format!("html {table}, html <p>c</p>, p \"d\"")
    );
    assert_eq!(
        blocks("- <ul>\n  <li>a</li>\n\n  <li>b</li>\n  </ul>\n\n<li>c</li>\n"),
        "list None tight(item(html <ul>\n<li>a\n\n</li><li>b\n</li></ul>)), html <div>c</div>"
    );
    // What is no HTML between its parts is no part of it.
    assert_eq!(
        blocks("<table>\n\nwords\n\n</table>\n"),
        "html <div class=\"table-scroll\" data-table><table>\n</table></div>, p \"words\""
    );
    let nested = "<table><tr><td><div>\n\n".repeat(300);
    let parsed = parse(
        &Source::new("en.md", nested),
        0,
        None,
        &ParseOptions::default(),
    );
    assert!(!parsed.findings.is_empty());
}

#[test]
fn a_site_may_show_raw_html_as_text_or_trust_it() {
    let page = |text: &str, html: RawHtml| {
        let parsed = parse(&Source::new("en.md", text), 0, None, &ParseOptions { html });
        assert_eq!(parsed.findings, []);
        let options = html::Options::default();
        let mut writer = html::Writer::new(&html::PlainLinks, &options);
        writer.blocks(&parsed.tree.blocks);
        writer.finish()
    };
    let text = "<div id=\"a b\" style=\"color:red\"><ins>a</ins></div>\n\nb <font color=x>c</font><!-- d -->\n";
    assert_eq!(
        page(text, RawHtml::Escape),
        "<p>&lt;div id=\"a b\" style=\"color:red\"&gt;&lt;ins&gt;a&lt;/ins&gt;&lt;/div&gt;</p>\n\
         <p>b &lt;font color=x&gt;c&lt;/font&gt;</p>\n"
    );
    assert_eq!(
        page(text, RawHtml::Trust),
        "<div id=\"a-b\" style=\"color:red\"><u>a</u></div>\n<p>b <font color=x>c</font></p>\n"
    );
}

#[test]
fn refused_html_is_found_at_its_place() {
    let found =
        read("a\n\n> b\n>\n> <div>\n> <p onclick=x>c</p>\n> </div>\n\nd <blink>e</blink>\n")
            .findings;
    let places: Vec<_> = found
        .iter()
        .map(|found| (found.place.line, found.place.column, found.place.width))
        .collect();
    assert_eq!(places, [(6, 3, 13), (9, 3, 7)]);
}

/// What is found in a text: its code, and the words that it is found at.
fn found_in(text: &str) -> Vec<(&'static str, &str)> {
    let lines: Vec<&str> = text.lines().collect();
    let found = read(text).findings.into_iter().map(|found| {
        let line = lines[found.place.line - 1];
        let from = line.char_indices().nth(found.place.column - 1).unwrap().0;
        let rest = &line[from..];
        let to = rest.char_indices().nth(found.place.width);
        (
            found.code.as_str(),
            &rest[..to.map_or(rest.len(), |(at, _)| at)],
        )
    });
    found.collect()
}

#[test]
fn cells_beyond_the_header_are_found() {
    let text = "\
> | Fee | Sum |
> |-----|-----|
> | a | b | from *May* | £10 |
> | `x|y` | c
> | a | b \\| c |  |
> | a | b | \\| d
> | a |
";
    let found = found_in(text);
    assert_eq!(
        found,
        [
            ("lost-cells", "from *May*"),
            ("lost-cells", "c"),
            ("lost-cells", "\\| d")
        ]
    );
    let first = &read(text).findings[0].message;
    assert!(first.contains("4 cells and its table 2"), "{first}");
}

#[test]
fn a_comment_without_end_is_found_where_it_begins() {
    for (text, opening) in [
        ("a\n\n<!-- to do -- >\n\nb\n", "<!--"),
        ("- a\n\n  <!-- c --> <!-- d\n\nb\n", "<!--"),
        ("<?php\n\nb\n", "<?"),
        ("<![CDATA[ a ]>\n\nb\n", "<![CDATA["),
        ("<!DOCTYPE html\n\nb\n", "<!"),
    ] {
        assert_eq!(found_in(text), [("unclosed-comment", opening)], "{text}");
    }
    let closed = "<!-->\n\n<!-- a\n\nb -->\n\n<!x>\n\n<? a ?>\n\nc <!-- d\n\n`<!-- e`\n";
    assert_eq!(found_in(closed), []);
}

#[test]
fn depth_is_bounded() {
    for text in [
        ">".repeat(100_000),
        "+ ".repeat(20_000) + "a",
        "*a **b ".repeat(2000) + &"b** a*".repeat(2000),
    ] {
        let parsed = read(&text);
        assert!(
            parsed
                .findings
                .iter()
                .any(|found| found.code == crate::diagnostic::Code::TooLarge),
            "{}",
            &text[..4]
        );
    }
}

/// Texts that would take very long, or very much of the stack, if anything here took the square of their
/// size, or called itself for each level. They come from those who attack programs that read Markdown.
#[test]
fn hostile_texts_end() {
    let many = 20_000;
    let texts = [
        "<div>".repeat(many),
        "<div>".repeat(many) + &"<a href=x>".repeat(many),
        "x ".to_owned() + &"<b>".repeat(many) + &"</i>".repeat(many),
        "x ".to_owned() + &"<b>".repeat(many) + &"</b>".repeat(many),
        "*a ".repeat(many) + &"b* ".repeat(many),
        "[a](b) ".repeat(many),
        "[".repeat(many),
        "![".repeat(many) + &"](x)".repeat(many),
        "a[^1]".repeat(many) + "\n\n[^1]: b",
        (0..many).map(|at| format!("[^{at}]: b\n\n")).collect(),
        "# a\n".repeat(many),
        "(a) b\n\n".repeat(many),
        "|".repeat(many) + "\n" + &"|-".repeat(many) + "\n",
        "`".repeat(many) + "a",
        "&amp;".repeat(many),
        "<!--".repeat(many),
        "1. ".repeat(many) + "a",
    ];
    for text in texts {
        let tree = read(&text).tree;
        let options = html::Options::default();
        let mut writer = html::Writer::new(&html::PlainLinks, &options);
        writer.blocks(&tree.blocks);
        writer.finish();
        links::collect(&tree);
        anchors::all(&tree);
    }
}
