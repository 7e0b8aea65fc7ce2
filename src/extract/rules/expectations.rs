//! Expectations: the manager says what good looks like, a standard, a target, a responsibility.
//!
//! Two things make one: a frame that makes it a norm (a rule named as such, "I want it …", "it has to be …", "if …, you ring me")
//! and a measure or a generality that sets it apart from one task (an amount, a span of time, every, always). A task with a day is an
//! action, however firmly it is asked for.

use super::account::{Conduct, deeds};
use super::actions::{Draft, FIRM};
use super::demand::{alerts, guesses, obliges, wants_a_state};
use super::dialogue::{Answer, Role, Speech};
use super::framework;
use super::lexicon::{Class, Cue};
use super::said::{Said, Sentence};
use super::stance::{self, own, says};
use super::unanswered::{asked_for_measure, asks_back};
use super::words::{self, Stem};
use crate::extract::Found;
use crate::model::{Detail, text};

const PAST: Class = Class::named("past");
const ED: Class = Class::named("ed");
const NUMBER: Class = Class::named("number");

/// The least weight of an item that counts; one less is a maybe.
const SURE: i32 = 4;

/// The expectations, with their turns.
pub(super) fn find(speech: &Speech<'_>, drafts: &[Draft]) -> Vec<(usize, Found)> {
    let mut out: Vec<(usize, Found)> = Vec::new();
    let mut matters: Vec<Vec<Stem>> = Vec::new();
    for at in 0..speech.turns.len() {
        let said = &speech.turns[at];
        if said.role != Role::Manager {
            continue;
        }
        for (weight, place) in standards(speech, at) {
            let sentence = &said.sentences[place];
            let sure = weight >= SURE;
            let general = sentence.any(&[Cue::Frequency, Cue::Universal, Cue::Norm]);
            let words = text::squash(said.text(sentence.bounds.words.clone()));
            let task = drafts
                .iter()
                .filter(|draft| {
                    draft.at == at && draft.weight >= FIRM && !draft.evidence.is_empty()
                })
                .any(|draft| {
                    let here = words.contains(&draft.evidence[0].quote)
                        || draft.evidence[0].quote.contains(&words);
                    here && (draft.owner == speech.who(at)
                        || !general && draft.due.is_some() && !measured(said, sentence))
                });
            if task {
                continue;
            }
            let measure = measured(said, sentence) || sentence.has(Cue::Frequency);
            let focus = [Cue::Norm, Cue::Demand, Cue::Alert, Cue::Oblige, Cue::Want]
                .iter()
                .find_map(|cue| own(said, sentence, *cue).next())
                .map_or(sentence.bounds.words.clone(), |hit| hit.at.clone());
            let quote = speech.quote(at, focus);
            // The same standard said again within a few turns is one item.
            let stems = words::matter(said, sentence.bounds.words.clone());
            let same = |matter: &[Stem]| {
                stems.is_empty()
                    || sentence.len() <= 6
                    || stems.iter().any(|stem| matter.contains(stem))
            };
            if let Some(((before, found), matter)) = out.last_mut().zip(matters.last())
                && at - *before <= 3
                && (found.sure || !sure)
                && same(matter)
            {
                found.evidence.push(quote);
                found.evidence.truncate(3);
                continue;
            }
            matters.push(stems);
            let acknowledged = speech
                .answer_to(at)
                .is_some_and(|next| speech.answer(next) == Answer::Yes)
                || echoes(speech, at, sentence);
            let detail = Detail::Expectation {
                framework: framework::of(said, place),
                measure,
                date: !sentence.days.is_empty(),
                acknowledged,
            };
            out.push((
                at,
                Found {
                    detail,
                    text: words::statement(speech, at, sentence.bounds.words.clone()),
                    evidence: vec![quote],
                    sure,
                },
            ));
        }
    }
    out
}

/// The sentences of a turn that may set a standard: the heaviest, and another one that sets its own without doubt.
fn standards(speech: &Speech<'_>, at: usize) -> Vec<(i32, usize)> {
    let said = &speech.turns[at];
    let mut all: Vec<(i32, usize)> = (0..said.sentences.len())
        .map(|place| (weigh(speech, at, place), place))
        .filter(|(weight, _)| *weight >= SURE - 1)
        .collect();
    all.sort_by_key(|(weight, place)| (std::cmp::Reverse(*weight), *place));
    let Some((_, first)) = all.first().copied() else {
        return all;
    };
    let matter = |place: usize| words::matter(said, said.sentences[place].bounds.words.clone());
    let stems = matter(first);
    all.retain(|(weight, place)| {
        let own = || !matter(*place).iter().any(|stem| stems.contains(stem));
        *place == first || *weight > SURE && said.sentences[*place].len() > 6 && own()
    });
    all.truncate(2);
    all
}

