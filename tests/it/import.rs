//! Recorders' exports become transcripts: `import`, the inbox, `speakers`, and what is too poor to measure.

use std::fs;
use std::path::{Path, PathBuf};

use jiff::civil::date;

use throughline::model::VaultPath;
use throughline::transcript::written::{self, About, Met, UNKNOWN};
use throughline::transcript::{normal, parse, recording};

use crate::harness::{Ran, VaultTest, run};

const DANA: &str = "Dana Whitlock";
const SALLY: &str = "Sally Chen";

/// What Zoom's cloud writes, of these speakers and words, a cue every ten seconds.
fn zoom(said: &[(&str, &str)]) -> String {
    let cue = |(at, (name, words)): (usize, &(&str, &str))| {
        let (minute, second) = (at / 6, at % 6 * 10);
        format!(
            "{}\r\n00:{minute:02}:{second:02}.120 --> 00:{minute:02}:{:02}.400\r\n{name}: {words}\r\n\r\n",
            at + 1,
            second + 5
        )
    };
    let cues: String = said.iter().enumerate().map(cue).collect();
    format!("WEBVTT\r\n\r\n{cues}")
}

fn talk() -> Vec<(&'static str, &'static str)> {
    vec![
        (DANA, "Morning. How did the Martinez order go?"),
        (
            SALLY,
            "Fine. I will send them the revised price list by Friday.",
        ),
        (DANA, "Good. I will book the training room on Thursday."),
        (
            SALLY,
            "Thanks [[Dana]], that helps a lot with the new people in receiving.",
        ),
    ]
}

/// A vault with its manager and one person.
fn vault() -> VaultTest {
    let test = VaultTest::new();
    test.file("throughline.yaml", format!("manager: {DANA}\n"))
        .file(
            "people/sally-chen.md",
            format!("---\nname: {SALLY}\naliases: [Sal]\n---\n"),
        );
    fs::create_dir_all(test.place("transcripts")).unwrap();
    test
}

const NAME: &str = "GMT20260618-092844_Recording.transcript.vtt";
const MADE: &str = "transcripts/2026-06-18-sally-chen.md";

fn import(test: &VaultTest, args: &[&str]) -> Ran {
    let mut all = vec!["import"];
    all.extend(args);
    test.run(&all)
}

fn transcripts(test: &VaultTest) -> Vec<String> {
    let names = test.bytes().into_keys();
    names
        .filter(|path| path.starts_with("transcripts/"))
        .collect()
}

#[test]
fn an_export_becomes_a_transcript_once() {
    let test = vault();
    let source = zoom(&talk());
    test.file(&format!("in/{NAME}"), &source);
    let file = test.place(&format!("in/{NAME}"));
    let file = file.to_str().unwrap();
    let ran = import(&test, &[file]);
    assert_eq!((ran.code, ran.out.trim()), (0, MADE), "{}", ran.err);
    let text = test.read(MADE);
    assert!(
        text.starts_with("---\ndate: 2026-06-18\nperson: \"[[people/sally-chen|Sally Chen]]\"\ntype: 1-1\nduration_minutes: 1\nsource: \"GMT2026"),
        "{text}"
    );
    assert!(
        text.contains("source_format: \"zoom-vtt\"\nsource_sha256: \""),
        "{text}"
    );
    assert!(
        text.contains("\n**Sally Chen** [0:30] Thanks \\[\\[Dana]], that"),
        "{text}"
    );
    assert_eq!(
        test.read(&format!("in/{NAME}")),
        source,
        "the source is untouched"
    );

    let before = test.bytes();
    let ran = import(&test, &[file]);
    assert_eq!((ran.code, ran.out.as_str()), (0, ""), "{}", ran.err);
    assert!(ran.err.contains("already"), "{}", ran.err);
    assert_eq!(test.bytes(), before);

    test.edit(MADE, "type: 1-1", "type: [1-1");
    let ran = import(&test, &[file]);
    assert!(
        ran.code == 0 && ran.err.contains("already"),
        "a broken head tells it too: {}",
        ran.err
    );
    test.edit(MADE, "type: [1-1", "type: 1-1");

    test.ok(&["build"]);
    let line = test.line("meetings/2026-06-18-sally-chen.md", "rice list");
    assert!(
        line.contains("[[people/sally-chen|Sally]]") && line.contains("📅 2026-06-19"),
        "{line}"
    );
    assert!(test.run(&["check"]).code == 0);
}

