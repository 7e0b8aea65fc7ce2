//! What an answer leaves open: whether it evades, names somebody, tells a measure, or asks what was meant.

use super::dialogue::{Role, Speech};
use super::lexicon::Cue;
use super::said::Said;
use super::stance::says;

/// Whether an answer gives nothing to hold on to.
pub(super) fn evades(reply: &Said<'_>) -> bool {
    reply.sentences.iter().take(4).any(|sentence| {
        [Cue::Evade, Cue::Nobody, Cue::We, Cue::Vague, Cue::NotMine]
            .iter()
            .any(|cue| says(reply, sentence, *cue))
    })
}

/// Whether an answer says a number or a day.
pub(super) fn tells_measure(reply: &Said<'_>) -> bool {
    reply.sentences.iter().any(|sentence| {
        !sentence.days.is_empty() || sentence.has(Cue::Standard) || sentence.has(Cue::Within)
    })
}

/// Whether an answer names who: a person, "me", "you".
pub(super) fn names_one(speech: &Speech<'_>, at: usize) -> bool {
    let said = &speech.turns[at];
    let Some(first) = said.sentences.first() else {
        return false;
    };
    let words = first.bounds.words.clone();
    let short = words.len() <= 4;
    let me = words.clone().take(4).any(|at| {
        matches!(
            said.word(at),
            "me" | "mine" | "yours" | "you" | "him" | "her" | "i"
        )
    });
    let name = words
        .clone()
        .take(3)
        .any(|word| said.is_name(word) || said.is_capital(word) && said.is_unknown(word));
    let asks = first.bounds.question;
    !asks && !evades(said) && (short && me || name || first.any(&[Cue::Promise, Cue::Take]))
}

/// Whether the other asks what a turn was meant to say.
pub(super) fn asks_back(speech: &Speech<'_>, at: usize) -> bool {
    speech.answer_to(at).is_some_and(|next| {
        let said = &speech.turns[next];
        said.role == Role::Report
            && said
                .sentences
                .iter()
                .any(|sentence| sentence.bounds.question && says(said, sentence, Cue::MeasureAsk))
    })
}

/// Whether the turn before asked for a measure.
pub(super) fn asked_for_measure(speech: &Speech<'_>, at: usize) -> bool {
    speech.asked_before(at).is_some_and(|before| {
        let said = &speech.turns[before];
        said.role == Role::Report
            && said
                .sentences
                .iter()
                .any(|sentence| sentence.bounds.question && says(said, sentence, Cue::MeasureAsk))
    })
}

/// Whether the other asked what was meant and then was told a measure.
pub(super) fn tells_when_asked(speech: &Speech<'_>, at: usize) -> bool {
    let asked = speech.answer_to(at).filter(|_| asks_back(speech, at));
    let told = asked.and_then(|asked| speech.answer_to(asked));
    told.is_some_and(|told| tells_measure(&speech.turns[told]))
}
