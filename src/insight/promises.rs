//! Measure M7: what became of promises, counted, and the rate of those kept in time with its interval.
//! The parts always add up to the whole; a rate below its minimum n does not exist.

use jiff::civil::Date;

use crate::ledger::{Commitment, EventKind, State};
use crate::model::Config;

/// How a commitment stands on a day. The words on screen are [`Standing::words`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// Not settled, and its date has not passed or it has none.
    Open,
    /// Not settled, and its date has passed.
    PastDue,
    /// Kept, and nothing shows that it was late.
    Kept,
    /// Kept, after its date.
    KeptLate,
    /// Ticked without a date: kept, nobody knows when.
    KeptUndated,
    /// Said to be not done.
    Missed,
    /// Let go.
    Dropped,
}

impl Standing {
    /// How `commitment` stands on the day `on`. A later meeting that tells of it proves that it is done, not when: so it is late
    /// only where the record knows that its date had passed without it.
    pub fn of(commitment: &Commitment, on: Date) -> Self {
        match commitment.state {
            State::Open if commitment.due.is_some_and(|due| due < on) => Self::PastDue,
            State::Open => Self::Open,
            State::Missed => Self::Missed,
            State::Dropped => Self::Dropped,
            State::Done(None) => Self::KeptUndated,
            State::Done(Some(_)) if is_late(commitment) => Self::KeptLate,
            State::Done(Some(_)) => Self::Kept,
        }
    }

    /// `kept late`.
    pub fn words(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::PastDue => "past its date",
            Self::Kept | Self::KeptUndated => "kept",
            Self::KeptLate => "kept late",
            Self::Missed => "missed",
            Self::Dropped => "dropped",
        }
    }

    /// Whether nothing more will come of it.
    pub fn is_settled(self) -> bool {
        !matches!(self, Self::Open | Self::PastDue)
    }
}

/// Whether the record shows that a promise was not yet kept when its date had passed: it was said to be missed, got a new date too
/// late, was spoken of as under way after its date, or was ticked with a later day.
fn is_late(commitment: &Commitment) -> bool {
    let mut due = None;
    for event in &commitment.events {
        let passed = due.is_some_and(|due| due < event.date);
        let late = match event.kind {
            EventKind::Slipped | EventKind::Missed => true,
            EventKind::Progress | EventKind::PromisedAgain | EventKind::HandedOver => passed,
            EventKind::Ticked => passed && !was_told_before(commitment, event.date),
            EventKind::Promised
            | EventKind::Renegotiated
            | EventKind::Done
            | EventKind::Dropped
            | EventKind::Cancelled => false,
        };
        if late {
            return true;
        }
        due = event.due.or(due);
    }
    false
}

/// Whether a meeting told that it was done before the owner ticked it: then the tick says nothing of the day.
fn was_told_before(commitment: &Commitment, day: Date) -> bool {
    let mut events = commitment.events.iter();
    events.any(|event| event.kind == EventKind::Done && event.date <= day)
}

/// Promises counted by how they stand.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// Open and not past due.
    pub open: u32,
    /// Open and past due.
    pub past_due: u32,
    /// Kept, and not late.
    pub kept: u32,
    /// Kept late.
    pub late: u32,
    /// Ticked without a date.
    pub undated: u32,
    /// Missed.
    pub missed: u32,
    /// Dropped.
    pub dropped: u32,
    /// Of `kept` and `late`, `missed` and `past_due`: those with a date, and of these the ones kept by it.
    pub dated: (u32, u32),
}

impl Tally {
    /// Counts `commitments` as they stand on the day `on`.
    pub fn of<'a>(commitments: impl IntoIterator<Item = &'a Commitment>, on: Date) -> Self {
        let mut tally = Self::default();
        for commitment in commitments {
            let standing = Standing::of(commitment, on);
            *match standing {
                Standing::Open => &mut tally.open,
                Standing::PastDue => &mut tally.past_due,
                Standing::Kept => &mut tally.kept,
                Standing::KeptLate => &mut tally.late,
                Standing::KeptUndated => &mut tally.undated,
                Standing::Missed => &mut tally.missed,
                Standing::Dropped => &mut tally.dropped,
            } += 1;
            let counts = match standing {
                Standing::Kept | Standing::KeptLate | Standing::Missed | Standing::PastDue => {
                    commitment.due.is_some()
                }
                Standing::Open | Standing::KeptUndated | Standing::Dropped => false,
            };
            if counts {
                tally.dated.0 += 1;
                tally.dated.1 += u32::from(standing == Standing::Kept);
            }
        }
        tally
    }

    /// All of them.
    pub fn total(self) -> u32 {
        self.open
            + self.past_due
            + self.kept
            + self.late
            + self.undated
            + self.missed
            + self.dropped
    }

    /// The share kept in time of those with a date that has passed; none below the minimum n of the config.
    pub fn rate(self, config: &Config) -> Option<Rate> {
        let (n, kept) = self.dated;
        (n >= u32::from(config.measures.rate_minimum)).then(|| Rate::wilson(kept, n))
    }
}

