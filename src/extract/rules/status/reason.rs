//! The reason given for what was not done, by class. What is said of health or family is nobody's business: it gives none.

use super::super::dialogue::Speech;
use super::super::lexicon::Cue;
use crate::model::{OpenCommitment, Reason};

/// The reason given, by class.
pub(super) fn reason(speech: &Speech<'_>, open: &OpenCommitment, at: usize) -> Option<Reason> {
    let classes = [
        (Cue::Forgot, Reason::Forgot),
        (Cue::Unclear, Reason::UnclearAsk),
        (Cue::Waiting, Reason::WaitingOnOthers),
        (Cue::Tools, Reason::Tools),
        (Cue::Workload, Reason::Workload),
        (Cue::World, Reason::External),
    ];
    let owner = open.owner.as_ref().and_then(|owner| owner.person.as_ref());
    let turns = (at..speech.turns.len().min(at + 3)).filter(|turn| {
        *turn == at || owner.is_some() && speech.turns[*turn].turn.speaker.as_ref() == owner
    });
    for turn in turns {
        let said = &speech.turns[turn];
        if said.has(Cue::Private) {
            return None;
        }
        if let Some((_, reason)) = classes.iter().find(|(cue, _)| said.has(*cue)) {
            return Some(*reason);
        }
    }
    Some(Reason::None)
}
