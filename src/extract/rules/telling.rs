//! Sentences that tell what became of something, read once for a meeting: who did what, in which tense, on which day, and whether
//! the speaker harks back to what was said before. It knows no commitment.

use super::super::dates::{self, Named};
use super::dialogue::Speech;
use super::lexicon::{Class, Cue};
use super::said::{Said, Sentence};
use super::tense::{self, Base};

const PERF: Class = Class::named("perf");

/// What one sentence tells.
#[expect(clippy::struct_excessive_bools, reason = "signs that are there or not")]
#[derive(Debug, Clone, Default)]
pub(super) struct Telling {
    /// Whether it asks and tells nothing.
    pub(super) asks: bool,
    /// Whether it tells anything at all.
    pub(super) tells: bool,
    /// Whether a lexicon says so, 2 where it says it plainly.
    pub(super) plain: u8,
    /// Whether a deed of the speaker's is told, or one of the listener's.
    pub(super) first: bool,
    pub(super) second: bool,
    /// Whether the speaker got, saw or used something.
    pub(super) receipt: bool,
    /// The bases of its verbs in the past.
    pub(super) bases: Vec<Base>,
    /// Whether something is denied in it.
    pub(super) denied: bool,
    /// The days it names.
    pub(super) days: Vec<Named>,
    /// Whether it harks back: "like I said", "you said Friday", "it was to be the thirtieth".
    pub(super) harks: bool,
    /// Whether it tells of the same day or the next: "that same evening", "the very next day".
    pub(super) same_day: bool,
    /// Whether it only promises.
    pub(super) promises: bool,
}

/// The tellings of each turn, sentence by sentence.
pub(super) fn of(speech: &Speech<'_>) -> Vec<Vec<Telling>> {
    speech
        .turns
        .iter()
        .enumerate()
        .map(|(at, said)| {
            let days = dates::named_in(&said.tokens);
            let sentences = said.sentences.iter();
            let mut tellings: Vec<Telling> = sentences
                .map(|sentence| one(said, sentence, &days))
                .collect();
            let mut story = false;
            for (telling, sentence) in tellings.iter_mut().zip(&said.sentences) {
                story = of_outsiders(said, sentence, story);
                telling.tells &= !story;
            }
            if let Some(first) = tellings.first_mut().filter(|_| refuses(speech, at)) {
                first.tells = true;
                first.denied = true;
                first.plain = 2;
            }
            tellings
        })
        .collect()
}

/// Whether a turn answers a question after something with no: that alone tells what became of it.
fn refuses(speech: &Speech<'_>, at: usize) -> bool {
    let asked = at.checked_sub(1).is_some_and(|before| {
        !speech.same(before, at) && speech.turns[before].has(Cue::AskedAfter)
    });
    let said = &speech.turns[at];
    let Some(sentence) = said.sentences.first().filter(|_| asked) else {
        return false;
    };
    let mut words = sentence.bounds.words.clone();
    let head = words.find(|word| !matches!(said.word(*word), "ah" | "oh" | "um" | "well"));
    head.is_some_and(|head| {
        let end = head + no(said.word(head), said.word(head + 1));
        let ends = end == sentence.bounds.words.end || sentence.bounds.clauses.contains(&end);
        end > head && ends && !sentence.bounds.question
    })
}

/// How many words say no by themselves: "no", "not really".
pub(super) fn no(word: &str, next: &str) -> usize {
    match (word, next) {
        ("no" | "nope" | "nah" | "none", _) => 1,
        ("not", "really") => 2,
        _ => 0,
    }
}

/// Whether a sentence tells of family or friends and of nobody who is in the room, or goes on about them.
fn of_outsiders(said: &Said<'_>, sentence: &Sentence, before: bool) -> bool {
    let goes_on = before
        && matches!(
            said.word(sentence.bounds.words.start),
            "he" | "she" | "they"
        );
    (goes_on || sentence.has(Cue::OtherStory))
        && !sentence.bounds.words.clone().any(|at| {
            matches!(
                said.word(at),
                "i" | "me" | "we" | "us" | "you" | "your" | "yours"
            )
        })
}

/// The cues of an outcome.
pub(super) const OUTCOME: [Cue; 6] = [
    Cue::Done,
    Cue::DoneStrong,
    Cue::NotDone,
    Cue::Waiting,
    Cue::Partly,
    Cue::Forgot,
];

