//! The words of a request, an order or an offer: what would be done, and how firmly it is asked. It does not know what is answered.

use std::ops::Range;

use super::circumstance::{is_quoted, is_tagged};
use super::lexicon::{Class, Cue, Hit};
use super::promise::deed_end;
use super::receipt::is_no_deed;
use super::said::{Said, Sentence};
use super::words;

const FILLER: Class = Class::named("filler");
const DO: Class = Class::named("do");
const PERF: Class = Class::named("perf");
const PAST: Class = Class::named("past");
const ED: Class = Class::named("ed");
const ING: Class = Class::named("ing");
const NUMBER: Class = Class::named("number");

/// What a cue asks for: who would do it, how firm it is, and the words of the deed.
pub(super) struct Request {
    pub(super) offer: bool,
    pub(super) weight: i32,
    pub(super) deed: Range<usize>,
}

/// Reads a request off its words; none when it asks for nothing that can be done.
pub(super) fn request(said: &Said<'_>, sentence: &Sentence, hit: &Hit) -> Option<Request> {
    let (offer, mut weight) = match hit.cue {
        Cue::Ask if direct(said.word(hit.at.start)) => (false, 4),
        Cue::Ask => (false, 3),
        Cue::Assign if hands_over(said, hit) => (false, 3),
        Cue::Tell | Cue::Assign => (false, 2),
        // "Do you want me to" offers; "I could" thinks aloud.
        Cue::Offer => (true, if said.word(hit.at.start) == "i" { 3 } else { 4 }),
        _ => return None,
    };
    let told = hit.cue == Cue::Tell;
    let quoted = sentence
        .of(Cue::Quoting)
        .any(|quote| quote.at.end <= hit.at.start)
        || is_quoted(said, sentence, hit.at.start);
    // "You'll have it by Friday" gives, though it looks like an order.
    let gives = hit.cue == Cue::Assign
        && sentence
            .of(Cue::Receipt)
            .any(|other| other.at.start == hit.at.start);
    // A question behind an order is what the next turn answers, unless it asks when it will be done.
    let asks_on = said.sentences.iter().any(|other| {
        let own = other.bounds.words.start == sentence.bounds.words.start;
        other.bounds.words.start >= sentence.bounds.words.start
            && other.bounds.question
            && !asks_when(said, other)
            && !(own && is_tagged(said, sentence))
    });
    if quoted || gives || sentence.has(Cue::Habit) || told && asks_on {
        return None;
    }
    // "You couldn't give me a hand?" asks, "you couldn't get near" tells.
    let negated = matches!(said.word(hit.at.start + 1), "couldn't" | "wouldn't");
    if is_subordinate(said, sentence, hit) || negated && !sentence.bounds.question {
        return None;
    }
    if hit.cue == Cue::Ask
        && said.word(hit.at.start) == "you"
        && said.word(hit.at.start.wrapping_sub(1)) == "do"
    {
        weight -= 1;
    }
    let first = favour(said, sentence, verb_of(said, hit)?)?;
    let end = deed_end(said, sentence, first);
    if first >= end {
        return None;
    }
    let verb = said.word(first);
    if hit.cue == Cue::Assign
        && said.is(hit.at.end - 1, ING)
        && is_no_deed(said.word(hit.at.end - 1))
    {
        return None;
    }
    // An order stands at the head of its sentence, or behind its condition; further on, a verb without a subject is part of a tale.
    let head = leads_in(said, sentence, hit.at.start);
    if told
        && (!head
            || matches!(
                verb,
                "let" | "leave" | "keep" | "hold" | "wait" | "look" | "listen" | "stop"
            ))
    {
        return None;
    }
    // "You'll have seen it" supposes.
    let seen = said.is(first + 1, PERF) || said.is(first + 1, ED) || said.is(first + 1, PAST);
    if verb == "have" && seen && hit.cue == Cue::Assign {
        return None;
    }
    let short = end - first < 4 && words::is_idle(said, first..end);
    if is_talk(said, hit.cue, first) {
        return None;
    }
    if end - first == 1 && matches!(verb, "do" | "go" | "have" | "get" | "be") {
        return None;
    }
    let moves = matches!(verb, "go" | "come" | "stop" | "hold" | "wait" | "start");
    let chat = matches!(
        verb,
        "ask" | "say" | "have" | "do" | "see" | "go" | "come" | "tell" | "start" | "stop" | "run"
    );
    let deed = said.is(first, DO) || is_supposed(said, hit, first);
    if moves && short || offer && (!deed || chat && short) {
        return None;
    }
    // "Raise the bar!" cheers on.
    if told && said.turn.text[sentence.bounds.bytes.clone()].ends_with('!') {
        weight -= 1;
    }
    let condition = sentence
        .of(Cue::If)
        .any(|cond| cond.at.start < hit.at.start);
    weight -= lightness(said, hit, first, weight) + i32::from(condition);
    Some(Request {
        offer,
        weight,
        deed: first..end,
    })
}

