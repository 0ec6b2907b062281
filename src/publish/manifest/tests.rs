use super::*;

fn manifest(paths: &[&str]) -> Manifest {
    Manifest::new(paths.iter().copied().map(Box::from).collect())
}

#[test]
fn a_list_is_read_as_it_was_written() {
    let written = manifest(&["en/b c  d.html", "cy/tŷ.html", "en.html", "en/a.html"]);
    assert_eq!(parse(&written.to_string()), Ok(written));
    assert_eq!(parse(&manifest(&[]).to_string()), Ok(manifest(&[])));
}

#[test]
fn a_list_of_the_first_form_is_read() {
    let fingerprint = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    let of_first_form = |line: &str| parse(&format!("canllaw-manifest 1: 1 files\n{line}\n"));
    let read = of_first_form(&format!("{fingerprint} 4 en/b c.html"));
    assert_eq!(read, Ok(manifest(&["en/b c.html"])));
    for damaged in ["en/index.html", "", &format!("{fingerprint} 4 ../x")] {
        assert_eq!(of_first_form(damaged).map_err(|(at, _)| at), Err(2));
    }
}

#[test]
fn a_list_cut_short_anywhere_is_damaged() {
    let whole = manifest(&["cy/index.html", "en/index.html"]).to_string();
    for end in 0..whole.len() {
        assert!(parse(&whole[..end]).is_err(), "cut at {end}");
    }
}

#[test]
fn damage_is_placed_on_its_line() {
    let good = manifest(&["a", "b"]).to_string();
    let with_last_line = |line: &str| {
        let (head, _) = good.trim_end().rsplit_once('\n').unwrap();
        parse(&format!("{head}\n{line}\n")).map_err(|(at, _)| at)
    };
    for line in ["", "../b", "/b", "a", "b/", "b\r"] {
        assert_eq!(with_last_line(line), Err(3), "{line}");
    }
    assert_eq!(with_last_line("b"), Ok(manifest(&["a", "b"])));
    assert_eq!(parse("shopping list\n").map_err(|(at, _)| at), Err(1));
}

#[test]
fn a_folder_is_known_by_the_files_below_it() {
    let manifest = manifest(&["en-2/x.html", "en.html", "en/a/b.html"]);
    assert!(manifest.has_below("en"));
    assert!(manifest.has_below("en/a"));
    assert!(!manifest.has_below("en/a/b.html"));
    assert!(!manifest.has_below("e"));
    assert!(!manifest.has_below("en.html"));
    assert!(manifest.has("en.html"));
    assert!(!manifest.has("en"));
}
