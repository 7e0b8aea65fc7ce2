//! The fold itself: meeting after meeting, in date order. What was open before a meeting is asked of it on the way ([`Fold::context`]),
//! the ledger is what it holds at the end. Boxes that the owner ticked are weighed last: where owner and speech disagree the owner wins.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::model::calendar::days_between;
use crate::model::{
    Context, Detail, FollowUp, Item, ItemId, ItemRef, Meeting, OpenCommitment, Slug, Status,
    TaskState, Who,
};

use super::{Commitment, Event, EventKind, Expectation, Ledger, State};

/// A promise that nobody has spoken of for this many days is no longer expected in speech: it stays in the ledger
/// and leaves the context, which must not grow for ever.
const FORGOTTEN_AFTER: i32 = 182;

/// A ledger in the making.
#[derive(Debug, Default)]
pub struct Fold {
    ledger: Ledger,
    /// Which commitment an action item belongs to.
    of_item: BTreeMap<ItemId, usize>,
    /// The commitments that may still be spoken of, by everybody who was in the room.
    alive: BTreeMap<Slug, Vec<usize>>,
    /// What speech alone knows of each commitment.
    spoken: Vec<Spoken>,
}

#[derive(Debug, Clone)]
struct Spoken {
    state: State,
    last: Date,
    quote: String,
    tick: Option<Tick>,
}

/// How many bytes of what was said of a commitment before are kept beside what is said of it now.
const LONGEST_QUOTE: usize = 800;

/// A box that the owner ticked or cancelled, and the day of the meeting in whose note it stands.
#[derive(Debug, Clone, Copy)]
struct Tick {
    state: TaskState,
    stands_in: Date,
}

