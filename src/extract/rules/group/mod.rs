//! What only meetings of several have: work handed out ("marketing, you'll be looking at prices"), and promises that many make of
//! what they do there and then. A 1:1 never comes here.

mod agent;
mod assigned;
mod flow;
mod form;
mod outlook;
mod own;
mod piece;
mod role;
mod worth;

#[cfg(test)]
mod tests;

pub(super) use assigned::find;
pub(super) use own::{lasting, wanted};

use super::dialogue::Speech;
use agent::Agents;
use outlook::Outlook;

/// A meeting of several: who sits at the table, and where the talk looks ahead.
#[derive(Debug)]
pub(super) struct Group {
    agents: Agents,
    outlook: Outlook,
}

impl Group {
    /// None where two talk.
    pub(super) fn of(speech: &Speech<'_>) -> Option<Self> {
        speech.is_group().then(|| Self {
            agents: Agents::new(speech),
            outlook: Outlook::new(speech),
        })
    }
}
