//! `throughline undo`: the bytes that the last command replaced.

use std::process::ExitCode;

use anyhow::Result;

use super::Desk;
use super::run::{count, lock, verdict};
use super::write::{Dry, diff};

/// Bring back what the last command replaced in your notes, agendas and reviews, and put what it took from the inbox back there.
///
/// A file that changed after that command is left alone and named. The site is not touched: build it again.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  throughline undo\n  throughline undo --dry-run")]
pub(super) struct Undo {
    #[command(flatten)]
    dry: Dry,
}

impl Undo {
    pub(super) fn run(&self, desk: &Desk) -> Result<ExitCode> {
        let vault = desk.vault()?;
        let Some(lock) = lock(desk, &vault)? else {
            return Ok(ExitCode::FAILURE);
        };
        let mut undo = vault.replaced()?;
        if self.dry.dry_run {
            let mut shown = String::new();
            for file in &undo.replaced {
                shown.push_str(&diff(&file.path, Some(&file.now), file.before.as_deref()));
            }
            desk.screen.print(&shown)?;
        } else {
            let failed = vault.bring_back(&lock, &undo)?;
            undo.problems.extend(failed);
            let files = count(undo.replaced.len() + undo.moved.len(), "file", "files");
            desk.screen
                .say(&format!("{files} as before `throughline {}`", undo.command));
        }
        desk.screen.problems(&undo.problems);
        Ok(verdict(&undo.problems))
    }
}
