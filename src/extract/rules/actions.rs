//! Action items: what somebody takes on, alone or because they were asked. A deed agreed over several turns is one item.

use jiff::civil::Date;

use super::asked;
use super::background;
use super::dialogue::{Answer, Speech};
use super::due::{day_of, settle};
use super::goes_on::{day_behind, deed_behind};
use super::group::{self, Group};
use super::join::{answer, join};
use super::lexicon::{Class, Cue};
use super::promise::{Form, Promise, deed_end, promises};
use super::said::Said;
use super::settled;
use super::taken::{self, asked_who, taken};
use super::topic;
use super::words::{self, Stem};
use crate::model::{Evidence, Who};

const DO: Class = Class::named("do");
const ING: Class = Class::named("ing");

/// An action item in the making.
#[derive(Debug, Clone)]
pub(super) struct Draft {
    /// The turn of its primary quote.
    pub(super) at: usize,
    /// The sentence of it.
    pub(super) place: usize,
    pub(super) owner: Who,
    pub(super) text: String,
    pub(super) due: Option<Date>,
    pub(super) evidence: Vec<Evidence>,
    /// The turns of its evidence.
    pub(super) turns: Vec<usize>,
    /// How firm: 4 and more counts, 2 and 3 is a maybe.
    pub(super) weight: i32,
    /// Whether its text does not say by itself what is meant.
    pub(super) dim: bool,
    /// Whether its words alone do not say what is meant.
    pub(super) idle: bool,
    /// How many of its words carry matter.
    pub(super) rich: usize,
    /// The stems of what may be meant, from the talk before it.
    pub(super) hint: Vec<Stem>,
    /// The stems of what it is about.
    pub(super) matter: Vec<Stem>,
    pub(super) form: Form,
}

/// The least weight of an item that counts.
pub(super) const FIRM: i32 = 4;

/// The action items of a meeting, in the order of their turns.
pub(super) fn find(speech: &Speech<'_>) -> Vec<Draft> {
    let group = Group::of(speech);
    let mut drafts = own_words(speech, group.as_ref());
    if let Some(group) = &group {
        drafts.extend(group::find(speech, group));
        drafts.sort_by_key(|draft| draft.at);
    }
    taken::over(speech, &mut drafts);
    for asked in asked::find(speech, group.as_ref()) {
        answer(speech, &mut drafts, &asked);
    }
    drafts.sort_by_key(|draft| draft.at);
    let mut out: Vec<Draft> = Vec::new();
    for draft in drafts {
        if draft.weight >= 1 {
            join(speech, &mut out, draft);
        }
    }
    for draft in &mut out {
        draft.due = settle(speech, draft);
        if draft.due.is_some() && draft.weight < FIRM {
            draft.weight += match draft.form {
                Form::Take => 0,
                // "You'll have the lot": with a day it is as good as any promise.
                Form::Receipt => 2,
                Form::Deed | Form::Loose => 1,
            };
        }
    }
    out.retain(|draft| draft.weight >= 2);
    settled::find(speech, &mut out);
    out.sort_by_key(|draft| draft.at);
    for draft in &mut out {
        background::add(speech, draft);
    }
    out
}

/// What speakers take on by their own words.
fn own_words(speech: &Speech<'_>, group: Option<&Group>) -> Vec<Draft> {
    let mut out = Vec::new();
    for at in 0..speech.turns.len() {
        if group.is_none() {
            out.extend(for_others(speech, at));
        }
        let said = &speech.turns[at];
        let behind = day_behind(speech, at);
        let last = said.sentences.len().saturating_sub(1);
        for (place, sentence) in said.sentences.iter().enumerate() {
            let carried = behind.is_some() && place == last;
            out.extend(
                promises(said, sentence, carried)
                    .iter()
                    .filter_map(|found| {
                        let mut draft = drafted(speech, at, place, found)?;
                        if let Some(group) = group {
                            draft.weight += group::lasting(speech, group, at, place, found);
                        }
                        Some(draft)
                    }),
            );
        }
        out.extend(deed_behind(speech, at).and_then(|(next, deed)| {
            let found = Promise {
                form: Form::Deed,
                cue: deed.start..deed.start + 1,
                deed,
                weight: FIRM,
            };
            drafted(speech, next, 0, &found)
        }));
    }
    out
}

