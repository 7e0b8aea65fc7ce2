//! Noun phrases, found by their edges: a determiner, a name or a number opens one, the first word that can be no noun closes it.

use std::ops::Range;

use super::super::lexicon::Class;
use super::super::said::Said;
use super::grammar::{
    CALENDAR, DETERMINER, MODIFIER, ROLE, TITLE, WEAK, is_modifier, is_preposition, is_title,
    is_weak,
};
use super::word::{can_be_noun, is_plural};

const FILLER: Class = Class::named("filler");
const DO: Class = Class::named("do");
const ING: Class = Class::named("ing");
const MIND: Class = Class::named("mind");
const NUMBER: Class = Class::named("number");

/// A noun phrase of a turn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in super::super) struct Phrase {
    pub(super) words: Range<usize>,
    /// Its main noun.
    pub(super) head: usize,
    /// Whether it is a name alone, with or without a title.
    pub(super) name: bool,
    pub(super) plural: bool,
    /// Whether a determiner, a number or a possessive opens it.
    pub(super) marked: bool,
    /// How many words of meaning it has.
    pub(super) full: usize,
}

/// Whether nothing but a space or a hyphen parts a word from the one before it.
pub(in super::super) fn joined(said: &Said<'_>, at: usize) -> bool {
    let (Some(before), Some(here)) = (
        at.checked_sub(1).and_then(|before| said.tokens.get(before)),
        said.tokens.get(at),
    ) else {
        return false;
    };
    let gap = &said.turn.text[before.end..here.start];
    // "Mrs. Lowe" is one name.
    gap.chars().all(|c| c.is_whitespace() || c == '-')
        || is_title(before.word()) && gap.trim() == "."
}

/// Whether a word is somebody's or something's name.
pub(super) fn is_name(said: &Said<'_>, at: usize) -> bool {
    said.names.get(at).copied().unwrap_or_default()
}

/// The noun phrase that begins at a word and ends before another.
pub(super) fn phrase_at(said: &Said<'_>, start: usize, end: usize) -> Option<Phrase> {
    let mut phrase = simple(said, start, end)?;
    // "The job advert for the planner", "a list of the fitters".
    let at = phrase.words.end;
    let link = said.word(at);
    if at + 1 < end
        && joined(said, at)
        && joined(said, at + 1)
        && !phrase.name
        && matches!(link, "of" | "for" | "from" | "about")
        && let Some(more) = simple(said, at + 1, end)
        && (link == "of" || more.marked && !said.is(more.head, WEAK))
        && more.words.end - start <= 8
        && !is_date(said, &more.words)
    {
        phrase.words.end = more.words.end;
        phrase.full += more.full;
        // "A couple of carriers" is about the carriers.
        if link == "of" && said.is(phrase.head, WEAK) {
            phrase.head = more.head;
            phrase.plural = more.plural;
        }
    }
    Some(phrase)
}

/// Whether a date stands in these words.
pub(super) fn is_date(said: &Said<'_>, words: &Range<usize>) -> bool {
    let last = words.end.max(words.start + 1) - 1;
    let here = [said.sentence_at(words.start), said.sentence_at(last)];
    let mut days = here
        .into_iter()
        .flatten()
        .flat_map(|sentence| &sentence.days);
    days.any(|day| day.words.start < words.end && words.start < day.words.end)
        || words
            .clone()
            .any(|at| said.is(at, CALENDAR) && said.is_capital(at) && words.len() < 3)
}

fn simple(said: &Said<'_>, start: usize, end: usize) -> Option<Phrase> {
    let mut at = start;
    let titled = said.is(at, TITLE) && said.is_capital(at);
    if titled || is_name(said, at) {
        at += 1;
        while at < end && joined(said, at) && is_name(said, at) && at - start < 3 {
            at += 1;
        }
        if titled && at == start + 1 {
            return None;
        }
        let name = Phrase {
            words: start..at,
            head: at - 1,
            name: true,
            plural: false,
            marked: true,
            full: at - start,
        };
        if said.word(at) == "'s"
            && at + 1 < end
            && let Some(owned) = nouns(said, at + 1, end, true)
        {
            return Some(Phrase {
                words: start..owned.words.end,
                name: false,
                full: owned.full + 1,
                ..owned
            });
        }
        return Some(name);
    }
    let mut marked = false;
    if matches!(said.word(at), "all" | "both") && said.is(at + 1, DETERMINER) {
        at += 1;
    }
    if said.is(at, DETERMINER) {
        // "Is that daft": a pronoun and an adjective.
        let before = at.checked_sub(1).map_or("", |before| said.word(before));
        if matches!(said.word(at), "that" | "this")
            && matches!(before, "is" | "was" | "isn't" | "wasn't")
        {
            return None;
        }
        marked = true;
        at += 1;
        if at >= end || !joined(said, at) {
            return None;
        }
        // "The Mowbray quote".
        while at < end && is_name(said, at) && joined(said, at) && at - start < 3 {
            at += 1;
            if said.word(at) == "'s" {
                at += 1;
            }
        }
        let named = at > start + 1;
        if named && (at >= end || !joined(said, at) || !can_be_noun(said, at, end, 1)) {
            return Some(Phrase {
                words: start..at,
                head: at - 1,
                name: false,
                plural: is_plural(said.word(at - 1)),
                marked,
                full: at - start - 1,
            });
        }
    }
    if said.is(at, NUMBER) {
        marked = true;
    }
    let found = nouns(said, at, end, marked)?;
    Some(Phrase {
        words: start..found.words.end,
        marked,
        ..found
    })
}

