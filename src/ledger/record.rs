//! The record: everything that was read, in order, with the fold of it. What measures, drafts, site and export are made from.
//! It is plain data behind a few look-ups; it does not know the clock.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::model::{Config, Item, ItemId, Meeting, People, Person, Slug, Transcript, VaultPath};

use super::{Commitment, Ledger};

/// Everything that the vault holds, read and folded.
#[derive(Debug, Default)]
pub struct Record {
    /// The settings.
    pub config: Config,
    /// Everybody, the guessed ones included.
    pub people: People,
    /// The transcripts by path.
    pub transcripts: BTreeMap<VaultPath, Arc<Transcript>>,
    /// The meetings in [`Meeting::order`].
    pub meetings: Vec<Meeting>,
    /// The fold of the meetings.
    pub ledger: Ledger,
    /// Where each counted item is: index of the meeting, index in its items.
    items: BTreeMap<ItemId, (usize, usize)>,
}

impl Record {
    /// Puts the parts together. `meetings` in [`Meeting::order`], `ledger` their fold.
    pub fn new(
        config: Config,
        people: People,
        transcripts: BTreeMap<VaultPath, Arc<Transcript>>,
        meetings: Vec<Meeting>,
        ledger: Ledger,
    ) -> Self {
        let mut items = BTreeMap::new();
        for (at, meeting) in meetings.iter().enumerate() {
            for (place, item) in meeting.items.iter().enumerate() {
                items.entry(item.id.clone()).or_insert((at, place));
            }
        }
        Self {
            config,
            people,
            transcripts,
            meetings,
            ledger,
            items,
        }
    }

    /// A counted item and its meeting.
    pub fn item(&self, id: &ItemId) -> Option<(&Meeting, &Item)> {
        let (at, place) = self.items.get(id)?;
        let meeting = self.meetings.get(*at)?;
        Some((meeting, meeting.items.get(*place)?))
    }

    /// The transcript of a meeting; none for a note that was typed by hand.
    pub fn transcript(&self, meeting: &Meeting) -> Option<&Transcript> {
        let path = meeting.transcript.as_ref()?;
        self.transcripts.get(path).map(|transcript| &**transcript)
    }

    /// Somebody's 1:1s, oldest first.
    pub fn one_to_ones<'a>(
        &'a self,
        person: &'a Slug,
    ) -> impl DoubleEndedIterator<Item = &'a Meeting> {
        self.meetings
            .iter()
            .filter(move |meeting| meeting.person.as_ref() == Some(person))
    }

    /// Everybody who has had a 1:1, by slug.
    pub fn met(&self) -> impl Iterator<Item = &Person> {
        let mut slugs: Vec<&Slug> = self
            .meetings
            .iter()
            .filter_map(|meeting| meeting.person.as_ref())
            .collect();
        slugs.sort_unstable();
        slugs.dedup();
        slugs.into_iter().filter_map(|slug| self.people.get(slug))
    }

    /// The commitments made in somebody's 1:1s, by either side, and those that they hold from other meetings.
    pub fn commitments_with<'a>(
        &'a self,
        person: &'a Slug,
    ) -> impl Iterator<Item = &'a Commitment> {
        self.ledger.commitments.iter().filter(move |commitment| {
            let holds = commitment
                .owner
                .as_ref()
                .is_some_and(|owner| owner.person.as_ref() == Some(person));
            commitment.person.as_ref() == Some(person) || holds
        })
    }
}
