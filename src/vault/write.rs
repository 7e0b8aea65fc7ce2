//! The only writes into the owner's folders: whole files, put in place in one step, and only over what was read before.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use tempfile::Builder;

use crate::model::VaultPath;

use super::{Lock, Vault};

/// How the name of a file begins that is not whole yet.
const GROWING: &str = ".throughline-";

/// What became of a write.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Written {
    /// The bytes stood there already: nothing was touched.
    Same,
    /// The file holds the new bytes.
    New,
    /// Somebody changed the file since it was read: nothing was touched.
    ChangedMeanwhile,
}

impl Vault {
    /// Puts `bytes` at `path`, if the file still is what it was when it was read (`before`; none: it did not exist).
    /// The file appears whole or not at all. Its permissions stay, and a link is written through, never out of the vault.
    pub fn write(&self, path: &VaultPath, before: Option<&[u8]>, bytes: &[u8]) -> Result<Written> {
        let place = self.place(path);
        let about = || format!("cannot write `{path}`");
        let place = self.target(&place).with_context(about)?;
        let now = match fs::read(&place) {
            Ok(now) => Some(now),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => None,
            Err(error) => return Err(error).with_context(about),
        };
        if now.as_deref() == Some(bytes) {
            return Ok(Written::Same);
        }
        if now.as_deref() != before {
            return Ok(Written::ChangedMeanwhile);
        }
        put(&place, bytes, Sync::Wait).with_context(about)?;
        Ok(Written::New)
    }

    /// Takes away what a run that was killed left half-written below these folders. Only for a holder of the vault's lock.
    pub fn sweep<'f>(&self, _lock: &Lock, folders: impl IntoIterator<Item = &'f str>) {
        for folder in folders {
            sweep(&self.root.join(folder));
        }
    }

    /// The place that is really written, its folder made. A link may lead deeper into its own folder and nowhere else: the vault's other
    /// folders hold what is never written.
    fn target(&self, place: &Path) -> Result<PathBuf> {
        let folder = place.parent().unwrap_or(&self.root);
        fs::create_dir_all(folder)?;
        if folder.canonicalize()? != folder {
            bail!("its folder is a link, or lies behind one");
        }
        if !place.is_symlink() {
            return Ok(place.to_path_buf());
        }
        let target = place.canonicalize().context("this link leads nowhere")?;
        if !target.starts_with(folder) {
            bail!("it is a link to a file in another folder");
        }
        Ok(target)
    }
}

/// What cannot be read or taken away is left: it is hidden, and in nobody's way.
fn sweep(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        let is_growing = entry.file_name().to_string_lossy().starts_with(GROWING);
        match entry.file_type() {
            Ok(kind) if kind.is_dir() => sweep(&path),
            Ok(kind) if kind.is_file() && is_growing => {
                let _ = fs::remove_file(path);
            }
            _ => {}
        }
    }
}

/// Whether a write waits until the disk has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sync {
    /// It does: the file is somebody's work.
    Wait,
    /// It does not: the file can be made again.
    Go,
}

/// Writes a file beside the place and renames it over it. Hidden while it grows, so that no sync program carries half a file.
pub(super) fn put(place: &Path, bytes: &[u8], sync: Sync) -> Result<()> {
    let folder = place.parent().context("a file has a folder")?;
    let mut builder = Builder::new();
    builder.prefix(GROWING);
    #[cfg(unix)]
    builder.permissions(<fs::Permissions as std::os::unix::fs::PermissionsExt>::from_mode(0o666));
    let mut file = builder.tempfile_in(folder)?;
    file.write_all(bytes)?;
    if let Ok(about) = fs::metadata(place) {
        file.as_file().set_permissions(about.permissions())?;
    }
    if sync == Sync::Wait {
        file.as_file().sync_all()?;
    }
    file.persist(place)?;
    Ok(())
}
