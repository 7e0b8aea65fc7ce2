//! One phrase at a time: whether a date begins at a word, which day it is and where it ends.

use jiff::civil::{Date, Weekday};

use super::super::spelling::Spelling;
use super::super::token::Token;
use super::Frame;
use super::head::{Head, Known};
use super::phrases::{Phrases, phrases};
use super::words::{may_follow_a_day, month, ordinal, weekday};
use crate::model::calendar::plus_days;

/// A phrase that was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Said {
    pub(super) date: Date,
    /// The word behind the phrase.
    pub(super) end: usize,
    how: How,
}

/// How exactly a phrase names its day; the later ones say more than the earlier ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum How {
    Part,
    Span,
    Weekday,
    Day,
}

impl Said {
    /// Whether a day is named, and not only a part of one.
    pub(super) fn exact(&self) -> bool {
        self.how > How::Part
    }

    /// Whether the phrase beside it says the same thing better.
    pub(super) fn yields_to(&self, other: &Self) -> bool {
        match (self.how, other.how) {
            (How::Weekday, How::Weekday) => self.date <= other.date,
            (How::Day, How::Day) => self.date == other.date,
            (mine, theirs) => mine <= theirs,
        }
    }
}

/// Reads phrases off the words of a text.
pub(super) struct Reader<'a> {
    pub(super) text: &'a str,
    pub(super) tokens: &'a [Token<'a>],
    pub(super) frame: Frame,
}

