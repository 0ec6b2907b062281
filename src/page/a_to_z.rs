//! Every document of the site in the order of a language's alphabet.

use super::context::{Context, Viewpoint};
use super::frame::About;
use super::made::{Page, View};
use super::view::{AToZEntry, AToZView, LetterView};
use crate::language::LanguageCode;
use crate::language::order::{Collator, DIGITS, alphabet};
use crate::language::slug;
use crate::model::Document;

/// The page that lists every document by its first letter.
pub(super) fn a_to_z_page(context: Context<'_>, language: &LanguageCode) -> Page {
    let site = context.site;
    let address = |language: &LanguageCode| site.a_to_z_address(language);
    let own = address(language);
    let view = Viewpoint {
        site,
        language,
        address: &own,
    };
    let title = context.wording.text(language, "a-z-title", &[]);
    Page {
        in_sitemap: true,
        view: View::AToZ(AToZView {
            frame: view.frame(About::whole_site(title, &address)),
            letters: view.letters(),
        }),
        address: own.clone(),
        language: language.clone(),
    }
}

impl Viewpoint<'_> {
    /// The letters of the alphabet, each with its documents; other initials where a title has them.
    fn letters(&self) -> Vec<LetterView> {
        let collator = Collator::of(self.language);
        let documents = self.site.documents.iter();
        let mut entries: Vec<(String, AToZEntry)> = documents
            .map(|document| {
                let entry = self.a_to_z_entry(document);
                (self.site.sort_key(document, self.language), entry)
            })
            .collect();
        entries.sort_by(|one, other| {
            let by_key = collator.compare(&one.0, &other.0);
            by_key.then_with(|| one.1.href.cmp(&other.1.href))
        });
        let letters = alphabet(self.language).iter();
        let mut letters: Vec<LetterView> = letters.map(|letter| letter_view(letter)).collect();
        for (key, entry) in entries {
            let initial = collator.initial(&key);
            let at = match letters.iter().position(|known| known.letter == initial) {
                Some(at) => at,
                None => {
                    let order = |known: &LetterView| collator.compare(&known.letter, &initial);
                    let at = letters.partition_point(|known| order(known).is_lt());
                    letters.insert(at, letter_view(&initial));
                    at
                }
            };
            letters[at].documents.push(entry);
        }
        letters
    }

    fn a_to_z_entry(&self, document: &Document) -> AToZEntry {
        let (title, title_lang) = self.title(document);
        AToZEntry {
            title,
            title_language: self.language_of_title(title_lang.as_deref()),
            title_lang,
            href: self.document(document).href,
            section: self.section(document.section).title,
            state: self.state_of(document),
            guidance: self.is_guidance(document),
        }
    }
}

fn letter_view(letter: &str) -> LetterView {
    let anchor = match slug::fold(letter) {
        _ if letter == DIGITS || letter.is_empty() => "0".to_owned(),
        folded if letter.is_ascii() && !folded.is_empty() => folded,
        // A letter of another script, or one that would share its name with the letter below its accent.
        _ => letter.to_lowercase(),
    };
    LetterView {
        letter: letter.to_owned(),
        anchor,
        documents: Vec::new(),
    }
}
