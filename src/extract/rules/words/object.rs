//! The object of a deed: said in its place, said first, or only pointed at by a pronoun.

use super::super::lexicon::Class;
use super::antecedent::{Meant, Place, Wanted, antecedent, shown};
use super::carries;
use super::deed::Deed;
use super::grammar::{
    DETERMINER, OBJECT, PARTICLE, ROLE, SUBJECT, WEAK, is_demonstrative, is_determiner,
    is_modifier, is_preposition, is_subject,
};
use super::noun::{Phrase, exactly, is_name, joined, phrase_at};
use super::person::in_the_talk;

const STOP: Class = Class::named("stop");
const FILLER: Class = Class::named("filler");

impl Deed<'_> {
    /// Whether a pronoun is the whole object: "that", but not "that quote" or "that he rings".
    pub(super) fn stands_alone(&self, rest: &[usize], index: usize) -> bool {
        let said = &self.speech.turns[self.at];
        let at = rest[index];
        let word = said.word(at);
        let next = at + 1;
        if !is_demonstrative(word) {
            return true;
        }
        let follows = said.word(next);
        let before = at.checked_sub(1).map_or("", |before| said.word(before));
        // "The one that goes down": it joins what tells which one.
        let joins = word == "that"
            && joined(said, at)
            && !is_preposition(follows)
            && (matches!(before, "one" | "ones" | "thing" | "bit")
                || carries(said, at - 1) && at > 1 && said.is(at - 2, DETERMINER))
            && rest.get(index + 1) == Some(&next);
        if joins {
            return false;
        }
        if word == "one" && (is_determiner(before) || is_modifier(before)) {
            return false;
        }
        if next >= said.tokens.len() || !joined(said, next) || rest.get(index + 1) != Some(&next) {
            return true;
        }
        if word == "one" {
            return is_preposition(follows) && !matches!(follows, "of");
        }
        if word == "that" && (is_subject(follows) || is_determiner(follows)) {
            return false;
        }
        !(phrase_at(said, at, self.words.end).is_some_and(|phrase| phrase.words.len() > 1)
            || follows == "'s"
            || word == "that" && is_name(said, next))
    }

    pub(super) fn place(&self) -> Place {
        Place {
            at: self.at,
            word: self.cue,
        }
    }

    pub(super) fn named(&self, wanted: Wanted) -> Option<Meant> {
        antecedent(self.speech, self.place(), wanted, &self.owner)
    }

    /// What a pronoun of the deed stands for. "Ring the yard and ask them": its own words come first.
    pub(super) fn stands_for(
        &self,
        pronoun: &str,
        verb: &str,
        rest: &[usize],
        index: usize,
    ) -> Option<Meant> {
        if let Some(found) = self.said_after(rest[index]) {
            return Some(found);
        }
        let said = &self.speech.turns[self.at];
        // "Send them the new one": them is people, whatever the verb.
        let gets = rest.get(index + 1).is_some_and(|next| {
            *next == rest[index] + 1
                && joined(said, *next)
                && (said.is(*next, DETERMINER) || said.is(*next, OBJECT))
        });
        let wanted = match Wanted::by(pronoun, verb) {
            Wanted::Things if gets => Wanted::They,
            wanted => wanted,
        };
        let person = matches!(wanted, Wanted::He | Wanted::She | Wanted::They);
        let earlier = rest[..index].iter().any(|at| {
            let name = is_name(said, *at) || said.is(*at, ROLE);
            let thing = carries(said, *at) && !name && !said.is(*at, WEAK);
            if person { name } else { thing }
        });
        if earlier {
            return None;
        }
        if matches!(wanted, Wanted::Thing | Wanted::Things)
            && let Some(found) = self.fronted()
        {
            return Some(found);
        }
        self.named(wanted)
    }

    /// "I'll write to them, the college, and": the thing that is said behind its pronoun.
    fn said_after(&self, pronoun: usize) -> Option<Meant> {
        let said = &self.speech.turns[self.at];
        let end = self.sentence.bounds.words.end;
        let mut start = pronoun + 1;
        if start < end && joined(said, start) && said.is(start, PARTICLE) {
            start += 1;
        }
        if start >= end || joined(said, start) {
            return None;
        }
        let phrase = phrase_at(said, start, end)?;
        let closed = phrase.words.end == end || !joined(said, phrase.words.end);
        (closed
            && phrase.marked
            && !phrase.name
            && !said.is(phrase.head, WEAK)
            && !matches!(said.word(start), "no" | "any")
            && !super::noun::is_date(said, &phrase.words)
            && !in_the_talk(self.speech, said, phrase.head)
            && phrase.words.clone().any(|at| carries(said, at)))
        .then(|| Meant {
            text: shown(self.speech, self.at, &phrase.words, &self.owner),
            turn: self.at,
            words: phrase.words.clone(),
        })
    }

    pub(super) fn object_before(&self, verb: &str, rest: &[usize]) -> Option<Meant> {
        let wanted = if matches!(verb, "ring" | "call" | "phone" | "text" | "email" | "chase") {
            Wanted::They
        } else {
            Wanted::Thing
        };
        let alone = rest.iter().all(|at| {
            let said = &self.speech.turns[self.at];
            said.is(*at, STOP) || said.is(*at, PARTICLE)
        });
        alone.then(|| self.named(wanted)).flatten()
    }

    /// The object that is said first: "the rota I'll sign", "that quote, I'll get it out", "the bins and the yard, can you see to them".
    pub(super) fn fronted(&self) -> Option<Meant> {
        let said = &self.speech.turns[self.at];
        let bounds = &self.sentence.bounds;
        let clause = bounds.clause_of(self.cue);
        let own = clause.start..self.cue;
        let quiet = own.clone().all(|at| said.is(at, FILLER));
        let words = if quiet && clause.start > bounds.words.start {
            // A list may have commas of its own: as many clauses as are nothing but nouns.
            bounds.clause_of(clause.start - 1).start..clause.start
        } else {
            own
        };
        let phrase: Phrase = exactly(said, words)?;
        let room = phrase.name;
        let subject = said.is(phrase.words.start, SUBJECT)
            || said.is(phrase.words.start, OBJECT) && phrase.words.len() == 1;
        let called = in_the_talk(self.speech, said, phrase.head);
        let weak = said.is(phrase.head, WEAK);
        (!room && !called && !subject && !weak && phrase.words.clone().any(|at| carries(said, at)))
            .then(|| Meant {
                text: shown(self.speech, self.at, &phrase.words, &self.owner),
                turn: self.at,
                words: phrase.words.clone(),
            })
    }
}
