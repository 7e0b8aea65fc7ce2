//! The folder: what is in it, its settings, its front matter, and the only writes. It knows no Markdown bodies and no meetings.
//! Here alone is YAML read, and here alone are the owner's files touched.

pub mod front_matter;
pub mod hash;
pub mod snapshot;
mod yaml;

pub use front_matter::FrontMatter;
pub use hash::hash;
pub use snapshot::Snapshot;
