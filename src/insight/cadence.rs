//! Measure M1: how often two people met, against how often they meant to.
//! `adherence = held / expected`, `expected = floor(days / cadence)`; a gap is late beyond a share of the cadence.

use jiff::civil::Date;

use crate::model::calendar::{days_between, plus_days};
use crate::model::{Config, Person};

/// The meetings of one person with the manager, in days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cadence {
    /// Days between two meetings, as agreed.
    pub days: i32,
    /// The days on which they met, oldest first, each once.
    pub held: Vec<Date>,
    /// How many meetings fit between the first and the last at that cadence, both included.
    pub expected: usize,
    /// The stretches without a meeting that were too long, oldest first.
    pub gaps: Vec<Gap>,
    /// The next meeting: what the owner fixed, else the last one and the cadence; none before the first meeting.
    pub next: Option<Date>,
}

/// A stretch without a meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gap {
    /// The meeting before it.
    pub from: Date,
    /// The meeting after it.
    pub to: Date,
    /// The day on which one was due and not held.
    pub due: Date,
}

impl Gap {
    /// Its length in days.
    pub fn days(self) -> i32 {
        days_between(self.from, self.to)
    }
}

impl Cadence {
    /// The cadence of `person`, whose meetings were on `days` (in any order, doubles allowed).
    pub fn of(person: &Person, days: impl IntoIterator<Item = Date>, config: &Config) -> Self {
        let mut held: Vec<Date> = days.into_iter().collect();
        held.sort_unstable();
        held.dedup();
        let every = person.cadence.unwrap_or(config.cadence).days();
        let late = every * i32::from(config.measures.late_after_percent) / 100;
        let gaps = held
            .windows(2)
            .filter(|pair| days_between(pair[0], pair[1]) > late)
            .map(|pair| Gap {
                from: pair[0],
                to: pair[1],
                due: plus_days(pair[0], every),
            })
            .collect();
        let span = match (held.first(), held.last()) {
            (Some(first), Some(last)) => days_between(*first, *last),
            _ => 0,
        };
        let expected = if held.is_empty() {
            0
        } else {
            usize::try_from(span / every).unwrap_or_default() + 1
        };
        let next = held.last().map(|last| match person.next {
            Some(next) if next > *last => next,
            _ => plus_days(*last, every),
        });
        Self {
            days: every,
            held,
            expected,
            gaps,
            next,
        }
    }

    /// The last meeting.
    pub fn last(&self) -> Option<Date> {
        self.held.last().copied()
    }

    /// Whether the next meeting should have been held by `today`, allowing for the share of the cadence that counts as late.
    pub fn is_late(&self, today: Date, config: &Config) -> bool {
        let late = self.days * i32::from(config.measures.late_after_percent) / 100;
        self.last()
            .is_some_and(|last| days_between(last, today) > late && self.next < Some(today))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn meetings_held_are_set_against_those_expected() {
        let days = [
            date(2026, 7, 7),
            date(2026, 7, 14),
            date(2026, 7, 14),
            date(2026, 8, 4),
        ];
        let cadence = Cadence::of(&Person::named("Ann Bo"), days, &Config::default());
        assert_eq!((cadence.held.len(), cadence.expected), (3, 5));
        assert_eq!(cadence.gaps.len(), 1);
        assert_eq!(
            (cadence.gaps[0].due, cadence.gaps[0].days()),
            (date(2026, 7, 21), 21)
        );
        assert_eq!(cadence.next, Some(date(2026, 8, 11)));
        assert!(!cadence.is_late(date(2026, 8, 14), &Config::default()));
        assert!(cadence.is_late(date(2026, 8, 15), &Config::default()));
        let none = Cadence::of(&Person::named("Ann Bo"), [], &Config::default());
        assert_eq!((none.next, none.expected), (None, 0));
    }

    #[test]
    fn a_next_date_in_the_persons_file_counts_until_it_is_held() {
        let mut person = Person::named("Ann Bo");
        person.next = Some(date(2026, 7, 20));
        let config = Config::default();
        let before = Cadence::of(&person, [date(2026, 7, 7)], &config);
        assert_eq!(before.next, Some(date(2026, 7, 20)));
        let after = Cadence::of(&person, [date(2026, 7, 20)], &config);
        assert_eq!(after.next, Some(date(2026, 7, 27)));
    }
}
