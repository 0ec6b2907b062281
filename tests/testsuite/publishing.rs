//! A build is whole or it did not happen: what publishing promises about an output folder.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, SystemTime};

use canllaw::publish::manifest::{self, Manifest};
use canllaw::publish::{Incoming, Inputs, PublishError, Published, Staging, atomic};
use rayon::prelude::*;

/// A folder with a site in it, whose output is `site/public`.
struct Desk {
    folder: tempfile::TempDir,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir_all(folder.path().join("site/content")).unwrap();
        Desk { folder }
    }

    /// A desk with a published site.
    fn with_site(files: &[(&str, &str)]) -> Self {
        let desk = Desk::new();
        desk.build(files).unwrap();
        desk
    }

    fn at(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    fn output(&self, path: &str) -> PathBuf {
        self.at("site/public").join(path)
    }

    fn prepare_at(&self, output: &Path) -> Result<Staging, PublishError> {
        let site = self.at("site");
        let inputs = Inputs {
            site: &site,
            folders: &[&site.join("content"), &site.join("static")],
        };
        Staging::prepare(output, &inputs)
    }

    fn prepare(&self) -> Staging {
        self.prepare_at(&self.at("site/public")).unwrap()
    }

    fn build(&self, files: &[(&str, &str)]) -> Result<Published, PublishError> {
        let staging = self.prepare();
        for (path, text) in files {
            staging.write(path, text.as_bytes())?;
        }
        staging.commit()
    }

    fn put(&self, path: &str, text: &str) {
        let path = self.at(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn read(&self, path: &str) -> String {
        fs::read_to_string(self.output(path)).unwrap()
    }

    /// The names beside the output, hidden ones too.
    fn names_beside(&self) -> Vec<String> {
        names_in(&self.at("site"))
    }
}

fn names_in(folder: &Path) -> Vec<String> {
    let names = fs::read_dir(folder).unwrap();
    let mut names: Vec<String> = names
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

/// Every path below a folder, with the bytes of files and `None` for folders.
fn tree(folder: &Path) -> BTreeMap<String, Option<Vec<u8>>> {
    let mut found = BTreeMap::new();
    for entry in walkdir::WalkDir::new(folder).min_depth(1) {
        let entry = entry.unwrap();
        let path = entry.path().strip_prefix(folder).unwrap();
        let bytes = entry
            .file_type()
            .is_file()
            .then(|| fs::read(entry.path()).unwrap());
        found.insert(path.to_str().unwrap().to_owned(), bytes);
    }
    found
}

fn on_disk(path: &Path) -> Incoming<'_, File> {
    let file = File::open(path).unwrap();
    Incoming {
        size: file.metadata().unwrap().len(),
        bytes: file,
        name: path,
    }
}

fn long_ago() -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000)
}

fn set_long_ago(path: &Path) {
    let file = File::options().write(true).open(path).unwrap();
    file.set_modified(long_ago()).unwrap();
}

fn modified(path: &Path) -> SystemTime {
    fs::metadata(path).unwrap().modified().unwrap()
}

#[test]
fn a_site_is_published_whole_with_the_list_of_its_files() {
    let desk = Desk::new();
    desk.put("site/form.pdf", &"ffurflen ".repeat(20_000));
    let staging = desk.prepare();
    let pages: Vec<String> = (0..300)
        .map(|at| format!("cy/tŷ {at}/index.html"))
        .collect();
    pages
        .par_iter()
        .try_for_each(|page| staging.write(page, page.as_bytes()))
        .unwrap();
    let form = desk.at("site/form.pdf");
    let copied = staging.copy_with_hash("files/form.pdf", on_disk(&form));
    let whole = fs::read(&form).unwrap();
    assert_eq!(copied.unwrap(), canllaw::hash::Hash::of(&whole));
    staging.write("empty", b"").unwrap();
    let published = staging.commit().unwrap();

    assert_eq!((published.written, published.unchanged), (302, 0));
    let listed = Manifest::read(&desk.output("")).unwrap().unwrap();
    assert_eq!(listed.paths().len(), 302);
    for path in listed.paths() {
        assert!(desk.output(path).is_file(), "{path}");
    }
    assert_eq!(desk.read(&pages[7]), pages[7]);
    assert_eq!(desk.names_beside(), ["content", "form.pdf", "public"]);
}

