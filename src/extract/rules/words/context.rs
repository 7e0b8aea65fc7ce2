//! What was said around a line that does not speak for itself: its receipts, and the line with what stands in brackets beside it.

use std::ops::Range;

use super::super::dialogue::Speech;
use super::super::lexicon::Class;
use super::super::said::Said;
use super::antecedent::Place;
use super::aside::{announced, beside};
use super::carries;
use super::grammar::WEAK;
use super::noun::phrases;
use crate::model::{Evidence, text};

const FILLER: Class = Class::named("filler");

/// A turn and some of its words.
pub(super) type Source = (usize, Range<usize>);

/// The most words of the quote.
const LONGEST: usize = 8;
/// How many turns back it may stand.
const QUOTED: usize = 6;

/// The line with what is most likely meant in brackets, where it can be shown whole; and the words that it rests on.
pub(super) fn with_context(
    speech: &Speech<'_>,
    at: usize,
    word: usize,
    line: &str,
) -> (String, Option<Source>) {
    let place = Place { at, word };
    let from = announced(speech, place, line).or_else(|| spoken_before(speech, at, word, line));
    let shown = beside(speech, place, line).map(|(turn, words)| {
        let shown = text::squash(speech.turns[turn].text(words));
        format!("{line} (\u{201c}{shown}\u{201d})")
    });
    (shown.unwrap_or_else(|| line.to_owned()), from)
}

/// Up to eight words in a row that were said before a place: of a sentence near by that says much, rather one that asks.
fn spoken_before(speech: &Speech<'_>, at: usize, word: usize, line: &str) -> Option<Source> {
    let mut best: Option<(i32, Source)> = None;
    let mut back = 0;
    for turn in (at.saturating_sub(QUOTED)..=at).rev() {
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
            let full = (words.start..end).filter(|at| carries(said, *at)).count();
            if full == 0 {
                continue;
            }
            let quote = clip(said, words.start..end, &sentence.bounds.clauses);
            let worth = i32::try_from(full.min(4)).unwrap_or(4) * 6
                + if sentence.bounds.question { 10 } else { 0 }
                - 3 * back;
            back += 1;
            if !echoes(said.text(quote.clone()), line)
                && best.as_ref().is_none_or(|(most, _)| worth > *most)
            {
                best = Some((worth, (turn, quote)));
            }
        }
    }
    best.map(|(_, source)| source)
}

/// Whether the quote says no more than the line does.
pub(super) fn echoes(quote: &str, line: &str) -> bool {
    let known = super::matter_of(line);
    super::matter_of(quote)
        .iter()
        .all(|(stem, _)| known.iter().any(|(other, _)| other == stem))
}

/// At most eight words: the clause that carries most, from its first word of weight.
fn clip(said: &Said<'_>, words: Range<usize>, clauses: &[usize]) -> Range<usize> {
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
            // A thing by its name tells more than what is said of it.
            let things = phrases(said, clause.clone())
                .iter()
                .filter(|phrase| phrase.marked && !said.is(phrase.head, WEAK))
                .count();
            (telling + 2 * things.min(2), clause)
        })
        .max_by_key(|(telling, clause)| {
            (
                *telling,
                clause.len().min(LONGEST),
                std::cmp::Reverse(clause.start),
            )
        });
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
