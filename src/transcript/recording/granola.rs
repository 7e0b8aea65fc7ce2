//! A transcript in a Granola note: `### You (2026-06-18T09:28:44.120Z)`, and below it what was said. The other shapes in which people
//! keep Granola's transcripts are lines with labels, and the application's cache is JSON.

use jiff::Timestamp;
use jiff::tz::Offset;

use super::sheet::Sheet;
use super::turns::Turns;
use super::{Format, Moment, Recording, Refusal};

/// Whom Granola tells apart.
const VOICES: [&str; 5] = ["You", "Guest", "Me", "Them", "System"];

/// The voice of a heading, and the moment beside it.
pub(super) fn header(line: &str) -> Option<(&str, Option<Timestamp>)> {
    let title = line.strip_prefix("### ")?.trim_end();
    let (voice, moment) = match title.split_once(" (") {
        Some((voice, moment)) => {
            let moment = moment.strip_suffix(')')?.parse().ok()?;
            (voice, Some(moment))
        }
        None => (title, None),
    };
    VOICES.contains(&voice).then_some((voice, moment))
}

/// Reads the turns; their moments count from the first.
pub(super) fn read(sheet: &Sheet<'_>) -> Recording {
    let mut turns = Turns::default();
    let mut first: Option<Timestamp> = None;
    for (index, line) in sheet.lines.iter().enumerate() {
        if let Some((voice, moment)) = header(line) {
            let time = moment.map_or(Moment::Unknown, |moment| {
                let start = *first.get_or_insert(moment);
                let offset = moment.as_millisecond() - start.as_millisecond();
                u64::try_from(offset).map_or(Moment::Unknown, Moment::Exact)
            });
            turns.begin(sheet.number(index), Some(voice), time);
        } else if line.starts_with('#') {
            turns.close();
        } else {
            turns.say(line);
        }
    }
    Recording {
        format: Format::Granola,
        // The zone in which they met stands nowhere, so that the time of day stays open.
        date: first.map(|first| Offset::UTC.to_datetime(first).date()),
        segments: turns.finish(),
        ..Recording::default()
    }
}

/// What to say to whoever imports a note in which Granola kept no transcript.
pub(super) fn notes(sheet: &Sheet<'_>) -> Refusal {
    Refusal {
        line: Some(sheet.number(0)),
        message: "this Granola note holds notes and no transcript".into(),
        hint: "Let the plugin write transcripts too, or copy the transcript out of Granola.".into(),
    }
}