impl Fold {
    /// The fold of all `meetings`, given in their order.
    pub fn all<'a>(meetings: impl IntoIterator<Item = &'a Meeting>) -> Ledger {
        let mut fold = Self::default();
        for meeting in meetings {
            fold.add(meeting);
        }
        fold.finish()
    }

    /// What was open so far for the people of a meeting on the day `on`, oldest first.
    pub fn context(&self, on: Date, people: &[Slug], manager: Option<&Slug>) -> Context {
        let mut places: Vec<usize> = people
            .iter()
            .filter_map(|slug| self.alive.get(slug))
            .flatten()
            .copied()
            .collect();
        places.sort_unstable();
        places.dedup();
        let open = places.into_iter().filter_map(|place| {
            let (commitment, spoken) = (&self.ledger.commitments[place], &self.spoken[place]);
            if !may_be_spoken_of(spoken, on) || !concerns(commitment, people, manager) {
                return None;
            }
            Some(OpenCommitment {
                item: commitment.chain.last()?.clone(),
                owner: commitment.owner.clone(),
                text: commitment.text.clone(),
                quote: spoken.quote.clone(),
                due: commitment.due,
            })
        });
        Context {
            open: open.collect(),
        }
    }

    /// Takes in the next meeting.
    pub fn add(&mut self, meeting: &Meeting) {
        for item in &meeting.items {
            if let Detail::FollowUp(follow_up) = &item.detail {
                self.follow(meeting, item, follow_up);
            }
        }
        for item in &meeting.items {
            match &item.detail {
                Detail::Action { .. } => self.promise(meeting, item),
                Detail::Expectation {
                    framework,
                    measure,
                    date,
                    acknowledged,
                } => self.ledger.expectations.push(Expectation {
                    item: meeting.link_to(item),
                    person: meeting.person.clone(),
                    stated: meeting.date,
                    text: item.text.clone(),
                    framework: *framework,
                    measure: *measure,
                    date: *date,
                    acknowledged: *acknowledged,
                }),
                Detail::Unclear { .. }
                | Detail::FollowUp(_)
                | Detail::Feedback { .. }
                | Detail::Deferred => {}
            }
        }
        self.forget(meeting);
    }

    /// The ledger, the owner's ticks weighed in.
    pub fn finish(mut self) -> Ledger {
        for (commitment, spoken) in self.ledger.commitments.iter_mut().zip(&self.spoken) {
            commitment.state = match spoken.tick {
                Some(tick) => settled(commitment, spoken.state, tick),
                None => spoken.state,
            };
            commitment.events.sort_by_key(|event| event.date);
        }
        self.ledger
    }

    fn promise(&mut self, meeting: &Meeting, item: &Item) {
        let Detail::Action {
            owner,
            due,
            state,
            again,
        } = &item.detail
        else {
            return;
        };
        // An id that stands twice is a copy: it counts where it came first.
        if self.of_item.contains_key(&item.id) {
            return;
        }
        let link = meeting.link_to(item);
        let earlier = again
            .as_ref()
            .and_then(|again| self.of_item.get(&again.id))
            .copied();
        let place = match earlier {
            Some(place) => {
                self.promise_again(place, meeting, item, link, owner.as_ref(), *due);
                place
            }
            None => self.begin(meeting, item, link, owner.clone(), *due),
        };
        self.of_item.insert(item.id.clone(), place);
        let commitment = &mut self.ledger.commitments[place];
        commitment.text.clone_from(&item.text);
        let spoken = &mut self.spoken[place];
        spoken.last = meeting.date;
        let said = item.source.evidence().iter().take(4);
        let mut quote = said
            .map(|piece| piece.quote.as_str())
            .collect::<Vec<_>>()
            .join("\n");
        // "I'll do it tonight" says nothing of what: the words of the first promise do.
        if earlier.is_some() && spoken.quote.len() < LONGEST_QUOTE {
            quote.push('\n');
            quote.push_str(&spoken.quote);
        }
        spoken.quote = quote;
        // Nothing is done before it was promised, whatever the date behind the tick says.
        let on_or_after = |day: &Option<Date>| day.map(|day| day.max(meeting.date));
        let (kind, state, day) = match state {
            TaskState::Open => return,
            TaskState::Done(day) => (
                EventKind::Ticked,
                TaskState::Done(on_or_after(day)),
                on_or_after(day),
            ),
            TaskState::Dropped(day) => (
                EventKind::Cancelled,
                TaskState::Dropped(on_or_after(day)),
                on_or_after(day),
            ),
        };
        spoken.tick = Some(Tick {
            state,
            stands_in: meeting.date,
        });
        let mut event = event(meeting, item, kind);
        event.date = day.unwrap_or(meeting.date);
        commitment.events.push(event);
    }

    fn begin(
        &mut self,
        meeting: &Meeting,
        item: &Item,
        link: ItemRef,
        owner: Option<Who>,
        due: Option<Date>,
    ) -> usize {
        let place = self.ledger.commitments.len();
        let mut promised = event(meeting, item, EventKind::Promised);
        promised.due = due;
        self.ledger.commitments.push(Commitment {
            id: item.id.clone(),
            person: meeting.person.clone(),
            room: meeting.people.clone(),
            by_manager: is_manager(meeting, owner.as_ref()),
            owner,
            text: item.text.clone(),
            raised: meeting.date,
            due,
            state: State::Open,
            chain: vec![link],
            events: vec![promised],
        });
        self.spoken.push(Spoken {
            state: State::Open,
            last: meeting.date,
            quote: String::new(),
            tick: None,
        });
        for slug in &meeting.people {
            self.alive.entry(slug.clone()).or_default().push(place);
        }
        place
    }

    fn promise_again(
        &mut self,
        place: usize,
        meeting: &Meeting,
        item: &Item,
        link: ItemRef,
        owner: Option<&Who>,
        due: Option<Date>,
    ) {
        let commitment = &mut self.ledger.commitments[place];
        let mut again = event(meeting, item, EventKind::PromisedAgain);
        let changed_hands = owner.is_some() && owner != commitment.owner.as_ref();
        if changed_hands {
            again.kind = EventKind::HandedOver;
            commitment.owner = owner.cloned();
            commitment.by_manager = is_manager(meeting, owner);
        } else if due.is_some() && due != commitment.due {
            again.kind = moved(commitment.due, meeting.date);
        }
        again.due = due;
        commitment.due = due.or(commitment.due);
        commitment.chain.push(link);
        commitment.events.push(again);
        self.spoken[place].state = State::Open;
    }

    fn follow(&mut self, meeting: &Meeting, item: &Item, follow_up: &FollowUp) {
        let place = follow_up
            .of
            .as_ref()
            .and_then(|of| self.of_item.get(&of.id))
            .copied();
        let Some(place) = place else { return };
        let commitment = &mut self.ledger.commitments[place];
        let spoken = &mut self.spoken[place];
        spoken.last = meeting.date;
        let mut push = |kind, due| {
            let mut event = event(meeting, item, kind);
            event.due = due;
            event.reason = follow_up.reason;
            commitment.events.push(event);
        };
        match (&follow_up.status, follow_up.new_due) {
            (Status::Done, _) => {
                push(EventKind::Done, None);
                if !matches!(spoken.state, State::Done(Some(_))) {
                    spoken.state = State::Done(Some(meeting.date));
                }
            }
            (Status::Dropped, _) => {
                push(EventKind::Dropped, None);
                spoken.state = State::Dropped;
            }
            (Status::Missed, None) => {
                push(EventKind::Missed, None);
                spoken.state = State::Missed;
            }
            (Status::Missed, Some(due)) => {
                push(EventKind::Missed, None);
                push(EventKind::Slipped, Some(due));
                commitment.due = Some(due);
                spoken.state = State::Open;
            }
            (Status::Progress, None) => {
                push(EventKind::Progress, None);
                spoken.state = State::Open;
            }
            (Status::Progress, Some(due)) => {
                push(moved(commitment.due, meeting.date), Some(due));
                commitment.due = Some(due);
                spoken.state = State::Open;
            }
            (Status::TakenOver(who), due) => {
                push(EventKind::HandedOver, due);
                commitment.by_manager = is_manager(meeting, Some(who));
                commitment.owner = Some(who.clone());
                commitment.due = due.or(commitment.due);
                spoken.state = State::Open;
            }
        }
    }

    /// Takes what can no longer be spoken of off the lists of those who met.
    fn forget(&mut self, meeting: &Meeting) {
        for slug in &meeting.people {
            if let Some(places) = self.alive.get_mut(slug) {
                places.retain(|place| may_be_spoken_of(&self.spoken[*place], meeting.date));
            }
        }
    }
}