#[test]
fn a_build_that_stops_midway_leaves_the_earlier_site() {
    let desk = Desk::with_site(&[("index.html", "one"), ("old.html", "old")]);
    let before = tree(&desk.at("site"));

    let staging = desk.prepare();
    staging.write("index.html", b"two").unwrap();
    drop(staging);
    assert_eq!(tree(&desk.at("site")), before);

    let staging = desk.prepare();
    staging.write("index.html", b"two").unwrap();
    // A folder opens, and is not read.
    let folder = desk.at("site/content");
    assert!(staging.copy_file("none.pdf", on_disk(&folder)).is_err());
    let fault = staging.commit().unwrap_err();
    assert!(matches!(fault, PublishError::Incomplete { .. }), "{fault}");
    assert_eq!(tree(&desk.at("site")), before);
}

#[test]
fn files_with_the_same_bytes_keep_their_times() {
    let desk = Desk::with_site(&[("a/same", "same"), ("a/edited", "12"), ("a/gone/x", "x")]);
    desk.put("site/form.pdf", "form");
    let with_form = |edited: &str| {
        let staging = desk.prepare();
        staging.write("a/same", b"same").unwrap();
        staging.write("a/edited", edited.as_bytes()).unwrap();
        staging
            .copy_file("form.pdf", on_disk(&desk.at("site/form.pdf")))
            .unwrap();
        staging.commit().unwrap()
    };
    with_form("12");
    for path in ["a/same", "a/edited", "form.pdf", manifest::FILE_NAME] {
        set_long_ago(&desk.output(path));
    }
    let published = with_form("12");
    assert_eq!((published.written, published.unchanged), (0, 3));
    assert_eq!(modified(&desk.output(manifest::FILE_NAME)), long_ago());

    let published = with_form("21");
    assert_eq!((published.written, published.unchanged), (1, 2));
    assert_eq!(desk.read("a/edited"), "21");
    assert_eq!(modified(&desk.output("a/same")), long_ago());
    assert_eq!(modified(&desk.output("form.pdf")), long_ago());
    assert_ne!(modified(&desk.output("a/edited")), long_ago());
}

#[test]
fn what_a_build_no_longer_has_is_removed() {
    let desk = Desk::with_site(&[("index.html", "1"), ("old/deep/x", "2"), ("old.html", "3")]);
    let published = desk
        .build(&[("index.html", "1"), ("new.html", "4")])
        .unwrap();
    assert_eq!(
        published,
        Published {
            written: 1,
            unchanged: 1,
            removed: 2,
            carried_over: 0,
            left_behind: None
        }
    );
    let names: Vec<String> = tree(&desk.output("")).into_keys().collect();
    assert_eq!(names, [".canllaw-manifest", "index.html", "new.html"]);
}

#[test]
fn a_page_that_was_edited_in_the_output_is_written_again() {
    let desk = Desk::with_site(&[("index.html", "as built")]);
    desk.put("site/public/index.html", "by hand!");
    desk.build(&[("index.html", "as built")]).unwrap();
    assert_eq!(desk.read("index.html"), "as built");
}

#[test]
fn what_others_put_into_the_output_is_carried_over() {
    let desk = Desk::with_site(&[("index.html", "1"), ("en/old/index.html", "2")]);
    desk.put("site/public/.git/config", "git");
    desk.put("site/public/en/old/notes.txt", "notes");
    fs::create_dir(desk.output("uploads")).unwrap();
    set_long_ago(&desk.output(".git/config"));
    std::os::unix::fs::symlink("index.html", desk.output("start.html")).unwrap();

    for build in ["3", "4"] {
        let published = desk.build(&[("index.html", build)]).unwrap();
        assert_eq!(published.carried_over, 3);
        assert_eq!(desk.read("en/old/notes.txt"), "notes");
        assert!(!desk.output("en/old/index.html").exists());
        assert_eq!(modified(&desk.output(".git/config")), long_ago());
        assert!(desk.output("uploads").is_dir());
        assert_eq!(
            fs::read_link(desk.output("start.html")).unwrap(),
            Path::new("index.html")
        );
    }
}

