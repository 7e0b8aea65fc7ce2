//! How much a sentence, with what stands around it, is a remark on the other's conduct or work.
//!
//! Hardly anybody says "well done" or "I criticise". A remark is told: what you did and what came of it, what was missing and whom it
//! cost, how it should have been. No mark of that is enough by itself, so that each is worth a little and several must come together:
//! in the sentence, in those beside it, in what the same speaker said just before, in how it is taken. What each is worth was fitted
//! by logistic regression over conversations that we wrote, checked on other speakers than those it was fitted to, and rounded.

use std::cell::OnceCell;

use super::dialogue::{Answer, Speech};
use super::lexicon::{Class, Cue};
use super::marks::{COUNT, Mark, Marks};
use super::praise::{praise, shown_own_work};
use super::reproach::corrective;
use super::said::{Said, Sentence};
use super::stance;
use crate::model::{Direction, Tone};

const PAST: Class = Class::named("past");
const ED: Class = Class::named("ed");

/// What a mark is worth in the sentence itself, in one beside it, in what the speaker said before a short answer.
type Worth = (Mark, i32, i32, i32);

const PRAISE: &[Worth] = &[
    (Mark::Gain, 3, 2, 2),
    (Mark::Meant, 1, 2, 0),
    (Mark::Did, 2, 2, 1),
    (Mark::DidMuch, 2, 1, 0),
    (Mark::Named, 2, 2, 0),
    (Mark::Praise, 2, 1, 0),
    (Mark::Harm, 2, 1, 0),
    (Mark::Good, 1, 2, 0),
    (Mark::Said, 1, 2, 0),
    (Mark::You, 1, 1, 0),
    (Mark::Called, 1, 1, 0),
    (Mark::Complaint, 1, 1, 0),
    (Mark::Long, 1, 0, 0),
    (Mark::We, 0, -2, 0),
    (Mark::Will, -1, -2, 0),
    (Mark::Waiting, -1, -1, 0),
    (Mark::If, -1, -1, 0),
    (Mark::Oblige, -1, -1, 0),
    (Mark::I, -1, 0, 0),
    (Mark::Third, -1, 0, 0),
    (Mark::Hedge, -1, 0, 0),
    (Mark::Short, -1, 0, 0),
    (Mark::Question, -2, 0, 0),
];

const CORRECTIVE: &[Worth] = &[
    (Mark::Corrective, 3, 2, 0),
    (Mark::Count, 2, 2, 0),
    (Mark::Said, 2, 0, 0),
    (Mark::Whenever, 2, 0, 0),
    (Mark::Wrap, 2, 1, 1),
    (Mark::Harm, 1, 2, 1),
    (Mark::Hedge, 1, 1, 0),
    (Mark::Counter, 2, 1, 0),
    (Mark::Slip, 1, 1, 0),
    (Mark::Fault, 1, 1, 0),
    (Mark::Habit, 1, 1, 0),
    (Mark::DidMuch, 2, 1, 0),
    (Mark::Bad, 1, 1, 0),
    (Mark::But, 1, 1, 0),
    (Mark::You, 1, 1, 1),
    (Mark::Called, 1, 0, 0),
    (Mark::Complaint, 1, 0, 0),
    (Mark::Long, 1, 0, 0),
    (Mark::If, 1, 0, 0),
    (Mark::Meant, 0, 0, 1),
    (Mark::Praise, 0, 2, 0),
    (Mark::Promise, 0, -1, 0),
    (Mark::We, 0, -1, 0),
    (Mark::Oblige, 0, -1, 0),
    (Mark::Third, -1, 0, 0),
    (Mark::Waiting, -1, -1, 0),
    (Mark::Will, -1, -1, 0),
    (Mark::Question, -1, -1, 0),
    (Mark::Short, -2, -2, 0),
];

/// By mark: what it is worth in the sentence itself, in one beside it, in what the speaker said before a short answer.
type Worths = [[i32; 3]; COUNT];

const fn by_mark(table: &[Worth]) -> Worths {
    let mut out = [[0; 3]; COUNT];
    let mut at = 0;
    while at < table.len() {
        let (mark, own, beside, earlier) = table[at];
        out[mark as usize] = [own, beside, earlier];
        at += 1;
    }
    out
}

