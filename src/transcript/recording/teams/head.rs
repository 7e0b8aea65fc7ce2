//! What stands above the turns in Teams' text, and who came and went. It knows no turn.

use jiff::civil::{Date, Time};

use super::super::super::when;
use super::super::sheet::Sheet;
use super::super::{Recording, clock};
use super::newcomer;

/// How far down the title, the date and the duration stand.
const TOP: usize = 12;

/// What people do besides talking.
const EVENTS: [&str; 4] = [
    " joined the meeting",
    " left the meeting",
    " started transcription",
    " stopped transcription",
];

/// Who came, went, or started or stopped the recorder, if the line says so and nothing else.
pub(in super::super) fn event(line: &str) -> Option<&str> {
    let line = line.trim();
    // Nearly all lines leave here.
    if !line.ends_with('g') && !line.ends_with('n') {
        return None;
    }
    let name = EVENTS.iter().find_map(|event| line.strip_suffix(event))?;
    (!name.is_empty() && name.chars().count() <= 80).then_some(name)
}

/// Puts title, date, start, duration and attendees into the recording.
pub(super) fn read(sheet: &Sheet<'_>, recording: &mut Recording) {
    for line in &sheet.lines {
        if let Some(name) = event(line) {
            newcomer(name, &mut recording.attendees);
        }
    }
    let first = recording
        .segments
        .iter()
        .map(|segment| segment.line)
        .min()
        .unwrap_or(u32::MAX);
    for (index, line) in sheet.lines.iter().enumerate().take(TOP) {
        if sheet.number(index) >= first {
            break;
        }
        let line = line.trim_start_matches(['#', ' ']).trim();
        if line.is_empty() || line == "Transcript" || event(line).is_some() {
            continue;
        }
        if let Some(stamp) = stamp(line) {
            recording.title = stamp.title;
            recording.date = recording.date.or(stamp.date);
            recording.start = recording.start.or(stamp.start);
        } else if let Some((date, start)) = day(line) {
            // The line below the title may be in UTC, while the stamp in the title is the organiser's clock.
            if recording.start.is_none() {
                recording.date = Some(date);
                recording.start = start;
            }
        } else if let Some(duration) = duration(line) {
            recording.duration = recording.duration.or(Some(duration));
        } else if recording.title.is_none() && sheet.lines[index].starts_with('#') {
            recording.title = Some(line.to_owned());
        }
    }
}

/// What a title tells besides its words.
struct Stamp {
    title: Option<String>,
    date: Option<Date>,
    start: Option<Time>,
}

/// `Title-20260618_092840-Meeting Recording`.
fn stamp(line: &str) -> Option<Stamp> {
    let line = [
        "-Meeting Recording",
        "-Meeting Transcript",
        "-Chat Transcript",
    ]
    .iter()
    .find_map(|tail| line.strip_suffix(tail))?;
    let (line, utc) = match line.strip_suffix("UTC") {
        Some(line) => (line, true),
        None => (line, false),
    };
    let digits = |c: char| c.is_ascii_digit() || c == '_';
    let title = line.trim_end_matches(digits);
    let (day, time) = match line[title.len()..].split_once('_') {
        Some((day, time)) => (day, Some(time)),
        None => (&line[title.len()..], None),
    };
    let title = title.trim_end_matches(['-', ' ']).trim();
    let title = (!title.is_empty()).then(|| title.to_owned());
    let time = time.filter(|_| !utc);
    Some(Stamp {
        title,
        date: Date::strptime("%Y%m%d", day).ok(),
        start: time.and_then(|time| Time::strptime("%H%M%S", time).ok()),
    })
}

/// `June 18, 2026, 4:28PM`, `15 August 2026, 06:07pm`, `September 19, 2024`.
fn day(line: &str) -> Option<(Date, Option<Time>)> {
    let line = line.trim_end_matches(',');
    let timed = line
        .rsplit_once(',')
        .and_then(|(date, time)| Some((when::read(date)?.0, Some(when::time(time)?))));
    timed.or_else(|| when::read(line))
}

/// `50m 42s`, `1h 2m 3s`.
fn duration(line: &str) -> Option<u64> {
    let (mut hours, mut minutes, mut seconds) = (0, 0, 0);
    for part in line.split(' ') {
        let unit = part.chars().next_back()?;
        let number = part.strip_suffix(unit)?.parse().ok()?;
        match unit {
            'h' => hours = number,
            'm' => minutes = number,
            's' => seconds = number,
            _ => return None,
        }
    }
    clock::sum(hours, minutes, seconds, 0)
}
