//! `throughline undo`: the bytes that the last command replaced.

use std::process::ExitCode;

use anyhow::Result;

use super::Desk;
use super::run::{count, verdict};

/// Bring back what the last command replaced in your notes, agendas and reviews.
///
/// A file that changed after that command is left alone and named. The site is not touched: build it again.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  throughline undo")]
pub(super) struct Undo {}

impl Undo {
    pub(super) fn run(desk: &Desk) -> Result<ExitCode> {
        let vault = desk.vault()?;
        let _lock = vault.lock()?;
        let (command, restored, problems) = vault.undo()?;
        desk.screen.problems(&problems);
        for path in &restored {
            desk.screen.print(&path.to_string())?;
        }
        desk.screen.say(&format!(
            "{} as before `throughline {command}`",
            count(restored.len(), "file", "files")
        ));
        Ok(verdict(&problems))
    }
}
