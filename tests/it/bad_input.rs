//! Bad input: each names its file, its line where there is one, and the cure; everything else is written and nothing is lost.

use crate::harness::VaultTest;

/// A vault of samples with one bad file among them; the good ones must come out whatever it holds.
#[track_caller]
fn with(path: &str, bytes: impl AsRef<[u8]>, expected: &[&str]) -> VaultTest {
    let test = VaultTest::samples();
    test.file(path, bytes.as_ref());
    let ran = test.run(&["build"]);
    assert!(
        test.place("meetings/2026-11-16-sally-chen.md").exists(),
        "{}",
        ran.err
    );
    assert!(test.place("site/index.html").exists(), "{}", ran.err);
    assert_eq!(
        std::fs::read(test.place(path)).unwrap(),
        bytes.as_ref(),
        "{path} was changed"
    );
    let check = test.run(&["check"]);
    if expected.is_empty() {
        assert_eq!(check.code, 0, "{}{}", check.out, check.err);
    } else {
        assert_eq!(check.code, 1, "{}{}", check.out, check.err);
        for words in expected {
            assert!(check.out.contains(words), "no {words:?} in:\n{}", check.out);
        }
    }
    test
}

const TALK: &str = "**Dana:** Can you call the bank?\n\n**Sally:** Yes, I'll call the bank on Friday.\n\n**Dana:** Good.\n\n**Sally:** Okay.\n";

#[test]
fn an_empty_vault_is_a_vault() {
    let test = VaultTest::new();
    test.file("throughline.yaml", "");
    let out = test.ok(&["build"]);
    assert!(out.contains("0 promises found"), "{out}");
    assert!(test.place("site/index.html").exists());
    test.ok(&["status"]);
    test.ok(&["check"]);
    test.ok(&["actions"]);
}

#[test]
fn a_folder_without_a_vault_says_what_to_do() {
    let test = VaultTest::new();
    let ran = crate::harness::run(&["build"], &test.place(""), "");
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("throughline init"), "{}", ran.err);
    let ran = crate::harness::run(&["--vault", "nowhere", "build"], &test.place(""), "");
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("nowhere"), "{}", ran.err);
}

#[test]
fn an_empty_file() {
    with(
        "transcripts/2026-11-17-x.md",
        "",
        &["transcripts/2026-11-17-x.md"],
    );
}

#[test]
fn broken_yaml_names_its_line() {
    let text = format!("---\ndate: 2026-11-17\nperson: [Sally\n---\n{TALK}");
    with(
        "transcripts/2026-11-17-sally.md",
        text,
        &["transcripts/2026-11-17-sally.md:"],
    );
}

#[test]
fn a_missing_date_is_named_and_its_note_is_not_written() {
    let test = with(
        "transcripts/chat.md",
        format!("---\nperson: Sally Chen\n---\n{TALK}"),
        &["transcripts/chat.md", "date"],
    );
    assert!(!test.place("meetings/chat.md").exists());
}

#[test]
fn an_unknown_person_is_guessed_and_told() {
    let test = with(
        "transcripts/2026-11-17-nora.md",
        format!(
            "---\ndate: 2026-11-17\nperson: Nora Lind\nmanager: Dana Whitlock\n---\n{}",
            TALK.replace("Sally", "Nora")
        ),
        &[],
    );
    let check = test.run(&["check"]);
    assert!(check.out.contains("Nora Lind"), "{}", check.out);
    assert!(
        test.read("meetings/2026-11-17-nora.md")
            .contains("person: \"Nora Lind\"")
    );
}

#[test]
fn a_transcript_without_speakers() {
    let text = "---\ndate: 2026-11-17\nperson: Sally Chen\n---\nWe talked about the bank. It was fine.\n\nThen about the forklift.\n";
    with(
        "transcripts/2026-11-17-sally.md",
        text,
        &["transcripts/2026-11-17-sally.md", "speaker"],
    );
}

#[test]
fn other_codings_are_read() {
    let front =
        "---\r\ndate: 2026-11-17\r\nperson: Sally Chen\r\nmanager: Dana Whitlock\r\n---\r\n";
    let text = format!("{front}{}", TALK.replace('\n', "\r\n"));
    let utf16: Vec<u8> = [0xff, 0xfe]
        .into_iter()
        .chain(text.encode_utf16().flat_map(u16::to_le_bytes))
        .collect();
    let bom = format!("\u{feff}{text}");
    for (name, bytes) in [
        ("crlf", text.clone().into_bytes()),
        ("bom", bom.into_bytes()),
        ("utf16", utf16),
    ] {
        let path = format!("transcripts/2026-11-17-{name}.md");
        let test = with(&path, bytes, &[]);
        let note = test.read(&format!("meetings/2026-11-17-{name}.md"));
        assert!(
            note.contains("bank") && note.contains("📅 2026-11-20"),
            "{name}: {note}"
        );
    }
}

#[test]
fn nul_bytes_are_named() {
    let text = format!(
        "---\ndate: 2026-11-17\nperson: Sally Chen\n---\n{}",
        TALK.replace("Good.", "Go\0od.")
    );
    with(
        "transcripts/2026-11-17-sally.md",
        text,
        &["transcripts/2026-11-17-sally.md:9", "NUL"],
    );
}

