//! JSON of a recorder that nobody here knows: any list whose objects have words and a speaker. In what it counts time is guessed from how
//! fast people speak.

use rustc_hash::FxHashMap;

use super::super::{Moment, Segment, Warning};
use super::node::Node;
use super::values::{Unit, id, label, millis, names, segment, time};

const TEXTS: [&str; 5] = ["text", "transcript", "words", "content", "body"];
const SPEAKERS: [&str; 5] = [
    "speaker",
    "speaker_name",
    "speakerName",
    "name",
    "speaker_id",
];
const STARTS: [&str; 6] = [
    "start",
    "start_time",
    "startTime",
    "timestamp",
    "offset",
    "start_timestamp",
];
const ENDS: [&str; 4] = ["end", "end_time", "endTime", "end_timestamp"];

/// What a list may count its times in: its name, and how many milliseconds one is.
const UNITS: [(&str, f64); 5] = [
    ("seconds", 1_000.0),
    ("milliseconds", 1.0),
    ("samples at 16 kHz", 1.0 / 16.0),
    ("microseconds", 0.001),
    ("units of 100 nanoseconds", 0.000_1),
];

/// How many words people say in a second, in the middle of most meetings.
const PACE: f64 = 2.8;

/// A time beyond a week is a date.
const DATE: f64 = 604_800_000.0;

/// Reads the longest list that looks like speech.
pub(super) fn read(root: &Node<'_>) -> Option<(Vec<Segment>, Vec<Warning>)> {
    let mut best = None;
    longest(root, &mut best);
    let (list, _) = best?;
    let known = names(root.get("speakers"), &["id", "speaker_id"]);
    let mut warnings = vec![Warning {
        line: list.first().and_then(Node::line),
        message: "this JSON is of no recorder that is known; words and speakers were taken from its longest list, look whether they are right"
            .into(),
    }];
    let (unit, first) = unit(list, &mut warnings);
    let at = |item: &Node<'_>, keys: &[&str]| {
        let node = keys.iter().find_map(|key| item.get(key))?;
        match node.number() {
            Some(number) => millis((number - first) * unit?),
            None => time(Some(node), Unit::Seconds),
        }
    };
    let segments = list
        .iter()
        .filter_map(|item| {
            let start = at(item, &STARTS);
            let end = at(item, &ENDS).filter(|end| start.is_some_and(|start| start <= *end));
            let new = segment(item, words(item)?, speaker(item, &known), start, end)?;
            // Where there is a number for the time and no unit, the time stays unknown.
            Some(Segment {
                time: start.map_or(Moment::Unknown, Moment::Exact),
                ..new
            })
        })
        .collect();
    Some((segments, warnings))
}

/// Looks for the longest list in which most objects have words and a speaker.
fn longest<'n, 'a>(node: &'n Node<'a>, best: &mut Option<(&'n [Node<'a>], usize)>) {
    match node {
        Node::List(list) => {
            let spoken = list
                .iter()
                .filter(|item| words(item).is_some() && has_speaker(item))
                .count();
            if spoken * 2 > list.len() && best.is_none_or(|(_, most)| spoken > most) {
                *best = Some((list, spoken));
            }
            for inner in list {
                longest(inner, best);
            }
        }
        Node::Map(map) => {
            for (_, inner) in &map.entries {
                longest(inner, best);
            }
        }
        _ => {}
    }
}

fn words<'n>(item: &'n Node<'_>) -> Option<&'n str> {
    TEXTS.iter().find_map(|key| item.get(key)?.text())
}

/// Whether a speaker is told; a value that is `null` here and a name in the next object counts too.
fn has_speaker(item: &Node<'_>) -> bool {
    SPEAKERS
        .iter()
        .any(|name| item.keys().any(|key| key == *name))
}

/// The speaker's name; of a number, the name that the list of speakers beside has for it.
fn speaker(item: &Node<'_>, known: &FxHashMap<String, String>) -> Option<String> {
    let node = SPEAKERS.iter().find_map(|key| item.get(key))?;
    let name = id(node).and_then(|id| known.get(&id).cloned());
    name.or_else(|| label(Some(node)))
}

/// How many milliseconds the list's unit is, and what stands for the beginning; a warning tells what was guessed.
fn unit(list: &[Node<'_>], warnings: &mut Vec<Warning>) -> (Option<f64>, f64) {
    let timed: Vec<(f64, f64)> = list
        .iter()
        .filter_map(|item| {
            let at = STARTS.iter().find_map(|key| item.get(key))?.number()?;
            #[expect(clippy::cast_precision_loss, reason = "fewer than 2^52 words")]
            let spoken = words(item)?.split_whitespace().count() as f64;
            Some((at, spoken))
        })
        .collect();
    let mut paces: Vec<f64> = timed
        .windows(2)
        .map(|pair| pair[0].1 / (pair[1].0 - pair[0].0))
        .filter(|pace| pace.is_finite() && *pace > 0.0)
        .collect();
    if timed.is_empty() {
        return (None, 0.0);
    }
    paces.sort_by(f64::total_cmp);
    let line = list.first().and_then(Node::line);
    let Some(pace) = paces.get(paces.len() / 2) else {
        warnings.push(Warning {
            line,
            message:
                "the unit of its times cannot be told from so few of them, so they were left out"
                    .into(),
        });
        return (None, 0.0);
    };
    // Words in one of the list's own units, told in words a second for each unit that it may be.
    let distance = |millis: f64| (pace * 1_000.0 / millis / PACE).ln().abs();
    let (name, millis) = UNITS
        .into_iter()
        .min_by(|one, other| distance(one.1).total_cmp(&distance(other.1)))
        .unwrap_or(UNITS[0]);
    warnings.push(Warning {
        line,
        message: format!("it does not say in what its times are counted; {name} were taken, since people speak at that pace"),
    });
    let first = timed
        .iter()
        .map(|(at, _)| *at)
        .fold(f64::INFINITY, f64::min);
    let begin = if first * millis > DATE { first } else { 0.0 };
    (Some(millis), begin)
}
