//! How good comparisons are: seeded edits with known truth on the texts of the example site, and what
//! they cost.
//!
//! `cargo bench --bench comparison_quality` prints a table of the measures and fails when one of them
//! does not hold. `-- --seed N` takes other edits, `-- --cases N` more or fewer, `-- --show OPERATION`
//! prints what went wrong and `-- --show mirror` what reads otherwise backwards; `-- --corpora` adds the texts in the folder that `CANLLAW_CORPORA` names.

mod edits;
#[path = "../../tests/testsuite/comparison_support/page.rs"]
mod page;
mod random;
mod score;
mod speed;
mod table;
mod text;
mod texts;

use std::collections::BTreeMap;

use canllaw::diff::{self, Kind, Side};
use canllaw::language::LanguageCode;
use canllaw::markdown::html::{Options, PlainLinks, Writer};
use canllaw::markdown::tree::Tree;
use canllaw::markdown::{ParseOptions, parse};
use canllaw::source::Source;

use edits::{Edited, Operation};
use random::Random;
use score::{Outcome, Places, Tally};
use table::Table;
use text::Text;
use texts::Base;

/// The program's own.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

struct Settings {
    seed: u64,
    cases: usize,
    show: Option<String>,
    corpora: bool,
    speed: bool,
}

fn main() {
    let settings = settings();
    let bases = texts::bases(settings.corpora);
    let mut table = Table::default();
    for (name, edits, cases, least) in [
        ("one edit", 1, settings.cases, 0.98),
        ("five edits", 5, settings.cases / 2, 0.95),
        ("twenty edits", 20, settings.cases / 8, 0.0),
    ] {
        let results = run(&bases, edits, cases, &settings);
        results.report(name, least, edits == 1, &mut table);
    }
    unchanged(&bases, &mut table);
    twins(&bases, &settings, &mut table);
    if settings.speed {
        speed::measure(&bases, &mut table);
    }
    table.print();
    if !table.holds() {
        std::process::exit(1);
    }
}

fn settings() -> Settings {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let after = |name: &str| {
        let at = arguments.iter().position(|argument| argument == name)?;
        arguments.get(at + 1).cloned()
    };
    Settings {
        seed: after("--seed")
            .and_then(|seed| seed.parse().ok())
            .unwrap_or(1),
        cases: after("--cases")
            .and_then(|cases| cases.parse().ok())
            .unwrap_or(40),
        show: after("--show"),
        corpora: arguments.iter().any(|argument| argument == "--corpora"),
        speed: !arguments.iter().any(|argument| argument == "--no-speed"),
    }
}

/// What came of many cases.
#[derive(Default)]
struct Results {
    cases: usize,
    tallies: BTreeMap<Operation, Tally>,
    cases_with_extra: usize,
    moves: (usize, usize, usize),
    words_ratios: Vec<f64>,
    runs_ratios: Vec<f64>,
    unshown: usize,
    fallbacks: usize,
    broken_pages: usize,
    mirrored: usize,
}

fn run(bases: &[Base], edits: usize, cases: usize, settings: &Settings) -> Results {
    let mut results = Results::default();
    for base in bases {
        for (nth, operation) in Operation::ALL.into_iter().enumerate() {
            for case in 0..cases {
                let seed = settings.seed * 1_000_003 + (nth * 10_007 + case) as u64;
                let mut random = Random::new(seed);
                let edited = edit(base, operation, edits, &mut random);
                if !edited.truths.is_empty() {
                    results.add(base, &edited, settings, seed);
                }
            }
        }
    }
    results
}

fn edit(base: &Base, first: Operation, edits: usize, random: &mut Random) -> Edited {
    let mut edited = Edited::new(&base.text);
    edited.apply(first, random, &base.pool);
    for _ in 1..edits {
        let operation = random.pick(&Operation::ALL).copied();
        edited.apply(operation.unwrap_or(first), random, &base.pool);
    }
    edited
}

