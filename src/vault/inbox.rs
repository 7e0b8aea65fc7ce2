//! The inbox on disk: what waits there, and how it is put away when it was taken in. It reads no format and decides nothing.

use std::fs::{self, Metadata};
use std::io::ErrorKind;
use std::path::Path;
use std::sync::Arc;
use std::time::SystemTime;

use anyhow::{Context as _, Result, bail};

use crate::model::{Problem, VaultPath};

use super::{Lock, Vault};

/// The folder below the inbox for what was taken in.
const DONE: &str = "done";

/// The largest file that is read.
const MOST_BYTES: u64 = 64 << 20;

/// How the name of a file ends that iCloud has not brought to this machine.
const PLACEHOLDER: &str = ".icloud";

/// How the names of files end that have not arrived yet.
const GROWING: [&str; 5] = ["part", "partial", "crdownload", "download", "tmp"];

/// Sounds, pictures and films, which recorders put beside their transcripts.
const MEDIA: [&str; 18] = [
    "mp3", "m4a", "wav", "aac", "ogg", "flac", "mp4", "m4v", "mov", "avi", "mkv", "webm", "png",
    "jpg", "jpeg", "gif", "heic", "conf",
];

/// A file that waits in the inbox.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting {
    /// Where.
    pub path: VaultPath,
    /// What it holds.
    pub bytes: Arc<[u8]>,
    /// What the disk said of it before it was read.
    stamp: Stamp,
}

/// By this it is seen whether somebody still writes a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Stamp {
    length: u64,
    changed: Option<SystemTime>,
}

impl Stamp {
    fn of(about: &Metadata) -> Self {
        Self {
            length: about.len(),
            changed: about.modified().ok(),
        }
    }
}

impl Vault {
    /// What waits in this inbox, in path order, and what cannot be read. Folders in it are looked through, its `done/` is not.
    pub(super) fn waiting(&self, inbox: &str) -> (Vec<Waiting>, Vec<Problem>) {
        let mut found = Found::default();
        found.folder(self, &VaultPath::new(inbox), true);
        (found.waiting, found.problems)
    }

    /// Whether a file is still what was read, so that nobody is writing it.
    pub fn rests(&self, waiting: &Waiting) -> bool {
        let about = fs::symlink_metadata(self.place(&waiting.path));
        about.is_ok_and(|about| Stamp::of(&about) == waiting.stamp)
    }

    /// Moves a file to `done/` in its inbox, below the folders it lay in. Nothing is ever written over: a name that is taken gets a
    /// number.
    pub fn put_away(&self, _lock: &Lock, inbox: &str, waiting: &Waiting) -> Result<VaultPath> {
        let about = || format!("cannot move `{}` to `{inbox}/{DONE}`", waiting.path);
        let from = self.place(&waiting.path);
        if fs::read(&from).with_context(about)? != *waiting.bytes {
            bail!("`{}` changed while it was taken in", waiting.path);
        }
        let rest = waiting.path.below(inbox).unwrap_or(waiting.path.name());
        let wanted = VaultPath::within(inbox, &format!("{DONE}/{rest}"));
        let folder = self.place(&wanted);
        let folder = folder.parent().context("a file has a folder")?;
        fs::create_dir_all(folder).with_context(about)?;
        if folder.canonicalize().with_context(about)? != folder {
            bail!("`{inbox}/{DONE}` is a link, or lies behind one");
        }
        for number in 1.. {
            let free = numbered(&wanted, number);
            match move_to(&from, &self.place(&free)) {
                Ok(()) => return Ok(free),
                Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
                Err(error) => return Err(error).with_context(about),
            }
        }
        bail!("{}", about())
    }
}

impl Vault {
    /// Moves a file that was put away back to where it lay. One that is gone from there, or whose place is taken, stays as it is.
    pub(super) fn take_out(&self, _lock: &Lock, from: &VaultPath, to: &VaultPath) -> Result<()> {
        let about = || format!("cannot move `{to}` back to `{from}`");
        if !self.place(to).exists() {
            return Ok(());
        }
        move_to(&self.place(to), &self.place(from)).with_context(about)
    }
}

/// `name.vtt`, `name-2.vtt`, `name-3.vtt`.
fn numbered(path: &VaultPath, number: u32) -> VaultPath {
    if number == 1 {
        return path.clone();
    }
    let (folder, name) = path
        .as_str()
        .rsplit_once('/')
        .unwrap_or(("", path.as_str()));
    let name = match name.rsplit_once('.') {
        Some((stem, ending)) => format!("{stem}-{number}.{ending}"),
        None => format!("{name}-{number}"),
    };
    VaultPath::within(folder, &name)
}

/// A second name and then the first one taken away: unlike a rename this never writes over a file. Where the disk has no second names
/// the place is looked at first; the vault's lock keeps other Throughlines away meanwhile.
fn move_to(from: &Path, to: &Path) -> std::io::Result<()> {
    match fs::hard_link(from, to) {
        Ok(()) => fs::remove_file(from).inspect_err(|_| {
            // The file stays where it was, so the second name goes again.
            let _ = fs::remove_file(to);
        }),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Err(error),
        Err(_) if to.symlink_metadata().is_ok() => Err(ErrorKind::AlreadyExists.into()),
        Err(_) => fs::rename(from, to),
    }
}

#[derive(Default)]
struct Found {
    waiting: Vec<Waiting>,
    problems: Vec<Problem>,
}

impl Found {
    fn problem(&mut self, path: &VaultPath, message: impl Into<String>, hint: &str) {
        self.problems.push(Problem::new(path, None, message, hint));
    }

