//! The only place that asks what day it is.

use jiff::civil::Date;

use crate::model::Config;

/// The day given on the command line, else the one pinned in the settings, else the real one.
pub(super) fn today(given: Option<Date>, config: &Config) -> Date {
    #[expect(
        clippy::disallowed_methods,
        reason = "this is the one place where the clock is read"
    )]
    let now = || jiff::Zoned::now().date();
    given.or(config.today).unwrap_or_else(now)
}
