//! What the owner did stays: ticks, edits, deletions, lines of their own; and what they did counts downstream.

use std::fs;

use serde_json::Value;

use crate::harness::VaultTest;

pub(crate) const NOTE: &str = "meetings/2026-11-02-sally-chen.md";

/// Built once, then changed by `act`, then every transcript read again, then built again.
pub(crate) fn after(act: impl Fn(&VaultTest)) -> VaultTest {
    let test = VaultTest::samples();
    test.ok(&["build"]);
    act(&test);
    test.ok(&["extract", "--again"]);
    test.ok(&["build"]);
    test
}

pub(crate) fn commitments(test: &VaultTest) -> Vec<Value> {
    let export: Value = serde_json::from_str(&test.ok(&["export"])).unwrap();
    export["commitments"].as_array().unwrap().clone()
}

pub(crate) fn action_line(test: &VaultTest) -> String {
    let text = test.read(NOTE);
    text.lines()
        .find(|line| line.starts_with("- [ ] "))
        .unwrap()
        .to_owned()
}

pub(crate) fn id_of(line: &str) -> String {
    line.rsplit_once('^').unwrap().1.to_owned()
}

#[test]
fn a_tick_stays_and_counts() {
    let test = VaultTest::samples();
    test.ok(&["build"]);
    let line = action_line(&test);
    let ticked = line
        .replacen("- [ ]", "- [x]", 1)
        .replace(" ^tl", " ✅ 2026-11-05 ^tl");
    test.edit(NOTE, &line, &ticked);
    test.ok(&["extract", "--again"]);
    test.ok(&["build"]);
    assert!(test.read(NOTE).contains(&ticked));
    let commitment = commitments(&test)
        .into_iter()
        .find(|commitment| commitment["id"] == id_of(&line))
        .unwrap();
    assert_eq!(commitment["status"], "done");
}

#[test]
fn an_edit_stays_and_is_the_truth_downstream() {
    let test = VaultTest::samples();
    test.ok(&["build"]);
    let line = action_line(&test);
    let id = id_of(&line);
    let edited = format!("- [ ] Dana Whitlock: Call the Lisbon office 📅 2026-12-24 ^{id}");
    test.edit(NOTE, &line, &edited);
    test.ok(&["extract", "--again"]);
    test.ok(&["build"]);
    assert!(test.read(NOTE).contains(&edited), "{}", test.read(NOTE));
    let commitment = commitments(&test)
        .into_iter()
        .find(|commitment| commitment["id"] == id.as_str())
        .unwrap();
    assert_eq!(commitment["owner"], "Dana Whitlock");
    assert_eq!(commitment["chain"][0], id.as_str());
}

#[test]
fn a_deleted_item_stays_deleted_and_leaves_the_ledger() {
    let test = after(|test| {
        let line = action_line(test);
        let text = test.read(NOTE);
        let kept: Vec<&str> = text.lines().collect();
        let at = kept.iter().position(|other| *other == line).unwrap();
        let mut out: Vec<&str> = kept[..at].to_vec();
        out.extend(
            kept[at + 1..]
                .iter()
                .skip_while(|line| line.starts_with('\t')),
        );
        test.file(NOTE, out.join("\n") + "\n");
        test.file("deleted.txt", id_of(&line));
    });
    let id = test.read("deleted.txt");
    assert!(!test.read(NOTE).contains(&format!(" ^{id}")));
    assert!(
        commitments(&test)
            .iter()
            .all(|commitment| commitment["id"] != id.as_str())
    );
}

#[test]
fn a_line_written_by_hand_becomes_a_promise_with_its_line_as_receipt() {
    let test = after(|test| {
        test.edit(
            NOTE,
            "## Action items\n",
            "## Action items\n- [ ] [[people/sally-chen|Sally]]: Water the plants 📅 2026-11-30\n",
        );
        test.edit(
            NOTE,
            "## My notes\n",
            "## My notes\nShe looked tired.\t \n\n> a thought\n",
        );
    });
    let line = test.line(NOTE, "Water the plants");
    assert!(
        line.starts_with("- [ ] [[people/sally-chen|Sally]]: Water the plants 📅 2026-11-30 ^tl"),
        "{line}"
    );
    assert!(
        test.read(NOTE)
            .contains("## My notes\nShe looked tired.\t \n\n> a thought\n")
    );
    let commitment = commitments(&test)
        .into_iter()
        .find(|commitment| commitment["text"] == "Water the plants")
        .unwrap();
    assert_eq!(commitment["owner"], "Sally Chen");
    let receipt = &commitment["events"][0]["evidence"][0];
    assert_eq!(receipt["path"], NOTE);
    let at = test
        .read(NOTE)
        .lines()
        .position(|other| other == line)
        .unwrap()
        + 1;
    assert_eq!(receipt["line"], at);
}

