//! Who is who: names, first names, nicknames and strangers, over small vaults.

use super::*;
use crate::model::{Slug, Transcript};
use crate::transcript::{parse, resolve};

fn config(manager: &str) -> Config {
    Config {
        manager: (!manager.is_empty()).then(|| manager.to_owned()),
        ..Config::default()
    }
}

fn with_file(name: &str) -> Person {
    let mut person = Person::named(name);
    person.file = Some(VaultPath::within("people", &format!("{}.md", person.slug)));
    person
}

/// A file of the given front matter and speakers, each speaking twice.
fn file(name: &str, head: &str, labels: &[&str]) -> Parsed {
    let turns: Vec<String> = labels
        .iter()
        .map(|label| format!("**{label}:** Yes, I will.\n\n"))
        .collect();
    let text = format!("---\n{head}\n---\n{}", turns.concat().repeat(2));
    let path = VaultPath::within("transcripts", name);
    parse(&path, text.as_bytes(), "transcripts")
}

struct Read {
    people: People,
    guesses: Vec<String>,
    transcripts: Vec<Transcript>,
    problems: Vec<String>,
}

fn read(known: Vec<Person>, files: Vec<Parsed>, manager: &str) -> Read {
    let config = config(manager);
    let (people, guesses) = people(known, &files, &config);
    let mut transcripts = Vec::new();
    let mut problems = Vec::new();
    for file in files {
        let (transcript, found) = resolve(file, &people, &config);
        transcripts.extend(transcript);
        problems.extend(found.into_iter().map(|problem| problem.message));
    }
    Read {
        people,
        guesses: guesses.into_iter().map(|guess| guess.message).collect(),
        transcripts,
        problems,
    }
}

#[expect(
    clippy::unnecessary_wraps,
    reason = "everything it is compared with may be nobody"
)]
fn slug(name: &str) -> Option<Slug> {
    Some(Slug::new(name))
}

const DAY: &str = "date: 2026-11-16";

/// The speakers of the first two turns.
fn voices(transcript: &Transcript) -> Vec<Option<Slug>> {
    let turns = transcript.turns.iter().take(transcript.turns.len() / 2);
    turns.map(|turn| turn.speaker.clone()).collect()
}

#[test]
fn labels_find_their_people() {
    let mut sally = with_file("Sally Chen");
    sally.aliases = vec!["Sal".into()];
    for labels in [
        ["Dana", "Sally"],
        ["Dana Whitlock", "Sally Chen"],
        ["DANA", "sal"],
        ["Whitlock, Dana", "Chen, Sally (Guest)"],
        ["Dana [Acme]", "[[people/sally-chen|S]]"],
        ["Dana", "Chenny"],
        ["Boss", "Sally"],
    ] {
        let files = vec![file("a.md", &format!("{DAY}\nperson: Sally"), &labels)];
        let read = read(vec![sally.clone()], files, "Dana Whitlock");
        let transcript = &read.transcripts[0];
        assert_eq!(transcript.person, slug("Sally Chen"));
        assert_eq!(transcript.manager, slug("Dana Whitlock"));
        assert_eq!(transcript.people, [Slug::new("Sally Chen")]);
        let expected = [slug("Dana Whitlock"), slug("Sally Chen")];
        assert_eq!(voices(transcript), expected, "{labels:?}");
        assert_eq!(read.problems, [""; 0], "{labels:?}");
        let guessed = labels.contains(&"Chenny") || labels.contains(&"Boss");
        assert_eq!(read.guesses.len(), usize::from(guessed), "{labels:?}");
        assert_eq!(read.people.iter().count(), 2);
    }
}

#[test]
fn the_manager_is_found_in_order() {
    let mut sally = with_file("Sally Chen");
    let labels = ["Bo Ek", "Sally"];
    let by = |sally: &Person, head: &str, manager: &str| {
        let files = vec![file(
            "a.md",
            &format!("{DAY}\nperson: Sally Chen\n{head}"),
            &labels,
        )];
        read(vec![sally.clone()], files, manager)
    };
    // The other of two speakers.
    let read = by(&sally, "", "");
    assert_eq!(read.transcripts[0].manager, slug("Bo Ek"));
    assert_eq!(read.guesses, ["read Bo Ek as a person"]);
    assert_eq!(read.problems, [""; 0]);
    // The settings, then the person's file, then the front matter.
    assert_eq!(by(&sally, "", "Dana").transcripts[0].manager, slug("Dana"));
    sally.manager = Some("Cy Young".into());
    assert_eq!(
        by(&sally, "", "Dana").transcripts[0].manager,
        slug("Cy Young")
    );
    let read = by(&sally, "manager: \"[[Bo Ek]]\"", "Dana");
    assert_eq!(read.transcripts[0].manager, slug("Bo Ek"));
    assert_eq!(
        voices(&read.transcripts[0]),
        [slug("Bo Ek"), slug("Sally Chen")]
    );
    // Nobody manages themselves.
    assert_eq!(
        by(&Person::named("Sally Chen"), "", "Sally Chen").transcripts[0].manager,
        slug("Bo Ek")
    );
}

#[test]
fn a_vault_of_transcripts_alone_is_read() {
    let files = vec![
        file(
            "a.md",
            &format!("{DAY}\nperson: Sally"),
            &["Dana", "Sally Chen"],
        ),
        file("b.md", "date: 2026-11-23", &["Dana", "Sally"]),
        file("c.md", "date: 2026-11-24", &["Dana", "Bo", "Cy"]),
    ];
    let read = read(vec![], files, "Dana Whitlock");
    let names: Vec<&str> = read.people.iter().map(|person| &*person.name).collect();
    assert_eq!(names, ["Bo", "Cy", "Dana Whitlock", "Sally Chen"]);
    assert_eq!(
        read.guesses,
        [
            "read Sally Chen as a person",
            "read Bo as a person",
            "read Cy as a person"
        ]
    );
    for transcript in &read.transcripts[..2] {
        assert_eq!(transcript.person, slug("Sally Chen"));
    }
    assert_eq!(read.transcripts[2].person, None);
    assert_eq!(read.transcripts[2].people.len(), 2);
    assert_eq!(read.problems, ["nothing says whose 1:1 this is"]);
}

