//! Kept and missed: each side's promises counted, the months in which they ended, and the share kept in time with its range.
//! A share below its minimum n is not there, and says why.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Serialize;

use super::super::scene::Scene;
use super::super::threads;
use super::super::words;
use crate::insight::promises::{Standing, Tally};
use crate::ledger::Commitment;
use crate::model::calendar::month_name;

/// How many months the chart shows at most.
const MONTHS: usize = 6;
/// How many promises stand above each other before a second row of them begins.
const STACK: usize = 8;
/// The distance between two of them.
const STEP: usize = 13;

/// Both sides.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(crate) struct Kept {
    /// The columns of the chart, oldest first, `open now` last.
    pub(crate) columns: Vec<Column>,
    /// Where the axis is, from the top.
    pub(crate) axis: usize,
    /// How high the chart is.
    pub(crate) height: usize,
    /// What the chart leaves out; empty when it leaves out nothing.
    pub(crate) left_out: String,
    /// The counts, the manager's first.
    pub(crate) sides: Vec<SideTally>,
    /// The person's first name.
    pub(crate) name: String,
    /// How the manager is called.
    pub(crate) manager: String,
}

/// A month.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Column {
    /// Its name.
    pub(crate) label: String,
    /// Where it begins, in per cent.
    pub(crate) x: String,
    /// The promises, each a shape at its place.
    pub(crate) marks: Vec<Mark>,
}

/// A promise in the chart.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Mark {
    /// The shape's name.
    pub(crate) glyph: &'static str,
    /// Whose it is.
    pub(crate) side: &'static str,
    /// From the column's left edge.
    pub(crate) x: usize,
    /// From the top.
    pub(crate) y: usize,
}

/// One side's counts.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(crate) struct SideTally {
    /// How they are called.
    pub(crate) name: String,
    /// Their ink.
    pub(crate) side: &'static str,
    /// All of them.
    pub(crate) total: u32,
    /// Kept, and not late; those ticked without a day among them.
    pub(crate) kept: u32,
    /// Kept late.
    pub(crate) late: u32,
    /// Missed.
    pub(crate) missed: u32,
    /// Dropped.
    pub(crate) dropped: u32,
    /// Open, those past their date among them.
    pub(crate) open: u32,
    /// Open and past their date.
    pub(crate) past_due: u32,
    /// Of those with a date that has passed, how many were kept in time; none below the minimum.
    pub(crate) rate: Option<Share>,
    /// Why there is no share; empty when there is one.
    pub(crate) no_rate: String,
}

/// A share with its range, in per cent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Share {
    /// How many.
    pub(crate) k: u32,
    /// Of how many.
    pub(crate) n: u32,
    /// `k/n`.
    pub(crate) at: String,
    /// The lower end.
    pub(crate) low: String,
    /// The upper end.
    pub(crate) high: String,
}

/// The counts of one side.
pub(crate) fn side(
    scene: &Scene<'_>,
    name: &str,
    class: &'static str,
    of: &[&Commitment],
) -> SideTally {
    let tally = Tally::of(of.iter().copied(), scene.today);
    let config = &scene.record.config;
    let rate = tally.rate(config).map(|rate| Share {
        k: rate.k,
        n: rate.n,
        at: words::percent(f64::from(rate.k) / f64::from(rate.n)),
        low: words::percent(rate.low),
        high: words::percent(rate.high),
    });
    let dated = usize::try_from(tally.dated.0).unwrap_or_default();
    let no_rate = match rate {
        Some(_) => String::new(),
        None => format!(
            "Not enough data: {} with a date that has passed; a rate needs {}.",
            words::figure(dated, "promise", "promises"),
            config.measures.rate_minimum
        ),
    };
    SideTally {
        name: name.to_owned(),
        side: class,
        total: tally.total(),
        kept: tally.kept + tally.undated,
        late: tally.late,
        missed: tally.missed,
        dropped: tally.dropped,
        open: tally.open + tally.past_due,
        past_due: tally.past_due,
        rate,
        no_rate,
    }
}

