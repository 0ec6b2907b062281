//! The address of each part of the site in every language, and what would collide.

use std::collections::{HashMap, HashSet};

use crate::config::{self, ByLanguage, Located};
use crate::diagnostic::{Code, Diagnostic, Place, Severity};
use crate::language::{AddressWord, LanguageCode, slug, words::fixed};
use crate::model::{Content, Document, Section, Version, in_content};

/// Gives sections, documents and pages their addresses.
pub(super) fn give(content: &mut Content, findings: &mut Vec<Diagnostic>) {
    let languages = content.config.language_codes();
    let before = findings.len();
    for at in 0..content.sections.len() {
        give_section(content, at, &languages, findings);
    }
    for at in 0..content.documents.len() {
        let document = &content.documents[at];
        let place = document.folder();
        let slugs = slugs(&document.id, &document.config.slug, &languages, findings);
        let stated = document.config.languages.as_deref();
        report_missing_slugs(
            &document.id,
            &document.config.slug,
            (&place, config::document::FILE),
            languages
                .iter()
                .filter(|language| stated.is_none_or(|stated| stated.contains(language))),
            findings,
        );
        let addresses = below(content, document.section, &slugs);
        content.documents[at].addresses = addresses;
    }
    for at in 0..content.pages.len() {
        let page = &content.pages[at];
        let name = slug::fold(page.id.rsplit('/').next().unwrap_or_default());
        let slugs = languages
            .iter()
            .map(|language| (language.clone(), name.clone()))
            .collect();
        let addresses = below(content, page.section, &slugs);
        content.pages[at].addresses = addresses;
    }
    let found = findings.split_off(before);
    let told = without_echoes(found, findings);
    findings.extend(told);
    Collisions::default().report(content, findings);
}

/// What was found without the slugs that seem to be missing where the file that states them has a fault.
fn without_echoes(found: Vec<Diagnostic>, faults: &[Diagnostic]) -> Vec<Diagnostic> {
    let is_stating = |path: &str| {
        let folder = path.strip_suffix("/document.yaml");
        folder
            .or_else(|| path.strip_suffix("/section.yaml"))
            .map(str::to_owned)
    };
    let errors = faults.iter().filter(|it| it.severity == Severity::Error);
    let at_fault: HashSet<String> = errors.filter_map(|it| is_stating(&it.place.path)).collect();
    let is_echo =
        |it: &Diagnostic| it.code == Code::MissingSlug && at_fault.contains(&it.place.path);
    found.into_iter().filter(|it| !is_echo(it)).collect()
}

/// Sections may stand in any order, so each finds the addresses of those around it by its chain.
fn give_section(
    content: &mut Content,
    at: usize,
    languages: &[LanguageCode],
    findings: &mut Vec<Diagnostic>,
) {
    let mut addresses: ByLanguage<String> = languages
        .iter()
        .map(|language| (language.clone(), format!("{language}/")))
        .collect();
    for above in content.sections_above(at) {
        let section = &content.sections[above];
        let place = in_content(&section.id);
        let mut ignored = Vec::new();
        let found = if above == at {
            &mut *findings
        } else {
            &mut ignored
        };
        let slugs = slugs(&section.id, &section.config.slug, languages, found);
        report_missing_slugs(
            &section.id,
            &section.config.slug,
            (&place, config::section::FILE),
            languages.iter(),
            found,
        );
        addresses = join(&addresses, &slugs);
    }
    content.sections[at].addresses = addresses;
}

fn below(content: &Content, section: usize, slugs: &ByLanguage<String>) -> ByLanguage<String> {
    join(&content.sections[section].addresses, slugs)
}

fn join(folders: &ByLanguage<String>, slugs: &ByLanguage<String>) -> ByLanguage<String> {
    let joined = folders.iter().map(|(language, folder)| {
        let slug = slugs.get(language).map_or("", String::as_str);
        (language.clone(), format!("{folder}{slug}/"))
    });
    joined.collect()
}

/// A part's own piece of its address in each language: the slug as stated, or its folder's name.
fn slugs(
    id: &str,
    stated: &ByLanguage<Located<String>>,
    languages: &[LanguageCode],
    findings: &mut Vec<Diagnostic>,
) -> ByLanguage<String> {
    let in_address = name_in_addresses(id);
    let mut slugs = Vec::new();
    for language in languages {
        let slug = match stated.get(language) {
            Some(stated) => stated_slug(stated, findings),
            None => String::new(),
        };
        let slug = if slug.is_empty() {
            in_address.clone()
        } else {
            slug
        };
        slugs.push((language.clone(), slug));
    }
    slugs.into_iter().collect()
}

