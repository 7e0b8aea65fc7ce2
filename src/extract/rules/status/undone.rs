//! Words that say that a deed was not done, or only in part: its owner did not, was going to, did two of ten; it is not up yet.

use super::super::lexicon::{Class, Cue};
use super::super::tense::{self, Base};
use super::done::is_state;
use super::signs::View;

const PERF: Class = Class::named("perf");
const ED: Class = Class::named("ed");
const NUMBER: Class = Class::named("number");

impl View<'_> {
    /// "I haven't", "I didn't get to it", "no"; "you never sent it", "I didn't see one" from the other.
    pub(super) fn did_not(&self, at: usize) -> bool {
        let word = self.word(at);
        if word == "no" && at < self.first + 2 && self.ends(at + 1) {
            return true;
        }
        let helper = matches!(
            word,
            "haven't" | "hasn't" | "hadn't" | "didn't" | "couldn't" | "don't" | "doesn't" | "never"
        ) || word == "not"
            && matches!(
                self.before(at, 1),
                "'ve" | "have" | "'d" | "had" | "'s" | "has" | "did"
            );
        if !helper || self.asks() {
            return false;
        }
        let subject = self.subject(at);
        let verb = self.verb_behind(at + 1);
        let name = self.word(verb);
        // Who was to get it did not see it.
        if !self.deed.own && subject == "i" {
            return matches!(
                name,
                "see" | "seen" | "get" | "had" | "have" | "hear" | "heard" | "find" | "think"
            ) && word != "never";
        }
        let other = if self.deed.own { "you" } else { "i" };
        if subject == other || matches!(subject, "who" | "which" | "he" | "she" | "they") {
            return false;
        }
        let now = matches!(word, "don't" | "doesn't");
        if self.ends(verb) {
            return !now || self.is_owner(subject);
        }
        if now {
            return name == "have" && self.means_it(verb + 1);
        }
        let time = (verb..(verb + 4).min(self.end)).any(|place| {
            matches!(
                self.word(place),
                "time" | "chance" | "minute" | "second" | "moment" | "hour"
            )
        });
        if time && matches!(name, "have" | "had" | "get" | "find") {
            return true;
        }
        let base = tense::base(self.said, verb).unwrap_or(name);
        let same = self.deed.verb.told_by(&Base::of(base)) > 0;
        let goes = matches!(
            name,
            "happened" | "happen" | "come" | "gone" | "arrived" | "moved" | "started"
        );
        (same || does(name)) && self.means_it(verb + 1)
            || goes
            || self.is_matter(verb + 1)
            || self.is_matter(verb + 2)
    }

    /// "They haven't yet", "he never rang back": it lies with others.
    pub(super) fn waits(&self, at: usize) -> bool {
        let word = self.word(at);
        let helper = matches!(word, "haven't" | "hasn't" | "didn't" | "never")
            || word == "not" && matches!(self.before(at, 1), "'ve" | "have" | "'s" | "has");
        let others = matches!(self.subject(at), "he" | "she" | "they");
        let verb = self.verb_behind(at + 1);
        let answers = self.ends(verb)
            || tense::base(self.said, verb).is_some()
            || self.said.is(verb, PERF)
            || matches!(
                self.word(verb),
                "come" | "get" | "send" | "answer" | "reply" | "pick"
            );
        self.deed.own && !self.asks() && helper && others && answers
    }

    /// "They're not on", "it isn't up yet", "still to do", "there's nothing".
    pub(super) fn stands_not(&self, at: usize) -> bool {
        let (word, next, third) = self.three(at);
        if word == "nowhere" && at == self.first {
            return true;
        }
        if self.asks() {
            return false;
        }
        let not = word == "not"
            && matches!(self.before(at, 1), "'s" | "is" | "'re" | "are" | "was")
            || matches!(word, "isn't" | "aren't" | "wasn't");
        let place = self.verb_behind(at + 1);
        let state = self.ends(place)
            || is_state(self.word(place))
            || self.said.is(place, PERF)
            || self.said.is(place, ED)
            || matches!(
                self.word(place),
                "there" | "fit" | "right" | "going" | "happening" | "able" | "yet"
            );
        let yet = matches!(word, "not" | "nothing" | "none" | "no") && next == "yet"
            || word == "still"
                && matches!(
                    next,
                    "to" | "not"
                        | "no"
                        | "haven't"
                        | "hasn't"
                        | "sat"
                        | "sitting"
                        | "there"
                        | "waiting"
                        | "on"
                );
        let empty = matches!(word, "'ve" | "have" | "got" | "had" | "is" | "'s" | "there")
            && matches!(next, "nothing" | "no")
            && !matches!(third, "idea" | "problem" | "doubt");
        let able = self.word(place) == "able";
        not && state && (able || !matches!(self.subject(at), "i" | "you" | "we")) || yet || empty
    }

    /// "I was going to", "I'd have had it", "I sat down to it", "I had it open": it came to nothing.
    pub(super) fn thwarted(&self, at: usize) -> bool {
        let (word, next, third) = self.three(at);
        let me = matches!(word, "i" | "we");
        let would = me
            && (matches!(next, "'d" | "would")
                && matches!(third, "have" | "of" | "'ve")
                && self.word(at + 3) != "to"
                || next == "would've"
                || next == "'d"
                    && matches!(
                        third,
                        "nearly" | "almost" | "got" | "had" | "started" | "every"
                    ));
        let going = me
            && matches!(next, "was" | "were")
            && matches!(
                third,
                "going"
                    | "gonna"
                    | "about"
                    | "meant"
                    | "supposed"
                    | "hoping"
                    | "planning"
                    | "all"
                    | "to"
                    | "on"
                    | "halfway"
                    | "just"
                    | "doing"
                    | "nearly"
            );
        let meant =
            me && matches!(
                next,
                "meant" | "tried" | "thought" | "intended" | "kept" | "keep"
            ) && !matches!(third, "it" | "that");
        let sat = matches!(word, "sat" | "sit")
            && next == "down"
            && matches!(third, "to" | "with" | "and" | "");
        let mine = matches!(self.subject(at), "i" | "we");
        let set_up = matches!(word, "had" | "'d")
            && mine
            && (at + 1..at + 6).any(|place| {
                matches!(
                    self.word(place),
                    "open"
                        | "blocked"
                        | "cleared"
                        | "booked"
                        | "half"
                        | "planned"
                        | "carved"
                        | "pencilled"
                        | "lined"
                        | "ready"
                        | "every"
                )
            });
        let nearly =
            matches!(word, "nearly" | "almost") && !matches!(next, "a" | "every" | "all") && mine;
        would || going || meant || sat || set_up || nearly
    }

    fn is_count(&self, at: usize) -> bool {
        self.said.is(at, NUMBER)
            || self.word(at).starts_with(|c: char| c.is_ascii_digit())
            || matches!(
                self.word(at),
                "some" | "half" | "most" | "part" | "one" | "bits"
            )
    }

    /// "I did two", "half of it", "four to go", "just the lettering to do".
    pub(super) fn partial(&self, at: usize) -> bool {
        let (word, next, third) = self.three(at);
        let behind = |place: usize| {
            self.ends(place)
                || matches!(
                    self.word(place),
                    "of" | "so"
                        | "out"
                        | "and"
                        | "near"
                        | "yet"
                        | "but"
                        | "from"
                        | "left"
                        | "done"
                        | "up"
                )
        };
        let few = matches!(
            third,
            "page" | "start" | "draft" | "rough" | "bit" | "few" | "couple" | "first"
        );
        let hedged = matches!(next, "like" | "about" | "maybe" | "only" | "just");
        let did = matches!(
            word,
            "did"
                | "done"
                | "got"
                | "made"
                | "'ve"
                | "have"
                | "sent"
                | "wrote"
                | "had"
                | "finished"
                | "through"
        ) && (self.is_count(at + 1) && behind(at + 2)
            || hedged && (self.is_count(at + 2) || matches!(third, "a" | "the"))
            || matches!(next, "a" | "an") && few);
        let of = self.is_count(at)
            && (next == "out" && third == "of"
                || next == "of" && matches!(third, "it" | "them" | "those"));
        let counted = self.is_count(at.wrapping_sub(1));
        let left = word == "to" && next == "go" && counted || word == "left" && counted;
        let rest = word == "to"
            && matches!(next, "do" | "go" | "finish" | "add" | "come")
            && self.ends(at + 2)
            && (at.saturating_sub(5).max(self.first)..at)
                .any(|before| matches!(self.word(before), "just" | "only"));
        let near = matches!(
            word,
            "nearly" | "almost" | "about" | "half" | "partly" | "mostly" | "halfway"
        ) && matches!(
            next,
            "done" | "there" | "finished" | "written" | "ready" | "through"
        );
        let started = word == "started"
            && matches!(self.subject(at), "i" | "we")
            && self.before(at, 1) != "not";
        let so_far = matches!(
            (word, next),
            ("so", "far") | ("getting", "there") | ("more", "like")
        );
        let alone = self.sentence.len() <= 4
            && at == self.first
            && matches!(word, "some" | "half" | "most" | "part" | "bits");
        let only = matches!(word, "just" | "only")
            && matches!(next, "the" | "one")
            && matches!(third, "one" | "first" | "two" | "half" | "");
        did || of || left || rest || near || started || so_far || alone || only
    }

    /// "It's only that", "it's just the dogs": what keeps it from being done.
    pub(super) fn only(&self, at: usize) -> bool {
        let (word, next, third) = self.three(at);
        let it = matches!(word, "it" | "there" | "that")
            && matches!(next, "'s" | "is" | "was")
            && matches!(third, "only" | "just")
            && !matches!(self.word(at + 3), "as" | "brilliant" | "great" | "like");
        let thing = word == "only" && matches!(next, "thing" | "that");
        it || thing || matches!(word, "bar" | "except") || word == "apart" && next == "from"
    }

    /// "And then the phone rang", "but", "it turns out".
    pub(super) fn turned(&self, at: usize) -> bool {
        let (word, next, third) = self.three(at);
        let but = word == "but"
            && if matches!(next, "i" | "it") {
                !matches!(third, "did" | "got" | "sent" | "'s" | "went")
            } else {
                !matches!(next, "yeah" | "yes" | "thank" | "")
            };
        but || word == "and" && next == "then" && at <= self.first + 1
            || word == "turns" && next == "out"
            || word == "only" && at == self.first
    }

    /// "It was to be Friday": the plan is held up against what happened.
    pub(super) fn was_to(&self, at: usize) -> bool {
        let (word, next, third) = self.three(at);
        matches!(word, "was" | "were")
            && (matches!(next, "to" | "meant" | "supposed" | "due" | "for")
                || next == "going" && third == "to")
            && !matches!(self.before(at, 1), "i" | "we")
            || word == "you" && (next == "said" || next == "'d" && third == "said")
    }

    pub(super) fn sorry(&self, at: usize) -> bool {
        let (word, next, third) = self.three(at);
        let oh = matches!(
            (word, next),
            ("oh" | "fair", "no" | "enough") | ("no", "rush" | "worries") | ("what", "happened")
        );
        oh || matches!(word, "sorry" | "apologise" | "apologize" | "gutted")
            || (word, next, third) == ("what", "'s", "up")
            || self.sentence.len() <= 2 && matches!(word, "right" | "hm" | "ah" | "okay")
    }

    /// "I'll do it tonight": it is still to be done.
    pub(super) fn renewed(&self, at: usize) -> bool {
        let promised = self.sentence.hits.iter().any(|hit| {
            hit.at.start == at
                && matches!(hit.cue, Cue::Promise | Cue::Receipt | Cue::Plan | Cue::Able)
        });
        let it = || {
            (at..self.end).any(|place| {
                matches!(
                    self.word(place),
                    "it" | "that" | "them" | "him" | "her" | "those" | "mine" | "again" | "then"
                ) || self.is_matter(place)
            })
        };
        self.deed.own && promised && it()
    }
}

/// Verbs that stand for any deed: "I didn't get to it", "I've not started".
fn does(verb: &str) -> bool {
    matches!(
        verb,
        "done"
            | "do"
            | "get"
            | "have"
            | "had"
            | "manage"
            | "managed"
            | "made"
            | "make"
            | "happened"
            | "happen"
            | "gone"
            | "come"
            | "started"
            | "start"
            | "finished"
            | "touched"
            | "looked"
            | "opened"
            | "begun"
            | "send"
            | "sent"
            | "been"
    )
}
