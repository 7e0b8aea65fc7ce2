//! Microsoft Teams as text: the lines of its Word document, and copies of its player's page. Five of the six generations put a name
//! and a time on a line of their own and what was said below; the oldest (`arrow`) writes two times. It knows no file and no vault.

use std::collections::BTreeSet;

use super::super::name_test::test_name;
use super::sheet::Sheet;
use super::turns::{MOST_ATTENDEES, Turns, label};
use super::{Format, Moment, Recording, clock};

pub(super) mod arrow;
mod glued;
pub(super) mod head;
#[cfg(test)]
mod tests;

/// `Name   12:04`, the gap three spaces or a tab (two are Otter's too), with nothing after the time.
pub(super) fn header(line: &str) -> Option<(&str, u64)> {
    let (name, gap, time) = named(line)?;
    (gap.contains('\t') || gap.chars().count() >= 2).then_some((name, time))
}

/// Whether there is at least one header of somebody: a meeting of one turn has no more.
pub(super) fn has_header(sheet: &Sheet<'_>) -> bool {
    let names = sheet.lines.iter().filter_map(|line| header(line));
    names
        .into_iter()
        .any(|(name, _)| test_name(name, &[]) == Some(false))
}

/// A name, the gap after it and a time at the line's end.
fn named(line: &str) -> Option<(&str, &str, u64)> {
    let (before, time) = clock::at_end(line)?;
    let name = before.trim_end();
    let short =
        !name.is_empty() && name.chars().count() <= 80 && !name.starts_with(char::is_whitespace);
    short.then(|| (name, &before[name.len()..], time))
}

/// `Name 1 hour 2 minutes 3 seconds`, the name optional, a badge such as `22:42` glued behind or not.
pub(super) fn words(line: &str) -> Option<(Option<&str>, u64)> {
    // Nearly all lines leave here: a header ends in the word or in a badge.
    let line = line.trim_end();
    let body = line.trim_end_matches(|c: char| c.is_ascii_digit() || c == ':');
    let badge = &line[body.len()..];
    if !body.ends_with("second") && !body.ends_with("seconds")
        || !badge.is_empty() && clock::offset(badge).is_none()
    {
        return None;
    }
    let mut rest = body;
    let (mut hours, mut minutes) = (0, 0);
    let seconds = take_unit(&mut rest, "second")?;
    if let Some(found) = take_unit(&mut rest, "minute") {
        minutes = found;
    }
    if let Some(found) = take_unit(&mut rest, "hour") {
        hours = found;
    }
    let name = rest.trim_end();
    let time = clock::sum(hours, minutes, seconds, 0)?;
    let fits = name.chars().count() <= 80 && !name.starts_with(char::is_whitespace);
    fits.then_some(((!name.is_empty()).then_some(name), time))
}

/// Takes `12 minutes` off the end.
fn take_unit(rest: &mut &str, unit: &str) -> Option<u64> {
    let text = rest.trim_end();
    let text = text.strip_suffix('s').unwrap_or(text);
    let text = text.strip_suffix(unit)?.strip_suffix([' ', '\u{a0}'])?;
    let start = text.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let number = text[start..].parse().ok()?;
    let before = &text[..start];
    if !before.is_empty() && !before.ends_with(char::is_whitespace) {
        return None;
    }
    *rest = before;
    Some(number)
}

/// What a line is in a file of headers.
enum Line<'a> {
    Header(Option<&'a str>, u64),
    /// A header as a print leaves it: the words stand behind it.
    Reflowed(&'a str, u64, &'a str),
    /// Somebody came or went, or a time stands alone as on a picture.
    Noise,
    Said,
}

/// Reads generations B to F.
pub(super) fn read(sheet: &Sheet<'_>) -> Recording {
    let known: BTreeSet<&str> = sheet
        .lines
        .iter()
        .filter_map(|line| match header(line) {
            Some((name, _)) => Some(name),
            None => words(line)?.0,
        })
        .collect();
    let glued = glued::Names::of(sheet, &known);
    let mut turns = Turns::default();
    let mut above: Option<usize> = None;
    for (index, line) in sheet.lines.iter().enumerate() {
        if line.trim().is_empty() {
            continue;
        }
        let kind = kind(line, &known).unwrap_or_else(|| glued.find(sheet, index));
        match kind {
            Line::Header(name, time) => {
                // One copy puts the name on a line of its own above the time.
                let name = name.or_else(|| {
                    let line = sheet.lines[above?].trim();
                    known.contains(line).then_some(line)
                });
                turns.begin(sheet.number(index), name, Moment::Header(time));
            }
            Line::Reflowed(name, time, text) => {
                turns.begin(sheet.number(index), Some(name), Moment::Header(time));
                turns.say(text);
            }
            Line::Noise => {
                // After the last turn the recorder says that it stopped, and what follows is not speech.
                if line.contains(" stopped transcription") {
                    turns.close();
                }
            }
            Line::Said if is_name_alone(sheet, index, &known) => {}
            Line::Said => turns.say(line),
        }
        above = Some(index);
    }
    let mut recording = Recording {
        format: Format::TeamsText,
        segments: turns.finish(),
        ..Recording::default()
    };
    head::read(sheet, &mut recording);
    recording
}

fn kind<'a>(line: &'a str, known: &BTreeSet<&str>) -> Option<Line<'a>> {
    if let Some((name, time)) = header(line) {
        return Some(Line::Header(Some(name), time));
    }
    // One space is enough where the file has the name as a header elsewhere.
    if let Some((name, _, time)) = named(line).filter(|(name, ..)| known.contains(name)) {
        return Some(Line::Header(Some(name), time));
    }
    if let Some((name, time)) = words(line) {
        return Some(Line::Header(name, time));
    }
    (clock::alone(line).is_some() || head::event(line).is_some()).then_some(Line::Noise)
}

/// A known name alone on its line, with a nameless header as the next thing below, belongs to that header.
fn is_name_alone(sheet: &Sheet<'_>, index: usize, known: &BTreeSet<&str>) -> bool {
    if !known.contains(sheet.lines[index].trim()) {
        return false;
    }
    let below = sheet.lines[index + 1..]
        .iter()
        .find(|line| !line.trim().is_empty());
    below.is_some_and(|line| words(line).is_some_and(|(name, _)| name.is_none()))
}

/// Those who came, whom only the events name.
fn newcomer(name: &str, attendees: &mut Vec<String>) {
    if let Some(name) = label(name)
        && attendees.len() < MOST_ATTENDEES
        && !attendees.contains(&name)
    {
        attendees.push(name);
    }
}
