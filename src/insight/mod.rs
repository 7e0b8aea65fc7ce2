//! What the record says about a working relationship: one measure, one file, each with its n and its parts.
//! It reads ledger and meetings; it knows neither Markdown nor HTML, and today comes in as an argument.

pub mod cadence;
pub mod promises;

pub use cadence::Cadence;
pub use promises::{Rate, Tally};
