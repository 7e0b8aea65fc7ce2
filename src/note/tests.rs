//! The laws of the note: what is written is read back, and what the owner did is never undone.

use jiff::civil::{Date, date};
use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::*;

use super::line::{Place, read, write};
use super::lines::Document;
use super::{Draft, Names, meeting, merge, render};
use crate::model::config::{Config, TaskFormat, Tasks};
use crate::model::*;

const ON: Date = date(2026, 11, 16);

fn people() -> People {
    let with_file = |name: &str| {
        let mut person = Person::named(name);
        person.file = Some(VaultPath::within("people", &format!("{}.md", person.slug)));
        person
    };
    People::new([
        with_file("Sally Chen"),
        with_file("Gráinne O'Foley"),
        Person::named("Dana Whitlock"),
    ])
}

fn names<'a>(people: &'a People, room: &'a [Slug], labels: &'a [String]) -> Names<'a> {
    Names {
        people,
        room,
        manager: room.first(),
        labels,
    }
}

fn room() -> Vec<Slug> {
    ["Dana Whitlock", "Sally Chen"].map(Slug::new).to_vec()
}

fn transcript() -> Transcript {
    Transcript {
        path: VaultPath::new("transcripts/2026-11-16-sally-chen.md"),
        date: ON,
        start: None,
        kind: "1-1".into(),
        title: None,
        person: Some(Slug::new("Sally Chen")),
        people: vec![Slug::new("Sally Chen")],
        manager: Some(Slug::new("Dana Whitlock")),
        duration_minutes: None,
        turns: Vec::new(),
        doubt: None,
        hash: String::new(),
    }
}

fn who() -> impl Strategy<Value = Who> {
    prop::sample::select(vec![
        "Sally Chen",
        "Gráinne O'Foley",
        "Dana Whitlock",
        "Speaker 2",
    ])
    .prop_map(|name| Who {
        name: name.into(),
        person: (name != "Speaker 2").then(|| Slug::new(name)),
    })
}

fn words() -> impl Strategy<Value = String> {
    let said = "[A-Za-z0-9 éü,.;:?!%&$#*_\\\\|~=^<>()\\[\\]'\"`“”/-]{1,60}";
    said.prop_map(|text| text::squash(&text))
        .prop_filter("words", |text| !text.is_empty())
}

fn day() -> impl Strategy<Value = Date> {
    (-200_i32..200).prop_map(|days| calendar::plus_days(ON, days))
}

fn item_ref() -> impl Strategy<Value = ItemRef> {
    ("[a-z2-7]{8}", 1_i32..300).prop_map(|(id, days)| ItemRef {
        note: VaultPath::new("meetings/team one/2026-11-02-sally-chen.md"),
        id: ItemId::parse(&format!("tl{id}")).unwrap(),
        date: calendar::plus_days(ON, -days),
    })
}

fn follow_up() -> impl Strategy<Value = Detail> {
    let status = prop_oneof![
        Just(Status::Done),
        Just(Status::Missed),
        Just(Status::Progress),
        Just(Status::Dropped),
        who().prop_map(Status::TakenOver)
    ];
    (
        option::of(item_ref()),
        status,
        option::of(day()),
        option::of(prop::sample::select(Reason::ALL.to_vec())),
    )
        .prop_map(|(of, status, new_due, reason)| {
            Detail::FollowUp(FollowUp {
                of,
                status,
                new_due,
                reason,
            })
        })
}

fn detail() -> impl Strategy<Value = Detail> {
    let state = prop_oneof![
        Just(TaskState::Open),
        option::of(day()).prop_map(TaskState::Done),
        option::of(day()).prop_map(TaskState::Dropped)
    ];
    let missing = (any::<bool>(), any::<bool>()).prop_map(|(date, measure)| Missing {
        owner: !date && !measure,
        date,
        measure,
    });
    prop_oneof![
        (
            option::of(who()),
            option::of(day()),
            state,
            option::of(item_ref())
        )
            .prop_map(|(owner, due, state, again)| Detail::Action {
                owner,
                due,
                state,
                again
            }),
        missing.prop_map(|missing| Detail::Unclear { missing }),
        (any::<bool>(), any::<bool>(), any::<bool>(), any::<bool>()).prop_map(
            |(outcome, measure, date, acknowledged)| {
                let framework = if outcome {
                    Framework::Outcome
                } else {
                    Framework::Output
                };
                Detail::Expectation {
                    framework,
                    measure,
                    date,
                    acknowledged,
                }
            }
        ),
        follow_up(),
        (any::<bool>(), any::<bool>(), any::<bool>()).prop_map(|(up, praise, hedged)| {
            let [dana, sally] = ["Dana Whitlock", "Sally Chen"].map(|name| Who {
                name: name.into(),
                person: Some(Slug::new(name)),
            });
            let (direction, from, to) = if up {
                (Direction::ReportToManager, sally, dana)
            } else {
                (Direction::ManagerToReport, dana, sally)
            };
            let tone = if praise {
                Tone::Praise
            } else {
                Tone::Corrective
            };
            Detail::Feedback {
                direction,
                from,
                to,
                tone,
                hedged,
            }
        }),
        Just(Detail::Deferred),
    ]
}

