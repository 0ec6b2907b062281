//! How the whole site stands, worked out beside the answers.
//!
//! Every text is read for it, which takes seconds on a large site. No save waits for that, nor another
//! page: it works on the site as it was when it was asked for, in a pool of its own, and what it found
//! is kept until the site is another. Then only documents that changed are read again.

use std::collections::{HashMap, HashSet};
use std::num::NonZero;
use std::sync::{Arc, OnceLock};
use std::thread;

use parking_lot::{Mutex, RwLock};

use super::state::State;
use crate::check::languages::{self, Extent, Languages};
use crate::check::unpublished;
use crate::diagnostic::{Diagnostic, sort};
use crate::model::Site;
use crate::source::Root;
use crate::status::{DocumentStatus, status};

/// How a site stood.
pub(super) struct Survey {
    /// The site.
    pub site: Site,
    /// Which state of the preview that was.
    pub generation: u64,
    /// Each document of it, in its order.
    pub documents: Vec<DocumentStatus>,
    /// Everything that was wrong, as `check` finds it, in the order of places. Left out are notes that pass over
    /// a change: to find them, every version is compared.
    pub findings: Vec<Diagnostic>,
    /// Of these, what was known before the languages were held against each other.
    known: Vec<Diagnostic>,
    /// And what their differences are.
    differences: Vec<Diagnostic>,
    /// The documents, by index, that had other texts on the disk by then than the site knew.
    outdated: HashSet<usize>,
}

/// The surveys of a site that changes.
#[derive(Default)]
pub(super) struct Surveys {
    /// The place for that of the present state, which is made once.
    present: Arc<OnceLock<Arc<Survey>>>,
    /// The last that was made, of whichever state.
    last: Arc<Mutex<Option<Arc<Survey>>>>,
}

impl Surveys {
    /// Takes note that the site is another.
    pub fn begin_anew(&mut self) {
        self.present = Arc::default();
    }
}

impl Survey {
    /// How the site stands now. The state is held for a moment only.
    pub fn of(state: &RwLock<State>) -> Arc<Survey> {
        let (present, last, subject) = {
            let state = state.read();
            let surveys = state.surveys();
            if let Some(made) = surveys.present.get() {
                return Arc::clone(made);
            }
            let (present, last) = (Arc::clone(&surveys.present), Arc::clone(&surveys.last));
            (present, last, Subject::of(&state))
        };
        let survey = present.get_or_init(|| {
            let before = last.lock().clone();
            Arc::new(subject.survey(before.as_deref()))
        });
        let mut last = last.lock();
        let is_newest = last
            .as_ref()
            .is_none_or(|last| last.generation <= survey.generation);
        if is_newest {
            *last = Some(Arc::clone(survey));
        }
        Arc::clone(survey)
    }

    /// Which documents of a site, by index, are and lie as they were when this was made, so that what was
    /// found in them holds.
    fn still_holds(&self, site: &Site, known: &[Diagnostic]) -> Vec<bool> {
        let ids = |site: &Site| -> Vec<String> {
            let documents = site.documents.iter();
            documents.map(|document| document.id.clone()).collect()
        };
        let is_laid_out_alike = self.site.on() == site.on()
            && self.site.config == site.config
            && self.site.sections == site.sections
            && ids(&self.site) == ids(site);
        if !is_laid_out_alike {
            return vec![false; site.documents.len()];
        }
        let (before, now) = (by_document(site, &self.known), by_document(site, known));
        let pairs = self.site.documents.iter().zip(&site.documents).enumerate();
        pairs
            .map(|(at, (old, new))| {
                old == new && before.get(&at) == now.get(&at) && !self.outdated.contains(&at)
            })
            .collect()
    }
}

/// Findings by the index of the document that they are in.
fn by_document<'f>(site: &Site, findings: &'f [Diagnostic]) -> HashMap<usize, Vec<&'f Diagnostic>> {
    let mut found: HashMap<usize, Vec<&Diagnostic>> = HashMap::new();
    for finding in findings {
        if let Some(at) = document_of(site, finding) {
            found.entry(at).or_default().push(finding);
        }
    }
    found
}

/// The index of the document that a finding is in.
fn document_of(site: &Site, finding: &Diagnostic) -> Option<usize> {
    site.document_of_file(&finding.place.path)
}

/// What is surveyed: the site as it is, so that the state is free.
struct Subject {
    root: Root,
    site: Site,
    generation: u64,
    known: Vec<Diagnostic>,
}

impl Subject {
    fn of(state: &State) -> Subject {
        Subject {
            root: state.root().clone(),
            site: state.site().clone(),
            generation: state.generation(),
            known: state.findings(),
        }
    }

    /// Surveys it. What `before` found in documents that are as they were is taken over.
    fn survey(self, before: Option<&Survey>) -> Survey {
        let Languages {
            findings: differences,
            outdated,
            ..
        } = self.languages(before);
        let documents = status(&self.site, &differences);
        let mut findings = self.known.clone();
        let to_unpublished = unpublished::check(&self.root, &self.site);
        findings.extend(self.site.config.checks.apply(to_unpublished));
        findings.extend(differences.iter().cloned());
        sort(&mut findings);
        let outdated = outdated.iter();
        Survey {
            outdated: outdated
                .filter_map(|path| self.site.document_of_file(path))
                .collect(),
            site: self.site,
            generation: self.generation,
            documents,
            findings,
            known: self.known,
            differences,
        }
    }

