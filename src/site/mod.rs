//! The static site: a map from file to recipe, rendered when it is written or asked for. Nobody holds all pages.
//! It makes view models and safe HTML; it reads no files, knows no clock but the day it is given, and never sends anything.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;

use crate::draft::Document;
use crate::ledger::Record;
use crate::model::Problem;

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
