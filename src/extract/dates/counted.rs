//! Days counted from the day of the meeting: in two weeks, ten days from now, a week on Friday, within forty-eight hours.

use std::sync::LazyLock;

use super::parse::{How, Reader, Said};
use super::phrases::{Phrases, phrases};
use super::words::{number, weekday};
use crate::model::calendar::plus_days;

/// The hours that people count in whole days.
static HOURS: LazyLock<[(Phrases, i32); 3]> = LazyLock::new(|| {
    [
        (Phrases::new(&["twenty four hours", "24 hours"]), 1),
        (Phrases::new(&["forty eight hours", "48 hours"]), 2),
        (Phrases::new(&["seventy two hours", "72 hours"]), 3),
    ]
});

impl Reader<'_> {
    /// "In two weeks", "ten days from now", "a week on Friday", "give me a week".
    pub(super) fn counted(&self, at: usize) -> Option<Said> {
        let lead = self.is(
            at,
            phrases![
                "in about|around|roughly?",
                "within",
                "inside of?",
                "over the next|coming",
                "give me|us another?",
            ],
        );
        let from = lead.unwrap_or(at);
        let from = self
            .is(from, phrases!["the next?"])
            .filter(|end| end - from == 2)
            .unwrap_or(from);
        if let Some(said) = self.hours(from, lead.is_some()) {
            return Some(said);
        }
        let (count, mut end) = if let Some(end) = self.is(from, phrases!["a couple of?"]) {
            (2, end)
        } else {
            (number(self.word(from))?, from + 1)
        };
        let unit = self.word(end).trim_end_matches('s').trim_end_matches('\'');
        let days = match unit {
            "day" => count,
            "week" => count * 7,
            "fortnight" => count * 14,
            "month" => 0,
            _ => return None,
        };
        end += 1;
        end = self.is(end, phrases!["'s"]).unwrap_or(end);
        let in_time = self.is(end, phrases!["time"]);
        let from_now = self.is(end, phrases!["from now", "from today", "today", "hence"]);
        if matches!(
            self.word(end),
            "ago" | "late" | "old" | "before" | "behind" | "earlier"
        ) {
            return None;
        }
        if let Some(said) = self.beyond_a_day(end, unit, days, lead.is_none()) {
            return Some(said);
        }
        if lead.is_none() && in_time.is_none() && from_now.is_none() {
            return None;
        }
        // "We've missed two in two weeks": a span looked back on names no day.
        let back = self.tokens[at.saturating_sub(7)..at]
            .iter()
            .any(|token| token.word() == "'ve" || token.word().ends_with("ed"));
        if back && in_time.is_none() && from_now.is_none() {
            return None;
        }
        let date = if unit == "month" {
            (0..count).try_fold(self.frame.today, |day, _| {
                day.checked_add(jiff::Span::new().months(1)).ok()
            })?
        } else {
            self.days(days)
        };
        Some(Self::said(
            date,
            in_time.or(from_now).unwrap_or(end),
            How::Day,
        ))
    }

    /// "Within forty-eight hours".
    fn hours(&self, at: usize, led: bool) -> Option<Said> {
        let (end, days) = HOURS
            .iter()
            .find_map(|(phrases, days)| Some((self.is(at, phrases)?, *days)))?;
        led.then(|| Self::said(self.days(days), end, How::Day))
    }

    /// "A week on Friday", "two weeks from Monday", "three weeks Friday", "a fortnight tomorrow".
    fn beyond_a_day(&self, at: usize, unit: &str, days: i32, bare: bool) -> Option<Said> {
        let on = self.is(at, phrases!["on", "from"]);
        let weeks = matches!(unit, "week" | "fortnight");
        let from = match on {
            Some(on) => on,
            None if bare && weeks => at,
            None => return None,
        };
        if let Some(day) = weekday(self.word(from)) {
            return Some(Self::said(
                plus_days(self.coming(day), days),
                from + 1,
                How::Day,
            ));
        }
        (self.word(from) == "tomorrow" && weeks)
            .then(|| Self::said(self.days(days + 1), from + 1, How::Day))
    }
}
