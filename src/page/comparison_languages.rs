//! The same comparison in every language that has it, side by side: whether the change was made alike.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::ptr;

use super::aligned::AlignedLanguages;
use super::article::html_options;
use super::comparison::frame_of;
use super::context::{Context, Viewpoint, state};
use super::counts::counts;
use super::frame::language_name;
use super::labels::ThemeLabels;
use super::links::{OnPage, TextLinks};
use super::made::{Page, View};
use super::view::{Cell, ComparedColumn, ComparedRow, ComparisonLanguagesView, FileChangeView};
use crate::diff::Comparison;
use crate::diff::html::{BothLinks, Part, ids_of_changes, write_parts};
use crate::language::LanguageCode;
use crate::markdown::html::Options;
use crate::markdown::tree::{Block, Tree};
use crate::model::{Document, DocumentPlace, Pairing};
use crate::parity;

/// The comparison of a version with one that is its neighbour, or was so once, in one language.
pub(super) struct Compared<'t> {
    pub language: LanguageCode,
    /// The earlier version: an index into [`Document::versions`].
    pub from: usize,
    /// The newer text.
    pub tree: &'t Tree,
    pub comparison: Comparison<'t>,
}

/// The pages that set the comparisons which lead to a version side by side: one a language. Languages
/// that lack the version before are compared with another, and stand with those that are too. `aligned` are
/// the languages of the version, where they are aligned already.
pub(super) fn comparison_languages_pages(
    context: Context<'_>,
    document: &Document,
    at: usize,
    compared: &[Compared<'_>],
    aligned: Option<&AlignedLanguages>,
) -> Vec<Page> {
    let mut pages = Vec::new();
    let mut rows_from: BTreeMap<usize, Cow<'_, [parity::Row]>> = BTreeMap::new();
    for one in compared {
        let pairing = Pairing {
            from: one.from,
            to: at,
            to_current: false,
        };
        let languages = context.site.languages_beside(document, one.from, at);
        if !languages.contains(&&one.language) {
            continue;
        }
        let in_order = languages.iter().filter_map(|code| {
            let is_it = |other: &&Compared<'_>| other.language == **code && other.from == one.from;
            compared.iter().find(is_it)
        });
        let beside: Vec<&Compared<'_>> = in_order.collect();
        let rows = rows_from
            .entry(one.from)
            .or_insert_with(|| rows_of(&beside, aligned));
        pages.push(page(
            context,
            document,
            pairing,
            &one.language,
            (&beside, rows),
        ));
    }
    pages
}

/// Which blocks of the newer texts correspond.
fn rows_of<'a>(
    compared: &[&Compared<'_>],
    aligned: Option<&'a AlignedLanguages>,
) -> Cow<'a, [parity::Row]> {
    let languages = compared.iter().map(|one| &one.language);
    match aligned.and_then(|aligned| aligned.rows_of(languages)) {
        Some(rows) => Cow::Borrowed(rows),
        None => {
            let both = compared.iter().map(|one| (&one.language, one.tree));
            let trees: Vec<(&LanguageCode, &Tree)> = both.collect();
            Cow::Owned(parity::Gathered::of(&trees).rows())
        }
    }
}

/// A page that sets the comparison of two neighbours in several languages side by side.
#[derive(Clone, Copy)]
struct Beside<'a, 't> {
    context: Context<'a>,
    view: Viewpoint<'a>,
    document: &'a Document,
    pairing: Pairing,
    /// The languages' comparisons, in the order of the site's languages.
    compared: &'a [&'a Compared<'t>],
    /// Which blocks of their newer texts correspond.
    aligned: &'a [parity::Row],
}

