//! Whisper's table: `start`, `end` and `text` between tabs, the times in milliseconds. It knows that table alone.

use super::blocks::{Blocks, Said};

/// The line above the rows.
const HEAD: &str = "start\tend\ttext";

/// The rows as cues, if the first line that says something is the table's head.
pub(super) fn read<'a>(lines: impl Iterator<Item = Said<'a>>) -> Option<Blocks<'a>> {
    let mut lines = lines.filter(|said| !said.text.trim().is_empty());
    lines.next().filter(|said| said.text.trim_end() == HEAD)?;
    let mut blocks = Blocks::default();
    for said in lines {
        let mut columns = said.text.splitn(3, '\t');
        let mut ms = || columns.next()?.trim().parse::<u64>().ok();
        let (start, end) = (ms(), ms());
        let times = start.zip(end);
        let text = columns.next().filter(|_| times.is_some());
        blocks.open(said.line, None, times.filter(|_| text.is_some()), None);
        blocks.push(Said {
            text: text.unwrap_or(said.text),
            ..said
        });
    }
    Some(blocks)
}