/// Whether it names an amount that can be told from another.
fn measured(said: &Said<'_>, sentence: &Sentence) -> bool {
    says(said, sentence, Cue::Standard)
}

fn weigh(speech: &Speech<'_>, at: usize, place: usize) -> i32 {
    let said = &speech.turns[at];
    let sentence = &said.sentences[place];
    if sentence.bounds.question
        || sentence.has(Cue::Nobody)
        || sentence.len() < 4
        || told_of_others(said, sentence)
    {
        return 0;
    }
    let has = |cue: Cue| says(said, sentence, cue);
    let norm = own(said, sentence, Cue::Norm).any(|hit| !guesses(said, sentence, hit));
    let demand = own(said, sentence, Cue::Demand).any(|hit| !guesses(said, sentence, hit))
        || own(said, sentence, Cue::Want).any(|hit| wants_a_state(said, hit.at.end));
    let (oblige, alert) = (obliges(said, sentence), alerts(said, sentence));
    let condition = sentence.has(Cue::If)
        || sentence
            .bounds
            .words
            .clone()
            .any(|word| matches!(said.word(word), "when" | "whenever" | "anything"));
    let (within, frequency, universal) =
        (has(Cue::Within), has(Cue::Frequency), has(Cue::Universal));
    let standard = has(Cue::Standard);
    let dated = |word: usize| sentence.days.iter().any(|day| day.words.contains(&word));
    let number = sentence
        .bounds
        .words
        .clone()
        .any(|word| said.is(word, NUMBER) && !dated(word));
    let mut frame = 0;
    // "Every order out by noon", "ninety per cent on the day": a standard needs no verb, though it must not be a report of what was.
    let every = begins_with_every(said, sentence);
    if standard && (every || frequency || within) || universal && within {
        frame = 2 - i32::from(past(said, sentence)) * 2;
    }
    if norm {
        frame = 3;
    } else if demand || oblige {
        frame = 2;
    }
    // "If it goes wrong, I want to hear", "you ring me the same day".
    if alert && (condition || within || frequency) {
        frame = frame.max(2) + i32::from(condition && within) + i32::from(condition && demand);
    }
    // What is called the rule right behind it, or repeated by the one it is for, is meant as one.
    let named = said
        .sentences
        .iter()
        .skip(place + 1)
        .take(3)
        .any(|next| says(said, next, Cue::Named))
        && !past(said, sentence);
    if named && (standard || within || frequency || number) {
        frame = frame.max(1) + 2;
    }
    // "So what I'm looking for is short. One page, two numbers": what is wanted is named in the sentence beside it.
    let led = leads(speech, at, place);
    let short_of = standard && number || within || frequency;
    if led && short_of && !past(said, sentence) && !of_third(said, sentence) {
        frame = frame.max(2) + i32::from(frame >= 2);
    }
    if frame == 0
        || !norm && (counts(said, sentence) || past(said, sentence) && !demand && !named && !alert)
    {
        return 0;
    }
    let measure = if standard || within || frequency {
        2
    } else {
        i32::from(universal || number)
    };
    let more = i32::from(standard && (within || frequency))
        + i32::from(universal && measure == 2)
        + i32::from(!sentence.days.is_empty() && (standard || norm));
    let less = if norm {
        0
    } else {
        i32::from(past(said, sentence) && !demand && !alert) * 2
            + i32::from(sentence.has(Cue::Hedge))
    };
    // What the other has to ask the measure of is no standard yet.
    if measure < 2 && asks_back(speech, at) {
        return 0;
    }
    let echoed = (standard || within) && echoes(speech, at, sentence);
    // A rule without a measure: nothing in it is past or somebody's own, and more than one thing says that it is a rule.
    let ruled = norm
        && measure < 2
        && !past(said, sentence)
        && sentence.days.is_empty()
        && (own(said, sentence, Cue::Norm).count() > 1 || condition || led || oblige || demand);
    frame + measure + more + i32::from(echoed) + i32::from(ruled) - less
}

