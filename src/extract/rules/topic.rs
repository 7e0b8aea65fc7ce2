//! What a stretch of talk is about: the things that speakers announce ("The report." "And the invoices?") and the things named around
//! a place. It makes hints for texts and matches; it claims nothing.

use super::dialogue::Speech;
use super::said::{Said, Sentence};
use std::cell::OnceCell;

use super::lexicon::{Class, Cue};
use super::words::Stem;

const STOP: Class = Class::named("stop");
const FILLER: Class = Class::named("filler");
const ADVERB: Class = Class::named("soft");
const COMMON: Class = Class::named("common");
const ED: Class = Class::named("ed");
const ING: Class = Class::named("ing");

/// How many turns back a thing may have been named.
const REACH: usize = 5;
/// How many turns an announced matter lasts when no other is announced.
const LASTS: usize = 10;

/// A word of a turn that names a thing.
type Place = (usize, usize);

/// A sentence, and the words in it that announce something.
type Announced = (usize, Vec<usize>);

/// What each turn is about: the places of the words last announced at or before it. A turn is read when somebody asks.
#[derive(Debug, Default)]
pub(super) struct Topics {
    /// By turn: what is announced in it, sentence by sentence.
    announced: Vec<OnceCell<Vec<Announced>>>,
    /// By turn: the words that name things.
    things: Vec<OnceCell<Vec<usize>>>,
}

impl Topics {
    /// For so many turns.
    pub(super) fn new(turns: usize) -> Self {
        Self {
            announced: vec![OnceCell::new(); turns],
            things: vec![OnceCell::new(); turns],
        }
    }

    fn announced(&self, speech: &Speech<'_>, at: usize) -> &[Announced] {
        self.announced[at].get_or_init(|| {
            let all = speech.turns[at].sentences.iter().enumerate();
            all.filter_map(|(place, sentence)| {
                announced(speech, at, sentence).map(|words| (place, words))
            })
            .collect()
        })
    }

    fn things(&self, speech: &Speech<'_>, at: usize) -> &[usize] {
        self.things[at].get_or_init(|| {
            (0..speech.turns[at].tokens.len())
                .filter(|place| names_a_thing(speech, at, *place))
                .collect()
        })
    }

    /// The words last announced before a word of a turn, and how many turns ago.
    pub(super) fn current(
        &self,
        speech: &Speech<'_>,
        at: usize,
        word: usize,
    ) -> Option<(usize, Vec<Place>)> {
        for back in 0..=LASTS.min(at) {
            let turn = at - back;
            let last = self
                .announced(speech, turn)
                .iter()
                .rev()
                .find(|(place, _)| {
                    back > 0 || speech.turns[turn].sentences[*place].bounds.words.start < word
                });
            if let Some((_, words)) = last {
                return Some((back, words.iter().map(|place| (turn, *place)).collect()));
            }
        }
        None
    }
}

/// The things that a sentence announces: it is a name or a noun with little else, or asks after something.
fn announced(speech: &Speech<'_>, at: usize, sentence: &Sentence) -> Option<Vec<usize>> {
    let said = &speech.turns[at];
    let words = sentence.bounds.words.clone();
    let subject = |place: usize| {
        matches!(
            said.word(place),
            "i" | "you" | "he" | "she" | "it" | "we" | "they" | "don't" | "that" | "there"
        )
    };
    let things = |words: std::ops::Range<usize>| -> Vec<usize> {
        words
            .filter(|place| is_thing(said, *place) && !in_the_room(speech, said, *place))
            .collect()
    };
    let turns = sentence
        .of(Cue::Turning)
        .any(|hit| hit.at.len() > 1 || matches!(said.word(hit.at.start), "anyway" | "next"));
    let bare = words.len() <= 7 && !words.clone().any(subject);
    if bare {
        let all = things(words.clone());
        let led = words.clone().any(|place| {
            matches!(
                said.word(place),
                "the" | "your" | "my" | "our" | "and" | "then" | "this" | "first"
            )
        });
        let named = words.len() <= 5
            && (all.iter().any(|place| said.is_name(*place))
                || all.first() == Some(&words.start)
                    && matches!(
                        said.word(words.start + 1),
                        "in" | "from" | "at" | "'s" | "and" | "first" | "then"
                    ));
        if !all.is_empty() && (led || named || words.len() <= 3 || sentence.bounds.question) {
            return Some(all);
        }
    }
    if sentence.bounds.question
        && words.len() <= 14
        && sentence.any(&[Cue::AskedAfter, Cue::Turning])
    {
        let all: Vec<usize> = words
            .clone()
            .filter(|place| names_a_thing(speech, at, *place))
            .collect();
        if !all.is_empty() {
            return Some(all);
        }
    }
    // "Payroll, I'm in."
    let head = sentence.bounds.clause_of(words.start);
    let short = head.len() <= 4 && sentence.bounds.clauses.len() > 1 && !head.clone().any(subject);
    let all = if short { things(head) } else { Vec::new() };
    // "One other thing": what was spoken of before is over, though nothing is named yet.
    (!all.is_empty() || turns && words.len() <= 12).then_some(all)
}

