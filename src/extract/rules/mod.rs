//! The offline engine: phrases, places and turns, no model and no network. One file for each kind of item, on shared machinery.
//! It finds and never judges whether a quote stands: that is `verify`'s.

mod actions;
mod asked;
mod circumstance;
mod deferred;
mod dialogue;
mod doing;
mod due;
mod expectations;
mod feedback;
mod follow_ups;
mod goes_on;
mod heard;
mod join;
mod lexicon;
mod places;
mod praise;
mod promise;
mod quote;
mod receipt;
mod reply;
mod reproach;
mod request;
mod sentence;
mod settled;
mod stance;
mod status;
mod taken;
mod telling;
mod tense;
mod topic;
mod unanswered;
mod unclear;
mod words;

#[cfg(test)]
mod feedback_tests;
#[cfg(test)]
mod judged_tests;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_follow;

use super::{Found, Job};
use crate::model::{Detail, Kind, TaskState};
use dialogue::Speech;

/// Everything the rules find, in the order of the turns.
pub(super) fn find(job: &Job<'_>) -> Vec<Found> {
    let speech = Speech::new(job);
    let memory = heard::Memory::new(&speech);
    let mut told = follow_ups::find(&speech, &memory);
    let drafts = actions::find(&speech);
    let mut found: Vec<(usize, Found)> = Vec::new();
    for draft in &drafts {
        let again = follow_ups::repeats(&speech, &memory, draft, &told);
        if let Some(again) = &again {
            follow_ups::renew(&speech, &mut told, again, draft);
        }
        found.push((
            draft.at,
            Found {
                detail: Detail::Action {
                    owner: Some(draft.owner.clone()),
                    due: draft.due,
                    state: TaskState::Open,
                    again,
                },
                text: draft.text.clone(),
                evidence: draft.evidence.clone(),
                sure: draft.weight >= actions::FIRM,
            },
        ));
    }
    let put_off = deferred::find(&speech, &drafts);
    found.extend(unclear::find(&speech, &drafts, &put_off));
    let norms = expectations::find(&speech, &drafts);
    // A standard with a date is no task beside itself.
    found.retain(|(_, found)| {
        found.detail.kind() != Kind::Action
            || !norms
                .iter()
                .any(|(_, norm)| norm.sure && same_words(found, norm))
    });
    found.extend(norms);
    found.extend(told.into_iter().map(|told| (told.at, told.found)));
    found.extend(feedback::find(&speech));
    found.extend(put_off);
    found.sort_by_key(|(at, found)| (*at, found.detail.kind()));
    found
        .into_iter()
        .map(|(_, found)| found)
        .filter(|found| !found.text.is_empty() && !found.evidence.is_empty())
        .collect()
}

/// Whether two findings stand on the same words first of all.
fn same_words(one: &Found, other: &Found) -> bool {
    one.evidence
        .first()
        .zip(other.evidence.first())
        .is_some_and(|(one, other)| {
            one.turn == other.turn
                && (one.quote.contains(&other.quote) || other.quote.contains(&one.quote))
        })
}
