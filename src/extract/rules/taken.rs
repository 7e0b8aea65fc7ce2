//! Words that only take something on, "leave it with me", "me", "I will": whether anything was there to take. It knows no deed.

use super::actions::{Draft, FIRM};
use super::dialogue::Speech;
use super::lexicon::{Class, Cue};
use super::promise::Promise;
use super::said::{Said, Sentence};
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
/// What somebody else took over is nobody's promise any more.
const PASSED: i32 = -20;
/// The least words of weight that name what may be taken.
const NAMED: usize = 2;

/// What it is worth that somebody takes something on there; none when there is nothing to take.
pub(super) fn taken(speech: &Speech<'_>, at: usize, place: usize, found: &Promise) -> Option<i32> {
    let before = speech.asked_before(at)?;
    let said = &speech.turns[before];
    let last = said.sentences.len().saturating_sub(3);
    let near = &said.sentences[last..];
    let needed = near
        .iter()
        .any(|sentence| sentence.any(&NEEDS) || words::lets(said, sentence).is_some());
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

/// "I'll book the van." "Ah no, I'll do it.": what one took on passes to the other, who says no and takes it.
pub(super) fn over(speech: &Speech<'_>, drafts: &mut [Draft]) {
    for place in 0..drafts.len() {
        let (at, takes) = (
            drafts[place].at,
            drafts[place].idle && drafts[place].place < 2,
        );
        if !takes || !says_no(&speech.turns[at]) {
            continue;
        }
        let given = drafts.iter().rposition(|other| {
            other.at < at
                && other.weight >= FIRM
                && !other.idle
                && speech.answer_to(other.at) == Some(at)
        });
        let Some(given) = given else { continue };
        let before = drafts[given].clone();
        drafts[given].weight = PASSED;
        let draft = &mut drafts[place];
        draft.text = before.text;
        draft.dim = before.dim;
        draft.idle = false;
        draft.rich = before.rich;
        draft.matter = before.matter;
        draft.hint = before.hint;
        draft.form = before.form;
        draft.due = draft.due.or(before.due);
        draft.weight = draft.weight.max(FIRM);
        draft.evidence.truncate(1);
        draft.evidence.extend(before.evidence.into_iter().take(1));
        draft.turns.push(before.at);
    }
}

/// Whether a turn begins with a no.
fn says_no(said: &Said<'_>) -> bool {
    let first = said.sentences.first();
    first.is_some_and(|first| {
        first
            .of(Cue::No)
            .any(|hit| (first.bounds.words.start..hit.at.start).all(|at| said.is(at, FILLER)))
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
