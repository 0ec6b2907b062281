//! A section's folder → a section, and the sections, documents and pages in it.

use super::classified::{Classified, PageFolder, TextFile};
use super::missing_text::{self, missing_text};
use super::text::Title;
use super::{Parts, Reader, Reading, id_of, meant_text};
use crate::config::section::SectionConfig;
use crate::config::{self, ByLanguage, ParityRule};
use crate::diagnostic::{Code, Diagnostic, Place, has_errors};
use crate::model::{Page, Section};
use crate::source::Folder;

impl Reader<'_> {
    /// Reads a section and all that is in it, adding them to `parts`.
    pub(super) fn read_section(
        &self,
        folder: &Classified<'_>,
        parent: Option<usize>,
        parts: &mut Parts,
        findings: &mut Vec<Diagnostic>,
    ) {
        let config_from = findings.len();
        let mut config = self
            .read_yaml(folder.folder, config::section::FILE, findings)
            .map(|source| config::section::read(&source, self.languages, findings))
            .unwrap_or_default();
        let is_at_fault = has_errors(&findings[config_from..]);
        if config.title.is_none() && !is_at_fault {
            findings.extend(missing_title(folder));
        }
        inherit(&mut config, parent.map(|at| &parts.sections[at].config));
        let at = parts.sections.len();
        let parity = config.parity.unwrap_or(self.config.parity);
        self.miss_landing_texts(folder, parity, findings);
        parts.sections.push(Section {
            id: id_of(folder.folder),
            parent,
            titles: self.titles(&config, folder),
            config,
            addresses: ByLanguage::default(),
            landing: self.texts(&folder.landing, Title::Optional, Reading::Whole, findings),
            attachments: self.attachments(&folder.folder.path, &folder.attachments, findings),
        });
        parts
            .documents
            .extend(self.documents(&folder.documents, at, parity, findings));
        for page in &folder.pages {
            let page = self.page(page, at, parity, findings);
            parts.pages.push(page);
        }
        for below in &folder.sections {
            self.read_section(below, Some(at), parts, findings);
        }
    }

    fn titles(&self, config: &SectionConfig, folder: &Classified<'_>) -> ByLanguage<String> {
        let name = &folder.folder.name;
        let title = |language| {
            let stated = config
                .title
                .as_ref()
                .and_then(|title| title.for_language(language));
            stated.map_or_else(|| name.clone(), |(_, title)| title.value.clone())
        };
        self.languages
            .iter()
            .map(|language| (language.clone(), title(language)))
            .collect()
    }

    fn page(
        &self,
        folder: &PageFolder<'_>,
        section: usize,
        parity: ParityRule,
        findings: &mut Vec<Diagnostic>,
    ) -> Page {
        let texts = self.texts(&folder.texts, Title::Required, Reading::Whole, findings);
        self.miss_texts("this page", folder.folder, &folder.texts, parity, findings);
        Page {
            id: id_of(folder.folder),
            section,
            texts,
            addresses: ByLanguage::default(),
            attachments: self.attachments(&folder.folder.path, &folder.attachments, findings),
        }
    }

    /// A section needs no text of its own, but one that some of its readers have is for all of them.
    fn miss_landing_texts(
        &self,
        folder: &Classified<'_>,
        parity: ParityRule,
        findings: &mut Vec<Diagnostic>,
    ) {
        if !folder.landing.is_empty() {
            let holder = match is_whole_site(folder) {
                true => "the home page",
                false => "this section's own page",
            };
            self.miss_texts(holder, folder.folder, &folder.landing, parity, findings);
        }
    }

    /// Says in which languages a folder has no file. One that could not be read is there, and what is wrong with it
    /// is said of it.
    fn miss_texts(
        &self,
        holder: &str,
        folder: &Folder,
        files: &[TextFile],
        parity: ParityRule,
        findings: &mut Vec<Diagnostic>,
    ) {
        for language in self.languages {
            if files.iter().any(|file| file.language == *language) {
                continue;
            }
            let meant = meant_text::in_language(folder, language);
            let help = format!("{}.", missing_text::remedy(&folder.path, meant, language));
            findings.push(missing_text(holder, &folder.path, language, parity).help(help));
        }
    }
}

/// What there is to say of a section whose section.yaml states no title. The whole site has its title elsewhere.
fn missing_title(folder: &Classified<'_>) -> Option<Diagnostic> {
    let (path, name) = (&folder.folder.path, &folder.folder.name);
    if is_whole_site(folder) {
        return None;
    }
    let message =
        format!("the section has no title, so that readers see its folder's name, `{name}`");
    let place = Place::whole(format!("{path}/section.yaml"));
    let found = Diagnostic::new(Code::MissingSectionTitle, place, message);
    Some(found.help("Write `title:` in its section.yaml."))
}

/// Whether a section is the folder of all content.
fn is_whole_site(folder: &Classified<'_>) -> bool {
    matches!(folder.folder.path.as_str(), "content" | "")
}

/// What is not stated for a section holds as in the section around it.
fn inherit(config: &mut SectionConfig, around: Option<&SectionConfig>) {
    let Some(around) = around else { return };
    config.term = config.term.or(around.term);
    config.parity = config.parity.or(around.parity);
    config.comparisons = config.comparisons.or(around.comparisons);
    config.approval_required |= around.approval_required;
    config.review_every = config.review_every.take().or(around.review_every);
}

impl Parts {
    /// Leaves out sections in which nothing may be shown, and puts what is left in its order.
    pub(super) fn forget_empty_sections(&mut self) {
        let mut shown = vec![false; self.sections.len()];
        let filled = self.documents.iter().map(|document| document.section);
        let filled: Vec<usize> = filled
            .chain(self.pages.iter().map(|page| page.section))
            .collect();
        for at in filled {
            for above in std::iter::successors(Some(at), |&at| self.sections[at].parent) {
                shown[above] = true;
            }
        }
        if let Some(root) = shown.first_mut() {
            *root = true;
        }
        let old = std::mem::take(&mut self.sections);
        let mut order: Vec<usize> = (0..old.len()).filter(|&at| shown[at]).collect();
        order.sort_by_key(|&at| {
            (
                old[at].parent.is_some(),
                old[at].config.order.unwrap_or(i64::MAX),
                at,
            )
        });
        self.keep_sections(old, &order);
    }

    fn keep_sections(&mut self, old: Vec<Section>, order: &[usize]) {
        let new_place = |at: usize| order.iter().position(|&kept| kept == at).unwrap_or(0);
        let mut old: Vec<Option<Section>> = old.into_iter().map(Some).collect();
        for &at in order {
            if let Some(mut section) = old[at].take() {
                section.parent = section.parent.map(new_place);
                self.sections.push(section);
            }
        }
        for document in &mut self.documents {
            document.section = new_place(document.section);
        }
        for page in &mut self.pages {
            page.section = new_place(page.section);
        }
    }
}
