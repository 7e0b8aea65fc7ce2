//! Turns that grow line by line below their headers. It knows no format.

use super::super::speakers::is_invisible;
use super::{Moment, Segment};

/// How many are noted as present; nobody holds a larger meeting with a recorder.
pub(super) const MOST_ATTENDEES: usize = 500;

/// The segments so far; what is said goes to the last one.
#[derive(Debug, Default)]
pub(super) struct Turns {
    segments: Vec<Segment>,
    closed: bool,
}

impl Turns {
    /// A header: from here on this speaker has the word.
    pub(super) fn begin(&mut self, line: u32, speaker: Option<&str>, time: Moment) {
        self.drop_empty();
        self.closed = false;
        self.segments.push(Segment {
            line,
            speaker: speaker.and_then(label),
            time,
            end: None,
            text: String::new(),
        });
    }

    /// A line of what the open turn says; without one it is nobody's and is left out.
    pub(super) fn say(&mut self, line: &str) {
        let line = line.trim();
        if self.closed || line.is_empty() {
            return;
        }
        if let Some(turn) = self.segments.last_mut() {
            if !turn.text.is_empty() {
                turn.text.push('\n');
            }
            turn.text.push_str(line);
        }
    }

    /// What follows was not said by the last speaker.
    pub(super) fn close(&mut self) {
        self.closed = true;
    }

    /// Whether somebody has the word.
    pub(super) fn is_open(&self) -> bool {
        !self.closed && !self.segments.is_empty()
    }

    /// All turns in which something was said.
    pub(super) fn finish(mut self) -> Vec<Segment> {
        self.drop_empty();
        self.segments
    }

    fn drop_empty(&mut self) {
        self.segments.pop_if(|turn| turn.text.is_empty());
    }
}

/// A label as it stands there, without the space around it; none when nothing is left.
pub(super) fn label(name: &str) -> Option<String> {
    let name = name.trim_matches(|c: char| c.is_whitespace() || is_invisible(c));
    (!name.is_empty()).then(|| name.to_owned())
}
