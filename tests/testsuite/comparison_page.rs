//! What the pages of a document say of its changes: notes, labels, columns, and the age of each paragraph.

use crate::site::{Output, Page, Site, resolve};

const FIRST: &str = "# Leave\n\n## Days\n\nEverybody has 25 days of leave a year.\n\n## Asking\n\nAsk your manager in good time, and in writing.\n\n1. Say from when until when.\n2. Say who stands in for you.\n";

fn second() -> String {
    FIRST.replace("25 days", "28 days")
}

fn third() -> String {
    second().replace("2. Say who", "2. Say how you can be reached.\n3. Say who")
}

fn three_versions() -> Site {
    Site::in_english()
        .text("policy/leave/2022-04-01/en.md", FIRST)
        .text("policy/leave/2023-04-01/en.md", second())
        .text("policy/leave/2024-04-01/en.md", third())
}

/// The notes beside the parts of a text: what each says, and where it leads.
fn ages(page: &Page) -> Vec<(String, Option<String>)> {
    let note = |element: scraper::ElementRef<'_>| {
        let href = element.attr("href").map(str::to_owned);
        (element.text().collect::<String>(), href)
    };
    page.select("article .since")
        .into_iter()
        .map(note)
        .collect()
}

fn age(date: &str, href: Option<&str>) -> (String, Option<String>) {
    (date.to_owned(), href.map(str::to_owned))
}

#[test]
fn each_part_says_which_version_gave_it_its_wording() {
    let built = three_versions().build();
    let page = built.output().page("en/policy/leave/2024-04-01/");
    let first = age("1 April 2022", None);
    let days = age(
        "1 April 2023",
        Some("../changes/2022-04-01/2023-04-01/#change-1"),
    );
    let reached = age(
        "1 April 2024",
        Some("../changes/2023-04-01/2024-04-01/#change-1"),
    );
    let (title, heading, asking, ask) = (&first, &first, &first, &first);
    let (when, who) = (&first, &first);
    let expected = [title, heading, &days, asking, ask, when, &reached, who];
    assert_eq!(ages(&page).iter().collect::<Vec<_>>(), expected);
    leads_to_changes(built.output(), &page);

    let document = built.output().page("en/policy/leave/");
    assert_eq!(ages(&document).len(), expected.len());
    leads_to_changes(built.output(), &document);
    let oldest = built.output().page("en/policy/leave/2022-04-01/");
    assert!(ages(&oldest).is_empty() && oldest.select(".ages").is_empty());
}

fn leads_to_changes(output: &Output, page: &Page) {
    for href in page.attributes("article a.since", "href") {
        let (address, anchor) = resolve(page.address(), &href).unwrap();
        let change = output.page(&address);
        let change = change.only(&format!("#{}", anchor.unwrap()));
        assert!(change.attr("data-change").is_some(), "{href}");
    }
}

#[test]
fn without_comparisons_a_date_leads_nowhere() {
    let built = three_versions().setting("comparisons: none\n").build();
    let page = built.output().page("en/policy/leave/");
    let ages = ages(&page);
    assert!(ages.contains(&age("1 April 2023", None)), "{ages:?}");
    assert!(ages.iter().all(|(_, href)| href.is_none()), "{ages:?}");
}

#[test]
fn a_language_tells_its_own_ages() {
    let built = Site::in_two_languages()
        .text("policy/leave/2022-04-01/en.md", FIRST)
        .text("policy/leave/2023-04-01/en.md", second())
        .text(
            "policy/leave/2023-04-01/cy.md",
            "# Absenoldeb\n\nMae gan bawb 28 diwrnod.\n",
        )
        .build();
    let page = |address: &str| built.output().page(address);
    assert!(!ages(&page("en/policy/leave/2023-04-01/")).is_empty());
    let addresses = built.output().pages();
    let welsh = addresses
        .iter()
        .filter(|address| address.starts_with("cy/") && address.contains("leave"));
    for address in welsh {
        assert!(ages(&page(address)).is_empty(), "{address}");
    }
}