#[test]
fn what_others_put_there_is_never_written_over() {
    for (theirs, ours) in [
        ("robots.txt", "robots.txt"),
        ("en", "en/index.html"),
        ("en/index.html", "en"),
    ] {
        let desk = Desk::with_site(&[("index.html", "1")]);
        desk.put(&format!("site/public/{theirs}"), "theirs");
        let before = tree(&desk.at("site"));
        let fault = desk
            .build(&[("index.html", "2"), (ours, "theirs")])
            .unwrap_err();
        assert!(matches!(fault, PublishError::Foreign { .. }), "{fault}");
        assert!(fault.to_string().contains(theirs), "{fault}");
        assert_eq!(tree(&desk.at("site")), before);
    }
}

#[test]
fn what_is_put_there_during_the_first_build_is_kept() {
    let desk = Desk::new();
    let staging = desk.prepare();
    staging.write("index.html", b"1").unwrap();
    desk.put("site/public/theirs.txt", "theirs");
    assert_eq!(staging.commit().unwrap().carried_over, 1);
    assert_eq!(desk.read("theirs.txt"), "theirs");
    assert_eq!(desk.read("index.html"), "1");
}

#[test]
fn folders_that_are_not_for_an_output_are_refused() {
    let desk = Desk::new();
    desk.put("letters/letter.txt", "Dear");
    let inside_site = desk.at("site/content/../../site");
    let refused = [
        ("letters", "did not write, such as letter.txt"),
        ("letters/letter.txt", "is a file"),
        ("letters/letter.txt/public", "cannot find"),
        ("site", "which the site is built from"),
        (
            inside_site.to_str().unwrap(),
            "which the site is built from",
        ),
        ("site/content", "which the site is built from"),
        ("site/static", "which the site is built from"),
        ("site/content/public", "lies in"),
        ("site/static/public", "lies in"),
        (".", "which the site is built from"),
        ("/", "no name of its own"),
        ("absent/..", "cannot find"),
    ];
    let before = tree(desk.folder.path());
    for (output, words) in refused {
        let fault = desk.prepare_at(&desk.at(output)).unwrap_err();
        assert!(fault.to_string().contains(words), "{output}: {fault}");
        assert!(!fault.help().is_empty());
        assert_eq!(tree(desk.folder.path()), before, "{output}");
    }
}

#[test]
fn an_output_may_be_absent_or_empty_and_anywhere_else() {
    let desk = Desk::new();
    fs::create_dir(desk.at("empty")).unwrap();
    for output in ["empty", "new", "a/b/new", "site/public", "site/contents"] {
        let staging = desk.prepare_at(&desk.at(output)).unwrap();
        staging.write("index.html", b"1").unwrap();
        staging.commit().unwrap();
        assert!(desk.at(output).join("index.html").is_file(), "{output}");
    }
}

#[test]
fn a_linked_output_is_published_where_the_link_leads() {
    use std::os::unix::fs::symlink;
    let desk = Desk::new();
    fs::create_dir(desk.at("srv")).unwrap();
    symlink("../srv/www", desk.at("site/public")).unwrap();
    for text in ["1", "2"] {
        desk.build(&[("index.html", text)]).unwrap();
        assert!(desk.at("site/public").is_symlink());
        assert_eq!(
            fs::read_to_string(desk.at("srv/www/index.html")).unwrap(),
            text
        );
        assert_eq!(names_in(&desk.at("srv")), ["www"]);
    }
    symlink("content", desk.at("site/linked")).unwrap();
    let fault = desk.prepare_at(&desk.at("site/linked")).unwrap_err();
    assert!(matches!(fault, PublishError::HoldsInput { .. }), "{fault}");
    symlink("loop", desk.at("loop")).unwrap();
    assert!(desk.prepare_at(&desk.at("loop")).is_err());
}

