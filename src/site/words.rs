//! Numbers, days and lists as the site says them: plain, in the past tense, without praise or alarm.
//! It knows no page and no clock.

use jiff::civil::Date;

use crate::model::calendar::{self, days_between};

const SMALL: [&str; 13] = [
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
];

/// `three`, `13`; zero is `no`.
pub(crate) fn number(n: usize) -> String {
    SMALL
        .get(n)
        .map_or_else(|| n.to_string(), |word| (*word).to_owned())
}

/// `one promise`, `three promises`, `no promises`.
pub(crate) fn count(n: usize, one: &str, many: &str) -> String {
    format!("{} {}", number(n), if n == 1 { one } else { many })
}

/// `1 promise`, `3 promises`: for labels.
pub(crate) fn figure(n: usize, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}

/// The first letter as a capital one.
pub(crate) fn sentence(text: &str) -> String {
    let mut rest = text.chars();
    rest.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(rest).collect()
    })
}

/// `a`, `a and b`, `a, b and c`.
pub(crate) fn list(parts: &[String]) -> String {
    match parts {
        [] => String::new(),
        [one] => one.clone(),
        [head @ .., last] => format!("{} and {last}", head.join(", ")),
    }
}

/// `Tuesday`.
pub(crate) fn weekday(day: Date) -> &'static str {
    match day.weekday() {
        jiff::civil::Weekday::Monday => "Monday",
        jiff::civil::Weekday::Tuesday => "Tuesday",
        jiff::civil::Weekday::Wednesday => "Wednesday",
        jiff::civil::Weekday::Thursday => "Thursday",
        jiff::civil::Weekday::Friday => "Friday",
        jiff::civil::Weekday::Saturday => "Saturday",
        jiff::civil::Weekday::Sunday => "Sunday",
    }
}

/// `Tue`.
pub(crate) fn weekday_short(day: Date) -> &'static str {
    &weekday(day)[..3]
}

/// `15 September`, with the year when it is not that of `today`: the form of sentences.
pub(crate) fn day(day: Date, today: Date) -> String {
    if day.year() == today.year() {
        calendar::day_month(day)
    } else {
        calendar::long(day)
    }
}

/// `15 Sept`, with the year when it is not that of `today`: the form of lists.
pub(crate) fn short(day: Date, today: Date) -> String {
    if day.year() == today.year() {
        calendar::short(day)
    } else {
        format!("{} {}", calendar::short(day), day.year())
    }
}

/// A stretch of days as people say it: `a day`, `ten days`, `two weeks`, `45 days`.
pub(crate) fn stretch(days: i32) -> String {
    let days = usize::try_from(days.unsigned_abs()).unwrap_or_default();
    match days {
        1 => "a day".to_owned(),
        7 => "a week".to_owned(),
        days if days > 7 && days % 7 == 0 => count(days / 7, "week", "weeks"),
        days => count(days, "day", "days"),
    }
}

/// `today`, `tomorrow` is never said: `13 days ago`, `in 3 days`.
pub(crate) fn from_today(day: Date, today: Date) -> String {
    match days_between(day, today) {
        0 => "today".to_owned(),
        1 => "a day ago".to_owned(),
        days if days > 0 => format!("{days} days ago"),
        -1 => "in a day".to_owned(),
        days => format!("in {} days", -days),
    }
}

/// `30 %` of a share between 0 and 1.
pub(crate) fn percent(share: f64) -> String {
    format!("{:.0}", share * 100.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn things_are_said_plainly() {
        assert_eq!(count(1, "promise", "promises"), "one promise");
        assert_eq!(count(13, "promise", "promises"), "13 promises");
        assert_eq!(sentence("élan"), "Élan");
        assert_eq!(list(&["a".into(), "b".into(), "c".into()]), "a, b and c");
        assert_eq!(
            (stretch(14), stretch(35)),
            ("two weeks".into(), "five weeks".into())
        );
        assert_eq!(
            (stretch(1), stretch(10)),
            ("a day".into(), "ten days".into())
        );
        let today = date(2026, 9, 28);
        assert_eq!(short(date(2025, 9, 5), today), "5 Sept 2025");
        assert_eq!(from_today(date(2026, 9, 15), today), "13 days ago");
        assert_eq!(weekday_short(date(2026, 9, 28)), "Mon");
    }
}
