//! Words, each with its time, to segments of one speaker. It knows no service.

use super::super::{Moment, Segment};

/// One word.
#[derive(Debug, Clone, Default)]
pub(super) struct Word {
    /// The line of the source.
    pub(super) line: u32,
    /// What was said, with its punctuation.
    pub(super) text: String,
    /// Who said it.
    pub(super) speaker: Option<String>,
    /// When it began.
    pub(super) start: Option<u64>,
    /// When it ended.
    pub(super) end: Option<u64>,
    /// A punctuation mark: it belongs to the word before it, without a space.
    pub(super) mark: bool,
}

/// Joins the words of one speaker up to the next one's. Where nobody knows who speaks, or `sentences` says so, each sentence stands by itself.
pub(super) fn join(words: impl IntoIterator<Item = Word>, sentences: bool) -> Vec<Segment> {
    let mut segments: Vec<Segment> = Vec::new();
    for word in words {
        let text = word.text.trim();
        if text.is_empty() {
            continue;
        }
        if let Some(last) = segments.last_mut() {
            let apart = sentences || last.speaker.is_none();
            let goes_on = last.speaker == word.speaker && !(apart && ends(&last.text));
            if goes_on || word.mark {
                if !word.mark {
                    last.text.push(' ');
                }
                last.text.push_str(text);
                last.end = word.end.or(last.end);
                continue;
            }
        }
        segments.push(Segment {
            line: word.line,
            speaker: word.speaker,
            time: word.start.map_or(Moment::Unknown, Moment::Exact),
            end: word.end,
            text: text.to_owned(),
        });
    }
    segments
}

/// Whether a sentence ends here.
fn ends(text: &str) -> bool {
    text.ends_with(['.', '?', '!', '…', '。', '？', '！'])
}
