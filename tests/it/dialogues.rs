//! Short dialogues as data: `dialogues.yaml` says what is spoken and what must be found in it, and this reads both.
//! Every dialogue is one of Dana, who manages, and Sally, met on Tuesday the 10th of March 2026. All failures are told at once.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use jiff::civil::{Date, date};
use serde::Deserialize;

use throughline::extract::{Found, Job, Lexicon, extract};
use throughline::model::{
    Context, Detail, Direction, FollowUp, Framework, ItemId, ItemRef, Kind, OpenCommitment, People,
    Person, Reason, Status, Tone, Transcript, Turn, VaultPath, Who,
};

const DIALOGUES: &str = include_str!("dialogues.yaml");
const DAY: Date = date(2026, 3, 10);
const BEFORE: Date = date(2026, 3, 3);
/// Whom the vault knows, the manager and the person first.
const NAMES: [&str; 3] = ["Dana Whitlock", "Sally Mercer", "Tom Brody"];

/// What the issue asks the engine to understand; each has dialogues.
const PHENOMENA: [&str; 16] = [
    "clear expectations",
    "date given later",
    "dates as spoken",
    "deferred topics",
    "feedback",
    "follow-ups",
    "manager assigns",
    "no commitment",
    "offer and acceptance",
    "offer declined",
    "owner",
    "proposal and who takes it",
    "request and agreement",
    "spoken language",
    "titles",
    "unclear accountability",
];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Dialogue {
    /// A sentence that says what is shown.
    name: String,
    /// The phenomenon, one of [`PHENOMENA`].
    shows: String,
    talk: String,
    /// Days between two meetings; a week where nothing is said.
    cadence: Option<i32>,
    /// What was promised before.
    #[serde(default)]
    open: Vec<Promise>,
    /// All that is found of each kind named here, no more and no less.
    #[serde(default)]
    finds: Vec<Wanted>,
    /// The kinds of which nothing is found.
    #[serde(default)]
    not: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Promise {
    /// One letter, which a follow-up names in `of`.
    id: char,
    owner: String,
    text: String,
    due: Option<Date>,
    quote: String,
}

/// An item that must be found. What is left out may be anything; `none` wants nothing there.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Wanted {
    kind: String,
    owner: Option<String>,
    /// The exact title.
    text: Option<String>,
    /// Words that the title has, whatever its case.
    #[serde(default)]
    text_has: Vec<String>,
    due: Option<String>,
    again: Option<bool>,
    /// What it lacks, at least: two people would not agree on all of it.
    #[serde(default)]
    missing: Vec<String>,
    #[serde(default)]
    not_missing: Vec<String>,
    framework: Option<String>,
    measure: Option<bool>,
    date: Option<bool>,
    acknowledged: Option<bool>,
    of: Option<char>,
    status: Option<String>,
    /// Who took it over.
    by: Option<String>,
    new_due: Option<String>,
    reason: Option<String>,
    direction: Option<String>,
    tone: Option<String>,
    hedged: Option<bool>,
}

/// Somebody by the first name; a name that the vault does not know stays as it is.
fn who(first: &str) -> Who {
    let full = NAMES.into_iter().find(|name| name.starts_with(first));
    Who {
        name: full.unwrap_or(first).to_owned(),
        person: full.map(|name| Person::named(name).slug),
    }
}

fn id(letter: char) -> ItemId {
    ItemId::parse(&format!("tl{}", letter.to_string().repeat(8))).expect("a letter of an id")
}