/// Whether nothing but a lead-in stands before an order: "one,", "for next time,", "if it's not here by then,".
fn leads_in(said: &Said<'_>, sentence: &Sentence, start: usize) -> bool {
    let before = sentence.bounds.words.start..start;
    if before.clone().all(|at| said.is(at, FILLER)) {
        return true;
    }
    let own = sentence.bounds.clause_of(start).start;
    let first = before
        .clone()
        .find(|at| !said.is(*at, FILLER))
        .unwrap_or(start);
    let condition = matches!(said.word(first), "if" | "when" | "once");
    let counts = before.len() <= 6
        && (said.is(first, NUMBER)
            || said.is_name(first)
            || matches!(
                said.word(first),
                "one"
                    | "first"
                    | "firstly"
                    | "secondly"
                    | "next"
                    | "last"
                    | "lastly"
                    | "finally"
                    | "for"
                    | "action"
            ));
    let quiet = (own..start).all(|at| said.is(at, FILLER));
    let favour = before
        .clone()
        .any(|at| matches!(said.word(at), "favour" | "favor"));
    let counts = counts || favour;
    quiet && own > before.start && (condition || counts)
}

/// Where the deed that is asked for begins.
fn verb_of(said: &Said<'_>, hit: &Hit) -> Option<usize> {
    let last = hit.at.end - 1;
    let gets = matches!(said.word(last), "a" | "one" | "some" | "the")
        && matches!(said.word(hit.at.start), "i" | "can" | "could");
    match hit.cue {
        Cue::Ask if lets(said, hit).is_some() => lets(said, hit),
        Cue::Ask if said.word(last) == "me" && hit.at.len() == 2 => Some(hit.at.start),
        Cue::Ask if gets => Some(last),
        Cue::Tell => hit.at.clone().find(|word| said.is(*word, DO)),
        Cue::Ask if is_presence(said.word(last)) && said.word(last - 1) == "you" => Some(last),
        // "What you're going to do is write it down."
        Cue::Ask if said.word(last) == "is" && said.word(last - 1) == "do" => Some(last + 1),
        Cue::Assign if what_is(said, last) => Some(last + 2),
        Cue::Assign if what_is(said, last + 1) => Some(last + 3),
        _ if said.is(last, DO) => Some(last),
        _ => Some(hit.at.end),
    }
}

/// Whether "do is" stands there, with the deed behind it.
fn what_is(said: &Said<'_>, at: usize) -> bool {
    said.word(at) == "do" && said.word(at + 1) == "is" && said.is(at + 2, DO)
}

/// "You're going to own the calls", "you'll send that, yeah?": rather told than foretold.
fn hands_over(said: &Said<'_>, hit: &Hit) -> bool {
    let going = said.word(hit.at.start + 1) == "'re"
        && matches!(said.word(hit.at.start + 2), "going" | "gonna" | "to");
    let yours = said.word(hit.at.end - 1) == "yours";
    going || yours
}

/// "If you covered Wednesday", "what if I drew up a list": a past form behind "if" is no past.
fn is_supposed(said: &Said<'_>, hit: &Hit, first: usize) -> bool {
    let last = said.word(hit.at.end - 1);
    matches!(last, "you" | "i") && (said.is(first, PAST) || said.is(first, ED))
}

/// "I'd want you there": to be there is what is asked.
fn is_presence(word: &str) -> bool {
    matches!(word, "in" | "on" | "at" | "there" | "with")
}

/// "Would you do me a favour and ring him": the favour is to ring him.
fn favour(said: &Said<'_>, sentence: &Sentence, first: usize) -> Option<usize> {
    let asks = said.word(first) == "do"
        && matches!(said.word(first + 1), "me" | "us")
        && matches!(said.word(first + 3), "favour" | "favor");
    if asks {
        (first + 4..sentence.bounds.words.end).find(|at| said.is(*at, DO))
    } else {
        Some(first)
    }
}

/// "Can you have him ring": somebody else is to be got to do it.
fn lets(said: &Said<'_>, hit: &Hit) -> Option<usize> {
    let last = hit.at.end - 1;
    (hit.at.start + 1..last)
        .find(|word| matches!(said.word(*word), "have" | "get") && said.is(last, DO))
}

