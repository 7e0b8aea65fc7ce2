//! What is found in a meeting: six kinds of items, each with its receipt. It does not know how an item is found or written.

use std::fmt;
use std::sync::Arc;

use jiff::civil::Date;

use super::{Offset, Slug, VaultPath};

/// The six kinds, in the order in which a note shows them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Somebody will do something that can be checked later.
    Action,
    /// Something must happen, and owner, date or measure is missing.
    Unclear,
    /// The manager says what good looks like.
    Expectation,
    /// A later meeting speaks of an earlier commitment.
    FollowUp,
    /// Praise or corrective.
    Feedback,
    /// A topic put off to another time.
    Deferred,
}

impl Kind {
    /// All kinds, in their order.
    pub const ALL: [Self; 6] = [
        Self::Action,
        Self::Unclear,
        Self::Expectation,
        Self::FollowUp,
        Self::Feedback,
        Self::Deferred,
    ];

    /// The word that goes into an id. It can never change: ids would.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Action => "action",
            Self::Unclear => "unclear",
            Self::Expectation => "expectation",
            Self::FollowUp => "follow-up",
            Self::Feedback => "feedback",
            Self::Deferred => "deferred",
        }
    }
}

/// An item's block id without its caret: `tl` and eight characters `a-z0-9`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ItemId(Arc<str>);

impl ItemId {
    /// Reads an id; `None` when it is not of our form.
    pub fn parse(text: &str) -> Option<Self> {
        let rest = text.strip_prefix("tl")?;
        let ours = rest.len() == 8
            && rest
                .bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
        ours.then(|| Self(text.into()))
    }

    /// The id's text, without a caret.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ItemId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A verbatim quote of one turn. Code has checked it against the transcript before an item carries it (law 3).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// The turn's number, from 1.
    pub turn: u32,
    /// The turn's label as the transcript has it; empty when it has none.
    pub speaker: String,
    /// Contiguous words of the turn; white space counts as one space.
    pub quote: String,
    /// When the turn began.
    pub time: Option<Offset>,
}

/// Where an item comes from, and so what its receipt is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// It was said. Never empty; the first piece is the primary one, of which the id is made.
    Speech(Vec<Evidence>),
    /// The owner wrote it.
    Owner {
        /// The note.
        path: VaultPath,
        /// The line in the note, from 1.
        line: u32,
        /// The line's words.
        quote: String,
    },
}

impl Source {
    /// The pieces of evidence; none for the owner's own line.
    pub fn evidence(&self) -> &[Evidence] {
        match self {
            Self::Speech(evidence) => evidence,
            Self::Owner { .. } => &[],
        }
    }
}

/// Somebody named in an item: known to the vault or not.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Who {
    /// The full name where it is known, else the label or the words used.
    pub name: String,
    /// The person, when it is one of the vault's.
    pub person: Option<Slug>,
}

/// A link to an item in a note.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct ItemRef {
    /// The note that held the item when the link was made.
    pub note: VaultPath,
    /// The item.
    pub id: ItemId,
    /// The date of that meeting, as the link's words show it.
    pub date: Date,
}

/// The box before an action item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum TaskState {
    /// `[ ]`, or a status of the owner's own that is neither done nor cancelled.
    Open,
    /// `[x]`, with the date behind ✅ if there is one.
    Done(Option<Date>),
    /// `[-]`, with the date behind ❌ if there is one.
    Dropped(Option<Date>),
}

/// What an unclear item lacks. At least one is true.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Missing {
    /// Nobody took it.
    pub owner: bool,
    /// No time was said.
    pub date: bool,
    /// Nobody said how one would know.
    pub measure: bool,
}

impl Missing {
    /// What it lacks, in words: `owner`, `date`, `measure`.
    pub fn names(self) -> impl Iterator<Item = &'static str> {
        [
            (self.owner, "owner"),
            (self.date, "date"),
            (self.measure, "measure"),
        ]
        .into_iter()
        .filter_map(|(lacks, name)| lacks.then_some(name))
    }
}

/// What kind of good an expectation describes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Framework {
    /// A result, a state of the business.
    Outcome,
    /// A deliverable, an activity.
    Output,
}

/// What a later meeting says of an earlier commitment.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// It is done.
    Done,
    /// Its date has passed and it is not done.
    Missed,
    /// It is under way, or got a new date in time.
    Progress,
    /// Nobody will do it.
    Dropped,
    /// Somebody else does it now.
    TakenOver(Who),
}

