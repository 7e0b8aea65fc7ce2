//! The words of the calendar: days, months, numbers and ordinals, as data.

use jiff::civil::Weekday;

/// The weekdays by their names and by short forms that are no other word.
const WEEKDAYS: [(&str, Weekday); 11] = [
    ("monday", Weekday::Monday),
    ("tuesday", Weekday::Tuesday),
    ("tues", Weekday::Tuesday),
    ("wednesday", Weekday::Wednesday),
    ("weds", Weekday::Wednesday),
    ("thursday", Weekday::Thursday),
    ("thurs", Weekday::Thursday),
    ("friday", Weekday::Friday),
    ("fri", Weekday::Friday),
    ("saturday", Weekday::Saturday),
    ("sunday", Weekday::Sunday),
];

/// The months by their names and their usual short forms.
const MONTHS: [(&str, i8); 21] = [
    ("january", 1),
    ("jan", 1),
    ("february", 2),
    ("feb", 2),
    ("march", 3),
    ("april", 4),
    ("apr", 4),
    ("may", 5),
    ("june", 6),
    ("july", 7),
    ("august", 8),
    ("aug", 8),
    ("september", 9),
    ("sept", 9),
    ("sep", 9),
    ("october", 10),
    ("oct", 10),
    ("november", 11),
    ("nov", 11),
    ("december", 12),
    ("dec", 12),
];

/// The numbers from one.
const NUMBERS: [&str; 14] = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen",
];

/// Other words that are numbers; a thing alone is one.
const OTHER_NUMBERS: [(&str, i32); 5] = [
    ("a", 1),
    ("an", 1),
    ("twenty", 20),
    ("thirty", 30),
    ("sixty", 60),
];

/// The days of a month from the first. `twenty` and `thirty` begin the others.
const ORDINALS: [&str; 20] = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
];
const THIRTIETH: &str = "thirtieth";

/// Every word here that is not written in digits.
pub(super) fn all() -> impl Iterator<Item = &'static str> {
    let days = WEEKDAYS.iter().map(|(name, _)| *name);
    days.chain(MONTHS.iter().map(|(name, _)| *name))
        .chain(NUMBERS)
        .chain(OTHER_NUMBERS.iter().map(|(name, _)| *name))
        .chain(ORDINALS)
        .chain([THIRTIETH])
}

fn find<T: Copy>(table: &[(&str, T)], word: &str) -> Option<T> {
    let found = table.iter().find(|(name, _)| *name == word);
    found.map(|(_, meant)| *meant)
}

/// A weekday by its name.
pub(super) fn weekday(word: &str) -> Option<Weekday> {
    find(&WEEKDAYS, word)
}

/// A month, 1 to 12, by its name.
pub(super) fn month(word: &str) -> Option<i8> {
    find(&MONTHS, word)
}

/// Whether a month's name is an ordinary word as well and counts only where it is written as a name.
pub(super) fn is_doubtful_month(word: &str) -> bool {
    matches!(word, "may" | "march" | "jan" | "dec" | "sep" | "august")
}

/// A number from 1 to 60, in digits or in words.
pub(super) fn number(word: &str) -> Option<i32> {
    if let Some(place) = NUMBERS.iter().position(|name| *name == word) {
        return i32::try_from(place + 1).ok();
    }
    if let Some(number) = find(&OTHER_NUMBERS, word) {
        return Some(number);
    }
    let digits: i32 = word.parse().ok()?;
    (1..=60).contains(&digits).then_some(digits)
}

/// The day of a month as one word: `fourteenth`, `14th`.
pub(super) fn ordinal(word: &str) -> Option<i8> {
    if let Some(place) = ORDINALS.iter().position(|name| *name == word) {
        return i8::try_from(place + 1).ok();
    }
    if word == THIRTIETH {
        return Some(30);
    }
    let digits = word
        .strip_suffix("th")
        .or_else(|| word.strip_suffix("st"))
        .or_else(|| word.strip_suffix("nd"))
        .or_else(|| word.strip_suffix("rd"))?;
    let day: i8 = digits.parse().ok()?;
    (1..=31).contains(&day).then_some(day)
}

/// The words that may stand right behind "the fourteenth" when it is a day. Behind an ordinal that counts something stands its noun.
pub(super) fn may_follow_a_day(word: &str) -> bool {
    matches!(
        word,
        "and"
            | "or"
            | "so"
            | "but"
            | "at"
            | "for"
            | "with"
            | "if"
            | "then"
            | "when"
            | "because"
            | "to"
            | "is"
            | "'s"
            | "was"
            | "are"
            | "in"
            | "on"
            | "by"
            | "before"
            | "after"
            | "of"
            | "i"
            | "we"
            | "you"
            | "he"
            | "she"
            | "they"
            | "it"
            | "that"
            | "there"
            | "right"
            | "yeah"
            | "yes"
            | "okay"
            | "ok"
            | "please"
            | "thanks"
            | "now"
            | "until"
            | "till"
            | "from"
            | "as"
            | "which"
            | "just"
            | "same"
            | "where"
            | "would"
            | "will"
            | "'ll"
            | "works"
            | "suits"
            | "latest"
            | "first"
            | "instead"
            | "maybe"
            | "too"
            | "anyway"
            | "though"
            | "since"
            | "onwards"
            | "morning"
            | "afternoon"
            | "evening"
    )
}

/// What makes a day of "first", "second" and "third", which mostly count something else.
pub(super) fn leads_to_a_day(word: &str) -> bool {
    matches!(
        word,
        "by" | "on"
            | "for"
            | "before"
            | "until"
            | "till"
            | "around"
            | "about"
            | "from"
            | "after"
            | "is"
            | "'s"
            | "to"
    )
}
