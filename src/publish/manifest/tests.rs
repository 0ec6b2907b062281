use super::*;

fn manifest(paths: &[&str]) -> Manifest {
    let entry = |path: &&str| Entry {
        path: (*path).into(),
        size: path.len() as u64,
        digest: Digest::of(path.as_bytes()),
    };
    Manifest::new(paths.iter().map(entry).collect())
}

#[test]
fn a_list_is_read_as_it_was_written() {
    let written = manifest(&["en/b c  d.html", "cy/tŷ.html", "en.html", "en/a.html"]);
    assert_eq!(parse(&written.to_string()), Ok(written));
    assert_eq!(parse(&manifest(&[]).to_string()), Ok(manifest(&[])));
}

#[test]
fn the_fingerprint_is_sha_256() {
    // The example "abc" of FIPS 180-4.
    let expected = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    assert_eq!(Digest::of(b"abc").to_string(), expected);
    assert_eq!(Digest::parse(expected), Some(Digest::of(b"abc")));
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
    let digest = Digest::of(b"b");
    let with_last_line = |line: &str| {
        let (head, _) = good.trim_end().rsplit_once('\n').unwrap();
        parse(&format!("{head}\n{line}\n"))
    };
    for line in [
        "".to_owned(),
        "b".to_owned(),
        format!("{digest} b"),
        format!("{digest} -1 b"),
        format!("{digest} 1 ../b"),
        format!("{digest} 1 a"),
        format!("{digest} 1 "),
        format!("{} 1 b", digest.to_string().to_uppercase()),
        format!("{digest} 1 b\r"),
    ] {
        assert_eq!(
            with_last_line(&line).map_err(|(at, _)| at),
            Err(3),
            "{line}"
        );
    }
    assert!(with_last_line(&format!("{digest} 1 b")).is_ok());
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
    assert_eq!(manifest.find("en.html").map(|entry| entry.size), Some(7));
    assert_eq!(manifest.find("en"), None);
}
