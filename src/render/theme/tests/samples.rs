//! A page of each kind, in the states that change what the theme shows.

use crate::page::view::*;

mod comparing;
mod doors;
mod find;
mod reading;

pub use comparing::{comparison, comparison_languages};
pub use doors::{chooser, id, not_found, redirect};
pub use find::{a_to_z, on_a_date, result, search};
pub use reading::book;

pub fn on(iso: &str, text: &str) -> BeginView {
    BeginView::On {
        date: day(iso, text),
    }
}

pub fn by(iso: &str, text: &str) -> BeginView {
    BeginView::By {
        date: day(iso, text),
    }
}

fn in_2020() -> BeginView {
    BeginView::Between {
        after: day("2020-01-01", "1 January 2020"),
        by: day("2020-12-31", "31 December 2020"),
        period: Some(day("2020", "2020")),
    }
}

pub fn day(iso: &str, text: &str) -> DateView {
    DateView {
        iso: iso.into(),
        text: text.into(),
    }
}

fn link(title: &str, href: &str) -> Link {
    Link {
        title: title.into(),
        title_lang: None,
        href: href.into(),
    }
}

pub fn frame(lang: &str, title: &str) -> Frame {
    let welsh = lang == "cy";
    let pick = |en: &str, cy: &str| if welsh { cy.to_owned() } else { en.to_owned() };
    Frame {
        lang: lang.into(),
        dir: "ltr",
        site_title: pick("Staff rules and guidance", "Rheolau a chanllawiau i staff"),
        organisation: Some(pick("The Canllaw example", "Enghraifft Canllaw")),
        logo: None,
        contact: Some("contact@canllaw.example".into()),
        title: title.into(),
        title_lang: None,
        description: Some(pick(
            "The rules and guidance that hold for everybody who works here.",
            "Y rheolau a’r canllawiau sy’n gymwys i bawb sy’n gweithio yma.",
        )),
        root: "./".into(),
        home: "home.html".into(),
        changes: "changes.html".into(),
        on_a_date: "on-a-date.html".into(),
        a_z: "a-z.html".into(),
        search: Some("search.html".into()),
        feed: Some("feed.xml".into()),
        own_feed: Some(link("Using social media", "feed.xml")),
        canonical: Some("https://canllaw.example/en/policy/".into()),
        address: "https://canllaw.example/en/policy/".into(),
        alternates: vec![Alternate {
            lang: "cy".into(),
            href: "https://canllaw.example/cy/polisi/".into(),
        }],
        languages: [("en", "English"), ("cy", "Cymraeg")]
            .map(|(code, name)| LanguageLink {
                lang: code.into(),
                name: name.into(),
                href: format!("../{code}/text.html"),
                current: code == lang,
            })
            .into(),
        noindex: false,
        navigation: [
            ("Policies", "Polisïau", false),
            ("Handbook", "Llawlyfr", false),
            ("House rules", "Rheolau’r tŷ", false),
            ("About this site", "Ynghylch y wefan hon", true),
            ("Accessibility statement", "Datganiad hygyrchedd", true),
            ("Contact", "Cysylltu", true),
        ]
        .map(|(en, cy, page)| NavigationItem {
            title: pick(en, cy),
            title_lang: None,
            href: "section.html".into(),
            current: en == "Policies",
            page,
        })
        .into(),
        breadcrumbs: vec![link(&pick("Policies", "Polisïau"), "section.html")],
        feedback: Some("mailto:feedback@canllaw.example?subject=About".into()),
        unpublished: None,
    }
}

pub fn version(id: &str, begin: BeginView) -> VersionLink {
    VersionLink {
        id: id.into(),
        begin,
        corrected_on: None,
        told_apart_by: None,
        href: "text.html".into(),
    }
}

fn tenure(state: State) -> TenureView {
    let is_old = matches!(state, State::Superseded | State::Corrected);
    let (begin, tense) = match state {
        State::Draft | State::Unpublished => (BeginView::Undecided, Tense::Future),
        State::InForce | State::MayBeReplaced => (in_2020(), Tense::Present),
        State::MayHold => (in_2020(), Tense::Perhaps),
        State::Coming => (in_2020(), Tense::Future),
        _ => (by("2017-08-09", "9 August 2017"), Tense::Past),
    };
    TenureView {
        begin,
        tense,
        gaps: vec![GapView {
            from: day("2018-01-01", "1 January 2018"),
            until: day("2018-03-31", "31 March 2018"),
        }],
        unbroken_since: None,
        end: is_old.then(|| EndView {
            last_day: None,
            successor_begin: in_2020(),
            successor_tense: Tense::Present,
            successor: Some(version("2020", in_2020())),
        }),
    }
}

