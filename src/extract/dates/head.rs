//! Which words may begin a date: one look at a word sorts most of them out. It reads no phrase.

use super::words::{month, number, ordinal, weekday};

/// How a date may go on behind its first word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Head {
    /// A day by itself: today, Friday, noon.
    Today,
    /// on
    On,
    /// Something beside this day: for, after, once, now.
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
            "overnight" | "for" | "day" | "once" | "now" => Self::Near,
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

/// Whether a date that begins with a word says what it is only further on: "the", "in", "before".
pub(super) fn is_light(word: &str) -> bool {
    matches!(
        word,
        "the"
            | "a"
            | "an"
            | "on"
            | "for"
            | "in"
            | "at"
            | "by"
            | "before"
            | "when"
            | "over"
            | "our"
            | "once"
    )
}

/// How many words behind a light one the word stands that makes it a date.
pub(super) const REACH: usize = 8;

/// Words that may make a date, in alphabetical order. Days, months and numbers are others.
const CORE: [&str; 187] = [
    "aft",
    "afternoon",
    "ago",
    "am",
    "anyway",
    "anzac",
    "arvo",
    "back",
    "bed",
    "beginning",
    "bonfire",
    "boxing",
    "breakfast",
    "business",
    "call",
    "came",
    "car",
    "catch",
    "chat",
    "check",
    "christmas",
    "clock",
    "clocking",
    "close",
    "closing",
    "cob",
    "columbus",
    "come",
    "coming",
    "commencing",
    "couple",
    "day",
    "days",
    "desk",
    "dinner",
    "dinnertime",
    "directly",
    "do",
    "done",
    "down",
    "earlier",
    "easter",
    "ed",
    "eight",
    "end",
    "ending",
    "eod",
    "eve",
    "evening",
    "every",
    "finish",
    "finished",
    "first",
    "following",
    "fortnight",
    "forty",
    "four",
    "fourth",
    "friday",
    "front",
    "get",
    "give",
    "go",
    "gone",
    "good",
    "half",
    "halloween",
    "hang",
    "head",
    "hence",
    "here",
    "home",
    "hour",
    "hours",
    "immediately",
    "inside",
    "juneteenth",
    "knock",
    "knocking",
    "labor",
    "last",
    "late",
    "later",
    "latest",
    "leave",
    "lock",
    "log",
    "lunch",
    "lunchtime",
    "meet",
    "meeting",
    "memorial",
    "mid",
    "midday",
    "middle",
    "midweek",
    "minute",
    "moment",
    "monday",
    "month",
    "morn",
    "morning",
    "morra",
    "morrow",
    "most",
    "my",
    "new",
    "next",
    "night",
    "noon",
    "o'clock",
    "off",
    "office",
    "one",
    "open",
    "out",
    "outside",
    "overnight",
    "paddy",
    "pancake",
    "past",
    "patrick",
    "play",
    "pm",
    "presidents",
    "previous",
    "quarter",
    "rang",
    "right",
    "saint",
    "sat",
    "second",
    "see",
    "session",
    "seventy",
    "shift",
    "shoot",
    "shut",
    "sign",
    "since",
    "sit",
    "sitting",
    "somebody",
    "someone",
    "sometime",
    "soon",
    "speak",
    "st",
    "start",
    "starting",
    "stephen",
    "straightaway",
    "sunday",
    "tail",
    "talk",
    "tea",
    "teatime",
    "thanksgiving",
    "these",
    "thing",
    "third",
    "thirty",
    "three",
    "thursday",
    "time",
    "today",
    "tomorrow",
    "tonight",
    "top",
    "tuesday",
    "twenty",
    "two",
    "up",
    "usually",
    "valentine",
    "veterans",
    "wednesday",
    "week",
    "weekend",
    "weeks",
    "whenever",
    "while",
    "within",
    "worst",
    "wrap",
    "year",
    "years",
];

/// Whether a word may make a date of the light words before it. Each phrase of a date that begins with a light word holds one such
/// word: a build for tests reads on without it and stops where that is not so.
pub(super) fn is_core(word: &str) -> bool {
    CORE.binary_search(&word).is_ok()
        || word.starts_with(|c: char| c.is_ascii_digit())
        || weekday(word).is_some()
        || number(word).is_some_and(|_| word != "a" && word != "an")
        || ordinal(word).is_some()
        || month(word).is_some()
}

#[cfg(test)]
mod tests {
    use super::CORE;

    #[test]
    fn the_words_are_in_order() {
        assert!(CORE.is_sorted());
    }
}
