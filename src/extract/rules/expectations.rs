//! Expectations: the manager says what good looks like, a standard, a target, a responsibility.

use super::actions::{Draft, FIRM};
use super::cues::Cue;
use super::dialogue::{Answer, Role, Sentence, Speech};
use super::words;
use crate::extract::Found;
use crate::model::{Detail, Framework};

/// The expectations, with their turns.
pub(super) fn find(speech: &Speech<'_>, drafts: &[Draft]) -> Vec<(usize, Found)> {
    let mut out: Vec<(usize, Found)> = Vec::new();
    for at in 0..speech.turns.len() {
        let said = &speech.turns[at];
        if said.role != Role::Manager {
            continue;
        }
        let mut best: Option<(i32, &Sentence)> = None;
        for sentence in &said.sentences {
            let weight = weigh(sentence);
            if best.is_none_or(|(most, _)| weight > most) {
                best = Some((weight, sentence));
            }
        }
        let Some((weight, sentence)) = best.filter(|(weight, _)| *weight >= 4) else {
            continue;
        };
        let taken = drafts
            .iter()
            .any(|draft| draft.at == at && draft.weight >= FIRM && draft.owner == speech.who(at));
        if taken {
            continue;
        }
        let measure = sentence.any(&[Cue::Standard, Cue::Frequency]);
        let framework = if sentence.has(Cue::Standard)
            && (sentence.has(Cue::Result) || !sentence.has(Cue::Frequency))
        {
            Framework::Outcome
        } else {
            Framework::Output
        };
        let acknowledged = speech
            .answer_to(at)
            .is_some_and(|next| speech.answer(next) == Answer::Yes);
        let focus = sentence
            .of(Cue::Norm)
            .chain(sentence.of(Cue::Want))
            .next()
            .map_or(sentence.bounds.words.clone(), |hit| hit.at.clone());
        out.push((
            at,
            Found {
                detail: Detail::Expectation {
                    framework,
                    measure,
                    date: !sentence.days.is_empty(),
                    acknowledged,
                },
                text: words::statement(speech, at, sentence.bounds.words.clone()),
                evidence: vec![speech.quote(at, focus)],
                sure: weight >= 4,
            },
        ));
    }
    out
}

fn weigh(sentence: &Sentence) -> i32 {
    if sentence.bounds.question || sentence.any(&[Cue::Quoting]) {
        return 0;
    }
    let one = |cue: Cue, worth: i32| if sentence.has(cue) { worth } else { 0 };
    one(Cue::Norm, 3)
        + one(Cue::Want, 2)
        + one(Cue::Standard, 2)
        + one(Cue::Frequency, 2)
        + i32::from(!sentence.days.is_empty())
        - if sentence.has(Cue::Norm) {
            0
        } else {
            one(Cue::Done, 2) + one(Cue::If, 1)
        }
}