pub fn bar(state: State) -> VersionBar {
    let old = version("2017-08-09", by("2017-08-09", "9 August 2017"));
    let new = version("2020", in_2020());
    let is_old = matches!(state, State::Superseded | State::Corrected);
    VersionBar {
        state,
        guidance: false,
        begin: tenure(state).begin,
        tenure: tenure(state),
        corrected_on: (state == State::Corrected).then(|| day("2021-03-03", "3 March 2021")),
        corrected_in: Vec::new(),
        translated_into: Vec::new(),
        told_apart_by: None,
        previous: (!is_old).then(|| old.clone()),
        next: is_old.then(|| new.clone()),
        edited: None,
        changes_from_previous: (!is_old).then(|| "comparison.html".into()),
        changes_since_earlier: (state == State::MayHold).then(|| old.clone()),
        changes_to_current: is_old.then(|| "comparison.html".into()),
        in_force: (state != State::InForce).then(|| new.clone()),
        in_force_is_unsure: matches!(state, State::MayHold | State::MayBeReplaced),
        coming: (state == State::MayBeReplaced).then(|| new.clone()),
        changes_to_coming: (state == State::MayBeReplaced).then(|| "comparison.html".into()),
        on_that_day: is_old.then(|| ThatDay {
            day: day("2017-12-31", "31 December 2017"),
            href: "on-a-date.html".into(),
        }),
        document: "text.html".into(),
        history: "history.html".into(),
        both_languages: Some("both-languages.html".into()),
        stand_in: None,
        withdrawn: None,
        to_be_withdrawn: (state == State::InForce).then(withdrawn),
        removed: None,
        waiver: None,
    }
}

pub fn withdrawn() -> WithdrawnView {
    WithdrawnView {
        on: day("2024-05-01", "1 May 2024"),
        reason: Some("Its rules are now part of the security policy.".into()),
        replacements: vec![link("Security policy", "text.html")],
    }
}

pub fn stand_in() -> StandIn {
    StandIn {
        lang: "en".into(),
        name: "English".into(),
        newest: Some(version("2017-08-09", by("2017-08-09", "9 August 2017"))),
    }
}

pub fn text(lang: &str, state: State) -> TextView {
    let (title, article) = article(lang);
    let (heading, article) = article.split_at(article.find("\n\n").unwrap());
    TextView {
        frame: frame(lang, title),
        document: "policy/using-social-media".into(),
        version: "2020".into(),
        text_lang: lang.into(),
        canonical_page: true,
        has_ages: true,
        since: vec![SinceView {
            version: version("2017-08-09", by("2017-08-09", "9 August 2017")),
            comparison: "comparison.html".into(),
        }],
        citing: Some(reading::citing()),
        contents: contents(article),
        heading: Some(heading.into()),
        article: Some(article.into()),
        bar: bar(state),
        draft: None,
        facts: VersionFacts {
            published_on: Some(day("2020-02-03", "3 February 2020")),
            reference: Some("ATISN 11397".into()),
            approved_by: Some("Permanent Secretary’s Group".into()),
            approved_on: Some(day("2020-01-20", "20 January 2020")),
            approval_reference: Some("PSG 2020/4".into()),
            note: Some("A sixth thing to remember, on security.".into()),
            editorial: false,
            review_by: Some(day("2027-01-31", "31 January 2027")),
            review_is_past: false,
            owner: Some("Head of Digital".into()),
            contact: Some("policy@canllaw.example".into()),
            category: Some("Guidance".into()),
            replaces: vec![link("Security policy", "text.html")],
            fingerprint: "9f2c4be1a07d5536c8e40b7d21f6a95be03c47d8812fa6e5904d3b7c1a68f25d".into(),
            permanent: Some(PermanentAddress {
                href: "./".into(),
                address: "https://canllaw.example/en/policy/using-social-media/2020/".into(),
            }),
        },
        attachments: vec![AttachmentView {
            name: "decision-log.csv".into(),
            href: "decision-log.csv".into(),
            lang: Some(lang.into()),
            bytes: 12_288,
            size: "12 KB".into(),
        }],
        beside: Some(BesideView {
            previous: None,
            next: Some(Link {
                title: "Polisi diogelwch".into(),
                title_lang: Some("cy".into()),
                href: "text.html".into(),
            }),
        }),
    }
}

fn article(lang: &str) -> (&'static str, &'static str) {
    if lang == "cy" {
        (
            "Defnyddio cyfryngau cymdeithasol",
            include_str!("samples/article.cy.html"),
        )
    } else {
        (
            "Using social media",
            include_str!("samples/article.en.html"),
        )
    }
}

