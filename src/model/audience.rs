//! Who may see a page or an item. Law 7 is kept here: what is not made for somebody else is the manager's.

use super::Slug;

/// The only eyes something is meant for.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Audience {
    /// The vault's owner alone.
    Manager,
    /// The manager and this one person.
    Shared(Slug),
}
