//! What stands above the turns of a Meet transcript: its title, its day, and who was there. It knows no turn.

use std::sync::LazyLock;

use jiff::civil::{Date, Time};
use regex::Regex;

use super::super::super::inert::unescape;
use super::super::super::speakers::is_bot;
use super::super::super::when;
use super::super::Recording;
use super::super::sheet::Sheet;
use super::super::turns::{MOST_ATTENDEES, label};
use super::bare;

/// A title with the time at which the recording began; the zone is not kept.
static TITLE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"^(.*?)\s*(?:\(|[-–] )(\d{4}[-/_]\d\d[-/_]\d\d) (\d\d[:_]\d\d) [A-Z]{2,5}(?:[+-]\d+(?::\d\d)?)?\)?\s*[-–] (?:Transcript|Notes by Gemini)$",
    )
    .expect("the pattern is a constant")
});

/// Those whom the file lists. Machines and shared screens are left out.
pub(super) fn attendees(sheet: &Sheet<'_>) -> Vec<String> {
    let mut lines = sheet.lines.iter().map(|line| bare(line));
    while let Some(line) = lines.next() {
        let list = if line == "Attendees" {
            lines.by_ref().find(|line| !line.is_empty())
        } else {
            line.strip_prefix("Attendees:")
        };
        if let Some(list) = list {
            return list
                .split(',')
                .filter_map(|name| label(&unescape(name)))
                .filter(|name| !is_bot(name))
                .take(MOST_ATTENDEES)
                .collect();
        }
    }
    Vec::new()
}

/// Puts title, day and time of day into the recording; `start` is the line of the first turn.
pub(super) fn read(sheet: &Sheet<'_>, start: usize, recording: &mut Recording) {
    let mut day = None;
    for line in &sheet.lines[..start] {
        let line = unescape(bare(line));
        if line.len() > 400 {
            continue;
        }
        if let Some((title, date, time)) = titled(&line) {
            recording.title = label(title);
            recording.date = date;
            recording.start = time;
        } else if let Some(title) = line
            .strip_suffix(" - Transcript")
            .or_else(|| line.strip_suffix(" – Transcript"))
            .filter(|_| recording.title.is_none())
        {
            recording.title = label(title);
        } else if line.len() <= 40 && day.is_none() {
            day = when::read(&line).map(|(day, _)| day);
        }
    }
    recording.date = recording.date.or(day);
}

fn titled(line: &str) -> Option<(&str, Option<Date>, Option<Time>)> {
    if !line.ends_with("Transcript") && !line.ends_with("Gemini") {
        return None;
    }
    let found = TITLE.captures(line)?;
    let title = found.get(1).map_or("", |title| title.as_str());
    let date = when::read(&found[2].replace('_', "-")).map(|(day, _)| day);
    let time = when::time(&found[3].replace('_', ":"));
    Some((title, date, time))
}
