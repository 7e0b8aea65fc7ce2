//! The text of an action item, by the form of the words that take it on or ask for it.

use std::ops::Range;

use super::super::super::token::{Token, tokens};
use super::super::dialogue::{Speech, known_word};
use super::super::lexicon::Class;
use super::super::promise::{Form, Promise};
use super::super::said::{Said, Sentence};
use super::antecedent::{Place, Wanted, antecedent};
use super::carries;
use super::context::with_context;
use super::deed::{Deed, Line};
use super::grammar::{DETERMINER, OBJECT, is_particle, is_preposition};
use super::line::{Names, kept, render};
use super::proposed::proposed;
use super::receipt::receipt;
use super::undated::{trim_end, undated};
use crate::model::{Evidence, Who};

const DO: Class = Class::named("do");
const ED: Class = Class::named("ed");
const ING: Class = Class::named("ing");
const PERF: Class = Class::named("perf");
const FILLER: Class = Class::named("filler");

/// An item's words, and the quote of another turn that they rest on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in super::super) struct Wording {
    pub(in super::super) text: String,
    pub(in super::super) rests_on: Option<Evidence>,
    /// Whether the text does not say by itself what is meant.
    pub(in super::super) dim: bool,
    /// Whether a pronoun was named: then the talk around tells no more of what is meant.
    pub(in super::super) named: bool,
}

/// What a speaker takes on, as a line for their list.
pub(in super::super) fn promised(
    speech: &Speech<'_>,
    at: usize,
    place: usize,
    found: &Promise,
) -> Wording {
    let sentence = &speech.turns[at].sentences[place];
    let owner = speech.who(at);
    let said = &speech.turns[at];
    let mut words = found.deed.clone();
    // "I could have a draft on your desk by Friday": the verb stands before the place.
    let clause = sentence.bounds.clause_of(words.start);
    if matches!(said.word(words.start), "by" | "on" | "before")
        && let Some(verb) =
            (clause.start..words.start).find(|at| matches!(said.word(*at), "have" | "get" | "put"))
    {
        words.start = verb;
    }
    let deed = Deed {
        speech,
        at,
        sentence,
        words,
        cue: found.cue.start,
        until: sentence.bounds.words.end,
        owner,
    };
    let line = match found.form {
        Form::Take => Some(take(&deed, found)),
        Form::Receipt => receipt(&deed, found).or_else(|| deed.line()),
        Form::Deed | Form::Loose => again(&deed)
            .or_else(|| echoed(&deed))
            .or_else(|| started(&deed))
            .or_else(|| deed.line()),
    };
    finished(speech, at, found.cue.start, line, sentence)
}

pub(super) fn finished(
    speech: &Speech<'_>,
    at: usize,
    word: usize,
    line: Option<Line>,
    sentence: &Sentence,
) -> Wording {
    let clear = line.as_ref().is_some_and(|line| line.clear);
    let (text, from) = match line {
        Some(line) if line.clear => (line.text, line.from),
        Some(line) => {
            let (text, from) = with_context(speech, at, word, &line.text);
            (text, line.from.filter(|_| line.proposed).or(from))
        }
        None => (
            super::line(&speech.turns[at], sentence.bounds.clause_of(word)),
            None,
        ),
    };
    let text = marked(text);
    let named = clear && from.is_some();
    let rests_on = from
        .filter(|(turn, _)| *turn != at)
        .map(|(turn, words)| speech.quote(turn, words));
    Wording {
        text,
        rests_on,
        dim: !clear,
        named,
    }
}

