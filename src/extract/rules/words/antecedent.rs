//! What "it" and "her" stand for, as it is shown: the noun phrase of the last few turns that fits best, or none when none is good
//! enough. How phrases are weighed is `thing`'s and `person`'s.

use std::ops::Range;

use super::super::dialogue::Speech;
use super::super::said::{Said, Sentence};
use super::grammar::{ROLE, is_contact, is_title};
use super::line::first_name;
use super::noun::is_name;
use super::person::person;
use super::thing::thing;
use crate::model::Who;

/// How many turns back an antecedent may stand.
pub(super) const REACH: usize = 7;
/// By how many turns ago: what a phrase is worth at first.
pub(super) const NEAR: [i32; REACH + 1] = [10, 9, 5, 4, 3, 2, 1, 1];
/// A place before which an antecedent is looked for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    pub(super) at: usize,
    pub(super) word: usize,
}

/// What is known of the pronoun.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wanted {
    /// it, that, this
    Thing,
    /// them, those, these
    Things,
    He,
    She,
    /// them, of people.
    They,
}

impl Wanted {
    /// What a pronoun behind a verb asks for.
    pub(super) fn by(pronoun: &str, verb: &str) -> Self {
        match pronoun {
            "him" | "he" | "his" => Self::He,
            "her" | "she" => Self::She,
            "them" | "they" if is_contact(verb) => Self::They,
            "them" | "those" | "these" | "they" => Self::Things,
            _ => Self::Thing,
        }
    }
}

/// What is meant, and where it was said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Meant {
    /// As it is to be shown, "my" and "your" turned to names.
    pub(super) text: String,
    pub(super) turn: usize,
    pub(super) words: Range<usize>,
}

/// The best antecedent.
pub(super) fn antecedent(
    speech: &Speech<'_>,
    place: Place,
    wanted: Wanted,
    owner: &Who,
) -> Option<Meant> {
    let (turn, phrase) = match wanted {
        Wanted::Thing | Wanted::Things => thing(speech, place, wanted)?,
        Wanted::He | Wanted::She | Wanted::They => person(speech, place, wanted)?,
    };
    let text = shown(speech, turn, &phrase.words, owner);
    // Once it was named it is "the form", no longer "a form".
    let text = ["a ", "an ", "some ", "another "]
        .iter()
        .find_map(|article| text.strip_prefix(article))
        .map_or(text.clone(), |rest| format!("the {rest}"));
    Some(Meant {
        text,
        turn,
        words: phrase.words,
    })
}

pub(super) fn ends(speech: &Speech<'_>, place: Place, turn: usize) -> usize {
    let said = &speech.turns[turn];
    if turn == place.at {
        place.word.min(said.tokens.len())
    } else {
        said.tokens.len()
    }
}

pub(super) fn sentence_of<'a>(said: &'a Said<'_>, word: usize) -> Option<&'a Sentence> {
    said.sentence_at(word)
}

/// The words of a phrase as somebody else may read them: its owner's are "the", another's carry the name.
pub(super) fn shown(speech: &Speech<'_>, turn: usize, words: &Range<usize>, owner: &Who) -> String {
    let said = &speech.turns[turn];
    let text = said.text(words.clone());
    let first = said.word(words.start);
    let rest = || said.text(words.start + 1..words.end);
    let owned = |who: Option<Who>| match who {
        Some(who) if who == *owner && !said.is(words.end - 1, ROLE) => {
            format!("the {}", rest())
        }
        Some(who) => format!("{}\u{2019}s {}", first_name(&who), rest()),
        None => format!("the {}", rest()),
    };
    let second = words.len() > 1 && is_name(said, words.start + 1);
    let named = is_name(said, words.start) || second;
    let line = match first {
        "my" => owned(Some(speech.who(turn))),
        "your" => owned(speech.listener(turn)),
        "this" | "that" | "these" | "those" => format!("the {}", rest()),
        _ if said.is_capital(words.start) && !named && !is_title(first) => super::lower_first(text),
        _ => text.to_owned(),
    };
    crate::model::text::squash(&line)
}
