//! Who is meant where a meeting of several names somebody: a name, a role, "you", "you two", "everybody". It does not know what they
//! are to do.

use std::ops::Range;

use super::super::dialogue::Speech;
use super::super::lexicon::Class;
use super::super::said::Said;
use super::super::words::{self, breaks_off, joined};
use super::role::Roles;
use crate::model::Who;

const DO: Class = Class::named("do");

/// How somebody is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// By the name or the role of somebody whom the vault knows or who is there.
    Known,
    /// By a name that nobody in the vault bears.
    Stranger,
    /// "You".
    You,
    /// "You two", "everybody", "we each".
    Several,
    /// "We".
    We,
}

/// Somebody who may be given work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Agent {
    pub(super) kind: Kind,
    pub(super) who: Option<Who>,
    pub(super) words: Range<usize>,
    /// Whether the words may as well name a thing: "marketing", "the interface".
    pub(super) loose: bool,
}

/// The names and roles of those who are there.
#[derive(Debug)]
pub(super) struct Agents {
    roles: Roles,
    /// Whether some are there whose names the vault does not know: then a name that nobody bears may be theirs.
    nameless: bool,
}

impl Agents {
    pub(super) fn new(speech: &Speech<'_>) -> Self {
        Self {
            roles: Roles::of(speech),
            nameless: speech
                .turns
                .iter()
                .any(|said| said.turn.speaker.is_none() || words::is_post_of(&said.turn.label)),
        }
    }

    /// Who is named by the words that begin here, if anybody is.
    pub(super) fn at(
        &self,
        speech: &Speech<'_>,
        turn: usize,
        at: usize,
        end: usize,
    ) -> Option<Agent> {
        let said = &speech.turns[turn];
        pronoun(said, at, end)
            .or_else(|| person(speech, turn, at))
            .or_else(|| self.roles.at(said, at, end))
            .or_else(|| self.stranger(said, at, end))
    }

    /// A name that nobody in the vault bears. Where everybody's name is known it is somebody who is not there, unless it is called.
    fn stranger(&self, said: &Said<'_>, at: usize, end: usize) -> Option<Agent> {
        if !is_name(said, at) || !self.nameless && said.word(at + 1) != "you" {
            return None;
        }
        let mut words = at..at + 1;
        while words.end < end && joined(said, words.end) && is_name(said, words.end) {
            words.end += 1;
        }
        let who = Who {
            name: said.text(words.clone()).to_owned(),
            person: None,
        };
        Some(Agent {
            kind: if self.nameless {
                Kind::Stranger
            } else {
                Kind::You
            },
            who: self.nameless.then_some(who),
            words,
            loose: false,
        })
    }
}

/// Somebody by a name that the vault has.
fn person(speech: &Speech<'_>, turn: usize, at: usize) -> Option<Agent> {
    let said = &speech.turns[turn];
    // "Will you" and "may we" name nobody.
    if matches!(said.word(at), "will" | "may") {
        return None;
    }
    let who = speech.named(turn, at)?;
    // "Industrial" alone is half of a post, not a name.
    if words::is_post_of(&who.name) {
        return None;
    }
    let mut words = at..at + 1;
    while said.is_capital(words.end)
        && who
            .name
            .to_lowercase()
            .split(' ')
            .any(|part| part == said.word(words.end))
    {
        words.end += 1;
    }
    Some(Agent {
        kind: Kind::Known,
        who: Some(who),
        words,
        loose: false,
    })
}

fn is_name(said: &Said<'_>, at: usize) -> bool {
    let text = said.text(at..at + 1);
    said.is_capital(at)
        && said.is_unknown(at)
        && said.names.get(at).copied().unwrap_or_default()
        && !said.is(at, DO)
        && text.len() > 2
        && text.chars().all(char::is_alphabetic)
        && text.chars().skip(1).all(char::is_lowercase)
        && !text.ends_with("ing")
        && !breaks_off(said, at)
}

/// "You", "you two", "everybody", "we each", "we".
fn pronoun(said: &Said<'_>, at: usize, end: usize) -> Option<Agent> {
    let word = |ahead: usize| {
        if at + ahead < end {
            said.word(at + ahead)
        } else {
            ""
        }
    };
    let agent = |kind, len| {
        Some(Agent {
            kind,
            who: None,
            words: at..at + len,
            loose: false,
        })
    };
    match (word(0), word(1), word(2)) {
        ("you", "know" | "see" | "mean", _) => None,
        ("you", "guys" | "two" | "three" | "both" | "all" | "each", _)
        | ("we", "each" | "both" | "all", _)
        | ("individually", "we" | "you", _) => agent(Kind::Several, 2),
        ("you", _, _) => agent(Kind::You, 1),
        ("both" | "each" | "all" | "two" | "three", "of", "you" | "us") => agent(Kind::Several, 3),
        ("everyone" | "everybody", _, _) => agent(Kind::Several, 1),
        ("we", _, _) => agent(Kind::We, 1),
        _ => None,
    }
}
