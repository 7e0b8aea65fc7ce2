//! What was found in a meeting, as sections of rows: the manager's, the person's, nobody's.

use std::collections::BTreeSet;

use serde::Serialize;

use super::super::scene::{Scene, Side};
use super::super::transcript;
use super::item::{self, ItemView, Piece};
use super::sort;
use crate::model::{Item, Kind, Meeting};

/// Items of one kind.
#[derive(Debug, Serialize)]
pub(crate) struct FoundSection {
    /// `Promised`.
    pub(crate) label: &'static str,
    /// `new in this meeting`.
    pub(crate) small: &'static str,
    /// The manager's, the person's, nobody's: only those that hold something.
    pub(crate) columns: Vec<FoundColumn>,
}

/// Items of one side.
#[derive(Debug, Serialize)]
pub(crate) struct FoundColumn {
    /// How they are called; empty where the kind belongs to nobody.
    pub(crate) name: String,
    /// The ink.
    pub(crate) side: &'static str,
    /// The items.
    pub(crate) items: Vec<ItemView>,
}

/// The sections in their order.
pub(crate) const SECTIONS: [(Kind, &str, &str); 6] = [
    (Kind::Action, "Promised", "in this meeting"),
    (Kind::FollowUp, "Followed up", "promised before"),
    (Kind::Unclear, "Unclear", "owner, date or measure"),
    (Kind::Expectation, "Expected", "what good looks like"),
    (Kind::Deferred, "Put off", "to another time"),
    (Kind::Feedback, "Feedback", "said in the room"),
];

/// The section of one kind; none when the meeting holds nothing of it.
pub(crate) fn section(
    scene: &Scene<'_>,
    meeting: &Meeting,
    (kind, label, small): (Kind, &'static str, &'static str),
) -> Option<FoundSection> {
    let sorted: Vec<(sort::Sort, &Item)> = meeting
        .items
        .iter()
        .filter(|item| item.kind() == kind)
        .map(|item| (sort::sort(scene, meeting, item), item))
        .collect();
    let sided = matches!(kind, Kind::Action | Kind::FollowUp);
    let manager = scene.manager_name(meeting.manager.as_ref());
    let person = meeting.person.as_ref().map(|slug| scene.first_name(slug));
    let mut columns = Vec::new();
    // The manager, the person, everybody else who is named, nobody: somebody else's promise is not the person's.
    for (side, others, heading) in [
        (Side::You, false, manager.as_str()),
        (Side::Them, false, person.unwrap_or_default()),
        (
            Side::Them,
            true,
            if person.is_some() {
                "Others"
            } else {
                "Everybody else"
            },
        ),
        (Side::Nobody, false, "Nobody named"),
    ] {
        let items: Vec<ItemView> = sorted
            .iter()
            .filter(|(sort, _)| sort.side == side)
            .filter(|(sort, _)| {
                side != Side::Them || others == (sided && Some(sort.name.as_str()) != person)
            })
            .map(|(sort, item)| row(scene, meeting, item, sort, kind, others))
            .collect();
        if !items.is_empty() {
            columns.push(FoundColumn {
                name: if sided {
                    heading.to_owned()
                } else {
                    String::new()
                },
                side: side.class(),
                items,
            });
        }
    }
    (!columns.is_empty()).then_some(FoundSection {
        label,
        small,
        columns,
    })
}

/// An item's row: its words lead to the words it was found in, the turns are named behind its facts.
fn row(
    scene: &Scene<'_>,
    meeting: &Meeting,
    item: &Item,
    sort: &sort::Sort,
    kind: Kind,
    named: bool,
) -> ItemView {
    let mut meta = Vec::new();
    // What the section does not say already.
    if kind == Kind::FollowUp || matches!(sort.kind.as_str(), "Said, praise" | "Said, corrective") {
        meta.push(Piece::plain(
            sort.kind.trim_start_matches("Said, ").to_lowercase(),
        ));
    }
    if named {
        meta.push(Piece::plain(sort.name.clone()));
    }
    meta.extend(sort.facts.iter().cloned());
    let href = evidence(scene, meeting, item, &mut meta);
    ItemView {
        id: if has_anchor(meeting, item) {
            item.id.to_string()
        } else {
            String::new()
        },
        glyph: sort.glyph,
        side: sort.side.class(),
        text: item.text.clone(),
        href,
        meta,
    }
}

/// Adds the item's turns to its facts; where its words stand on this page.
fn evidence(
    scene: &Scene<'_>,
    meeting: &Meeting,
    item: &Item,
    meta: &mut Vec<Piece>,
) -> Option<String> {
    meta.extend(item::by_hand(item));
    let said = scene.record.said_in(meeting, item);
    // Empty on the page of the meeting itself, so that its links stay within it.
    let page = if said.note == meeting.note {
        String::new()
    } else {
        scene.meeting_href(said)?
    };
    let transcript = scene.record.transcript(said)?;
    let held: Vec<u32> = item
        .source
        .evidence()
        .iter()
        .map(|evidence| evidence.turn)
        .filter(|turn| transcript.turn(*turn).is_some())
        .collect::<BTreeSet<u32>>()
        .into_iter()
        .collect();
    for (place, turn) in held.iter().enumerate() {
        meta.push(Piece {
            text: if place == 0 {
                format!("turn {turn}")
            } else {
                turn.to_string()
            },
            href: Some(format!("{page}#t{turn}")),
        });
    }
    let first = item.source.evidence().first()?;
    let turn = transcript.turn(first.turn)?;
    Some(match transcript::find(&turn.text, &first.quote) {
        Some(_) if page.is_empty() => format!("#q-{}", item.id),
        _ => format!("{page}#t{}", first.turn),
    })
}

/// A row of what does not count.
pub(crate) fn maybe(scene: &Scene<'_>, meeting: &Meeting, item: &Item) -> ItemView {
    let sort = sort::sort(scene, meeting, item);
    let mut meta = vec![Piece::plain(sort.kind.clone())];
    evidence(scene, meeting, item, &mut meta);
    let mut before = meeting.items.iter().chain(&meeting.maybe);
    let first = before
        .find(|other| other.id == item.id)
        .is_some_and(|other| std::ptr::eq(other, item));
    ItemView {
        id: if first {
            item.id.to_string()
        } else {
            String::new()
        },
        glyph: sort.glyph,
        side: sort.side.class(),
        text: item.text.clone(),
        href: meta.iter().find_map(|piece| piece.href.clone()),
        meta,
    }
}

/// Whether this is the first item of its id in the note: of two only one can be what a link leads to.
pub(crate) fn has_anchor(meeting: &Meeting, item: &Item) -> bool {
    let first = meeting.items.iter().find(|other| other.id == item.id);
    first.is_some_and(|first| std::ptr::eq(first, item))
}
