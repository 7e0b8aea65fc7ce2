//! What whisper.cpp prints: `[00:00:03.100 --> 00:00:05.400]   Morning.` Whisper's table, its cue files and its JSON are read with
//! all others of their kind.

use super::sheet::Sheet;
use super::turns::label;
use super::{Format, Moment, Recording, Segment, clock};

/// The mark that somebody else speaks from here on; who, it does not know.
const CHANGE: &str = "[SPEAKER_TURN]";

/// The two times and the text of a line.
pub(super) fn line(line: &str) -> Option<(u64, u64, &str)> {
    let line = line.strip_prefix('[')?;
    let (times, text) = line.split_once(']')?;
    let (start, end) = times.split_once(" --> ")?;
    Some((time(start)?, time(end)?, text.strip_prefix(' ')?))
}

fn time(text: &str) -> Option<u64> {
    let (clock, fraction) = text.split_once('.')?;
    let digits = fraction.len() == 3 && fraction.bytes().all(|byte| byte.is_ascii_digit());
    let milliseconds: u64 = digits.then(|| fraction.parse().ok())??;
    Some(clock::offset(clock)? + milliseconds)
}

/// Reads the lines; what the program says of itself around them is left out.
pub(super) fn read(sheet: &Sheet<'_>) -> Recording {
    let segments = sheet.lines.iter().enumerate().filter_map(|(index, row)| {
        let (start, end, text) = line(row)?;
        let text = text.trim();
        let text = text.strip_suffix(CHANGE).unwrap_or(text).trim_end();
        let (speaker, text) = speaker(text);
        (!text.is_empty()).then(|| Segment {
            line: sheet.number(index),
            speaker,
            time: Moment::Exact(start),
            end: (end >= start).then_some(end),
            text: text.to_owned(),
        })
    });
    Recording {
        format: Format::WhisperCpp,
        segments: segments.collect(),
        ..Recording::default()
    }
}

/// `(speaker 1) Morning.`; a question mark is a speaker whom nobody knows.
fn speaker(text: &str) -> (Option<String>, &str) {
    let found = text
        .strip_prefix('(')
        .and_then(|rest| rest.split_once(')'))
        .filter(|(name, _)| name.starts_with("speaker "));
    match found {
        Some((name, said)) if name.ends_with('?') => (None, said.trim_start()),
        Some((name, said)) => (label(name), said.trim_start()),
        None => (None, text),
    }
}