fn one(said: &Said<'_>, sentence: &Sentence, days: &[(usize, Named)]) -> Telling {
    let words = sentence.bounds.words.clone();
    let mut out = Telling {
        asks: asks(said, sentence),
        plain: if sentence.any(&[Cue::DoneStrong, Cue::NotDone, Cue::Forgot]) {
            2
        } else {
            u8::from(sentence.any(&OUTCOME))
        },
        days: days
            .iter()
            .filter(|(at, _)| words.contains(at))
            .map(|(_, named)| *named)
            .collect(),
        ..Telling::default()
    };
    let mut perfect = false;
    for at in words.clone() {
        let word = said.word(at);
        let helped = matches!(
            word,
            "have"
                | "'ve"
                | "haven't"
                | "hadn't"
                | "didn't"
                | "did"
                | "couldn't"
                | "never"
                | "wasn't"
                | "was"
                | "were"
        );
        let past = tense::base(said, at);
        out.denied |= denies(word);
        if let Some(base) = past {
            let to = matches!(
                said.word(at.wrapping_sub(1)),
                "to" | "'ll" | "will" | "can" | "could" | "would" | "should" | "the" | "a"
            );
            if !to {
                out.bases.push(Base::of(base));
            }
        } else if matches!(said.word(at.wrapping_sub(1)), "didn't" | "did" | "never")
            || at >= 2
                && matches!(said.word(at - 2), "did" | "didn't")
                && matches!(said.word(at - 1), "i" | "you" | "ever" | "actually" | "get")
        {
            out.bases.push(Base::of(word));
        }
        if past.is_none() && !helped {
            continue;
        }
        match subject(said, words.start, at) {
            "i" | "we" => out.first = true,
            "you" => out.second = true,
            _ => {}
        }
        perfect |= helped && said.is(at + 1, PERF);
        out.receipt |= matches!(
            word,
            "got"
                | "saw"
                | "read"
                | "seen"
                | "had"
                | "received"
                | "opened"
                | "came"
                | "arrived"
                | "landed"
                | "used"
                | "tried"
                | "heard"
                | "looked"
        );
    }
    out.harks = words.clone().any(|at| harks(said, at, days));
    out.same_day = words.clone().any(|at| same_day(said, at));
    let told = out.plain > 0
        || perfect
        || !out.bases.is_empty()
        || out.harks
        || sentence.any(&[Cue::DroppedIt, Cue::HandedOn, Cue::TakenOff, Cue::NotInTime]);
    out.promises = sentence.any(&[Cue::Promise, Cue::Plan])
        && !sentence.any(&[
            Cue::Done,
            Cue::DoneStrong,
            Cue::NotDone,
            Cue::Forgot,
            Cue::TakenOff,
        ])
        && !out.harks;
    out.tells = told && !out.asks;
    out
}

/// Whether a word takes back what the verb says, wholly or in part.
fn denies(word: &str) -> bool {
    matches!(
        word,
        "didn't"
            | "haven't"
            | "hadn't"
            | "hasn't"
            | "never"
            | "not"
            | "couldn't"
            | "wasn't"
            | "isn't"
            | "weren't"
            | "aren't"
            | "nearly"
            | "almost"
            | "half"
    )
}

/// The subject of a verb: the last pronoun in the few words before it.
fn subject<'a>(said: &'a Said<'_>, first: usize, at: usize) -> &'a str {
    let from = at.saturating_sub(4).max(first);
    let pronoun = |word: &&str| {
        matches!(
            *word,
            "i" | "you" | "we" | "he" | "she" | "it" | "they" | "that" | "who" | "which"
        )
    };
    let mut before = (from..at).rev().map(|before| said.word(before));
    before.find(pronoun).unwrap_or_default()
}

/// Whether words hark back to what was said before: "like I said", "you said Friday", "it was to be the thirtieth".
fn harks(said: &Said<'_>, at: usize, days: &[(usize, Named)]) -> bool {
    let (word, next, third) = (said.word(at), said.word(at + 1), said.word(at + 2));
    let one = matches!(word, "i" | "you" | "we");
    let as_said = matches!(word, "like" | "as" | "when" | "what" | "than")
        && matches!(next, "i" | "you" | "we")
        && matches!(third, "said" | "promised" | "agreed" | "told" | "asked");
    let said_it = one
        && matches!(next, "said" | "promised" | "'d")
        && matches!(third, "i" | "you" | "it" | "the" | "said" | "this" | "till");
    let said_when = one
        && matches!(next, "said" | "promised")
        && days.iter().any(|(day, _)| *day == at + 2 || *day == at + 3);
    let object = matches!(third, "me" | "you" | "him" | "her" | "it");
    let was_to = matches!(word, "was" | "were")
        && (matches!(next, "to" | "meant" | "supposed" | "due" | "for") && !object
            || next == "going" && third == "to");
    as_said || said_it || said_when || was_to
}

/// "That same evening", "the very next day", "there and then".
fn same_day(said: &Said<'_>, at: usize) -> bool {
    let (word, next) = (said.word(at), said.word(at + 1));
    let part = matches!(
        next,
        "day" | "afternoon" | "evening" | "night" | "morning" | "hour" | "same" | "very" | "next"
    );
    matches!(word, "same" | "that" | "very" | "next") && part
        || word == "there" && next == "and" && said.word(at + 2) == "then"
}

/// Whether a sentence asks and tells nothing: "I got the list, did you see it?" does both.
fn asks(said: &Said<'_>, sentence: &Sentence) -> bool {
    let words = sentence.bounds.words.clone();
    let first = words
        .clone()
        .find(|at| {
            !matches!(
                said.word(*at),
                "and" | "so" | "but" | "um" | "okay" | "now" | "well" | "then" | "right"
            )
        })
        .map_or("", |at| said.word(at));
    let telling = matches!(
        first,
        "i" | "it" | "we" | "he" | "she" | "they" | "the" | "that"
    ) && words.len() > 6;
    sentence.bounds.question && !telling
}