/// The headings of an article that have an anchor.
fn contents(article: &str) -> Vec<ContentsEntry> {
    let headings = article.match_indices("<h").filter_map(|(at, _)| {
        let rest = &article[at + 2..];
        let level = rest.get(..1)?.parse().ok().filter(|level| *level > 1)?;
        let (anchor, rest) = rest.get(1..)?.strip_prefix(" id=\"")?.split_once("\">")?;
        let (text, _) = rest.split_once('<')?;
        Some(ContentsEntry {
            text: text.into(),
            anchor: anchor.into(),
            level,
        })
    });
    headings.collect()
}

pub fn page(lang: &str) -> PageView {
    PageView {
        frame: frame(lang, "About this site"),
        text_lang: lang.into(),
        article: "<h1>About this site</h1><p>It shows every version.</p>".into(),
        stand_in: None,
    }
}

fn counts() -> CountsView {
    CountsView {
        total: 7,
        kinds: ["added", "removed", "changed", "moved"]
            .map(|name| KindCount { name, count: 2 })
            .into(),
        words_added: 61,
        words_removed: 9,
    }
}

pub fn history(lang: &str) -> HistoryView {
    let entry = |id: &str, begin, state, note: &str| HistoryEntry {
        id: id.into(),
        title: article(lang).0.into(),
        title_lang: None,
        href: "text.html".into(),
        state,
        begin,
        tenure: tenure(state),
        corrected_on: None,
        told_apart_by: None,
        published_on: Some(day("2020-02-03", "3 February 2020")),
        corrected_in: vec!["Welsh".into()],
        translated_into: Vec::new(),
        note: Some(note.into()),
        editorial: false,
        removed: false,
        reference: None,
        has_text: true,
        changes_from_previous: Some("comparison.html".into()),
        changes_since_earlier: None,
        changes_to_current: None,
        counts: Some(counts()),
        files: 1,
    };
    let newest = entry(
        "2027",
        on("2027-01-01", "1 January 2027"),
        State::Coming,
        "Names the new channels.",
    );
    let mut second = entry(
        "2020",
        in_2020(),
        State::InForce,
        "A sixth thing to remember, on security.",
    );
    second.title = "Using social and digital media".into();
    let mut first = entry(
        "2017-08-09",
        by("2017-08-09", "9 August 2017"),
        State::Superseded,
        "As released on request.",
    );
    first.tenure = tenure(State::Superseded);
    first.reference = Some("ATISN 11397".into());
    first.has_text = false;
    first.counts = None;
    first.changes_from_previous = None;
    first.changes_to_current = Some("comparison.html".into());
    HistoryView {
        frame: frame(lang, "History"),
        document: "policy/using-social-media".into(),
        document_title: article(lang).0.into(),
        document_href: "text.html".into(),
        guidance: false,
        in_force_is_unsure: false,
        none_in_force: false,
        withdrawn: None,
        to_be_withdrawn: Some(withdrawn()),
        timeline: Some(timeline()),
        pairs: Some(PairsView {
            all: false,
            versions: vec![PairedVersion {
                id: "2020".into(),
                begin: in_2020(),
                corrected_on: None,
                told_apart_by: None,
                previous: Some("comparison.html".into()),
                current: None,
                in_force: true,
            }],
        }),
        versions: vec![newest, second, first],
    }
}

fn timeline() -> TimelineView {
    let span = |from: &str, to: &str, width: &str| TimelineSpan {
        from: from.into(),
        to: to.into(),
        width: width.into(),
    };
    TimelineView {
        years: vec![TimelineYear {
            year: 2018,
            x: "20.00%".into(),
        }],
        rows: vec![TimelineRow {
            begin: in_2020(),
            corrected_on: None,
            told_apart_by: None,
            state: State::InForce,
            note: Some("A sixth thing to remember, on security.".into()),
            changes: Some(4),
            href: "comparison.html".into(),
            bars: vec![span("60.00%", "100.00%", "40.00%")],
            perhaps_before: Some(span("40.00%", "60.00%", "20.00%")),
            perhaps_after: None,
            size: 9,
            withdrawn: Vec::new(),
        }],
    }
}