/// A text that was written and read.
struct Read {
    source: Source,
    tree: Tree,
    places: BTreeMap<text::Id, text::Lines>,
}

fn read(text: &Text) -> Read {
    let (written, places) = text.write();
    let source = Source::new("text.md", written);
    let tree = parse(&source, 0, None, &ParseOptions::default()).tree;
    Read {
        source,
        tree,
        places,
    }
}

fn show(outcome: &Outcome, edited: &Edited, settings: &Settings, base: &Base, seed: u64) {
    let Some(wanted) = &settings.show else { return };
    let first = edited
        .truths
        .first()
        .map(|truth| format!("{:?}", truth.operation));
    if !outcome.is_right() && (wanted == "all" || first.as_deref() == Some(wanted)) {
        println!("{} seed {seed} {first:?}:", base.name);
        for fault in &outcome.faults {
            println!("    {fault}");
        }
        if let Some(folder) = std::env::var_os("QUALITY_DUMP") {
            let folder = std::path::Path::new(&folder);
            let file = |side: &str| folder.join(format!("{}-{seed}-{side}.md", base.name));
            let _ = std::fs::write(file("old"), base.text.write().0);
            let _ = std::fs::write(file("new"), edited.new.write().0);
        }
    }
}

impl Results {
    fn add(&mut self, base: &Base, edited: &Edited, settings: &Settings, seed: u64) {
        let (old, new) = (read(&base.text), read(&edited.new));
        let comparison = diff::compare(&old.tree, &new.tree, &base.language);
        let places = Places {
            old: (&old.source, &old.places),
            new: (&new.source, &new.places),
        };
        let mut outcome = score::score(&comparison, &edited.truths, &places);
        if comparison.fallbacks > 0 {
            outcome.faults.push("falls back".to_owned());
        }
        show(&outcome, edited, settings, base, seed);
        self.cases += 1;
        self.unshown += usize::from(comparison.is_empty());
        self.fallbacks += comparison.fallbacks;
        self.broken_pages += usize::from(!page_holds(&comparison, &old.tree, &new.tree));
        let unlike = unmirrored(&comparison, &old, &new, &base.language);
        if settings.show.as_deref() == Some("mirror") && !unlike.is_empty() {
            println!("{} seed {seed}, there (<) and back (>):", base.name);
            unlike.iter().for_each(|line| println!("    {line}"));
        }
        self.mirrored += usize::from(unlike.is_empty());
        self.count(&outcome);
    }

    fn count(&mut self, outcome: &Outcome) {
        for (operation, tally) in &outcome.tallies {
            let sum = self.tallies.entry(*operation).or_default();
            sum.found += tally.found;
            sum.missed += tally.missed;
            sum.wrong += tally.wrong;
        }
        self.cases_with_extra += usize::from(outcome.extra > 0);
        self.moves.0 += outcome.moves_reported;
        self.moves.1 += outcome.moves_right;
        self.moves.2 += outcome.moves_true;
        self.words_ratios.push(outcome.words_ratio);
        self.runs_ratios.extend(&outcome.runs_ratio);
    }

