//! The throughline: every promise as a thread on the axis of the meetings. It works out places, in half per cents of the width, and
//! which part of a thread is dotted; the templates draw. It makes no claim that the ledger does not hold.

use jiff::civil::Date;
use serde::Serialize;

use crate::insight::promises::Standing;
use crate::ledger::{Commitment, EventKind, State};
use crate::model::calendar::days_between;

/// The days from which places on the axis are reckoned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Axis {
    /// The day at the left end.
    pub(crate) first: Date,
    /// The day at the right end.
    pub(crate) last: Date,
}

impl Axis {
    /// A day's place in half per cents: 1 at the left end, 198 at the right end; days outside stand at the ends.
    pub(crate) fn place(self, day: Date) -> u16 {
        let total = days_between(self.first, self.last).max(1);
        let days = days_between(self.first, day).clamp(0, total);
        // 0.5 + 98.5 * days / total, in halves, rounded.
        u16::try_from(1 + (197 * days * 2 + total) / (2 * total)).unwrap_or(1)
    }

    /// Whether the axis begins after this day.
    pub(crate) fn begins_after(self, day: Date) -> bool {
        day < self.first
    }
}

/// Half per cents as an attribute takes them: `33.5`.
pub(crate) fn percent(place: u16) -> String {
    if place.is_multiple_of(2) {
        (place / 2).to_string()
    } else {
        format!("{}.5", place / 2)
    }
}

/// A stretch of a thread.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Stretch {
    /// Where it begins, in per cent.
    pub(crate) from: String,
    /// Where it ends, in per cent.
    pub(crate) to: String,
    /// Whether the date had passed.
    pub(crate) late: bool,
}

/// Where a row's words stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Place {
    /// `after`, `before` or `over`.
    pub(crate) class: &'static str,
    /// In half per cents.
    pub(crate) at: u16,
}

/// A promise as a thread.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Thread {
    /// Where it was made; none when that was before the axis begins.
    pub(crate) knot: Option<u16>,
    /// Its stretches.
    pub(crate) stretches: Vec<Stretch>,
    /// Where it was spoken of again.
    pub(crate) ticks: Vec<u16>,
    /// Where it ends.
    pub(crate) end: u16,
    /// The shape at its end.
    pub(crate) glyph: &'static str,
    /// Where the words stand.
    pub(crate) place: Place,
    /// Nothing more will come of it.
    pub(crate) settled: bool,
}

/// The day on which a promise was settled, as far as the record knows; none while it is open.
pub(crate) fn settled_on(commitment: &Commitment) -> Option<Date> {
    match commitment.state {
        State::Open => None,
        State::Done(Some(day)) => Some(day),
        State::Done(None) | State::Missed | State::Dropped => Some(
            commitment
                .events
                .last()
                .map_or(commitment.raised, |event| event.date),
        ),
    }
}

/// The first promised date that passed before anything was heard, on the day `on`; none when none did.
pub(crate) fn late_since(commitment: &Commitment, on: Date) -> Option<Date> {
    let mut due: Option<Date> = None;
    for event in &commitment.events {
        match due {
            Some(date) if event.date > date => return Some(date),
            _ => {}
        }
        if event.due.is_some() {
            due = event.due;
        }
    }
    let end = settled_on(commitment).unwrap_or(on);
    due.or(commitment.due).filter(|date| *date < end)
}

/// The shape of a standing.
pub(crate) fn glyph(standing: Standing) -> &'static str {
    match standing {
        Standing::Open | Standing::PastDue => "open",
        Standing::Kept | Standing::KeptUndated => "kept",
        Standing::KeptLate => "late",
        Standing::Missed => "missed",
        Standing::Dropped => "dropped",
    }
}

/// The thread of a commitment whose words take about `letters` letters.
pub(crate) fn thread(commitment: &Commitment, axis: Axis, today: Date, letters: usize) -> Thread {
    let standing = Standing::of(commitment, today);
    let end_day = settled_on(commitment)
        .unwrap_or(today)
        .max(commitment.raised);
    let (start, end) = (axis.place(commitment.raised), axis.place(end_day));
    let late = late_since(commitment, today).map(|day| axis.place(day.max(commitment.raised)));
    let stretches = match (late, standing) {
        (Some(late), Standing::PastDue | Standing::KeptLate | Standing::Missed) => {
            vec![stretch(start, late, false), stretch(late, end, true)]
        }
        // It was late once and has a date again.
        (Some(late), Standing::Open) => {
            let again = commitment
                .events
                .iter()
                .find(|event| event.kind == EventKind::Slipped)
                .map_or(end, |event| axis.place(event.date));
            vec![
                stretch(start, late, false),
                stretch(late, again, true),
                stretch(again, end, false),
            ]
        }
        _ => vec![stretch(start, end, false)],
    };
    let mut ticks: Vec<u16> = commitment
        .events
        .iter()
        .skip(1)
        .filter(|event| event.date >= axis.first)
        .map(|event| axis.place(event.date))
        .filter(|place| *place != start && *place != end)
        .collect();
    ticks.dedup();
    Thread {
        knot: (!axis.begins_after(commitment.raised)).then_some(start),
        stretches: stretches.into_iter().flatten().collect(),
        ticks,
        end,
        glyph: glyph(standing),
        place: place(start, end, letters),
        settled: standing.is_settled() && standing != Standing::Missed,
    }
}

fn stretch(from: u16, to: u16, late: bool) -> Option<Stretch> {
    (from < to).then(|| Stretch {
        from: percent(from),
        to: percent(to),
        late,
    })
}

/// Words stand behind a thread that ends in the left half, before one that begins right of 30 %, else above it; and above it too
/// where they would not fit. A full width holds about 125 letters.
pub(crate) fn place(start: u16, end: u16, letters: usize) -> Place {
    let fits = |room: u16| letters * 200 <= usize::from(room) * 120;
    if end < 100 && fits(200 - end) {
        Place {
            class: "after",
            at: end,
        }
    } else if start > 60 && fits(start) {
        Place {
            class: "before",
            at: start,
        }
    } else {
        // Long words above a thread that begins far right would have no room: they begin further left.
        let most = letters * 200 / 120;
        let latest = u16::try_from(200_usize.saturating_sub(most)).unwrap_or(0);
        Place {
            class: "over",
            at: start.min(latest).max(1),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn days_have_places_in_half_per_cents() {
        let axis = Axis {
            first: date(2026, 7, 7),
            last: date(2026, 9, 28),
        };
        assert_eq!(percent(axis.place(date(2026, 7, 7))), "0.5");
        assert_eq!(percent(axis.place(date(2026, 7, 21))), "17");
        assert_eq!(percent(axis.place(date(2026, 8, 4))), "33.5");
        assert_eq!(percent(axis.place(date(2026, 9, 28))), "99");
        assert_eq!(percent(axis.place(date(2027, 1, 1))), "99");
        let one = Axis {
            first: date(2026, 7, 7),
            last: date(2026, 7, 7),
        };
        assert_eq!(one.place(date(2026, 7, 7)), 1);
    }

    #[test]
    fn words_find_room() {
        assert_eq!(place(1, 34, 30).class, "after");
        assert_eq!(
            place(134, 167, 30),
            Place {
                class: "before",
                at: 134
            }
        );
        assert_eq!(
            place(1, 198, 30),
            Place {
                class: "over",
                at: 1
            }
        );
        assert_eq!(place(134, 167, 110).class, "over");
    }
}