static OF_PRAISE: Worths = by_mark(PRAISE);
static OF_BLAME: Worths = by_mark(CORRECTIVE);

/// The most that plain words of praise and of blame are worth.
const PLAIN_PRAISE: i32 = 8;
const PLAIN_BLAME: i32 = 4;

/// How far around a sentence another one still speaks of the same.
const BESIDE: usize = 2;
/// How long an answer may be that only spurs a speaker on.
const SPUR: usize = 10;

/// The marks of every sentence of a talk.
#[derive(Debug)]
pub(super) struct Remarks(Vec<Vec<Marks>>);

impl Remarks {
    pub(super) fn read(speech: &Speech<'_>) -> Self {
        let turns = speech.turns.iter().enumerate();
        Self(
            turns
                .map(|(at, said)| {
                    let sentences = said.sentences.iter();
                    sentences
                        .map(|sentence| Marks::read(speech, at, sentence))
                        .collect()
                })
                .collect(),
        )
    }

    /// How much each sentence of a turn is a remark of one tone, where that is `least` or more.
    pub(super) fn weigh(
        &self,
        speech: &Speech<'_>,
        at: usize,
        tone: Tone,
        direction: Direction,
        least: i32,
    ) -> impl Iterator<Item = (usize, i32)> {
        let said = &speech.turns[at];
        let reception_of_it = OnceCell::new();
        (0..said.sentences.len()).filter_map(move |place| {
            let most = match tone {
                Tone::Praise => PLAIN_PRAISE,
                Tone::Corrective => PLAIN_BLAME,
            };
            let marks = self.marks(speech, at, place, tone);
            // Most sentences are no remark whatever stands around them, and most of the others not whatever they say plainly.
            if marks + most + RECEPTION < least {
                return None;
            }
            let weight =
                marks + reception_of_it.get_or_init(|| reception(speech, at, tone, direction));
            if weight + most < least {
                return None;
            }
            let weight = weight + plainly(speech, at, &said.sentences[place], tone, direction);
            (weight >= least).then_some((place, weight))
        })
    }

    /// What the marks in a sentence and beside it are worth.
    fn marks(&self, speech: &Speech<'_>, at: usize, place: usize, tone: Tone) -> i32 {
        let worths = match tone {
            Tone::Praise => &OF_PRAISE,
            Tone::Corrective => &OF_BLAME,
        };
        let places = [
            self.0[at][place],
            self.near(at, place),
            self.before(speech, at, place),
        ];
        let all = places.iter().enumerate().flat_map(|(column, marks)| {
            let each = marks.each();
            each.map(move |(mark, times)| times * worths[mark][column])
        });
        all.sum()
    }

    fn near(&self, at: usize, place: usize) -> Marks {
        let all = &self.0[at];
        let before = &all[place.saturating_sub(BESIDE)..place];
        let behind = &all[place + 1..all.len().min(place + BESIDE + 1)];
        before
            .iter()
            .chain(behind)
            .fold(Marks::NONE, |all, marks| all.and(*marks))
    }

    /// What the same speaker said just before, when the other only spurred them on.
    fn before(&self, speech: &Speech<'_>, at: usize, place: usize) -> Marks {
        let spur = || {
            let spur = speech.asked_before(at).filter(|_| place < BESIDE)?;
            let short = speech.turns[spur].tokens.len() <= SPUR;
            spur.checked_sub(1)
                .filter(|earlier| short && speech.same(at, *earlier))
        };
        let earlier = spur().map_or(&[][..], |earlier| &self.0[earlier]);
        earlier
            .iter()
            .rev()
            .take(BESIDE + 1)
            .fold(Marks::NONE, |all, marks| all.and(*marks))
    }
}

/// What a sentence says plainly, by its phrases.
fn plainly(
    speech: &Speech<'_>,
    at: usize,
    sentence: &Sentence,
    tone: Tone,
    direction: Direction,
) -> i32 {
    match tone {
        Tone::Praise => {
            let plain = praise(speech, at, sentence).max(0);
            plain.min(2) + i32::from(plain >= 4) * 6
        }
        Tone::Corrective => {
            let plain = corrective(speech, at, sentence, direction).max(0);
            plain.min(2) + i32::from(plain >= 4) + i32::from(plain >= 6)
        }
    }
}

