//! What open commitments are about and where a meeting's words touch them, worked out once for a meeting and by number.

use super::dialogue::Speech;
use super::lexicon::Cue;
use super::said::{Said, Sentence};
use super::telling::{self, Telling};
use super::tense::Verb;
use super::words::{self, Stem};
use crate::model::OpenCommitment;
use std::sync::LazyLock;

/// How much of what the topic shares counts.
const TOPIC: f64 = 0.8;

/// What an open commitment is about: stems with what each is worth for telling it from the others.
pub(super) struct Matter {
    stems: Vec<(Stem, f64)>,
    /// The same by number, in order: comparing numbers is what makes looking everywhere cheap.
    numbers: Vec<(u32, f64)>,
}

impl Matter {
    pub(super) fn shared(&self, stems: &[Stem]) -> f64 {
        self.stems
            .iter()
            .filter(|(stem, _)| stems.binary_search(stem).is_ok())
            .map(|(_, worth)| worth)
            .sum()
    }

    pub(super) fn weigh(&self, numbers: &[u32]) -> f64 {
        let worth = |number: &u32| {
            let place = self
                .numbers
                .binary_search_by_key(number, |(known, _)| *known);
            place.ok().map(|place| self.numbers[place].1)
        };
        numbers.iter().filter_map(worth).sum()
    }
}

/// The stems of open commitments that one turn holds, by number.
pub(super) struct Heard {
    pub(super) turn: Vec<u32>,
    /// These and what the topics of its sentences name.
    pub(super) all: Vec<u32>,
    pub(super) sentences: Vec<HeardSentence>,
    /// How much of what the turn before names counts for this one: much where it asks.
    pub(super) led: f64,
    /// What the questions of the turn before name, where it asks after something.
    pub(super) asked: Vec<Vec<u32>>,
}

pub(super) struct HeardSentence {
    pub(super) own: Vec<u32>,
    /// What was last announced before it, and how much that counts.
    pub(super) topic: Vec<u32>,
    pub(super) topic_counts: f64,
}

/// What the open commitments are about and what each sentence tells, worked out once for a meeting.
#[derive(Default)]
pub(super) struct Memory {
    pub(super) matters: Vec<Matter>,
    pub(super) verbs: Vec<Verb>,
    pub(super) told: Vec<Vec<Telling>>,
    pub(super) heard: Vec<Heard>,
}

impl Memory {
    pub(super) fn new(speech: &Speech<'_>) -> Self {
        let open = &speech.job.context.open;
        if open.is_empty() {
            return Self::default();
        }
        let own: Vec<Vec<(Stem, f64)>> = open.iter().map(own_matter).collect();
        let known = words::sorted(own.iter().flatten().map(|(stem, _)| *stem));
        let heard = heard(speech, &known);
        Self {
            matters: matters(speech, &own, &known, &heard),
            verbs: open.iter().map(|one| Verb::of(&one.text)).collect(),
            told: telling::of(speech),
            heard,
        }
    }
}

/// The numbers of those of some stems that are known, in order.
fn numbers<'a>(known: &[Stem], stems: impl IntoIterator<Item = &'a Stem>) -> Vec<u32> {
    let number = |stem: &Stem| {
        known
            .binary_search(stem)
            .ok()
            .and_then(|place| u32::try_from(place).ok())
    };
    let mut out: Vec<u32> = stems.into_iter().filter_map(number).collect();
    out.sort_unstable();
    out.dedup();
    out
}

/// The stems of a sentence.
fn stems_in<'s>(said: &'s Said<'_>, sentence: &Sentence) -> impl Iterator<Item = &'s Stem> {
    said.stems[sentence.bounds.words.clone()].iter().flatten()
}

