//! The walk: from a folder on disk to a [`Snapshot`]. It opens files and judges none of their contents.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock};

use anyhow::{Context as _, Result};
use regex::Regex;
use unicode_normalization::UnicodeNormalization as _;

use crate::model::{Config, Problem, VaultPath};

use super::{CONFIG, MOST_BYTES, Snapshot, Vault, config, text};

/// A file that iCloud has not brought to this machine: `.Name.md.icloud` stands for `Name.md`.
const PLACEHOLDER: &str = ".icloud";

/// The second copy that Finder, iCloud and Windows make beside a file: `Name 2.md`, `Name (1).md`.
static NUMBERED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)^(.+?) (?:\d{1,2}|\(\d{1,2}\))\.md$").expect("the pattern is a constant")
});

/// The copies that sync programs leave behind (FORMATS 7).
static CONFLICT_COPY: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i) \(Conflicted copy .+ \d{12}\)\.md$|\((?:.+'s )?conflicted copy(?: \d{4}-\d\d-\d\d)?(?: \d+)?\)|\.sync-conflict-\d{8}-\d{6}-[A-Z2-7]{7}\.md$")
        .expect("the pattern is a constant")
});

impl Vault {
    /// Reads everything that concerns us, once. Only a vault that cannot be opened at all is an error.
    pub fn scan(&self) -> Result<Snapshot> {
        fs::read_dir(&self.root)
            .with_context(|| format!("cannot read the vault `{}`", self.root.display()))?;
        let mut walk = Walk {
            root: &self.root,
            files: BTreeMap::new(),
            untouchable: BTreeSet::new(),
            problems: Vec::new(),
        };
        let (settings, places_unknown) = self.settings(&mut walk);
        let folders = settings
            .folders
            .named()
            .map(|(_, folder)| folder.to_owned());
        for folder in &folders[..6] {
            walk.folder(&self.root.join(folder), &is_markdown);
        }
        for folder in ["themes", "lexicon", "prompts"] {
            walk.folder(&self.root.join(folder), &|_| true);
        }
        walk.report_twins();
        let theme = format!("themes/{}", settings.theme);
        if settings.theme != Config::default().theme
            && !walk.files.keys().any(|path| path.below(&theme).is_some())
        {
            let message = format!("there is no theme `{theme}`; the pages look as by default");
            walk.problem(
                &VaultPath::new(CONFIG),
                None,
                message,
                "Make that folder, or correct `theme:`.",
            );
        }
        let (inbox, found) = self.waiting(&settings.folders.inbox);
        walk.problems.extend(found);
        Ok(Snapshot {
            config: settings,
            inbox,
            files: walk.files,
            untouchable: walk.untouchable,
            places_unknown,
            problems: walk.problems,
        })
    }

    /// The settings, and whether they leave open where the files are.
    fn settings(&self, walk: &mut Walk<'_>) -> (Config, bool) {
        let file = self.root.join(CONFIG);
        if !file.exists() {
            return (Config::default(), false);
        }
        walk.file(&file);
        let path = VaultPath::new(CONFIG);
        let Some(bytes) = walk.files.get(&path) else {
            return (Config::default(), true);
        };
        match text(bytes) {
            Ok(text) => {
                let settings = config::read(&path, text);
                walk.problems.extend(settings.problems);
                (settings.config, settings.places_unknown)
            }
            Err(line) => {
                walk.problem(
                    &path,
                    Some(line),
                    "the settings are not UTF-8 text",
                    "Save the file again as UTF-8.",
                );
                (Config::default(), true)
            }
        }
    }
}

fn is_markdown(name: &str) -> bool {
    Path::new(name)
        .extension()
        .is_some_and(|ending| ending.eq_ignore_ascii_case("md"))
}

struct Walk<'a> {
    root: &'a Path,
    files: BTreeMap<VaultPath, Arc<[u8]>>,
    untouchable: BTreeSet<VaultPath>,
    problems: Vec<Problem>,
}

