//! What became of a promise, read off what is said where it is told of, and the reason given.
//! Past due and incomplete is missed; asked in time and waiting is progress; done late is done.

mod done;
mod exchange;
mod moved;
mod passed_on;
mod reason;
mod signs;
mod undone;

use super::actions::Draft;
use super::dialogue::Speech;
use super::heard::Memory;
use super::lexicon::Cue;
use super::telling::Telling;
use jiff::civil::Date;

use crate::model::{OpenCommitment, Reason, Status};
use exchange::{Exchange, Place, Signs};
use signs::Sign;

/// What was told.
pub(super) struct Outcome {
    pub(super) status: Status,
    pub(super) reason: Option<Reason>,
    /// The day that it was put off to, in the same breath.
    pub(super) new_due: Option<Date>,
}

/// What speaks for done before anything is heard: most of what is told of is done.
const BEFORE_ALL: i32 = 10;

/// What its owner's words weigh, near the telling; positive speaks for done.
const NEAR: [(Sign, i32); 5] = [
    (Sign::Late, 11),
    (Sign::Good, 9),
    (Sign::Plain, 9),
    (Sign::Did, 7),
    (Sign::Partial, -4),
];
/// What they weigh anywhere in the turn.
const TURN: [(Sign, i32); 10] = [
    (Sign::DidNot, -7),
    (Sign::StandsNot, -7),
    (Sign::Undone, -9),
    (Sign::Forgot, -20),
    (Sign::Slips, -20),
    (Sign::Waiting, -8),
    (Sign::Thwarted, -9),
    (Sign::Only, -8),
    (Sign::Blocked, -9),
    (Sign::Turned, -3),
];
/// What they weigh in the owner's next turn.
const AFTER: [(Sign, i32); 5] = [
    (Sign::Receipt, 6),
    (Sign::Renewed, -3),
    (Sign::DidNot, -3),
    (Sign::StandsNot, -3),
    (Sign::Waiting, -6),
];
/// What the other's words weigh.
const OTHER: [(Sign, i32); 12] = [
    (Sign::Stands, 8),
    (Sign::Plain, 8),
    (Sign::Did, 8),
    (Sign::Receipt, 10),
    (Sign::Thanks, 9),
    (Sign::Good, 6),
    (Sign::Sorry, -7),
    (Sign::DidNot, -5),
    (Sign::StandsNot, -6),
    (Sign::Dropped, -3),
    (Sign::WasTo, -4),
    (Sign::Asks, -2),
];
/// What the last word of the owner's turn weighs.
const LAST_GOOD: i32 = 4;
const LAST_BAD: i32 = -9;
/// The other, who tells of it, lets it go.
const LET_GO: i32 = -15;
/// "That same evening".
const SAME_DAY: i32 = 4;
/// What is promised again was not done: by its words alone, by what it is about, or only by being promised next.
const AGAIN_BARE: i32 = -12;
const AGAIN_SHARED: i32 = -6;
const AGAIN_NEXT: i32 = -9;

fn has(signs: &Signs, sign: Sign) -> bool {
    signs.iter().any(|(_, found)| *found == sign)
}

fn weigh(signs: &Signs, weights: &[(Sign, i32)]) -> i32 {
    weights
        .iter()
        .filter(|(sign, _)| has(signs, *sign))
        .map(|(_, weight)| weight)
        .sum()
}

/// Reads the outcome from the exchange in which the commitment is told of.
pub(super) fn read(
    speech: &Speech<'_>,
    memory: &Memory,
    drafts: &[Draft],
    of: usize,
    (at, place): (usize, usize),
    until: usize,
) -> Outcome {
    let open = &speech.job.context.open[of];
    let here = Place {
        speech,
        memory,
        of,
        at,
        sentence: place,
    };
    let telling = &memory.told[at][place];
    let exchange = here.exchange();
    let again: Vec<&Draft> = here.again(drafts, until).collect();
    let let_go = !here.is_owners()
        && speech.turns[at].sentences[place].has(Cue::DroppedIt)
        && has(&exchange.other, Sign::Dropped);
    let bias = if let_go { LET_GO } else { 0 };
    let done = sum(&exchange, telling, &again, memory, of, at) + bias > 0;
    let status = if let Some(who) = passed_on::to(&here, &exchange) {
        Status::TakenOver(who)
    } else if dropped(&exchange, &again) && !done {
        Status::Dropped
    } else if done {
        Status::Done
    } else {
        undone(speech, open, &exchange)
    };
    let reason = match status {
        Status::Missed | Status::Progress | Status::Dropped => reason::reason(speech, open, at),
        _ => None,
    };
    let waits = matches!(status, Status::Missed | Status::Progress);
    Outcome {
        new_due: moved::to(&here).filter(|_| waits),
        status,
        reason,
    }
}