/// `8: 2 kept, 3 kept late, 1 missed, 2 open`; what is nought is left out.
pub(crate) fn line(tally: &SideTally) -> String {
    let parts: Vec<String> = [
        (tally.kept, "kept"),
        (tally.late, "kept late"),
        (tally.missed, "missed"),
        (tally.dropped, "dropped"),
        (tally.open, "open"),
    ]
    .into_iter()
    .filter(|(n, _)| *n > 0)
    .map(|(n, word)| format!("{n} {word}"))
    .collect();
    if parts.is_empty() {
        "nothing".to_owned()
    } else {
        format!("{}: {}", tally.total, parts.join(", "))
    }
}

/// Both sides of one person's promises.
pub(crate) fn kept(
    scene: &Scene<'_>,
    manager: &str,
    name: &str,
    yours: &[&Commitment],
    theirs: &[&Commitment],
) -> Kept {
    let mut months: BTreeMap<(i16, i8), [Vec<&'static str>; 2]> = BTreeMap::new();
    let mut open: [Vec<&'static str>; 2] = [Vec::new(), Vec::new()];
    for (place, commitments) in [theirs, yours].into_iter().enumerate() {
        for commitment in commitments {
            let standing = Standing::of(commitment, scene.today);
            let glyph = threads::glyph(standing);
            match threads::settled_on(commitment) {
                None => open[place].push(glyph),
                Some(day) => months.entry(month(day)).or_default()[place].push(glyph),
            }
        }
    }
    // The same shapes stand together, kept ones next to the axis.
    for list in months.values_mut().flatten() {
        list.sort_by_key(|glyph| {
            ["kept", "late", "missed", "dropped"]
                .iter()
                .position(|one| one == glyph)
        });
    }
    let skipped = months.len().saturating_sub(MONTHS);
    let left_out: usize = months
        .values()
        .take(skipped)
        .map(|sides| sides[0].len() + sides[1].len())
        .sum();
    let mut columns: Vec<(String, [Vec<&'static str>; 2])> = months
        .into_iter()
        .skip(skipped)
        .map(|((_, month), sides)| (month_name(month).to_owned(), sides))
        .collect();
    columns.push(("open now".to_owned(), open));
    let rows = |place: usize| {
        columns
            .iter()
            .map(|(_, sides)| sides[place].len().min(STACK))
            .max()
            .unwrap_or(0)
    };
    let above = rows(0) * STEP;
    let axis = above + 18;
    let height = axis + 10 + rows(1) * STEP;
    let share = 10_000 / columns.len().max(1);
    Kept {
        axis,
        height,
        columns: columns
            .into_iter()
            .enumerate()
            .map(|(place, (label, sides))| Column {
                label,
                x: format!("{}.{:02}", share * place / 100, share * place % 100),
                marks: marks(sides, above, axis),
            })
            .collect(),
        left_out: if left_out == 0 {
            String::new()
        } else {
            format!(
                "{} settled in earlier months are in the table of promises.",
                words::sentence(&words::number(left_out))
            )
        },
        sides: vec![
            side(scene, manager, "you", yours),
            side(scene, name, "them", theirs),
        ],
        name: name.to_owned(),
        manager: manager.to_owned(),
    }
}

fn month(day: Date) -> (i16, i8) {
    (day.year(), day.month())
}

fn marks([theirs, yours]: [Vec<&'static str>; 2], above: usize, axis: usize) -> Vec<Mark> {
    let up = theirs.into_iter().enumerate().map(|(n, glyph)| Mark {
        glyph,
        side: "them",
        x: 6 + n / STACK * STEP,
        y: above.saturating_sub(6 + n % STACK * STEP),
    });
    let down = yours.into_iter().enumerate().map(|(n, glyph)| Mark {
        glyph,
        side: "you",
        x: 6 + n / STACK * STEP,
        y: axis + 12 + n % STACK * STEP,
    });
    up.chain(down).collect()
}