/// What a verb takes from a request's firmness: words that are rather talk than deeds.
fn lightness(said: &Said<'_>, hit: &Hit, first: usize, weight: i32) -> i32 {
    let verb = said.word(first);
    let mut less = 0;
    // "I need you to be there."
    if verb == "be" && (is_presence(said.word(first + 1)) || said.word(first + 1) == "back") {
        return 0;
    }
    if hit.cue == Cue::Ask
        && weight < 4
        && matches!(verb, "have" | "be" | "go")
        && lets(said, hit).is_none()
    {
        less += 2;
    }
    // "Would you mind dropping them in?"
    let minded = said.word(hit.at.end - 1) == "mind" && said.is(first, ING);
    if !said.is(first, DO)
        && !minded
        && !is_presence(verb)
        && verb != "see"
        && !is_supposed(said, hit, first)
    {
        less += 2;
    }
    // "Could you tell me", "can you see": what is asked for is talk.
    let talk = matches!(
        verb,
        "tell" | "say" | "look" | "explain" | "see" | "hear" | "believe" | "talk" | "walk"
    );
    let to = said.word(first + 1);
    let finds = verb == "see" && matches!(to, "if" | "whether" | "what" | "who" | "about");
    if talk
        && !finds
        && !matches!(to, "him" | "her" | "them" | "into" | "at")
        && !said.is_name(first + 1)
    {
        less += 3;
    }
    less
}

/// Whether the words do not stand as a request of their own: "you had your list to show me", "if you want to show off", "so you've
/// to type it twice".
fn is_subordinate(said: &Said<'_>, sentence: &Sentence, hit: &Hit) -> bool {
    let start = hit.at.start;
    if start == sentence.bounds.words.start {
        return false;
    }
    let before = said.word(start - 1);
    // "Show me" is an order where nobody else is to do it.
    if hit.cue == Cue::Ask && hit.at.len() == 2 && said.word(hit.at.end - 1) == "me" {
        return !said.is(start - 1, FILLER)
            && !matches!(before, "just" | "you" | "then" | "and" | "please")
            && said.turn.text[said.tokens[start - 1].end..said.tokens[start].start]
                .trim()
                .is_empty();
    }
    let joins = matches!(
        before,
        "if" | "when"
            | "that"
            | "because"
            | "cos"
            | "before"
            | "after"
            | "until"
            | "till"
            | "where"
            | "how"
            | "what"
            | "which"
            | "why"
            | "once"
            | "unless"
            | "while"
            | "as"
    );
    let you = said.word(start) == "you";
    // "What you're going to do is write it down": what is told is to write.
    let last = hit.at.end - 1;
    if before == "what" && (what_is(said, last) || what_is(said, last + 1)) {
        return false;
    }
    let needs = matches!(said.word(start + 1), "'ve" | "have" | "need" | "want");
    let dated = sentence.days.iter().any(|day| day.words.start >= start);
    you && (joins && before != "that"
        || before == "that" && needs
        || before == "so" && needs && !dated)
}

/// Whether what is asked or offered is only to go on talking, or to leave something be: "can I start with", "can we park it", "ask me
/// again", "take it, it's well earned".
fn is_talk(said: &Said<'_>, cue: Cue, first: usize) -> bool {
    let (verb, next) = (said.word(first), said.word(first + 1));
    let person = matches!(next, "him" | "her" | "them") || said.is_name(first + 1);
    let we = cue == Cue::Ask && said.word(first.wrapping_sub(1)) == "we";
    match cue {
        Cue::Offer => {
            let mine = said.word(first.wrapping_sub(1)) == "i"
                && said.word(first.wrapping_sub(2)) == "can";
            let off = (first + 1..first + 4).any(|at| said.word(at) == "off");
            let turn = matches!(next, "one" | "mine" | "a" | "the");
            matches!(
                verb,
                "start" | "say" | "explain" | "stop" | "finish" | "come" | "leave"
            ) || verb == "ask" && !person
                || verb == "take" && off
                || verb == "do" && turn && mine && said.word(first + 2) != "list"
        }
        Cue::Tell => {
            verb == "take" && matches!(next, "it" | "that" | "your")
                || verb == "ask" && next == "me"
        }
        _ => {
            we && matches!(
                verb,
                "leave"
                    | "park"
                    | "skip"
                    | "keep"
                    | "start"
                    | "talk"
                    | "discuss"
                    | "look"
                    | "see"
                    | "go"
                    | "come"
                    | "stop"
                    | "move"
                    | "push"
                    | "hold"
                    | "get"
                    | "have"
            )
        }
    }
}

/// Whether a question is only about the time of what was just asked for: "when can you do that?"
pub(super) fn asks_when(said: &Said<'_>, sentence: &Sentence) -> bool {
    let words = sentence.bounds.words.clone();
    sentence.len() <= 8
        && words
            .clone()
            .take(3)
            .any(|at| matches!(said.word(at), "when" | "when's"))
        && (sentence.len() <= 3
            || words
                .clone()
                .any(|at| matches!(said.word(at), "you" | "that" | "it")))
}

fn direct(word: &str) -> bool {
    matches!(
        word,
        "could" | "can" | "would" | "will" | "send" | "get" | "give" | "bring" | "show" | "drop"
    )
}
