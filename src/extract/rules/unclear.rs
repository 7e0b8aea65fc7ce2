//! Unclear accountability: something must happen, and who, when or what would do is left hanging.
//!
//! Three roads lead here. Somebody says that it ought to happen without a name in it. Somebody asks who, how much or whether anybody
//! ever did, and the answer gives nothing to hold on to. Or an instruction is so loose that the other asks back. What is taken on at
//! once is not unclear.

use std::ops::Range;

use super::actions::{Draft, FIRM};
use super::dialogue::{Answer, Role, Speech};
use super::lexicon::{Cue, Hit};
use super::said::{Said, Sentence};
use super::stance::{self, Subject, own, says};
use super::unanswered::{
    asked_for_measure, asks_back, evades, names_one, tells_measure, tells_when_asked,
};
use super::vague::{asked_when, names_a_day_near, passes_over_the_day, skated, wished};
use super::words::{self, Stem};
use crate::extract::Found;
use crate::model::{Detail, Missing, text};

/// The least weight of an item that counts; one less is a maybe.
const SURE: i32 = 3;

/// What is missing first of all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Gap {
    /// Nobody is named.
    Owner,
    /// All that is said is that "we" should.
    Ours,
    /// Nothing says what would do.
    Measure,
    /// It is taken, and no day was said where one was due.
    Date,
}

/// What a sentence leaves open.
#[derive(Debug, Clone)]
pub(super) struct Open {
    pub(super) weight: i32,
    pub(super) focus: Range<usize>,
    pub(super) gap: Gap,
    /// Whether it stays open although something is promised near it.
    pub(super) stays: bool,
}

/// What was left hanging, with its turns.
pub(super) fn find(
    speech: &Speech<'_>,
    drafts: &[Draft],
    put_off: &[(usize, Found)],
) -> Vec<(usize, Found)> {
    let mut out: Vec<(usize, Found)> = Vec::new();
    let mut matters: Vec<Vec<Stem>> = Vec::new();
    for at in 0..speech.turns.len() {
        let said = &speech.turns[at];
        let all = said
            .sentences
            .iter()
            .filter_map(|sentence| open(speech, drafts, at, sentence).map(|open| (open, sentence)));
        let Some((open, sentence)) = all
            .max_by_key(|(open, _)| open.weight)
            .filter(|(open, _)| open.weight >= SURE - 1)
        else {
            continue;
        };
        let sure = open.weight >= SURE;
        let dated = matches!(open.gap, Gap::Measure | Gap::Date);
        // What is put off is known to wait; only what nobody has stays unclear beside it.
        let waits = put_off.iter().any(|(turn, found)| {
            (*turn == at || *turn == at + 1 && open.gap == Gap::Ours) && (found.sure || !sure)
        });
        if !open.stays && taken(speech, drafts, at, sentence)
            || waits && (dated || open.gap == Gap::Ours && !says(said, sentence, Cue::Fix))
        {
            continue;
        }
        let quote = speech.quote(at, open.focus.clone());
        // What is said again on the same matter is a further receipt; a sure one never hides behind a maybe.
        let own = words::matter(said, sentence.bounds.words.clone());
        let again = out
            .iter_mut()
            .zip(&matters)
            .rev()
            .find(|((before, found), matter)| {
                (found.sure || !sure)
                    && match at - *before {
                        0..=2 => true,
                        3..=5 => own.is_empty() || own.iter().any(|stem| matter.contains(stem)),
                        _ => false,
                    }
            });
        if let Some(((_, found), _)) = again {
            found.evidence.push(quote);
            found.evidence.truncate(3);
            continue;
        }
        let missing = Missing {
            owner: matches!(open.gap, Gap::Owner | Gap::Ours),
            date: sentence.days.is_empty(),
            measure: open.gap == Gap::Measure,
        };
        let mut evidence = vec![quote];
        let mut told = (at, sentence.bounds.words.clone());
        // "When will you have the survey done?" "Soon": what it is about stands in the question.
        if let Some(asked) = asked_when(speech, at)
            && open.gap == Gap::Date
            && (own.is_empty() || sentence.len() <= open.focus.len() + 2)
            && !words::matter(&speech.turns[asked.0], asked.1.clone()).is_empty()
        {
            evidence.push(speech.quote(asked.0, asked.1.clone()));
            told = asked;
        }
        matters.push(own);
        out.push((
            at,
            Found {
                detail: Detail::Unclear { missing },
                text: words::open_matter(speech, told.0, told.1),
                evidence,
                sure,
            },
        ));
    }
    out
}

