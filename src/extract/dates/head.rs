//! Which words may begin a date: one look at a word sorts most of them out. It reads no phrase.

use super::words::{month, number, ordinal, weekday};

/// How a date may go on behind its first word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Head {
    /// A day by itself: today, Friday, noon.
    Today,
    /// on
    On,
    /// What [`Reader::near`] alone may know.
    Near,
    /// same
    Same,
    /// towards
    Towards,
    /// A part of a span: early next week.
    Part,
    /// The end of a span, or a span.
    End,
    /// A count: a week, give me two days.
    Counted,
    /// this, next
    This,
    /// the
    The,
    /// before, when
    Before,
    /// our
    Our,
    /// at
    At,
    /// week
    Week,
    /// over
    Over,
    /// by
    By,
    /// in, within
    In,
    /// A feast: Easter, the new year.
    Feast,
    /// A weekday.
    Weekday,
    /// A number or a month.
    Number,
}

impl Head {
    /// What a word may begin; none for most words.
    pub(super) fn of(word: &str) -> Option<Self> {
        Some(match word {
            "today" | "tonight" | "tomorrow" | "friday" | "fortnight" | "eod" | "cob" | "later"
            | "right" | "straight" | "directly" | "as" | "noon" | "midday" | "first"
            | "straightaway" | "immediately" => Self::Today,
            "on" => Self::On,
            "overnight" | "for" | "day" | "after" | "once" | "now" => Self::Near,
            "same" => Self::Same,
            "towards" | "toward" => Self::Towards,
            "early" | "start" | "beginning" | "top" | "middle" | "mid" | "midweek" | "late" => {
                Self::Part
            }
            "end" | "close" | "back" | "tail" | "month" | "quarter" | "year" | "years" | "q1"
            | "q2" | "q3" | "q4" => Self::End,
            "give" | "a" | "an" => Self::Counted,
            "this" | "next" => Self::This,
            "the" => Self::The,
            "before" | "when" => Self::Before,
            "our" => Self::Our,
            "at" => Self::At,
            "week" => Self::Week,
            "over" => Self::Over,
            "by" => Self::By,
            "in" | "within" | "inside" => Self::In,
            "new" | "labor" | "thanksgiving" | "christmas" | "halloween" | "easter" | "good"
            | "boxing" | "stephen" | "valentine" | "patrick" | "paddy" | "anzac" | "bonfire"
            | "juneteenth" | "veterans" | "presidents" | "memorial" | "columbus" | "pancake" => {
                Self::Feast
            }
            _ if weekday(word).is_some() => Self::Weekday,
            _ if word.starts_with(|c: char| c.is_ascii_digit())
                || number(word).is_some()
                || ordinal(word).is_some()
                || month(word).is_some() =>
            {
                Self::Number
            }
            _ => return None,
        })
    }
}
