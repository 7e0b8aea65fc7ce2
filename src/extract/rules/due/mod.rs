//! The day by which something is due, read off the talk around a promise. A day that belongs to something else gives none.

mod anchor;
mod around;
mod belongs;

use jiff::civil::Date;

use super::super::dates;
use super::actions::Draft;
use super::dialogue::Speech;
use super::lexicon::{Class, Cue};
use super::promise::{Form, Promise};
use super::said::{Day, Said};
use crate::model::calendar::days_between;

pub(super) use around::{asks_when, turned};
pub(super) use belongs::names_a_day;

use belongs::{delivers, elsewhere, fragment, is_content};

const DO: Class = Class::named("do");

/// The day that a promise names: in its deed, else behind it where nothing else happens then, else before it.
pub(super) fn day_of(
    speech: &Speech<'_>,
    at: usize,
    place: usize,
    found: &Promise,
) -> Option<Date> {
    let said = &speech.turns[at];
    let sentence = &said.sentences[place];
    if let Some(day) =
        anchor::pointed(speech, at, place).or_else(|| anchor::back_again(speech, at, place))
    {
        return Some(day);
    }
    let exact = |day: &&Day| day.exact;
    let own = |day: &&Day| {
        let inside = day.words.start < found.deed.end;
        !is_content(said, &found.deed, day)
            && (inside && !belongs::named_after(said, day) || !elsewhere(said, sentence, day))
    };
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
    // "I'll do it Thursday night and it's in your inbox Friday": due is when it is there.
    let there = sentence.days.iter().find(|day| {
        let first = sentence
            .days
            .iter()
            .find(|first| first.words.start >= found.cue.start);
        day.words.start > found.deed.start
            && first.is_some_and(|first| first.date < day.date)
            && delivers(said, sentence, day)
    });
    if found.form == Form::Deed
        && let Some(there) = there
    {
        return Some(there.date);
    }
    // "I'll read it at the weekend and tell you Monday": done when the second half is.
    let twice = sentence.days.iter().find(|day| {
        let first = sentence
            .days
            .iter()
            .find(|first| first.words.start >= found.cue.start);
        first.is_some_and(|first| {
            first.exact
                && day.exact
                && first.date < day.date
                && (first.words.end..day.words.start).any(|at| {
                    said.word(at) == "and"
                        && said.is(at + 1, DO)
                        && !matches!(said.word(at + 1), "say" | "ask")
                })
        }) && found.deed.contains(&day.words.start)
    });
    if found.form == Form::Deed
        && let Some(day) = twice
    {
        return Some(day.date);
    }
    // "By lunch" is a part of a day that is named beside it, if it is named at all.
    let day = behind().find(exact).or_else(|| before().find(exact));
    let vague = || behind().next().or_else(|| before().next());
    day.or_else(|| vague().map(|vague| others().find(exact).unwrap_or(vague)))
        .map(|day| day.date)
}

/// The day by which an item is due, once all of its turns are known.
pub(super) fn settle(speech: &Speech<'_>, draft: &Draft) -> Option<Date> {
    let Some(day) = draft.due else {
        return around::find(speech, draft);
    };
    let mentions = mentions(speech, draft, day);
    if !mentions.is_empty() && mentions.iter().all(|(_, day)| !day.exact) {
        // "I'll find you before I go home" is a part of the day that was asked for.
        let named = Draft {
            due: None,
            ..draft.clone()
        };
        return around::find(speech, &named)
            .filter(|other| *other > day)
            .or(Some(day));
    }
    let day = corrected(speech, draft, day).unwrap_or(day);
    let numbered = |(turn, day): &(usize, &Day)| is_numbered(&speech.turns[*turn], day);
    let day = if mentions.iter().any(numbered) {
        day
    } else {
        told_better(speech, draft, day)
    };
    let turn = mentions.iter().map(|(turn, _)| *turn).min();
    match turn {
        Some(turn) => around::settled(speech, draft, Some((turn, day))),
        None => Some(day),
    }
}

/// Where the turns of an item name a day.
fn mentions<'a>(speech: &'a Speech<'_>, draft: &Draft, date: Date) -> Vec<(usize, &'a Day)> {
    let turns = std::iter::once(draft.at).chain(draft.turns.iter().copied());
    turns
        .flat_map(|turn| {
            let sentences = speech.turns[turn].sentences.iter();
            sentences
                .flat_map(|sentence| &sentence.days)
                .map(move |day| (turn, day))
        })
        .filter(|(_, day)| day.date == date)
        .collect()
}

fn is_numbered(said: &Said<'_>, day: &Day) -> bool {
    said.tokens[day.words.clone()]
        .iter()
        .any(|token| dates::is_day_of_month(token.word()))
}

/// What the same turn adds: "By Wednesday. No, Thursday", "It's with him on Monday".
fn corrected(speech: &Speech<'_>, draft: &Draft, day: Date) -> Option<Date> {
    let said = &speech.turns[draft.at];
    let behind = said.sentences.iter().skip(draft.place + 1).take(3);
    let mut back = false;
    for sentence in behind {
        // "No, I've the dentist. Tomorrow.": taken back in one sentence, put right in the next.
        let first = sentence.bounds.words.start;
        back |= matches!(
            said.word(first),
            "no" | "wait" | "actually" | "sorry" | "hang"
        );
        if belongs::refuses(said, sentence) {
            back = true;
            continue;
        }
        let named = fragment(said, sentence)
            .filter(|_| back || around::corrects(said, sentence))
            .or_else(|| {
                let later = |other: &&Day| other.date > day;
                let there = |other: &&Day| delivers(said, sentence, other);
                sentence.days.iter().filter(later).find(there)
            });
        if let Some(named) =
            named.filter(|named| named.date != day && (named.exact || named.date > day))
        {
            return Some(named.date);
        }
    }
    None
}

/// "The Tuesday. The thirteenth": a day behind it that names the same weekday says which one is meant.
fn told_better(speech: &Speech<'_>, draft: &Draft, day: Date) -> Date {
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
        // "And the rest, when?": the day behind it is that of the rest.
        if turn > draft.at && asks_when(said, sentence) {
            break;
        }
        let farthest = if own { 60 } else { 21 };
        let same = |other: &&Day| {
            other.date > day
                && other.date.weekday() == day.weekday()
                && is_numbered(said, other)
                && days_between(day, other.date) <= farthest
        };
        let fragment = own || names_a_day(said, sentence);
        if let Some(other) = sentence.days.iter().find(same).filter(|_| fragment) {
            return other.date;
        }
    }
    day
}
