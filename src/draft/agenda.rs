//! The agenda of somebody's next 1:1, from what stood after the last one: what each side owes (the manager first), what is unsettled,
//! what was put off. It holds no reasons and nothing of the manager's own eyes: it may be laid on the table.

use std::fmt::Write as _;

use jiff::civil::Date;

use crate::insight::Cadence;
use crate::ledger::{Commitment, Promises, Record, State};
use crate::model::{Detail, Item, ItemId, Kind, Meeting, Missing, Person, VaultPath, calendar};
use crate::note::{Block, Draft, Section, ids, links};
use crate::transcript::inert;
use crate::vault::front_matter::quoted;

use super::{DocumentKind, Planned};

/// How many of the last meetings an open question is carried over from.
const LOOK_BACK: usize = 2;

/// The agenda of `person`'s next 1:1; none before the first one.
pub fn plan(record: &Record, person: &Person) -> Option<Planned> {
    let days = record.one_to_ones(&person.slug).map(|meeting| meeting.date);
    let date = Cadence::of(person, days, &record.config).next?;
    let last = record.one_to_ones(&person.slug).next_back()?;
    let manager = last
        .manager
        .as_ref()
        .and_then(|slug| record.people.get(slug));
    let manager_name = manager.map_or("The manager", Person::first_name);
    let desk = Desk {
        record,
        person,
        date,
    };
    let mut room = usize::from(record.config.agenda_minutes) * 2 / 5;
    let (mine, theirs, others) = desk.owed();
    let mut sections = Vec::new();
    let mut section = |heading: String, lines: Vec<Line>, most: usize| {
        let most = most.min(room);
        let over = lines.len().saturating_sub(most);
        room -= lines.len() - over;
        let mut blocks: Vec<Block> = lines
            .into_iter()
            .take(most)
            .map(|line| desk.block(&heading, &line))
            .collect();
        if over > 0 {
            blocks.push(desk.rest(&heading, over));
        }
        sections.push(Section {
            heading,
            always: false,
            blocks,
        });
    };
    section(format!("## {manager_name} owes"), mine, 5);
    section(format!("## {} owes", person.first_name()), theirs, 5);
    section("## Others owe".to_owned(), others, 2);
    section("## To settle".to_owned(), desk.to_settle(), 4);
    section(
        "## Expectations to confirm".to_owned(),
        desk.to_confirm(),
        3,
    );
    section("## Put off last time".to_owned(), desk.put_off(), 3);
    for heading in ["## Mine", "## Theirs"] {
        sections.push(Section {
            heading: heading.to_owned(),
            always: true,
            blocks: Vec::new(),
        });
    }
    let head = format!(
        "---\nperson: {}\ndate: {date}\ntype: agenda\n---\n# {}, agenda for {}\n",
        quoted(&links::person_in_full(person)),
        person.name,
        calendar::long(date)
    );
    Some(Planned {
        path: VaultPath::within(
            &record.config.folders.agendas,
            &format!("{date}-{}.md", person.slug),
        ),
        kind: DocumentKind::Agenda(date),
        person: person.slug.clone(),
        draft: Draft {
            head,
            sections,
            made_from: format!("agenda after {}", last.date),
        },
    })
}

/// A line of the agenda, and the item of which its id is made.
struct Line {
    about: ItemId,
    words: String,
}

struct Desk<'a> {
    record: &'a Record,
    person: &'a Person,
    date: Date,
}

