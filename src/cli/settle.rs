//! `throughline settle`: ticks in older notes what later meetings showed done, so that the owner's own queries agree with the ledger.

use std::collections::BTreeMap;
use std::process::ExitCode;

use anyhow::Result;
use jiff::civil::Date;

use crate::ledger::{Commitment, State};
use crate::model::{Detail, ItemId, TaskState, VaultPath};
use crate::note;
use crate::pipeline::{self, Reading};
use crate::vault::text;

use super::Desk;
use super::run::{Run, count, verdict};
use super::write::{Dry, write};

/// Tick, in older notes, the promises that later meetings showed done.
///
/// Without --write it only shows the lines, as a diff. The date behind the tick is that of the meeting that told of it. No other
/// command ticks anything.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  throughline settle              show what would be ticked\n  throughline settle --write\n  throughline settle sally --write"
)]
pub(super) struct Settle {
    /// Only promises with this person: a name, an alias or a slug
    person: Option<String>,
    /// Tick them
    #[arg(long)]
    write: bool,
    /// Show the change as a diff and write nothing, as without `--write`
    #[arg(long)]
    dry_run: bool,
}

impl Settle {
    pub(super) fn run(&self, desk: &Desk) -> Result<ExitCode> {
        let dry = Dry {
            dry_run: self.dry_run || !self.write,
        };
        let mut run = Run::writing(desk, Reading::Nothing, dry)?;
        if let Some(person) = &self.person {
            run.person(person)?;
        }
        let ticked = self.ticks(&run).values().map(BTreeMap::len).sum();
        let wrote = write(desk, &mut run, "settle", dry, |run| {
            let tasks = &run.snapshot.config.tasks;
            let texts = self.ticks(run).into_iter().filter_map(|(path, ids)| {
                let before = text(run.snapshot.files.get(&path)?).ok()?;
                let after = note::tick(before, &ids, tasks);
                Some((path, after))
            });
            Ok(pipeline::changes(&run.snapshot, texts))
        })?;
        desk.screen.problems(&wrote.problems);
        let boxes = count(ticked, "box", "boxes");
        desk.screen.say(&match (ticked, self.write) {
            (0, _) => "Every promise that was told done is ticked.".to_owned(),
            (_, true) => format!("{boxes} ticked"),
            (_, false) => format!("{boxes} to tick: run `throughline settle --write`"),
        });
        Ok(verdict(&wrote.problems))
    }

    /// The boxes to tick, by note: open ones of commitments that speech told done, with the day of the telling.
    fn ticks(&self, run: &Run) -> BTreeMap<VaultPath, BTreeMap<ItemId, Date>> {
        let record = &run.compiled.record;
        let person = self.person.as_ref().and_then(|name| run.person(name).ok());
        let concerns = |commitment: &Commitment| {
            let holder = commitment
                .owner
                .as_ref()
                .and_then(|owner| owner.person.as_ref());
            person.is_none_or(|person| {
                commitment.person.as_ref() == Some(&person.slug) || holder == Some(&person.slug)
            })
        };
        let mut ticks: BTreeMap<VaultPath, BTreeMap<ItemId, Date>> = BTreeMap::new();
        for commitment in record.ledger.commitments.iter().filter(|one| concerns(one)) {
            let State::Done(Some(day)) = commitment.state else {
                continue;
            };
            for link in &commitment.chain {
                let Some((meeting, item)) = record.item(&link.id) else {
                    continue;
                };
                let open = matches!(
                    item.detail,
                    Detail::Action {
                        state: TaskState::Open,
                        ..
                    }
                );
                if open {
                    ticks
                        .entry(meeting.note.clone())
                        .or_default()
                        .insert(link.id.clone(), day);
                }
            }
        }
        ticks
    }
}
