//! Days that are said by pointing at another one: "by then", "the day before", "when you're back".

use jiff::civil::{Date, Weekday};

use super::super::dialogue::Speech;
use super::super::said::{Day, Said, Sentence};
use super::belongs::fragment;
use crate::model::calendar::plus_days;

/// How many turns back a day may have been named that "then" means.
const REACH: usize = 2;

/// The day that "then", "before that" or "the day before" means: the last one named before it.
pub(super) fn pointed(speech: &Speech<'_>, at: usize, place: usize) -> Option<Date> {
    let said = &speech.turns[at];
    let sentence = said.sentences.get(place)?;
    let words = sentence.bounds.words.clone();
    let today = speech.job.transcript.date;
    // "The day after tomorrow" is a day by itself.
    let in_a_day = |word: &usize| {
        sentence
            .days
            .iter()
            .any(|day| day.words.contains(&(word + 1)))
    };
    let day = words
        .clone()
        .filter(|word| !in_a_day(word))
        .find_map(|word| {
            if let Some(steps) = offset(said, word) {
                // A day that the sentence names beside it says it better.
                let clause = sentence.bounds.clause_of(word);
                let beside = |day: &Day| {
                    day.exact && day.words.start > word && !clause.contains(&day.words.start)
                };
                if sentence.days.iter().any(beside) {
                    return None;
                }
                return anchor_of(speech, at, sentence, word).map(|day| steps.from(day));
            }
            points(said, sentence, word)
                .then(|| last_named(speech, at, word))
                .flatten()
        });
    day.filter(|day| *day >= today)
}

/// The day that an offset is counted from: the one behind it in its clause, else the last one named before it.
fn anchor_of(speech: &Speech<'_>, at: usize, sentence: &Sentence, word: usize) -> Option<Date> {
    let clause = sentence.bounds.clause_of(word);
    let near = sentence
        .days
        .iter()
        .find(|day| day.exact && day.words.start > word && clause.contains(&day.words.start));
    let ends = word + 2 == clause.end
        || matches!(
            speech.turns[at].word(word + 2),
            "that" | "then" | "so" | "and"
        );
    near.map(|day| day.date)
        .or_else(|| ends.then(|| last_named(speech, at, word)).flatten())
}

/// How a day lies to another one.
#[derive(Debug, Clone, Copy)]
enum Steps {
    Days(i32),
    /// The weekday before it.
    Before(Weekday),
    After(Weekday),
}

impl Steps {
    fn from(self, day: Date) -> Date {
        let back = |name: Weekday| {
            let gap = i32::from(day.weekday().to_monday_zero_offset())
                - i32::from(name.to_monday_zero_offset());
            gap.rem_euclid(7)
        };
        match self {
            Self::Days(days) => plus_days(day, days),
            Self::Before(name) => {
                let gap = back(name);
                plus_days(day, -if gap == 0 { 7 } else { gap })
            }
            Self::After(name) => {
                let gap = 7 - back(name);
                plus_days(day, gap)
            }
        }
    }
}

/// "The day before", "the night before", "two days before", "the Friday before", "the Monday after", "the week after".
fn offset(said: &Said<'_>, at: usize) -> Option<Steps> {
    let (word, next) = (said.word(at), said.word(at + 1));
    let ahead = match next {
        "before" | "beforehand" => false,
        "after" => true,
        _ => return None,
    };
    // "In the morning before I open the post": what follows is a clause of its own.
    if matches!(
        said.word(at + 2),
        "i" | "we" | "you" | "he" | "she" | "they" | "it" | "tomorrow"
    ) {
        return None;
    }
    let lead = said.word(at.wrapping_sub(1));
    if matches!(word, "days" | "weeks") {
        let count = match lead {
            "two" | "2" => 2,
            "three" | "3" => 3,
            "four" | "4" => 4,
            "five" | "5" => 5,
            _ => return None,
        };
        let days = if word == "weeks" { count * 7 } else { count };
        return Some(Steps::Days(if ahead { days } else { -days }));
    }
    if !matches!(lead, "the" | "a") {
        return None;
    }
    match word {
        "day" | "night" | "evening" | "afternoon" | "morning" => {
            Some(Steps::Days(if ahead { 1 } else { -1 }))
        }
        "week" => Some(Steps::Days(if ahead { 7 } else { -7 })),
        _ => {
            let name = crate::extract::dates::weekday_of(word)?;
            Some(if ahead {
                Steps::After(name)
            } else {
                Steps::Before(name)
            })
        }
    }
}

/// Whether a word points at a day named before: "by then", "I'll ask him then", "before that".
fn points(said: &Said<'_>, sentence: &Sentence, at: usize) -> bool {
    let lead = said.word(at.wrapping_sub(1));
    let last = at + 1 == sentence.bounds.words.end || sentence.bounds.clauses.contains(&(at + 1));
    match said.word(at) {
        "then" => {
            // "I'll pair them up, then" concludes.
            let concludes = sentence.bounds.clauses.contains(&at);
            matches!(
                lead,
                "by" | "before" | "until" | "till" | "since" | "around"
            ) || last
                && !concludes
                && sentence.len() > 4
                && !matches!(lead, "okay" | "right" | "now" | "well" | "so" | "yeah")
        }
        "that" => matches!(lead, "before" | "by") && last,
        "day" => matches!(lead, "that" | "same") && last,
        _ => false,
    }
}

