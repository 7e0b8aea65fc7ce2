//! What tells that a deed exists by now: it was done, it stands, somebody has it. One look at one word; it weighs nothing.

use super::super::lexicon::{Class, Cue};
use super::super::tense;
use super::super::tense::Base;
use super::signs::View;

const SOFT: Class = Class::named("soft");

impl View<'_> {
    pub(super) fn did(&self, at: usize) -> bool {
        let base = tense::base(self.said, at);
        let Some(base) = base else {
            return self.word(at) == "did"
                && matches!(self.before(at, 1), "i" | "we" | "you")
                && self.ends(at + 1);
        };
        let subject = self.subject(at);
        let speaker = matches!(subject, "i" | "we" | "");
        let denied = (at.saturating_sub(4).max(self.first)..at).any(|place| {
            matches!(
                self.word(place),
                "not"
                    | "haven't"
                    | "didn't"
                    | "hadn't"
                    | "never"
                    | "couldn't"
                    | "hasn't"
                    | "nearly"
                    | "almost"
                    | "half"
                    | "to"
                    | "'ll"
                    | "will"
                    | "would"
                    | "can"
                    | "could"
                    | "should"
                    | "was"
                    | "were"
                    | "'d"
                    | "when"
                    | "if"
                    | "before"
            )
        });
        if !speaker || denied {
            return false;
        }
        let told = self.deed.verb.told_by(&Base::of(base));
        told == 2
            || told == 1 && (self.means_it(at + 1))
            || base == "do"
                && matches!(self.word(at + 1), "it" | "that" | "them" | "those" | "mine")
            || told == 0
                && (at + 1..(at + 4).min(self.end)).any(|place| self.is_matter(place))
                && base != "have"
    }

    pub(super) fn stands(&self, at: usize) -> bool {
        let be = matches!(
            self.word(at),
            "'s" | "is" | "'re" | "are" | "'ve" | "has" | "was" | "were" | "got" | "gets"
        ) && !matches!(self.word(at + 1), "not" | "n't");
        let mut place = at + 1;
        while place < self.end
            && (self.said.is(place, SOFT)
                || matches!(
                    self.word(place),
                    "been" | "all" | "now" | "already" | "gone"
                ))
            && !self.ends(place + 1)
        {
            place += 1;
        }
        let state = matches!(
            self.word(place),
            "done"
                | "in"
                | "up"
                | "on"
                | "out"
                | "sorted"
                | "signed"
                | "fixed"
                | "live"
                | "sent"
                | "booked"
                | "finished"
                | "written"
                | "gone"
                | "ready"
                | "here"
                | "back"
                | "closed"
                | "shut"
                | "paid"
                | "ordered"
                | "posted"
                | "filed"
                | "over"
                | "through"
                | "complete"
                | "off"
                | "yours"
        );
        let went = matches!(self.word(at), "went" | "came" | "landed" | "arrived")
            && matches!(
                self.subject(at),
                "it" | "they" | "that" | "those" | "he" | "she" | ""
            )
            && !matches!(self.before(at, 1), "nothing" | "nobody" | "none");
        let subject = self.subject(at);
        let asked = self.sentence.bounds.question;
        !asked
            && (be
                && state
                && !matches!(subject, "i" | "we" | "you" | "who" | "there")
                && !(at.saturating_sub(3).max(self.first)..at).any(|p| {
                    matches!(
                        self.word(p),
                        "till" | "until" | "when" | "if" | "before" | "where" | "not"
                    )
                })
                || went && !matches!(self.word(at + 1), "to" | "wrong" | "down" | "mad" | "from"))
    }

    pub(super) fn late(&self, at: usize) -> bool {
        let (word, next, third) = (self.word(at), self.word(at + 1), self.word(at + 2));
        word == "in" && next == "the" && third == "end"
            || matches!(word, "finally" | "eventually")
            || word == "better" && next == "late"
            || matches!(word, "day" | "days" | "bit" | "hour" | "week")
                && matches!(next, "late" | "over")
            || word == "two" && next == "goes"
    }

    pub(super) fn receipt(&self, at: usize) -> bool {
        let (word, next, third) = (self.word(at), self.word(at + 1), self.word(at + 2));
        let got = matches!(word, "i" | "we")
            && matches!(
                next,
                "got"
                    | "saw"
                    | "read"
                    | "had"
                    | "used"
                    | "opened"
                    | "heard"
                    | "noticed"
                    | "loved"
                    | "liked"
            )
            && (matches!(
                third,
                "it" | "that" | "them" | "your" | "the" | "yours" | "those"
            ) || self.is_matter(at + 2));
        let you = word == "you"
            && matches!(
                next,
                "did" | "got" | "sent" | "had" | "gave" | "rang" | "put"
            )
            && !matches!(third, "n't" | "say" | "tell" | "not")
            && !self.sentence.bounds.question;
        let has = matches!(word, "he" | "she" | "they")
            && matches!(
                next,
                "got" | "sent" | "came" | "rang" | "told" | "showed" | "said"
            );
        got || you || has
    }

    pub(super) fn renewed(&self, at: usize) -> bool {
        let promised = self.sentence.hits.iter().any(|hit| {
            hit.at.start == at
                && matches!(hit.cue, Cue::Promise | Cue::Receipt | Cue::Plan | Cue::Able)
        });
        let it = (at..self.end).any(|place| {
            matches!(
                self.word(place),
                "it" | "that" | "them" | "him" | "her" | "those" | "mine" | "again" | "then"
            ) || self.is_matter(place)
        });
        promised && it
    }
}
