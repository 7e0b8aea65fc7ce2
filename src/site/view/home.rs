//! Home: a sentence, the next conversations, what is past its date, how the cadence was kept, what was kept lately.

use serde::Serialize;

use super::super::scene::{Scene, Side};
use super::super::words;
use super::frame::foot;
use super::item::{self, ItemView};
use super::strip::{self, Known, PersonRow};
use super::{Frame, Here, frame, rows};
use crate::insight::promises::Standing;
use crate::ledger::{Commitment, State};
use crate::model::calendar::{days_between, plus_days};
use crate::model::problem::Weight;
use crate::model::{Audience, Meeting};

/// How far ahead the next conversations are told, in days.
const AHEAD: i32 = 7;
/// From how many days on a conversation that was not held is no longer waited for.
const GIVEN_UP: i32 = 91;
/// How many rows a list of the page has at most.
const MOST: usize = 5;
/// How far back what was kept is told, in days.
const LATELY: i32 = 14;

/// The page.
#[derive(Debug, Serialize)]
pub(crate) struct HomePage {
    /// The next conversations, by date.
    pub(crate) next: Vec<Next>,
    /// Past their date: the manager's, then the others'.
    pub(crate) past: Vec<PastSide>,
    /// Everybody, by next meeting.
    pub(crate) people: Vec<PersonRow>,
    /// The day at the left end of the strips.
    pub(crate) since: String,
    /// What was kept lately.
    pub(crate) kept: Vec<ItemView>,
    /// The rest of it; empty when all are told.
    pub(crate) kept_more: String,
    /// Where all of it is.
    pub(crate) settled: String,
    /// What is wrong in the vault, in words; empty when nothing is.
    pub(crate) problems: String,
    /// Where it is told.
    pub(crate) problems_href: String,
    /// Whether the vault holds no meeting and nobody.
    pub(crate) nothing: bool,
    /// Where transcripts go.
    pub(crate) transcripts: String,
}

/// A conversation.
#[derive(Debug, Serialize)]
pub(crate) struct Next {
    /// `Tue 29`.
    pub(crate) day: String,
    /// `was due` when it has not been held; empty otherwise.
    pub(crate) small: &'static str,
    /// Who.
    pub(crate) name: String,
    /// Their role.
    pub(crate) role: String,
    /// Their page.
    pub(crate) href: Option<String>,
    /// What is open between the two.
    pub(crate) words: String,
    /// The agenda.
    pub(crate) agenda: Option<String>,
    /// `last met 15 Sept`.
    pub(crate) last: String,
}

/// What one side promised.
#[derive(Debug, Serialize)]
pub(crate) struct PastSide {
    /// `You promised`.
    pub(crate) heading: &'static str,
    /// The ink.
    pub(crate) side: &'static str,
    /// How many.
    pub(crate) count: usize,
    /// The oldest.
    pub(crate) items: Vec<ItemView>,
    /// How many more there are.
    pub(crate) more: usize,
    /// Where all of them are.
    pub(crate) href: String,
    /// What to say when there is none.
    pub(crate) empty: &'static str,
}

/// The home page.
pub(crate) fn page(scene: &Scene<'_>) -> (Frame, HomePage) {
    let today = scene.today;
    let everybody = strip::everybody(scene);
    let past: Vec<&Commitment> = scene
        .record
        .ledger
        .commitments
        .iter()
        .filter(|one| Standing::of(one, today) == Standing::PastDue)
        .collect();
    let past = rows::order(scene, past);
    let (yours, theirs): (Vec<_>, Vec<_>) = past
        .into_iter()
        .partition(|one| scene.holder(one).0 == Side::You);
    let next: Vec<&Known<'_>> = everybody
        .iter()
        .filter(|known| {
            known.cadence.next.is_some_and(|day| {
                let away = days_between(today, day);
                (-GIVEN_UP..=AHEAD).contains(&away)
            })
        })
        .collect();
    let ahead = next
        .iter()
        .filter(|known| known.cadence.next >= Some(today))
        .count();
    let heading = match ahead {
        0 => "No conversation in the next seven days".to_owned(),
        n => format!(
            "{} in the next seven days",
            words::sentence(&words::count(n, "conversation", "conversations"))
        ),
    };
    let nothing = scene.record.meetings.is_empty() && scene.map.people.is_empty();
    let heading = if nothing {
        "Nothing here yet".to_owned()
    } else {
        heading
    };
    let mut head = frame(scene, Here::Home, &Audience::Manager, &heading);
    head.kicker = format!("{}, {}", words::weekday(today), words::short(today, today));
    if !nothing {
        head.lede = lede(yours.len(), theirs.len(), next.len() - ahead);
    }
    let all: Vec<&Meeting> = scene.record.meetings.iter().collect();
    head.foot = foot(scene, &all);
    let (kept, kept_more) = kept(scene);
    let page = HomePage {
        next: next
            .into_iter()
            .map(|known| next_row(scene, known))
            .collect(),
        past: vec![
            side(
                scene,
                ("You promised", "you", "Nothing of yours is past its date."),
                yours,
                "actions/yours.html",
            ),
            side(
                scene,
                (
                    "They promised",
                    "them",
                    "Nothing of theirs is past its date.",
                ),
                theirs,
                "actions/theirs.html",
            ),
        ],
        people: everybody
            .iter()
            .map(|known| strip::row(scene, known))
            .collect(),
        since: words::short(plus_days(today, -strip::WINDOW), today),
        kept,
        kept_more,
        settled: scene.href("actions/settled.html"),
        problems: problems(scene),
        problems_href: scene.href("problems.html"),
        nothing,
        transcripts: scene.record.config.folders.transcripts.clone(),
    };
    (head, page)
}

