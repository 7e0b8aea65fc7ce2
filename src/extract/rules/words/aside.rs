//! What may stand in brackets beside a line that does not speak for itself: a thing that the talk has just named, somebody by name,
//! or a whole short sentence. A piece of a clause never does.

use std::ops::Range;

use super::super::super::token::tokens;
use super::super::dialogue::Speech;
use super::super::lexicon::Class;
use super::super::said::{Said, Sentence};
use super::antecedent::{Place, Wanted, sentence_of};
use super::carries;
use super::context::{Source, echoes};
use super::grammar::{ROLE, WEAK, dangles, is_contact, is_noise, is_particle, is_preposition};
use super::noun::{joined, phrases};
use super::person::{in_the_talk, likely_person};
use super::thing::{first, is_topic, may_stand};
use super::weigh::is_definite;

const FILLER: Class = Class::named("filler");
const DO: Class = Class::named("do");
const PAST: Class = Class::named("past");

/// The most words of a sentence in brackets.
const SHORT: usize = 8;
/// How many turns back a thing that was announced may stand.
const ANNOUNCED: usize = 6;
/// How many turns back another may stand.
const BACK: usize = 2;
/// The least worth of a thing in brackets, and of one that nothing else is put before.
const LIKELY: i32 = 6;
const RATHER: i32 = 9;

/// What stands beside a line, and where it was said.
pub(super) fn beside(speech: &Speech<'_>, place: Place, line: &str) -> Option<Source> {
    let wanted = asked_for(line);
    if let Some(wanted @ (Wanted::He | Wanted::She)) = wanted {
        return likely_person(speech, place, wanted).map(|(turn, phrase)| (turn, phrase.words));
    }
    let thing = likely_thing(speech, place, wanted.unwrap_or(Wanted::Thing))
        .filter(|(_, (turn, words))| !echoes(speech.turns[*turn].text(words.clone()), line));
    announced(speech, place, line)
        .or_else(|| rather(thing.clone(), RATHER))
        .or_else(|| whole(speech, place, line))
        .or_else(|| rather(thing.filter(|_| wanted.is_some()), LIKELY))
}

fn rather(thing: Option<(i32, Source)>, least: i32) -> Option<Source> {
    thing
        .filter(|(worth, _)| *worth >= least)
        .map(|(_, source)| source)
}

/// What the pronoun of a line asks for.
fn asked_for(line: &str) -> Option<Wanted> {
    let words = tokens(line);
    let verb = words.first().map_or("", |first| first.word());
    words.iter().enumerate().find_map(|(at, token)| {
        let next = words.get(at + 1).map_or("", |next| next.word());
        // "Her number" is nobody.
        let alone = next.is_empty() || is_preposition(next) || is_particle(next) || next == "and";
        match token.word() {
            "him" | "he" | "she" => Some(Wanted::by(token.word(), verb)),
            "her" if alone => Some(Wanted::She),
            "them" if is_contact(verb) => Some(Wanted::They),
            "them" | "those" | "these" => Some(Wanted::Things),
            "it" | "that" | "this" => Some(Wanted::Thing),
            _ => None,
        }
    })
}

fn likely_thing(speech: &Speech<'_>, place: Place, wanted: Wanted) -> Option<(i32, Source)> {
    let wanted = if wanted == Wanted::They {
        Wanted::Things
    } else {
        wanted
    };
    let found = first(speech, place, wanted, |said, phrase| {
        // Whose it is would be the next question.
        may_stand(said, phrase) && !matches!(said.word(phrase.words.start), "his" | "her")
    })?;
    // Further back a thing is only mentioned.
    let near = place.at - found.turn <= BACK || is_topic(speech, place, found.turn, &found.phrase);
    near.then_some((found.worth, (found.turn, found.phrase.words)))
}

/// The thing that was last announced or asked after: "the timesheets?", "and that email".
pub(super) fn announced(speech: &Speech<'_>, place: Place, line: &str) -> Option<Source> {
    let (back, places) = speech.topics.current(speech, place.at, place.word)?;
    if back > ANNOUNCED {
        return None;
    }
    places.iter().find_map(|(turn, place)| {
        let said = &speech.turns[*turn];
        let sentence = sentence_of(said, *place)?;
        let phrase = phrases(said, 0..sentence.bounds.words.end)
            .into_iter()
            .find(|phrase| phrase.words.contains(place))?;
        let alone = phrase.plural && sentence.len() == phrase.words.len() && !phrase.marked;
        let first = said.word(phrase.words.start);
        let known = is_definite(first) || first == "every" || alone;
        (known
            && !phrase.name
            && !said.is(phrase.head, WEAK)
            && !said.is(phrase.head, ROLE)
            && !in_the_talk(speech, said, phrase.head)
            && !echoes(said.text(phrase.words.clone()), line))
        .then_some((*turn, phrase.words))
    })
}

/// A short question asked whole just before.
fn whole(speech: &Speech<'_>, place: Place, line: &str) -> Option<Source> {
    (place.at.saturating_sub(1)..=place.at)
        .rev()
        .find_map(|turn| {
            let said = &speech.turns[turn];
            said.sentences
                .iter()
                .rev()
                .filter(|sentence| sentence.bounds.question && sentence.days.is_empty())
                .filter(|sentence| turn != place.at || sentence.bounds.words.end <= place.word)
                .filter_map(|sentence| question(said, sentence))
                .find(|words| !echoes(said.text(words.clone()), line))
                .map(|words| (turn, words))
        })
}

/// The words of a short question that is whole and tells something by itself.
fn question(said: &Said<'_>, sentence: &Sentence) -> Option<Range<usize>> {
    let mut words = sentence.bounds.words.clone();
    while words.len() > 2 && (said.is(words.start, FILLER) || is_noise(said.word(words.start))) {
        words.start += 1;
    }
    // "Can it go there, or is that daft?" asks the first.
    let or = sentence
        .bounds
        .clauses
        .iter()
        .find(|at| **at > words.start && said.word(**at) == "or");
    words.end = or.copied().unwrap_or(words.end);
    let asks = words
        .clone()
        .take(3)
        .any(|at| said.is(at, PAST) || said.is(at, DO) || is_verb(said.word(at)))
        || matches!(
            said.word(words.start),
            "what" | "who" | "whose" | "why" | "when" | "where" | "how"
        );
    let fits = (2..=SHORT).contains(&words.len())
        && !dangles(said.word(words.end - 1))
        && words.clone().any(|at| carries(said, at))
        && !matches!(
            said.word(words.start),
            "he" | "she"
                | "it"
                | "they"
                | "that"
                | "this"
                | "and"
                | "but"
                | "so"
                | "because"
                | "which"
                | "or"
        );
    // Hesitation within.
    let plain = words
        .clone()
        .skip(1)
        .all(|at| joined(said, at) && !is_noise(said.word(at)));
    (fits && asks && plain).then_some(words)
}

/// Small verbs that a question begins with.
fn is_verb(word: &str) -> bool {
    matches!(
        word,
        "is" | "are"
            | "was"
            | "were"
            | "'s"
            | "'re"
            | "has"
            | "have"
            | "had"
            | "can"
            | "could"
            | "will"
            | "would"
            | "should"
            | "shall"
            | "do"
            | "does"
            | "did"
            | "didn't"
            | "isn't"
            | "can't"
    )
}
