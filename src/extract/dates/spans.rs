//! Stretches of time: "the end of next week", "this weekend", "in two weeks". A stretch without a day means its last one.

use jiff::civil::{Date, Weekday};

use super::parse::{How, Reader, Said};
use super::words::{number, weekday};
use crate::model::calendar::plus_days;

impl Reader<'_> {
    pub(super) fn ends_of_spans(&self, at: usize) -> Option<Said> {
        let mut of = self.any(
            at,
            &[
                "end of the|this|that",
                "end of",
                "the end of the|this|that",
                "the end of",
                "close of the",
                "back end of the|this?",
                "back end of",
            ],
        );
        let today = self.frame.today;
        if let Some(end) = self.any(at, &["month end", "end month"]) {
            return Some(Self::said(today.last_of_month(), end, How::Day));
        }
        if let Some(end) = self.any(at, &["quarter end"]) {
            return Some(Self::said(quarter_end(today, 0)?, end, How::Day));
        }
        if let Some(end) = self.any(at, &["year end", "years end", "year 's end"]) {
            return Some(Self::said(
                Date::new(today.year(), 12, 31).ok()?,
                end,
                How::Day,
            ));
        }
        let ended = of.is_some();
        if !ended {
            of = Some(at);
        }
        let from = of?;
        let next = self.word(from) == "next" || self.is(from, "the following").is_some();
        let skip = usize::from(self.word(from) == "next")
            + 2 * usize::from(self.is(from, "the following").is_some());
        let unit = self.word(from + skip);
        let end = from + skip + 1;
        let steps = i32::from(next);
        if let Some(quarter) = unit
            .strip_prefix('q')
            .and_then(|n| n.parse::<i8>().ok())
            .filter(|n| (1..=4).contains(n))
        {
            let year = today.year() + i16::from(quarter * 3 < today.month());
            return Some(Self::said(
                Date::new(year, quarter * 3, 1).ok()?.last_of_month(),
                end,
                How::Span,
            ));
        }
        match unit {
            "week" if ended => Some(Self::said(self.friday(steps), end, How::Day)),
            "month" if ended || next => {
                let date = if next {
                    plus_days(today.last_of_month(), 1).last_of_month()
                } else {
                    today.last_of_month()
                };
                Some(Self::said(date, end, How::Span))
            }
            "quarter" if ended || next => {
                Some(Self::said(quarter_end(today, steps)?, end, How::Span))
            }
            "year" if ended && !next => Some(Self::said(
                Date::new(today.year(), 12, 31).ok()?,
                end,
                How::Span,
            )),
            word if ended => {
                let date = self.month_named(from + skip, word)?;
                Some(Self::said(date.last_of_month(), end, How::Day))
            }
            _ => {
                let end = self.any(at, &["this month"])?;
                Some(Self::said(today.last_of_month(), end, How::Span))
            }
        }
    }

    pub(super) fn weeks(&self, at: usize) -> Option<Said> {
        if let Some(end) = self.any(
            at,
            &[
                "this weekend",
                "the weekend",
                "at the weekend",
                "over the weekend",
            ],
        ) {
            if matches!(self.word(end), "of" | "after" | "gone" | "before")
                || matches!(self.before(at), "last" | "since")
            {
                return None;
            }
            return Some(Self::said(self.in_week(0, Weekday::Sunday), end, How::Span));
        }
        if let Some(end) = self.is(at, "next weekend") {
            return Some(Self::said(self.in_week(1, Weekday::Sunday), end, How::Span));
        }
        if let Some(end) = self.any(at, &["the week after next", "week after next"]) {
            return Some(Self::said(self.friday(2), end, How::Span));
        }
        for (phrase, weeks) in [
            ("this week", 0),
            ("next week", 1),
            ("the following week", 1),
        ] {
            let Some(end) = self.is(at, phrase) else {
                continue;
            };
            // "Next week's meeting" is still next week; "this week Wednesday" is a Wednesday.
            let day = self.is(end, "on|the?").unwrap_or(end);
            if let Some(day_name) = weekday(self.word(day)).or_else(|| weekday(self.word(end))) {
                let stop = if weekday(self.word(end)).is_some() {
                    end + 1
                } else {
                    day + 1
                };
                return Some(Self::said(self.in_week(weeks, day_name), stop, How::Day));
            }
            return Some(Self::said(self.friday(weeks), end, How::Span));
        }
        None
    }

    /// "In two weeks", "ten days from now", "a week on Friday".
    pub(super) fn counted(&self, at: usize) -> Option<Said> {
        let lead = self.any(at, &["in about|around?", "within", "inside"]);
        let from = lead.unwrap_or(at);
        let from = self
            .is(from, "the next?")
            .filter(|end| end - from == 2)
            .unwrap_or(from);
        let (count, mut end) = if let Some(end) = self.is(from, "a couple of?") {
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
        end = self.is(end, "'s").unwrap_or(end);
        let in_time = self.is(end, "time");
        let from_now = self.any(end, &["from now", "from today", "today", "hence"]);
        if self.word(end) == "ago" || matches!(self.word(end), "late" | "old" | "before" | "behind")
        {
            return None;
        }
        // "A week on Friday", "two weeks from Monday".
        if let Some(on) = self
            .any(end, &["on", "from"])
            .filter(|on| weekday(self.word(*on)).is_some())
        {
            let day = weekday(self.word(on))?;
            return Some(Self::said(
                plus_days(self.coming(day), days),
                on + 1,
                How::Day,
            ));
        }
        if lead.is_none() && in_time.is_none() && from_now.is_none() {
            return None;
        }
        // "We've missed two in two weeks": a span looked back on names no day.
        let back = self.tokens[at.saturating_sub(7)..at]
            .iter()
            .any(|token| token.word == "'ve" || token.word.ends_with("ed"));
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
}

fn quarter_end(today: Date, ahead: i32) -> Option<Date> {
    let month = (today.month() + 2) / 3 * 3;
    let end = Date::new(today.year(), month, 1).ok()?;
    let moved = end.checked_add(jiff::Span::new().months(ahead * 3)).ok()?;
    Some(moved.last_of_month())
}
