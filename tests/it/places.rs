//! Lines, headings, comments and whole notes that stand elsewhere than they were put: nothing of them is lost or read twice.

use std::fs;

use serde_json::Value;

use crate::harness::VaultTest;
use crate::owner::{NOTE, action_line, after, commitments, id_of};

#[test]
fn a_note_whose_comment_is_gone_loses_nothing_and_says_so() {
    let test = VaultTest::samples();
    test.ok(&["build"]);
    let text = test.read(NOTE);
    let line = action_line(&test);
    let cut = text
        .split("%% throughline 1")
        .next()
        .unwrap()
        .replace(&line, &format!("{line}\nmine"));
    test.file(NOTE, &cut);
    let ran = test.run(&["build"]);
    assert!(
        ran.err.contains(NOTE) && ran.err.contains("missing or cut short"),
        "{}",
        ran.err
    );
    let now = test.read(NOTE);
    for kept in cut.lines() {
        assert!(now.contains(kept), "lost: {kept}");
    }
    assert!(now.contains("%% throughline 1"));
}

#[test]
fn a_line_moved_into_another_note_stays_there_and_keeps_its_receipt() {
    let other = "meetings/2026-11-16-sally-chen.md";
    let test = VaultTest::samples();
    test.ok(&["build"]);
    let text = test.read(NOTE);
    let line = action_line(&test);
    let (before, rest) = text.split_once(&format!("{line}\n")).unwrap();
    let children: String = rest
        .split_inclusive('\n')
        .take_while(|line| line.starts_with('\t'))
        .collect();
    test.file(
        NOTE,
        format!("{before}{}", rest.strip_prefix(&children).unwrap()),
    );
    test.edit(
        other,
        "## Action items\n",
        &format!("## Action items\n{line}\n{children}"),
    );
    test.ok(&["extract", "--again"]);
    test.ok(&["build"]);
    let id = id_of(&line);
    assert!(!test.read(NOTE).contains(&format!(" ^{id}")));
    assert!(
        test.read(other).contains(&format!("{line}\n{children}")),
        "{}",
        test.read(other)
    );
    assert_eq!(test.run(&["check"]).code, 0);
    let export: Value = serde_json::from_str(&test.ok(&["export"])).unwrap();
    let commitment = export["commitments"]
        .as_array()
        .unwrap()
        .iter()
        .find(|one| one["id"] == id.as_str())
        .unwrap();
    assert_eq!(commitment["chain"], serde_json::json!([id]));
    assert_eq!(
        commitment["events"][0]["evidence"][0]["meeting"],
        "transcripts/2026-11-02-sally-chen.md"
    );
    let page = test.read("site/meetings/2026-11-16-sally-chen.html");
    assert!(
        page.contains("2026-11-02-sally-chen.html#t"),
        "the receipt leads to the other meeting"
    );
}

#[test]
fn items_below_a_renamed_heading_still_count() {
    let test = after(|test| {
        test.edit(NOTE, "## Action items\n", "## To do\n");
    });
    assert!(test.read(NOTE).contains("## To do\n- [ ] "));
    assert!(!test.read(NOTE).contains("## Action items"));
    let fresh = VaultTest::samples();
    fresh.ok(&["build"]);
    assert_eq!(commitments(&test).len(), commitments(&fresh).len());
}

#[test]
fn a_note_that_cannot_be_merged_is_left_alone_and_a_new_one_stands_beside() {
    let test = VaultTest::samples();
    test.ok(&["build"]);
    let beside = "meetings/2026-11-02-sally-chen.new.md";
    let other = test.read("meetings/2026-11-09-sally-chen.md");
    for broken in [b"\xff\xfe\xfanot text".to_vec(), other.into_bytes()] {
        test.file(NOTE, &broken);
        test.ok(&["build"]);
        assert_eq!(fs::read(test.place(NOTE)).unwrap(), broken);
        assert!(test.read(beside).contains("## Action items\n"));
        let check = test.run(&["check"]);
        assert!(
            check.out.contains(NOTE) && check.out.contains(beside),
            "{}",
            check.out
        );
        let again = test.run(&["build"]);
        assert!(again.err.contains("0 files"), "{}", again.err);
        fs::remove_file(test.place(beside)).unwrap();
    }
}

