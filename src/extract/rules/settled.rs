//! Days that are settled between two speakers with little else said: "When?" "Friday.", "Say the fourteenth?" "The fourteenth's
//! good." The deed stands in what was offered, asked for or spoken of before.

use jiff::civil::Date;

use super::actions::{Draft, FIRM};
use super::dialogue::{Answer, Speech};
use super::due::names_a_day;
use super::lexicon::{Class, Cue};
use super::promise::Form;
use super::said::{Said, Sentence};
use super::topic;
use super::words;
use crate::model::calendar::days_between;
use crate::model::{Evidence, Who};

const PAST: Class = Class::named("past");
const ED: Class = Class::named("ed");

/// How many days ahead people settle on a day for a deed; later ones are ends of years and seasons.
const SOON: i32 = 40;
/// How many turns before the day the deed may have been offered.
const REACH: usize = 6;

/// A day that two speakers settled on.
struct Settled {
    /// The turn that names the day, and its sentence.
    at: usize,
    place: usize,
    day: Date,
    owner: Who,
    /// The turns that name it.
    turns: Vec<usize>,
    /// Whether the one who names it asks the other.
    asks: bool,
}

/// The days that were settled: what was offered without one is firm now, what nobody has said in other words is an item.
pub(super) fn find(speech: &Speech<'_>, drafts: &mut Vec<Draft>) {
    let all: Vec<Settled> = (0..speech.turns.len())
        .filter_map(|at| settled(speech, at))
        .collect();
    for settled in all {
        if known(drafts, &settled) || confirms(speech, drafts, &settled) {
            continue;
        }
        drafts.extend(drafted(speech, settled));
    }
}

/// The day that a turn names, when it answers "when", or when the other says it too.
fn settled(speech: &Speech<'_>, at: usize) -> Option<Settled> {
    let (place, day) = proposed(speech, at)?;
    let before = speech.asked_before(at);
    // Who says a day again agrees to it.
    if before.is_some_and(|before| says(speech, before, day)) {
        return None;
    }
    let next = speech.answer_to(at);
    let back = next.and_then(|next| speech.answer_to(next).filter(|back| *back <= at + 3));
    let echoed = next.is_some_and(|next| says(speech, next, day));
    let asked = before.map(|before| asks_when(&speech.turns[before]));
    if asked == Some(When::Past) {
        return None;
    }
    let answers = matches!(asked, Some(When::Ahead | When::Needed));
    let agreed = next.is_some_and(|next| speech.answer(next) == Answer::Yes);
    let refused = next.is_some_and(|next| speech.answer(next) == Answer::No);
    if !(echoed || answers && !refused) {
        return None;
    }
    let question = speech.turns[at].sentences[place].bounds.question;
    // Who asks for a day does not do it; who was asked for one does, also when they put it as a question.
    let asks = question && !answers;
    if asks && !(echoed || agreed) {
        return None;
    }
    let doer = match asked {
        Some(When::Needed) => before?,
        _ if asks => next?,
        _ => at,
    };
    let mut turns = vec![at];
    turns.extend(next);
    turns.extend(back.filter(|back| says(speech, *back, day)));
    Some(Settled {
        at,
        place,
        day,
        owner: speech.who(doer),
        turns,
        asks,
    })
}

/// Whether a turn names a day for what is ahead.
fn says(speech: &Speech<'_>, turn: usize, day: Date) -> bool {
    let said = &speech.turns[turn];
    let over =
        |sentence: &Sentence| {
            sentence.bounds.words.clone().any(|at| {
                matches!(said.word(at), "was" | "were" | "did" | "had") || said.is(at, PAST)
            })
        };
    said.sentences
        .iter()
        .take(3)
        .filter(|sentence| !over(sentence))
        .flat_map(|sentence| &sentence.days)
        .any(|other| other.date == day)
}

/// Whether an item has the day already, or somebody promised just there.
fn known(drafts: &[Draft], settled: &Settled) -> bool {
    drafts.iter().any(|draft| {
        let near = draft
            .turns
            .iter()
            .any(|turn| settled.turns.iter().any(|other| turn.abs_diff(*other) <= 2));
        let own = draft.owner == settled.owner && draft.weight >= FIRM;
        // The day of what was promised a few turns before has been read off these turns already.
        let dated = draft.due == Some(settled.day)
            && (near || own && (draft.at..=draft.at + REACH).contains(&settled.at));
        dated || near && own && draft.due.is_none()
            || own && draft.turns.contains(&settled.at)
            // A question behind what is promised for a day asks which day it is.
            || own && settled.asks && draft.turns.iter().any(|turn| turn + 1 == settled.at)
    })
}

/// Makes what its owner offered shortly before firm, with the day.
fn confirms(speech: &Speech<'_>, drafts: &mut [Draft], settled: &Settled) -> bool {
    let from = settled.at.saturating_sub(REACH);
    let Some(draft) = drafts.iter_mut().rev().find(|draft| {
        draft.owner == settled.owner
            && (from..=settled.at).contains(&draft.at)
            && draft.weight < FIRM
            && draft.due.is_none_or(|due| due < settled.day)
            && !draft.idle
    }) else {
        return false;
    };
    draft.due = Some(settled.day);
    draft.weight = FIRM;
    for turn in &settled.turns {
        draft.evidence.push(receipt(speech, settled, *turn));
        draft.turns.push(*turn);
    }
    true
}

