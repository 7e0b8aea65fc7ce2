//! What was said around a line that does not speak for itself: a short quote in brackets.

use std::ops::Range;

use super::super::dialogue::{Said, Speech};
use super::super::lexicon::Class;
use super::super::topic;
use super::carries;
use crate::model::{Evidence, text};

const FILLER: Class = Class::named("filler");

/// A turn and some of its words.
type Source = (usize, Range<usize>);

/// The most words of the quote.
const LONGEST: usize = 8;

/// The line with what was said just before in brackets.
pub(super) fn with_context(
    speech: &Speech<'_>,
    at: usize,
    word: usize,
    line: &str,
) -> (String, Option<Source>) {
    match spoken_before(speech, at, word, line) {
        Some((turn, words)) => {
            let quote = text::squash(speech.turns[turn].text(words.clone()));
            (
                format!("{line} (\u{201c}{quote}\u{201d})"),
                Some((turn, words)),
            )
        }
        None => (line.to_owned(), None),
    }
}

/// Up to eight words in a row that were said before a place: of the sentence that names most of what the talk is about.
pub(super) fn spoken_before(
    speech: &Speech<'_>,
    at: usize,
    word: usize,
    line: &str,
) -> Option<Source> {
    let hints = hints(speech, at, word);
    let mut best: Option<(usize, Source)> = None;
    for turn in (at.saturating_sub(3)..=at).rev() {
        let said = &speech.turns[turn];
        for sentence in said.sentences.iter().rev() {
            let words = &sentence.bounds.words;
            if turn == at && words.start >= word {
                continue;
            }
            let end = if turn == at {
                words.end.min(word)
            } else {
                words.end
            };
            if end - words.start < 2 {
                continue;
            }
            let quote = clip(said, words.start..end, &sentence.bounds.clauses, &hints);
            let telling = quote.clone().filter(|at| carries(said, *at)).count();
            let near = usize::from(turn + 1 >= at) + usize::from(turn == at);
            let worth = telling.min(3) + 2 * named(said, quote.clone(), &hints) + near;
            if telling > 0
                && quote.len() > 1
                && !echoes(said.text(quote.clone()), line)
                && best.as_ref().is_none_or(|(most, _)| worth > *most)
            {
                best = Some((worth, (turn, quote)));
            }
        }
    }
    best.map(|(_, source)| source)
}

fn hints(speech: &Speech<'_>, at: usize, word: usize) -> Vec<super::Stem> {
    topic::hint(speech, at, word)
        .map(|hint| {
            hint.split(", ")
                .map(|word| super::stem(&word.to_lowercase()))
                .collect()
        })
        .unwrap_or_default()
}

fn named(said: &Said<'_>, words: Range<usize>, hints: &[super::Stem]) -> usize {
    let known = super::matter(said, words);
    hints.iter().filter(|hint| known.contains(hint)).count()
}

/// Whether the quote says no more than the line does.
fn echoes(quote: &str, line: &str) -> bool {
    let known = super::matter_of(line);
    super::matter_of(quote)
        .iter()
        .all(|(stem, _)| known.iter().any(|(other, _)| other == stem))
}

/// At most eight words: the clause that carries most, from its first word of weight.
fn clip(
    said: &Said<'_>,
    words: Range<usize>,
    clauses: &[usize],
    hints: &[super::Stem],
) -> Range<usize> {
    let starts: Vec<usize> = clauses
        .iter()
        .copied()
        .filter(|start| *start < words.end)
        .collect();
    let best = starts
        .iter()
        .enumerate()
        .map(|(index, start)| {
            let end = starts.get(index + 1).copied().unwrap_or(words.end);
            let clause = *start..end;
            let telling = clause
                .clone()
                .take(LONGEST)
                .filter(|at| carries(said, *at))
                .count();
            (telling + 2 * named(said, clause.clone(), hints), clause)
        })
        .max_by_key(|(telling, clause)| (*telling, clause.len().min(LONGEST), clause.start));
    let mut clause = best.map_or(words.clone(), |(_, clause)| clause);
    while clause.len() > 2 && said.is(clause.start, FILLER) {
        clause.start += 1;
    }
    clause.end = clause.end.min(clause.start + LONGEST);
    while clause.len() > 2 && super::grammar::dangles(said.word(clause.end - 1)) {
        clause.end -= 1;
    }
    clause
}

/// How many turns back the talk around a deed is looked for.
const REACH: usize = 5;
/// How many shared words it outweighs to stand in the same turn.
const NEARER: usize = 2;

/// The sentence around a place that names most of what the talk is about: a second receipt for a line of few words.
pub(in super::super) fn around(
    speech: &Speech<'_>,
    at: usize,
    word: usize,
    hints: &[super::Stem],
) -> Option<Evidence> {
    let mut best: Option<(usize, usize, Range<usize>)> = None;
    for turn in (at.saturating_sub(REACH)..=at).rev() {
        let said = &speech.turns[turn];
        for sentence in said.sentences.iter().rev() {
            let words = sentence.bounds.words.clone();
            if turn == at && words.end > word {
                continue;
            }
            let known = super::matter(said, words.clone());
            let shared = hints.iter().filter(|hint| known.contains(hint)).count();
            // What the speaker has just said is rather meant than what lies turns back.
            let worth = shared + if turn == at { NEARER } else { 0 };
            if shared > 0 && worth > best.as_ref().map_or(0, |(most, ..)| *most) {
                best = Some((worth, turn, words));
            }
        }
    }
    best.map(|(_, turn, words)| speech.quote(turn, words))
}
