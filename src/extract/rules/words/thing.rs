//! Which thing "it" stands for: every noun phrase near by is weighed by its place, its form and what is done with it. It knows no people.

use super::super::dialogue::Speech;
use super::super::lexicon::{Class, Cue};
use super::super::said::{Said, Sentence};
use super::antecedent::{NEAR, Place, REACH, Wanted, ends, sentence_of};
use super::grammar::{is_preposition, is_role, is_weak};
use super::noun::{Phrase, all_phrases, phrases};
use super::person::in_the_talk;
use super::stem;

const FILLER: Class = Class::named("filler");
const COMMON: Class = Class::named("common");
const DO: Class = Class::named("do");
const PAST: Class = Class::named("past");
const PERF: Class = Class::named("perf");
const ED: Class = Class::named("ed");
const ING: Class = Class::named("ing");
const NUMBER: Class = Class::named("number");

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
    let said_to_be = !sentence.bounds.question
        && matches!(
            before,
            "'s" | "is" | "was" | "are" | "were" | "'re" | "be" | "just" | "only"
        );
    let beside = is_preposition(before) && !matches!(before, "about" | "through");
    (alone || !beside && !said_to_be) && (is_definite(said.word(start)) || alone && phrase.plural)
}

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
fn known_matter(speech: &Speech<'_>, head: super::Stem) -> i32 {
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

fn thing_worth(
    speech: &Speech<'_>,
    place: Place,
    turn: usize,
    phrase: &Phrase,
    wanted: Wanted,
) -> Option<i32> {
    let said = &speech.turns[turn];
    let head = said.word(phrase.head);
    let first = said.word(phrase.words.start);
    // "If he's that quick".
    let degree = first == "that"
        && matches!(
            said.word(phrase.words.start.wrapping_sub(1)),
            "'s" | "is" | "are" | "was" | "were" | "'re" | "not" | "be" | "all"
        );
    // "Not a form": what it is not.
    let denied = said.word(phrase.words.start.wrapping_sub(1)) == "not"
        && matches!(first, "a" | "an" | "the");
    // "Twenty pounds": how much of something, and nothing that is done.
    let amount = wanted == Wanted::Thing && said.is(phrase.words.start, NUMBER) && phrase.full < 2;
    if degree
        || denied
        || amount
        || phrase.name
        || is_weak(head)
        || is_weak(head.strip_suffix('s').unwrap_or(head))
        || is_role(head)
        || matches!(first, "no" | "any" | "every")
    {
        return None;
    }
    if in_the_talk(speech, said, phrase.head) {
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
    // "I've the dentist at nine but I'll do it after": what is in the way is not what is done.
    let in_the_way = own
        && sentence.bounds.words.contains(&place.word)
        && matches!(
            said.word(phrase.words.end),
            "at" | "in" | "on" | "till" | "until"
        )
        && (phrase.words.end..place.word).any(|at| said.word(at) == "but");
    if in_the_way {
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