    fn languages(&self, before: Option<&Survey>) -> Languages {
        let holds = before.map(|before| before.still_holds(&self.site, &self.known));
        let is_held = |at: usize| holds.as_ref().is_some_and(|holds| holds[at]);
        let check = || {
            let is_wanted = |at: usize| !is_held(at);
            let (root, site, known) = (&self.root, &self.site, &self.known);
            languages::check_where(root, site, Extent::Everywhere, known, &is_wanted)
        };
        let mut languages = match pool() {
            Some(pool) => pool.install(check),
            None => check(),
        };
        let is_in_held = |found: &Diagnostic| document_of(&self.site, found).is_some_and(is_held);
        languages.findings.retain(|found| !is_in_held(found));
        let earlier = before.into_iter().flat_map(|before| &before.differences);
        let kept = earlier.filter(|found| is_in_held(found)).cloned();
        languages.findings.extend(kept);
        languages
    }
}

/// Half of the machine: the rest is for what is saved meanwhile. Nothing where no threads are to be had.
fn pool() -> Option<rayon::ThreadPool> {
    let half = thread::available_parallelism().map_or(1, NonZero::get) / 2;
    rayon::ThreadPoolBuilder::new()
        .num_threads(half.max(1))
        .build()
        .ok()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::fs;
    use std::path::{Path, PathBuf};

    use jiff::civil::date;

    use super::*;
    use crate::diagnostic::Code;

    fn put(folder: &Path, path: &str, text: &str) -> PathBuf {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, text).unwrap();
        path.canonicalize().unwrap()
    }

    /// A site of two documents whose languages differ, and its first survey.
    fn surveyed(folder: &Path) -> (RwLock<State>, Arc<Survey>) {
        let yaml = "title: {en: Rules, cy: Rheolau}\nlanguages: [{code: en}, {code: cy}]\n";
        put(folder, "site.yaml", yaml);
        for document in ["leave", "travel"] {
            let version = format!("content/{document}/2020-01-01");
            put(folder, &format!("{version}/en.md"), "# Rule\n\n10 days.\n");
            let welsh = "# Rheol\n\n9 diwrnod.\n";
            put(folder, &format!("{version}/cy.md"), welsh);
        }
        let root = Root::open(folder).unwrap();
        let mut state = State::open(root, Arc::new(|_| date(2026, 11, 28))).unwrap();
        let whole = state.rest().read();
        state.complete(whole);
        let state = RwLock::new(state);
        let survey = Survey::of(&state);
        (state, survey)
    }

    /// How many differences the documents have, as they are listed and as they are found.
    fn differences(survey: &Survey) -> Vec<usize> {
        let listed = survey.documents.iter();
        let listed = listed.map(|it| it.in_force().unwrap().differences);
        let findings = survey.findings.iter();
        let found = findings.filter(|found| found.code == Code::Parity);
        listed.chain([found.count()]).collect()
    }

    #[test]
    fn a_survey_stands_until_the_site_is_another() {
        let folder = tempfile::tempdir().unwrap();
        let (state, survey) = surveyed(folder.path());
        assert_eq!(differences(&survey), [1, 1, 2]);
        assert!(Arc::ptr_eq(&survey, &Survey::of(&state)));

        let welsh = "content/leave/2020-01-01/cy.md";
        let changed = put(folder.path(), welsh, "# Rheol\n\n10 diwrnod.\n");
        let reloaded = state.write().reload(&BTreeSet::from([changed])).unwrap();
        let survey = Survey::of(&state);
        assert_eq!(survey.generation, reloaded.generation);
        assert_eq!(differences(&survey), [0, 1, 1]);
    }

    #[test]
    fn only_documents_that_changed_are_read_again() {
        let folder = tempfile::tempdir().unwrap();
        let (state, _) = surveyed(folder.path());
        // The preview is not told of the one: were it read, its difference would be gone.
        let mended = "# Rheol\n\n10 diwrnod.\n";
        let told = put(folder.path(), "content/leave/2020-01-01/cy.md", mended);
        let untold = put(folder.path(), "content/travel/2020-01-01/cy.md", mended);
        state.write().reload(&BTreeSet::from([told])).unwrap();
        assert_eq!(differences(&Survey::of(&state)), [0, 1, 1]);

        state.write().reload(&BTreeSet::from([untold])).unwrap();
        assert_eq!(differences(&Survey::of(&state)), [0, 0, 0]);
    }

    #[test]
    fn what_was_read_as_another_text_than_the_sites_is_read_again() {
        let folder = tempfile::tempdir().unwrap();
        let (state, _) = surveyed(folder.path());
        let welsh = "content/leave/2020-01-01/cy.md";
        let reload = |text: &str| {
            let changed = put(folder.path(), welsh, text);
            state.write().reload(&BTreeSet::from([changed])).unwrap();
        };
        reload("# Rheol\n\n8 diwrnod.\n");
        // Saved while the survey is made, and taken back before the preview looks.
        put(folder.path(), welsh, "# Rheol\n\n10 diwrnod.\n");
        assert_eq!(differences(&Survey::of(&state)), [0, 1, 1]);
        reload("# Rheol\n\n8 diwrnod.\n");
        assert_eq!(differences(&Survey::of(&state)), [1, 1, 2]);
    }
}
