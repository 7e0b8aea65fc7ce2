//! What only meetings of several have: work handed out ("marketing, you'll be looking at prices"), and promises that many make of
//! what they do there and then. A 1:1 never comes here.

mod agent;
mod assigned;
mod outlook;
mod own;

pub(super) use assigned::find;
pub(super) use outlook::Outlook;
pub(super) use own::{lasting, wanted};