fn evidence() -> impl Strategy<Value = Evidence> {
    let label = prop_oneof![
        Just(String::new()),
        Just("Sally".to_owned()),
        Just("Sally [Acme] *".to_owned())
    ];
    (1_u32..900, label, words(), option::of(0_u32..20_000)).prop_map(
        |(turn, speaker, quote, time)| Evidence {
            turn,
            speaker,
            quote,
            time: time.map(Offset),
        },
    )
}

/// Items with distinct ids, in the order of their kinds, as a note holds them.
fn items(most: usize) -> impl Strategy<Value = Vec<Item>> {
    btree_map(
        "[a-z2-7]{8}",
        (words(), detail(), vec(evidence(), 1..3)),
        0..most,
    )
    .prop_map(|found| {
        let item =
            |(id, (text, detail, evidence)): (String, (String, Detail, Vec<Evidence>))| Item {
                id: ItemId::parse(&format!("tl{id}")).unwrap(),
                text,
                detail,
                source: Source::Speech(evidence),
                said_in: None,
            };
        let mut items: Vec<Item> = found.into_iter().map(item).collect();
        items.sort_by_key(Item::kind);
        items
    })
}

fn tasks() -> impl Strategy<Value = Tasks> {
    let format = prop::sample::select(vec![TaskFormat::Emoji, TaskFormat::Dataview]);
    (format, option::of(Just("one-on-one".to_owned())))
        .prop_map(|(format, tag)| Tasks { format, tag })
}

fn draft_of(items: &[Item], maybe: &[Item]) -> Draft {
    let tasks = Config::default().tasks;
    meeting::draft(
        &transcript(),
        items,
        maybe,
        "transcript aa context bb engine rules 1".into(),
        &people(),
        &tasks,
    )
}

fn read_all(note: &str) -> meeting::Contents {
    let (people, room, labels) = (people(), room(), Vec::new());
    meeting::read(
        &VaultPath::new("meetings/x.md"),
        note,
        ON,
        &names(&people, &room, &labels),
        |_| meeting::Proof::Unasked,
    )
}

proptest! {
    #[test]
    fn what_is_written_is_read_back(items in items(6), maybe in items(3), tasks in tasks()) {
        let (people, room, labels) = (people(), room(), Vec::new());
        let names = names(&people, &room, &labels);
        for item in &items {
            let lines = write(item, Place::Section(item.kind()), &people, &tasks);
            let children: Vec<&str> = lines.lines().skip(1).collect();
            let first = lines.lines().next().unwrap().strip_prefix("- ").unwrap();
            let first = first.strip_suffix(&format!(" ^{}", item.id)).unwrap();
            let parsed = read(first, &children, Place::Section(item.kind()), ON, &names).unwrap();
            prop_assert_eq!(&parsed.text, &item.text);
            prop_assert_eq!(&parsed.detail, &item.detail);
            prop_assert_eq!(parsed.evidence, item.source.evidence());
        }
        let ids: Vec<&ItemId> = items.iter().map(|item| &item.id).collect();
        let maybe: Vec<Item> = maybe
            .into_iter()
            .filter(|item| !ids.contains(&&item.id))
            .filter(|item| !matches!(item.detail, Detail::Action { state: TaskState::Done(_) | TaskState::Dropped(_), .. }))
            .collect();
        let contents = read_all(&render(&draft_of(&items, &maybe)));
        prop_assert_eq!(contents.problems, vec![]);
        prop_assert_eq!(contents.items, items);
        prop_assert_eq!(contents.maybe, maybe);
    }

    #[test]
    fn cutting_keeps_every_byte(text in "(?s).{0,300}") {
        prop_assert_eq!(Document::cut(&text).text(), text);
    }

    #[test]
    fn a_second_merge_changes_nothing(old in items(6), new in items(6), noise in "[a-z>#\\-%\\[\\] \t\r\n]{0,80}") {
        let note = render(&draft_of(&old, &[]));
        prop_assert_eq!(&merge(&note, &draft_of(&old, &[])), &note);
        let edited = note.replacen("## My notes\n", &format!("## My notes\n{noise}\n"), 1);
        let draft = draft_of(&new, &[]);
        let once = merge(&edited, &draft);
        prop_assert_eq!(merge(&once, &draft), once);
    }

    #[test]
    fn what_the_owner_did_is_never_undone(old in items(6), new in items(6), pick in any::<prop::sample::Index>()) {
        prop_assume!(!old.is_empty());
        let touched = pick.get(&old);
        // The next extraction finds the touched item too, with other words.
        let mut next = new;
        next.retain(|item| item.id != touched.id);
        next.push(Item { text: "other words".into(), ..touched.clone() });
        next.sort_by_key(Item::kind);
        let draft = draft_of(&next, &[]);
        let note = render(&draft_of(&old, &[]));
        let line = note.lines().find(|line| line.ends_with(&format!(" ^{}", touched.id))).unwrap();

        let edited_line = line.replacen("- ", "- also: ", 1);
        let edited = merge(&note.replace(line, &edited_line), &draft);
        prop_assert!(edited.lines().any(|other| other == edited_line));

        let block: String = Document::cut(&note)
            .blocks()
            .filter(|(_, part)| part.id.as_ref() == Some(&touched.id))
            .map(|(_, part)| part.raw.clone())
            .collect();
        let deleted = merge(&note.replace(&block, ""), &draft);
        let mark = format!(" ^{}", touched.id);
        prop_assert!(!deleted.contains(&mark));

        let added = note.replacen(&block, &format!("my own line\n\n{block}\t- and a child of mine\n"), 1);
        let merged = merge(&added, &draft);
        prop_assert!(merged.contains("my own line\n"));
        prop_assert!(merged.contains("\t- and a child of mine\n"));
    }
}

