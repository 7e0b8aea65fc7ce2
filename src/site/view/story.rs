//! The story of the meetings, newest first: what was promised, kept, missed and expected in each, and the stretches between them
//! in which a meeting was due and not held.

use serde::Serialize;

use super::super::scene::{Scene, Side};
use super::super::words;
use super::item::{self, Quote};
use super::sort;
use crate::insight::Cadence;
use crate::model::calendar::days_between;
use crate::model::{Detail, Direction, Item, Meeting, Slug, Tone};

/// A meeting, or a stretch without one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Chapter {
    /// In which year it was.
    pub(crate) year: i16,
    /// `15 Sept`.
    pub(crate) date: String,
    /// The meeting's page; none for a stretch without one.
    pub(crate) href: Option<String>,
    /// `Tue, two weeks on`.
    pub(crate) small: Vec<String>,
    /// What there was, by kind.
    pub(crate) facts: Vec<Fact>,
    /// What to say where there is nothing, or no meeting.
    pub(crate) words: String,
    /// One thing that was said.
    pub(crate) quote: Option<Quote>,
}

/// The meetings of an earlier year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Year {
    /// `2025, 48 meetings`.
    pub(crate) label: String,
    /// The meetings, newest first.
    pub(crate) chapters: Vec<Chapter>,
}

/// One kind of things.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Fact {
    /// `Promised`.
    pub(crate) term: &'static str,
    /// The manager's, then the person's, then nobody's.
    pub(crate) voices: Vec<Voice>,
}

/// Things of one side.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Voice {
    /// How they are called; empty for nobody's.
    pub(crate) name: String,
    /// Their ink.
    pub(crate) side: &'static str,
    /// The things.
    pub(crate) things: Vec<Thing>,
}

/// A few words with their link.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Thing {
    /// The words.
    pub(crate) text: String,
    /// A fact behind them; empty when there is none.
    pub(crate) small: String,
    /// Where they stand.
    pub(crate) href: Option<String>,
}

/// How many rows stand open.
const LATEST: usize = 26;

/// The kinds, in the order in which they are told, by the kind that [`sort::sort`] gives. What was said to whom is the margin's:
/// one quote there tells more than a list.
const TERMS: [(&str, &[&str]); 8] = [
    ("Promised", &["Promised", "Promised again"]),
    ("Kept", &["Kept", "Kept late"]),
    ("Missed", &["Missed"]),
    ("On the way", &["On the way", "New date"]),
    ("Dropped", &["Dropped"]),
    ("Expected", &["Expected"]),
    ("Put off", &["Put off"]),
    ("Unclear", &["Unclear"]),
];

/// Somebody's meetings, newest first.
pub(crate) fn story(scene: &Scene<'_>, slug: &Slug, cadence: &Cadence) -> Vec<Chapter> {
    let meetings: Vec<&Meeting> = scene.record.one_to_ones(slug).collect();
    let mut chapters = Vec::new();
    if cadence.is_late(scene.today, &scene.record.config)
        && let (Some(last), Some(due)) = (cadence.last(), cadence.next)
    {
        let since = words::stretch(days_between(last, scene.today));
        chapters.push(Chapter {
            year: due.year(),
            date: words::short(due, scene.today),
            href: None,
            small: Vec::new(),
            facts: Vec::new(),
            words: format!(
                "No meeting. {} have passed since {}; {}.",
                words::sentence(&since),
                words::day(last, scene.today),
                agreed(scene, slug, cadence)
            ),
            quote: None,
        });
    }
    for (place, meeting) in meetings.iter().enumerate().rev() {
        let before = place.checked_sub(1).map(|place| meetings[place]);
        chapters.push(chapter(scene, meeting, before));
        let gap = before.and_then(|before| {
            cadence
                .gaps
                .iter()
                .find(|gap| gap.from == before.date && gap.to == meeting.date)
        });
        if let Some(gap) = gap {
            chapters.push(Chapter {
                year: gap.due.year(),
                date: words::short(gap.due, scene.today),
                href: None,
                small: Vec::new(),
                facts: Vec::new(),
                words: format!(
                    "No meeting. {} passed between {} and {}; {}.",
                    words::sentence(&words::stretch(gap.days())),
                    words::day(gap.from, scene.today),
                    words::day(gap.to, scene.today),
                    agreed(scene, slug, cadence)
                ),
                quote: None,
            });
        }
    }
    chapters
}

/// The latest meetings, and the rest by year: a page of several years stays one that can be read.
pub(crate) fn cut(mut chapters: Vec<Chapter>) -> (Vec<Chapter>, Vec<Year>) {
    if chapters.len() <= LATEST + LATEST / 4 {
        return (chapters, Vec::new());
    }
    let mut years: Vec<(i16, Vec<Chapter>)> = Vec::new();
    for chapter in chapters.split_off(LATEST) {
        match years.last_mut() {
            Some((year, list)) if *year == chapter.year => list.push(chapter),
            _ => years.push((chapter.year, vec![chapter])),
        }
    }
    let years = years
        .into_iter()
        .map(|(year, chapters)| {
            let held = chapters.iter().filter(|one| one.href.is_some()).count();
            Year {
                label: format!("{year}, {}", words::figure(held, "meeting", "meetings")),
                chapters,
            }
        })
        .collect();
    (chapters, years)
}

