//! Feedback: praise that names something, and what should have been otherwise, plain or wrapped in maybes, in both directions.

use super::cues::Cue;
use super::dialogue::{Role, Said, Sentence, Speech};
use super::words;
use crate::extract::Found;
use crate::model::{Detail, Direction, Tone};

/// The feedback, with its turns; one of a kind for a turn and its neighbours.
pub(super) fn find(speech: &Speech<'_>) -> Vec<(usize, Found)> {
    let mut out: Vec<(usize, Found)> = Vec::new();
    for at in 0..speech.turns.len() {
        let said = &speech.turns[at];
        let direction = match said.role {
            Role::Manager => Direction::ManagerToReport,
            Role::Report => Direction::ReportToManager,
            Role::Other => continue,
        };
        for tone in [Tone::Praise, Tone::Corrective] {
            let best = said
                .sentences
                .iter()
                .map(|sentence| (weigh(said, sentence, tone, direction), sentence))
                .max_by_key(|(weight, sentence)| {
                    (*weight, std::cmp::Reverse(sentence.bounds.words.start))
                });
            let Some((weight, sentence)) = best.filter(|(weight, _)| *weight >= 3) else {
                continue;
            };
            let Some(to) = speech.listener(at) else {
                continue;
            };
            let hedged = said
                .sentences
                .iter()
                .any(|sentence| sentence.has(Cue::Hedge))
                && tone == Tone::Corrective;
            let cue = if tone == Tone::Praise {
                Cue::Praise
            } else {
                Cue::Corrective
            };
            let focus = sentence
                .of(cue)
                .next()
                .map_or(sentence.bounds.words.clone(), |hit| hit.at.clone());
            let detail = Detail::Feedback {
                direction,
                from: speech.who(at),
                to,
                tone,
                hedged,
            };
            let sure = weight >= if tone == Tone::Praise { 3 } else { 4 };
            let alike = |found: &Found| matches!(&found.detail, Detail::Feedback { tone: other, direction: way, .. } if *other == tone && *way == direction);
            let near = out
                .iter()
                .rposition(|(before, found)| at - before <= 2 && alike(found));
            match near {
                Some(place) if sure && !out[place].1.sure => {
                    out.remove(place);
                }
                Some(_) => continue,
                None => {}
            }
            out.push((
                at,
                Found {
                    detail,
                    text: words::statement(speech, at, sentence.bounds.words.clone()),
                    evidence: vec![speech.quote(at, focus)],
                    sure,
                },
            ));
        }
    }
    out
}

fn weigh(said: &Said<'_>, sentence: &Sentence, tone: Tone, direction: Direction) -> i32 {
    if sentence.bounds.question || sentence.len() < 3 || quotes_others(said, sentence) {
        return 0;
    }
    let words = sentence.bounds.words.clone();
    let you = words
        .clone()
        .any(|at| matches!(said.word(at), "you" | "your"));
    let one = |cue: Cue, worth: i32| if sentence.has(cue) { worth } else { 0 };
    match tone {
        Tone::Praise => {
            let praises = sentence.of(Cue::Praise).any(|hit| {
                let first = said.word(hit.at.start);
                let points = matches!(
                    first,
                    "that"
                        | "this"
                        | "these"
                        | "those"
                        | "you"
                        | "thank"
                        | "thanks"
                        | "i"
                        | "well"
                        | "good"
                        | "great"
                ) || said.word(hit.at.start.saturating_sub(1)) == "was";
                let would = (hit.at.start.saturating_sub(3)..hit.at.end)
                    .any(|at| matches!(said.word(at), "would" | "'d" | "if" | "could"));
                (you || points) && !would && !denied(said, hit.at.start) && !own(said, hit.at.start)
            });
            if !praises {
                return 0;
            }
            3 + i32::from(you) + one(Cue::Thanked, 1) - i32::from(sentence.len() < 4)
        }
        Tone::Corrective => {
            let down = direction == Direction::ManagerToReport;
            let broken = sentence.has(Cue::Complaint)
                || words
                    .clone()
                    .any(|at| matches!(said.word(at), "would" | "'d" | "but"));
            let corrects = sentence.of(Cue::Corrective).any(|hit| {
                // "You told me …" is a reproach only when it did not come so.
                let told = said.word(hit.at.start) == "you"
                    && matches!(said.word(hit.at.start + 1), "told" | "said" | "promised");
                (!told || broken) && !denied(said, hit.at.start) && !own(said, hit.at.start)
            });
            let mut hedges: Vec<usize> = sentence.of(Cue::Hedge).map(|hit| hit.at.start).collect();
            hedges.dedup();
            let third = words
                .clone()
                .take(3)
                .any(|at| matches!(said.word(at), "he" | "she" | "they"));
            if third || sentence.has(Cue::Norm) && !corrects {
                return 0;
            }
            let soft = one(Cue::SoftGap, if down { 2 } else { 1 })
                + if down && hedges.len() >= 2 { 2 } else { 0 };
            let weight = i32::from(corrects) * 3
                + i32::from(you)
                + soft
                + if down { 0 } else { one(Cue::Complaint, 1) };
            // Maybes alone are no maybe.
            if corrects || weight >= 4 { weight } else { 0 }
        }
    }
}

/// Whether the sentence tells what somebody who is not in the room said or did.
fn quotes_others(said: &Said<'_>, sentence: &Sentence) -> bool {
    let head = sentence.bounds.words.start;
    sentence.of(Cue::Quoting).any(|hit| {
        hit.at.start < head + 4
            && hit
                .at
                .clone()
                .any(|at| matches!(said.word(at), "he" | "she" | "they"))
    })
}

/// Whether a cue is taken back: "you're not being left in the dark".
fn denied(said: &Said<'_>, at: usize) -> bool {
    (at.saturating_sub(3)..at).any(|before| {
        matches!(
            said.word(before),
            "not" | "nobody" | "isn't" | "wasn't" | "never" | "don't"
        )
    })
}

/// Whether speakers judge themselves: "I'd let it slide".
fn own(said: &Said<'_>, at: usize) -> bool {
    !matches!(said.word(at), "i" | "you" | "that" | "it" | "this")
        && (at.saturating_sub(2)..at).any(|before| said.word(before) == "i")
}
