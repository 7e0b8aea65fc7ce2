//! Work that is handed out, as items: whose it is, what it is, and the words that prove it.

use super::super::actions::Draft;
use super::super::dialogue::{Answer, Speech};
use super::super::promise::Form;
use super::super::words;
use super::Group;
use super::agent::{Agent, Kind};
use super::form::How;
use super::piece::{Piece, pieces};
use super::worth::{ENOUGH, worth};
use crate::model::Who;

/// Everything handed out in a meeting.
pub(in super::super) fn find(speech: &Speech<'_>, group: &Group) -> Vec<Draft> {
    let mut out = Vec::new();
    for at in 0..speech.turns.len() {
        let said = &speech.turns[at];
        for (place, sentence) in said.sentences.iter().enumerate() {
            for piece in pieces(&group.agents, speech, at, sentence) {
                let weight = worth(speech, &group.outlook, at, sentence, &piece);
                if weight >= ENOUGH - 1 {
                    out.push(draft(speech, at, place, &piece, weight));
                }
            }
        }
    }
    out
}

fn draft(speech: &Speech<'_>, at: usize, place: usize, piece: &Piece, weight: i32) -> Draft {
    let said = &speech.turns[at];
    let sentence = &said.sentences[place];
    let owner = owner(speech, at, &piece.agent);
    let day = sentence
        .days
        .iter()
        .find(|day| day.words.start >= piece.deed.start)
        .map(|day| day.date);
    let thing = piece.how == How::Thing;
    let wording = words::handed(speech, at, sentence, piece.deed.clone(), &owner, thing);
    let named = &piece.agent.words;
    let first = named.start.min(piece.deed.start);
    let quote = speech.quote(at, first..named.end.max(piece.deed.start + 1));
    let reply = speech
        .answer_to(at)
        .filter(|next| speech.answer(*next) == Answer::Yes);
    let evidence = std::iter::once(quote)
        .chain(reply.map(|next| speech.quote(next, 0..1)))
        .collect();
    Draft {
        at,
        place,
        owner,
        text: wording.text,
        dim: wording.dim,
        due: day,
        evidence,
        turns: vec![at],
        weight: weight - ENOUGH + 4,
        idle: false,
        rich: words::weight(said, piece.deed.clone()),
        hint: Vec::new(),
        matter: words::matter(said, piece.deed.clone()),
        form: Form::Deed,
    }
}

/// Whose it is: who is named, else who answers.
fn owner(speech: &Speech<'_>, at: usize, agent: &Agent) -> Who {
    let nobody = |name: &str| Who {
        name: name.to_owned(),
        person: None,
    };
    match (&agent.who, agent.kind) {
        (Some(who), _) => who.clone(),
        (None, Kind::You) => speech
            .answer_to(at)
            .map_or_else(|| nobody(""), |next| speech.who(next)),
        (None, Kind::We) => nobody("Everyone"),
        (None, _) => {
            let said = &speech.turns[at];
            let all = agent.words.clone().any(|at| {
                matches!(
                    said.word(at),
                    "everyone" | "everybody" | "each" | "all" | "we" | "us"
                )
            });
            nobody(if all { "Everyone" } else { "" })
        }
    }
}
