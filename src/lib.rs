//! tmp
pub mod extract;
pub mod ledger;
pub mod model;
pub mod note;
pub mod transcript;
pub mod vault;
