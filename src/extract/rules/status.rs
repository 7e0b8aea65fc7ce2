//! What became of a promise, read off the sentences that speak of it, and the reason given.
//! Past due and incomplete is missed; asked in time and waiting is progress; done late is done.

use super::dialogue::{Said, Sentence, Speech};
use super::lexicon::Cue;
use super::telling::Telling;
use super::tense::Verb;
use crate::model::{OpenCommitment, Reason, Status};

/// What was told.
pub(super) struct Outcome {
    pub(super) status: Status,
    pub(super) reason: Option<Reason>,
}

/// Reads the outcome from the sentence that speaks of the commitment and from what follows it.
#[expect(clippy::too_many_lines, reason = "one sum of signs")]
pub(super) fn read(
    speech: &Speech<'_>,
    open: &OpenCommitment,
    telling: &Telling,
    verb: &Verb,
    at: usize,
    place: usize,
) -> Outcome {
    let said = &speech.turns[at];
    let mut near: Vec<(i32, &Sentence)> = Vec::new();
    for (index, sentence) in said.sentences.iter().enumerate() {
        let weight = match index.abs_diff(place) {
            0 => 3,
            1 => 2,
            _ if index < place + 4 && index > place => 1,
            _ => 0,
        };
        if weight > 0 {
            near.push((weight, sentence));
        }
    }
    let owner = open
        .owner
        .as_ref()
        .is_some_and(|owner| owner.person.is_some() && owner.person == said.turn.speaker);
    // "It was by lunch, you said" only asks: what came of it is in the owner's next words.
    if !owner
        && let Some(next) = speech
            .turns
            .get(at + 1)
            .filter(|_| !speech.same(at, at + 1))
    {
        near.extend(next.sentences.iter().take(4).map(|sentence| (1, sentence)));
    }
    let sum = |cue: Cue| -> i32 {
        near.iter()
            .filter(|(_, sentence)| !sentence.bounds.question && sentence.has(cue))
            .map(|(weight, _)| weight)
            .sum()
    };
    let asked = at
        .checked_sub(1)
        .filter(|before| !speech.same(*before, at))
        .is_some_and(|before| speech.turns[before].has(Cue::NotDone));
    // Who did not do it says so, or says what came in between; what others did is not the deed.
    let excuse = owner
        && said.sentences[place..]
            .iter()
            .any(|sentence| sentence.any(&[Cue::Tools, Cue::Workload, Cue::Private, Cue::World]));
    let owned = owner
        && said.sentences[place..]
            .iter()
            .take(4)
            .any(|sentence| denies(said, sentence));
    let told = if telling.denied {
        0
    } else {
        telling
            .bases
            .iter()
            .map(|base| verb.told_by(base))
            .max()
            .unwrap_or_default()
    };
    let thanks = !owner && said.has(Cue::Thanks)
        || owner
            && speech.answer_to(at).is_some_and(|next| {
                speech.turns[next]
                    .sentences
                    .iter()
                    .take(2)
                    .any(|sentence| sentence.has(Cue::Thanks))
            });
    let done = sum(Cue::Done)
        + sum(Cue::DoneStrong) * 2
        + i32::from(told) * 2
        + if thanks { 2 } else { 0 }
        + if telling.same_day && !telling.denied {
            2
        } else {
            0
        };
    let undone = sum(Cue::NotDone) * 2
        + sum(Cue::Forgot) * 3
        + sum(Cue::Waiting)
        + if owned { 5 } else { 0 }
        + if excuse { 2 } else { 0 }
        + if asked { 2 } else { 0 }
        + if but(said, &said.sentences[place]) {
            4
        } else {
            0
        }
        + confirmed(speech, at);
    let ahead: i32 = near
        .iter()
        .filter(|(_, sentence)| sentence.any(&[Cue::Ready, Cue::Receipt]))
        .map(|(weight, _)| weight)
        .sum();
    let partly = sum(Cue::Partly) + ahead;
    let dropped = sum(Cue::DroppedIt) + if undone > done { let_go(speech, at) } else { 0 };
    let passed = open
        .due
        .is_some_and(|due| due <= speech.job.transcript.date);
    let status = if dropped > done && dropped >= undone {
        Status::Dropped
    } else if undone > done {
        if passed
            || open.due.is_none()
                && (sum(Cue::NotDone) + sum(Cue::Forgot) > 0 || sum(Cue::Waiting) == 0)
        {
            Status::Missed
        } else {
            Status::Progress
        }
    } else if partly > done {
        Status::Progress
    } else {
        Status::Done
    };
    let reason = match status {
        Status::Missed | Status::Progress | Status::Dropped => reason(speech, open, at),
        _ => None,
    };
    Outcome { status, reason }
}

