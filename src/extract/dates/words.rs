//! The words of the calendar: days, months, numbers and ordinals, as data.

use jiff::civil::Weekday;

/// A weekday by its name or a short form that is no other word.
pub(super) fn weekday(word: &str) -> Option<Weekday> {
    Some(match word {
        "monday" => Weekday::Monday,
        "tuesday" | "tues" => Weekday::Tuesday,
        "wednesday" | "weds" => Weekday::Wednesday,
        "thursday" | "thurs" => Weekday::Thursday,
        "friday" | "fri" => Weekday::Friday,
        "saturday" => Weekday::Saturday,
        "sunday" => Weekday::Sunday,
        _ => return None,
    })
}

/// A month, 1 to 12, by its name or its usual short form.
pub(super) fn month(word: &str) -> Option<i8> {
    Some(match word {
        "january" | "jan" => 1,
        "february" | "feb" => 2,
        "march" => 3,
        "april" | "apr" => 4,
        "may" => 5,
        "june" => 6,
        "july" => 7,
        "august" | "aug" => 8,
        "september" | "sept" | "sep" => 9,
        "october" | "oct" => 10,
        "november" | "nov" => 11,
        "december" | "dec" => 12,
        _ => return None,
    })
}

/// Whether a month's name is an ordinary word as well and counts only where it is written as a name.
pub(super) fn is_doubtful_month(word: &str) -> bool {
    matches!(word, "may" | "march" | "jan" | "dec" | "sep" | "august")
}

/// A number from 1 to 60, in digits or in words.
pub(super) fn number(word: &str) -> Option<i32> {
    let small = [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
        "twelve", "thirteen", "fourteen",
    ];
    if let Some(place) = small.iter().position(|name| *name == word) {
        return i32::try_from(place + 1).ok();
    }
    match word {
        "a" | "an" => return Some(1),
        "twenty" => return Some(20),
        "thirty" => return Some(30),
        "sixty" => return Some(60),
        _ => {}
    }
    let digits: i32 = word.parse().ok()?;
    (1..=60).contains(&digits).then_some(digits)
}

/// The day of a month as one word: `fourteenth`, `14th`. `twenty` and `thirty` begin one of two words.
pub(super) fn ordinal(word: &str) -> Option<i8> {
    let names = [
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
    if let Some(place) = names.iter().position(|name| *name == word) {
        return i8::try_from(place + 1).ok();
    }
    if word == "thirtieth" {
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
