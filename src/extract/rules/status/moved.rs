//! The day that a promise is put off to where it is told of: its owner says that the day will not hold, asks for another one and gets
//! it. What is promised again is read elsewhere.

use jiff::civil::Date;

use super::super::dialogue::Answer;
use super::super::lexicon::Cue;
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
        .filter(|sentence| sentence.bounds.question)
        .flat_map(|sentence| &sentence.days)
        .find(|day| day.exact && day.date > today && Some(day.date) != due)?;
    let next = speech.answer_to(at)?;
    let echoed = || {
        let sentences = speech.turns[next].sentences.iter().take(2);
        let mut days = sentences.flat_map(|sentence| &sentence.days);
        days.any(|day| day.date == asked.date)
    };
    let agreed = match speech.answer(next) {
        Answer::Yes => true,
        Answer::No => false,
        Answer::Open => echoed(),
    };
    agreed.then_some(asked.date)
}