#[test]
fn a_note_typed_by_hand_is_a_meeting() {
    let test = VaultTest::samples();
    let note = "---\ndate: 2026-11-18\nperson: \"[[people/sally-chen]]\"\nmanager: Dana Whitlock\n---\n\n## Action items\n- [ ] Sally: Book the forklift course\n";
    test.file("meetings/coffee.md", note);
    test.ok(&["build"]);
    let line = test.line("meetings/coffee.md", "forklift");
    assert!(
        line.starts_with("- [ ] Sally: Book the forklift course ^tl"),
        "{line}"
    );
    assert!(
        commitments(&test)
            .iter()
            .any(|commitment| commitment["text"] == "Book the forklift course")
    );
    assert!(test.place("agendas/2026-11-25-sally-chen.md").exists());
    // Somebody whom the vault does not know is named instead of lost.
    test.file(
        "meetings/tea.md",
        note.replace("[[people/sally-chen]]", "Anna Berg"),
    );
    let checked = test.run(&["check"]);
    assert_eq!(checked.code, 1);
    assert!(
        checked
            .out
            .contains("nobody in this vault is called `Anna Berg`"),
        "{}",
        checked.out
    );
}

#[test]
fn an_agenda_and_a_review_keep_what_was_written_into_them() {
    let (agenda, review) = (
        "agendas/2026-11-23-sally-chen.md",
        "reviews/2026-H2-sally-chen.md",
    );
    let test = after(|test| {
        test.edit(agenda, "## Mine\n", "## Mine\n- ask about the holiday\n");
        test.edit(
            review,
            "## In my words\n",
            "## In my words\nA strong half-year.\n",
        );
        let text = test.read(agenda);
        let line = text
            .lines()
            .find(|line| line.starts_with("- ") && line.contains(" ^tl"))
            .unwrap();
        test.edit(agenda, line, &line.replacen("- ", "- First of all: ", 1));
    });
    assert!(
        test.read(agenda)
            .contains("## Mine\n- ask about the holiday\n")
    );
    assert!(test.read(agenda).contains("- First of all: "));
    assert!(
        test.read(review)
            .contains("## In my words\nA strong half-year.\n")
    );
}

#[test]
fn a_final_review_is_never_touched() {
    let review = "reviews/2026-H2-sally-chen.md";
    for (old, new) in [
        ("status: draft", "status: final"),
        ("status: draft", "status: Final"),
        ("status: draft\n", "status: final\nbroken: [\n"),
        ("status: draft\n---\n", "status: final\n"),
    ] {
        let test = VaultTest::samples();
        test.ok(&["build"]);
        test.edit(review, old, new);
        let before = test.read(review);
        let later = test
            .read("transcripts/2026-11-16-sally-chen.md")
            .replace("2026-11-16", "2026-11-19");
        test.file("transcripts/2026-11-19-sally-chen.md", later);
        test.ok(&["build"]);
        assert_eq!(test.read(review), before, "{new}");
    }
}

#[test]
fn a_line_below_a_heading_of_the_owners_stays_and_so_does_the_heading() {
    let agenda = "agendas/2026-11-23-sally-chen.md";
    let test = VaultTest::samples();
    test.ok(&["build"]);
    let line = test.line(agenda, "overtime");
    test.edit(agenda, &format!("{line}\n"), "");
    test.edit(
        agenda,
        "## Mine\n",
        &format!("## Before lunch, with Bo present\n{line}\n\n## Mine\n"),
    );
    let note = "meetings/2026-11-16-sally-chen.md";
    let promise = test.line(note, "overtime");
    test.edit(note, &promise, &promise.replacen("- [ ]", "- [x]", 1));
    test.ok(&["build"]);
    assert!(
        test.read(agenda)
            .contains(&format!("## Before lunch, with Bo present\n{line}\n")),
        "{}",
        test.read(agenda)
    );
}

#[test]
fn code_within_a_line_and_comments_left_open_hide_nothing() {
    let fresh = VaultTest::samples();
    fresh.ok(&["build"]);
    for words in ["```code``` is inline", "%% private", "<!-- begun"] {
        let test = VaultTest::samples();
        test.ok(&["build"]);
        test.edit(
            NOTE,
            "## Action items\n",
            &format!("{words}\n\n## Action items\n"),
        );
        test.ok(&["build"]);
        assert_eq!(
            commitments(&test).len(),
            commitments(&fresh).len(),
            "{words}"
        );
    }
}

#[test]
fn a_quote_of_which_there_is_no_record_is_no_receipt() {
    let test = VaultTest::samples();
    test.ok(&["build"]);
    let quote = test.line(NOTE, "turn 6").trim().to_owned();
    test.edit(NOTE, &quote, "- Sally, turn 6: “I never said this”");
    fs::remove_file(test.place("transcripts/2026-11-02-sally-chen.md")).unwrap();
    test.file(
        "meetings/coffee.md",
        "---\ndate: 2026-11-18\nperson: Sally Chen\n---\n## Action items\n- [ ] Sally: swim\n\t- Sally, turn 3: “nor this”\n",
    );
    test.ok(&["build"]);
    let export = test.ok(&["export"]);
    assert!(
        !export.contains("I never said this") && !export.contains("nor this"),
        "{export}"
    );
    assert!(
        !test
            .read("site/people/sally-chen/index.html")
            .contains("I never said this")
    );
    assert!(
        export.contains("I'll get you the numbers"),
        "what was checked when it was written stays a receipt"
    );
}

