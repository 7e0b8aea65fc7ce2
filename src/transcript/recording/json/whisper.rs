//! Whisper and its relatives: a list of segments, some with words. In `WhisperX` the words know who speaks, and the speaker may change
//! within a segment. It knows no other shape.

use super::super::{Format, Moment, Segment};
use super::node::Node;
use super::services::Found;
use super::values::{Unit, label, segment, time};

/// Reads `segments`, or a bare list of them as older `WhisperX` wrote it.
pub(super) fn read(root: &Node<'_>) -> Found {
    let list = match root {
        Node::List(list) => list,
        _ => root.get("segments")?.list(),
    };
    let has = |item: &&Node<'_>| {
        item.get("text").is_some_and(|text| text.text().is_some()) && item.get("start").is_some()
    };
    list.iter().take(20).find(has)?;
    let mut segments = Vec::new();
    for item in list {
        parts(item, &mut segments);
    }
    Some((Format::WhisperJson, segments))
}

/// The segments in one of Whisper's: one for each speaker that its words have.
fn parts(item: &Node<'_>, segments: &mut Vec<Segment>) {
    let text = item.get("text").and_then(Node::text).unwrap_or_default();
    let at = |key| time(item.get(key), Unit::Seconds);
    let (start, end) = (at("start"), at("end"));
    let words = item.get("words").map_or(&[][..], Node::list);
    let runs = runs(words);
    let speaker = match &runs[..] {
        [] => label(item.get("speaker")),
        [only] => Some(only.speaker.clone()),
        _ => {
            split(item, text, words, &runs, end, segments);
            return;
        }
    };
    segments.extend(segment(item, text, speaker, start, end));
}

/// Words of one speaker, as a range of indexes.
struct Run {
    speaker: String,
    from: usize,
    to: usize,
}

/// The words by speaker. A word of which the speaker is not known belongs to the words before it, or at the beginning to those after it.
fn runs(words: &[Node<'_>]) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for (index, word) in words.iter().enumerate() {
        let speaker = label(word.get("speaker"));
        match (runs.last_mut(), speaker) {
            (Some(last), Some(speaker)) if last.speaker == speaker => last.to = index + 1,
            (Some(last), None) => last.to = index + 1,
            (before, Some(speaker)) => {
                let from = before.map_or(0, |before| before.to);
                runs.push(Run {
                    speaker,
                    from,
                    to: index + 1,
                });
            }
            (None, None) => {}
        }
    }
    runs
}

fn split(
    item: &Node<'_>,
    text: &str,
    words: &[Node<'_>],
    runs: &[Run],
    end: Option<u64>,
    segments: &mut Vec<Segment>,
) {
    let word = |at: usize| {
        let word = &words[at];
        let text = word.get("word").or_else(|| word.get("text"));
        text.and_then(Node::text).unwrap_or_default()
    };
    let when = |at: usize, key| time(words[at].get(key), Unit::Seconds);
    let mut rest = text;
    // A time that the words before have is a lower bound of one that is missing.
    let mut known = time(item.get("start"), Unit::Seconds);
    for (index, run) in runs.iter().enumerate() {
        let last = index + 1 == runs.len();
        let said = if last {
            rest.trim().to_owned()
        } else if let Some(length) = reach(rest, (run.from..run.to).map(word)) {
            let (said, after) = rest.split_at(length);
            rest = after;
            said.trim().to_owned()
        } else {
            rest = "";
            (run.from..run.to).map(word).collect::<Vec<_>>().join(" ")
        };
        let said = if said.is_empty() {
            (run.from..run.to).map(word).collect::<Vec<_>>().join(" ")
        } else {
            said
        };
        let own = when(run.from, "start");
        let time = match (own, known) {
            (Some(start), _) => Moment::Exact(start),
            (None, Some(start)) if run.from == 0 => Moment::Exact(start),
            (None, Some(before)) => Moment::Mark(before),
            (None, None) => Moment::Unknown,
        };
        let ends = |at| when(at, "end");
        let own_end = (run.from..run.to).rev().find_map(ends);
        known = own_end.or(own).or(known);
        let new = segment(item, &said, Some(run.speaker.clone()), None, None);
        segments.extend(new.map(|new| Segment {
            time,
            end: if last { end.or(own_end) } else { own_end },
            line: words[run.from].line().unwrap_or(new.line),
            ..new
        }));
    }
}

/// How far into a text these words reach, if they all stand in it, in this order.
fn reach<'w>(text: &str, words: impl Iterator<Item = &'w str>) -> Option<usize> {
    let mut at = 0;
    for word in words {
        at += text[at..].find(word)? + word.len();
    }
    Some(at)
}
