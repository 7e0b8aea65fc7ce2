//! What was said of a commitment where it is told of: by its owner there and further on, and by the other, until the talk turns to
//! something else; and what its owner promises there again.

use super::super::actions::Draft;
use super::super::dialogue::Speech;
use super::super::heard::Memory;
use super::super::lexicon::Cue;
use super::super::said::Sentence;
use super::signs::{Deed, Sign, signs};

/// Signs with the words they stand at.
pub(super) type Signs = Vec<(usize, Sign)>;

/// The signs of an exchange, by who gives them and how near to the telling.
#[derive(Debug, Default)]
pub(super) struct Exchange {
    /// The owner's, in the telling sentence and those beside it.
    pub(super) near: Signs,
    /// The owner's, further on in the same turn.
    pub(super) later: Signs,
    /// The owner's, in the next turn.
    pub(super) after: Signs,
    /// The other's.
    pub(super) other: Signs,
    /// Those of the turn that the owner answers.
    pub(super) before: Signs,
}

/// A place in a meeting, and the commitment that is told of there.
#[derive(Clone, Copy)]
pub(super) struct Place<'a> {
    pub(super) speech: &'a Speech<'a>,
    pub(super) memory: &'a Memory,
    pub(super) of: usize,
    pub(super) at: usize,
    pub(super) sentence: usize,
}

impl<'a> Place<'a> {
    fn deed(&self) -> Deed<'a> {
        Deed {
            verb: &self.memory.verbs[self.of],
            matter: &self.memory.matters[self.of],
        }
    }

    /// Whether the one who speaks there is the one who promised, as far as is known.
    pub(super) fn is_owners(&self) -> bool {
        let speaker = &self.speech.turns[self.at].turn.speaker;
        let owner = &self.speech.job.context.open[self.of].owner;
        owner
            .as_ref()
            .is_none_or(|owner| owner.person.is_none() || owner.person == *speaker)
    }

    /// Whether a sentence speaks of another commitment rather than of this one.
    fn is_foreign(&self, at: usize, place: usize) -> bool {
        let heard = &self.memory.heard[at].sentences[place].own;
        let own = self.memory.matters[self.of].weigh(heard);
        let mut others = self.memory.matters.iter().enumerate();
        others.any(|(other, matter)| {
            let theirs = matter.weigh(heard);
            other != self.of && theirs > 0.6 && theirs > own + 0.3
        })
    }

    /// How many sentences of a turn still speak of this.
    fn stays(&self, at: usize) -> usize {
        let sentences = &self.speech.turns[at].sentences;
        let leaves = |(place, sentence): (usize, &Sentence)| {
            place > 0 && sentence.has(Cue::Turning) && sentence.len() > 1
                || self.is_foreign(at, place)
        };
        sentences
            .iter()
            .enumerate()
            .position(leaves)
            .unwrap_or(sentences.len())
    }

    fn read(&self, at: usize, places: impl Iterator<Item = usize>) -> Signs {
        let said = &self.speech.turns[at];
        let deed = self.deed();
        places
            .filter_map(|place| said.sentences.get(place))
            .flat_map(|sentence| signs(said, sentence, &deed))
            .collect()
    }

    /// Everything that is said of it there.
    pub(super) fn exchange(&self) -> Exchange {
        let (speech, at, place) = (self.speech, self.at, self.sentence);
        let mut out = Exchange::default();
        let count = speech.turns[at].sentences.len();
        let first = place.saturating_sub(1);
        // Further on in the turn another commitment may be told of: what stands behind that is not of this one.
        let end = (place + 1..count)
            .find(|next| self.is_foreign(at, *next))
            .unwrap_or(count);
        let here = |from: usize, to: usize| {
            (from..to).filter(|index| *index >= place || !self.is_foreign(at, *index))
        };
        let mut last = Some(at).filter(|_| end == count);
        if self.is_owners() {
            let middle = end.min(place + 2);
            out.near = self.read(at, here(first, middle));
            out.later = self.read(at, here(middle, end));
            if let Some(before) = at.checked_sub(1).filter(|before| !speech.same(*before, at)) {
                let asking = speech.turns[before].sentences.len();
                out.before = self.read(before, asking.saturating_sub(2)..asking);
            }
        } else {
            out.other = self.read(at, here(first, end.min(place + 3)));
            last = self.reply(at);
            if let Some(next) = last {
                let stays = self.stays(next);
                out.near = self.read(next, 0..stays.min(2));
                out.later = self.read(next, 2..stays.max(2));
            }
        }
        if let Some(reply) = last.and_then(|last| self.reply(last)) {
            let stays = self.stays(reply);
            out.other.extend(self.read(reply, 0..stays.min(3)));
            let whole = stays == speech.turns[reply].sentences.len();
            if let Some(back) = self.reply(reply).filter(|_| whole) {
                out.after = self.read(back, 0..self.stays(back).min(4));
            }
        }
        out
    }

    fn reply(&self, at: usize) -> Option<usize> {
        (at + 1 < self.speech.turns.len() && !self.speech.same(at, at + 1)).then_some(at + 1)
    }

    /// What its owner promises behind the telling, before another commitment is told of.
    pub(super) fn again<'d>(
        &self,
        drafts: &'d [Draft],
        until: usize,
    ) -> impl Iterator<Item = &'d Draft> {
        let (at, place) = (self.at, self.sentence);
        let owner = self.speech.job.context.open[self.of].owner.clone();
        drafts.iter().filter(move |draft| {
            let behind = draft.at > at || draft.at == at && draft.place > place;
            let mine = owner.as_ref().is_none_or(|owner| *owner == draft.owner);
            behind && mine && draft.at < until.max(at + 1)
        })
    }
}