#[test]
fn the_page_carries_each_note_and_leads_to_its_place() {
    let old = "# Rules\n\n## 3 rules\n\n1. Lock the door.\n2. Close the window.\n3. Switch off the light.\n\n## More\n\nOf these, item 2 matters most.\n";
    let new = old
        .replace("1. Lock", "1. Greet the porter.\n2. Lock")
        .replace("2. Close", "3. Close")
        .replace("3. Switch", "4. Switch");
    let built = Site::in_english()
        .text("policy/rules/2022-04-01/en.md", old)
        .text("policy/rules/2023-04-01/en.md", &new)
        .build();
    let page = built
        .output()
        .page("en/policy/rules/changes/2022-04-01/2023-04-01/");
    let classes = page.attributes(".comparison-notes li", "class");
    assert_eq!(classes, ["note-count-mismatch", "note-stale-reference"]);
    let ids = page.ids();
    let hrefs = page.attributes(".comparison-notes a", "href");
    assert_eq!(hrefs, ["#3-rules", "#more"]);
    assert!(hrefs.iter().all(|href| ids.contains(&href[1..].to_owned())));
}

/// The rows of the table of a comparison, each cell as it is marked; `-` stands where a row has no cell in a column.
fn rows(page: &Page) -> Vec<Vec<String>> {
    let cell = |cell: scraper::ElementRef<'_>| {
        let marked = |name: &str| {
            cell.child_elements()
                .any(|child| child.value().name() == name)
        };
        let own = cell.children().filter(|child| {
            let element = child.value().as_element();
            element.is_none_or(|element| element.attr("data-aside").is_none())
        });
        let words = own.flat_map(|child| child.descendants());
        let words: String = words
            .filter_map(|node| node.value().as_text().map(|text| text.to_string()))
            .collect();
        let words = words.trim();
        match cell.attr("data-aside") {
            Some(_) => "-".to_owned(),
            None if marked("del") => format!("del {words}"),
            None if marked("ins") => format!("ins {words}"),
            None => words.to_owned(),
        }
    };
    let rows = page.select("article tr").into_iter();
    rows.map(|row| row.child_elements().map(cell).collect())
        .collect()
}

#[test]
fn a_row_that_came_or_went_stands_in_the_columns_that_it_has() {
    let old = "# Fees\n\n| Service | Old code | Fee |\n|---|---|--:|\n| Search | S1 | £15 |\n| Copy | C1 | £2 |\n| Amendment | A1 | £75 |\n";
    let new = "# Fees\n\n| Service | Fee | Online |\n|---|--:|---|\n| Search | £15 | £10 |\n| Copy | £2 | £1 |\n| Translation | £40 | £30 |\n";
    let built = Site::in_english()
        .text("policy/fees/2022-04-01/en.md", old)
        .text("policy/fees/2023-04-01/en.md", new)
        .build();
    let page = built
        .output()
        .page("en/policy/fees/changes/2022-04-01/2023-04-01/");
    let expected = [
        ["Service", "del Old code", "Fee", "ins Online"],
        ["Search", "del S1", "£15", "ins £10"],
        ["Copy", "del C1", "£2", "ins £1"],
        ["del Amendment", "del A1", "del £75", "-"],
        ["ins Translation", "-", "ins £40", "ins £30"],
    ];
    assert_eq!(rows(&page), expected);
    let aligned: Vec<usize> = page
        .select("article tr")
        .into_iter()
        .flat_map(|row| {
            let cells = row.child_elements().enumerate();
            let right = cells.filter(|(_, cell)| {
                let mut classes = cell.value().classes();
                classes.any(|class| class == "align-right")
            });
            right.map(|(at, _)| at).collect::<Vec<_>>()
        })
        .collect();
    assert_eq!(aligned, [2, 2, 2, 2, 2]);
}

#[test]
fn a_row_that_moved_leaves_a_place_as_wide_as_its_table() {
    let old = "# Records\n\n| Record | Owner | Legal basis |\n|---|---|---|\n| Staff files | HR | Contract |\n| Payroll | Finance | Legal obligation |\n| Complaints | Governance | Public task |\n";
    let new = "# Records\n\n| Record | Owner | Kept for | Disposal |\n|---|---|---|---|\n| Complaints | Governance | Three years | Deletion |\n| Staff files | HR | Six years | Shredding |\n| Payroll | Finance | Six years | Deletion |\n";
    let built = Site::in_english()
        .text("policy/records/2022-04-01/en.md", old)
        .text("policy/records/2023-04-01/en.md", new)
        .build();
    let page = built
        .output()
        .page("en/policy/records/changes/2022-04-01/2023-04-01/");
    let rows = rows(&page);
    assert_eq!(rows[0].len(), 5);
    let moved = &rows[1];
    assert_eq!(moved[..2], ["Complaints", "Governance"]);
    assert!(moved.contains(&"del Public task".to_owned()), "{moved:?}");
    let spans = page.attributes("article [data-moved-to] td", "colspan");
    assert_eq!(spans, ["5"]);
}

