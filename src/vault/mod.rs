//! The folder: what is in it, its settings, its front matter, and the only writes. It knows no Markdown bodies and no meetings.
//! Here alone is YAML read, and here alone are the owner's files touched.

pub mod hash;
pub mod snapshot;

pub use hash::hash;
pub use snapshot::Snapshot;
