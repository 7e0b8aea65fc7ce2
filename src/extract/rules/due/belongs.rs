//! Which days of a sentence are by when something is to be done, and which belong to something else: to others, to the past, to what
//! is told or asked, to a thing that is called after its day. It knows one sentence at a time and no promise beside it.

use std::ops::Range;

use super::super::lexicon::{Class, Cue};
use super::super::said::{Day, Said, Sentence};
use super::super::words;

const PAST: Class = Class::named("past");

/// What only joins a clause to the one before.
fn joins(word: &str) -> bool {
    matches!(
        word,
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
            | "well"
            | "um"
            | "uh"
            | "no"
            | "yeah"
            | "yes"
            | "oh"
            | "okay"
    )
}

/// Whether a word can only stand behind a subject: somebody whose name is the head of a sentence is known by it.
fn is_finite(word: &str) -> bool {
    matches!(
        word,
        "'s" | "is"
            | "'ll"
            | "will"
            | "has"
            | "can"
            | "can't"
            | "won't"
            | "isn't"
            | "'d"
            | "would"
            | "goes"
            | "gets"
            | "comes"
            | "starts"
            | "works"
            | "leaves"
            | "finishes"
            | "flies"
            | "wants"
            | "needs"
    )
}

/// Whether a clause says by when somebody has to have something: "he needs it by the fourth", "she'd have to have it Thursday".
pub(super) fn needed(said: &Said<'_>, clause: Range<usize>) -> bool {
    clause.clone().any(|at| {
        matches!(
            said.word(at),
            "need" | "needs" | "needed" | "want" | "wants" | "wanted" | "must"
        ) || matches!(
            said.word(at),
            "have" | "has" | "'ve" | "got" | "ought" | "like" | "love"
        ) && said.word(at + 1) == "to"
            && !matches!(said.word(at + 2), "go" | "be" | "leave" | "work")
    })
}

/// Whether a day stands in a clause in which somebody else does something or something happened: "he's off till Monday", "that was for
/// Friday"; or where the speakers only take leave till then.
pub(super) fn elsewhere(said: &Said<'_>, sentence: &Sentence, day: &Day) -> bool {
    let clause = sentence.bounds.clause_of(day.words.start);
    if named_after(said, day) || farewell(said, clause.clone()) {
        return true;
    }
    let head = clause.clone().take(4).find(|at| !joins(said.word(*at)));
    let day_at = |at: usize| sentence.days.iter().any(|day| day.words.contains(&at));
    let third = head.is_some_and(|at| {
        matches!(
            said.word(at),
            "he" | "she" | "they" | "there" | "who" | "we" | "somebody" | "everybody" | "nobody"
        ) || said.is_name(at) && !day_at(at)
            || said.is_capital(at)
                && said.is_unknown(at)
                && !day_at(at)
                && is_finite(said.word(at + 1))
    });
    let over = clause.clone().any(|at| {
        matches!(said.word(at), "was" | "were" | "had" | "did" | "since") || said.is(at, PAST)
    });
    let needed = needed(said, clause.clone());
    third && clause.len() > 3 && !needed || over && !needed
}

/// Whether a day only tells how long something lasts, or what it is called.
pub(super) fn named_after(said: &Said<'_>, day: &Day) -> bool {
    led_away(said, day) || possessed(said, day)
}

/// "Through the end of June", "since Monday": how long something lasts.
fn led_away(said: &Said<'_>, day: &Day) -> bool {
    let mut at = day.words.start;
    if matches!(said.word(at.wrapping_sub(1)), "the" | "to") {
        at -= 1;
    }
    let lead = said.word(at.wrapping_sub(1));
    // "Put it through today" puts through.
    let put = matches!(
        said.word(at.wrapping_sub(2)),
        "it" | "that" | "them" | "this" | "those"
    );
    let part = lead == "of"
        && !matches!(
            said.word(at.wrapping_sub(2)),
            "course" | "end" | "start" | "middle" | "beginning" | "run" | "week"
        );
    part || matches!(lead, "throughout" | "since" | "last") || lead == "through" && !put
}

