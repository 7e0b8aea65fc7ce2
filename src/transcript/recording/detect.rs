//! What wrote this? Judged by content alone, never by a file's name. It knows what is typical of each format and reads none.

use super::sheet::Sheet;

/// Who reads the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Family {
    /// Any JSON.
    Json,
    /// `WebVTT`, `SubRip`, `SubViewer` and Whisper's table: pieces of text between two times.
    Cues,
}

/// Finds the family that reads this text.
pub(super) fn family(sheet: &Sheet<'_>) -> Family {
    if sheet.text.trim_start().starts_with(['{', '[']) {
        Family::Json
    } else {
        Family::Cues
    }
}
