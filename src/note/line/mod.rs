//! One item as lines of Markdown, and back. `read(write(item)) == item`.
//! It knows nothing of the document around the lines.

mod read;
mod write;

use crate::model::{Detail, Evidence, Kind};

pub use read::read;
pub use write::{evidence_line, write};

/// Where a line stands, which decides how it looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// Below the heading of its kind.
    Section(Kind),
    /// In the callout of unsure items, where each line says its kind.
    Maybe,
    /// Below a heading of the owner's own, where a line of ours was moved or whose heading was renamed: it says its kind itself.
    Elsewhere,
}

/// What an item's lines say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parsed {
    /// Its words.
    pub text: String,
    /// Its parts.
    pub detail: Detail,
    /// The quotes below it, as they stand.
    pub evidence: Vec<Evidence>,
}
