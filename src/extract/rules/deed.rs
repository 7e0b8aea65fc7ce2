//! The deed behind "I'll": its verb, how much the verb is worth, and where its words end.

use std::sync::LazyLock;

use super::cues::Cue;
use super::dialogue::{Said, Sentence};
use super::pattern::{Class, Hit, class_named};
use super::promise::{Form, Promise};

static DO: LazyLock<Class> = LazyLock::new(|| class_named("do"));
static SEND: LazyLock<Class> = LazyLock::new(|| class_named("send"));
static MIND: LazyLock<Class> = LazyLock::new(|| class_named("mind"));
static SOFT: LazyLock<Class> = LazyLock::new(|| class_named("soft"));
static PERF: LazyLock<Class> = LazyLock::new(|| class_named("perf"));
static ED: LazyLock<Class> = LazyLock::new(|| class_named("ed"));
static ING: LazyLock<Class> = LazyLock::new(|| class_named("ing"));

/// The place of the verb behind a cue; none when the deed is denied.
fn verb(said: &Said<'_>, mut at: usize, end: usize) -> Option<usize> {
    while at < end {
        let word = said.word(at);
        if matches!(word, "not" | "never" | "hardly") {
            return None;
        }
        let next = said.word(at + 1);
        // "I will, I'll catch him": said twice.
        if word == "i" && matches!(next, "'ll" | "will") {
            at += 2;
            continue;
        }
        let onward =
            matches!(word, "go" | "come" | "try" | "be") && matches!(next, "and" | "to" | "sure");
        if onward {
            at += 2;
        } else if matches!(word, "go" | "come" | "have" | "try")
            && said.is(at + 1, *DO)
            && next != "it"
            || said.is(at, *SOFT) && at + 1 < end
        {
            at += 1;
        } else {
            return Some(at);
        }
    }
    None
}

/// The deed behind a cue; none where what follows is no deed that somebody could check.
pub(super) fn deed(said: &Said<'_>, sentence: &Sentence, hit: &Hit, base: i32) -> Option<Promise> {
    // A phrase that ends with its verb ("I need to @do") has the verb as its last word.
    let from = if said.is(hit.at.end - 1, *DO) && hit.cue == Cue::Plan {
        hit.at.end - 1
    } else {
        hit.at.end
    };
    let end = deed_end(said, sentence, from);
    let at = verb(said, from, end)?;
    let word = said.word(at);
    let next = said.word(at + 1);
    let rest = at + 1..end;
    let day = sentence.days.iter().any(|day| day.words.start >= at);
    let mut weight = match word {
        "be" if said.is(at + 1, *ING) => base - 1,
        "be" => {
            let there = matches!(next, "there" | "in" | "at" | "over" | "out" | "up");
            return (there && day).then(|| Promise {
                form: Form::Deed,
                deed: at..end,
                cue: hit.at.clone(),
                weight: base - 3,
            });
        }
        "have" if hit.cue == Cue::Plan && (said.is(at + 1, *PERF) || said.is(at + 1, *ED)) => {
            return None;
        }
        "have" => base + have(said, sentence, at, end)?,
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
        "do" if next == "this" && !day => return None,
        "say" if matches!(next, "to" | "it") => base,
        // What speakers are about to do in the meeting itself.
        "show" | "tell" if next == "you" && !day => base - 2,
        "talk" | "speak" if matches!(next, "about" | "through" | "you") && !day => base - 2,
        "go" if !day
            && !matches!(
                next,
                "to" | "and" | "see" | "down" | "over" | "round" | "out"
            ) =>
        {
            base - 3
        }
        "give" if next == "you" && said.word(at + 2) == "the" && !day => base - 2,
        "take" if matches!(next, "it" | "that") && end == at + 2 => return None,
        "leave" if matches!(next, "it" | "that" | "you") && !day => return None,
        _ if said.is(at, *MIND) => return None,
        _ if said.is(at, *DO) => base,
        _ if said.is(at, *ING) || said.is(at, *ED) => return None,
        _ => base - 2,
    };
    if said.is(at, *SEND) {
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

/// What "I'll have …" promises: something made by then ("I'll have it done") or asked of somebody ("I'll have a word"); a look is half
/// a promise, and "I'll have a coffee" is none.
fn have(said: &Said<'_>, sentence: &Sentence, at: usize, end: usize) -> Option<i32> {
    let next = said.word(at + 1);
    let rest = at + 1..end;
    if next == "a"
        && matches!(
            said.word(at + 2),
            "look" | "think" | "ponder" | "read" | "dig"
        )
    {
        return Some(-2);
    }
    let made = rest.clone().any(|place| {
        let last = place + 1 == end || sentence.days.iter().any(|day| day.words.start == place + 1);
        let led = matches!(
            said.word(place + 1),
            "by" | "to" | "for" | "with" | "on" | "before" | "and"
        );
        match said.word(place) {
            "in" | "out" | "up" | "over" | "through" | "back" | "live" | "off" => last || led,
            "for" | "to" | "with" => true,
            _ => said.is(place, *PERF) || said.is(place, *ED),
        }
    });
    let asked = matches!(next, "a" | "another")
        && rest.clone().any(|place| {
            matches!(
                said.word(place),
                "word" | "look" | "chat" | "think" | "go" | "conversation" | "read" | "dig"
            )
        });
    let day = sentence.days.iter().any(|day| day.words.start >= at);
    let third = said.is_name(at + 1) || matches!(next, "him" | "her" | "them" | "the");
    let does = rest.skip(1).any(|place| said.is(place, *DO));
    (made || asked || day || third && does).then_some(0)
}

/// Where a deed ends: at the next clause that has a subject of its own or gives a reason.
pub(super) fn deed_end(said: &Said<'_>, sentence: &Sentence, from: usize) -> usize {
    let bounds = &sentence.bounds;
    let mut end = bounds.words.end;
    for head in bounds.clauses.iter().copied().filter(|head| *head > from) {
        let word = said.word(head);
        let goes_on = matches!(word, "and" | "or" | "then")
            && (said.is(head + 1, *DO) || said.is(head + 1, *SOFT))
            && !matches!(said.word(head + 1), "i" | "you");
        let lists = !matches!(
            word,
            "i" | "you"
                | "he"
                | "she"
                | "it"
                | "we"
                | "they"
                | "that"
                | "so"
                | "but"
                | "because"
                | "and"
                | "or"
                | "then"
                | "if"
                | "which"
                | "when"
                | "where"
                | "who"
                | "there"
                | "this"
                | "as"
                | "okay"
                | "yeah"
                | "just"
                | "you're"
                | "unless"
                | "in"
                | "before"
                | "like"
        );
        if !(goes_on || lists && head - from > 1) {
            end = head;
            break;
        }
    }
    for place in from + 2..end {
        let reason = matches!(said.word(place), "because" | "cause" | "which" | "unless")
            || said.word(place) == "so"
                && matches!(
                    said.word(place + 1),
                    "that" | "i" | "you" | "we" | "he" | "she" | "they" | "it"
                );
        if reason {
            return place;
        }
    }
    end
}