/// What stands for a part in its address where no slug does: its folder's name.
fn name_in_addresses(id: &str) -> String {
    let name = id.rsplit('/').next().unwrap_or_default();
    let in_address = Some(slug::fold(name)).filter(|slug| !slug.is_empty());
    in_address.unwrap_or_else(|| name.to_owned())
}

/// Says in which of the languages after the first a part has no slug. Its `place` is its folder, and the file that is
/// to state it.
fn report_missing_slugs<'l>(
    id: &str,
    stated: &ByLanguage<Located<String>>,
    place: (&str, &str),
    languages: impl Iterator<Item = &'l LanguageCode>,
    findings: &mut Vec<Diagnostic>,
) {
    let missing = languages
        .skip(1)
        .filter(|language| stated.get(language).is_none());
    findings.extend(missing.map(|language| missing_slug(language, &name_in_addresses(id), place)));
}

fn stated_slug(stated: &Located<String>, findings: &mut Vec<Diagnostic>) -> String {
    let slug = slug::fold(stated);
    if slug.is_empty() {
        let message = "nothing is left of this slug in an address";
        let found = Diagnostic::new(Code::InvalidValue, stated.place.clone(), message);
        findings.push(found.help("Use letters from a to z, digits and hyphens."));
    }
    slug
}

fn missing_slug(language: &LanguageCode, name: &str, (path, file): (&str, &str)) -> Diagnostic {
    let message = format!(
        "there is no slug in the language `{language}`, so that its addresses say `{name}`"
    );
    Diagnostic::new(Code::MissingSlug, Place::whole(path), message)
        .help(format!("Write `slug: {{{language}: …}}` in its {file}."))
}

/// Who has which address. Some disks and web servers do not tell capitals from small letters.
#[derive(Default)]
struct Collisions {
    owners: HashMap<String, Owner>,
}

struct Owner {
    what: String,
    place: Place,
    address: String,
}

impl Collisions {
    fn report(mut self, content: &Content, findings: &mut Vec<Diagnostic>) {
        let kept = fixed::AT_ROOT.iter().filter(|name| **name != fixed::ROBOTS);
        for name in kept {
            self.take(
                name,
                "a name that Canllaw keeps for itself",
                Place::whole(config::site::FILE),
                findings,
            );
        }
        self.take(
            "index.html",
            "the page on which readers choose a language",
            Place::whole(config::site::FILE),
            findings,
        );
        for language in content.languages() {
            self.take_fixed(content, language, findings);
        }
        for section in content.sections.iter().skip(1) {
            let place = slug_place(&section.config.slug, &section.id);
            if self.take_all(&section.addresses, "this section", &place, findings) {
                self.take_books(content, section, &place, findings);
            }
        }
        for page in &content.pages {
            let folder = Place::whole(in_content(&page.id));
            self.take_all(&page.addresses, "this page", &|_| folder.clone(), findings);
        }
        for document in &content.documents {
            let place = slug_place(&document.config.slug, &document.id);
            if self.take_all(&document.addresses, "this document", &place, findings) {
                self.take_versions(content, document, findings);
            }
        }
        self.take_former(content, findings);
    }

    fn take_fixed(
        &mut self,
        content: &Content,
        language: &LanguageCode,
        findings: &mut Vec<Diagnostic>,
    ) {
        let place = Place::whole(config::site::FILE);
        self.take(language.as_str(), "the home page", place.clone(), findings);
        for word in [
            AddressWord::Changes,
            AddressWord::OnADate,
            AddressWord::AToZ,
            AddressWord::Search,
        ] {
            let address = format!("{language}/{}", content.word(language, word));
            self.take(
                &address,
                "a page that Canllaw makes",
                place.clone(),
                findings,
            );
        }
    }

    fn take_books(
        &mut self,
        content: &Content,
        section: &Section,
        place: &dyn Fn(&LanguageCode) -> Place,
        findings: &mut Vec<Diagnostic>,
    ) {
        let book = |language| content.word(language, AddressWord::Book);
        let addresses = section.addresses.iter();
        let books = addresses
            .map(|(language, address)| (language.clone(), format!("{address}{}", book(language))));
        self.take_all(&books.collect(), "a section's book", place, findings);
    }

