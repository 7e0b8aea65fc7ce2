//! Follow-ups: what a meeting says of commitments that were open before it. First where each is spoken of, then what became of it.

use super::actions::{Draft, FIRM};
use super::dialogue::Speech;
use super::heard::Memory;
use super::lexicon::Cue;
use super::places::{Candidate, DOUBT, ENOUGH, OWN, candidates};
use super::status;
use super::words::Stem;
use crate::extract::Found;
use crate::model::{Detail, FollowUp, Reason, Status, Who, text};

/// A follow-up with its place.
#[derive(Debug, Clone)]
pub(super) struct Told {
    pub(super) at: usize,
    /// The sentence of it.
    place: usize,
    /// The turn in which another commitment is told of.
    until: usize,
    /// Which open commitment, by its place in the context.
    pub(super) of: usize,
    pub(super) found: Found,
}

/// What was told of each open commitment: one follow-up at most, where it is told best.
pub(super) fn find(speech: &Speech<'_>, memory: &Memory, drafts: &[Draft]) -> Vec<Told> {
    let open = &speech.job.context.open;
    if open.is_empty() {
        return Vec::new();
    }
    let turns = &speech.turns;
    let mut all: Vec<Candidate> = Vec::new();
    for of in 0..open.len() {
        let mut best: Vec<Candidate> = Vec::new();
        for at in 0..turns.len() {
            candidates(speech, memory, of, at, &mut best);
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
    let mut chosen: Vec<&Candidate> = Vec::new();
    let mut used: Vec<(usize, usize)> = Vec::new();
    for candidate in &all {
        let free = candidate.own >= OWN || !used.contains(&(candidate.at, candidate.place));
        if !free || chosen.iter().any(|other| other.of == candidate.of) {
            continue;
        }
        used.push((candidate.at, candidate.place));
        chosen.push(candidate);
    }
    // What is said behind one telling is of that commitment until the next one is told of.
    let until = |at: usize| {
        let next = chosen
            .iter()
            .filter(|other| other.worth >= ENOUGH && other.at > at);
        next.map(|other| other.at).min().unwrap_or(turns.len())
    };
    let mut out: Vec<Told> = chosen
        .iter()
        .map(|candidate| told(speech, memory, drafts, candidate, until(candidate.at)))
        .collect();
    out.sort_by_key(|told| (told.at, told.of));
    out
}

fn told(
    speech: &Speech<'_>,
    memory: &Memory,
    drafts: &[Draft],
    candidate: &Candidate,
    until: usize,
) -> Told {
    let Candidate { of, at, place, .. } = *candidate;
    let open = &speech.job.context.open[of];
    let said = &speech.turns[at];
    let outcome = status::read(speech, memory, drafts, of, (at, place), until);
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
            new_due: outcome.new_due,
            reason: outcome.reason,
        }),
        text: text::squash(&open.text),
        evidence,
        sure: candidate.worth >= ENOUGH,
    };
    Told {
        at,
        place,
        until,
        of,
        found,
    }
}

/// Which earlier promise each action item says again, by its place in the context.
pub(super) fn repeats(
    speech: &Speech<'_>,
    memory: &Memory,
    drafts: &[Draft],
    told: &[Told],
) -> Vec<Option<usize>> {
    let mut pairs: Vec<(f64, usize, usize)> = Vec::new();
    for (number, draft) in drafts.iter().enumerate() {
        for of in 0..memory.matters.len() {
            if let Some(worth) = repeating(speech, memory, draft, of, told) {
                pairs.push((worth, number, of));
            }
        }
    }
    pairs.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    let mut out = vec![None; drafts.len()];
    for (_, number, of) in pairs {
        if out[number].is_none() && !out.contains(&Some(of)) {
            out[number] = Some(of);
        }
    }
    out
}

/// How many turns behind its telling a promise is made again.
const SOON: usize = 14;

/// How much speaks for an item saying an earlier promise again; none where too little does.
fn repeating(
    speech: &Speech<'_>,
    memory: &Memory,
    draft: &Draft,
    of: usize,
    told: &[Told],
) -> Option<f64> {
    let matter = &memory.matters[of];
    let sorted = |stems: &[Stem]| {
        let mut stems = stems.to_vec();
        stems.sort_unstable();
        stems.dedup();
        stems
    };
    let own = matter.shared(&sorted(&draft.matter));
    let shared = own + 0.6 * matter.shared(&sorted(&draft.hint));
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
    let later = |told: &Told| (draft.at, draft.place) > (told.at, told.place);
    let Some(near) = near.filter(|told| later(told)) else {
        return (shared >= 1.8 && !settled).then_some(shared);
    };
    let steps = draft.at - near.at;
    if settled {
        // What was called done and is promised again in the same breath was not done.
        return (steps <= 2 && shared >= 1.0).then_some(shared);
    }
    let open = &speech.job.context.open[of];
    let mine = open
        .owner
        .as_ref()
        .is_none_or(|owner| *owner == draft.owner);
    if draft.at >= near.until.max(near.at + 1) || steps > SOON || !mine {
        return (shared >= 0.9).then_some(shared);
    }
    // What was not done is mostly promised again before anything else is spoken of.
    let bare = match draft.rich {
        0 => 1.0,
        1 => 0.6,
        _ => 0.0,
    };
    let dated = if draft.due.is_some() { 0.4 } else { 0.0 };
    #[expect(clippy::cast_precision_loss, reason = "a meeting has few turns")]
    let worth = shared.min(2.0) + bare + dated - 0.05 * steps as f64;
    (worth >= 0.4).then_some(worth)
}

/// Gives the follow-ups what the new promises say: the new date, and who has it now.
pub(super) fn renew(speech: &Speech<'_>, told: &mut Vec<Told>, again: usize, draft: &Draft) {
    let open = &speech.job.context.open[again];
    let others = open
        .owner
        .as_ref()
        .is_some_and(|owner| *owner != draft.owner);
    // Nothing else is said of it, and the other promises it: that takes it over.
    if others && !told.iter().any(|one| one.of == again) {
        told.push(Told {
            at: draft.at,
            place: draft.place,
            until: draft.at + 1,
            of: again,
            found: Found {
                detail: Detail::FollowUp(FollowUp {
                    of: Some(open.item.clone()),
                    status: Status::TakenOver(draft.owner.clone()),
                    new_due: draft.due,
                    reason: None,
                }),
                text: text::squash(&open.text),
                evidence: draft.evidence.iter().take(1).cloned().collect(),
                sure: draft.weight >= FIRM,
            },
        });
        return;
    }
    for one in told.iter_mut() {
        let open = &speech.job.context.open[one.of];
        if one.of != again {
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
