//! What the last command replaced, kept in the user's cache directory so that `undo` can bring it back. It is written before the first
//! file of the vault is touched: whatever happens then, the bytes that stood there are safe.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write as _;

use anyhow::{Context as _, Result, bail};
use serde::{Deserialize, Serialize};

use crate::model::{Problem, VaultPath};

use super::{Vault, Written, cache, hash};

const NAME: &str = "journal.json";

/// A command's writes.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Journal {
    /// The command, as it is called.
    command: String,
    files: BTreeMap<String, Entry>,
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
        }
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
        if journal.files.is_empty() {
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

    /// Brings back what the last command replaced, and forgets it. A file that changed since is left alone and told.
    pub fn undo(&self) -> Result<(String, Vec<VaultPath>, Vec<Problem>)> {
        let place = self.cached(NAME)?;
        let bytes = match fs::read(&place) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                bail!(
                    "there is nothing to undo: no command has written into this vault since the last undo"
                )
            }
            Err(error) => {
                return Err(error)
                    .with_context(|| format!("cannot read the journal `{}`", place.display()));
            }
        };
        let journal: Journal = serde_json::from_slice(&bytes)
            .with_context(|| format!("cannot read the journal `{}`", place.display()))?;
        let mut restored = Vec::new();
        let mut problems = Vec::new();
        for (path, entry) in &journal.files {
            let path = VaultPath::new(path);
            let now = fs::read(self.place(&path)).ok();
            let before = entry.before.as_deref().map(str::as_bytes);
            if now.as_deref() == before {
                continue;
            }
            let is_ours = now.as_deref().is_some_and(|now| hash(now) == entry.after);
            let done = match before {
                _ if !is_ours => Ok(Written::ChangedMeanwhile),
                Some(before) => self.write(&path, now.as_deref(), before),
                None => cache::forget(&self.place(&path)).map(|()| Written::New),
            };
            match done {
                Ok(Written::New | Written::Same) => restored.push(path),
                Ok(Written::ChangedMeanwhile) => problems.push(Problem::new(
                    &path,
                    None,
                    "this file changed after the command that is to be undone; it was left alone",
                    "Bring back what you want by hand, or from version control.",
                )),
                Err(error) => problems.push(Problem::new(
                    &path,
                    None,
                    format!("{error:#}"),
                    "Check its permissions, then run `throughline undo` again.",
                )),
            }
        }
        if problems.is_empty() {
            cache::forget(&place)?;
        }
        Ok((journal.command, restored, problems))
    }
}
