//! Writing that nobody has to fear: shown before it is done, undone afterwards, one writer at a time, and whole files whatever happens.

use std::collections::BTreeMap;
use std::fs::{self, OpenOptions};
use std::process::{Command, Stdio};

use crate::harness::VaultTest;

const NOTE: &str = "meetings/2026-11-02-sally-chen.md";

#[test]
fn a_dry_run_shows_the_change_and_writes_nothing() {
    let test = VaultTest::samples();
    let before = test.bytes();
    for command in [&["build", "--dry-run"][..], &["extract", "--dry-run"]] {
        let out = test.ok(command);
        assert!(
            out.contains(&format!("--- /dev/null\n+++ b/{NOTE}\n")),
            "{out}"
        );
        assert!(out.contains("+## Action items\n"), "{out}");
        assert_eq!(test.bytes(), before);
    }
    test.ok(&["build"]);
    assert_eq!(test.ok(&["build", "--dry-run"]), "");
    let built = test.bytes();
    let review = test.ok(&["review", "sally", "--period", "2026-Q4", "--dry-run"]);
    assert!(
        review.contains("+++ b/reviews/2026-Q4-sally-chen.md"),
        "{review}"
    );
    test.edit(
        NOTE,
        "## Action items\n",
        "## Action items\n- [ ] by hand\n",
    );
    let diff = test.ok(&["build", "--dry-run"]);
    assert!(
        diff.contains("-- [ ] by hand\n+- [ ] by hand ^tl"),
        "{diff}"
    );
    test.edit(NOTE, "- [ ] by hand\n", "");
    assert_eq!(test.bytes(), built);
}

#[test]
fn undo_brings_back_what_the_last_command_replaced() {
    let test = VaultTest::samples();
    let nothing = test.run(&["undo"]);
    assert_eq!(nothing.code, 1);
    assert!(nothing.err.contains("nothing to undo"), "{}", nothing.err);
    let before = test.vault_bytes();
    test.ok(&["build"]);
    test.ok(&["undo"]);
    assert_eq!(test.vault_bytes(), before);
    test.ok(&["build"]);
    let built = test.vault_bytes();
    test.edit(
        NOTE,
        "## Action items\n",
        "## Action items\n- [ ] by hand\n",
    );
    let edited = test.vault_bytes();
    test.ok(&["build"]);
    assert_ne!(test.vault_bytes(), edited);
    test.ok(&["undo"]);
    assert_eq!(test.vault_bytes(), edited);
    test.edit(NOTE, "- [ ] by hand\n", "");
    assert_eq!(test.vault_bytes(), built);
}

#[test]
fn undo_leaves_alone_what_changed_since() {
    let test = VaultTest::samples();
    test.ok(&["build"]);
    test.edit(NOTE, "## My notes\n", "## My notes\nmine\n");
    let mine = test.read(NOTE);
    let ran = test.run(&["undo"]);
    assert_eq!(ran.code, 1);
    assert!(
        ran.err.contains(NOTE) && ran.err.contains("left alone"),
        "{}",
        ran.err
    );
    assert_eq!(test.read(NOTE), mine);
    assert!(!test.place("agendas/2026-11-23-sally-chen.md").exists());
}

#[test]
fn one_writer_at_a_time_and_readers_at_any_time() {
    let test = VaultTest::samples();
    test.ok(&["build"]);
    let mut folders = fs::read_dir(test.cache.path().join("throughline")).unwrap();
    let place = folders.next().unwrap().unwrap().path().join("lock");
    let lock = OpenOptions::new().write(true).open(place).unwrap();
    lock.lock().unwrap();
    let ran = test.run(&["build"]);
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("another Throughline"), "{}", ran.err);
    test.ok(&["status"]);
    test.ok(&["build", "--dry-run"]);
    lock.unlock().unwrap();
    test.ok(&["build"]);
}

#[test]
fn settle_ticks_what_later_meetings_showed_done() {
    let test = VaultTest::samples();
    test.ok(&["build"]);
    let before = test.vault_bytes();
    let shown = test.ok(&["settle"]);
    assert!(
        shown.contains("+- [x] ") && shown.contains(" ✅ 2026-11-"),
        "{shown}"
    );
    assert_eq!(test.vault_bytes(), before);
    test.ok(&["settle", "sally", "--write"]);
    for line in shown.lines().filter(|line| line.starts_with("+- [x] ")) {
        let line = &line[1..];
        assert!(
            test.vault_bytes()
                .values()
                .any(|bytes| String::from_utf8_lossy(bytes)
                    .lines()
                    .any(|other| other == line)),
            "not ticked: {line}"
        );
    }
    assert_eq!(test.ok(&["settle"]), "");
    let ticked = test.vault_bytes();
    test.ok(&["build"]);
    test.ok(&["extract", "--again"]);
    assert_eq!(test.vault_bytes().get(NOTE), ticked.get(NOTE));
}

