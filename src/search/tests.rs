use super::*;

fn files(entries: Vec<Entry>) -> Vec<SearchFile> {
    let languages = ["cy", "en", "fr"].map(|code| LanguageCode::parse(code).unwrap());
    super::files(entries, &languages).unwrap()
}

fn entry(language: &str, address: &str, words: &[(&str, Option<&str>)]) -> Entry {
    let parts = words.iter().map(|(words, heading)| SearchPart {
        words: (*words).to_owned(),
        heading: heading.map(str::to_owned),
    });
    Entry {
        language: LanguageCode::parse(language).unwrap(),
        index: SearchIndex::InForce,
        address: address.to_owned(),
        title: words[0].0.to_owned(),
        result: format!("<p class=\"a b\">50%\n{}</p>", words[0].0),
        parts: parts.collect(),
    }
}

fn entries() -> Vec<Entry> {
    vec![
        entry(
            "cy",
            "cy/b/",
            &[("Polisi’r tŷ", Some("polisir-ty")), ("Ein pholisi", None)],
        ),
        entry(
            "cy",
            "cy/a/",
            &[
                ("Gwyliau", Some("gwyliau")),
                ("___PAGEFIND_WEIGHT___9 dydd", None),
            ],
        ),
        entry("en", "en/a/", &[("Leave", Some("leave"))]),
    ]
}

fn paths(files: &[SearchFile]) -> Vec<&str> {
    files.iter().map(|file| file.path.as_str()).collect()
}

/// What the engine keeps of a page for its results, from the only file of it with these words.
fn fragment(files: &[SearchFile], language: &str, words: &str) -> Value {
    use std::io::Read;
    let folder = format!("pagefind/{language}/1/fragment/");
    let fragments = files.iter().filter(|file| file.path.starts_with(&folder));
    let read = fragments.map(|file| {
        let mut text = String::new();
        let mut unpacked = flate2::read::GzDecoder::new(&file.bytes[..]);
        unpacked.read_to_string(&mut text).unwrap();
        text.strip_prefix("pagefind_dcd").unwrap().to_owned()
    });
    let found: Vec<String> = read.filter(|text| text.contains(words)).collect();
    assert_eq!(found.len(), 1, "{words}");
    serde_json::from_str(&found[0]).unwrap()
}

use serde_json::Value;

#[test]
fn the_order_in_which_texts_come_changes_no_byte() {
    let mut turned = entries();
    turned.reverse();
    assert_eq!(files(turned), files(entries()));
}

#[test]
fn each_language_has_an_index_and_all_share_one_program() {
    let files = files(entries());
    let paths = paths(&files);
    for path in [
        "pagefind/pagefind.js",
        "pagefind/cy/1/pagefind-entry.json",
        "pagefind/cy/1/wasm.unknown.pagefind",
        "pagefind/cy/words.json",
        "pagefind/en/1/wasm.en.pagefind",
        "pagefind/en/words.json",
    ] {
        assert!(paths.contains(&path), "{path} is not among {paths:?}");
    }
    assert!(
        !paths
            .iter()
            .any(|path| path.contains("-ui") || path.contains("worker"))
    );
    assert!(!paths.contains(&"pagefind/en/1/wasm.unknown.pagefind"));
}

#[test]
fn a_result_knows_its_headings_and_what_it_shows() {
    let files = files(entries());
    let fragment = fragment(&files, "cy", "pholisi");
    assert_eq!(fragment["content"], "Polisi’r tŷ Ein pholisi");
    assert_eq!(fragment["url"], "cy/b/");
    let anchors = fragment["anchors"].as_array().unwrap();
    assert_eq!(anchors[0]["element"], "result");
    let result = anchors[0]["id"].as_str().unwrap();
    let decoded = percent_encoding::percent_decode_str(result)
        .decode_utf8()
        .unwrap();
    assert_eq!(decoded, "<p class=\"a b\">50%\nPolisi’r tŷ</p>");
    assert_eq!(
        (&anchors[1]["element"], &anchors[1]["id"]),
        (&"2".into(), &"polisir-ty".into())
    );
    assert_eq!(anchors[1]["location"], 0);
}

#[test]
fn a_word_that_looks_like_a_mark_is_a_word() {
    let files = files(entries());
    assert_eq!(
        fragment(&files, "cy", "dydd")["content"],
        "Gwyliau PAGEFIND_WEIGHT___9 dydd"
    );
}

#[test]
fn words_are_plain_and_come_with_what_mutates_them() {
    let files = files(entries());
    let file = |path: &str| files.iter().find(|file| file.path == path).unwrap();
    let welsh: Value = serde_json::from_slice(&file("pagefind/cy/words.json").bytes).unwrap();
    let words: Vec<&str> = welsh["words"].as_str().unwrap().split(' ').collect();
    for word in ["polisi", "polisir", "pholisi", "ty", "gwyliau"] {
        assert!(words.contains(&word), "{word} is not among {words:?}");
    }
    assert!(
        welsh["rules"]
            .as_array()
            .unwrap()
            .contains(&serde_json::json!(["p", "mh", "h", ""]))
    );
    let english: Value = serde_json::from_slice(&file("pagefind/en/words.json").bytes).unwrap();
    assert_eq!(english["words"], "");
    assert_eq!(english["in_force"], serde_json::json!(["1/"]));
    let french: Value = serde_json::from_slice(&file("pagefind/fr/words.json").bytes).unwrap();
    assert_eq!(french["in_force"], serde_json::json!([]));
}

#[test]
fn much_is_parted_and_history_is_apart() {
    let entry = |address: &str, index: SearchIndex, words: usize| Entry {
        index,
        parts: vec![SearchPart {
            words: "word ".repeat(words),
            heading: None,
        }],
        ..entry("en", address, &[("Leave", None)])
    };
    let half = WORDS_OF_AN_INDEX / 2;
    let parts = parted(vec![
        entry("a", SearchIndex::InForce, half),
        entry("b", SearchIndex::InForce, half),
        entry("c", SearchIndex::InForce, 1),
        entry("d", SearchIndex::InForce, WORDS_OF_AN_INDEX + 1),
        entry("e", SearchIndex::InForce, 1),
        entry("f", SearchIndex::History, 1),
    ]);
    let sizes: Vec<usize> = parts.iter().map(|part| part.entries.len()).collect();
    assert_eq!(sizes, [2, 1, 1, 1, 1]);
    assert_eq!(parts[4].index, SearchIndex::History);
}