#[test]
fn settings_half_saved_do_not_write_a_second_set_of_notes() {
    let test = VaultTest::samples();
    test.file(
        "throughline.yaml",
        "manager: Dana Whitlock\nfolders: {meetings: Notes}\n",
    );
    test.ok(&["build"]);
    test.file(
        "throughline.yaml",
        "manager: Dana Whitlock\nfolders: {meetings: Notes}\ntasks: {format: emoji\n",
    );
    test.ok(&["build"]);
    assert!(!test.place("meetings").exists());
    test.file(
        "throughline.yaml",
        "manager: Dana Whitlock\nfolders: {meetings: Notes\n",
    );
    let ran = test.run(&["build"]);
    assert_eq!(ran.code, 1);
    assert!(
        ran.err.contains("throughline.yaml:") && ran.err.contains("nothing was written"),
        "{}",
        ran.err
    );
    assert!(!test.place("meetings").exists());
    assert_eq!(test.run(&["check"]).code, 1);
}

#[test]
fn an_edited_transcript_keeps_ids_and_the_owners_edits() {
    let test = VaultTest::samples();
    test.ok(&["build"]);
    let line = action_line(&test);
    let id = id_of(&line);
    let ticked = line.replacen("- [ ]", "- [x]", 1);
    test.edit(NOTE, &line, &ticked);
    test.edit(
        "transcripts/2026-11-02-sally-chen.md",
        "I can get him the new sheet by Friday",
        "I can get him the new sheet by Friday, sure",
    );
    test.ok(&["build"]);
    assert!(
        test.line(NOTE, &id).starts_with("- [x] "),
        "{}",
        test.read(NOTE)
    );
}

#[test]
fn a_transcript_that_is_renamed_keeps_its_note() {
    let test = VaultTest::samples();
    test.ok(&["build"]);
    let before = test.read(NOTE);
    fs::create_dir_all(test.place("transcripts/2026")).unwrap();
    fs::rename(
        test.place("transcripts/2026-11-02-sally-chen.md"),
        test.place("transcripts/2026/november.md"),
    )
    .unwrap();
    test.ok(&["build"]);
    assert_eq!(test.read(NOTE), before);
    assert!(!test.place("meetings/2026/november.md").exists());
}

#[test]
fn an_unclear_matter_that_is_taken_becomes_a_promise() {
    let test = VaultTest::samples();
    test.ok(&["build"]);
    let text = test.read(NOTE);
    let line = text
        .lines()
        .find(|line| line.starts_with("- No owner"))
        .unwrap()
        .to_owned();
    let id = id_of(&line);
    test.edit(NOTE, &format!("{line}\n"), "");
    let taken = line.replacen(
        "- No owner, no date: ",
        "- [ ] [[people/sally-chen|Sally]]: ",
        1,
    );
    assert_ne!(taken, line);
    test.edit(
        NOTE,
        "## Action items\n",
        &format!("## Action items\n{taken}\n"),
    );
    test.ok(&["extract", "--again"]);
    test.ok(&["build"]);
    let commitment = commitments(&test)
        .into_iter()
        .find(|one| one["id"] == id.as_str())
        .unwrap();
    assert_eq!(commitment["owner"], "Sally Chen");
    assert!(test.read(NOTE).contains(&taken));
}

#[test]
fn an_unclear_matter_may_be_given_to_somebody_where_it_stands() {
    for owner in ["[[people/sally-chen|Sally]], no date: ", "Sally: "] {
        let test = VaultTest::samples();
        test.ok(&["build"]);
        let text = test.read(NOTE);
        let line = text
            .lines()
            .find(|line| line.starts_with("- No owner"))
            .unwrap();
        let taken = line.replacen("No owner, no date: ", owner, 1);
        assert_ne!(taken, line);
        test.edit(NOTE, line, &taken);
        test.ok(&["build"]);
        let commitment = commitments(&test)
            .into_iter()
            .find(|one| one["id"] == id_of(line).as_str())
            .unwrap();
        assert_eq!(commitment["owner"], "Sally Chen");
        assert!(test.read(NOTE).contains(&taken));
    }
}

#[test]
fn an_id_that_a_hand_has_changed_is_named_and_no_word_of_the_line() {
    let test = VaultTest::samples();
    test.ok(&["build"]);
    let line = action_line(&test);
    let broken = line.replacen(&id_of(&line), "tlBROKEN", 1);
    test.edit(NOTE, &line, &broken);
    test.ok(&["build"]);
    assert!(test.read(NOTE).contains(&broken));
    let checked = test.run(&["check"]);
    assert_eq!(checked.code, 1);
    assert!(checked.out.contains("`^tlBROKEN`"), "{}", checked.out);
    for commitment in commitments(&test) {
        assert!(!commitment["text"].as_str().unwrap().contains('^'));
    }
}
