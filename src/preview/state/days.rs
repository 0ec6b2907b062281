//! The day that the site is shown for, which becomes another at midnight, and the days that pages were asked for.

use jiff::civil::Date;
use parking_lot::Mutex;

use super::State;
use crate::model::Site;

/// How many days are kept: a page as on a day leads to others as on the same.
const KEPT: usize = 4;

/// The site as on the days that were asked for last, the last one first.
#[derive(Default)]
pub(super) struct OtherDays(Mutex<Vec<Site>>);

impl OtherDays {
    /// Lets go of them all: a site that is to be changed must hold its content alone.
    pub fn forget(&mut self) {
        self.0.get_mut().clear();
    }

    fn find(&self, site: &Site, day: Date) -> Site {
        let mut kept = self.0.lock();
        let is_it = |kept: &Site| kept.on() == day && kept.has_content_of(site);
        let found = match kept.iter().position(is_it) {
            Some(at) => kept.remove(at),
            None => site.on_day(day),
        };
        kept.insert(0, found.clone());
        kept.truncate(KEPT);
        found
    }
}

impl State {
    /// The site as on a day.
    pub(in crate::preview) fn site_on(&self, day: Date) -> Site {
        self.other_days.find(&self.site, day)
    }

    /// Whether another day has begun than the one that the site is shown for.
    pub(in crate::preview) fn is_another_day(&self) -> bool {
        (self.today)(&self.site.config.timezone) != self.site.on()
    }

    /// Shows the site for the day that has begun, and finds anew what is wrong with it on that day. While its texts
    /// are still being read the latter comes with them.
    pub(in crate::preview) fn begin_day(&mut self) {
        if self.take_day() && self.read_ahead.is_none() {
            self.reload_whole();
            self.was_whole |= self.faults().is_empty();
            self.generation += 1;
            self.surveys.begin_anew();
        }
    }

    /// Whether another day has begun; the site is shown for it from now on.
    pub(super) fn take_day(&mut self) -> bool {
        let is_another = self.is_another_day();
        if is_another {
            let today = (self.today)(&self.site.config.timezone);
            self.other_days.forget();
            self.site = self.site.on_day(today);
        }
        is_another
    }
}