/// The most that what stands around a turn is worth.
const RECEPTION: i32 = 9;

/// What the side of the speaker, the length of the turn, the question before it and the answer to it are worth.
fn reception(speech: &Speech<'_>, at: usize, tone: Tone, direction: Direction) -> i32 {
    let said = &speech.turns[at];
    let one = |is: bool, worth: i32| if is { worth } else { 0 };
    let praise = tone == Tone::Praise;
    let before = speech.asked_before(at).map(|before| &speech.turns[before]);
    let asked = before.is_some_and(|before| {
        before
            .sentences
            .last()
            .is_some_and(|last| last.bounds.question)
    });
    let spurred = before.is_some_and(|before| before.tokens.len() <= 8);
    // Reports judge their managers more rarely than the other way round.
    let shown = praise && shown_own_work(speech, at);
    let mut weight = -one(asked && !shown, 1) - one(direction == Direction::ReportToManager, 2);
    if praise {
        weight += one(said.tokens.len() >= 50, 1) - one(said.tokens.len() <= 8 && !shown, 2);
    } else {
        weight += one(spurred, 1);
    }
    let Some(next) = speech.answer_to(at) else {
        return weight;
    };
    weight
        + if praise {
            taken_as_praise(speech, at, next)
        } else {
            taken_as_blame(speech, at, next)
        }
}

/// How people take praise: they are moved, they thank, they make little of it. What they say yes or no to was a proposal.
fn taken_as_praise(speech: &Speech<'_>, at: usize, next: usize) -> i32 {
    let reply = &speech.turns[next];
    let one = |is: bool, worth: i32| if is { worth } else { 0 };
    let little = (0..12).any(|word| matches!(reply.word(word), "only" | "just"));
    let curt = matches!(reply.word(0), "okay" | "right" | "yeah" | "no")
        && reply
            .sentences
            .first()
            .is_some_and(|first| first.len() <= 2);
    one(
        matches!(reply.word(0), "oh" | "ha" | "well" | "laughs" | "aw"),
        1,
    ) + one(stance::replied(speech, at, Cue::Thanks), 2)
        + one(little, 2)
        + one(explains(reply), 1)
        + one(asks_whether(reply), 1)
        - one(curt, 2)
        - one(speech.answer(next) != Answer::Open, 1)
}

/// How people take blame: they know, they are sorry, they did not see it so, they say how it came about.
fn taken_as_blame(speech: &Speech<'_>, at: usize, next: usize) -> i32 {
    let reply = &speech.turns[next];
    let one = |is: bool, worth: i32| if is { worth } else { 0 };
    let knows = (0..2).any(|word| reply.word(word) == "i" && reply.word(word + 1) == "know");
    let sorry = (0..40).any(|word| reply.word(word) == "sorry");
    let startled = reply.tokens.len() <= 6
        && reply
            .sentences
            .iter()
            .any(|sentence| sentence.bounds.question);
    one(stance::replied(speech, at, Cue::Contrite), 2)
        + one(knows, 2)
        + one(sorry, 1)
        + one(startled, 1)
        + one(explains(reply), 1)
        + one(asks_whether(reply), 1)
        - one(speech.answer(next) == Answer::Yes, 1)
}

/// Whether an answer begins by asking whether it was so: "did I?", "was he?".
fn asks_whether(reply: &Said<'_>) -> bool {
    (0..4).any(|word| {
        matches!(reply.word(word), "did" | "was" | "have" | "had")
            && matches!(reply.word(word + 1), "i" | "he" | "she" | "they")
    })
}

/// Whether an answer begins with what its speaker did or thought: so people take praise as well as blame.
fn explains(reply: &Said<'_>) -> bool {
    reply.sentences.iter().take(3).any(|sentence| {
        sentence.bounds.words.clone().take(12).any(|at| {
            reply.word(at) == "i"
                && (reply.is(at + 1, PAST)
                    || reply.is(at + 1, ED)
                    || matches!(
                        reply.word(at + 1),
                        "was" | "did" | "just" | "didn't" | "thought"
                    ))
        })
    })
}
