//! The site as on a day that is asked for.

use jiff::civil::Date;

use super::State;

impl State {
    /// Does something with the site as on a day.
    pub fn on_day<T>(&mut self, day: Date, with: impl FnOnce(&State) -> T) -> T {
        let asked = AskedDay::begin(self, day);
        with(asked.state)
    }
}

/// A state whose site is as on another day, until this is dropped: a page that fails in the making must not
/// leave the preview on the day that it was asked for.
struct AskedDay<'s> {
    state: &'s mut State,
    before: Date,
}

impl<'s> AskedDay<'s> {
    fn begin(state: &'s mut State, day: Date) -> AskedDay<'s> {
        let before = state.site.on;
        state.site.set_day(day);
        AskedDay { state, before }
    }
}

impl Drop for AskedDay<'_> {
    fn drop(&mut self) {
        self.state.site.set_day(self.before);
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::panic::{AssertUnwindSafe, catch_unwind};
    use std::sync::Arc;

    use jiff::civil::date;

    use super::*;
    use crate::source::Root;

    #[test]
    fn the_day_is_set_back_whatever_comes_of_a_page() {
        let folder = tempfile::tempdir().unwrap();
        let yaml = "title: {en: Rules}\nlanguages: [{code: en}]\n";
        fs::write(folder.path().join("site.yaml"), yaml).unwrap();
        let (today, asked) = (date(2026, 11, 23), date(2020, 1, 31));
        let root = Root::open(folder.path()).unwrap();
        let mut state = State::open(root, Arc::new(move |_| today)).unwrap();

        assert_eq!(state.on_day(asked, |state| state.site().on), asked);
        assert_eq!(state.site().on, today);

        let failing = AssertUnwindSafe(|| state.on_day(asked, |_| panic!("a page that fails")));
        assert!(catch_unwind(failing).is_err());
        assert_eq!(state.site().on, today);
    }
}
