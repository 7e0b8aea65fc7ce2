//! What the words of a sentence say of whether a deed exists by now: it was done, it was not, a part of it was, others hold it up.
//! Each sign stands at a word, so that the last word on it can be told from the first.

use std::ops::Range;

use super::super::heard::Matter;
use super::super::lexicon::{Class, Cue};
use super::super::said::{Said, Sentence};
use super::super::tense::Verb;

const SOFT: Class = Class::named("soft");
const GOOD: Class = Class::named("good");

/// What a sign says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Sign {
    /// The speaker did it, or it is in the state in which it should be.
    Did,
    Stands,
    /// A phrase that plainly tells something done, and one that may.
    Plain,
    Told,
    /// "In the end", "finally".
    Late,
    /// "I got it", "thank you for it", a good word.
    Receipt,
    Thanks,
    Good,
    /// The speaker did not, or it is not in that state.
    DidNot,
    StandsNot,
    /// A phrase that tells something not done.
    Undone,
    Forgot,
    /// "I won't make the twentieth".
    Slips,
    Waiting,
    /// "I was going to", "I'd have had it", "I had it open".
    Thwarted,
    /// "I did two", "half of it", "four to go".
    Partial,
    /// "It's only that", "it's just the dogs".
    Only,
    /// "And then", "but", "it turns out".
    Turned,
    /// What came in between.
    Blocked,
    /// "It was to be Friday".
    WasTo,
    /// "Leave it", "that's not happening".
    Dropped,
    /// "Oh no", "sorry".
    Sorry,
    /// "I'll do it tonight".
    Renewed,
    Asks,
}

/// What a sentence is held against.
pub(super) struct Deed<'a> {
    pub(super) verb: &'a Verb,
    pub(super) matter: &'a Matter,
}

/// The signs of a sentence with their words, in order.
pub(super) fn signs(said: &Said<'_>, sentence: &Sentence, deed: &Deed<'_>) -> Vec<(usize, Sign)> {
    let words = sentence.bounds.words.clone();
    let mut out: Vec<(usize, Sign)> = Vec::new();
    if sentence.bounds.question {
        out.push((words.end - 1, Sign::Asks));
    }
    for hit in &sentence.hits {
        let sign = match hit.cue {
            Cue::DoneStrong => Sign::Plain,
            Cue::Done => Sign::Told,
            Cue::NotDone => Sign::Undone,
            Cue::Forgot => Sign::Forgot,
            Cue::NotInTime => Sign::Slips,
            Cue::Waiting => Sign::Waiting,
            Cue::Tools | Cue::Workload | Cue::World | Cue::Private => Sign::Blocked,
            // "Leave it with me" takes it up; of "the ferry was cancelled" the ferry is what was called off.
            Cue::DroppedIt
                if said.word(hit.at.end) != "with"
                    && !(sentence.of(Cue::World)).any(|world| meet(&world.at, &hit.at)) =>
            {
                Sign::Dropped
            }
            Cue::Thanks => Sign::Thanks,
            _ => continue,
        };
        out.push((hit.at.start, sign));
    }
    let mut view = View {
        said,
        sentence,
        deed,
        first: words.start,
        end: words.end,
    };
    for at in words {
        view.at(at, &mut out);
    }
    out.sort_unstable();
    out.dedup();
    out
}

fn meet(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}

/// A sentence as it is looked at word by word.
pub(super) struct View<'a> {
    pub(super) said: &'a Said<'a>,
    pub(super) sentence: &'a Sentence,
    pub(super) deed: &'a Deed<'a>,
    pub(super) first: usize,
    pub(super) end: usize,
}

impl View<'_> {
    pub(super) fn word(&self, at: usize) -> &str {
        if at < self.end && at >= self.first {
            self.said.word(at)
        } else {
            ""
        }
    }

    pub(super) fn before(&self, at: usize, steps: usize) -> &str {
        at.checked_sub(steps).map_or("", |at| self.word(at))
    }

    pub(super) fn ends(&self, at: usize) -> bool {
        at >= self.end || self.sentence.bounds.clauses.contains(&at)
    }

    pub(super) fn at(&mut self, at: usize, out: &mut Vec<(usize, Sign)>) {
        let mut put = |there: bool, sign: Sign| {
            if there {
                out.push((at, sign));
            }
        };
        put(self.denied(at), Sign::DidNot);
        put(self.did(at), Sign::Did);
        put(self.stands(at), Sign::Stands);
        put(self.stands_not(at), Sign::StandsNot);
        put(self.thwarted(at), Sign::Thwarted);
        put(self.partial(at), Sign::Partial);
        put(self.only(at), Sign::Only);
        put(self.turned(at), Sign::Turned);
        put(self.late(at), Sign::Late);
        put(self.was_to(at), Sign::WasTo);
        put(self.sorry(at), Sign::Sorry);
        put(self.receipt(at), Sign::Receipt);
        put(self.renewed(at), Sign::Renewed);
        put(
            self.said.is(at, GOOD) && self.sentence.len() <= 8,
            Sign::Good,
        );
    }

    pub(super) fn subject(&self, at: usize) -> &str {
        let from = at.saturating_sub(4).max(self.first);
        (from..at)
            .rev()
            .map(|before| self.word(before))
            .find(|word| {
                matches!(
                    *word,
                    "i" | "we"
                        | "you"
                        | "he"
                        | "she"
                        | "it"
                        | "they"
                        | "that"
                        | "who"
                        | "which"
                        | "those"
                        | "there"
                )
            })
            .unwrap_or_default()
    }

    /// Whether the words behind a verb mean the deed's thing: a pronoun, nothing at all, or what the deed is about.
    pub(super) fn means_it(&self, at: usize) -> bool {
        if self.ends(at) {
            return true;
        }
        let word = self.word(at);
        if matches!(
            word,
            "it" | "that"
                | "them"
                | "those"
                | "him"
                | "her"
                | "to"
                | "round"
                | "around"
                | "yet"
                | "so"
                | "no"
                | "sorry"
                | "any"
                | "anything"
                | "near"
                | "because"
        ) {
            return true;
        }
        (at..(at + 4).min(self.end)).any(|place| self.is_matter(place))
    }

    pub(super) fn is_matter(&self, at: usize) -> bool {
        self.said
            .stems
            .get(at)
            .and_then(Option::as_ref)
            .is_some_and(|stem| self.deed.matter.shared(std::slice::from_ref(stem)) > 0.2)
    }

    /// The place of the verb behind a helper, adverbs skipped.
    pub(super) fn verb_behind(&self, mut at: usize) -> usize {
        while at < self.end
            && (self.said.is(at, SOFT)
                || matches!(
                    self.word(at),
                    "even"
                        | "quite"
                        | "yet"
                        | "really"
                        | "ever"
                        | "exactly"
                        | "not"
                        | "been"
                        | "got"
                ))
        {
            at += 1;
        }
        at
    }
}
