//! `WebVTT`, `SubRip`, `SubViewer` and Whisper's table. It knows pieces of text between two times, and no other shape.

use super::sheet::Sheet;
use super::{Recording, Refusal};

/// Reads the file; its sub-kind shows in the recording's format.
pub(super) fn read(sheet: &Sheet<'_>) -> Result<Recording, Refusal> {
    Err(Refusal {
        line: Some(sheet.number(0)),
        message: "cue files cannot be read by this version".into(),
        hint: "Export the transcript in another format.".into(),
    })
}
