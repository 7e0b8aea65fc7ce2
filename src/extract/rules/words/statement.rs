//! Clauses that are shown as they were said, freed of what leads in and out of them. It makes no orders.

use std::ops::Range;

use super::super::dialogue::Speech;
use super::super::lexicon::Class;
use super::antecedent::{Place, Wanted, antecedent};
use super::context::with_context;
use super::grammar::{SUBJECT, is_noise};
use super::line::kept;
use super::noun::{is_name, joined};
use super::whole::{LONGEST, clipped, ended, is_open, restarted};
use super::{capital, carries};

const FILLER: Class = Class::named("filler");
const NUMBER: Class = Class::named("number");

/// What leads in and says nothing, longest first.
const HEADS: [&[&str]; 21] = [
    &["what", "i", "'d", "say", "is"],
    &["all", "i", "'m", "saying", "is"],
    &["the", "thing", "is"],
    &["the", "only", "thing", "is"],
    &["it", "'s", "just", "that"],
    &["it", "'s", "just"],
    &["i", "just", "think"],
    &["i", "do", "think"],
    &["i", "think"],
    &["i", "mean"],
    &["i", "suppose"],
    &["i", "guess"],
    &["i", "reckon"],
    &["i", "feel", "like"],
    &["you", "know", "what"],
    &["you", "know"],
    &["to", "be", "honest"],
    &["to", "be", "fair"],
    &["d'you", "know"],
    &["come", "on"],
    &["of", "course"],
];

/// A sentence as it was said, without what leads in and out.
pub(in super::super) fn statement(speech: &Speech<'_>, at: usize, words: Range<usize>) -> String {
    let places = cleaned(speech, at, words);
    shown(speech, at, &places)
}

/// The line of some words. What the speaker broke off is shown to be broken off.
fn shown(speech: &Speech<'_>, at: usize, places: &[usize]) -> String {
    let line = capital(&plain(speech, at, places));
    let said = &speech.turns[at];
    let open = places.last().is_some_and(|last| is_open(said.word(*last)));
    if open {
        format!("{line} \u{2026}")
    } else {
        line
    }
}

fn cleaned(speech: &Speech<'_>, at: usize, words: Range<usize>) -> Vec<usize> {
    let said = &speech.turns[at];
    let bounds = sentence_of(speech, at, words.start);
    let mut words = led(speech, at, words);
    if words.len() > LONGEST + 6 {
        words = match bounds {
            Some(bounds) => clipped(said, bounds, words),
            None => words.start..words.start + LONGEST,
        };
    }
    let mut places = kept(said, words, false);
    if let Some(bounds) = bounds {
        restarted(said, bounds, &mut places);
        closed(speech, at, &mut places);
        ended(said, bounds, &mut places);
    }
    closed(speech, at, &mut places);
    places
}

/// A sentence that leaves something open, as a line that reads by itself: "it" is named where it is certain, else what was said
/// before stands beside it.
pub(in super::super) fn open_matter(speech: &Speech<'_>, at: usize, words: Range<usize>) -> String {
    let said = &speech.turns[at];
    let places = cleaned(speech, at, words);
    let Some(first) = places.first().copied() else {
        return String::new();
    };
    let owner = speech.who(at);
    let telling = places
        .iter()
        .filter(|at| carries(said, **at) || said.is(**at, NUMBER))
        .count();
    // "It needs to be moved": what does?
    let needs = places.get(1).is_some_and(|at| {
        matches!(
            said.word(*at),
            "needs"
                | "has"
                | "have"
                | "need"
                | "should"
                | "ought"
                | "wants"
                | "want"
                | "must"
                | "will"
        )
    });
    if needs && matches!(said.word(first), "it" | "they" | "that") {
        let wanted = if said.word(first) == "they" {
            Wanted::Things
        } else {
            Wanted::Thing
        };
        if let Some(found) = antecedent(speech, Place { at, word: first }, wanted, &owner) {
            return capital(&format!(
                "{} {}",
                found.text,
                plain(speech, at, &places[1..])
            ));
        }
    }
    let line = shown(speech, at, &places);
    if telling < 2 && places.len() <= 12 {
        return with_context(speech, at, first, &line).0;
    }
    line
}