#[test]
fn what_is_not_on_this_machine_or_stands_twice_is_neither_read_nor_written() {
    let test = VaultTest::samples();
    test.file("meetings/.2026-11-02-sally-chen.md.icloud", "bplist");
    test.file(
        "transcripts/2026-11-09-sally-chen 2.md",
        test.read("transcripts/2026-11-09-sally-chen.md"),
    );
    test.ok(&["build"]);
    assert!(!test.place(NOTE).exists());
    assert!(!test.place("meetings/2026-11-09-sally-chen 2.md").exists());
    let check = test.run(&["check"]);
    assert!(
        check.out.contains("in the cloud")
            && check
                .out
                .contains("second copy of `2026-11-09-sally-chen.md`"),
        "{}",
        check.out
    );
}

#[test]
fn a_note_that_sync_has_emptied_is_whole_again_and_said_so() {
    let test = VaultTest::samples();
    test.ok(&["build"]);
    let whole = test.read(NOTE);
    test.file(NOTE, "\n");
    let ran = test.run(&["build"]);
    assert!(ran.err.contains("this note was empty"), "{}", ran.err);
    assert_eq!(test.read(NOTE), whole);
}

#[test]
fn another_text_in_the_place_of_a_note_is_kept_and_named() {
    let test = VaultTest::samples();
    test.ok(&["build"]);
    let other = "# Groceries\n\n- milk\n- [ ] eggs\n";
    test.file(NOTE, other);
    let ran = test.run(&["build"]);
    assert!(
        ran.err.contains("no note of the meeting of this name"),
        "{}",
        ran.err
    );
    for line in other.lines() {
        assert!(test.read(NOTE).contains(line), "lost: {line}");
    }
}

#[test]
fn quotes_of_an_edited_line_are_found_where_a_corrected_transcript_has_them() {
    let test = VaultTest::samples();
    test.ok(&["build"]);
    let line = action_line(&test);
    test.edit(NOTE, &line, &line.replacen("- [ ]", "- [x]", 1));
    let transcript = "transcripts/2026-11-02-sally-chen.md";
    test.edit(
        transcript,
        "**Dana:** Morning.",
        "**Dana:** One line more.\n\n**Sally:** And one.\n\n**Dana:** Morning.",
    );
    test.ok(&["build"]);
    assert_eq!(test.run(&["check"]).code, 0, "{}", test.run(&["check"]).out);
}

#[test]
fn a_transcript_that_cannot_be_read_now_is_not_called_missing() {
    let test = VaultTest::samples();
    test.ok(&["build"]);
    test.edit(
        "transcripts/2026-11-02-sally-chen.md",
        "**Dana:** Morning.",
        "<<<<<<< HEAD\n**Dana:** Morning.\n=======\n>>>>>>> other\n",
    );
    let ran = test.run(&["build"]);
    assert!(ran.err.contains("cannot be read at present"), "{}", ran.err);
    assert!(!ran.err.contains("is not in the vault"), "{}", ran.err);
}

#[test]
fn words_that_fell_in_two_meetings_of_a_day_keep_their_receipts_in_both() {
    let test = VaultTest::samples();
    let promise = "**Sally:** I will ring the bank tomorrow.\n\n**Dana:** Fine.\n";
    let head = "---\ndate: 2026-11-20\nperson: Sally Chen\nmanager: Dana Whitlock\n---\n";
    let morning = format!("{head}**Dana:** Morning.\n\n{promise}");
    let evening =
        format!("{head}**Dana:** You again.\n\n**Sally:** Me.\n\n**Dana:** So.\n\n{promise}");
    test.file("transcripts/2026-11-20-a.md", morning);
    test.file("transcripts/2026-11-20-b.md", evening);
    test.ok(&["build"]);
    let again = test.run(&["build"]);
    assert!(again.err.contains("0 files and 0 pages"), "{}", again.err);
    assert!(
        !again.err.contains("a quote below this line"),
        "{}",
        again.err
    );
    for note in ["meetings/2026-11-20-a.md", "meetings/2026-11-20-b.md"] {
        assert!(test.read(note).contains("“I will ring the bank tomorrow”"));
    }
}