    fn take_versions(
        &mut self,
        content: &Content,
        document: &Document,
        findings: &mut Vec<Diagnostic>,
    ) {
        for language in content.languages() {
            let history = content.history_address(document, language);
            self.take(
                &history,
                "the document's history",
                Place::whole(document.folder()),
                findings,
            );
            for version in &document.versions {
                let address = content.version_address(document, version, language);
                self.take(
                    &address,
                    "this version",
                    Place::whole(&version.folder),
                    findings,
                );
                findings.extend(named_as_current(content, version, language));
            }
        }
    }

    fn take_former(&mut self, content: &Content, findings: &mut Vec<Diagnostic>) {
        for document in &content.documents {
            for (language, formers) in document.config.former_addresses.iter() {
                for former in formers {
                    let address = format!("{language}/{}", former.value);
                    self.take_or_say(
                        &address,
                        "this former address",
                        former.place.clone(),
                        "Take it out of `former_addresses`: an address can lead to one place alone.",
                        findings,
                    );
                }
            }
        }
    }

    /// Takes an address in each language; whether all were free. One collision is said once, and not
    /// again for each language and for what lies below.
    fn take_all(
        &mut self,
        addresses: &ByLanguage<String>,
        what: &str,
        place: &dyn Fn(&LanguageCode) -> Place,
        findings: &mut Vec<Diagnostic>,
    ) -> bool {
        addresses
            .iter()
            .all(|(language, address)| self.take(address, what, place(language), findings))
    }

    /// Takes an address; whether it was free.
    fn take(
        &mut self,
        address: &str,
        what: &str,
        place: Place,
        findings: &mut Vec<Diagnostic>,
    ) -> bool {
        let help = "Give one of them another `slug`, or another name.";
        self.take_or_say(address, what, place, help, findings)
    }

    /// The same, with what to do where it was not free.
    fn take_or_say(
        &mut self,
        address: &str,
        what: &str,
        place: Place,
        help: &str,
        findings: &mut Vec<Diagnostic>,
    ) -> bool {
        let key = address.trim_end_matches('/').to_lowercase();
        if let Some(owner) = self.owners.get(&key) {
            findings.push(owner.collision(address, what, place).help(help));
            return false;
        }
        let owner = Owner {
            what: what.to_owned(),
            place,
            address: address.to_owned(),
        };
        self.owners.insert(key, owner);
        true
    }
}

impl Owner {
    /// The finding for what would have the same address, maybe but for its capitals.
    fn collision(&self, address: &str, what: &str, place: Place) -> Diagnostic {
        let other = &self.what;
        let is_same = self.address.trim_end_matches('/') == address.trim_end_matches('/');
        let (message, there) = if is_same {
            (
                format!("{what} would have the address `/{address}`, and so has {other}"),
                format!("{other}, at the same address"),
            )
        } else {
            (
                format!(
                    "{what} would have the address `/{address}`, which some web servers do not tell from that of {other}, `/{}`",
                    self.address
                ),
                format!("{other}, at an address that differs in capitals alone"),
            )
        };
        Diagnostic::new(Code::AddressCollision, place, message).related(self.place.clone(), there)
    }
}

/// A version whose comparisons with others would be where those with the version in force are.
fn named_as_current(
    content: &Content,
    version: &Version,
    language: &LanguageCode,
) -> Option<Diagnostic> {
    let current = content.word(language, AddressWord::Current);
    if version.id.to_string() != current {
        return None;
    }
    let message = format!(
        "a comparison with this version would end in `/{current}/`, and so does each with the version in force"
    );
    let place = Place::whole(&version.folder);
    let found = Diagnostic::new(Code::AddressCollision, place, message);
    Some(found.help("Give the folder the name of the day on which the version takes effect."))
}

/// Where the slug of a language is stated, or the folder that gives the address its name.
fn slug_place(slug: &ByLanguage<Located<String>>, id: &str) -> impl Fn(&LanguageCode) -> Place {
    let stated: ByLanguage<Place> = slug
        .iter()
        .map(|(language, slug)| (language.clone(), slug.place.clone()))
        .collect();
    let folder = Place::whole(in_content(id));
    move |language| {
        stated
            .get(language)
            .cloned()
            .unwrap_or_else(|| folder.clone())
    }
}
