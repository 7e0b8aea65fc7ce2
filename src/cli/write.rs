//! Writing into the vault: under the lock, the journal first, and once more where a file changed meanwhile. Or only shown, as a diff.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use anyhow::Result;
use similar::TextDiff;

use crate::model::{Problem, VaultPath};
use crate::pipeline::{self, File};
use crate::vault::Journal;

use super::Desk;
use super::run::Run;

/// How often a run is made again because somebody changed a file while it was at work.
const TRIES: u32 = 3;

/// The option of every command that writes.
#[derive(Debug, Clone, Copy, clap::Args)]
pub(super) struct Dry {
    /// Write nothing: print what would change, as a diff
    #[arg(long)]
    pub(super) dry_run: bool,
}

/// What became of the writes.
#[derive(Debug, Default)]
pub(super) struct Wrote {
    /// How many files.
    pub(super) files: usize,
    /// What could not be written.
    pub(super) problems: Vec<Problem>,
}

/// Writes what `wanted` makes of a run. Where a file changed since it was read, everything is read and made again, at most thrice.
pub(super) fn write(
    desk: &Desk,
    run: &mut Run,
    command: &str,
    dry: Dry,
    wanted: impl Fn(&Run) -> Result<BTreeMap<VaultPath, File>>,
) -> Result<Wrote> {
    let mut files = wanted(run)?;
    if dry.dry_run {
        desk.screen.print(&diff(&files))?;
        return Ok(Wrote::default());
    }
    let mut journal = Journal::of(command);
    let mut written = 0;
    for attempt in 1.. {
        for (path, file) in &files {
            journal.note(path, file.before.as_deref(), &file.bytes);
        }
        run.vault.keep(&journal)?;
        let mut done = pipeline::write(&run.vault, &files);
        written += done.written;
        if done.changed.is_empty() || attempt == TRIES {
            done.problems.extend(done.changed.iter().map(changed));
            return Ok(Wrote {
                files: written,
                problems: done.problems,
            });
        }
        run.again(desk)?;
        files = wanted(run)?;
    }
    Ok(Wrote::default())
}

fn changed(path: &VaultPath) -> Problem {
    Problem::new(
        path,
        None,
        "this file changed again and again while Throughline was at work; it was left alone",
        "Run the command again when nothing else writes the file.",
    )
}

/// The changes as a unified diff; empty where there are none.
fn diff(files: &BTreeMap<VaultPath, File>) -> String {
    let mut out = String::new();
    for (path, file) in files {
        let before = file.before.as_deref().map(String::from_utf8_lossy);
        let after = String::from_utf8_lossy(&file.bytes);
        let from = match &before {
            Some(_) => format!("a/{path}"),
            None => "/dev/null".to_owned(),
        };
        let before = before.unwrap_or_default();
        let diff = TextDiff::from_lines(before.as_ref(), after.as_ref());
        let _ = write!(
            out,
            "{}",
            diff.unified_diff().header(&from, &format!("b/{path}"))
        );
    }
    out
}
