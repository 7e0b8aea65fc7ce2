//! The throughline of one person: axis, expectations, the manager's promises, the person's promises. It words the rows and picks
//! which of them are drawn (of a long record those that reach into the last weeks); `threads` works out where.

use jiff::civil::Date;
use serde::Serialize;

use super::super::scene::Scene;
use super::super::threads::{self, Axis, Place, Stretch, percent};
use super::super::words;
use super::axis::{self, Label};
use super::strip::{self, Span};
use super::tally;
use super::woven::{self, Woven};
use crate::insight::Cadence;
use crate::insight::promises::Standing;
use crate::ledger::{Commitment, EventKind, Expectation, Promises};
use crate::model::calendar::{days_between, plus_days};

/// From how many rows on the settled ones of old are left to the table.
const MOST_ROWS: usize = 40;
/// How far back settled rows then go, in days.
const RECENT: i32 = 91;

/// The diagram.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Throughline {
    /// How many meetings: `five meetings`.
    pub(crate) meetings: String,
    /// The labels of the axis.
    pub(crate) labels: Vec<Label>,
    /// Where meetings were held, in per cent.
    pub(crate) ticks: Vec<String>,
    /// The stretches of the axis line.
    pub(crate) lines: Vec<Span>,
    /// The stretches without a meeting.
    pub(crate) gaps: Vec<Span>,
    /// Where today is, in per cent.
    pub(crate) today: String,
    /// The rows.
    pub(crate) groups: Vec<Group>,
    /// Everything there was, as one strip, where the rows leave something out.
    pub(crate) woven: Option<Woven>,
    /// What the rows leave out; empty when they leave out nothing.
    pub(crate) left_out: String,
}

/// Rows under one heading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Group {
    /// The heading.
    pub(crate) heading: String,
    /// Its ink.
    pub(crate) side: &'static str,
    /// The counts.
    pub(crate) small: String,
    /// The rows.
    pub(crate) rows: Vec<Row>,
}

/// A thread or a band.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Row {
    /// Whether it is an expectation.
    pub(crate) band: bool,
    /// Nothing more will come of it.
    pub(crate) settled: bool,
    /// Its ink.
    pub(crate) side: &'static str,
    /// Where it was made, in per cent; none when that was before the axis begins.
    pub(crate) knot: Option<String>,
    /// The stretches of a thread.
    pub(crate) stretches: Vec<Stretch>,
    /// Where a band begins and how wide it is.
    pub(crate) span: Option<Span>,
    /// Where it was spoken of again.
    pub(crate) ticks: Vec<String>,
    /// Where it ends.
    pub(crate) end: String,
    /// The shape at its end.
    pub(crate) glyph: &'static str,
    /// Where the words stand: `after`, `before` or `over`.
    pub(crate) place: &'static str,
    /// In half per cents.
    pub(crate) at: u16,
    /// The words.
    pub(crate) text: String,
    /// The fact behind them.
    pub(crate) small: String,
    /// The same for those who cannot see the thread.
    pub(crate) hidden: String,
    /// Where it was made.
    pub(crate) href: Option<String>,
}

/// What the diagram is drawn from.
pub(crate) struct Parts<'a> {
    /// The meetings.
    pub(crate) cadence: &'a Cadence,
    /// What was expected.
    pub(crate) expectations: Vec<&'a Expectation>,
    /// Whose promises they are.
    pub(crate) promises: &'a Promises<'a>,
    /// How the manager is called.
    pub(crate) manager: &'a str,
    /// How the person is called.
    pub(crate) name: &'a str,
}

