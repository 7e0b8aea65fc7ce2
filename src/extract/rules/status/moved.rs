//! The day that a promise is put off to where it is told of: its owner says that the day will not hold and names another one, or asks for
//! one and gets it. What is promised again is read elsewhere.

use jiff::civil::Date;

use super::super::dialogue::Answer;
use super::super::lexicon::Cue;
use super::super::said::{Said, Sentence};
use super::exchange::Place;

/// How many sentences behind the telling the new day may be asked for.
const REACH: usize = 3;

/// The new day, where both agree on it.
pub(super) fn to(here: &Place<'_>) -> Option<Date> {
    let speech = here.speech;
    let (at, from) = if here.is_owners() {
        (here.at, here.sentence)
    } else {
        (speech.answer_to(here.at)?, 0)
    };
    let said = &speech.turns[at];
    if !said.has(Cue::NotInTime) {
        return None;
    }
    let today = speech.job.transcript.date;
    let due = speech.job.context.open[here.of].due;
    let asked = said
        .sentences
        .iter()
        .skip(from)
        .take(REACH)
        .flat_map(|sentence| sentence.days.iter().map(move |day| (sentence, day)))
        .filter(|(_, day)| day.exact && day.date > today && Some(day.date) != due)
        .find(|(sentence, day)| {
            sentence.bounds.question || will_be(said, sentence, day.words.start)
        })?;
    let (sentence, day) = asked;
    if !sentence.bounds.question {
        return Some(day.date);
    }
    let next = speech.answer_to(at)?;
    let echoed = || {
        let sentences = speech.turns[next].sentences.iter().take(2);
        let mut days = sentences.flat_map(|sentence| &sentence.days);
        days.any(|other| other.date == day.date)
    };
    let agreed = match speech.answer(next) {
        Answer::Yes => true,
        Answer::No => false,
        Answer::Open => echoed(),
    };
    agreed.then_some(day.date)
}

/// Whether a day is said to be the new one: "it'll be the twenty-fifth".
fn will_be(said: &Said<'_>, sentence: &Sentence, day: usize) -> bool {
    (day.saturating_sub(4).max(sentence.bounds.words.start)..day).any(|at| {
        matches!(said.word(at), "'ll" | "will") && matches!(said.word(at + 1), "be" | "have")
    })
}