impl<'a> Reader<'a> {
    pub(super) fn new(text: &'a str, tokens: &'a [Token<'a>], frame: Frame) -> Self {
        Self {
            text,
            tokens,
            frame,
        }
    }

    /// The date that begins at this word.
    pub(super) fn read(&self, at: usize) -> Option<Said> {
        match Known::of(self.word(at)).head? {
            Head::Today => self
                .near(at)
                .or_else(|| self.counted(at))
                .or_else(|| self.days_of_months(at))
                .or_else(|| self.later(at))
                .or_else(|| self.first_of(at))
                .or_else(|| self.named(at)),
            Head::On => self.near(at).or_else(|| self.weeks(at)),
            Head::Near => self.near(at),
            Head::Same => self
                .near(at)
                .or_else(|| self.this_time(at))
                .or_else(|| self.weeks(at)),
            Head::Towards => self.ends_of_spans(at),
            Head::Part => self.parts_of_spans(at),
            Head::End => self.near(at).or_else(|| self.ends_of_spans(at)),
            Head::Counted => self.counted(at),
            Head::This => self
                .near(at)
                .or_else(|| self.this_time(at))
                .or_else(|| self.ends_of_spans(at))
                .or_else(|| self.weeks(at))
                .or_else(|| self.meetings(at))
                .or_else(|| self.named(at)),
            Head::The => match self.word(at + 1) {
                "end" | "close" | "back" | "tail" => self.ends_of_spans(at),
                "morn" | "morra" | "morrow" | "day" => self.near(at),
                "front" => self.first_of(at),
                "start" | "beginning" | "top" | "middle" => self.parts_of_spans(at),
                "last" => self.last_of_month(at),
                "time" => self.meetings(at),
                "minute" | "second" | "moment" => self.near(at).or_else(|| self.days_of_months(at)),
                "weekend" | "fortnight" => self.weeks(at),
                "week" => self.weeks(at).or_else(|| self.week_of(at)),
                "following" => self.ends_of_spans(at).or_else(|| self.weeks(at)),
                "next" => self.counted(at).or_else(|| self.meetings(at)),
                "new" => self.feasts(at),
                next if next != "first" && Known::of(next).head != Some(Head::Number) => None,
                _ => self
                    .nth_of_month(at)
                    .or_else(|| self.first_of(at))
                    .or_else(|| self.days_of_months(at)),
            },
            Head::Before => self
                .near(at)
                .or_else(|| self.meetings(at))
                .or_else(|| self.spent(at))
                .or_else(|| self.weeks(at))
                .or_else(|| self.by_the_clock(at)),
            Head::Our => self.meetings(at),
            Head::At => self
                .weeks(at)
                .or_else(|| self.near(at))
                .or_else(|| self.by_the_clock(at)),
            Head::Week => self.weeks(at).or_else(|| self.week_of(at)),
            Head::Over => self
                .counted(at)
                .or_else(|| self.weeks(at))
                .or_else(|| self.near(at)),
            Head::By => self
                .near(at)
                .or_else(|| self.meetings(at))
                .or_else(|| self.spent(at))
                .or_else(|| self.weeks(at))
                .or_else(|| self.by_the_clock(at)),
            Head::In => self
                .near(at)
                .or_else(|| self.a_few(at))
                .or_else(|| self.counted(at)),
            Head::Feast => self.feasts(at),
            Head::Weekday => self.named(at),
            Head::Number => self.counted(at).or_else(|| self.days_of_months(at)),
        }
    }

    fn named(&self, at: usize) -> Option<Said> {
        self.weekdays(at).or_else(|| self.feasts(at))
    }

    /// Whether two phrases stand in one breath: nothing between them but a comma, an article or "and".
    pub(super) fn close(&self, end: usize, start: usize) -> bool {
        start - end <= 2
            && (end..start).all(|at| {
                matches!(
                    self.word(at),
                    "the"
                        | "at"
                        | "on"
                        | "and"
                        | "or"
                        | "that"
                        | "'s"
                        | "by"
                        | "before"
                        | "of"
                        | "is"
                )
            })
            && !self.gap(end, start).contains(['.', '?', '!'])
    }

    /// "Thursday, no, sorry, Friday": the second one takes the first one back.
    pub(super) fn corrects(&self, end: usize, start: usize) -> bool {
        let between = end..start;
        let takes_back = |at: usize| {
            matches!(
                self.word(at),
                "no" | "sorry" | "wait" | "actually" | "mean" | "rather" | "scratch"
            )
        };
        between.len() <= 4
            && between.clone().any(takes_back)
            && between.clone().all(|at| {
                takes_back(at)
                    || matches!(
                        self.word(at),
                        "i" | "or"
                            | "make"
                            | "that"
                            | "it"
                            | "the"
                            | "on"
                            | "by"
                            | "well"
                            | "um"
                            | "uh"
                    )
            })
            && !self.gap(end, start).contains(['?', '!'])
    }

    /// "Today or tomorrow", "tomorrow, Thursday at the latest": by the later one it is done.
    pub(super) fn either(&self, end: usize, start: usize, said: &Said) -> bool {
        (end..start).any(|at| self.word(at) == "or")
            || self
                .is(
                    said.end,
                    phrases![
                        "at the latest|outside|worst",
                        "at the very latest",
                        "latest",
                    ],
                )
                .is_some()
    }

    /// "The Wednesday, the sixth": of the days of that number the one that is a Wednesday, where one is near.
    pub(super) fn agreed(&self, before: Date, said: &Said, at: usize) -> Date {
        let numbered = (at..said.end).any(|at| ordinal(self.word(at)).is_some())
            && !(at..said.end).any(|at| month(self.word(at)).is_some());
        if !numbered || said.date.weekday() == before.weekday() {
            return said.date;
        }
        let later = (1..=3).filter_map(|step| {
            let first = said.date.first_of_month();
            let month = first.checked_add(jiff::Span::new().months(step)).ok()?;
            Date::new(month.year(), month.month(), said.date.day()).ok()
        });
        let mut alike = later.filter(|date| date.weekday() == before.weekday());
        alike.next().unwrap_or(said.date)
    }

    /// Whether a word stands behind a mark or at the head of the text.
    pub(super) fn starts_a_clause(&self, at: usize) -> bool {
        at == 0
            || self
                .gap(at, at)
                .contains([',', '.', '?', '!', ';', ':', '\u{2014}'])
    }

    /// Whether a clause ends before a word, or the word can only go on with a day.
    pub(super) fn ends_a_clause(&self, at: usize) -> bool {
        let word = self.word(at);
        at >= self.tokens.len()
            || self
                .gap(at, at)
                .contains([',', '.', '?', '!', ';', ':', '\u{2014}'])
            || matches!(word, "today" | "tomorrow" | "on" | "this" | "at" | "latest")
            || weekday(word).is_some()
    }

    pub(super) fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| token.word())
    }

    pub(super) fn before(&self, at: usize) -> &str {
        at.checked_sub(1).map_or("", |at| self.word(at))
    }

    /// The text between the end of one word and the start of another.
    fn gap(&self, end: usize, start: usize) -> &str {
        match (
            end.checked_sub(1).and_then(|at| self.tokens.get(at)),
            self.tokens.get(start),
        ) {
            (Some(a), Some(b)) if a.end <= b.start => &self.text[a.end..b.start],
            _ => "",
        }
    }

    /// Where the longest of some phrases that begins at a word ends.
    pub(super) fn is(&self, at: usize, phrases: &Phrases) -> Option<usize> {
        phrases.end(at, |at| {
            self.tokens
                .get(at)
                .map_or(Spelling::default(), |token| token.spelling)
        })
    }

    pub(super) fn said(date: Date, end: usize, how: How) -> Said {
        Said { date, end, how }
    }

    pub(super) fn days(&self, days: i32) -> Date {
        plus_days(self.frame.today, days)
    }

    /// The weekday in the week that begins `weeks` weeks after this one.
    pub(super) fn in_week(&self, weeks: i32, day: Weekday) -> Date {
        let today = self.frame.today.weekday().to_monday_zero_offset();
        let wanted = day.to_monday_zero_offset();
        self.days(weeks * 7 + i32::from(wanted) - i32::from(today))
    }

    /// The next such day after today; the day's own name means a week from now.
    pub(super) fn coming(&self, day: Weekday) -> Date {
        let today = self.frame.today.weekday().to_monday_zero_offset();
        let ahead = (i32::from(day.to_monday_zero_offset()) - i32::from(today)).rem_euclid(7);
        self.days(if ahead == 0 { 7 } else { ahead })
    }

    pub(super) fn friday(&self, weeks: i32) -> Date {
        self.in_week(weeks, Weekday::Friday).max(self.frame.today)
    }

    fn weekdays(&self, at: usize) -> Option<Said> {
        let (mut from, mut weeks) = (at, None);
        match self.word(at) {
            "next" => (from, weeks) = (at + 1, Some(1)),
            "this" => from = self.is(at, phrases!["this coming?"]).unwrap_or(at + 1),
            _ => {}
        }
        let day = weekday(self.word(from))?;
        let mut end = from + 1;
        let lead = if from > at { "" } else { self.before(at) };
        let second = at.checked_sub(2).map_or("", |at| self.word(at));
        // Days looked back on and days of every week name no date.
        if matches!(
            lead,
            "last" | "since" | "every" | "each" | "a" | "previous" | "most" | "other"
        ) || lead == "the" && matches!(second, "since" | "most")
            || matches!(self.word(end), "gone" | "last" | "ago" | "just")
            || self.is(end, phrases!["of last"]).is_some()
        {
            return None;
        }
        // "The Friday desk" is a desk.
        let names = lead == "the"
            && !matches!(second, "before" | "by" | "for" | "until")
            && self.tokens.get(end).is_some_and(|next| {
                let between = &self.text[self.tokens[end - 1].end..next.start];
                between == " "
                    && !may_follow_a_day(next.word())
                    && !matches!(
                        next.word(),
                        "night"
                            | "week"
                            | "fortnight"
                            | "the"
                            | "about"
                            | "around"
                            | "lunchtime"
                            | "arvo"
                            | "coming"
                            | "anyway"
                            | "straight"
                            | "while"
                            | "not"
                    )
            });
        if names {
            return None;
        }
        if let Some(stop) = self.is(end, phrases!["week", "fortnight"]) {
            let ahead = if self.word(end) == "week" { 7 } else { 14 };
            return Some(Self::said(
                plus_days(self.coming(day), ahead),
                stop,
                How::Day,
            ));
        }
        if let Some(stop) = self.is(end, phrases!["after next"]) {
            return Some(Self::said(self.in_week(2, day), stop, How::Day));
        }
        if let Some(stop) = self.is(
            end,
            phrases![
                "of the week after next",
                "week after next",
                "the week after next",
            ],
        ) {
            return Some(Self::said(self.in_week(2, day), stop, How::Day));
        }
        if let Some(stop) = self.is(end, phrases!["of next week", "next week"]) {
            return Some(Self::said(self.in_week(1, day), stop, How::Day));
        }
        if let Some(stop) = self.is(end, phrases!["of this week", "this week"]) {
            return Some(Self::said(self.in_week(0, day), stop, How::Day));
        }
        // "Thursday next", "Thursday coming": the coming one.
        if let Some(stop) = self.is(end, phrases!["coming", "next"])
            && self.ends_a_clause(stop)
        {
            return Some(Self::said(self.coming(day), stop, How::Day));
        }
        if let Some(stop) = self.is(
            end,
            phrases!["morning|afternoon|evening|night|arvo|lunchtime"],
        ) {
            end = stop;
        }
        let date = match weeks {
            Some(weeks) => self.in_week(weeks, day),
            None => self.coming(day),
        };
        Some(Self::said(date, end, How::Weekday))
    }
}
