//! What Throughline keeps for a vault outside of it, in the user's cache directory: nothing hidden is left in a synced or versioned
//! folder. All of it may be deleted at any time.

use std::fs::{self, DirBuilder};
use std::path::PathBuf;

use anyhow::{Context as _, Result};
use etcetera::{BaseStrategy as _, choose_base_strategy};

use super::{Vault, hash};

impl Vault {
    /// The folder kept for this vault, keyed by the vault's path; made if need be, for the user's eyes only.
    pub(super) fn cache(&self) -> Result<PathBuf> {
        let base =
            choose_base_strategy().context("cannot tell where this user's cache directory is")?;
        let key = hash(self.root.as_os_str().as_encoded_bytes());
        let folder = base.cache_dir().join("throughline").join(&key[..16]);
        if !folder.is_dir() {
            let mut builder = DirBuilder::new();
            builder.recursive(true);
            #[cfg(unix)]
            std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
            builder.create(&folder).with_context(|| {
                format!("cannot make the cache directory `{}`", folder.display())
            })?;
        }
        Ok(folder)
    }

    /// A file in it.
    pub(super) fn cached(&self, name: &str) -> Result<PathBuf> {
        Ok(self.cache()?.join(name))
    }
}

/// Takes a file of the cache away; it is fine if there is none.
pub(super) fn forget(file: &std::path::Path) -> Result<()> {
    match fs::remove_file(file) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(error).with_context(|| format!("cannot take away `{}`", file.display()))
        }
        _ => Ok(()),
    }
}
