//! The words of the domain as plain data: people, turns, evidence, items, meetings, problems.
//! It knows no file system, no Markdown, no YAML, no HTML and no clock; everything else in the crate speaks in these types.

pub mod audience;
pub mod calendar;
pub mod config;
pub mod context;
pub mod item;
pub mod meeting;
pub mod path;
pub mod person;
pub mod problem;
pub mod text;
pub mod transcript;

pub use audience::Audience;
pub use config::Config;
pub use context::{Context, OpenCommitment};
pub use item::{
    Detail, Direction, Evidence, FollowUp, Framework, Item, ItemId, ItemRef, Kind, Missing, Reason,
    RemarkParts, Source, Status, TaskState, Tone, Who,
};
pub use meeting::Meeting;
pub use path::VaultPath;
pub use person::{Cadence, People, Person, Slug};
pub use problem::Problem;
pub use transcript::{Offset, Transcript, Turn};
