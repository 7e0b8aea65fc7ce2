//! The folder that the site is written to. Only files that an earlier run put there are ever replaced or taken away.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, bail};

use super::Vault;
use super::write::{Sync, put};

/// The list of the files that we put there, one a line.
const MANIFEST: &str = ".manifest";

/// A site folder that is being written.
#[derive(Debug)]
pub struct SiteDir<'a> {
    vault: &'a Vault,
    folder: String,
    before: BTreeSet<String>,
    now: BTreeSet<String>,
    written: usize,
}

impl<'a> SiteDir<'a> {
    /// Opens the folder, made if need be, for writing these files. A folder that holds files of somebody else's is refused.
    pub fn open<'f>(
        vault: &'a Vault,
        folder: &str,
        files: impl IntoIterator<Item = &'f str>,
    ) -> Result<Self> {
        let place = vault.root().join(folder);
        fs::create_dir_all(&place)
            .with_context(|| format!("cannot make the site's folder `{folder}`"))?;
        let inside = place.canonicalize().is_ok_and(|real| real == place);
        if !inside {
            bail!(
                "the site's folder `{folder}` is a link out of the vault: make it a folder, or set `site_dir:` in throughline.yaml"
            );
        }
        let before: BTreeSet<String> = match fs::read_to_string(place.join(MANIFEST)) {
            Ok(list) => list
                .lines()
                .filter(|file| is_plain(file))
                .map(str::to_owned)
                .collect(),
            Err(_) => BTreeSet::new(),
        };
        let foreign = fs::read_dir(&place)
            .with_context(|| format!("cannot read the site's folder `{folder}`"))?
            .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
            .find(|name| !name.starts_with('.'));
        if let (true, Some(name)) = (before.is_empty(), foreign) {
            bail!(
                "the site's folder `{folder}` holds `{name}`, which Throughline did not put there\n\
                 hint: move it away, or set `site_dir:` in throughline.yaml to a folder of its own"
            );
        }
        let mut dir = Self {
            vault,
            folder: folder.to_owned(),
            before,
            now: BTreeSet::new(),
            written: 0,
        };
        // What is about to come is ours from now on: a run that is killed half-way must not leave files that the next one takes for
        // somebody else's.
        let coming: BTreeSet<String> = files
            .into_iter()
            .map(str::to_owned)
            .chain(dir.before.iter().cloned())
            .collect();
        dir.list(&coming)?;
        Ok(dir)
    }

    /// Writes the list of our files.
    fn list(&mut self, files: &BTreeSet<String>) -> Result<()> {
        let mut list = String::new();
        for file in files.iter().filter(|file| *file != MANIFEST) {
            list.push_str(file);
            list.push('\n');
        }
        let pages = self.written;
        self.write(MANIFEST, list.as_bytes())?;
        self.written = pages;
        Ok(())
    }

    /// Whether a place is really where its path says: no folder on the way is a link.
    fn is_ours(place: &Path) -> bool {
        let real = place.parent().and_then(|parent| parent.canonicalize().ok());
        real.is_some_and(|real| Some(real.as_path()) == place.parent())
    }

    /// Writes one file, if it differs. `file` is relative to the site's folder.
    pub fn write(&mut self, file: &str, bytes: &[u8]) -> Result<()> {
        let place = self.vault.root().join(&self.folder).join(file);
        let about = || format!("cannot write `{}/{file}`", self.folder);
        self.now.insert(file.to_owned());
        if let Some(parent) = place.parent() {
            fs::create_dir_all(parent).with_context(about)?;
        }
        if place.is_symlink() || !Self::is_ours(&place) {
            bail!(
                "`{}/{file}` is a link, or lies behind one: take the link away",
                self.folder
            );
        }
        if fs::read(&place).is_ok_and(|now| now == bytes) {
            return Ok(());
        }
        put(&place, bytes, Sync::Go).with_context(about)?;
        self.written += 1;
        Ok(())
    }

    /// Takes away what an earlier run wrote and this one did not, and says how many files were written.
    pub fn close(mut self) -> Result<usize> {
        let root = self.vault.root().join(&self.folder);
        for file in self.before.difference(&self.now) {
            let place = root.join(file);
            if place.is_file() && Self::is_ours(&place) {
                fs::remove_file(&place)
                    .with_context(|| format!("cannot take away `{}/{file}`", self.folder))?;
            }
            // Only folders that are empty now can be removed, and only those are meant.
            for folder in Path::new(file)
                .ancestors()
                .skip(1)
                .filter(|folder| !folder.as_os_str().is_empty())
            {
                if fs::remove_dir(root.join(folder)).is_err() {
                    break;
                }
            }
        }
        let now = self.now.clone();
        let written = self.written;
        self.list(&now)?;
        Ok(written)
    }
}

/// Whether a line of the list names a file inside the folder: a list that was tampered with must not reach out of it.
fn is_plain(file: &str) -> bool {
    !file.is_empty()
        && !file.starts_with('/')
        && !file.contains('\\')
        && file.split('/').all(|part| part != ".." && !part.is_empty())
}
