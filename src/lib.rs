//! Throughline, a house in the making: the modules in reading order.

pub mod draft;
pub mod extract;
pub mod insight;
pub mod ledger;
pub mod model;
pub mod note;
pub mod site;
pub mod transcript;
pub mod vault;
