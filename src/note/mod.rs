//! Markdown documents whose parts have ids: meeting notes, agendas, review drafts. One way to render, read back and merge them.
//! It knows neither how items are found nor what becomes of them.

pub mod document;
pub mod ids;
pub mod line;
mod lines;
pub mod links;
pub mod meeting;
pub mod merge;
pub mod names;
pub mod state;
pub mod task;
mod tick;

#[cfg(test)]
mod tests;

pub use document::{Block, Draft, Section};
pub use merge::{merge, render};
pub use names::Names;
pub use state::State;
pub use tick::tick;