fn page(
    context: Context<'_>,
    document: &Document,
    pairing: Pairing,
    language: &LanguageCode,
    (compared, aligned): (&[&Compared<'_>], &[parity::Row]),
) -> Page {
    let site = context.site;
    let place = DocumentPlace::ComparisonLanguages(pairing.from, pairing.to);
    let own = site.document_place_address(document, place, language);
    let view = Viewpoint {
        site,
        language,
        address: &own,
    };
    let beside = Beside {
        context,
        view,
        document,
        pairing,
        compared,
        aligned,
    };
    Page {
        in_sitemap: false,
        view: View::ComparisonLanguages(Box::new(beside.view())),
        address: own.clone(),
        language: language.clone(),
    }
}

impl<'t> Beside<'_, 't> {
    fn view(self) -> ComparisonLanguagesView {
        let Beside {
            view,
            document,
            pairing,
            compared,
            ..
        } = self;
        let site = view.site;
        let place = DocumentPlace::ComparisonLanguages(pairing.from, pairing.to);
        let has_it = |language: &LanguageCode| compared.iter().any(|one| one.language == *language);
        let address = |language: &LanguageCode| match has_it(language) {
            true => site.document_place_address(document, place, language),
            false => site.history_address(document, language),
        };
        let columns = compared.iter().map(|one| ComparedColumn {
            lang: one.language.to_string(),
            name: language_name(site, &one.language),
            href: view.href(&pairing.address(site, document, &one.language)),
            counts: counts(&one.comparison),
        });
        ComparisonLanguagesView {
            frame: frame_of(view, document, pairing, &address),
            document_title: view.version_title(document, pairing.to).0,
            guidance: view.is_guidance(document),
            from: view.version(document, pairing.from),
            to: view.version(document, pairing.to),
            to_state: state(document.standing(pairing.to, site.on())),
            withdrawn: view.withdrawn(document),
            comparison: view.href(&pairing.address(site, document, view.language)),
            columns: columns.collect(),
            files: self.files(),
            rows: self.rows(),
        }
    }

    /// The files that differ in whichever language, each once.
    fn files(self) -> Vec<FileChangeView> {
        let mut by_name = BTreeMap::new();
        for one in self.compared {
            let versions = (self.pairing.from, self.pairing.to);
            let wording = self.context.wording;
            let files = self
                .view
                .file_changes(wording, self.document, versions, &one.language);
            by_name.extend(files.into_iter().map(|file| (file.name.clone(), file)));
        }
        by_name.into_values().collect()
    }

    /// The rows: blocks of the newer texts that say the same, each with what was removed behind it.
    fn rows(self) -> Vec<ComparedRow> {
        let Beside {
            compared, aligned, ..
        } = self;
        // What was removed at the very beginning stands in a row before all others.
        let mut cells = vec![vec![String::new(); compared.len()]; aligned.len() + 1];
        let mut changed = vec![vec![false; compared.len()]; aligned.len() + 1];
        let names = compared.iter().map(|one| one.language.as_str());
        let reserved: Vec<String> = names.flat_map(ids_of_changes).collect();
        for (column, one) in compared.iter().enumerate() {
            let rows_of_blocks = rows_of_blocks(one.tree, aligned, column);
            let mut row = 0;
            for part in self.parts(one, &reserved) {
                let of_block = part
                    .new
                    .and_then(|block| rows_of_blocks.get(&ptr::from_ref(block)));
                row = of_block.map_or(row, |at| at + 1);
                cells[row][column] += &part.html;
                changed[row][column] |= part.is_changed;
            }
        }
        let rows = cells.into_iter().zip(changed);
        let rows = rows.filter(|(cells, _)| cells.iter().any(|cell| !cell.is_empty()));
        rows.map(|(cells, changed)| ComparedRow {
            uneven: changed.contains(&true) && changed.contains(&false),
            cells: cells
                .into_iter()
                .zip(compared)
                .map(|(html, one)| Cell {
                    lang: one.language.to_string(),
                    html,
                })
                .collect(),
        })
        .collect()
    }

    /// One language's comparison, in parts; `reserved` are the beginnings of the ids of all languages' changes.
    /// The places of the text have their names in the page's own language alone: each id stands once on a page.
    /// In the others only footnotes have names, which begin with the language.
    fn parts(self, one: &Compared<'t>, reserved: &[String]) -> Vec<Part<'t>> {
        let Beside {
            context,
            view,
            document,
            pairing,
            ..
        } = self;
        let is_own = one.language == *view.language;
        let prefix = if is_own {
            String::new()
        } else {
            format!("{}--", one.language)
        };
        let options = Options {
            reserved: reserved.to_vec(),
            footnotes_alone: !is_own,
            prefix,
            ..html_options(context.wording, &one.language)
        };
        let own = Viewpoint {
            language: &one.language,
            ..view
        };
        let page = if is_own {
            OnPage::Same
        } else {
            OnPage::Other(pairing.address(context.site, document, &one.language))
        };
        let versions = [pairing.from, pairing.to];
        let [old, new] = TextLinks::of_comparison(own, document, versions, &page);
        let links = BothLinks {
            old: &old,
            new: &new,
        };
        let labels = ThemeLabels::new(context.wording, &one.language);
        write_parts(
            &one.comparison,
            &labels,
            links,
            &options,
            one.language.as_str(),
        )
    }
}

/// In which row each outermost block of a text stands, which is in one column. Blocks are told apart by
/// where they are: two may say the same.
fn rows_of_blocks(
    tree: &Tree,
    aligned: &[parity::Row],
    column: usize,
) -> HashMap<*const Block, usize> {
    let rows = aligned.iter().enumerate();
    let placed = rows.filter_map(|(at, row)| {
        let block = tree.blocks.get(row.cells[column]?)?;
        Some((ptr::from_ref(block), at))
    });
    placed.collect()
}
