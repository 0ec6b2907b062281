//! The one driver of the tests: a site in a folder, the program run on it, and what came out.
//!
//! A site is written file by file, then built or checked:
//!
//! ```text
//! let built = Site::in_english()
//!     .text("policy/leave/2024-04-01/en.md", "# Leave\n\nTwenty days.\n")
//!     .build();
//! assert!(built.output().page("en/policy/leave/").contains("Twenty days."));
//! ```

mod article;
pub mod leave;
mod output;
mod page;
mod preview;
pub mod refusal;
mod run;
pub mod tenure;
pub mod translation;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::rc::Rc;

use tempfile::TempDir;

pub use article::{Article, Block, Side};
pub use output::{Output, Snapshot};
pub use page::{Link, Page, has_scheme, resolve};
pub use preview::{Preview, of_site};
pub use run::{Built, Checked, Finding, Run};

/// The day that sites are built for unless a test says otherwise.
pub const DAY: &str = "2026-11-23";

/// The program.
pub fn canllaw() -> Command {
    Command::new(env!("CARGO_BIN_EXE_canllaw"))
}

/// The folder of this project: the example site.
pub fn project() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A site in a folder, and the folder that it is built into.
pub struct Site {
    folder: PathBuf,
    day: String,
    arguments: Vec<String>,
    /// Holds the output, and the site where it is the test's own; gone when the test ends.
    home: Rc<TempDir>,
}

impl Site {
    /// A site without any file.
    pub fn empty() -> Self {
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().join("site");
        fs::create_dir(&folder).unwrap();
        Site::in_home(folder, home)
    }

    /// A site in English, with no text yet.
    pub fn in_english() -> Self {
        Site::empty()
            .file(
                "site.yaml",
                "title: House rules\nbase_url: https://rules.example/\nlanguages: [en]\n",
            )
            .yaml("policy/section.yaml", "title: Policy\n")
    }

    /// A site in English and Welsh, with no text yet.
    pub fn in_two_languages() -> Self {
        let site = "\
title: {en: House rules, cy: Rheolau}
base_url: https://rules.example/
languages:
  - {code: en, name: English}
  - {code: cy, name: Cymraeg}
";
        Site::empty().file("site.yaml", site).yaml(
            "policy/section.yaml",
            "title: {en: Policy, cy: Polisi}\nslug: {en: policy, cy: polisi}\n",
        )
    }

    /// A site that lies in a folder already; it is not written to.
    pub fn at(folder: &Path) -> Self {
        Site::in_home(folder.to_owned(), tempfile::tempdir().unwrap())
    }

    /// The example site.
    pub fn example() -> Self {
        Site::at(project())
    }

    /// A copy of the example site, to be changed.
    pub fn copy_of_example() -> Self {
        let site = Site::empty();
        copy_tree(&project().join("content"), &site.folder.join("content"));
        fs::copy(project().join("site.yaml"), site.folder.join("site.yaml")).unwrap();
        site
    }

    fn in_home(folder: PathBuf, home: TempDir) -> Self {
        Site {
            folder,
            day: DAY.to_owned(),
            arguments: Vec::new(),
            home: Rc::new(home),
        }
    }

    /// The same site with a file, at a path from the site's folder.
    pub fn file(self, path: &str, contents: impl AsRef<[u8]>) -> Self {
        assert!(
            self.folder.starts_with(self.home.path()),
            "only a test's own site is written to"
        );
        let path = self.folder.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, contents).unwrap();
        self
    }

    /// The same site with a text, at a path below `content`.
    pub fn text(self, path: &str, markdown: impl AsRef<[u8]>) -> Self {
        self.file(&format!("content/{path}"), markdown)
    }

    /// The same site with a YAML file, at a path below `content`.
    pub fn yaml(self, path: &str, yaml: &str) -> Self {
        self.file(&format!("content/{path}"), yaml)
    }

    /// The same site with more lines at the end of `site.yaml`.
    pub fn setting(self, lines: &str) -> Self {
        let yaml = fs::read_to_string(self.folder.join("site.yaml")).unwrap();
        self.file("site.yaml", format!("{yaml}{lines}"))
    }

    /// The same site with each occurrence of a string in a file replaced by another.
    pub fn replaced(self, path: &str, old: &str, new: &str) -> Self {
        let text = fs::read_to_string(self.folder.join(path)).unwrap();
        assert!(text.contains(old), "{path} does not contain {old:?}");
        self.file(path, text.replace(old, new))
    }

    /// The same site with a symlink.
    pub fn symlink(self, path: &str, target: &Path) -> Self {
        let path = self.folder.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::os::unix::fs::symlink(target, path).unwrap();
        self
    }

    /// The same site without a file or folder.
    pub fn without(self, path: &str) -> Self {
        let path = self.folder.join(path);
        if path.is_dir() {
            fs::remove_dir_all(path).unwrap();
        } else {
            fs::remove_file(path).unwrap();
        }
        self
    }

    /// The same site, built for another day.
    pub fn on(mut self, day: &str) -> Self {
        day.clone_into(&mut self.day);
        self
    }

    /// The same site, with one more argument for `build`.
    pub fn argument(mut self, argument: &str) -> Self {
        self.arguments.push(argument.to_owned());
        self
    }

    /// The folder of the site.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The folder that the site is built into.
    pub fn output_folder(&self) -> PathBuf {
        self.home.path().join("public")
    }

    /// The command that builds it, not yet run.
    pub fn build_command(&self) -> Command {
        let mut command = canllaw();
        command
            .arg("build")
            .arg("--site")
            .arg(&self.folder)
            .arg("--output")
            .arg(self.output_folder())
            .args(["--on", &self.day])
            .args(&self.arguments);
        command
    }

    /// Builds it, whatever comes of it.
    pub fn try_build(&self) -> Built {
        let run = Run::of(&mut self.build_command());
        Built::new(run, self.output_folder(), Rc::clone(&self.home))
    }

    /// Builds it, which must go well.
    pub fn build(&self) -> Built {
        let built = self.try_build();
        built.run().must_succeed();
        built
    }

    /// Checks it.
    pub fn check(&self) -> Checked {
        let mut command = canllaw();
        command
            .arg("check")
            .arg("--site")
            .arg(&self.folder)
            .args(["--format", "json", "--on", &self.day]);
        Checked::new(Run::of(&mut command))
    }
}

/// Copies a folder with all that is in it.
pub fn copy_tree(from: &Path, to: &Path) {
    for entry in walkdir::WalkDir::new(from) {
        let entry = entry.unwrap();
        let target = to.join(entry.path().strip_prefix(from).unwrap());
        if entry.file_type().is_dir() {
            fs::create_dir_all(target).unwrap();
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}
