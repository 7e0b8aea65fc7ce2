//! The fold of all meetings in date order: every commitment and expectation with its history.
//! It reads meetings and knows neither transcripts nor Markdown, neither the clock nor the site.

pub mod fold;
pub mod record;

#[cfg(test)]
mod tests;

use jiff::civil::Date;

pub use fold::Fold;
pub use record::{Promises, Record};

use crate::model::{Framework, ItemId, ItemRef, Reason, Slug, VaultPath, Who};

/// Everything that was promised and expected, as it stands after the last meeting.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ledger {
    /// The commitments, in the order in which they were first promised.
    pub commitments: Vec<Commitment>,
    /// The expectations, in the order in which they were first stated.
    pub expectations: Vec<Expectation>,
}

/// An action item over its life.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Commitment {
    /// The first item of its chain.
    pub id: ItemId,
    /// Whose 1:1 it was promised in; none when it was a meeting of several.
    pub person: Option<Slug>,
    /// Everybody but the manager who was in the room when it was first promised.
    pub room: Vec<Slug>,
    /// Who holds it now.
    pub owner: Option<Who>,
    /// Whether that is the manager of the meeting.
    pub by_manager: bool,
    /// Its latest words.
    pub text: String,
    /// When it was first promised.
    pub raised: Date,
    /// By when, as last promised.
    pub due: Option<Date>,
    /// How it stands.
    pub state: State,
    /// The action items that promised it, oldest first.
    pub chain: Vec<ItemRef>,
    /// What happened, oldest first; the first is [`EventKind::Promised`].
    pub events: Vec<Event>,
}

/// How a commitment stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// Promised, not settled. Whether its date has passed depends on the day one asks.
    Open,
    /// Done; the day when it was heard of, unknown for a box ticked without a date.
    Done(Option<Date>),
    /// Said to be not done, and not promised again.
    Missed,
    /// Let go.
    Dropped,
}

/// Something that happened to a commitment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// The day of the meeting, or the day the owner wrote at the tick.
    pub date: Date,
    /// What.
    pub kind: EventKind,
    /// The date promised then.
    pub due: Option<Date>,
    /// The reason given then.
    pub reason: Option<Reason>,
    /// The item that says so, which is its receipt.
    pub item: ItemRef,
    /// The transcript of that meeting, where the item's evidence lies.
    pub transcript: Option<VaultPath>,
}

/// The kinds of events.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum EventKind {
    /// Promised for the first time.
    Promised,
    /// Promised again in a later meeting.
    PromisedAgain,
    /// A new date on or before the old one.
    Renegotiated,
    /// A new date after the old one had passed.
    Slipped,
    /// Somebody else holds it now.
    HandedOver,
    /// Spoken of, not done.
    Progress,
    /// Said to be done.
    Done,
    /// Said to be not done though its date had passed.
    Missed,
    /// Said to be let go.
    Dropped,
    /// The owner ticked the box.
    Ticked,
    /// The owner cancelled the box.
    Cancelled,
}

/// What the manager said good looks like, once for each time it was said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expectation {
    /// The item.
    pub item: ItemRef,
    /// Of whose 1:1.
    pub person: Option<Slug>,
    /// When it was said.
    pub stated: Date,
    /// Its words.
    pub text: String,
    /// Outcome or output.
    pub framework: Framework,
    /// With a measure.
    pub measure: bool,
    /// With a date.
    pub date: bool,
    /// The other side said yes to it.
    pub acknowledged: bool,
}
