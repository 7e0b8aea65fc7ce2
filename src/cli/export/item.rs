//! Items and their evidence in the interchange.

use jiff::civil::Date;
use serde::Serialize;

use crate::extract::dates::{self, Frame};
use crate::extract::{Lexicon, remark_parts};
use crate::model::{
    Detail, Direction, Evidence, Framework, Item, ItemRef, Meeting, Missing, Offset, Reason,
    Source, Status, TaskState, Tone, Who,
};

/// An item: what all kinds have, then what its kind has.
#[derive(Serialize)]
pub(super) struct ItemView {
    id: String,
    source: &'static str,
    /// Only where items of all kinds stand together.
    #[serde(skip_serializing_if = "Option::is_none")]
    kind: Option<&'static str>,
    text: String,
    #[serde(flatten)]
    detail: DetailView,
    evidence: Vec<EvidenceView>,
}

impl ItemView {
    /// `frame` is what the meeting's days were counted from.
    pub(super) fn of(meeting: &Meeting, item: &Item, frame: Frame, mixed: bool) -> Self {
        Self {
            id: item.id.to_string(),
            source: match item.source {
                Source::Speech(_) => "speech",
                Source::Owner { .. } => "owner",
            },
            kind: mixed.then(|| item.kind().tag()),
            text: item.text.clone(),
            detail: DetailView::of(item, frame),
            evidence: evidence(meeting, item),
        }
    }
}

#[derive(Serialize)]
#[serde(untagged)]
enum DetailView {
    Action {
        owner: Option<String>,
        due: Option<Date>,
        /// The words of a quote that name the day; none where no quote does.
        due_phrase: Option<String>,
        carried_from: Option<String>,
        state: &'static str,
    },
    Unclear {
        missing: Vec<&'static str>,
    },
    Expectation {
        framework: &'static str,
        measure: bool,
        date: bool,
        acknowledged: bool,
    },
    FollowUp {
        commitment: Option<String>,
        status: &'static str,
        new_due: Option<Date>,
        new_due_phrase: Option<String>,
        reason: Option<String>,
        taken_over_by: Option<String>,
    },
    Feedback {
        direction: &'static str,
        kind: &'static str,
        hedged: bool,
        /// Whether its quotes tell when or where it was, what was done, and what came of it.
        situation: bool,
        behaviour: bool,
        impact: bool,
    },
    Deferred {},
}

impl DetailView {
    fn of(item: &Item, frame: Frame) -> Self {
        let quotes = || {
            let evidence = match &item.source {
                Source::Speech(evidence) => evidence.as_slice(),
                Source::Owner { .. } => &[],
            };
            evidence.iter().map(|evidence| evidence.quote.as_str())
        };
        let phrase = |day: Option<Date>| {
            let words = dates::words_for(quotes(), day?, frame)?;
            Some(words.to_owned())
        };
        match &item.detail {
            Detail::Action {
                owner,
                due,
                state,
                again,
            } => Self::Action {
                owner: name(owner.as_ref()),
                due: *due,
                due_phrase: phrase(*due),
                carried_from: again.as_ref().map(id),
                state: match state {
                    TaskState::Open => "open",
                    TaskState::Done(_) => "done",
                    TaskState::Dropped(_) => "dropped",
                },
            },
            Detail::Unclear { missing } => Self::Unclear {
                missing: parts(*missing),
            },
            Detail::Expectation {
                framework,
                measure,
                date,
                acknowledged,
            } => Self::Expectation {
                framework: match framework {
                    Framework::Outcome => "outcome",
                    Framework::Output => "output",
                },
                measure: *measure,
                date: *date,
                acknowledged: *acknowledged,
            },
            Detail::FollowUp(follow_up) => Self::FollowUp {
                commitment: follow_up.of.as_ref().map(id),
                // A promise that changed hands is under way: who has it now is told beside it.
                status: match follow_up.status {
                    Status::Done => "done",
                    Status::Missed => "missed",
                    Status::Progress | Status::TakenOver(_) => "progress",
                    Status::Dropped => "dropped",
                },
                new_due: follow_up.new_due,
                new_due_phrase: phrase(follow_up.new_due),
                reason: follow_up.reason.map(Reason::key),
                taken_over_by: match &follow_up.status {
                    Status::TakenOver(who) => Some(who.name.clone()),
                    _ => None,
                },
            },
            Detail::Feedback {
                direction,
                tone,
                hedged,
                ..
            } => {
                let parts = remark_parts(Lexicon::built_in(), quotes());
                Self::Feedback {
                    direction: match direction {
                        Direction::ManagerToReport => "manager_to_report",
                        Direction::ReportToManager => "report_to_manager",
                    },
                    kind: match tone {
                        Tone::Praise => "praise",
                        Tone::Corrective => "corrective",
                    },
                    hedged: *hedged,
                    situation: parts.situation,
                    behaviour: parts.behaviour,
                    impact: parts.impact,
                }
            }
            Detail::Deferred => Self::Deferred {},
        }
    }
}

#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum EvidenceView {
    Speech {
        meeting: Option<String>,
        turn: u32,
        speaker: String,
        quote: String,
        time: Option<String>,
    },
    Owner {
        path: String,
        line: u32,
        quote: String,
    },
}

/// The receipts of an item.
pub(super) fn evidence(meeting: &Meeting, item: &Item) -> Vec<EvidenceView> {
    match &item.source {
        Source::Speech(evidence) => {
            let view = |evidence: &Evidence| EvidenceView::Speech {
                meeting: item
                    .said_in
                    .as_ref()
                    .or(meeting.transcript.as_ref())
                    .map(ToString::to_string),
                turn: evidence.turn,
                speaker: evidence.speaker.clone(),
                quote: evidence.quote.clone(),
                time: evidence.time.map(Offset::padded),
            };
            evidence.iter().map(view).collect()
        }
        Source::Owner { path, line, quote } => vec![EvidenceView::Owner {
            path: path.to_string(),
            line: *line,
            quote: quote.clone(),
        }],
    }
}

fn parts(missing: Missing) -> Vec<&'static str> {
    let parts = [
        (missing.owner, "owner"),
        (missing.date, "date"),
        (missing.measure, "measure"),
    ];
    parts
        .into_iter()
        .filter_map(|(lacks, name)| lacks.then_some(name))
        .collect()
}

/// A name, where there is one.
pub(super) fn name(who: Option<&Who>) -> Option<String> {
    who.map(|who| who.name.clone())
}

fn id(link: &ItemRef) -> String {
    link.id.to_string()
}
