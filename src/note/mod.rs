//! Markdown documents whose parts have ids: meeting notes, agendas, review drafts. One way to render, read back and merge them.
//! It knows neither how items are found nor what becomes of them.

pub mod document;
pub mod ids;
pub mod links;

pub use document::{Block, Draft, Section};
