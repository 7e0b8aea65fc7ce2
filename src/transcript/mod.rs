//! Text to turns, and names to people. It knows the ways in which dialogue is written down, and nothing of what is found in it.
//!
//! [`parse`] reads one file by itself: bytes to text (`decode`), front matter to a head (`head`, `when`), lines to labels (`labels`,
//! `name_test`), labels to one style (`vote`), and lines to turns (`dialogue`); what an import wrote is read by [`written`], which
//! wrote it. A recorder's export comes in as a [`recording`] and is made into turns by [`normal`]. [`people::people`] then looks at all files at
//! once, and [`resolve`] gives each turn its speaker.

use std::collections::BTreeMap;

use jiff::civil::{Date, Time};

use crate::model::transcript::SEARCHED;
use crate::model::{Problem, Turn, VaultPath};
use crate::vault::{front_matter, hash};

pub mod decode;
mod dialogue;
mod fences;
pub mod file_name;
mod head;
pub mod inert;
mod labels;
mod name_test;
pub mod normal;
pub mod people;
mod quality;
pub mod recording;
mod room;
pub mod speakers;
#[cfg(test)]
mod tests;
mod voices;
mod vote;
mod when;
pub mod written;

pub use decode::decode;
pub use head::read as head;
pub use people::people;
pub use room::{look_up, resolve};
pub use when::read as read_date;

/// A transcript file as it was read, before anybody's name is known. [`parse`] makes it of path and bytes alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parsed {
    /// The file.
    pub path: VaultPath,
    /// What its front matter says.
    pub head: Head,
    /// What was said; no speaker is resolved yet.
    pub turns: Vec<Turn>,
    /// Whom the owner named behind a label, in the meeting's note; nobody where only the file was read.
    pub speakers: BTreeMap<String, String>,
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
    /// Where these stand.
    pub lines: Lines,
}

/// The lines of the file on which a head's fields stand, counted from 1.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Lines {
    /// Of the date.
    pub date: Option<u32>,
    /// Of `person:`.
    pub person: Option<u32>,
    /// Of `attendees:`.
    pub attendees: Option<u32>,
    /// Of `manager:`.
    pub manager: Option<u32>,
}

/// Reads one file. `folder` is where transcripts lie: there two labelled lines are enough to be believed. Whatever the bytes are,
/// this gives what can be read and says what cannot; a file that must not be read has no turns.
pub fn parse(path: &VaultPath, bytes: &[u8], folder: &str) -> Parsed {
    let (text, mut problems) = decode(path, bytes);
    let mut parsed = Parsed {
        path: path.clone(),
        head: Head::default(),
        turns: Vec::new(),
        speakers: BTreeMap::new(),
        hash: hash(bytes),
        problems: Vec::new(),
    };
    let Some(text) = text else {
        parsed.problems = problems;
        return parsed;
    };
    let split = front_matter::split(&text);
    let conflict = conflict_mark(&text);
    if let Some(line) = conflict {
        problems.push(Problem::new(
            path,
            Some(line),
            "the file holds two versions of itself (git's conflict marks), so nothing of it was read",
            "Keep one of the versions and take the marks out.",
        ));
    } else if let Some(fault) = &split.fault {
        problems.push(Problem::new(
            path,
            Some(fault.line),
            &fault.message,
            &fault.hint,
        ));
    }
    parsed.head = head::read(path, &split, &mut problems);
    if conflict.is_none() {
        let says_so = split.front_matter.text("type") == Some("transcript");
        let trust = if says_so || path.below(folder).is_some() {
            vote::Trust::Transcript
        } else {
            vote::Trust::Document
        };
        let ours = split.front_matter.get(written::KEY).is_some();
        let own = ours.then(|| written::read(split.body, split.body_line));
        let (turns, more) = if let Some(turns) = own.flatten() {
            (turns, Vec::new())
        } else {
            let known = head::known(&parsed.head);
            dialogue::read(path, split.body, split.body_line, &known, trust)
        };
        problems.extend(too_long(path, &turns));
        parsed.turns = turns;
        problems.extend(more);
    }
    parsed.problems = problems;
    parsed
}

/// The first turn that is longer than anybody speaks: only its beginning is searched.
fn too_long(path: &VaultPath, turns: &[Turn]) -> Option<Problem> {
    let turn = turns.iter().find(|turn| turn.searched() != turn.text)?;
    Some(Problem::new(
        path,
        Some(turn.line),
        format!(
            "this turn has {} characters, and only its first {SEARCHED} are searched",
            turn.text.chars().count()
        ),
        "Look whether the names of other speakers are missing in it.",
    ))
}

/// The line of the first mark that git leaves where two versions could not be merged. A line of `=` alone is no proof: it also
/// underlines a title.
fn conflict_mark(text: &str) -> Option<u32> {
    // Nearly no transcript has even one such character, and that is found out much sooner.
    if !text.contains('<') && !text.contains('>') {
        return None;
    }
    ["<<<<<<<", ">>>>>>>"]
        .into_iter()
        .flat_map(|mark| text.match_indices(mark))
        .filter(|(at, _)| *at == 0 || text.as_bytes()[at - 1] == b'\n')
        .filter(|(at, mark)| {
            let after = text[at + mark.len()..].chars().next();
            after.is_none_or(char::is_whitespace)
        })
        .map(|(at, _)| at)
        .min()
        .map(|at| {
            let breaks = text[..at].bytes().filter(|byte| *byte == b'\n').count();
            u32::try_from(breaks).map_or(u32::MAX, |breaks| breaks + 1)
        })
}