/// A share with its n and its 95 % interval.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rate {
    /// How many of them.
    pub k: u32,
    /// Of how many; at least 1.
    pub n: u32,
    /// The lower end, 0 to 1.
    pub low: f64,
    /// The upper end, 0 to 1.
    pub high: f64,
}

impl Rate {
    /// Wilson's score interval with z = 1.96 (MEASURES 3.2): centre `(p + z²/2n)/(1 + z²/n)`,
    /// half-width `z·sqrt(p(1−p)/n + z²/4n²)/(1 + z²/n)`.
    pub fn wilson(k: u32, n: u32) -> Self {
        let (share, count, z) = (f64::from(k) / f64::from(n), f64::from(n), 1.96_f64);
        let scale = 1.0 + z * z / count;
        let centre = (share + z * z / (2.0 * count)) / scale;
        let half =
            z * (share * (1.0 - share) / count + z * z / (4.0 * count * count)).sqrt() / scale;
        Self {
            k,
            n,
            low: (centre - half).max(0.0),
            high: (centre + half).min(1.0),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::Event;
    use crate::model::{ItemId, ItemRef, VaultPath};
    use jiff::civil::date;

    fn promised(
        on: i8,
        due: Option<i8>,
        then: &[(i8, EventKind, Option<i8>)],
        state: State,
    ) -> Commitment {
        let day = |n: i8| date(2026, 9, n);
        let item = |n: i8| ItemRef {
            note: VaultPath::new("meetings/x.md"),
            id: ItemId::parse("tlaaaaaaaa").unwrap(),
            date: day(n),
        };
        let event = |(n, kind, due): (i8, EventKind, Option<i8>)| Event {
            date: day(n),
            kind,
            due: due.map(day),
            reason: None,
            item: item(n),
            transcript: None,
        };
        let all = [(on, EventKind::Promised, due)]
            .into_iter()
            .chain(then.iter().copied());
        Commitment {
            id: ItemId::parse("tlaaaaaaaa").unwrap(),
            person: None,
            room: Vec::new(),
            owner: None,
            by_manager: false,
            text: "send it".into(),
            raised: day(on),
            due: then
                .iter()
                .rev()
                .find_map(|(.., due)| *due)
                .or(due)
                .map(day),
            state,
            chain: vec![item(on)],
            events: all.map(event).collect(),
        }
    }

    #[test]
    fn late_is_only_what_the_record_knows_to_be_late() {
        use EventKind::{Done, Missed, Progress, Renegotiated, Slipped, Ticked};
        let done = |n: i8| State::Done(Some(date(2026, 9, n)));
        let cases = [
            // Told at the next meeting: it may well have been in time.
            (
                promised(1, Some(4), &[(8, Done, None)], done(8)),
                Standing::Kept,
            ),
            (
                promised(1, None, &[(8, Progress, None), (15, Done, None)], done(15)),
                Standing::Kept,
            ),
            (
                promised(
                    1,
                    Some(10),
                    &[(8, Renegotiated, Some(20)), (22, Done, None)],
                    done(22),
                ),
                Standing::Kept,
            ),
            (
                promised(
                    1,
                    Some(4),
                    &[(8, Progress, None), (15, Done, None)],
                    done(15),
                ),
                Standing::KeptLate,
            ),
            (
                promised(1, Some(4), &[(8, Missed, None), (15, Done, None)], done(15)),
                Standing::KeptLate,
            ),
            (
                promised(
                    1,
                    Some(4),
                    &[(8, Slipped, Some(12)), (15, Done, None)],
                    done(15),
                ),
                Standing::KeptLate,
            ),
            (
                promised(1, Some(4), &[(6, Ticked, None)], done(6)),
                Standing::KeptLate,
            ),
            (
                promised(1, Some(4), &[(3, Ticked, None)], done(3)),
                Standing::Kept,
            ),
            (
                promised(1, Some(4), &[(8, Done, None), (9, Ticked, None)], done(8)),
                Standing::Kept,
            ),
            (
                promised(1, Some(4), &[], State::Done(None)),
                Standing::KeptUndated,
            ),
            (promised(1, Some(4), &[], State::Open), Standing::PastDue),
            (promised(1, Some(30), &[], State::Open), Standing::Open),
        ];
        for (commitment, standing) in cases {
            assert_eq!(
                Standing::of(&commitment, date(2026, 9, 25)),
                standing,
                "{commitment:#?}"
            );
        }
    }

    #[test]
    fn the_interval_is_wilsons() {
        let rate = Rate::wilson(4, 6);
        assert_eq!(
            (format!("{:.2}", rate.low), format!("{:.2}", rate.high)),
            ("0.30".into(), "0.90".into())
        );
        let none = Rate::wilson(0, 5);
        assert!(none.low < 1e-9 && none.high < 0.5);
    }

    #[test]
    fn below_its_minimum_a_rate_does_not_exist() {
        let few = Tally {
            dated: (4, 4),
            ..Tally::default()
        };
        assert_eq!(few.rate(&Config::default()), None);
        let enough = Tally {
            dated: (5, 4),
            ..Tally::default()
        };
        assert_eq!(
            enough.rate(&Config::default()).map(|rate| (rate.k, rate.n)),
            Some((4, 5))
        );
    }
}
