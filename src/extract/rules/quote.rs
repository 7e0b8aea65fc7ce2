//! Where a quote is cut: a sentence, or as many of its clauses as a reader takes in; contiguous words of one turn, always.

use std::ops::Range;

use super::super::token::tokens;
use super::dialogue::Speech;
use super::said::Said;
use crate::model::{Evidence, text};

impl Speech<'_> {
    /// Evidence from one turn, cut around some words: a sentence, or as many of its clauses as a quote may hold.
    pub(super) fn quote(&self, at: usize, focus: Range<usize>) -> Evidence {
        let said = &self.turns[at];
        let words = quoted(said, &focus);
        let bytes = match (
            said.tokens.get(words.start),
            words
                .end
                .checked_sub(1)
                .and_then(|last| said.tokens.get(last)),
        ) {
            (Some(first), Some(last)) => first.start..last.end,
            _ => 0..said.turn.text.len(),
        };
        Evidence {
            turn: said.turn.number,
            speaker: said.turn.label.clone(),
            quote: text::squash(&said.turn.text[bytes]),
            time: said.turn.time,
        }
    }
}

/// The words of a turn that a quote holds; all of them where it cannot be told.
pub(super) fn held(said: &Said<'_>, quote: &str) -> Range<usize> {
    let wanted = tokens(quote);
    let last = said.tokens.len().saturating_sub(wanted.len());
    let here = |at: usize| {
        let own = said.tokens[at..].iter();
        own.zip(&wanted)
            .all(|(own, wanted)| own.word() == wanted.word())
    };
    (0..=last)
        .find(|at| here(*at))
        .map_or(0..said.tokens.len(), |at| at..at + wanted.len())
}

/// Quotes without those that another one of the same turn holds. The primary one stays where it is.
pub(super) fn without_repeats(quotes: Vec<Evidence>) -> Vec<Evidence> {
    let mut out: Vec<Evidence> = Vec::with_capacity(quotes.len());
    for quote in quotes {
        let same = |other: &Evidence| other.turn == quote.turn;
        if out
            .iter()
            .any(|other| same(other) && other.quote.contains(&quote.quote))
        {
            continue;
        }
        let smaller = out
            .iter()
            .skip(1)
            .position(|other| same(other) && quote.quote.contains(&other.quote));
        match smaller {
            Some(place) => out[place + 1] = quote,
            None => out.push(quote),
        }
    }
    out
}

/// The fewest and the most words of a quote.
const SHORTEST: usize = 5;
const LONGEST: usize = 28;

fn quoted(said: &Said<'_>, focus: &Range<usize>) -> Range<usize> {
    let Some(place) = said
        .sentences
        .iter()
        .position(|sentence| sentence.bounds.words.contains(&focus.start))
    else {
        return 0..said.tokens.len().min(LONGEST);
    };
    let bounds = &said.sentences[place].bounds;
    let mut words = bounds.words.clone();
    if words.len() > LONGEST {
        // Clauses are taken in around the focus while they fit, the ones behind it first.
        words = bounds.clause_of(focus.start);
        words.end = words.end.max(focus.end);
        loop {
            let behind = (words.end < bounds.words.end).then(|| bounds.clause_of(words.end).end);
            let before =
                (words.start > bounds.words.start).then(|| bounds.clause_of(words.start - 1).start);
            if let Some(end) = behind.filter(|end| end - words.start <= LONGEST) {
                words.end = end;
            } else if let Some(start) = before.filter(|start| words.end - start <= LONGEST) {
                words.start = start;
            } else {
                break;
            }
        }
        if words.len() > LONGEST {
            words.start = words.start.max(focus.start.saturating_sub(LONGEST / 4));
            words.end = words
                .end
                .min(words.start + LONGEST)
                .max(focus.end.min(words.start + LONGEST + 2));
        }
    }
    let (mut first, mut last) = (place, place);
    while words.len() < SHORTEST {
        if let Some(next) = said.sentences.get(last + 1) {
            words.end = next.bounds.words.end.min(words.start + LONGEST);
            last += 1;
        } else if first > 0 {
            first -= 1;
            words.start = said.sentences[first]
                .bounds
                .words
                .start
                .max(words.end.saturating_sub(LONGEST));
        } else {
            break;
        }
    }
    words
}