/// A line in which the pronoun behind its verb stands in brackets where nothing beside it says what is meant.
fn marked(line: String) -> String {
    let words = tokens(&line);
    let word = |at: usize| words.get(at).map_or("", |token: &Token<'_>| token.word());
    let at = if is_preposition(word(1)) || is_particle(word(1)) {
        2
    } else {
        1
    };
    let next = word(at + 1);
    // "That" before a noun and "her" before one point at it.
    let alone = || {
        let known = known_word(next);
        next.is_empty()
            || is_preposition(next)
            || is_particle(next)
            || known.is(PERF)
            || known.is(ED)
            || matches!(next, "and" | "when" | "if" | "all" | "again" | "myself")
    };
    let open = match word(at) {
        "it" | "him" | "them" => true,
        "her" | "that" | "this" | "those" | "these" => alone(),
        _ => false,
    };
    if !open || line.contains('\u{201c}') {
        return line;
    }
    let pronoun = &words[at];
    format!(
        "{}[{}]{}",
        &line[..pronoun.start],
        &line[pronoun.start..pronoun.end],
        &line[pronoun.end..]
    )
}

/// What is said of somebody else: "Sam will call the printer".
pub(in super::super) fn named_deed(
    speech: &Speech<'_>,
    at: usize,
    sentence: &Sentence,
    words: Range<usize>,
    owner: &Who,
) -> Wording {
    let deed = Deed {
        speech,
        at,
        sentence,
        cue: words.start,
        until: sentence.bounds.words.end,
        words: words.clone(),
        owner: owner.clone(),
    };
    finished(speech, at, words.start, deed.line(), sentence)
}

/// What is handed out in a meeting of several: words that end where the next one's work begins. A thing without a verb is worked on.
pub(in super::super) fn handed(
    speech: &Speech<'_>,
    at: usize,
    sentence: &Sentence,
    words: Range<usize>,
    owner: &Who,
    thing: bool,
) -> Wording {
    let said = &speech.turns[at];
    let cue = words.start;
    let deed = Deed {
        speech,
        at,
        sentence,
        cue,
        until: words.end,
        words,
        owner: owner.clone(),
    };
    let line = if thing && pointed(said, deed.words.clone()) {
        Some(meant(speech, Place { at, word: cue }, owner, "that", ""))
    } else if thing {
        let mut places = kept(said, deed.words.clone(), true);
        while places.len() > 1 && said.is(places[0], FILLER) {
            places.remove(0);
        }
        undated(said, &mut places);
        deed.cut_after(&mut places);
        trim_end(said, &mut places);
        let names = Names::of(speech, at, Some(owner.clone()));
        let object = render(said, &places, &names, &[]);
        let clear = places.iter().any(|at| carries(said, *at));
        Some(Line::new(format!("Work on {object}"), clear))
    } else {
        deed.line()
    };
    finished(speech, at, cue, line, sentence)
}

/// Whether a thing is only pointed at: "that", "I guess that's something".
fn pointed(said: &Said<'_>, words: Range<usize>) -> bool {
    let pronoun = words
        .clone()
        .any(|at| matches!(said.word(at), "i" | "that" | "it" | "this"));
    let determined = words
        .clone()
        .any(|at| said.is(at, DETERMINER) && carries(said, at + 1));
    pronoun && !determined || !words.into_iter().any(|at| carries(said, at))
}

/// "I'll do it": what was asked for or left open just before, in its own words.
pub(super) fn again(deed: &Deed<'_>) -> Option<Line> {
    let said = &deed.speech.turns[deed.at];
    let words = kept(said, deed.words.clone(), true);
    let bare = said.word(*words.first()?) == "do"
        && words
            .get(1)
            .is_none_or(|at| matches!(said.word(*at), "it" | "that" | "this" | "so"))
        && !words.iter().skip(2).any(|at| carries(said, *at));
    let line = (bare && deed.fronted().is_none())
        .then(|| proposed(deed.speech, deed.at, deed.cue, &deed.owner))
        .flatten()?;
    if line.clear {
        return Some(line);
    }
    deed.line().filter(|own| own.clear).or(Some(line))
}

/// "Somebody has to tell the landlord." "I'll tell him.": the same deed, and there it says whom.
fn echoed(deed: &Deed<'_>) -> Option<Line> {
    let said = &deed.speech.turns[deed.at];
    let words = kept(said, deed.words.clone(), true);
    let verb = said.word(*words.first()?);
    let open = words.get(1).is_none_or(|at| said.is(*at, OBJECT));
    if !open || words.iter().skip(2).any(|at| carries(said, *at)) {
        return None;
    }
    let line = proposed(deed.speech, deed.at, deed.cue, &deed.owner)?;
    let same = tokens(&line.text)
        .first()
        .is_some_and(|first| first.word() == verb);
    (line.clear && same).then_some(line)
}

/// "I've a woman coming about the tiles on Monday": no verb of doing, but a thing that is had.
fn started(deed: &Deed<'_>) -> Option<Line> {
    let said = &deed.speech.turns[deed.at];
    let first = deed.words.start;
    let had = said.word(deed.cue) == "i" && said.word(deed.cue + 1) == "'ve";
    if !had || said.is(first, DO) || said.is(first, ING) {
        return None;
    }
    let mut places = kept(said, deed.cue + 2..deed.words.end, true);
    undated(said, &mut places);
    trim_end(said, &mut places);
    let names = Names::of(deed.speech, deed.at, Some(deed.owner.clone()));
    let rest = render(said, &places, &names, &[]);
    let clear = places.iter().any(|at| carries(said, *at));
    Some(Line::new(
        format!("Have {}", rest.trim_start_matches("got ")),
        clear,
    ))
}

/// "Leave that with me": the deed is what was asked for; the thing, if only the thing is known.
fn take(deed: &Deed<'_>, found: &Promise) -> Line {
    let (speech, at) = (deed.speech, deed.at);
    let said = &speech.turns[at];
    if let Some(found) = deed.fronted() {
        return Line::naming(format!("See to {}", found.text), &found);
    }
    let pronoun = found
        .cue
        .clone()
        .find(|at| said.is(*at, OBJECT))
        .map_or("it", |at| said.word(at));
    let verb = found
        .cue
        .clone()
        .find(|at| said.is(*at, DO))
        .map_or("", |at| said.word(at));
    let place = Place {
        at,
        word: found.cue.start,
    };
    meant(speech, place, &deed.owner, pronoun, verb)
}

/// What was said before a place and is meant there: the deed that was asked for, or what is to be done with the thing.
fn meant(speech: &Speech<'_>, place: Place, owner: &Who, pronoun: &str, verb: &str) -> Line {
    let deed = proposed(speech, place.at, place.word, owner);
    if let Some(line) = deed.clone().filter(|line| line.clear) {
        return line;
    }
    match antecedent(speech, place, Wanted::by(pronoun, ""), owner) {
        Some(thing) => {
            let how = match verb {
                "sort" => "Sort out",
                "do" if pronoun != "one" => "Do",
                _ => "See to",
            };
            Line::naming(format!("{how} {}", thing.text), &thing)
        }
        None => deed.unwrap_or_else(|| Line::new("See to it".to_owned(), false)),
    }
}

/// What a day was settled for: "Say the fourteenth?"
pub(in super::super) fn settled(
    speech: &Speech<'_>,
    at: usize,
    sentence: &Sentence,
    owner: &Who,
) -> Wording {
    let word = sentence.bounds.words.start;
    let line = meant(speech, Place { at, word }, owner, "it", "");
    finished(speech, at, word, Some(line), sentence)
}
