//! Feedback: praise that names something, and what should have been otherwise, plain or wrapped in maybes, in both directions.
//!
//! Hardly anybody says "I criticise". What shows a reproach is several small things at once: the other's conduct as the subject, what
//! it did to the speaker, how often, what would have been better, and the wrapping around it. Praise is a good word with a sign that
//! the other earned it: "you", a name, "I mean it", a deed just told. Each sign is weighed; one alone is at most a maybe.

use super::dialogue::{Role, Speech};
use super::lexicon::Cue;
use super::remark::Remarks;
use super::remark_parts::{in_sentence, remark_parts};
use super::said::{Said, Sentence};
use super::stance::{self, own};
use super::words;
use crate::extract::Found;
use crate::extract::verify::MOST;
use crate::model::{Detail, Direction, Evidence, Tone};

/// The least weights that count, and how much less is still a maybe.
const PRAISE: i32 = 8;
const CORRECTIVE: i32 = 7;
const MAYBE: i32 = 2;
const FIRM: i32 = 2;
const TURNS: usize = 22;
/// What a second remark needs beyond that to stand beside a heavier one of the other tone.
const BOTH: i32 = 3;

/// A sentence that may be a remark.
#[derive(Debug, Clone, Copy)]
struct Remark {
    at: usize,
    place: usize,
    tone: Tone,
    /// How much it weighs beyond what counts.
    weight: i32,
}

/// The feedback, with its turns. What a speaker says within a few turns is one remark: the heaviest sentence stands for it.
pub(super) fn find(speech: &Speech<'_>) -> Vec<(usize, Found)> {
    let mut kept: Vec<(Remark, Found)> = Vec::new();
    let many = 1 + speech.turns.len() / TURNS;
    for remark in weighed(speech) {
        let near = |other: &Remark, turns: usize| {
            speech.same(other.at, remark.at) && other.at.abs_diff(remark.at) <= turns
        };
        let sure = remark.weight >= FIRM || remark.weight >= 0 && kept.len() < many;
        let same = kept
            .iter()
            .position(|(other, _)| other.tone == remark.tone && near(other, 3));
        if let Some(place) = same {
            let found = &mut kept[place].1;
            if sure && found.evidence.len() < MOST {
                found.evidence.push(receipt(speech, remark));
            }
            continue;
        }
        let crossed = kept.iter().any(|(other, _)| {
            near(other, 2)
                && (remark.weight < BOTH || (other.at, other.place) == (remark.at, remark.place))
        });
        if let Some(found) = found(speech, remark, sure).filter(|_| !crossed) {
            kept.push((remark, found));
        }
    }
    kept.into_iter()
        .map(|(remark, mut found)| {
            complete(speech, remark, &mut found.evidence);
            (remark.at, found)
        })
        .collect()
}

/// Adds what the sentences beside a remark tell of when it was, what was done and what came of it, where its quotes do not.
fn complete(speech: &Speech<'_>, remark: Remark, evidence: &mut Vec<Evidence>) {
    let said = &speech.turns[remark.at];
    let quotes = evidence.iter().map(|evidence| evidence.quote.as_str());
    let mut told = remark_parts(speech.job.lexicon, quotes);
    let beside = [1, 2, -1, -2].into_iter().filter_map(|far| {
        let place = remark.place.checked_add_signed(far)?;
        said.sentences.get(place)
    });
    for sentence in beside.filter(|sentence| !sentence.bounds.question) {
        let here = in_sentence(said, sentence);
        let more = here.situation && !told.situation
            || here.behaviour && !told.behaviour
            || here.impact && !told.impact;
        if !more || evidence.len() >= MOST {
            continue;
        }
        let receipt = speech.quote(remark.at, sentence.bounds.words.clone());
        let known = |other: &Evidence| {
            other.turn == receipt.turn
                && (other.quote.contains(&receipt.quote) || receipt.quote.contains(&other.quote))
        };
        if !evidence.iter().any(known) {
            evidence.push(receipt);
            told.situation |= here.situation;
            told.behaviour |= here.behaviour;
            told.impact |= here.impact;
        }
    }
}

/// The heaviest sentence of each turn and tone that may be a remark, the heaviest of all first.
fn weighed(speech: &Speech<'_>) -> Vec<Remark> {
    let remarks = Remarks::read(speech);
    let mut out: Vec<Remark> = Vec::new();
    for (at, said) in speech.turns.iter().enumerate() {
        let Some(direction) = direction(said) else {
            continue;
        };
        for tone in [Tone::Praise, Tone::Corrective] {
            let weighed = remarks.weigh(speech, at, tone, direction, least(tone) - MAYBE);
            let all = weighed.map(|(place, weight)| Remark {
                at,
                place,
                tone,
                weight: weight - least(tone),
            });
            out.extend(all.max_by_key(|remark| (remark.weight, std::cmp::Reverse(remark.place))));
        }
    }
    out.sort_by_key(|remark| std::cmp::Reverse(remark.weight));
    out
}

/// From which weight on a remark counts.
fn least(tone: Tone) -> i32 {
    match tone {
        Tone::Praise => PRAISE,
        Tone::Corrective => CORRECTIVE,
    }
}

fn direction(said: &Said<'_>) -> Option<Direction> {
    match said.role {
        Role::Manager => Some(Direction::ManagerToReport),
        Role::Report => Some(Direction::ReportToManager),
        Role::Other => None,
    }
}

fn found(speech: &Speech<'_>, remark: Remark, sure: bool) -> Option<Found> {
    let said = &speech.turns[remark.at];
    let sentence = &said.sentences[remark.place];
    let hedged = remark.tone == Tone::Corrective
        && said
            .sentences
            .iter()
            .filter(|sentence| !asks_leave(said, sentence))
            .any(|sentence| sentence.has(Cue::Hedge) || stance::softened(said, sentence));
    Some(Found {
        detail: Detail::Feedback {
            direction: direction(said)?,
            from: speech.who(remark.at),
            to: speech.listener(remark.at)?,
            tone: remark.tone,
            hedged,
        },
        text: words::statement(speech, remark.at, sentence.bounds.words.clone()),
        evidence: vec![receipt(speech, remark)],
        sure,
    })
}

/// Whether a sentence asks leave to speak, which softens nothing of what is said then: "can I say something?".
fn asks_leave(said: &Said<'_>, sentence: &Sentence) -> bool {
    let words = sentence.bounds.words.clone();
    sentence.bounds.question
        && words.len() <= 10
        && words.clone().any(|at| {
            matches!(said.word(at), "can" | "could" | "may" | "if") && said.word(at + 1) == "i"
        })
        && words.clone().any(|at| {
            matches!(
                said.word(at),
                "say" | "add" | "give" | "mention" | "raise" | "tell"
            )
        })
}

fn receipt(speech: &Speech<'_>, remark: Remark) -> Evidence {
    let said = &speech.turns[remark.at];
    speech.quote(
        remark.at,
        focus(said, &said.sentences[remark.place], remark.tone),
    )
}

/// The words of the sentence that a quote is cut around.
fn focus(said: &Said<'_>, sentence: &Sentence, tone: Tone) -> std::ops::Range<usize> {
    let cues: &[Cue] = if tone == Tone::Praise {
        &[Cue::Praise, Cue::Good]
    } else {
        &[
            Cue::Corrective,
            Cue::Fault,
            Cue::Harm,
            Cue::Counter,
            Cue::Count,
            Cue::Slip,
            Cue::Bad,
        ]
    };
    cues.iter()
        .find_map(|cue| own(said, sentence, *cue).next())
        .map_or(sentence.bounds.words.clone(), |hit| hit.at.clone())
}