fn lede(yours: usize, theirs: usize, not_held: usize) -> String {
    let is = |n: usize| {
        if n == 1 {
            "is past its date"
        } else {
            "are past their date"
        }
    };
    let text = match (yours, theirs) {
        (0, 0) => "Nothing is past its date.".to_owned(),
        (yours, 0) => format!(
            "{} of your promises {}, and none of theirs.",
            words::number(yours),
            is(yours)
        ),
        (0, theirs) => format!(
            "{} of their promises {}, and none of yours.",
            words::number(theirs),
            is(theirs)
        ),
        (yours, theirs) => format!(
            "{} of your promises {}, and {} of theirs.",
            words::number(yours),
            is(yours),
            words::number(theirs)
        ),
    };
    let not_held = match not_held {
        0 => String::new(),
        1 => " One conversation was due and has not been held.".to_owned(),
        n => format!(
            " {} conversations were due and have not been held.",
            words::sentence(&words::number(n))
        ),
    };
    words::sentence(&text) + &not_held
}

fn next_row(scene: &Scene<'_>, known: &Known<'_>) -> Next {
    let today = scene.today;
    let day = known.cadence.next.unwrap_or(today);
    let count = |n: u32| usize::try_from(n).unwrap_or_default();
    let owe = |tally: &crate::insight::Tally| {
        let open = count(tally.open + tally.past_due);
        let past = match count(tally.past_due) {
            0 => String::new(),
            n if n == open && n == 1 => ", past its date".to_owned(),
            2 if open == 2 => ", both past their date".to_owned(),
            n if n == open => ", all past their date".to_owned(),
            1 => ", one past its date".to_owned(),
            n => format!(", {} past their date", words::number(n)),
        };
        (open, past)
    };
    let ((yours, your_past), (theirs, their_past)) = (owe(&known.yours), owe(&known.theirs));
    let name = known.person.first_name();
    let things = |n: usize| words::count(n, "thing", "things");
    let open = match (yours, theirs) {
        (0, 0) => "Nothing is open between you.".to_owned(),
        (yours, 0) => format!("You owe {}{your_past}; {name} owes nothing.", things(yours)),
        (0, theirs) => format!(
            "{name} owes {}{their_past}; you owe nothing.",
            things(theirs)
        ),
        (yours, theirs) => format!(
            "You owe {}{your_past}; {name} owes {}{their_past}.",
            things(yours),
            words::number(theirs)
        ),
    };
    let agenda = scene.map.agendas.get(&known.person.slug).and_then(|list| {
        let document = scene.documents.get(*list.first()?)?;
        scene.map.documents.get(&document.path)
    });
    Next {
        small: if day < today { "was due" } else { "" },
        day: if day < today {
            words::short(day, today)
        } else {
            format!("{} {}", words::weekday_short(day), day.day())
        },
        name: known.person.name.clone(),
        role: known.person.role.clone().unwrap_or_default(),
        href: scene.person_href(&known.person.slug),
        words: open,
        agenda: agenda.map(|file| scene.href(file)),
        last: known.cadence.last().map_or_else(String::new, |last| {
            format!("last met {}", words::short(last, today))
        }),
    }
}

fn side(
    scene: &Scene<'_>,
    (heading, side, empty): (&'static str, &'static str, &'static str),
    list: Vec<&Commitment>,
    file: &str,
) -> PastSide {
    PastSide {
        heading,
        side,
        count: list.len(),
        more: list.len().saturating_sub(MOST),
        items: list
            .into_iter()
            .take(MOST)
            .map(|one| item::promise(scene, one))
            .collect(),
        href: scene.href(file),
        empty,
    }
}

fn kept(scene: &Scene<'_>) -> (Vec<ItemView>, String) {
    let from = plus_days(scene.today, -LATELY);
    let mut kept: Vec<&Commitment> = scene
        .record
        .ledger
        .commitments
        .iter()
        .filter(
            |one| matches!(one.state, State::Done(Some(day)) if day >= from && day <= scene.today),
        )
        .collect();
    kept = rows::order(scene, kept);
    let more = kept.len().saturating_sub(MOST);
    let items = kept
        .into_iter()
        .take(MOST)
        .map(|one| item::promise(scene, one))
        .collect();
    let more = if more == 0 {
        String::new()
    } else {
        format!("and {more} more")
    };
    (items, more)
}

fn problems(scene: &Scene<'_>) -> String {
    let count = scene
        .problems
        .iter()
        .filter(|problem| problem.weight == Weight::Problem)
        .count();
    match count {
        0 => String::new(),
        1 => "One thing in the vault could not be read as it stands.".to_owned(),
        n => format!(
            "{} things in the vault could not be read as they stand.",
            words::sentence(&words::number(n))
        ),
    }
}
