//! Requests, orders and offers, and whether the other side said yes. A thing that was asked for and not agreed is no action item.

use std::ops::Range;

use jiff::civil::Date;

use super::dialogue::{Answer, Role, Speech};
use super::group::{self, Group};
use super::lexicon::{Cue, Hit};
use super::request::{Request, asks_when, request};
use super::said::{Said, Sentence};
use super::topic;
use super::words::{self, Stem};
use crate::model::Who;

/// Something that was asked for or offered.
#[derive(Debug, Clone)]
pub(super) struct Asked {
    pub(super) at: usize,
    /// The sentence of the request.
    pub(super) place: usize,
    /// The words of the request.
    pub(super) words: Range<usize>,
    /// Who would do it.
    pub(super) owner: Who,
    /// Its text, and the quote of another turn that this rests on.
    pub(super) wording: words::Wording,
    pub(super) due: Option<Date>,
    pub(super) idle: bool,
    /// How many of its words, the verb apart, carry matter.
    pub(super) rich: usize,
    pub(super) matter: Vec<Stem>,
    /// The stems of what may be meant, from the talk before it.
    pub(super) hint: Vec<Stem>,
    /// Whether it only says how to do what was taken on just before: "ask for Donna", "put it in his hand".
    pub(super) detail: bool,
    /// Whether the speaker offered to do it.
    pub(super) offer: bool,
    /// The turns in which the other may say it in their own words.
    pub(super) answers: Vec<usize>,
    /// The turn that says yes.
    pub(super) agreed: Option<usize>,
    /// How firm it is once agreed.
    pub(super) weight: i32,
}

/// Everything asked for or offered, in order; of one sentence the firmest.
pub(super) fn find(speech: &Speech<'_>, group: Option<&Group>) -> Vec<Asked> {
    let mut out = Vec::new();
    for at in 0..speech.turns.len() {
        let said = &speech.turns[at];
        let last = said.sentences.len();
        for (place, sentence) in said.sentences.iter().enumerate() {
            if place + 4 < last {
                // What was asked this far up in a long turn is not what the next turn answers.
                continue;
            }
            let found = sentence
                .hits
                .iter()
                .filter_map(|hit| asked(speech, group, at, sentence, hit))
                .max_by_key(|asked| asked.weight);
            out.extend(found);
        }
    }
    out
}

/// Whether little is said behind a sentence in its turn.
fn closes(said: &Said<'_>, sentence: &Sentence) -> bool {
    let behind = said
        .sentences
        .iter()
        .filter(|other| other.bounds.words.start >= sentence.bounds.words.end);
    behind.filter(|other| other.len() > 4).count() <= 1
}

/// Whether a turn says yes before it says anything else.
fn agrees_at_once(speech: &Speech<'_>, turn: usize) -> bool {
    let reply = &speech.turns[turn].sentences;
    let yes = reply.iter().position(|first| speech.agrees(turn, first));
    yes.is_some_and(|yes| reply[..yes].iter().all(|other| other.len() < 3))
}