/// Whether a sentence takes back what it began with: "it's written, but it has to be signed".
fn but(said: &Said<'_>, sentence: &Sentence) -> bool {
    let Some(at) = sentence
        .bounds
        .words
        .clone()
        .find(|at| said.word(*at) == "but")
    else {
        return false;
    };
    sentence
        .hits
        .iter()
        .any(|hit| hit.at.start > at && matches!(hit.cue, Cue::Waiting | Cue::NotDone))
        && !sentence
            .hits
            .iter()
            .any(|hit| hit.at.start > at && hit.cue == Cue::Done)
}

/// What the next two turns add: "So it hasn't gone." "It hasn't, no."
fn confirmed(speech: &Speech<'_>, at: usize) -> i32 {
    let short = |turn: usize| {
        speech
            .turns
            .get(turn)
            .is_some_and(|said| said.tokens.len() <= 12 && said.has(Cue::NotDone))
    };
    if short(at + 1) { 3 } else { 0 }
}

/// What is let go behind an excuse: "There's no point now." "I'll leave it so."
fn let_go(speech: &Speech<'_>, at: usize) -> i32 {
    let last = speech.turns.len().min(at + 5);
    let said = (at + 1..last)
        .filter(|turn| {
            speech.turns[*turn]
                .sentences
                .iter()
                .take(2)
                .any(|sentence| {
                    !sentence.bounds.question
                        && sentence.has(Cue::DroppedIt)
                        && !sentence.has(Cue::Promise)
                })
        })
        .count();
    if said >= 2 { 9 } else { 0 }
}

/// Whether the speaker says that they did not: "I never opened it".
fn denies(said: &Said<'_>, sentence: &Sentence) -> bool {
    sentence
        .of(Cue::NotDone)
        .chain(sentence.of(Cue::Forgot))
        .any(|hit| {
            let from = hit
                .at
                .start
                .saturating_sub(2)
                .max(sentence.bounds.words.start);
            (from..hit.at.end).any(|at| matches!(said.word(at), "i" | "we"))
        })
}

/// The reason given, by class. What is said of health or family is nobody's business: it gives none.
fn reason(speech: &Speech<'_>, open: &OpenCommitment, at: usize) -> Option<Reason> {
    let classes = [
        (Cue::Forgot, Reason::Forgot),
        (Cue::Unclear, Reason::UnclearAsk),
        (Cue::Waiting, Reason::WaitingOnOthers),
        (Cue::Tools, Reason::Tools),
        (Cue::Workload, Reason::Workload),
        (Cue::World, Reason::External),
    ];
    let owner = open.owner.as_ref().and_then(|owner| owner.person.as_ref());
    let turns = (at..speech.turns.len().min(at + 3)).filter(|turn| {
        *turn == at || owner.is_some() && speech.turns[*turn].turn.speaker.as_ref() == owner
    });
    for turn in turns {
        let said = &speech.turns[turn];
        if said.has(Cue::Private) {
            return None;
        }
        if let Some((_, reason)) = classes.iter().find(|(cue, _)| said.has(*cue)) {
            return Some(*reason);
        }
    }
    Some(Reason::None)
}
