//! Days of months, by number and by name, and the feasts that people count by.

use jiff::civil::Date;

use super::parse::{How, Reader, Said};
use super::phrases::phrases;
use super::words::{is_doubtful_month, leads_to_a_day, may_follow_a_day, month, ordinal, weekday};
use crate::model::calendar::days_between;

/// How many days ahead a day without a year may lie; one that would lie farther went by a short while ago.
const FARTHEST: i32 = 275;

impl Reader<'_> {
    pub(super) fn month_named(&self, at: usize, word: &str) -> Option<Date> {
        let number = month(word)?;
        let token = self.tokens.get(at)?;
        let as_name = self.text[token.start..].starts_with(|c: char| c.is_uppercase());
        if is_doubtful_month(word) && !as_name {
            return None;
        }
        let today = self.frame.today;
        let year = today.year() + i16::from(number < today.month());
        Date::new(year, number, 1).ok()
    }

    /// The day of a month in one or two words, and where it ends.
    pub(super) fn day_number(&self, at: usize) -> Option<(i8, usize)> {
        let word = self.word(at);
        if matches!(word, "twenty" | "thirty") {
            let tens = if word == "twenty" { 20 } else { 30 };
            return ordinal(self.word(at + 1))
                .filter(|unit| *unit < 10 && tens + unit <= 31)
                .map(|unit| (tens + unit, at + 2));
        }
        Some((ordinal(word)?, at + 1))
    }

    pub(super) fn days_of_months(&self, at: usize) -> Option<Said> {
        if let Some(said) = self.written(at) {
            return Some(said);
        }
        let the = usize::from(self.word(at) == "the");
        let from = at + the;
        // "14 October", "the fourteenth of October".
        let bare: Option<(i8, usize)> = self
            .word(from)
            .parse()
            .ok()
            .filter(|n| (1..=31).contains(n))
            .map(|n| (n, from + 1));
        if let Some((day, end)) = self.day_number(from).or(bare) {
            let of = self.is(end, phrases!["of"]).unwrap_or(end);
            if let Some(first) = self.month_named(of, self.word(of)) {
                let date = self.on_or_after(first, day)?;
                return Some(Self::said(date, of + 1, How::Day));
            }
        }
        // "October fourteenth", "October the 14th", "October 14".
        if let Some(first) = self.month_named(from, self.word(from)) {
            let day_at = self.is(from + 1, phrases!["the"]).unwrap_or(from + 1);
            let bare: Option<(i8, usize)> = self
                .word(day_at)
                .parse()
                .ok()
                .filter(|n| (1..=31).contains(n))
                .map(|n| (n, day_at + 1));
            if let Some((day, end)) = self.day_number(day_at).or(bare) {
                return Some(Self::said(self.on_or_after(first, day)?, end, How::Day));
            }
            return self.month_alone(at, from, first);
        }
        // "The fourteenth", "the 14th".
        let (day, end) = self.day_number(from)?;
        let alone = self.starts_a_clause(at) && self.ends_a_clause(end) && day > 3;
        if the == 0
            && !alone
            && !matches!(self.before(at), "on" | "by" | "before" | "until" | "till")
        {
            return None;
        }
        let lead = if the == 1 {
            self.before(at)
        } else {
            self.before(from)
        };
        if matches!(lead, "since" | "every") {
            return None;
        }
        let follows = self.tokens.get(end).is_none_or(|next| {
            let between = &self.text[self.tokens[end - 1].end..next.start];
            between.contains([',', '.', '?', '!', ';', ':', '\u{2014}'])
                || may_follow_a_day(next.word())
        });
        let small = day <= 3
            && end - from == 1
            && !self.word(from).starts_with(|c: char| c.is_ascii_digit());
        let led = leads_to_a_day(lead) || weekday(lead).is_some();
        if !follows
            || small && (!led || self.word(end) == "of")
            || self.word(end) == "of"
                && self
                    .is(
                        end,
                        phrases!["of these|those|them|it|the|all|our|my|its|three|two|four"],
                    )
                    .is_some()
        {
            return None;
        }
        // Today and tomorrow are called so: their number alone is that of another month.
        let beside = (at.saturating_sub(3)..at).chain(end..end + 2).any(|place| {
            weekday(self.word(place)).is_some() || matches!(self.word(place), "today" | "tomorrow")
        });
        let ahead = if beside { 0 } else { 2 };
        Some(Self::said(self.next_such(day, ahead)?, end, How::Day))
    }

    /// The next day of this number that lies so many days ahead or more.
    pub(super) fn next_such(&self, day: i8, ahead: i32) -> Option<Date> {
        let least = self.days(ahead);
        let first = self.frame.today.first_of_month();
        (0..12_i32)
            .filter_map(|months| {
                let month = first.checked_add(jiff::Span::new().months(months)).ok()?;
                Date::new(month.year(), month.month(), day).ok()
            })
            .find(|date| *date >= least)
    }

    pub(super) fn on_or_after(&self, first: Date, day: i8) -> Option<Date> {
        let date = Date::new(first.year(), first.month(), day).ok()?;
        if date >= self.frame.today {
            return self.ahead(date);
        }
        self.ahead(Date::new(first.year() + 1, first.month(), day).ok()?)
    }

    /// A day of next year, unless the one of this year went by so lately that people mean that one.
    fn ahead(&self, date: Date) -> Option<Date> {
        (days_between(self.frame.today, date) <= FARTHEST).then_some(date)
    }

    /// "In October" is the whole month, so its last day; "by October" is its first.
    pub(super) fn month_alone(&self, at: usize, from: usize, first: Date) -> Option<Said> {
        let last = self.ahead(first.last_of_month())?;
        let end = from + 1;
        // "October, sometime", "sometime October", "October time".
        if let Some(end) = self.is(
            end,
            phrases!["sometime", "some time", "at some point", "time"],
        ) {
            return Some(Self::said(last, end, How::Span));
        }
        match self.before(at) {
            "in" | "into" | "during" | "over" | "sometime" => {
                Some(Self::said(last, end, How::Span))
            }
            "by" | "until" | "till" | "before" => {
                Some(Self::said(first.max(self.frame.today), end, How::Span))
            }
            _ => None,
        }
    }

    pub(super) fn written(&self, at: usize) -> Option<Said> {
        let year: i16 = self
            .word(at)
            .parse()
            .ok()
            .filter(|year| (2000..2100).contains(year))?;
        let month: i8 = self.word(at + 1).parse().ok()?;
        let day: i8 = self.word(at + 2).parse().ok()?;
        Some(Self::said(
            Date::new(year, month, day).ok()?,
            at + 3,
            How::Day,
        ))
    }
}
