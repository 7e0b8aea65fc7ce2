//! One sentence at a time: whether its speaker takes something on, and how firmly. It does not know what others answer.

use std::ops::Range;

use super::circumstance::circumstances;
use super::dialogue::{Said, Sentence};
use super::lexicon::{Class, Cue, Hit};
use super::receipt::{going, ready, receipt, take};
use super::words;

const DO: Class = Class::named("do");
const SEND: Class = Class::named("send");
const MIND: Class = Class::named("mind");
const SOFT: Class = Class::named("soft");
const PERF: Class = Class::named("perf");
const PAST: Class = Class::named("past");
const ED: Class = Class::named("ed");
const ING: Class = Class::named("ing");

/// What kind of words take something on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Form {
    /// "I'll ring him."
    Deed,
    /// "You'll have it by Friday."
    Receipt,
    /// "Leave it with me": what is meant was said before.
    Take,
    /// "I can get him tomorrow", "I should call her": it wants a day or a yes.
    Loose,
}

/// Something taken on in a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Promise {
    pub(super) form: Form,
    /// The words from the verb on.
    pub(super) deed: Range<usize>,
    /// The words of the cue.
    pub(super) cue: Range<usize>,
    /// How firm it is by itself: 4 and more stands alone.
    pub(super) weight: i32,
}

/// The promises of a sentence: the firmest, and those beside it that have a clause and a day of their own.
/// `later` tells that the sentence goes on in another turn and names a day there.
pub(super) fn promises(said: &Said<'_>, sentence: &Sentence, later: bool) -> Vec<Promise> {
    let mut all: Vec<Promise> = sentence
        .hits
        .iter()
        .filter_map(|hit| promise_of(said, sentence, hit, later))
        .filter(|found| found.weight > 0)
        .collect();
    let mut first = 0;
    for place in 1..all.len() {
        if better(said, sentence, &all[place], &all[first]) {
            first = place;
        }
    }
    if all.is_empty() {
        return all;
    }
    let best = all.swap_remove(first);
    let dated = |found: &Promise| {
        sentence
            .days
            .iter()
            .any(|day| found.deed.contains(&day.words.start))
    };
    let mut out = vec![best];
    for found in all {
        let apart = out
            .iter()
            .all(|other| found.deed.end <= other.cue.start || other.deed.end <= found.cue.start);
        if apart && found.form == Form::Deed && dated(&found) && dated(&out[0]) {
            out.push(found);
        }
    }
    out.sort_by_key(|found| found.cue.start);
    out
}

fn promise_of(said: &Said<'_>, sentence: &Sentence, hit: &Hit, later: bool) -> Option<Promise> {
    let mut found = match hit.cue {
        Cue::Promise => deed(said, sentence, hit, 4, later),
        Cue::Able if overtaken(said, sentence, hit) => None,
        Cue::Able | Cue::Plan => deed(said, sentence, hit, 2, later).map(loose),
        Cue::Going => going(said, sentence, hit),
        Cue::Receipt => receipt(said, sentence, hit),
        Cue::Ready => ready(said, sentence, hit),
        Cue::Take => take(said, sentence, hit),
        _ => None,
    }?;
    let around = circumstances(said, sentence, &found, later);
    found.weight += if found.form == Form::Take {
        around.min(0)
    } else {
        around
    };
    Some(found)
}

fn better(said: &Said<'_>, sentence: &Sentence, found: &Promise, best: &Promise) -> bool {
    // "I'll have the, I'll have it Monday": of what is begun twice the second is whole.
    if found.weight == best.weight && said.word(found.deed.start) == said.word(best.deed.start) {
        let dated = |promise: &Promise| {
            let mut days = sentence.days.iter();
            days.any(|day| promise.deed.contains(&day.words.start))
        };
        if dated(found) != dated(best) {
            return dated(found);
        }
    }
    // Of "leave that with me, I'll sort the chairs" the second half says what is meant.
    let telling = |promise: &Promise| {
        (
            promise.form != Form::Take,
            words::weight(said, promise.deed.clone()),
        )
    };
    (found.weight, telling(found)) > (best.weight, telling(best))
}

/// "I was going to ring her but she rang me": what came in between.
fn overtaken(said: &Said<'_>, sentence: &Sentence, hit: &Hit) -> bool {
    let was = hit.at.clone().any(|at| said.word(at) == "was");
    was && (hit.at.end..sentence.bounds.words.end).any(|at| {
        let joins = matches!(said.word(at), "but" | "and" | "only" | "then");
        joins
            && (at + 1..sentence.bounds.words.end.min(at + 4)).any(|at| {
                said.is(at, PAST)
                    || said.is(at, ED)
                    || matches!(
                        said.word(at),
                        "couldn't" | "didn't" | "wasn't" | "was" | "had"
                    )
            })
    })
}

fn loose(mut found: Promise) -> Promise {
    found.form = Form::Loose;
    found
}

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

fn deed(
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
        "be" if said.is(at + 1, ING) => base - 1,
        "be" => {
            let there = matches!(next, "there" | "in" | "at" | "over" | "out" | "up");
            return (there && day).then(|| Promise {
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
        "do" if next == "this" && !day => return None,
        "say" if matches!(next, "to" | "it") => base,
        // "I'm going to tell you the rest" is told there and then.
        "tell" | "ask" if next == "you" && !day => base - 3,
        // "I'm going to ask you to wait" asks; "I'll talk about it next time" puts off.
        "ask" if next == "you" => base - 6,
        "talk" if next == "about" => base - 5,
        "give" if next == "you" && said.word(at + 2) == "the" && !day => base - 2,
        "take" if matches!(next, "it" | "that") && end == at + 2 => return None,
        "leave" if matches!(next, "it" | "that" | "you") && !day => return None,
        _ if said.is(at, MIND) => return None,
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
    if perfect && (hit.cue == Cue::Plan || !day) {
        return None;
    }
    let rest = at + 1..end;
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

/// Where a deed ends: at the next clause that has a subject of its own or gives a reason.
pub(super) fn deed_end(said: &Said<'_>, sentence: &Sentence, from: usize) -> usize {
    let bounds = &sentence.bounds;
    let mut end = bounds.words.end;
    for head in bounds.clauses.iter().copied().filter(|head| *head > from) {
        let word = said.word(head);
        let goes_on = matches!(word, "and" | "or" | "then")
            && (said.is(head + 1, DO) || said.is(head + 1, SOFT))
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
