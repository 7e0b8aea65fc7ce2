//! The services that write a list with one object for each thing said. A table tells how each of them names its keys.

use super::super::{Format, Segment};
use super::node::Node;
use super::values::{Unit, label, segment, time};

/// How a service writes what was said.
struct Row {
    format: Format,
    /// Where the list stands.
    list: &'static [&'static str],
    /// A key by which its objects are known.
    known: &'static [&'static str],
    text: &'static [&'static str],
    start: &'static [&'static str],
    end: &'static [&'static str],
    unit: Unit,
    speaker: &'static [&'static str],
}

/// Most of them; the first that fits wins.
#[rustfmt::skip]
const ROWS: [Row; 13] = [
    Row { format: Format::FirefliesJson, list: &["data", "transcript", "sentences"], known: &["text"], ..FIREFLIES },
    Row { format: Format::FirefliesJson, list: &["transcript", "sentences"], known: &["speaker_name"], ..FIREFLIES },
    Row { format: Format::FirefliesJson, list: &["sentences"], known: &["speaker_name"], ..FIREFLIES },
    Row { format: Format::FathomJson, list: &["transcript"], known: &["speaker", "display_name"], text: &["text"],
          start: &["timestamp"], end: &["end_timestamp"], unit: Unit::Seconds, speaker: &["speaker", "display_name"] },
    Row { format: Format::ReadAiJson, list: &["transcript", "speaker_blocks"], known: &["words"], text: &["words"],
          start: &["start_time"], end: &["end_time"], unit: Unit::Since1970, speaker: &["speaker", "name"] },
    Row { format: Format::GrainJson, list: &[], known: &["participant_id"], text: &["text"],
          start: &["start"], end: &["end"], unit: Unit::Millis, speaker: &["speaker"] },
    Row { format: Format::GrainJson, list: &["transcript"], known: &["participant_id"], text: &["text"],
          start: &["start"], end: &["end"], unit: Unit::Millis, speaker: &["speaker"] },
    Row { format: Format::OtterJson, list: &["speech_segments"], known: &["transcript"], text: &["transcript"],
          start: &["start_ts"], end: &["end_ts"], unit: Unit::Seconds, speaker: &["speaker_name"] },
    Row { format: Format::AzureJson, list: &["recognizedPhrases"], known: &["nBest"], text: &["nBest", "0", "display"],
          start: &["offsetInTicks"], end: &[], unit: Unit::Ticks, speaker: &["speaker"] },
    Row { format: Format::AssemblyAiJson, list: &["utterances"], known: &["text"], text: &["text"],
          start: &["start"], end: &["end"], unit: Unit::Millis, speaker: &["speaker"] },
    Row { format: Format::DeepgramJson, list: &["results", "utterances"], known: &["transcript"], text: &["transcript"],
          start: &["start"], end: &["end"], unit: Unit::Seconds, speaker: &["speaker"] },
    Row { format: Format::PodcastJson, list: &["segments"], known: &["startTime"], text: &["body"],
          start: &["startTime"], end: &["endTime"], unit: Unit::Seconds, speaker: &["speaker"] },
    Row { format: Format::WhisperCppJson, list: &["transcription"], known: &["offsets"], text: &["text"],
          start: &["offsets", "from"], end: &["offsets", "to"], unit: Unit::Millis, speaker: &["speaker"] },
];

/// What the rows of Fireflies share.
const FIREFLIES: Row = Row {
    format: Format::FirefliesJson,
    list: &[],
    known: &[],
    text: &["text"],
    start: &["start_time"],
    end: &["end_time"],
    unit: Unit::Seconds,
    speaker: &["speaker_name"],
};

/// So many objects are looked at for the key that tells a service.
const LOOK: usize = 20;

/// Reads the list of the first service that fits.
pub(super) fn read(root: &Node<'_>) -> Option<(Format, Vec<Segment>)> {
    let (row, list) = ROWS.iter().find_map(|row| {
        let list = root.at(row.list)?.list();
        let mut first = list.iter().take(LOOK);
        first
            .any(|item| item.at(row.known).is_some())
            .then_some((row, list))
    })?;
    let segments = list.iter().filter_map(|item| one(row, item)).collect();
    Some((row.format, segments))
}

/// The list of a known service that is there and empty, or `null`: a recording in which nothing was said.
pub(super) fn empty(root: &Node<'_>) -> Option<String> {
    let row = ROWS.iter().find(|row| {
        let Some((last, before)) = row.list.split_last() else {
            return false;
        };
        let holder = root.at(before);
        holder.is_some_and(|holder| {
            holder.keys().any(|key| key == *last)
                && holder
                    .get(last)
                    .is_none_or(|list| matches!(list, Node::List(list) if list.is_empty()))
        })
    })?;
    Some(row.list.join("."))
}

fn one(row: &Row, item: &Node<'_>) -> Option<Segment> {
    let start = time(item.at(row.start), row.unit);
    let end = if row.format == Format::AzureJson {
        let length = time(item.get("durationInTicks"), row.unit);
        start.and_then(|start| start.checked_add(length?))
    } else {
        time(item.at(row.end), row.unit)
    };
    let end = end.filter(|end| start.is_none_or(|start| start <= *end));
    let speaker = label(item.at(row.speaker));
    segment(item, item.at(row.text)?.text()?, speaker, start, end)
}
