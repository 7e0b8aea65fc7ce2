//! Items' texts, and the words by which two texts are held to be about the same matter.

mod action;
mod antecedent;
mod aside;
mod context;
mod cut;
mod deed;
mod grammar;
mod line;
mod names;
mod noun;
mod object;
mod person;
mod proposed;
mod put_off;
mod receipt;
mod request;
mod statement;
mod tally;
mod thing;
mod undated;
mod verb;
mod weigh;
mod whole;
mod word;

#[cfg(test)]
mod tests;
#[cfg(test)]
mod titles_tests;

pub(super) use super::stem::{Stem, stem};
pub(super) use action::{Wording, handed, named_deed, promised, settled};
pub(super) use context::around;
pub(super) use grammar::{is_noise, is_post_of};
pub(super) use line::breaks_off;
pub(super) use names::mark as mark_names;
pub(super) use noun::{Phrase, joined};
pub(super) use proposed::lets;
pub(super) use put_off::put_off;
pub(super) use request::requested;
pub(super) use statement::{open_matter, statement};
pub(super) use tally::Tally;

use std::ops::Range;

use super::super::token::tokens;
use super::dialogue::{known, stem_of};
use super::lexicon::Class;
use super::said::Said;
use crate::model::text;
use undated::leads_date;

const DO: Class = Class::named("do");
const IDLE: Class = Class::named("idle");
const ADVERB: Class = Class::named("soft");
const COMMON: Class = Class::named("common");
const FILLER: Class = Class::named("filler");

/// The most words of an item's text.
const LONGEST: usize = 16;

/// Whether a word of a turn carries matter.
fn carries(said: &Said<'_>, at: usize) -> bool {
    said.stems.get(at).is_some_and(Option::is_some)
}

/// Stems in order, each once.
pub(super) fn sorted(stems: impl Iterator<Item = Stem>) -> Vec<Stem> {
    let mut out: Vec<Stem> = stems.collect();
    out.sort_unstable();
    out.dedup();
    out
}

/// The stems of the words that carry matter, sorted, each once.
pub(super) fn matter(said: &Said<'_>, words: Range<usize>) -> Vec<Stem> {
    sorted(said.stems[words].iter().flatten().copied())
}

/// The same for a text that is no turn.
pub(super) fn matter_of(line: &str) -> Vec<(Stem, f64)> {
    let tokens = tokens(line);
    let words = known(&tokens);
    let mut out: Vec<(Stem, f64)> = tokens
        .iter()
        .zip(words)
        .enumerate()
        .filter_map(|(at, (token, word))| Some((at, stem_of(token, word)?, word)))
        .map(|(at, stem, word)| {
            // A verb is worth little, a noun that could be one is not a verb; two names in a row are one name.
            let before = at.checked_sub(1).map_or("", |before| tokens[before].word());
            let noun = matches!(
                before,
                "a" | "the"
                    | "an"
                    | "my"
                    | "your"
                    | "his"
                    | "her"
                    | "their"
                    | "our"
                    | "this"
                    | "that"
                    | "new"
                    | "'s"
                    | "of"
            );
            let name = |at: usize| {
                tokens.get(at).is_some_and(|token| {
                    at > 0 && line[token.start..].starts_with(char::is_uppercase)
                })
            };
            let worth = if word.is(COMMON) || word.is(DO) && !noun {
                0.5
            } else if name(at) && (name(at + 1) || name(at.wrapping_sub(1))) {
                0.6
            } else {
                1.0
            };
            (stem, worth)
        })
        .collect();
    out.sort_by_key(|a| a.0);
    out.dedup_by(|a, b| a.0 == b.0);
    out
}

/// The stems of a line.
pub(super) fn stems_of(line: &str) -> Vec<Stem> {
    matter_of(line).into_iter().map(|(stem, _)| stem).collect()
}

/// Whether the object of a deed is only a pronoun, or there is none.
pub(super) fn is_idle(said: &Said<'_>, words: Range<usize>) -> bool {
    let words = trimmed(said, words);
    // "Do it nicely" says how, not what.
    let mut rest = words.skip(1).filter(|at| {
        (said.stems[*at].is_some() || said.is_name(*at)) && !word::is_adverb(said.word(*at))
    });
    rest.next().is_none()
}

