//! A file's place inside the vault. It never names a place outside of it and never depends on the machine.

use std::fmt;
use std::sync::Arc;

/// A path relative to the vault's root, with `/` between its parts, spelled as the directory spells it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct VaultPath(Arc<str>);

impl VaultPath {
    /// Takes the parts as they are; a leading `./` or `/` and empty parts are taken off, `..` stays out.
    pub fn new(path: &str) -> Self {
        let parts: Vec<&str> = path
            .split('/')
            .filter(|part| !part.is_empty() && *part != "." && *part != "..")
            .collect();
        Self(parts.join("/").into())
    }

    /// The whole path, `transcripts/2026-11-16-sally-chen.md`.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The path without its `.md`, as links name it.
    pub fn link(&self) -> &str {
        self.0.strip_suffix(".md").unwrap_or(&self.0)
    }

    /// The last part without its ending.
    pub fn stem(&self) -> &str {
        let name = self.name();
        name.rsplit_once('.').map_or(name, |(stem, _)| stem)
    }

    /// The last part.
    pub fn name(&self) -> &str {
        self.0.rsplit_once('/').map_or(&self.0, |(_, name)| name)
    }

    /// The path below `folder`, when it lies there.
    pub fn below(&self, folder: &str) -> Option<&str> {
        let folder = folder.trim_end_matches('/');
        if folder.is_empty() {
            return Some(&self.0);
        }
        self.0.strip_prefix(folder)?.strip_prefix('/')
    }

    /// This path with `folder` before it.
    pub fn within(folder: &str, rest: &str) -> Self {
        Self::new(&format!("{folder}/{rest}"))
    }
}

impl fmt::Display for VaultPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