fn found(dialogue: &Dialogue) -> Vec<Found> {
    let turns = dialogue.talk.lines().zip(1..).map(|(line, number)| {
        let (label, text) = line.split_once(": ").expect("a label");
        Turn {
            number,
            label: label.to_owned(),
            speaker: who(label).person,
            text: text.to_owned(),
            time: None,
            line: number,
        }
    });
    let transcript = Transcript {
        path: VaultPath::new("transcripts/2026-03-10-sally-mercer.md"),
        date: DAY,
        start: None,
        kind: "1-1".to_owned(),
        title: None,
        person: who("Sally").person,
        people: who("Sally").person.into_iter().collect(),
        manager: who("Dana").person,
        duration_minutes: None,
        turns: turns.collect(),
        doubt: None,
        hash: String::new(),
    };
    let open = dialogue.open.iter().map(|promise| OpenCommitment {
        item: ItemRef {
            note: VaultPath::new("meetings/2026-03-03-sally-mercer.md"),
            id: id(promise.id),
            date: BEFORE,
        },
        owner: Some(who(&promise.owner)),
        text: promise.text.clone(),
        quote: promise.quote.clone(),
        due: promise.due,
    });
    let context = Context {
        open: open.collect(),
    };
    let found = extract(&Job {
        lexicon: Lexicon::built_in(),
        transcript: &transcript,
        context: &context,
        people: &People::new(NAMES.map(Person::named)),
        cadence_days: dialogue.cadence.unwrap_or(7),
    });
    found.found.into_iter().filter(|one| one.sure).collect()
}

fn kind(found: &Found) -> &'static str {
    match found.detail.kind() {
        Kind::Action => "action",
        Kind::Unclear => "unclear",
        Kind::Expectation => "expectation",
        Kind::FollowUp => "follow-up",
        Kind::Feedback => "feedback",
        Kind::Deferred => "deferred",
    }
}

fn or_none(value: Option<impl ToString>) -> String {
    value.map_or_else(|| "none".to_owned(), |value| value.to_string())
}

/// The parts of an item under the names that a dialogue gives them.
fn parts(found: &Found) -> Vec<(&'static str, String)> {
    let first = |who: &Who| who.name.split(' ').next().unwrap_or_default().to_owned();
    let mut parts = vec![("text", found.text.clone())];
    match &found.detail {
        Detail::Action {
            owner, due, again, ..
        } => parts.extend([
            ("owner", or_none(owner.as_ref().map(first))),
            ("due", or_none(*due)),
            ("again", again.is_some().to_string()),
        ]),
        Detail::Unclear { missing } => {
            parts.extend(missing.names().map(|name| ("missing", name.to_owned())));
        }
        Detail::Expectation {
            framework,
            measure,
            date,
            acknowledged,
        } => {
            let name = match framework {
                Framework::Outcome => "outcome",
                Framework::Output => "output",
            };
            parts.extend([
                ("framework", name.to_owned()),
                ("measure", measure.to_string()),
                ("date", date.to_string()),
                ("acknowledged", acknowledged.to_string()),
            ]);
        }
        Detail::FollowUp(FollowUp {
            of,
            status,
            new_due,
            reason,
        }) => {
            let (status, by) = match status {
                Status::Done => ("done", None),
                Status::Missed => ("missed", None),
                Status::Progress => ("progress", None),
                Status::Dropped => ("dropped", None),
                Status::TakenOver(by) => ("taken_over", Some(first(by))),
            };
            let of = of.as_ref().and_then(|of| of.id.as_str().chars().last());
            parts.extend([
                ("of", or_none(of)),
                ("status", status.to_owned()),
                ("by", or_none(by)),
                ("new_due", or_none(*new_due)),
                ("reason", reason.map_or_else(String::new, Reason::key)),
            ]);
        }
        Detail::Feedback {
            direction,
            tone,
            hedged,
            ..
        } => {
            let direction = match direction {
                Direction::ManagerToReport => "manager_to_report",
                Direction::ReportToManager => "report_to_manager",
            };
            let tone = match tone {
                Tone::Praise => "praise",
                Tone::Corrective => "corrective",
            };
            parts.extend([
                ("direction", direction.to_owned()),
                ("tone", tone.to_owned()),
                ("hedged", hedged.to_string()),
            ]);
        }
        Detail::Deferred => {}
    }
    parts
}

