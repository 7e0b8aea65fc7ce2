//! The interchange (DESIGN section 7) as its own types: the domain can change without changing what other programs read.

use anyhow::Result;
use jiff::civil::Date;
use serde::Serialize;

use crate::extract::dates::Frame;
use crate::insight::{Cadence, Tally};
use crate::ledger::{Commitment, Event, EventKind, Record, State};
use crate::model::config::Mode;
use crate::model::problem::Weight;
use crate::model::{Kind, Meeting, Person, Problem, Slug};
use crate::pipeline::{Compiled, cadence_days};

use super::item::{EvidenceView, ItemView, evidence, name};

/// The whole document, as indented JSON.
pub(super) fn json(compiled: &Compiled, today: Date) -> Result<String> {
    let record = &compiled.record;
    let document = Document {
        version: 1,
        people: record
            .people
            .iter()
            .map(|person| PersonView::of(record, person))
            .collect(),
        commitments: record
            .ledger
            .commitments
            .iter()
            .map(|commitment| CommitmentView::of(record, commitment))
            .collect(),
        meetings: record
            .meetings
            .iter()
            .map(|meeting| MeetingView::of(record, meeting))
            .collect(),
        insights: InsightsView {
            people: match record.config.mode {
                Mode::Full => record
                    .met()
                    .map(|person| InsightView::of(record, &person.slug, today))
                    .collect(),
                Mode::NotesOnly => Vec::new(),
            },
        },
        growth: None,
        problems: compiled
            .problems
            .iter()
            .filter(|problem| problem.weight == Weight::Problem)
            .map(ProblemView::of)
            .collect(),
    };
    Ok(serde_json::to_string_pretty(&document)?)
}

#[derive(Serialize)]
struct Document {
    version: u8,
    people: Vec<PersonView>,
    commitments: Vec<CommitmentView>,
    meetings: Vec<MeetingView>,
    insights: InsightsView,
    growth: Option<()>,
    problems: Vec<ProblemView>,
}

#[derive(Serialize)]
struct PersonView {
    slug: String,
    name: String,
    role: Option<String>,
    key_role: bool,
    cadence: i32,
    /// Empty until the mirror is looked into.
    mirror: [(); 0],
}

impl PersonView {
    fn of(record: &Record, person: &Person) -> Self {
        Self {
            slug: person.slug.to_string(),
            name: person.name.clone(),
            role: person.role.clone(),
            key_role: person.key_role,
            cadence: person.cadence.unwrap_or(record.config.cadence).days(),
            mirror: [],
        }
    }
}

#[derive(Serialize)]
struct CommitmentView {
    id: String,
    person: Option<String>,
    owner: Option<String>,
    text: String,
    raised: Date,
    due: Option<Date>,
    status: &'static str,
    chain: Vec<String>,
    events: Vec<EventView>,
}

impl CommitmentView {
    fn of(record: &Record, commitment: &Commitment) -> Self {
        Self {
            id: commitment.id.to_string(),
            person: slug(commitment.person.as_ref()),
            owner: name(commitment.owner.as_ref()),
            text: commitment.text.clone(),
            raised: commitment.raised,
            due: commitment.due,
            status: match commitment.state {
                State::Open => "open",
                State::Done(_) => "done",
                State::Missed => "missed",
                State::Dropped => "dropped",
            },
            chain: commitment
                .chain
                .iter()
                .map(|link| link.id.to_string())
                .collect(),
            events: commitment
                .events
                .iter()
                .map(|event| EventView::of(record, event))
                .collect(),
        }
    }
}

#[derive(Serialize)]
struct EventView {
    date: Date,
    kind: &'static str,
    due: Option<Date>,
    evidence: Vec<EvidenceView>,
}

impl EventView {
    fn of(record: &Record, event: &Event) -> Self {
        let receipt = record.item(&event.item.id);
        Self {
            date: event.date,
            kind: match event.kind {
                EventKind::Promised => "promised",
                EventKind::PromisedAgain => "promised_again",
                EventKind::Renegotiated => "renegotiated",
                EventKind::Slipped => "slipped",
                EventKind::HandedOver => "handed_over",
                EventKind::Progress => "progress",
                EventKind::Done => "done",
                EventKind::Missed => "missed",
                EventKind::Dropped => "dropped",
                EventKind::Ticked => "ticked",
                EventKind::Cancelled => "cancelled",
            },
            due: event.due,
            evidence: receipt
                .map(|(meeting, item)| evidence(meeting, item))
                .unwrap_or_default(),
        }
    }
}

