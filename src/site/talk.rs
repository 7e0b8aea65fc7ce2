//! Who spoke: the words of a meeting as two lines of blocks, and each side's share in words. It judges nothing, and says nothing
//! where more than a tenth of the words have no speaker.

use serde::Serialize;

use crate::model::{Slug, Turn};

use super::scene::Side;

/// The most words without a speaker at which a share may be told, in per cent.
const MOST_UNKNOWN: usize = 10;

/// The chart.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Talk {
    /// Blocks of words, in order.
    pub(crate) blocks: Vec<Block>,
    /// Where the findings are, in per cent.
    pub(crate) ticks: Vec<String>,
    /// The share of the words that are the manager's, in per cent.
    pub(crate) you: String,
    /// The share of everybody else.
    pub(crate) them: String,
}

/// Words of one side without a break.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Block {
    /// `you` or `them`.
    pub(crate) side: &'static str,
    /// Where they begin, in per cent of all words.
    pub(crate) x: String,
    /// How many, in per cent of all words.
    pub(crate) width: String,
}

/// The chart of these turns; the share of words without a speaker, in per cent, when it is too large to tell.
pub(crate) fn talk(turns: &[Turn], manager: Option<&Slug>, found: &[u32]) -> Result<Talk, usize> {
    let words: Vec<usize> = turns
        .iter()
        .map(|turn| turn.text.split_whitespace().count())
        .collect();
    let total: usize = words.iter().sum();
    if total == 0 {
        return Err(100);
    }
    let mut blocks: Vec<(Side, usize, usize)> = Vec::new();
    let mut ticks = Vec::new();
    let (mut at, mut unknown, mut yours) = (0, 0, 0);
    for (turn, count) in turns.iter().zip(&words) {
        let side = match &turn.speaker {
            None => Side::Nobody,
            speaker if speaker.as_ref() == manager => Side::You,
            Some(_) => Side::Them,
        };
        match side {
            Side::Nobody => unknown += count,
            Side::You => yours += count,
            Side::Them => {}
        }
        if found.contains(&turn.number) {
            ticks.push(share(at + count / 2, total));
        }
        match blocks.last_mut() {
            Some((last, _, width)) if *last == side => *width += count,
            _ => blocks.push((side, at, *count)),
        }
        at += count;
    }
    if unknown * 100 > total * MOST_UNKNOWN {
        return Err((unknown * 100).div_ceil(total));
    }
    let known = total - unknown;
    let you = (yours * 100 + known / 2) / known.max(1);
    Ok(Talk {
        blocks: blocks
            .into_iter()
            .filter(|(side, _, width)| *side != Side::Nobody && *width > 0)
            .map(|(side, x, width)| Block {
                side: side.class(),
                x: share(x, total),
                width: share(width, total),
            })
            .collect(),
        ticks,
        you: you.to_string(),
        them: (100 - you).to_string(),
    })
}

/// A share in per cent with two decimals, without floating point: `8.27`.
fn share(part: usize, whole: usize) -> String {
    let hundredths = (part * 10_000 + whole / 2) / whole;
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn turn(number: u32, speaker: Option<&str>, text: &str) -> Turn {
        Turn {
            number,
            label: String::new(),
            speaker: speaker.map(Slug::new),
            text: text.into(),
            time: None,
            line: 1,
        }
    }

    #[test]
    fn shares_are_of_the_words_with_a_speaker() {
        let dana = Slug::new("dana");
        let turns = [
            turn(1, Some("dana"), "a b c"),
            turn(2, Some("sally"), "a b c d e f"),
            turn(3, None, "a"),
        ];
        let talk = talk(&turns, Some(&dana), &[2]).unwrap();
        assert_eq!((talk.you.as_str(), talk.them.as_str()), ("33", "67"));
        assert_eq!(talk.blocks.len(), 2);
        assert_eq!(talk.ticks, ["60.00"]);
    }

    #[test]
    fn too_many_words_without_a_speaker_are_said_and_not_drawn() {
        let turns = [turn(1, Some("sally"), "a b c d"), turn(2, None, "a")];
        assert_eq!(talk(&turns, None, &[]), Err(20));
    }
}
