//! Rows that a vault adds to the lexicon: another language without a compiler, and what is told of a row that is wrong.

use crate::harness::VaultTest;

const GERMAN: &str = "\
- cue: promise
  meaning: The speaker says that they will do something.
  phrases: |
    ich
  examples: |
    Ich rufe morgen bei der Bank an.
    Gut, ich schicke dir das Angebot.
  counter: |
    Sie schickt dir das Angebot.

- class: do
  meaning: Deeds that can be promised.
  words: |
    rufe schicke bestelle
";

const TALK: &str = "---\ndate: 2026-11-18\nperson: Sally Chen\n---\n\n**Dana:** Und die Kartons?\n\n**Sally:** Ich bestelle die neuen Kartons bei Hofer.\n\n**Dana:** Gut.\n\n**Sally:** Und sonst ist alles ruhig.\n";

const NOTE: &str = "meetings/2026-11-18-sally-chen.md";

#[test]
fn a_language_can_be_added_in_the_vault() {
    let test = VaultTest::samples();
    test.file("transcripts/2026-11-18-sally-chen.md", TALK);
    test.ok(&["build"]);
    assert!(!test.read(NOTE).contains("Kartons"), "{}", test.read(NOTE));

    // The rows come later: the meeting is read again, because what it was read with has changed.
    test.file("lexicon/de.yaml", GERMAN);
    test.ok(&["build"]);
    let note = test.read(NOTE);
    assert!(
        note.contains("|Sally]]: Bestelle die neuen Kartons bei Hofer"),
        "{note}"
    );
    assert!(
        note.contains("Ich bestelle die neuen Kartons bei Hofer"),
        "{note}"
    );
    test.ok(&["check"]);

    let before = test.read(NOTE);
    test.ok(&["build"]);
    assert_eq!(test.read(NOTE), before);
}

#[test]
fn a_row_that_is_wrong_is_named_with_its_line_and_the_rest_counts() {
    let rows = GERMAN.replace(
        "    Gut, ich schicke dir das Angebot.",
        "    Gut, wir senden dir das Angebot.",
    ) + "\n- class: verbs\n  meaning: No such class.\n  words: laufen\n\n- cue: promise\n  meaning: Begins with a gap.\n  phrases: |\n    .. machen wir\n";
    let test = VaultTest::samples();
    test.file("lexicon/de.yaml", &rows);
    test.file("lexicon/README.md", "Notes of the owner.\n");
    test.file("transcripts/2026-11-18-sally-chen.md", TALK);
    let ran = test.run(&["build"]);
    assert!(test.read(NOTE).contains("Kartons"), "{}", ran.err);
    let check = test.run(&["check"]);
    assert_eq!(check.code, 1, "{}", check.out);
    for told in [
        "lexicon/de.yaml:7: no phrase of its row is found in the example “Gut, wir senden dir das Angebot.”",
        "lexicon/de.yaml:16: there is no class `verbs`",
        "lexicon/de.yaml:23: the phrase `.. machen wir` cannot be read",
        "throughline lexicon",
    ] {
        assert!(check.out.contains(told), "no {told:?} in:\n{}", check.out);
    }
}

#[test]
fn a_file_of_rows_that_cannot_be_read_names_its_line() {
    for (rows, told) in [
        (
            "- cue: promis\n  meaning: A slip.\n  phrases: ich\n",
            "lexicon/x.yaml:1",
        ),
        (
            "- cue: promise\n  meaning: None.\n",
            "needs either a cue with phrases",
        ),
        ("- cue: [\n", "lexicon/x.yaml:"),
        ("just words", "lexicon/x.yaml"),
    ] {
        let test = VaultTest::samples();
        test.file("lexicon/x.yaml", rows);
        let check = test.run(&["check"]);
        assert_eq!(check.code, 1, "{rows}: {}", check.out);
        assert!(check.out.contains(told), "no {told:?} in:\n{}", check.out);
    }
}

#[test]
fn the_program_shows_its_own_rows() {
    let test = VaultTest::new();
    let how = test.ok(&["lexicon"]);
    assert!(how.contains("## A row"), "{how}");
    let rows = test.ok(&["lexicon", "promise"]);
    assert!(
        rows.contains("i 'll\n") && rows.contains("- cue: promise"),
        "{rows}"
    );
    assert!(
        test.ok(&["lexicon", "determiner"])
            .contains("- class: determiner")
    );
    assert!(test.ok(&["lexicon", "--names"]).contains("promise\n"));
    let ran = test.run(&["lexicon", "nothing"]);
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("lexicon --names"), "{}", ran.err);
}
