//! Whom "him" and "her" stand for: names that are nobody's in the talk, and people by their part in it.

use super::super::dialogue::Speech;
use super::super::lexicon::Class;
use super::super::said::Said;
use super::antecedent::{NEAR, Place, Wanted, ends, sentence_of};
use super::carries;
use super::grammar::{ROLE, TITLE};
use super::noun::{Phrase, is_name, joined, phrases};

const PERF: Class = Class::named("perf");
const ED: Class = Class::named("ed");
const ING: Class = Class::named("ing");

/// How many turns back a name may stand: talk of somebody goes on for long.
const PERSON_REACH: usize = 11;

/// The person who is meant: a name that is nobody's in the talk, or somebody by their part.
pub(super) fn person(speech: &Speech<'_>, place: Place, wanted: Wanted) -> Option<(usize, Phrase)> {
    let (worth, turn, phrase) = first(speech, place, wanted)?;
    let least = if phrase.name && wanted != Wanted::They {
        NAMED
    } else {
        LEAST
    };
    (worth >= least).then_some((turn, phrase))
}

/// The person who is rather meant than another.
pub(super) fn likely_person(
    speech: &Speech<'_>,
    place: Place,
    wanted: Wanted,
) -> Option<(usize, Phrase)> {
    let (worth, turn, phrase) = first(speech, place, wanted)?;
    (worth >= LIKELY).then_some((turn, phrase))
}

fn first(speech: &Speech<'_>, place: Place, wanted: Wanted) -> Option<(i32, usize, Phrase)> {
    let mut best: Option<(i32, usize, Phrase)> = None;
    for turn in (place.at.saturating_sub(PERSON_REACH)..=place.at).rev() {
        let near = NEAR.get(place.at - turn).copied().unwrap_or(1);
        for phrase in people(speech, turn, ends(speech, place, turn)) {
            let worth = near + person_worth(speech, turn, &phrase, wanted);
            let worth = worth * 100 + i32::try_from(phrase.words.start.min(99)).unwrap_or(99);
            if best.as_ref().is_none_or(|(most, ..)| worth > *most) {
                best = Some((worth, turn, phrase));
            }
        }
    }
    best.map(|(worth, turn, phrase)| (worth.div_euclid(100), turn, phrase))
}

fn people(speech: &Speech<'_>, turn: usize, end: usize) -> Vec<Phrase> {
    let said = &speech.turns[turn];
    let mut out = Vec::new();
    let mut at = 0;
    while at < end {
        let start = at;
        if said.is(at, TITLE) && said.is_capital(at) || is_name(said, at) {
            at += 1;
            while at < end && joined(said, at) && is_name(said, at) {
                at += 1;
            }
            let street = (start..at).any(|at| {
                matches!(
                    said.word(at),
                    "street" | "road" | "lane" | "city" | "island"
                )
            });
            let lone = said.is(start, TITLE) && at == start + 1;
            let place = matches!(said.word(at), "street" | "road" | "lane");
            let article =
                start > 0 && matches!(said.word(start - 1), "the" | "a" | "an" | "two" | "three");
            if !lone && !place && !street && !article && !in_the_talk(speech, said, start) {
                out.push(Phrase {
                    words: start..at,
                    head: at - 1,
                    name: true,
                    plural: false,
                    marked: true,
                    full: at - start,
                });
            }
        } else {
            at += 1;
        }
    }
    let roles = phrases(said, 0..end).into_iter().filter(|phrase| {
        // Whose father would be the next question.
        let owned = matches!(said.word(phrase.words.start), "his" | "her");
        !phrase.name && phrase.marked && !owned && said.is(phrase.head, ROLE)
    });
    out.extend(roles);
    out
}

/// The least worth of who is shown in a pronoun's place: by name, or by what they are to somebody.
const NAMED: i32 = 6;
const LEAST: i32 = 9;
/// The least worth of who stands beside a line in brackets.
const LIKELY: i32 = 3;

pub(super) fn in_the_talk(speech: &Speech<'_>, said: &Said<'_>, at: usize) -> bool {
    speech.tally().is_there(said.word(at))
}

