//! How soon the preview shows a save, and its first page.
//!
//! `cargo bench --bench preview` (Linux) makes sites of its own and prints
//!
//! - from a save to the answered page that shows it, the median of 20, at 1,000 and at 50,000 texts; and
//!   beside each `hugo server` on a site of as many pages, where `hugo` is on the path;
//! - from the start to the first page at 10,000 texts of 6 KB, beside a program that only reads them all
//!   and renders them with pulldown-cmark: this one, called with that folder.

use std::fmt::Write as _;
use std::io::{BufRead, BufReader, Read, Write as _};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use std::{env, fs, thread};

const SAVES: usize = 20;
const STARTS: usize = 5;
/// How many documents a section has.
const IN_SECTION: usize = 100;
/// Long enough for whatever a save sets off to be over before the next.
const PAUSE: Duration = Duration::from_millis(300);
const PATIENCE: Duration = Duration::from_secs(120);

fn main() {
    let folder = env::args_os().skip(1).map(PathBuf::from);
    if let Some(folder) = folder.into_iter().find(|path| path.is_dir()) {
        render_only(&folder);
        return;
    }
    let home = tempfile::tempdir().expect("a folder for the sites");
    let mut medians = Vec::new();
    for texts in [1_000, 50_000] {
        let site = home.path().join(format!("site-{texts}"));
        make_site(&site, texts, 2_000);
        let own = saves(&site);
        println!("save to page, {texts} texts: {own:.0} ms");
        medians.push(own);
        let pages = home.path().join(format!("hugo-{texts}"));
        match hugo(&pages, texts) {
            Some(other) => println!("  hugo server, {texts} pages: {other:.0} ms"),
            None => println!("  hugo server: SKIPPED, there is no `hugo` on the path"),
        }
        let _ = fs::remove_dir_all(site);
        let _ = fs::remove_dir_all(pages);
    }
    println!("  50,000 to 1,000 texts: {:.2}", medians[1] / medians[0]);

    let site = home.path().join("start");
    make_site(&site, 10_000, 6_000);
    let (mut starts, mut renders) = (Vec::new(), Vec::new());
    for _ in 0..STARTS {
        starts.push(start_to_page(&site));
        renders.push(seconds(
            Command::new(env::current_exe().expect("this program")).arg(&site),
        ));
    }
    let (start, render) = (median(&mut starts), median(&mut renders));
    println!(
        "start to first page, 10,000 texts of 6 KB: {start:.2} s, read and render only {render:.2} s, ratio {:.2}",
        start / render
    );
}

/// A site of so many texts: documents of two versions in two languages.
fn make_site(folder: &Path, texts: usize, bytes: usize) {
    let put = |path: String, text: &str| {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
    };
    put(
        "site.yaml".into(),
        "title: {en: Rules, cy: Rheolau}\nlanguages: [{code: en}, {code: cy}]\n",
    );
    for document in 0..texts / 4 {
        let section = document / IN_SECTION;
        if document % IN_SECTION == 0 {
            let yaml = format!("title: {{en: Section {section}, cy: Adran {section}}}\n");
            put(format!("content/s{section}/section.yaml"), &yaml);
        }
        for version in ["2019-01-01", "2022-01-01"] {
            for language in ["en", "cy"] {
                let text = words(document, bytes);
                put(
                    format!("content/s{section}/d{document}/{version}/{language}.md"),
                    &text,
                );
            }
        }
    }
}

/// A text of about so many bytes, another for each number.
fn words(number: usize, bytes: usize) -> String {
    const WORDS: [&str; 16] = [
        "staff", "must", "keep", "the", "record", "of", "each", "decision", "and", "may", "not",
        "use", "council", "network", "for", "gain",
    ];
    let mut text = format!("# Document {number}\n");
    let mut state = number as u64 + 1;
    let mut next = |limit: u64| {
        // Marsaglia's xorshift, 64 bits.
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state % limit) as usize
    };
    let mut section = 0;
    while text.len() < bytes {
        section += 1;
        let _ = write!(text, "\n## Part {section}\n\n");
        for _ in 0..40 + next(40) {
            text.push_str(WORDS[next(16)]);
            text.push(' ');
        }
        text.push_str("**now**.\n\n");
        for _ in 0..3 {
            let _ = writeln!(
                text,
                "- {} {} [{}](https://example.org/{section})",
                WORDS[next(16)],
                WORDS[next(16)],
                WORDS[next(16)]
            );
        }
    }
    text
}

/// A preview that runs until it is dropped.
struct Running {
    child: Child,
    address: String,
}

