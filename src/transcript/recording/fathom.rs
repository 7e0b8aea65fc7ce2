//! Fathom's text: a time, a dash and a name, and below it, two spaces in, what was said. It knows no other format.

use super::super::speakers::without_tail;
use super::sheet::Sheet;
use super::turns::{Turns, label};
use super::{Format, Moment, RecordersAction, Recording, clock};

/// What Fathom writes where it heard a task.
const ACTION: &str = "ACTION ITEM:";

/// `0:03 - Sally Moss (Example Ltd)`, or with the marks of a copied page `@0:03 - **Sally Moss**`; the name may be missing.
pub(super) fn header(line: &str) -> Option<(&str, u64)> {
    let (time, rest) = clock::at_start(line.strip_prefix('@').unwrap_or(line))?;
    let name = rest
        .strip_prefix(" - ")
        .or_else(|| rest.strip_suffix(" -"))?;
    Some((without_tail(name.trim().trim_matches('*')), time))
}

/// Whether the line is the one that Fathom puts under its title.
pub(super) fn is_link(line: &str) -> bool {
    line.starts_with("VIEW RECORDING - ")
}

/// Reads the turns, and the tasks among them.
pub(super) fn read(sheet: &Sheet<'_>) -> Recording {
    let mut turns = Turns::default();
    let mut recording = Recording {
        format: Format::Fathom,
        ..Recording::default()
    };
    for (index, line) in sheet.lines.iter().enumerate() {
        let said = line.trim();
        if let Some((name, time)) = header(line) {
            turns.begin(sheet.number(index), Some(name), Moment::Header(time));
        } else if let Some(task) = said.strip_prefix(ACTION) {
            let text = task.split(" - WATCH:").next().unwrap_or(task).trim();
            recording.recorders_actions.push(RecordersAction {
                line: sheet.number(index),
                owner: None,
                text: text.to_owned(),
            });
        } else if said.starts_with("SCREEN SHARING:") || is_link(line) {
        } else if turns.is_open() {
            turns.say(said);
        } else if recording.title.is_none() && !said.is_empty() && said != "---" {
            recording.title = label(without_day(said.trim_start_matches(['#', ' '])));
        }
    }
    recording.segments = turns.finish();
    recording
}

/// The title without ` - June 18`: a day without a year dates nothing.
fn without_day(title: &str) -> &str {
    let Some((name, day)) = title.rsplit_once(" - ") else {
        return title;
    };
    let mut words = day.split_whitespace();
    let month = words.next().is_some_and(|word| {
        (1..=12).any(|month| crate::model::calendar::month_name(month) == word)
    });
    let number = words.next().is_some_and(|word| word.parse::<u8>().is_ok());
    if month && number && words.next().is_none() {
        name
    } else {
        title
    }
}
