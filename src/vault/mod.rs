//! The folder: what is in it, its settings, its front matter, and the only writes. It knows no Markdown bodies and no meetings.
//! Here alone is YAML read, and here alone are the owner's files touched.

mod cache;
pub mod config;
mod fields;
pub mod front_matter;
pub mod hash;
pub mod inbox;
pub mod journal;
pub mod lock;
pub mod person;
pub mod rows;
mod scan;
pub mod site_dir;
pub mod snapshot;
mod write;
mod yaml;

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};

use crate::model::VaultPath;

pub use front_matter::FrontMatter;
pub use hash::hash;
pub use journal::Journal;
pub use lock::{Lock, LockError};
pub use snapshot::Snapshot;
pub use write::Written;

/// The settings' file.
pub const CONFIG: &str = "throughline.yaml";

/// Larger files are not read: 16 MB of speech are ten days and nights of it.
pub const MOST_BYTES: usize = 16 << 20;

/// A vault on this machine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Vault {
    root: PathBuf,
}

impl Vault {
    /// The vault in this folder.
    pub fn at(folder: &Path) -> Result<Self> {
        let root = folder
            .canonicalize()
            .with_context(|| format!("cannot open the vault `{}`", folder.display()))?;
        if !root.is_dir() {
            bail!(
                "`{}` is a file, not a folder: name the folder that holds transcripts/",
                folder.display()
            );
        }
        Ok(Self { root })
    }

    /// As [`Vault::at`], where somebody named the folder: it must hold settings or transcripts, or it is the wrong one.
    pub fn named(folder: &Path) -> Result<Self> {
        let vault = Self::at(folder)?;
        if !is_vault(&vault.root) {
            bail!(
                "`{0}` is no vault: it holds neither {CONFIG} nor transcripts/\nhint: make one with `throughline init {0}`",
                folder.display()
            );
        }
        Ok(vault)
    }

    /// The nearest folder from `start` upward that holds `throughline.yaml` or `transcripts/`.
    pub fn find(start: &Path) -> Result<Self> {
        let start = start
            .canonicalize()
            .with_context(|| format!("cannot open `{}`", start.display()))?;
        match start.ancestors().find(|folder| is_vault(folder)) {
            Some(folder) => Self::at(folder),
            None => bail!(
                "no vault here: neither this folder nor one above it holds {CONFIG} or transcripts/\n\
                 hint: name one with --vault DIR, or make one with `throughline init DIR`"
            ),
        }
    }

    /// Its folder.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Where a file of the vault is on this machine.
    pub fn place(&self, path: &VaultPath) -> PathBuf {
        self.root.join(path.as_str())
    }
}

fn is_vault(folder: &Path) -> bool {
    folder.join(CONFIG).exists() || folder.join("transcripts").is_dir()
}

/// A file's text. `Err` is the line, from 1, at which it stops being UTF-8.
pub fn text(bytes: &[u8]) -> Result<&str, u32> {
    std::str::from_utf8(bytes).map_err(|error| {
        let before = bytes.get(..error.valid_up_to()).unwrap_or_default();
        let breaks = before.split(|byte| *byte == b'\n').count();
        u32::try_from(breaks).unwrap_or(u32::MAX)
    })
}

/// The line, from 1, of the first conflict marker that git left in a text.
pub fn conflict_line(text: &str) -> Option<u32> {
    if !text.contains("<<<<<<< ") || !text.contains(">>>>>>> ") {
        return None;
    }
    let mut lines = text.lines().zip(1_u32..);
    lines.find_map(|(line, number)| line.starts_with("<<<<<<< ").then_some(number))
}
