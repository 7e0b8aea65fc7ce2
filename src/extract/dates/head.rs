//! Which words may begin a date: one look at a word sorts most of them out. It reads no phrase.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::super::spelling::Spelling;
use super::words;

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

/// What a word can be in a date.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Known {
    /// What it may begin; none for most words.
    pub(super) head: Option<Head>,
    /// Whether a date that begins with it says what it is only further on: "the", "in", "before".
    pub(super) light: bool,
    /// Whether it makes a date of the light words before it.
    pub(super) core: bool,
}

impl Known {
    /// What a word, in lower case, can be.
    pub(super) fn of(word: &str) -> Self {
        if word.starts_with(|c: char| c.is_ascii_digit()) {
            return Self {
                head: Some(Head::Number),
                light: false,
                core: true,
            };
        }
        WORDS.get(&Spelling::of(word)).copied().unwrap_or_default()
    }
}

/// Every word that a date may begin with or that makes one.
static WORDS: LazyLock<FxHashMap<Spelling, Known>> = LazyLock::new(|| {
    let mut words: FxHashMap<Spelling, Known> = FxHashMap::default();
    for name in words::all() {
        let known = words.entry(Spelling::of(name)).or_default();
        known.head = Some(match words::weekday(name) {
            Some(_) => Head::Weekday,
            None => Head::Number,
        });
        known.core = !LIGHT.contains(&name);
    }
    for (head, begin) in HEADS {
        for word in begin {
            words.entry(Spelling::of(word)).or_default().head = Some(head);
        }
    }
    for word in LIGHT {
        words.entry(Spelling::of(word)).or_default().light = true;
    }
    for word in CORE {
        words.entry(Spelling::of(word)).or_default().core = true;
    }
    words
});

/// The words that begin a date, by how it may go on.
const HEADS: [(Head, &[&str]); 18] = [
    (
        Head::Today,
        &[
            "today",
            "tonight",
            "tomorrow",
            "friday",
            "fortnight",
            "eod",
            "cob",
            "later",
            "right",
            "straight",
            "directly",
            "as",
            "noon",
            "midday",
            "first",
            "straightaway",
            "immediately",
        ],
    ),
    (Head::On, &["on"]),
    (Head::Near, &["overnight", "for", "day", "once", "now"]),
    (Head::Same, &["same"]),
    (Head::Towards, &["towards", "toward"]),
    (
        Head::Part,
        &[
            "early",
            "start",
            "beginning",
            "top",
            "middle",
            "mid",
            "midweek",
            "late",
        ],
    ),
    (
        Head::End,
        &[
            "end", "close", "back", "tail", "month", "quarter", "year", "years", "q1", "q2", "q3",
            "q4",
        ],
    ),
    (Head::Counted, &["give", "a", "an"]),
    (Head::This, &["this", "next"]),
    (Head::The, &["the"]),
    (Head::Before, &["before", "when"]),
    (Head::Our, &["our"]),
    (Head::At, &["at"]),
    (Head::Week, &["week"]),
    (Head::Over, &["over"]),
    (Head::By, &["by"]),
    (Head::In, &["in", "within", "inside"]),
    (
        Head::Feast,
        &[
            "new",
            "labor",
            "thanksgiving",
            "christmas",
            "halloween",
            "easter",
            "good",
            "boxing",
            "stephen",
            "valentine",
            "patrick",
            "paddy",
            "anzac",
            "bonfire",
            "juneteenth",
            "veterans",
            "presidents",
            "memorial",
            "columbus",
            "pancake",
        ],
    ),
];

/// Words with which a date begins that says what it is only further on.
const LIGHT: [&str; 13] = [
    "the", "a", "an", "on", "for", "in", "at", "by", "before", "when", "over", "our", "once",
];

/// How many words behind a light one the word stands that makes it a date.
pub(super) const REACH: usize = 8;

/// Words that may make a date of the light words before them. Days, months and numbers are others. Each phrase of a date that begins
/// with a light word holds one such word: a build for tests reads on without it and stops where that is not so.
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