fn person_worth(speech: &Speech<'_>, turn: usize, phrase: &Phrase, wanted: Wanted) -> i32 {
    let said = &speech.turns[turn];
    let mut worth = 0;
    let first = said.word(phrase.words.start);
    let head = said.word(phrase.head);
    let (he, she) = match first {
        "mr" | "father" | "uncle" => (true, false),
        "mrs" | "ms" | "miss" | "sister" | "auntie" => (false, true),
        _ => (
            matches!(
                head,
                "dad"
                    | "father"
                    | "brother"
                    | "son"
                    | "husband"
                    | "uncle"
                    | "gentleman"
                    | "man"
                    | "lad"
                    | "boy"
                    | "fella"
                    | "bloke"
                    | "guy"
            ),
            matches!(
                head,
                "mum"
                    | "mam"
                    | "mom"
                    | "mother"
                    | "sister"
                    | "daughter"
                    | "wife"
                    | "aunt"
                    | "lady"
                    | "woman"
                    | "girl"
            ),
        ),
    };
    let known = speech.tally().name(head);
    let (male, female) = if he || she {
        (usize::from(he), usize::from(she))
    } else {
        (known.male, known.female)
    };
    worth += match wanted {
        Wanted::He if male > female => 3,
        Wanted::She if female > male => 3,
        Wanted::He if female > male => -20,
        Wanted::She if male > female => -20,
        Wanted::They if phrase.plural => 3,
        Wanted::They => 0,
        _ => -7,
    };
    if phrase.name && wanted != Wanted::They && known.is_place {
        worth -= 8;
    }
    // Who is spoken of stands first in the sentence.
    let head_of = sentence_of(said, phrase.words.start).is_some_and(|sentence| {
        let clause = sentence.bounds.clause_of(phrase.words.start);
        phrase.words.start <= clause.start + 1
    });
    worth += i32::from(head_of) * 2;
    if wanted != Wanted::They && phrase.plural {
        worth -= 8;
    }
    if wanted == Wanted::They && male + female > 0 {
        worth -= 6;
    }
    if !phrase.name {
        worth -= 1;
        if matches!(
            head,
            "bank" | "council" | "agency" | "office" | "company" | "team" | "family"
        ) && wanted != Wanted::They
        {
            worth -= 8;
        }
        if matches!(head, "people" | "man" | "woman") {
            worth -= 3;
        }
    }
    worth + place_worth(speech, turn, phrase, wanted)
}

/// What the words around it are worth: who is only beside something is rather not meant.
fn place_worth(speech: &Speech<'_>, turn: usize, phrase: &Phrase, wanted: Wanted) -> i32 {
    let said = &speech.turns[turn];
    let mut worth = 0;
    let before = phrase
        .words
        .start
        .checked_sub(1)
        .map_or("", |before| said.word(before));
    // "A message with Maureen", "Mr Poskitt's dog", "I said to my husband": somebody else is spoken of.
    if matches!(
        before,
        "with" | "for" | "like" | "after" | "about" | "of" | "from" | "by" | "than" | "without"
    ) {
        worth -= 4;
        // Nothing says that a name no "he" or "she" takes up is somebody's.
        let known = speech.tally().name(said.word(phrase.head));
        if phrase.name && wanted != Wanted::They && known.male + known.female == 0 {
            worth -= 4;
        }
    }
    let behind = phrase.words.end;
    let owns = said.word(behind) == "'s"
        && joined(said, behind + 1)
        && carries(said, behind + 1)
        && !said.is(behind + 1, ED)
        && !said.is(behind + 1, PERF)
        && !said.is(behind + 1, ING);
    if owns {
        worth -= 6;
    }
    if before == "to"
        && phrase.words.start > 1
        && matches!(said.word(phrase.words.start - 2), "said" | "say" | "says")
    {
        worth -= 6;
    }
    if wanted == Wanted::They && phrase.name && speech.named(turn, phrase.words.start).is_some() {
        worth -= 12;
    }
    let went = phrase.words.start > 1
        && matches!(
            said.word(phrase.words.start - 2),
            "go" | "going" | "went" | "get" | "down" | "over" | "up" | "back" | "out"
        );
    if matches!(before, "in" | "at" | "near") {
        worth -= 4;
    } else if before == "to" && went {
        worth -= 6;
    }
    // "The Cattermole barn" names a thing by somebody.
    if said.is_capital(phrase.head) && phrase.name {
        let next = said.word(phrase.words.end);
        if matches!(next, "and" | "&")
            && is_name(said, phrase.words.end + 1)
            && wanted != Wanted::They
        {
            worth -= 2;
        }
    }
    worth
}