#[test]
fn what_changed_without_a_word_is_said_in_plain_words_with_both_values() {
    let old = "# Leave\n\nYou must **not** carry days over.\n\nAsk `hr` or your *manager*.\n\nSee the guide.\n\n- First\n- Second\n";
    let new = "# Leave\n\nYou must not carry **days** over.\n\nAsk hr or your manager.\n\nSee [the guide](https://example.org).\n\n1. First\n2. Second\n";
    let built = Site::in_english()
        .text("policy/leave/2022-04-01/en.md", old)
        .text("policy/leave/2023-04-01/en.md", new)
        .build();
    let page = built
        .output()
        .page("en/policy/leave/changes/2022-04-01/2023-04-01/");
    let labels: Vec<String> = page
        .select(".change-label span")
        .into_iter()
        .map(|label| label.text().collect())
        .collect();
    let expected = [
        "Bold removed: not",
        "Bold added: days",
        "No longer shown as code: hr",
        "Italics removed: manager",
        "Link added: https://example.org",
        "Form changed: bullets → numbers",
    ];
    assert_eq!(labels, expected);
}

#[test]
fn the_label_of_changed_html_quotes_a_few_tags_and_never_a_page_of_them() {
    let table = |rows: &str| format!("<table>\n<tr><th>Zone</th><th>Fee</th></tr>\n{rows}</table>");
    let labels = |old: &str, new: &str| -> Vec<String> {
        let built = Site::in_english()
            .text("policy/fees/2022-04-01/en.md", format!("# Fees\n\n{old}\n"))
            .text("policy/fees/2023-04-01/en.md", format!("# Fees\n\n{new}\n"))
            .build();
        let page = built
            .output()
            .page("en/policy/fees/changes/2022-04-01/2023-04-01/");
        let labels = page.select(".change-label > span").into_iter();
        labels.map(|label| label.text().collect()).collect()
    };
    let row = "<tr><td>A</td><td>£2</td></tr>\n";
    let long = labels(&table(row), &table(&row.repeat(2)));
    assert!(long.contains(&"Markup changed".to_owned()), "{long:?}");
    let short = labels("<p>Pay <b>now</b>.</p>", "<p>Pay <i>now</i>.</p>");
    assert!(short.iter().any(|label| label.contains("<b>")), "{short:?}");
}

#[test]
fn what_took_another_form_says_which_it_has_now() {
    let words = "Keep the key with you.";
    let others = "Ask at the desk when you need another.\n\nBring it back.";
    for (old, new, expected) in [
        (words.to_owned(), format!("> {words}"), "Now a quotation"),
        (format!("> {words}"), words.to_owned(), "Now ordinary text"),
        (
            others.to_owned(),
            "- Ask at the desk when you need another.\n- Bring it back.".to_owned(),
            "Now a list",
        ),
        (words.to_owned(), format!("## {words}"), "Now a heading"),
    ] {
        let text = |own: &str| format!("# Keys\n\n{own}\n\nDoors are locked at six.\n");
        let built = Site::in_english()
            .text("policy/keys/2022-04-01/en.md", text(&old))
            .text("policy/keys/2023-04-01/en.md", text(&new))
            .build();
        let page = built
            .output()
            .page("en/policy/keys/changes/2022-04-01/2023-04-01/");
        let labels = page.select("article .change-label");
        let said: Vec<String> = labels.iter().map(|label| label.text().collect()).collect();
        assert!(
            said.iter().any(|label| label == expected),
            "{said:?}: {expected}"
        );
    }
}

/// What the page of a comparison says of the change that its later version states.
fn stated(output: &Output, address: &str) -> Option<String> {
    let page = output.page(address);
    let said = page.select(".comparison-head > .pairs");
    said.first().map(|said| said.text().collect())
}

