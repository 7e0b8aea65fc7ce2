//! `explain`: every item can say why it was found.

use crate::harness::VaultTest;

/// The id of the line of a note that holds some words.
#[track_caller]
fn id_of(note: &str, words: &str) -> String {
    let line = note.lines().find(|line| line.contains(words));
    let line = line.unwrap_or_else(|| panic!("no {words:?} in:\n{note}"));
    line.rsplit_once('^').expect("an id").1.trim().to_owned()
}

const TALK: &str = "---\ndate: 2026-11-17\nperson: Sally Chen\n---\n\n\
**Dana:** The lease. Could you ring the landlord about it?\n\n\
**Sally:** Yes, I'll ring him.\n\n\
**Dana:** When, do you think?\n\n\
**Sally:** Thursday.\n\n\
**Dana:** Lovely.\n";

const NOTE: &str = "meetings/2026-11-17-sally-chen.md";

fn vault() -> VaultTest {
    let test = VaultTest::samples();
    test.file("transcripts/2026-11-17-sally-chen.md", TALK);
    test.ok(&["build"]);
    test
}

#[test]
fn it_names_the_words_what_they_mean_and_how_the_day_was_reckoned() {
    let test = vault();
    let id = id_of(&test.read(NOTE), "2026-11-19");
    let before = test.read(NOTE);
    let out = test.ok(&["explain", &format!("^{id}")]);
    for told in [
        "action item, in meetings/2026-11-17-sally-chen.md",
        "“I'll” (i 'll) The speaker says that they will do something.",
        "Dana, turn 1: “The lease. Could you ring the landlord about it”",
        "“Thursday” in turn 4 is 2026-11-19, counted from 2026-11-17",
    ] {
        assert!(out.contains(told), "no {told:?} in:\n{out}");
    }
    assert_eq!(test.read(NOTE), before);
    // The note shows the words that its date was read off, too.
    assert!(before.contains("turn 4: “Thursday”"), "{before}");
}

#[test]
fn it_says_which_promise_a_later_meeting_speaks_of() {
    let test = vault();
    let promise = id_of(&test.read(NOTE), "2026-11-19");
    let later = "---\ndate: 2026-11-24\nperson: Sally Chen\n---\n\n\
**Dana:** Did you ring the landlord?\n\n\
**Sally:** I rang him on Thursday, yes, about the lease.\n\n\
**Dana:** Good.\n\n**Sally:** It was fine.\n";
    test.file("transcripts/2026-11-24-sally-chen.md", later);
    test.ok(&["build"]);
    let note = test.read("meetings/2026-11-24-sally-chen.md");
    let id = id_of(&note, "- Done:");
    let out = test.ok(&["explain", &id]);
    assert!(
        out.contains(&format!("(^{promise}): both speak of")),
        "{out}"
    );
    assert!(out.contains("landlord"), "{out}");
}

#[test]
fn the_owners_line_is_the_owners() {
    let test = vault();
    let note = test.read(NOTE).replace(
        "## My notes\n",
        "- [ ] [[people/sally-chen|Sally]]: Buy a kettle\n\n## My notes\n",
    );
    test.file(NOTE, &note);
    test.ok(&["build"]);
    let id = id_of(&test.read(NOTE), "Buy a kettle");
    let out = test.ok(&["explain", &id]);
    assert!(
        out.contains("You wrote it yourself: meetings/2026-11-17-sally-chen.md:"),
        "{out}"
    );
}

#[test]
fn what_is_no_item_is_told() {
    let test = vault();
    let ran = test.run(&["explain", "kettle"]);
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("is no item's id"), "{}", ran.err);
    let ran = test.run(&["explain", "tl00000000"]);
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("no meeting note holds"), "{}", ran.err);
}
