//! One phrase at a time: whether a date begins at a word, which day it is and where it ends.

use jiff::civil::{Date, Weekday};

use super::super::token::Token;
use super::Frame;
use super::words::{month, number, ordinal, weekday};
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
            (How::Day, How::Day) => false,
            (mine, theirs) => mine <= theirs,
        }
    }
}

/// Reads phrases off the words of a text.
pub(super) struct Reader<'a> {
    pub(super) text: &'a str,
    pub(super) tokens: &'a [Token],
    pub(super) frame: Frame,
}

impl<'a> Reader<'a> {
    pub(super) fn new(text: &'a str, tokens: &'a [Token], frame: Frame) -> Self {
        Self {
            text,
            tokens,
            frame,
        }
    }

    /// The date that begins at this word.
    pub(super) fn read(&self, at: usize) -> Option<Said> {
        // Most words begin no date: one look at the word sorts them out.
        let word = self.word(at);
        match word {
            "right" | "straight" | "directly" if self.word(at + 1) != "after" => None,
            "as" if self.word(at + 1) != "soon" => None,
            "on" if !matches!(self.word(at + 1), "my" | "the") => None,
            "today" | "tonight" | "tomorrow" | "friday" | "fortnight" | "eod" | "cob" | "later"
            | "right" | "straight" | "directly" | "as" | "on" | "noon" | "midday" | "same"
            | "first" => self.near(at).or_else(|| self.named(at)),
            "end" | "close" | "back" | "month" | "quarter" | "year" | "years" | "q1" | "q2"
            | "q3" | "q4" => self.near(at).or_else(|| self.ends_of_spans(at)),
            "this" | "next" => self
                .near(at)
                .or_else(|| self.ends_of_spans(at))
                .or_else(|| self.weeks(at))
                .or_else(|| self.meetings(at))
                .or_else(|| self.named(at)),
            "the" => match self.word(at + 1) {
                "end" | "close" | "back" => self.ends_of_spans(at),
                "minute" | "second" | "moment" => self.near(at).or_else(|| self.days_of_months(at)),
                "weekend" | "week" => self.weeks(at),
                "following" => self.ends_of_spans(at).or_else(|| self.weeks(at)),
                "next" => self.counted(at).or_else(|| self.meetings(at)),
                "new" => self.feasts(at),
                _ => self.days_of_months(at),
            },
            "before" | "when" if !matches!(self.word(at + 1), "i" | "we" | "you" | "lunch") => None,
            "before" | "when" => self.near(at).or_else(|| self.meetings(at)),
            "our" => self.meetings(at),
            "at" | "over" if self.word(at + 2) != "weekend" => None,
            "at" | "over" | "week" => self.weeks(at),
            "after" | "once" | "by" => self.near(at),
            "in" | "within" | "inside" => {
                let next = self.word(at + 1);
                let counts = matches!(
                    next,
                    "about" | "around" | "the" | "a" | "an" | "under" | "next"
                ) || number(next).is_some();
                let near = if counts || next == "my" {
                    self.near(at)
                } else {
                    None
                };
                near.or_else(|| if counts { self.counted(at) } else { None })
            }
            "a" | "an" => match self.word(at + 1) {
                "couple" | "day" | "week" | "fortnight" | "month" => self.counted(at),
                _ => None,
            },
            "new" | "labor" | "thanksgiving" | "christmas" | "halloween" => self.feasts(at),
            _ if weekday(word).is_some() => self.named(at),
            _ if word.starts_with(|c: char| c.is_ascii_digit())
                || number(word).is_some()
                || ordinal(word).is_some()
                || month(word).is_some() =>
            {
                self.counted(at).or_else(|| self.days_of_months(at))
            }
            _ => None,
        }
    }

    pub(super) fn named(&self, at: usize) -> Option<Said> {
        self.weekdays(at).or_else(|| self.feasts(at))
    }

    /// Whether two phrases stand in one breath: nothing between them but a comma, an article or "and".
    pub(super) fn close(&self, end: usize, start: usize) -> bool {
        start - end <= 2
            && (end..start).all(|at| {
                matches!(
                    self.word(at),
                    "the" | "at" | "on" | "and" | "or" | "that" | "'s" | "by" | "before" | "of"
                )
            })
            && !self.gap(end, start).contains(['.', '?', '!'])
    }