/// What is said of somebody else by name: "Sam will call the printer". People whom the vault does not know are nobody's owners.
fn for_others(speech: &Speech<'_>, at: usize) -> Vec<Draft> {
    let said = &speech.turns[at];
    let mut out = Vec::new();
    for sentence in said.sentences.iter().filter(|sentence| {
        !sentence.bounds.question && !sentence.any(&[Cue::Quoting, Cue::If, Cue::Habit])
    }) {
        for word in sentence.bounds.words.clone() {
            let verb = match (
                said.word(word + 1),
                said.word(word + 2),
                said.word(word + 3),
            ) {
                ("will" | "'ll" | "can", _, _) => word + 2,
                ("'s" | "is", "going", "to") => word + 4,
                _ => continue,
            };
            if verb >= sentence.bounds.words.end || !said.is(verb, DO) {
                continue;
            }
            let Some(owner) = speech.named(at, word).filter(|who| *who != speech.who(at)) else {
                continue;
            };
            let deed = verb..deed_end(said, sentence, verb);
            let day = sentence
                .days
                .iter()
                .find(|day| day.words.start > word)
                .map(|day| day.date);
            let wording = words::named_deed(speech, at, sentence, deed.clone(), &owner);
            out.push(Draft {
                at,
                place: said
                    .sentences
                    .iter()
                    .position(|other| other.bounds.words.contains(&word))
                    .unwrap_or_default(),
                text: wording.text,
                dim: wording.dim,
                owner,
                due: day,
                evidence: vec![speech.quote(at, word..verb)],
                turns: vec![at],
                weight: 3
                    + i32::from(day.is_some())
                    + i32::from(words::weight(said, deed.clone()) > 0),
                idle: false,
                rich: words::weight(said, deed.clone()),
                hint: Vec::new(),
                matter: words::matter(said, deed),
                form: Form::Deed,
            });
        }
    }
    out
}

fn drafted(speech: &Speech<'_>, at: usize, place: usize, found: &Promise) -> Option<Draft> {
    let said = &speech.turns[at];
    let sentence = &said.sentences[place];
    let closing = place + 1 == said.sentences.len();
    let mut weight = found.weight;
    let answer = speech.answer_to(at).map(|next| (next, speech.answer(next)));
    if let Some((next, answer)) = answer {
        match answer {
            Answer::Yes if closing || found.form == Form::Loose => weight += 1,
            Answer::No
                if (closing || found.form == Form::Loose && place + 2 == said.sentences.len())
                    && forbids(&speech.turns[next])
                    && !insists(speech, next) =>
            {
                weight -= 8;
            }
            Answer::No if closing && declines(speech, next) => {
                weight -= if found.form == Form::Loose { 6 } else { 3 };
            }
            _ => {}
        }
    }
    if found.form == Form::Take {
        weight += taken(speech, at, place, found)?;
    }
    if small_talk(speech, at) {
        weight -= 4;
    }
    // What the other laughs at was a joke, unless it has a day.
    if closing && sentence.days.is_empty() && laughs(speech, at) {
        weight -= 2;
    }
    if said.sentences.iter().any(|other| !other.days.is_empty()) && sentence.days.is_empty() {
        weight += 1;
    }
    let pronoun = found.form == Form::Receipt && words::is_pronoun(said, found.deed.start);
    let idle = found.form == Form::Take || pronoun || words::is_idle(said, found.deed.clone());
    let bare = idle || words::weight(said, found.deed.clone()) < 2;
    let wording = words::promised(speech, at, place, found);
    let closing = place + 1 == said.sentences.len();
    // "Who's doing the handover?" "I can do it."
    if found.form != Form::Take && place == 0 && asked_who(speech, at) {
        weight += 2;
    }
    // "I'll do the orders and you'll do the invoices?" "Yes."
    if sentence.bounds.question && matches!(answer, Some((_, Answer::Yes))) && closing {
        weight += 3;
    }
    // "Why is that?" "I'm finding out."
    if said.is(found.deed.start, ING) && asks_something(speech, at) {
        weight += 2;
    }
    let due = day_behind(speech, at)
        .filter(|_| closing)
        .or_else(|| day_of(speech, at, place, found));
    let primary = speech.quote(at, found.cue.clone());
    let matter = words::matter(said, found.deed.clone());
    let hint: Vec<Stem> = if wording.named {
        words::stems_of(&wording.text)
    } else {
        topic::hint(speech, at, found.cue.start)
            .filter(|_| bare)
            .iter()
            .flat_map(|topic| topic.split(", "))
            .map(|word| words::stem(&word.to_lowercase()))
            .collect()
    };
    let rests_on = wording
        .rests_on
        .or_else(|| words::around(speech, at, found.cue.start, &hint));
    Some(Draft {
        at,
        place,
        owner: speech.who(at),
        text: wording.text,
        dim: wording.dim,
        due,
        evidence: std::iter::once(primary).chain(rests_on).collect(),
        turns: vec![at],
        weight,
        idle,
        rich: if idle {
            0
        } else {
            words::weight(said, found.deed.clone())
        },
        hint,
        matter,
        form: found.form,
    })
}