/// The diagram; none before anything happened.
pub(crate) fn throughline(scene: &Scene<'_>, parts: &Parts<'_>) -> Option<Throughline> {
    let today = scene.today;
    let Promises {
        managers: yours,
        theirs,
        others,
    } = parts.promises;
    let all = yours.len() + theirs.len() + others.len();
    let recent = plus_days(today, -RECENT);
    let long = all > MOST_ROWS;
    let keep = |commitment: &&Commitment| {
        !long || threads::settled_on(commitment).is_none_or(|day| day >= recent)
    };
    let drawn: Vec<Vec<&Commitment>> = [yours, theirs, others]
        .into_iter()
        .map(|list| list.iter().copied().filter(keep).collect())
        .collect();
    let shown = drawn.iter().flatten().copied();
    let axis = reach(parts, shown, today, long.then_some(recent))?;
    let all_gaps = strip::gaps(scene, parts.cadence);
    let gaps: Vec<(Date, Date)> = all_gaps
        .iter()
        .copied()
        .filter(|(_, to)| *to > axis.first)
        .collect();
    let held: Vec<Date> = parts
        .cadence
        .held
        .iter()
        .copied()
        .filter(|day| *day >= axis.first)
        .collect();
    let left_out = all - drawn.iter().map(Vec::len).sum::<usize>();
    let groups = groups(scene, parts, &drawn, axis);
    Some(Throughline {
        meetings: words::count(parts.cadence.held.len(), "meeting", "meetings"),
        labels: axis::labels(axis, &held, &gaps, today),
        ticks: held.iter().map(|day| percent(axis.place(*day))).collect(),
        lines: axis::lines(axis, &gaps),
        gaps: gaps
            .iter()
            .map(|(from, to)| Span::between(axis.place(*from), axis.place(*to)))
            .collect(),
        today: percent(axis.place(today)),
        groups,
        woven: (left_out > 0)
            .then(|| {
                let words = format!(
                    "All {all} promises since the first meeting, {} above, {} below.",
                    parts.name, parts.manager
                );
                woven::woven(scene, &parts.cadence.held, &all_gaps, yours, theirs, words)
            })
            .flatten(),
        left_out: if left_out == 0 {
            String::new()
        } else {
            format!(
                "{} settled more than thirteen weeks ago {} in the strip and in the table of promises.",
                words::sentence(&words::count(left_out, "promise", "promises")),
                if left_out == 1 { "is" } else { "are" }
            )
        },
    })
}

/// The rows under their headings: expectations, the manager's promises, the person's, everybody else's.
fn groups(
    scene: &Scene<'_>,
    parts: &Parts<'_>,
    drawn: &[Vec<&Commitment>],
    axis: Axis,
) -> Vec<Group> {
    let mut groups = Vec::new();
    if !parts.expectations.is_empty() {
        groups.push(Group {
            heading: "Expectations".to_owned(),
            side: "",
            small: format!(
                "stated by {}",
                if parts.manager == "You" {
                    "you"
                } else {
                    parts.manager
                }
            ),
            rows: parts
                .expectations
                .iter()
                .map(|one| band(scene, one, axis))
                .collect(),
        });
    }
    for (list, drawn, name, side) in [
        (&parts.promises.managers, &drawn[0], parts.manager, "you"),
        (&parts.promises.theirs, &drawn[1], parts.name, "them"),
        (&parts.promises.others, &drawn[2], "Others", ""),
    ] {
        if !list.is_empty() {
            groups.push(Group {
                heading: format!("{name} promised"),
                side,
                small: tally::line(&tally::side(scene, name, side, list)),
                rows: drawn
                    .iter()
                    .map(|one| row(scene, one, axis, side))
                    .collect(),
            });
        }
    }
    groups
}

/// From the first meeting or promise to today. A long record begins where its settled rows begin.
fn reach<'a>(
    parts: &Parts<'_>,
    drawn: impl Iterator<Item = &'a Commitment>,
    today: Date,
    recent: Option<Date>,
) -> Option<Axis> {
    let made = drawn.map(|commitment| commitment.raised);
    let stated = parts.expectations.iter().map(|one| one.stated);
    let first = parts
        .cadence
        .held
        .first()
        .copied()
        .into_iter()
        .chain(made)
        .chain(stated)
        .min()?;
    let first = match recent {
        Some(recent) => first.max(recent),
        None => first,
    };
    let last = parts.cadence.last().map_or(today, |last| last.max(today));
    Some(Axis {
        first: first.min(last),
        last,
    })
}

