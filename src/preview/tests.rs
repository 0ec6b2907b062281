//! How much work a page of a document with many versions is, counted.

use std::fs;
use std::sync::atomic::{AtomicUsize, Ordering};

use jiff::ToSpan;
use jiff::civil::Date;
use tempfile::TempDir;

use crate::content::{self, Options, Reading};
use crate::diagnostic::Diagnostic;
use crate::language::LanguageCode;
use crate::markdown::tree::Tree;
use crate::model::{LOOKS, Site, Text};
use crate::page::on_demand::{ChangingTrees, Demand, Memory};
use crate::page::wording::Value;
use crate::page::{Trees, Wording};
use crate::source::{Root, Source};

/// A site with one document, whose versions differ a little, in two languages.
struct Desk {
    root: Root,
    site: Site,
    ids: Vec<String>,
    _folder: TempDir,
}

impl Desk {
    fn with(versions: usize) -> Desk {
        let folder = tempfile::tempdir().unwrap();
        let config = "title: House rules\nlanguages: [{code: en, name: English}, {code: cy, name: Cymraeg}]\n";
        fs::write(folder.path().join("site.yaml"), config).unwrap();
        let first = Date::constant(2001, 1, 1);
        let days = (0..versions).map(|number| first + (number as i64).days());
        let ids: Vec<String> = days.map(|day| day.to_string()).collect();
        for (number, id) in ids.iter().enumerate() {
            let version = folder.path().join("content/policy/leave").join(id);
            fs::create_dir_all(&version).unwrap();
            for (language, title) in [("en", "Leave"), ("cy", "Gwyliau")] {
                let text = format!("# {title}\n\n## Part {number}\n\n{number}.\n");
                fs::write(version.join(format!("{language}.md")), text).unwrap();
            }
        }
        let root = Root::open(folder.path()).unwrap();
        let mut found = Vec::new();
        let config = content::read_config(&root, &mut found).unwrap();
        let options = Options {
            on: Date::constant(2026, 11, 23),
            drafts: false,
            reading: Reading::Whole,
        };
        let mut site = content::read(&root, config, options, &mut found);
        // As if every place of the document were linked to.
        for number in 0..versions {
            let anchor = format!("part-{number}");
            site.linked_anchors_mut().add("policy/leave", &anchor);
        }
        Desk {
            root,
            site,
            ids,
            _folder: folder,
        }
    }

    /// Makes a page with nothing kept, and says how much work it was.
    fn page(&self, rest: &str, saw_another_text: bool) -> Work {
        let trees = Counted {
            desk: self,
            read: AtomicUsize::new(0),
            saw_another_text,
        };
        let demand = Demand {
            site: &self.site,
            trees: &trees,
            wording: &NoWords,
            memory: &Memory::default(),
        };
        LOOKS.set(0);
        let address = format!("en/policy/leave/{rest}");
        let made = demand.page(&address).unwrap();
        assert!(made.is_some(), "{address}");
        Work {
            read: trees.read.into_inner(),
            looks: LOOKS.get(),
        }
    }
}

struct Work {
    /// Texts that were read.
    read: usize,
    /// How often it was looked for a text of a version.
    looks: usize,
}

struct Counted<'a> {
    desk: &'a Desk,
    read: AtomicUsize,
    saw_another_text: bool,
}

impl Trees for Counted<'_> {
    fn tree(&self, text: &Text) -> Result<Tree, Box<Diagnostic>> {
        self.read.fetch_add(1, Ordering::Relaxed);
        let html = self.desk.site.config.html;
        let read = content::read_source(self.source(text)?, html, &mut Vec::new())?;
        Ok(read.tree)
    }

    fn source(&self, text: &Text) -> Result<Source, Box<Diagnostic>> {
        self.desk.root.read_text(&text.path)
    }
}

impl ChangingTrees for Counted<'_> {
    fn saw_another_text(&self) -> bool {
        self.saw_another_text
    }
}

struct NoWords;

impl Wording for NoWords {
    fn text(&self, _: &LanguageCode, _: &str, _: &[(&str, Value<'_>)]) -> String {
        String::new()
    }
}

#[test]
fn the_work_for_a_page_grows_with_the_versions_and_no_faster() {
    let (few, many) = (Desk::with(20), Desk::with(80));
    let pages: [fn(&Desk) -> String; 4] = [
        |_| String::new(),
        |desk| format!("{}/", desk.ids[desk.ids.len() - 1]),
        |_| "changes/".to_owned(),
        |desk| {
            let [.., from, to] = &desk.ids[..] else {
                return String::new();
            };
            format!("changes/{from}/{to}/")
        },
    ];
    for address in pages {
        let [few, many] = [&few, &many].map(|desk| desk.page(&address(desk), false));
        assert!(
            many.looks <= few.looks * 5 && many.read <= few.read * 5,
            "of four times the versions {} looks and not {}, {} texts and not {}",
            many.looks,
            few.looks,
            many.read,
            few.read
        );
    }
}

#[test]
fn a_text_is_read_once_for_a_page_even_where_nothing_may_be_kept() {
    let desk = Desk::with(8);
    let last = format!("{}/", desk.ids[7]);
    assert_eq!(desk.page(&last, true).read, 2 * 8);
}
