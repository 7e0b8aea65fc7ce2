//! The deed that a cue takes on: where its verb stands and how firm it is by its verb alone. It knows nothing of what stands around.

use std::ops::Range;

use super::lexicon::{Class, Cue, Hit};
use super::promise::{Form, Promise, deed_end};
use super::receipt::is_no_deed;
use super::said::{Said, Sentence};
use super::words;

const DETERMINER: Class = Class::named("determiner");
const DO: Class = Class::named("do");
const SEND: Class = Class::named("send");
const MIND: Class = Class::named("mind");
const SOFT: Class = Class::named("soft");
const PERF: Class = Class::named("perf");
const PAST: Class = Class::named("past");
const ED: Class = Class::named("ed");
const ING: Class = Class::named("ing");

/// The place of the verb behind a cue; none when the deed is denied.
fn verb(said: &Said<'_>, mut at: usize, end: usize) -> Option<usize> {
    while at < end {
        let word = said.word(at);
        if matches!(word, "not" | "never" | "hardly") {
            return None;
        }
        let next = said.word(at + 1);
        if words::is_noise(word) {
            at += 1;
            continue;
        }
        // "I will, I'll catch him": said twice.
        if word == "i" && matches!(next, "'ll" | "will") {
            at += 2;
            continue;
        }
        // "What I'm going to do is work it out."
        if word == "do" && matches!(next, "is" | "there") && at + 2 < end {
            at += 2;
            continue;
        }
        if word == "go" && next == "ahead" && said.word(at + 2) == "and" {
            at += 3;
            continue;
        }
        let onward =
            matches!(word, "go" | "come" | "try" | "be") && matches!(next, "and" | "to" | "sure");
        if onward {
            at += 2;
        } else if matches!(word, "go" | "come" | "have" | "try")
            && said.is(at + 1, DO)
            && next != "it"
            || said.is(at, SOFT) && at + 1 < end
        {
            at += 1;
        } else {
            return Some(at);
        }
    }
    None
}

pub(super) fn deed(
    said: &Said<'_>,
    sentence: &Sentence,
    hit: &Hit,
    base: i32,
    later: bool,
) -> Option<Promise> {
    // A phrase that ends with its verb ("I need to @do") has the verb as its last word.
    let last = hit.at.end - 1;
    let from = match hit.cue {
        Cue::Plan if said.is(last, DO) => last,
        Cue::Able | Cue::Promise if hit.at.len() > 3 && said.is(last, DO) => last,
        // "I'd have it to you by then": what is had is the deed.
        Cue::Able
            if said.word(hit.at.start + 1) == "'d" && said.word(hit.at.start + 2) == "have" =>
        {
            hit.at.start + 2
        }
        // "I'm finding out": a deed that has begun.
        Cue::Promise if begun(said, hit) => hit.at.start + 2,
        _ => hit.at.end,
    };
    let from = (from..sentence.bounds.words.end)
        .find(|at| !words::is_noise(said.word(*at)))
        .unwrap_or(from);
    let end = deed_end(said, sentence, from);
    let at = verb(said, from, end)?;
    let word = said.word(at);
    let next = said.word(at + 1);
    let rest = at + 1..end;
    let day = later || sentence.days.iter().any(|day| day.words.start >= at);
    let mut weight = match word {
        "be" if said.is(at + 1, ING) && is_no_deed(next) => return None,
        "be" if said.is(at + 1, ING) => base - 1,
        "be" => {
            return (next == "there" && day).then(|| Promise {
                form: Form::Deed,
                deed: at..end,
                cue: hit.at.clone(),
                weight: base - 3,
            });
        }
        "have" => have(said, sentence, hit, at..end, base, day)?,
        "let" if rest.clone().any(|place| said.word(place) == "know") => base,
        "let" => return None,
        "see"
            if matches!(
                next,
                "if" | "to" | "about" | "whether" | "what" | "him" | "her" | "them"
            ) =>
        {
            base - 2
        }
        "make" if next == "sure" => base,
        "keep" if said.word(at + 2) == "eye" => base - 2,
        "do" if next == "this" && !day => return None,
        "say" if matches!(next, "to" | "it") => base,
        // "I'm going to tell you the rest" is told there and then.
        "tell" | "ask" if next == "you" && !day => base - 3,
        // "I'm going to ask you to wait" asks; "I'll talk about it next time" puts off.
        "ask" if next == "you" => base - 6,
        "talk" if matches!((next, said.word(at + 2)), ("about", _) | ("to", "you")) => base - 7,
        "give" if next == "you" && said.word(at + 2) == "the" && !day => base - 2,
        "take" if matches!(next, "it" | "that") && end == at + 2 => return None,
        "leave" if matches!(next, "it" | "that" | "you") && !day => return None,
        _ if said.is(at, MIND) => return None,
        // "I'm going to my cousin's wedding" goes somewhere.
        _ if hit.at.len() > 2
            && said.word(hit.at.end - 1) == "to"
            && (said.is(at, DETERMINER) || said.is_name(at)) =>
        {
            return None;
        }
        _ if from < hit.at.end && said.is(at, ING) => base - 2,
        _ if said.is(at, DO) => base,
        _ if said.is(at, ING) || said.is(at, ED) => return None,
        // Whatever the word, what takes an object is a verb.
        _ if words::takes_object(said, at, end) => base - 1,
        _ => base - 2,
    };
    if said.is(at, SEND) {
        weight += 1;
    }
    if rest.clone().next().is_none() && !day && base >= 4 {
        weight -= 2;
    }
    Some(Promise {
        form: Form::Deed,
        deed: at..end,
        cue: hit.at.clone(),
        weight,
    })
}

