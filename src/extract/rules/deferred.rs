//! Topics put off to another time.
//!
//! A word for putting off ("park", "leave it till") is nearly enough. "We'll do the rota next week" may be a plan as well, so that
//! talk about later counts only where something shows that a talk is meant: a verb of talking, the next meeting, "properly".

use super::actions::{Draft, FIRM};
use super::dialogue::{Answer, Role, Speech};
use super::lexicon::Cue;
use super::lexicon::Hit;
use super::said::{Said, Sentence};
use super::stance::{self, Subject, own, says};
use super::words;
use crate::extract::Found;
use crate::model::Detail;

/// The least weight of an item that counts; one less is a maybe.
const SURE: i32 = 4;

/// What was put off, with its turn; one item for what is said in neighbouring turns.
pub(super) fn find(speech: &Speech<'_>, drafts: &[Draft]) -> Vec<(usize, Found)> {
    let mut out: Vec<(usize, Found)> = Vec::new();
    for at in 0..speech.turns.len() {
        let said = &speech.turns[at];
        for sentence in &said.sentences {
            let Some((weight, hit)) = weigh(speech, at, sentence) else {
                continue;
            };
            let sure = weight >= SURE;
            let taken = drafts.iter().any(|draft| {
                draft.at == at
                    && draft.weight >= FIRM
                    && draft.evidence[0].quote.contains(said.text(hit.at.clone()))
            });
            if weight < SURE - 1 || taken && weight < SURE + 1 {
                continue;
            }
            let quote = speech.quote(at, hit.at.clone());
            if let Some((before, found)) = out.last_mut()
                && at - *before <= 2
            {
                if found.sure || !sure {
                    found.evidence.push(quote);
                    found.evidence.truncate(3);
                    continue;
                }
                out.pop();
            }
            let text = words::put_off(speech, at, sentence, hit);
            out.push((
                at,
                Found {
                    detail: Detail::Deferred,
                    text,
                    evidence: vec![quote],
                    sure,
                },
            ));
        }
    }
    out
}

/// How much a sentence looks like putting a topic off, and where it says so.
fn weigh<'s>(speech: &Speech<'_>, at: usize, sentence: &'s Sentence) -> Option<(i32, &'s Hit)> {
    let said = &speech.turns[at];
    let here = |cue: Cue| {
        sentence
            .of(cue)
            .find(|hit| !stance::in_quotes(said, hit.at.start) && ours(said, sentence, hit))
    };
    let (park, defer, talk) = (here(Cue::Park), here(Cue::Defer), here(Cue::DeferTalk));
    let not_now = here(Cue::NotNow);
    let hit = park.or(defer).or(talk).or(not_now)?;
    let day = sentence
        .days
        .iter()
        .any(|day| day.date > speech.job.transcript.date);
    let later = day || says(said, sentence, Cue::Later);
    let around = said
        .sentences
        .iter()
        .any(|other| says(said, other, Cue::Agenda));
    let next_talk = says(said, sentence, Cue::NextTalk);
    let worth = |is: bool, worth: i32| if is { worth } else { 0 };
    let mut weight = worth(park.is_some(), 4).max(worth(defer.is_some(), 3))
        + worth(not_now.is_some(), 2)
        + worth(later, 1)
        + worth(around, 1)
        + worth(next_talk, 1);
    if talk.is_some() && (later || next_talk) {
        weight += 2;
    }
    let speaks_of_talk = talk.is_some_and(|hit| spoken(said, hit));
    weight += worth(speaks_of_talk && (later || next_talk), 1);
    // What waits for weeks is put off, whatever the verb.
    let far = sentence.days.iter().any(|day| {
        speech
            .job
            .transcript
            .date
            .until(day.date)
            .is_ok_and(|span| span.get_days() > 6)
    });
    weight += worth(talk.is_some() && (far || says(said, sentence, Cue::Far)), 1);
    // An offer to put it off that the other does not want.
    let refused = speech.answer_to(at).is_some_and(|next| {
        speech.answer(next) == Answer::No
            && !speech.turns[next]
                .sentences
                .iter()
                .any(|sentence| sentence.any(&[Cue::Park, Cue::Defer, Cue::Promise]))
    });
    weight -= worth(
        refused && (said.role != Role::Manager || sentence.bounds.question),
        2,
    );
    Some((weight, hit))
}

/// Whether the verb of a hit is one of talking.
fn spoken(said: &Said<'_>, hit: &Hit) -> bool {
    hit.at.clone().any(|at| {
        matches!(
            said.word(at),
            "discuss"
                | "talk"
                | "chat"
                | "revisit"
                | "review"
                | "sit"
                | "come"
                | "settle"
                | "return"
                | "cover"
                | "address"
                | "circle"
                | "figure"
        )
    })
}

/// Whether those in the room put it off now: nobody else's plan, nothing told of another talk, nothing that was done before.
fn ours(said: &Said<'_>, sentence: &Sentence, hit: &Hit) -> bool {
    let told = own(said, sentence, Cue::Quoting).any(|quote| {
        quote.at.start < hit.at.start
            && quote.at.clone().any(|at| {
                matches!(
                    said.word(at),
                    "he" | "she" | "they" | "him" | "her" | "them" | "told" | "telling" | "says"
                )
            })
    });
    let telling = (sentence.bounds.words.start..hit.at.start).any(|at| {
        matches!(said.word(at), "telling" | "told") && !matches!(said.word(at + 1), "you" | "me")
    });
    let past = (hit.at.start.saturating_sub(4)..hit.at.start)
        .any(|at| matches!(said.word(at), "was" | "were" | "used" | "would've"));
    let who = hit.at.start.checked_sub(1).map_or(Subject::Open, |before| {
        stance::subject(said, sentence, before)
    });
    let was = hit.at.clone().any(|at| said.word(at) == "parked")
        && matches!(who, Subject::We | Subject::I);
    let end = said.word(hit.at.end) == "the" && matches!(said.word(hit.at.end + 1), "end" | "last");
    !told && !telling && !past && !was && !end && who != Subject::Third
}
