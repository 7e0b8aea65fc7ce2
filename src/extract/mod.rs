//! Turns and context to items. The rules are offline; whatever engine finds an item, `verify` decides whether it stays (law 3).
//! It knows neither notes nor the ledger: what was open before comes in as a [`Context`].

pub mod dates;
pub mod identify;
mod rules;
mod spelling;
mod token;
pub mod verify;

#[cfg(test)]
mod tests;

pub use rules::{DaySaid, Lexicon, Link, Quoted, Sign, Trace, lexicon, lexicon_help, remark_parts};

use crate::model::{Context, Detail, Evidence, People, Transcript};

/// The engine and its version, as a note's merge state names it. A new version never rewrites old notes by itself.
pub const ENGINE: &str = "rules 2";

/// What an engine is given.
#[derive(Debug, Clone, Copy)]
pub struct Job<'a> {
    /// What was said.
    pub transcript: &'a Transcript,
    /// What was open before.
    pub context: &'a Context,
    /// Everybody's names.
    pub people: &'a People,
    /// What people say: the program's own lexicon, or that with a vault's rows.
    pub lexicon: &'a Lexicon,
    /// Days between two meetings of these people: what "next time" means.
    pub cadence_days: i32,
}

/// Something found, before it has an id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Its parts.
    pub detail: Detail,
    /// Its words: one line, a short imperative for an action, without owner and date.
    pub text: String,
    /// Its quotes, the primary one first. Never empty.
    pub evidence: Vec<Evidence>,
    /// Whether the engine is sure; what it is not sure of goes to `Maybe`.
    pub sure: bool,
}

/// What one meeting held.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Extraction {
    /// The items, in the order of their turns.
    pub found: Vec<Found>,
    /// How many were dropped because a quote did not stand where it was said to.
    pub dropped: u32,
}

/// Reads a meeting by the rules and keeps what its quotes prove.
pub fn extract(job: &Job<'_>) -> Extraction {
    verify::verify(rules::find(job), job.transcript)
}

/// What the rules find in a meeting, each with why. What no quote proves is among it: whoever asks about an item has it already.
pub fn explain(job: &Job<'_>) -> Vec<(Found, Trace)> {
    rules::explain(job)
}