/// Whether somebody takes it on in the turns around it: a promise on the same matter, or one without its own matter that answers.
fn taken(speech: &Speech<'_>, drafts: &[Draft], at: usize, sentence: &Sentence) -> bool {
    let said = &speech.turns[at];
    // A question or a new matter behind the sentence is what the next turn answers.
    let last = said
        .sentences
        .iter()
        .filter(|other| other.bounds.words.start >= sentence.bounds.words.end)
        .all(|other| !other.bounds.question && !other.has(Cue::Turning));
    let own = words::matter(said, sentence.bounds.words.clone());
    drafts
        .iter()
        .filter(|draft| draft.weight >= FIRM)
        .any(|draft| {
            let near = draft.turns.iter().any(|turn| {
                (at..=at + 2).contains(turn) && !(at + 1..=*turn).any(|turn| turns(speech, turn))
            });
            let shared = draft.matter.iter().any(|stem| own.contains(stem));
            let answers = last
                && draft.turns.contains(&(at + 1))
                && (heads(speech, draft, at + 1, 2) || draft.turns.contains(&at));
            let says_only_it = draft.idle
                && (last || draft.at == at)
                && (draft.at != at + 2
                    || speech.turns[at + 1].tokens.len() <= 8 && heads(speech, draft, at + 2, 1));
            near && (shared || answers || says_only_it)
        })
}

/// Whether a promise stands at the head of a turn, where answers stand.
fn heads(speech: &Speech<'_>, draft: &Draft, at: usize, most: usize) -> bool {
    let said = &speech.turns[at];
    let head = said
        .sentences
        .get(most.min(said.sentences.len()).saturating_sub(1))
        .map_or(0, |sentence| sentence.bounds.bytes.end);
    draft
        .evidence
        .iter()
        .filter(|piece| piece.turn == said.turn.number)
        .any(|piece| text::squash(&said.turn.text[..head]).contains(&piece.quote))
}

/// Whether a turn opens a new matter.
fn turns(speech: &Speech<'_>, at: usize) -> bool {
    speech.turns[at]
        .sentences
        .iter()
        .take(1)
        .any(|sentence| sentence.has(Cue::Turning))
}

fn open(speech: &Speech<'_>, drafts: &[Draft], at: usize, sentence: &Sentence) -> Option<Open> {
    let said = &speech.turns[at];
    let asked = if sentence.bounds.question {
        question(speech, drafts, at, sentence)
    } else {
        None
    };
    let stated = stated(speech, at, sentence);
    let wished = wished(speech, at, sentence);
    let skated = skated(speech, drafts, at, sentence);
    [asked, stated, wished, skated]
        .into_iter()
        .flatten()
        .max_by_key(|open| open.weight)
        .filter(|open| open.gap != Gap::Measure || !tells_when_asked(speech, at))
        .filter(|_| !tells_of_others(said, sentence))
}

/// Something that ought to happen, with nobody in it.
fn stated(speech: &Speech<'_>, at: usize, sentence: &Sentence) -> Option<Open> {
    let said = &speech.turns[at];
    let nobody = own(said, sentence, Cue::Nobody).find(|hit| !hangs_on(said, hit));
    let passive = own(said, sentence, Cue::Passive).find(|hit| {
        !hangs_on(said, hit) && of_a_thing(said, sentence, hit) && !from_one(said, sentence, hit)
    });
    // "We should talk about that" puts a topic off; it leaves no deed open.
    let we = own(said, sentence, Cue::We)
        .find(|hit| !hangs_on(said, hit) && !says(said, sentence, Cue::DeferTalk));
    let none = own(said, sentence, Cue::NotMine).next();
    let vague = own(said, sentence, Cue::Vague).next();
    let loose = own(said, sentence, Cue::Loose).next();
    let worth = |hit: Option<&Hit>, worth: i32| if hit.is_some() { worth } else { 0 };
    let mut weight =
        worth(nobody, 4) + worth(passive, 3) + worth(we, 2) + worth(none, 3) + worth(vague, 3);
    if we.is_some() && says(said, sentence, Cue::Fix) {
        weight += 1;
    }
    if loose.is_some() && said.role == Role::Manager {
        weight +=
            1 + i32::from(asks_back(speech, at)) * 2 + i32::from(asked_for_measure(speech, at)) * 2;
    }
    if sentence
        .of(Cue::Done)
        .any(|hit| matches!(said.word(hit.at.start), "i" | "we" | "you"))
    {
        weight -= 1;
    }
    let hit = [nobody, passive, we, none, vague, loose]
        .into_iter()
        .flatten()
        .next()?;
    let gap = if nobody.is_some() || passive.is_some() || none.is_some() {
        Gap::Owner
    } else if we.is_some() {
        Gap::Ours
    } else if vague.is_some_and(|hit| passes_over_the_day(said, sentence, hit)) {
        if names_a_day_near(speech, at) {
            return None;
        }
        Gap::Date
    } else {
        Gap::Measure
    };
    Some(Open {
        weight,
        focus: hit.at.clone(),
        gap,
        stays: vague.is_some(),
    })
}

