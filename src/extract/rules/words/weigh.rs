//! What a noun phrase is worth in the place of "it": by where it stands, how it is opened and what is done with it. It knows no people
//! and compares nothing.

use super::super::dialogue::Speech;
use super::super::lexicon::{Class, Cue};
use super::super::said::{Said, Sentence};
use super::antecedent::{NEAR, Place, Wanted, sentence_of};
use super::grammar::{is_role, is_weak};
use super::noun::{Phrase, is_name};
use super::person::in_the_talk;

const COMMON: Class = Class::named("common");
const DO: Class = Class::named("do");
const PAST: Class = Class::named("past");
const PERF: Class = Class::named("perf");
const ED: Class = Class::named("ed");
const ING: Class = Class::named("ing");
const NUMBER: Class = Class::named("number");

/// Whether a word tells where, when or like what something is.
fn is_place(word: &str) -> bool {
    matches!(
        word,
        "in" | "on"
            | "at"
            | "by"
            | "of"
            | "like"
            | "with"
            | "off"
            | "under"
            | "over"
            | "after"
            | "before"
            | "since"
            | "than"
            | "without"
            | "from"
            | "into"
            | "onto"
            | "between"
            | "against"
    )
}

/// Whether a word opens a phrase for something that is known.
pub(super) fn is_definite(word: &str) -> bool {
    matches!(
        word,
        "the"
            | "my"
            | "your"
            | "that"
            | "this"
            | "our"
            | "his"
            | "her"
            | "their"
            | "these"
            | "those"
    )
}

/// What is spoken of again and again, or was promised before, is rather meant than what comes up once, as in a joke.
pub(super) fn known_matter(speech: &Speech<'_>, head: super::Stem) -> i32 {
    let often = speech.tally().often(head);
    let open = &speech.job.context.open;
    let promised = open.iter().any(|open| {
        super::matter_of(&open.text)
            .iter()
            .any(|(stem, _)| *stem == head)
    });
    let common = match often {
        0 | 1 => -1,
        2..=4 => 0,
        _ => 1,
    };
    common + i32::from(promised)
}

/// How many sentences stand between a phrase's sentence and the place, or the end of its turn.
fn sentences_between(speech: &Speech<'_>, place: Place, turn: usize, sentence: &Sentence) -> i32 {
    let said = &speech.turns[turn];
    let last = if turn == place.at {
        sentence_of(said, place.word).map_or(0, |own| own.bounds.words.start)
    } else {
        said.tokens.len()
    };
    let between = said.sentences.iter().filter(|other| {
        let start = other.bounds.words.start;
        start > sentence.bounds.words.start && start <= last
    });
    i32::try_from(between.count().min(4)).unwrap_or(4)
}

/// "I've done a draft", "they haven't paid the bill": what has come about, or not yet, is still there.
fn is_perfect(said: &Said<'_>, phrase: &Phrase) -> bool {
    let start = phrase.words.start;
    (start.saturating_sub(4)..start).any(|at| {
        matches!(
            said.word(at),
            "'ve"
                | "have"
                | "has"
                | "'s"
                | "haven't"
                | "hasn't"
                | "not"
                | "never"
                | "didn't"
                | "yet"
        )
    })
}

/// What its place is worth: the object of a verb is rather meant than where something is, what was done is over.
fn stands(said: &Said<'_>, phrase: &Phrase, own: bool) -> i32 {
    let before = phrase
        .words
        .start
        .checked_sub(1)
        .map_or("", |before| said.word(before));
    let given = matches!(before, "you" | "me" | "him" | "her" | "them")
        && phrase.words.start > 1
        && said.is(phrase.words.start - 2, DO);
    let denied = phrase.words.start > 1 && said.word(phrase.words.start - 2).ends_with("n't");
    let verb = |class: Class| phrase.words.start > 0 && said.is(phrase.words.start - 1, class);
    let over = !own && (verb(PAST) || verb(ED)) && !verb(DO) && !is_perfect(said, phrase);
    let deed =
        phrase.words.start > 0 && !denied && [DO, PAST, PERF, ED].iter().any(|class| verb(*class));
    if over {
        -1
    } else if deed
        || given
        || matches!(
            before,
            "about"
                | "through"
                | "have"
                | "had"
                | "'ve"
                | "got"
                | "need"
                | "want"
                | "wants"
                | "is"
                | "was"
                | "where"
                | "where's"
        )
    {
        2
    } else if is_place(before) {
        let vague = matches!(
            said.word(phrase.words.start),
            "a" | "an" | "some" | "another"
        );
        match (own, before) {
            // "Get him on the phone": how it is done in the same breath.
            (true, "on" | "at") => -4,
            (true, _) if !vague => -2,
            _ => -5,
        }
    } else {
        0
    }
}

