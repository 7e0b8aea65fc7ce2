//! Lines that begin with a name, in any of the styles that the reader of Markdown transcripts knows: it is the same vote. It knows no
//! recorder.

use crate::model::Offset;

use super::super::dialogue;
use super::super::fences::Fences;
use super::super::labels::{Stamp, take_time};
use super::super::vote::Trust;
use super::sheet::Sheet;
use super::{Format, Moment, Recording, Segment, Warning};

/// From this time of day on the first time is one of the clock on the wall: no recording begins so far into itself.
const WALL: u64 = 4 * 3600 * 1000;

/// Reads the turns, if the labels of the file are believed. `known` are folded names that need no further proof.
pub(super) fn read(sheet: &Sheet<'_>, known: &[String]) -> Option<Recording> {
    let fences = Fences::of(sheet.text.lines());
    // Whoever imports a file says that it is a transcript; a document that proves itself is believed without a word.
    let trusts = [Trust::Document, Trust::Transcript];
    let (turns, trust) =
        dialogue::labelled(sheet.text, sheet.number(0), known, &trusts, fences).ok()?;
    let mut segments: Vec<Segment> = turns
        .into_iter()
        .filter(|turn| !turn.text.is_empty())
        .map(|turn| {
            let (time, text) = times_off(turn.text);
            Segment {
                line: turn.line,
                speaker: Some(turn.label),
                time: turn.time.or(time).map_or(Moment::Unknown, |time| {
                    Moment::Header(u64::from(time.0) * 1000)
                }),
                end: None,
                text,
            }
        })
        .collect();
    on_the_wall(&mut segments);
    let mut warnings = Vec::new();
    if trust == Trust::Transcript
        && let Some(first) = segments.first()
    {
        warnings.push(Warning {
            line: Some(first.line),
            message: format!(
                "only {} of its lines begin with a name; look whether these are the speakers",
                segments.len()
            ),
        });
    }
    (!segments.is_empty()).then(|| Recording {
        format: Format::Markdown,
        segments,
        warnings,
        ..Recording::default()
    })
}

/// Takes a time in brackets off each line of a turn; the first is the turn's.
fn times_off(text: String) -> (Option<Offset>, String) {
    let Some((first, _)) = begins(&text) else {
        return (None, text);
    };
    let lines = text
        .lines()
        .map(|line| begins(line).map_or(line, |(_, said)| said.trim_start()));
    (first.0, lines.collect::<Vec<_>>().join("\n"))
}

fn begins(line: &str) -> Option<(Stamp, &str)> {
    line.starts_with('[').then(|| take_time(line))?
}

/// Takes times for times of day where the first of them is one.
fn on_the_wall(segments: &mut [Segment]) {
    let first = segments.iter().find_map(|segment| match segment.time {
        Moment::Header(time) => Some(time),
        _ => None,
    });
    if first.is_none_or(|first| first < WALL) {
        return;
    }
    for segment in segments {
        if let Moment::Header(time) = segment.time {
            segment.time = Moment::WallClock(time);
        }
    }
}
