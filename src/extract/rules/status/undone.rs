//! What tells that a deed does not exist yet, or a part of it only: denials, what came in between, what is left. One look at one word; it
//! weighs nothing.

use super::super::lexicon::Class;
use super::super::telling;
use super::super::tense;
use super::super::tense::Base;
use super::signs::View;

const NUMBER: Class = Class::named("number");

impl View<'_> {
    pub(super) fn denied(&self, at: usize) -> bool {
        let word = self.word(at);
        let helper = matches!(
            word,
            "haven't" | "hasn't" | "hadn't" | "didn't" | "couldn't" | "don't" | "doesn't"
        ) || word == "not"
            && matches!(
                self.before(at, 1),
                "'ve" | "have" | "'d" | "had" | "'s" | "has" | "did"
            )
            || word == "never";
        let length = telling::no(word, self.word(at + 1));
        let no = length > 0 && at < self.first + 2 && self.ends(at + length);
        let nothing = matches!(word, "nothing" | "none" | "nobody")
            && matches!(
                self.word(at + 1),
                "came" | "arrived" | "happened" | "moved" | "landed"
            );
        if no || nothing {
            return true;
        }
        if !helper || self.sentence.bounds.question {
            return false;
        }
        let subject = self.subject(at);
        if matches!(subject, "you" | "who" | "which") {
            return false;
        }
        let now = matches!(word, "don't" | "doesn't");
        let verb = self.verb_behind(at + 1);
        if self.ends(verb) {
            return !now || subject == "i";
        }
        let name = self.word(verb);
        if now {
            return matches!(name, "have") && self.means_it(verb + 1);
        }
        let base = tense::base(self.said, verb).unwrap_or(name);
        let same = self.deed.verb.told_by(&Base::of(base)) > 0;
        let office = matches!(
            name,
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
        );
        (same || office) && self.means_it(verb + 1)
            || matches!(
                name,
                "happened" | "happen" | "come" | "gone" | "arrived" | "moved" | "started"
            )
            || self.is_matter(verb + 1)
            || self.is_matter(verb + 2)
    }

    pub(super) fn stands_not(&self, at: usize) -> bool {
        let word = self.word(at);
        let not = word == "not"
            && matches!(self.before(at, 1), "'s" | "is" | "'re" | "are" | "was")
            || matches!(word, "isn't" | "aren't" | "wasn't" | "weren't");
        let place = self.verb_behind(at + 1);
        let state = matches!(
            self.word(place),
            "on" | "up"
                | "in"
                | "done"
                | "there"
                | "ready"
                | "out"
                | "finished"
                | "written"
                | "signed"
                | "gone"
                | "sent"
                | "fit"
                | "started"
                | "right"
                | "complete"
                | "here"
                | "back"
                | "moved"
                | "happened"
                | "come"
                | "going"
                | "happening"
                | "live"
        ) || self.ends(place);
        let yet = matches!(word, "not" | "nothing" | "none" | "no") && self.word(at + 1) == "yet"
            || word == "still"
                && matches!(
                    self.word(at + 1),
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
            && matches!(self.word(at + 1), "nothing" | "no")
            && !matches!(self.word(at + 2), "idea" | "problem" | "doubt");
        !self.sentence.bounds.question
            && (not && state && !matches!(self.subject(at), "i" | "you" | "we") || yet || empty)
    }

    pub(super) fn thwarted(&self, at: usize) -> bool {
        let (word, next, third) = (self.word(at), self.word(at + 1), self.word(at + 2));
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
        let set_up = matches!(word, "had" | "'d")
            && matches!(self.subject(at), "i" | "we")
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
        let nearly = matches!(word, "nearly" | "almost")
            && !matches!(next, "a" | "every" | "all")
            && matches!(self.subject(at), "i" | "we");
        would || going || meant || sat || set_up || nearly
    }

    pub(super) fn is_count(&self, at: usize) -> bool {
        self.said.is(at, NUMBER) && self.word(at) != "one"
            || self.word(at).starts_with(|c: char| c.is_ascii_digit())
            || matches!(
                self.word(at),
                "some" | "half" | "most" | "part" | "one" | "bits"
            )
    }

    pub(super) fn partial(&self, at: usize) -> bool {
        let (word, next, third) = (self.word(at), self.word(at + 1), self.word(at + 2));
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
            || matches!(next, "like" | "about" | "maybe" | "only" | "just")
                && (self.is_count(at + 2) || matches!(third, "a" | "the"))
            || matches!(next, "a" | "an")
                && matches!(
                    third,
                    "page" | "start" | "draft" | "rough" | "bit" | "few" | "couple" | "first"
                ));
        let of = self.is_count(at)
            && matches!(next, "out" | "of")
            && (next == "out" && third == "of" || matches!(third, "it" | "them" | "those"));
        let to_go = word == "to" && next == "go" && self.is_count(at.wrapping_sub(1))
            || word == "left" && self.is_count(at.wrapping_sub(1));
        let near = matches!(
            word,
            "nearly" | "almost" | "about" | "half" | "partly" | "mostly" | "halfway"
        ) && matches!(
            next,
            "done" | "there" | "finished" | "written" | "ready" | "through"
        );
        let started = word == "started"
            && matches!(self.subject(at), "i" | "we")
            && !matches!(self.before(at, 1), "not");
        let so_far = word == "so" && next == "far"
            || word == "getting" && next == "there"
            || word == "more" && next == "like";
        let alone = self.sentence.len() <= 4
            && self.is_count(at)
            && at == self.first
            && !matches!(self.word(at), "one");
        let rest = matches!(word, "just" | "only")
            && matches!(next, "the" | "one")
            && matches!(third, "one" | "first" | "two" | "half" | "");
        did || of || to_go || near || started || so_far || alone || rest
    }

    pub(super) fn only(&self, at: usize) -> bool {
        let (word, next, third) = (self.word(at), self.word(at + 1), self.word(at + 2));
        let it = matches!(word, "it" | "there" | "that")
            && matches!(next, "'s" | "is" | "was")
            && matches!(third, "only" | "just")
            && !matches!(self.word(at + 3), "as" | "brilliant" | "great" | "like");
        let thing = word == "only" && matches!(next, "thing" | "that");
        let bar = matches!(word, "bar" | "except") || word == "apart" && next == "from";
        it || thing || bar
    }

    pub(super) fn turned(&self, at: usize) -> bool {
        let (word, next, third) = (self.word(at), self.word(at + 1), self.word(at + 2));
        word == "but" && !matches!(next, "yeah" | "yes" | "thank" | "it" | "i" | "")
            || word == "but"
                && matches!(next, "i" | "it")
                && !matches!(third, "did" | "got" | "sent" | "'s" | "went")
            || word == "and" && next == "then" && at <= self.first + 1
            || word == "turns" && next == "out"
            || word == "only" && at == self.first
    }

    pub(super) fn was_to(&self, at: usize) -> bool {
        let (word, next, third) = (self.word(at), self.word(at + 1), self.word(at + 2));
        matches!(word, "was" | "were")
            && (matches!(next, "to" | "meant" | "supposed" | "due" | "for")
                || next == "going" && third == "to")
            && !matches!(self.before(at, 1), "i" | "we")
            || word == "you" && (matches!(next, "said") || next == "'d" && third == "said")
    }

    pub(super) fn sorry(&self, at: usize) -> bool {
        let (word, next, third) = (self.word(at), self.word(at + 1), self.word(at + 2));
        matches!(
            (word, next),
            ("oh", "no") | ("fair", "enough") | ("no", "rush" | "worries") | ("what", "happened")
        ) || matches!(word, "sorry" | "apologise" | "apologize" | "gutted")
            || word == "what" && next == "'s" && third == "up"
            || self.sentence.len() <= 2 && matches!(word, "right" | "hm" | "ah" | "okay")
    }
}
