//! Weeks, months, quarters and years, their ends and their parts: the start of next week, the last Friday of October.

use jiff::civil::{Date, Weekday};

use super::parse::{How, Reader, Said};
use super::phrases::phrases;
use super::words::{month, number, weekday};
use crate::model::calendar::plus_days;

impl Reader<'_> {
    /// "This time next week", "same time tomorrow".
    pub(super) fn this_time(&self, at: usize) -> Option<Said> {
        let end = self.is(at, phrases!["this|same time next? week|tomorrow"])?;
        let ahead = if self.word(end - 1) == "week" { 7 } else { 1 };
        Some(Self::said(self.days(ahead), end, How::Day))
    }

    /// "Later this week", "later on in the month".
    pub(super) fn later(&self, at: usize) -> Option<Said> {
        let end = self.is(at, phrases!["later on? this|in the? week|month"])?;
        let date = match self.word(end - 1) {
            "week" => self.friday(0),
            "month" => self.frame.today.last_of_month(),
            _ => return None,
        };
        Some(Self::said(date, end, How::Span))
    }

    /// "Before the month is out", "by the time the quarter's over".
    pub(super) fn spent(&self, at: usize) -> Option<Said> {
        let end = self.is(
            at,
            phrases!["before|by the week|month|quarter|year is|'s out|over|up|done|through"],
        )?;
        let today = self.frame.today;
        let date = match self.word(at + 2) {
            "week" => self.friday(0),
            "month" => today.last_of_month(),
            "quarter" => quarter_end(today, 0)?,
            _ => Date::new(today.year(), 12, 31).ok()?,
        };
        Some(Self::said(date, end, How::Span))
    }

    /// "The week of the twenty-first", "week commencing the 21st": its Friday, as with every week that names no day.
    pub(super) fn week_of(&self, at: usize) -> Option<Said> {
        let from = self.is(
            at,
            phrases!["the? week of|commencing|beginning|starting|ending monday|friday?"],
        )?;
        let named = self.days_of_months(from).or_else(|| {
            let (day, end) = self.day_number(from)?;
            Some(Self::said(self.next_such(day, 0)?, end, How::Day))
        })?;
        let ending = self.tokens[at..from]
            .iter()
            .any(|token| token.word() == "ending");
        let ahead = if ending {
            0
        } else {
            4 - i32::from(named.date.weekday().to_monday_zero_offset())
        };
        let date = plus_days(named.date, ahead);
        (date >= self.frame.today).then(|| Self::said(date, named.end, How::Day))
    }

    /// "In a day or two", "in the next couple of days".
    pub(super) fn a_few(&self, at: usize) -> Option<Said> {
        let few = self.is(
            at,
            phrases![
                "in|within a day or two",
                "in|within the next day or two",
                "in|within the next couple of? days",
            ],
        );
        if let Some(end) = few {
            return Some(Self::said(self.days(2), end, How::Span));
        }
        let end = self.is(
            at,
            phrases![
                "in|within a week or two",
                "in|within the next week or two",
                "in|within the next couple of? weeks",
            ],
        )?;
        Some(Self::said(self.days(14), end, How::Span))
    }

    /// "The start of next week", "mid October", "early in November": a day that stands for the part.
    pub(super) fn parts_of_spans(&self, at: usize) -> Option<Said> {
        let word = self.word(at);
        if word == "midweek" {
            let today = self.frame.today;
            return Some(Self::said(
                self.in_week(0, Weekday::Wednesday).max(today),
                at + 1,
                How::Span,
            ));
        }
        let the = usize::from(word == "the");
        let part = self.word(at + the);
        let (part, mut from) = match part.strip_prefix("mid-") {
            Some(rest) => return self.part_of_month("mid", at, rest, at + 1),
            None => (part, at + the + 1),
        };
        from = self.is(from, phrases!["in|of the|this?"]).unwrap_or(from);
        let next = self.word(from) == "next";
        let unit = self.word(from + usize::from(next));
        let end = from + usize::from(next) + 1;
        match (part, unit) {
            ("start" | "beginning" | "top", "week") if next => {
                Some(Self::said(self.in_week(1, Weekday::Monday), end, How::Day))
            }
            ("early" | "front", "week") if next => Some(Self::said(
                self.in_week(1, Weekday::Tuesday),
                end,
                How::Span,
            )),
            ("middle" | "mid", "week") => {
                let day = self.in_week(i32::from(next), Weekday::Wednesday);
                Some(Self::said(day.max(self.frame.today), end, How::Span))
            }
            ("start" | "beginning" | "top", "month") => {
                let first = plus_days(self.frame.today.last_of_month(), 1);
                next.then(|| Self::said(first, end, How::Span))
            }
            ("middle" | "mid", "month") => {
                let first = if next {
                    plus_days(self.frame.today.last_of_month(), 1)
                } else {
                    self.frame.today.first_of_month()
                };
                let day = plus_days(first, 14);
                (day >= self.frame.today).then(|| Self::said(day, end, How::Span))
            }
            _ => self.part_of_month(part, from, unit, end),
        }
    }

    fn part_of_month(&self, part: &str, at: usize, unit: &str, end: usize) -> Option<Said> {
        month(unit)?;
        let first = if part == "mid" && end == at + 1 {
            self.month_of(unit)?
        } else {
            self.month_named(at, unit)?
        };
        let day = match part {
            "start" | "beginning" | "top" => first,
            "middle" | "mid" => plus_days(first, 14),
            _ => return None,
        };
        (day >= self.frame.today).then(|| Self::said(day, end, How::Span))
    }

    /// "The first of the week", "the first of next month": the day with which it begins.
    pub(super) fn first_of(&self, at: usize) -> Option<Said> {
        let end = self.is(
            at,
            phrases![
                "the? first of the|next week|month|year",
                "the? front end of next week",
            ],
        )?;
        let today = self.frame.today;
        let date = match self.word(end - 1) {
            "month" => plus_days(today.last_of_month(), 1),
            "year" => Date::new(today.year() + 1, 1, 1).ok()?,
            _ => self.in_week(1, Weekday::Monday),
        };
        Some(Self::said(date, end, How::Day))
    }

    /// "The last day of the month", "the last Friday in October".
    pub(super) fn last_of_month(&self, at: usize) -> Option<Said> {
        let (first, end) = self.month_behind(at + 3)?;
        let last = first.last_of_month();
        let date = match self.word(at + 2) {
            "day" => last,
            name => nth(first, -1, weekday(name)?)?,
        };
        (date >= self.frame.today).then(|| Self::said(date, end, How::Day))
    }

    /// "The first Monday of next month", "the second Tuesday in October".
    pub(super) fn nth_of_month(&self, at: usize) -> Option<Said> {
        let count = match self.word(at + 1) {
            "first" => 1,
            "second" => 2,
            "third" => 3,
            "fourth" => 4,
            _ => return None,
        };
        let day = weekday(self.word(at + 2))?;
        let (first, end) = self.month_behind(at + 3)?;
        let date = nth(first, count, day)?;
        (date >= self.frame.today).then(|| Self::said(date, end, How::Day))
    }

    /// The month that "of the month", "in October" or "of next month" names, by its first day, and where the words end.
    fn month_behind(&self, at: usize) -> Option<(Date, usize)> {
        let from = self.is(at, phrases!["of|in the|this?"])?;
        let today = self.frame.today;
        match self.word(from) {
            "month" => Some((today.first_of_month(), from + 1)),
            "next" if self.word(from + 1) == "month" => {
                Some((plus_days(today.last_of_month(), 1), from + 2))
            }
            name => Some((self.month_named(from, name)?, from + 1)),
        }
    }

    /// The coming month of this name, by its first day.
    fn month_of(&self, name: &str) -> Option<Date> {
        let number = month(name)?;
        let today = self.frame.today;
        Date::new(today.year() + i16::from(number < today.month()), number, 1).ok()
    }

    /// "By five o'clock", "before half past four": a time of the day of the meeting.
    pub(super) fn by_the_clock(&self, at: usize) -> Option<Said> {
        let from = self.is(at, phrases!["by|before|at about|around?"])?;
        let half = self
            .is(from, phrases!["half past?", "quarter to|past"])
            .unwrap_or(from);
        let hour = self.word(half);
        let marked = hour.strip_suffix("pm").or_else(|| hour.strip_suffix("am"));
        number(marked.unwrap_or(hour)).filter(|hour| *hour <= 12)?;
        // "By five." is a time of day, "by five people" none; "at five" says when, not by when.
        let alone = self.word(at) != "at" && self.ends_a_clause(half + 1);
        let end = self
            .is(half + 1, phrases!["o'clock|am|pm"])
            .or((half > from || marked.is_some() || alone).then_some(half + 1))?;
        // "By five o'clock tomorrow" is tomorrow's: the day behind it says so and is joined to it.
        Some(Self::said(self.frame.today, end, How::Part))
    }

    pub(super) fn ends_of_spans(&self, at: usize) -> Option<Said> {
        let mut of = self.is(
            at,
            phrases![
                "end of the|this|that",
                "end of",
                "the end of the|this|that",
                "the end of",
                "close of the",
                "the? back end of the|this?",
                "the? back end of",
                "the? tail end of the|this?",
                "the? tail end of",
                "the? back half of the|this?",
                "the? back half of",
                "towards|toward the end of the|this?",
                "towards|toward the end of",
            ],
        );
        let today = self.frame.today;
        if let Some(end) = self.is(at, phrases!["month end", "end month"]) {
            return Some(Self::said(today.last_of_month(), end, How::Day));
        }
        if let Some(end) = self.is(at, phrases!["quarter end"]) {
            return Some(Self::said(quarter_end(today, 0)?, end, How::Day));
        }
        if let Some(end) = self.is(at, phrases!["year end", "years end", "year 's end"]) {
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
        let next = self.word(from) == "next" || self.is(from, phrases!["the following"]).is_some();
        let skip = usize::from(self.word(from) == "next")
            + 2 * usize::from(self.is(from, phrases!["the following"]).is_some());
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
                let end = self.is(at, phrases!["this month"])?;
                Some(Self::said(today.last_of_month(), end, How::Span))
            }
        }
    }

    pub(super) fn weeks(&self, at: usize) -> Option<Said> {
        if let Some(end) = self.is(
            at,
            phrases![
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
        // What is to be there before people go home for the weekend is due on its Friday.
        if let Some(end) = self.is(
            at,
            phrases![
                "by|before the|this weekend",
                "by|before the week 's out|over|end",
                "by the week end",
            ],
        ) {
            return Some(Self::said(self.friday(0), end, How::Span));
        }
        if let Some(end) = self.is(at, phrases!["next weekend"]) {
            return Some(Self::said(self.in_week(1, Weekday::Sunday), end, How::Span));
        }
        if let Some(end) = self.is(at, phrases!["the week after next", "week after next"]) {
            return Some(Self::said(self.friday(2), end, How::Span));
        }
        for (phrases, weeks) in [
            (phrases!["this week"], 0),
            (phrases!["next week", "the following week"], 1),
        ] {
            let Some(end) = self.is(at, phrases) else {
                continue;
            };
            // "Next week's meeting" is still next week; "this week Wednesday" is a Wednesday.
            let day = self.is(end, phrases!["on|the?"]).unwrap_or(end);
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
}

fn nth(first: Date, count: i8, day: Weekday) -> Option<Date> {
    first.nth_weekday_of_month(count, day).ok()
}

fn quarter_end(today: Date, ahead: i32) -> Option<Date> {
    let month = (today.month() + 2) / 3 * 3;
    let end = Date::new(today.year(), month, 1).ok()?;
    let moved = end.checked_add(jiff::Span::new().months(ahead * 3)).ok()?;
    Some(moved.last_of_month())
}
