//! One writer at a time: a lock of the operating system, which dies with its process, so that a crash never leaves a vault locked.

use std::fs::{File, OpenOptions, TryLockError};

use anyhow::{Context as _, Result};

use super::Vault;

/// Held as long as a command writes.
#[derive(Debug)]
pub struct Lock {
    _file: File,
}

impl Vault {
    /// Keeps other Throughlines from writing this vault until the lock is dropped; an error when one is at it, or when there is no
    /// place for a lock.
    pub fn lock(&self) -> Result<Lock, LockError> {
        let file = self.lock_file().map_err(LockError::NoPlace)?;
        match file.try_lock() {
            Ok(()) => Ok(Lock { _file: file }),
            Err(TryLockError::WouldBlock) => Err(LockError::Busy),
            Err(TryLockError::Error(error)) => Err(LockError::NoPlace(error.into())),
        }
    }

    fn lock_file(&self) -> Result<File> {
        let place = self.cached("lock")?;
        let mut options = OpenOptions::new();
        options.create(true).truncate(false).write(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let file = options.open(&place);
        file.with_context(|| format!("cannot open `{}`", place.display()))
    }
}

/// Why there is no lock.
#[derive(Debug)]
pub enum LockError {
    /// Somebody else holds it.
    Busy,
    /// The user's cache directory cannot be used.
    NoPlace(anyhow::Error),
}
