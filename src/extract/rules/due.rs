//! The day by which something is due, read off the talk around a promise. A day that belongs to something else gives none.

use jiff::civil::Date;

use super::super::dates;
use super::actions::Draft;
use super::dialogue::{Day, Said, Sentence, Speech};
use super::lexicon::{Class, Cue};
use super::promise::Promise;
use crate::model::calendar::days_between;

const PAST: Class = Class::named("past");

/// The day that a promise names: in its deed, else behind it where nothing else happens then, else before it.
pub(super) fn day_of(
    speech: &Speech<'_>,
    at: usize,
    place: usize,
    found: &Promise,
) -> Option<Date> {
    let said = &speech.turns[at];
    let sentence = &said.sentences[place];
    let exact = |day: &&Day| day.exact;
    let own = |day: &&Day| day.words.start < found.deed.end || !elsewhere(said, sentence, day);
    let behind = || {
        sentence
            .days
            .iter()
            .filter(|day| day.words.start >= found.cue.start)
            .filter(own)
    };
    let before = || {
        sentence
            .days
            .iter()
            .rev()
            .filter(|day| day.words.start < found.cue.start)
    };
    let others = || {
        said.sentences[..place]
            .iter()
            .rev()
            .filter(|other| other.len() < 8 && !other.has(Cue::Done))
            .flat_map(|other| &other.days)
    };
    // "By lunch" is a part of a day that is named beside it, if it is named at all.
    let day = behind().find(exact).or_else(|| before().find(exact));
    let vague = || behind().next().or_else(|| before().next());
    day.or_else(|| vague().map(|vague| others().find(exact).unwrap_or(vague)))
        .map(|day| day.date)
}

/// Whether a day stands in a clause in which somebody else does something or something happened: "he's off till Monday", "that was for Friday".
fn elsewhere(said: &Said<'_>, sentence: &Sentence, day: &Day) -> bool {
    let clause = sentence.bounds.clause_of(day.words.start);
    let head = clause.clone().take(3).find(|at| {
        !matches!(
            said.word(*at),
            "and"
                | "so"
                | "but"
                | "because"
                | "cause"
                | "as"
                | "then"
                | "which"
                | "when"
                | "if"
                | "only"
                | "or"
        )
    });
    let third = head.is_some_and(|at| {
        matches!(
            said.word(at),
            "he" | "she" | "they" | "there" | "who" | "we" | "somebody" | "everybody" | "nobody"
        ) || said.is_name(at) && !sentence.days.iter().any(|day| day.words.contains(&at))
    });
    let over = clause.clone().any(|at| {
        matches!(said.word(at), "was" | "were" | "had" | "did" | "since") || said.is(at, PAST)
    });
    // "He needs it by the fourth" says by when, whoever needs it.
    let needed = clause
        .clone()
        .any(|at| matches!(said.word(at), "need" | "needs" | "want" | "wants"));
    third && clause.len() > 3 && !needed || over
}

/// Whether a sentence does little but name a day: "Thursday?", "by the fourteenth, then", "say next Tuesday".
pub(super) fn names_a_day(said: &Said<'_>, sentence: &Sentence) -> bool {
    if sentence.days.is_empty()
        || sentence.any(&[Cue::Done, Cue::NotDone, Cue::Quoting, Cue::Habit])
    {
        return false;
    }
    let days: usize = sentence.days.iter().map(|day| day.words.len()).sum();
    let rest = sentence.len().saturating_sub(days);
    let led = sentence.days.iter().any(|day| {
        matches!(
            said.word(day.words.start.wrapping_sub(1)),
            "by" | "before" | "say" | "until" | "till" | "for" | "about"
        )
    });
    let own = !sentence
        .days
        .iter()
        .all(|day| elsewhere(said, sentence, day));
    own && (rest <= 4 || led && rest <= 9)
}

/// "The Tuesday. The thirteenth": a day behind it that names the same weekday says which one is meant.
pub(super) fn told_better(speech: &Speech<'_>, draft: &Draft, day: Date) -> Date {
    let own = &speech.turns[draft.at].sentences;
    let mut near: Vec<(usize, usize)> = (draft.place..own.len().min(draft.place + 2))
        .map(|place| (draft.at, place))
        .collect();
    near.extend((draft.at + 1..speech.turns.len().min(draft.at + 3)).map(|turn| (turn, 0)));
    for (turn, place) in near {
        let said = &speech.turns[turn];
        let Some(sentence) = said.sentences.get(place) else {
            continue;
        };
        let own = turn == draft.at && place == draft.place;
        let farthest = if own { 60 } else { 21 };
        let numbered = |other: &Day| {
            said.tokens[other.words.clone()]
                .iter()
                .any(|token| dates::is_day_of_month(token.word()))
        };
        let same = |other: &&Day| {
            other.date > day
                && other.date.weekday() == day.weekday()
                && numbered(other)
                && days_between(day, other.date) <= farthest
        };
        let fragment = own || names_a_day(said, sentence);
        if let Some(other) = sentence.days.iter().find(same).filter(|_| fragment) {
            return other.date;
        }
    }
    day
}