fn asked(
    speech: &Speech<'_>,
    group: Option<&Group>,
    at: usize,
    sentence: &Sentence,
    hit: &Hit,
) -> Option<Asked> {
    let said = &speech.turns[at];
    let Request {
        offer,
        mut weight,
        deed,
    } = request(said, sentence, hit)?;
    let day = sentence
        .days
        .iter()
        .find(|day| day.words.end > hit.at.start)
        .or(sentence.days.first());
    // With several at the table "you have to" is mostly anybody.
    if let Some(group) = group {
        weight += group::wanted(speech, group, at, sentence, hit, &deed);
        if weight < 4 && day.is_none() {
            weight -= 1;
        }
    }
    weight += i32::from(day.is_some());
    // Whoever is not the manager and says "you'll go in and they'll be stood there" tells how it is.
    let told = said.role == Role::Report && said.word(hit.at.start + 1) != "'re";
    if hit.cue == Cue::Assign && told && day.is_none() && !sentence.bounds.question {
        return None;
    }
    let other = speech.answer_to(at)?;
    let owner = speech.who(if offer { at } else { other });
    let later = speech
        .answer_to(other)
        .and_then(|back| speech.answer_to(back));
    let replies: Vec<usize> = [Some(other), later]
        .into_iter()
        .flatten()
        .filter(|reply| speech.same(*reply, other))
        .collect();
    // Who is asked whether they mind says no and does it.
    let minds = hit.at.clone().any(|word| said.word(word) == "mind");
    let bargain = bargained(speech, at, other);
    let agreed = agreed(speech, hit.cue, minds, &replies)
        .or_else(|| when_answered(speech, at, other))
        .or(bargain.map(|_| other));
    match agreed {
        None if offer && sentence.bounds.question => return None,
        None => {}
        Some(turn) => {
            weight += i32::from(!offer)
                + if speech.turns[turn].has(Cue::Take) {
                    2
                } else {
                    0
                }
        }
    }
    let idle = words::is_idle(said, deed.clone());
    let wording = words::requested(speech, at, sentence, hit, deed.clone(), &owner);
    let rich = words::weight(said, deed.clone());
    let bare = idle || rich < 2;
    // "I could write it up for you." "That'd be great.": as good as asked for, when it says what.
    let plain = agreed.is_some_and(|turn| turn == other && agrees_at_once(speech, turn));
    if (offer || hit.cue != Cue::Ask) && plain && closes(said, sentence) && !idle {
        weight += 1;
    }
    let topic = topic::hint(speech, at, hit.at.start).filter(|_| bare);
    let hint: Vec<Stem> = topic
        .iter()
        .flat_map(|topic| topic.split(", "))
        .map(|word| words::stem(&word.to_lowercase()))
        .collect();
    let hint = if wording.named {
        words::stems_of(&wording.text)
    } else {
        hint
    };
    let mut wording = wording;
    wording.rests_on = wording
        .rests_on
        .or_else(|| words::around(speech, at, hit.at.start, &hint));
    let it = (deed.start + 1..deed.end.min(deed.start + 3))
        .any(|at| matches!(said.word(at), "it" | "them"));
    let first = sentence.bounds.words.start == 0;
    Some(Asked {
        detail: hit.cue == Cue::Tell && day.is_none() && (first || it),
        at,
        place: said
            .sentences
            .iter()
            .position(|other| other.bounds.words.start == sentence.bounds.words.start)
            .unwrap_or_default(),
        words: hit.at.clone(),
        owner,
        wording,
        due: bargain.or(day.map(|day| day.date)),
        idle,
        rich,
        matter: words::matter(said, deed),
        hint,
        offer,
        answers: replies,
        agreed,
        weight,
    })
}

/// "By Thursday?" "Could I have till Monday?" "Monday's fine.": who asks for another day and gets it says yes, for that day.
fn bargained(speech: &Speech<'_>, at: usize, other: usize) -> Option<Date> {
    let last = speech.turns[other].sentences.last()?;
    let day = last.days.iter().rfind(|day| day.exact)?;
    let back = speech.answer_to(other)?;
    let granted = speech.same(back, at) && speech.answer(back) == Answer::Yes;
    (last.bounds.question && granted).then_some(day.date)
}

/// "Order one. When can you do that?" "When I'm back on the desk.": who says when says yes.
fn when_answered(speech: &Speech<'_>, at: usize, other: usize) -> Option<usize> {
    let said = &speech.turns[at];
    let asks = said
        .sentences
        .last()
        .is_some_and(|last| asks_when(said, last) && last.bounds.question);
    let reply = &speech.turns[other];
    let first = reply.sentences.first()?;
    let when = !first.days.is_empty()
        || matches!(
            reply.word(first.bounds.words.start),
            "when" | "after" | "once" | "by" | "before" | "straight" | "now"
        );
    (asks && when && speech.answer(other) != Answer::No).then_some(other)
}

/// Whether an answer that says no refuses: "no, I can't".
fn refuses(said: &Said<'_>) -> bool {
    said.sentences.iter().take(2).any(|sentence| {
        let mut words = sentence.bounds.words.clone();
        words.any(|at| {
            matches!(
                said.word(at),
                "can't" | "won't" | "couldn't" | "rather" | "don't" | "sorry" | "not" | "but"
            ) && said.word(at + 1) != "at"
        })
    })
}

/// The turn that says yes. A question back puts the answer off to the next turn of the same speaker.
fn agreed(speech: &Speech<'_>, cue: Cue, minds: bool, replies: &[usize]) -> Option<usize> {
    for (place, reply) in replies.iter().enumerate() {
        let said = &speech.turns[*reply];
        let told = said
            .sentences
            .first()
            .is_some_and(|sentence| sentence.has(Cue::Tell));
        match speech.answer(*reply) {
            Answer::Yes => return Some(*reply),
            Answer::No if minds && !refuses(said) => return Some(*reply),
            Answer::Open if cue == Cue::Offer && told => return Some(*reply),
            Answer::Open
                if place == 0
                    && said
                        .sentences
                        .iter()
                        .any(|sentence| sentence.bounds.question) => {}
            Answer::No | Answer::Open => return None,
        }
    }
    None
}
