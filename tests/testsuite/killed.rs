//! A build that is killed leaves the earlier output whole.

use std::process::Stdio;
use std::time::{Duration, Instant};

use crate::site::{Output, Site, Snapshot};

/// How often a build is killed.
const MOMENTS: u32 = 20;

/// Numbers that look random and are the same in each run.
struct Seeded(u64);

impl Seeded {
    fn below(&mut self, limit: Duration) -> Duration {
        // Marsaglia's xorshift, 64 bits.
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        let micros = u64::try_from(limit.as_micros()).unwrap();
        Duration::from_micros(self.0 % micros)
    }
}

/// Starts a build and kills it after a while; gives whether it was still running.
fn kill_after(site: &Site, while_: Duration) -> bool {
    let mut command = site.build_command();
    let mut child = command
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    // The moment is the point here: no outcome depends on what the program has reached by then.
    std::thread::sleep(while_);
    child.kill().unwrap();
    !child.wait().unwrap().success()
}

#[test]
fn a_build_killed_at_any_moment_leaves_the_earlier_output_whole() {
    let site = Site::copy_of_example();
    let contact = std::fs::read_to_string(site.folder().join("content/contact/en.md")).unwrap();
    let texts = [
        contact.clone(),
        contact.replace("nobody reads", "nobody at all reads"),
    ];
    let first: Snapshot = site.build().output().snapshot();
    let mut site = site.text("contact/en.md", &texts[1]);
    let start = Instant::now();
    let second = site.build().output().snapshot();
    let mut takes = start.elapsed();
    let whole = [first, second];
    assert_ne!(whole[0], whole[1]);

    // Each build would change what stands, and is killed on the way.
    let mut standing = 1;
    let mut killed = 0;
    let mut moments = Seeded(0x1a2b_3c4d_5e6f_7081);
    for _ in 0..MOMENTS {
        let next = 1 - standing;
        site = site.text("contact/en.md", &texts[next]);
        let moment = moments.below(takes);
        if kill_after(&site, moment) {
            killed += 1;
        } else {
            // Other tests left the machine to it: builds take less than they did.
            takes = moment;
        }
        let found = Output::at(site.output_folder()).snapshot();
        if found == whole[next] {
            // Killed after the swap: what stands is the new output, whole.
            standing = next;
        } else {
            assert_eq!(
                found, whole[standing],
                "neither the earlier output nor the new one"
            );
        }
    }
    assert!(
        killed > MOMENTS / 2,
        "only {killed} of {MOMENTS} builds were killed"
    );

    let site = site.text("contact/en.md", &texts[1 - standing]);
    assert_eq!(
        site.build().output().snapshot(),
        whole[1 - standing],
        "a later build is whole"
    );
}
