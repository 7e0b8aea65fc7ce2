//! What somebody is asked for or offered: "could you send me the sheet" is to send Dana the sheet.

use std::ops::Range;

use super::super::dialogue::Speech;
use super::super::lexicon::{Class, Cue, Hit};
use super::super::said::Sentence;
use super::action::{Wording, again, finished};
use super::carries;
use super::deed::{Deed, Line};
use super::grammar::DETERMINER;
use super::line::{Names, first_name, kept, render};
use super::undated::{trim_end, undated};
use crate::model::Who;

const ING: Class = Class::named("ing");

/// What somebody is asked for or offered, as a line for the list of who will do it.
pub(in super::super) fn requested(
    speech: &Speech<'_>,
    at: usize,
    sentence: &Sentence,
    hit: &Hit,
    words: Range<usize>,
    owner: &Who,
) -> Wording {
    let said = &speech.turns[at];
    let cue: Vec<&str> = hit.at.clone().map(|at| said.word(at)).collect();
    let last = hit.at.end - 1;
    let mut words = words;
    // "Can I have the key", "I'd like a copy from you": it is to be given.
    let wants = hit.cue == Cue::Ask
        && (matches!(
            cue.as_slice(),
            ["can" | "could", "i", "have" | "get" | "borrow", ..]
        ) || matches!(cue.first(), Some(&"i"))
            && matches!(cue.last(), Some(&("a" | "one" | "some" | "the" | "your")))
            || matches!(cue.first(), Some(&"i"))
                && cue.last() == Some(&"you")
                && cue.contains(&"from"));
    if wants {
        return given(speech, at, sentence, hit, words, owner);
    }
    if said.is(last, ING) && words.start > last {
        words.start = last;
    }
    if matches!(cue.as_slice(), ["make", "sure", ..]) {
        words.start = hit.at.start;
    }
    if hit.at.contains(&words.start) && cue.first() == Some(&"let") {
        words.start = hit.at.start;
    }
    let deed = Deed {
        speech,
        at,
        sentence,
        words,
        cue: hit.at.start,
        until: sentence.bounds.words.end,
        owner: owner.clone(),
    };
    // "I'd want you in on it with me" is to be in on it.
    let there = matches!(cue.as_slice(), ["i", _, "want" | "like" | "need", "you", _]);
    let line = again(&deed).or_else(|| deed.line_with(there.then_some("be")));
    finished(speech, at, hit.at.start, line, sentence)
}

/// "Can I have the key": it is to be given to who asks.
fn given(
    speech: &Speech<'_>,
    at: usize,
    sentence: &Sentence,
    hit: &Hit,
    words: Range<usize>,
    owner: &Who,
) -> Wording {
    let said = &speech.turns[at];
    let asker = first_name(&speech.who(at));

    let from = hit
        .at
        .clone()
        .find(|at| said.is(*at, DETERMINER) || matches!(said.word(*at), "one"))
        .unwrap_or(words.start);
    let end = words.end.max(hit.at.end);
    let mut places = kept(said, from..end, true);
    undated(said, &mut places);
    if places.len() > 2 && places.ends_with(&[end - 2, end - 1]) && said.word(end - 2) == "from" {
        places.truncate(places.len() - 2);
    }
    let deed = Deed {
        speech,
        at,
        sentence,
        words: from..end,
        cue: hit.at.start,
        until: sentence.bounds.words.end,
        owner: owner.clone(),
    };
    deed.cut_after(&mut places);
    trim_end(said, &mut places);
    let names = Names::of(speech, at, Some(owner.clone()));
    let object = render(said, &places, &names, &[]);
    let clear = places.iter().any(|at| carries(said, *at));
    let line = Line::new(format!("Give {asker} {object}"), clear);
    finished(speech, at, hit.at.start, Some(line), sentence)
}
