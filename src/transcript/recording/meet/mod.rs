//! Google Meet's transcript as text, Markdown or the lines of its Word document, Gemini's notes above it or not. Turns are lines with
//! a label; marks of time stand between them. It knows no other format.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::text;

use super::super::inert::unescape;
use super::super::labels::{self, Label, Style};
use super::sheet::Sheet;
use super::turns::Turns;
use super::{Format, Moment, Recording, clock};

mod head;
mod notes;
#[cfg(test)]
mod tests;

pub(super) use notes::actions;

/// A mark such as `00:05:00`, a heading, bold or plain.
pub(super) fn mark(line: &str) -> Option<u64> {
    let bare = bare(line);
    (bare.len() == 8).then(|| clock::offset(bare))?
}

/// How long the meeting took, where the line says that it ended.
pub(super) fn end(line: &str) -> Option<u64> {
    if !line.contains(" ended after ") {
        return None;
    }
    let rest = bare(line);
    let rest = rest
        .strip_prefix("Meeting ended after ")
        .or_else(|| rest.strip_prefix("Transcription ended after "))?;
    clock::at_start(rest).map(|(time, _)| time)
}

/// The sentence with which Meet excuses itself, above or below the turns.
pub(super) fn is_disclaimer(line: &str) -> bool {
    line.contains("editable transcript was computer generated")
}

/// A line that begins with a name.
pub(super) fn label<'a>(line: &'a str, known: &[String]) -> Option<Label<'a>> {
    labels::find(line, known)
        .filter(|label| matches!(label.style, Style::Plain | Style::Bold) && !label.quoted)
        .filter(|label| !label.text.is_empty())
}

/// A line without what makes it a heading or bold.
fn bare(line: &str) -> &str {
    let line = line.trim();
    let title = line.trim_start_matches('#');
    let line = if title.starts_with(' ') { title } else { line };
    line.trim().trim_matches('*').trim()
}

enum Row<'a> {
    Blank,
    Mark(u64),
    End(u64),
    Label(Label<'a>),
    Other,
}

/// Reads the turns up to the line that ends the meeting; what the recorder noted above them is kept apart.
pub(super) fn read(sheet: &Sheet<'_>) -> Recording {
    let mut recording = Recording {
        format: Format::MeetText,
        ..Recording::default()
    };
    let attendees = head::attendees(sheet);
    let known: Vec<String> = attendees.iter().map(|name| text::fold(name)).collect();
    let rows: Vec<Row<'_>> = sheet.lines.iter().map(|line| row(line, &known)).collect();
    let start = start(sheet, &rows);
    let stop = rows[start..]
        .iter()
        .position(|row| matches!(row, Row::End(_)))
        .map_or(rows.len(), |length| start + length);
    if let Some(Row::End(duration)) = rows.get(stop) {
        recording.duration = Some(*duration);
    }
    let names = names(&rows[start..stop], &attendees);
    let markdown = rows[start..stop]
        .iter()
        .enumerate()
        .any(|(index, row)| match row {
            Row::Label(label) => label.style == Style::Bold,
            Row::Mark(_) => sheet.lines[start + index].starts_with('#'),
            _ => false,
        });
    let words = |said: &str| {
        if markdown {
            unescape(said)
        } else {
            said.to_owned()
        }
    };
    let mut turns = Turns::default();
    let mut time = Moment::Unknown;
    for (index, row) in rows.iter().enumerate().take(stop).skip(start) {
        let line = sheet.lines[index];
        match row {
            Row::Mark(mark) => time = Moment::Mark(*mark),
            Row::Label(label) if names.contains(label.name) => {
                turns.begin(sheet.number(index), Some(&words(label.name)), time);
                turns.say(&words(label.text));
            }
            Row::Label(_) | Row::Other => {
                if !is_disclaimer(line) && !line.starts_with('#') {
                    turns.say(&words(line));
                }
            }
            Row::Blank | Row::End(_) => {}
        }
    }
    recording.segments = turns.finish();
    head::read(sheet, start, &mut recording);
    recording.attendees = attendees;
    recording.recorders_actions = actions(sheet, 0..start);
    recording
}

fn row<'a>(line: &'a str, known: &[String]) -> Row<'a> {
    if line.trim().is_empty() {
        return Row::Blank;
    }
    if let Some(time) = mark(line) {
        return Row::Mark(time);
    }
    if let Some(time) = end(line) {
        return Row::End(time);
    }
    label(line, known).map_or(Row::Other, Row::Label)
}

/// The line with which the turns begin. Headings are in the language of whoever recorded, so that the marks decide: notes have none.
fn start(sheet: &Sheet<'_>, rows: &[Row<'_>]) -> usize {
    let labelled_soon = |index: usize, within: usize| {
        let said = rows[index + 1..]
            .iter()
            .filter(|row| !matches!(row, Row::Blank));
        said.take(within).any(|row| matches!(row, Row::Label(_)))
    };
    let marked = (0..rows.len())
        .find(|index| matches!(rows[*index], Row::Mark(_)) && labelled_soon(*index, 3));
    let titled = (0..marked.unwrap_or(rows.len()))
        .rev()
        .find(|index| is_title(sheet.lines[*index]) && labelled_soon(*index, 6));
    if let Some(index) = titled {
        return index + 1;
    }
    let Some(marked) = marked else {
        let first = rows.iter().position(|row| matches!(row, Row::Label(_)));
        return first.unwrap_or(0);
    };
    // Turns before the first mark stand right above it and are of people who speak below it too.
    let below: BTreeSet<&str> = rows[marked..].iter().filter_map(name).collect();
    let mut start = marked;
    for index in (0..marked).rev() {
        match &rows[index] {
            Row::Blank => {}
            Row::Label(label) if below.contains(label.name) => start = index,
            _ => break,
        }
    }
    start
}

fn name<'a>(row: &Row<'a>) -> Option<&'a str> {
    match row {
        Row::Label(label) => Some(label.name),
        _ => None,
    }
}

/// `Transcript` or `Sally / Priya - Transcript`, or the sentence that stands below it.
fn is_title(line: &str) -> bool {
    let line = line.trim();
    if !line.contains("ranscript") || line.len() > 400 {
        return false;
    }
    let bare =
        line.trim_matches(|c: char| matches!(c, '#' | '*' | '_' | '📖') || c.is_whitespace());
    is_disclaimer(line)
        || bare == "Transcript"
        || bare.ends_with("- Transcript")
        || bare.ends_with("– Transcript")
}

/// Whose labels are believed: those whom the file lists; of the others, where it has a list, only who comes back.
fn names<'a>(rows: &[Row<'a>], attendees: &[String]) -> BTreeSet<&'a str> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for label in rows.iter().filter_map(|row| match row {
        Row::Label(label) => Some(label),
        _ => None,
    }) {
        let listed = attendees.iter().any(|name| name == label.name);
        let certain = listed || label.style == Style::Bold || attendees.is_empty() && !label.weak;
        *counts.entry(label.name).or_default() += if certain { 2 } else { 1 };
    }
    counts
        .into_iter()
        .filter(|(_, times)| *times > 1)
        .map(|(name, _)| name)
        .collect()
}