impl Walk<'_> {
    fn problem(
        &mut self,
        path: &VaultPath,
        line: Option<u32>,
        message: impl Into<String>,
        hint: &str,
    ) {
        self.problems.push(Problem::new(path, line, message, hint));
    }

    /// Tells of a file that is there and is neither read nor written.
    fn leave(&mut self, path: VaultPath, message: impl Into<String>, hint: &str) {
        self.problem(&path, None, message, hint);
        self.untouchable.insert(path);
    }

    fn folder(&mut self, folder: &Path, wanted: &dyn Fn(&str) -> bool) {
        let Some(path) = self.vault_path(folder) else {
            return;
        };
        if !folder.exists() {
            return;
        }
        if folder.is_symlink() {
            let hint = "Move the folder into the vault, or name its place under `folders:` of the vault that holds it.";
            self.problem(
                &path,
                None,
                "this is a link to a folder, and such links are not followed",
                hint,
            );
            return;
        }
        let entries = match fs::read_dir(folder) {
            Ok(entries) => entries,
            Err(error) => {
                self.problem(
                    &path,
                    None,
                    format!("this folder cannot be read: {error}"),
                    "Check its permissions.",
                );
                return;
            }
        };
        let mut entries: Vec<PathBuf> = entries
            .filter_map(|entry| Some(entry.ok()?.path()))
            .collect();
        entries.sort();
        for entry in entries {
            let Some(name) = entry.file_name().and_then(|name| name.to_str()) else {
                let hint = "Rename it with ordinary letters.";
                self.problem(
                    &path,
                    None,
                    format!(
                        "`{}` has a name that is not text",
                        entry.file_name().unwrap_or_default().display()
                    ),
                    hint,
                );
                continue;
            };
            if let Some(real) = name
                .strip_prefix('.')
                .and_then(|name| name.strip_suffix(PLACEHOLDER))
            {
                let path = VaultPath::within(path.as_str(), real);
                let hint = "Open it once, so that it is brought here, and run the command again.";
                self.leave(path, "this file is in the cloud and not on this machine; it is neither read nor written", hint);
                continue;
            }
            if name.starts_with('.') || name == "node_modules" {
                continue;
            }
            if entry.is_dir() {
                self.folder(&entry, wanted);
            } else if wanted(name) {
                self.file(&entry);
            }
        }
    }

    fn file(&mut self, file: &Path) {
        let Some(path) = self.vault_path(file) else {
            return;
        };
        if CONFLICT_COPY.is_match(path.name()) {
            let hint = "Compare it with the original, keep what is right, and delete the copy.";
            self.leave(
                path,
                "this is a copy that a sync program left after a conflict; it is not read",
                hint,
            );
            return;
        }
        if let Some(found) = NUMBERED.captures(path.name()) {
            let original = format!("{}.md", &found[1]);
            if file.with_file_name(&original).exists() {
                let hint =
                    "If it is a copy, delete it; if it is another file, give it a name of its own.";
                let message = format!(
                    "this looks like a second copy of `{original}` beside it; it is not read"
                );
                self.leave(path, message, hint);
                return;
            }
        }
        if let Err(message) = self.stays_inside(file) {
            self.leave(path, message, "Put the file itself into the vault.");
            return;
        }
        let about = fs::metadata(file);
        if about.as_ref().is_ok_and(|about| !about.is_file()) {
            self.leave(
                path,
                "this is not an ordinary file; it is not read",
                "Move it away.",
            );
            return;
        }
        let read = about.and_then(|about| {
            if about.len() > MOST_BYTES as u64 {
                return Ok(None);
            }
            fs::read(file).map(Some)
        });
        if path.as_str().contains(['#', '|', '^', '[', ']']) {
            let message = "no link can lead to a file with `#`, `|`, `^`, `[` or `]` in its name";
            self.problem(&path, None, message, "Rename the file, or its folder.");
        }
        match read {
            Ok(Some(bytes)) => {
                self.files.insert(path, bytes.into());
            }
            Ok(None) => {
                let hint = "A transcript of an hour has about 60 KB: split the file, or take out what is no text.";
                self.leave(path, "this file is larger than 16 MB; it is not read", hint);
            }
            Err(error) => self.leave(
                path,
                format!("this file cannot be read: {error}"),
                "Check its permissions.",
            ),
        }
    }

    /// A link may point elsewhere in the vault, never out of it: a vault that arrives by sync could name any file.
    fn stays_inside(&self, file: &Path) -> Result<(), String> {
        if !file.is_symlink() {
            return Ok(());
        }
        match file.canonicalize() {
            Ok(target) if target.starts_with(self.root) => Ok(()),
            Ok(_) => Err("this is a link out of the vault; it is not read".to_owned()),
            Err(error) => Err(format!("this link leads nowhere: {error}")),
        }
    }

    fn vault_path(&self, place: &Path) -> Option<VaultPath> {
        let inside = place.strip_prefix(self.root).ok()?;
        let parts: Option<Vec<&str>> = inside.iter().map(|part| part.to_str()).collect();
        Some(VaultPath::new(&parts?.join("/")))
    }

    /// Two names that are equal but for case or the way accents are coded are one file on other machines.
    fn report_twins(&mut self) {
        let mut seen: BTreeMap<String, VaultPath> = BTreeMap::new();
        let mut twins = Vec::new();
        for path in self.files.keys() {
            let folded: String = path.as_str().nfc().collect::<String>().to_lowercase();
            if let Some(first) = seen.get(&folded) {
                twins.push((path.clone(), first.clone()));
            } else {
                seen.insert(folded, path.clone());
            }
        }
        for (path, first) in twins {
            self.files.remove(&path);
            let message =
                format!("on other machines this is the same file as `{first}`; it is not read");
            self.leave(path, message, "Rename one of the two.");
            self.untouchable.insert(first);
        }
    }
}
