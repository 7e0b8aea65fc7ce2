//! Promises of everybody, in lists that are made beforehand: a filter is a link, so it works without a script.

use serde::Serialize;

use super::super::scene::{Scene, Side};
use super::super::words;
use super::frame::foot;
use super::rows::{self, PromiseRow};
use super::{Frame, Here, Link, frame};
use crate::insight::promises::Standing;
use crate::ledger::Commitment;
use crate::model::{Audience, Meeting};

/// One of the lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Filter {
    /// Whatever is not settled.
    Open,
    /// What is past its date.
    Past,
    /// The manager's that are not settled.
    Yours,
    /// Everybody else's that are not settled.
    Theirs,
    /// What is settled.
    Settled,
}

impl Filter {
    /// All lists, in the order of their links.
    pub(crate) const ALL: [Self; 5] = [
        Self::Open,
        Self::Past,
        Self::Yours,
        Self::Theirs,
        Self::Settled,
    ];

    /// The list's file.
    pub(crate) fn file(self) -> &'static str {
        match self {
            Self::Open => "actions.html",
            Self::Past => "actions/past.html",
            Self::Yours => "actions/yours.html",
            Self::Theirs => "actions/theirs.html",
            Self::Settled => "actions/settled.html",
        }
    }

    fn words(self) -> &'static str {
        match self {
            Self::Open => "Open",
            Self::Past => "Past their date",
            Self::Yours => "Yours",
            Self::Theirs => "Theirs",
            Self::Settled => "Settled",
        }
    }

    fn holds(self, standing: Standing, side: Side) -> bool {
        match self {
            Self::Open => !standing.is_settled(),
            Self::Past => standing == Standing::PastDue,
            Self::Yours => !standing.is_settled() && side == Side::You,
            Self::Theirs => !standing.is_settled() && side != Side::You,
            Self::Settled => standing.is_settled(),
        }
    }
}

/// How many settled promises of a side are told: a list of ten years helps nobody.
const MOST_SETTLED: usize = 250;

/// The page.
#[derive(Debug, Serialize)]
pub(crate) struct ActionsPage {
    /// The manager's, then everybody else's: only those that hold something.
    pub(crate) groups: Vec<ActionGroup>,
    /// Whether the list tells when things were settled.
    pub(crate) settled: bool,
    /// What to say when the list is empty.
    pub(crate) empty: &'static str,
    /// What the list leaves out; empty when it leaves out nothing.
    pub(crate) left_out: String,
}

/// Promises of one side.
#[derive(Debug, Serialize)]
pub(crate) struct ActionGroup {
    /// `Yours`.
    pub(crate) heading: &'static str,
    /// The ink.
    pub(crate) side: &'static str,
    /// How many.
    pub(crate) small: String,
    /// The promises.
    pub(crate) rows: Vec<PromiseRow>,
}

/// A list of promises.
pub(crate) fn page(scene: &Scene<'_>, filter: Filter) -> (Frame, ActionsPage) {
    let held: Vec<&Commitment> = scene
        .record
        .ledger
        .commitments
        .iter()
        .filter(|one| filter.holds(Standing::of(one, scene.today), scene.holder(one).0))
        .collect();
    let held = rows::order(scene, held);
    let past = held
        .iter()
        .filter(|one| Standing::of(one, scene.today) == Standing::PastDue)
        .count();
    let heading = match filter {
        Filter::Open => "Open promises",
        Filter::Past => "Past their date",
        Filter::Yours => "Your open promises",
        Filter::Theirs => "Their open promises",
        Filter::Settled => "Settled promises",
    };
    let mut head = frame(scene, Here::Actions, &Audience::Manager, heading);
    "Promises".clone_into(&mut head.kicker);
    "Lists".clone_into(&mut head.tabs_label);
    head.tabs = Filter::ALL
        .into_iter()
        .map(|one| Link {
            text: one.words().to_owned(),
            href: scene.href(one.file()),
            current: if one == filter { "page" } else { "" },
        })
        .collect();
    let (yours, theirs): (Vec<_>, Vec<_>) = held
        .into_iter()
        .partition(|one| scene.holder(one).0 == Side::You);
    head.lede = lede(filter, yours.len(), theirs.len(), past);
    let all: Vec<&Meeting> = scene.record.meetings.iter().collect();
    head.foot = foot(scene, &all);
    let most = match filter {
        Filter::Settled => MOST_SETTLED,
        _ => usize::MAX,
    };
    let left_out = yours.len().saturating_sub(most) + theirs.len().saturating_sub(most);
    let group = |heading, side, list: Vec<&Commitment>| ActionGroup {
        heading,
        side,
        small: words::figure(list.len(), "promise", "promises"),
        rows: list
            .into_iter()
            .take(most)
            .map(|one| rows::row(scene, one))
            .collect(),
    };
    let mut groups = vec![
        group("Yours", "you", yours),
        group("Theirs", "them", theirs),
    ];
    groups.retain(|group| !group.rows.is_empty());
    let page = ActionsPage {
        groups,
        settled: filter == Filter::Settled,
        left_out: if left_out == 0 {
            String::new()
        } else {
            format!(
                "{} settled earlier {} on the pages of the people they were made with.",
                words::sentence(&words::count(left_out, "promise", "promises")),
                if left_out == 1 { "is" } else { "are" }
            )
        },
        empty: match filter {
            Filter::Open => "Nothing is open.",
            Filter::Past => "Nothing is past its date.",
            Filter::Yours => "You owe nothing.",
            Filter::Theirs => "Nobody owes you anything.",
            Filter::Settled => "Nothing is settled yet.",
        },
    };
    (head, page)
}

fn lede(filter: Filter, yours: usize, theirs: usize, past: usize) -> String {
    if yours + theirs == 0 {
        return String::new();
    }
    let text = match filter {
        Filter::Yours => words::sentence(&words::count(yours, "promise", "promises")),
        Filter::Theirs => words::sentence(&words::count(theirs, "promise", "promises")),
        _ => format!(
            "{}, {} of them yours",
            words::sentence(&words::count(yours + theirs, "promise", "promises")),
            if yours == 0 {
                "none".to_owned()
            } else {
                words::number(yours)
            }
        ),
    };
    let past = match past {
        0 => String::new(),
        _ if filter == Filter::Past => String::new(),
        1 => "; one past its date".to_owned(),
        n => format!("; {} past their date", words::number(n)),
    };
    format!("{text}{past}.")
}