fn begun(said: &Said<'_>, hit: &Hit) -> bool {
    let word = said.word(hit.at.start + 2);
    hit.at.len() > 2 && said.is(hit.at.start + 2, ING) && word != "going"
}

/// "I'll have it done", "I'll have a word": the weight of what is had; none of what only is so.
fn have(
    said: &Said<'_>,
    sentence: &Sentence,
    hit: &Hit,
    words: Range<usize>,
    base: i32,
    day: bool,
) -> Option<i32> {
    let Range { start: at, end } = words;
    let next = said.word(at + 1);
    let perfect = said.is(at + 1, PERF) || said.is(at + 1, ED) || said.is(at + 1, PAST);
    // "I'll have mumbled" supposes, "I'll have rung them by Friday" promises.
    let rest = at + 1..end;
    // "I'd have given a lot", "I'd have rung the ten by Friday".
    let until = || {
        rest.clone()
            .any(|at| matches!(said.word(at), "by" | "before"))
    };
    let fails = match hit.cue {
        Cue::Plan => true,
        Cue::Able => !day || !until(),
        _ => !day,
    };
    if perfect && fails {
        return None;
    }
    let made = rest.clone().any(|place| {
        let last = place + 1 == end || sentence.days.iter().any(|day| day.words.start == place + 1);
        let led = matches!(
            said.word(place + 1),
            "by" | "to" | "for" | "with" | "on" | "before" | "and"
        );
        let moved = matches!(
            said.word(place),
            "in" | "out" | "up" | "over" | "through" | "back" | "live" | "off" | "away"
        );
        if moved {
            last || led
        } else {
            said.is(place, PERF)
                || said.is(place, ED)
                || matches!(said.word(place), "for" | "to" | "with")
        }
    });
    let looks = matches!(
        said.word(at + 2),
        "look" | "think" | "ponder" | "read" | "dig"
    );
    if next == "a" && looks {
        return Some(base - 2);
    }
    let asked = matches!(next, "a" | "another")
        && rest.clone().any(|place| {
            matches!(
                said.word(place),
                "word" | "look" | "chat" | "think" | "go" | "conversation" | "read" | "dig"
            )
        });
    let third = said.is_name(at + 1) || matches!(next, "him" | "her" | "them" | "the");
    let does = rest.skip(1).any(|place| said.is(place, DO));
    (made || asked || day || third && does).then_some(base)
}
