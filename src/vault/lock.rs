//! One writer at a time: a lock of the operating system, which dies with its process, so that a crash never leaves a vault locked.

use std::fs::{File, OpenOptions, TryLockError};

use anyhow::{Context as _, Result, bail};

use super::Vault;

/// Held as long as a command writes.
#[derive(Debug)]
pub struct Lock {
    _file: File,
}

impl Vault {
    /// Keeps other Throughlines from writing this vault until the lock is dropped; an error when one is at it.
    pub fn lock(&self) -> Result<Lock> {
        let place = self.cached("lock")?;
        let about = || format!("cannot lock the vault with `{}`", place.display());
        let file = OpenOptions::new()
            .create(true)
            .truncate(false)
            .write(true)
            .open(&place)
            .with_context(about)?;
        match file.try_lock() {
            Ok(()) => Ok(Lock { _file: file }),
            Err(TryLockError::WouldBlock) => bail!(
                "another Throughline is writing this vault\nhint: wait until it is done, or end it, and run the command again"
            ),
            Err(TryLockError::Error(error)) => Err(error).with_context(about),
        }
    }
}
