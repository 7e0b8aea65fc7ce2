//! Whether what somebody says they will do outlives the meeting. With several at the table most of it is done there and then: "I'll
//! show you", "I'll give it a two".

use std::ops::Range;

use super::super::dialogue::{Answer, Role, Speech};
use super::super::lexicon::{Class, Cue, Hit};
use super::super::promise::{Form, Promise};
use super::super::said::{Said, Sentence};
use super::super::words;
use super::Group;
use super::worth::nods;

const DO: Class = Class::named("do");

/// What the meeting of several adds to a promise's weight and takes away.
pub(in super::super) fn lasting(
    speech: &Speech<'_>,
    group: &Group,
    at: usize,
    place: usize,
    found: &Promise,
) -> i32 {
    let said = &speech.turns[at];
    let sentence = &said.sentences[place];
    let verb = found.deed.start;
    // A day that is named is beyond the room.
    let dated = sentence
        .days
        .iter()
        .any(|day| day.words.end > found.cue.start);
    let mut weight = if dated { 0 } else { -3 };
    let stays = stays(said, sentence, &found.deed);
    let bare = words::weight(said, found.deed.clone()) == 0;
    weight += match stays {
        // A verb that no list has is still one of work.
        Some(true) => 3 + 2 * i32::from(!said.is(verb, DO)),
        Some(false) => -2,
        // "You'll get the details" is a promise of whoever sends them.
        None if found.form == Form::Receipt => -1,
        None => i32::from(!bare),
    };
    if stays != Some(false) && is_answer(speech, at) {
        weight += 1;
    } else if found.form == Form::Loose {
        weight -= 1;
    }
    // "I'll ask marketing to": it is marketing's.
    let next = verb + 1;
    let hands_on = matches!(said.word(verb), "ask" | "like" | "want" | "need")
        && group
            .agents
            .at(speech, at, next, found.deed.end)
            .is_some_and(|agent| {
                (agent.words.end..agent.words.end + 3).any(|at| said.word(at) == "to")
            });
    if hands_on || said.word(verb) == "ask" && said.word(next) == "you" {
        return -20;
    }
    if sentence.has(Cue::Ahead) {
        weight += 2;
    }
    if sentence.has(Cue::InRoom) {
        weight -= 3;
    }
    if sentence.bounds.question {
        weight -= 2;
    }
    weight += match group.outlook.around(at, found.cue.start) {
        i32::MIN..0 if stays != Some(true) => -1,
        i32::MIN..=1 => 0,
        2..=4 => 1,
        _ => 2,
    };
    if bare && found.form == Form::Deed && stays != Some(true) {
        weight -= 1;
    }
    let hums = speech
        .answer_to(at)
        .is_some_and(|next| nods(speech, next) && speech.answer(next) != Answer::Yes);
    if hums && verb > 0 && place + 1 == said.sentences.len() {
        weight += 1;
    }
    weight
}

/// Whether somebody else has just asked for something.
fn is_answer(speech: &Speech<'_>, at: usize) -> bool {
    speech.asked_before(at).is_some_and(|before| {
        let said = &speech.turns[before];
        said.sentences
            .iter()
            .any(|sentence| sentence.bounds.question)
    })
}

/// What a meeting of several makes of a request: most of them ask for something there and then, or think about the matter aloud.
pub(in super::super) fn wanted(
    speech: &Speech<'_>,
    group: &Group,
    at: usize,
    sentence: &Sentence,
    hit: &Hit,
    deed: &Range<usize>,
) -> i32 {
    let said = &speech.turns[at];
    let you = hit.at.clone().any(|at| said.word(at) == "you");
    let bare = words::weight(said, deed.clone()) == 0;
    let mut weight = match stays(said, sentence, deed) {
        Some(true) => 0,
        Some(false) => -4,
        None if hit.cue == Cue::Ask && you && !bare => 0,
        None => -1,
    };
    // "Can we", "you have to": rather the matter than the one who listens.
    let leads = said.role == Role::Manager || speech.job.transcript.manager.is_none();
    if hit.cue == Cue::Assign && !leads {
        weight -= 1;
    }
    if hit.cue == Cue::Assign || hit.at.clone().any(|at| said.word(at) == "we") {
        weight -= 1;
    }
    if sentence.has(Cue::InRoom) {
        weight -= 2;
    }
    // "How would you leave those out": a question about the matter.
    let asks = (sentence.bounds.clause_of(deed.start).start..deed.start)
        .any(|at| matches!(said.word(at), "how" | "what" | "which" | "why" | "where"));
    if asks {
        weight -= 4;
    }
    weight
        + match group.outlook.around(at, deed.start) {
            i32::MIN..0 => -1,
            0..=1 => 0,
            _ => 1,
        }
}

/// Whether a deed outlives the meeting, as far as its verb and where its thing goes tell.
fn stays(said: &Said<'_>, sentence: &Sentence, deed: &Range<usize>) -> Option<bool> {
    let mut verb = deed.start;
    if matches!(said.word(verb), "just" | "try" | "to" | "go" | "have") {
        verb += 1;
    }
    let near = |cue: Cue| {
        sentence
            .of(cue)
            .any(|hit| hit.at.start >= deed.start && hit.at.start <= verb)
    };
    let puts = matches!(
        said.word(verb),
        "put" | "save" | "leave" | "add" | "drop" | "place"
    );
    let kept = puts
        && sentence
            .of(Cue::Outlast)
            .any(|hit| hit.at.start > verb && deed.contains(&hit.at.start));
    let told = sentence
        .of(Cue::OnTheSpot)
        .any(|hit| hit.at.start == verb && hit.at.len() > 1);
    if told {
        Some(false)
    } else if kept || near(Cue::Outlast) {
        Some(true)
    } else if near(Cue::OnTheSpot) {
        Some(false)
    } else {
        None
    }
}
