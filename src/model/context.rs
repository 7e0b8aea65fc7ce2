//! What extraction may know of earlier meetings: the commitments that were open, as everybody in the room had heard them.
//! It is made by the ledger and read by the engines, which do not know the ledger.

use jiff::civil::Date;

use super::{ItemRef, Who};

/// What was open before a meeting, for the people in it, oldest first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Context {
    /// The open commitments.
    pub open: Vec<OpenCommitment>,
}

/// A commitment that a meeting may speak of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenCommitment {
    /// The latest item of its chain: what a follow-up or a repeated promise links to.
    pub item: ItemRef,
    /// Who promised it last.
    pub owner: Option<Who>,
    /// Its words.
    pub text: String,
    /// The words of its evidence, for matching; empty for an owner's line.
    pub quote: String,
    /// By when, as last promised.
    pub due: Option<Date>,
}

impl Context {
    /// One line for each commitment: what a hash of the context is taken over.
    pub fn canonical(&self) -> String {
        use std::fmt::Write as _;
        let mut out = String::new();
        for open in &self.open {
            let owner = open.owner.as_ref().map_or("", |owner| owner.name.as_str());
            let due = open.due.map(|due| due.to_string()).unwrap_or_default();
            let _ = writeln!(out, "{}\t{owner}\t{due}\t{}", open.item.id, open.text);
        }
        out
    }
}
