//! Words that only take something on, "leave it with me", "me", "I will": whether anything was there to take. It knows no deed.

use super::dialogue::Speech;
use super::lexicon::{Class, Cue};
use super::promise::Promise;
use super::said::Sentence;
use super::words;

const FILLER: Class = Class::named("filler");
const NUMBER: Class = Class::named("number");

/// What asks for somebody to do something, in the other's words.
const NEEDS: [Cue; 7] = [
    Cue::Ask,
    Cue::Tell,
    Cue::Assign,
    Cue::Nobody,
    Cue::Passive,
    Cue::We,
    Cue::OwnerAsk,
];
/// The least words of weight that name what may be taken.
const NAMED: usize = 2;

/// What it is worth that somebody takes something on there; none when there is nothing to take.
pub(super) fn taken(speech: &Speech<'_>, at: usize, place: usize, found: &Promise) -> Option<i32> {
    let before = speech.asked_before(at)?;
    let said = &speech.turns[before];
    let last = said.sentences.len().saturating_sub(3);
    let near = &said.sentences[last..];
    let needed = near.iter().any(|sentence| sentence.any(&NEEDS));
    let who = near.iter().any(asks_who);
    let own = &speech.turns[at];
    let first = own.word(found.cue.start);
    let bare = found.cue.len() <= 2 && first != "on";
    if bare && !needed && !who {
        return None;
    }
    // "Put me down for twenty."
    if own.is(found.cue.end, NUMBER) {
        return None;
    }
    // What answers stands first; further on it is part of a tale: "it's the list, and it's me".
    let answers = place < 2
        && (own.sentences[place].bounds.words.start..found.cue.start).all(|at| own.is(at, FILLER));
    let eager = matches!(first, "on" | "leave" | "consider" | "put" | "pop" | "count")
        || own.word(found.cue.end - 1) == "it" && own.word(found.cue.end - 2) == "on";
    let named = eager
        && words::matter(said, 0..said.tokens.len()).len() >= NAMED
        && !near.iter().any(|sentence| sentence.bounds.question);
    Some(if answers && (needed || who || named) {
        1
    } else {
        -1
    })
}

/// Whether the turn before asks who does something.
pub(super) fn asked_who(speech: &Speech<'_>, at: usize) -> bool {
    speech
        .asked_before(at)
        .and_then(|before| speech.turns[before].sentences.last())
        .is_some_and(asks_who)
}

fn asks_who(sentence: &Sentence) -> bool {
    sentence.bounds.question && sentence.has(Cue::OwnerAsk)
}