    #[allow(clippy::too_many_lines, reason = "a table: what is measured, in turn")]
    fn report(&self, name: &str, least: f64, is_strict: bool, table: &mut Table) {
        let scores: Vec<f64> = self.tallies.values().map(Tally::f1).collect();
        let macro_f1 = scores.iter().sum::<f64>() / scores.len().max(1) as f64;
        table.at_least(
            &format!("{name}: operations found, macro F1"),
            macro_f1,
            least,
        );
        for (operation, tally) in &self.tallies {
            if tally.f1() < 0.98 {
                table.tell(
                    &format!("    {operation:?}"),
                    &format!("{:.3} {tally:?}", tally.f1()),
                );
            }
        }
        let share = |part: usize, all: usize| part as f64 / all.max(1) as f64;
        let extra = share(self.cases_with_extra, self.cases);
        let (most, precision, recall) = match (is_strict, least > 0.0) {
            (true, _) => (0.02, 0.99, 0.90),
            (false, true) => (1.0, 0.99, 0.90),
            (false, false) => (1.0, 0.0, 0.0),
        };
        table.at_most(
            &format!("{name}: cases with a change where nothing was edited"),
            extra,
            most,
        );
        table.at_least(
            &format!("{name}: moves, precision"),
            share(self.moves.1, self.moves.0),
            precision,
        );
        table.at_least(
            &format!("{name}: moves, recall"),
            share(self.moves.1, self.moves.2),
            recall,
        );
        let strict = |most: f64| if least > 0.0 { most } else { f64::MAX };
        table.at_most(
            &format!("{name}: words marked ÷ changed, median"),
            percentile(&self.words_ratios, 0.5),
            strict(1.05),
        );
        table.at_most(
            &format!("{name}: words marked ÷ changed, 95th percentile"),
            percentile(&self.words_ratios, 0.95),
            strict(1.5),
        );
        table.at_most(
            &format!("{name}: runs of marks ÷ true runs, 95th percentile"),
            percentile(&self.runs_ratios, 0.95),
            strict(1.5),
        );
        table.at_most(
            &format!("{name}: edits of which nothing is shown"),
            self.unshown as f64,
            0.0,
        );
        table.at_most(
            &format!("{name}: fallbacks"),
            share(self.fallbacks, self.cases),
            0.001,
        );
        table.at_most(
            &format!("{name}: pages that do not stand for both texts"),
            self.broken_pages as f64,
            0.0,
        );
        table.at_least(
            &format!("{name}: mirrored"),
            share(self.mirrored, self.cases),
            strict_share(least),
        );
        table.tell(&format!("{name}: cases"), &self.cases.to_string());
    }
}

fn strict_share(least: f64) -> f64 {
    if least > 0.0 { 0.99 } else { 0.0 }
}

fn percentile(values: &[f64], share: f64) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let at = ((sorted.len() as f64 - 1.0) * share).round() as usize;
    sorted.get(at).copied().unwrap_or(1.0)
}

/// Whether the page, by its marks, is both texts, and has one mark for each change.
fn page_holds(comparison: &diff::Comparison<'_>, old: &Tree, new: &Tree) -> bool {
    let options = Options::default();
    let labels = |_: &diff::html::Label<'_>| "label".to_owned();
    let page = page::parse(&diff::html::write(
        comparison,
        &labels,
        diff::html::BothLinks::alike(&PlainLinks),
        &options,
    ));
    let text = |tree: &Tree| {
        let mut writer = Writer::new(&PlainLinks, &options);
        writer.blocks(&tree.blocks);
        page::parse(&writer.finish()).text_of(Side::New)
    };
    let mut marks = Vec::new();
    page.walk(&mut |element| marks.extend(element.attributes.get("data-change").cloned()));
    let kinds = comparison.changes.iter().map(|change| {
        let names: Vec<&str> = change.kinds.iter().map(|kind| kind.name()).collect();
        names.join(" ")
    });
    page.text_of(Side::Old) == text(old) && page.text_of(Side::New) == text(new) && kinds.eq(marks)
}

