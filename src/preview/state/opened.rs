//! The first moment of a preview: pages are answered once every text is read as far as its title, and the
//! rest is read meanwhile.

use std::collections::{BTreeMap, BTreeSet};
use std::mem;
use std::sync::Arc;

use super::read::{Read, read};
use super::{Loading, Reloaded, State, Today};
use crate::check::Owner;
use crate::content::{self, Anew, Options, Reading};
use crate::model::{Document, Part, Site, Version};
use crate::source::Root;

/// The documents that were read to their ends before the others, by index, each with the places that it no
/// longer has and that were known to be linked to then: on its pages they lead to the top.
pub(super) type ReadAhead = BTreeMap<usize, BTreeSet<GonePlace>>;

/// A version, by its index, and an anchor that it no longer has.
type GonePlace = (usize, String);

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
    /// Its pages are right once [`State::document_to_read`] finds nothing more for them; what is wrong with
    /// the texts, and which of their places other texts link to, is known once [`Rest`] is read.
    ///
    /// # Errors
    /// When there is no `site.yaml` that can be read, or no theme that works.
    pub fn open(root: Root, today: Today) -> Result<State, Loading> {
        let read = read(&root, &today, Reading::Openings)?;
        let mut state = State::of(root, today, read)?;
        state.read_ahead = Some(ReadAhead::new());
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
    /// covers them, a file changed while the site was read, or a link from elsewhere leads to a place that
    /// their texts once had.
    pub(in crate::preview) fn complete(&mut self, whole: Result<Whole, Loading>) -> Reloaded {
        let generation = self.generation;
        let whole = whole.and_then(|Whole(read)| {
            let is_as_opened = is_as_opened(&self.site, &read.site)
                && self
                    .read_ahead
                    .iter()
                    .flatten()
                    .all(|(&at, shown)| *shown == gone_places(&read.site, at));
            let state = State::of(self.root.clone(), Arc::clone(&self.today), read)?;
            Ok((state, is_as_opened))
        });
        let is_as_opened = match whole {
            Ok((mut state, is_as_opened)) => {
                mem::swap(&mut state.texts, &mut self.texts);
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
        self.surveys.begin_anew();
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

    /// A document that is to be read to the end of its texts before the page at an address is made: its own,
    /// then each to whose places the page's texts link. To be asked again after [`State::read_ahead`].
    pub(in crate::preview) fn document_to_read(&self, address: &str) -> Option<usize> {
        let read = self.read_ahead.as_ref()?;
        let is_unread = |at: &usize| !read.contains_key(at);
        let (own, owner) = match self.site.locate(address)?.part {
            Part::Document(at) => (Some(at), Owner::Document(at)),
            Part::Page(at) => (None, Owner::Page(at)),
            Part::Section(at) => (None, Owner::Section(at)),
            _ => return None,
        };
        let own = own.filter(is_unread);
        own.or_else(|| self.links.to_places_from(owner).find(is_unread))
    }

    /// Whether so many documents were read ahead that the rest is sooner there than they are.
    pub(in crate::preview) fn has_read_enough_ahead(&self) -> bool {
        let read = self.read_ahead.as_ref();
        read.is_some_and(|read| read.len() >= MOST_READ_AHEAD)
    }

    /// Reads a document to the end of its texts. What is wrong with it is told with the rest.
    pub(in crate::preview) fn read_ahead(&mut self, at: usize) {
        if self.read_ahead.is_none() {
            return;
        }
        self.other_days.forget();
        let options = Options {
            on: self.site.on(),
            drafts: true,
            reading: Reading::Whole,
        };
        let anew = content::read_document(&self.root, &self.site, at, options, &mut Vec::new());
        if let Anew::Document(document) = anew {
            self.site.replace_document(at, *document);
            self.links.renew(&mut self.site, Owner::Document(at));
        }
        let gone = gone_places(&self.site, at);
        if let Some(read) = &mut self.read_ahead {
            read.insert(at, gone);
        }
    }
}

/// How many documents are read ahead, one after another, before the whole site is waited for.
const MOST_READ_AHEAD: usize = 32;

/// Places of a document that some text links to and that its versions no longer have in any language: there
/// the link leads to the top of the page.
fn gone_places(site: &Site, document: usize) -> BTreeSet<GonePlace> {
    let document = &site.documents[document];
    let linked = site.linked_anchors.of(&document.id);
    let gone = |anchor: &str| {
        let versions = 0..document.versions.len();
        let is_gone =
            |&at: &usize| document.leads_to_anchor(at, anchor) && !document.has_anchor(at, anchor);
        let gone = versions.filter(is_gone);
        gone.map(|at| (at, anchor.to_owned())).collect::<Vec<_>>()
    };
    linked.flat_map(gone).collect()
}

/// Whether a site shows what it did when its texts were read as far as their titles.
fn is_as_opened(opened: &Site, whole: &Site) -> bool {
    let versions = |document: &Document| -> Vec<_> {
        let as_read = |version: &Version| (version.id.clone(), version.fingerprint());
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
        while let Some(linked_to) = state.document_to_read(address) {
            assert_ne!(linked_to, at);
            state.read_ahead(linked_to);
        }
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
    fn a_link_from_elsewhere_to_a_place_that_is_gone_makes_open_pages_look_again() {
        let folder = tempfile::tempdir().unwrap();
        let put = |path: &str, text: &str| {
            let path = folder.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        };
        put("site.yaml", "title: {en: Rules}\nlanguages: [{code: en}]\n");
        put(
            "content/leave/2020-01-01/en.md",
            "# Leave\n\n## Carry over\n\nNo.\n",
        );
        put("content/leave/2021-01-01/en.md", "# Leave\n\nTen days.\n");
        let opened_and_completed = |addresses: &[&str]| {
            let mut state = open(folder.path());
            for address in addresses {
                while let Some(at) = state.document_to_read(address) {
                    state.read_ahead(at);
                }
            }
            let whole = state.rest().read();
            state.complete(whole).generation
        };
        put(
            "content/pay/2020-01-01/en.md",
            "# Pay\n\n[Leave](doc:leave)\n",
        );
        assert_eq!(opened_and_completed(&["en/leave/"]), 1);
        put(
            "content/pay/2020-01-01/en.md",
            "# Pay\n\n[Leave](doc:leave#carry-over)\n",
        );
        assert_eq!(opened_and_completed(&["en/leave/"]), 2);
        // Known by then, but not when the first page was made.
        assert_eq!(opened_and_completed(&["en/leave/", "en/pay/"]), 2);
        assert_eq!(opened_and_completed(&["en/search/"]), 1);
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