/// Whether the time of a deed hangs on something else: "when they come I'll send somebody", "once he's back".
fn hangs_on_else(said: &Said<'_>, sentence: &Sentence) -> bool {
    sentence.bounds.words.clone().any(|at| {
        let joins = matches!(said.word(at), "when" | "once" | "whenever" | "after")
            || said.word(at) == "time" && said.word(at.wrapping_sub(1)) == "next";
        joins
            && (matches!(
                said.word(at + 1),
                "he" | "she"
                    | "they"
                    | "it"
                    | "there"
                    | "his"
                    | "her"
                    | "their"
                    | "the"
                    | "somebody"
                    | "someone"
            ) || said.is_name(at + 1))
    })
}

/// The day that "then" means: the last one said before it in this turn or the one before.
fn then(speech: &Speech<'_>, draft: &Draft) -> Option<Date> {
    let said = &speech.turns[draft.at];
    let sentence = said.sentences.get(draft.place)?;
    let words = sentence.bounds.words.clone();
    let then = words.clone().find(|at| {
        said.word(*at) == "then"
            && (said.word(at.wrapping_sub(1)) == "by"
                || at + 1 == words.end
                    && sentence.len() > 4
                    && !matches!(said.word(at.wrapping_sub(1)), "okay" | "right" | "now"))
    })?;
    let own = said.sentences[..=draft.place]
        .iter()
        .rev()
        .flat_map(|sentence| sentence.days.iter().rev())
        .find(|day| day.words.start < then && day.exact);
    let earlier = || {
        (draft.at.saturating_sub(2)..draft.at)
            .rev()
            .find_map(|turn| {
                let sentences = speech.turns[turn].sentences.iter().rev();
                sentences
                    .flat_map(|sentence| sentence.days.iter().rev())
                    .find(|day| day.exact)
            })
    };
    own.or_else(earlier).map(|day| day.date)
}

/// A day said around a promise: elsewhere in its turns, in the question before, in the short answers behind.
pub(super) fn said_around(speech: &Speech<'_>, draft: &Draft) -> Option<Date> {
    let fragment = |turn: usize, place: usize| {
        let said = &speech.turns[turn];
        let sentence = &said.sentences[place];
        names_a_day(said, sentence)
            .then(|| sentence.days.last().map(|day| day.date))
            .flatten()
    };
    if let Some(day) = then(speech, draft) {
        return Some(day);
    }
    let own = &speech.turns[draft.at].sentences;
    let place = draft.place.min(own.len().saturating_sub(1));
    if own
        .get(place)
        .is_some_and(|sentence| hangs_on_else(&speech.turns[draft.at], sentence))
    {
        return None;
    }
    let behind = (place + 1..own.len()).take(3);
    let before = (0..place).rev().take(3);
    if let Some(day) = behind
        .chain(before)
        .find_map(|place| fragment(draft.at, place))
    {
        return Some(day);
    }
    for turn in draft.turns.iter().rev().filter(|turn| **turn != draft.at) {
        if let Some(day) = (0..speech.turns[*turn].sentences.len())
            .rev()
            .find_map(|place| fragment(*turn, place))
        {
            return Some(day);
        }
    }
    // "When?" "Friday." The answers behind it, until somebody turns to another matter.
    let last = draft.turns.iter().max().copied().unwrap_or(draft.at);
    for next in last + 1..speech.turns.len().min(last + 3) {
        let said = &speech.turns[next];
        if let Some(day) = (0..said.sentences.len().min(2)).find_map(|place| fragment(next, place))
        {
            return Some(day);
        }
        if next > last + 1 && turned(speech, next) {
            break;
        }
    }
    None
}

/// Whether a turn opens a new matter.
pub(super) fn turned(speech: &Speech<'_>, at: usize) -> bool {
    let said = &speech.turns[at];
    said.word(0) == "and" && said.tokens.len() > 6
        || said
            .sentences
            .first()
            .is_some_and(|sentence| sentence.has(Cue::Turning))
}
