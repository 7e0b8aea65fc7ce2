//! What the words of a sentence say of whether a deed exists by now: it was done, it was not, a part of it was, others hold it up.
//! Each sign stands at a word, so that the last word on it can be told from the first.

use super::super::dialogue::{Said, Sentence};
use super::super::heard::Matter;
use super::super::lexicon::{Class, Cue};
use super::super::tense::Verb;

const SOFT: Class = Class::named("soft");
const GOOD: Class = Class::named("good");

/// What a sign says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Sign {
    /// The owner did it, or it is in the state in which it should be.
    Did,
    Stands,
    /// A phrase that plainly tells something done.
    Plain,
    /// "In the end", "finally".
    Late,
    /// "I got it", "thank you for it", a good word.
    Receipt,
    Thanks,
    Good,
    /// The owner did not, or it is not in that state.
    DidNot,
    StandsNot,
    /// A phrase that tells something not done.
    Undone,
    Forgot,
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
#[derive(Clone, Copy)]
pub(super) struct Deed<'a> {
    /// Whether its owner speaks the sentence.
    pub(super) own: bool,
    pub(super) verb: &'a Verb,
    pub(super) matter: &'a Matter,
}

/// The signs of a sentence with their words, in order.
pub(super) fn signs(said: &Said<'_>, sentence: &Sentence, deed: Deed<'_>) -> Vec<(usize, Sign)> {
    let words = sentence.bounds.words.clone();
    let mut out: Vec<(usize, Sign)> = Vec::new();
    if sentence.bounds.question {
        out.push((words.end - 1, Sign::Asks));
    }
    for hit in &sentence.hits {
        let sign = match hit.cue {
            Cue::DoneStrong => Sign::Plain,
            Cue::NotDone => Sign::Undone,
            Cue::Forgot => Sign::Forgot,
            Cue::Waiting => Sign::Waiting,
            Cue::Tools | Cue::Workload | Cue::World | Cue::Private => Sign::Blocked,
            Cue::DroppedIt => Sign::Dropped,
            Cue::Thanks => Sign::Thanks,
            _ => continue,
        };
        // "Leave it with me" takes on.
        let taken = sign == Sign::Dropped && matches!(said.word(hit.at.end), "with" | "to");
        if !taken {
            out.push((hit.at.start, sign));
        }
    }
    let view = View {
        said,
        sentence,
        deed,
        first: words.start,
        end: words.end,
    };
    for at in words {
        out.extend(view.at(at).map(|sign| (at, sign)));
    }
    out.sort_unstable();
    out.dedup();
    out
}

/// A sentence, looked at for a deed.
pub(super) struct View<'a> {
    pub(super) said: &'a Said<'a>,
    pub(super) sentence: &'a Sentence,
    pub(super) deed: Deed<'a>,
    pub(super) first: usize,
    pub(super) end: usize,
}

impl View<'_> {
    fn at(&self, at: usize) -> impl Iterator<Item = Sign> {
        let good = self.said.is(at, GOOD) && self.sentence.len() <= 8;
        [
            (self.did(at), Sign::Did),
            (self.stands(at), Sign::Stands),
            (self.late(at), Sign::Late),
            (self.receipt(at), Sign::Receipt),
            (good, Sign::Good),
            (self.did_not(at), Sign::DidNot),
            (self.stands_not(at), Sign::StandsNot),
            (self.waits(at), Sign::Waiting),
            (self.thwarted(at), Sign::Thwarted),
            (self.partial(at), Sign::Partial),
            (self.only(at), Sign::Only),
            (self.turned(at), Sign::Turned),
            (self.was_to(at), Sign::WasTo),
            (self.sorry(at), Sign::Sorry),
            (self.renewed(at), Sign::Renewed),
        ]
        .into_iter()
        .filter(|(there, _)| *there)
        .map(|(_, sign)| sign)
    }

    pub(super) fn word(&self, at: usize) -> &str {
        if at < self.end && at >= self.first {
            self.said.word(at)
        } else {
            ""
        }
    }

    pub(super) fn three(&self, at: usize) -> (&str, &str, &str) {
        (self.word(at), self.word(at + 1), self.word(at + 2))
    }

    pub(super) fn before(&self, at: usize, steps: usize) -> &str {
        at.checked_sub(steps).map_or("", |at| self.word(at))
    }

    pub(super) fn ends(&self, at: usize) -> bool {
        at >= self.end || self.sentence.bounds.clauses.contains(&at)
    }

    pub(super) fn asks(&self) -> bool {
        self.sentence.bounds.question
    }

    /// Whether a pronoun means the deed's owner.
    pub(super) fn is_owner(&self, word: &str) -> bool {
        if self.deed.own {
            matches!(word, "i" | "we")
        } else {
            word == "you"
        }
    }

    /// The last pronoun in the few words before a verb.
    pub(super) fn subject(&self, at: usize) -> &str {
        let from = at.saturating_sub(4).max(self.first);
        let pronoun = |word: &&str| {
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
        };
        let mut before = (from..at).rev().map(|before| self.word(before));
        before.find(pronoun).unwrap_or_default()
    }

    /// Whether one of the few words before a word takes it back.
    pub(super) fn denied_before(&self, at: usize, reach: usize) -> bool {
        (at.saturating_sub(reach).max(self.first)..at).any(|before| {
            matches!(
                self.word(before),
                "not"
                    | "haven't"
                    | "hasn't"
                    | "didn't"
                    | "hadn't"
                    | "don't"
                    | "doesn't"
                    | "never"
                    | "couldn't"
            )
        })
    }

    /// Whether the words behind a verb mean the deed's thing: a pronoun, nothing at all, or what the deed is about.
    pub(super) fn means_it(&self, at: usize) -> bool {
        let pointed = matches!(
            self.word(at),
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
        );
        self.ends(at) || pointed || (at..(at + 4).min(self.end)).any(|place| self.is_matter(place))
    }

    pub(super) fn is_matter(&self, at: usize) -> bool {
        let stem = self.said.stems.get(at).and_then(Option::as_ref);
        stem.is_some_and(|stem| self.deed.matter.shared(std::slice::from_ref(stem)) > 0.2)
    }

    /// The place of the verb behind a helper, adverbs skipped.
    pub(super) fn verb_behind(&self, mut at: usize) -> usize {
        let light = |at: usize| {
            self.said.is(at, SOFT)
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
                )
        };
        while at < self.end && light(at) {
            at += 1;
        }
        at
    }
}
