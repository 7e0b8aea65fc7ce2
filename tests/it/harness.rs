//! A vault in a folder of its own, and the program run on it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use tempfile::TempDir;

/// The day that tests take for today.
const TODAY: &str = "2026-11-20";

/// A vault that goes away with the test.
pub(crate) struct VaultTest {
    dir: TempDir,
    /// The user's cache directory, for this test alone.
    pub(crate) cache: TempDir,
}

/// What a run left.
#[derive(Debug)]
pub(crate) struct Ran {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl VaultTest {
    /// An empty folder.
    pub(crate) fn new() -> Self {
        Self {
            dir: TempDir::new().unwrap(),
            cache: TempDir::new().unwrap(),
        }
    }

    /// A copy of example-vault without its site.
    pub(crate) fn example() -> Self {
        let test = Self::new();
        copy(
            &Path::new(env!("CARGO_MANIFEST_DIR")).join("example-vault"),
            test.dir.path(),
        );
        test
    }

    /// One person and three meetings: the samples of `init --example`.
    pub(crate) fn samples() -> Self {
        let test = Self::new();
        let dir = test.dir.path().join("v");
        let ran = run(
            &["init", dir.to_str().unwrap(), "--example"],
            test.dir.path(),
            "",
        );
        assert_eq!(ran.code, 0, "{ran:?}");
        copy(&dir, test.dir.path());
        fs::remove_file(dir.join("throughline.yaml")).unwrap();
        for folder in ["people", "transcripts"] {
            for entry in fs::read_dir(dir.join(folder)).unwrap() {
                fs::remove_file(entry.unwrap().path()).unwrap();
            }
            fs::remove_dir(dir.join(folder)).unwrap();
        }
        fs::remove_dir(dir).unwrap();
        test
    }

    #[expect(
        clippy::disallowed_methods,
        reason = "a test sets its scene with plain writes"
    )]
    pub(crate) fn file(&self, path: &str, bytes: impl AsRef<[u8]>) -> &Self {
        let place = self.dir.path().join(path);
        fs::create_dir_all(place.parent().unwrap()).unwrap();
        fs::write(place, bytes).unwrap();
        self
    }

    pub(crate) fn place(&self, path: &str) -> PathBuf {
        self.dir.path().join(path)
    }

    #[track_caller]
    pub(crate) fn read(&self, path: &str) -> String {
        fs::read_to_string(self.place(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    /// Changes a file as its owner would; the old words must be there.
    #[track_caller]
    pub(crate) fn edit(&self, path: &str, old: &str, new: &str) -> &Self {
        let text = self.read(path);
        assert!(text.contains(old), "{path} does not hold {old:?}:\n{text}");
        self.file(path, text.replacen(old, new, 1))
    }

    /// Runs a command on this vault.
    pub(crate) fn run(&self, args: &[&str]) -> Ran {
        let vault = self.dir.path().to_str().unwrap();
        let mut all = vec!["--vault", vault];
        if !args.contains(&"--today") {
            all.extend(["--today", TODAY]);
        }
        all.extend(args);
        run_with(self.cache.path(), &all, self.dir.path(), "")
    }

    /// Runs a command that has to succeed, and gives what it printed.
    #[track_caller]
    pub(crate) fn ok(&self, args: &[&str]) -> String {
        let ran = self.run(args);
        assert_eq!(ran.code, 0, "{args:?}\n{}\n{}", ran.out, ran.err);
        ran.out
    }

    /// Every file with its bytes.
    pub(crate) fn bytes(&self) -> BTreeMap<String, Vec<u8>> {
        let mut files = BTreeMap::new();
        collect(self.dir.path(), self.dir.path(), &mut files);
        files
    }

    /// The files of the vault itself, without the site.
    pub(crate) fn vault_bytes(&self) -> BTreeMap<String, Vec<u8>> {
        let mut files = self.bytes();
        files.retain(|path, _| !path.starts_with("site/"));
        files
    }

    /// The note's line that holds these words.
    #[track_caller]
    pub(crate) fn line(&self, path: &str, words: &str) -> String {
        let text = self.read(path);
        let line = text.lines().find(|line| line.contains(words));
        line.unwrap_or_else(|| panic!("{path} does not hold {words:?}:\n{text}"))
            .to_owned()
    }
}

/// Runs the program in a folder.
pub(crate) fn run(args: &[&str], folder: &Path, stdin: &str) -> Ran {
    run_with(Path::new(env!("CARGO_TARGET_TMPDIR")), args, folder, stdin)
}

fn run_with(cache: &Path, args: &[&str], folder: &Path, stdin: &str) -> Ran {
    let output = Command::new(env!("CARGO_BIN_EXE_throughline"))
        .args(args)
        .current_dir(folder)
        .env_remove("NO_COLOR")
        .env("XDG_CACHE_HOME", cache)
        .write_stdin(stdin)
        .output()
        .unwrap();
    Ran {
        code: output.status.code().unwrap_or(-1),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

fn copy(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap().path();
        let target = to.join(entry.file_name().unwrap());
        if !entry.is_dir() {
            fs::copy(&entry, &target).unwrap();
        } else if entry.file_name().unwrap() != "site" {
            fs::create_dir_all(&target).unwrap();
            copy(&entry, &target);
        }
    }
}

/// A file that goes away while we look, as another process's temporary files do, was not there.
fn collect(root: &Path, folder: &Path, files: &mut BTreeMap<String, Vec<u8>>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let entry = entry.path();
        if entry.is_dir() {
            collect(root, &entry, files);
        } else if let Ok(bytes) = fs::read(&entry) {
            let name = entry
                .strip_prefix(root)
                .unwrap()
                .to_str()
                .unwrap()
                .to_owned();
            files.insert(name, bytes);
        }
    }
}
