//! The commands, as somebody types them.

use crate::harness::{VaultTest, run};

#[test]
fn init_makes_a_vault_that_can_be_used_at_once() {
    let test = VaultTest::new();
    let here = test.place("");
    let ran = run(&["init", "my-team"], &here, "");
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(test.place("my-team/transcripts").is_dir());
    let ran = run(&["--vault", "my-team", "build"], &here, "");
    assert_eq!(ran.code, 0, "{}", ran.err);
    let ran = run(&["init", "my-team"], &here, "");
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("already is a vault"), "{}", ran.err);
}

#[test]
fn init_beside_notes_writes_only_the_settings() {
    let test = VaultTest::new();
    test.file("notes/mine.md", "mine");
    let ran = run(&["init", "notes"], &test.place(""), "");
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert_eq!(
        test.bytes().into_keys().collect::<Vec<_>>(),
        ["notes/mine.md", "notes/throughline.yaml"]
    );
    assert!(!test.place("notes/transcripts").exists());
}

#[test]
fn a_vault_is_found_from_below() {
    let test = VaultTest::samples();
    let ran = run(
        &["--today", "2026-11-20", "status"],
        &test.place("transcripts"),
        "",
    );
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(
        ran.out.contains("3 transcripts wait to be read"),
        "{}",
        ran.out
    );
}

#[test]
fn try_prints_a_note_and_writes_nothing() {
    let test = VaultTest::samples();
    let before = test.bytes();
    let ran = run(
        &["try", "transcripts/2026-11-02-sally-chen.md"],
        &test.place(""),
        "",
    );
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(
        ran.out.contains("## Action items\n- [ ] Sally Chen: "),
        "{}",
        ran.out
    );
    assert!(!ran.out.contains("%%"), "{}", ran.out);
    assert_eq!(test.bytes(), before);
    let text = "Ann: Can you call the bank?\nBo: Yes, I'll call the bank tomorrow.\nAnn: Good.\nBo: Okay.\n";
    let ran = run(
        &["--today", "2026-11-20", "try", "-"],
        &test.place(""),
        text,
    );
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(
        ran.out.contains("Bo: ") && ran.out.contains("📅 2026-11-21"),
        "{}",
        ran.out
    );
    let ran = run(&["try", "nothing.md"], &test.place(""), "");
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("nothing.md"), "{}", ran.err);
}

#[test]
fn actions_are_found_by_owner_person_and_date() {
    let test = VaultTest::samples();
    test.ok(&["build"]);
    let all = test.ok(&["actions", "--all"]);
    assert!(
        all.contains("Dana Whitlock") && all.contains("Sally Chen"),
        "{all}"
    );
    assert!(
        all.find("Dana Whitlock") < all.find("Sally Chen"),
        "the manager comes first: {all}"
    );
    let hers = test.ok(&["actions", "--owner", "sal", "--all"]);
    assert!(
        !hers.contains("Dana Whitlock") && hers.contains("meetings/2026-11-"),
        "{hers}"
    );
    let ran = test.run(&["actions", "--owner", "Zoe"]);
    assert_eq!(ran.code, 1);
    assert!(
        ran.err.contains("Zoe") && ran.err.contains("Sally Chen"),
        "{}",
        ran.err
    );
    let late = test.ok(&["--today", "2027-01-01", "actions", "--overdue"]);
    assert!(late.contains("past its date"), "{late}");
    assert!(!late.contains("no date"), "{late}");
}

#[test]
fn agenda_and_review_are_printed_and_written() {
    let test = VaultTest::samples();
    test.ok(&["extract"]);
    let agenda = test.ok(&["agenda", "sally"]);
    assert!(
        agenda.contains("# Sally Chen, agenda for 23 November 2026"),
        "{agenda}"
    );
    assert!(!agenda.contains("%%"), "{agenda}");
    assert!(
        test.read("agendas/2026-11-23-sally-chen.md")
            .starts_with(agenda.trim_end())
    );
    let review = test.ok(&["review", "sally", "--period", "2026-Q4"]);
    assert!(
        review.contains("review draft for 1 October to 31 December 2026"),
        "{review}"
    );
    assert!(test.place("reviews/2026-Q4-sally-chen.md").exists());
    let empty = test.ok(&["review", "sally", "--period", "2025"]);
    assert!(empty.contains("no 1:1"), "{empty}");
    let wrong = test.run(&["review", "sally", "--period", "soon"]);
    assert_eq!(wrong.code, 2);
}

#[test]
fn a_persons_next_date_moves_the_agenda() {
    let test = VaultTest::samples();
    test.edit(
        "people/sally-chen.md",
        "cadence: weekly",
        "cadence: weekly\nnext: 2026-11-25",
    );
    test.ok(&["build"]);
    assert!(test.place("agendas/2026-11-25-sally-chen.md").exists());
}

#[test]
fn notes_only_makes_no_review() {
    let test = VaultTest::samples();
    test.file(
        "throughline.yaml",
        "manager: Dana Whitlock\nmode: notes-only\n",
    );
    test.ok(&["build"]);
    assert!(!test.place("reviews").exists());
    assert!(test.place("agendas/2026-11-23-sally-chen.md").exists());
    assert_eq!(test.run(&["review", "sally"]).code, 1);
}

#[test]
fn a_vault_without_people_guesses_them_and_says_so() {
    let test = VaultTest::samples();
    std::fs::remove_file(test.place("people/sally-chen.md")).unwrap();
    test.ok(&["build"]);
    let check = test.run(&["check"]);
    assert_eq!(check.code, 0, "{}", check.out);
    assert!(
        check.out.contains("guess") && check.out.contains("Sally Chen"),
        "{}",
        check.out
    );
    assert!(test.place("site/people/sally-chen/index.html").exists());
}

#[test]
fn colours_only_where_they_are_wanted() {
    let test = VaultTest::samples();
    test.ok(&["build"]);
    assert!(!test.ok(&["status"]).contains('\u{1b}'));
    assert!(test.ok(&["--color", "always", "status"]).contains('\u{1b}'));
}

#[test]
fn wrong_usage_ends_with_two_and_help_has_examples() {
    let test = VaultTest::new();
    let here = test.place("");
    assert_eq!(run(&["frobnicate"], &here, "").code, 2);
    assert_eq!(run(&["--today", "soon", "status"], &here, "").code, 2);
    assert_eq!(run(&[], &here, "").code, 2);
    for command in [
        "init",
        "extract",
        "build",
        "status",
        "actions",
        "agenda",
        "review",
        "check",
        "export",
        "completions",
        "try",
        "settle",
        "undo",
    ] {
        let ran = run(&[command, "--help"], &here, "");
        assert_eq!(ran.code, 0);
        assert!(ran.out.contains("Example"), "{command}: {}", ran.out);
    }
    let script = run(&["completions", "bash"], &here, "");
    assert!(script.out.contains("_throughline()"));
}
