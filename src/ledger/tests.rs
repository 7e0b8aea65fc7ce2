//! What a reader of the ledger can rely on.

use jiff::civil::{Date, date};
use proptest::prelude::*;

use super::*;
use crate::insight::Tally;
use crate::model::{
    Context, Detail, Evidence, FollowUp, Item, Meeting, Source, Status, TaskState, calendar,
};

const DANA: &str = "dana-whitlock";
const SALLY: &str = "sally-chen";

fn id(n: u32) -> ItemId {
    ItemId::parse(&format!("tl{n:08}")).unwrap()
}

fn who(name: &str) -> Who {
    Who {
        name: name.into(),
        person: Some(Slug::new(name)),
    }
}

fn day(n: i32) -> Date {
    calendar::plus_days(date(2026, 9, 7), n)
}

fn meeting(on: Date, items: Vec<Item>) -> Meeting {
    Meeting {
        note: VaultPath::new(&format!("meetings/{on}.md")),
        transcript: Some(VaultPath::new(&format!("transcripts/{on}.md"))),
        date: on,
        start: None,
        title: None,
        person: Some(Slug::new(SALLY)),
        people: vec![Slug::new(SALLY)],
        manager: Some(Slug::new(DANA)),
        engine: Some("rules 1".into()),
        turns: 10,
        items,
        maybe: Vec::new(),
    }
}

fn item(n: u32, detail: Detail) -> Item {
    Item {
        id: id(n),
        text: format!("thing {n}"),
        detail,
        source: Source::Speech(vec![Evidence {
            turn: 1,
            speaker: "Sally".into(),
            quote: format!("I'll do thing {n}"),
            time: None,
        }]),
        said_in: None,
    }
}

fn link(n: u32, on: Date) -> ItemRef {
    ItemRef {
        note: VaultPath::new(&format!("meetings/{on}.md")),
        id: id(n),
        date: on,
    }
}

fn action(
    n: u32,
    owner: &str,
    due: Option<Date>,
    again: Option<ItemRef>,
    state: TaskState,
) -> Item {
    let owner = Some(who(owner));
    item(
        n,
        Detail::Action {
            owner,
            due,
            state,
            again,
        },
    )
}

fn follow(n: u32, of: ItemRef, status: Status, new_due: Option<Date>) -> Item {
    item(
        n,
        Detail::FollowUp(FollowUp {
            of: Some(of),
            status,
            new_due,
            reason: None,
        }),
    )
}

fn only(meetings: &[Meeting]) -> Commitment {
    let mut ledger = Fold::all(meetings);
    assert_eq!(ledger.commitments.len(), 1, "{:#?}", ledger.commitments);
    ledger.commitments.remove(0)
}

fn kinds(commitment: &Commitment) -> Vec<EventKind> {
    commitment.events.iter().map(|event| event.kind).collect()
}

#[test]
fn a_promise_is_kept_on_the_day_a_meeting_tells_of_it() {
    let kept = only(&[
        meeting(
            day(0),
            vec![action(1, SALLY, Some(day(4)), None, TaskState::Open)],
        ),
        meeting(day(7), vec![follow(2, link(1, day(0)), Status::Done, None)]),
    ]);
    assert_eq!(kept.state, State::Done(Some(day(7))));
    assert_eq!(kinds(&kept), [EventKind::Promised, EventKind::Done]);
}

#[test]
fn a_new_date_in_time_is_renegotiated_and_a_late_one_is_a_slip() {
    let first = meeting(
        day(0),
        vec![action(1, SALLY, Some(day(7)), None, TaskState::Open)],
    );
    let in_time = only(&[
        first.clone(),
        meeting(
            day(7),
            vec![follow(2, link(1, day(0)), Status::Progress, Some(day(20)))],
        ),
    ]);
    assert_eq!(
        kinds(&in_time),
        [EventKind::Promised, EventKind::Renegotiated]
    );
    let late = only(&[
        first,
        meeting(
            day(14),
            vec![action(
                2,
                SALLY,
                Some(day(20)),
                Some(link(1, day(0))),
                TaskState::Open,
            )],
        ),
    ]);
    assert_eq!(kinds(&late), [EventKind::Promised, EventKind::Slipped]);
    for promise in [in_time, late] {
        assert_eq!((promise.state, promise.due), (State::Open, Some(day(20))));
    }
}

#[test]
fn a_missed_promise_made_again_is_open_and_a_task_taken_back_is_handed_over() {
    let promise = only(&[
        meeting(
            day(0),
            vec![action(1, SALLY, Some(day(4)), None, TaskState::Open)],
        ),
        meeting(
            day(7),
            vec![
                follow(2, link(1, day(0)), Status::Missed, None),
                action(
                    3,
                    DANA,
                    Some(day(9)),
                    Some(link(1, day(0))),
                    TaskState::Open,
                ),
            ],
        ),
    ]);
    assert_eq!(
        kinds(&promise),
        [
            EventKind::Promised,
            EventKind::Missed,
            EventKind::HandedOver
        ]
    );
    assert!(promise.by_manager);
    assert_eq!(promise.state, State::Open);
    assert_eq!(promise.chain, [link(1, day(0)), link(3, day(7))]);
}

#[test]
fn the_owners_tick_wins_over_speech() {
    let ticked = |state| {
        only(&[
            meeting(day(0), vec![action(1, SALLY, Some(day(4)), None, state)]),
            meeting(
                day(7),
                vec![follow(2, link(1, day(0)), Status::Missed, None)],
            ),
        ])
        .state
    };
    assert_eq!(ticked(TaskState::Open), State::Missed);
    assert_eq!(
        ticked(TaskState::Done(Some(day(3)))),
        State::Done(Some(day(3)))
    );
    assert_eq!(ticked(TaskState::Done(None)), State::Done(None));
    assert_eq!(ticked(TaskState::Dropped(None)), State::Dropped);
}