/// Adjectives and nouns in a row.
fn nouns(said: &Said<'_>, start: usize, end: usize, marked: bool) -> Option<Phrase> {
    let mut at = start;
    let mut head = None;
    let mut full = 0;
    while at < end && at - start < 6 && (at == start || joined(said, at)) {
        let word = said.word(at);
        if word == "'s" {
            // "The driver's list" goes on, "the driver's late" does not.
            let owned = head.is_some()
                && at + 1 < end
                && joined(said, at + 1)
                && head.is_some_and(|head| said.is(head, ROLE))
                && can_be_noun(said, at + 1, end, full)
                && (!said.is(at + 1, MODIFIER) || said.word(at + 1) == "own")
                && !said.is(at + 1, ING);
            if !owned {
                break;
            }
            at += 1;
            continue;
        }
        if is_modifier(word) || said.is(at, NUMBER) {
            // "The lease next week".
            if head.is_some() {
                break;
            }
            at += 1;
            continue;
        }
        // "The keys Easter Saturday" are the keys.
        if head.is_some() && said.is(at, CALENDAR) && said.is_capital(at) {
            break;
        }
        let mark = usize::from(!marked);
        let hyphen =
            at > start && said.turn.text[said.tokens[at - 1].end..said.tokens[at].start] == *"-";
        if !hyphen && !can_be_noun(said, at, end, full + mark) {
            break;
        }
        head = Some(at);
        full += 1;
        at += 1;
        // "A bit red", "a lot quicker" are no things.
        if is_weak(word) && !is_plural(said.word(at)) {
            break;
        }
    }
    let head = head?;
    Some(Phrase {
        words: start..head + 1,
        head,
        name: false,
        plural: is_plural(said.word(head)),
        marked,
        full,
    })
}

/// Every noun phrase of a turn.
pub(super) fn all_phrases<'s>(said: &'s Said<'_>) -> &'s [Phrase] {
    said.phrases
        .get_or_init(|| phrases(said, 0..said.tokens.len()))
}

/// Every noun phrase among some words, in order. One without a mark is taken where nothing but a thing can stand: alone, behind a
/// verb or a preposition, or in the plural.
pub(super) fn phrases(said: &Said<'_>, words: Range<usize>) -> Vec<Phrase> {
    let mut out = Vec::new();
    let mut at = words.start;
    while at < words.end {
        let Some(phrase) = phrase_at(said, at, words.end) else {
            at += 1;
            continue;
        };
        let before = at.checked_sub(1).map_or("", |before| said.word(before));
        let mut phrase = phrase;
        let sentence = said.sentence_at(at);
        let clause = sentence.map(|sentence| sentence.bounds.clause_of(at));
        // "Is the bank happy?" ends with what is asked of it.
        let asked = clause
            .as_ref()
            .is_some_and(|clause| clause.end == phrase.words.end)
            && sentence.is_some_and(|sentence| sentence.bounds.question)
            && matches!(
                before,
                "is" | "are" | "was" | "were" | "isn't" | "wasn't" | "aren't"
            );
        if asked && phrase.full > 1 && phrase.head + 1 == phrase.words.end && !phrase.name {
            phrase.words.end -= 1;
            phrase.head -= 1;
            phrase.full -= 1;
            phrase.plural = is_plural(said.word(phrase.head));
        }
        let alone = clause.is_some_and(|clause| {
            phrase.words.end == clause.end
                && (clause.start..at).all(|place| {
                    said.is(place, FILLER)
                        || said.word(place) == "what"
                        || said.word(place) == "about"
                })
        });
        let behind = is_preposition(before) && joined(said, at)
            || at > words.start && said.is(at - 1, DO) && joined(said, at);
        let bare = alone || behind || phrase.plural && joined(said, at);
        let verb = !phrase.marked
            && phrase.full == 1
            && (said.is(phrase.head, DO) || said.is(phrase.head, MIND))
            && !alone
            && !phrase.plural;
        if (phrase.marked || bare) && !verb && !is_date(said, &phrase.words) {
            at = phrase.words.end;
            out.push(phrase);
        } else {
            at += 1;
        }
    }
    out
}

/// The noun phrase, or several joined by "and", that these words are and nothing else.
pub(super) fn exactly(said: &Said<'_>, words: Range<usize>) -> Option<Phrase> {
    let mut words = words;
    while words.len() > 1
        && (said.is(words.start, FILLER)
            || matches!(
                said.word(words.start),
                "then" | "what" | "about" | "as" | "for" | "now"
            ))
        && !is_name(said, words.start)
    {
        words.start += 1;
    }
    let mut whole = phrase_at(said, words.start, words.end)?;
    while matches!(said.word(whole.words.end), "and" | "or") && whole.words.end + 1 < words.end {
        let more = phrase_at(said, whole.words.end + 1, words.end)?;
        whole.words.end = more.words.end;
        whole.plural = true;
        whole.name &= more.name;
        whole.full += more.full;
    }
    (whole.words.end == words.end).then_some(whole)
}