/// Whether a phrase names nothing that "it" could stand for.
fn is_none(said: &Said<'_>, phrase: &Phrase, wanted: Wanted) -> bool {
    let head = said.word(phrase.head);
    let first = said.word(phrase.words.start);
    let before = said.word(phrase.words.start.wrapping_sub(1));
    // "If he's that quick".
    let degree = first == "that"
        && matches!(
            before,
            "'s" | "is" | "are" | "was" | "were" | "'re" | "not" | "be" | "all"
        );
    // "Not a form": what it is not.
    let denied = before == "not" && matches!(first, "a" | "an" | "the");
    // "Twenty pounds": how much of something, and nothing that is done.
    let amount = wanted == Wanted::Thing && said.is(phrase.words.start, NUMBER) && phrase.full < 2;
    // "The job" names nothing, "the Leeds job" does.
    let weak = is_weak(head) || is_weak(head.strip_suffix('s').unwrap_or(head));
    let named = phrase.words.clone().any(|at| is_name(said, at));
    degree
        || denied
        || amount
        || phrase.name
        || weak && !named
        || is_role(head)
        || matches!(first, "no" | "any" | "every")
}

/// "I've the dentist at nine but I'll do it after": what is in the way is not what is done.
fn is_in_the_way(said: &Said<'_>, sentence: &Sentence, phrase: &Phrase, word: usize) -> bool {
    let end = phrase.words.end;
    sentence.bounds.words.contains(&word)
        && matches!(said.word(end), "at" | "in" | "on" | "till" | "until")
        && (end..word).any(|at| said.word(at) == "but")
}

/// What a phrase is worth in the place of a pronoun.
pub(super) fn thing_worth(
    speech: &Speech<'_>,
    place: Place,
    turn: usize,
    phrase: &Phrase,
    wanted: Wanted,
) -> Option<i32> {
    let said = &speech.turns[turn];
    let first = said.word(phrase.words.start);
    if is_none(said, phrase, wanted) || in_the_talk(speech, said, phrase.head) {
        return None;
    }
    let sentence = sentence_of(said, phrase.words.start)?;
    let mut worth = NEAR[place.at - turn] - sentences_between(speech, place, turn, sentence);
    if sentence.bounds.question {
        worth += 2;
    }
    if sentence.any(&[
        Cue::Ask,
        Cue::AskedAfter,
        Cue::Nobody,
        Cue::Passive,
        Cue::Promise,
        Cue::Plan,
    ]) {
        worth += 2;
    }
    let clause = sentence.bounds.clause_of(phrase.words.start);
    if clause.len() <= phrase.words.len() + 2 && clause.end == phrase.words.end {
        worth += 3;
    }
    let own = place.at == turn;
    worth += stands(said, phrase, own);
    if own && is_in_the_way(said, sentence, phrase, place.word) {
        return None;
    }
    // What the other only mentions is not what is meant: "we've got a pen somewhere", "two pages".
    let asked = sentence.any(&[
        Cue::Ask,
        Cue::Offer,
        Cue::Promise,
        Cue::Nobody,
        Cue::Passive,
        Cue::We,
        Cue::Plan,
        Cue::Turning,
    ]);
    let vague =
        matches!(first, "a" | "an" | "some" | "another") || said.is(phrase.words.start, NUMBER);
    if vague && !own && !asked && !is_perfect(said, phrase) {
        worth -= 4;
    }
    let definite = is_definite(first) && first != "her";
    worth += match first {
        "the" | "my" | "your" | "that" | "this" | "our" | "his" | "their" | "these" | "those" => 1,
        "a" | "an" | "some" | "another" => 0,
        "her" | "its" => -1,
        _ if phrase.marked => 0,
        _ if phrase.plural => -1,
        _ if phrase.full > 1 => -3,
        _ => return None,
    };
    if said.is(phrase.head, COMMON) && phrase.full < 2 {
        worth -= 3;
    }
    if said.is(phrase.head, ING) && phrase.full < 2 {
        worth -= 1;
    }
    // What the talk has been announced to be about.
    if let Some((back, topics)) = speech.topics.current(speech, place.at, place.word)
        && topics
            .iter()
            .any(|(at, word)| *at == turn && phrase.words.contains(word))
    {
        worth += match back {
            _ if !definite && !own => 2,
            0..=2 => 5,
            _ => 4,
        };
    }
    // From another turn only what is announced or what something was to be done with is taken.
    let announced = clause.len() <= phrase.words.len() + 3 && clause.end == phrase.words.end;
    let open = asked || is_perfect(said, phrase);
    let meant = own || announced && definite || open && stands(said, phrase, own) > 0;
    if !meant {
        worth -= 3;
    }
    worth += match (wanted, phrase.plural) {
        (Wanted::Things, false) => -12,
        (Wanted::Thing, true) => -4,
        _ => 1,
    };
    Some(worth)
}
