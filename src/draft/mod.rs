//! Drafts for the manager to change: the agenda of the next 1:1 and the review of a period, as documents that merge with what stands there.
//! They depend on what was said and on the owner's files, never on today; they draft and never judge.

pub mod agenda;
mod prose;
pub mod review;

use jiff::civil::Date;

use crate::model::{Slug, VaultPath};
use crate::note::Draft;

/// A draft and where it belongs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Planned {
    /// The file that it is written to when the person has none of that day or period yet.
    pub path: VaultPath,
    /// What it is.
    pub kind: DocumentKind,
    /// Whom it is about.
    pub person: Slug,
    /// What we would write.
    pub draft: Draft,
}

/// A Markdown document as it stands in the vault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// The file.
    pub path: VaultPath,
    /// What it is.
    pub kind: DocumentKind,
    /// Whom it is about.
    pub person: Slug,
    /// Its whole text, front matter and merge state included.
    pub text: String,
}

/// The two kinds of drafts.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum DocumentKind {
    /// For the 1:1 of that day.
    Agenda(Date),
    /// For the period of that name.
    Review(String),
}
