//! The static site: a map from file to recipe, rendered when it is written or asked for. Nobody holds all pages.
//! It makes view models and safe HTML; it reads no files, knows no clock but the day it is given, and never sends anything.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;

use crate::ledger::Record;
use crate::model::{Problem, Slug, VaultPath};

/// What the site is made of.
#[derive(Debug)]
pub struct Input {
    /// Everything that was read.
    pub record: Arc<Record>,
    /// The agendas and review drafts as they stand in the vault, by path.
    pub documents: Vec<Document>,
    /// What is wrong in the vault.
    pub problems: Vec<Problem>,
    /// Files of the theme that the owner replaced, `base.html`, by their path below `themes/<name>/`.
    pub overrides: BTreeMap<String, Arc<[u8]>>,
    /// The day the site is made for: what is past its date is past it on this day.
    pub today: Date,
}

/// A Markdown document that is shown as a page.
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
