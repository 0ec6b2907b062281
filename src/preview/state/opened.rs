//! The first moment of a preview: pages are answered once every text is read as far as its title, and the
//! rest is read meanwhile.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::read::{Read, read};
use super::{Loading, Reloaded, State, SurveyCell, Today};
use crate::content::{self, Anew, Options, Reading};
use crate::model::{Document, Part, Site, Version};
use crate::source::Root;

/// A site that is being read to the end of its texts.
pub(in crate::preview) struct Rest {
    root: Root,
    today: Today,
}

impl Rest {
    /// Reads it. It takes as long as a build takes to read its texts, and holds nothing up.
    pub fn read(&self) -> Result<Whole, Loading> {
        read(&self.root, &self.today, Reading::Whole).map(Whole)
    }
}

/// A site that was read to the end of its texts.
pub(in crate::preview) struct Whole(Read);

impl State {
    /// Reads the site in a folder, drafts and versions to come included, each text as far as its title.
    /// Its pages are right; what is wrong with the texts, and where they link to, is known once [`Rest`] is
    /// read.
    ///
    /// # Errors
    /// When there is no `site.yaml` that can be read, or no theme that works.
    pub fn open(root: Root, today: Today) -> Result<State, Loading> {
        let read = read(&root, &today, Reading::Openings)?;
        let mut state = State::of(root, today, read)?;
        state.read_ahead = Some(BTreeSet::new());
        Ok(state)
    }

    /// What is still to be read.
    pub(in crate::preview) fn rest(&self) -> Rest {
        Rest {
            root: self.root.clone(),
            today: Arc::clone(&self.today),
        }
    }

    /// Takes the site as it was read to the end of its texts. Open pages stay as they are, unless something
    /// covers them, or a file changed while the site was read.
    pub(in crate::preview) fn complete(&mut self, whole: Result<Whole, Loading>) -> Reloaded {
        let generation = self.generation;
        let whole = whole.and_then(|Whole(read)| {
            let is_as_opened = is_as_opened(&self.site, &read.site);
            let state = State::of(self.root.clone(), Arc::clone(&self.today), read)?;
            Ok((state, is_as_opened))
        });
        let is_as_opened = match whole {
            Ok((state, is_as_opened)) => {
                *self = state;
                is_as_opened
            }
            Err(Loading(found)) => {
                self.is_behind = true;
                self.findings.behind = found;
                false
            }
        };
        self.read_ahead = None;
        self.survey = SurveyCell::default();
        let covering = self.faults().len();
        let must_look_again = covering > 0 || !is_as_opened;
        self.generation = generation + u64::from(must_look_again);
        Reloaded {
            findings: self.findings(),
            covering,
            pages: Vec::new(),
            generation: self.generation,
        }
    }

    /// The document that is to be read to the end of its texts before the page at an address is made.
    pub(in crate::preview) fn document_to_read(&self, address: &str) -> Option<usize> {
        let read = self.read_ahead.as_ref()?;
        match self.site.locate(address)?.part {
            Part::Document(at) if !read.contains(&at) => Some(at),
            _ => None,
        }
    }

    /// Reads a document to the end of its texts. What is wrong with it is told with the rest.
    pub(in crate::preview) fn read_ahead(&mut self, at: usize) {
        let Some(read) = &mut self.read_ahead else {
            return;
        };
        read.insert(at);
        let options = Options {
            on: self.site.on,
            drafts: true,
            reading: Reading::Whole,
        };
        let anew = content::read_document(&self.root, &self.site, at, options, &mut Vec::new());
        if let Anew::Document(document) = anew {
            self.site.replace_document(at, *document);
        }
    }
}

/// Whether a site shows what it did when its texts were read as far as their titles.
fn is_as_opened(opened: &Site, whole: &Site) -> bool {
    let versions = |document: &Document| -> Vec<_> {
        let as_read = |version: &Version| (version.id.clone(), version.fingerprint);
        document.versions.iter().map(as_read).collect()
    };
    let documents = |site: &Site| -> Vec<_> {
        let as_read = |it: &Document| (it.id.clone(), it.config.clone(), versions(it));
        site.documents.iter().map(as_read).collect()
    };
    opened.config == whole.config
        && opened.sections == whole.sections
        && opened.pages == whole.pages
        && opened.redirects == whole.redirects
        && opened.documents.len() == whole.documents.len()
        && documents(opened) == documents(whole)
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use jiff::civil::date;

    use super::*;

    fn open(folder: &Path) -> State {
        let root = Root::open(folder).unwrap();
        State::open(root, Arc::new(|_| date(2026, 11, 23))).unwrap()
    }

    /// A document as it is shown, without what only its own page needs.
    fn as_listed(document: &Document) -> String {
        let mut document = document.clone();
        for version in &mut document.versions {
            let texts = version.texts.iter().map(|(language, text)| {
                let mut text = text.clone();
                text.anchors.clear();
                text.links.clear();
                (language.clone(), text)
            });
            version.texts = texts.collect();
        }
        format!("{document:?}")
    }

    #[test]
    fn a_document_is_listed_as_the_whole_site_lists_it_and_read_ahead_for_its_page() {
        let mut state = open(Path::new(env!("CARGO_MANIFEST_DIR")));
        let opened = state.site().documents.clone();
        let address = "en/policy/using-social-media/2020/";
        let at = state.document_to_read(address).unwrap();
        state.read_ahead(at);
        assert_eq!(state.document_to_read(address), None);
        let read_ahead = format!("{:?}", state.site().documents[at]);

        let whole = state.rest().read();
        let reloaded = state.complete(whole);
        assert_eq!((reloaded.generation, reloaded.covering), (1, 0));
        let whole = &state.site().documents;
        assert_eq!(format!("{:?}", whole[at]), read_ahead);
        let listed = |documents: &[Document]| documents.iter().map(as_listed).collect::<Vec<_>>();
        assert_eq!(listed(&opened), listed(whole));
        assert_eq!(state.document_to_read(address), None);
    }

    #[test]
    fn what_is_saved_before_the_watch_begins_makes_open_pages_look_again() {
        let folder = tempfile::tempdir().unwrap();
        let text = folder.path().join("content/leave/2020-01-01/en.md");
        fs::create_dir_all(text.parent().unwrap()).unwrap();
        let yaml = "title: {en: Rules}\nlanguages: [{code: en}]\n";
        fs::write(folder.path().join("site.yaml"), yaml).unwrap();
        fs::write(&text, "# Leave\n\nTen days.\n").unwrap();

        let mut state = open(folder.path());
        fs::write(&text, "# Leave\n\nNine days.\n").unwrap();
        let whole = state.rest().read();
        assert_eq!(state.complete(whole).generation, 2);

        let mut state = open(folder.path());
        fs::write(&text, "# Leave\n\n[Nowhere](nowhere.md)\n").unwrap();
        let whole = state.rest().read();
        let reloaded = state.complete(whole);
        assert_eq!((reloaded.generation, reloaded.covering), (2, 1));

        let mut state = open(folder.path());
        fs::remove_file(folder.path().join("site.yaml")).unwrap();
        let whole = state.rest().read();
        let reloaded = state.complete(whole);
        assert_eq!((reloaded.generation, reloaded.covering), (2, 1));
        assert_eq!(state.site().documents.len(), 1);
    }
}
