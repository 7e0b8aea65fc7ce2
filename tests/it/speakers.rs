//! `speakers`, and what is too poor to be measured by speaker.

use crate::import::{MADE, import, vault, zoom};

#[test]
fn speakers_names_who_is_behind_a_label_and_items_follow() {
    let test = vault();
    let said = [
        ("Speaker 1", "Morning. How did the Martinez order go?"),
        (
            "Speaker 2",
            "Fine. I will send them the revised price list by Friday.",
        ),
        (
            "Speaker 1",
            "Good. I will book the training room on Thursday.",
        ),
        (
            "Speaker 2",
            "I will also write the receiving checklist by Monday.",
        ),
    ];
    test.file("2026-06-18 sally.vtt", zoom(&said));
    assert_eq!(
        import(
            &test,
            &[test.place("2026-06-18 sally.vtt").to_str().unwrap()]
        )
        .code,
        0
    );
    test.ok(&["build"]);
    let note = "meetings/2026-06-18-sally-chen.md";
    let transcript = test.read(MADE);
    let listed = test.ok(&["speakers", "2026-06-18-sally-chen"]);
    assert!(
        listed.contains("Speaker 1  nobody known  2 turns, 16 words"),
        "{listed}"
    );
    let before = test.line(note, "price list 📅");
    assert!(!before.contains("Sally]]"), "{before}");
    let id = before.rsplit(' ').next().unwrap().to_owned();
    // The owner edits one line and deletes another.
    test.edit(note, "ook the training room", "ook the big room");
    let gone = test.line(note, "checklist 📅");
    let quote = test.line(note, "turn 4");
    test.edit(note, &format!("{gone}\n{quote}\n"), "");

    let ran = test.run(&["speakers", MADE, "--set", "Speaker 9=Sally"]);
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("Speaker 1, Speaker 2"), "{}", ran.err);
    let set = [
        "speakers",
        MADE,
        "--set",
        "speaker 1=Dana",
        "--set",
        "Speaker 2=sal",
    ];
    test.ok(&set);
    assert!(
        test.read(note).contains("\nspeakers:\n  \"Speaker 1\": \"Dana Whitlock\"\n  \"Speaker 2\": \"[[people/sally-chen|Sally Chen]]\"\n---\n"),
        "{}",
        test.read(note)
    );
    assert_eq!(test.read(MADE), transcript, "the transcript is untouched");
    test.ok(&["build"]);
    let after = test.line(note, "price list 📅");
    assert!(
        after.contains("[[people/sally-chen|Sally]]") && after.ends_with(&id),
        "{after}"
    );
    let text = test.read(note);
    assert!(
        text.contains("ook the big room") && !text.contains("checklist"),
        "{text}"
    );
    let before = test.vault_bytes();
    test.ok(&["build"]);
    test.ok(&set);
    assert_eq!(test.vault_bytes(), before, "a second run writes nothing");
    let listed = test.ok(&["speakers", note]);
    assert!(listed.contains("Speaker 2  Sally Chen"), "{listed}");
    assert_eq!(test.run(&["check"]).code, 0);

    test.edit(note, "\"Speaker 2\": ", "\"Speaker 7\": ");
    let check = test.run(&["check"]);
    assert!(
        check.out.contains("nobody speaks as `Speaker 7`"),
        "{}",
        check.out
    );
}

#[test]
fn speakers_writes_the_note_of_a_meeting_that_has_none() {
    let test = vault();
    test.file(MADE, "---\ndate: 2026-06-18\nperson: Sally\n---\n\n**Speaker 1:** I will call the bank tomorrow.\n\n**Speaker 2:** Good.\n\n**Speaker 1:** Yes.\n");
    test.ok(&["speakers", MADE, "--set", "Speaker 1=Sally Chen"]);
    test.ok(&["build"]);
    let line = test.line("meetings/2026-06-18-sally-chen.md", "bank");
    assert!(line.contains("[[people/sally-chen|Sally]]"), "{line}");
    test.ok(&["speakers", MADE, "--set", "Speaker 1="]);
    assert!(
        !test
            .read("meetings/2026-06-18-sally-chen.md")
            .contains("speakers:")
    );
}

#[test]
fn a_transcript_too_poor_to_measure_is_marked() {
    let test = vault();
    let long = "We went over the stock, the dock and the vans again, and nothing of it was new to anybody.";
    let said: Vec<(&str, &str)> = (0..8).map(|_| ("Speaker 1", long)).collect();
    test.file("2026-06-18 sally.vtt", zoom(&said));
    assert_eq!(
        import(
            &test,
            &[test.place("2026-06-18 sally.vtt").to_str().unwrap()]
        )
        .code,
        0
    );
    test.ok(&["build"]);
    let check = test.run(&["check"]);
    assert_eq!(check.code, 1);
    assert!(
        check
            .out
            .contains("100 % of the words here have no speaker")
            && check.out.contains("throughline speakers"),
        "{}",
        check.out
    );

    test.ok(&["speakers", MADE, "--set", "Speaker 1=Sally Chen"]);
    test.ok(&["build"]);
    let check = test.run(&["check"]);
    assert!(
        check.out.contains("everything here is said by `Speaker 1`"),
        "{}",
        check.out
    );
    let page = test
        .bytes()
        .into_iter()
        .find(|(path, _)| path.starts_with("site/meetings/") && path.contains("2026-06-18"));
    let page = String::from_utf8(page.unwrap().1).unwrap();
    assert!(page.contains("No shares are told"), "{page}");
}