/// How many words of a deed, its verb apart, carry matter.
pub(super) fn weight(said: &Said<'_>, words: Range<usize>) -> usize {
    let words = trimmed(said, words);
    words.skip(1).filter(|at| said.stems[*at].is_some()).count()
}

/// Whether an object stands right behind a word: then it is a verb.
pub(super) fn takes_object(said: &Said<'_>, at: usize, end: usize) -> bool {
    let next = at + 1;
    next < end
        && joined(said, next)
        && (grammar::is_object(said.word(next)) || grammar::is_determiner(said.word(next)))
}

/// Whether some words are the name of a thing, or of several, and nothing else.
pub(super) fn names_only(said: &Said<'_>, words: Range<usize>) -> bool {
    noun::exactly(said, words).is_some()
}

/// Whether a word is a bare pronoun.
pub(super) fn is_pronoun(said: &Said<'_>, at: usize) -> bool {
    said.is(at, IDLE)
}

/// A clause as a line: without the fillers before it.
pub(super) fn line(said: &Said<'_>, words: Range<usize>) -> String {
    let mut words = words;
    while words.len() > 3 && said.is(words.start, FILLER) {
        words.start += 1;
    }
    words.end = words.end.min(words.start + whole::LONGEST);
    while words.len() > 3 && whole::is_open(said.word(words.end - 1)) {
        words.end -= 1;
    }
    capital(&text::squash(said.text(words)))
}

fn trimmed(said: &Said<'_>, words: Range<usize>) -> Range<usize> {
    let mut words = words;
    while words.len() > 1 && said.is(words.start, ADVERB) && said.word(words.start) != "even" {
        words.start += 1;
    }
    words.end = words.end.min(words.start + LONGEST);
    // "By the time you're back", "when we sit down": when, not what.
    for place in words.start + 1..words.end {
        let joins = matches!(
            said.word(place),
            "when"
                | "before"
                | "once"
                | "while"
                | "till"
                | "until"
                | "if"
                | "though"
                | "as"
                | "after"
        ) && matches!(
            said.word(place + 1),
            "i" | "you" | "we" | "he" | "she" | "they" | "it" | "soon"
        );
        let time = matches!(said.word(place), "time" | "minute" | "second" | "moment")
            && matches!(
                said.word(place + 1),
                "i" | "you" | "we" | "he" | "she" | "they"
            );
        if joins || time {
            words.end = place
                - if time {
                    if said.word(place.saturating_sub(2)) == "by" {
                        2
                    } else {
                        1
                    }
                } else {
                    0
                };
            words.end = words.end.max(words.start + 1);
            break;
        }
    }
    // The date goes to its own place: it is cut off where it ends the line.
    for _ in 0..3 {
        let day = said
            .sentences
            .iter()
            .flat_map(|sentence| &sentence.days)
            .find(|day| {
                day.words.start > words.start
                    && day.words.start < words.end
                    && day.words.end >= words.end
            });
        if let Some(day) = day {
            words.end = day.words.start;
        }
        while words.len() > 2
            && ends_nothing(said.word(words.end - 1))
            && !matches!(
                said.word(words.end - 2),
                "do" | "send" | "sort" | "fix" | "check"
            )
        {
            words.end -= 1;
        }
    }
    words
}

/// Whether a word only led to the date that was cut off behind it.
fn ends_nothing(word: &str) -> bool {
    leads_date(word) || grammar::dangles(word) || matches!(word, "to" | "just" | "that")
}

/// The line with a small first letter, to stand behind a verb.
pub(super) fn lower_first(line: &str) -> String {
    let mut chars = line.chars();
    match chars.next() {
        Some(first) => first.to_lowercase().chain(chars).collect(),
        None => String::new(),
    }
}

fn capital(line: &str) -> String {
    let line = line.trim().trim_end_matches([',', ';', '.']);
    let mut chars = line.chars();
    match chars.next() {
        Some(first) => first.to_uppercase().chain(chars).collect(),
        None => String::new(),
    }
}
