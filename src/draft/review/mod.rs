//! The review draft of a period, by outcomes and outputs: sentences whose every claim has its receipt, no rating, no reasons, no hedges.
//! The manager's own promises come before the person's (law 8). What the record cannot know the draft says.

mod expectations;
mod promises;

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::insight::Cadence;
use crate::ledger::{Fold, Ledger, Record};
use crate::model::calendar::{Period, day_month, long, month_name};
use crate::model::{Detail, Direction, Framework, Meeting, Person, Tone, VaultPath};
use crate::note::{Block, Draft, Section, links};
use crate::vault::front_matter::quoted as yaml_quoted;

use super::prose::{Paragraph, Prose, counted, listed, meeting_link, quoted, sentence};
use super::{DocumentKind, Planned};

/// The review of `person` for the half-year of the last 1:1; none before the first one.
pub fn running(record: &Record, person: &Person) -> Option<Planned> {
    let last = record.one_to_ones(&person.slug).next_back()?;
    Some(plan(record, person, &Period::half_of(last.date)))
}

/// The review of `person` for a period, also one without a meeting.
pub fn plan(record: &Record, person: &Person, period: &Period) -> Planned {
    let meetings: Vec<&Meeting> = record
        .one_to_ones(&person.slug)
        .filter(|meeting| period.contains(meeting.date))
        .collect();
    let ledger = ledger_until(record, period.last);
    let desk = Desk {
        record,
        person,
        period,
        manager: meetings
            .last()
            .and_then(|meeting| record.people.get(meeting.manager.as_ref()?))
            .map_or("the manager", Person::first_name),
        until: meetings.last().map_or(period.first, |meeting| meeting.date),
        meetings,
        ledger: ledger.as_ref().unwrap_or(&record.ledger),
    };
    let mut prose = Prose::new(record, format!("review {period} {}", person.slug));
    let mut sections = vec![
        section("## About this draft", vec![desk.notice(&mut prose)]),
        section("## Promises", desk.promises(&mut prose)),
        section("## Outcomes", desk.expected(&mut prose, Framework::Outcome)),
        section("## Outputs", desk.expected(&mut prose, Framework::Output)),
        section("## Feedback", desk.feedback(&mut prose)),
        section(
            "## What this draft cannot see",
            vec![desk.blind(&mut prose)],
        ),
    ];
    sections.push(Section {
        heading: "## In my words".to_owned(),
        always: true,
        blocks: Vec::new(),
    });
    sections.push(section("## Receipts", prose.footnotes()));
    let head = format!(
        "---\nperson: {}\nperiod: {}\ntype: review\nstatus: draft\n---\n# {}, review draft for {}\n",
        yaml_quoted(&links::person_in_full(person)),
        yaml_quoted(&period.name),
        person.name,
        spoken(period),
    );
    Planned {
        path: VaultPath::within(
            &record.config.folders.reviews,
            &format!("{period}-{}.md", person.slug),
        ),
        kind: DocumentKind::Review(period.name.clone()),
        person: person.slug.clone(),
        draft: Draft {
            head,
            sections,
            made_from: format!("review {period}"),
        },
    }
}

/// The fold as it stood at the period's end; none where nothing came after it.
fn ledger_until(record: &Record, last: Date) -> Option<Ledger> {
    let later = record
        .meetings
        .last()
        .is_some_and(|meeting| meeting.date > last);
    later.then(|| {
        Fold::all(
            record
                .meetings
                .iter()
                .filter(|meeting| meeting.date <= last),
        )
    })
}

fn section(heading: &str, blocks: Vec<Block>) -> Section {
    Section {
        heading: heading.to_owned(),
        always: false,
        blocks,
    }
}

fn spoken(period: &Period) -> String {
    format!("{} to {}", day_month(period.first), long(period.last))
}

struct Desk<'a> {
    record: &'a Record,
    person: &'a Person,
    period: &'a Period,
    manager: &'a str,
    until: Date,
    meetings: Vec<&'a Meeting>,
    ledger: &'a Ledger,
}

