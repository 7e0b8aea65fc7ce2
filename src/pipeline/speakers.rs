//! Whom the owner named behind the labels of a meeting: the `speakers:` map in the front matter of its note. The transcript stays as it is.

use std::collections::BTreeMap;

use crate::model::{People, Problem, VaultPath};
use crate::note::{State, links};
use crate::transcript::{Parsed, look_up};
use crate::vault::front_matter::{self, Value};
use crate::vault::{Snapshot, hash, text};

use super::meetings::short_of;

/// The key of the note's front matter.
pub const KEY: &str = "speakers";

/// One entry of such a map.
#[derive(Debug)]
pub(super) struct Entry {
    note: VaultPath,
    line: u32,
    label: String,
    name: String,
    /// Whether somebody speaks under this label.
    speaks: bool,
}

/// The map of one note, each entry with its line.
pub fn map(note: &str) -> Vec<(u32, String, String)> {
    let split = front_matter::split(note);
    let Some(Value::Map(fields)) = split.front_matter.get(KEY).map(|field| &field.value) else {
        return Vec::new();
    };
    let entry =
        |field: &front_matter::Field| Some((field.line, field.key.clone(), field.value.as_text()?));
    fields.iter().filter_map(entry).collect()
}

/// Takes the maps of all notes into their transcripts.
pub(super) fn assign(snapshot: &Snapshot, parsed: &mut [Parsed]) -> Vec<Entry> {
    let folders = &snapshot.config.folders;
    let mut entries = Vec::new();
    for (note, bytes) in snapshot.below(&folders.meetings) {
        let Ok(text) = text(bytes) else { continue };
        if !text.contains(KEY) {
            continue;
        }
        let map = map(text);
        if map.is_empty() {
            continue;
        }
        let Some(transcript) =
            transcript_of(note, text, &folders.meetings, &folders.transcripts, parsed)
        else {
            continue;
        };
        for (line, label, name) in map {
            let speaks = transcript.turns.iter().any(|turn| turn.label == label);
            transcript.speakers.insert(label.clone(), name.clone());
            entries.push(Entry {
                note: note.clone(),
                line,
                label,
                name,
                speaks,
            });
        }
    }
    entries
}

/// The transcript of a note: the one that it links to, the one of its name, or the one whose hash it remembers.
fn transcript_of<'p>(
    note: &VaultPath,
    text: &str,
    meetings: &str,
    transcripts: &str,
    parsed: &'p mut [Parsed],
) -> Option<&'p mut Parsed> {
    let split = front_matter::split(text);
    let link = split
        .front_matter
        .text("transcript")
        .and_then(links::parse)
        .map(|link| link.path);
    let usual = VaultPath::within(transcripts, note.below(meetings).unwrap_or(note.as_str()));
    let known = State::of(text).and_then(|state| state.part("transcript").map(str::to_owned));
    let at = |path: &VaultPath| parsed.iter().position(|parsed| parsed.path == *path);
    let place = link
        .as_ref()
        .and_then(at)
        .or_else(|| at(&usual))
        .or_else(|| {
            parsed
                .iter()
                .position(|parsed| known.as_deref() == Some(&short_of(&parsed.hash)))
        })?;
    parsed.get_mut(place)
}

/// Entries that say nothing: labels under which nobody speaks, and names that are nobody's.
pub(super) fn problems(entries: &[Entry], people: &People) -> Vec<Problem> {
    let problem = |entry: &Entry| {
        let (message, hint) = if !entry.speaks {
            (
                format!("nobody speaks as `{}` in this meeting", entry.label),
                "Correct the label, or take the line out; `throughline speakers` lists the labels.",
            )
        } else if look_up(people, &entry.name, &[]).is_none() {
            (
                format!(
                    "`{}` is nobody's name, or that of more than one",
                    entry.name
                ),
                "Write the full name, or the link to the person's file in quotes.",
            )
        } else {
            return None;
        };
        Some(Problem::new(&entry.note, Some(entry.line), message, hint))
    };
    entries.iter().filter_map(problem).collect()
}

/// The hash of each transcript's map: what a note was made with. Those without a map have none.
pub(super) fn hashes(parsed: &[Parsed]) -> BTreeMap<VaultPath, String> {
    let with = parsed.iter().filter(|parsed| !parsed.speakers.is_empty());
    let hash = |parsed: &Parsed| {
        let lines = parsed
            .speakers
            .iter()
            .map(|(label, name)| format!("{label}\n{name}\n"));
        (
            parsed.path.clone(),
            short_of(&hash(lines.collect::<String>().as_bytes())),
        )
    };
    with.map(hash).collect()
}