fn is_thing(said: &Said<'_>, place: usize) -> bool {
    said.stems[place].is_some()
        && !said.is(place, ED)
        && !said.is(place, ADVERB)
        && !said.is(place, COMMON)
        && said.word(place).len() > 1
}

fn in_the_room(speech: &Speech<'_>, said: &Said<'_>, place: usize) -> bool {
    speech.is_in_the_room(said.word(place))
}

/// Up to three words that tell what "it" may be: what was announced, then the things named most often and latest before a place.
pub(super) fn hint(speech: &Speech<'_>, at: usize, word: usize) -> Option<String> {
    // Stem, worth, the last place, the word as said.
    let mut seen: Vec<(Stem, i32, Place, String)> = Vec::new();
    let person =
        speech.turns[at]
            .sentences
            .iter()
            .find(|sentence| sentence.bounds.words.contains(&word))
            .is_some_and(|sentence| {
                sentence.bounds.words.clone().any(|place| {
                    matches!(speech.turns[at].word(place), "him" | "her" | "he" | "she")
                })
            });
    let mut see = |turn: usize, place: usize, worth: i32| {
        let said = &speech.turns[turn];
        let Some(known) = said.stems[place] else {
            return;
        };
        if let Some(known) = seen.iter_mut().find(|(stem, ..)| *stem == known) {
            known.1 += worth;
            known.2 = known.2.max((turn, place));
        } else {
            seen.push((
                known,
                worth,
                (turn, place),
                said.text(place..place + 1).to_owned(),
            ));
        }
    };
    if let Some((back, places)) = speech.topics.current(speech, at, word) {
        let worth = match back {
            0..=2 => 14,
            3..=5 => 10,
            _ => 7,
        };
        for (turn, place) in places {
            see(turn, place, worth);
        }
    }
    for turn in at.saturating_sub(REACH)..=at {
        let said = &speech.turns[turn];
        let end = if turn == at { word } else { said.tokens.len() };
        for place in speech
            .topics
            .things(speech, turn)
            .iter()
            .copied()
            .take_while(|place| *place < end)
        {
            {
                let name = person
                    && (said.is_name(place) || said.is_unknown(place))
                    && said.is_capital(place);
                see(
                    turn,
                    place,
                    [12, 8, 5, 3, 2, 1][at - turn] + if name { 4 } else { 0 },
                );
            }
        }
    }
    seen.sort_by_key(|(_, worth, place, _)| std::cmp::Reverse((*worth, *place)));
    seen.truncate(3);
    seen.sort_by_key(|(.., place, _)| *place);
    let words: Vec<&str> = seen.iter().map(|(.., word)| word.as_str()).collect();
    (!words.is_empty()).then(|| words.join(", "))
}

/// Whether a word stands where a noun stands: behind an article or the like, behind another such word, alone, or as a name.
fn names_a_thing(speech: &Speech<'_>, turn: usize, place: usize) -> bool {
    let said = &speech.turns[turn];
    if !is_thing(said, place) {
        return false;
    }
    if said.is_name(place)
        || said.is_capital(place) && said.is_unknown(place)
        || said.is_alone(place)
    {
        return !in_the_room(speech, said, place);
    }
    let before = place.checked_sub(1).map_or("", |before| said.word(before));
    let article = matches!(
        before,
        "the"
            | "a"
            | "an"
            | "my"
            | "your"
            | "his"
            | "her"
            | "their"
            | "our"
            | "its"
            | "this"
            | "that"
            | "those"
            | "these"
            | "'s"
            | "of"
            | "any"
            | "some"
            | "no"
            | "new"
            | "old"
            | "about"
            | "every"
            | "each"
    );
    let compound = place > 1
        && !said.is(place - 1, STOP)
        && !said.is(place - 1, FILLER)
        && names_a_thing(speech, turn, place - 1)
        && !said.is(place, ING);
    article && !said.is(place, ING) || compound
}