fn begins_with_every(said: &Said<'_>, sentence: &Sentence) -> bool {
    sentence.bounds.words.clone().take(3).any(|word| {
        matches!(
            said.word(word),
            "every" | "each" | "all" | "no" | "any" | "everything" | "nothing" | "anything"
        )
    })
}

fn of_third(said: &Said<'_>, sentence: &Sentence) -> bool {
    let mut words = sentence.bounds.words.clone();
    words.any(|at| matches!(said.word(at), "he" | "she"))
}

/// Whether a sentence beside it says that something is wanted or the rule, or the other has just asked for a measure.
fn leads(speech: &Speech<'_>, at: usize, place: usize) -> bool {
    let said = &speech.turns[at];
    let beside = place.saturating_sub(2)..said.sentences.len().min(place + 3);
    let wanted = beside.filter(|other| *other != place).any(|other| {
        [Cue::Norm, Cue::Demand, Cue::Named]
            .iter()
            .any(|cue| says(said, &said.sentences[other], *cue))
    });
    wanted || asked_for_measure(speech, at)
}

/// Whether it only counts or takes leave: "so that's five days", "see you in two weeks".
fn counts(said: &Said<'_>, sentence: &Sentence) -> bool {
    let head = sentence.bounds.words.start;
    let counts = (head..head + 3).any(|word| {
        matches!(said.word(word), "that" | "it")
            && matches!(said.word(word + 1), "'s" | "is" | "was")
            && said.is(word + 2, NUMBER)
    });
    counts || (head..head + 4).any(|word| said.word(word) == "see" && said.word(word + 1) == "you")
}

/// Whether the other says the same number back.
fn echoes(speech: &Speech<'_>, at: usize, sentence: &Sentence) -> bool {
    let said = &speech.turns[at];
    let Some(reply) = speech.answer_to(at).map(|next| &speech.turns[next]) else {
        return false;
    };
    let numbers = sentence
        .bounds
        .words
        .clone()
        .filter(|word| said.is(*word, NUMBER));
    numbers.into_iter().any(|word| {
        (0..reply.tokens.len().min(20)).any(|other| reply.word(other) == said.word(word))
    })
}

/// Whether the sentence reports: it has a past verb, or speakers tell what they do themselves.
fn past(said: &Said<'_>, sentence: &Sentence) -> bool {
    let words = sentence.bounds.words.clone();
    let was = words.clone().any(|at| {
        matches!(
            said.word(at),
            "was" | "were" | "had" | "did" | "didn't" | "went" | "got" | "came" | "said" | "been"
        )
    });
    let wants = |at: usize| {
        (at + 1..at + 4).any(|next| {
            matches!(
                said.word(next),
                "want" | "need" | "expect" | "rather" | "like" | "sooner" | "mean"
            )
        })
    };
    let own = words.clone().any(|at| said.word(at) == "i" && !wants(at))
        || words
            .clone()
            .take(3)
            .any(|at| matches!(said.word(at), "he" | "she"));
    let had = words.clone().any(|at| {
        said.word(at) == "'d"
            && !matches!(
                said.word(at + 1),
                "like"
                    | "want"
                    | "expect"
                    | "rather"
                    | "sooner"
                    | "be"
                    | "really"
                    | "need"
                    | "love"
                    | "better"
            )
    });
    let done = sentence.of(Cue::Done).any(|hit| {
        matches!(
            said.word(hit.at.start),
            "i" | "we" | "you" | "he" | "she" | "they"
        )
    });
    let told = words.clone().any(|at| {
        matches!(
            said.word(at),
            "i" | "he" | "she" | "they" | "we" | "you" | "it"
        ) && (said.is(at + 1, PAST) || said.is(at + 1, ED))
            && !matches!(
                said.word(at + 1),
                "put" | "set" | "cut" | "let" | "read" | "need"
            )
    });
    let did = deeds(said, sentence)
        .iter()
        .any(|deed| matches!(deed.conduct, Conduct::Did | Conduct::Said));
    was || own || had || done || told || did || sentence.has(Cue::Promise)
}

/// Whether the sentence tells of somebody who is not in the room, or what somebody said.
fn told_of_others(said: &Said<'_>, sentence: &Sentence) -> bool {
    let head = sentence.bounds.words.start;
    let quoted = sentence.of(Cue::Quoting).any(|hit| {
        hit.at.start < head + 4
            && hit
                .at
                .clone()
                .any(|at| matches!(said.word(at), "he" | "she" | "they" | "said"))
    });
    quoted || stance::in_quotes(said, head)
}
