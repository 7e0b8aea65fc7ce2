//! What an item is, in a word or two: its shape, whose ink it is in, and the facts that go with it. One wording for every page.

use super::super::scene::{Scene, Side};
use super::super::threads;
use super::super::words;
use super::item::Piece;
use crate::insight::promises::Standing;
use crate::model::{
    Detail, Direction, FollowUp, Framework, Item, ItemRef, Meeting, Missing, Status, TaskState,
    Tone, Who,
};
use jiff::civil::Date;

/// What an item is, in a word or two, with its shape and its ink.
pub(crate) struct Sort {
    /// The shape's name.
    pub(crate) glyph: &'static str,
    /// Whose it is.
    pub(crate) side: Side,
    /// How whoever it belongs to is called; empty where the kind belongs to nobody in particular.
    pub(crate) name: String,
    /// `Promised`, `Kept late`.
    pub(crate) kind: String,
    /// What goes with it: `by 15 Sept`.
    pub(crate) facts: Vec<Piece>,
}

/// What an item of a meeting is.
pub(crate) fn sort(scene: &Scene<'_>, meeting: &Meeting, item: &Item) -> Sort {
    match &item.detail {
        Detail::Action {
            owner,
            due,
            state,
            again,
        } => {
            let holder = holder(scene, owner.as_ref(), meeting);
            promised(scene, holder, *due, *state, again.as_ref())
        }
        Detail::Unclear { missing } => Sort {
            glyph: "unclear",
            side: Side::Nobody,
            name: String::new(),
            kind: "Unclear".to_owned(),
            facts: vec![Piece::plain(lacks(*missing))],
        },
        Detail::Expectation {
            framework,
            measure,
            date,
            acknowledged,
        } => expected(*framework, *measure, *date, *acknowledged),
        Detail::FollowUp(follow_up) => followed(scene, meeting, follow_up),
        Detail::Feedback {
            direction,
            from,
            to,
            tone,
            hedged,
        } => {
            let manager = meeting.manager.as_ref();
            let to = scene.name(to, manager);
            let to = if to == "You" { "you".to_owned() } else { to };
            let between = format!("{} to {to}", scene.name(from, manager));
            said(*direction, *tone, *hedged, between)
        }
        Detail::Deferred => Sort {
            glyph: "putoff",
            side: Side::Nobody,
            name: String::new(),
            kind: "Put off".to_owned(),
            facts: Vec::new(),
        },
    }
}

/// Whose promise it is, and how they are called. Somebody who is named and not known is not the manager.
fn holder(scene: &Scene<'_>, owner: Option<&Who>, meeting: &Meeting) -> (Side, String) {
    let manager = meeting.manager.as_ref();
    match owner {
        None => (Side::Nobody, String::new()),
        Some(who) if who.person.is_none() => (Side::Them, who.name.clone()),
        Some(who) => (
            Side::of(who.person.as_ref(), manager),
            scene.name(who, manager),
        ),
    }
}

fn promised(
    scene: &Scene<'_>,
    (side, name): (Side, String),
    due: Option<Date>,
    state: TaskState,
    again: Option<&ItemRef>,
) -> Sort {
    let mut facts = vec![Piece::plain(due.map_or_else(
        || "no date".to_owned(),
        |due| format!("by {}", words::short(due, scene.today)),
    ))];
    facts.extend(again.map(|again| Piece {
        text: format!("promised before, {}", words::short(again.date, scene.today)),
        href: scene.item_href(again),
    }));
    let (glyph, box_says) = match state {
        TaskState::Open => ("open", None),
        TaskState::Done(None) => ("kept", Some("ticked off".to_owned())),
        TaskState::Done(Some(day)) => (
            "kept",
            Some(format!("ticked off {}", words::short(day, scene.today))),
        ),
        TaskState::Dropped(_) => ("dropped", Some("dropped".to_owned())),
    };
    facts.extend(box_says.map(Piece::plain));
    let kind = if again.is_some() {
        "Promised again"
    } else {
        "Promised"
    };
    Sort {
        glyph,
        side,
        name,
        kind: kind.to_owned(),
        facts,
    }
}

fn expected(framework: Framework, measure: bool, date: bool, acknowledged: bool) -> Sort {
    let mut facts = vec![
        Piece::plain(match framework {
            Framework::Outcome => "an outcome",
            Framework::Output => "an output",
        }),
        Piece::plain(match (measure, date) {
            (true, true) => "with a measure and a date",
            (true, false) => "with a measure",
            (false, true) => "with a date, no measure",
            (false, false) => "no measure, no date",
        }),
    ];
    if acknowledged {
        facts.push(Piece::plain("acknowledged"));
    }
    Sort {
        glyph: "expect",
        side: Side::You,
        name: String::new(),
        kind: "Expected".to_owned(),
        facts,
    }
}

fn said(direction: Direction, tone: Tone, hedged: bool, between: String) -> Sort {
    let mut facts = vec![Piece::plain(between)];
    if hedged {
        facts.push(Piece::plain("hedged"));
    }
    Sort {
        glyph: "said",
        side: match direction {
            Direction::ManagerToReport => Side::You,
            Direction::ReportToManager => Side::Them,
        },
        name: String::new(),
        kind: match tone {
            Tone::Praise => "Said, praise",
            Tone::Corrective => "Said, corrective",
        }
        .to_owned(),
        facts,
    }
}

fn followed(scene: &Scene<'_>, meeting: &Meeting, follow_up: &FollowUp) -> Sort {
    let commitment = follow_up
        .of
        .as_ref()
        .and_then(|of| scene.commitment(&of.id));
    let (side, name) = commitment.map_or((Side::Nobody, String::new()), |commitment| {
        scene.holder(commitment)
    });
    let late = commitment.is_some_and(|commitment| {
        threads::late_since(commitment, meeting.date).is_some_and(|day| day < meeting.date)
            && Standing::of(commitment, meeting.date) == Standing::KeptLate
    });
    let (glyph, kind) = match &follow_up.status {
        Status::Done if late => ("late", "Kept late".to_owned()),
        Status::Done => ("kept", "Kept".to_owned()),
        Status::Missed => ("missed", "Missed".to_owned()),
        Status::Progress if follow_up.new_due.is_some() => ("part", "New date".to_owned()),
        Status::Progress => ("part", "On the way".to_owned()),
        Status::Dropped => ("dropped", "Dropped".to_owned()),
        Status::TakenOver(who) => (
            "part",
            format!(
                "Taken over by {}",
                scene.name(who, meeting.manager.as_ref())
            ),
        ),
    };
    let mut facts = Vec::new();
    if let Some(due) = follow_up.new_due {
        facts.push(Piece::plain(format!(
            "now by {}",
            words::short(due, scene.today)
        )));
    }
    if let Some(of) = &follow_up.of {
        facts.push(Piece {
            text: format!("promised {}", words::short(of.date, scene.today)),
            href: scene.item_href(of),
        });
    }
    if let Some(reason) = follow_up.reason {
        let words = reason.words();
        facts.push(Piece::plain(if words.starts_with("no ") {
            words.to_owned()
        } else {
            format!("reason given: {words}")
        }));
    }
    Sort {
        glyph,
        side,
        name,
        kind,
        facts,
    }
}

/// `no owner, no date`.
pub(crate) fn lacks(missing: Missing) -> String {
    let parts: Vec<String> = missing.names().map(|name| format!("no {name}")).collect();
    parts.join(", ")
}