#[test]
fn the_output_folder_has_the_permissions_of_the_earlier_one_or_of_any_new_folder() {
    use std::os::unix::fs::PermissionsExt;
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o7777;
    let desk = Desk::with_site(&[("a/index.html", "1")]);
    assert_eq!(mode(&desk.output("")), mode(&desk.at("site/content")));
    assert_eq!(mode(&desk.output("a")), mode(&desk.at("site/content")));
    desk.put("site/plain", "");
    assert_eq!(
        mode(&desk.output("a/index.html")),
        mode(&desk.at("site/plain"))
    );

    fs::set_permissions(desk.output(""), PermissionsExt::from_mode(0o2750)).unwrap();
    desk.build(&[("a/index.html", "2")]).unwrap();
    assert_eq!(mode(&desk.output("")), 0o2750);
}

#[test]
fn a_second_build_of_the_same_output_is_told_to_wait() {
    let desk = Desk::new();
    let first = desk.prepare();
    first.write("index.html", b"first").unwrap();
    let fault = desk.prepare_at(&desk.at("site/public")).unwrap_err();
    assert!(matches!(fault, PublishError::InUse { .. }), "{fault}");
    assert!(desk.prepare_at(&desk.at("site/other")).is_ok());
    first.commit().unwrap();
    assert_eq!(desk.read("index.html"), "first");
    desk.build(&[("index.html", "second")]).unwrap();
}

#[test]
fn paths_that_are_unsafe_or_taken_are_refused() {
    let desk = Desk::new();
    for path in ["../x", "/x", "a/../../x", "a\nb", ".canllaw-manifest"] {
        let fault = desk.prepare().write(path, b"x").unwrap_err();
        assert!(matches!(fault, PublishError::UnsafePath { .. }), "{fault}");
    }
    for (first, second) in [("a", "a"), ("a", "a/b"), ("a/b", "a")] {
        let staging = desk.prepare();
        staging.write(first, b"1").unwrap();
        let fault = staging.write(second, b"2").unwrap_err();
        assert!(matches!(fault, PublishError::SamePath { .. }), "{fault}");
        assert!(staging.commit().is_err());
    }
    assert_eq!(desk.names_beside(), ["content"]);
}

#[test]
fn a_damaged_list_stops_the_build_and_says_where() {
    let desk = Desk::with_site(&[("index.html", "1"), ("x.html", "2")]);
    let list = desk.output(manifest::FILE_NAME);
    let whole = fs::read_to_string(&list).unwrap();
    fs::write(&list, whole.replace("x.html", "../x.html")).unwrap();
    let before = tree(&desk.at("site"));
    let fault = desk.prepare_at(&desk.at("site/public")).unwrap_err();
    assert!(
        fault.to_string().contains(".canllaw-manifest, line 3"),
        "{fault}"
    );
    assert!(fault.help().contains("build again"), "{}", fault.help());
    assert_eq!(tree(&desk.at("site")), before);

    fs::write(&list, "canllaw-manifest 3: other\n").unwrap();
    let fault = desk.prepare_at(&desk.at("site/public")).unwrap_err();
    assert!(
        matches!(fault, PublishError::NewerManifest { .. }),
        "{fault}"
    );
}

#[test]
fn a_single_file_is_replaced_whole_and_keeps_its_permissions() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("version.yaml");
    atomic::replace_file(&path, b"one").unwrap();
    let plain = folder.path().join("plain");
    fs::write(&plain, "").unwrap();
    let permissions = |path: &Path| fs::metadata(path).unwrap().permissions();
    assert_eq!(permissions(&path), permissions(&plain));

    let mut read_only = permissions(&path);
    read_only.set_readonly(true);
    fs::set_permissions(&path, read_only).unwrap();
    assert!(atomic::replace_file(&path, b"two").is_err());
    assert_eq!(fs::read(&path).unwrap(), b"one");
    assert!(atomic::replace_file(folder.path(), b"two").is_err());
    assert!(atomic::replace_file(&folder.path().join("none/x"), b"two").is_err());
    assert_eq!(names_in(folder.path()), ["plain", "version.yaml"]);
}