/// "Friday's order", "tomorrow's rota": a thing that is called after its day, unless something is to be done before it or at it.
fn possessed(said: &Said<'_>, day: &Day) -> bool {
    let led = matches!(
        said.word(day.words.start.wrapping_sub(1)),
        "by" | "before" | "at" | "for" | "in" | "on" | "until" | "till" | "after"
    );
    let predicate = matches!(
        said.word(day.words.end + 1),
        "fine"
            | "good"
            | "grand"
            | "great"
            | "perfect"
            | "lovely"
            | "ok"
            | "okay"
            | "better"
            | "best"
            | "easier"
            | "quiet"
            | "quieter"
            | "free"
            | "clear"
            | "open"
            | "empty"
            | "tight"
            | "late"
            | "too"
            | "not"
            | "no"
            | "a"
            | "the"
            | "my"
            | "our"
            | "your"
            | "when"
            | "out"
            | "off"
            | "always"
            | "usually"
            | "only"
            | "just"
            | "probably"
            | "more"
            | "realistic"
            | "doable"
            | "possible"
            | "alright"
            | "all"
            | "plenty"
            | "soon"
            | "that"
            | "what"
            | ""
    );
    said.word(day.words.end) == "'s" && !led && !predicate
}

/// "See you Friday", "have a good weekend".
fn farewell(said: &Said<'_>, clause: Range<usize>) -> bool {
    clause.clone().any(|at| {
        let (word, next, third) = (said.word(at), said.word(at + 1), said.word(at + 2));
        let leave = word == "see" && next == "you"
            || matches!(word, "talk" | "speak" | "chat") && next == "to" && third == "you";
        leave && at < clause.start + 3
            || word == "have"
                && matches!(next, "a" | "yourself")
                && matches!(third, "good" | "nice" | "great" | "lovely" | "a")
    })
}

/// Whether a day stands in what is told or asked: "tell her the show is on the nineteenth", "ask if he can do Saturday".
pub(super) fn is_content(said: &Said<'_>, deed: &Range<usize>, day: &Day) -> bool {
    if day.words.start >= deed.end {
        return false;
    }
    let verb = said.word(deed.start);
    let told = matches!(
        verb,
        "tell" | "ask" | "say" | "remind" | "warn" | "explain" | "mention" | "announce" | "let"
    );
    let sought = matches!(verb, "find" | "check" | "see" | "confirm" | "look" | "work");
    if !(told || sought) {
        return false;
    }
    (deed.start + 1..day.words.start).any(|at| {
        let word = said.word(at);
        let asks = matches!(
            word,
            "if" | "whether" | "why" | "how" | "what" | "when" | "who" | "where" | "which"
        );
        let claims = told
            && (matches!(
                word,
                "that" | "'s" | "is" | "are" | "was" | "can" | "could" | "will"
            ) || matches!(word, "'ll" | "'re" | "'d"))
            && at > deed.start + 1;
        asks || claims
    })
}

/// Whether a clause puts something into somebody's hands: "it's in your inbox Friday morning", "Monday you'll have it", "ready for
/// Monday".
pub(super) fn delivers(said: &Said<'_>, sentence: &Sentence, day: &Day) -> bool {
    let clause = sentence.bounds.clause_of(day.words.start);
    let lead = day.words.start.wrapping_sub(1);
    if said.word(lead) == "for"
        && day.words.start > clause.start + 1
        && !told_of_else(said, clause.clone())
    {
        return matches!(
            said.word(lead.wrapping_sub(1)),
            "ready" | "time" | "done" | "there" | "desk" | "you" | "it" | "them"
        );
    }
    // "… and leave it on your desk for the morning", "… and have it to you by Friday".
    let handed = day.words.start > 0
        && (said.word(day.words.start) == "for"
            || clause.clone().any(|at| {
                said.word(at) == "and"
                    && matches!(said.word(at + 1), "have" | "get")
                    && matches!(said.word(at + 2), "it" | "that" | "them")
                    && at < day.words.start
            }));
    let there = |at: usize| {
        matches!(said.word(at), "it" | "that" | "they" | "you" | "he" | "she")
            && (matches!(
                said.word(at + 1),
                "'s" | "is" | "'ll" | "will" | "'re" | "are"
            ) && (at + 2..clause.end.min(at + 7)).any(|at| arrives(said.word(at)))
                || matches!(
                    said.word(at + 1),
                    "have" | "has" | "get" | "gets" | "can" | "'ve"
                ) && matches!(said.word(at + 2), "it" | "that" | "them" | "have" | "got"))
    };
    !told_of_else(said, clause.clone()) && (handed || clause.clone().any(there))
}

fn arrives(word: &str) -> bool {
    matches!(
        word,
        "with"
            | "in"
            | "on"
            | "there"
            | "done"
            | "ready"
            | "yours"
            | "have"
            | "up"
            | "live"
            | "out"
            | "over"
            | "finished"
            | "get"
            | "see"
    )
}

fn told_of_else(said: &Said<'_>, clause: Range<usize>) -> bool {
    clause.clone().any(|at| {
        matches!(
            said.word(at),
            "was" | "were" | "had" | "did" | "off" | "away" | "back" | "not"
        )
    })
}

