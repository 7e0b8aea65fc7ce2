//! Where each open commitment may be spoken of, and how much speaks for each place. It does not know what became of anything.

use super::dialogue::Speech;
use super::heard::Memory;
use super::telling::Telling;
use super::tense::Verb;
use crate::extract::dates::Named;
use crate::model::OpenCommitment;
use crate::model::calendar::days_between;

/// The worth from which a sentence surely tells of a commitment, and how far below it is a maybe.
pub(super) const ENOUGH: f64 = 1.1;
pub(super) const DOUBT: f64 = 0.4;
/// A sentence tells of one commitment, unless it shares this much with each.
pub(super) const OWN: f64 = 1.2;
/// The least that must be shared, in the sentence or around it.
const LEAST: f64 = 0.2;
/// What the end of a meeting counts less than its beginning: what was promised is told of early, later talk is of the next thing.
const LATE: f64 = 0.4;
/// What a question that names the matter adds.
const ASKED: f64 = 1.2;
/// How much of what the next sentence shares counts.
const LATER: f64 = 0.2;
/// The verb of the deed in the past, and one that does the same office.
const SAME_VERB: f64 = 0.5;
const KIN_VERB: f64 = 0.1;
/// A phrase that plainly tells an outcome, and one that may.
const PLAIN: f64 = 0.5;
const TOLD: f64 = 0.3;
/// The day it was due, by its number and by its weekday.
const NUMBER: f64 = 0.6;
const WEEKDAY: f64 = 0.3;
/// "Like I said", "it was to be Friday".
const HARKS: f64 = 0.4;
/// The owner's deed in the owner's mouth, and in the mouth of the other; a deed of somebody who never promised it.
const FIRST: f64 = 0.5;
const SECOND: f64 = 0.4;
const OTHERS: f64 = 0.7;
/// What a sentence loses that only promises.
const PROMISES: f64 = 0.9;

/// A place where a commitment may be spoken of.
#[derive(Debug, Clone, Copy)]
pub(super) struct Candidate {
    pub(super) worth: f64,
    /// How much the sentence itself shares.
    pub(super) own: f64,
    pub(super) of: usize,
    pub(super) at: usize,
    pub(super) place: usize,
}

/// What a commitment loses that was open before the last meeting already: the last promises are asked after first.
pub(super) const STALE: f64 = 1.3;

/// The places of one turn where a commitment may be spoken of.
pub(super) fn candidates(
    speech: &Speech<'_>,
    memory: &Memory,
    of: usize,
    at: usize,
    out: &mut Vec<Candidate>,
) {
    let said = &speech.turns[at];
    let open = &speech.job.context.open[of];
    let matter = &memory.matters[of];
    let here = &memory.heard[at];
    let turn = |at: usize| {
        memory
            .heard
            .get(at)
            .map_or(0.0, |heard| matter.weigh(&heard.turn))
    };
    let before = at.checked_sub(1).map_or(0.0, turn);
    let behind = turn(at + 1);
    // Most turns are of other things: one look tells.
    if before + matter.weigh(&here.all) + 0.1 * behind < LEAST {
        return;
    }
    let mine = open
        .owner
        .as_ref()
        .is_some_and(|owner| owner.person.is_some() && owner.person == said.turn.speaker);
    let shared: Vec<f64> = here
        .sentences
        .iter()
        .map(|sentence| matter.weigh(&sentence.own))
        .collect();
    // A question that names the matter asks after it.
    let questioned = here.asked.iter().any(|named| matter.weigh(named) > 0.3);
    let questioned = if questioned { ASKED } else { 0.0 };
    // What was promised is told of early; later talk is of the next thing.
    #[expect(clippy::cast_precision_loss, reason = "a meeting has few turns")]
    let late = at as f64 / speech.turns.len().max(1) as f64;
    for (place, telling) in memory.told[at].iter().enumerate() {
        if !telling.tells {
            continue;
        }
        // What is named in the sentences before counts for the one that tells; the question counts for the first few.
        let own = shared[place];
        let earlier = shared[place.saturating_sub(3)..place]
            .iter()
            .copied()
            .fold(0.0, f64::max);
        let later = shared.get(place + 1).copied().unwrap_or_default();
        let first = place < 3 || said.sentences[place].bounds.words.start < 14;
        let asked = if first { before * here.led } else { 0.0 };
        let heard = &here.sentences[place];
        let asked = asked.max(matter.weigh(&heard.topic) * heard.topic_counts);
        let about = own
            + 0.7 * earlier.max(asked)
            + 0.3 * earlier.min(asked)
            + LATER * later
            + 0.1 * behind;
        if about < LEAST {
            continue;
        }
        let worth =
            about + signs(open, &memory.verbs[of], telling, mine) + questioned - LATE * late;
        out.push(Candidate {
            worth,
            own,
            of,
            at,
            place,
        });
    }
}

/// What speaks for a sentence beside the words it shares: the verb of the deed in the past, the right person, the day it was due, and
/// that the speaker harks back.
fn signs(open: &OpenCommitment, verb: &Verb, telling: &Telling, mine: bool) -> f64 {
    let told = telling
        .bases
        .iter()
        .map(|base| verb.told_by(base))
        .max()
        .unwrap_or_default();
    let mut worth = match told {
        2 => SAME_VERB,
        1 => KIN_VERB,
        _ => 0.0,
    };
    worth += match telling.plain {
        2 => PLAIN,
        1 => TOLD,
        _ => 0.0,
    };
    if let Some(due) = open.due {
        let named = telling
            .days
            .iter()
            .filter(|day| day.names(due))
            .map(|day| {
                if matches!(day, Named::Number(_)) {
                    NUMBER
                } else {
                    WEEKDAY
                }
            })
            .fold(0.0, f64::max);
        worth += named;
        let soon = days_between(open.item.date, due) <= 1;
        worth += if soon && telling.same_day { 0.4 } else { 0.0 };
    }
    worth += if telling.harks { HARKS } else { 0.0 };
    worth += match (mine, telling.first, telling.second) {
        (true, true, _) => FIRST,
        (true, false, true) => {
            if telling.receipt {
                0.3
            } else {
                -0.3
            }
        }
        (true, false, false) => 0.3,
        (false, _, true) => SECOND,
        (false, true, false) => {
            if telling.receipt {
                0.2
            } else {
                -OTHERS
            }
        }
        (false, false, false) => 0.1,
    };
    if telling.promises {
        worth -= PROMISES;
    }
    worth
}
