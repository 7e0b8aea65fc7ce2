//! Requests, orders and offers, and whether the other side said yes. A thing that was asked for and not agreed is no action item.

use std::ops::Range;

use jiff::civil::Date;

use super::dialogue::{Answer, Said, Sentence, Speech};
use super::group::{self, Group};
use super::lexicon::{Class, Cue, Hit};
use super::promise::deed_end;
use super::topic;
use super::words::{self, Stem};
use crate::model::{Evidence, Who};

const FILLER: Class = Class::named("filler");
const DO: Class = Class::named("do");

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
    pub(super) text: String,
    /// The quote of another turn that the text rests on.
    pub(super) rests_on: Option<Evidence>,
    pub(super) due: Option<Date>,
    pub(super) idle: bool,
    pub(super) matter: Vec<Stem>,
    /// The stems of what may be meant, from the talk before it.
    pub(super) hint: Vec<Stem>,
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

/// What a cue asks for: who would do it, how firm it is, and the words of the deed.
struct Request {
    offer: bool,
    weight: i32,
    deed: Range<usize>,
}

/// Reads a request off its words; none when it asks for nothing that can be done.
fn request(said: &Said<'_>, sentence: &Sentence, hit: &Hit) -> Option<Request> {
    let (offer, mut weight) = match hit.cue {
        Cue::Ask if direct(said.word(hit.at.start)) => (false, 4),
        Cue::Ask => (false, 3),
        Cue::Tell | Cue::Assign => (false, 2),
        // "Do you want me to" offers; "I could" thinks aloud.
        Cue::Offer => (true, if said.word(hit.at.start) == "i" { 3 } else { 4 }),
        _ => return None,
    };
    let told = hit.cue == Cue::Tell;
    let quoted = sentence
        .of(Cue::Quoting)
        .any(|quote| quote.at.end <= hit.at.start);
    // "You'll have it by Friday" gives, though it looks like an order.
    let gives = hit.cue == Cue::Assign
        && sentence
            .of(Cue::Receipt)
            .any(|other| other.at.start == hit.at.start);
    // A question behind an order is what the next turn answers.
    let asks_on = said.sentences.iter().any(|other| {
        other.bounds.words.start >= sentence.bounds.words.start && other.bounds.question
    });
    if quoted || gives || sentence.has(Cue::Habit) || told && asks_on {
        return None;
    }
    if hit.cue == Cue::Ask
        && said.word(hit.at.start) == "you"
        && said.word(hit.at.start.wrapping_sub(1)) == "do"
    {
        weight -= 1;
    }
    let last = hit.at.end - 1;
    let gets = hit.cue == Cue::Ask
        && matches!(said.word(last), "a" | "one" | "some" | "the")
        && matches!(said.word(hit.at.start), "i" | "can" | "could");
    let lets = (hit.at.start + 1..last)
        .find(|word| matches!(said.word(*word), "have" | "get") && said.is(last, DO));
    let first = match hit.cue {
        Cue::Ask if lets.is_some() => lets.unwrap_or(last),
        Cue::Ask if said.word(last) == "me" && hit.at.len() == 2 => hit.at.start,
        Cue::Ask if gets => last,
        Cue::Tell => hit.at.clone().find(|word| said.is(*word, DO))?,
        _ if said.is(last, DO) => last,
        _ => hit.at.end,
    };
    // "Would you be able to ask": the verb stands behind "to".
    let first = first + usize::from(said.word(first) == "to" && said.is(first + 1, DO));
    let end = deed_end(said, sentence, first);
    if first >= end {
        return None;
    }
    let verb = said.word(first);
    // An order stands at the head of its sentence; further on, a verb without a subject is part of a tale.
    let head = (sentence.bounds.words.start..hit.at.start).all(|at| said.is(at, FILLER));
    if told
        && (!head
            || matches!(
                verb,
                "let" | "leave" | "keep" | "hold" | "wait" | "look" | "listen" | "stop"
            ))
    {
        return None;
    }
    let short = end - first < 4;
    if end - first == 1 && matches!(verb, "do" | "go" | "have" | "get" | "be") {
        return None;
    }
    let weak = hit.cue == Cue::Ask && weight < 4;
    if weak && matches!(verb, "have" | "be" | "go") && lets.is_none() {
        weight -= 2;
    }
    let moves = matches!(verb, "go" | "come" | "stop" | "hold" | "wait" | "start");
    let chat = matches!(
        verb,
        "ask" | "say" | "have" | "do" | "see" | "go" | "come" | "tell" | "start" | "stop" | "run"
    );
    if moves && short || offer && (!said.is(first, DO) || chat && short) {
        return None;
    }
    if !said.is(first, DO) {
        weight -= 2;
    }
    // "Could you tell me", "can you see": what is asked for is talk.
    let talk = matches!(
        verb,
        "tell" | "say" | "look" | "explain" | "see" | "hear" | "believe" | "talk" | "walk"
    );
    if talk && !matches!(said.word(first + 1), "him" | "her" | "them" | "into" | "at") {
        weight -= 3;
    }
    if sentence
        .of(Cue::If)
        .any(|cond| cond.at.start < hit.at.start)
    {
        weight -= 1;
    }
    Some(Request {
        offer,
        weight,
        deed: first..end,
    })
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
    let agreed = agreed(speech, hit.cue, &replies);
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
    let bare = idle || words::weight(said, deed.clone()) < 2;
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
    let rests_on = wording
        .rests_on
        .or_else(|| words::around(speech, at, hit.at.start, &hint));
    Some(Asked {
        at,
        place: said
            .sentences
            .iter()
            .position(|other| other.bounds.words.start == sentence.bounds.words.start)
            .unwrap_or_default(),
        words: hit.at.clone(),
        owner,
        text: wording.text,
        rests_on,
        due: day.map(|day| day.date),
        idle,
        matter: words::matter(said, deed),
        hint,
        offer,
        answers: replies,
        agreed,
        weight,
    })
}

fn direct(word: &str) -> bool {
    matches!(
        word,
        "could" | "can" | "would" | "will" | "send" | "get" | "give" | "bring" | "show" | "drop"
    )
}

/// The turn that says yes. A question back puts the answer off to the next turn of the same speaker.
fn agreed(speech: &Speech<'_>, cue: Cue, replies: &[usize]) -> Option<usize> {
    for (place, reply) in replies.iter().enumerate() {
        let said = &speech.turns[*reply];
        let told = said
            .sentences
            .first()
            .is_some_and(|sentence| sentence.has(Cue::Tell));
        match speech.answer(*reply) {
            Answer::Yes => return Some(*reply),
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
