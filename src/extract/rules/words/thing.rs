//! Which thing "it" stands for: of all noun phrases near by the one that is worth most, where it is worth enough. It knows no people.

use super::super::dialogue::Speech;
use super::super::lexicon::Class;
use super::super::said::Said;
use super::antecedent::{Place, REACH, Wanted, ends};
use super::grammar::is_preposition;
use super::noun::{Phrase, all_phrases, phrases};
use super::stem;
use super::weigh::{is_definite, known_matter, thing_worth};

const FILLER: Class = Class::named("filler");

/// The least worth at which a phrase is shown in a pronoun's place.
const SURE: i32 = 12;

/// The least worth of a phrase that leads all others by so much.
const CLEAR: i32 = 8;
const LEAD: i32 = 4;

/// The least worth of what was announced by its name and nothing else, and its least lead.
const TOLD: i32 = 9;
const TOLD_LEAD: i32 = 2;

/// The thing that comes first when all near a place are weighed.
#[derive(Debug, Clone)]
pub(super) struct First {
    pub(super) turn: usize,
    pub(super) phrase: Phrase,
    pub(super) worth: i32,
    /// By how much it leads the next one that is not the same thing.
    pub(super) lead: i32,
}

/// The thing that is meant: it is worth enough, or stands just before with nothing beside it that could be meant as well.
pub(super) fn thing(speech: &Speech<'_>, place: Place, wanted: Wanted) -> Option<(usize, Phrase)> {
    let first = first(speech, place, wanted, |_, _| true)?;
    let near = first.turn + 1 >= place.at;
    let sure = first.worth >= if near { SURE - 1 } else { SURE };
    let alone = near
        && first.worth >= CLEAR
        && first.lead >= LEAD
        && may_stand(&speech.turns[first.turn], &first.phrase);
    let told = first.worth >= TOLD
        && first.lead >= TOLD_LEAD
        && may_stand(&speech.turns[first.turn], &first.phrase)
        && is_topic(speech, place, first.turn, &first.phrase);
    (sure || alone || told).then_some((first.turn, first.phrase))
}

/// Of the things that fit the one that is most likely meant, however little that is.
pub(super) fn first(
    speech: &Speech<'_>,
    place: Place,
    wanted: Wanted,
    fits: impl Fn(&Said<'_>, &Phrase) -> bool,
) -> Option<First> {
    let from = place.at.saturating_sub(REACH);
    let mut all: Vec<(usize, Phrase)> = Vec::new();
    for turn in (from..=place.at).rev() {
        let said = &speech.turns[turn];
        if turn == place.at {
            let found = phrases(said, 0..ends(speech, place, turn));
            all.extend(found.into_iter().map(|phrase| (turn, phrase)));
        } else {
            all.extend(
                all_phrases(said)
                    .iter()
                    .map(|phrase| (turn, phrase.clone())),
            );
        }
    }
    let heads: Vec<super::Stem> = all
        .iter()
        .map(|(turn, phrase)| stem(speech.turns[*turn].word(phrase.head)))
        .collect();
    let mut weighed: Vec<(i32, usize)> = all
        .iter()
        .enumerate()
        .filter(|(_, (turn, phrase))| fits(&speech.turns[*turn], phrase))
        .filter_map(|(index, (turn, phrase))| {
            let again = heads.iter().filter(|head| **head == heads[index]).count();
            let worth = thing_worth(speech, place, *turn, phrase, wanted)?
                + i32::try_from(again.min(4)).unwrap_or(4)
                - 1
                + known_matter(speech, heads[index]);
            Some((worth, index))
        })
        .collect();
    // Of two that are worth the same the one that stands further on in its turn, then the later turn.
    weighed.sort_by_key(|(worth, index)| {
        let (_, phrase) = &all[*index];
        std::cmp::Reverse((*worth, phrase.words.start.min(99)))
    });
    let (worth, index) = *weighed.first()?;
    let next = weighed
        .iter()
        .find(|(_, other)| heads[*other] != heads[index])
        .map_or(0, |(worth, _)| *worth);
    let (turn, phrase) = all.swap_remove(index);
    Some(First {
        turn,
        phrase,
        worth,
        lead: worth - next.max(0),
    })
}

/// Whether a thing is what the talk was last said to be about, in words that say nothing else: "The rota."
pub(super) fn is_topic(speech: &Speech<'_>, place: Place, turn: usize, phrase: &Phrase) -> bool {
    let said = &speech.turns[turn];
    let alone = said
        .sentence_at(phrase.words.start)
        .is_some_and(|sentence| {
            sentence.bounds.words.end == phrase.words.end
                && sentence.len() <= phrase.words.len() + 2
        });
    let topics = speech.topics.current(speech, place.at, place.word);
    alone
        && is_definite(said.word(phrase.words.start))
        && topics.is_some_and(|(_, topics)| {
            topics
                .iter()
                .any(|(at, word)| *at == turn && phrase.words.contains(word))
        })
}

/// Whether a thing is one that the talk marks as its own and not where, when or beside what something is.
pub(super) fn may_stand(said: &Said<'_>, phrase: &Phrase) -> bool {
    let start = phrase.words.start;
    let Some(sentence) = said.sentence_at(start) else {
        return false;
    };
    let clause = sentence.bounds.clause_of(start);
    let led = |at: usize| said.is(at, FILLER) || matches!(said.word(at), "what" | "about" | "also");
    let alone = clause.end == phrase.words.end && (clause.start..start).all(led);
    let before = start.checked_sub(1).map_or("", |before| said.word(before));
    // "It was just the one list": what something is said to be is no thing of its own.
    let there = said.word(start.wrapping_sub(2)) == "there";
    let said_to_be = !there
        && !sentence.bounds.question
        && matches!(
            before,
            "'s" | "is" | "was" | "are" | "were" | "'re" | "be" | "just" | "only"
        );
    let beside = is_preposition(before) && !matches!(before, "about" | "through");
    (alone || !beside && !said_to_be) && (is_definite(said.word(start)) || alone && phrase.plural)
}