/// One sum of signs: above nought it was done.
fn sum(
    exchange: &Exchange,
    telling: &Telling,
    again: &[&Draft],
    memory: &Memory,
    of: usize,
    at: usize,
) -> i32 {
    let turn: Signs = exchange
        .near
        .iter()
        .chain(&exchange.later)
        .copied()
        .collect();
    let mut out = BEFORE_ALL
        + weigh(&exchange.near, &NEAR)
        + weigh(&turn, &TURN)
        + weigh(&exchange.after, &AFTER)
        + weigh(&exchange.other, &OTHER);
    if has(&exchange.before, Sign::WasTo) {
        out -= 4;
    }
    out += match turn
        .iter()
        .rev()
        .map(|(_, sign)| polar(*sign))
        .find(|polar| *polar != 0)
    {
        Some(1) => LAST_GOOD,
        Some(_) => LAST_BAD,
        None => 0,
    };
    if telling.same_day && !telling.denied {
        out += SAME_DAY;
    }
    let dated = |draft: &&&Draft| draft.due.is_some();
    if again
        .iter()
        .filter(dated)
        .any(|draft| draft.rich == 0 && draft.at <= at + 10)
    {
        out += AGAIN_BARE;
    }
    if again.iter().filter(dated).any(|draft| draft.at <= at + 5) {
        out += AGAIN_NEXT;
    }
    let shares = |draft: &&Draft| draft.rich <= 1 && shared(memory, of, draft) > 0.5;
    if again.iter().any(shares) {
        out += AGAIN_SHARED;
    }
    out
}

fn shared(memory: &Memory, of: usize, draft: &Draft) -> f64 {
    let mut stems = draft.matter.clone();
    stems.extend(draft.hint.iter().copied());
    stems.sort_unstable();
    stems.dedup();
    memory.matters[of].shared(&stems)
}

/// Which way a sign points, where it alone would settle the matter.
fn polar(sign: Sign) -> i32 {
    match sign {
        Sign::Did | Sign::Stands | Sign::Plain | Sign::Late => 1,
        Sign::DidNot
        | Sign::StandsNot
        | Sign::Forgot
        | Sign::Slips
        | Sign::Waiting
        | Sign::Thwarted
        | Sign::Partial
        | Sign::Only
        | Sign::Renewed => -1,
        _ => 0,
    }
}

/// Whether it was let go: either says so, and it is not promised again.
fn dropped(exchange: &Exchange, again: &[&Draft]) -> bool {
    let said = [
        &exchange.near,
        &exchange.later,
        &exchange.other,
        &exchange.after,
    ]
    .into_iter()
    .any(|signs| has(signs, Sign::Dropped));
    said && !again.iter().any(|draft| draft.due.is_some())
}

/// What is not done is missed when its day has passed; without a day it is missed where its owner says that they did not.
fn undone(speech: &Speech<'_>, open: &OpenCommitment, exchange: &Exchange) -> Status {
    let own: Signs = exchange
        .near
        .iter()
        .chain(&exchange.later)
        .copied()
        .collect();
    let waits = has(&own, Sign::Waiting) || has(&exchange.after, Sign::Waiting);
    let failed = [Sign::Forgot, Sign::Thwarted, Sign::DidNot, Sign::Undone];
    let failed = failed.into_iter().any(|sign| has(&own, sign));
    match open.due {
        // Asked in time, and waiting for the answer.
        Some(_) if waits && has(&exchange.near, Sign::Did) && !has(&own, Sign::Thwarted) => {
            Status::Progress
        }
        Some(due) if due <= speech.job.transcript.date => Status::Missed,
        None if failed && !waits => Status::Missed,
        Some(_) | None => Status::Progress,
    }
}
