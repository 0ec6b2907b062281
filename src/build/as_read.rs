//! Files as they were when the site was read: what is published is what was checked, and what its
//! fingerprint is of.

use super::Job;
use crate::content::{self, KeptTree, KeptTrees};
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::hash::Hash;
use crate::markdown::tree::Tree;
use crate::model::{Attachment, Site, Text};
use crate::page::Trees;
use crate::source::{Root, Source};

/// Trees of texts: those that were kept, and of the others their files read again.
pub(super) struct FileTrees<'a> {
    root: &'a Root,
    site: &'a Site,
    kept: &'a KeptTrees,
}

impl<'a> FileTrees<'a> {
    /// The trees of the site that is built.
    pub(super) fn new(job: &Job<'a>) -> Self {
        FileTrees {
            root: job.root,
            site: job.site,
            kept: job.trees,
        }
    }

    /// The tree of a text that was kept, if its file is as it was; else what its file says.
    fn kept_or_read(&self, text: &Text, kept: Option<KeptTree>) -> Result<Tree, Box<Diagnostic>> {
        if let Some(kept) = kept {
            // What was not written since need not be read to be known as the same.
            if self.root.stamp(&text.path) != Some(kept.stamp) {
                self.source(text)?;
            }
            return Ok(kept.tree);
        }
        // What there is to find was found when the facts were read.
        let mut found_before = Vec::new();
        let read = content::read_text(
            self.root,
            &text.path,
            self.site.config.html,
            &mut found_before,
        )?;
        check(text, &read.source)?;
        Ok(read.tree)
    }
}

impl Trees for FileTrees<'_> {
    fn tree(&self, text: &Text) -> Result<Tree, Box<Diagnostic>> {
        self.kept_or_read(text, self.kept.take(&text.path))
    }

    fn tree_for_now(&self, text: &Text) -> Result<Tree, Box<Diagnostic>> {
        self.kept_or_read(text, self.kept.copy(&text.path))
    }

    fn source(&self, text: &Text) -> Result<Source, Box<Diagnostic>> {
        let source = self.root.read_text(&text.path)?;
        check(text, &source)?;
        Ok(source)
    }
}

fn check(text: &Text, source: &Source) -> Result<(), Box<Diagnostic>> {
    match Hash::of(source.text()) == text.hash {
        true => Ok(()),
        false => Err(changed(&text.path)),
    }
}

/// Checks the hash of a copy of an attachment.
///
/// # Errors
/// When it is another by now than when the site was read.
pub(super) fn check_copy(file: &Attachment, copied: Hash) -> Result<(), Box<Diagnostic>> {
    match copied == file.hash {
        true => Ok(()),
        false => Err(changed(&file.path)),
    }
}

fn changed(path: &str) -> Box<Diagnostic> {
    let message = "this file was changed while the site was being built";
    let found = Diagnostic::new(Code::Unreadable, Place::whole(path), message);
    Box::new(found.help("Build again, once nobody is saving files in the site's folder."))
}
