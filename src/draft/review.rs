//! The review draft of a period, by outcomes and outputs: sentences whose every claim has its receipt, no rating, no reasons, no hedges.
//! The manager's own promises come before the person's (law 8). What the record cannot know the draft says.

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::insight::promises::Standing;
use crate::insight::{Cadence, Tally};
use crate::ledger::{Commitment, Expectation, Fold, Ledger, Record};
use crate::model::calendar::{Period, day_month, long, month_name};
use crate::model::{Detail, Direction, Framework, ItemId, Meeting, Person, Tone, VaultPath};
use crate::note::{Block, Draft, Section, links, meeting::quoted as yaml_quoted};
use crate::transcript::inert;

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
        section("## Outcomes", desk.expected(&mut prose, Framework::Outcome)),
        section("## Outputs", desk.outputs(&mut prose)),
        section("## Promises", desk.promises(&mut prose)),
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

    fn expected(&self, prose: &mut Prose<'_>, framework: Framework) -> Vec<Block> {
        let (word, written) = match framework {
            Framework::Outcome => ("outcome", &self.person.outcomes),
            Framework::Output => ("output", &self.person.outputs),
        };
        let mut blocks = Vec::new();
        for line in written {
            let mut text = Paragraph::default();
            let file = self.person.file.as_ref().map_or("", VaultPath::link);
            let words = format!(
                "Written down as an {word}: {} ([[{file}|the file of {}]]).",
                inert::escape(line),
                self.person.first_name()
            );
            prose.say(&mut text, &words, []);
            if framework == Framework::Outcome {
                prose.say(
                    &mut text,
                    "Whether it was reached the record does not say by itself.",
                    [],
                );
            }
            blocks.push(prose.block(&format!("{word} {line}"), &text));
        }
        let stated: Vec<&Expectation> = self
            .ledger
            .expectations
            .iter()
            .filter(|expectation| expectation.person.as_ref() == Some(&self.person.slug))
            .filter(|expectation| {
                expectation.framework == framework && self.period.contains(expectation.stated)
            })
            .collect();
        for expectation in &stated {
            blocks.push(self.stated(prose, expectation));
        }
        if blocks.is_empty() && framework == Framework::Outcome {
            let mut text = Paragraph::default();
            prose.say(&mut text, "The record holds no outcome that was stated in this period. This draft therefore judges none.", []);
            blocks.push(prose.block("no outcome", &text));
        }
        blocks
    }

    fn stated(&self, prose: &mut Prose<'_>, expectation: &Expectation) -> Block {
        let mut text = Paragraph::default();
        let words = match self.record.item(&expectation.item.id) {
            Some((_, item)) => quoted(item),
            None => inert::escape(&expectation.text),
        };
        let said = format!(
            "On {} {} said: {words}.",
            day_month(expectation.stated),
            self.manager
        );
        prose.say(&mut text, &said, [&expectation.item.id]);
        let (with, without): (Vec<_>, Vec<_>) = [
            (expectation.measure, "a measure"),
            (expectation.date, "a date"),
        ]
        .into_iter()
        .partition(|(is, _)| *is);
        let names = |parts: Vec<(bool, &str)>| {
            listed(
                &parts
                    .into_iter()
                    .map(|(_, name)| name.to_owned())
                    .collect::<Vec<_>>(),
                ", ",
            )
        };
        let clear = match (with.is_empty(), without.is_empty()) {
            (false, true) => "It came with a measure and a date".to_owned(),
            (true, _) => "It came without a measure and without a date".to_owned(),
            (false, false) => format!(
                "It came with {} and without {}",
                names(with),
                names(without)
            ),
        };
        let heard = if expectation.acknowledged {
            format!("{clear}; {} said yes to it.", self.person.first_name())
        } else {
            format!(
                "{clear}; the record holds no yes from {}.",
                self.person.first_name()
            )
        };
        prose.say(&mut text, &heard, [&expectation.item.id]);
        prose.block(&format!("expectation {}", expectation.item.id), &text)
    }

    fn outputs(&self, prose: &mut Prose<'_>) -> Vec<Block> {
        let mut blocks = self.expected(prose, Framework::Output);
        let first_name = self.person.first_name();
        let theirs = self.commitments(|commitment| self.is_theirs(commitment));
        let kinds: [(&str, &[Standing]); 5] = [
            ("kept", &[Standing::Kept, Standing::KeptUndated]),
            ("kept after its date", &[Standing::KeptLate]),
            ("said to be not done", &[Standing::Missed]),
            ("still open", &[Standing::Open, Standing::PastDue]),
            ("dropped by agreement", &[Standing::Dropped]),
        ];
        for (words, standings) in kinds {
            let those: Vec<&&Commitment> = theirs
                .iter()
                .filter(|commitment| standings.contains(&Standing::of(commitment, self.until)))
                .collect();
            if those.is_empty() {
                continue;
            }
            let named: Vec<String> = those
                .iter()
                .map(|commitment| {
                    format!(
                        "{}{}",
                        inert::escape(&commitment.text),
                        prose.marks(receipts(commitment))
                    )
                })
                .collect();
            let mut text = Paragraph::default();
            let opening = format!(
                "Of what {first_name} promised, {} {words}: {}.",
                sentence_count(those.len(), words),
                named.join("; ")
            );
            prose.say(&mut text, &opening, []);
            blocks.push(prose.block(&format!("outputs {words}"), &text));
        }
        blocks
    }

    fn promises(&self, prose: &mut Prose<'_>) -> Vec<Block> {
        let mine = self.commitments(|commitment| commitment.by_manager);
        let theirs = self.commitments(|commitment| self.is_theirs(commitment));
        let sides = [
            (sentence(self.manager), mine, "manager"),
            (self.person.first_name().to_owned(), theirs, "person"),
        ];
        let mut blocks = Vec::new();
        for (name, commitments, side) in sides {
            let mut text = Paragraph::default();
            if commitments.is_empty() {
                prose.say(
                    &mut text,
                    &format!("The record holds no promise of {name} in this period."),
                    [],
                );
                blocks.push(prose.block(&format!("promises {side}"), &text));
                continue;
            }
            let tally = Tally::of(commitments.iter().copied(), self.until);
            let parts = [
                (tally.kept + tally.undated, "kept"),
                (tally.late, "kept late"),
                (tally.missed, "missed"),
                (tally.dropped, "dropped"),
                (tally.open, "open"),
                (tally.past_due, "open and past the date"),
            ];
            let parts: Vec<String> = parts
                .iter()
                .filter(|(n, _)| *n > 0)
                .map(|(n, word)| format!("{n} {word}"))
                .collect();
            let words = format!(
                "{name} made {} that stood as follows on {}: {}.",
                counted(commitments.len(), "promise", "promises"),
                day_month(self.until),
                listed(&parts, ", ")
            );
            let all: Vec<&ItemId> = commitments
                .iter()
                .map(|commitment| &commitment.id)
                .collect();
            prose.say(&mut text, &words, all);
            let (dated, kept) = tally.dated;
            let rate = match tally.rate(&self.record.config) {
                Some(rate) => format!(
                    "Of the {dated} with a date that had passed, {kept} were kept by it (likely {:.0} to {:.0} %; a count, not a grade).",
                    rate.low * 100.0,
                    rate.high * 100.0
                ),
                None => format!(
                    "{} had a date that had passed; a rate needs {}.",
                    sentence(&counted(dated as usize, "promise", "promises")),
                    self.record.config.measures.rate_minimum
                ),
            };
            prose.say(&mut text, &rate, []);
            blocks.push(prose.block(&format!("promises {side}"), &text));
        }
        blocks
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

    /// The months of the period, up to the last meeting, in which no 1:1 was held.
    fn silent_months(&self) -> Vec<String> {
        let held: BTreeSet<(i16, i8)> = self
            .meetings
            .iter()
            .map(|meeting| (meeting.date.year(), meeting.date.month()))
            .collect();
        let (Some(first), Some(last)) = (held.first().copied(), held.last().copied()) else {
            return Vec::new();
        };
        let start = (self.period.first.year(), self.period.first.month()).min(first);
        let mut months = Vec::new();
        let mut at = start;
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

    fn is_theirs(&self, commitment: &Commitment) -> bool {
        let owner = commitment
            .owner
            .as_ref()
            .and_then(|owner| owner.person.as_ref());
        owner == Some(&self.person.slug)
    }

    /// The promises between the two that were made in the period.
    fn commitments(&self, whose: impl Fn(&Commitment) -> bool) -> Vec<&Commitment> {
        let of_these_two = |commitment: &&Commitment| {
            self.period.contains(commitment.raised)
                && (commitment.person.as_ref() == Some(&self.person.slug)
                    || self.is_theirs(commitment))
                && whose(commitment)
        };
        self.ledger
            .commitments
            .iter()
            .filter(of_these_two)
            .collect()
    }
}

/// What proves how a commitment ended: where it was promised first, and where it was last spoken of.
fn receipts(commitment: &Commitment) -> Vec<&ItemId> {
    let mut ids = vec![&commitment.id];
    if let Some(last) = commitment
        .events
        .last()
        .filter(|event| event.item.id != commitment.id)
    {
        ids.push(&last.item.id);
    }
    ids
}

fn sentence_count(n: usize, words: &str) -> String {
    let verb = if n == 1 { "was" } else { "were" };
    if words == "still open" {
        format!(
            "{} {}",
            counted(n, "thing", "things"),
            if n == 1 { "is" } else { "are" }
        )
    } else {
        format!("{} {verb}", counted(n, "thing", "things"))
    }
}
