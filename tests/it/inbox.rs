//! The inbox: what `build` takes in from there, what stays, and how it is told.

use std::fs;

use crate::import::{DANA, MADE, NAME, SALLY, talk, transcripts, vault, zoom};

#[test]
fn the_inbox_is_taken_in_by_build() {
    let test = vault();
    test.file(&format!("inbox/{NAME}"), zoom(&talk()))
        .file(&format!("inbox/done/{NAME}"), "an older one")
        .file(
            "inbox/Zoom/2026-06-25 sally.vtt",
            zoom(&[
                (SALLY, "The dock is full."),
                (DANA, "I will call the landlord tomorrow."),
            ]),
        )
        .file(
            "inbox/undated.vtt",
            zoom(&[(SALLY, "Nobody knows when."), (DANA, "Not even us.")]),
        )
        .file("inbox/broken.vtt", "WEBVTT\n\n00:00:01.000 --> 00:00\n")
        .file("inbox/empty.vtt", "")
        .file("inbox/film.mp4", "film")
        .file("inbox/.DS_Store", "x")
        .file("inbox/coming.vtt.part", "WEBVTT");
    let status = test.ok(&["status"]);
    assert!(status.contains("2 exports wait in the inbox"), "{status}");
    let ran = test.run(&["build"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(
        ran.err.contains(&format!("inbox/{NAME} is now {MADE}")),
        "{}",
        ran.err
    );
    assert_eq!(
        transcripts(&test),
        [MADE, "transcripts/2026-06-25-sally-chen.md"]
    );
    assert!(
        test.read("meetings/2026-06-18-sally-chen.md")
            .contains("price list")
    );
    let files: Vec<String> = test
        .bytes()
        .into_keys()
        .filter(|path| path.starts_with("inbox/"))
        .collect();
    assert_eq!(
        files,
        [
            "inbox/.DS_Store",
            "inbox/broken.vtt",
            "inbox/coming.vtt.part",
            "inbox/done/GMT20260618-092844_Recording.transcript-2.vtt",
            "inbox/done/GMT20260618-092844_Recording.transcript.vtt",
            "inbox/done/Zoom/2026-06-25 sally.vtt",
            "inbox/empty.vtt",
            "inbox/film.mp4",
            "inbox/undated.vtt",
        ]
    );
    assert_eq!(test.read(&format!("inbox/done/{NAME}")), "an older one");
    let told = |text: &str| {
        text.contains("inbox/broken.vtt") && !text.contains("DS_Store") && !text.contains("coming")
    };
    assert!(told(&ran.err), "{}", ran.err);
    let check = test.run(&["check"]);
    assert_eq!(check.code, 1);
    assert!(told(&check.out), "{}", check.out);
    assert!(told(&test.read("site/problems.html")));

    let before = test.vault_bytes();
    test.run(&["build"]);
    assert_eq!(test.vault_bytes(), before, "a second build writes nothing");
}

#[test]
fn the_inbox_may_have_another_name() {
    let test = vault();
    test.edit(
        "throughline.yaml",
        "manager",
        "folders:\n  inbox: drop/here\nmanager",
    )
    .file(&format!("drop/here/{NAME}"), zoom(&talk()))
    .file("inbox/other.vtt", "WEBVTT");
    test.ok(&["build"]);
    assert_eq!(transcripts(&test), [MADE]);
    assert!(test.place(&format!("drop/here/done/{NAME}")).exists());
    assert!(test.place("inbox/other.vtt").exists());
}

#[test]
fn the_same_file_in_the_inbox_again_is_only_put_away() {
    let test = vault();
    test.file(&format!("inbox/{NAME}"), zoom(&talk()));
    let before = test.vault_bytes();
    test.ok(&["build"]);
    test.ok(&["undo"]);
    assert_eq!(test.vault_bytes(), before, "undo puts the file back");
    test.ok(&["build"]);
    test.file("inbox/again.vtt", zoom(&talk()));
    test.ok(&["build"]);
    assert_eq!(transcripts(&test), [MADE]);
    assert!(test.place("inbox/done/again.vtt").exists() && !test.place("inbox/again.vtt").exists());
}

#[test]
fn a_dry_build_shows_the_inbox_and_moves_nothing() {
    let test = vault();
    test.file(&format!("inbox/{NAME}"), zoom(&talk()));
    let before = test.bytes();
    let out = test.ok(&["build", "--dry-run"]);
    for path in [MADE, "meetings/2026-06-18-sally-chen.md"] {
        assert!(out.contains(&format!("+++ b/{path}")), "{out}");
    }
    assert_eq!(test.bytes(), before);
}

#[cfg(unix)]
#[test]
fn an_inbox_that_cannot_be_written_takes_in_once_and_says_so() {
    use std::os::unix::fs::PermissionsExt as _;

    if nix::unistd::geteuid().is_root() {
        return;
    }
    let test = vault();
    test.file(&format!("inbox/{NAME}"), zoom(&talk()));
    let mode =
        |mode| fs::set_permissions(test.place("inbox"), fs::Permissions::from_mode(mode)).unwrap();
    mode(0o555);
    let first = test.run(&["build"]);
    let second = test.run(&["build"]);
    mode(0o755);
    for ran in [first, second] {
        assert_eq!(ran.code, 1, "{}", ran.err);
        assert!(
            ran.err.contains(NAME) && ran.err.contains("stays here"),
            "{}",
            ran.err
        );
    }
    assert_eq!(transcripts(&test), [MADE]);
}
