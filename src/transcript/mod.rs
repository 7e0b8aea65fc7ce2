//! Text to turns, and names to people. It knows the ways in which dialogue is written down, and nothing of what is found in it.

use jiff::civil::{Date, Time};

use crate::model::{Problem, Turn, VaultPath};

pub mod inert;

/// A transcript file as it was read, before anybody's name is known. It depends on path and bytes alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parsed {
    /// The file.
    pub path: VaultPath,
    /// What its front matter says.
    pub head: Head,
    /// What was said; no speaker is resolved yet.
    pub turns: Vec<Turn>,
    /// SHA-256 of the file's bytes.
    pub hash: String,
    /// What could not be read.
    pub problems: Vec<Problem>,
}

/// What a transcript says of itself, in its front matter or by its name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Head {
    /// When the meeting was.
    pub date: Option<Date>,
    /// At what time.
    pub start: Option<Time>,
    /// `person:`, as written.
    pub person: Option<String>,
    /// `attendees:`, as written.
    pub attendees: Vec<String>,
    /// `type:`; `1-1` where nothing is said.
    pub kind: String,
    /// `manager:`, as written.
    pub manager: Option<String>,
    /// `title:`.
    pub title: Option<String>,
    /// `duration_minutes:`.
    pub duration_minutes: Option<u32>,
}
