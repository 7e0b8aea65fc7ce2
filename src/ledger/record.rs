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
    /// The indexes of each person's 1:1s.
    one_to_ones: BTreeMap<Slug, Vec<usize>>,
    /// The indexes of the commitments between the manager and each person.
    promises: BTreeMap<Slug, [Vec<usize>; 3]>,
}

/// The promises between the manager and one person.
#[derive(Debug, Default)]
pub struct Promises<'a> {
    /// What the manager promised in their 1:1s.
    pub managers: Vec<&'a Commitment>,
    /// What the person holds of what was promised in their hearing.
    pub theirs: Vec<&'a Commitment>,
    /// What was promised in their 1:1s and somebody else holds, or nobody.
    pub others: Vec<&'a Commitment>,
}

impl<'a> Promises<'a> {
    /// All of them, the manager's first.
    pub fn iter(&self) -> impl Iterator<Item = &'a Commitment> {
        let theirs = self.theirs.iter().chain(&self.others);
        self.managers.iter().chain(theirs).copied()
    }
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
        let mut one_to_ones: BTreeMap<Slug, Vec<usize>> = BTreeMap::new();
        for (at, meeting) in meetings.iter().enumerate() {
            for (place, item) in meeting.items.iter().enumerate() {
                items.entry(item.id.clone()).or_insert((at, place));
            }
            if let Some(person) = &meeting.person {
                one_to_ones.entry(person.clone()).or_default().push(at);
            }
        }
        let mut promises: BTreeMap<Slug, [Vec<usize>; 3]> = BTreeMap::new();
        for (at, commitment) in ledger.commitments.iter().enumerate() {
            let holder = commitment
                .owner
                .as_ref()
                .and_then(|owner| owner.person.as_ref());
            let person = commitment.person.as_ref();
            let mut put = |slug: &Slug, side: usize| {
                promises.entry(slug.clone()).or_default()[side].push(at);
            };
            match (holder, person) {
                // Only what they heard themselves: what was said of them in another room is not theirs to be shown.
                (Some(holder), _) if !commitment.by_manager && commitment.room.contains(holder) => {
                    put(holder, 1);
                    if let Some(person) = person.filter(|person| *person != holder) {
                        put(person, 2);
                    }
                }
                (_, Some(person)) => put(person, if commitment.by_manager { 0 } else { 2 }),
                (_, None) => {}
            }
        }
        Self {
            config,
            people,
            transcripts,
            meetings,
            ledger,
            items,
            one_to_ones,
            promises,
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

    /// The meeting in which an item of `meeting` was said: another one where the owner moved the line between notes.
    pub fn said_in<'a>(&'a self, meeting: &'a Meeting, item: &Item) -> &'a Meeting {
        let Some(path) = &item.said_in else {
            return meeting;
        };
        let mut all = self.meetings.iter();
        all.find(|other| other.transcript.as_ref() == Some(path))
            .unwrap_or(meeting)
    }

    /// Somebody's 1:1s, oldest first.
    pub fn one_to_ones<'a>(
        &'a self,
        person: &Slug,
    ) -> impl DoubleEndedIterator<Item = &'a Meeting> + use<'a> {
        let places = self.one_to_ones.get(person).map_or(&[][..], Vec::as_slice);
        places.iter().filter_map(|at| self.meetings.get(*at))
    }

    /// Everybody who has had a 1:1, by slug.
    pub fn met(&self) -> impl Iterator<Item = &Person> {
        self.one_to_ones
            .keys()
            .filter_map(|slug| self.people.get(slug))
    }

    /// The promises between the manager and one person, each in the order in which it was first made.
    pub fn promises_with(&self, person: &Slug) -> Promises<'_> {
        let Some(sides) = self.promises.get(person) else {
            return Promises::default();
        };
        let [managers, theirs, others] = sides.each_ref().map(|side| {
            side.iter()
                .filter_map(|at| self.ledger.commitments.get(*at))
                .collect()
        });
        Promises {
            managers,
            theirs,
            others,
        }
    }
}
