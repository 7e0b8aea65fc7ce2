//! What `import` finds out by itself, whose 1:1 it was and when, and what it says where it cannot; and `try`, which needs to know neither.

use crate::harness::{VaultTest, run};
use crate::import::{DANA, MADE, NAME, SALLY, import, talk, transcripts, vault, zoom};

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

#[test]
fn what_try_says_of_an_export_can_be_done() {
    let test = VaultTest::new();
    test.file(
        "talk.vtt",
        "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nI will send the list by Friday.\n",
    );
    test.file("room.json", "{\"segments\": [{\"start\": 0, \"end\": 1, \"text\": \"Hello there.\", \"speaker\": \"SPEAKER_00\"}, {\"start\": 2, \"end\": 3, \"text\": \"Good morning.\", \"speaker\": \"SPEAKER_01\"}]}");
    let tried = |name: &str| {
        let ran = run(&["--today", "2026-11-20", "try", name], &test.place(""), "");
        assert_eq!(ran.code, 0, "{}", ran.err);
        // It has no front matter, and nobody is to write some into it.
        assert!(!ran.err.contains("front matter"), "{}", ran.err);
        ran.err
    };
    assert!(tried("talk.vtt").starts_with("talk.vtt:4: no cue says who is speaking"));
    let told = tried("room.json");
    assert!(
        told.contains(
            "room.json: nothing says whose 1:1 this is\n  In a vault `throughline import`"
        ),
        "{told}"
    );
}

#[test]
fn the_day_and_the_person_are_missed_at_once() {
    let test = vault();
    test.file(
        "talk.vtt",
        zoom(&[
            ("Speaker 1", "Hello there."),
            ("Speaker 2", "Good morning."),
        ]),
    );
    let place = test.place("talk.vtt");
    let ran = import(&test, &[place.to_str().unwrap()]);
    assert_eq!(ran.code, 1);
    assert!(
        ran.err
            .contains("Speaker 1 and Speaker 2 who speak; and nothing"),
        "{}",
        ran.err
    );
    assert!(
        ran.err.contains("--person NAME --date 2026-06-18"),
        "{}",
        ran.err
    );

    // What came through a pipe is named as it was given.
    let text = test.read("talk.vtt");
    let root = test.place("");
    let vault = root.to_str().unwrap();
    let ran = run(&["--vault", vault, "import", "-"], &root, &text);
    assert!(
        ran.err.contains("standard input: nothing tells"),
        "{}",
        ran.err
    );
    assert!(
        ran.err.contains("`throughline import \"-\" --person"),
        "{}",
        ran.err
    );
}

#[test]
fn one_file_that_is_not_there_stops_no_other() {
    let test = vault();
    test.file(NAME, zoom(&talk()));
    let place = test.place(NAME);
    let ran = import(&test, &["nothing.vtt", place.to_str().unwrap()]);
    assert_eq!(ran.code, 1);
    assert!(
        ran.err.contains("nothing.vtt: this cannot be read"),
        "{}",
        ran.err
    );
    assert!(
        ran.err.contains("Look whether its name is right."),
        "{}",
        ran.err
    );
    assert_eq!(ran.out.trim(), MADE);
}

#[test]
fn minutes_in_a_word_document_are_text() {
    let test = vault();
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    zip.start_file(
        "word/document.xml",
        zip::write::SimpleFileOptions::default(),
    )
    .unwrap();
    let paragraph = "<w:p><w:r><w:t>Somebody said that it went well.</w:t></w:r></w:p>";
    std::io::Write::write_all(
        &mut zip,
        format!(
            "<w:document xmlns:w=\"w\"><w:body>{}</w:body></w:document>",
            paragraph.repeat(3)
        )
        .as_bytes(),
    )
    .unwrap();
    test.file("2026-06-18 Sally.docx", zip.finish().unwrap().into_inner());
    let place = test.place("2026-06-18 Sally.docx");
    let ran = import(&test, &[place.to_str().unwrap()]);
    assert_eq!(ran.out.trim(), MADE, "{}", ran.err);
    assert!(
        ran.err.contains("docx:1: no line says who is speaking"),
        "{}",
        ran.err
    );
}
