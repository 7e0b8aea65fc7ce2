//! Lines to an item. It reads kindly: list markers, fields and links may stand as the owner's tools leave them.

use std::sync::LazyLock;

use jiff::civil::Date;
use regex::Regex;

use crate::model::{
    Detail, Direction, Evidence, FollowUp, Framework, ItemRef, Kind, Missing, Offset, Reason,
    Status, Tone, Who, calendar,
};
use crate::transcript::inert;

use super::super::names::Names;
use super::super::{links, task};
use super::{Parsed, Place};

static EVIDENCE: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^[-*+] (?:(.+), )?[Tt]urn (\d{1,9})(?: \(([0-9:]+)\))?: “(.*)”$"));
static CHECKBOX: LazyLock<Regex> = LazyLock::new(|| pattern(r"^\[(.)\](?:\s+(.*))?$"));
static AGAIN: LazyLock<Regex> = LazyLock::new(|| pattern(r"\s*\(again, (\[\[[^\[\]]+\]\])\)"));
static LAST_LINK: LazyLock<Regex> = LazyLock::new(|| pattern(r"\s*\((\[\[[^\[\]]+\]\])\)$"));
static UNCLEAR: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?i)^no ((?:owner|date|measure)(?:, no (?:owner|date|measure))*):\s*(.*)$")
});
static STILL_LACKS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?i)^(\[\[[^\[\]]+\]\]|[^:\[\]\\]{1,80}?)(?:, no (?:owner|date|measure))+:")
});
static STRANGE_ID: LazyLock<Regex> = LazyLock::new(|| pattern(r"\s+\^[A-Za-z0-9-]+$"));
static EXPECTATION: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)^(outcome|output)(?: \(([a-z, ]*)\))?:\s*(.*)$"));
static FOLLOW_UP: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^(done|missed|progress|dropped|new date|taken over by (\[\[[^\[\]]+\]\]|[^:\[\]()]{1,80}?))(?: \(([a-z ]+)\))?(?:,? ?(?:new date )?📅 ?(\d{4}-\d\d-\d\d))?(?: \(([a-z ]+)\))?:\s*(.*)$",
    )
});
static FEEDBACK: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^(\[\[[^\[\]]+\]\]|[^:\[\]]{1,80}?) to (\[\[[^\[\]]+\]\]|[^:\[\]]{1,80}?), (praise|corrective)(, hedged)?:\s*(.*)$",
    )
});
static DEFERRED: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?i)^put off:\s*(.*)$"));
static PREFIX: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^(\[\[[^\[\]]+\]\]|[^:\[\]\\]{1,80}):\s+(.*)$"));

/// Reads an item from its lines: `first` without list marker and id, `children` with their indentation.
/// `None` when the line does not say what its section needs; an empty line is `None` too.
pub fn read(
    first: &str,
    children: &[&str],
    place: Place,
    on: Date,
    names: &Names<'_>,
) -> Option<Parsed> {
    let evidence: Vec<Evidence> = children
        .iter()
        .filter_map(|line| read_evidence(line.trim()))
        .collect();
    // An id that is none of ours is no word of the line.
    let first = STRANGE_ID.replace(first.trim(), "");
    let first = first.as_ref();
    let (detail, text) = match place {
        // An unclear matter that was moved here was taken: its label has done its work.
        Place::Section(Kind::Action) => match unclear(first) {
            Some((_, rest)) => action(&rest, on, names),
            None => action(first, on, names),
        },
        Place::Section(Kind::Unclear) => unclear(first)
            .or_else(|| taken(first, on, names))
            .unwrap_or_else(|| {
                let missing = Missing {
                    owner: true,
                    ..Missing::default()
                };
                (Detail::Unclear { missing }, first.to_owned())
            }),
        Place::Section(Kind::Expectation) => expectation(first).unwrap_or_else(|| by_hand(first)),
        Place::Section(Kind::FollowUp) => follow_up(first, on, names)?,
        Place::Section(Kind::Feedback) => feedback(first, names)?,
        Place::Section(Kind::Deferred) => (
            Detail::Deferred,
            deferred(first).unwrap_or(first).to_owned(),
        ),
        Place::Maybe => labelled(first, on, names).unwrap_or_else(|| action(first, on, names)),
        Place::Elsewhere if CHECKBOX.is_match(first) => action(first, on, names),
        Place::Elsewhere => {
            labelled(first, on, names).unwrap_or_else(|| (Detail::Deferred, first.to_owned()))
        }
    };
    let text = inert::unescape(text.trim());
    (!text.is_empty()).then_some(Parsed {
        text,
        detail,
        evidence,
    })
}

/// A line that says its kind itself.
fn labelled(first: &str, on: Date, names: &Names<'_>) -> Option<(Detail, String)> {
    unclear(first)
        .or_else(|| expectation(first))
        .or_else(|| follow_up(first, on, names))
        .or_else(|| feedback(first, names))
        .or_else(|| deferred(first).map(|text| (Detail::Deferred, text.to_owned())))
}

fn action(first: &str, on: Date, names: &Names<'_>) -> (Detail, String) {
    let (mark, rest) = match CHECKBOX.captures(first) {
        Some(found) => (
            found[1].chars().next(),
            found.get(2).map_or("", |rest| rest.as_str()),
        ),
        None => (None, first),
    };
    let fields = task::take_fields(rest);
    let mut words = fields.words.clone();
    let again = AGAIN
        .captures(&words)
        .and_then(|found| Some((found.get(0)?.range(), item_ref(&found[1], on)?)));
    let again = again.map(|(range, link)| {
        words.replace_range(range, "");
        link
    });
    let named = PREFIX
        .captures(&words)
        .and_then(|found| Some((names.resolve(&found[1])?, found[2].to_owned())));
    let (owner, text) = match named {
        Some((owner, text)) => (Some(owner), text),
        None => (None, words),
    };
    let state = task::state(mark, &fields);
    (
        Detail::Action {
            owner,
            due: fields.due,
            state,
            again,
        },
        text,
    )
}

