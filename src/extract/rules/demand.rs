//! Whether a sentence demands a state of things: what is wanted, expected, bound to be so, or to be told. It does not know whether that
//! makes a standard.

use super::lexicon::{Cue, Hit};
use super::said::{Said, Sentence};
use super::stance::{self, Subject, own, says};

/// Whether to expect is only to think: "I expect it'll be quiet" foretells, "I expect it done" and "I expect every van to be washed"
/// demand.
pub(super) fn guesses(said: &Said<'_>, sentence: &Sentence, hit: &Hit) -> bool {
    let expects = |at: &usize| matches!(said.word(*at), "expect" | "expecting");
    let Some(at) = hit.at.clone().find(expects) else {
        return false;
    };
    let verb = (at + 1..sentence.bounds.clause_of(at).end.min(at + 5)).find(|next| {
        matches!(
            said.word(*next),
            "'ll" | "will" | "'s" | "is" | "are" | "have" | "has" | "'ve" | "'re" | "was" | "were"
        )
    });
    let general = |next: usize| {
        matches!(
            said.word(next),
            "to" | "that"
                | "every"
                | "each"
                | "all"
                | "any"
                | "no"
                | "everyone"
                | "everybody"
                | "everything"
                | "nobody"
                | "nothing"
                | "is"
                | "you"
        )
    };
    // "I expect you're tired": only what "you" will do can be asked for.
    let of_now = |verb: usize| {
        said.word(at + 1) == "you" && verb == at + 2 && !matches!(said.word(verb), "'ll" | "will")
    };
    verb.is_some_and(|verb| of_now(verb) || verb > at + 1 && !(at + 1..verb).any(general))
}

/// Whether something has to be so, for whoever it is: nobody's plan, no reproach.
pub(super) fn obliges(said: &Said<'_>, sentence: &Sentence) -> bool {
    own(said, sentence, Cue::Oblige).any(|hit| {
        let who = hit.at.start.checked_sub(1).map_or(Subject::Open, |before| {
            stance::subject(said, sentence, before)
        });
        let reproach = said.word(hit.at.start) == "you" && said.word(hit.at.start + 1) == "can't";
        !reproach && !matches!(who, Subject::I | Subject::Third)
            || says(said, sentence, Cue::Universal)
    })
}

/// Whether the speaker wants to be told.
pub(super) fn alerts(said: &Said<'_>, sentence: &Sentence) -> bool {
    // "She hears it from me" promises.
    let from_me = sentence
        .bounds
        .words
        .clone()
        .any(|at| said.word(at) == "from" && said.word(at + 1) == "me");
    // "I need to be told" asks; "I need to be at the station" does not.
    let elsewhere =
        |hit: &Hit| said.word(hit.at.end - 1) == "be" && said.word(hit.at.end) != "told";
    own(said, sentence, Cue::Alert).any(|hit| {
        !from_me
            && !elsewhere(hit)
            && matches!(
                said.word(hit.at.start),
                "i" | "you"
                    | "we"
                    | "hear"
                    | "ring"
                    | "call"
                    | "tell"
                    | "come"
                    | "let"
                    | "rings"
                    | "hears"
            )
    })
}

/// Whether what is wanted is how things are, not something that the speaker is about to do: "I want to say something first".
pub(super) fn wants_a_state(said: &Said<'_>, next: usize) -> bool {
    said.word(next) != "to"
        || matches!(
            said.word(next + 1),
            "hear" | "see" | "know" | "have" | "get" | "find" | "feel"
        )
}
