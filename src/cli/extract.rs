//! `throughline extract`: transcripts to notes, and nothing else.

use std::process::ExitCode;

use anyhow::Result;

use crate::model::Kind;
use crate::pipeline::Reading;

use super::Desk;
use super::run::{Run, count, verdict};
use super::write::{Dry, write};

/// Read new and changed transcripts and write their notes.
///
/// A note that exists is merged with, never overwritten: what you edited, ticked or deleted stays.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  throughline extract\n  throughline extract --again      read every transcript anew, after an update of the engine"
)]
pub(super) struct Extract {
    /// Read every transcript again, also those whose notes are up to date
    #[arg(long)]
    again: bool,
    #[command(flatten)]
    dry: Dry,
}

impl Extract {
    pub(super) fn run(&self, desk: &Desk) -> Result<ExitCode> {
        let reading = if self.again {
            Reading::Everything
        } else {
            Reading::Missing
        };
        let mut run = Run::writing(desk, reading, self.dry)?;
        let wrote = write(desk, &mut run, "extract", self.dry, |run| {
            let folder = &run.snapshot.config.folders.meetings;
            let mut notes = run.compiled.files.clone();
            notes.retain(|path, _| path.below(folder).is_some());
            Ok(notes)
        })?;
        desk.screen.problems(&run.compiled.problems);
        desk.screen.problems(&wrote.problems);
        if self.dry.dry_run {
            return Ok(ExitCode::SUCCESS);
        }
        let read = &run.compiled.extracted;
        for meeting in run
            .compiled
            .record
            .meetings
            .iter()
            .filter(|meeting| read.contains(&meeting.note))
        {
            let kinds = Kind::ALL.map(|kind| {
                meeting
                    .items
                    .iter()
                    .filter(|item| item.kind() == kind)
                    .count()
            });
            let names = [
                "promises",
                "unclear",
                "expectations",
                "follow-ups",
                "feedback",
                "put off",
            ];
            let parts = kinds
                .iter()
                .zip(names)
                .filter(|(n, _)| **n > 0)
                .map(|(n, name)| format!("{n} {name}"));
            let parts: Vec<String> = parts.collect();
            let found = if parts.is_empty() {
                "nothing found".to_owned()
            } else {
                parts.join(", ")
            };
            desk.screen.print(&format!("{}: {found}", meeting.note))?;
        }
        if run.compiled.dropped > 0 {
            desk.screen.say(&format!(
                "{} dropped: the quote did not stand in the transcript",
                count(run.compiled.dropped as usize, "finding", "findings")
            ));
        }
        desk.screen.say(&format!(
            "{} read",
            count(read.len(), "transcript", "transcripts")
        ));
        Ok(verdict(&wrote.problems))
    }
}
