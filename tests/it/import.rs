//! Recorders' exports become transcripts: `import`, as somebody types it.

use std::fs;

use crate::harness::{Ran, VaultTest, run};

pub(crate) const DANA: &str = "Dana Whitlock";
pub(crate) const SALLY: &str = "Sally Chen";

/// What Zoom's cloud writes, of these speakers and words, a cue every ten seconds.
pub(crate) fn zoom(said: &[(&str, &str)]) -> String {
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

pub(crate) fn talk() -> Vec<(&'static str, &'static str)> {
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
pub(crate) fn vault() -> VaultTest {
    let test = VaultTest::new();
    test.file("throughline.yaml", format!("manager: {DANA}\n"))
        .file(
            "people/sally-chen.md",
            format!("---\nname: {SALLY}\naliases: [Sal]\n---\n"),
        );
    fs::create_dir_all(test.place("transcripts")).unwrap();
    test
}

pub(crate) const NAME: &str = "GMT20260618-092844_Recording.transcript.vtt";
pub(crate) const MADE: &str = "transcripts/2026-06-18-sally-chen.md";

pub(crate) fn import(test: &VaultTest, args: &[&str]) -> Ran {
    let mut all = vec!["import"];
    all.extend(args);
    test.run(&all)
}

pub(crate) fn transcripts(test: &VaultTest) -> Vec<String> {
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
