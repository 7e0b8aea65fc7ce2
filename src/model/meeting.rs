//! One meeting as everything downstream sees it: what its note holds, the owner's corrections included.

use jiff::civil::{Date, Time};

use super::{Item, ItemRef, Slug, VaultPath};

/// A meeting and what was found in it, read back from its note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meeting {
    /// The note.
    pub note: VaultPath,
    /// The transcript; none for a note that was typed by hand.
    pub transcript: Option<VaultPath>,
    /// When it was.
    pub date: Date,
    /// At what time.
    pub start: Option<Time>,
    /// The owner's title of the transcript.
    pub title: Option<String>,
    /// Whose 1:1 it was.
    pub person: Option<Slug>,
    /// Everybody who was there but the manager.
    pub people: Vec<Slug>,
    /// Who held it.
    pub manager: Option<Slug>,
    /// The engine that read it, `rules 1`; none for a note typed by hand.
    pub engine: Option<String>,
    /// How many turns the transcript has.
    pub turns: u32,
    /// What counts.
    pub items: Vec<Item>,
    /// What the engine was unsure of: shown in the note, never counted.
    pub maybe: Vec<Item>,
}

impl Meeting {
    /// The order in which meetings are folded: date, then time, then path.
    pub fn order(&self) -> (Date, Option<Time>, &VaultPath) {
        (self.date, self.start, &self.note)
    }

    /// A link to one of its items.
    pub fn link_to(&self, item: &Item) -> ItemRef {
        ItemRef {
            note: self.note.clone(),
            id: item.id.clone(),
            date: self.date,
        }
    }
}
