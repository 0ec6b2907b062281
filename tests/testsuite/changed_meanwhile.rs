//! Files that are saved while a site is built: between reading it and making its pages.

use std::fs;

use crate::site::{Output, Site};
use canllaw::build::{self, BuildError, Job};
use canllaw::content::{self, Options, Reading};
use canllaw::source::Root;

const FOLDER: &str = "content/policy/leave/2024-04-01";

/// A build of a site of which one file was saved anew after it was read.
fn built_after_saving(site: &Site, path: &str, text: &str) -> Result<build::Built, BuildError> {
    built_after(site, || fs::write(site.folder().join(path), text).unwrap())
}

/// A build of a site to which something was done after it was read.
fn built_after(site: &Site, done: impl FnOnce()) -> Result<build::Built, BuildError> {
    let root = Root::open(site.folder()).unwrap();
    let mut found = Vec::new();
    let config = content::read_config(&root, &mut found).unwrap();
    let options = Options {
        on: jiff::civil::date(2026, 11, 23),
        drafts: false,
        reading: Reading::Whole,
    };
    let loaded = build::load(&root, config, options, found);
    done();
    build::build(&Job {
        root: &root,
        site: &loaded.site,
        trees: &loaded.trees,
        theme: loaded.theme.as_ref().unwrap(),
        output: &site.output_folder(),
        progress: &|_, _| {},
    })
}

#[test]
fn what_was_not_read_and_checked_is_not_published() {
    for path in ["en.md", "form.pdf"].map(|name| format!("{FOLDER}/{name}")) {
        let site = Site::in_english()
            .file(&format!("{FOLDER}/en.md"), "# Leave\n\nTwenty days.\n")
            .file(&format!("{FOLDER}/form.pdf"), "A form.");
        let before = site.build().output().snapshot();
        match built_after_saving(&site, &path, "# Leave\n\nThirty days.\n") {
            Err(BuildError::Content(found)) => {
                assert_eq!(found.len(), 1, "{found:?}");
                assert_eq!(found[0].place.path, path);
                assert!(found[0].message.contains("changed while"), "{found:?}");
            }
            other => panic!("{path}: {:?}", other.map(|built| built.pages)),
        }
        let after = Output::at(site.output_folder()).snapshot();
        assert!(before == after, "{path}");
    }
}

#[test]
fn what_was_saved_as_it_was_is_no_other() {
    let path = format!("{FOLDER}/en.md");
    let text = "# Leave\n\nTwenty days.\n";
    let site = Site::in_english().file(&path, text);
    assert!(built_after_saving(&site, &path, text).is_ok());
}

#[cfg(unix)]
#[test]
fn a_file_that_became_a_link_to_one_outside_is_not_published() {
    let outside = tempfile::NamedTempFile::new().unwrap();
    fs::write(outside.path(), "Not for readers.").unwrap();
    for path in [&format!("{FOLDER}/form.pdf"), "static/form.pdf"] {
        let site = Site::in_english()
            .file(&format!("{FOLDER}/en.md"), "# Leave\n\nTwenty days.\n")
            .file(path, "Not for readers.");
        let built = built_after(&site, || {
            fs::remove_file(site.folder().join(path)).unwrap();
            std::os::unix::fs::symlink(outside.path(), site.folder().join(path)).unwrap();
        });
        match built {
            Err(BuildError::Content(found)) => {
                assert_eq!(found.len(), 1, "{found:?}");
                assert_eq!(found[0].code.as_str(), "unsafe-path");
                assert_eq!(found[0].place.path, *path);
            }
            other => panic!("{path}: {:?}", other.map(|built| built.pages)),
        }
        assert!(!site.output_folder().exists(), "{path}");
    }
}
