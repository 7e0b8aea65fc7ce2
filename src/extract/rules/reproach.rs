//! How much a sentence names a shortcoming of the other's conduct or work: several small signs, each weighed.

use super::dialogue::Speech;
use super::lexicon::Cue;
use super::lexicon::Hit;
use super::said::{Said, Sentence};
use super::stance::{self, Subject, own, says};
use crate::model::Direction;

/// How often a manager wraps what has no name, and is understood all the same.
const MUFFLED: usize = 4;

/// How much a sentence names a shortcoming of the other's conduct or work.
pub(super) fn corrective(
    speech: &Speech<'_>,
    at: usize,
    sentence: &Sentence,
    direction: Direction,
) -> i32 {
    let said = &speech.turns[at];
    let down = direction == Direction::ManagerToReport;
    let signs = [
        Cue::Corrective,
        Cue::Fault,
        Cue::SoftGap,
        Cue::Harm,
        Cue::Bad,
        Cue::Count,
        Cue::Counter,
        Cue::Slip,
    ];
    let wrapped_up = || (said.has(Cue::Hedge) || said.has(Cue::Wrap)) && wraps(said) >= MUFFLED;
    let may_be = sentence.any(&signs) || down && wrapped_up();
    if !may_be || !stance::plain(said, sentence) {
        return 0;
    }
    let you = stance::of_you(said, sentence);
    let first = stance::first_subject(said, sentence.bounds.words.clone());
    let has = |cue: Cue| own(said, sentence, cue).any(|hit| !stance::denied(said, hit.at.start));
    let one = |is: bool, worth: i32| if is { worth } else { 0 };
    let plainly = own(said, sentence, Cue::Corrective)
        .any(|hit| !stance::denied(said, hit.at.start) && !of_self(said, hit.at.start));
    // "You didn't have to" is no fault.
    let fault = own(said, sentence, Cue::Fault).any(|hit| {
        let spared = (hit.at.start..hit.at.end + 4).any(|word| said.word(word) == "have" && said.word(word + 1) == "to");
        !spared && !matches!(said.word(hit.at.start.wrapping_sub(1)), "did" | "do" | "have" | "when" if sentence.bounds.question)
    }) || has(Cue::SoftGap) && you && own(said, sentence, Cue::SoftGap).any(|hit| said.word(hit.at.start) == "you");
    let caused = |hit: &Hit| {
        !matches!(
            said.word(hit.at.start.wrapping_sub(1)),
            "you" | "didn't" | "don't" | "he" | "she" | "they"
        )
    };
    let (harm, bad, count, counter, slip) = (
        own(said, sentence, Cue::Harm).any(caused),
        has(Cue::Bad),
        says(said, sentence, Cue::Count),
        says(said, sentence, Cue::Counter),
        says(said, sentence, Cue::Slip),
    );
    let wrapped = stance::softened(said, sentence);
    // Asking a third person twice is a story about them.
    let of_third = !you
        && sentence
            .bounds
            .words
            .clone()
            .any(|at| matches!(said.word(at), "him" | "her" | "he" | "she" | "them"));
    let (count, counter, slip) = (count && !of_third, counter && !of_third, slip && !of_third);
    let hedges = sentence.of(Cue::Hedge).count();
    let soft = down && has(Cue::SoftGap) && hedges >= 2;
    // How it is taken tells how it was meant.
    let contrite = stance::replied(speech, at, Cue::Contrite);
    let told_off = soft || plainly || fault || harm || count || counter || slip;
    let wraps = wraps(said);
    let muffled_only = down && contrite && wraps >= MUFFLED && (wrapped || hedges > 0);
    if !told_off && !muffled_only && !(bad && first != Subject::Third && (wrapped || you))
        || first == Subject::Third && !you && !harm
    {
        return 0;
    }
    let weight = one(plainly, 3)
        + one(fault, 2)
        + one(harm, 2)
        + one(bad, 1)
        + one(count, 2)
        + one(counter, 2)
        // "I'd rather you said no than nothing": what was is held against what should have been.
        + one(counter && you && sentence.bounds.words.clone().any(|at| said.word(at) == "than"), 1)
        + one(
            slip,
            1 + i32::from(you && says(said, sentence, Cue::Complaint)),
        )
        + one(soft && !fault && !harm, 3)
        + one(wrapped, 1)
        + one(you, 1);
    let signs = more_signs(said, sentence);
    // Managers who wrap a thing twice have something to wrap.
    let muffled = down && wraps >= 2 && (harm || counter || fault || slip || plainly);
    let complaint = !down && !count && says(said, sentence, Cue::Complaint);
    // Speakers who tell what they did themselves judge themselves, if anybody.
    let report = first == Subject::I
        && !count
        && !harm
        && !counter
        && !plainly
        && sentence
            .of(Cue::Done)
            .any(|hit| said.word(hit.at.start) == "i");
    let less = one(report, 2)
        + one(says(said, sentence, Cue::Joke), 2)
        + one(says(said, sentence, Cue::Norm) && !plainly, 1)
        + one(first == Subject::I && !you && !harm && !count, 1)
        + one(sentence.any(&[Cue::Promise]), 2);
    weight
        + i32::from(muffled)
        + i32::from(muffled_only && !told_off) * 2
        + i32::from(contrite)
        + i32::from(signs)
        + i32::from(complaint)
        - less
}

/// How often a turn wraps what it says.
fn wraps(said: &Said<'_>) -> usize {
    let all = said.sentences.iter().map(|other| {
        let wrap = own(said, other, Cue::Wrap).filter(|hit| hit.at.len() > 1);
        own(said, other, Cue::Hedge).count() + wrap.count()
    });
    all.sum()
}

/// Whether another sentence of the turn shows the same reproach.
fn more_signs(said: &Said<'_>, sentence: &Sentence) -> bool {
    let signs = [Cue::Harm, Cue::Fault, Cue::Count, Cue::Counter];
    said.sentences.iter().any(|other| {
        other.bounds.words != sentence.bounds.words
            && !other.bounds.question
            && (signs.iter().any(|cue| says(said, other, *cue)) || stance::softened(said, other))
    })
}

/// Whether speakers judge themselves: "I'd let it slide".
fn of_self(said: &Said<'_>, at: usize) -> bool {
    !matches!(said.word(at), "i" | "you" | "that" | "it" | "this")
        && (at.saturating_sub(2)..at).any(|before| said.word(before) == "i")
}
