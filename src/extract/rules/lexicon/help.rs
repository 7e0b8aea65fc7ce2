//! The lexicon as its reader sees it: how rows are written, and the rows themselves, word for word as they stand in their files.

use super::ENGLISH;

/// How rows are written, as Markdown.
pub const HOW: &str = include_str!("README.md");

/// The names of all cues and classes, in alphabetical order.
pub fn names() -> Vec<&'static str> {
    let mut all: Vec<&str> = blocks().map(|(cue, _)| cue).collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// The rows of one cue or class that come with the program.
pub fn rows(cue: &str) -> Vec<&'static str> {
    blocks()
        .filter(|(name, _)| *name == cue)
        .map(|(_, row)| row)
        .collect()
}

/// Every row as it stands in its file, with its cue or class.
fn blocks() -> impl Iterator<Item = (&'static str, &'static str)> {
    ENGLISH
        .iter()
        .flat_map(|(_, text)| text.split_inclusive("\n\n"))
        .filter_map(|block| {
            let row = block[block.find("- c")?..].trim_end();
            let (_, name) = row.lines().next()?.split_once(": ")?;
            Some((name, row))
        })
}
