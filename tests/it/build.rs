//! The laws of a build: the record is read-only, the same vault gives the same bytes, a second run writes nothing.

use std::fs;

use crate::harness::VaultTest;

#[test]
fn a_second_build_writes_nothing_and_the_record_is_untouched() {
    let test = VaultTest::samples();
    let before = test.bytes();
    test.ok(&["build"]);
    let built = test.bytes();
    for (path, bytes) in &before {
        assert_eq!(Some(bytes), built.get(path), "{path} was changed");
    }
    let modified = |path: &str| fs::metadata(test.place(path)).unwrap().modified().unwrap();
    let note = "meetings/2026-11-16-sally-chen.md";
    let (written, page) = (modified(note), modified("site/index.html"));
    let again = test.run(&["build"]);
    assert!(
        again.err.contains("0 files and 0 pages written"),
        "{}",
        again.err
    );
    assert_eq!(test.bytes(), built);
    assert_eq!(
        (modified(note), modified("site/index.html")),
        (written, page)
    );
}

#[test]
fn nothing_in_the_vault_depends_on_today() {
    let test = VaultTest::samples();
    test.ok(&["build"]);
    let built = test.vault_bytes();
    test.ok(&["--today", "2031-01-01", "build"]);
    assert_eq!(test.vault_bytes(), built);
}

#[test]
fn two_vaults_with_the_same_files_give_the_same_bytes() {
    let (one, other) = (VaultTest::samples(), VaultTest::samples());
    one.ok(&["build"]);
    // The other one grows meeting by meeting, the last one first.
    let late = "transcripts/2026-11-02-sally-chen.md";
    let text = other.read(late);
    fs::remove_file(other.place(late)).unwrap();
    other.ok(&["build"]);
    other.file(late, text);
    other.ok(&["build"]);
    let mut bytes = other.bytes();
    let mut expected = one.bytes();
    // A line that came later stands behind those that were there; everything else is the same to the byte.
    let sorted = |bytes: Vec<u8>| {
        let text = String::from_utf8(bytes).unwrap();
        let mut lines: Vec<String> = text
            .split("%% throughline 1")
            .next()
            .unwrap()
            .lines()
            .map(str::to_owned)
            .collect();
        lines.sort();
        lines
    };
    for note in [
        "meetings/2026-11-09-sally-chen.md",
        "meetings/2026-11-16-sally-chen.md",
    ] {
        assert_eq!(
            sorted(bytes.remove(note).unwrap()),
            sorted(expected.remove(note).unwrap()),
            "{note}"
        );
    }
    for (path, expected) in expected
        .iter()
        .filter(|(path, _)| !path.starts_with("site/"))
    {
        assert!(
            bytes.get(path) == Some(expected),
            "{path}:\n{}",
            String::from_utf8_lossy(&bytes[path])
        );
    }
    assert_eq!(
        bytes.keys().collect::<Vec<_>>(),
        expected.keys().collect::<Vec<_>>()
    );
}

#[test]
fn an_older_meeting_that_arrives_late_gives_later_ones_their_context() {
    let test = VaultTest::samples();
    let early = "transcripts/2026-11-02-sally-chen.md";
    let text = test.read(early);
    fs::remove_file(test.place(early)).unwrap();
    test.ok(&["build"]);
    let link = "[[meetings/2026-11-02-sally-chen#^tl";
    let note = "meetings/2026-11-09-sally-chen.md";
    assert!(!test.read(note).contains(link));
    test.file(early, text);
    test.ok(&["build"]);
    assert!(test.read(note).contains(link), "{}", test.read(note));
}

#[test]
fn two_meetings_on_a_day_are_two_notes() {
    let test = VaultTest::samples();
    let text = test.read("transcripts/2026-11-09-sally-chen.md");
    let second = text
        .replace("date: 2026-11-09", "date: 2026-11-09T15:30")
        .replace("parked", "left")
        .replace("Martinez", "Okonjo");
    test.file("transcripts/2026-11-09-sally-chen-2.md", second);
    test.ok(&["build"]);
    let export = test.ok(&["export"]);
    let export: serde_json::Value = serde_json::from_str(&export).unwrap();
    let that_day = export["meetings"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|meeting| meeting["date"] == "2026-11-09");
    assert_eq!(that_day.count(), 2);
}