/// Kills a build as soon as so many files of the vault are there, two hundred times in all: every file is old or new, never torn, and
/// the next build ends where an undisturbed one ends.
#[test]
fn a_build_that_is_killed_leaves_whole_files_and_the_next_one_heals() {
    let whole = VaultTest::samples();
    whole.ok(&["build"]);
    let expected = whole.bytes();
    let files = expected.len();
    let mut killed = 0;
    while killed < 200 {
        let test = VaultTest::samples();
        let start = test.bytes().len();
        for stop in (start..files).step_by(3) {
            let mut child = Command::new(env!("CARGO_BIN_EXE_throughline"))
                .args(["--quiet", "--today", "2026-11-20", "--vault"])
                .arg(test.place(""))
                .arg("build")
                .env("XDG_CACHE_HOME", test.cache.path())
                .stdout(Stdio::null())
                .stderr(Stdio::null())
                .spawn()
                .unwrap();
            while child.try_wait().unwrap().is_none() && test.bytes().len() < stop {
                std::hint::spin_loop();
            }
            child.kill().unwrap();
            child.wait().unwrap();
            killed += 1;
            check_whole(&test.bytes(), &expected);
        }
        test.ok(&["build"]);
        assert_eq!(test.bytes(), expected);
    }
}

#[track_caller]
fn check_whole(now: &BTreeMap<String, Vec<u8>>, expected: &BTreeMap<String, Vec<u8>>) {
    for (path, bytes) in now {
        let name = path.rsplit('/').next().unwrap();
        // What is not whole yet stands under a hidden name; the list of the site's files names those that are still to come.
        if !name.starts_with('.') || name == ".gitignore" {
            assert!(
                expected.get(path) == Some(bytes),
                "{path} is torn:\n{}",
                String::from_utf8_lossy(bytes)
            );
        }
    }
}

/// A file-size limit stands in for a full disk: writes beyond it fail as they do there.
#[cfg(unix)]
#[test]
fn a_full_disk_leaves_what_was_there_and_says_so() {
    let test = VaultTest::samples();
    test.ok(&["build"]);
    test.edit(
        NOTE,
        "## My notes\n",
        &format!("## My notes\n{}\n", "x".repeat(3000)),
    );
    test.edit(
        NOTE,
        "## Action items\n",
        "## Action items\n- [ ] by hand\n",
    );
    let before = test.vault_bytes();
    let script = format!(
        "trap '' XFSZ; ulimit -f 2; exec {} --vault {} --today 2026-11-20 extract",
        env!("CARGO_BIN_EXE_throughline"),
        test.place("").display()
    );
    let output = Command::new("sh")
        .args(["-c", &script])
        .env("XDG_CACHE_HOME", test.cache.path())
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("journal") || said.contains(NOTE), "{said}");
    assert_eq!(test.vault_bytes(), before);
}

/// Everything is readable and nothing writable: each file is named with its cure, and nothing is half done.
#[cfg(unix)]
#[test]
fn permission_denied_is_told_for_each_file() {
    use std::os::unix::fs::PermissionsExt as _;
    use std::os::unix::process::CommandExt as _;

    let test = VaultTest::samples();
    // Root may write anywhere, so the program runs as nobody, from a place that nobody may read.
    let folder = tempfile::TempDir::new().unwrap();
    let program = folder.path().join("throughline");
    fs::copy(env!("CARGO_BIN_EXE_throughline"), &program).unwrap();
    for place in [
        folder.path(),
        &program,
        &test.place(""),
        &test.place("people"),
        &test.place("transcripts"),
    ] {
        fs::set_permissions(place, fs::Permissions::from_mode(0o555)).unwrap();
    }
    let cache = tempfile::TempDir::new().unwrap();
    fs::set_permissions(cache.path(), fs::Permissions::from_mode(0o777)).unwrap();
    let before = test.bytes();
    let mut command = Command::new(&program);
    command
        .args(["--today", "2026-11-20", "--vault"])
        .arg(test.place(""))
        .arg("extract")
        .env("XDG_CACHE_HOME", cache.path());
    if nix::unistd::geteuid().is_root() {
        command.uid(65534).gid(65534);
    }
    let output = command.output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(
        said.contains(NOTE) && said.contains("can be written to"),
        "{said}"
    );
    assert_eq!(test.bytes(), before);
    fs::set_permissions(test.place(""), fs::Permissions::from_mode(0o755)).unwrap();
}
