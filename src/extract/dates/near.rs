//! The day of the meeting and the days beside it, and the meeting that comes next.

use jiff::civil::Weekday;

use super::parse::{How, Reader, Said};
use super::phrases::{Phrases, phrases};
use super::words::{number, weekday};
use crate::model::calendar::plus_days;

impl Reader<'_> {
    #[expect(clippy::too_many_lines, reason = "most of them list phrases")]
    pub(super) fn near(&self, at: usize) -> Option<Said> {
        if let Some(end) = self
            .is(at, phrases!["today|tomorrow|friday week|fortnight"])
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
        if let Some(end) = self.is(at, phrases!["this day week|fortnight"]) {
            let ahead = if self.word(end - 1) == "week" { 7 } else { 14 };
            return Some(Self::said(self.days(ahead), end, How::Day));
        }
        if let Some(end) = self.is(
            at,
            phrases![
                "the? day after tomorrow",
                "tomorrow or|and the day after",
                "tomorrow the day after",
            ],
        ) {
            return Some(Self::said(self.days(2), end, How::Day));
        }
        if let Some(end) = self.is(
            at,
            phrases![
                "tomorrow",
                "first thing tomorrow",
                "tomorrow first thing",
                "tomorrow at lunch|lunchtime|noon",
                "this time tomorrow",
            ],
        ) {
            let end = self
                .is(
                    end,
                    phrases!["morning|afternoon|evening|night|arvo|lunchtime|noon|lunch|dinnertime|teatime"],
                )
                .unwrap_or(end);
            return Some(Self::said(self.days(1), end, How::Day));
        }
        if let Some(end) = self
            .is(
                at,
                phrases![
                    "first thing in the morning",
                    "first thing monday|tuesday|wednesday|thursday|friday",
                ],
            )
            .filter(|_| self.word(at + 2) == "in")
        {
            return Some(Self::said(self.days(1), end, How::Day));
        }
        // As Scots say it.
        if let Some(end) = self
            .is(at, phrases!["the morn|morra|morrow"])
            .filter(|_| self.word(at) == "the")
        {
            return Some(Self::said(self.days(1), end, How::Day));
        }
        if let Some(end) = self.before_the_morning(at) {
            return Some(Self::said(self.days(1), end, How::Part));
        }
        if let Some(end) = self
            .is(at, phrases!["in the morning|afternoon"])
            .filter(|_| self.word(at + 2) == "morning")
        {
            // "At seven in the morning" is a time of day; "I'll ring him in the morning" is tomorrow.
            let of_a_clock = number(self.before(at)).is_some()
                || matches!(
                    self.before(at),
                    "o'clock" | "half" | "thing" | "early" | "late"
                );
            let over = self.tokens[..at].iter().rev().take(8).any(|token| {
                matches!(
                    token.word(),
                    "was"
                        | "were"
                        | "did"
                        | "had"
                        | "came"
                        | "went"
                        | "got"
                        | "every"
                        | "always"
                        | "usually"
                        | "mostly"
                        | "rang"
                        | "whenever"
                        | "'ve"
                ) || token.word().len() > 4 && token.word().ends_with("ed")
            });
            return (!of_a_clock && !over).then(|| Self::said(self.days(1), end, How::Part));
        }
        let end = self.is(at, parts_of_today(self.word(at))?)?;
        let word = self.word(at);
        // "That same day" is the day of another thing.
        if word == "same" && matches!(self.before(at), "the" | "that") {
            return None;
        }
        let exact = matches!(word, "today" | "tonight" | "this");
        // "At the end of the day" is mostly no date.
        if self.is(at, phrases!["end of the day"]).is_some()
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

    /// What is to be done first thing, overnight or when somebody gets in is done the next morning.
    fn before_the_morning(&self, at: usize) -> Option<usize> {
        let end = self.is(
            at,
            phrases![
                "first thing",
                "overnight",
                "by|before the? morning|breakfast",
                "for the morning",
                "when|once i get|come in",
                "as soon as i 'm? get|in in?",
                "the minute|moment|second i 'm|get in",
                "before we|i|you|they open",
            ],
        )?;
        let word = self.word(at);
        let noun = word == "first"
            && (matches!(self.before(at), "the" | "a" | "my")
                || matches!(
                    self.word(end),
                    "is" | "'s"
                        | "was"
                        | "that"
                        | "i"
                        | "you"
                        | "we"
                        | "he"
                        | "she"
                        | "they"
                        | "on"
                        | "this"
                        | "today"
                        | "in"
                )
                || weekday(self.word(end)).is_some());
        let night = word == "overnight" && !matches!(self.before(at), "it" | "out" | "in");
        (!noun && (word != "overnight" || night)).then_some(end)
    }

    /// "Next time", "when we next sit down", "our next one".
    pub(super) fn meetings(&self, at: usize) -> Option<Said> {
        let end = self.is(
            at,
            phrases![
                "the? next time we 're? meet|talk|speak|sit|chat|catch|together|do down|up|this?",
                "the? next time i see you",
                "next time",
                "when|before we 're? next meet|talk|speak|sit|chat|together|in|sat|sitting|here down?",
                "when we do this again|next",
                "when|before|till|until we sit|meet|talk|speak|chat|catch down|up? again|next",
                "when we meet|talk|speak|sit|chat down? next|again",
                "our next one|meeting|chat|session|catch|sit up|down?",
                "the next one|meeting|session|catch|chat|sit up|down?",
                "before we next meet|talk|speak|sit|chat down?",
                "before we meet|talk|speak|sit|chat down? next|again",
                "by the time we next? meet|talk|speak|sit|chat|do down? this?",
                "the time we next? meet|talk|speak|sit|chat down?",
                "before|by|until|till the? next time|one|meeting|session|1|chat",
                "next one to|on one",
                "our next one to|on one",
                "when|before i see you next",
                "when|before i next see you",
                "next catch up",
                "next 1 1",
                "our|the next 1 on|to? 1",
                "next session|check|meeting|sit in|down?",
            ],
        )?;
        if self.word(at) == "next"
            && self.word(at + 1) == "time"
            && matches!(
                self.word(at + 2),
                "he" | "she"
                    | "they"
                    | "it"
                    | "there"
                    | "somebody"
                    | "someone"
                    | "a"
                    | "you"
                    | "i"
                    | "round"
                    | "around"
            )
        {
            return None;
        }
        Some(Self::said(
            self.days(self.frame.cadence_days),
            end,
            How::Part,
        ))
    }
}

