//! Otter's text: a name, two spaces, a time and two spaces, and below it what was said. It knows no other format.

use super::sheet::Sheet;
use super::turns::{MOST_ATTENDEES, Turns, label};
use super::{Format, Moment, Recording, clock};

/// The line with which Otter ends; machines also hear it where nobody speaks.
const FOOTER: &str = "Transcribed by https://otter.ai";

/// A header: the name, if any, and the time.
pub(super) struct Header<'a> {
    pub(super) name: Option<&'a str>,
    pub(super) time: u64,
    /// Whether the two spaces behind the time are there, which editors cut off.
    pub(super) complete: bool,
}

/// Reads a header line. A time alone is one only if the two spaces follow it.
pub(super) fn header(line: &str) -> Option<Header<'_>> {
    let (before, time) = clock::at_end(line)?;
    let trailing = line.len() - line.trim_end().len();
    let complete = line.ends_with("  ") && trailing == 2;
    if before.is_empty() {
        return complete.then_some(Header {
            name: None,
            time,
            complete,
        });
    }
    let name = before.strip_suffix("  ")?;
    let fits = !name.is_empty()
        && !name.starts_with(char::is_whitespace)
        && !name.ends_with(char::is_whitespace)
        && name.chars().count() <= 80;
    (fits && (complete || trailing == 0)).then_some(Header {
        name: Some(name),
        time,
        complete,
    })
}

/// Whether the line is Otter's last.
pub(super) fn is_footer(line: &str) -> bool {
    line.trim() == FOOTER
}

/// Reads the turns; the block of keywords above them names those who spoke.
pub(super) fn read(sheet: &Sheet<'_>) -> Recording {
    let mut turns = Turns::default();
    let mut attendees = Vec::new();
    let mut head = "";
    for (index, line) in sheet.lines.iter().enumerate() {
        if let Some(header) = header(line) {
            turns.begin(
                sheet.number(index),
                header.name,
                Moment::Header(header.time),
            );
        } else if let Some((name, time, text)) = on_one_line(line) {
            turns.begin(sheet.number(index), Some(name), Moment::Header(time));
            turns.say(text);
        } else if turns.is_open() {
            if is_footer(line)
                && sheet.lines[index + 1..]
                    .iter()
                    .all(|line| line.trim().is_empty())
            {
                break;
            }
            turns.say(line);
        } else if matches!(line.trim(), "SUMMARY KEYWORDS" | "SPEAKERS") {
            head = line.trim();
        } else if head == "SPEAKERS" && !line.trim().is_empty() {
            let names = line.split(',').filter_map(label);
            attendees.extend(names.take(MOST_ATTENDEES));
            head = "";
        }
    }
    Recording {
        format: Format::Otter,
        attendees,
        segments: turns.finish(),
        ..Recording::default()
    }
}

/// `Speaker1 0:02  text`, as one of its exports has it.
fn on_one_line(line: &str) -> Option<(&str, u64, &str)> {
    let digit = line.bytes().take(80).position(|byte| byte == b':')?;
    let start = line[..digit]
        .trim_end_matches(|c: char| c.is_ascii_digit())
        .len();
    let name = line[..start].strip_suffix(' ')?;
    let (time, text) = clock::at_start(&line[start..])?;
    let text = text.strip_prefix("  ")?;
    let fits =
        !text.trim().is_empty() && super::super::name_test::test_name(name, &[]) == Some(false);
    fits.then_some((name, time, text))
}
