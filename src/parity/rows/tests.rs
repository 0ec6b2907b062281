//! Alignment of texts in two and three languages.

use super::Row;
use crate::language::LanguageCode;
use crate::markdown::tree::{Block, BlockKind, Content, Inline, Tree};
use crate::parity::{Gathered, pairs};

fn align(texts: &[&Tree]) -> Vec<Row> {
    let english = LanguageCode::parse("en").unwrap();
    let texts: Vec<_> = texts.iter().map(|tree| (&english, *tree)).collect();
    Gathered::of(&texts).rows()
}

fn with_words(kind: BlockKind, words: &str) -> Block {
    let mut block = Block::new(kind, 0..0);
    block.inlines.push(Inline {
        content: Content::Text(words.to_owned()),
        marks: Vec::new(),
        span: 0..0,
    });
    block
}

fn heading(level: u8, words: &str) -> Block {
    let kind = BlockKind::Heading {
        level,
        shown: level,
        title: false,
        id: None,
    };
    with_words(kind, words)
}

fn paragraph(words: &str) -> Block {
    with_words(BlockKind::Paragraph, words)
}

fn list(items: &[&str]) -> Block {
    let kind = BlockKind::List {
        start: None,
        tight: true,
    };
    let mut list = Block::new(kind, 0..0);
    for item in items {
        let mut block = Block::new(BlockKind::ListItem { number: None }, 0..0);
        block.children.push(paragraph(item));
        list.children.push(block);
    }
    list
}

fn tree(blocks: Vec<Block>) -> Tree {
    Tree { blocks }
}

fn english() -> Vec<Block> {
    vec![
        heading(1, "Introduction"),
        paragraph("Digital channels give the Government new ways to talk with people."),
        paragraph("With those benefits comes more responsibility."),
        paragraph(
            "Think before you publish: whatever you send is public from that moment on, and it stays public for years.",
        ),
        heading(1, "Propriety and ethics"),
        paragraph("Every block ends after 6 months, unless the digital team extends it."),
        list(&[
            "is abusive or obscene",
            "breaks the law",
            "advertises, or repeats the same message over and over",
        ]),
    ]
}

fn welsh() -> Vec<Block> {
    vec![
        heading(1, "Cyflwyniad"),
        paragraph("Mae sianeli digidol yn rhoi ffyrdd newydd i’r Llywodraeth siarad â phobl."),
        paragraph("Gyda’r manteision hynny daw mwy o gyfrifoldeb."),
        paragraph(
            "Meddyliwch cyn cyhoeddi: mae’r hyn a anfonwch yn gyhoeddus o’r eiliad honno ymlaen, ac felly y bydd am flynyddoedd.",
        ),
        heading(1, "Priodoldeb a moeseg"),
        paragraph(
            "Daw pob achos o flocio i ben ar ôl 6 mis, oni bai bod y tîm digidol yn ei estyn.",
        ),
        list(&[
            "yn sarhaus neu’n anweddus",
            "yn torri’r gyfraith",
            "yn hysbysebu, neu’n ailadrodd yr un neges dro ar ôl tro",
        ]),
    ]
}

fn cells(rows: &[Row]) -> Vec<Vec<Option<usize>>> {
    rows.iter().map(|row| row.cells.clone()).collect()
}

#[test]
fn texts_that_say_the_same_stand_block_by_block() {
    let rows = align(&[&tree(english()), &tree(welsh())]);
    let expected: Vec<_> = (0..7).map(|i| vec![Some(i), Some(i)]).collect();
    assert_eq!(cells(&rows), expected);
}

#[test]
fn each_block_that_goes_missing_leaves_one_empty_cell() {
    for gone in 0..7 {
        let mut welsh = welsh();
        welsh.remove(gone);
        let rows = align(&[&tree(english()), &tree(welsh)]);
        let expected: Vec<_> = (0..7)
            .map(|i| match i.cmp(&gone) {
                std::cmp::Ordering::Less => vec![Some(i), Some(i)],
                std::cmp::Ordering::Equal => vec![Some(i), None],
                std::cmp::Ordering::Greater => vec![Some(i), Some(i - 1)],
            })
            .collect();
        assert_eq!(cells(&rows), expected, "block {gone}");
    }
}

#[test]
fn a_lowered_heading_stays_paired() {
    let mut lowered = welsh();
    lowered[4] = heading(2, "Priodoldeb a moeseg");
    let rows = align(&[&tree(english()), &tree(lowered)]);
    assert_eq!(rows[4].cells, [Some(4), Some(4)]);
    assert_eq!(rows.len(), 7);
}

#[test]
fn every_cell_comes_once_and_in_order_in_three_languages() {
    let mut irish = welsh();
    irish.remove(0);
    irish.insert(
        3,
        paragraph("Níl an t-alt seo in aon teanga eile: 12,345 focal faoi rud eile ar fad."),
    );
    let texts = [tree(english()), tree(welsh()), tree(irish)];
    let rows = align(&texts.each_ref());
    for (at, text) in texts.iter().enumerate() {
        let cells: Vec<_> = rows.iter().filter_map(|row| row.cells[at]).collect();
        assert_eq!(cells, (0..text.blocks.len()).collect::<Vec<_>>());
    }
    assert!(rows.iter().all(|row| row.cells.len() == 3));
    assert_eq!(
        rows.iter().filter(|row| row.cells.contains(&None)).count(),
        2
    );
}

#[test]
fn a_block_that_the_first_language_lacks_is_paired_between_the_others() {
    let mut short = english();
    short.remove(5);
    let rows = align(&[&tree(short), &tree(welsh()), &tree(english())]);
    assert_eq!(rows[5].cells, [None, Some(5), Some(5)]);
    assert_eq!(rows.len(), 7);
}

#[test]
fn pairs_go_down_into_lists_and_past_an_item_that_is_missing() {
    let mut shorter = welsh();
    shorter[6] = list(&[
        "yn sarhaus neu’n anweddus",
        "yn hysbysebu, neu’n ailadrodd yr un neges dro ar ôl tro",
    ]);
    let (english, welsh) = (tree(english()), tree(shorter));
    let [en, cy] = ["en", "cy"].map(|code| LanguageCode::parse(code).unwrap());
    let words: Vec<_> = pairs((&en, &english), (&cy, &welsh))
        .into_iter()
        .map(|(one, other)| (one.own_text(), other.own_text()))
        .collect();
    let advertises = "advertises, or repeats the same message over and over";
    let hysbysebu = "yn hysbysebu, neu’n ailadrodd yr un neges dro ar ôl tro";
    assert!(words.contains(&(advertises.to_owned(), hysbysebu.to_owned())));
    assert!(!words.iter().any(|(one, _)| one == "breaks the law"));
}

#[test]
fn nothing_and_no_text_give_no_rows() {
    assert_eq!(align(&[]), []);
    assert_eq!(align(&[&tree(Vec::new()), &tree(Vec::new())]), []);
}