impl Wanted {
    /// The parts that are asked for, under the same names.
    fn parts(&self) -> Vec<(&'static str, String)> {
        let yes_or_no = |value: Option<bool>| value.map(|value| value.to_string());
        [
            ("text", self.text.clone()),
            ("owner", self.owner.clone()),
            ("due", self.due.clone()),
            ("again", yes_or_no(self.again)),
            ("framework", self.framework.clone()),
            ("measure", yes_or_no(self.measure)),
            ("date", yes_or_no(self.date)),
            ("acknowledged", yes_or_no(self.acknowledged)),
            ("of", self.of.map(String::from)),
            ("status", self.status.clone()),
            ("by", self.by.clone()),
            ("new_due", self.new_due.clone()),
            ("reason", self.reason.clone()),
            ("direction", self.direction.clone()),
            ("tone", self.tone.clone()),
            ("hedged", yes_or_no(self.hedged)),
        ]
        .into_iter()
        .filter_map(|(name, value)| Some((name, value?)))
        .chain(self.missing.iter().map(|name| ("missing", name.clone())))
        .collect()
    }

    fn is(&self, found: &Found) -> bool {
        let there = parts(found);
        let title = found.text.to_lowercase();
        self.kind == kind(found)
            && self.parts().iter().all(|part| there.contains(part))
            && !(there.iter())
                .any(|(name, value)| *name == "missing" && self.not_missing.contains(value))
            && (self.text_has.iter()).all(|words| title.contains(&words.to_lowercase()))
    }
}

fn shown(kind: &str, parts: &[(&'static str, String)], has: &[String]) -> String {
    let mut line = kind.to_owned();
    for (name, value) in parts {
        write!(line, " {name}={value:?}").expect("a string takes it");
    }
    for words in has {
        write!(line, " text has {words:?}").expect("a string takes it");
    }
    line
}

/// What is wrong with what was found, a line each.
fn wrong(dialogue: &Dialogue, mut left: Vec<Found>) -> Vec<String> {
    let mut wrong = Vec::new();
    for wanted in &dialogue.finds {
        if let Some(at) = left.iter().position(|found| wanted.is(found)) {
            left.remove(at);
        } else {
            let asked = shown(&wanted.kind, &wanted.parts(), &wanted.text_has);
            wrong.push(format!("wanted   {asked}"));
        }
    }
    for found in &left {
        let kind = kind(found);
        if dialogue.not.iter().any(|not| not == kind)
            || dialogue.finds.iter().any(|wanted| wanted.kind == kind)
        {
            wrong.push(format!("unwanted {}", shown(kind, &parts(found), &[])));
        }
    }
    wrong
}

#[test]
fn dialogues_hold_what_they_say() {
    let all: Vec<Dialogue> = serde_yaml::from_str(DIALOGUES).expect("the dialogues are in form");
    let mut report = String::new();
    let mut failed = 0;
    for dialogue in &all {
        let wrong = wrong(dialogue, found(dialogue));
        if !wrong.is_empty() {
            failed += 1;
            writeln!(report, "\n[{}] {}", dialogue.shows, dialogue.name).expect("a string");
            for line in dialogue.talk.lines() {
                writeln!(report, "    {line}").expect("a string");
            }
            for line in wrong {
                writeln!(report, "  {line}").expect("a string");
            }
        }
    }
    assert!(failed == 0, "{failed} of {} fail:\n{report}", all.len());
}

#[test]
fn each_phenomenon_has_dialogues_and_no_name_is_taken_twice() {
    let all: Vec<Dialogue> = serde_yaml::from_str(DIALOGUES).expect("the dialogues are in form");
    let shown: BTreeSet<&str> = all.iter().map(|one| one.shows.as_str()).collect();
    assert!(shown.into_iter().eq(PHENOMENA));
    let names: BTreeSet<&str> = all.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(names.len(), all.len());
}