const NOTE: &str = "\u{feff}---\r\ntranscript: \"[[transcripts/x]]\"\r\nmood: 'grey'  # mine\r\n---\r\n# Sally\r\n\r\n## Action items\r\n- [ ] Call the bank  \r\n* [x] [[people/sally-chen|Sally]]: send the sheet 📅 2026-11-20 ✅ 2026-11-19 ^tlaaaaaaaa\r\n\t- a thought of mine\r\n\r\n```\r\n- [ ] not an item\r\n```\r\n%% a comment\r\n- [ ] nor this\r\n%%\r\n";

#[test]
fn a_line_added_by_hand_gets_its_id_and_nothing_else_changes() {
    let (people, room, labels) = (people(), room(), Vec::new());
    let names = names(&people, &room, &labels);
    let adopted = meeting::adopt(NOTE, ON, &names);
    let id = read_all(NOTE).items[0].id.clone();
    assert_eq!(adopted, NOTE.replacen("bank  ", &format!("bank  ^{id}"), 1));
    assert_eq!(meeting::adopt(&adopted, ON, &names), adopted);
    assert_eq!(read_all(&adopted).items, {
        let mut items = read_all(NOTE).items;
        items[0].source = Source::Owner {
            path: VaultPath::new("meetings/x.md"),
            line: 8,
            quote: "Call the bank".into(),
        };
        items
    });
}

#[test]
fn the_owners_lines_are_read_with_their_receipts() {
    let contents = read_all(NOTE);
    assert_eq!(contents.state, None);
    let [bank, sheet] = &contents.items[..] else {
        panic!("two items, not {:?}", contents.items)
    };
    assert_eq!(bank.text, "Call the bank");
    assert!(matches!(&bank.source, Source::Owner { line: 8, .. }));
    let Detail::Action {
        owner: Some(owner),
        due,
        state,
        ..
    } = &sheet.detail
    else {
        panic!("{sheet:?}")
    };
    assert_eq!(
        (owner.name.as_str(), *due),
        ("Sally Chen", Some(date(2026, 11, 20)))
    );
    assert_eq!(*state, TaskState::Done(Some(date(2026, 11, 19))));
}

#[test]
fn without_its_state_nothing_is_read_as_deleted_and_everything_is_kept() {
    let item = Item {
        id: ItemId::parse("tlbbbbbbbb").unwrap(),
        text: "Write the list".into(),
        detail: Detail::Deferred,
        source: Source::Speech(vec![Evidence {
            turn: 1,
            speaker: "Sally".into(),
            quote: "later".into(),
            time: None,
        }]),
        said_in: None,
    };
    let draft = draft_of(&[item], &[]);
    let merged = merge(NOTE, &draft);
    assert!(merged.starts_with(NOTE));
    assert!(
        merged.contains(
            "## Put off\r\n- Write the list ^tlbbbbbbbb\r\n\t- Sally, turn 1: “later”\r\n"
        )
    );
    assert_eq!(merge(&merged, &draft), merged);
    let end = merged.rfind("%%").unwrap();
    assert_eq!(read_all(&merged[..end]).state, None);
}

#[test]
fn an_item_moved_from_maybe_is_accepted_where_it_stands() {
    let unsure = Item {
        id: ItemId::parse("tlcccccccc").unwrap(),
        text: "Look into the second carrier".into(),
        detail: Detail::Action {
            owner: None,
            due: None,
            state: TaskState::Open,
            again: None,
        },
        source: Source::Speech(vec![Evidence {
            turn: 3,
            speaker: "Sally".into(),
            quote: "maybe the carrier".into(),
            time: None,
        }]),
        said_in: None,
    };
    let draft = draft_of(&[], std::slice::from_ref(&unsure));
    let note = render(&draft);
    let block =
        "> - Look into the second carrier ^tlcccccccc\n> \t- Sally, turn 3: “maybe the carrier”\n";
    assert!(note.contains(block), "{note}");
    let moved = note
        .replacen(&format!("> [!question]- Maybe\n{block}"), "", 1)
        .replacen(
            "## My notes",
            &format!("## Action items\n{}\n## My notes", block.replace("> ", "")),
            1,
        );
    let merged = merge(&moved, &draft);
    assert_eq!(merged, moved);
    assert_eq!(read_all(&merged).items, [unsure]);
}
