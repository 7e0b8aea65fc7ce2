//! Where a sentence hands out work: to whom, and from which word to which. Several may be given something in one breath.

use std::ops::Range;

use super::super::dialogue::Speech;
use super::super::promise::deed_end;
use super::super::said::Sentence;
use super::super::words::joined;
use super::agent::{Agent, Agents, Kind};
use super::flow::onward;
use super::form::{How, form};
use crate::model::Who;

/// A piece of work handed out in a sentence.
#[derive(Debug, Clone)]
pub(super) struct Piece {
    pub(super) agent: Agent,
    pub(super) how: How,
    pub(super) deed: Range<usize>,
}

/// The pieces of a sentence, each to where the next one begins.
pub(super) fn pieces(
    agents: &Agents,
    speech: &Speech<'_>,
    turn: usize,
    sentence: &Sentence,
) -> Vec<Piece> {
    let said = &speech.turns[turn];
    let bounds = sentence.bounds.words.clone();
    let mut out: Vec<Piece> = Vec::new();
    let mut at = bounds.start;
    while at < bounds.end {
        let Some(agent) = agents.at(speech, turn, at, bounds.end) else {
            at += 1;
            continue;
        };
        let agent = called(agents, speech, turn, agent, bounds.end);
        let next = agent.words.end;
        let Some((how, verb)) = form(said, sentence, &agent) else {
            at = next;
            continue;
        };
        let agent = addressed(agents, speech, turn, sentence, agent);
        // What stands before "is for Kate" ends there.
        let end = if verb < agent.words.start {
            agent.words.start.saturating_sub(2).max(verb + 1)
        } else {
            deed_end(said, sentence, verb).min(bounds.end).max(verb + 1)
        };
        let deed = verb..end;
        if let Some(last) = out.last_mut() {
            last.deed.end = last
                .deed
                .end
                .min(agent.words.start)
                .max(last.deed.start + 1);
        }
        out.push(Piece { agent, how, deed });
        at = verb.max(next);
    }
    out
}

/// "Marketing, you": one who is named and then spoken to; "for you, Steph": the other way round.
fn called(agents: &Agents, speech: &Speech<'_>, turn: usize, agent: Agent, end: usize) -> Agent {
    let said = &speech.turns[turn];
    let agent = both(agents, speech, turn, agent, end);
    let next = onward(said, agent.words.end, end);
    let named = agent.who.is_some();
    let Some(second) = (next < end)
        .then(|| agents.at(speech, turn, next, end))
        .flatten()
    else {
        return agent;
    };
    if named && matches!(second.kind, Kind::You) {
        return Agent {
            words: agent.words.start..second.words.end,
            ..agent
        };
    }
    if agent.kind == Kind::You
        && matches!(second.kind, Kind::Known | Kind::Stranger)
        && agent.words.end == next
    {
        return Agent {
            words: agent.words.start..second.words.end,
            ..second
        };
    }
    // "The designer, Alima, will": a post and who holds it.
    if agent.kind == Kind::Known && second.kind == Kind::Stranger {
        return Agent {
            words: agent.words.start..second.words.end,
            ..agent
        };
    }
    agent
}

/// "You will have to work on the lights, Ben, and": the one who is called between commas.
fn addressed(
    agents: &Agents,
    speech: &Speech<'_>,
    turn: usize,
    sentence: &Sentence,
    agent: Agent,
) -> Agent {
    let said = &speech.turns[turn];
    if agent.kind != Kind::You || agent.who.is_some() {
        return agent;
    }
    let bounds = sentence.bounds.words.clone();
    let called = (agent.words.end..bounds.end.min(agent.words.end + 14))
        .filter(|at| !joined(said, *at))
        .filter_map(|at| agents.at(speech, turn, at, bounds.end))
        .find(|other| {
            let end = other.words.end;
            other.who.is_some() && !other.loose && (end == bounds.end || !joined(said, end))
        });
    match called {
        Some(called) => Agent {
            words: agent.words,
            ..called
        },
        None => agent,
    }
}

/// "Kate and the accountant": two who are named in one breath.
fn both(agents: &Agents, speech: &Speech<'_>, turn: usize, agent: Agent, end: usize) -> Agent {
    let said = &speech.turns[turn];
    let next = agent.words.end;
    let and = said.word(next) == "and" && joined(said, next);
    let Some(one) = agent.who.as_ref().filter(|_| and) else {
        return agent;
    };
    let other = agents.at(speech, turn, onward(said, next + 1, end), end);
    let Some(Agent {
        who: Some(two),
        words,
        ..
    }) = other
    else {
        return agent;
    };
    Agent {
        kind: Kind::Several,
        who: Some(Who {
            name: format!("{} and {}", one.name, two.name),
            person: None,
        }),
        words: agent.words.start..words.end,
        loose: false,
    }
}
