//! What is left vague although somebody has it: more of something is wished for and nobody says how much, or it is taken and the day
//! is passed over. It does not know what nobody takes.

use std::ops::Range;

use super::actions::{Draft, FIRM};
use super::dialogue::{Role, Speech, known_word};
use super::lexicon::{Class, Cue, Hit};
use super::said::{Said, Sentence};
use super::stance::own;
use super::unanswered::{asks_back, evades};
use super::unclear::{Gap, Open};

const SUPERLATIVE: Class = Class::named("sup");

/// More of something is wished for, and nothing says how much: "I'd like us to be quicker".
pub(super) fn wished(speech: &Speech<'_>, at: usize, sentence: &Sentence) -> Option<Open> {
    let said = &speech.turns[at];
    if said.role != Role::Manager || sentence.bounds.question {
        return None;
    }
    let wish = [Cue::Want, Cue::Demand, Cue::We, Cue::Passive]
        .iter()
        .find_map(|cue| own(said, sentence, *cue).next())?;
    let more = (wish.at.end..sentence.bounds.words.end).find(|word| is_more(said, *word))?;
    let measured = said.sentences.iter().any(tells)
        || speech.answer_to(at).is_some_and(|next| {
            speech.turns[next].sentences.iter().any(tells) && !asks_back(speech, at)
        });
    (!measured).then(|| Open {
        weight: 2
            + i32::from(
                matches!(
                    said.word(wish.at.end),
                    "us" | "it" | "that" | "them" | "the" | "to"
                ) || said.word(wish.at.end) == "you" && said.word(wish.at.end + 2) == "be",
            )
            + i32::from(asks_back(speech, at)) * 2,
        focus: wish.at.start..more + 1,
        gap: Gap::Measure,
        stays: true,
    })
}

/// A word that compares: "quicker", "more". What has a superlative of praise has a comparative that says as little.
fn is_more(said: &Said<'_>, at: usize) -> bool {
    let word = said.word(at);
    let compares = word
        .strip_suffix("er")
        .is_some_and(|root| known_word(&format!("{root}est")).is(SUPERLATIVE));
    // "A bit warmer": what has a step before it compares, though no lexicon knows the word.
    let stepped = word.len() > 4
        && word.ends_with("er")
        && matches!(
            said.word(at.wrapping_sub(1)),
            "bit" | "touch" | "lot" | "much" | "even" | "far"
        )
        && !matches!(
            word,
            "after" | "over" | "under" | "later" | "other" | "water"
        );
    compares
        || stepped
        || matches!(
            word,
            "better" | "busier" | "fewer" | "lower" | "higher" | "shorter"
        )
        || word == "more" && said.word(at + 1) != "than"
}

/// Whether a sentence names a day or an amount.
fn tells(sentence: &Sentence) -> bool {
    !sentence.days.is_empty() || sentence.has(Cue::Within) || sentence.has(Cue::Standard)
}

/// Somebody takes it and passes over the when: "I'll get round to it".
pub(super) fn skated(
    speech: &Speech<'_>,
    drafts: &[Draft],
    at: usize,
    sentence: &Sentence,
) -> Option<Open> {
    let said = &speech.turns[at];
    let Some(hit) = own(said, sentence, Cue::Loose).next() else {
        return dodged(speech, drafts, at, sentence);
    };
    let mine = |draft: &&Draft| draft.weight >= FIRM && draft.turns.contains(&at);
    if sentence.bounds.question
        || names_a_day_near(speech, at)
        || drafts.iter().filter(mine).any(|draft| draft.due.is_some())
    {
        return None;
    }
    let taken = drafts.iter().any(|draft| mine(&draft));
    let pressed = asked_when(speech, at).is_some()
        || speech
            .answer_to(at)
            .is_some_and(|next| asking_when(&speech.turns[next]).is_some());
    (taken || pressed).then(|| Open {
        weight: 1 + i32::from(taken) * 2 + i32::from(pressed) * 2,
        focus: hit.at.clone(),
        gap: Gap::Date,
        stays: true,
    })
}

/// What somebody takes without a day, is asked the day of, and has none: "I'll do it when the season's over." "When's that?" "It depends."
fn dodged(speech: &Speech<'_>, drafts: &[Draft], at: usize, sentence: &Sentence) -> Option<Open> {
    let words = &sentence.bounds.words;
    let promised = drafts.iter().any(|draft| {
        draft.at == at
            && draft.weight >= FIRM
            && draft.due.is_none()
            && speech.turns[at].sentences[draft.place].bounds.words == *words
    });
    let asked = speech.answer_to(at).filter(|_| promised)?;
    asking_when(&speech.turns[asked])?;
    let answer = speech.answer_to(asked)?;
    let open =
        speech.same(at, answer) && evades(&speech.turns[answer]) && !names_a_day_near(speech, at);
    open.then(|| Open {
        weight: 4,
        focus: words.clone(),
        gap: Gap::Date,
        stays: true,
    })
}

/// Whether a turn, or one beside it, names a day or a span of time.
pub(super) fn names_a_day_near(speech: &Speech<'_>, at: usize) -> bool {
    let beside = at.saturating_sub(1)..speech.turns.len().min(at + 3);
    beside.into_iter().any(|turn| {
        let mut sentences = speech.turns[turn].sentences.iter();
        sentences.any(|sentence| !sentence.days.is_empty() || sentence.has(Cue::Within))
    })
}

/// Whether a vague phrase passes over the day rather than over what is to be done: "when things calm down".
pub(super) fn passes_over_the_day(said: &Said<'_>, sentence: &Sentence, vague: &Hit) -> bool {
    let of_time = matches!(
        said.word(vague.at.start),
        "when" | "once" | "at" | "one" | "soon" | "sooner" | "down"
    );
    of_time
        && own(said, sentence, Cue::Loose)
            .any(|loose| loose.at.start < vague.at.end && vague.at.start < loose.at.end)
}

/// The question just before a turn that asked by when, with its turn.
pub(super) fn asked_when(speech: &Speech<'_>, at: usize) -> Option<(usize, Range<usize>)> {
    let before = speech.asked_before(at)?;
    let asking = asking_when(&speech.turns[before])?;
    Some((before, asking.bounds.words.clone()))
}

/// The sentence of a turn that asks by when, or whether it will be at all: "when?", "will you, though?".
fn asking_when<'s>(said: &'s Said<'_>) -> Option<&'s Sentence> {
    said.sentences.iter().find(|sentence| {
        sentence.bounds.question
            && sentence.bounds.words.clone().any(|at| {
                said.word(at) == "when"
                    && !matches!(said.word(at + 1), "i" | "we" | "he" | "she" | "they" | "it")
                    || said.word(at) == "will"
                        && said.word(at + 1) == "you"
                        && said.word(at + 2) == "though"
            })
    })
}
