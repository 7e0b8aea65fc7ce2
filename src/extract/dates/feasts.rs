//! The feasts that people count by, those of a fixed day and those that move.

use std::sync::LazyLock;

use jiff::civil::{Date, Weekday};

use super::parse::{How, Reader, Said};
use super::phrases::Phrases;
use crate::model::calendar::plus_days;

/// When a feast falls.
enum Falls {
    /// Month and day.
    On(i8, i8),
    /// Month, which of its weekdays (-1 the last), and which weekday.
    Nth(i8, i8, Weekday),
    /// Days from Easter Sunday.
    Easter(i32),
}

/// The feasts by what they are called.
const NAMED: [(&str, Falls); 24] = [
    ("christmas eve", Falls::On(12, 24)),
    ("christmas day?", Falls::On(12, 25)),
    ("boxing day", Falls::On(12, 26)),
    ("stephen 's day", Falls::On(12, 26)),
    ("new year 's? eve", Falls::On(12, 31)),
    ("new year 's? day?", Falls::On(1, 1)),
    ("the new year", Falls::On(1, 1)),
    ("halloween", Falls::On(10, 31)),
    ("valentine 's day?", Falls::On(2, 14)),
    ("patrick 's day", Falls::On(3, 17)),
    ("paddy 's day", Falls::On(3, 17)),
    ("anzac day", Falls::On(4, 25)),
    ("bonfire night", Falls::On(11, 5)),
    ("juneteenth", Falls::On(6, 19)),
    ("veterans day", Falls::On(11, 11)),
    ("presidents day", Falls::Nth(2, 3, Weekday::Monday)),
    ("memorial day", Falls::Nth(5, -1, Weekday::Monday)),
    ("labor day", Falls::Nth(9, 1, Weekday::Monday)),
    ("columbus day", Falls::Nth(10, 2, Weekday::Monday)),
    ("thanksgiving", Falls::Nth(11, 4, Weekday::Thursday)),
    ("good friday", Falls::Easter(-2)),
    ("easter monday", Falls::Easter(1)),
    ("easter sunday|weekend?", Falls::Easter(0)),
    ("pancake tuesday|day", Falls::Easter(-47)),
];

static FEASTS: LazyLock<Vec<(Phrases, Falls)>> = LazyLock::new(|| {
    NAMED
        .into_iter()
        .map(|(name, falls)| (Phrases::new(&[name]), falls))
        .collect()
});

impl Reader<'_> {
    pub(super) fn feasts(&self, at: usize) -> Option<Said> {
        let lead = match self.before(at) {
            "st" | "saint" => at.checked_sub(2).map_or("", |at| self.word(at)),
            lead => lead,
        };
        if !matches!(
            lead,
            "by" | "before" | "until" | "till" | "after" | "for" | "at" | "on" | "come"
        ) {
            return None;
        }
        let today = self.frame.today;
        let (falls, end) = FEASTS
            .iter()
            .find_map(|(phrases, falls)| Some((falls, self.is(at, phrases)?)))?;
        let date = (0..2)
            .filter_map(|years| falls.in_year(today.year() + years))
            .find(|date| *date >= today)?;
        Some(Self::said(date, end, How::Day))
    }
}

impl Falls {
    fn in_year(&self, year: i16) -> Option<Date> {
        match *self {
            Self::On(month, day) => Date::new(year, month, day).ok(),
            Self::Nth(month, nth, day) => Date::new(year, month, 1)
                .ok()?
                .nth_weekday_of_month(nth, day)
                .ok(),
            Self::Easter(days) => Some(plus_days(easter(year)?, days)),
        }
    }
}

/// Easter Sunday, by the anonymous Gregorian reckoning.
fn easter(year: i16) -> Option<Date> {
    let year = i32::from(year);
    let (golden, century, of_century) = (year % 19, year / 100, year % 100);
    let leap = century - century / 4 - (century - (century + 8) / 25 + 1) / 3;
    let moon = (19 * golden + leap + 15) % 30;
    let weekday = (32 + 2 * (century % 4) + 2 * (of_century / 4) - moon - of_century % 4) % 7;
    let late = (golden + 11 * moon + 22 * weekday) / 451;
    let sum = moon + weekday - 7 * late + 114;
    let month = i8::try_from(sum / 31).ok()?;
    let day = i8::try_from(sum % 31 + 1).ok()?;
    Date::new(i16::try_from(year).ok()?, month, day).ok()
}