/// The words without what leads in.
fn led(speech: &Speech<'_>, at: usize, words: Range<usize>) -> Range<usize> {
    let said = &speech.turns[at];
    let mut words = words;
    loop {
        if words.len() <= 3 {
            return words;
        }
        let first = said.word(words.start);
        let named = is_name(said, words.start) && !joined(said, words.start + 1) && words.len() > 4;
        let fills = said.is(words.start, FILLER)
            && !(matches!(first, "no" | "good" | "great" | "grand" | "right")
                && joined(said, words.start + 1))
            || is_noise(first)
            || matches!(
                first,
                "cos" | "whether" | "except" | "just" | "maybe" | "though" | "honestly"
            )
            || first == "that"
                && matches!(
                    said.word(words.start + 1),
                    "somebody"
                        | "someone"
                        | "everybody"
                        | "everyone"
                        | "nobody"
                        | "we"
                        | "i"
                        | "you"
                        | "the"
                        | "he"
                        | "she"
                        | "they"
                );
        if fills || named {
            words.start += 1;
            continue;
        }
        // "I'm being, somebody needs the key": a start that was given up.
        let given_up = sentence_of(speech, at, words.start)
            .map(|bounds| bounds.clause_of(words.start))
            .filter(|clause| {
                clause.start == words.start
                    && clause.len() <= 3
                    && clause.end + 4 <= words.end
                    && !clause.clone().any(|at| carries(said, at))
                    && said.is(clause.end, SUBJECT)
            });
        if let Some(clause) = given_up {
            words.start = clause.end;
            continue;
        }
        let head = HEADS.iter().find(|head| {
            words.len() > head.len() + 2
                && head
                    .iter()
                    .enumerate()
                    .all(|(step, word)| said.word(words.start + step) == *word)
        });
        match head {
            Some(head) => words.start += head.len(),
            None => return words,
        }
    }
}

fn sentence_of<'a>(
    speech: &'a Speech<'_>,
    at: usize,
    word: usize,
) -> Option<&'a super::super::sentence::Bounds> {
    let all = speech.turns[at].sentences.iter();
    all.map(|sentence| &sentence.bounds)
        .find(|bounds| bounds.words.contains(&word))
}

/// Takes tags off the end: ", really", ", I suppose", ", isn't it".
fn closed(speech: &Speech<'_>, at: usize, places: &mut Vec<usize>) {
    let said = &speech.turns[at];
    loop {
        let last = places.last().copied().unwrap_or_default();
        let tag = matches!(
            said.word(last),
            "really"
                | "though"
                | "right"
                | "okay"
                | "ok"
                | "yeah"
                | "then"
                | "anyway"
                | "honestly"
                | "please"
                | "and"
                | "so"
                | "but"
                | "because"
                | "or"
        ) && (!joined(said, last)
            || matches!(said.word(last), "and" | "so" | "but" | "because" | "or"));
        if places.len() > 2 && tag {
            places.pop();
            continue;
        }
        let two = places
            .len()
            .checked_sub(2)
            .map(|from| (places[from], places[from + 1]));
        let tags = two.is_some_and(|(a, b)| {
            matches!(
                (said.word(a), said.word(b)),
                ("isn't" | "doesn't" | "won't", "it")
                    | ("i", "suppose" | "think" | "mean" | "guess")
                    | ("you", "know")
                    | ("will", "you")
                    | ("can't" | "haven't", "we")
            ) && !joined(said, a)
        });
        if places.len() > 4 && tags {
            places.truncate(places.len() - 2);
            continue;
        }
        return;
    }
}

/// The words as said, hesitations apart.
fn plain(speech: &Speech<'_>, at: usize, places: &[usize]) -> String {
    let said = &speech.turns[at];
    let mut out = String::new();
    for (index, place) in places.iter().enumerate() {
        let token = &said.tokens[*place];
        if let Some(before) = index.checked_sub(1).map(|before| places[before]) {
            let gap = if before + 1 == *place {
                &said.turn.text[said.tokens[before].end..token.start]
            } else if *place > before + 2 && !joined(said, *place) && !joined(said, before + 1) {
                ", "
            } else {
                " "
            };
            out.push_str(gap);
        }
        out.push_str(&said.turn.text[token.start..token.end]);
    }
    // A quotation that the line does not end is closed.
    if out.matches('"').count() % 2 == 1 {
        out.push('"');
    } else if out.contains('\u{201c}') && !out.contains('\u{201d}') {
        out.push('\u{201d}');
    }
    crate::model::text::squash(&out)
}
