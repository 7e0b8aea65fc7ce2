//! A meeting: what was found in it, who spoke, and the transcript with its evidence.

use serde::Serialize;

use super::super::scene::{Scene, Side};
use super::super::talk::{self, Talk};
use super::super::transcript::{self, Finding, Speaker};
use super::super::words;
use super::found::{self, FoundSection};
use super::frame::{foot, person_tabs};
use super::item::ItemView;
use super::{Frame, Here, frame, sort};
use crate::model::calendar::{self, days_between};
use crate::model::transcript::Doubt;
use crate::model::{Audience, Meeting, Transcript, Turn};

/// The page.
#[derive(Debug, Default, Serialize)]
pub(crate) struct MeetingPage {
    /// What was found, by kind.
    pub(crate) sections: Vec<FoundSection>,
    /// What the engine was unsure of: never counted.
    pub(crate) maybe: Vec<ItemView>,
    /// What to say when nothing was found; empty when something was.
    pub(crate) empty: String,
    /// Who spoke; none where it cannot be told.
    pub(crate) talk: Option<Talk>,
    /// Why it cannot be told; empty when it can, or when there is no transcript.
    pub(crate) no_talk: String,
    /// How the manager is called.
    pub(crate) manager: String,
    /// How the others are called.
    pub(crate) others: String,
    /// The number of turns.
    pub(crate) turns: usize,
    /// The transcript, as one string made in `transcript.rs`; empty when there is none.
    pub(crate) transcript_html: String,
    /// The transcript's file, or the note's.
    pub(crate) path: String,
}

/// The page of a meeting.
pub(crate) fn page(scene: &Scene<'_>, meeting: &Meeting) -> (Frame, MeetingPage) {
    let record = scene.record;
    let transcript = record.transcript(meeting);
    let manager = meeting.manager.as_ref();
    let who = match meeting.person.as_ref().and_then(|slug| scene.person(slug)) {
        Some(person) => person.name.clone(),
        None => meeting
            .title
            .clone()
            .unwrap_or_else(|| several(scene, meeting)),
    };
    let heading = format!("{who}, {}", calendar::long(meeting.date));
    let mut head = frame(scene, Here::People, &Audience::Manager, &heading);
    "Meeting".clone_into(&mut head.kicker);
    head.lede = lede(scene, meeting);
    head.foot = foot(scene, &[meeting]);
    if let Some(slug) = &meeting.person {
        head.tabs = person_tabs(scene, slug);
        head.tabs_label.clone_from(&who);
    }
    let findings: Vec<Finding> = findings(scene, meeting);
    let turns = transcript
        .map(|transcript| transcript.turns.as_slice())
        .unwrap_or_default();
    let found: Vec<u32> = findings
        .iter()
        .filter_map(|finding| finding.quotes.first().map(|(turn, _)| *turn))
        .collect();
    let talk = match transcript.and_then(|transcript| transcript.doubt.as_ref()) {
        Some(doubt @ (Doubt::OneVoice(_) | Doubt::Swapped)) => {
            Err(format!("No shares are told: {doubt}."))
        }
        Some(Doubt::Unattributed(share)) => Err(nobodys(*share)),
        None => talk::talk(turns, manager, &found).map_err(nobodys),
    };
    let page = MeetingPage {
        sections: found::SECTIONS
            .into_iter()
            .filter_map(|section| found::section(scene, meeting, section))
            .collect(),
        maybe: meeting
            .maybe
            .iter()
            .map(|item| found::maybe(scene, meeting, item))
            .collect(),
        empty: if !meeting.items.is_empty() {
            String::new()
        } else if turns.is_empty() {
            format!("Add a line to the note, {}: it will stay.", meeting.note)
        } else {
            format!(
                "{} were read. If you know better, add a line to the note, {}: it will stay.",
                words::figure(turns.len(), "turn", "turns"),
                meeting.note
            )
        },
        no_talk: match &talk {
            Err(why) if !turns.is_empty() => why.clone(),
            _ => String::new(),
        },
        talk: talk.ok(),
        manager: scene.manager_name(manager),
        others: match (&meeting.person, meeting.people.len()) {
            (Some(slug), 0..=1) => scene.first_name(slug).to_owned(),
            _ => "Everybody else".to_owned(),
        },
        turns: turns.len(),
        transcript_html: transcript
            .map(|transcript| body(scene, meeting, transcript, &findings))
            .unwrap_or_default(),
        path: meeting
            .transcript
            .as_ref()
            .unwrap_or(&meeting.note)
            .to_string(),
    };
    (head, page)
}

