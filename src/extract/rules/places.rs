//! Where each open commitment may be spoken of, and how much speaks for each place. It does not know what became of anything.

use super::dialogue::Speech;
use super::heard::Memory;
use super::telling::Telling;
use super::tense::Verb;
use crate::extract::dates::Named;
use crate::model::OpenCommitment;
use crate::model::calendar::days_between;

/// The worth from which a sentence surely tells of a commitment, and how far below it is a maybe.
pub(super) const ENOUGH: f64 = 0.9;
pub(super) const DOUBT: f64 = 0.4;
/// A sentence tells of one commitment, unless it shares this much with each.
pub(super) const OWN: f64 = 1.2;
/// The least that must be shared, in the sentence or around it.
const LEAST: f64 = 0.2;
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

/// What may speak for a place or against it.
#[derive(Debug, Clone, Copy)]
pub(super) enum Reason {
    /// How much of what the commitment is about the sentence names.
    Own,
    /// The more and the less of what the sentences before name and what the question or the topic names.
    Around,
    AroundLess,
    /// What the next sentence and the next turn name.
    Next,
    Behind,
    /// A question that names the matter asks after it.
    Questioned,
    /// The verb of the deed in the past, and one that does the same office.
    SameVerb,
    KinVerb,
    /// A phrase that plainly tells an outcome, and one that may.
    Plain,
    Told,
    /// The day it was due, by its number and by its weekday; the day of the promise itself.
    DayNumber,
    DayName,
    SameDay,
    /// "Like I said", "it was to be Friday".
    Harks,
    /// The owner speaks of a deed of the owner's own, of one of the other's, of neither.
    MineFirst,
    MineSecond,
    MineNeither,
    /// The other speaks of the owner's deed, of a deed of the other's own, of neither.
    TheirsSecond,
    TheirsFirst,
    TheirsNeither,
    /// The speaker got, saw or used something.
    Receipt,
    /// The sentence only promises.
    Promises,
    /// How late in the meeting it is said, from 0 to 1: what was promised is told of early.
    Late,
    /// How much of another commitment the sentence names, and how much what stands around it.
    Rival,
    RivalAround,
    Passed,
    Old,
    Short,
}

/// How many reasons there are.
const REASONS: usize = Reason::Short as usize + 1;

/// What each reason weighs.
const WEIGHTS: [f64; REASONS] = [
    0.87, 0.83, 0.55, 0.34, 0.08, 0.67, 0.3, 0.17, 0.41, 0.14, 0.51, 0.83, 0.49, 0.1, 0.42, -0.21,
    0.14, 0.15, -0.47, -0.18, 0.33, -0.49, -0.5, -0.2, -0.38, 0.39, -0.7, -0.21,
];

/// The places of one turn where a commitment may be spoken of.
pub(super) fn candidates(
    speech: &Speech<'_>,
    memory: &Memory,
    of: usize,
    at: usize,
    out: &mut Vec<Candidate>,
) {
    reasons(speech, memory, of, at, |place, reasons| {
        let worth = reasons
            .iter()
            .zip(WEIGHTS)
            .map(|(reason, weight)| reason * weight)
            .sum();
        out.push(Candidate {
            worth,
            own: reasons[Reason::Own as usize],
            of,
            at,
            place,
        });
    });
}

