//! A recorder's export, read: what Zoom, Teams, Meet, Otter, Whisper and the others write down of a meeting, as one shape.
//!
//! One file a family of formats. [`read`] turns bytes into text (`sheet`), finds out by content alone what wrote it (`detect`) and hands
//! it to that family. Nothing here knows the vault, a person or a file's name; joining, naming and writing are the importer's.

use jiff::civil::{Date, Time};

mod cues;
mod detect;
mod format;
mod json;
mod sheet;

pub use format::Format;

use detect::Family;
use sheet::Sheet;

/// The largest file that is read; a day of speech as text is a hundredth of it.
pub const MOST_BYTES: usize = 64 << 20;

/// Reads an export, whatever the bytes are. There is always something in it: where nothing was said, it is a refusal.
pub fn read(bytes: &[u8]) -> Result<Recording, Refusal> {
    let (text, doubts) = sheet::text(bytes)?;
    let sheet = Sheet::new(&text);
    let mut recording = match detect::family(&sheet) {
        Family::Json => json::read(&sheet),
        Family::Cues => cues::read(&sheet),
    }?;
    recording.warnings.splice(0..0, doubts);
    Ok(recording)
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
