//! What is taken off a line: dates, for they have a place of their own, and tags and joining words at its end.

use std::ops::Range;

use super::super::lexicon::Class;
use super::super::said::Said;
use super::grammar::{CALENDAR, PARTICLE, SUBJECT, TAILS, dangles, is_calendar};
use super::noun::joined;

const STOP: Class = Class::named("stop");
const NUMBER: Class = Class::named("number");

/// Whether a word leads to a date and goes with it.
pub(super) fn leads_date(word: &str) -> bool {
    matches!(
        word,
        "by" | "on"
            | "before"
            | "until"
            | "till"
            | "for"
            | "at"
            | "the"
            | "in"
            | "of"
            | "from"
            | "so"
            | "sometime"
            | "first"
            | "thing"
    )
}

/// Takes dates away, with the prepositions that lead them; and says whether one stood at the end.
#[expect(clippy::too_many_lines, reason = "most of them list words")]
pub(super) fn undated(said: &Said<'_>, places: &mut Vec<usize>) {
    let days: Vec<Range<usize>> = said
        .sentences
        .iter()
        .flat_map(|sentence| &sentence.days)
        .map(|day| day.words.clone())
        .collect();
    for day in days {
        let Some(first) = places.iter().position(|at| day.contains(at)) else {
            continue;
        };
        if first == 0 {
            continue;
        }
        let last = places
            .iter()
            .rposition(|at| day.contains(at))
            .unwrap_or(first);
        // "The Friday count" is no date, "whether Tuesday works" asks for one.
        let noun = places.get(last + 1).is_some_and(|next| {
            joined(said, *next)
                && !said.is(*next, STOP)
                && !said.is(*next, PARTICLE)
                && matches!(
                    said.word(places[first - 1]),
                    "the" | "a" | "every" | "that" | "of" | "your" | "my"
                )
        });
        let asked = matches!(
            said.word(places[first - 1]),
            "if" | "whether" | "that" | "of" | "and" | "between" | "from" | "than" | "like"
        );
        // "I can do the twenty-ninth": the day is what is done.
        let object = first == 1
            && last + 1 == places.len()
            && matches!(said.word(places[0]), "do" | "cover" | "work" | "take")
            && !is_calendar(said.word(places[1]))
            && !matches!(
                said.word(places[1]),
                "tomorrow"
                    | "today"
                    | "tonight"
                    | "this"
                    | "next"
                    | "by"
                    | "on"
                    | "before"
                    | "in"
                    | "at"
                    | "now"
            );
        if noun || asked || object {
            continue;
        }
        let mut start = first;
        let led = said.word(places[first]);
        // "Have him in tomorrow" has him in; "bring it to the next one" brings it.
        let within =
            !(is_calendar(led) || matches!(led, "tomorrow" | "today" | "tonight" | "this"));
        if start > 1
            && (said.word(places[start - 1]) == "through"
                || said.word(places[start - 1]) == "to" && led == "the")
        {
            start -= 1;
        }
        while start > 1
            && (start == first && within || said.word(places[start - 1]) != "in")
            && (leads_date(said.word(places[start - 1]))
                || matches!(
                    said.word(places[start - 1]),
                    "this" | "next" | "come" | "say" | "later" | "end" | "maybe" | "after" | "it's"
                ))
        {
            start -= 1;
        }
        let mut end = last + 1;
        while places.get(end).is_some_and(|at| {
            matches!(
                said.word(*at),
                "latest"
                    | "sometime"
                    | "first"
                    | "thing"
                    | "then"
                    | "morning"
                    | "afternoon"
                    | "evening"
                    | "night"
                    | "or"
                    | "at"
                    | "the"
            ) && joined(said, *at)
        }) && matches!(
            said.word(places[end]),
            "latest"
                | "sometime"
                | "first"
                | "thing"
                | "morning"
                | "afternoon"
                | "evening"
                | "night"
        ) {
            end += 1;
        }
        // "Before I leave the building", "the next one of these": what hangs on the date goes with it.
        let clause = day.clone().any(|at| said.is(at, SUBJECT))
            || places
                .get(end)
                .is_some_and(|at| joined(said, *at) && said.word(*at) == "as");
        while places.get(end).is_some_and(|at| {
            joined(said, *at)
                && (clause && !matches!(said.word(*at), "and" | "but" | "so")
                    || said.word(*at) == "of"
                    || end > last + 1 && matches!(said.word(*at), "these" | "those" | "them"))
        }) {
            end += 1;
        }
        // "I'll have it to you Friday, same day as the folder": behind the date a new thought begins.
        let parted = start > 1
            && !joined(said, places[start])
            && places.get(end).is_some_and(|at| {
                !matches!(
                    said.word(*at),
                    "and" | "or" | "to" | "with" | "for" | "in" | "on" | "at" | "from"
                )
            });
        if parted {
            places.truncate(start);
        } else {
            places.drain(start..end);
        }
    }
}

/// Takes tags and joining words off the end.
pub(super) fn trim_end(said: &Said<'_>, places: &mut Vec<usize>) {
    loop {
        let tail = TAILS.iter().find(|tail| {
            places.len() > tail.len()
                && tail
                    .iter()
                    .rev()
                    .zip(places.iter().rev())
                    .all(|(word, at)| spelled(said, *at, word))
        });
        if let Some(tail) = tail {
            // "It" is no part of the date behind it.
            let kept = usize::from(tail[0] == "it");
            places.truncate(places.len() - tail.len() + kept);
            // "Two days before": how long before goes with it.
            while places.len() > 1
                && kept == 0
                && places.last().is_some_and(|at| said.is(*at, NUMBER))
                && matches!(tail[0], "days" | "weeks")
            {
                places.pop();
            }
            continue;
        }
        if let Some(start) = dated(said, places) {
            places.truncate(start);
            continue;
        }
        let last = places.last().map_or("", |at| said.word(*at));
        let verb_needs = places.len() == 2 && matches!(last, "about" | "with" | "for" | "at");
        if places.len() > 1 && dangles(last) && !verb_needs {
            places.pop();
            continue;
        }
        return;
    }
}

/// Where a weekday with its preposition begins that ends the words, also one that no date was made of.
fn dated(said: &Said<'_>, places: &[usize]) -> Option<usize> {
    let day = places.len().checked_sub(1)?;
    // "On Tuesdays" says how often.
    let named = said.is(places[day], CALENDAR)
        && said.is_capital(places[day])
        && !said.word(places[day]).ends_with("days");
    // "The keys Easter", of which the Saturday is gone.
    let bare = |before: usize| said.stems[places[before]].is_some() && joined(said, places[day]);
    if named && day > 1 && bare(day - 1) {
        return Some(day);
    }
    let near = matches!(
        said.word(*places.get(day.checked_sub(1)?)?),
        "next" | "this"
    );
    let lead = day.checked_sub(1 + usize::from(near))?;
    (lead > 0
        && named
        && matches!(
            said.word(places[lead]),
            "by" | "on" | "before" | "until" | "till"
        ))
    .then_some(lead)
}

fn spelled(said: &Said<'_>, at: usize, word: &str) -> bool {
    said.word(at) == word
}
