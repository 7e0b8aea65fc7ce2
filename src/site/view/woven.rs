//! The whole of a long record as one strip: a thin line a promise, the person's above the axis of the meetings, the manager's
//! below it, packed into lanes. It counts nothing; the table of promises is behind it.

use jiff::civil::{Date, date};
use serde::Serialize;

use super::super::scene::Scene;
use super::super::threads::{self, Axis, Stretch, percent};
use super::strip::Span;
use crate::ledger::Commitment;
use crate::model::calendar::plus_days;

/// The distance between two lanes.
const STEP: usize = 6;
/// The most lanes on a side; what finds none shares the last.
const LANES: usize = 12;

/// The strip.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Woven {
    /// The same in words.
    pub(crate) words: String,
    /// How high it is.
    pub(crate) height: usize,
    /// Where the axis is, from the top.
    pub(crate) axis: usize,
    /// Where the years are written.
    pub(crate) base: usize,
    /// The promises.
    pub(crate) lines: Vec<Line>,
    /// The meetings, in per cent.
    pub(crate) ticks: Vec<String>,
    /// The stretches without a meeting.
    pub(crate) gaps: Vec<Span>,
    /// The years, each where it begins.
    pub(crate) years: Vec<(String, String)>,
}

/// A promise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Line {
    /// `you` or `them`.
    pub(crate) side: &'static str,
    /// From the top.
    pub(crate) y: usize,
    /// Its stretches.
    pub(crate) stretches: Vec<Stretch>,
    /// The shape at its end, where it is open or missed; empty where it is settled.
    pub(crate) glyph: &'static str,
    /// Where it ends.
    pub(crate) end: String,
}

/// The strip of these promises.
pub(crate) fn woven(
    scene: &Scene<'_>,
    held: &[Date],
    gaps: &[(Date, Date)],
    yours: &[&Commitment],
    theirs: &[&Commitment],
    words: String,
) -> Option<Woven> {
    let made = yours.iter().chain(theirs).map(|one| one.raised);
    let first = held.iter().copied().chain(made).min()?;
    let axis = Axis {
        first,
        last: scene.today.max(first),
    };
    let (above, their_lanes) = lanes(scene, axis, theirs, "them");
    let (below, your_lanes) = lanes(scene, axis, yours, "you");
    let middle = 8 + their_lanes * STEP + 6;
    let place = |(lane, line): (usize, Line), up: bool| Line {
        y: if up {
            middle - 8 - lane * STEP
        } else {
            middle + 8 + lane * STEP
        },
        ..line
    };
    let lines = above
        .into_iter()
        .map(|one| place(one, true))
        .chain(below.into_iter().map(|one| place(one, false)))
        .collect();
    let base = middle + 8 + your_lanes * STEP + 16;
    Some(Woven {
        words,
        height: base + 4,
        axis: middle,
        base,
        lines,
        ticks: held.iter().map(|day| percent(axis.place(*day))).collect(),
        gaps: gaps
            .iter()
            .map(|(from, to)| Span::between(axis.place(*from), axis.place(*to)))
            .collect(),
        years: years(axis),
    })
}

/// The year at the left end, and each year that begins far enough from it and from the right end.
fn years(axis: Axis) -> Vec<(String, String)> {
    let mut years = vec![("0".to_owned(), axis.first.year().to_string())];
    for year in axis.first.year() + 1..=axis.last.year() {
        let place = axis.place(date(year, 1, 1));
        if (14..=190).contains(&place) {
            years.push((percent(place), year.to_string()));
        }
    }
    years
}

/// Each promise with its lane, and how many lanes there are. A lane is free again a day after its last promise ended.
fn lanes(
    scene: &Scene<'_>,
    axis: Axis,
    list: &[&Commitment],
    side: &'static str,
) -> (Vec<(usize, Line)>, usize) {
    let mut order: Vec<&Commitment> = list.to_vec();
    order.sort_by(|a, b| (a.raised, &a.id).cmp(&(b.raised, &b.id)));
    let mut ends: Vec<Date> = Vec::new();
    let mut lines = Vec::new();
    for commitment in order {
        let end = threads::settled_on(commitment)
            .unwrap_or(scene.today)
            .max(commitment.raised);
        let free = ends
            .iter()
            .position(|last| plus_days(*last, 1) < commitment.raised);
        let lane = free.unwrap_or(ends.len()).min(LANES - 1);
        match ends.get_mut(lane) {
            Some(last) => *last = end,
            None => ends.push(end),
        }
        let thread = threads::thread(commitment, axis, scene.today, 0);
        let glyph = match thread.glyph {
            glyph @ ("open" | "missed") => glyph,
            _ => "",
        };
        lines.push((
            lane,
            Line {
                side,
                y: 0,
                stretches: thread.stretches,
                glyph,
                end: percent(thread.end),
            },
        ));
    }
    (lines, ends.len())
}