/// An unclear matter that the owner gave to somebody where it stands: with a box, "Priya: …", "Priya, no date: …".
fn taken(first: &str, on: Date, names: &Names<'_>) -> Option<(Detail, String)> {
    if CHECKBOX.is_match(first) {
        return Some(action(first, on, names));
    }
    let (detail, text) = action(&STILL_LACKS.replace(first, "$1:"), on, names);
    let known =
        matches!(&detail, Detail::Action { owner: Some(owner), .. } if owner.person.is_some());
    known.then_some((detail, text))
}

fn unclear(first: &str) -> Option<(Detail, String)> {
    let found = UNCLEAR.captures(first)?;
    let lacks = found[1].to_ascii_lowercase();
    let missing = Missing {
        owner: lacks.contains("owner"),
        date: lacks.contains("date"),
        measure: lacks.contains("measure"),
    };
    Some((Detail::Unclear { missing }, found[2].to_owned()))
}

fn expectation(first: &str) -> Option<(Detail, String)> {
    let found = EXPECTATION.captures(first)?;
    let framework = if found[1].eq_ignore_ascii_case("outcome") {
        Framework::Outcome
    } else {
        Framework::Output
    };
    let has = found
        .get(2)
        .map_or_else(String::new, |has| has.as_str().to_ascii_lowercase());
    let has = |name: &str| has.split(", ").any(|part| part.trim() == name);
    let detail = Detail::Expectation {
        framework,
        measure: has("measure"),
        date: has("date"),
        acknowledged: has("acknowledged"),
    };
    Some((detail, found[3].to_owned()))
}

/// An expectation typed without its label: an output, with a measure when it holds a figure.
fn by_hand(first: &str) -> (Detail, String) {
    let measure = first.chars().any(|c| c.is_ascii_digit());
    let detail = Detail::Expectation {
        framework: Framework::Output,
        measure,
        date: false,
        acknowledged: false,
    };
    (detail, first.to_owned())
}

fn follow_up(first: &str, on: Date, names: &Names<'_>) -> Option<(Detail, String)> {
    let found = FOLLOW_UP.captures(first)?;
    let new_due = found.get(4).and_then(|due| due.as_str().parse().ok());
    let words = found
        .get(3)
        .or(found.get(5))
        .map(|words| words.as_str().to_ascii_lowercase());
    let reason = words.and_then(|words| {
        Reason::ALL
            .into_iter()
            .find(|reason| reason.words() == words)
    });
    let status = match found[1].to_ascii_lowercase().as_str() {
        "done" => Status::Done,
        "missed" => Status::Missed,
        "progress" | "new date" => Status::Progress,
        "dropped" => Status::Dropped,
        _ => {
            let name = found.get(2)?.as_str();
            let unknown = || Who {
                name: name.trim().to_owned(),
                person: None,
            };
            Status::TakenOver(names.resolve(name).unwrap_or_else(unknown))
        }
    };
    let mut text = found[6].to_owned();
    let of = LAST_LINK
        .captures(&text)
        .and_then(|link| Some((link.get(0)?.start(), item_ref(&link[1], on)?)));
    let of = of.map(|(start, link)| {
        text.truncate(start);
        link
    });
    Some((
        Detail::FollowUp(FollowUp {
            of,
            status,
            new_due,
            reason,
        }),
        text,
    ))
}

fn feedback(first: &str, names: &Names<'_>) -> Option<(Detail, String)> {
    let found = FEEDBACK.captures(first)?;
    let who = |name: &str| {
        names.resolve(name).unwrap_or_else(|| Who {
            name: name.trim().to_owned(),
            person: None,
        })
    };
    let (from, to) = (who(&found[1]), who(&found[2]));
    let direction = if names.is_manager(&to) {
        Direction::ReportToManager
    } else {
        Direction::ManagerToReport
    };
    let tone = if found[3].eq_ignore_ascii_case("praise") {
        Tone::Praise
    } else {
        Tone::Corrective
    };
    let detail = Detail::Feedback {
        direction,
        from,
        to,
        tone,
        hedged: found.get(4).is_some(),
    };
    Some((detail, found[5].to_owned()))
}

fn deferred(first: &str) -> Option<&str> {
    let found = DEFERRED.captures(first)?;
    found.get(1).map(|text| text.as_str())
}

fn read_evidence(line: &str) -> Option<Evidence> {
    let found = EVIDENCE.captures(line)?;
    Some(Evidence {
        turn: found[2].parse().ok()?,
        speaker: found
            .get(1)
            .map_or_else(String::new, |label| inert::unescape(label.as_str())),
        quote: inert::unescape(&found[4]),
        time: found.get(3).and_then(|time| Offset::parse(time.as_str())),
    })
}

/// A link to an item. Its words name a day and a month: the latest such day that is not after the meeting.
fn item_ref(link: &str, on: Date) -> Option<ItemRef> {
    let link = links::parse(link)?;
    let date = link
        .alias
        .as_deref()
        .and_then(|alias| calendar::latest_named(alias, on))
        .unwrap_or(on);
    Some(ItemRef {
        note: link.path,
        id: link.block?,
        date,
    })
}

fn pattern(text: &str) -> Regex {
    Regex::new(text).expect("the pattern is a constant")
}
