//! Dates, effective dates and durations.

use jiff::civil::Date;

use super::super::dates::{parse_date, parse_duration};
use super::super::yaml::Value;
use super::super::{EffectiveFrom, ReviewEvery};
use super::{Decoder, Item};
use crate::diagnostic::Code;

const DATE_HELP: &str = "Write a day of the calendar as year-month-day, for instance 2020-01-31.";

impl Decoder<'_> {
    /// A full date.
    pub(in super::super) fn date(&mut self, item: &Item<'_>) -> Option<Date> {
        let (Value::Text(text) | Value::Number(text)) = &item.node.value else {
            self.wrong_type(item, "a date");
            return None;
        };
        match parse_date(text.trim()) {
            Ok(date) => Some(date),
            Err(message) => {
                self.fault(Code::InvalidDate, item, message, DATE_HELP);
                None
            }
        }
    }

    /// A date, `{by: date}`, or `{after: date, by: date}`.
    pub(in super::super) fn effective_from(&mut self, item: &Item<'_>) -> Option<EffectiveFrom> {
        match &item.node.value {
            Value::Mapping(_) => self.effective_between(item),
            Value::Text(_) | Value::Number(_) => self.date(item).map(EffectiveFrom::exact),
            _ => {
                self.wrong_type(item, "a date, `{by: date}` or `{after: date, by: date}`");
                None
            }
        }
    }

    fn effective_between(&mut self, item: &Item<'_>) -> Option<EffectiveFrom> {
        let fields = self.mapping(item, &["after", "by"])?;
        let after = self.located(&fields, "after", Self::date);
        let by = self.required(&fields, "by", Self::date)?;
        match after {
            Some(after) if after.value > by => {
                let message = "`after` is a later day than `by`";
                let help = "`after` is the first day on which it can have begun, `by` the last.";
                let item = fields.get("after")?;
                self.fault(Code::InvalidDate, &item, message, help);
                None
            }
            after => Some(EffectiveFrom {
                after: after.map(|after| after.value),
                by,
            }),
        }
    }

    /// A duration of whole days or longer.
    pub(in super::super) fn review_every(&mut self, item: &Item<'_>) -> Option<ReviewEvery> {
        let (Value::Text(text) | Value::Number(text)) = &item.node.value else {
            self.wrong_type(item, "a duration such as `12 months`");
            return None;
        };
        let duration = parse_duration(text.trim());
        if duration.is_none() {
            let message = format!("`{text}` is not a duration of days, weeks, months or years");
            let help =
                "Write a number and a unit, for instance `90 days`, `12 months` or `2 years`.";
            self.fault(Code::InvalidValue, item, message, help);
        }
        duration
    }
}
