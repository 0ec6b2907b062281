//! A day on which to look at a version beside all else that was in force.

use jiff::civil::Date;

use super::document::Document;
use super::site::Site;

impl Site {
    /// A day to look at all that was in force beside a version: one on which it was in force itself and
    /// could be read, the first with a page where there is one, else the first of all. For a version
    /// that was never in force when it could be read, the day by which it had begun.
    pub fn day_in_force(&self, document: &Document, at: usize) -> Option<Date> {
        let version = &document.versions[at];
        let begun = version.begins_by()?;
        let first = version.published_on().map_or(begun, |day| day.max(begun));
        let held = |day: &Date| document.on_a_day(*day, self.on()).in_force == Some(at);
        let with_page = self.day_pages().first_from(first).filter(held);
        with_page
            .or_else(|| Some(first).filter(held))
            .or_else(|| self.first_held(document, at))
            .or(Some(begun))
    }

    /// The first day with a page on which a version was in force, else the first of all: of one that came into
    /// force with the document's reinstatement, or of which the first days with a page are those of a withdrawal.
    fn first_held(&self, document: &Document, at: usize) -> Option<Date> {
        let intervals = document.intervals(self.on());
        let ends = intervals.iter().skip(1).map(|next| next.from);
        let held: Vec<(Date, Date)> = intervals
            .iter()
            .zip(ends.chain([None]))
            .filter(|(it, _)| it.state.in_force == Some(at))
            .filter_map(|(it, end)| Some((it.from?, end.unwrap_or(Date::MAX))))
            .collect();
        let pages = self.day_pages();
        let with_page = held.iter().find_map(|&(from, end)| {
            let page = pages.first_from(from)?;
            (page < end).then_some(page)
        });
        with_page.or_else(|| held.first().map(|&(from, _)| from))
    }
}