/// The phrases that mean the day of the meeting, by their first word.
fn parts_of_today(word: &str) -> Option<&'static Phrases> {
    Some(match word {
        "today" => phrases!["today"],
        "first" => phrases!["first thing this morning|afternoon"],
        "tonight" => phrases!["tonight"],
        "this" => phrases![
            "this afternoon|evening|arvo|morning|lunchtime|minute|aft",
            "this very day",
        ],
        "eod" => phrases!["eod"],
        "cob" => phrases!["cob"],
        "now" => phrases!["now in a minute"],
        "at" => phrases!["at lunch|lunchtime|dinnertime"],
        "over" => phrases!["over lunch|dinner"],
        "end" => phrases!["end of play|business|shift|today", "end of the? day|shift"],
        "close" => phrases!["close of play|business"],
        "later" => phrases!["later on? today"],
        "straightaway" | "immediately" => phrases!["straightaway|immediately"],
        "right" | "straight" | "directly" => phrases![
            "right|straight away",
            "right now",
            "right|straight|directly after this|here|we|lunch|you",
            "straight after",
        ],
        "after" => phrases![
            "after lunch",
            "after this call",
            "after the call",
            "after this",
        ],
        "before" => phrases![
            "before lunch|close|closing|dinner|tea|bed",
            "before knock|knocking|clocking off",
            "before i|we go|leave|finish|head|clock|log|sign|shut|knock|set|lock",
            "before you go|leave|finish|head|set|shoot|run|knock|clock",
            "before they close|shut",
            "before the day 's out|over|done",
            "before the end of the day|shift",
        ],
        "by" => phrases![
            "by lunch|lunchtime|teatime|close|closing",
            "by tea time",
            "by the time i|you go|leave|finish|knock",
            "by close|end of play|business",
        ],
        "when" => phrases![
            "when i get back|home",
            "when i 'm back at|in my|the desk|office",
            "when we 're? finish|finished|done|hang|wrap",
            "when we come|get|go out|off",
            "when i get|come out|off",
            "when you 've? 're? gone|go|leave",
        ],
        "once" => phrases![
            "once we 're? finish|finished|done|hang|wrap|off|out",
            "once you 've? 're? gone",
            "once i 'm out|off",
        ],
        "as" => phrases![
            "as soon as we 're? finish|finished|done|hang|out|off",
            "as soon as i 'm? get|am|off|past|back|out",
            "as soon as you 've? 're? gone|go|leave",
        ],
        "the" => phrases!["the minute|second|moment you|i|we 're|'m|are|am|get|leave|hang"],
        "on" => phrases!["on my|the way home|back|out|down|up"],
        "in" => phrases!["in an|the|half|a hour|minute|moment|car|second"],
        "within" => phrases!["within the hour"],
        "noon" => phrases!["noon"],
        "midday" => phrases!["midday"],
        "same" => phrases!["same day"],
        _ => return None,
    })
}
