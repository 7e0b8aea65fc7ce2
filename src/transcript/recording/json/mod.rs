//! JSON of any recorder, by its keys. It knows objects and lists, and no other shape.
//!
//! `node` reads the text, `listed`, `services`, `whisper` and `granola` know one service or several, `generic` takes what is left and
//! looks like speech, and `meeting` reads what stands beside the speech.

use std::collections::BTreeMap;

use super::sheet::Sheet;
use super::{Format, Moment, Recording, Refusal, Warning};

mod generic;
mod granola;
mod listed;
mod meeting;
mod node;
mod services;
#[cfg(test)]
mod tests;
mod values;
mod whisper;
mod words;

use node::Node;
use services::Found;

/// So many keys of an unknown file are told.
const TOLD: usize = 12;

/// Those who look at a file, in this order; the first who knows it reads it.
const READERS: [fn(&Node<'_>) -> Found; 9] = [
    listed::read,
    services::gong,
    services::rev,
    services::aws,
    services::deepgram,
    services::assembly,
    services::google,
    services::speechmatics,
    whisper::read,
];

/// Reads the file; its sub-kind shows in the recording's format.
pub(super) fn read(sheet: &Sheet<'_>) -> Result<Recording, Refusal> {
    let (text, half) = node::without_halves(sheet.text, sheet.number(0));
    let root = node::parse(&text, sheet.number(0))?;
    let mut recording = of_root(&root)?;
    if let Some(line) = half {
        recording.warnings.push(Warning {
            line: Some(line),
            message: "half of a character stands here, as a recorder leaves it that cuts an emoji in two; it was replaced by \u{fffd}"
                .into(),
        });
    }
    Ok(recording)
}

fn of_root(root: &Node<'_>) -> Result<Recording, Refusal> {
    let root = one_meeting(root)?;
    if let Some(recording) = granola::read(root) {
        return recording.map(finished);
    }
    let mut recording = if let Some((format, segments)) = READERS.iter().find_map(|read| read(root))
    {
        Recording {
            format,
            segments,
            ..Recording::default()
        }
    } else if let Some((segments, warnings)) = generic::read(root) {
        Recording {
            format: Format::Json,
            segments,
            warnings,
            ..Recording::default()
        }
    } else {
        return Err(unknown(root));
    };
    if recording.segments.is_empty() {
        return Err(Refusal {
            line: root.line().or(Some(1)),
            message: format!(
                "this is {}, and nobody says anything in it",
                recording.format
            ),
            hint: "Wait until the recorder has finished its transcript, and export it again."
                .into(),
        });
    }
    meeting::rebase(root, &mut recording);
    meeting::about(root, &mut recording);
    Ok(finished(recording))
}

/// Fathom, and others with several meetings in an answer, put them under `items`; Gong has a list of calls.
fn one_meeting<'n, 'a>(root: &'n Node<'a>) -> Result<&'n Node<'a>, Refusal> {
    let has = |item: &&Node<'_>| {
        item.get("transcript")
            .is_some_and(|list| !list.list().is_empty())
    };
    for (key, unwrapped) in [("items", true), ("callTranscripts", false)] {
        let Some(items) = root.get(key) else { continue };
        let mut with_words = items.list().iter().filter(has);
        let (first, second) = (with_words.next(), with_words.next());
        if let Some(second) = second {
            let all = items.list().iter().filter(has);
            let title = |item: &'n Node<'a>| {
                item.get("title")
                    .or_else(|| item.get("callId"))
                    .and_then(Node::text)
            };
            return Err(several(
                all.clone().count(),
                all.map(|item| title(item).unwrap_or("(no title)")),
                second.line(),
            ));
        }
        if let Some(only) = first.filter(|_| unwrapped) {
            return Ok(only);
        }
    }
    Ok(root)
}

/// A file with several meetings; which of them is meant, nobody knows.
fn several<'t>(count: usize, titles: impl Iterator<Item = &'t str>, line: Option<u32>) -> Refusal {
    let mut told: Vec<String> = titles
        .take(TOLD)
        .map(|title| format!("“{}”", short(title)))
        .collect();
    if count > told.len() {
        told.push(format!("and {} more", count - told.len()));
    }
    Refusal {
        line,
        message: format!("there are {count} meetings in it: {}", told.join(", ")),
        hint: "Keep one meeting in a file; which of them is meant cannot be told.".into(),
    }
}

/// A file of nobody known: which keys it has, and what is needed.
fn unknown(root: &Node<'_>) -> Refusal {
    if let Some(list) = listed::empty(root) {
        return Refusal {
            line: root.line(),
            message: format!("the list `{list}` is empty, so nothing was said in this recording"),
            hint: "Wait until the recorder has finished its transcript, and export it again."
                .into(),
        };
    }
    let (what, keys) = match root {
        Node::List(list) => {
            let first = list.iter().find(|item| item.keys().next().is_some());
            ("a list whose objects have", first.unwrap_or(root))
        }
        _ => ("an object with", root),
    };
    let mut told: Vec<String> = keys
        .keys()
        .take(TOLD)
        .map(|key| format!("`{}`", short(key)))
        .collect();
    let more = keys.keys().count() - told.len();
    if more > 0 {
        told.push(format!("{more} more"));
    }
    let told = if told.is_empty() {
        "no keys".to_owned()
    } else {
        format!("the keys {}", told.join(", "))
    };
    Refusal {
        line: keys.line().or(root.line()),
        message: format!("no recorder is known whose JSON is {what} {told}"),
        hint: "A list of objects is needed that have a text (`text`, `transcript`, `content`) and a speaker (`speaker`, `speaker_name`, `name`); or export the transcript as VTT or plain text."
            .into(),
    }
}

/// A key or a title on one line, and not longer than anybody reads.
fn short(text: &str) -> String {
    let plain = text.chars().map(|c| if c.is_control() { ' ' } else { c });
    plain.take(40).collect()
}

/// The last touches: no end before the start, numbers instead of long ids for speakers who have no name, and when the last one ends.
fn finished(mut recording: Recording) -> Recording {
    let mut numbers: BTreeMap<String, usize> = BTreeMap::new();
    for segment in &mut recording.segments {
        let start = values::start(segment);
        segment.end = segment
            .end
            .filter(|end| start.is_none_or(|start| start <= *end));
        let Some(speaker) = &mut segment.speaker else {
            continue;
        };
        let id = speaker
            .strip_prefix("Speaker ")
            .filter(|id| id.len() > 4 && id.bytes().all(|byte| byte.is_ascii_digit()));
        if let Some(id) = id {
            let next = numbers.len() + 1;
            let number = numbers.entry(id.to_owned()).or_insert(next);
            *speaker = format!("Speaker {number}");
        }
    }
    let last = |recording: &Recording| {
        let ends = recording.segments.iter().map(|segment| match segment.time {
            Moment::Exact(ms) => segment.end.or(Some(ms)),
            _ => segment.end,
        });
        ends.max().flatten()
    };
    recording.duration = recording.duration.or_else(|| last(&recording));
    if recording
        .segments
        .iter()
        .all(|segment| segment.speaker.is_none())
    {
        recording.warnings.push(Warning {
            line: None,
            message: "nothing in it says who is speaking, so nothing can be told about anybody"
                .into(),
        });
    }
    recording
}
