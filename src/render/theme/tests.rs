use super::*;

fn languages(codes: &[&str]) -> Vec<LanguageCode> {
    codes
        .iter()
        .map(|code| LanguageCode::parse(code).unwrap())
        .collect()
}

/// A site's folder with these files in it.
fn site(files: &[(&str, &str)]) -> (tempfile::TempDir, Root) {
    let folder = tempfile::tempdir().unwrap();
    for (path, text) in files {
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    let root = Root::open(folder.path()).unwrap();
    (folder, root)
}

#[test]
fn the_built_in_theme_is_complete_in_its_languages() {
    let (_folder, root) = site(&[]);
    let found = Theme::load(&root, "default", &languages(&["en", "cy", "fr", "ga"])).err();
    assert_eq!(found, None);
}
