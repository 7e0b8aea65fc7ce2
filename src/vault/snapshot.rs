//! What stood in the vault at one moment, as bytes. Everything after the scan works on this and never on the disk.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::model::{Config, Problem, VaultPath};

use super::inbox::Waiting;

/// The vault's files that concern us, read once.
#[derive(Debug, Clone, Default)]
pub struct Snapshot {
    /// The settings.
    pub config: Config,
    /// Every Markdown file below the configured folders, the config, and the overrides of theme, lexicon and prompts, by path.
    pub files: BTreeMap<VaultPath, Arc<[u8]>>,
    /// Files that are there and were not read: too large, twins, not on this machine. They are never written either.
    pub untouchable: BTreeSet<VaultPath>,
    /// What waits in the inbox.
    pub inbox: Vec<Waiting>,
    /// Whether the settings leave open where the files are: then nothing may be written.
    pub places_unknown: bool,
    /// What the scan found wrong: unreadable files, links out of the vault, settings.
    pub problems: Vec<Problem>,
}

impl Snapshot {
    /// The files below a folder, in path order.
    pub fn below<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = (&'a VaultPath, &'a [u8])> {
        self.files
            .iter()
            .filter(move |(path, _)| path.below(folder).is_some())
            .map(|(path, bytes)| (path, &**bytes))
    }

    /// The files of the configured theme that the owner replaced, by their path below `themes/<name>/`.
    pub fn theme(&self) -> BTreeMap<String, Arc<[u8]>> {
        let folder = format!("themes/{}", self.config.theme);
        let file = |(path, bytes): (&VaultPath, &Arc<[u8]>)| {
            let name = path.below(&folder)?;
            Some((name.to_owned(), Arc::clone(bytes)))
        };
        self.files.iter().filter_map(file).collect()
    }
}