fn nobodys(share: usize) -> String {
    format!("{share} % of the words have no speaker, so nobody’s share can be told.")
}

fn several(scene: &Scene<'_>, meeting: &Meeting) -> String {
    let names: Vec<String> = meeting
        .people
        .iter()
        .map(|slug| scene.first_name(slug).to_owned())
        .collect();
    if names.is_empty() {
        meeting.note.stem().to_owned()
    } else {
        words::list(&names)
    }
}

/// `Two weeks after the last one. Five new promises; three kept, one missed. Two matters lack an owner, a date or a measure.`
fn lede(scene: &Scene<'_>, meeting: &Meeting) -> String {
    let mut sentences = Vec::new();
    if let Some(person) = &meeting.person {
        let before = scene
            .record
            .one_to_ones(person)
            .rfind(|other| other.order() < meeting.order());
        sentences.push(match before {
            None => "The first on record.".to_owned(),
            Some(before) => {
                let days = days_between(before.date, meeting.date);
                if days == 0 {
                    "The second on that day.".to_owned()
                } else {
                    format!(
                        "{} after the last one.",
                        words::sentence(&words::stretch(days))
                    )
                }
            }
        });
    }
    let kinds: Vec<String> = meeting
        .items
        .iter()
        .map(|item| sort::sort(scene, meeting, item).kind)
        .collect();
    let count = |names: &[&str]| {
        kinds
            .iter()
            .filter(|kind| names.contains(&kind.as_str()))
            .count()
    };
    let mut clauses = Vec::new();
    let promised = count(&["Promised", "Promised again"]);
    if promised > 0 {
        clauses.push(words::count(promised, "promise", "promises"));
    }
    let told: Vec<String> = [
        (&["Kept", "Kept late"] as &[&str], "kept"),
        (&["Missed"], "missed"),
        (&["On the way", "New date"], "on the way"),
        (&["Dropped"], "dropped"),
    ]
    .into_iter()
    .filter_map(|(names, word)| match count(names) {
        0 => None,
        n => Some(format!("{} {word}", words::number(n))),
    })
    .collect();
    if !told.is_empty() {
        clauses.push(told.join(", "));
    }
    if !clauses.is_empty() {
        sentences.push(format!("{}.", words::sentence(&clauses.join("; "))));
    }
    match count(&["Unclear"]) {
        0 => {}
        1 => sentences.push("One matter lacks an owner, a date or a measure.".to_owned()),
        n => sentences.push(format!(
            "{} matters lack an owner, a date or a measure.",
            words::sentence(&words::number(n))
        )),
    }
    if meeting.items.is_empty() {
        sentences.push("Nothing was found in it.".to_owned());
    }
    sentences.join(" ")
}

fn findings(scene: &Scene<'_>, meeting: &Meeting) -> Vec<Finding> {
    meeting
        .items
        .iter()
        .filter(|item| item.said_in.is_none() && !item.source.evidence().is_empty())
        .filter(|item| found::has_anchor(meeting, item))
        .map(|item| {
            let sort = sort::sort(scene, meeting, item);
            let facts: Vec<&str> = sort.facts.iter().map(|fact| fact.text.as_str()).collect();
            Finding {
                id: item.id.to_string(),
                glyph: sort.glyph,
                side: sort.side,
                fact: facts.join("; "),
                kind: sort.kind,
                text: item.text.clone(),
                quotes: item
                    .source
                    .evidence()
                    .iter()
                    .map(|evidence| (evidence.turn, evidence.quote.clone()))
                    .collect(),
            }
        })
        .collect()
}

fn body(
    scene: &Scene<'_>,
    meeting: &Meeting,
    transcript: &Transcript,
    findings: &[Finding],
) -> String {
    let manager = meeting.manager.as_ref();
    transcript::body(&transcript.turns, findings, |turn: &Turn| {
        match &turn.speaker {
            Some(slug) if Some(slug) == manager => Speaker {
                name: scene.manager_name(manager),
                side: Side::You,
            },
            Some(slug) => Speaker {
                name: scene.first_name(slug).to_owned(),
                side: Side::Them,
            },
            None => Speaker {
                name: turn.label.clone(),
                side: Side::Nobody,
            },
        }
    })
}
