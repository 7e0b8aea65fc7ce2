//! Rev's text: a name with a time in brackets and a colon, and below it what was said. It knows no other format.

use super::sheet::Sheet;
use super::turns::Turns;
use super::{Format, Moment, Recording, clock};

/// `Sally Moss (00:03):` and nothing after it.
pub(super) fn header(line: &str) -> Option<(&str, u64)> {
    let (name, time) = line.trim_end().strip_suffix("):")?.rsplit_once(" (")?;
    let fits =
        !name.is_empty() && !name.starts_with(char::is_whitespace) && name.chars().count() <= 61;
    let time = clock::offset(time)?;
    fits.then_some((name, time))
}

/// Reads the turns. What Rev could not hear stays in the text, in its brackets.
pub(super) fn read(sheet: &Sheet<'_>) -> Recording {
    let mut turns = Turns::default();
    for (index, line) in sheet.lines.iter().enumerate() {
        if let Some((name, time)) = header(line) {
            turns.begin(sheet.number(index), Some(name), Moment::Header(time));
        } else {
            turns.say(line);
        }
    }
    Recording {
        format: Format::Rev,
        segments: turns.finish(),
        ..Recording::default()
    }
}
