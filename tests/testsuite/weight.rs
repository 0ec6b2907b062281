//! What a reader's browser has to fetch stays small: pages, the stylesheet, the scripts; and the whole
//! output stays in proportion to the texts. Over the example, and over a real site where
//! `CANLLAW_CORPORA` names the folder of the sites.

use std::io::Write;
use std::path::{Path, PathBuf};

use crate::site::{Output, Page, Site};
use rayon::prelude::*;
use scraper::Selector;

/// The stylesheet, styles for code included, in bytes.
const STYLESHEET: usize = 30_000;
/// All scripts but those of search, in bytes.
const SCRIPTS: usize = 20_000;
/// What the search page fetches beside that before it finds anything, in bytes: its script and the engine.
const SEARCH: usize = 125_000;
/// A text's page without what its texts and their blocks need, in bytes of HTML.
const AROUND: usize = 30_000;
/// What each block of a text may add to the words in it, in bytes of HTML.
const A_BLOCK: usize = 120;
/// How many times the size of the texts the output may have.
const TIMES_THE_TEXTS: u64 = 12;

/// What begins a block of a text, as the source had it: a list or a table is its items and cells.
const BLOCKS: &str = "h1, h2, h3, h4, h5, h6, p, li, dt, dd, td, th, pre, blockquote, hr, caption";

#[test]
fn the_example_is_light() {
    let built = Site::example().build();
    let output = built.output();
    let stylesheet = output.bytes("assets/site.css").len();
    assert!(stylesheet <= STYLESHEET, "site.css: {stylesheet} bytes");
    let scripts = output.files().into_iter().filter(|path| is_script(path));
    let scripts: usize = scripts.map(|path| output.bytes(&path).len()).sum();
    assert!(scripts <= SCRIPTS, "scripts: {scripts} bytes");
    let search = [
        "assets/search.js",
        "pagefind/pagefind.js",
        "pagefind/en/1/wasm.en.pagefind",
    ];
    let search: usize = search.map(|path| output.bytes(path).len()).iter().sum();
    assert!(search <= SEARCH, "search: {search} bytes");
    assert_eq!(heavy_pages(output), [""; 0]);
}

#[test]
fn a_page_that_is_too_heavy_would_be_seen() {
    let hidden = format!("<p hidden data-more=\"{}\">", "x".repeat(2 * AROUND));
    let page = |text: &str| {
        format!(
            "<article data-document=\"policy/a\" data-version=\"2020\"><div class=\"text\">{text}</div></article>"
        )
    };
    assert!(is_light(&page("<p>Twenty days.</p>")));
    assert!(is_light(&page(&"Twenty days. ".repeat(AROUND))));
    assert!(!is_light(&page(&hidden)));
}

#[test]
fn a_real_site_stays_in_proportion_to_its_texts() {
    let Some(corpora) = std::env::var_os("CANLLAW_CORPORA") else {
        let line = b"SKIPPED a_real_site_stays_in_proportion_to_its_texts: CANLLAW_CORPORA names no folder of sites\n";
        std::io::stderr().write_all(line).unwrap();
        return;
    };
    let folder = PathBuf::from(corpora).join("site-policy");
    let built = Site::at(&folder).build();
    let output = built.output();
    assert_eq!(heavy_pages(output), [""; 0]);
    let texts = size_of(&folder.join("content"), |path| {
        path.extension().is_some_and(|extension| extension == "md")
    });
    let written = size_of(output.folder(), |_| true);
    assert!(
        written <= TIMES_THE_TEXTS * texts,
        "{written} bytes from {texts} bytes of texts"
    );
}

#[test]
fn twice_the_versions_are_twice_the_output() {
    let size = |versions: usize| {
        let rule = |version: usize| {
            format!("Rule {version} holds from then on, and the one before it does not.\n\n")
        };
        let site = (0..versions).fold(Site::in_two_languages(), |site, version| {
            let folder = format!("policy/leave/{}-04-01", 1950 + version);
            let text = format!(
                "# Leave\n\n{}",
                "Twenty days.\n\n".repeat(20) + &rule(version)
            );
            site.text(&format!("{folder}/en.md"), &text)
                .text(&format!("{folder}/cy.md"), &text)
        });
        size_of(site.build().output().folder(), |_| true)
    };
    let (once, twice) = (size(12), size(24));
    assert!(10 * twice <= 21 * once, "{twice} bytes after {once}");
}

fn is_script(path: &str) -> bool {
    path.starts_with("assets/") && path.ends_with(".js") && path != "assets/search.js"
}

/// The pages of texts that are heavier than they may be, with their sizes.
fn heavy_pages(output: &Output) -> Vec<String> {
    let pages = output.pages();
    let heavy = pages.par_iter().filter_map(|address| {
        let html = output.text(address);
        (!is_light(&html)).then(|| format!("{address}: {} bytes", html.len()))
    });
    heavy.collect()
}

/// Whether a page is as light as it must be; every page is that has no text of a version.
fn is_light(html: &str) -> bool {
    let page = Page::parse("", html);
    let articles = page.select("article[data-document][data-version]:not([data-both])");
    let [article] = articles.as_slice() else {
        return true;
    };
    let parts = Selector::parse(".text").unwrap();
    let text: usize = article
        .select(&parts)
        .flat_map(|part| part.text())
        .map(str::len)
        .sum();
    let blocks = article.select(&Selector::parse(BLOCKS).unwrap()).count();
    html.len() <= text + AROUND + A_BLOCK * blocks
}

fn size_of(folder: &Path, counts: impl Fn(&Path) -> bool) -> u64 {
    let files = walkdir::WalkDir::new(folder)
        .into_iter()
        .map(Result::unwrap);
    let files = files.filter(|entry| entry.file_type().is_file() && counts(entry.path()));
    files.map(|entry| entry.metadata().unwrap().len()).sum()
}
