//! What the pages of drafts, and of versions that nobody can read yet, say of them.

mod site;

use site::Site;

#[test]
fn what_is_not_published_yet_holds_from_its_day_and_not_since() {
    let words = [
        ("en", "In force from"),
        ("cy", "Mewn grym o"),
        ("fr", "Entrée en vigueur"),
        ("ga", "I bhfeidhm ó"),
    ];
    let mut site = Site::empty()
        .file(
            "site.yaml",
            "title: {en: R, cy: R, fr: R, ga: R}\nlanguages: [{code: en}, {code: cy}, {code: fr}, {code: ga}]\n",
        )
        .yaml("leave/draft/version.yaml", "effective_from: 2028-01-01\n")
        .yaml("leave/2029-01-01/version.yaml", "published_on: 2026-01-01\n")
        .argument("--drafts")
        .on("2026-06-01");
    let versions = ["draft", "2027-01-01", "2029-01-01"];
    for version in versions {
        for (language, _) in words {
            site = site.text(&format!("leave/{version}/{language}.md"), "# Rule\n");
        }
    }
    let built = site.build();
    for version in versions {
        for (language, words) in words {
            let page = built.output().page(&format!("{language}/leave/{version}/"));
            let label = page.only(".bar dl > div:first-child dt");
            assert_eq!(
                label.text().collect::<String>(),
                words,
                "{language}/{version}"
            );
        }
    }
}
