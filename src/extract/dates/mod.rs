//! Dates as people say them, held against the day of the meeting. A phrase that does not name a day gives none: no date is invented.
//! The week starts on Monday and ends, for work, on Friday. It knows no speakers and no items.

mod counted;
mod feasts;
mod head;
mod months;
mod near;
mod parse;
mod phrases;
mod spans;
mod words;

#[cfg(test)]
mod tests;

use std::ops::Range;

use jiff::civil::{Date, Weekday};

use super::token::{Token, tokens};

/// What "tomorrow" and "next time" are counted from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Frame {
    /// The day of the meeting.
    pub today: Date,
    /// Days until these people meet again.
    pub cadence_days: i32,
}

/// A date that was said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spoken {
    /// The day that is meant.
    pub date: Date,
    /// The bytes of the phrase in the text.
    pub range: Range<usize>,
    /// Whether a day is named; "by lunch" and "in the morning" name only a part of one.
    pub exact: bool,
}

/// The dates in a text, in the order in which they are said. A day said twice in one breath ("Monday, the thirty-first") is one date.
pub fn find(text: &str, frame: Frame) -> Vec<Spoken> {
    let tokens = tokens(text);
    find_in(text, &tokens, frame, |at| Part::of(tokens[at].word()))
}

/// The words of some quotes by which a day was named: those that name the day come before those that name a part of it, as "in the
/// morning" does.
pub fn words_for<'q>(
    quotes: impl Iterator<Item = &'q str>,
    day: Date,
    frame: Frame,
) -> Option<&'q str> {
    let named = quotes.flat_map(|quote| {
        let spoken = find(quote, frame).into_iter();
        spoken.map(move |spoken| (quote, spoken))
    });
    named
        .filter(|(_, spoken)| spoken.date == day)
        .max_by_key(|(_, spoken)| (spoken.exact, spoken.range.len()))
        .map(|(quote, spoken)| &quote[spoken.range])
}

/// A day by its name alone, as people look back on it: "the Friday", "on the thirtieth".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Named {
    Weekday(Weekday),
    Number(i8),
}

impl Named {
    /// Whether it may be the name of this day.
    pub(super) fn names(self, day: Date) -> bool {
        match self {
            Self::Weekday(weekday) => day.weekday() == weekday,
            Self::Number(number) => day.day() == number,
        }
    }
}

/// The weekday that a word names.
pub(super) fn weekday_of(word: &str) -> Option<Weekday> {
    words::weekday(word)
}

/// Whether a word is that of a day of the month.
pub(super) fn is_day_of_month(word: &str) -> bool {
    words::ordinal(word).is_some()
}

/// Every day named in some words, with the place of its word, whether it lies before or behind.
pub(super) fn named_in(tokens: &[Token<'_>]) -> Vec<(usize, Named)> {
    let mut out = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        let word = token.word();
        if let Some(day) = words::weekday(word) {
            out.push((at, Named::Weekday(day)));
        } else if let Some(number) = words::ordinal(word) {
            let tens = match at.checked_sub(1).map(|before| tokens[before].word()) {
                Some("twenty") => 20,
                Some("thirty") => 30,
                _ => 0,
            };
            // "First" and "second" mostly count something else.
            if tens > 0 || number > 3 || word.starts_with(|c: char| c.is_ascii_digit()) {
                out.push((at, Named::Number(number.saturating_add(tens))));
            }
        }
    }
    out
}

/// What one word, in lower case, can be in a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Part {
    /// Whether a date may begin with it.
    pub(super) begins: bool,
    /// Whether it begins one only where a heavier word follows.
    pub(super) light: bool,
    /// Whether it is such a heavier word.
    pub(super) core: bool,
}

impl Part {
    /// What a word can be.
    pub(super) fn of(word: &str) -> Self {
        let known = head::Known::of(word);
        Self {
            begins: known.head.is_some(),
            light: known.light,
            core: known.core,
        }
    }
}

/// As [`find`], for words that are parted already. `part` says of a word by its place what [`Part::of`] says.
pub(super) fn find_in(
    text: &str,
    tokens: &[Token<'_>],
    frame: Frame,
    part: impl Fn(usize) -> Part,
) -> Vec<Spoken> {
    let reader = parse::Reader::new(text, tokens, frame);
    let mut out: Vec<Spoken> = Vec::new();
    let mut at = 0;
    let mut last: Option<(usize, parse::Said)> = None;
    while at < tokens.len() {
        let here = part(at);
        let heavy = || (at + 1..tokens.len().min(at + 1 + head::REACH)).any(|next| part(next).core);
        if !here.begins || here.light && !heavy() {
            debug_assert!(
                reader.read(at).is_none(),
                "a date begins with “{}” and no word behind it is known to make one: {text}",
                tokens[at].word()
            );
            at += 1;
            continue;
        }
        let Some(said) = reader.read(at) else {
            at += 1;
            continue;
        };
        let range = tokens[at].start..tokens[said.end - 1].end;
        // "Friday the eleventh", "noon tomorrow", "Tuesday and Wednesday": the second half says it better.
        let joined =
            last.is_some_and(|(end, before)| reader.close(end, at) && before.yields_to(&said));
        let corrected = last.is_some_and(|(end, _)| reader.corrects(end, at));
        let later = last.is_some_and(|(end, before)| {
            reader.close(end, at) && reader.either(end, at, &said) && before.date < said.date
        });
        if (later || corrected)
            && let Some(before) = out.last_mut()
        {
            before.date = said.date;
            before.range.end = range.end;
            before.exact |= said.exact();
        } else if joined && let Some(before) = out.last_mut() {
            before.date = reader.agreed(before.date, &said, at);
            before.range.end = range.end;
            before.exact |= said.exact();
        } else if last.is_some_and(|(end, before)| reader.close(end, at) && said.yields_to(&before))
        {
            if let Some(before) = out.last_mut() {
                before.range.end = range.end;
            }
            at = said.end;
            last = last.map(|(_, before)| (at, before));
            continue;
        } else {
            out.push(Spoken {
                date: said.date,
                range,
                exact: said.exact(),
            });
        }
        at = said.end;
        last = Some((at, said));
    }
    out
}
