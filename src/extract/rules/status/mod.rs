//! What became of a promise, read off what is said where it is told of, and the reason given.
//! Past due and incomplete is missed; asked in time and waiting is progress; done late is done.

mod done;
mod exchange;
mod reason;
mod signs;
mod undone;

use super::actions::Draft;
use super::dialogue::Speech;
use super::heard::Memory;
use super::telling::Telling;
use crate::model::{OpenCommitment, Reason, Status};
use exchange::{Exchange, Place, Signs};
use signs::Sign;

/// What was told.
pub(super) struct Outcome {
    pub(super) status: Status,
    pub(super) reason: Option<Reason>,
}

/// What speaks for done before anything is heard, where the day has passed, where there is none and where it is still ahead: most of
/// what was due is done, little is done early.
const PASSED: i32 = 10;
const NO_DAY: i32 = 6;
const AHEAD: i32 = -4;

/// What its owner's words weigh, near the telling; positive speaks for done.
const NEAR: [(Sign, i32); 5] = [
    (Sign::Late, 11),
    (Sign::Good, 9),
    (Sign::Plain, 9),
    (Sign::Did, 7),
    (Sign::Partial, -4),
];
/// What they weigh anywhere in the turn.
const TURN: [(Sign, i32); 9] = [
    (Sign::DidNot, -7),
    (Sign::StandsNot, -7),
    (Sign::Undone, -9),
    (Sign::Forgot, -20),
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
const OTHER: [(Sign, i32); 11] = [
    (Sign::Stands, 8),
    (Sign::Plain, 8),
    (Sign::Did, 8),
    (Sign::Receipt, 10),
    (Sign::Thanks, 9),
    (Sign::Good, 6),
    (Sign::Sorry, -7),
    (Sign::DidNot, -5),
    (Sign::StandsNot, -6),
    (Sign::WasTo, -4),
    (Sign::Asks, -2),
];
/// What the last word of the owner's turn weighs.
const LAST_GOOD: i32 = 4;
const LAST_BAD: i32 = -9;
/// "Leave it".
const LET_GO: i32 = -8;
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
    let done = sum(here, &exchange, telling, &again) > 0;
    let status = if dropped(&exchange, &again) && (!done || !shown(&exchange)) {
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
    Outcome { status, reason }
}

/// One sum of signs: above nought it was done.
fn sum(here: Place<'_>, exchange: &Exchange, telling: &Telling, again: &[&Draft]) -> i32 {
    let Place { memory, of, at, .. } = here;
    let turn: Signs = exchange
        .near
        .iter()
        .chain(&exchange.later)
        .copied()
        .collect();
    let open = &here.speech.job.context.open[here.of];
    let before_all = match open.due {
        Some(due) if due <= here.speech.job.transcript.date => PASSED,
        Some(_) => AHEAD,
        None => NO_DAY,
    };
    let mut out = before_all
        + weigh(&exchange.near, &NEAR)
        + weigh(&turn, &TURN)
        + weigh(&exchange.after, &AFTER)
        + weigh(&exchange.other, &OTHER);
    if has(&exchange.before, Sign::WasTo) {
        out -= 4;
    }
    if has(&turn, Sign::Dropped) || has(&exchange.other, Sign::Dropped) {
        out += LET_GO;
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

/// Whether anything but kind words says that it was done.
fn shown(exchange: &Exchange) -> bool {
    let plain = [Sign::Did, Sign::Stands, Sign::Plain, Sign::Receipt];
    [&exchange.near, &exchange.later, &exchange.other]
        .into_iter()
        .any(|signs| plain.into_iter().any(|sign| has(signs, sign)))
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
        Some(_) => Status::Progress,
        None if failed && !waits => Status::Missed,
        None => Status::Progress,
    }
}
