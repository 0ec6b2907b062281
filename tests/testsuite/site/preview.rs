//! A running preview, asked as a browser asks.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use super::{DAY, canllaw};

/// How long a test waits for the preview to say something before it fails.
const PATIENCE: Duration = Duration::from_secs(120);

/// How many silences of 15 seconds a test bears.
const SILENCES: usize = 4;

/// A preview that runs until it is dropped.
pub struct Preview {
    child: Child,
    address: SocketAddr,
}

/// What was answered.
pub struct Response {
    /// The status.
    pub status: u16,
    /// The lines of the head, without the first.
    pub head: Vec<String>,
    /// What follows the head.
    pub body: Vec<u8>,
}

impl Response {
    /// The body as text.
    pub fn text(&self) -> String {
        String::from_utf8(self.body.clone()).unwrap()
    }

    /// The value of a header, by its name in small letters.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.head.iter().find_map(|line| {
            let (own, value) = line.split_once(':')?;
            own.eq_ignore_ascii_case(name).then_some(value.trim())
        })
    }
}

impl Preview {
    /// Starts a preview of the site in a folder, on a free port.
    pub fn of(folder: &Path) -> Preview {
        Preview::with(folder, &[])
    }

    /// The same with more arguments.
    pub fn with(folder: &Path, arguments: &[&str]) -> Preview {
        let mut command = canllaw();
        command
            .arg("serve")
            .arg("--site")
            .arg(folder)
            .args(["--on", DAY, "--address", "127.0.0.1:0"])
            .args(arguments);
        Preview::start(&mut command)
    }

    /// Starts a preview by a command.
    pub fn start(command: &mut Command) -> Preview {
        Preview::start_and_hear(command, Stdio::null())
    }

    /// The same, with what it says beside its address.
    pub fn start_and_hear(command: &mut Command, said: impl Into<Stdio>) -> Preview {
        let mut child = command.stdout(Stdio::piped()).stderr(said).spawn().unwrap();
        let mut line = String::new();
        let stdout = child.stdout.take().unwrap();
        BufReader::new(stdout).read_line(&mut line).unwrap();
        let address = line.trim().trim_start_matches("http://");
        let address = address.trim_end_matches('/').parse();
        let address = address.unwrap_or_else(|fault| panic!("{fault}: {line:?}"));
        Preview { child, address }
    }

    /// Where it answers.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The process.
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// What is at a path.
    pub fn get(&self, path: &str) -> Response {
        self.ask("GET", path, &self.address.to_string())
    }

    /// What is answered to a method, at a path, for a host.
    pub fn ask(&self, method: &str, path: &str, host: &str) -> Response {
        let mut stream = self.connect(method, path, host);
        let mut all = Vec::new();
        stream.read_to_end(&mut all).unwrap();
        let end = all.windows(4).position(|part| part == b"\r\n\r\n").unwrap();
        let head = String::from_utf8(all[..end].to_vec()).unwrap();
        let mut lines = head.lines().map(str::to_owned);
        let status = lines.next().unwrap();
        Response {
            status: status.split(' ').nth(1).unwrap().parse().unwrap(),
            head: lines.collect(),
            body: all[end + 4..].to_vec(),
        }
    }

    /// The notices that an open page is given.
    pub fn notices(&self) -> Notices {
        let stream = self.connect("GET", "/.canllaw/events", &self.address.to_string());
        let mut notices = Notices(BufReader::new(stream));
        notices.next();
        notices
    }

    fn connect(&self, method: &str, path: &str, host: &str) -> TcpStream {
        let mut stream = TcpStream::connect(self.address).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        let host = match host {
            "" => String::new(),
            host => format!("Host: {host}\r\n"),
        };
        let request = format!("{method} {path} HTTP/1.1\r\n{host}Connection: close\r\n\r\n");
        stream.write_all(request.as_bytes()).unwrap();
        stream
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A page without what the preview adds to it.
pub fn of_site(html: &str) -> String {
    let kept = html
        .split_inclusive('\n')
        .filter(|line| !line.contains("\"/.canllaw/preview."));
    let kept = without_edited_notice(kept.collect());
    let Some(bar) = kept.find("<aside class=\"canllaw-bar\"") else {
        return kept;
    };
    let end = kept.rfind("</body>").unwrap();
    format!("{}{}", &kept[..bar], &kept[end..])
}

/// A page without the notice that a published text was edited, which a build cannot know of.
fn without_edited_notice(page: String) -> String {
    match page.split_once("<div class=\"notice notice-edited\">\n") {
        Some((before, after)) => {
            let rest = after.split_once("</div>\n").map_or("", |(_, rest)| rest);
            format!("{before}{rest}")
        }
        None => page,
    }
}

/// Notices as they come.
pub struct Notices(BufReader<TcpStream>);

impl Notices {
    /// The next one.
    pub fn next(&mut self) -> serde_json::Value {
        // While there is nothing to say, an empty comment comes every 15 seconds.
        let mut silences = 0;
        loop {
            let mut line = String::new();
            assert_ne!(
                self.0.read_line(&mut line).unwrap(),
                0,
                "the preview has ended"
            );
            silences += usize::from(line.starts_with(':'));
            assert!(silences < SILENCES, "the preview says nothing");
            if let Some(json) = line.strip_prefix("data:") {
                return serde_json::from_str(json.trim()).unwrap();
            }
        }
    }

    /// The first for which something holds.
    pub fn until(&mut self, holds: impl Fn(&serde_json::Value) -> bool) -> serde_json::Value {
        loop {
            let notice = self.next();
            if holds(&notice) {
                return notice;
            }
        }
    }
}
