//! The cadence as a strip: a line with a tick for each meeting, broken where one was due and not held. And the table of people
//! that it stands in, on the home page and on the page of all people.

use jiff::civil::Date;
use serde::Serialize;

use super::super::scene::Scene;
use super::super::threads::{Axis, percent};
use super::super::words;
use crate::insight::{Cadence, Tally};
use crate::model::calendar::plus_days;
use crate::model::{Person, Slug};

/// How far back a strip goes, in days: thirteen weeks.
pub(crate) const WINDOW: i32 = 91;

/// A strip, in per cent of its width.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Strip {
    /// The stretches of the line.
    pub(crate) lines: Vec<Span>,
    /// The stretches without a meeting that was due.
    pub(crate) gaps: Vec<Span>,
    /// The meetings.
    pub(crate) ticks: Vec<String>,
    /// The same in words.
    pub(crate) words: String,
}

/// From here to there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Span {
    /// Where it begins.
    pub(crate) from: String,
    /// Where it ends.
    pub(crate) to: String,
    /// How long it is.
    pub(crate) width: String,
}

impl Span {
    /// Between two places in half per cents.
    pub(crate) fn between(from: u16, to: u16) -> Self {
        Self {
            from: percent(from),
            to: percent(to),
            width: percent(to.saturating_sub(from)),
        }
    }
}

/// The stretches in which a meeting was due and not held: from the day it was due to the day it was held, or to today.
pub(crate) fn gaps(scene: &Scene<'_>, cadence: &Cadence) -> Vec<(Date, Date)> {
    let mut gaps: Vec<(Date, Date)> = cadence.gaps.iter().map(|gap| (gap.due, gap.to)).collect();
    if cadence.is_late(scene.today, &scene.record.config)
        && let Some(last) = cadence.last()
    {
        let due = cadence
            .next
            .unwrap_or_else(|| plus_days(last, cadence.days));
        gaps.push((due, scene.today));
    }
    gaps
}

/// The strip of the thirteen weeks before the site's day.
pub(crate) fn strip(scene: &Scene<'_>, cadence: &Cadence) -> Strip {
    let axis = Axis {
        first: plus_days(scene.today, -WINDOW),
        last: scene.today,
    };
    let held: Vec<Date> = cadence
        .held
        .iter()
        .copied()
        .filter(|day| *day >= axis.first && *day <= axis.last)
        .collect();
    let gaps: Vec<Span> = gaps(scene, cadence)
        .into_iter()
        .filter(|(_, to)| *to > axis.first)
        .map(|(from, to)| Span::between(axis.place(from), axis.place(to)))
        .collect();
    let mut lines = Vec::new();
    // Before the first meeting of all there was nothing to keep up.
    let mut from = cadence.held.first().map_or(axis.last, |day| *day);
    let all = self::gaps(scene, cadence);
    for (due, to) in all.iter().filter(|(_, to)| *to > axis.first) {
        lines.push(Span::between(axis.place(from), axis.place(*due)));
        from = *to;
    }
    lines.push(Span::between(axis.place(from), axis.place(axis.last)));
    lines.retain(|line| line.from != line.to);
    let meetings = words::figure(held.len(), "meeting", "meetings");
    let words = if gaps.is_empty() {
        meetings
    } else {
        format!("{meetings}, {}", words::figure(gaps.len(), "gap", "gaps"))
    };
    Strip {
        lines,
        gaps,
        ticks: held.iter().map(|day| percent(axis.place(*day))).collect(),
        words,
    }
}

/// A row of the table of people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct PersonRow {
    /// The full name.
    pub(crate) name: String,
    /// The role.
    pub(crate) role: String,
    /// Their page.
    pub(crate) href: Option<String>,
    /// How often they mean to meet.
    pub(crate) agreed: String,
    /// When they meet next; empty before the first meeting.
    pub(crate) next: String,
    /// When they met last; empty before the first meeting.
    pub(crate) last: String,
    /// The strip; none before the first meeting.
    pub(crate) strip: Option<Strip>,
    /// What the manager owes.
    pub(crate) you_owe: u32,
    /// What they owe.
    pub(crate) they_owe: u32,
}

/// What the home page and the page of all people know of somebody.
pub(crate) struct Known<'a> {
    /// The person.
    pub(crate) person: &'a Person,
    /// How often they meet.
    pub(crate) cadence: Cadence,
    /// The manager's promises to them.
    pub(crate) yours: Tally,
    /// Their promises.
    pub(crate) theirs: Tally,
}

/// Everybody with pages, by their next meeting; those who were never met come last, by slug.
pub(crate) fn everybody<'a>(scene: &Scene<'a>) -> Vec<Known<'a>> {
    let mut all: Vec<Known<'a>> = scene
        .map
        .people
        .iter()
        .filter_map(|slug| known(scene, slug))
        .collect();
    all.sort_by(|a, b| {
        let key = |known: &Known<'_>| (known.cadence.next.is_none(), known.cadence.next);
        key(a)
            .cmp(&key(b))
            .then_with(|| a.person.slug.cmp(&b.person.slug))
    });
    all
}

/// What is known of one person.
pub(crate) fn known<'a>(scene: &Scene<'a>, slug: &Slug) -> Option<Known<'a>> {
    let person = scene.person(slug)?;
    let record = scene.record;
    let days = record.one_to_ones(slug).map(|meeting| meeting.date);
    let promises = scene.record.promises_with(slug);
    Some(Known {
        person,
        cadence: Cadence::of(person, days, &record.config),
        yours: Tally::of(promises.managers, scene.today),
        theirs: Tally::of(promises.theirs, scene.today),
    })
}

/// Somebody's row.
pub(crate) fn row(scene: &Scene<'_>, known: &Known<'_>) -> PersonRow {
    let person = known.person;
    let today = scene.today;
    let every = person.cadence.unwrap_or(scene.record.config.cadence);
    let day = |day: Option<Date>| day.map_or_else(String::new, |day| words::short(day, today));
    PersonRow {
        name: person.name.clone(),
        role: person.role.clone().unwrap_or_default(),
        href: scene.person_href(&person.slug),
        agreed: every.to_string(),
        next: day(known.cadence.next),
        last: day(known.cadence.last()),
        strip: known.cadence.last().map(|_| strip(scene, &known.cadence)),
        you_owe: known.yours.open + known.yours.past_due,
        they_owe: known.theirs.open + known.theirs.past_due,
    }
}
