//! What the last command replaced, kept in the user's cache directory so that `undo` can bring it back. It is written before the first
//! file of the vault is touched: whatever happens then, the bytes that stood there are safe.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write as _;

use anyhow::{Context as _, Result, bail};
use serde::{Deserialize, Serialize};

use crate::model::{Problem, VaultPath};

use super::{Lock, Vault, cache, hash};

const NAME: &str = "journal.json";

/// A command's writes.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Journal {
    /// The command, as it is called.
    command: String,
    files: BTreeMap<String, Entry>,
    /// Files that were put away: from where, and where to.
    #[serde(default)]
    moved: Vec<(String, String)>,
}

/// A file as a command left it, and what stood there before; none where there was no file.
#[derive(Debug)]
pub struct Replaced {
    /// The file.
    pub path: VaultPath,
    /// What stands there.
    pub now: Vec<u8>,
    /// What stood there.
    pub before: Option<Vec<u8>>,
}

/// What there is to undo.
#[derive(Debug)]
pub struct Undo {
    /// The command, as it is called.
    pub command: String,
    /// The files that are still as it left them.
    pub replaced: Vec<Replaced>,
    /// The files that it put away: from where, and where to.
    pub moved: Vec<(VaultPath, VaultPath)>,
    /// What changed since.
    pub problems: Vec<Problem>,
}

/// One file: what stood there, and what came.
#[derive(Debug, Serialize, Deserialize)]
struct Entry {
    /// None where there was no file.
    before: Option<String>,
    /// The hash of what was written.
    after: String,
}

impl Journal {
    /// The journal of a command that has written nothing yet.
    pub fn of(command: &str) -> Self {
        Self {
            command: command.to_owned(),
            files: BTreeMap::new(),
            moved: Vec::new(),
        }
    }

    /// Notes that a file was put away.
    pub fn note_moved(&mut self, from: &VaultPath, to: &VaultPath) {
        self.moved.push((from.to_string(), to.to_string()));
    }

    /// Takes back what was not written after all: the file had changed, and what stands there now is somebody else's.
    pub fn forget(&mut self, path: &VaultPath) {
        self.files.remove(path.as_str());
    }

    /// Notes what is about to be written. What stood there first is what `undo` brings back, however often a file is written.
    pub fn note(&mut self, path: &VaultPath, before: Option<&[u8]>, after: &[u8]) {
        let after = hash(after);
        self.files
            .entry(path.to_string())
            .and_modify(|entry| entry.after.clone_from(&after))
            .or_insert_with(|| Entry {
                before: before.map(|bytes| String::from_utf8_lossy(bytes).into_owned()),
                after,
            });
    }
}

impl Vault {
    /// Keeps a journal in place of the last one.
    pub fn keep(&self, journal: &Journal) -> Result<()> {
        if journal.files.is_empty() && journal.moved.is_empty() {
            return Ok(());
        }
        let place = self.cached(NAME)?;
        let about = || format!("cannot write the journal `{}`", place.display());
        let folder = place.parent().context("a file has a folder")?;
        // A temporary file is for the user's eyes only, and stays so when it is put in place.
        let mut file = tempfile::NamedTempFile::new_in(folder).with_context(about)?;
        file.write_all(&serde_json::to_vec(journal)?)
            .with_context(about)?;
        file.as_file().sync_all().with_context(about)?;
        file.persist(&place).with_context(about)?;
        Ok(())
    }

    /// What the last command replaced and is still as that command left it, and what changed since.
    pub fn replaced(&self) -> Result<Undo> {
        let place = self.cached(NAME)?;
        let about = || format!("cannot read the journal `{}`", place.display());
        let bytes = match fs::read(&place) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                bail!(
                    "there is nothing to undo: no command has written into this vault since the last undo"
                )
            }
            Err(error) => return Err(error).with_context(about),
        };
        let journal: Journal = serde_json::from_slice(&bytes).with_context(about)?;
        let mut replaced = Vec::new();
        let mut problems = Vec::new();
        for (path, entry) in journal.files {
            let path = VaultPath::new(&path);
            let now = fs::read(self.place(&path)).ok();
            let before = entry.before.map(String::into_bytes);
            if now == before {
                continue;
            }
            match now.filter(|now| hash(now) == entry.after) {
                Some(now) => replaced.push(Replaced { path, now, before }),
                None => problems.push(Problem::new(
                    &path,
                    None,
                    "this file changed after the command that is to be undone; it is left alone",
                    "Bring back what you want by hand, or from version control.",
                )),
            }
        }
        let path = |path: &String| VaultPath::new(path);
        Ok(Undo {
            command: journal.command,
            replaced,
            moved: journal
                .moved
                .iter()
                .map(|(from, to)| (path(from), path(to)))
                .collect(),
            problems,
        })
    }

    /// Brings it back. When all of it is back the journal is forgotten.
    pub fn bring_back(&self, lock: &Lock, undo: &Undo) -> Result<Vec<Problem>> {
        let mut problems = Vec::new();
        for (from, to) in &undo.moved {
            if let Err(error) = self.take_out(lock, from, to) {
                let hint = "Move it back yourself, if you want it there.";
                problems.push(Problem::new(to, None, format!("{error:#}"), hint));
            }
        }
        for Replaced { path, now, before } in &undo.replaced {
            let done = match before {
                Some(before) => self.write(path, Some(now), before).map(|_| ()),
                None => cache::forget(&self.place(path)),
            };
            if let Err(error) = done {
                let hint = "Check its permissions, then run `throughline undo` again.";
                problems.push(Problem::new(path, None, format!("{error:#}"), hint));
            }
        }
        if problems.is_empty() {
            cache::forget(&self.cached(NAME)?)?;
        }
        Ok(problems)
    }
}