fn receipt(speech: &Speech<'_>, settled: &Settled, turn: usize) -> Evidence {
    let sentence = &speech.turns[settled.at].sentences[settled.place];
    let words = if turn == settled.at {
        sentence.bounds.words.clone()
    } else {
        0..1
    };
    speech.quote(turn, words)
}

fn drafted(speech: &Speech<'_>, settled: Settled) -> Option<Draft> {
    let Settled { at, place, day, .. } = settled;
    let sentence = &speech.turns[at].sentences[place];
    let topic = topic::hint(speech, at, sentence.bounds.words.start)?;
    let wording = words::settled(speech, at, sentence, &settled.owner);
    let mut evidence: Vec<Evidence> = settled
        .turns
        .iter()
        .map(|turn| receipt(speech, &settled, *turn))
        .collect();
    evidence.extend(wording.rests_on);
    Some(Draft {
        at,
        place,
        owner: settled.owner,
        text: wording.text,
        dim: wording.dim,
        due: Some(day),
        evidence,
        weight: FIRM,
        idle: true,
        rich: 0,
        hint: topic
            .split(", ")
            .map(|word| words::stem(&word.to_lowercase()))
            .collect(),
        matter: Vec::new(),
        form: Form::Take,
        turns: settled.turns,
    })
}

/// The day that a turn puts forward in a sentence that does little else.
fn proposed(speech: &Speech<'_>, at: usize) -> Option<(usize, Date)> {
    let said = &speech.turns[at];
    let today = speech.job.transcript.date;
    said.sentences
        .iter()
        .enumerate()
        .find_map(|(place, sentence)| {
            let we = sentence.bounds.words.clone().any(|word| {
                matches!(
                    said.word(word),
                    "we" | "us"
                        | "was"
                        | "were"
                        | "since"
                        | "last"
                        | "from"
                        | "he"
                        | "she"
                        | "they"
                        | "it"
                        | "time"
                        | "meeting"
                        | "fly"
                        | "leave"
                        | "back"
                        | "off"
                )
            });
            let day = sentence.days.iter().rev().find(|day| {
                day.exact && day.date > today && days_between(today, day.date) <= SOON
            })?;
            // "I did. Wednesday": what was done then.
            let past = said.sentences[place.saturating_sub(2)..place]
                .iter()
                .any(|before| before.any(&[Cue::Done, Cue::DoneStrong, Cue::NotDone]));
            (!past
                && names_a_day(said, sentence)
                && !we
                && !sentence.any(&[Cue::Defer, Cue::Park, Cue::AskedAfter]))
            .then_some((place, day.date))
        })
}

/// What a turn asks the time of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum When {
    /// "When could I see it?"
    Ahead,
    /// "When do you need it by?"
    Needed,
    /// "When did he say that?"
    Past,
    /// It asks for no time.
    No,
}

/// Whether a turn asks for a day, and of what.
fn asks_when(said: &Said<'_>) -> When {
    let found = said.sentences.iter().rev().find_map(|sentence| {
        let words = sentence.bounds.words.clone();
        let asks = words.clone().find(|at| {
            let head = sentence.bounds.clause_of(*at).start;
            said.word(*at) == "when" && *at < head + 4
                || matches!(said.word(*at), "what" | "which")
                    && matches!(said.word(at + 1), "day" | "date")
                || matches!(said.word(*at), "long" | "soon" | "quickly" | "quick")
                    && said.word(at.wrapping_sub(1)) == "how"
        })?;
        let over = words.clone().any(|at| {
            matches!(
                said.word(at),
                "did" | "was" | "were" | "had" | "since" | "'d"
            ) && !matches!(said.word(at + 1), "you" | "we" | "i")
                || said.word(at) == "did"
                || said.is(at, PAST)
                || said.is(at, ED)
        });
        // "Till when?" asks how long something lasts.
        let lasts = matches!(said.word(asks.wrapping_sub(1)), "till" | "until" | "since");
        if !sentence.bounds.question || lasts {
            None
        } else if over {
            Some(When::Past)
        } else {
            let doer = words
                .clone()
                .any(|at| matches!(said.word(at), "you" | "i" | "we"));
            // "When does it run out?" asks of the thing, "when will it be ready?" of who does it.
            let comes = words.clone().any(|at| {
                matches!(
                    said.word(at),
                    "get"
                        | "have"
                        | "see"
                        | "hear"
                        | "be"
                        | "that"
                        | "done"
                        | "ready"
                        | "finished"
                        | "sent"
                        | "going"
                )
            });
            // "When do you need it?" is asked by who will do it.
            let needed = words.clone().any(|at| {
                matches!(said.word(at), "need" | "want" | "like")
                    && said.word(at.wrapping_sub(1)) == "you"
            });
            if needed {
                return Some(When::Needed);
            }
            let you = doer || comes || sentence.len() <= 3;
            Some(if you { When::Ahead } else { When::No })
        }
    });
    found.unwrap_or(When::No)
}