    pub(super) fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| &token.word)
    }

    pub(super) fn before(&self, at: usize) -> &str {
        at.checked_sub(1).map_or("", |at| self.word(at))
    }

    /// The text between the end of one word and the start of another.
    pub(super) fn gap(&self, end: usize, start: usize) -> &str {
        match (
            end.checked_sub(1).and_then(|at| self.tokens.get(at)),
            self.tokens.get(start),
        ) {
            (Some(a), Some(b)) if a.end <= b.start => &self.text[a.end..b.start],
            _ => "",
        }
    }

    pub(super) fn is(&self, at: usize, phrase: &str) -> Option<usize> {
        let mut place = at;
        for slot in phrase.split(' ') {
            let optional = slot.ends_with('?');
            let slot = slot.trim_end_matches('?');
            if slot.split('|').any(|word| word == self.word(place)) {
                place += 1;
            } else if !optional {
                return None;
            }
        }
        Some(place)
    }

    pub(super) fn any(&self, at: usize, phrases: &[&str]) -> Option<usize> {
        phrases
            .iter()
            .filter_map(|phrase| self.is(at, phrase))
            .max()
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

    pub(super) fn near(&self, at: usize) -> Option<Said> {
        if let Some(end) = self
            .is(at, "today|tomorrow|friday week|fortnight")
            .filter(|end| end - at == 2)
        {
            let word = self.word(at);
            let ahead = if self.word(at + 1) == "week" { 7 } else { 14 };
            let date = match word {
                "today" => self.days(ahead),
                "tomorrow" => self.days(ahead + 1),
                _ => plus_days(self.coming(Weekday::Friday), ahead),
            };
            return Some(Self::said(date, end, How::Day));
        }
        if let Some(end) = self.is(at, "this day week") {
            return Some(Self::said(self.days(7), end, How::Day));
        }
        if let Some(end) = self.any(
            at,
            &[
                "tomorrow",
                "first thing tomorrow",
                "tomorrow first thing",
                "tomorrow at lunch|lunchtime|noon",
            ],
        ) {
            let end = self
                .is(
                    end,
                    "morning|afternoon|evening|night|arvo|lunchtime|noon|lunch?",
                )
                .unwrap_or(end);
            return Some(Self::said(self.days(1), end, How::Day));
        }
        if let Some(end) = self
            .any(
                at,
                &[
                    "first thing in the morning",
                    "first thing monday|tuesday|wednesday|thursday|friday",
                ],
            )
            .filter(|_| self.word(at + 2) == "in")
        {
            return Some(Self::said(self.days(1), end, How::Day));
        }
        if let Some(end) = self
            .is(at, "in the morning|afternoon")
            .filter(|_| self.word(at + 2) == "morning")
        {
            // "At seven in the morning" is a time of day; "I'll ring him in the morning" is tomorrow.
            let of_a_clock = number(self.before(at)).is_some()
                || matches!(self.before(at), "o'clock" | "half" | "thing");
            let future = self.tokens[..at].iter().rev().take(8).any(|token| {
                matches!(
                    token.word.as_str(),
                    "'ll" | "will" | "going" | "gonna" | "get" | "let"
                )
            });
            return (!of_a_clock && future).then(|| Self::said(self.days(1), end, How::Part));
        }
        let end = self.any(at, parts_of_today(self.word(at)))?;
        let word = self.word(at);
        let exact = matches!(word, "today" | "tonight" | "this");
        // "At the end of the day" is mostly no date.
        if self.is(at, "end of the day").is_some()
            && self.before(at) == "the"
            && self.word(at.wrapping_sub(2)) == "at"
        {
            return None;
        }
        if word == "this" && self.word(at + 1) == "minute" {
            return None;
        }
        Some(Self::said(
            self.frame.today,
            end,
            if exact { How::Day } else { How::Part },
        ))
    }
}

/// The phrases that mean the day of the meeting, by their first word.
fn parts_of_today(word: &str) -> &'static [&'static str] {
    match word {
        "today" => &["today"],
        "tonight" => &["tonight"],
        "this" => &[
            "this afternoon|evening|arvo|morning|lunchtime|minute",
            "this very day",
        ],
        "eod" => &["eod"],
        "cob" => &["cob"],
        "end" => &["end of play|business", "end of the? day"],
        "close" => &["close of play|business"],
        "later" => &["later on? today"],
        "right" | "straight" | "directly" => &["right|straight|directly after this|here|we|lunch"],
        "after" => &[
            "after lunch",
            "after this call",
            "after the call",
            "after this",
        ],
        "before" => &[
            "before lunch",
            "before i go|leave|finish|head|clock|log|shut",
            "before you go|leave|finish",
        ],
        "by" => &["by lunch"],
        "when" => &[
            "when i get back|in|home",
            "when we 're? finish|finished|done|hang|wrap",
        ],
        "once" => &["once we 're? finish|finished|done|hang|wrap"],
        "as" => &[
            "as soon as we 're? finish|finished|done|hang",
            "as soon as i 'm? get|am|in|off|past|back",
        ],
        "the" => &["the minute|second|moment you|i|we 're|'m|are|am|get|leave|hang"],
        "on" => &["on my|the way home|back|out"],
        "in" => &["in an|the|half hour|minute|moment|car"],
        "within" => &["within the hour"],
        "noon" => &["noon"],
        "midday" => &["midday"],
        "same" => &["same day"],
        _ => &[],
    }
}
