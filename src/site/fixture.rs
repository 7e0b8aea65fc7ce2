//! A small record made by hand, for tests: a manager and three people, 1:1s, a note typed by hand, a meeting of several, drafts.
//! Whatever an owner can write comes in as an argument, so that the same vault can be made hostile.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::{Date, date};

use super::{Document, DocumentKind, Input, Site};
use crate::ledger::{Commitment, Event, EventKind, Expectation, Ledger, Record, State};
use crate::model::{
    Config, Detail, Direction, Evidence, FollowUp, Framework, Item, ItemId, ItemRef, Meeting,
    Missing, Offset, People, Person, Problem, Reason, Slug, Source, Status, TaskState, Tone,
    Transcript, Turn, VaultPath, Who,
};

/// The words that an owner, or somebody in a recorded room, has put into the vault.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Words<'a> {
    /// A person's name.
    pub(crate) name: &'a str,
    /// Any text: roles, items, titles, problems.
    pub(crate) text: &'a str,
    /// What was said; the evidence is all of it.
    pub(crate) speech: &'a str,
    /// A piece of Markdown in an agenda and a review.
    pub(crate) markdown: &'a str,
    /// A part of a file's name.
    pub(crate) file: &'a str,
}

/// Words that want no harm.
pub(crate) const PLAIN: Words<'static> = Words {
    name: "Sally Chen",
    text: "Send Martinez the revised price list",
    speech: "yeah I can get him the new sheet by Friday",
    markdown: "On-time delivery rose.",
    file: "sally-chen",
};

/// The day of the site.
pub(crate) const TODAY: Date = date(2026, 11, 24);

/// An id.
pub(crate) fn id(text: &str) -> ItemId {
    ItemId::parse(text).expect("an id")
}

/// The whole input.
pub(crate) fn input(words: Words<'_>) -> Input {
    let people = people(words);
    let sally = people
        .resolve(words.name)
        .expect("Sally is there")
        .slug
        .clone();
    let meetings = meetings(words, &sally);
    let transcripts = meetings
        .iter()
        .filter_map(|meeting| transcript(words, meeting))
        .collect();
    let ledger = ledger(words, &sally, &meetings);
    let config = Config {
        manager: Some("Dana Whitfield".to_owned()),
        ..Config::default()
    };
    Input {
        record: Arc::new(Record::new(config, people, transcripts, meetings, ledger)),
        documents: documents(words, &sally),
        problems: vec![
            Problem::new(
                &VaultPath::new("transcripts/a.md"),
                Some(3),
                words.text,
                words.text,
            ),
            Problem::guess(
                &VaultPath::new("people/b.md"),
                None,
                "The role was guessed",
                "Write it",
            ),
        ],
        overrides: BTreeMap::new(),
        today: TODAY,
    }
}

/// The site of these words.
pub(crate) fn site(words: Words<'_>) -> Site {
    Site::new(input(words))
}

/// Every page of a site as text, by file.
pub(crate) fn pages(site: &Site) -> BTreeMap<String, String> {
    site.files()
        .filter(|file| {
            file.rsplit_once('.')
                .is_some_and(|(_, ending)| ending == "html")
        })
        .map(|file| {
            let bytes = site
                .render(file)
                .unwrap_or_else(|error| panic!("{file}: {error}"));
            (
                file.to_owned(),
                String::from_utf8(bytes).expect("pages are UTF-8"),
            )
        })
        .collect()
}

fn people(words: Words<'_>) -> People {
    let mut sally = Person::named(words.name);
    sally.role = Some(words.text.to_owned());
    sally.file = Some(VaultPath::new(&format!("people/{}.md", sally.slug)));
    sally.started = Some(date(2025, 3, 1));
    sally.outcomes = vec![words.text.to_owned()];
    let mut ines = Person::named("Ines Halloran");
    ines.file = Some(VaultPath::new("people/ines-halloran.md"));
    People::new([
        sally,
        ines,
        Person::named("Theo Marsh"),
        Person::named("Dana Whitfield"),
    ])
}

fn dana() -> Slug {
    Slug::new("Dana Whitfield")
}

fn who(slug: &Slug, name: &str) -> Who {
    Who {
        name: name.to_owned(),
        person: Some(slug.clone()),
    }
}

fn note(day: Date, words: Words<'_>) -> VaultPath {
    VaultPath::new(&format!("meetings/{day}-{}.md", words.file))
}

fn said(turn: u32, words: Words<'_>) -> Source {
    Source::Speech(vec![Evidence {
        turn,
        speaker: words.name.to_owned(),
        quote: words.speech.to_owned(),
        time: Some(Offset(724)),
    }])
}