#[test]
fn what_a_version_states_of_its_change_is_said_of_its_own_step_alone() {
    let text = |days: u32| format!("# Leave\n\nEverybody has {days} days.\n");
    let reworded = "# Leave\n\nEveryone has 25 days.\n";
    let built = Site::in_two_languages()
        .setting("comparisons: all\n")
        .yaml("policy/leave/document.yaml", "slug: {cy: gwyliau}\n")
        .text("policy/leave/2020-01-01/en.md", text(20))
        .text("policy/leave/2020-01-01/cy.md", text(20))
        .text("policy/leave/2022-01-01/en.md", text(25))
        .text("policy/leave/2024-01-01/en.md", reworded)
        .text("policy/leave/2024-01-01/cy.md", reworded)
        .yaml(
            "policy/leave/2024-01-01/version.yaml",
            "change: {kind: editorial, note: {en: A spelling was mended., cy: Cywirwyd sillafiad.}}\n",
        )
        .build();
    let output = built.output();
    let own = stated(output, "en/policy/leave/changes/2022-01-01/2024-01-01/").unwrap();
    assert!(own.contains("A spelling was mended.") && own.contains("the meaning is the same"));
    // The first of these is the step of its language, and the days changed in it.
    for longer in [
        "cy/polisi/gwyliau/newidiadau/2020-01-01/2024-01-01/",
        "en/policy/leave/changes/2020-01-01/2024-01-01/",
    ] {
        assert_eq!(stated(output, longer), None, "{longer}");
    }
}

#[test]
fn a_note_stays_beside_its_step_when_a_correction_comes_between_later() {
    let built = Site::in_english()
        .text("policy/leave/2020-01-01/en.md", FIRST)
        .text(
            "policy/leave/2020-01-01.1/en.md",
            FIRST.replace("good time", "good  time, please"),
        )
        .yaml(
            "policy/leave/2020-01-01.1/version.yaml",
            "published_on: 2025-01-01\n",
        )
        .text("policy/leave/2024-01-01/en.md", second())
        .yaml(
            "policy/leave/2024-01-01/version.yaml",
            "change: {note: {en: Three days more.}}\n",
        )
        .build();
    for from in ["2020-01-01", "2020-01-01.1"] {
        let address = format!("en/policy/leave/changes/{from}/2024-01-01/");
        let said = stated(built.output(), &address).unwrap_or_default();
        assert!(said.contains("Three days more."), "{address}: {said}");
    }
}

#[test]
fn what_a_text_lets_readers_fold_is_unfolded_where_changes_are_shown() {
    let text = |years: u32| {
        format!(
            "# Driving\n\n<details><summary>May I drive?</summary><p>From {years}.</p></details>\n"
        )
    };
    let built = Site::in_two_languages()
        .yaml("policy/driving/document.yaml", "slug: {cy: gyrru}\n")
        .text("policy/driving/2020-01-01/en.md", text(21))
        .text("policy/driving/2020-01-01/cy.md", text(21))
        .text("policy/driving/2024-01-01/en.md", text(25))
        .text("policy/driving/2024-01-01/cy.md", text(25))
        .build();
    let folded = |address: &str| {
        built
            .output()
            .page(address)
            .select("article details:not([open])")
            .len()
    };
    assert_eq!(folded("en/policy/driving/"), 1);
    for shows_changes in [
        "en/policy/driving/changes/2020-01-01/2024-01-01/",
        "en/policy/driving/changes/2020-01-01/current/",
        "en/policy/driving/changes/2020-01-01/2024-01-01/both-languages/",
        "en/policy/driving/2024-01-01/both-languages/",
    ] {
        let page = built.output().page(shows_changes);
        assert!(
            !page.select("article details[open]").is_empty(),
            "{shows_changes}"
        );
        assert_eq!(folded(shows_changes), 0, "{shows_changes}");
    }
}

#[test]
fn an_item_that_another_number_was_given_says_which_it_had() {
    let built = Site::in_english()
        .text("policy/leave/2020-01-01/en.md", "# Leave\n\n1. Ask first.\n2. Tell your team.\n3. Write it down.\n")
        .text("policy/leave/2024-01-01/en.md", "# Leave\n\n1. Read this.\n2. Ask first.\n3. Tell your whole team.\n4. Write it down.\n")
        .build();
    let page = built
        .output()
        .page("en/policy/leave/changes/2020-01-01/2024-01-01/");
    let items = page.select("article li");
    let numbers: Vec<_> = items
        .iter()
        .map(|item| (item.attr("value").unwrap(), item.attr("data-old-value")))
        .collect();
    let expected = [
        ("1", None),
        ("2", Some("1")),
        ("3", Some("2")),
        ("4", Some("3")),
    ];
    assert_eq!(numbers, expected);
}

