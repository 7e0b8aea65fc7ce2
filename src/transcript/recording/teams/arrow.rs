//! The oldest generation of Teams text: `0:2:12.750 --> 0:2:15.800`, below it the name, and below that what was said.
//! What stands behind the dot is a whole number of milliseconds, not a fraction: `0:6:8.40` is 40 ms after `0:6:8`.

use super::super::sheet::Sheet;
use super::super::turns::label;
use super::super::{Format, Moment, Recording, Segment, Warning, clock};
use super::head;

/// The two times of such a line in milliseconds.
pub(in super::super) fn times(line: &str) -> Option<(u64, u64)> {
    if !line.as_bytes().first()?.is_ascii_digit() {
        return None;
    }
    let (start, end) = line.split_once(" --> ")?;
    Some((time(start)?, time(end.trim_end())?))
}

/// Whether a zero is missing somewhere, as only Teams leaves it out.
pub(in super::super) fn is_unpadded(line: &str) -> bool {
    line.split([':', '.', ' '])
        .any(|part| part.len() == 1 && part.as_bytes()[0].is_ascii_digit())
}

fn time(text: &str) -> Option<u64> {
    let (clock, milliseconds) = text.split_once('.')?;
    let mut parts = clock.split(':').map(number);
    let (hours, minutes, seconds) = (parts.next()??, parts.next()??, parts.next()??);
    if parts.next().is_some() {
        return None;
    }
    clock::sum(hours, minutes, seconds, number(milliseconds)?)
}

fn number(text: &str) -> Option<u64> {
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| text.parse().ok())?
}

/// Reads generation A.
pub(in super::super) fn read(sheet: &Sheet<'_>) -> Recording {
    let arrows: Vec<(usize, (u64, u64))> = sheet
        .lines
        .iter()
        .enumerate()
        .filter_map(|(index, line)| Some((index, times(line)?)))
        .collect();
    let mut recording = Recording {
        format: Format::TeamsText,
        ..Recording::default()
    };
    for (place, (index, (start, end))) in arrows.iter().enumerate() {
        let next = arrows
            .get(place + 1)
            .map_or(sheet.lines.len(), |(next, _)| *next);
        let mut said = sheet.lines[index + 1..next]
            .iter()
            .map(|line| line.trim())
            .filter(|line| !line.is_empty() && head::event(line).is_none());
        let Some(first) = said.next() else {
            continue;
        };
        let text = said.collect::<Vec<_>>().join("\n");
        // A lone line is what was said; nobody is named without words.
        let (speaker, text) = if text.is_empty() {
            (None, first.to_owned())
        } else {
            (label(first), text)
        };
        let backwards = end < start;
        if backwards {
            recording.warnings.push(Warning {
                line: Some(sheet.number(*index)),
                message: "this turn ends before it begins, so that its end was left out".into(),
            });
        }
        recording.segments.push(Segment {
            line: sheet.number(*index),
            speaker,
            time: Moment::Exact(*start),
            end: (!backwards).then_some(*end),
            text,
        });
    }
    // Teams wrote them down in the order in which it understood them.
    recording
        .segments
        .sort_by_key(|segment| match segment.time {
            Moment::Exact(start) => start,
            _ => 0,
        });
    head::read(sheet, &mut recording);
    recording
}
