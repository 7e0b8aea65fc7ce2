//! A meeting as a conversation: who speaks in which role, what each turn says and which cues it holds, who answers whom.
//! It knows no kind of item.

use std::cell::{OnceCell, RefCell};

use rustc_hash::FxHashMap;

use super::super::Job;
use super::super::dates::Frame;
use super::super::spelling::Spelling;
use super::super::token::Token;
use super::lexicon::{Lexicon, Word};
use super::said::{Said, read};
use super::topic::Topics;
use super::words::{self, Stem};
use crate::model::{Person, Turn, Who, text};

/// What the lexicons know of some words.
pub(super) fn known(tokens: &[Token<'_>]) -> Vec<Word> {
    Lexicon::built_in().read(tokens)
}

/// What the lexicons know of a word in lower case.
pub(super) fn known_word(word: &str) -> Word {
    Lexicon::built_in().word(word)
}

/// The stem of a word that carries matter.
pub(super) fn stem_of(token: &Token<'_>, word: Word) -> Option<Stem> {
    Lexicon::built_in().stem(token.word(), word)
}

/// Which side of a 1:1 somebody is on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    Manager,
    Report,
    /// Somebody of whom it is not known.
    Other,
}

/// How a turn answers the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Answer {
    Yes,
    No,
    /// Neither, or a question back.
    Open,
}

/// The whole conversation.
#[derive(Debug)]
pub(super) struct Speech<'a> {
    pub(super) job: &'a Job<'a>,
    pub(super) turns: Vec<Said<'a>>,
    /// What is announced where.
    pub(super) topics: Topics,
    /// What the whole of it tells of its words, once somebody asked for it.
    tally: OnceCell<words::Tally>,
    /// The names of those in the room, lower case, with and without accents.
    room: Vec<String>,
    /// The stems of these names.
    room_stems: Vec<Stem>,
    /// Whom a name means, for the names that were asked for.
    named: RefCell<FxHashMap<Spelling, Option<Who>>>,
}

impl<'a> Speech<'a> {
    pub(super) fn new(job: &'a Job<'a>) -> Self {
        let frame = Frame {
            today: job.transcript.date,
            cadence_days: job.cadence_days,
        };
        let mut scanner = job.lexicon.scanner();
        let mut turns: Vec<Said<'a>> = job
            .transcript
            .turns
            .iter()
            .map(|turn| read(turn, role(job, turn), frame, job.lexicon, &mut scanner))
            .collect();
        words::mark_names(&mut turns);
        let room = job.transcript.room();
        let there = room.iter().filter_map(|slug| job.people.get(slug));
        let room: Vec<String> = there
            .flat_map(|person| {
                person
                    .name
                    .split(' ')
                    .chain(person.aliases.iter().map(String::as_str))
            })
            .flat_map(|name| [name.to_lowercase(), text::fold(name)])
            .collect();
        let room_stems = room.iter().map(|name| words::stem(name)).collect();
        Self {
            job,
            topics: Topics::new(turns.len()),
            turns,
            tally: OnceCell::new(),
            room,
            room_stems,
            named: RefCell::default(),
        }
    }

    /// What the whole talk tells of its words.
    pub(super) fn tally(&self) -> &words::Tally {
        self.tally.get_or_init(|| {
            let room = self.job.transcript.room();
            let there = room.iter().filter_map(|slug| self.job.people.get(slug));
            words::Tally::new(&self.turns, there.map(|person| person.name.as_str()))
        })
    }

    /// Whether a word is a name of somebody in the room.
    pub(super) fn is_in_the_room(&self, word: &str) -> bool {
        self.room.iter().any(|name| name == word)
    }

    /// The place of a turn by its number.
    pub(super) fn turn(&self, number: u32) -> Option<usize> {
        let turns = self.turns.iter();
        turns
            .map(|said| said.turn.number)
            .position(|own| own == number)
    }

    /// Whether a stem is that of a name of somebody in the room.
    pub(super) fn is_of_the_room(&self, stem: Stem) -> bool {
        self.room_stems.contains(&stem)
    }

    /// Whether more than two people speak.
    pub(super) fn is_group(&self) -> bool {
        self.job.transcript.people.len() > 1
    }

    /// Whether two turns have the same speaker.
    pub(super) fn same(&self, a: usize, b: usize) -> bool {
        let (a, b) = (self.turns[a].turn, self.turns[b].turn);
        match (&a.speaker, &b.speaker) {
            (Some(a), Some(b)) => a == b,
            _ => a.label == b.label,
        }
    }

    /// The next turn of somebody else, at most two turns on.
    pub(super) fn answer_to(&self, at: usize) -> Option<usize> {
        (at + 1..self.turns.len().min(at + 3)).find(|next| !self.same(at, *next))
    }

    /// The last turn of somebody else, at most two turns back.
    pub(super) fn asked_before(&self, at: usize) -> Option<usize> {
        (at.saturating_sub(2)..at)
            .rev()
            .find(|before| !self.same(at, *before))
    }

    /// Who speaks a turn, as an item names them.
    pub(super) fn who(&self, at: usize) -> Who {
        let turn = self.turns[at].turn;
        match turn
            .speaker
            .as_ref()
            .and_then(|slug| self.job.people.get(slug))
        {
            Some(person) => whole(person),
            None => Who {
                name: turn.label.clone(),
                person: turn.speaker.clone(),
            },
        }
    }

    /// Who is spoken to in a turn: who answers, else who spoke before, else the other of two.
    pub(super) fn listener(&self, at: usize) -> Option<Who> {
        self.answer_to(at)
            .or_else(|| self.asked_before(at))
            .map(|other| self.who(other))
    }

    /// The person of the vault whose name stands at a word.
    pub(super) fn named(&self, at: usize, word: usize) -> Option<Who> {
        let said = &self.turns[at];
        let token = said.tokens.get(word).filter(|_| said.is_capital(word))?;
        let mut named = self.named.borrow_mut();
        let who = named.entry(token.spelling).or_insert_with(|| {
            let room = self.job.transcript.room();
            let people = self.job.people;
            people.resolve_among(token.word(), &room).map(whole)
        });
        who.clone()
    }
}

fn whole(person: &Person) -> Who {
    Who {
        name: person.name.clone(),
        person: Some(person.slug.clone()),
    }
}

fn role(job: &Job<'_>, turn: &Turn) -> Role {
    let Some(speaker) = &turn.speaker else {
        return Role::Other;
    };
    if job.transcript.manager.as_ref() == Some(speaker) {
        Role::Manager
    } else if job.transcript.people.contains(speaker) {
        Role::Report
    } else {
        Role::Other
    }
}