#[test]
fn a_single_file_is_replaced_where_its_link_leads() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let folder = tempfile::tempdir().unwrap();
    let (file, link) = (folder.path().join("file"), folder.path().join("link"));
    symlink("file", &link).unwrap();
    for (text, mode) in [("one", 0o640), ("two", 0o604)] {
        atomic::replace_file(&link, text.as_bytes()).unwrap();
        assert!(link.is_symlink());
        assert_eq!(fs::read_to_string(&file).unwrap(), text);
        fs::set_permissions(&file, PermissionsExt::from_mode(mode)).unwrap();
    }
    atomic::replace_file(&file, b"three").unwrap();
    let kept = fs::metadata(&file).unwrap().permissions().mode();
    assert_eq!(kept & 0o777, 0o604);
}

/// What the child of the test below is told: the site's folder, and which edition to begin with.
const CHILD_SITE: &str = "CANLLAW_TEST_CHILD_SITE";
const CHILD_BEGINS: &str = "CANLLAW_TEST_CHILD_BEGINS";

/// One of two sites that share some files and differ in others.
fn edition(at: usize) -> Vec<(String, String)> {
    let edition = at % 2;
    let pages = (0..40 + 10 * edition).map(|page| {
        let text = if page < 10 {
            "shared"
        } else {
            ["even", "odd"][edition]
        };
        (
            format!("en/{}/{page}/index.html", page % 7),
            text.repeat(page),
        )
    });
    pages.collect()
}

fn build_edition(desk_site: &Path, at: usize, mut note: impl FnMut()) {
    let inputs = Inputs {
        site: desk_site,
        folders: &[],
    };
    let staging = Staging::prepare(&desk_site.join("public"), &inputs).unwrap();
    for (path, text) in edition(at) {
        staging.write(&path, text.as_bytes()).unwrap();
        note();
    }
    staging.commit().unwrap();
    note();
}

/// What the child does: it builds until it is killed, and says each step.
fn build_for_ever(site: &Path, first: usize) {
    let mut output = std::io::stdout();
    for at in first.. {
        build_edition(site, at, || {
            output.write_all(b"step\n").unwrap();
            output.flush().unwrap();
        });
    }
}

/// Starts this program once more, with the test below alone, as the child.
fn start_child(site: &Path, first: usize) -> std::process::Child {
    Command::new(std::env::current_exe().unwrap())
        .args([
            "--exact",
            "publishing::a_build_killed_at_any_moment_leaves_a_whole_site",
            "--nocapture",
        ])
        .env(CHILD_SITE, site)
        .env(CHILD_BEGINS, first.to_string())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

/// Lets a child take some steps and kills it, a few turns later so that kills fall inside steps too.
fn kill_after(site: &Path, first: usize, steps: usize, turns: usize) {
    let mut child = start_child(site, first);
    let lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let seen = lines
        .map(Result::unwrap)
        .filter(|line| line.ends_with("step"));
    assert_eq!(
        seen.take(steps).count(),
        steps,
        "the child stopped by itself"
    );
    for _ in 0..turns {
        std::hint::spin_loop();
    }
    child.kill().unwrap();
    child.wait().unwrap();
}

#[test]
fn a_build_killed_at_any_moment_leaves_a_whole_site() {
    if let Some(site) = std::env::var_os(CHILD_SITE) {
        let first = std::env::var(CHILD_BEGINS).unwrap().parse().unwrap();
        return build_for_ever(Path::new(&site), first);
    }
    let desk = Desk::new();
    let site = desk.at("site");
    let whole: Vec<_> = (0..2)
        .map(|at| {
            build_edition(&site, at, || {});
            desk.put("site/public/theirs.txt", "theirs");
            tree(&desk.output(""))
        })
        .collect();
    assert_ne!(whole[0], whole[1]);

    let mut left_behind = 0;
    for round in 0..40 {
        let first = round / 2;
        // Every other time when the first edition's files are all written: in the midst of its commit.
        let steps = [edition(first).len(), 1 + round * 37 % 110][round % 2];
        kill_after(&site, first, steps, round * round * 64);
        let found = tree(&desk.output(""));
        assert!(whole.contains(&found), "round {round}: {:?}", found.keys());
        left_behind += desk.names_beside().len() - ["content", "public"].len();
    }
    assert!(left_behind > 0, "no build was killed while it was running");
    build_edition(&site, 0, || {});
    assert_eq!(tree(&desk.output("")), whole[0]);
    assert_eq!(desk.names_beside(), ["content", "public"]);
}
