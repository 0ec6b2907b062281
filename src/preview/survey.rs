//! How the whole site stands, worked out beside the answers.
//!
//! Every text is read for it, which takes seconds on a large site. No save waits for that, nor another
//! page: it works on the site as it was when it was asked for, in a pool of its own, and what it found
//! is kept until the site is another.

use std::num::NonZero;
use std::sync::{Arc, OnceLock, RwLock};
use std::thread;

use super::serve::read;
use super::state::State;
use crate::check::languages::{self, Extent};
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
    /// Everything that was wrong, as `check` finds it, in the order of places.
    pub findings: Vec<Diagnostic>,
}

/// The place for the survey of one state, which is made once.
pub(super) type SurveyCell = Arc<OnceLock<Arc<Survey>>>;

impl Survey {
    /// How the site stands now. The state is held for a moment only.
    pub fn of(state: &RwLock<State>) -> Arc<Survey> {
        let (cell, subject) = {
            let state = read(state);
            if let Some(made) = state.survey().get() {
                return Arc::clone(made);
            }
            (Arc::clone(state.survey()), Subject::of(&state))
        };
        Arc::clone(cell.get_or_init(|| Arc::new(subject.survey())))
    }
}

/// What is surveyed: a copy, so that the state is free.
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

    fn survey(self) -> Survey {
        let Subject {
            root,
            site,
            generation,
            known,
        } = self;
        let check = || languages::check(&root, &site, Extent::Everywhere, &known).findings;
        let differences = match pool() {
            Some(pool) => pool.install(check),
            None => check(),
        };
        let documents = status(&site, &differences);
        let mut findings = known;
        findings.extend(differences);
        sort(&mut findings);
        Survey {
            site,
            generation,
            documents,
            findings,
        }
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

    use jiff::civil::date;

    use super::*;
    use crate::diagnostic::Code;
    use crate::preview::serve::write;

    #[test]
    fn a_survey_stands_until_the_site_is_another() {
        let folder = tempfile::tempdir().unwrap();
        let version = folder.path().join("content/leave/2020-01-01");
        fs::create_dir_all(&version).unwrap();
        let yaml = "title: {en: Rules, cy: Rheolau}\nlanguages: [{code: en}, {code: cy}]\n";
        fs::write(folder.path().join("site.yaml"), yaml).unwrap();
        fs::write(version.join("en.md"), "# Leave\n\nTake 10 days.\n").unwrap();
        let welsh = version.join("cy.md");
        fs::write(&welsh, "# Gwyliau\n\nCymerwch 9 diwrnod.\n").unwrap();

        let root = Root::open(folder.path()).unwrap();
        let mut state = State::open(root, Arc::new(|_| date(2026, 11, 28))).unwrap();
        let whole = state.rest().read();
        state.complete(whole);
        let state = RwLock::new(state);
        let differences =
            |survey: &Survey| survey.documents[0].in_force.clone().unwrap().differences;
        let of_parity = |survey: &Survey| {
            let findings = survey.findings.iter();
            findings.filter(|found| found.code == Code::Parity).count()
        };

        let survey = Survey::of(&state);
        assert_eq!((of_parity(&survey), differences(&survey)), (1, 1));
        assert!(Arc::ptr_eq(&survey, &Survey::of(&state)));

        fs::write(&welsh, "# Gwyliau\n\nCymerwch 10 diwrnod.\n").unwrap();
        let changed = BTreeSet::from([welsh.canonicalize().unwrap()]);
        let reloaded = write(&state).reload(&changed).unwrap();
        let survey = Survey::of(&state);
        assert_eq!(survey.generation, reloaded.generation);
        assert_eq!((of_parity(&survey), differences(&survey)), (0, 0));
    }
}
