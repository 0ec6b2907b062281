//! The one clock: today, in a site's time zone.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

/// Today.
pub(super) fn today(timezone: &TimeZone) -> Date {
    Timestamp::now().to_zoned(timezone.clone()).date()
}
