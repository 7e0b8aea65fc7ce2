//! The line of a topic that was put off: the thing itself where it is named. It knows no other kind of item.

use std::ops::Range;

use super::super::dialogue::Speech;
use super::super::lexicon::{Class, Hit};
use super::super::said::Sentence;
use super::antecedent::{Place, Wanted, antecedent, shown};
use super::aside::announced;
use super::context::with_context;
use super::deed::Deed;
use super::grammar::WEAK;
use super::noun::phrase_at;
use super::person::in_the_talk;
use super::{capital, carries};

const DO: Class = Class::named("do");
const TALK: Class = Class::named("talkverb");

/// What was put off: the thing itself where it is named, else the clause.
pub(in super::super) fn put_off(
    speech: &Speech<'_>,
    at: usize,
    sentence: &Sentence,
    hit: &Hit,
) -> String {
    let said = &speech.turns[at];
    let owner = speech.who(at);
    let clause = sentence.bounds.clause_of(hit.at.start);
    if let Some(topic) = named_in(speech, at, sentence, hit) {
        return capital(&topic);
    }
    let deed = Deed {
        speech,
        at,
        sentence,
        words: hit.at.start..clause.end,
        cue: hit.at.start,
        until: sentence.bounds.words.end,
        owner: owner.clone(),
    };
    if let Some(topic) = deed.fronted() {
        return capital(&topic.text);
    }
    let plural = (hit.at.start..clause.end).any(|at| {
        matches!(said.word(at), "those" | "them" | "these" | "they") && said.word(at + 1) != "'re"
    });
    let wanted = if plural {
        Wanted::Things
    } else {
        Wanted::Thing
    };
    let place = Place {
        at,
        word: sentence.bounds.words.start,
    };
    let own = Place {
        at,
        word: hit.at.start,
    };
    let found = antecedent(speech, own, wanted, &owner)
        .or_else(|| antecedent(speech, place, wanted, &owner));
    let found = found.filter(|found| {
        // Further back only what was announced can be meant.
        at - found.turn <= 1
            || speech
                .topics
                .current(speech, at, hit.at.start)
                .is_some_and(|(_, topics)| {
                    topics
                        .iter()
                        .any(|(turn, word)| *turn == found.turn && found.words.contains(word))
                })
    });
    if let Some(topic) = found {
        capital(&topic.text)
    } else {
        let line = super::line(said, clause.clone());
        let topic = announced(speech, own, &line)
            .filter(|(turn, words)| stands_alone(speech, *turn, words));
        match topic {
            Some((turn, words)) => capital(&shown(speech, turn, &words, &owner)),
            None => with_context(speech, at, hit.at.start, &line).0,
        }
    }
}

/// Whether a thing was announced by a sentence of its own: "The web form."
fn stands_alone(speech: &Speech<'_>, turn: usize, words: &Range<usize>) -> bool {
    let sentence = speech.turns[turn].sentence_at(words.start);
    sentence.is_some_and(|sentence| {
        sentence.bounds.words.end == words.end && sentence.len() <= words.len() + 1
    })
}

/// The thing named by the words that put it off: "let's park the lease", "the lease can wait", "we'll talk about the lease".
fn named_in(speech: &Speech<'_>, at: usize, sentence: &Sentence, hit: &Hit) -> Option<String> {
    let said = &speech.turns[at];
    let owner = speech.who(at);
    let end = sentence.bounds.words.end;
    // The object of the verb that puts off, in its own clause.
    let ends = (hit.at.end..end)
        .find(|place| {
            matches!(
                said.word(*place),
                "when"
                    | "till"
                    | "until"
                    | "after"
                    | "because"
                    | "with"
                    | "not"
                    | "once"
                    | "while"
                    | "if"
                    | "and"
                    | "but"
                    | "so"
            )
        })
        .unwrap_or(end);
    let verbs = (hit.at.start..ends).filter(|place| {
        said.is(*place, DO)
            || said.is(*place, TALK)
            || matches!(
                said.word(*place),
                "park"
                    | "table"
                    | "leave"
                    | "save"
                    | "postpone"
                    | "defer"
                    | "push"
                    | "shelve"
                    | "about"
                    | "on"
                    | "to"
            )
    });
    for verb in verbs {
        let start = verb + 1;
        let Some(phrase) = phrase_at(said, start, ends) else {
            continue;
        };
        if phrase.words.clone().any(|at| carries(said, at))
            && phrase.marked
            && !in_the_talk(speech, said, phrase.head)
            && !super::noun::is_date(said, &phrase.words)
            && !said.is(phrase.head, WEAK)
            && !matches!(said.word(start), "no" | "any")
        {
            return Some(shown(speech, at, &phrase.words, &owner));
        }
    }
    None
}
