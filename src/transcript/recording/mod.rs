//! A recorder's export, read: what Zoom, Teams, Meet, Otter, Whisper and the others write down of a meeting, as one shape.
//!
//! One file a family of formats. [`read`] turns bytes into text (`sheet`), finds out by content alone what wrote it (`detect`) and hands
//! it to that family. Nothing here knows the vault, a person or a file's name; joining, naming and writing are the importer's.

use jiff::civil::{Date, Time};

mod chat;
mod clock;
mod cues;
mod detect;
mod docx;
mod fathom;
mod fence;
mod format;
mod granola;
mod head;
mod json;
mod labels;
mod meet;
mod otter;
mod plain;
mod rev;
mod sheet;
mod teams;
#[cfg(test)]
mod tests;
mod turns;
mod whisper;
mod zoom;

pub use format::Format;

use detect::Family;
use sheet::Sheet;

/// The largest file that is read; a day of speech as text is a hundredth of it.
pub const MOST_BYTES: usize = 64 << 20;

/// Reads an export, whatever the bytes are. There is always something in it: where nothing was said, it is a refusal.
pub fn read(bytes: &[u8]) -> Result<Recording, Refusal> {
    if bytes.len() > MOST_BYTES {
        return Err(sheet::too_large());
    }
    let Some(document) = docx::document(bytes) else {
        let (text, doubts) = sheet::text(bytes);
        let mut recording = written(&text)?;
        recording.warnings.splice(0..0, doubts);
        return Ok(recording);
    };
    let document = document?;
    let mut recording = written(&document.text)?;
    recording.format = recording.format.in_word();
    if let Some(made) = document.made.filter(|_| recording.date.is_none()) {
        recording.warnings.push(Warning {
            line: None,
            message: format!("nothing in the document tells the day; it was made on {made}"),
        });
    }
    Ok(recording)
}

/// Reads text, its front matter first.
fn written(text: &str) -> Result<Recording, Refusal> {
    sheet::check(text)?;
    let (head, sheet) = head::take(text);
    let recording = fence::read(&sheet).unwrap_or_else(|| lines(&sheet, &head))?;
    let recording = head.complete(recording);
    if recording.segments.is_empty() {
        return Err(Refusal {
            line: Some(sheet.number(0)),
            message: format!(
                "this looks like a {} file, but nobody says anything in it",
                recording.format
            ),
            hint: "Export the transcript again, and look whether the recorder heard anything."
                .into(),
        });
    }
    Ok(recording)
}

/// Hands lines to the family that reads them.
fn lines(sheet: &Sheet<'_>, head: &head::Head) -> Result<Recording, Refusal> {
    let has_voices = || {
        sheet
            .lines
            .iter()
            .any(|line| granola::header(line).is_some())
    };
    if head.is_granola() && has_voices() {
        return Ok(granola::read(sheet));
    }
    Ok(match detect::family(sheet) {
        Family::Json => return json::read(sheet),
        Family::Cues => return cues::read(sheet),
        Family::Chat => return Err(chat::refusal(sheet)),
        Family::TeamsArrow => above(sheet, teams::arrow::read(sheet)),
        Family::Teams => above(sheet, teams::read(sheet)),
        Family::WhisperCpp => whisper::read(sheet),
        Family::ZoomCaption => above(sheet, zoom::captions(sheet)),
        Family::ZoomPage => zoom::page(sheet),
        Family::Fathom => fathom::read(sheet),
        Family::Otter => above(sheet, otter::read(sheet)),
        Family::Rev => above(sheet, rev::read(sheet)),
        Family::Granola => granola::read(sheet),
        Family::Meet => meet::read(sheet),
        Family::Labels => match labels::read(sheet, head.known()) {
            Some(recording) => recording,
            None if teams::has_header(sheet) => teams::read(sheet),
            None if head.is_granola() => return Err(granola::notes(sheet)),
            None => return plain::read(sheet),
        },
    })
}

/// More lines than these above the first turn are no title, and could have been said.
const HEAD_LINES: usize = 8;

/// Tells the owner when much was left out above the first header of a format that has headers.
fn above(sheet: &Sheet<'_>, mut recording: Recording) -> Recording {
    let first = recording.segments.iter().map(|segment| segment.line).min();
    let number = |index: usize| first.is_some_and(|first| sheet.number(index) < first);
    let lines = sheet.lines.iter().enumerate();
    let count = lines
        .take_while(|(index, _)| number(*index))
        .filter(|(_, line)| !line.trim().is_empty())
        .count();
    if count > HEAD_LINES {
        recording.warnings.push(Warning {
            line: Some(sheet.number(0)),
            message: format!(
                "the {count} lines above the first speaker were left out; look whether any of them was said"
            ),
        });
    }
    recording
}

/// What was recorded, in the order of the source.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Recording {
    /// What wrote it.
    pub format: Format,
    /// What the file calls the meeting.
    pub title: Option<String>,
    /// The day, where the content tells it.
    pub date: Option<Date>,
    /// The time of day at which it began.
    pub start: Option<Time>,
    /// How long it took, in milliseconds.
    pub duration: Option<u64>,
    /// Who the file says was there; not the same as who spoke.
    pub attendees: Vec<String>,
    /// What was said.
    pub segments: Vec<Segment>,
    /// What the recorder itself took for action items, word for word; never mixed with speech.
    pub recorders_actions: Vec<RecordersAction>,
    /// What the owner should know about the reading.
    pub warnings: Vec<Warning>,
}

/// One cue, sentence or labelled line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Segment {
    /// The line of the source on which it begins, from 1.
    pub line: u32,
    /// The label as it stands in the file, entities decoded; none when the file does not say who spoke.
    pub speaker: Option<String>,
    /// When it was said.
    pub time: Moment,
    /// When it ended, in milliseconds from the start of the recording, where the file tells.
    pub end: Option<u64>,
    /// The words, untouched.
    pub text: String,
}

/// When a segment was said, in milliseconds from the start of the recording, and how well that is known. An unknown time is never 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Moment {
    /// The file says so of this very segment.
    Exact(u64),
    /// The time stands over several segments, this one among them.
    Header(u64),
    /// A mark that stands before it: it was said then or later.
    Mark(u64),
    /// The time of day in milliseconds from midnight, where the recording's start is unknown.
    WallClock(u64),
    /// The file does not tell.
    #[default]
    Unknown,
}

/// Something that a recorder's own summary asks somebody to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordersAction {
    /// The line of the source, from 1.
    pub line: u32,
    /// Whom it names.
    pub owner: Option<String>,
    /// Its words.
    pub text: String,
}

/// What was read with a doubt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Warning {
    /// The line of the source, from 1, where one line is to blame.
    pub line: Option<u32>,
    /// What is doubtful.
    pub message: String,
}

/// Why nothing was read, for the owner: which line, what is wrong with it, and the cure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// The line of the source, from 1, where one line is to blame.
    pub line: Option<u32>,
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub hint: String,
}
