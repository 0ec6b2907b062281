//! `canllaw serve`.

use std::cell::Cell;
use std::net::SocketAddr;
use std::sync::Arc;

use clap::Args;
use jiff::tz::TimeZone;

use super::load::open_root;
use super::{Outcome, SiteArgs, clock, fault, report, results, say};
use canllaw::diagnostic;
use canllaw::preview::{Loading, Seeing, Server, StartError, State, Today, Told, WhyPoll};

/// Show the site while it is being written.
#[derive(Args)]
pub(super) struct Serve {
    #[command(flatten)]
    site: SiteArgs,
    /// Where it is shown [default: 127.0.0.1:4848, or the next port that is free]
    #[arg(long, value_name = "ADDRESS:PORT")]
    address: Option<SocketAddr>,
    /// Open it in the browser
    #[arg(long)]
    open: bool,
    /// Look at the files again and again, for drives and containers that do not say what was saved
    #[arg(long)]
    poll: bool,
}

impl Serve {
    pub fn run(&self) -> Outcome {
        match self.serve() {
            Ok(()) => Outcome::Done,
            Err(outcome) => outcome,
        }
    }

    fn serve(&self) -> Result<(), Outcome> {
        let root = open_root(&self.site)?;
        let server = Server::bind(self.address).map_err(|error| not_started(&error))?;
        let on = self.site.on;
        let today: Today =
            Arc::new(move |zone: &TimeZone| on.unwrap_or_else(|| clock::today(zone)));
        let state = State::open(root, today).map_err(|Loading(mut found)| {
            diagnostic::sort(&mut found);
            report::findings(&found);
            Outcome::Findings
        })?;
        let address = format!("http://{}/", server.address());
        results::to_stdout(&format!("{address}\n"))?;
        if self.open && open::that_detached(&address).is_err() {
            say(&format!(
                "No browser could be opened; go to {address} in yours."
            ));
        }
        // How many findings cover the pages, as last told.
        let covering = Cell::new(0);
        let running = server.run(state, self.poll, move |told| tell(told, &covering));
        running.map_err(|error| not_started(&error))
    }
}

fn not_started(error: &StartError) -> Outcome {
    let help = match error {
        StartError::Address { .. } => {
            "Give another port with --address, or none: then the next free one is taken."
        }
        StartError::System(_) => "",
    };
    fault(&error.to_string(), help)
}

fn say_polling(seeing: &Seeing) {
    match seeing {
        Seeing::Events | Seeing::Polling(WhyPoll::Asked) => {}
        Seeing::Polling(WhyPoll::Drive(kind)) => say(&format!(
            "The site is on a drive of another machine ({kind}), which does not say what was saved: \
             the files are looked at twice a second."
        )),
        Seeing::Polling(WhyPoll::Refused(why)) => say(&format!(
            "The system does not say what was saved ({why}): the files are looked at twice a second."
        )),
    }
}

fn tell(told: Told<'_>, covering: &Cell<usize>) {
    match told {
        Told::Seeing(seeing) => say_polling(seeing),
        Told::Reloaded(reloaded) => {
            report::findings(&reloaded.findings);
            let covered_before = covering.replace(reloaded.covering) > 0;
            if covered_before && reloaded.covering == 0 {
                say("Mended: the pages show the files as they are.");
            }
        }
    }
}
