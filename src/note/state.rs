//! The merge state: a comment at a document's end that remembers what was last written. It holds hashes and names, never content.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::model::{ItemId, text};
use crate::vault;

const OPENS: &str = "%% throughline 1";

/// What was last written into a document.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct State {
    /// What it was made from: `transcript 9f2c… context 77ab… engine rules 1`.
    pub made_from: String,
    /// One hash for each id ever written; none where the owner's hand wrote the line.
    pub written: BTreeMap<ItemId, Option<String>>,
}

impl State {
    /// The comment, with its last line break.
    pub fn render(&self, eol: &str) -> String {
        let mut out = format!("{OPENS}{eol}{}{eol}", self.made_from);
        for (place, (id, hash)) in self.written.iter().enumerate() {
            let gap = if place == 0 {
                ""
            } else if place % 4 == 0 {
                eol
            } else {
                " "
            };
            let _ = write!(out, "{gap}{id} {}", hash.as_deref().unwrap_or("-"));
        }
        if !self.written.is_empty() {
            out.push_str(eol);
        }
        out.push_str("%%");
        out.push_str(eol);
        out
    }

    /// The merge state at the end of a document; none when it is missing or cut short.
    pub fn of(document: &str) -> Option<Self> {
        let start = document.rfind(OPENS)?;
        let begins_a_line = start == 0 || document[..start].ends_with('\n');
        begins_a_line.then(|| parse(&document[start..])).flatten()
    }

    /// A document without the merge state at its end: what there is to read.
    pub fn cut_off(document: &str) -> &str {
        match document.rfind(OPENS) {
            Some(start) if Self::of(document).is_some() => document[..start].trim_end(),
            _ => document,
        }
    }

    /// The word behind `key` in what the document was made from: `made_from("transcript")`.
    pub fn part(&self, key: &str) -> Option<&str> {
        let mut words = self.made_from.split_whitespace();
        words.find(|word| *word == key)?;
        words.next()
    }
}

/// The hash of a block as the state keeps it, over the heading that it stands under and its lines: a block that the owner moved is as
/// much theirs as one that they edited. 24 bits are enough to tell an edit from none.
pub fn hash_block<'a>(heading: &str, lines: impl IntoIterator<Item = &'a str>) -> String {
    let mut text = text::fold(heading);
    text.push('\n');
    for line in lines {
        text.push_str(line.trim_end());
        text.push('\n');
    }
    let mut hash = vault::hash(text.as_bytes());
    hash.truncate(6);
    hash
}

pub(super) fn opens(line: &str) -> bool {
    line == OPENS
}

/// Whether a line could stand in a state comment.
pub(super) fn could_hold(line: &str) -> bool {
    line.split_whitespace().all(|word| {
        word.bytes()
            .all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'.')
    })
}

/// Reads a whole comment; `None` when its end is missing.
pub(super) fn parse(raw: &str) -> Option<State> {
    let mut lines = raw.lines().map(str::trim_end);
    if lines.next() != Some(OPENS) {
        return None;
    }
    let made_from = lines.next()?.to_owned();
    if made_from == "%%" {
        return None;
    }
    let mut state = State {
        made_from,
        written: BTreeMap::new(),
    };
    for line in lines {
        if line == "%%" {
            return Some(state);
        }
        let mut words = line.split_whitespace();
        while let (Some(id), Some(hash)) = (words.next(), words.next()) {
            if let Some(id) = ItemId::parse(id) {
                state
                    .written
                    .insert(id, (hash != "-").then(|| hash.to_owned()));
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_comment_is_read_back_and_a_cut_one_is_none() {
        let ids = [
            "tlaaaaaaaa",
            "tlbbbbbbbb",
            "tlcccccccc",
            "tldddddddd",
            "tleeeeeeee",
        ];
        let written = ids.iter().filter_map(|id| {
            Some((
                ItemId::parse(id)?,
                (*id != "tlcccccccc").then(|| "0a93ff".to_owned()),
            ))
        });
        let state = State {
            made_from: "transcript 9f2c context 77ab engine rules 1".into(),
            written: written.collect(),
        };
        let text = state.render("\n");
        assert_eq!(parse(&text), Some(state.clone()));
        assert_eq!(state.part("context"), Some("77ab"));
        assert_eq!(parse(text.trim_end().trim_end_matches("%%")), None);
    }
}
