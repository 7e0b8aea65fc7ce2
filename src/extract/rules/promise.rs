//! One sentence at a time: whether its speaker takes something on, and how firmly. It does not know what others answer.

use std::ops::Range;

use super::circumstance::circumstances;
use super::doing::deed;
use super::lexicon::{Class, Cue, Hit};
use super::receipt::{going, ready, receipt, take};
use super::said::{Said, Sentence};
use super::words;

const DO: Class = Class::named("do");
const SOFT: Class = Class::named("soft");
const PAST: Class = Class::named("past");
const ED: Class = Class::named("ed");

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
    let was = hit
        .at
        .clone()
        .any(|at| matches!(said.word(at), "was" | "thought" | "figured"));
    was && (hit.at.end..sentence.bounds.words.end).any(|at| {
        let joins = matches!(said.word(at), "but" | "and" | "only" | "then");
        joins
            && (at + 1..sentence.bounds.words.end.min(at + 6)).any(|at| {
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
        // "On Thursday, Wednesday I'm in court": another day's doings.
        let told = sentence.days.iter().any(|day| {
            day.words.start == head
                && matches!(
                    said.word(day.words.end),
                    "i" | "you" | "he" | "she" | "we" | "they" | "it"
                )
        });
        if told || !(goes_on || lists && head - from > 1) {
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