fn heard(speech: &Speech<'_>, known: &[Stem]) -> Vec<Heard> {
    let one = |at: usize| {
        let said = &speech.turns[at];
        let sentences = said.sentences.iter().map(|sentence| {
            let topic = speech.topics.current(speech, at, sentence.bounds.words.end);
            let (back, places) = topic.unwrap_or_default();
            let stems = places
                .iter()
                .filter_map(|(turn, place)| speech.turns[*turn].stems[*place].as_ref());
            HeardSentence {
                own: numbers(known, stems_in(said, sentence)),
                topic: numbers(known, stems),
                topic_counts: if back <= 2 { TOPIC } else { TOPIC - 0.3 },
            }
        });
        let before = at
            .checked_sub(1)
            .filter(|before| !speech.same(*before, at))
            .map(|before| &speech.turns[before]);
        let led = before.map_or(0.3, |asking| {
            let question = asking
                .sentences
                .last()
                .is_some_and(|sentence| sentence.bounds.question);
            if question || asking.has(Cue::AskedAfter) || asking.tokens.len() <= 9 {
                0.9
            } else {
                0.4
            }
        });
        let names = |sentence: &&Sentence| sentence.bounds.question || sentence.len() <= 6;
        let asked = before
            .filter(|asking| asking.has(Cue::AskedAfter))
            .map(|asking| {
                let last = asking.sentences.iter().rev().take(3).filter(names);
                last.map(|sentence| numbers(known, stems_in(asking, sentence)))
                    .collect()
            });
        let sentences: Vec<HeardSentence> = sentences.collect();
        let turn = numbers(known, said.stems.iter().flatten());
        let topics = sentences.iter().flat_map(|sentence| &sentence.topic);
        let mut all: Vec<u32> = turn.iter().chain(topics).copied().collect();
        all.sort_unstable();
        all.dedup();
        Heard {
            turn,
            all,
            sentences,
            led,
            asked: asked.unwrap_or_default(),
        }
    };
    (0..speech.turns.len()).map(one).collect()
}

#[expect(
    clippy::cast_precision_loss,
    reason = "a meeting has few turns and few open commitments"
)]
fn matters(
    speech: &Speech<'_>,
    all: &[Vec<(Stem, f64)>],
    known: &[Stem],
    heard: &[Heard],
) -> Vec<Matter> {
    let count = |lists: &mut dyn Iterator<Item = Vec<u32>>| {
        let mut out = vec![0_usize; known.len()];
        for number in lists.flatten() {
            out[number as usize] += 1;
        }
        out
    };
    let held = count(
        &mut all
            .iter()
            .map(|own| numbers(known, own.iter().map(|(stem, _)| stem))),
    );
    let said = count(&mut heard.iter().map(|turn| turn.turn.clone()));
    // A stem that others hold too tells little; nor does one of every other turn tell where this one matter is spoken of.
    let rarity = |number: usize| {
        let among = 1.0 / (held[number].max(1) as f64).sqrt();
        among / (1.0 + said[number].saturating_sub(3) as f64 / 10.0).sqrt()
    };
    all.iter()
        .map(|own| {
            let there = own.iter().filter(|(stem, _)| !speech.is_of_the_room(*stem));
            let stems: Vec<(Stem, f64)> = there
                .filter_map(|(stem, worth)| {
                    let number = known.binary_search(stem).ok()?;
                    Some((*stem, worth * rarity(number)))
                })
                .collect();
            let mut by_number: Vec<(u32, f64)> = stems
                .iter()
                .filter_map(|(stem, worth)| {
                    let number = u32::try_from(known.binary_search(stem).ok()?).ok()?;
                    Some((number, *worth))
                })
                .collect();
            by_number.sort_by_key(|(number, _)| *number);
            Matter {
                stems,
                numbers: by_number,
            }
        })
        .collect()
}

/// Words that say nothing of any matter, though they are no stop words; nor does a stem of one letter.
static EMPTY: LazyLock<Vec<Stem>> = LazyLock::new(|| {
    let said = "either neither anyone everyone everybody nor cos ooh sake stood whichever reckon without probably \
                 instead whatever rather together morning afternoon evening night";
    let letters = "abcdefghijklmnopqrstuvwxyz0123456789".split("");
    said.split_whitespace()
        .chain(letters)
        .map(words::stem)
        .collect()
});

/// What a word of the talk around a commitment is worth.
const AROUND: f64 = 0.8;

/// The words of a commitment: what its own words say is worth more than what was said around it.
fn own_matter(open: &OpenCommitment) -> Vec<(Stem, f64)> {
    let (text, hint) = open.text.split_once(" (").unwrap_or((&open.text, ""));
    let (quote, around) = open.quote.split_once('\n').unwrap_or((&open.quote, ""));
    let mut all = words::matter_of(&format!("{text} {quote}"));
    let empty = |stem: &Stem| EMPTY.contains(stem);
    all.retain(|(stem, _)| !empty(stem));
    for words in [hint, around] {
        for (stem, worth) in words::matter_of(words) {
            if !empty(&stem) && !all.iter().any(|(known, _)| *known == stem) {
                all.push((stem, worth * AROUND));
            }
        }
    }
    all.sort_by_key(|a| a.0);
    all
}
