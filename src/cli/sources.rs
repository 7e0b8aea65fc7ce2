//! The files that `import` is given: each by itself, all below a folder, or standard input. It opens files and judges no contents.

use std::fs;
use std::io::{ErrorKind, Read as _, stdin};
use std::path::{Path, PathBuf};

use crate::pipeline::import::Incoming;
use crate::transcript::file_name;
use crate::transcript::recording::{MOST_BYTES, Refusal};

/// What standard input is called.
const STDIN: &str = "standard input";

/// How a source is named on the command line.
pub(super) fn argument(shown: &str) -> &str {
    if shown == STDIN { "-" } else { shown }
}

/// One file.
pub(super) struct Source {
    /// As the owner knows it.
    pub(super) shown: String,
    /// Where it is; none for standard input.
    place: Option<PathBuf>,
    /// The folders around it whose names may tell something, the nearest first.
    folders: Vec<String>,
    /// Whether the owner named this very file.
    pub(super) named: bool,
}

/// All files that were given, those of a folder in their order. A file that is given twice is one.
pub(super) fn find(given: &[PathBuf]) -> Vec<Source> {
    let mut sources: Vec<Source> = Vec::new();
    for path in given {
        if path == Path::new("-") {
            sources.push(Source {
                shown: STDIN.to_owned(),
                place: None,
                folders: Vec::new(),
                named: true,
            });
            continue;
        }
        if path.is_dir() {
            below(path, &mut Vec::new(), &mut sources);
            continue;
        }
        // The folder that a recorder made for one meeting bears its date; any other says nothing of it.
        let parent = path.parent().and_then(Path::file_name);
        let parent = parent.map(|name| name.to_string_lossy().into_owned());
        sources.push(Source {
            shown: path.display().to_string(),
            place: Some(path.clone()),
            folders: parent
                .into_iter()
                .filter(|name| file_name::read(name).date.is_some())
                .collect(),
            named: true,
        });
    }
    let mut seen = std::collections::BTreeSet::new();
    sources.retain(|source| seen.insert(source.shown.clone()));
    sources
}

fn below(folder: &Path, around: &mut Vec<String>, sources: &mut Vec<Source>) {
    let entries = fs::read_dir(folder).and_then(|entries| {
        entries
            .map(|entry| entry.map(|entry| entry.path()))
            .collect::<Result<Vec<PathBuf>, _>>()
    });
    // A folder that cannot be looked through is told like a file that cannot be read, and does not stop the others.
    let Ok(mut entries) = entries else {
        sources.push(Source {
            shown: folder.display().to_string(),
            place: Some(folder.to_owned()),
            folders: Vec::new(),
            named: true,
        });
        return;
    };
    entries.sort();
    for entry in entries {
        let name = entry
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        if name.starts_with('.') || name.starts_with("~$") || entry.is_symlink() && entry.is_dir() {
            continue;
        }
        if entry.is_dir() {
            around.insert(0, name);
            below(&entry, around, sources);
            around.remove(0);
        } else {
            sources.push(Source {
                shown: entry.display().to_string(),
                place: Some(entry),
                folders: around.clone(),
                named: false,
            });
        }
    }
}

impl Source {
    /// Reads it.
    pub(super) fn read(&self) -> Result<Incoming, Refusal> {
        let bytes = self.bytes().map_err(|error| Refusal {
            line: None,
            message: format!("this cannot be read: {error}"),
            hint: match error.kind() {
                ErrorKind::NotFound => "Look whether its name is right.",
                _ => "Check its permissions.",
            }
            .to_owned(),
        })?;
        let folders: Vec<&str> = self.folders.iter().map(String::as_str).collect();
        Incoming::read(&self.shown, &folders, &bytes)
    }

    /// Its bytes; of a file that is too large only so many that it is seen.
    fn bytes(&self) -> std::io::Result<Vec<u8>> {
        let most = u64::try_from(MOST_BYTES)
            .unwrap_or(u64::MAX)
            .saturating_add(1);
        let mut bytes = Vec::new();
        match &self.place {
            Some(place) => fs::File::open(place)?.take(most).read_to_end(&mut bytes)?,
            None => stdin().take(most).read_to_end(&mut bytes)?,
        };
        Ok(bytes)
    }
}