/// Whether a sentence says that a day will not do: "Friday's too late", "not this week, then", "I can't do Monday".
pub(super) fn refuses(said: &Said<'_>, sentence: &Sentence) -> bool {
    let Some(day) = sentence.days.first() else {
        return false;
    };
    let clause = sentence.bounds.clause_of(day.words.start);
    let not = clause.clone().any(|at| {
        matches!(
            said.word(at),
            "not"
                | "can't"
                | "won't"
                | "isn't"
                | "doesn't"
                | "couldn't"
                | "wouldn't"
                | "never"
                | "tight"
                | "pushing"
                | "ambitious"
                | "tricky"
                | "awkward"
                | "hopeless"
        ) || matches!(said.word(at), "too" | "bit")
            && matches!(
                said.word(at + 1),
                "late" | "soon" | "far" | "early" | "tight"
            )
            || said.word(at) == "no"
                && matches!(said.word(at + 1), "good" | "use" | "way" | "chance")
    });
    // "Not before Thursday", "can't you do Thursday?" name the day after all.
    let least = matches!(
        said.word(day.words.start.wrapping_sub(1)),
        "before" | "until" | "till"
    );
    not && !least && !sentence.bounds.question
}

/// Whether a sentence does little but name a day: "Thursday?", "by the fourteenth, then", "say next Tuesday".
pub(in super::super) fn names_a_day(said: &Said<'_>, sentence: &Sentence) -> bool {
    if sentence.days.is_empty()
        || sentence.any(&[Cue::Done, Cue::NotDone, Cue::Quoting, Cue::Habit])
    {
        return false;
    }
    let days: usize = sentence.days.iter().map(|day| day.words.len()).sum();
    let rest = sentence.len().saturating_sub(days);
    let led = sentence.days.iter().any(|day| is_led(said, day));
    let own = !sentence
        .days
        .iter()
        .all(|day| elsewhere(said, sentence, day));
    own && (rest <= 4 || led && rest <= 9)
}

fn is_led(said: &Said<'_>, day: &Day) -> bool {
    matches!(
        said.word(day.words.start.wrapping_sub(1)),
        "by" | "before" | "say" | "until" | "till" | "for" | "about"
    )
}

/// The day of a sentence that does little else, or of a clause that does little else in a sentence that promises nothing of its own.
pub(super) fn fragment<'a>(said: &Said<'_>, sentence: &'a Sentence) -> Option<&'a Day> {
    if sentence.days.is_empty() || refuses(said, sentence) {
        return None;
    }
    let own = |day: &&Day| !elsewhere(said, sentence, day);
    if names_a_day(said, sentence) {
        // "I'll ring her this afternoon and say tomorrow": what is promised stands first.
        return if sentence.has(Cue::Promise) {
            sentence.days.iter().find(own)
        } else {
            sentence.days.iter().rev().find(own)
        };
    }
    if sentence.any(&[
        Cue::Done,
        Cue::NotDone,
        Cue::Quoting,
        Cue::Habit,
        Cue::Promise,
    ]) {
        return None;
    }
    let short = |day: &&Day| {
        let clause = sentence.bounds.clause_of(day.words.start);
        let days: usize = sentence
            .days
            .iter()
            .filter(|other| clause.contains(&other.words.start))
            .map(|other| other.words.len())
            .sum();
        let rest = clause.len().saturating_sub(days);
        delivers(said, sentence, day) || sentence.len() <= 16 && rest <= 3
    };
    sentence.days.iter().rev().filter(own).find(short)
}

/// A day by which a thing that is only pointed at is promised: "I should be able to get you that for Friday".
pub(super) fn of_it<'a>(said: &Said<'_>, sentence: &'a Sentence) -> Option<&'a Day> {
    let words = sentence.bounds.words.clone();
    let pointed = words.clone().skip(2).any(|at| {
        matches!(said.word(at), "it" | "that" | "them" | "those" | "this")
            && !matches!(said.word(at + 1), "'s" | "is" | "was" | "'ll" | "will")
            && !sentence.days.iter().any(|day| day.words.contains(&at))
    });
    let taken = sentence.any(&[Cue::Promise, Cue::Able, Cue::Receipt, Cue::Plan])
        || words.clone().any(|at| matches!(said.word(at), "i" | "we"));
    let told = sentence.any(&[Cue::Done, Cue::NotDone, Cue::Quoting, Cue::Habit]);
    let fits = pointed
        && taken
        && !told
        && words::matter(said, sentence.bounds.words.clone()).len() <= 6
        && !refuses(said, sentence);
    fits.then(|| {
        sentence
            .days
            .iter()
            .find(|day| !elsewhere(said, sentence, day))
    })
    .flatten()
}
