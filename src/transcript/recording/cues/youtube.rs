//! Captions that roll: each cue repeats the line before and adds one, word by word. It knows how `YouTube` writes those, and no
//! speakers, since such captions have none.

use std::borrow::Cow;

use super::Piece;
use super::blocks::{Blocks, Said};
use super::markup;

/// Whether any line has a time within its words.
pub(super) fn has_inner_times(blocks: &Blocks<'_>) -> bool {
    blocks.lines.iter().any(|said| inner_time(said.text))
}

/// Whether the cues roll without times within their words, as a converter leaves them: cue upon cue repeats the line that ended the one
/// before, with another below it. Two people who say the same word do not roll.
pub(super) fn rolls(blocks: &Blocks<'_>) -> bool {
    let mut before: Option<&str> = None;
    let (mut again, mut cues) = (0, 0);
    for cue in &blocks.cues {
        let lines = blocks.text(cue).iter().map(|said| said.text.trim());
        let mut said = lines.filter(|line| !line.is_empty());
        let Some(first) = said.next() else { continue };
        let last = said.next_back();
        cues += 1;
        again += usize::from(before == Some(first) && last.is_some());
        before = last.or(Some(first));
    }
    cues >= 6 && again * 3 > cues
}

/// The lines that each cue adds.
pub(super) fn pieces<'a>(blocks: &Blocks<'a>) -> Vec<Piece<'a>> {
    let timed = has_inner_times(blocks);
    let mut pieces: Vec<Piece<'a>> = Vec::new();
    let mut kept = String::new();
    for cue in &blocks.cues {
        for said in added(blocks.text(cue), timed) {
            let plain = markup::plain(said.text);
            let words = plain.trim();
            if words.is_empty() || words == kept {
                continue;
            }
            words.clone_into(&mut kept);
            if is_sound(words) {
                continue;
            }
            pieces.push(Piece {
                line: said.line,
                start: cue.start,
                end: cue.end,
                first: true,
                voice: None,
                note: None,
                utterance: None,
                text: Cow::Owned(words.to_owned()),
            });
        }
    }
    pieces
}

/// The lines of a cue that may be new. Where captions appear word by word those are the ones with times in them, else the last one:
/// what stands above it was there before. Without times any line may be.
fn added<'b, 'a>(lines: &'b [Said<'a>], timed: bool) -> Vec<&'b Said<'a>> {
    let spoken = |said: &&Said<'_>| !markup::plain(said.text).trim().is_empty();
    if !timed {
        return lines.iter().filter(spoken).collect();
    }
    let rolling: Vec<_> = lines.iter().filter(|said| inner_time(said.text)).collect();
    if rolling.is_empty() {
        lines.iter().rfind(spoken).into_iter().collect()
    } else {
        rolling
    }
}

/// `[Music]` and its like: a sound, not words.
fn is_sound(words: &str) -> bool {
    words.strip_prefix('[').is_some_and(|rest| {
        rest.strip_suffix(']')
            .is_some_and(|inner| !inner.contains([']', '[']))
    })
}

fn inner_time(line: &str) -> bool {
    let mut rest = line;
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        if let Some(end) = rest.bytes().take(16).position(|byte| byte == b'>')
            && markup::is_time(&rest[..end])
        {
            return true;
        }
    }
    false
}