fn band(scene: &Scene<'_>, expectation: &Expectation, axis: Axis) -> Row {
    let from = axis.place(expectation.stated);
    let end = axis.place(scene.today);
    let mut small = match (expectation.measure, expectation.date) {
        (true, true) => "measure and date",
        (true, false) => "with a measure",
        (false, true) => "with a date",
        (false, false) => "no measure, no date",
    }
    .to_owned();
    if expectation.acknowledged {
        small += ", acknowledged";
    }
    let letters = expectation.text.chars().count() + small.chars().count();
    let place = if letters * 200 <= usize::from(200 - from) * 110 {
        Place {
            class: "after",
            at: from,
        }
    } else {
        match threads::place(from, end, letters) {
            Place {
                class: "before",
                at,
            } => Place {
                class: "before",
                at,
            },
            place => place,
        }
    };
    Row {
        band: true,
        settled: false,
        side: "you",
        knot: (!axis.begins_after(expectation.stated)).then(|| percent(from)),
        stretches: Vec::new(),
        span: Some(Span::between(from, end.max(from + 1))),
        ticks: Vec::new(),
        end: percent(end),
        glyph: "expect",
        place: place.class,
        at: place.at,
        text: expectation.text.clone(),
        hidden: format!(
            "Expected since {}.",
            words::day(expectation.stated, scene.today)
        ),
        small,
        href: scene.item_href(&expectation.item),
    }
}

fn row(scene: &Scene<'_>, commitment: &Commitment, axis: Axis, side: &'static str) -> Row {
    let mut small = small(scene, commitment);
    if side.is_empty() {
        small = format!("{}, {small}", scene.holder(commitment).1);
    }
    let letters = commitment.text.chars().count() + small.chars().count();
    let thread = threads::thread(commitment, axis, scene.today, letters);
    Row {
        band: false,
        settled: thread.settled,
        side,
        knot: thread.knot.map(percent),
        stretches: thread.stretches,
        span: None,
        ticks: thread.ticks.into_iter().map(percent).collect(),
        end: percent(thread.end),
        glyph: thread.glyph,
        place: thread.place.class,
        at: thread.place.at,
        text: commitment.text.clone(),
        hidden: hidden(scene, commitment),
        small,
        href: commitment
            .chain
            .first()
            .and_then(|link| scene.item_href(link)),
    }
}

/// The one fact that the shape does not say.
fn small(scene: &Scene<'_>, commitment: &Commitment) -> String {
    let today = scene.today;
    let standing = Standing::of(commitment, today);
    let mut parts = Vec::new();
    if commitment.chain.len() > 1 {
        let times = match commitment.chain.len() {
            2 => "twice".to_owned(),
            n => format!("{} times", words::number(n)),
        };
        parts.push(format!("promised {times}"));
    }
    if commitment
        .events
        .iter()
        .any(|event| event.kind == EventKind::HandedOver)
    {
        parts.push("handed over".to_owned());
    }
    match standing {
        Standing::Open | Standing::PastDue => parts.push(commitment.due.map_or_else(
            || "no date".to_owned(),
            |due| format!("due {}", words::short(due, today)),
        )),
        Standing::KeptLate => {
            let late = threads::settled_on(commitment)
                .zip(threads::late_since(commitment, today))
                .map(|(day, due)| days_between(due, day));
            parts.push(match late {
                Some(days) if days > 0 => format!("{} after its date", words::stretch(days)),
                _ => "after its date".to_owned(),
            });
        }
        Standing::Missed | Standing::Dropped => parts.push(standing.words().to_owned()),
        Standing::KeptUndated => parts.push("ticked without a day".to_owned()),
        Standing::Kept => {}
    }
    parts.join(", ")
}

fn hidden(scene: &Scene<'_>, commitment: &Commitment) -> String {
    let today = scene.today;
    let standing = Standing::of(commitment, today);
    let heard = match threads::settled_on(commitment) {
        Some(day) => format!("heard of {}", words::short(day, today)),
        None => "still open".to_owned(),
    };
    format!(
        "{}; promised {}, {heard}.",
        words::sentence(standing.words()),
        words::short(commitment.raised, today)
    )
}