fn agreed(scene: &Scene<'_>, slug: &Slug, cadence: &Cadence) -> String {
    let own = scene
        .person(slug)
        .is_some_and(|person| person.cadence.is_some());
    let days = words::stretch(cadence.days);
    if own {
        format!("you agreed on {days}")
    } else {
        format!("the vault's cadence is {days}")
    }
}

fn chapter(scene: &Scene<'_>, meeting: &Meeting, before: Option<&Meeting>) -> Chapter {
    let mut small = vec![match before {
        None => format!("{}, the first", words::weekday_short(meeting.date)),
        Some(before) => match days_between(before.date, meeting.date) {
            0 => format!("{}, the same day", words::weekday_short(meeting.date)),
            days => format!(
                "{}, {} on",
                words::weekday_short(meeting.date),
                words::stretch(days)
            ),
        },
    }];
    let minutes = scene
        .record
        .transcript(meeting)
        .and_then(|transcript| transcript.duration_minutes);
    small.extend(minutes.map(|minutes| format!("{minutes} minutes")));
    if meeting.transcript.is_none() {
        small.push("typed by hand".to_owned());
    }
    let facts = facts(scene, meeting);
    Chapter {
        year: meeting.date.year(),
        date: words::short(meeting.date, scene.today),
        href: scene.meeting_href(meeting),
        small,
        words: match (facts.is_empty(), meeting.turns) {
            (false, _) => String::new(),
            (true, 0) => "Nothing is in the note of this meeting.".to_owned(),
            (true, turns) => format!("Nothing found in this meeting. {turns} turns were read."),
        },
        facts,
        quote: telling(meeting).and_then(|item| {
            let evidence = item.source.evidence().first()?;
            Some(item::quote(scene, meeting, evidence))
        }),
    }
}

fn facts(scene: &Scene<'_>, meeting: &Meeting) -> Vec<Fact> {
    let page = scene.meeting_href(meeting).unwrap_or_default();
    let sorted: Vec<(sort::Sort, &Item)> = meeting
        .items
        .iter()
        .map(|item| (sort::sort(scene, meeting, item), item))
        .collect();
    let mut facts = Vec::new();
    for (term, kinds) in TERMS {
        let mut voices: Vec<Voice> = Vec::new();
        for side in [Side::You, Side::Them, Side::Nobody] {
            let of_kind = sorted
                .iter()
                .filter(|(sort, _)| kinds.contains(&sort.kind.as_str()) && sort.side == side);
            for (sort, item) in of_kind {
                let thing = Thing {
                    text: item.text.clone(),
                    small: behind(sort),
                    href: Some(format!("{page}#{}", item.id)),
                };
                let same =
                    |voice: &&mut Voice| voice.side == side.class() && voice.name == sort.name;
                match voices.iter_mut().find(same) {
                    Some(voice) => voice.things.push(thing),
                    None => voices.push(Voice {
                        name: sort.name.clone(),
                        side: side.class(),
                        things: vec![thing],
                    }),
                }
            }
        }
        if !voices.is_empty() {
            facts.push(Fact { term, voices });
        }
    }
    facts
}

/// The fact that running text has room for.
fn behind(sort: &sort::Sort) -> String {
    let first = sort
        .facts
        .first()
        .map(|fact| fact.text.as_str())
        .unwrap_or_default();
    match sort.kind.as_str() {
        "Promised" if first != "no date" => first.to_owned(),
        "Promised again" if first == "no date" => "again".to_owned(),
        "Promised again" => format!("again, {first}"),
        "Kept late" => "after its date".to_owned(),
        "New date" | "Unclear" => first.to_owned(),
        _ => String::new(),
    }
}

/// The thing to hear from a meeting: what was said to the manager, else what the manager corrected, else praise.
fn telling(meeting: &Meeting) -> Option<&Item> {
    let rank = |item: &Item| match item.detail {
        Detail::Feedback {
            direction: Direction::ReportToManager,
            ..
        } => Some(0),
        Detail::Feedback {
            tone: Tone::Corrective,
            ..
        } => Some(1),
        Detail::Feedback { .. } => Some(2),
        _ => None,
    };
    meeting
        .items
        .iter()
        .filter(|item| item.said_in.is_none() && !item.source.evidence().is_empty())
        .filter_map(|item| Some((rank(item)?, item)))
        .min_by_key(|(rank, _)| *rank)
        .map(|(_, item)| item)
}
