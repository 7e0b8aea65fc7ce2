//! Feedback: praise that names something, and what should have been otherwise, plain or wrapped in maybes, in both directions.
//!
//! Hardly anybody says "I criticise". What shows a reproach is several small things at once: the other's conduct as the subject, what
//! it did to the speaker, how often, what would have been better, and the wrapping around it. Praise is a good word with a sign that
//! the other earned it: "you", a name, "I mean it", a deed just told. Each sign is weighed; one alone is at most a maybe.

use super::dialogue::{Role, Said, Sentence, Speech};
use super::lexicon::Cue;
use super::praise::praise;
use super::reproach::corrective;
use super::stance::{self, own};
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
            let all = said.sentences.iter().map(|sentence| {
                let weight = match tone {
                    Tone::Praise => praise(speech, at, sentence),
                    Tone::Corrective => corrective(speech, at, sentence, direction),
                };
                (weight, sentence)
            });
            let best = all.max_by_key(|(weight, sentence)| {
                (*weight, std::cmp::Reverse(sentence.bounds.words.start))
            });
            let least = if tone == Tone::Praise {
                PRAISE
            } else {
                CORRECTIVE
            };
            let Some((weight, sentence)) = best.filter(|(weight, _)| *weight >= least - 1) else {
                continue;
            };
            let Some(to) = speech.listener(at) else {
                continue;
            };
            // One sentence is one thing: whichever it is more.
            if tone == Tone::Corrective && praise(speech, at, sentence) >= PRAISE.max(weight - 1) {
                continue;
            }
            let hedged = tone == Tone::Corrective
                && said
                    .sentences
                    .iter()
                    .any(|sentence| sentence.has(Cue::Hedge) || stance::softened(said, sentence));
            let detail = Detail::Feedback {
                direction,
                from: speech.who(at),
                to,
                tone,
                hedged,
            };
            let sure = weight >= least;
            let alike = |found: &Found| matches!(&found.detail, Detail::Feedback { tone: other, direction: way, .. } if *other == tone && *way == direction);
            match out
                .iter()
                .rposition(|(before, found)| at - before <= 2 && alike(found))
            {
                Some(place) if sure && !out[place].1.sure => {
                    out.remove(place);
                }
                Some(place) => {
                    if sure {
                        out[place]
                            .1
                            .evidence
                            .push(speech.quote(at, focus(said, sentence, tone)));
                        out[place].1.evidence.truncate(3);
                    }
                    continue;
                }
                None => {}
            }
            let quote = speech.quote(at, focus(said, sentence, tone));
            out.push((
                at,
                Found {
                    detail,
                    text: words::statement(speech, at, sentence.bounds.words.clone()),
                    evidence: vec![quote],
                    sure,
                },
            ));
        }
    }
    out
}

/// The least weights that count; one less is a maybe.
const PRAISE: i32 = 3;
const CORRECTIVE: i32 = 4;

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
