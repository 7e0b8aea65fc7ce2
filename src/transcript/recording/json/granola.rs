//! The cache of the Granola application: many notes, and the transcripts of some. It knows that file alone.

use jiff::Timestamp;
use rustc_hash::FxHashMap;

use super::super::{Format, Moment, Recording, Refusal, Segment};
use super::meeting;
use super::node::{Node, parse_within};
use super::values::{named, segment};

/// What the microphone heard is the owner; what the system played is everybody else.
const OWNER: &str = "You";
const OTHERS: &str = "System";

/// Reads the cache, if this is one: the only meeting with a transcript.
pub(super) fn read(root: &Node<'_>) -> Option<Result<Recording, Refusal>> {
    let cache = root.get("cache")?;
    if let Some(text) = cache.text() {
        // Older versions keep the whole cache as JSON in a string.
        let line = root.line().unwrap_or(1);
        return Some(parse_within(text, line).and_then(|cache| of_state(&cache)));
    }
    Some(of_state(cache))
}

fn of_state(cache: &Node<'_>) -> Result<Recording, Refusal> {
    let state = cache.get("state").unwrap_or(cache);
    let all = match state.get("transcripts") {
        Some(Node::Map(map)) => &map.entries[..],
        _ => &[],
    };
    let with_words: Vec<(&str, &[Node<'_>])> = all
        .iter()
        .map(|(id, list)| (id.as_ref(), list.list()))
        .filter(|(_, list)| !list.is_empty())
        .collect();
    let document = |id| state.get("documents").and_then(|all| all.get(id));
    let title = |id| {
        let title = document(id).and_then(|document| document.get("title"));
        title.and_then(Node::text).unwrap_or("(no title)")
    };
    match with_words[..] {
        [] => Err(Refusal {
            line: state.line(),
            message: "Granola's cache has no transcript in it".into(),
            hint: "Open the meeting in Granola and wait for its transcript, then take the cache again."
                .into(),
        }),
        [(id, list)] => Ok(one(list, document(id))),
        _ => {
            let titles = with_words.iter().map(|(id, _)| title(id));
            Err(super::several(
                with_words.len(),
                titles,
                with_words[1].1[0].line(),
            ))
        }
    }
}

fn one(list: &[Node<'_>], document: Option<&Node<'_>>) -> Recording {
    let others = document.map(attendees).unwrap_or_default();
    let system = match &others[..] {
        [other] => other.as_str(),
        _ => OTHERS,
    };
    let at = |item: &Node<'_>, key| -> Option<i64> {
        let written: Timestamp = item.get(key)?.text()?.parse().ok()?;
        Some(written.as_millisecond())
    };
    let first = list
        .iter()
        .filter_map(|item| at(item, "start_timestamp"))
        .min();
    let since = |time: Option<i64>| u64::try_from(time?.checked_sub(first?)?).ok();
    let mut segments: Vec<Segment> = final_ones(list)
        .into_iter()
        .filter_map(|item| {
            let speaker = match item.get("source").and_then(Node::text) {
                Some("microphone") => Some(OWNER.into()),
                Some("system") => Some(system.into()),
                other => other.and_then(named),
            };
            let text = item.get("text")?.text()?;
            let start = since(at(item, "start_timestamp"));
            let end = since(at(item, "end_timestamp"));
            segment(item, text, speaker, start, end)
        })
        .collect();
    segments.sort_by_key(|segment| match segment.time {
        Moment::Exact(ms) => ms,
        _ => u64::MAX,
    });
    let mut recording = Recording {
        format: Format::GranolaJson,
        segments,
        attendees: others,
        ..Recording::default()
    };
    if let Some(document) = document {
        let title = document.get("title").and_then(Node::text);
        recording.title = title.map(str::to_owned);
        // The calendar knows the time of day where the meeting was; the cache itself counts in UTC.
        let calendar = document.at(&["google_calendar_event", "start", "dateTime"]);
        meeting::when(calendar, &mut recording);
        meeting::when(document.get("created_at"), &mut recording);
    }
    let began = list.iter().find_map(|item| item.get("start_timestamp"));
    meeting::when(began, &mut recording);
    recording
}

/// The items without the guesses that a final version replaced.
fn final_ones<'n, 'a>(list: &'n [Node<'a>]) -> Vec<&'n Node<'a>> {
    let is_final = |item: &Node<'_>| item.get("is_final") != Some(&Node::Truth(false));
    let mut places: FxHashMap<&str, usize> = FxHashMap::default();
    let mut kept: Vec<&Node<'a>> = Vec::with_capacity(list.len());
    for item in list {
        let Some(id) = item.get("id").and_then(Node::text) else {
            kept.push(item);
            continue;
        };
        if let Some(place) = places.get(id) {
            if is_final(item) || !is_final(kept[*place]) {
                kept[*place] = item;
            }
        } else {
            places.insert(id, kept.len());
            kept.push(item);
        }
    }
    kept
}

/// Everybody but the note's creator.
fn attendees(document: &Node<'_>) -> Vec<String> {
    let people = document.get("people");
    let creator = people.and_then(|people| people.get("creator"));
    let creator = creator.and_then(|creator| creator.get("email"));
    let list = people.and_then(|people| people.get("attendees"));
    let others = list.map_or(&[][..], Node::list).iter();
    others
        .filter(|person| creator.is_none() || person.get("email") != creator)
        .filter_map(|person| {
            let full = person.at(&["details", "person", "name", "fullName"]);
            let name = full
                .or_else(|| person.get("name"))
                .or_else(|| person.get("email"));
            named(name?.text()?)
        })
        .collect()
}