#[test]
fn a_file_of_fifty_megabytes_does_not_stop_the_rest() {
    let mut text = format!("---\ndate: 2026-11-17\nperson: Sally Chen\n---\n{TALK}");
    text.push_str(&"x".repeat(50 << 20));
    with(
        "transcripts/2026-11-17-sally.md",
        text,
        &[
            "transcripts/2026-11-17-sally.md",
            "larger than 16 MB",
            "split the file",
        ],
    );
}

#[test]
fn conflict_markers_are_named_and_the_file_is_left_alone() {
    let text = format!(
        "---\ndate: 2026-11-17\nperson: Sally Chen\n---\n<<<<<<< HEAD\n{TALK}=======\n{TALK}>>>>>>> other\n"
    );
    with(
        "transcripts/2026-11-17-sally.md",
        text,
        &["transcripts/2026-11-17-sally.md:5", "conflict"],
    );

    let test = VaultTest::samples();
    test.ok(&["build"]);
    let note = "meetings/2026-11-02-sally-chen.md";
    let broken = test.read(note).replace(
        "## My notes\n",
        "## My notes\n<<<<<<< HEAD\nmine\n=======\ntheirs\n>>>>>>> other\n",
    );
    test.file(note, &broken);
    test.ok(&["extract", "--again"]);
    assert_eq!(test.read(note), broken);
    assert!(test.run(&["check"]).out.contains(note));
}

#[test]
fn settings_that_cannot_be_read_keep_their_defaults() {
    with(
        "throughline.yaml",
        "manager: Dana Whitlock\ncolour: blue\ncadence: often\n",
        &["throughline.yaml:2", "throughline.yaml:3"],
    );
    with(
        "throughline.yaml",
        "theme: drak\nmanager: [\n",
        &["throughline.yaml:", "no theme `themes/drak`"],
    );
}

#[cfg(unix)]
#[test]
fn a_link_out_of_the_vault_is_not_followed() {
    let outside = VaultTest::new();
    outside.file(
        "secret.md",
        format!("---\ndate: 2026-11-17\nperson: Sally Chen\n---\n{TALK}"),
    );
    let test = VaultTest::samples();
    std::os::unix::fs::symlink(
        outside.place("secret.md"),
        test.place("transcripts/2026-11-17-secret.md"),
    )
    .unwrap();
    test.run(&["build"]);
    assert!(!test.place("meetings/2026-11-17-secret.md").exists());
    let check = test.run(&["check"]);
    assert_eq!(check.code, 1);
    assert!(
        check.out.contains("transcripts/2026-11-17-secret.md")
            && check.out.contains("link out of the vault"),
        "{}",
        check.out
    );
}

#[cfg(unix)]
#[test]
fn a_folder_that_cannot_be_written_is_named_and_the_rest_is_written() {
    let test = VaultTest::samples();
    // A file where a folder should be: unlike permissions this stops root too.
    test.file("meetings", "in the way");
    let ran = test.run(&["build"]);
    assert_eq!(ran.code, 1);
    assert!(
        ran.err.contains("meetings/2026-11-16-sally-chen.md"),
        "{}",
        ran.err
    );
    assert!(test.place("agendas/2026-11-23-sally-chen.md").exists());
    assert!(test.place("site/index.html").exists());
}

#[test]
fn copies_of_sync_programs_are_not_meetings() {
    let copy = "transcripts/2026-11-16-sally-chen (Conflicted copy Dana 202611170912).md";
    let text = format!("---\ndate: 2026-11-16\nperson: Sally Chen\n---\n{TALK}");
    with(copy, text, &["Conflicted copy", "sync program"]);
}

#[test]
fn names_with_accents_make_plain_paths() {
    let test = VaultTest::new();
    test.file("People/Gráinne Ó Foley.md", "");
    test.file(
        "throughline.yaml",
        "manager: Łukasz Żak\nfolders:\n  people: People\n  transcripts: 1-1s\n",
    );
    let talk = "**Łukasz:** Can you call the bank?\n\n**Gráinne:** Yes, I'll call the bank on Friday.\n\n**Łukasz:** Good.\n\n**Gráinne:** Okay.\n";
    test.file(
        "1-1s/17 November.md",
        format!("---\ndate: 2026-11-17\nperson: \"[[Gráinne Ó Foley]]\"\n---\n{talk}"),
    );
    test.ok(&["build"]);
    assert!(
        test.place("site/people/grainne-o-foley/index.html")
            .exists()
    );
    assert!(test.place("agendas/2026-11-24-grainne-o-foley.md").exists());
    assert!(
        test.read("meetings/17 November.md")
            .contains("[[People/Gráinne Ó Foley|Gráinne]]: ")
    );
}

#[cfg(unix)]
#[test]
fn what_is_no_file_is_not_read() {
    let test = VaultTest::samples();
    let fifo = test.place("transcripts/pipe.md");
    assert!(
        std::process::Command::new("mkfifo")
            .arg(&fifo)
            .status()
            .unwrap()
            .success()
    );
    test.ok(&["build"]);
    let check = test.run(&["check"]);
    assert!(
        check.out.contains("transcripts/pipe.md") && check.out.contains("not an ordinary file"),
        "{}",
        check.out
    );
}

#[test]
fn a_name_that_no_link_can_lead_to_is_named() {
    with(
        "transcripts/2026-11-17 Sally #1.md",
        format!("---\ndate: 2026-11-17\nperson: Sally Chen\n---\n{TALK}"),
        &["Sally #1.md", "no link can lead"],
    );
}
