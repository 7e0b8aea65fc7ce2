//! Whether what the manager asks for is an outcome, which the business shows, or an output, which somebody does. It does not know
//! whether it is a standard at all.

use super::lexicon::{Class, Cue};
use super::said::{Said, Sentence};
use super::stance::says;
use crate::model::Framework;

const NUMBER: Class = Class::named("number");

/// A share, a sum, a count or a state that the business shows is an outcome; what somebody does, and when, is an output.
pub(super) fn of(said: &Said<'_>, place: usize) -> Framework {
    let sentence = &said.sentences[place];
    let beside = place.saturating_sub(1)..said.sentences.len().min(place + 2);
    let shared = beside
        .into_iter()
        .any(|other| share(said, &said.sentences[other]));
    let told = tells_me(said, sentence);
    let daily = sentence.has(Cue::Frequency) || told;
    if shared && !sentence.has(Cue::Alert)
        || !daily && (amount(said, sentence) || settled(said, sentence))
    {
        Framework::Outcome
    } else {
        Framework::Output
    }
}

/// Whether the speaker is to be told something.
fn tells_me(said: &Said<'_>, sentence: &Sentence) -> bool {
    sentence.of(Cue::Alert).any(|hit| {
        hit.at
            .clone()
            .any(|at| matches!(said.word(at), "i" | "me" | "hear" | "us"))
    })
}

/// A share or a sum: "nine in ten", "under a thousand pounds".
fn share(said: &Said<'_>, sentence: &Sentence) -> bool {
    sentence.bounds.words.clone().any(|at| {
        let of = matches!(said.word(at + 1), "in" | "out") && said.is(at, NUMBER) && {
            let next = at + 2 + usize::from(said.word(at + 2) == "of");
            said.is(next, NUMBER) && !is_time(said, next + 1)
        };
        // "Down by a third", "by half".
        let part = at + 1 + usize::from(matches!(said.word(at + 1), "a" | "one" | "two"));
        let by = said.word(at) == "by"
            && matches!(
                said.word(part),
                "half" | "third" | "thirds" | "quarter" | "fifth" | "fifths" | "tenth"
            )
            && !matches!(said.word(part + 1), "past" | "to");
        let times = matches!(said.word(at), "double" | "halve" | "treble" | "triple");
        of || by
            || times
            || matches!(
                said.word(at),
                "%" | "percent"
                    | "$"
                    | "£"
                    | "€"
                    | "pound"
                    | "pounds"
                    | "dollars"
                    | "euros"
                    | "grand"
            )
            || said.word(at) == "per" && said.word(at + 1) == "cent"
    })
}

/// A number that stands for itself ("it's still ninety-five", "six a week") or a bound that is no span of time.
fn amount(said: &Said<'_>, sentence: &Sentence) -> bool {
    let dated = |word: usize| sentence.days.iter().any(|day| day.words.contains(&word));
    let words = sentence.bounds.words.clone();
    words.clone().any(|at| {
        let last = said.is(at, NUMBER)
            && !said.is(at + 1, NUMBER)
            && !dated(at)
            && (said.word(at + 1) == "a" || !is_time(said, at + 1));
        let bare = at + 1 == words.end
            || matches!(
                said.word(at + 1),
                "for" | "on" | "or" | "is" | "by" | "through" | "in" | "a" | "to" | "and"
            );
        let bound = matches!(
            said.word(at.wrapping_sub(1)),
            "under" | "over" | "below" | "above" | "than" | "least" | "most"
        );
        last && (bare || bound || says(said, sentence, Cue::Result))
    })
}

/// Whether something is to be settled or known, whoever sees to it: "closed within ten days", "everybody knows by noon".
fn settled(said: &Said<'_>, sentence: &Sentence) -> bool {
    let state = sentence.bounds.words.clone().any(|at| {
        matches!(
            said.word(at),
            "closed"
                | "shut"
                | "paid"
                | "fixed"
                | "mended"
                | "sorted"
                | "resolved"
                | "solved"
                | "cleared"
                | "balances"
                | "owing"
                | "waiting"
                | "knows"
        )
    });
    state && says(said, sentence, Cue::Within)
}

/// Whether a word, or the one behind it, is a span of time.
fn is_time(said: &Said<'_>, at: usize) -> bool {
    (at..at + 2).any(|at| {
        matches!(
            said.word(at),
            "day"
                | "days"
                | "hour"
                | "hours"
                | "minute"
                | "minutes"
                | "week"
                | "weeks"
                | "month"
                | "months"
                | "year"
                | "o'clock"
        )
    })
}