/// A question after an owner, a deed or a measure, weighed by what it got.
fn question(speech: &Speech<'_>, drafts: &[Draft], at: usize, sentence: &Sentence) -> Option<Open> {
    let said = &speech.turns[at];
    let next = speech.answer_to(at)?;
    let reply = &speech.turns[next];
    let promised = drafts
        .iter()
        .any(|draft| draft.weight >= FIRM && (draft.at == next || draft.turns.contains(&next)));
    if let Some(hit) = own(said, sentence, Cue::OwnerAsk).next() {
        let agreed = speech.answer(next) == Answer::Yes
            && matches!(
                said.word(hit.at.start),
                "is" | "was" | "shall" | "should" | "do" | "will" | "am"
            );
        let weight = if promised || names_one(speech, next) || agreed && !evades(reply) {
            0
        } else if evades(reply) {
            4
        } else {
            1
        };
        return Some(Open {
            weight,
            focus: hit.at.clone(),
            gap: Gap::Owner,
            stays: false,
        });
    }
    if let Some(hit) = own(said, sentence, Cue::EverAsk).next() {
        let done = speech.answer(next) == Answer::Yes
            || reply
                .sentences
                .iter()
                .take(2)
                .any(|sentence| sentence.has(Cue::Done) && !sentence.has(Cue::NotDone));
        let weight = match (
            promised || done,
            evades(reply) || speech.answer(next) == Answer::No,
        ) {
            (true, _) => 0,
            (_, true) => 4,
            _ => 2,
        };
        return Some(Open {
            weight,
            focus: hit.at.clone(),
            gap: Gap::Owner,
            stays: false,
        });
    }
    let hit = own(said, sentence, Cue::MeasureAsk)
        .next()
        .filter(|_| said.role == Role::Report && reply.role == Role::Manager)?;
    let short = reply.tokens.len() <= 25
        && !reply
            .sentences
            .iter()
            .any(|sentence| sentence.bounds.question);
    let loose = reply.has(Cue::Loose) || reply.has(Cue::Vague);
    let weight = if promised || tells_measure(reply) {
        0
    } else if evades(reply) || short && loose {
        3
    } else {
        0
    };
    Some(Open {
        weight,
        focus: hit.at.clone(),
        gap: Gap::Measure,
        stays: true,
    })
}

/// Whether a phrase hangs on another clause: "so that somebody could", "until we have to".
fn hangs_on(said: &Said<'_>, hit: &Hit) -> bool {
    let back = |by: usize| {
        hit.at
            .start
            .checked_sub(by)
            .map_or("", |before| said.word(before))
    };
    // "That wants doing" points, "so that somebody could" joins.
    let joined = back(1) == "that"
        && (hit.cue == Cue::Nobody
            || matches!(
                back(2),
                "so" | "say"
                    | "said"
                    | "think"
                    | "thought"
                    | "know"
                    | "hope"
                    | "agreed"
                    | "told"
                    | "sure"
            ));
    joined
        || matches!(
            back(1),
            "if" | "when"
                | "unless"
                | "until"
                | "till"
                | "once"
                | "because"
                | "whether"
                | "before"
                | "what"
                | "where"
                | "how"
        )
}

/// Whether what needs doing is a thing, not a person.
fn of_a_thing(said: &Said<'_>, sentence: &Sentence, hit: &Hit) -> bool {
    let before = hit.at.start.checked_sub(1).map_or(Subject::Open, |before| {
        stance::subject(said, sentence, before)
    });
    let near = hit
        .at
        .start
        .checked_sub(1)
        .map_or("", |before| said.word(before));
    !(matches!(near, "i" | "you" | "he" | "she" | "who")
        || matches!(before, Subject::I | Subject::You)
            && matches!(near, "i" | "you" | "just" | "really"))
}

/// Whether it is said who it must come from: "it has to come from you".
fn from_one(said: &Said<'_>, sentence: &Sentence, hit: &Hit) -> bool {
    (hit.at.end..sentence.bounds.words.end).any(|at| {
        matches!(said.word(at), "from" | "by")
            && matches!(said.word(at + 1), "you" | "me" | "him" | "her")
    })
}

/// Whether the sentence tells what others say.
fn tells_of_others(said: &Said<'_>, sentence: &Sentence) -> bool {
    let head = sentence.bounds.words.start;
    sentence.of(Cue::Quoting).any(|hit| {
        hit.at.start < head + 3
            && !matches!(
                said.word(hit.at.start),
                "i" | "we" | "nobody" | "somebody" | "someone" | "you"
            )
    })
}
