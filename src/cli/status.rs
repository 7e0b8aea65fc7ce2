//! `throughline status`: how the vault stands, on one screen.

use std::fmt::Write as _;
use std::process::ExitCode;

use anyhow::Result;

use crate::insight::{Cadence, Tally};
use crate::model::calendar;
use crate::pipeline::Reading;

use super::Desk;
use super::run::{Run, count};
use super::screen::{bold, dim};

/// Say how the vault stands: who is met next, what is open, what waits to be read.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  throughline --vault example-vault status")]
pub(super) struct Status {}

impl Status {
    pub(super) fn run(desk: &Desk) -> Result<ExitCode> {
        let run = Run::new(desk, Reading::Nothing)?;
        let record = &run.compiled.record;
        let today = run.options.today;
        let mut out = String::new();
        let notes = record
            .meetings
            .iter()
            .filter(|meeting| meeting.engine.is_some())
            .count();
        let waiting = record.transcripts.len().saturating_sub(notes);
        let _ = writeln!(
            out,
            "{} with {}, {}",
            count(record.meetings.len(), "meeting", "meetings"),
            count(record.met().count(), "person", "people"),
            calendar::long(today)
        );
        if waiting > 0 {
            let _ = writeln!(
                out,
                "{} to be read: run `throughline build`",
                count(waiting, "transcript waits", "transcripts wait")
            );
        }
        let exports = run.compiled.inbox.new.len();
        if exports > 0 {
            let _ = writeln!(
                out,
                "{} in the inbox: run `throughline build`",
                count(exports, "export waits", "exports wait")
            );
        }
        let mut people: Vec<_> = record
            .met()
            .map(|person| {
                let days = record.one_to_ones(&person.slug).map(|meeting| meeting.date);
                (Cadence::of(person, days, &record.config), person)
            })
            .collect();
        people.sort_by(|one, other| (one.0.next, &one.1.slug).cmp(&(other.0.next, &other.1.slug)));
        for (cadence, person) in people {
            let next = cadence.next.map_or_else(String::new, |next| {
                let word = if next < today { "was due" } else { "next" };
                format!("{word} {}", calendar::long(next))
            });
            let _ = writeln!(
                out,
                "\n{}  {}",
                bold(&person.name),
                dim(&format!(
                    "{}; {next}",
                    person.role.as_deref().unwrap_or("no role given")
                ))
            );
            let with = record.promises_with(&person.slug);
            let mine = Tally::of(with.managers, today);
            let theirs = Tally::of(with.theirs, today);
            for (name, tally) in [("you", mine), (person.first_name(), theirs)] {
                let _ = writeln!(
                    out,
                    "  {name}: {} open, {} past their date; {} kept, {} kept late, {} missed",
                    tally.open + tally.past_due,
                    tally.past_due,
                    tally.kept + tally.undated,
                    tally.late,
                    tally.missed
                );
            }
        }
        let wrong = run.compiled.serious();
        if wrong > 0 {
            let _ = writeln!(
                out,
                "\n{}: run `throughline check`",
                count(wrong, "problem", "problems")
            );
        }
        desk.screen.print(&out)?;
        Ok(ExitCode::SUCCESS)
    }
}