#[test]
fn a_page_of_a_document_with_a_long_title_is_called_by_the_start_of_it() {
    let name = "Arrangements for keeping & handing out the keys, badges and permits of visitors, drivers and contractors";
    let unbroken = "a".repeat(100);
    let built = Site::in_english()
        .text(
            "policy/keys/2022-04-01/en.md",
            format!("# {name}\n\nOne.\n"),
        )
        .text(
            "policy/keys/2023-04-01/en.md",
            format!("# {name}\n\nTwo.\n"),
        )
        .text(
            "policy/word/2022-04-01/en.md",
            format!("# {unbroken}\n\nOne.\n"),
        )
        .build();
    let called = |address: &str| {
        let page = built.output().page(address);
        page.only("title")
            .text()
            .collect::<String>()
            .trim()
            .to_owned()
    };
    assert_eq!(
        called("en/policy/keys/"),
        "Arrangements for keeping & handing out the keys, badges and permits…"
    );
    assert_eq!(
        called("en/policy/keys/changes/2022-04-01/2023-04-01/"),
        "Arrangements for keeping & handing out the keys, badges…: what changed"
    );
    assert_eq!(called("en/policy/word/"), format!("{}…", &unbroken[..69]));
    for address in built.output().pages() {
        let length = called(&address).chars().count();
        assert!(length <= 70, "{address}: {length}");
    }
}

#[test]
fn items_that_have_another_level_and_the_halves_of_a_split_one_carry_its_mark() {
    let [buy, count, ask] = [
        "Buy with open standards in mind",
        "Count what they cost",
        "Ask the board",
    ];
    let flat = format!("# P\n\n- {buy}\n- {count}\n- {ask}\n");
    let nested = format!("# P\n\n- {buy}\n  - {count}\n- {ask}\n");
    let whole = "# P\n\n1. **Terms apply.** You need an account in order to take part.\n2. **Fees.** There may be fees for taking part.\n";
    let halves = "# P\n\n1. **Terms apply.**\n\nYou need an account in order to take part.\n\n2. **Fees.** There may be fees for taking part.\n";
    for (old, new, expected) in [
        (flat.as_str(), nested.as_str(), &[count][..]),
        (&nested, &flat, &[count]),
        (
            whole,
            halves,
            &["Terms apply.", "You need an account in order to take part."],
        ),
    ] {
        let built = Site::in_english()
            .text("policy/buying/2022-04-01/en.md", old)
            .text("policy/buying/2023-04-01/en.md", new)
            .build();
        let page = built
            .output()
            .page("en/policy/buying/changes/2022-04-01/2023-04-01/");
        let marked = page.select("[data-part=change-1]").into_iter();
        let text = |element: scraper::ElementRef<'_>| element.text().collect::<String>();
        let marked: Vec<String> = marked.map(text).collect();
        assert_eq!(marked.len(), expected.len(), "{marked:?}");
        let mut said = marked.iter().zip(expected);
        assert!(
            said.all(|(text, words)| text.trim().ends_with(words)),
            "{marked:?}"
        );
        let change = page.only("#change-1[data-change]");
        assert!(text(change).contains(expected[0]));
        assert!(
            text(change).contains("Split")
                || text(change).contains("Now at another level of the list")
        );
    }
}

#[test]
fn a_bullet_that_was_removed_is_given_no_number_of_the_list_that_has_numbers_now() {
    let bullets = "# Rules\n\n- Wear a badge.\n- Lock the door behind you.\n- Report lost keys.\n- Tell reception.\n";
    let numbers = "# Rules\n\n3. Wear a badge.\n4. Report lost keys.\n5. Tell reception.\n";
    let built = Site::in_english()
        .text("policy/keys/2020-01-01/en.md", bullets)
        .text("policy/keys/2021-01-01/en.md", numbers)
        .build();
    let page = built
        .output()
        .page("en/policy/keys/changes/2020-01-01/2021-01-01/");
    let removed: String = page.only("ol > .change:not([value])").text().collect();
    assert!(removed.contains("Lock the door"), "{removed}");
    let style = built.output().text("assets/site.css");
    let rule = style.split("ol > .change:not([value]").nth(1).unwrap();
    let rule = rule.split('}').next().unwrap();
    assert!(rule.contains("list-style:disc"), "{rule}");
}
