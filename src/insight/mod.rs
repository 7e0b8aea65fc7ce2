//! What the record says about a working relationship: one measure, one file, each with its n and its parts.
//! A measure of who said what asks first whether the transcript bears it ([`crate::model::transcript::Doubt`]), and else says why not.
//! It reads ledger and meetings; it knows neither Markdown nor HTML, and today comes in as an argument.

pub mod cadence;
pub mod promises;

pub use cadence::Cadence;
pub use promises::{Rate, Tally};
