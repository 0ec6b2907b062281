//! What holds for every text: no panic, places within the source, well-formed and harmless HTML that says
//! what the tree says.

#![allow(
    clippy::disallowed_methods,
    reason = "the real texts lie outside the project, in a folder that the environment names"
)]

use proptest::prelude::*;

use super::strict;
use super::*;
use crate::markdown::tree::{Content, Tree};
use crate::markdown::{GivenTitle, ParseOptions, RawHtml, anchors, front_matter, parse};
use crate::source::Source;

/// Pieces that texts are made of, those that go wrong most often among them.
const PIECES: [&str; 107] = [
    "\n",
    "\n\n",
    " ",
    "    ",
    "\t",
    "# ",
    "## ",
    "###### ",
    "- ",
    "1. ",
    "7) ",
    "> ",
    "* ",
    "+ ",
    "---\n",
    "***",
    "***\n",
    "===\n",
    "*",
    "**",
    "_",
    "__",
    "~~",
    "~",
    "`",
    "```\n",
    "```rust\n",
    "~~~",
    "[",
    "]",
    "](",
    ")",
    "(",
    "[^1]",
    "[^1]: ",
    "[^b b]",
    "\n[^b b]: ",
    "![",
    "<",
    ">",
    "<b>",
    "</b>",
    "<a href='x'>",
    "<a name=x>",
    "</a>",
    "<br>",
    "</br>",
    "<img src=x alt='y'>",
    "<script>",
    "</script>",
    "<div>",
    "</div>",
    "<div id=a onclick=b>",
    "<table><tr><td>",
    "</table>",
    "<ins>",
    "</ins>",
    "<del>",
    "<p>",
    "</p>",
    "<!--",
    "-->",
    "<h1>",
    "</h1>",
    "<details>",
    "<summary>",
    "</details>",
    "<ol style='list-style-type:lower-alpha'>",
    "<li>",
    "<ul>",
    "</li>",
    "<td align=right style='text-align:left'>",
    "<svg><style>",
    "<math><mtext>",
    "<textarea>",
    "<u title='\">'>",
    "javascript:x",
    "<javascript:x>",
    "<http://a.example>",
    "<a@b.example>",
    "| a | b |\n|---|--:|\n",
    "| ",
    "|",
    "|---|\n",
    "\n: ",
    "term\n: ",
    "{#id}",
    "{: .x}",
    "{#a .b}",
    "5.2 ",
    "(a) ",
    "(i) ",
    "5.2 i. ",
    "&amp;",
    "&#0;",
    "&#13;",
    "&lt;",
    "&",
    "\\",
    "\u{0}",
    "\u{7}",
    "\u{85}",
    "ŵ",
    "e\u{301}",
    "“a”",
    "word",
    "Words and more",
];

fn texts() -> impl Strategy<Value = String> {
    let pieces = prop::collection::vec(prop::sample::select(PIECES.as_slice()), 0..40);
    prop_oneof![4 => pieces.prop_map(|pieces| pieces.concat()), 1 => any::<String>()]
}

/// Words without white space: where it stands is up to the page.
fn squeezed(text: &str) -> String {
    text.split_whitespace().collect()
}

fn words(tree: &Tree) -> String {
    let mut words = String::new();
    tree.walk(&mut |block| words.push_str(&block.own_text()));
    squeezed(&words)
}

fn written(tree: &Tree, options: &Options) -> String {
    let mut writer = Writer::new(&PlainLinks, options);
    writer.blocks(&tree.blocks);
    writer.finish()
}

fn check_places(source: &Source, tree: &Tree) -> Result<(), String> {
    let mut fault = None;
    tree.walk(&mut |block| {
        let inlines = block.inlines.iter().map(|inline| &inline.span);
        for span in std::iter::once(&block.span).chain(inlines) {
            if source.text().get(span.clone()).is_none() {
                fault = Some(format!("{span:?} of {:?}", block.kind));
            }
        }
        let marks = block.inlines.iter().flat_map(|inline| &inline.marks);
        if marks.into_iter().any(|&mark| mark >= block.marks.len()) {
            fault = Some("a mark that is not there".into());
        }
        for pair in block.inlines.windows(2) {
            let both = matches!(
                (&pair[0].content, &pair[1].content),
                (Content::Text(_), Content::Text(_))
            );
            if both && pair[0].marks == pair[1].marks {
                fault = Some(format!("{pair:?} is not joined"));
            }
        }
    });
    fault.map_or(Ok(()), Err)
}

/// Checks one text; the error says what does not hold.
fn check(text: &str, html: RawHtml) -> Result<(), String> {
    let source = Source::new("en.md", text);
    let body_start = front_matter::split(&source)
        .ok()
        .flatten()
        .map_or(0, |front| front.body_start);
    let title = (text.len() % 2 == 1).then(|| GivenTitle {
        text: "Title".into(),
        span: 0..0,
    });
    let tree = parse(&source, body_start, title, &ParseOptions { html }).tree;
    check_places(&source, &tree)?;
    let page = written(&tree, &Options::default());
    if html == RawHtml::Trust {
        return Ok(());
    }
    let read = strict::read(&page).map_err(|fault| format!("{fault}\n{page}"))?;
    if squeezed(&read.text) != words(&tree) {
        return Err(format!(
            "{}\n{}\n{page}",
            squeezed(&read.text),
            words(&tree)
        ));
    }
    for anchor in anchors::all(&tree) {
        if !read.ids.contains(&anchor) {
            return Err(format!("no id {anchor}\n{page}"));
        }
    }
    for target in read.local.iter().filter(|target| target.starts_with("fn")) {
        if !read.ids.contains(target) {
            return Err(format!("no id {target} for a footnote\n{page}"));
        }
    }
    let bare = written(
        &tree,
        &Options {
            ids: false,
            ..Options::default()
        },
    );
    match strict::read(&bare) {
        Ok(read) if read.ids.is_empty() => Ok(()),
        other => Err(format!("{other:?}\n{bare}")),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_text_gives_harmless_html_that_says_what_the_text_says(text in texts()) {
        for html in [RawHtml::Sanitise, RawHtml::Escape, RawHtml::Trust] {
            check(&text, html).map_err(|fault| TestCaseError::fail(format!("{html:?} {text:?}: {fault}")))?;
        }
    }
}

#[test]
fn the_real_texts_hold_to_it_too() {
    let Some(folder) = std::env::var_os("CANLLAW_CORPORA") else {
        eprintln!("SKIPPED: CANLLAW_CORPORA names no folder of real texts");
        return;
    };
    let mut checked = 0;
    for entry in walkdir::WalkDir::new(folder)
        .into_iter()
        .filter_map(Result::ok)
    {
        if entry
            .path()
            .extension()
            .is_some_and(|extension| extension == "md")
        {
            let text = std::fs::read_to_string(entry.path()).unwrap();
            if let Err(fault) = check(&text, RawHtml::Sanitise) {
                panic!(
                    "{}: {}",
                    entry.path().display(),
                    fault.chars().take(2000).collect::<String>()
                );
            }
            checked += 1;
        }
    }
    assert!(checked > 0, "no text was found");
}