    fn folder(&mut self, vault: &Vault, path: &VaultPath, top: bool) {
        let place = vault.place(path);
        let is_link = place.is_symlink();
        if !is_link && !place.exists() {
            return;
        }
        if is_link || !place.is_dir() {
            let hint = "Put the folder itself into the vault.";
            self.problem(
                path,
                "this is no folder of the vault, so nothing is taken in from it",
                hint,
            );
            return;
        }
        let mut entries: Vec<_> = match fs::read_dir(&place) {
            Ok(entries) => entries.flatten().collect(),
            Err(error) => {
                self.problem(
                    path,
                    format!("this folder cannot be read: {error}"),
                    "Check its permissions.",
                );
                return;
            }
        };
        entries.sort_by_key(fs::DirEntry::file_name);
        for entry in entries {
            let name = entry.file_name();
            let Some(name) = name.to_str() else {
                let message = format!("`{}` has a name that is not text", name.display());
                self.problem(path, message, "Rename it with ordinary letters.");
                continue;
            };
            let inside = VaultPath::within(path.as_str(), name);
            if name.starts_with('.') && name.ends_with(PLACEHOLDER) {
                let hint = "Open it once, so that it is brought here, and run the command again.";
                self.problem(
                    &inside,
                    "this file is in the cloud and not on this machine",
                    hint,
                );
                continue;
            }
            if name.starts_with('.')
                || name.starts_with("~$")
                || ["Thumbs.db", "desktop.ini"].contains(&name)
            {
                continue;
            }
            match entry.file_type() {
                Ok(kind) if kind.is_dir() => {
                    if !(top && name == DONE) {
                        self.folder(vault, &inside, false);
                    }
                }
                Ok(kind) if kind.is_file() => self.file(&entry.path(), inside),
                _ => self.problem(
                    &inside,
                    "this is no ordinary file; it is not taken in",
                    "Put the file itself here.",
                ),
            }
        }
    }

    fn file(&mut self, place: &Path, path: VaultPath) {
        let ending = path
            .name()
            .rsplit_once('.')
            .map(|(_, ending)| ending.to_lowercase());
        let ends = |endings: &[&str]| {
            ending
                .as_deref()
                .is_some_and(|ending| endings.contains(&ending))
        };
        if ends(&GROWING) {
            return;
        }
        if ends(&MEDIA) {
            let hint = "Nothing to do; take it away if it is in your way.";
            self.problems.push(Problem::guess(
                &path,
                None,
                "this is no transcript and is left here",
                hint,
            ));
            return;
        }
        let read = place.symlink_metadata().and_then(|about| {
            if about.len() == 0 || about.len() > MOST_BYTES {
                return Ok((about, Vec::new()));
            }
            fs::read(place).map(|bytes| (about, bytes))
        });
        match read {
            Ok((about, bytes))
                if u64::try_from(bytes.len()) == Ok(about.len()) && !bytes.is_empty() =>
            {
                self.waiting.push(Waiting {
                    path,
                    bytes: bytes.into(),
                    stamp: Stamp::of(&about),
                });
            }
            Ok((about, _)) if about.len() > MOST_BYTES => {
                let hint = "A transcript of an hour has about 60 KB: export the text alone.";
                self.problem(
                    &path,
                    "this file is larger than 64 MB; it is not taken in",
                    hint,
                );
            }
            Ok((about, _)) => {
                let message = if about.len() == 0 {
                    "this file is empty, or has not arrived yet"
                } else {
                    "this file is still being written"
                };
                let hint = "It is taken in by the first build after it is whole.";
                self.problems
                    .push(Problem::guess(&path, None, message, hint));
            }
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            Err(error) => self.problem(
                &path,
                format!("this file cannot be read: {error}"),
                "Check its permissions.",
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[expect(
        clippy::disallowed_methods,
        reason = "a test sets its scene with plain writes"
    )]
    fn write(vault: &Vault, path: &str, text: &str) {
        let place = vault.place(&VaultPath::new(path));
        fs::create_dir_all(place.parent().unwrap()).unwrap();
        fs::write(place, text).unwrap();
    }

    #[test]
    fn a_file_that_grows_meanwhile_does_not_rest() {
        let folder = tempfile::tempdir().unwrap();
        let vault = Vault::at(folder.path()).unwrap();
        write(&vault, "inbox/a.vtt", "WEBVTT");
        write(&vault, "inbox/done/b.vtt", "WEBVTT");
        let (waiting, problems) = vault.waiting("inbox");
        assert_eq!((waiting.len(), problems.len()), (1, 0));
        assert!(vault.rests(&waiting[0]));
        write(&vault, "inbox/a.vtt", "WEBVTT and more");
        assert!(!vault.rests(&waiting[0]));
    }

    #[test]
    fn moving_never_writes_over_a_file() {
        let folder = tempfile::tempdir().unwrap();
        let vault = Vault::at(folder.path()).unwrap();
        write(&vault, "a", "one");
        write(&vault, "b", "two");
        let place = |name: &str| vault.place(&VaultPath::new(name));
        let taken = move_to(&place("a"), &place("b")).unwrap_err();
        assert_eq!(taken.kind(), ErrorKind::AlreadyExists);
        move_to(&place("a"), &place("c")).unwrap();
        assert_eq!(fs::read(place("c")).unwrap(), b"one");
        assert_eq!(fs::read(place("b")).unwrap(), b"two");
        assert!(!place("a").exists());
    }

    #[test]
    fn a_taken_name_gets_a_number_before_its_ending() {
        let path = VaultPath::new("inbox/done/a.transcript.vtt");
        assert_eq!(numbered(&path, 1), path);
        assert_eq!(numbered(&path, 2).as_str(), "inbox/done/a.transcript-2.vtt");
        assert_eq!(
            numbered(&VaultPath::new("inbox/done/a"), 3).as_str(),
            "inbox/done/a-3"
        );
    }
}