/// The last day named before a word, in this turn or the two before it.
fn last_named(speech: &Speech<'_>, at: usize, word: usize) -> Option<Date> {
    let said = &speech.turns[at];
    let own = said
        .sentences
        .iter()
        .rev()
        .flat_map(|sentence| sentence.days.iter().rev())
        .filter(|day| day.words.start < word);
    let exact = |day: &&Day| day.exact;
    if let Some(day) = own.clone().find(exact) {
        return Some(day.date);
    }
    let earlier = (at.saturating_sub(REACH)..at).rev().find_map(|turn| {
        let sentences = speech.turns[turn].sentences.iter().rev();
        sentences
            .flat_map(|sentence| sentence.days.iter().rev())
            .find(exact)
    });
    earlier.or_else(|| own.clone().next()).map(|day| day.date)
}

/// Whether the time of a deed hangs on something else: "when they come I'll send somebody", "once he's back".
pub(super) fn hangs_on_else(said: &Said<'_>, sentence: &Sentence) -> bool {
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

/// The day on which somebody is back, where a deed waits for that: "by the time you're back", "when he's home".
pub(super) fn back_again(speech: &Speech<'_>, at: usize, place: usize) -> Option<Date> {
    let said = &speech.turns[at];
    let sentence = said.sentences.get(place)?;
    let words = sentence.bounds.words.clone();
    let who = words.clone().find_map(|word| waits_for(said, word))?;
    let told = |turn: usize| told_back(speech, at, turn, &who);
    // Who is away may be told long before the promise; the nearest telling counts.
    let reach = if who == "you" || who == "i" { 60 } else { 6 };
    (0..=reach).find_map(|step| {
        let before = at.checked_sub(step).and_then(told);
        before.or_else(|| {
            (step > 0 && at + step < speech.turns.len())
                .then(|| told(at + step))
                .flatten()
        })
    })
}

/// The one whose return is waited for, as it is called.
fn waits_for(said: &Said<'_>, at: usize) -> Option<String> {
    let led = matches!(
        said.word(at.wrapping_sub(1)),
        "when"
            | "once"
            | "time"
            | "till"
            | "until"
            | "minute"
            | "before"
            | "soon"
            | "as"
            | "second"
    );
    let who = said.word(at);
    let somebody = matches!(who, "you" | "i" | "he" | "she" | "they") || said.is_name(at);
    let be = matches!(
        said.word(at + 1),
        "'re" | "'s" | "'m" | "is" | "are" | "get" | "gets" | "come" | "comes" | "am"
    );
    let back = matches!(said.word(at + 2), "back" | "home" | "in")
        || matches!(said.word(at + 1), "return" | "returns" | "land" | "lands");
    let desk = (at + 3..at + 6).any(|place| {
        matches!(
            said.word(place),
            "desk" | "office" | "house" | "tonight" | "today" | "car"
        )
    });
    (led && somebody && (be && back || matches!(said.word(at + 1), "return" | "returns")) && !desk)
        .then(|| who.to_owned())
}

/// The day of a return that a turn tells: "I'm back on the twenty-first", "she's off till Thursday".
fn told_back(speech: &Speech<'_>, asking: usize, at: usize, who: &str) -> Option<Date> {
    let said = speech.turns.get(at)?;
    let same = speech.same(asking, at);
    let is_meant = |word: &str| match who {
        "you" if same => word == "you",
        "you" | "i" if !same || who == "i" => {
            if same || who == "you" {
                word == "i"
            } else {
                word == "you"
            }
        }
        "he" | "she" | "they" => true,
        name => word == name || matches!(word, "he" | "she"),
    };
    said.sentences
        .iter()
        .enumerate()
        .find_map(|(place, sentence)| {
            let words = sentence.bounds.words.clone();
            let away = words.clone().any(|word| {
                matches!(
                    said.word(word),
                    "back"
                        | "home"
                        | "return"
                        | "returns"
                        | "land"
                        | "off"
                        | "away"
                        | "till"
                        | "until"
                )
            });
            let person =
                |word: usize| matches!(said.word(word), "you" | "he" | "she" | "they" | "i");
            let meant = words.clone().any(|word| is_meant(said.word(word)))
                || sentence.len() <= 8 && !words.clone().any(person);
            if !(away && meant) {
                return None;
            }
            let returns = |day: &&Day| {
                let start = day.words.start;
                (start.saturating_sub(3)..=start).any(|word| {
                    matches!(
                        said.word(word),
                        "back" | "home" | "return" | "returns" | "land" | "till" | "until"
                    )
                })
            };
            let own = sentence
                .days
                .iter()
                .filter(|day| day.exact)
                .rev()
                .find(returns);
            let next = || {
                let back = words
                    .clone()
                    .any(|word| matches!(said.word(word), "back" | "home"));
                said.sentences
                    .get(place + 1)
                    .filter(|_| back)
                    .and_then(|next| fragment(said, next))
            };
            own.or_else(next).map(|day| day.date)
        })
}
