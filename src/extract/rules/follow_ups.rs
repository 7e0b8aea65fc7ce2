//! Follow-ups: what a meeting says of commitments that were open before it. First where each is spoken of, then what became of it.

use super::actions::Draft;
use super::dialogue::Speech;
use super::heard::Memory;
use super::lexicon::Cue;
use super::places::{Candidate, DOUBT, ENOUGH, OWN, STALE, candidates};
use super::status;
use crate::extract::Found;
use crate::model::{Detail, FollowUp, ItemRef, Reason, Status, Who, text};

/// A follow-up with its place.
#[derive(Debug, Clone)]
pub(super) struct Told {
    pub(super) at: usize,
    /// Which open commitment, by its place in the context.
    pub(super) of: usize,
    pub(super) found: Found,
}

/// What was told of each open commitment: one follow-up at most, where it is told best.
pub(super) fn find(speech: &Speech<'_>, memory: &Memory) -> Vec<Told> {
    let open = &speech.job.context.open;
    if open.is_empty() {
        return Vec::new();
    }
    let turns = &speech.turns;
    let mut all: Vec<Candidate> = Vec::new();
    for of in 0..open.len() {
        let stale = open
            .iter()
            .any(|other| other.item.date > open[of].item.date);
        let mut best: Vec<Candidate> = Vec::new();
        for at in 0..turns.len() {
            candidates(speech, memory, of, at, &mut best);
        }
        if stale {
            for one in &mut best {
                one.worth -= STALE;
            }
        }
        best.retain(|one| one.worth >= ENOUGH - DOUBT);
        best.sort_by(|a, b| {
            b.worth
                .total_cmp(&a.worth)
                .then((a.at, a.place).cmp(&(b.at, b.place)))
        });
        best.truncate(6);
        all.extend(best);
    }
    // The surest first: a sentence tells of one commitment, unless it names both.
    all.sort_by(|a, b| {
        b.worth
            .total_cmp(&a.worth)
            .then((a.of, a.at).cmp(&(b.of, b.at)))
    });
    let mut out: Vec<Told> = Vec::new();
    let mut used: Vec<(usize, usize)> = Vec::new();
    for candidate in &all {
        let free = candidate.own >= OWN || !used.contains(&(candidate.at, candidate.place));
        if !free || out.iter().any(|told| told.of == candidate.of) {
            continue;
        }
        used.push((candidate.at, candidate.place));
        out.push(told(speech, memory, candidate));
    }
    out.sort_by_key(|told| (told.at, told.of));
    out
}

fn told(speech: &Speech<'_>, memory: &Memory, candidate: &Candidate) -> Told {
    let Candidate { of, at, place, .. } = *candidate;
    let open = &speech.job.context.open[of];
    let said = &speech.turns[at];
    let telling = &memory.told[at][place];
    let outcome = status::read(speech, open, telling, &memory.verbs[of], at, place);
    let sentence = &said.sentences[place];
    let mut evidence = vec![speech.quote(at, sentence.bounds.words.clone())];
    let asked =
        |before: &usize| !speech.same(*before, at) && speech.turns[*before].has(Cue::AskedAfter);
    if let Some(before) = at.checked_sub(1).filter(asked) {
        evidence.push(speech.quote(before, 0..1));
    }
    let found = Found {
        detail: Detail::FollowUp(FollowUp {
            of: Some(open.item.clone()),
            status: outcome.status,
            new_due: None,
            reason: outcome.reason,
        }),
        text: text::squash(&open.text),
        evidence,
        sure: candidate.worth >= ENOUGH,
    };
    Told { at, of, found }
}

/// The earlier promise that an action item says again.
pub(super) fn repeats(
    speech: &Speech<'_>,
    memory: &Memory,
    draft: &Draft,
    told: &[Told],
) -> Option<ItemRef> {
    let open = &speech.job.context.open;
    let mut stems = draft.matter.clone();
    stems.sort_unstable();
    let mut hints = draft.hint.clone();
    hints.sort_unstable();
    let mut best: Option<(f64, usize)> = None;
    for (of, matter) in memory.matters.iter().enumerate() {
        let own = matter.shared(&stems);
        let shared = own + 0.6 * matter.shared(&hints);
        let near = told.iter().find(|told| told.of == of);
        let settled = near.is_some_and(|told| {
            matches!(
                &told.found.detail,
                Detail::FollowUp(FollowUp {
                    status: Status::Done | Status::Dropped,
                    ..
                })
            )
        });
        let steps = near.and_then(|told| draft.at.checked_sub(told.at));
        let follows = steps.is_some_and(|steps| steps <= 5);
        let worth = shared
            + if follows {
                1.0 + if draft.idle { 0.3 } else { 0.0 }
            } else {
                0.0
            };
        // What was called done and is promised again in the same breath was not done.
        let least = match (settled, follows) {
            (true, _) if steps.is_some_and(|steps| steps <= 2) => 2.0,
            (true, _) => continue,
            (false, true) => 1.2,
            (false, false) => 1.8,
        };
        if worth >= least && best.is_none_or(|(most, _)| worth > most) {
            best = Some((worth, of));
        }
    }
    best.map(|(_, of)| open[of].item.clone())
}

/// Gives the follow-ups what the new promises say: the new date, and who has it now.
pub(super) fn renew(speech: &Speech<'_>, told: &mut [Told], again: &ItemRef, draft: &Draft) {
    for one in told.iter_mut() {
        let open = &speech.job.context.open[one.of];
        if open.item != *again {
            continue;
        }
        if let Detail::FollowUp(follow) = &mut one.found.detail {
            follow.new_due = draft.due.or(follow.new_due);
            if follow.status == Status::Done {
                let passed = open
                    .due
                    .is_some_and(|due| due <= speech.job.transcript.date);
                follow.status = if passed {
                    Status::Missed
                } else {
                    Status::Progress
                };
                follow.reason = Some(Reason::None);
            }
            let other = |owner: &Who| *owner != draft.owner;
            if follow.status == Status::Progress && open.owner.as_ref().is_some_and(other) {
                follow.status = Status::TakenOver(draft.owner.clone());
            }
        }
    }
}
