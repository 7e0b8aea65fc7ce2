//! Days that both sides name, with little else: what is agreed by its date alone.

use jiff::civil::Date;

use super::actions::{Draft, FIRM};
use super::dialogue::{Answer, Sentence, Speech};
use super::due::{asks_when, names_a_day};
use super::lexicon::Cue;
use super::promise::Form;
use super::topic;
use super::words;
use crate::model::Evidence;
use crate::model::calendar::days_between;

/// Days that both sides name: "Say the fourteenth?" "The fourteenth's good." Who is to do it named the day, or was asked for one.
pub(super) fn find(speech: &Speech<'_>, drafts: &[Draft]) -> Vec<Draft> {
    let mut out: Vec<Draft> = Vec::new();
    for at in 0..speech.turns.len() {
        let Some((place, day)) = proposed(speech, at) else {
            continue;
        };
        let Some(next) = speech.answer_to(at) else {
            continue;
        };
        let back = speech.answer_to(next).filter(|back| *back <= at + 3);
        let says = |turn: usize| {
            let said = &speech.turns[turn];
            let over = |sentence: &Sentence| {
                sentence
                    .bounds
                    .words
                    .clone()
                    .any(|at| matches!(said.word(at), "was" | "were"))
            };
            said.sentences
                .iter()
                .take(3)
                .filter(|sentence| !over(sentence))
                .flat_map(|sentence| &sentence.days)
                .any(|other| other.date == day)
        };
        let echoed = says(next);
        let asked = speech.asked_before(at).filter(|before| {
            let said = &speech.turns[*before];
            said.sentences
                .iter()
                .any(|sentence| asks_when(said, sentence))
        });
        let agreed = speech.answer(next) == Answer::Yes;
        if !(echoed || asked.is_some() && agreed) {
            continue;
        }
        let near = |draft: &Draft| {
            draft
                .turns
                .iter()
                .any(|turn| turn.abs_diff(at) <= 3 || turn.abs_diff(next) <= 3)
        };
        if drafts.iter().chain(&out).any(|draft| {
            near(draft) && (draft.due == Some(day) || draft.due.is_none() && draft.weight >= FIRM)
        }) {
            continue;
        }
        let said = &speech.turns[at];
        let sentence = &said.sentences[place];
        let other = sentence.bounds.question
            && sentence
                .bounds
                .words
                .clone()
                .any(|word| said.word(word) == "you");
        let Some(topic) = topic::hint(speech, at, sentence.bounds.words.start) else {
            continue;
        };
        let owner = speech.who(if other { next } else { at });
        let wording = words::settled(speech, at, sentence, &owner);
        let mut turns = vec![at, next];
        turns.extend(back.filter(|back| says(*back)));
        let mut evidence: Vec<Evidence> = turns
            .iter()
            .map(|turn| {
                let words = if *turn == at {
                    sentence.bounds.words.clone()
                } else {
                    0..1
                };
                speech.quote(*turn, words)
            })
            .collect();
        evidence.extend(wording.rests_on);
        out.push(Draft {
            at,
            place,
            owner,
            text: wording.text,
            due: Some(day),
            evidence,
            weight: FIRM,
            idle: true,
            rich: 0,
            hint: topic
                .split(", ")
                .map(|word| words::stem(&word.to_lowercase()))
                .collect(),
            matter: Vec::new(),
            form: Form::Take,
            turns,
        });
    }
    out
}

/// How many days ahead people settle on a day for a deed; later ones are ends of years and seasons.
const SOON: i32 = 40;

/// The day that a turn puts forward in a sentence that does little else.
fn proposed(speech: &Speech<'_>, at: usize) -> Option<(usize, Date)> {
    let said = &speech.turns[at];
    let today = speech.job.transcript.date;
    said.sentences
        .iter()
        .enumerate()
        .find_map(|(place, sentence)| {
            let we = sentence.bounds.words.clone().any(|word| {
                matches!(
                    said.word(word),
                    "we" | "us"
                        | "was"
                        | "were"
                        | "since"
                        | "last"
                        | "from"
                        | "he"
                        | "she"
                        | "they"
                        | "it"
                        | "time"
                        | "meeting"
                        | "fly"
                        | "leave"
                        | "back"
                        | "off"
                )
            });
            let day = sentence.days.iter().rev().find(|day| {
                day.exact && day.date > today && days_between(today, day.date) <= SOON
            })?;
            // "I did. Wednesday": what was done then.
            let past = said.sentences[place.saturating_sub(2)..place]
                .iter()
                .any(|before| before.any(&[Cue::Done, Cue::DoneStrong, Cue::NotDone]));
            (!past
                && names_a_day(said, sentence)
                && !we
                && !sentence.any(&[Cue::Defer, Cue::Park, Cue::AskedAfter]))
            .then_some((place, day.date))
        })
}
