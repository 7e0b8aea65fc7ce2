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
    /// Kept by its date, or without a date.
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
    /// How `commitment` stands on the day `on`. It was late when it is settled after the first date that had passed.
    pub fn of(commitment: &Commitment, on: Date) -> Self {
        match commitment.state {
            State::Open if commitment.due.is_some_and(|due| due < on) => Self::PastDue,
            State::Open => Self::Open,
            State::Missed => Self::Missed,
            State::Dropped => Self::Dropped,
            State::Done(None) => Self::KeptUndated,
            State::Done(Some(day)) => {
                let slipped = commitment
                    .events
                    .iter()
                    .any(|event| matches!(event.kind, EventKind::Slipped | EventKind::Missed));
                if slipped || commitment.due.is_some_and(|due| due < day) {
                    Self::KeptLate
                } else {
                    Self::Kept
                }
            }
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
