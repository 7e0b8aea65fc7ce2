//! Writing into the vault: under the lock, the journal first, and once more where a file changed meanwhile. Or only shown, as a diff.

use std::collections::BTreeMap;

use anyhow::Result;
use similar::TextDiff;

use crate::model::{Problem, VaultPath};
use crate::pipeline::inbox::{self, TookIn};
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
    write_after(desk, run, Journal::of(command), dry, wanted)
}

/// As [`write()`], for a command that has written already: `journal` tells what.
pub(super) fn write_after(
    desk: &Desk,
    run: &mut Run,
    mut journal: Journal,
    dry: Dry,
    wanted: impl Fn(&Run) -> Result<BTreeMap<VaultPath, File>>,
) -> Result<Wrote> {
    let mut files = wanted(run)?;
    if dry.dry_run {
        let shown = files
            .iter()
            .map(|(path, file)| diff(path, file.before.as_deref(), Some(&file.bytes)));
        desk.screen.print(&shown.collect::<String>())?;
        return Ok(Wrote::default());
    }
    let mut written = 0;
    for attempt in 1.. {
        for (path, file) in &files {
            journal.note(path, file.before.as_deref(), &file.bytes);
        }
        keep(run, &journal)?;
        let mut done = pipeline::write(&run.vault, &files);
        written += done.written;
        for path in &done.changed {
            journal.forget(path);
        }
        keep(run, &journal)?;
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

/// Takes in what waits in the inbox and reads the vault again. The journal that comes back is that of the command, which goes on
/// writing. Where nothing may be written it is shown, and what follows is made as if it were.
pub(super) fn take_in(
    desk: &Desk,
    run: &mut Run,
    command: &str,
    dry: Dry,
) -> Result<(Journal, TookIn)> {
    let mut journal = Journal::of(command);
    let plan = run.compiled.inbox.clone();
    if plan.is_empty() {
        return Ok((journal, TookIn::default()));
    }
    let files = plan.files();
    if dry.dry_run {
        let shown = files
            .iter()
            .map(|(path, file)| diff(path, None, Some(&file.bytes)));
        desk.screen.print(&shown.collect::<String>())?;
        for (path, file) in files {
            run.snapshot.files.insert(path, file.bytes.into());
        }
        run.compile(desk);
        return Ok((journal, TookIn::default()));
    }
    let Some(lock) = &run.lock else {
        desk.screen
            .say("The inbox waits: it is taken in only under the vault's lock.");
        return Ok((journal, TookIn::default()));
    };
    for (path, file) in &files {
        journal.note(path, None, &file.bytes);
    }
    keep(run, &journal)?;
    let took = inbox::take_in(&run.vault, lock, &run.snapshot.config.folders.inbox, plan);
    for path in files.keys() {
        if !took.new.iter().any(|(_, new)| new == path) {
            journal.forget(path);
        }
    }
    for (from, to) in &took.moved {
        journal.note_moved(from, to);
    }
    keep(run, &journal)?;
    run.again(desk)?;
    Ok((journal, took))
}

/// Without a lock there is no cache directory, and so no place for a journal.
fn keep(run: &Run, journal: &Journal) -> Result<()> {
    if run.lock.is_some() {
        run.vault.keep(journal)
    } else {
        Ok(())
    }
}

fn changed(path: &VaultPath) -> Problem {
    Problem::new(
        path,
        None,
        "this file changed again and again while Throughline was at work; it was left alone",
        "Run the command again when nothing else writes the file.",
    )
}

/// A change as a unified diff; none is a file that is not there.
pub(super) fn diff(path: &VaultPath, before: Option<&[u8]>, after: Option<&[u8]>) -> String {
    let side = |letter: char, bytes: Option<&[u8]>| match bytes {
        Some(bytes) => (
            format!("{letter}/{path}"),
            String::from_utf8_lossy(bytes).into_owned(),
        ),
        None => ("/dev/null".to_owned(), String::new()),
    };
    let ((from, before), (to, after)) = (side('a', before), side('b', after));
    let diff = TextDiff::from_lines(&before, &after);
    diff.unified_diff().header(&from, &to).to_string()
}