/// What is given for a miss, by class.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// Too much else.
    Workload,
    /// Somebody else has not done their part.
    WaitingOnOthers,
    /// It was not clear what or whose.
    UnclearAsk,
    /// It was forgotten.
    Forgot,
    /// A thing did not work.
    Tools,
    /// Weather, customers, the world.
    External,
    /// Asked about and no reason was given.
    None,
}

impl Reason {
    /// All classes.
    pub const ALL: [Self; 7] = [
        Self::Workload,
        Self::WaitingOnOthers,
        Self::UnclearAsk,
        Self::Forgot,
        Self::Tools,
        Self::External,
        Self::None,
    ];

    /// The words in a note's brackets: `waiting on others`.
    pub fn words(self) -> &'static str {
        match self {
            Self::Workload => "workload",
            Self::WaitingOnOthers => "waiting on others",
            Self::UnclearAsk => "unclear ask",
            Self::Forgot => "forgot",
            Self::Tools => "tools",
            Self::External => "external",
            Self::None => "no reason given",
        }
    }

    /// The export's name: `waiting_on_others`.
    pub fn key(self) -> String {
        match self {
            Self::None => "none".to_owned(),
            other => other.words().replace(' ', "_"),
        }
    }
}

/// A follow-up's parts.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct FollowUp {
    /// The earlier action item, when it was recognised.
    pub of: Option<ItemRef>,
    /// What became of it.
    pub status: Status,
    /// The date promised now. With [`Status::Progress`] it came in time, with [`Status::Missed`] after the old one.
    pub new_due: Option<Date>,
    /// What was given for it.
    pub reason: Option<Reason>,
}

/// Which way feedback went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Direction {
    /// The manager said it to the person.
    ManagerToReport,
    /// The person said it to the manager.
    ReportToManager,
}

/// Whether feedback praises or corrects.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tone {
    /// It names something good.
    Praise,
    /// It names something to change.
    Corrective,
}

/// The part of an item that its kind decides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Detail {
    /// An action item.
    Action {
        /// Who will do it.
        owner: Option<Who>,
        /// By when.
        due: Option<Date>,
        /// The box.
        state: TaskState,
        /// The earlier promise that this one repeats.
        again: Option<ItemRef>,
    },
    /// Unclear accountability.
    Unclear {
        /// What it lacks.
        missing: Missing,
    },
    /// An expectation.
    Expectation {
        /// Outcome or output.
        framework: Framework,
        /// Whether a measure was named.
        measure: bool,
        /// Whether a date was named.
        date: bool,
        /// Whether the other side said yes to it.
        acknowledged: bool,
    },
    /// A follow-up.
    FollowUp(FollowUp),
    /// Feedback.
    Feedback {
        /// Which way.
        direction: Direction,
        /// Who said it, as shown.
        from: Who,
        /// To whom, as shown.
        to: Who,
        /// Praise or corrective.
        tone: Tone,
        /// Whether it was wrapped in maybes.
        hedged: bool,
    },
    /// A topic put off.
    Deferred,
}

/// The three things that make a remark on somebody's conduct one to learn from.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct RemarkParts {
    /// When or where it was.
    pub situation: bool,
    /// What the other did or left undone.
    pub behaviour: bool,
    /// What came of it.
    pub impact: bool,
}

impl Detail {
    /// The kind that these parts belong to.
    pub fn kind(&self) -> Kind {
        match self {
            Self::Action { .. } => Kind::Action,
            Self::Unclear { .. } => Kind::Unclear,
            Self::Expectation { .. } => Kind::Expectation,
            Self::FollowUp(_) => Kind::FollowUp,
            Self::Feedback { .. } => Kind::Feedback,
            Self::Deferred => Kind::Deferred,
        }
    }
}

/// Something found in a meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Its id. An owner's line that has not got one yet has an id that the next write will give it.
    pub id: ItemId,
    /// Its words, one line, without owner, dates and links.
    pub text: String,
    /// Its parts.
    pub detail: Detail,
    /// Its receipt.
    pub source: Source,
    /// The transcript in which it was said, where the owner moved the line into another meeting's note.
    pub said_in: Option<VaultPath>,
}

impl Item {
    /// Its kind.
    pub fn kind(&self) -> Kind {
        self.detail.kind()
    }
}
