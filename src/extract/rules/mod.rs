//! The offline engine: phrases, places and turns, no model and no network. One file for each kind of item, on shared machinery.
//! It finds and never judges whether a quote stands: that is `verify`'s.

mod account;
mod actions;
mod additions;
mod asked;
mod background;
mod circumstance;
mod day_words;
mod deferred;
mod demand;
mod dialogue;
mod doing;
mod due;
mod expectations;
mod feedback;
mod follow_ups;
mod framework;
mod goes_on;
mod group;
mod heard;
mod join;
mod lexicon;
mod marks;
mod places;
mod praise;
mod promise;
mod quote;
mod receipt;
mod remark;
mod remark_parts;
mod reply;
mod reproach;
mod request;
mod said;
mod sentence;
mod settled;
mod stance;
mod status;
mod stem;
mod taken;
mod telling;
mod tense;
mod topic;
mod trace;
mod unanswered;
mod unclear;
mod vague;
mod words;

#[cfg(test)]
mod feedback_tests;
#[cfg(test)]
mod judged_tests;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_follow;

use super::{Found, Job, verify};
use crate::model::{Detail, Kind, TaskState};
pub use additions::lexicon;
use dialogue::Speech;
pub use lexicon::{Lexicon, help as lexicon_help};
pub use remark_parts::remark_parts;
pub use trace::{DaySaid, Link, Quoted, Sign, Trace};

/// Everything the rules find, in the order of the turns.
pub(super) fn find(job: &Job<'_>) -> Vec<Found> {
    found(&Speech::new(job))
}

/// The same with why each was found.
pub(super) fn explain(job: &Job<'_>) -> Vec<(Found, Trace)> {
    let speech = Speech::new(job);
    let all = found(&speech).into_iter();
    all.map(|found| {
        let trace = trace::of(&speech, &found);
        (found, trace)
    })
    .collect()
}

fn found(speech: &Speech<'_>) -> Vec<Found> {
    let memory = heard::Memory::new(speech);
    let drafts = actions::find(speech);
    let mut told = follow_ups::find(speech, &memory, &drafts);
    let mut found: Vec<(usize, Found)> = Vec::new();
    let repeats = follow_ups::repeats(speech, &memory, &drafts, &told);
    for (draft, again) in drafts.iter().zip(repeats) {
        if let Some(again) = again {
            follow_ups::renew(speech, &mut told, again, draft);
        }
        let mut evidence = draft.evidence.clone();
        evidence.dedup();
        evidence.truncate(verify::MOST);
        let mut evidence = quote::without_repeats(evidence);
        // The words of its date come last: what the item is about is told first.
        let dated = draft
            .due
            .and_then(|due| day_words::receipt(speech, &evidence, due));
        if dated.is_some() {
            evidence.truncate(verify::MOST - 1);
        }
        evidence.extend(dated);
        let again = again.map(|of| speech.job.context.open[of].item.clone());
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
                evidence,
                sure: draft.weight >= actions::FIRM,
            },
        ));
    }
    let put_off = deferred::find(speech, &drafts);
    found.extend(unclear::find(speech, &drafts, &put_off));
    let mut norms = expectations::find(speech, &drafts);
    if speech.is_group() {
        // With several at the table who is given something is told so: the task is no standard beside itself.
        norms.retain(|(_, norm)| {
            !found.iter().any(|(_, found)| {
                found.detail.kind() == Kind::Action && found.sure && same_words(found, norm)
            })
        });
    }
    // A standard with a date is no task beside itself.
    found.retain(|(_, found)| {
        found.detail.kind() != Kind::Action
            || !norms
                .iter()
                .any(|(_, norm)| norm.sure && same_words(found, norm))
    });
    found.extend(norms);
    found.extend(told.into_iter().map(|told| (told.at, told.found)));
    found.extend(feedback::find(speech));
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