/// Open or missed, spoken of within half a year, and not ticked before an earlier day than the one asked for.
/// A tick with no date never takes a promise out of the context: it would rewrite notes of meetings that were held before it was made.
fn may_be_spoken_of(spoken: &Spoken, on: Date) -> bool {
    let unsettled = matches!(spoken.state, State::Open | State::Missed);
    let ticked = match spoken.tick {
        Some(Tick {
            state: TaskState::Done(Some(day)) | TaskState::Dropped(Some(day)),
            ..
        }) => days_between(day, on) > 30,
        _ => false,
    };
    unsettled && !ticked && days_between(spoken.last, on) <= FORGOTTEN_AFTER
}

/// Whether a commitment is the business of a meeting of these people: it was made in the 1:1 of one of them, or one of them holds it.
fn concerns(commitment: &Commitment, people: &[Slug], manager: Option<&Slug>) -> bool {
    let owner = commitment
        .owner
        .as_ref()
        .and_then(|owner| owner.person.as_ref());
    let theirs = commitment
        .person
        .as_ref()
        .is_some_and(|person| people.contains(person));
    theirs || owner.is_none_or(|owner| people.contains(owner) || Some(owner) == manager)
}

/// A new date said on or before the old one is renegotiated; said after it, it is a slip.
fn moved(old: Option<Date>, said: Date) -> EventKind {
    if old.is_some_and(|old| old < said) {
        EventKind::Slipped
    } else {
        EventKind::Renegotiated
    }
}

/// How a commitment stands that the owner ticked: the earlier of the tick's day and the day of which speech tells.
/// A promise made again after a dated tick is open again.
fn settled(commitment: &Commitment, spoken: State, tick: Tick) -> State {
    let made_again_after = |day: Date| {
        let later = |link: &ItemRef| link.date > day && link.date > tick.stands_in;
        commitment.chain.iter().any(later)
    };
    match tick.state {
        TaskState::Open => spoken,
        TaskState::Dropped(Some(day)) | TaskState::Done(Some(day)) if made_again_after(day) => {
            spoken
        }
        TaskState::Dropped(_) => State::Dropped,
        TaskState::Done(None) => match spoken {
            State::Done(day) => State::Done(day),
            State::Open | State::Missed | State::Dropped => State::Done(None),
        },
        TaskState::Done(Some(day)) => match spoken {
            State::Done(Some(said)) => State::Done(Some(said.min(day))),
            State::Done(None) | State::Open | State::Missed | State::Dropped => {
                State::Done(Some(day))
            }
        },
    }
}

fn is_manager(meeting: &Meeting, who: Option<&Who>) -> bool {
    let person = who.and_then(|who| who.person.as_ref());
    person.is_some() && person == meeting.manager.as_ref()
}

fn event(meeting: &Meeting, item: &Item, kind: EventKind) -> Event {
    Event {
        date: meeting.date,
        kind,
        due: None,
        reason: None,
        item: meeting.link_to(item),
        transcript: item
            .said_in
            .as_ref()
            .or(meeting.transcript.as_ref())
            .cloned(),
    }
}