#[test]
fn an_undated_tick_closes_on_the_meeting_that_says_so() {
    let kept = only(&[
        meeting(
            day(0),
            vec![action(1, SALLY, None, None, TaskState::Done(None))],
        ),
        meeting(day(7), vec![follow(2, link(1, day(0)), Status::Done, None)]),
    ]);
    assert_eq!(kept.state, State::Done(Some(day(7))));
}

#[test]
fn a_promise_made_again_after_a_dated_tick_is_open_again() {
    let promise = only(&[
        meeting(
            day(0),
            vec![action(1, SALLY, None, None, TaskState::Done(Some(day(2))))],
        ),
        meeting(
            day(7),
            vec![action(
                2,
                SALLY,
                None,
                Some(link(1, day(0))),
                TaskState::Open,
            )],
        ),
    ]);
    assert_eq!(promise.state, State::Open);
}

#[test]
fn a_copied_note_counts_once() {
    let original = meeting(day(0), vec![action(1, SALLY, None, None, TaskState::Open)]);
    let copy = Meeting {
        note: VaultPath::new("meetings/copy.md"),
        ..original.clone()
    };
    assert_eq!(only(&[original, copy]).chain.len(), 1);
}

#[test]
fn a_meeting_hears_of_what_concerns_its_people_and_is_not_yet_settled() {
    let mut fold = Fold::default();
    let mut team = meeting(
        day(0),
        vec![action(1, "Tom Ode", None, None, TaskState::Open)],
    );
    team.person = None;
    team.people = vec![Slug::new(SALLY), Slug::new("Tom Ode")];
    fold.add(&team);
    fold.add(&meeting(
        day(1),
        vec![
            action(2, SALLY, Some(day(3)), None, TaskState::Open),
            action(3, DANA, None, None, TaskState::Open),
        ],
    ));
    let heard = |context: &Context| -> Vec<String> {
        context.open.iter().map(|open| open.text.clone()).collect()
    };
    let manager = Slug::new(DANA);
    let sally = fold.context(day(8), &[Slug::new(SALLY)], Some(&manager));
    assert_eq!(heard(&sally), ["thing 2", "thing 3"]);
    let tom = fold.context(day(8), &[Slug::new("Tom Ode")], Some(&manager));
    assert_eq!(heard(&tom), ["thing 1"]);
    fold.add(&meeting(
        day(8),
        vec![follow(4, link(2, day(1)), Status::Done, None)],
    ));
    let later = fold.context(day(15), &[Slug::new(SALLY)], Some(&manager));
    assert_eq!(heard(&later), ["thing 3"]);
    let forgotten = fold.context(day(300), &[Slug::new(SALLY)], Some(&manager));
    assert_eq!(heard(&forgotten), Vec::<String>::new());
}

/// What an item is about, what it is, its day, and its box.
type Plan = (u32, u8, Option<i32>, u8);

fn any_items() -> impl Strategy<Value = Vec<Vec<Plan>>> {
    let one = (
        0_u32..40,
        0_u8..8,
        proptest::option::of(0_i32..120),
        0_u8..3,
    );
    proptest::collection::vec(proptest::collection::vec(one, 0..6), 1..8)
}

proptest! {
    /// Whatever a vault holds: each action item belongs to exactly one chain, and the counts add up.
    #[test]
    fn every_promise_is_counted_once(plan in any_items()) {
        let mut meetings: Vec<Meeting> = Vec::new();
        let mut promised: Vec<ItemRef> = Vec::new();
        let mut n = 0;
        for (at, items) in plan.into_iter().enumerate() {
            let on = day(7 * i32::try_from(at).unwrap());
            let mut found = Vec::new();
            for (pick, what, due, tick) in items {
                n += 1;
                let due = due.map(day);
                let earlier = promised.get(pick as usize % promised.len().max(1)).cloned();
                let state = [TaskState::Open, TaskState::Done(None), TaskState::Dropped(due)][tick as usize];
                let owner = if pick % 2 == 0 { SALLY } else { DANA };
                found.push(match (what, earlier) {
                    (0, Some(of)) => follow(n, of, Status::Done, None),
                    (1, Some(of)) => follow(n, of, Status::Missed, due),
                    (2, Some(of)) => follow(n, of, Status::Progress, due),
                    (3, Some(of)) => follow(n, of, Status::TakenOver(who(DANA)), due),
                    (4, Some(of)) => follow(n, of, Status::Dropped, None),
                    (5, again) => action(n, owner, due, again, state),
                    _ => action(n, owner, due, None, state),
                });
            }
            let held = meeting(on, found);
            promised.extend(held.items.iter().filter(|item| item.kind() == crate::model::Kind::Action).map(|item| held.link_to(item)));
            meetings.push(held);
        }
        let ledger = Fold::all(&meetings);
        let mut chained: Vec<&ItemId> = ledger.commitments.iter().flat_map(|commitment| &commitment.chain).map(|link| &link.id).collect();
        chained.sort_unstable();
        let mut all: Vec<&ItemId> = promised.iter().map(|link| &link.id).collect();
        all.sort_unstable();
        prop_assert_eq!(chained, all);
        let tally = Tally::of(&ledger.commitments, day(60));
        prop_assert_eq!(tally.total() as usize, ledger.commitments.len());
        for commitment in &ledger.commitments {
            prop_assert_eq!(commitment.events[0].date, commitment.raised);
            prop_assert!(commitment.events.windows(2).all(|pair| pair[0].date <= pair[1].date));
        }
    }
}
