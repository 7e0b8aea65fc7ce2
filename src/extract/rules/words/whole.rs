//! What makes a statement whole: starts that the speaker gave up are left out, and its end is the end of a clause. It changes no word.

use std::ops::Range;

use super::super::lexicon::Class;
use super::super::said::Said;
use super::super::sentence::Bounds;
use super::grammar::{DETERMINER, PREPOSITION, SUBJECT};
use super::noun::joined;

const DANGLES: Class = Class::named("dangles");

/// The most words of a statement, and how many more a main clause may take that an "if" waits for.
pub(super) const LONGEST: usize = 20;
const MORE: usize = 12;
/// The most letters of a statement whose last clause can be spared.
const ROOM: usize = 130;
/// How far back a speaker takes up what broke off.
const BACK: usize = 4;
/// The least words of a statement.
const LEAST: usize = 4;

/// Whether a statement cannot end with a word: it opens what is not said.
pub(super) fn is_open(word: &str) -> bool {
    matches!(
        word,
        "a" | "an"
            | "the"
            | "my"
            | "your"
            | "our"
            | "their"
            | "its"
            | "every"
            | "no"
            | "and"
            | "but"
            | "or"
            | "because"
            | "cos"
            | "if"
            | "than"
            | "as"
            | "until"
            | "'d"
            | "'ll"
            | "'m"
            | "'re"
            | "'ve"
            | "i"
            | "he"
            | "she"
            | "we"
            | "they"
            | "of"
            | "from"
            | "into"
            | "by"
            | "which"
            | "whose"
            | "only"
            | "just"
    )
}

/// Whether a clause that begins with a word waits for another one.
fn waits(word: &str) -> bool {
    matches!(
        word,
        "if" | "when"
            | "whenever"
            | "once"
            | "unless"
            | "while"
            | "although"
            | "because"
            | "before"
            | "after"
            | "until"
            | "even"
            | "or"
    )
}

/// Of too long a sentence the first clauses that say something by themselves.
pub(super) fn clipped(said: &Said<'_>, bounds: &Bounds, words: Range<usize>) -> Range<usize> {
    let heads: Vec<usize> = bounds
        .clauses
        .iter()
        .copied()
        .filter(|head| *head > words.start && *head < words.end)
        .collect();
    // "If you know, or only think it, I want to hear": the clause that the others wait for.
    let main = std::iter::once(words.start)
        .chain(heads.iter().copied())
        .find(|head| !waits(said.word(*head)))
        .unwrap_or(words.start);
    let ends = || {
        heads.iter().copied().chain([words.end]).filter(|end| {
            *end > main && *end >= words.start + LEAST && !is_open(said.word(*end - 1))
        })
    };
    let fits = ends().filter(|end| *end <= words.start + LONGEST).last();
    let more = || ends().find(|end| *end <= words.start + LONGEST + MORE);
    if let Some(end) = fits.or_else(more) {
        return words.start..end;
    }
    let mut end = (words.start + LONGEST).min(words.end);
    while end > words.start + LEAST && (is_open(said.word(end - 1)) || said.is(end - 1, DANGLES)) {
        end -= 1;
    }
    words.start..end
}

/// Leaves out the starts that were given up: "it's not a, it's only", "what I need from the, from head office".
pub(super) fn restarted(said: &Said<'_>, bounds: &Bounds, places: &mut Vec<usize>) {
    let mut index = 1;
    while index < places.len() {
        let (before, here) = (places[index - 1], places[index]);
        let stops = !joined(said, here) || before + 1 < here;
        let given_up = stops
            && is_open(said.word(before))
            && !matches!(said.word(before), "and" | "but" | "or" | "no")
            || stops
                && said.is(before, PREPOSITION)
                && said.is(here, PREPOSITION)
                && said.word(here) != "of";
        if !given_up {
            index += 1;
            continue;
        }
        let again = (index.saturating_sub(BACK)..index)
            .find(|other| said.word(places[*other]) == said.word(here));
        let clause = bounds.clause_of(before).start;
        let from = again.or_else(|| {
            let start = places.iter().position(|at| *at >= clause)?;
            (said.is(here, SUBJECT) || said.is(here, DETERMINER)).then_some(start)
        });
        match from.filter(|from| places.len() - (index - from) >= 3) {
            Some(from) => {
                places.drain(from..index);
                index = from.max(1);
            }
            None => index += 1,
        }
    }
}

/// Ends a statement where a clause ends: before one that broke off, and before the last one of a long sentence that can do without.
pub(super) fn ended(said: &Said<'_>, bounds: &Bounds, places: &mut Vec<usize>) {
    loop {
        let Some(last) = places.last().copied() else {
            return;
        };
        let letters = said.tokens[last].end - said.tokens[places[0]].start;
        let open = is_open(said.word(last));
        if !open && letters <= ROOM {
            return;
        }
        let clause = bounds.clause_of(last).start;
        let keep = places.iter().take_while(|at| **at < clause).count();
        let main = places[..keep]
            .iter()
            .any(|at| bounds.clause_of(*at).start == *at && !waits(said.word(*at)))
            && !waits(said.word(places[0]));
        if keep < LEAST || !open && !main {
            return;
        }
        places.truncate(keep);
    }
}