impl Desk<'_> {
    fn block(&self, heading: &str, line: &Line) -> Block {
        let id = self.id(heading, line.about.as_str());
        Block {
            text: format!("- {} ^{id}", line.words),
            id,
        }
    }

    fn rest(&self, heading: &str, over: usize) -> Block {
        let id = self.id(heading, "rest");
        Block {
            text: format!("- and {over} more ^{id}"),
            id,
        }
    }

    fn id(&self, heading: &str, about: &str) -> ItemId {
        ids::mint(&[
            "agenda",
            &self.date.to_string(),
            self.person.slug.as_str(),
            heading,
            about,
        ])
    }

    /// Open promises: the manager's, the person's, anybody else's. Those with the earliest date come first.
    fn owed(&self) -> (Vec<Line>, Vec<Line>, Vec<Line>) {
        let Promises {
            managers,
            theirs,
            others,
        } = self.record.promises_with(&self.person.slug);
        let lines = |mut commitments: Vec<&Commitment>, named: bool| -> Vec<Line> {
            commitments.retain(|commitment| commitment.state == State::Open);
            commitments.sort_by_key(|commitment| {
                (commitment.due.is_none(), commitment.due, commitment.raised)
            });
            let line = |commitment: &Commitment| {
                let words = inert::escape(&commitment.text);
                let words = match &commitment.owner {
                    Some(owner) if named => format!("{}: {words}", inert::escape(&owner.name)),
                    _ => words,
                };
                promise(commitment, words, self.date)
            };
            commitments.into_iter().map(line).collect()
        };
        (
            lines(managers, false),
            lines(theirs, false),
            lines(others, true),
        )
    }

    /// What has no owner, date or measure, each with its question, and what was missed and not promised again.
    fn to_settle(&self) -> Vec<Line> {
        let recent = self.recent();
        let first = recent.first().map(|meeting| meeting.date);
        let promises = self.record.promises_with(&self.person.slug);
        let missed = promises.iter().filter(|commitment| {
            let heard = commitment.events.last().map(|event| event.date);
            commitment.state == State::Missed && heard >= first
        });
        let missed: Vec<Line> = missed
            .map(|commitment| {
                let mut line = promise(commitment, inert::escape(&commitment.text), self.date);
                line.words
                    .push_str(". Missed: is it still wanted, and by when?");
                line
            })
            .collect();
        let unclear = self.items(Kind::Unclear, |item| match &item.detail {
            Detail::Unclear { missing } => Some(questions(*missing)),
            _ => None,
        });
        missed.into_iter().chain(unclear).collect()
    }

    fn to_confirm(&self) -> Vec<Line> {
        self.items(Kind::Expectation, |item| match &item.detail {
            Detail::Expectation {
                acknowledged: false,
                ..
            } => Some("Say it once more, and hear it back.".to_owned()),
            _ => None,
        })
    }

    fn put_off(&self) -> Vec<Line> {
        self.items(Kind::Deferred, |_| Some(String::new()))
    }

    fn recent(&self) -> Vec<&Meeting> {
        let mut recent: Vec<&Meeting> = self
            .record
            .one_to_ones(&self.person.slug)
            .rev()
            .take(LOOK_BACK)
            .collect();
        recent.reverse();
        recent
    }

    /// The items of a kind in the last meetings, newest meeting first, each with the words that `note` adds; left out where it gives none.
    fn items(&self, kind: Kind, note: impl Fn(&Item) -> Option<String>) -> Vec<Line> {
        let mut lines = Vec::new();
        for meeting in self.recent().into_iter().rev() {
            for item in meeting.items.iter().filter(|item| item.kind() == kind) {
                let Some(note) = note(item) else { continue };
                let mut words = format!(
                    "{} ({})",
                    inert::escape(&item.text),
                    links::item(&meeting.link_to(item))
                );
                if !note.is_empty() {
                    let _ = write!(words, ". {note}");
                }
                lines.push(Line {
                    about: item.id.clone(),
                    words,
                });
            }
        }
        lines
    }
}

fn promise(commitment: &Commitment, mut words: String, on: Date) -> Line {
    match commitment.chain.len() {
        0 | 1 => {}
        2 => words.push_str(", promised twice"),
        times => {
            let _ = write!(words, ", promised {times} times");
        }
    }
    if let Some(due) = commitment.due {
        let _ = write!(words, ", due {}", calendar::day_near(due, on));
    }
    if let Some(link) = commitment.chain.last() {
        let _ = write!(words, " ({})", links::item(link));
    }
    Line {
        about: commitment.id.clone(),
        words,
    }
}

fn questions(missing: Missing) -> String {
    let asked = [
        (missing.owner, "Who takes it?"),
        (missing.date, "By when?"),
        (
            missing.measure,
            "How will both of you know that it is done?",
        ),
    ];
    let asked: Vec<&str> = asked
        .into_iter()
        .filter_map(|(lacks, question)| lacks.then_some(question))
        .collect();
    asked.join(" ")
}