#[test]
fn no_extract_leaves_the_notes_alone() {
    let test = VaultTest::samples();
    test.ok(&["build", "--no-extract"]);
    assert!(!test.place("meetings").exists());
    assert!(test.place("site/index.html").exists());
}

#[test]
fn the_site_folder_is_never_taken_from_somebody_else() {
    let test = VaultTest::samples();
    test.file("site/mine.html", "my own page");
    let ran = test.run(&["build"]);
    assert_eq!(ran.code, 1);
    assert!(
        ran.err.contains("mine.html") && ran.err.contains("site_dir"),
        "{}",
        ran.err
    );
    assert_eq!(test.read("site/mine.html"), "my own page");
    assert!(
        test.place("meetings/2026-11-16-sally-chen.md").exists(),
        "the notes were not written"
    );
}

#[test]
fn pages_of_what_is_gone_go_too_and_nothing_else() {
    let test = VaultTest::samples();
    test.ok(&["build"]);
    let page = "site/meetings/2026-11-16-sally-chen.html";
    assert!(test.place(page).exists());
    test.file("site/.DS_Store", "x");
    for path in [
        "transcripts/2026-11-16-sally-chen.md",
        "meetings/2026-11-16-sally-chen.md",
    ] {
        fs::remove_file(test.place(path)).unwrap();
    }
    test.ok(&["build"]);
    assert!(!test.place(page).exists());
    assert!(test.place("site/.DS_Store").exists());
}

#[test]
fn the_same_words_to_two_people_on_one_day_are_two_promises() {
    let test = VaultTest::new();
    test.file("throughline.yaml", "manager: Dana Whitlock\n");
    for name in ["Sally Chen", "Tom Ode"] {
        let first = name.split(' ').next().unwrap();
        let talk = format!(
            "**{first}:** The lamp in my office is broken.\n\n**Dana:** I'll call the landlord tomorrow.\n\n**{first}:** Thanks.\n\n**Dana:** Right.\n"
        );
        test.file(
            &format!("transcripts/{first}.md"),
            format!("---\ndate: 2026-11-17\nperson: {name}\n---\n{talk}"),
        );
    }
    test.ok(&["build"]);
    assert_eq!(test.run(&["check"]).code, 0);
    let export: serde_json::Value = serde_json::from_str(&test.ok(&["export"])).unwrap();
    assert_eq!(export["commitments"].as_array().unwrap().len(), 2);
}

/// A vault that came by sync may hold links of somebody's making: nothing behind them is written, read or taken away.
#[cfg(unix)]
#[test]
fn links_lead_nowhere() {
    use std::os::unix::fs::symlink;

    let outside = VaultTest::new();
    outside
        .file("precious.txt", "mine")
        .file("pages/keep.txt", "mine");
    let test = VaultTest::samples();
    test.ok(&["build"]);
    symlink(outside.place(""), test.place("site/link")).unwrap();
    test.edit(
        "site/.manifest",
        "index.html\n",
        "index.html\nlink/precious.txt\n",
    );
    test.ok(&["build"]);
    assert_eq!(outside.read("precious.txt"), "mine");
    fs::rename(test.place("site/meetings"), test.place("elsewhere")).unwrap();
    symlink(outside.place("pages"), test.place("site/meetings")).unwrap();
    assert_eq!(test.run(&["build"]).code, 1);
    assert_eq!(fs::read_dir(outside.place("pages")).unwrap().count(), 1);
}

#[cfg(unix)]
#[test]
fn a_note_that_is_a_link_to_the_record_is_not_written_through() {
    let test = VaultTest::samples();
    let transcript = "transcripts/2026-11-02-sally-chen.md";
    let before = test.read(transcript);
    fs::create_dir(test.place("meetings")).unwrap();
    std::os::unix::fs::symlink(
        "../transcripts/2026-11-02-sally-chen.md",
        test.place("meetings/2026-11-02-sally-chen.md"),
    )
    .unwrap();
    let ran = test.run(&["build"]);
    assert_eq!(ran.code, 1);
    assert!(
        ran.err.contains("link to a file in another folder"),
        "{}",
        ran.err
    );
    assert_eq!(test.read(transcript), before);
    assert!(test.place("meetings/2026-11-16-sally-chen.md").exists());
}
