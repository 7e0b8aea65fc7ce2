//! An item to its lines: the words in one form, evidence as indented children.

use std::fmt::Write as _;

use crate::model::config::Tasks;
use crate::model::{Detail, Evidence, FollowUp, Framework, Item, People, Status, Tone, Who, text};
use crate::transcript::inert;

use super::super::{links, task};
use super::Place;

/// The item's lines, its evidence as children, without a last line break.
pub fn write(item: &Item, place: Place, people: &People, tasks: &Tasks) -> String {
    let words = words(item, place, people, tasks);
    let mut out = format!("- {words} ^{}", item.id);
    for evidence in item.source.evidence() {
        let _ = write!(out, "\n\t{}", evidence_line(evidence));
    }
    out
}

/// `Sally, turn 31 (12:04): “…”` as a list item.
pub fn evidence_line(evidence: &Evidence) -> String {
    let time = evidence
        .time
        .map(|time| format!(" ({time})"))
        .unwrap_or_default();
    let quote = inert::escape(&text::squash(&evidence.quote));
    if evidence.speaker.is_empty() {
        format!("- Turn {}{time}: “{quote}”", evidence.turn)
    } else {
        format!(
            "- {}, turn {}{time}: “{quote}”",
            inert::escape(&evidence.speaker),
            evidence.turn
        )
    }
}

fn words(item: &Item, place: Place, people: &People, tasks: &Tasks) -> String {
    let text = plain(&item.text);
    let link =
        |who: &Who| links::person(who, who.person.as_ref().and_then(|slug| people.get(slug)));
    match &item.detail {
        Detail::Action {
            owner,
            due,
            state,
            again,
        } => {
            let mut out = match place {
                Place::Maybe => String::new(),
                Place::Section(_) | Place::Elsewhere => format!("{} ", task::checkbox(*state)),
            };
            match owner {
                Some(owner) => {
                    let _ = write!(out, "{}: {text}", link(owner));
                }
                None => out.push_str(&text.replacen(": ", "\\: ", 1)),
            }
            if let Some(again) = again {
                let _ = write!(out, " (again, {})", links::item(again));
            }
            out + &task::fields(*due, *state, tasks)
        }
        Detail::Unclear { missing } => {
            let parts: Vec<&str> = missing.names().collect();
            capital(&format!("no {}: {text}", parts.join(", no ")))
        }
        Detail::Expectation {
            framework,
            measure,
            date,
            acknowledged,
        } => {
            let word = match framework {
                Framework::Outcome => "Outcome",
                Framework::Output => "Output",
            };
            let has = [
                (*measure, "measure"),
                (*date, "date"),
                (*acknowledged, "acknowledged"),
            ];
            let has: Vec<&str> = has
                .into_iter()
                .filter_map(|(is, name)| is.then_some(name))
                .collect();
            let has = if has.is_empty() {
                String::new()
            } else {
                format!(" ({})", has.join(", "))
            };
            format!("{word}{has}: {text}")
        }
        Detail::FollowUp(follow_up) => {
            let of = follow_up
                .of
                .as_ref()
                .map(|of| format!(" ({})", links::item(of)))
                .unwrap_or_default();
            format!("{}: {text}{of}", verb(follow_up, &link))
        }
        Detail::Feedback {
            from,
            to,
            tone,
            hedged,
            ..
        } => {
            let tone = match tone {
                Tone::Praise => "praise",
                Tone::Corrective => "corrective",
            };
            let hedged = if *hedged { ", hedged" } else { "" };
            format!("{} to {}, {tone}{hedged}: {text}", link(from), link(to))
        }
        Detail::Deferred if place == Place::Maybe => format!("Put off: {text}"),
        Detail::Deferred => text,
    }
}

fn verb(follow_up: &FollowUp, link: &impl Fn(&Who) -> String) -> String {
    let reason = follow_up
        .reason
        .map(|reason| format!(" ({})", reason.words()))
        .unwrap_or_default();
    match (&follow_up.status, follow_up.new_due) {
        (Status::Progress, Some(due)) => format!("New date 📅 {due}{reason}"),
        (status, due) => {
            let word = match status {
                Status::Done => "Done".to_owned(),
                Status::Missed => "Missed".to_owned(),
                Status::Progress => "Progress".to_owned(),
                Status::Dropped => "Dropped".to_owned(),
                Status::TakenOver(who) => format!("Taken over by {}", link(who)),
            };
            let due = due
                .map(|due| format!(", new date 📅 {due}"))
                .unwrap_or_default();
            format!("{word}{reason}{due}")
        }
    }
}

/// Words on one line, inert; the emoji that the Tasks plugin reads as fields have no business in them.
fn plain(words: &str) -> String {
    let squashed = text::squash(&words.replace(task::FIELD_EMOJI, " "));
    inert::escape(if squashed.is_empty() {
        "(no words)"
    } else {
        &squashed
    })
}

fn capital(words: &str) -> String {
    let mut rest = words.chars();
    rest.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(rest).collect()
    })
}
