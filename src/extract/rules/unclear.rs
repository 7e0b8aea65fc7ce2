//! Unclear accountability: something must happen, and who, when or what would do is left hanging.

use super::actions::{Draft, FIRM};
use super::cues::Cue;
use super::dialogue::{Said, Sentence, Speech};
use super::words;
use crate::extract::Found;
use crate::model::{Detail, Missing};

/// What was left hanging, with its turns.
pub(super) fn find(
    speech: &Speech<'_>,
    drafts: &[Draft],
    put_off: &[(usize, Found)],
) -> Vec<(usize, Found)> {
    let mut out: Vec<(usize, Found)> = Vec::new();
    for at in 0..speech.turns.len() {
        let said = &speech.turns[at];
        // "We need to …" and a grunt: nobody has it.
        let grunt = speech
            .answer_to(at)
            .is_some_and(|next| speech.turns[next].tokens.len() <= 4);
        let weighed =
            |sentence: &Sentence| weigh(sentence) + i32::from(grunt && sentence.has(Cue::We));
        let best = said
            .sentences
            .iter()
            .map(|sentence| (weighed(sentence), sentence))
            .max_by_key(|(weight, _)| *weight);
        let Some((weight, sentence)) = best.filter(|(weight, _)| *weight >= 3) else {
            continue;
        };
        let vague = sentence.has(Cue::Vague);
        let owned = sentence.any(&[Cue::Nobody, Cue::Passive, Cue::We, Cue::NotMine]);
        let taken = drafts.iter().any(|draft| {
            let near = draft.turns.iter().any(|turn| {
                (at..=at + 2).contains(turn) && !(at + 1..=*turn).any(|turn| turns(speech, turn))
            });
            let same = draft.idle
                || draft
                    .matter
                    .iter()
                    .any(|stem| sentence.matter.contains(stem))
                || draft.turns.contains(&(at + 1));
            draft.weight >= FIRM && near && same
        });
        if taken && !vague || put_off.iter().any(|(turn, _)| *turn == at) {
            continue;
        }
        if let Some((before, found)) = out.last_mut()
            && at - *before <= if points_back(said, sentence) { 5 } else { 2 }
        {
            let hit = focus(sentence);
            found.evidence.push(speech.quote(at, hit));
            found.evidence.truncate(3);
            continue;
        }
        let missing = Missing {
            owner: owned,
            date: sentence.days.is_empty(),
            measure: vague && !owned,
        };
        out.push((
            at,
            Found {
                detail: Detail::Unclear { missing },
                text: words::open_matter(speech, at, sentence.bounds.words.clone()),
                evidence: vec![speech.quote(at, focus(sentence))],
                sure: weight >= 3,
            },
        ));
    }
    out
}

/// Whether a sentence speaks of what was said before: "So that has to happen."
fn points_back(said: &Said<'_>, sentence: &Sentence) -> bool {
    sentence.matter.is_empty()
        && sentence
            .bounds
            .words
            .clone()
            .take(3)
            .any(|at| matches!(said.word(at), "that" | "it" | "this"))
}

/// Whether a turn opens a new matter.
fn turns(speech: &Speech<'_>, at: usize) -> bool {
    speech.turns[at]
        .sentences
        .iter()
        .take(1)
        .any(|sentence| sentence.has(Cue::Turning))
}

fn focus(sentence: &Sentence) -> std::ops::Range<usize> {
    let cues = [Cue::Nobody, Cue::Passive, Cue::We, Cue::NotMine, Cue::Vague];
    cues.iter()
        .find_map(|cue| sentence.of(*cue).next())
        .map_or(sentence.bounds.words.clone(), |hit| hit.at.clone())
}

fn weigh(sentence: &Sentence) -> i32 {
    let one = |cue: Cue, worth: i32| if sentence.has(cue) { worth } else { 0 };
    if sentence.has(Cue::Quoting) {
        return 0;
    }
    one(Cue::Nobody, 4)
        + one(Cue::Passive, 3)
        + one(Cue::We, 2)
        + one(Cue::Vague, 3)
        + one(Cue::NotMine, 3)
        - one(Cue::Done, 1)
}