fn item(name: &str, words: Words<'_>, detail: Detail, source: Source) -> Item {
    Item {
        id: id(name),
        text: words.text.to_owned(),
        detail,
        source,
        said_in: None,
    }
}

fn action(owner: Who, due: Option<Date>) -> Detail {
    Detail::Action {
        owner: Some(owner),
        due,
        state: TaskState::Open,
        again: None,
    }
}

/// A 1:1 as the rules read it.
fn one(words: Words<'_>, sally: &Slug, day: Date, items: Vec<Item>, maybe: Vec<Item>) -> Meeting {
    Meeting {
        note: note(day, words),
        transcript: Some(VaultPath::new(&format!(
            "transcripts/{day}-{}.md",
            words.file
        ))),
        date: day,
        start: None,
        title: None,
        person: Some(sally.clone()),
        people: vec![sally.clone()],
        manager: Some(dana()),
        engine: Some("rules 1".to_owned()),
        turns: 3,
        items,
        maybe,
    }
}

/// Three 1:1s with a gap before the last, a note typed by hand, a meeting of several.
fn meetings(words: Words<'_>, sally: &Slug) -> Vec<Meeting> {
    let first = date(2026, 10, 5);
    let of = ItemRef {
        note: note(first, words),
        id: id("tlaaaaaaa1"),
        date: first,
    };
    let opening = one(
        words,
        sally,
        first,
        vec![
            item(
                "tlaaaaaaa1",
                words,
                action(who(sally, words.name), Some(date(2026, 10, 9))),
                said(2, words),
            ),
            item(
                "tlaaaaaaa2",
                words,
                action(who(&dana(), "Dana"), None),
                said(2, words),
            ),
            item(
                "tlaaaaaaa3",
                words,
                Detail::Expectation {
                    framework: Framework::Outcome,
                    measure: true,
                    date: false,
                    acknowledged: true,
                },
                said(2, words),
            ),
        ],
        Vec::new(),
    );
    let follow_up = FollowUp {
        of: Some(of),
        status: Status::Missed,
        new_due: Some(date(2026, 10, 20)),
        reason: Some(Reason::Tools),
    };
    let second = one(
        words,
        sally,
        date(2026, 10, 12),
        vec![
            item(
                "tlbbbbbbb1",
                words,
                Detail::FollowUp(follow_up),
                said(2, words),
            ),
            item(
                "tlbbbbbbb2",
                words,
                Detail::Unclear {
                    missing: Missing {
                        owner: true,
                        ..Missing::default()
                    },
                },
                said(9, words),
            ),
            item(
                "tlbbbbbbb3",
                words,
                Detail::Feedback {
                    direction: Direction::ReportToManager,
                    from: who(sally, words.name),
                    to: who(&dana(), "Dana"),
                    tone: Tone::Corrective,
                    hedged: true,
                },
                said(2, words),
            ),
            item("tlbbbbbbb4", words, Detail::Deferred, said(2, words)),
        ],
        vec![item("tlbbbbbbb5", words, Detail::Deferred, said(2, words))],
    );
    let (by_hand, several) = (by_hand(words, sally), several(words, sally));
    vec![opening, second, by_hand, several]
}

/// A note typed by hand, with a promise of somebody who is not known.
fn by_hand(words: Words<'_>, sally: &Slug) -> Meeting {
    let mut meeting = one(words, sally, date(2026, 11, 16), Vec::new(), Vec::new());
    meeting.transcript = None;
    meeting.turns = 0;
    meeting.engine = None;
    let nobody = Who {
        name: words.text.to_owned(),
        person: None,
    };
    let line = Source::Owner {
        path: meeting.note.clone(),
        line: 7,
        quote: words.text.to_owned(),
    };
    meeting.items = vec![item("tlccccccc1", words, action(nobody, None), line)];
    meeting
}

/// A meeting of several, below a folder.
fn several(words: Words<'_>, sally: &Slug) -> Meeting {
    let mut meeting = one(words, sally, date(2026, 11, 18), Vec::new(), Vec::new());
    meeting.note = VaultPath::new(&format!("meetings/team/2026-11-18 {}.md", words.file));
    meeting.transcript = Some(VaultPath::new("transcripts/team/2026-11-18.md"));
    meeting.person = None;
    meeting.title = Some(words.text.to_owned());
    meeting.people.push(Slug::new("Theo Marsh"));
    meeting
}

