//! Follow-ups: what a meeting says of commitments that were open before it. First where each is spoken of, then what became of it.

use super::actions::Draft;
use super::cues::Cue;
use super::dialogue::{Said, Sentence, Speech};
use super::memory::{Matter, Memory};
use super::status;
use super::words::{self, Stem};
use crate::extract::Found;
use crate::model::{Detail, FollowUp, ItemRef, OpenCommitment, Reason, Status, Who, text};

/// A follow-up with its place.
#[derive(Debug, Clone)]
pub(super) struct Told {
    pub(super) at: usize,
    /// Which open commitment, by its place in the context.
    pub(super) of: usize,
    pub(super) found: Found,
}

/// How much must be shared for a turn to speak of a commitment.
const ENOUGH: f64 = 1.1;

/// What was told of each open commitment: one follow-up at most, where it is told best.
pub(super) fn find(speech: &Speech<'_>, memory: &Memory) -> Vec<Told> {
    let open = &speech.job.context.open;
    if open.is_empty() {
        return Vec::new();
    }
    let tellings = tellings(speech);
    let mut all: Vec<Candidate> = Vec::new();
    for (of, matter) in memory.0.iter().enumerate() {
        let stale = open
            .iter()
            .any(|other| other.item.date > open[of].item.date);
        let turns: Vec<f64> = speech
            .turns
            .iter()
            .map(|said| matter.shared(&said.matter))
            .collect();
        let mut best: Vec<Candidate> = Vec::new();
        for telling in &tellings {
            if let Some((worth, own)) = worth(speech, &open[of], matter, &turns, telling) {
                let worth = if stale { worth - STALE } else { worth };
                best.push(Candidate {
                    worth,
                    own,
                    of,
                    at: telling.at,
                    place: telling.place,
                });
            }
        }
        best.sort_by(|a, b| {
            b.worth
                .total_cmp(&a.worth)
                .then((a.at, a.place).cmp(&(b.at, b.place)))
        });
        best.truncate(4);
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
        let free = candidate.own >= 0.8 || !used.contains(&(candidate.at, candidate.place));
        if candidate.worth < ENOUGH - 0.2 || !free || out.iter().any(|told| told.of == candidate.of)
        {
            continue;
        }
        if let Some(told) = told(
            speech,
            candidate.of,
            candidate.at,
            candidate.place,
            candidate.worth >= ENOUGH,
        ) {
            used.push((candidate.at, candidate.place));
            out.push(told);
        }
    }
    out.sort_by_key(|told| (told.at, told.of));
    out
}

/// A place where a commitment may be spoken of.
#[derive(Debug, Clone, Copy)]
struct Candidate {
    worth: f64,
    /// How much the sentence itself shares.
    own: f64,
    of: usize,
    at: usize,
    place: usize,
}

/// What a commitment loses that was open before the last meeting already: the last promises are asked after first.
const STALE: f64 = 0.9;

const TELLING: [Cue; 6] = [
    Cue::Done,
    Cue::DoneStrong,
    Cue::NotDone,
    Cue::Waiting,
    Cue::Partly,
    Cue::Forgot,
];

/// A sentence that tells what became of something, whatever it is of.
struct Telling {
    at: usize,
    place: usize,
    /// Whether it tells it of its speaker's own promise, and whether of the other's.
    mine: bool,
    theirs: bool,
    /// How much the turn before it leads to it.
    led: f64,
    /// Whether that turn asks after something.
    asked: bool,
    /// What the talk is about there, and how much that counts.
    topic: (f64, Vec<Stem>),
}

fn tellings(speech: &Speech<'_>) -> Vec<Telling> {
    let mut out = Vec::new();
    for (at, said) in speech.turns.iter().enumerate() {
        let asking = at
            .checked_sub(1)
            .filter(|before| !speech.same(*before, at))
            .map(|before| &speech.turns[before]);
        let led = asking.map_or(0.3, |asking| {
            let question = asking
                .sentences
                .last()
                .is_some_and(|sentence| sentence.bounds.question);
            if question || asking.has(Cue::AskedAfter) || asking.tokens.len() <= 9 {
                0.9
            } else {
                0.4
            }
        });
        for (place, sentence) in said.sentences.iter().enumerate() {
            let (mine, theirs) = (tells(said, sentence, true), tells(said, sentence, false));
            if asks(said, sentence) || !(mine || theirs) {
                continue;
            }
            let topic = speech
                .topics
                .current(speech, at, sentence.bounds.words.end)
                .map_or((0.0, Vec::new()), |(back, places)| {
                    let stems = places
                        .iter()
                        .filter_map(|(turn, place)| speech.turns[*turn].stems[*place].clone());
                    (if back <= 2 { 0.8 } else { 0.5 }, words::sorted(stems))
                });
            let asked = asking.is_some_and(|asking| asking.has(Cue::AskedAfter));
            out.push(Telling {
                at,
                place,
                mine,
                theirs,
                led,
                asked,
                topic,
            });
        }
    }
    out
}