/// What the comparison the other way round says, mirrored, that this one does not, and the reverse.
fn unmirrored(
    comparison: &diff::Comparison<'_>,
    old: &Read,
    new: &Read,
    language: &LanguageCode,
) -> Vec<String> {
    let back = diff::compare(&new.tree, &old.tree, language);
    let mirror = |kind: &Kind| match kind {
        Kind::Added => Kind::Removed,
        Kind::Removed => Kind::Added,
        Kind::Split => Kind::Joined,
        Kind::Joined => Kind::Split,
        other => *other,
    };
    type Said = (Vec<Kind>, Vec<[usize; 2]>, Vec<[usize; 2]>);
    let lines = |passages: &[diff::Passage], source: &Source| {
        passages
            .iter()
            .map(|passage| source.lines(&passage.span))
            .collect()
    };
    let mut there: Vec<Said> = comparison
        .changes
        .iter()
        .map(|change| {
            let mut kinds = change.kinds.clone();
            kinds.sort_unstable();
            (
                kinds,
                lines(&change.old, &old.source),
                lines(&change.new, &new.source),
            )
        })
        .collect();
    let mut here: Vec<Said> = back
        .changes
        .iter()
        .map(|change| {
            let mut kinds: Vec<Kind> = change.kinds.iter().map(mirror).collect();
            kinds.sort_unstable();
            (
                kinds,
                lines(&change.new, &old.source),
                lines(&change.old, &new.source),
            )
        })
        .collect();
    there.sort_unstable();
    here.sort_unstable();
    let only = |ours: &[Said], theirs: &[Said], sign: char| -> Vec<String> {
        let alone = ours.iter().filter(|said| !theirs.contains(said));
        alone.map(|said| format!("{sign} {said:?}")).collect()
    };
    let mut unlike = only(&there, &here, '<');
    unlike.extend(only(&here, &there, '>'));
    unlike
}

/// A text against itself, and against itself with other line breaks and spaces.
fn unchanged(bases: &[Base], table: &mut Table) {
    let mut reported = 0;
    for base in bases {
        let (written, _) = base.text.write();
        let paragraphs = |from: &str, to: &str| -> String {
            let blocks = written.split_inclusive("\n\n");
            let each = blocks.map(|block| match block.starts_with(char::is_alphabetic) {
                true => block.replace(from, to),
                false => block.to_owned(),
            });
            each.collect()
        };
        let reflowed = paragraphs(", ", ",\n");
        let spaced = paragraphs(". ", ".  ").replace("\n\n", "\n\n\n");
        for other in [&written, &reflowed, &spaced] {
            let read = |text: &str| {
                let source = Source::new("text.md", text);
                parse(&source, 0, None, &ParseOptions::default()).tree
            };
            let (old, new) = (read(&written), read(other));
            reported += diff::compare(&old, &new, &base.language).changes.len();
        }
    }
    table.at_most(
        "white space or reflow shown as change",
        reported as f64,
        0.0,
    );
}

/// The same edits made to texts that say the same in two languages.
fn twins(bases: &[Base], settings: &Settings, table: &mut Table) {
    let (mut same, mut all) = (0, 0);
    for pair in bases.chunks(2) {
        let [one, other] = pair else { continue };
        for (nth, operation) in Operation::ALL.into_iter().enumerate() {
            for case in 0..settings.cases {
                let seed = settings.seed * 7_919 + (nth * 10_007 + case) as u64;
                let edited = |base: &Base| edit(base, operation, 1, &mut Random::new(seed));
                let (a, b) = (edited(one), edited(other));
                let truth = |edited: &Edited| -> Vec<_> {
                    let each = edited.truths.iter();
                    each.map(|truth| (truth.kinds.clone(), truth.old.clone()))
                        .collect()
                };
                if a.truths.is_empty() || truth(&a) != truth(&b) {
                    continue;
                }
                all += 1;
                same += usize::from(said(one, &a) == said(other, &b));
            }
        }
    }
    let share = same as f64 / f64::from(all.max(1));
    table.at_least("twins: the same operations", share, 0.98);
    table.tell("twins: cases", &all.to_string());
}

fn said(base: &Base, edited: &Edited) -> Vec<(Vec<Kind>, diff::Node)> {
    let (old, new) = (read(&base.text), read(&edited.new));
    let comparison = diff::compare(&old.tree, &new.tree, &base.language);
    let each = comparison.changes.iter();
    each.map(|change| (change.kinds.clone(), change.node))
        .collect()
}