pub fn both_languages(lang: &str) -> BothLanguagesView {
    let blocks =
        |lang: &str| -> Vec<String> { article(lang).1.split("\n\n").map(str::to_owned).collect() };
    let rows = blocks("en")
        .into_iter()
        .zip(blocks("cy"))
        .map(|(en, cy)| Row {
            cells: [("en", en), ("cy", cy)]
                .map(|(lang, html)| Cell {
                    lang: lang.into(),
                    html,
                })
                .into(),
        });
    BothLanguagesView {
        frame: frame(lang, article(lang).0),
        document: "policy/using-social-media".into(),
        version: "2020".into(),
        bar: bar(State::InForce),
        columns: [("en", "English"), ("cy", "Cymraeg")]
            .map(|(lang, name)| Column {
                lang: lang.into(),
                name: name.into(),
                href: "text.html".into(),
            })
            .into(),
        rows: rows.collect(),
    }
}

fn change_items(lang: &str) -> Vec<ChangeItem> {
    use ChangeItemKind::*;
    [Changed, Corrected, New, Withdrawn, Reinstated, Removed]
        .map(|kind| ChangeItem {
            date_is_latest: false,
            kind,
            date: day("2026-11-02", "2 November 2026"),
            title: article(lang).0.into(),
            title_lang: None,
            title_language: None,
            href: "text.html".into(),
            section: link("Policies", "section.html"),
            begin: on("2027-01-01", "1 January 2027"),
            begins_later: (kind == Changed).then_some(Tense::Future),
            guidance: false,
            corrected_in: vec!["Welsh".into()],
            translated_into: Vec::new(),
            note: (kind != New).then(|| "A sixth thing to remember, on security.".into()),
            comparison: (kind == Changed).then(|| "comparison.html".into()),
            counts: (kind == Changed).then(counts),
            files: usize::from(kind == Changed),
        })
        .into()
}

pub fn changes(lang: &str) -> ChangesView {
    let month = |title: &str, iso: &str| MonthView {
        title: title.into(),
        iso: iso.into(),
        items: change_items(lang),
    };
    ChangesView {
        frame: frame(lang, "Changes"),
        year: Some(2026),
        years: [2026, 2025, 2024]
            .map(|year| YearLink {
                year,
                href: "changes.html".into(),
                current: year == 2026,
            })
            .into(),
        months: vec![
            month("November 2026", "2026-11"),
            month("October 2026", "2026-10"),
        ],
    }
}

fn documents(lang: &str) -> Vec<DocumentSummary> {
    let document = |title: &str, state, begin, summary: Option<&str>| DocumentSummary {
        title: title.into(),
        title_lang: None,
        title_language: None,
        href: "text.html".into(),
        summary: summary.map(str::to_owned),
        state,
        begin,
        coming: (state == State::InForce)
            .then(|| version("2027", on("2027-01-01", "1 January 2027"))),
        withdrawn: (state == State::Withdrawn).then(withdrawn),
        category: None,
    };
    vec![
        document(
            article(lang).0,
            State::InForce,
            in_2020(),
            Some("What civil servants should bear in mind when they use social and digital media."),
        ),
        document(
            "Security policy",
            State::InForce,
            by("2017-08-09", "9 August 2017"),
            Some("The clauses on social media, 5.2 i to iii."),
        ),
        document(
            "Working from home",
            State::Coming,
            on("2027-01-01", "1 January 2027"),
            None,
        ),
        document(
            "Leave",
            State::Withdrawn,
            on("2019-04-01", "1 April 2019"),
            None,
        ),
    ]
}

fn sections(lang: &str) -> Vec<SectionSummary> {
    ["Policies", "Handbook", "House rules"]
        .map(|title| SectionSummary {
            title: title.into(),
            href: "section.html".into(),
            summary: Some("The rules that hold for everybody who works here.".into()),
            guidance: title == "Handbook",
            documents: documents(lang),
            sections: vec![SectionWithin {
                title: "Leave".into(),
                href: "section.html".into(),
                document_count: 2,
            }],
            document_count: 6,
        })
        .into()
}

fn landing(html: &str) -> LandingView {
    LandingView {
        html: html.into(),
        lang: Some("de".into()),
        stand_in: Some(stand_in()),
    }
}

pub fn home(lang: &str) -> HomeView {
    let mut frame = frame(lang, "Home");
    frame.breadcrumbs = Vec::new();
    HomeView {
        frame,
        landing: Some(landing("<p>Ask before you sign.</p>")),
        sections: sections(lang),
        recent: change_items(lang),
    }
}

pub fn section(lang: &str) -> SectionView {
    let mut frame = frame(lang, "Policies");
    frame.breadcrumbs.pop();
    SectionView {
        frame,
        guidance: true,
        landing: Some(landing(
            "<p>The rules that hold for everybody who works here.</p>",
        )),
        sections: sections(lang),
        documents: documents(lang),
        book: Some("book.html".into()),
    }
}
