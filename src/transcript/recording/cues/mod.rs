//! `WebVTT`, `SubRip`, `SubViewer` and Whisper's table. It knows pieces of text between two times, and no other shape.
//!
//! Lines become cues (`blocks`, `clock`, `table`), cues become pieces of one voice each (`markup`, `youtube`), and pieces get their speakers
//! (`teams`, `speakers`).

use std::borrow::Cow;

use super::sheet::Sheet;
use super::{Format, Moment, Recording, Refusal, Segment, Warning};

mod blocks;
mod clock;
mod markup;
mod speakers;
mod table;
mod teams;
#[cfg(test)]
mod tests;
mod youtube;

use blocks::{Blocks, Said, Tally};
use speakers::Style;

/// A cue that begins so much before the one in front of it is more than two people speaking at once.
const FAR_BACK: u64 = 30_000;

/// What whisper.cpp puts where another speaker begins, without knowing which.
const TURN: &str = "[SPEAKER_TURN]";

/// Words of one voice in one cue.
#[derive(Debug, Clone)]
struct Piece<'a> {
    /// The line of the source on which it begins.
    line: u32,
    /// When its cue begins.
    start: Option<u64>,
    /// When it ends; only the last piece of a cue knows.
    end: Option<u64>,
    /// Whether it is the first of its cue, so that the time is its own.
    first: bool,
    /// Who speaks.
    voice: Option<Cow<'a, str>>,
    /// Who speaks, by a comment.
    note: Option<&'a str>,
    /// Teams' name for the utterance of which the cue is a part.
    utterance: Option<&'a str>,
    /// The words, in lines.
    text: Cow<'a, str>,
}

/// Reads the file; its sub-kind shows in the recording's format.
pub(super) fn read(sheet: &Sheet<'_>) -> Result<Recording, Refusal> {
    let lines = sheet.lines.iter().enumerate().map(|(index, text)| Said {
        line: sheet.number(index),
        text,
    });
    let table = table::read(lines.clone());
    let is_table = table.is_some();
    let blocks = table.unwrap_or_else(|| blocks::read(lines));
    let Some(first) = blocks.cues.first() else {
        return Err(no_cues(sheet));
    };
    let mut warnings = doubts(&blocks);
    let writing = if is_table {
        Writing::Table
    } else {
        writing(sheet, first.line)
    };
    let captions = youtube::has_inner_times(&blocks) || youtube::rolls(&blocks);
    let mut pieces = if captions {
        youtube::pieces(&blocks)
    } else {
        pieces(&blocks)
    };
    pieces.retain(|piece| !piece.text.trim().is_empty());
    if pieces.is_empty() {
        return Err(Refusal {
            line: Some(first.line),
            message: "there are times in it, and no words beside them".into(),
            hint: "Export the transcript again; its words are missing.".into(),
        });
    }
    warnings.extend(put_in_order(&mut pieces));
    let voices = pieces.iter().any(|piece| piece.voice.is_some());
    let of_teams = blocks
        .cues
        .iter()
        .filter_map(|cue| cue.id)
        .any(|id| teams::utterance(id).is_some() || teams::is_guid(id.trim()));
    if of_teams {
        pieces = teams::join(pieces);
    }
    let style = if captions || voices {
        Style::Nobody
    } else {
        speakers::assign(&mut pieces)
    };
    let format = match writing {
        Writing::Srt => Format::Srt,
        Writing::Sbv => Format::Sbv,
        Writing::Table => Format::WhisperTsv,
        Writing::Vtt if captions => Format::YoutubeVtt,
        Writing::Vtt if of_teams => Format::TeamsVtt,
        Writing::Vtt if voices => Format::VoiceVtt,
        Writing::Vtt if style == Style::Round => Format::MeetVtt,
        Writing::Vtt if style == Style::Colon && blocks.numbered_lines() => Format::ZoomVtt,
        Writing::Vtt => Format::Vtt,
    };
    let segments = segments(pieces);
    if segments.iter().all(|segment| segment.speaker.is_none()) {
        warnings.push(Warning {
            line: segments.first().map(|segment| segment.line),
            message: "no cue says who is speaking, so nothing can be told about anybody; export it with the speakers' names, if the recorder can"
                .into(),
        });
    }
    let duration = segments.iter().filter_map(|segment| segment.end).max();
    Ok(Recording {
        format,
        duration,
        segments,
        warnings,
        ..Recording::default()
    })
}

/// How times and ids are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Writing {
    Vtt,
    Srt,
    Sbv,
    Table,
}

fn writing(sheet: &Sheet<'_>, line: u32) -> Writing {
    if sheet.text.trim_start().starts_with("WEBVTT") {
        return Writing::Vtt;
    }
    let first = usize::try_from(line - sheet.number(0)).unwrap_or_default();
    let arrow = sheet
        .lines
        .get(first)
        .is_some_and(|times| times.contains("-->"));
    if arrow { Writing::Srt } else { Writing::Sbv }
}