impl Running {
    fn of(site: &Path) -> Running {
        let mut child = Command::new(env!("CARGO_BIN_EXE_canllaw"))
            .args([
                "serve",
                "--on",
                "2026-11-23",
                "--address",
                "127.0.0.1:0",
                "--site",
            ])
            .arg(site)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program to start");
        let mut line = String::new();
        let stdout = child.stdout.take().expect("its output");
        BufReader::new(stdout)
            .read_line(&mut line)
            .expect("its address");
        let address = line.trim().trim_start_matches("http://");
        Running {
            address: address.trim_end_matches('/').to_owned(),
            child,
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn ask(address: &str, path: &str) -> std::io::Result<TcpStream> {
    let mut stream = TcpStream::connect(address)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    write!(
        stream,
        "GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n"
    )?;
    Ok(stream)
}

fn get(address: &str, path: &str) -> std::io::Result<String> {
    let mut bytes = Vec::new();
    ask(address, path)?.read_to_end(&mut bytes)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// The median, in milliseconds, from a save to the answered page, as an open page asks for it.
fn saves(site: &Path) -> f64 {
    let running = Running::of(site);
    let mut notices = BufReader::new(ask(&running.address, "/.canllaw/events").expect("notices"));
    next_notice(&mut notices);
    let file = site.join("content/s0/d0/2022-01-01/en.md");
    let text = fs::read_to_string(&file).expect("the text");
    let mut times = Vec::new();
    for save in 0..=SAVES {
        thread::sleep(PAUSE);
        let start = Instant::now();
        fs::write(&file, format!("{text}\n\nSave {save} of them.\n")).expect("to save");
        loop {
            next_notice(&mut notices);
            let page = get(&running.address, "/en/s0/d0/").expect("the page");
            if page.contains(&format!("Save {save} of them.")) {
                break;
            }
        }
        // The first finds nothing kept.
        if save > 0 {
            times.push(start.elapsed().as_secs_f64() * 1000.0);
        }
    }
    median(&mut times)
}

fn next_notice(notices: &mut impl BufRead) {
    let mut line = String::new();
    while !line.starts_with("data:") {
        line.clear();
        assert_ne!(notices.read_line(&mut line).expect("a notice"), 0);
    }
}

/// Seconds from the start of the program to its first page.
fn start_to_page(site: &Path) -> f64 {
    let start = Instant::now();
    let running = Running::of(site);
    let page = get(&running.address, "/en/s0/d0/").expect("the page");
    assert!(page.contains("Document 0"));
    start.elapsed().as_secs_f64()
}

/// The same as [`saves`] for `hugo server`, whose page is asked for until it shows the save.
fn hugo(site: &Path, pages: usize) -> Option<f64> {
    Command::new("hugo")
        .arg("version")
        .stdout(Stdio::null())
        .status()
        .ok()?;
    write_for_hugo(site, pages)?;
    let port = free_port();
    let child = Command::new("hugo")
        .args([
            "server",
            "--renderToMemory",
            "--port",
            &port.to_string(),
            "--source",
        ])
        .arg(site)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .ok()?;
    let running = Running {
        child,
        address: format!("127.0.0.1:{port}"),
    };
    let shows =
        |words: &str| get(&running.address, "/s0/p0/").is_ok_and(|page| page.contains(words));
    wait_until(|| shows("Page 0"));
    let file = site.join("content/s0/p0.md");
    let text = fs::read_to_string(&file).ok()?;
    let mut times = Vec::new();
    for save in 0..SAVES {
        thread::sleep(PAUSE);
        let start = Instant::now();
        fs::write(&file, format!("{text}\n\nSave {save} of them.\n")).ok()?;
        wait_until(|| shows(&format!("Save {save} of them.")));
        times.push(start.elapsed().as_secs_f64() * 1000.0);
    }
    Some(median(&mut times))
}

/// Writes a site of so many pages as Hugo has them.
fn write_for_hugo(site: &Path, pages: usize) -> Option<()> {
    for (path, text) in [
        (
            "hugo.toml",
            "title = 'Rules'\nbaseURL = 'http://localhost/'\n",
        ),
        (
            "layouts/_default/single.html",
            "<h1>{{ .Title }}</h1>{{ .Content }}",
        ),
        (
            "layouts/_default/list.html",
            "{{ range .Pages }}<a href=\"{{ .RelPermalink }}\">{{ .Title }}</a>{{ end }}",
        ),
    ] {
        let path = site.join(path);
        fs::create_dir_all(path.parent()?).ok()?;
        fs::write(path, text).ok()?;
    }
    for page in 0..pages {
        let folder = site.join(format!("content/s{}", page / IN_SECTION));
        fs::create_dir_all(&folder).ok()?;
        let text = format!("---\ntitle: Page {page}\n---\n{}", words(page, 2_000));
        fs::write(folder.join(format!("p{page}.md")), text).ok()?;
    }
    Some(())
}

fn wait_until(holds: impl Fn() -> bool) {
    let start = Instant::now();
    while !holds() {
        assert!(start.elapsed() < PATIENCE, "it never came");
        thread::sleep(Duration::from_millis(2));
    }
}

fn free_port() -> u16 {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    listener.local_addr().expect("its number").port()
}

fn seconds(command: &mut Command) -> f64 {
    let start = Instant::now();
    let status = command
        .stdout(Stdio::null())
        .status()
        .expect("the program to start");
    assert!(status.success(), "{command:?}");
    start.elapsed().as_secs_f64()
}

fn median(values: &mut [f64]) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

/// Reads every text of a site and renders it.
fn render_only(site: &Path) {
    let mut bytes = 0;
    for entry in walkdir::WalkDir::new(site.join("content"))
        .into_iter()
        .flatten()
    {
        if entry.path().extension().is_some_and(|end| end == "md") {
            let text = fs::read_to_string(entry.path()).expect("a text");
            let mut html = String::new();
            let parser = pulldown_cmark::Parser::new_ext(&text, pulldown_cmark::Options::all());
            pulldown_cmark::html::push_html(&mut html, parser);
            bytes += html.len();
        }
    }
    println!("{bytes}");
}