#[derive(Serialize)]
struct MeetingView {
    path: Option<String>,
    note: String,
    date: Date,
    person: Option<String>,
    people: Vec<String>,
    manager: Option<String>,
    engine: Option<String>,
    turns: u32,
    actions: Vec<ItemView>,
    unclear: Vec<ItemView>,
    expectations: Vec<ItemView>,
    follow_ups: Vec<ItemView>,
    feedback: Vec<ItemView>,
    deferred: Vec<ItemView>,
    maybe: Vec<ItemView>,
}

impl MeetingView {
    fn of(record: &Record, meeting: &Meeting) -> Self {
        let person = meeting.person.as_ref();
        let frame = Frame {
            today: meeting.date,
            cadence_days: cadence_days(person, &record.people, &record.config),
        };
        let of_kind = |kind| {
            let items = meeting.items.iter().filter(|item| item.kind() == kind);
            items
                .map(|item| ItemView::of(meeting, item, frame, false))
                .collect()
        };
        Self {
            path: meeting.transcript.as_ref().map(ToString::to_string),
            note: meeting.note.to_string(),
            date: meeting.date,
            person: slug(meeting.person.as_ref()),
            people: meeting.people.iter().map(ToString::to_string).collect(),
            manager: slug(meeting.manager.as_ref()),
            engine: meeting.engine.clone(),
            turns: meeting.turns,
            actions: of_kind(Kind::Action),
            unclear: of_kind(Kind::Unclear),
            expectations: of_kind(Kind::Expectation),
            follow_ups: of_kind(Kind::FollowUp),
            feedback: of_kind(Kind::Feedback),
            deferred: of_kind(Kind::Deferred),
            maybe: meeting
                .maybe
                .iter()
                .map(|item| ItemView::of(meeting, item, frame, true))
                .collect(),
        }
    }
}

#[derive(Serialize)]
struct InsightsView {
    people: Vec<InsightView>,
}

#[derive(Serialize)]
struct InsightView {
    slug: String,
    meetings: usize,
    expected: usize,
    next: Option<Date>,
    by_manager: TallyView,
    by_person: TallyView,
}

impl InsightView {
    fn of(record: &Record, person: &Slug, today: Date) -> Self {
        let days = record.one_to_ones(person).map(|meeting| meeting.date);
        let cadence = record
            .people
            .get(person)
            .map(|person| Cadence::of(person, days, &record.config));
        let promises = record.promises_with(person);
        Self {
            slug: person.to_string(),
            meetings: cadence.as_ref().map_or(0, |cadence| cadence.held.len()),
            expected: cadence.as_ref().map_or(0, |cadence| cadence.expected),
            next: cadence.and_then(|cadence| cadence.next),
            by_manager: TallyView::of(Tally::of(promises.managers, today), record),
            by_person: TallyView::of(Tally::of(promises.theirs, today), record),
        }
    }
}

#[derive(Serialize)]
struct TallyView {
    open: u32,
    past_due: u32,
    kept: u32,
    kept_late: u32,
    kept_undated: u32,
    missed: u32,
    dropped: u32,
    kept_in_time: Option<RateView>,
}

impl TallyView {
    fn of(tally: Tally, record: &Record) -> Self {
        Self {
            open: tally.open,
            past_due: tally.past_due,
            kept: tally.kept,
            kept_late: tally.late,
            kept_undated: tally.undated,
            missed: tally.missed,
            dropped: tally.dropped,
            kept_in_time: tally.rate(&record.config).map(|rate| RateView {
                k: rate.k,
                n: rate.n,
                low: rate.low,
                high: rate.high,
            }),
        }
    }
}

#[derive(Serialize)]
struct RateView {
    k: u32,
    n: u32,
    low: f64,
    high: f64,
}

#[derive(Serialize)]
struct ProblemView {
    path: String,
    line: Option<u32>,
    message: String,
    hint: String,
}

impl ProblemView {
    fn of(problem: &Problem) -> Self {
        Self {
            path: problem.path.to_string(),
            line: problem.line,
            message: problem.message.clone(),
            hint: problem.hint.clone(),
        }
    }
}

fn slug(person: Option<&Slug>) -> Option<String> {
    person.map(ToString::to_string)
}
