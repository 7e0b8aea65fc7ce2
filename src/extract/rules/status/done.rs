//! Words that say that a deed was done: its owner did it, it is up, somebody got it.

use super::super::lexicon::Class;
use super::super::tense::{self, Base};
use super::signs::View;

const SOFT: Class = Class::named("soft");

impl View<'_> {
    /// "I rang him", "you did it", "I did."
    pub(super) fn did(&self, at: usize) -> bool {
        let Some(base) = tense::base(self.said, at) else {
            return false;
        };
        let bare = self.word(at) == "did" && self.ends(at + 1);
        if bare {
            return matches!(self.before(at, 1), "i" | "we" | "you") && !self.asks();
        }
        let subject = self.subject(at);
        if !(self.is_owner(subject) || subject.is_empty() && self.deed.own) {
            return false;
        }
        let taken_back = (at.saturating_sub(4).max(self.first)..at).any(|place| {
            matches!(
                self.word(place),
                "nearly"
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
        if taken_back || self.denied_before(at, 4) {
            return false;
        }
        let told = self.deed.verb.told_by(&Base::of(base));
        let pointed = matches!(self.word(at + 1), "it" | "that" | "them" | "those" | "mine");
        let about = (at + 1..(at + 4).min(self.end)).any(|place| self.is_matter(place));
        told == 2
            || told == 1 && self.means_it(at + 1)
            || base == "do" && pointed
            || told == 0 && about && base != "have"
    }

    /// "It's up", "they're done", "it went on the Friday".
    pub(super) fn stands(&self, at: usize) -> bool {
        if self.asks() {
            return false;
        }
        let subject = self.subject(at);
        let be = matches!(
            self.word(at),
            "'s" | "is" | "'re" | "are" | "'ve" | "has" | "was" | "were" | "got" | "gets"
        ) && self.word(at + 1) != "not";
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
        let off = (at.saturating_sub(3).max(self.first)..at).any(|before| {
            matches!(
                self.word(before),
                "till" | "until" | "when" | "if" | "before" | "where" | "not"
            )
        });
        // It, or what the deed is about: "the account's on stop" says nothing of an order.
        let thing = match subject {
            "it" | "that" | "they" | "those" | "he" | "she" => true,
            "" => {
                at == self.first
                    || (at.saturating_sub(3).max(self.first)..at).any(|place| self.is_matter(place))
            }
            _ => false,
        };
        if be && thing && !off && is_state(self.word(place)) {
            return true;
        }
        matches!(self.word(at), "went" | "came" | "landed" | "arrived")
            && matches!(
                subject,
                "it" | "they" | "that" | "those" | "he" | "she" | ""
            )
            && !matches!(self.word(at + 1), "to" | "wrong" | "down" | "mad" | "from")
    }

    pub(super) fn late(&self, at: usize) -> bool {
        let words = self.three(at);
        matches!(words.0, "finally" | "eventually")
            || words == ("in", "the", "end")
            || matches!((words.0, words.1), ("better", "late") | ("two", "goes"))
            || matches!(words.0, "day" | "days" | "bit" | "hour" | "week")
                && matches!(words.1, "late" | "over")
    }

    /// "I got it", "you sent it", "he rang me".
    pub(super) fn receipt(&self, at: usize) -> bool {
        let (word, next, third) = self.three(at);
        if self.denied_before(at, 4) {
            return false;
        }
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
            && !matches!(third, "say" | "tell" | "not")
            && !self.asks();
        let third_hand = matches!(word, "he" | "she" | "they")
            && matches!(
                next,
                "got" | "sent" | "came" | "rang" | "told" | "showed" | "said"
            );
        got || you || third_hand
    }
}

/// The state of a thing that is as it should be.
pub(super) fn is_state(word: &str) -> bool {
    matches!(
        word,
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
    )
}