/// What speaks for each sentence of a turn that may tell of a commitment.
pub(super) fn reasons(
    speech: &Speech<'_>,
    memory: &Memory,
    of: usize,
    at: usize,
    mut found: impl FnMut(usize, [f64; REASONS]),
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
    let questioned = here.asked.iter().any(|named| matter.weigh(named) > 0.3);
    #[expect(clippy::cast_precision_loss, reason = "a meeting has few turns")]
    let late = at as f64 / speech.turns.len().max(1) as f64;
    for (place, telling) in memory.told[at].iter().enumerate() {
        // "No, sorry": whoever is asked tells by the first words, whatever they are.
        if !(telling.tells || place == 0 && questioned && !telling.asks) {
            continue;
        }
        // What is named in the sentences before counts for the one that tells; the question counts for the first few.
        let own = shared[place];
        let earlier = shared[place.saturating_sub(3)..place]
            .iter()
            .copied()
            .fold(0.0, f64::max);
        let next = shared.get(place + 1).copied().unwrap_or_default();
        let first = place < 3 || said.sentences[place].bounds.words.start < 14;
        let asked = if first { before * here.led } else { 0.0 };
        let heard = &here.sentences[place];
        let asked = asked.max(matter.weigh(&heard.topic) * heard.topic_counts);
        let about =
            own + 0.7 * earlier.max(asked) + 0.3 * earlier.min(asked) + 0.2 * next + 0.1 * behind;
        if about < LEAST {
            continue;
        }
        let mut all = [0.0; REASONS];
        let mut put = |reason: Reason, worth: f64| all[reason as usize] = worth;
        put(Reason::Own, own);
        put(Reason::Around, earlier.max(asked));
        put(Reason::AroundLess, earlier.min(asked));
        put(Reason::Next, next);
        put(Reason::Behind, behind);
        put(Reason::Questioned, f64::from(u8::from(questioned)));
        put(Reason::Late, late);
        let others = || {
            memory
                .matters
                .iter()
                .enumerate()
                .filter(|(other, _)| *other != of)
                .map(|(_, other)| other)
        };
        put(
            Reason::Rival,
            others()
                .map(|other| other.weigh(&heard.own))
                .fold(0.0, f64::max),
        );
        let near = |other: &super::heard::Matter| {
            let earlier = here.sentences[place.saturating_sub(3)..place]
                .iter()
                .map(|s| other.weigh(&s.own))
                .fold(0.0, f64::max);
            let before = at
                .checked_sub(1)
                .map_or(0.0, |before| other.weigh(&memory.heard[before].turn));
            earlier
                .max(if first { before * here.led } else { 0.0 })
                .max(other.weigh(&heard.topic) * heard.topic_counts)
        };
        put(Reason::RivalAround, others().map(near).fold(0.0, f64::max));
        put(
            Reason::Passed,
            f64::from(u8::from(
                open.due
                    .is_some_and(|due| due <= speech.job.transcript.date),
            )),
        );
        let newest = speech.job.context.open.iter().map(|o| o.item.date).max();
        put(
            Reason::Old,
            f64::from(u8::from(
                newest.is_some_and(|newest| open.item.date < newest),
            )),
        );
        put(
            Reason::Short,
            f64::from(u8::from(said.sentences[place].len() <= 4)),
        );
        signs(open, &memory.verbs[of], telling, mine, |reason| {
            put(reason, 1.0)
        });
        found(place, all);
    }
}

/// What speaks for a sentence beside the words it shares: the verb of the deed in the past, the right person, the day it was due, and
/// that the speaker harks back.
fn signs(
    open: &OpenCommitment,
    verb: &Verb,
    telling: &Telling,
    mine: bool,
    mut put: impl FnMut(Reason),
) {
    let told = telling
        .bases
        .iter()
        .map(|base| verb.told_by(base))
        .max()
        .unwrap_or_default();
    match told {
        2 => put(Reason::SameVerb),
        1 => put(Reason::KinVerb),
        _ => {}
    }
    match telling.plain {
        2 => put(Reason::Plain),
        1 => put(Reason::Told),
        _ => {}
    }
    if let Some(due) = open.due {
        let named = || telling.days.iter().filter(|day| day.names(due));
        if named().any(|day| matches!(day, Named::Number(_))) {
            put(Reason::DayNumber);
        } else if named().next().is_some() {
            put(Reason::DayName);
        }
        if telling.same_day && days_between(open.item.date, due) <= 1 {
            put(Reason::SameDay);
        }
    }
    if telling.harks {
        put(Reason::Harks);
    }
    put(match (mine, telling.first, telling.second) {
        (true, true, _) => Reason::MineFirst,
        (true, false, true) => Reason::MineSecond,
        (true, false, false) => Reason::MineNeither,
        (false, _, true) => Reason::TheirsSecond,
        (false, true, false) => Reason::TheirsFirst,
        (false, false, false) => Reason::TheirsNeither,
    });
    let own_deed = mine == telling.first && !(mine && !telling.second);
    if telling.receipt && !own_deed {
        put(Reason::Receipt);
    }
    if telling.promises {
        put(Reason::Promises);
    }
}
