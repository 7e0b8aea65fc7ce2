//! How much the talk around a place is about what comes behind the meeting: the next one is named, the work is handed out, it is
//! wrapped up. It knows no items, and not how far on in the meeting a place stands.

use super::super::dialogue::Speech;
use super::super::lexicon::Cue;

/// How many words before a place still set the scene for it.
const BEFORE: usize = 160;
/// How many words behind it do.
const BEHIND: usize = 80;
/// How near a sign counts double.
const NEAR: usize = 50;

/// The signs of a whole meeting, in order.
#[derive(Debug)]
pub(super) struct Outlook {
    /// The number of words before each turn.
    starts: Vec<usize>,
    /// Where a sign stands, and what it is worth.
    marks: Vec<(usize, i32)>,
}

impl Outlook {
    pub(super) fn new(speech: &Speech<'_>) -> Self {
        let mut starts = Vec::with_capacity(speech.turns.len());
        let mut marks = Vec::new();
        let mut count = 0;
        for said in &speech.turns {
            starts.push(count);
            for sentence in &said.sentences {
                for (cue, worth) in [
                    (Cue::Ahead, 1),
                    (Cue::WrapUp, 1),
                    (Cue::Briefing, 2),
                    (Cue::InRoom, -1),
                ] {
                    if let Some(hit) = sentence.of(cue).next() {
                        marks.push((count + hit.at.start, worth));
                    }
                }
            }
            count += said.tokens.len();
        }
        Self { starts, marks }
    }

    /// How much the talk around a word looks ahead: 0 and less is talk like any other, 3 and more hands out work.
    pub(super) fn around(&self, turn: usize, word: usize) -> i32 {
        let here = self.starts[turn] + word;
        let from = self
            .marks
            .partition_point(|(at, _)| *at < here.saturating_sub(BEFORE));
        self.marks[from..]
            .iter()
            .take_while(|(at, _)| *at <= here + BEHIND)
            .map(|(at, worth)| {
                let near = at.abs_diff(here) <= NEAR;
                // A slide that was shown a while ago is over.
                match worth {
                    worth if near => worth * 2,
                    worth => (*worth).max(0),
                }
            })
            .sum()
    }
}
