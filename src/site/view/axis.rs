//! The axis of a throughline: the days of the meetings as labels, as far as they find room, and the line with its breaks.

use jiff::civil::Date;
use serde::Serialize;

use super::super::threads::{Axis, percent};
use super::super::words;
use super::strip::Span;

/// Two labels of the axis may not be nearer than this, in half per cents; on a phone not nearer than the second.
const NEAR: (u16, u16) = (18, 28);

/// A word on the axis.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Label {
    /// Where, in per cent.
    pub(crate) x: String,
    /// The word.
    pub(crate) text: String,
    /// `start`, `middle` or `end`.
    pub(crate) anchor: &'static str,
    /// Further classes: `strong` a meeting, `off` one that was not held, `phone-off` left out on a phone.
    pub(crate) class: &'static str,
}

/// The stretches of the axis line: it is broken where a meeting was due and not held.
pub(crate) fn lines(axis: Axis, gaps: &[(Date, Date)]) -> Vec<Span> {
    let mut lines = Vec::new();
    let mut from = 1;
    for (due, to) in gaps {
        lines.push(Span::between(from, axis.place(*due)));
        from = axis.place(*to);
    }
    lines.push(Span::between(from, axis.place(axis.last)));
    lines.retain(|line| line.from != line.to);
    lines
}

/// The days of the meetings, where they find room: the last ones first, since they matter most. A meeting that was not held is
/// named when there is room for it.
pub(crate) fn labels(axis: Axis, held: &[Date], gaps: &[(Date, Date)], today: Date) -> Vec<Label> {
    // (place, text, class, on a phone)
    let mut taken: Vec<(u16, String, &'static str, bool)> = Vec::new();
    let end = axis.place(today);
    let newest = held.last().map(|day| axis.place(*day));
    if end == axis.place(axis.last) && newest.is_none_or(|at| end.abs_diff(at) >= NEAR.0) {
        taken.push((end, "today".to_owned(), "phone-off", false));
    }
    let free = |taken: &[(u16, String, &'static str, bool)], at: u16, near: u16, phone: bool| {
        taken
            .iter()
            .filter(|one| !phone || one.3)
            .all(|one| one.0.abs_diff(at) >= near)
    };
    let meetings = held.iter().rev().map(|day| (*day, "strong"));
    let missed = gaps.iter().rev().map(|(due, _)| (*due, "off"));
    let first = held.first().copied();
    for (day, class) in first
        .map(|day| (day, "strong"))
        .into_iter()
        .chain(meetings)
        .chain(missed)
    {
        let at = axis.place(day);
        if taken.iter().any(|one| one.0 == at) || !free(&taken, at, NEAR.0, false) {
            continue;
        }
        let phone = free(&taken, at, NEAR.1, true);
        taken.push((at, words::short(day, today), class, phone));
    }
    taken.sort();
    taken
        .into_iter()
        .map(|(at, text, class, phone)| Label {
            x: percent(if at <= 8 { 0 } else { at }),
            text,
            anchor: if at <= 8 {
                "start"
            } else if at >= 190 {
                "end"
            } else {
                "middle"
            },
            class: match (class, phone) {
                ("strong", false) => "strong phone-off",
                ("off", false) => "off phone-off",
                (class, _) => class,
            },
        })
        .collect()
}
