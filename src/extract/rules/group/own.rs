//! Whether what somebody says they will do outlives the meeting. With several at the table most of it is done there and then: "I'll
//! show you", "I'll give it a two".

use super::super::dialogue::Speech;
use super::super::lexicon::Cue;
use super::super::promise::{Form, Promise};
use super::super::words;
use super::outlook::Outlook;

/// What the meeting of several adds to a promise's weight and takes away.
pub(in super::super) fn lasting(
    speech: &Speech<'_>,
    outlook: &Outlook,
    at: usize,
    place: usize,
    found: &Promise,
) -> i32 {
    let said = &speech.turns[at];
    let sentence = &said.sentences[place];
    let mut weight = -3;
    let verb = found.deed.start;
    let near = |cue: Cue| {
        sentence
            .of(cue)
            .any(|hit| hit.at.start >= verb && hit.at.start <= verb + 1)
    };
    if near(Cue::Outlast) {
        weight += 3;
    } else if near(Cue::OnTheSpot) {
        weight -= 2;
    }
    if sentence.has(Cue::Ahead) {
        weight += 2;
    }
    if sentence.has(Cue::InRoom) {
        weight -= 3;
    }
    if sentence.bounds.question {
        weight -= 2;
    }
    weight += match outlook.around(at, found.cue.start) {
        i32::MIN..0 => -1,
        0..=1 => 0,
        2..=4 => 1,
        _ => 2,
    };
    if found.form == Form::Deed && words::weight(said, found.deed.clone()) == 0 {
        weight -= 1;
    }
    weight
}