#[test]
fn undo_takes_an_import_back_and_a_dry_run_writes_nothing() {
    let test = vault();
    test.file(NAME, zoom(&talk()));
    let before = test.bytes();
    let file = test.place(NAME);
    let ran = import(&test, &[file.to_str().unwrap(), "--dry-run"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(ran.out.contains(&format!("+++ b/{MADE}")), "{}", ran.out);
    assert_eq!(test.bytes(), before);
    import(&test, &[file.to_str().unwrap()]);
    assert_eq!(transcripts(&test), [MADE]);
    test.ok(&["undo"]);
    assert_eq!(test.bytes(), before);
}

#[test]
fn the_same_meeting_in_another_format_is_told_and_not_written() {
    let test = vault();
    test.file(NAME, zoom(&talk()));
    let other: Vec<String> = talk()
        .iter()
        .map(|(name, words)| format!("**{name}:** {words}\n\n"))
        .collect();
    let other = other.concat();
    test.file("2026-06-18 Sally.md", other);
    let (zoom_file, other) = (test.place(NAME), test.place("2026-06-18 Sally.md"));
    let (zoom_file, other) = (zoom_file.to_str().unwrap(), other.to_str().unwrap());
    assert_eq!(import(&test, &[zoom_file]).code, 0);
    let ran = import(&test, &[other]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(
        ran.err.contains(MADE)
            && ran.err.contains("100 of 100 words")
            && ran.err.contains("--again"),
        "{}",
        ran.err
    );
    assert_eq!(transcripts(&test), [MADE]);
    let ran = import(&test, &[other, "--again"]);
    assert_eq!(
        ran.out.trim(),
        "transcripts/2026-06-18-sally-chen-2.md",
        "{}",
        ran.err
    );
}

#[test]
fn a_second_meeting_of_a_day_gets_a_number() {
    let test = vault();
    let lunch = [
        (SALLY, "One more thing about the loading dock."),
        (DANA, "Tell me after lunch then, please."),
    ];
    test.file(&format!("in/{NAME}"), zoom(&talk()));
    test.file("in/sally 2026-06-18 14.00.vtt", zoom(&lunch));
    let ran = import(&test, &[test.place("in").to_str().unwrap()]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert_eq!(
        transcripts(&test),
        ["transcripts/2026-06-18-sally-chen-2.md", MADE]
    );
    assert!(
        test.read("transcripts/2026-06-18-sally-chen-2.md")
            .contains("date: 2026-06-18T14:00:00\n")
    );
}

#[test]
fn what_cannot_be_found_is_an_error_with_its_cure() {
    let test = vault();
    test.file("talk.vtt", zoom(&talk()));
    test.file(
        "2026-06-18.vtt",
        zoom(&[
            ("Speaker 1", "Hello there."),
            ("Speaker 2", "Good morning."),
        ]),
    );
    let talk_file = test.place("talk.vtt");
    let ran = import(&test, &[talk_file.to_str().unwrap()]);
    assert_eq!(ran.code, 1);
    assert!(
        ran.err.contains("talk.vtt") && ran.err.contains("--date"),
        "{}",
        ran.err
    );
    let nobody = test.place("2026-06-18.vtt");
    let nobody = nobody.to_str().unwrap();
    let ran = import(&test, &[nobody]);
    assert_eq!(ran.code, 1);
    assert!(
        ran.err.contains("Speaker 1 and Speaker 2") && ran.err.contains("--person"),
        "{}",
        ran.err
    );
    assert_eq!(transcripts(&test), Vec::<String>::new());

    let ran = import(&test, &[nobody, "--person", "sal"]);
    assert_eq!(ran.out.trim(), MADE, "{}", ran.err);
    let ran = import(
        &test,
        &[
            talk_file.to_str().unwrap(),
            "--date",
            "2026-06-25 09:30",
            "--title",
            "Weekly",
        ],
    );
    assert_eq!(
        ran.out.trim(),
        "transcripts/2026-06-25-sally-chen.md",
        "{}",
        ran.err
    );
    let text = test.read("transcripts/2026-06-25-sally-chen.md");
    assert!(
        text.contains("title: \"Weekly\"\ndate: 2026-06-25T09:30:00\n"),
        "{text}"
    );
    assert_eq!(import(&test, &[nobody, "--date", "soon"]).code, 2);
    assert_eq!(import(&test, &["nothing.vtt"]).code, 1);
}

#[test]
fn the_person_is_found_from_speakers_and_names() {
    let said = |one: &'static str, other: &'static str| {
        zoom(&[
            (one, "Good morning to you."),
            (other, "And to you."),
            (one, "Well then."),
        ])
    };
    for (name, one, other, person) in [
        ("2026-06-18 a.vtt", "Dana", "Bo Ek", "bo-ek"),
        ("2026-06-18 b.vtt", "Speaker 1", "Sal", "sally-chen"),
        (
            "2026-06-18 Sally weekly.vtt",
            "Speaker 1",
            "Speaker 2",
            "sally-chen",
        ),
        (
            "2026-06-18 c.vtt",
            "Ek, Bo (Guest)",
            "Dana Whitlock",
            "bo-ek",
        ),
        (
            "2026-06-18 d.vtt",
            "Fireflies.ai Notetaker",
            "Bo Ek",
            "bo-ek",
        ),
    ] {
        let test = vault();
        test.file(name, said(one, other));
        let ran = import(&test, &[test.place(name).to_str().unwrap()]);
        assert_eq!(
            ran.out.trim(),
            format!("transcripts/2026-06-18-{person}.md"),
            "{name}: {}",
            ran.err
        );
    }
}

#[test]
fn several_people_make_a_meeting() {
    let test = vault();
    let said = [
        (DANA, "Let us begin with the fair."),
        (SALLY, "The booth is ordered."),
        ("Bo Ek", "And the van is too."),
    ];
    test.file("2026-06-18 Trade fair.vtt", zoom(&said));
    let ran = import(
        &test,
        &[test.place("2026-06-18 Trade fair.vtt").to_str().unwrap()],
    );
    assert_eq!(
        ran.out.trim(),
        "transcripts/2026-06-18-trade-fair.md",
        "{}",
        ran.err
    );
    let text = test.read("transcripts/2026-06-18-trade-fair.md");
    assert!(
        text.contains("title: \"Trade fair\"") && text.contains("type: \"meeting\"\n"),
        "{text}"
    );
    assert!(text.contains("attendees:\n  - \"[[people/sally-chen|Sally Chen]]\"\n  - \"Bo Ek\"\n  - \"Dana Whitlock\"\n"), "{text}");
}

#[test]
fn a_folder_is_looked_through_and_what_is_no_export_is_named() {
    let test = vault();
    test.file("in/2026-06-18 09.28.44 Sally/meeting_saved_closed_caption.txt", "[Sally Chen] 09:28:50\nGood morning, I will call the bank today.\n\n[Dana Whitlock] 09:29:10\nGood, thank you.\n\n")
        .file("in/picture.png", [0x89, b'P', b'N', b'G', 0, 1, 2, 255])
        .file("in/README.md", "# About\n\nThese are recordings.\n")
        .file("in/.hidden.vtt", "WEBVTT\n");
    let ran = import(&test, &[test.place("in").to_str().unwrap()]);
    assert_eq!((ran.code, ran.out.trim()), (0, MADE), "{}", ran.err);
    assert!(
        ran.err.contains("picture.png") && ran.err.contains("skipped"),
        "{}",
        ran.err
    );
    assert!(ran.err.contains("README.md"), "{}", ran.err);
    assert!(!ran.err.contains("hidden"), "{}", ran.err);
    let text = test.read(MADE);
    assert!(
        text.contains("date: 2026-06-18T09:28:44\n")
            && text.contains("**Dana Whitlock** [0:26] Good"),
        "{text}"
    );
}

#[test]
fn standard_input_is_read() {
    let test = vault();
    let ran = run(
        &["--vault", ".", "import", "-", "--date", "2026-06-18"],
        &test.place(""),
        &zoom(&talk()),
    );
    assert_eq!((ran.code, ran.out.trim()), (0, MADE), "{}", ran.err);
    assert!(test.read(MADE).contains("source: \"standard input\""));
}

#[test]
fn what_is_no_speech_is_refused_with_its_line() {
    let test = vault();
    test.file("2026-06-18 chat.txt", "18:45:12\t From Sally Chen : hello\n18:45:20\t From Dana : hi\n18:46:02\t From Sally Chen : bye\n");
    test.file("2026-06-18 empty.vtt", "");
    for name in ["2026-06-18 chat.txt", "2026-06-18 empty.vtt"] {
        let ran = import(&test, &[test.place(name).to_str().unwrap()]);
        assert_eq!(ran.code, 1, "{name}");
        assert!(ran.err.contains(name), "{}", ran.err);
    }
    assert_eq!(transcripts(&test), Vec::<String>::new());
}

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
fn markdown_of_the_owners_keeps_what_it_says_of_itself() {
    let test = vault();
    let mut said = String::from(
        "---\ndate: 2026-06-18 09:28\nattendees: [Sally Chen, Bo Ek, Mia Ruiz]\nmanager: Bo Ek\ntitle: Stock\ntype: team\n---\n\n",
    );
    for _ in 0..3 {
        said.push_str("**Bo:** Where is the stock now?\n\n**Mia:** It is in the new hall.\n\n");
    }
    test.file("stock.md", said);
    let ran = import(&test, &[test.place("stock.md").to_str().unwrap()]);
    assert_eq!(
        ran.out.trim(),
        "transcripts/2026-06-18-stock.md",
        "{}",
        ran.err
    );
    let text = test.read("transcripts/2026-06-18-stock.md");
    for line in [
        "title: \"Stock\"\ndate: 2026-06-18T09:28:00\nattendees:\n  - \"[[people/sally-chen|Sally Chen]]\"\n",
        "type: \"team\"\nmanager: \"Bo Ek\"\n",
        "\n**Mia:** It is in the new hall.\n",
    ] {
        assert!(text.contains(line), "{line}\n{text}");
    }
}

#[test]
fn a_recorders_own_action_items_are_no_speech() {
    let test = vault();
    let text = "Sally / Dana 1:1 - June 18\nVIEW RECORDING - 12 mins (No highlights): https://fathom.video/share/x\n\n---\n\n\
                0:03 - Dana Whitlock\n  Morning. How was the release?\n\n\
                0:09 - Sally Chen\n  Good, mostly.\n  ACTION ITEM: Write up the rollback - WATCH: https://fathom.video/share/x?timestamp=9\n\n\
                0:20 - Dana Whitlock\n  Fine.\n";
    test.file("2026-06-18 fathom.txt", text);
    let ran = import(
        &test,
        &[test.place("2026-06-18 fathom.txt").to_str().unwrap()],
    );
    assert_eq!(ran.out.trim(), MADE, "{}", ran.err);
    let text = test.read(MADE);
    assert!(
        text.contains("recorder_actions:\n  - \"Write up the rollback\"\n---\n"),
        "{text}"
    );
    test.ok(&["build"]);
    assert!(
        !test
            .read("meetings/2026-06-18-sally-chen.md")
            .contains("rollback")
    );
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

#[test]
fn try_reads_every_export() {
    let test = VaultTest::new();
    test.file(NAME, zoom(&talk()));
    let ran = run(&["--today", "2026-11-20", "try", NAME], &test.place(""), "");
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(
        ran.out.contains("date: 2026-06-18") && ran.out.contains("price list 📅 2026-06-19"),
        "{}",
        ran.out
    );
    test.file("chat.txt", "18:45:12\t From Sally Chen : hello\n18:45:20\t From Dana : hi\n18:46:02\t From Sally Chen : bye\n");
    let ran = run(&["try", "chat.txt"], &test.place(""), "");
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("chat"), "{}", ran.err);
}

/// Import, write and read again: the same labels, times and words, for every fixture, and for the samples of real files where
/// `THROUGHLINE_SAMPLES` names their folder.
#[test]
fn every_recording_is_read_back_as_it_was_written() {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/fixtures/recordings");
    let samples = std::env::var_os("THROUGHLINE_SAMPLES").map(PathBuf::from);
    let mut files = Vec::new();
    for folder in std::iter::once(fixtures).chain(samples) {
        below(&folder, &mut files);
    }
    let mut read = 0;
    for file in files {
        let Ok(recording) = recording::read(&fs::read(&file).unwrap()) else {
            continue;
        };
        let Ok(talk) = normal::talk(&recording, None) else {
            continue;
        };
        read += 1;
        let about = About {
            date: date(2026, 6, 18),
            start: talk.start,
            met: Met::Open,
            kind: None,
            manager: None,
            title: recording.title.clone(),
            source: file.display().to_string(),
            format: recording.format.to_string(),
            sha256: String::new(),
        };
        let text = written::write(&about, &talk);
        let parsed = parse(
            &VaultPath::new("transcripts/a.md"),
            text.as_bytes(),
            "transcripts",
        );
        let said: Vec<_> = talk
            .turns
            .iter()
            .map(|said| {
                (
                    said.label.as_deref().unwrap_or(UNKNOWN),
                    said.time,
                    said.text.as_str(),
                )
            })
            .collect();
        let turns: Vec<_> = parsed
            .turns
            .iter()
            .map(|turn| (turn.label.as_str(), turn.time, turn.text.as_str()))
            .collect();
        assert_eq!(turns, said, "{}", file.display());
    }
    assert!(read > 15, "only {read} recordings were found");
}

fn below(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap().path();
        if entry.is_dir() {
            below(&entry, files);
        } else {
            files.push(entry);
        }
    }
}
