//! Zoom as text: the captions that it saves beside a local recording, and a copy of its player's page. It knows no other format;
//! Zoom's `WebVTT` is read with all other cue files, and its chat is no speech.

use std::collections::BTreeSet;

use super::sheet::Sheet;
use super::turns::Turns;
use super::{Format, Moment, Recording, clock};

/// `[Sally Moss] 09:28:44`: the name and the time of day.
pub(super) fn caption(line: &str) -> Option<(&str, u64)> {
    let rest = line.strip_prefix('[')?;
    let (before, time) = clock::at_end(rest)?;
    let name = before.strip_suffix("] ")?;
    let full = line.trim_end().len() - before.len() - 1 == 8;
    let fits = !name.is_empty() && !name.contains(']') && name.chars().count() <= 80;
    (full && fits).then_some((name, time))
}

/// Reads saved captions.
pub(super) fn captions(sheet: &Sheet<'_>) -> Recording {
    let mut turns = Turns::default();
    for (index, line) in sheet.lines.iter().enumerate() {
        if let Some((name, time)) = caption(line) {
            turns.begin(sheet.number(index), Some(name), Moment::WallClock(time));
        } else {
            turns.say(line);
        }
    }
    Recording {
        format: Format::ZoomCaption,
        segments: turns.finish(),
        ..Recording::default()
    }
}

/// A line that says something, without the space with which some copies begin each line.
struct Said<'a> {
    index: usize,
    text: &'a str,
    time: Option<u64>,
}

/// The name in front of the time at this place, where it stands twice: once under the picture and once as the name.
fn pair<'a>(said: &[Said<'a>], place: usize) -> Option<&'a str> {
    said[place].time?;
    let (first, second) = (said.get(place.checked_sub(2)?)?, &said[place - 1]);
    let name = first.text == second.text && first.time.is_none();
    (name && first.text.chars().count() <= 80).then_some(first.text)
}

/// How many turns of a copied page there are.
pub(super) fn pairs(lines: &[&str]) -> usize {
    let mut last = ["", ""];
    let mut found = 0;
    for line in lines {
        let text = line.trim();
        if text.is_empty() {
            continue;
        }
        if clock::alone(text).is_some() && last[0] == last[1] && clock::alone(last[0]).is_none() {
            found += usize::from(!last[0].is_empty() && last[0].len() <= 320);
        }
        last = [last[1], text];
    }
    found
}

/// Reads a copy of the player's page. What stands above the first turn is the page, not speech.
pub(super) fn page(sheet: &Sheet<'_>) -> Recording {
    let said: Vec<Said<'_>> = sheet
        .lines
        .iter()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty())
        .map(|(index, line)| Said {
            index,
            text: line.trim(),
            time: clock::alone(line),
        })
        .collect();
    let known: BTreeSet<&str> = (0..said.len())
        .filter_map(|place| pair(&said, place))
        .collect();
    let mut turns = Turns::default();
    for (place, line) in said.iter().enumerate() {
        if let Some(time) = line.time {
            let above = place.checked_sub(1).map(|above| said[above].text);
            let name = pair(&said, place).or(above.filter(|above| known.contains(above)));
            if name.is_some() || turns.is_open() {
                turns.begin(sheet.number(line.index), name, Moment::Header(time));
            }
        } else if !is_label(&said, place, &known) {
            turns.say(line.text);
        }
    }
    Recording {
        format: Format::ZoomWeb,
        segments: turns.finish(),
        ..Recording::default()
    }
}

/// Whether this line is a name and not a word: one of two equal ones, or the one above a time.
fn is_label(said: &[Said<'_>], place: usize, known: &BTreeSet<&str>) -> bool {
    let text = said[place].text;
    let equal = |other: Option<usize>| {
        other
            .and_then(|other| said.get(other))
            .is_some_and(|other| other.text == text)
    };
    let above_time = said.get(place + 1).is_some_and(|next| next.time.is_some());
    known.contains(text) && (above_time || equal(place.checked_sub(1)) || equal(Some(place + 1)))
}
