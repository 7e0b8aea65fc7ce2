//! What speaks for a piece of work being handed out and what against it. No sign decides alone; they are added up.

use super::super::dialogue::{Answer, Role, Speech};
use super::super::lexicon::Cue;
use super::super::said::{Said, Sentence};
use super::super::words;
use super::agent::Kind;
use super::form::How;
use super::outlook::Outlook;
use super::piece::Piece;

/// The weight from which a piece counts.
pub(super) const ENOUGH: i32 = 6;

/// What the signs of a piece add up to.
pub(super) fn worth(
    speech: &Speech<'_>,
    outlook: &Outlook,
    at: usize,
    sentence: &Sentence,
    piece: &Piece,
) -> i32 {
    let said = &speech.turns[at];
    let verb = piece.deed.start;
    let vague = matches!(piece.agent.kind, Kind::You | Kind::We);
    let mut sum = match piece.how {
        How::Course | How::Wish => 4,
        How::ToDo | How::Please => 3,
        How::Now if vague => 1,
        How::Future | How::Must | How::Now | How::Bare => 2,
        How::May | How::Thing => 1,
    };
    sum += match piece.agent.kind {
        Kind::Known | Kind::Several => 2,
        Kind::Stranger => 1,
        Kind::You => 0,
        Kind::We => -1,
    };

    let outlook = outlook.around(at, piece.agent.words.start);
    sum += match outlook {
        i32::MIN..0 if vague => -2,
        0 if vague => -1,
        i32::MIN..0 => -1,
        0..=1 => 0,
        2..=3 => 1,
        4..=6 => 2,
        _ => 3,
    };
    let leads = said.role == Role::Manager || speech.job.transcript.manager.is_none();
    sum += if leads { 1 } else { -1 };
    if sentence.has(Cue::Ahead) || sentence.days.iter().any(|day| day.words.start > verb) {
        sum += 1;
    }
    if sentence.of(Cue::Outlast).any(|hit| hit.at.start == verb) || works(said, verb) {
        sum += 1;
    } else if sentence.of(Cue::OnTheSpot).any(|hit| hit.at.start == verb) {
        sum -= if sentence.has(Cue::Ahead) { 1 } else { 2 };
    }
    if vague && words::weight(said, piece.deed.clone()) == 0 {
        sum -= 1;
    }
    if let Some(next) = speech.answer_to(at) {
        let answer = &speech.turns[next];
        if answer
            .sentences
            .iter()
            .take(2)
            .any(|sentence| sentence.any(&[Cue::Take, Cue::Promise]))
        {
            sum += 2;
        } else if nods(speech, next) {
            sum += 1;
        }
    }
    let before = |cue: Cue| sentence.of(cue).any(|hit| hit.at.start < verb);
    // What all do together in a room is the meeting itself.
    let we = piece.agent.words.clone().any(|at| said.word(at) == "we");
    if we && talks(said, verb) {
        sum -= 4;
    }
    if before(Cue::If) && piece.how != How::Please {
        sum -= 2;
    }
    if before(Cue::Quoting) {
        sum -= 3;
    }
    if sentence.has(Cue::Habit) {
        sum -= 2;
    }
    if sentence.bounds.question && !matches!(piece.how, How::May | How::Please) {
        sum -= 1;
    }
    if sentence.any(&[Cue::InRoom, Cue::InCall]) {
        sum -= 3;
    }
    sum
}

/// Whether a turn says yes, if only by a hum.
pub(super) fn nods(speech: &Speech<'_>, at: usize) -> bool {
    let said = &speech.turns[at];
    speech.answer(at) == Answer::Yes
        || said.tokens.len() <= 4
            && matches!(said.word(0), "mm" | "hmm" | "mhm" | "uh" | "aha" | "mmhmm")
}

/// Verbs of what people do when they sit together.
fn talks(said: &Said<'_>, at: usize) -> bool {
    matches!(
        said.word(at),
        "discuss"
            | "discussing"
            | "talk"
            | "talking"
            | "decide"
            | "deciding"
            | "agree"
            | "meet"
            | "conclude"
            | "close"
            | "closing"
            | "wrap"
            | "start"
            | "starting"
            | "stop"
            | "go"
            | "move"
            | "moving"
            | "come"
            | "coming"
            | "break"
            | "vote"
            | "listen"
            | "return"
            | "continue"
            | "finish"
            | "end"
            | "do"
            | "back"
            | "put"
            | "use"
            | "take"
            | "make"
            | "try"
            | "keep"
    ) && !works(said, at)
}

/// Verbs of work by more than one word, and the forms of "work" itself.
fn works(said: &Said<'_>, at: usize) -> bool {
    let next = said.word(at + 1);
    match said.word(at) {
        "work" | "working" | "focus" | "focusing" | "concentrate" | "concentrating" | "figure"
        | "figuring" | "sort" | "sorting" | "write" | "writing" => true,
        "look" | "looking" | "find" | "finding" => {
            matches!(next, "at" | "into" | "out" | "for" | "up")
        }
        "think" | "thinking" => matches!(next, "about" | "over" | "through" | "of"),
        "come" | "coming" => next == "up",
        "do" | "doing" => matches!(next, "the" | "a" | "some" | "your"),
        _ => false,
    }
}