fn transcript(words: Words<'_>, meeting: &Meeting) -> Option<(VaultPath, Arc<Transcript>)> {
    let path = meeting.transcript.clone()?;
    let turn = |number: u32, label: &str, speaker: Option<Slug>, text: &str| Turn {
        number,
        label: label.to_owned(),
        speaker,
        text: text.to_owned(),
        time: Some(Offset(number * 10)),
        line: number * 2,
    };
    let person = meeting.people.first().cloned();
    let turns = vec![
        turn(1, "Dana", Some(dana()), "How did it go with Martinez?"),
        turn(
            2,
            words.name,
            person,
            &format!("Well, {} I think.\n\nIt is fine.", words.speech),
        ),
        turn(3, words.text, None, "Hm."),
    ];
    let transcript = Transcript {
        path: path.clone(),
        date: meeting.date,
        start: None,
        kind: "1-1".to_owned(),
        title: None,
        person: meeting.person.clone(),
        people: meeting.people.clone(),
        manager: meeting.manager.clone(),
        duration_minutes: Some(31),
        turns,
        doubt: None,
        hash: String::new(),
    };
    Some((path, Arc::new(transcript)))
}

fn ledger(words: Words<'_>, sally: &Slug, meetings: &[Meeting]) -> Ledger {
    let link =
        |meeting: usize, item: usize| meetings[meeting].link_to(&meetings[meeting].items[item]);
    let event = |meeting: usize, item: usize, kind: EventKind, due: Option<Date>| Event {
        date: meetings[meeting].date,
        kind,
        due,
        reason: None,
        item: link(meeting, item),
        transcript: meetings[meeting].transcript.clone(),
    };
    let promise = |meeting: usize, item: usize, owner: Who, due: Option<Date>| Commitment {
        id: meetings[meeting].items[item].id.clone(),
        person: Some(sally.clone()),
        room: vec![sally.clone()],
        by_manager: owner.person == Some(dana()),
        owner: Some(owner),
        text: words.text.to_owned(),
        raised: meetings[meeting].date,
        due,
        state: State::Open,
        chain: vec![link(meeting, item)],
        events: vec![event(meeting, item, EventKind::Promised, due)],
    };
    let mut slipped = promise(0, 0, who(sally, words.name), Some(date(2026, 10, 9)));
    slipped
        .events
        .push(event(1, 0, EventKind::Slipped, Some(date(2026, 10, 20))));
    slipped.due = Some(date(2026, 10, 20));
    let mut done = promise(0, 1, who(&dana(), "Dana Whitfield"), None);
    done.state = State::Done(Some(date(2026, 11, 16)));
    let mut nobody = promise(
        2,
        0,
        Who {
            name: words.text.to_owned(),
            person: None,
        },
        None,
    );
    nobody.person = None;
    Ledger {
        commitments: vec![slipped, done, nobody],
        expectations: vec![Expectation {
            item: link(0, 2),
            person: Some(sally.clone()),
            stated: meetings[0].date,
            text: words.text.to_owned(),
            framework: Framework::Outcome,
            measure: true,
            date: false,
            acknowledged: true,
        }],
    }
}

fn documents(words: Words<'_>, sally: &Slug) -> Vec<Document> {
    let Words {
        markdown,
        file,
        text,
        ..
    } = words;
    let agenda = |day: Date| Document {
        path: VaultPath::new(&format!("agendas/{day}-{file}.md")),
        kind: DocumentKind::Agenda(day),
        person: sally.clone(),
        text: format!(
            "---\nperson: \"[[people/{sally}]]\"\n---\n# {text}\n\n## Sally promised\n- [ ] {markdown} ([[meetings/2026-10-05-{file}#^tlaaaaaaa1|5 October]]) 📅 2026-10-09 ^tlddddddd1\n\t- Sally, turn 2: “{markdown}”\n- [x] done ^tlddddddd2\n- [-] let go ^tlddddddd3\n\n> [!question]- Maybe\n> - one more\n\n%% throughline 1\ncontext 77ab\n%%\n"
        ),
    };
    let review = Document {
        path: VaultPath::new(&format!("reviews/2026-H2-{file}.md")),
        kind: DocumentKind::Review("2026-H2".to_owned()),
        person: sally.clone(),
        text: format!(
            "---\nstatus: draft\n---\n# {text}\n\n## Outcomes\n{markdown}[^tlaaaaaaa3] Twice.[^tlaaaaaaa3]\n\n## Outcomes\n| a | b |\n|---|--:|\n| {text} | 2 |\n\n[^tlaaaaaaa3]: “{markdown}” [[meetings/2026-10-05-{file}#^tlaaaaaaa3|turn 2]]\n[^unused]: unused\n"
        ),
    };
    vec![
        agenda(date(2026, 11, 23)),
        agenda(date(2026, 11, 16)),
        review,
    ]
}