impl Desk<'_> {
    fn notice(&self, prose: &mut Prose<'_>) -> Block {
        let mut text = Paragraph::default();
        let first_name = self.person.first_name();
        if self.meetings.is_empty() {
            let words = format!(
                "The record holds no 1:1 with {first_name} in this period, so this draft can say nothing of it."
            );
            prose.say(&mut text, &words, []);
            return prose.block("notice", &text);
        }
        let links: Vec<String> = self
            .meetings
            .iter()
            .map(|meeting| meeting_link(meeting))
            .collect();
        let engines: BTreeSet<&str> = self
            .meetings
            .iter()
            .filter_map(|meeting| meeting.engine.as_deref())
            .collect();
        let engines: Vec<&str> = engines.into_iter().collect();
        let read_by = if engines.is_empty() {
            String::new()
        } else {
            format!(", read by the engine {}", engines.join(", "))
        };
        let words = format!(
            "Made from {} ({}){read_by}.",
            counted(self.meetings.len(), "1:1", "1:1s"),
            listed(&links, ", ")
        );
        prose.say(&mut text, &words, []);
        prose.say(&mut text, "It quotes what was said and judges nothing: whoever signs it has to read it, change it, and own it.", []);
        prose.block("notice", &text)
    }

    fn feedback(&self, prose: &mut Prose<'_>) -> Vec<Block> {
        let mut blocks = Vec::new();
        for (wanted, verb, name) in [
            (Tone::Praise, "praised", "praise"),
            (Tone::Corrective, "named something to change", "corrective"),
        ] {
            let mut text = Paragraph::default();
            let mut any = false;
            for meeting in &self.meetings {
                for item in &meeting.items {
                    let Detail::Feedback {
                        direction: Direction::ManagerToReport,
                        tone,
                        ..
                    } = &item.detail
                    else {
                        continue;
                    };
                    if *tone == wanted {
                        any = true;
                        let words = format!(
                            "On {} {} {verb}: {}.",
                            day_month(meeting.date),
                            self.manager,
                            quoted(item)
                        );
                        prose.say(&mut text, &words, [&item.id]);
                    }
                }
            }
            if any {
                blocks.push(prose.block(&format!("feedback {name}"), &text));
            }
        }
        if blocks.is_empty() && !self.meetings.is_empty() {
            let mut text = Paragraph::default();
            prose.say(
                &mut text,
                &format!(
                    "The record holds no feedback from {} in this period.",
                    self.manager
                ),
                [],
            );
            blocks.push(prose.block("no feedback", &text));
        }
        blocks
    }

    fn blind(&self, prose: &mut Prose<'_>) -> Block {
        let mut text = Paragraph::default();
        prose.say(&mut text, "Work that was never spoken of in a 1:1 does not appear here, and what appears may have been heard wrongly: each receipt leads to the words.", []);
        let days = self.meetings.iter().map(|meeting| meeting.date);
        let cadence = Cadence::of(self.person, days, &self.record.config);
        if cadence.held.len() < cadence.expected {
            let words = format!(
                "{} were held where the cadence ({}) means {}.",
                sentence(&counted(cadence.held.len(), "1:1", "1:1s")),
                self.person.cadence.unwrap_or(self.record.config.cadence),
                cadence.expected
            );
            prose.say(&mut text, &words, []);
        }
        if let Some(first) = self.meetings.first() {
            let begins = format!("Its first 1:1 was held on {}.", day_month(first.date));
            prose.say(&mut text, &begins, []);
        }
        let silent = self.silent_months();
        if !silent.is_empty() {
            prose.say(
                &mut text,
                &format!("From {} there is nothing.", listed(&silent, ", ")),
                [],
            );
        }
        let unsure: usize = self
            .meetings
            .iter()
            .map(|meeting| meeting.maybe.len())
            .sum();
        if unsure > 0 {
            let words = format!(
                "{} stand under “Maybe” in the notes and are not counted.",
                sentence(&counted(unsure, "finding", "findings"))
            );
            prose.say(&mut text, &words, []);
        }
        prose.block("blind", &text)
    }

    /// The months between the first and the last 1:1 of the period in which none was held.
    fn silent_months(&self) -> Vec<String> {
        let month = |day: Date| (day.year(), day.month());
        let held: BTreeSet<(i16, i8)> = self
            .meetings
            .iter()
            .map(|meeting| month(meeting.date))
            .collect();
        let (Some(mut at), Some(last)) = (held.first().copied(), held.last().copied()) else {
            return Vec::new();
        };
        let mut months = Vec::new();
        while at < last {
            if !held.contains(&at) {
                months.push(month_name(at.1).to_owned());
            }
            at = if at.1 == 12 {
                (at.0 + 1, 1)
            } else {
                (at.0, at.1 + 1)
            };
        }
        months
    }
}
