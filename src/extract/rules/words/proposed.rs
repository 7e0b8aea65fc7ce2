//! What was asked for or left open just before: "I'll do it" and "leave it with me" take it up.

use super::super::dialogue::Speech;
use super::super::lexicon::{Class, Cue};
use super::super::promise::deed_end;
use super::super::said::{Said, Sentence};
use super::deed::{Deed, Line};
use super::grammar::OBJECT;
use crate::model::Who;

const DO: Class = Class::named("do");
const ED: Class = Class::named("ed");
const ING: Class = Class::named("ing");
const SOFT: Class = Class::named("soft");

/// What the words before a place propose to do: a request, a question after a deed, somebody who ought to.
pub(super) fn proposed<'a>(
    speech: &'a Speech<'a>,
    at: usize,
    word: usize,
    owner: &Who,
) -> Option<Line> {
    // A deed with a pronoun is still a deed: it is taken where no other says more.
    let mut dim = None;
    for turn in (at.saturating_sub(2)..=at).rev() {
        let said = &speech.turns[turn];
        for sentence in said.sentences.iter().rev() {
            // "I'll have to measure it, so I'll do that": in the same sentence only what stands before.
            let own = turn == at && sentence.bounds.words.end > word;
            let first = if own {
                due_before(said, sentence, word)
            } else {
                verb_of(speech, turn, sentence)
            };
            let Some(first) = first else {
                continue;
            };
            let end = deed_end(said, sentence, first);
            let end = if own { end.min(word) } else { end };
            let deed = Deed {
                speech,
                at: turn,
                sentence,
                words: first..end,
                cue: first,
                until: sentence.bounds.words.end,
                owner: owner.clone(),
            };
            let Some(line) = deed.line() else {
                continue;
            };
            let line = Line {
                from: Some((turn, first..end)),
                proposed: true,
                ..line
            };
            if line.clear {
                return Some(line);
            }
            let pointing = (first + 1..end).any(|at| said.is(at, OBJECT));
            dim = dim.or(Some(line).filter(|_| pointing));
        }
    }
    dim
}

/// The verb of what a speaker has to do, before a place.
fn due_before(said: &Said<'_>, sentence: &Sentence, word: usize) -> Option<usize> {
    (sentence.bounds.words.start + 2..word.saturating_sub(2)).find(|at| {
        said.is(*at, DO)
            && said.word(at - 1) == "to"
            && matches!(said.word(at - 2), "have" | "need" | "got" | "'ve" | "has")
    })
}

/// "Let's get them onto one sheet", "what if we asked next door": the verb of what somebody should do.
pub(in super::super) fn lets(said: &Said<'_>, sentence: &Sentence) -> Option<usize> {
    let mut words = sentence.bounds.words.clone();
    let verb =
        words.find_map(
            |at| match (said.word(at), said.word(at + 1), said.word(at + 2)) {
                ("let", "'s", _) => Some(at + 2),
                ("what", "if", "we" | "you" | "i") | ("why", "don't", "we" | "you" | "i") => {
                    Some(at + 3)
                }
                _ => None,
            },
        )?;
    let talk = matches!(
        said.word(verb),
        "see" | "say" | "talk" | "look" | "leave" | "move" | "start" | "not" | "go"
    );
    let does = said.is(verb, DO) || said.is(verb, ED);
    (words.contains(&verb) && does && !talk).then_some(verb)
}

fn verb_of(speech: &Speech<'_>, turn: usize, sentence: &Sentence) -> Option<usize> {
    let said = &speech.turns[turn];
    let cues = [
        Cue::Ask,
        Cue::Nobody,
        Cue::We,
        Cue::Assign,
        Cue::Offer,
        Cue::Plan,
    ];
    let mut hits = sentence.hits.iter().filter(|hit| cues.contains(&hit.cue));
    let by_cue = hits.find_map(|hit| {
        let mut at = hit.at.end - 1;
        while at < sentence.bounds.words.end && (!said.is(at, DO) || at < hit.at.start + 1) {
            if at >= hit.at.end
                && !(said.is(at, SOFT)
                    || matches!(said.word(at), "to" | "really" | "maybe" | "please"))
            {
                return None;
            }
            at += 1;
        }
        (at < sentence.bounds.words.end).then_some(at)
    });
    // "Who's letting the caterers know?" "Me."
    let doing = sentence.of(Cue::OwnerAsk).find_map(|hit| {
        let last = hit.at.end - 1;
        let deed = said.is(last, ING) && sentence.bounds.question;
        let idle = matches!(said.word(last), "going" | "doing" | "having" | "looking");
        (deed && !idle).then_some(last)
    });
    by_cue
        .or(doing)
        .or_else(|| lets(said, sentence))
        .or_else(|| {
            // "Did you ring the landlord?"
            let words = sentence.bounds.words.clone();
            let mut at = words.clone().find(|at| {
                matches!(said.word(*at), "did" | "didn't") && said.word(at + 1) == "you"
            })? + 2;
            while matches!(
                said.word(at),
                "get" | "manage" | "remember" | "to" | "ever" | "have" | "a" | "chance" | "round"
            ) {
                at += 1;
            }
            (sentence.bounds.question && words.contains(&at) && said.is(at, DO)).then_some(at)
        })
}
