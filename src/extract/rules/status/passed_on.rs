//! Who has it now: its owner gave it to a third, or the other took it over. It weighs nothing and reads no draft.

use super::super::dialogue::Answer;
use super::super::lexicon::{Cue, Hit};
use super::super::said::Sentence;
use super::exchange::{Exchange, Place};
use super::signs::Sign;
use crate::model::Who;

/// How many sentences behind the telling still speak of who has it.
const REACH: usize = 3;

/// Who has it now, where somebody else took it.
pub(super) fn to(here: &Place<'_>, exchange: &Exchange) -> Option<Who> {
    let (at, place) = (here.at, here.sentence);
    let next = here.speech.answer_to(at);
    if here.is_owners() {
        let taken = next.and_then(|next| taken_off(here, next, 0));
        given(here, at, place.saturating_sub(1), exchange).or(taken)
    } else {
        let given = || next.and_then(|next| given(here, next, 0, exchange));
        taken_off(here, at, place.saturating_sub(1)).or_else(given)
    }
}

/// The sentences of a turn that hold a cue, from one on.
fn with<'s>(
    here: &'s Place<'_>,
    at: usize,
    from: usize,
    cue: Cue,
) -> impl Iterator<Item = (&'s Sentence, &'s Hit)> {
    let said = &here.speech.turns[at];
    let none = !said.has(cue);
    let all = said.sentences.iter().skip(from).take(REACH + 1);
    all.filter(move |_| !none)
        .flat_map(move |sentence| sentence.of(cue).map(move |hit| (sentence, hit)))
}

/// Whom its owner gave it to; one who did it and then passes it on has done it.
fn given(here: &Place<'_>, at: usize, from: usize, exchange: &Exchange) -> Option<Who> {
    let (sentence, hit) =
        with(here, at, from, Cue::HandedOn).find(|(sentence, _)| !sentence.bounds.question)?;
    let done = exchange.near.iter().any(|(word, sign)| {
        matches!(sign, Sign::Did | Sign::Stands | Sign::Plain) && !hit.at.contains(word)
    });
    let open = &here.speech.job.context.open[here.of];
    // "I'll send Tom the keys", "Tom has them now": that is done.
    let meant = |who: &Who| {
        let first = who.name.split(' ').next().unwrap_or_default();
        open.text.contains(first) || open.quote.contains(first)
    };
    let said = &here.speech.turns[at];
    let before = hit.at.start.checked_sub(1);
    let mut near = before.into_iter().chain([hit.at.end]);
    // "I gave it to you on Tuesday" brings what was promised.
    let brought = near
        .clone()
        .any(|word| matches!(said.word(word), "you" | "me" | "us"));
    let known = |word: usize| here.speech.named(at, word);
    let unknown = |word: usize| {
        let name = said.is_capital(word) && said.is_unknown(word);
        name.then(|| Who {
            name: said.text(word..word + 1).to_owned(),
            person: None,
        })
    };
    let who = near.find_map(|word| known(word).or_else(|| unknown(word)));
    who.or_else(|| sentence.bounds.words.clone().find_map(known))
        .filter(|who| !done && !brought && Some(who) != open.owner.as_ref() && !meant(who))
}

/// The other, who takes it over and is not refused.
fn taken_off(here: &Place<'_>, at: usize, from: usize) -> Option<Who> {
    let answer = || {
        let Some(next) = here.speech.answer_to(at) else {
            return Answer::Open;
        };
        let reply = &here.speech.turns[next];
        // "No, no, I'll do it": its owner keeps it.
        let keeps = reply.has(Cue::No) && reply.has(Cue::Promise);
        if keeps {
            Answer::No
        } else {
            here.speech.answer(next)
        }
    };
    let taken = with(here, at, from, Cue::TakenOff).any(|(sentence, _)| match answer() {
        Answer::Yes => true,
        Answer::No => false,
        Answer::Open => !sentence.bounds.question,
    });
    taken.then(|| here.speech.who(at))
}
