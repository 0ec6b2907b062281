//! Every language of a version side by side, block by block.

use super::aligned::SideBySide;
use super::article::html_options;
use super::context::{Context, Viewpoint, unpublished};
use super::frame::{About, language_name};
use super::links::{OnPage, OwnPlaces, TextLinks};
use super::made::{Page, View};
use super::view::{BothLanguagesView, Cell, Column, Row};
use crate::language::LanguageCode;
use crate::markdown::html::{Options, Writer};
use crate::model::Document;
use crate::parity;

/// The page that sets the languages of a version side by side.
pub(super) fn both_languages_page(
    context: Context<'_>,
    document: &Document,
    at: usize,
    beside: &SideBySide<'_>,
    language: &LanguageCode,
) -> Page {
    let site = context.site;
    let version = &document.versions[at];
    let address =
        |language: &LanguageCode| site.both_languages_address(document, version, language);
    let own = address(language);
    let view = Viewpoint {
        site,
        language,
        address: &own,
    };
    let mut link = view.document(document);
    link.href = view.href(&site.version_address(document, version, language));
    let (title, title_lang) = view.version_title(document, at);
    let frame = view.frame(About {
        section: document.section,
        above: vec![link],
        is_section: false,
        noindex: true,
        subject: Some(format!("{}/{}", document.id, version.id)),
        unpublished: unpublished(site, document, at),
        title_lang,
        ..About::whole_site(title, &address)
    });
    let columns = beside.texts.iter().map(|(code, _)| Column {
        lang: code.to_string(),
        name: language_name(site, code),
        href: view.href(&site.version_address(document, version, code)),
    });
    Page {
        in_sitemap: false,
        view: View::BothLanguages(Box::new(BothLanguagesView {
            frame,
            document: document.id.clone(),
            version: version.id.to_string(),
            bar: view.bar(document, at),
            columns: columns.collect(),
            rows: rows(context, view, document, at, beside),
        })),
        address: own.clone(),
        language: language.clone(),
    }
}

fn rows(
    context: Context<'_>,
    view: Viewpoint<'_>,
    document: &Document,
    at: usize,
    beside: &SideBySide<'_>,
) -> Vec<Row> {
    let columns = beside.texts.iter().enumerate();
    let columns = columns.map(|(column, (code, _))| {
        let links = links(view, document, at, code, column);
        (links, options(context, code, column))
    });
    let columns: Vec<(TextLinks<'_>, Options)> = columns.collect();
    let writers = columns.iter();
    let mut writers: Vec<Writer<'_>> = writers
        .map(|(links, options)| Writer::new(links, options))
        .collect();
    let mut row = |row: &parity::Row| {
        let cells = row.cells.iter().zip(&beside.texts).zip(&mut writers);
        let cells = cells.map(|((block, (code, tree)), writer)| {
            if let Some(block) = block.and_then(|block| tree.blocks.get(block)) {
                writer.block(block);
            }
            Cell {
                lang: code.to_string(),
                html: writer.take_written(),
            }
        });
        Row {
            cells: cells.collect(),
        }
    };
    beside.rows.iter().map(&mut row).collect()
}

/// How a column is written. Its places have their names in the first column alone: the same anchor may be a
/// name in both languages, and each block answers to its counterpart's. In the others only footnotes have
/// names, which begin with the language.
fn options(context: Context<'_>, code: &LanguageCode, column: usize) -> Options {
    let is_first = column == 0;
    let prefix = if is_first {
        String::new()
    } else {
        format!("{code}--")
    };
    Options {
        footnotes_alone: !is_first,
        prefix,
        // What one language says and the other does not is not folded away.
        unfolded: true,
        ..html_options(context.wording, code)
    }
}

/// The links of a column. Those to a place of the text itself lead to the text's own page where the column
/// does not have the place.
fn links<'a>(
    view: Viewpoint<'a>,
    document: &'a Document,
    at: usize,
    code: &'a LanguageCode,
    column: usize,
) -> TextLinks<'a> {
    let version = &document.versions[at];
    let path = version.text(code).map_or("", |text| text.path.as_str());
    let own = Viewpoint {
        language: code,
        ..view
    };
    let links = TextLinks::of_version(own, document, at, path);
    if column == 0 {
        links
    } else {
        let address = view.site.version_address(document, version, code);
        links.with_places(OwnPlaces::OfVersion(document, at, OnPage::Other(address)))
    }
}
