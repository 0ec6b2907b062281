//! Files as they were when the site was read: what is published is what was checked, and what its
//! fingerprint is of.

use crate::content;
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::markdown::tree::Tree;
use crate::model::{Attachment, Site, Text, sha256};
use crate::page::Trees;
use crate::publish::Digest;
use crate::source::{Root, Source};

/// Reads the trees of texts from their files.
pub(super) struct FileTrees<'a> {
    root: &'a Root,
    site: &'a Site,
}

impl<'a> FileTrees<'a> {
    /// The trees of a site in a folder.
    pub(super) fn new(root: &'a Root, site: &'a Site) -> Self {
        FileTrees { root, site }
    }
}

impl Trees for FileTrees<'_> {
    fn tree(&self, text: &Text) -> Result<Tree, Box<Diagnostic>> {
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

    fn source(&self, text: &Text) -> Result<Source, Box<Diagnostic>> {
        let source = self.root.read_text(&text.path)?;
        check(text, &source)?;
        Ok(source)
    }
}

fn check(text: &Text, source: &Source) -> Result<(), Box<Diagnostic>> {
    match sha256(source.text().as_bytes()) == text.hash {
        true => Ok(()),
        false => Err(changed(&text.path)),
    }
}

/// Checks what a copy of an attachment was made of.
///
/// # Errors
/// When it is another by now than when the site was read.
pub(super) fn check_copy(file: &Attachment, copied: Digest) -> Result<(), Box<Diagnostic>> {
    match copied.bytes() == file.hash {
        true => Ok(()),
        false => Err(changed(&file.path)),
    }
}

fn changed(path: &str) -> Box<Diagnostic> {
    let message = "this file was changed while the site was being built";
    let found = Diagnostic::new(Code::Unreadable, Place::whole(path), message);
    Box::new(found.help("Build again, once nobody is saving files in the site's folder."))
}