#[test]
fn a_first_name_in_the_settings_is_the_full_name_of_the_label() {
    let files = vec![file(
        "a.md",
        &format!("{DAY}\nperson: Sally Chen"),
        &["Dana Whitlock", "Sally Chen"],
    )];
    let read = read(vec![], files, "Dana");
    assert_eq!(read.transcripts[0].manager, slug("Dana Whitlock"));
    assert_eq!(read.guesses, ["read Sally Chen as a person"]);
}

#[test]
fn a_meeting_of_several_has_no_person() {
    let people = || vec![with_file("Sally Chen"), with_file("Bo Ek")];
    for head in [
        "attendees: [Dana Whitlock, Sally, Bo Ek, \"[[Cy Young]]\"]",
        "type: team\nattendees: Dana Whitlock, Sally, Bo Ek, Cy Young",
        "type: Team sync\nperson: Sally\npeople:\n- Bo Ek\n- Cy Young",
        "person: [Sally Chen, Bo Ek, Cy Young]",
    ] {
        let files = vec![file(
            "a.md",
            &format!("{DAY}\n{head}"),
            &["Dana", "Bo", "Sally's Notetaker", "Speaker 3"],
        )];
        let read = read(people(), files, "Dana Whitlock");
        let transcript = &read.transcripts[0];
        assert_eq!(transcript.person, None, "{head}");
        let expected = ["Sally Chen", "Bo Ek", "Cy Young"].map(Slug::new);
        assert_eq!(transcript.people, expected, "{head}");
        assert_eq!(
            voices(transcript),
            [slug("Dana Whitlock"), slug("Bo Ek"), None, None]
        );
        assert_eq!(read.problems, [""; 0], "{head}");
        assert_eq!(read.guesses, ["read Cy Young as a person"]);
    }
    let files = vec![file(
        "a.md",
        &format!("{DAY}\nattendees: [Dana Whitlock, Sally]"),
        &["Dana", "Sally"],
    )];
    let read = read(people(), files, "Dana Whitlock");
    assert_eq!(read.transcripts[0].person, slug("Sally Chen"));
}

#[test]
fn a_shared_first_name_is_in_doubt_unless_one_is_there() {
    let people = || vec![with_file("Sam Ng"), with_file("Sam Oyelaran")];
    let both = |head: &str, labels: &[&str]| {
        let files = vec![file("a.md", &format!("{DAY}\n{head}"), labels)];
        read(people(), files, "Dana Whitlock")
    };
    let one = both("person: Sam Ng", &["Dana", "Sam"]);
    assert_eq!(voices(&one.transcripts[0])[1], slug("Sam Ng"));
    assert_eq!(one.problems, [""; 0]);
    let doubt = both("person: Sam", &["Dana", "Sam"]);
    assert_eq!(doubt.transcripts[0].person, None);
    assert_eq!(doubt.problems[0], "`Sam` could be Sam Ng or Sam Oyelaran");
    let all = both("attendees: [Sam Ng, Sam Oyelaran]", &["Dana", "Sam"]);
    assert_eq!(voices(&all.transcripts[0])[1], None);
    assert_eq!(all.problems, ["`Sam` could be Sam Ng or Sam Oyelaran"]);
    assert_eq!(all.people.iter().count(), 3);
}

#[test]
fn unnamed_speakers_stay_unknown() {
    let files = vec![file(
        "a.md",
        &format!("{DAY}\nperson: Sally Chen"),
        &["Speaker 1", "Speaker 2"],
    )];
    let read = read(vec![with_file("Sally Chen")], files, "Dana Whitlock");
    assert_eq!(voices(&read.transcripts[0]), [None, None]);
    assert_eq!(read.transcripts[0].person, slug("Sally Chen"));
    assert_eq!((read.guesses.len(), read.problems.len()), (0, 0));
}

#[test]
fn names_that_nobody_bears_are_told_once() {
    let labels = ["Dana", "Sally", "Waiter"];
    let files = vec![
        file("a.md", &format!("{DAY}\nperson: Sally Chen"), &labels),
        file("b.md", &format!("{DAY}\nperson: Sally Chen"), &labels),
    ];
    let read = read(vec![with_file("Sally Chen")], files, "Dana Whitlock");
    assert_eq!(
        read.guesses,
        ["nobody is called `Waiter`, so what they said is nobody's"]
    );
    assert_eq!(read.problems, [""; 0]);
}

#[test]
fn what_is_no_transcript_says_why() {
    let undated = file("a.md", "person: Sally", &["Dana", "Sally"]);
    let soon = file("b.md", "date: soon\nperson: Sally", &["Dana", "Sally"]);
    let empty = file("c.md", DAY, &[]);
    let unknown = file("d.md", DAY, &["Speaker 1", "Speaker 2"]);
    let read = read(vec![], vec![undated, soon, empty, unknown], "");
    assert_eq!(read.transcripts.len(), 1);
    assert_eq!(
        read.problems,
        [
            "the transcript has no date",
            "the date `soon` cannot be read",
            "the transcript is empty",
            "nothing says whose 1:1 this is",
            "nothing says who held this meeting"
        ]
    );
}
