//! Sentences that a speaker ends in their next turn, because somebody said a word in between. It knows no kind of item.

use std::ops::Range;

use jiff::civil::Date;

use super::dialogue::Speech;
use super::lexicon::{Class, Cue};

const FILLER: Class = Class::named("filler");
/// How many words a sentence has that only adds a day.
const SHORT: usize = 4;

const DO: Class = Class::named("do");

/// The turn in which a turn's last sentence goes on: it breaks off without a full stop, and the same speaker begins in the middle.
fn goes_on(speech: &Speech<'_>, at: usize) -> Option<usize> {
    let text = speech.turns[at].turn.text.trim_end();
    if text.ends_with(['.', '?', '!', '"', '\u{201d}', ']', ')']) && !text.ends_with("..") {
        return None;
    }
    let next = at + 2;
    let begins = &speech.turns.get(next)?.turn.text;
    let small = begins
        .trim_start_matches(['.', '\u{2026}', '-', '\u{2013}', '\u{2014}', ' '])
        .starts_with(char::is_lowercase);
    let between = &speech.turns[at + 1];
    (small && speech.same(at, next) && !speech.same(at, at + 1) && between.tokens.len() <= 8)
        .then_some(next)
}

/// The day with which a turn's last sentence goes on: "I'll have it," "Mm." "pinned up by Sunday week".
pub(super) fn day_behind(speech: &Speech<'_>, at: usize) -> Option<Date> {
    let next = goes_on(speech, at)?;
    let mut sentences = speech.turns[next].sentences.iter();
    let first = sentences.next()?;
    let added = sentences.next().filter(|second| second.len() <= SHORT);
    let mut days = first
        .days
        .iter()
        .chain(added.iter().flat_map(|second| &second.days));
    days.find(|day| day.exact).map(|day| day.date)
}

/// "I'll," "Mm." "send it over on Friday": the words of the deed, when a turn broke off right behind the words that promise.
pub(super) fn deed_behind(speech: &Speech<'_>, at: usize) -> Option<(usize, Range<usize>)> {
    let next = goes_on(speech, at)?;
    let last = speech.turns[at].sentences.last()?;
    let end = last.bounds.words.end;
    let promised = last
        .of(Cue::Promise)
        .any(|hit| (hit.at.end..end).all(|word| speech.turns[at].is(word, FILLER)));
    let said = &speech.turns[next];
    let first = said.sentences.first()?;
    let verb = first
        .bounds
        .words
        .clone()
        .find(|word| !said.is(*word, FILLER))?;
    (promised && said.is(verb, DO)).then_some((next, verb..first.bounds.words.end))
}
