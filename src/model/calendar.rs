//! Dates as people write them, and the periods a review covers. No clock: every date comes from a file or a flag.

use jiff::ToSpan;
use jiff::civil::{Date, date};
use std::fmt;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// `16 November 2026`.
pub fn long(day: Date) -> String {
    format!("{} {}", day_month(day), day.year())
}

/// `16 November`.
pub fn day_month(day: Date) -> String {
    format!("{} {}", day.day(), month_name(day.month()))
}

/// As [`day_month`] where the year goes without saying: within ten months of the day one speaks on; else as [`long`].
pub fn day_near(day: Date, on: Date) -> String {
    if days_between(on, day).abs() <= 300 {
        day_month(day)
    } else {
        long(day)
    }
}

/// `16 Nov`; September is `Sept`.
pub fn short(day: Date) -> String {
    let month = month_name(day.month());
    let short = match month {
        "September" => "Sept",
        "May" | "June" | "July" => month,
        _ => &month[..3],
    };
    format!("{} {short}", day.day())
}

/// Reads `2 November 2025`, or `2 November` as the latest such day that is not after `on`.
pub fn latest_named(words: &str, on: Date) -> Option<Date> {
    let mut parts = words.split_whitespace();
    let day: i8 = parts.next()?.parse().ok()?;
    let name = parts.next()?;
    let month = MONTHS
        .iter()
        .position(|month| month.eq_ignore_ascii_case(name))?;
    let month = i8::try_from(month + 1).ok()?;
    let in_year = |year: i16| Date::new(year, month, day).ok();
    if let Some(year) = parts.next() {
        return in_year(year.parse().ok()?);
    }
    // Four years back reaches a 29 February from anywhere but around a century without one.
    (0..8)
        .filter_map(|back| in_year(on.year().checked_sub(back)?))
        .find(|date| *date <= on)
}

/// The English name of a month, 1 to 12.
pub fn month_name(month: i8) -> &'static str {
    let index = usize::try_from(month - 1).unwrap_or_default();
    MONTHS.get(index).copied().unwrap_or(MONTHS[11])
}

/// `day` moved by whole days, clamped to the calendar's ends.
pub fn plus_days(day: Date, days: i32) -> Date {
    day.saturating_add(days.days())
}

/// Whole days from `from` to `to`; negative when `to` is earlier.
pub fn days_between(from: Date, to: Date) -> i32 {
    from.until(to).map_or(0, |span| span.get_days())
}

/// The stretch of time that a review covers, both ends included.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Period {
    /// As it stands in the file's name: `2026-H2`, `2026-Q3`, `2026`, `2026-07-01..2026-12-31`.
    pub name: String,
    /// First day.
    pub first: Date,
    /// Last day.
    pub last: Date,
}

impl Period {
    /// Reads a period's name; `None` when it is none of the four forms or ends before it begins.
    pub fn parse(name: &str) -> Option<Self> {
        let name = name.trim().to_ascii_uppercase();
        let months = |year: i16, first: i8, last: i8| {
            let end = Date::new(year, last, 1).ok()?.last_of_month();
            Some((Date::new(year, first, 1).ok()?, end))
        };
        let (first, last) = if let Some((from, to)) = name.split_once("..") {
            (from.parse().ok()?, to.parse().ok()?)
        } else if let Some((year, part)) = name.split_once('-') {
            let year: i16 = year.parse().ok()?;
            let number = |prefix: char, most: i8| {
                let n: i8 = part.strip_prefix(prefix)?.parse().ok()?;
                (1..=most).contains(&n).then_some(n)
            };
            if let Some(half) = number('H', 2) {
                months(year, half * 6 - 5, half * 6)?
            } else {
                let quarter = number('Q', 4)?;
                months(year, quarter * 3 - 2, quarter * 3)?
            }
        } else {
            months(name.parse().ok()?, 1, 12)?
        };
        (first <= last).then_some(Self { name, first, last })
    }

    /// The half-year in which `day` lies.
    pub fn half_of(day: Date) -> Self {
        let year = day.year();
        let (half, first, last) = if day.month() <= 6 {
            (1, date(year, 1, 1), date(year, 6, 30))
        } else {
            (2, date(year, 7, 1), date(year, 12, 31))
        };
        Self {
            name: format!("{year}-H{half}"),
            first,
            last,
        }
    }

    /// Whether the day lies in it.
    pub fn contains(&self, day: Date) -> bool {
        self.first <= day && day <= self.last
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_are_read_and_refused() {
        let half = Period::parse("2026-h2").unwrap();
        assert_eq!(
            (half.first, half.last),
            (date(2026, 7, 1), date(2026, 12, 31))
        );
        assert_eq!(half, Period::half_of(date(2026, 11, 16)));
        let quarter = Period::parse("2028-Q1").unwrap();
        assert_eq!(
            (quarter.first, quarter.last),
            (date(2028, 1, 1), date(2028, 3, 31))
        );
        assert_eq!(Period::parse("2026").unwrap().last, date(2026, 12, 31));
        assert!(
            Period::parse("2026-07-01..2026-09-30")
                .unwrap()
                .contains(date(2026, 9, 30))
        );
        for wrong in [
            "",
            "2026-H3",
            "2026-Q0",
            "soon",
            "2026-09-30..2026-07-01",
            "2026-13",
        ] {
            assert_eq!(Period::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn dates_read_as_people_write_them() {
        let day = date(2026, 9, 5);
        assert_eq!(
            (long(day).as_str(), short(day).as_str()),
            ("5 September 2026", "5 Sept")
        );
        assert_eq!(days_between(date(2026, 9, 5), date(2026, 10, 5)), 30);
        assert_eq!(plus_days(date(2026, 12, 31), 1), date(2027, 1, 1));
    }
}