fn no_cues(sheet: &Sheet<'_>) -> Refusal {
    Refusal {
        line: Some(sheet.number(0)),
        message: "no line of it gives times, as in `00:00:03.100 --> 00:00:05.400`".into(),
        hint: "Export the transcript again; this file has its beginning and nothing that was said."
            .into(),
    }
}

/// The pieces of all cues, in the order of the file.
fn pieces<'a>(blocks: &Blocks<'a>) -> Vec<Piece<'a>> {
    let mut pieces: Vec<Piece<'a>> = Vec::with_capacity(blocks.cues.len());
    for cue in &blocks.cues {
        let from = pieces.len();
        markup::voices(blocks.text(cue), |voice| {
            let mut piece = Piece {
                line: voice.line,
                start: cue.start,
                end: None,
                first: pieces.len() == from,
                voice: voice.name,
                note: cue.note,
                utterance: cue.id.and_then(teams::utterance),
                text: Cow::Borrowed(""),
            };
            if !voice.text.contains('[') || !voice.text.contains(TURN) {
                piece.text = voice.text;
                pieces.push(piece);
                return;
            }
            for words in voice.text.split(TURN) {
                pieces.push(Piece {
                    text: Cow::Owned(words.to_owned()),
                    ..piece.clone()
                });
                piece.first = false;
            }
        });
        if let Some(last) = pieces[from..].last_mut() {
            last.end = cue.end;
        }
    }
    pieces
}

/// Sorts by time, if the file does not; pieces without a time stay behind the one before them.
fn put_in_order(pieces: &mut [Piece<'_>]) -> Option<Warning> {
    let mut latest = 0;
    let mut sorted = true;
    let mut back: Option<u32> = None;
    let mut before = 0;
    for piece in pieces.iter() {
        let start = piece.start.unwrap_or(before);
        sorted &= start >= before;
        if start.saturating_add(FAR_BACK) < latest {
            back = back.or(Some(piece.line));
        }
        before = start;
        latest = latest.max(start);
    }
    if !sorted {
        let mut start = 0;
        let mut keyed: Vec<(u64, usize)> = Vec::with_capacity(pieces.len());
        for (index, piece) in pieces.iter().enumerate() {
            start = piece.start.unwrap_or(start);
            keyed.push((start, index));
        }
        keyed.sort_unstable();
        let order: Vec<usize> = keyed.into_iter().map(|(_, index)| index).collect();
        permute(pieces, order);
    }
    back.map(|line| Warning {
        line: Some(line),
        message: "the time goes back here; the cues were put in order of time. Look whether two recordings stand in one file"
            .into(),
    })
}

/// Moves each piece to its place; `order` tells which piece comes first, second and so on.
fn permute(pieces: &mut [Piece<'_>], order: Vec<usize>) {
    let mut place = vec![0; order.len()];
    for (to, from) in order.into_iter().enumerate() {
        place[from] = to;
    }
    for at in 0..place.len() {
        while place[at] != at {
            let to = place[at];
            pieces.swap(at, to);
            place.swap(at, to);
        }
    }
}

fn segments(pieces: Vec<Piece<'_>>) -> Vec<Segment> {
    let mut segments: Vec<Segment> = Vec::with_capacity(pieces.len());
    for piece in pieces {
        let segment = Segment {
            line: piece.line,
            time: match piece.start {
                Some(start) if piece.first => Moment::Exact(start),
                Some(start) => Moment::Header(start),
                None => Moment::Unknown,
            },
            end: piece.end,
            text: flow(&piece.text),
            speaker: piece.voice.map(Cow::into_owned),
        };
        let again = segments.last().is_some_and(|last| {
            last.time == segment.time
                && last.end == segment.end
                && last.text == segment.text
                && last.speaker == segment.speaker
                && segment.time != Moment::Unknown
        });
        if !segment.text.is_empty() && !again {
            segments.push(segment);
        }
    }
    segments
}

/// The lines as one, without the mark of a new speaker at its beginning.
fn flow(text: &str) -> String {
    let text = text.trim();
    let text = text.strip_prefix(">>").map_or(text, str::trim_start);
    if !text.contains('\n') {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    for line in text.split('\n') {
        let line = line.trim();
        if !line.is_empty() && !out.is_empty() {
            out.push(' ');
        }
        out.push_str(line);
    }
    out
}

/// What the owner should know of the lines.
fn doubts(blocks: &Blocks<'_>) -> Vec<Warning> {
    let told = |tally: Tally, one: &str, many: &str| {
        (tally.count > 0).then(|| Warning {
            line: Some(tally.first),
            message: match tally.count {
                1 => one.to_owned(),
                count => format!("{one} ({count} {many})"),
            },
        })
    };
    [
        told(
            blocks.backwards,
            "this cue ends before it begins, so its end was left out",
            "such cues in the file",
        ),
        told(
            blocks.broken,
            "these times cannot be read, so the words below have none",
            "such lines in the file",
        ),
        told(
            blocks.loose,
            "this line has no times above it and was taken for words of the cue before",
            "such lines in the file",
        ),
    ]
    .into_iter()
    .flatten()
    .collect()
}