/// Whether the turn before asks after somebody's free time: "any plans for the weekend?"
fn small_talk(speech: &Speech<'_>, at: usize) -> bool {
    speech.asked_before(at).is_some_and(|before| {
        let said = &speech.turns[before];
        said.sentences.last().is_some_and(|sentence| {
            let mut words = sentence.bounds.words.clone();
            sentence.bounds.question
                && sentence.len() <= 10
                && words.any(|at| matches!(said.word(at), "weekend" | "plans" | "holidays"))
        })
    })
}

/// Whether the other answers with laughter.
fn laughs(speech: &Speech<'_>, at: usize) -> bool {
    speech.answer_to(at).is_some_and(|next| {
        let first = speech.turns[next].sentences.first();
        first.is_some_and(|sentence| {
            let start = sentence.bounds.words.start;
            sentence.of(Cue::Joke).any(|hit| hit.at.start == start)
        })
    })
}

/// Whether the turn before ends with a question.
fn asks_something(speech: &Speech<'_>, at: usize) -> bool {
    speech.asked_before(at).is_some_and(|before| {
        let last = speech.turns[before].sentences.last();
        last.is_some_and(|sentence| sentence.bounds.question)
    })
}

/// Whether whoever was turned down says again that they will.
fn insists(speech: &Speech<'_>, declined: usize) -> bool {
    speech.answer_to(declined).is_some_and(|next| {
        let sentences = speech.turns[next].sentences.iter().take(2);
        sentences
            .into_iter()
            .any(|sentence| sentence.any(&[Cue::Promise, Cue::Take, Cue::Receipt]))
    })
}

/// Whether an answer says at once that it is not to be done: "no, leave it", "don't bother", "no, you've enough on".
fn forbids(said: &Said<'_>) -> bool {
    let Some(first) = said.sentences.first() else {
        return false;
    };
    let words = first.bounds.words.clone();
    let no = first.any(&[Cue::No, Cue::DroppedIt]);
    no && words.clone().any(|at| {
        let next = said.word(at + 1);
        match said.word(at) {
            "leave" | "bother" => true,
            "no" => next == "need",
            "don't" => matches!(next, "do" | "be" | "go" | "you" | "trouble" | "touch"),
            "you" => matches!(next, "won't") || next == "'ve" && said.word(at + 2) == "enough",
            "rather" => matches!(next, "you" | "i" | "we"),
            _ => false,
        }
    })
}

/// Whether an answer turns an offer down.
fn declines(speech: &Speech<'_>, at: usize) -> bool {
    let said = &speech.turns[at];
    said.sentences.iter().take(2).any(|sentence| {
        sentence.has(Cue::DroppedIt)
            || sentence.has(Cue::No)
                && (sentence.len() < 4
                    || (sentence.bounds.words.clone()).any(|word| {
                        matches!(
                            said.word(word),
                            "don't" | "need" | "rather" | "won't" | "leave" | "alright"
                        )
                    }))
    })
}
