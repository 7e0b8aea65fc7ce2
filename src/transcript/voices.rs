//! The voices of one file: who speaks under which labels. It knows no people.

use std::collections::BTreeSet;

use crate::model::text;

use super::Parsed;
use super::speakers::{bare, is_bot};

/// No room holds more voices; what labels more is no meeting, and must not take quadratic time.
const MOST: usize = 100;

/// A voice in a file.
#[derive(Debug, Clone)]
pub(super) struct Speaker<'a> {
    /// The label of its first turn.
    pub(super) label: &'a str,
    /// The line of its first turn.
    pub(super) line: u32,
    /// All its labels, which fold to one name.
    pub(super) labels: Vec<&'a str>,
    /// That name.
    pub(super) key: String,
}

impl Speaker<'_> {
    /// Whom the owner named behind one of its labels.
    pub(super) fn named<'p>(&self, parsed: &'p Parsed) -> Option<&'p str> {
        let mut labels = self.labels.iter();
        labels.find_map(|label| parsed.speakers.get(*label).map(String::as_str))
    }
}

/// The speakers in the order in which they first speak, bots left out.
pub(super) fn speakers(parsed: &Parsed) -> Vec<Speaker<'_>> {
    let mut out: Vec<Speaker<'_>> = Vec::new();
    let mut seen = BTreeSet::new();
    for turn in &parsed.turns {
        let label = turn.label.as_str();
        if !seen.insert(label) || label.is_empty() || is_bot(label) {
            continue;
        }
        let key = text::fold(&bare(label));
        if let Some(same) = out.iter_mut().find(|speaker| speaker.key == key) {
            same.labels.push(label);
        } else if out.len() < MOST {
            out.push(Speaker {
                label,
                line: turn.line,
                labels: vec![label],
                key,
            });
        }
    }
    out
}