/// How likely a sentence tells of a commitment, and how much its own words share with it.
fn worth(
    speech: &Speech<'_>,
    open: &OpenCommitment,
    matter: &Matter,
    turns: &[f64],
    telling: &Telling,
) -> Option<(f64, f64)> {
    let Telling { at, place, .. } = *telling;
    let said = &speech.turns[at];
    let sentence = &said.sentences[place];
    let mine = open
        .owner
        .as_ref()
        .is_some_and(|owner| owner.person.is_some() && owner.person == said.turn.speaker);
    let topic = matter.shared(&telling.topic.1) * telling.topic.0;
    let before = at.checked_sub(1).map_or(0.0, |before| turns[before]);
    let fits = if mine { telling.mine } else { telling.theirs };
    if !fits || turns[at] + before + topic <= 0.0 {
        return None;
    }
    let shared = |place: usize| {
        said.sentences.get(place).map_or(0.0, |sentence| {
            if turns[at] > 0.0 {
                matter.shared(&sentence.matter)
            } else {
                0.0
            }
        })
    };
    // What is named in the sentences before counts for the one that tells; the question counts for the first few.
    let own = shared(place);
    let earlier = (place.saturating_sub(3)..place)
        .map(shared)
        .fold(0.0, f64::max);
    let first = place < 3 || sentence.bounds.words.start < 14;
    let led = if first { before * telling.led } else { 0.0 }.max(topic);
    let behind = turns.get(at + 1).copied().unwrap_or_default();
    let about = own
        + 0.7 * earlier.max(led)
        + 0.3 * earlier.min(led)
        + 0.4 * shared(place + 1)
        + 0.1 * behind;
    if about < 0.5 {
        return None;
    }
    let mut worth = about + if mine { 0.5 } else { 0.0 } + if telling.asked { 0.6 } else { 0.0 };
    if sentence.any(&[Cue::DoneStrong, Cue::NotDone, Cue::Forgot]) {
        worth += 0.6;
    } else if sentence.has(Cue::Done) {
        worth += 0.4;
    } else if sentence.has(Cue::Promise) {
        worth -= 1.0;
    }
    // What was promised is told of early; later talk is of the next thing.
    #[expect(clippy::cast_precision_loss, reason = "a meeting has few turns")]
    let late = at as f64 / speech.turns.len().max(1) as f64;
    Some((worth - 0.4 * late, own))
}

/// Whether a sentence tells of a deed of the right person: of who promised it, in the first person of their own mouth; others tell
/// what they got.
fn tells(said: &Said<'_>, sentence: &Sentence, mine: bool) -> bool {
    sentence
        .hits
        .iter()
        .filter(|hit| TELLING.contains(&hit.cue))
        .any(|hit| {
            let subject = said.word(hit.at.start);
            let first =
                matches!(subject, "i" | "we") || said.word(hit.at.start.saturating_sub(1)) == "i";
            let second = subject == "you" || said.word(hit.at.start.saturating_sub(1)) == "you";
            if mine {
                return !second
                    || hit.at.clone().any(|at| {
                        matches!(said.word(at), "got" | "have" | "'ve" | "seen" | "had")
                    });
            }
            !first
                || hit.at.clone().any(|at| {
                    matches!(
                        said.word(at),
                        "got"
                            | "received"
                            | "saw"
                            | "read"
                            | "opened"
                            | "have"
                            | "had"
                            | "didn't"
                            | "haven't"
                            | "never"
                            | "signed"
                            | "used"
                            | "tried"
                            | "seen"
                    )
                })
        })
}

/// Whether a sentence asks and tells nothing: "I got the list, did you see it?" does both.
fn asks(said: &Said<'_>, sentence: &Sentence) -> bool {
    let words = sentence.bounds.words.clone();
    let first = words
        .clone()
        .find(|at| {
            !matches!(
                said.word(*at),
                "and" | "so" | "but" | "um" | "okay" | "now" | "well" | "then" | "right"
            )
        })
        .map_or("", |at| said.word(at));
    let telling = matches!(
        first,
        "i" | "it" | "we" | "he" | "she" | "they" | "the" | "that"
    ) && words.len() > 6;
    sentence.bounds.question && !telling
}

fn told(speech: &Speech<'_>, of: usize, at: usize, place: usize, sure: bool) -> Option<Told> {
    let open = &speech.job.context.open[of];
    let said = &speech.turns[at];
    let outcome = status::read(speech, open, at, place)?;
    let sentence = &said.sentences[place];
    let mut evidence = vec![speech.quote(at, sentence.bounds.words.clone())];
    if let Some(before) = at
        .checked_sub(1)
        .filter(|before| !speech.same(*before, at) && speech.turns[*before].has(Cue::AskedAfter))
    {
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
        sure,
    };
    Some(Told { at, of, found })
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
    for (of, matter) in memory.0.iter().enumerate() {
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
        let follows = steps.is_some_and(|steps| steps <= 6);
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
