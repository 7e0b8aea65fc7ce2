//! The laws of reading: nothing panics, every style gives the same turns, and every turn stands where it says.

use jiff::civil::{date, time};
use proptest::collection::vec;
use proptest::prelude::*;

use super::*;
use crate::model::Offset;
use crate::transcript::inert::escape;

const FOLDER: &str = "transcripts";

fn read(text: &str) -> Parsed {
    parse(
        &VaultPath::new("transcripts/sally.md"),
        text.as_bytes(),
        FOLDER,
    )
}

fn said(parsed: &Parsed) -> Vec<(&str, &str)> {
    parsed
        .turns
        .iter()
        .map(|turn| (turn.label.as_str(), turn.text.as_str()))
        .collect()
}

/// How one turn of speaker, seconds and words is written in each style.
type Writer = fn(&str, u32, &str) -> String;

const STYLES: [(&str, Writer); 18] = [
    ("**Name:** text", |n, _, t| format!("**{n}:** {t}\n\n")),
    ("**Name**: text", |n, _, t| format!("**{n}**: {t}\n\n")),
    ("**Name:**text", |n, _, t| format!("**{n}:**{t}\n\n")),
    ("__Name:__ text", |n, _, t| format!("__{n}:__ {t}\n\n")),
    ("Name: text", |n, _, t| format!("{n}: {t}\n")),
    ("[Name]: text", |n, _, t| format!("[{n}]: {t}\n\n")),
    ("- Name: text", |n, _, t| format!("- {n}: {t}\n")),
    ("> Name: text", |n, _, t| format!("> {n}: {t}\n>\n")),
    ("[time] Name: text", |n, s, t| {
        format!("[{}] {n}: {t}\n", Offset(s).padded())
    }),
    ("time Name: text", |n, s, t| {
        format!("{} {n}: {t}\n", Offset(s).padded())
    }),
    ("\\[time\\] Name: text", |n, s, t| {
        format!("\\[{}\\] {n}: {t}\n", Offset(s).padded())
    }),
    ("**Name** (time): text", |n, s, t| {
        format!("**{n}** ({}): {t}\n\n", Offset(s).padded())
    }),
    ("**Name** [time] text", |n, s, t| {
        format!("**{n}** [{}] {t}\n\n", Offset(s).padded())
    }),
    ("**Name (time):** text", |n, s, t| {
        format!("**{n} ({}):** {t}\n\n", Offset(s))
    }),
    ("Name (time): text", |n, s, t| {
        format!("{n} ({}): {t}\n\n", Offset(s))
    }),
    ("Name: time, text below", |n, s, t| {
        format!("{n}: {}\n{t}\n\n", Offset(s).padded())
    }),
    ("Name  time, text below", |n, s, t| {
        format!("{n}  {}\n{t}\n\n", Offset(s))
    }),
    ("### Name (time)", |n, s, t| {
        format!("### {n} ({})\n{t}\n\n", Offset(s))
    }),
];

proptest! {
    #[test]
    fn one_dialogue_is_the_same_in_every_style(
        turns in vec((0_usize..3, "[A-Za-z][a-z,' ]{0,30}[.?!]"), 6..20),
        crlf in any::<bool>(),
    ) {
        let names = ["Dana Whitlock", "Gráinne", "Speaker 2"];
        // A dialogue in which nobody speaks again is no proof of any style.
        prop_assume!(names.iter().enumerate().any(|(n, _)| turns.iter().filter(|turn| turn.0 == n).count() > 2));
        let expected: Vec<(&str, &str)> = turns.iter().map(|(n, t)| (names[*n], t.as_str())).collect();
        for (style, write) in STYLES {
            let body: Vec<String> = (0..).zip(&expected).map(|(s, (n, t))| write(n, s, &escape(t))).collect();
            let mut text = format!("---\ndate: 2026-06-18\n---\n\n{}", body.concat());
            if crlf {
                text = text.replace('\n', "\r\n");
            }
            let parsed = read(&text);
            prop_assert_eq!(said(&parsed), expected.clone(), "{}", style);
            prop_assert_eq!(&parsed.problems, &vec![], "{}", style);
            let timed = style.contains("time");
            for (turn, seconds) in parsed.turns.iter().zip(0..) {
                prop_assert_eq!(turn.time, timed.then_some(Offset(seconds)), "{}", style);
                let line = text.lines().nth(turn.line as usize - 1).unwrap();
                prop_assert!(line.contains(&turn.label), "{}", style);
            }
        }
    }

    #[test]
    fn no_bytes_panic(bytes in vec(any::<u8>(), 0..300), text in "(---\n)?(\\PC|[\n:*#>`\\[\\]()0-9 ]|Ana: |\\*\\*Bo:\\*\\* ){0,80}") {
        for path in ["transcripts/a.md", "other/2026-06-18.md"] {
            let path = VaultPath::new(path);
            parse(&path, &bytes, FOLDER);
            let parsed = parse(&path, text.as_bytes(), FOLDER);
            for (turn, number) in parsed.turns.iter().zip(1..) {
                prop_assert_eq!(turn.number, number);
                let line = text.lines().nth(turn.line as usize - 1).unwrap();
                prop_assert!(inert::unescape(line).contains(&turn.label), "{:?} {:?}", line, turn);
            }
        }
    }
}

#[test]
fn the_head_is_read_with_its_lines() {
    let parsed = read(
        "---\ntype: 1-1\ndate: 2026-06-18T09:28\nperson: [[people/sally-chen|Sally Chen]]\nmanager: \"[[Dana Whitlock]]\"\n\
         title: Sally / Dana\nduration_minutes: 31\nattendees: Bo, [[A, B]]; Cy\n---\nSally: Hello.\nDana: Hi.\n",
    );
    assert_eq!(parsed.problems, []);
    let head = parsed.head;
    assert_eq!(
        (head.date, head.start),
        (Some(date(2026, 6, 18)), Some(time(9, 28, 0, 0)))
    );
    assert_eq!(
        head.person.as_deref(),
        Some("[[people/sally-chen|Sally Chen]]")
    );
    assert_eq!(head.manager.as_deref(), Some("[[Dana Whitlock]]"));
    assert_eq!(head.attendees, ["Bo", "[[A, B]]", "Cy"]);
    assert_eq!(
        (head.kind.as_str(), head.title.as_deref()),
        ("1-1", Some("Sally / Dana"))
    );
    assert_eq!(head.duration_minutes, Some(31));
    let lines = Lines {
        date: Some(3),
        person: Some(4),
        attendees: Some(8),
        manager: Some(5),
    };
    assert_eq!(head.lines, lines);
}

#[test]
fn a_file_without_front_matter_is_read_as_far_as_possible() {
    let text = "# Weekly\n\n**Date:** 18 June 2026\n**Attendees:** Sally Chen, Dana\n\n**Sally:** Hello.\n**Dana:** Hi.\n";
    let parsed = read(text);
    assert_eq!(parsed.head.date, Some(date(2026, 6, 18)));
    assert_eq!(parsed.head.attendees, ["Sally Chen", "Dana"]);
    assert_eq!(said(&parsed), [("Sally", "Hello."), ("Dana", "Hi.")]);
    let path = VaultPath::new("transcripts/2026-06-18 sally.md");
    let named = parse(&path, b"Sally: Hello.\nDana: Hi.\n", FOLDER);
    assert_eq!(named.head.date, Some(date(2026, 6, 18)));
    assert_eq!(named.head.kind, "1-1");
}

#[test]
fn text_goes_on_until_the_next_label() {
    let parsed = read(
        "Intro nobody said.\n\n**Sally:** One.\nTwo \\*three\\*. ^a1b2\n\n> quoted\n\n---\n\nFour.\n\n**Sally:** Five.\n\n## Part 2\n\
         Not speech.\n\n**Dana Whitlock (Guest)**: Six: seven\n```\n**Sally:** code\n```\nEight.\n",
    );
    assert_eq!(
        said(&parsed),
        [
            ("Sally", "One.\nTwo *three*.\n> quoted\nFour."),
            ("Sally", "Five."),
            (
                "Dana Whitlock (Guest)",
                "Six: seven\n**Sally:** code\nEight."
            ),
        ]
    );
    assert_eq!(
        parsed
            .turns
            .iter()
            .map(|turn| turn.line)
            .collect::<Vec<_>>(),
        [3, 12, 17]
    );
}

#[test]
fn prose_is_not_dialogue() {
    let colons = "It is the same: nothing works.\nNote: this matters.\nTodo: that too.\nSee: below.\nWe met at 10:30 as always.\n\
                  Visit https://example.com today.\nAnd so: it goes on.\n";
    let parsed = read(colons);
    assert!(parsed.turns.iter().all(|turn| turn.label.is_empty()));
    assert_eq!(parsed.problems.len(), 1);
    let keys = "Threat: Spoofing\nMitigation: Sign the token\n\n".repeat(6);
    let page = parse(&VaultPath::new("docs/threats.md"), keys.as_bytes(), FOLDER);
    assert!(page.turns.iter().all(|turn| turn.label.is_empty()));
    let headings = "# Review\n\n## Background\nText here.\n\n## Results\nMore text.\n";
    assert!(
        read(headings)
            .turns
            .iter()
            .all(|turn| turn.label.is_empty())
    );
    let talk = "Ana: I think that we can do it by Friday.\nBo: And who will tell them about it?\n"
        .repeat(4);
    let offered = parse(&VaultPath::new("docs/talk.md"), talk.as_bytes(), FOLDER);
    assert_eq!(offered.turns.len(), 8);
}

#[test]
fn sentences_with_colons_stay_in_their_turn() {
    let parsed = read(
        "Sally: I said it before.\nIt's that time again: the audit.\nso: we wait until 10:30\nDana: 10:30\nSally: At (10:30)?\nDana: Yes: http://x.y/z\n",
    );
    assert_eq!(
        said(&parsed),
        [
            (
                "Sally",
                "I said it before.\nIt's that time again: the audit.\nso: we wait until 10:30"
            ),
            ("Dana", "10:30"),
            ("Sally", "At (10:30)?"),
            ("Dana", "Yes: http://x.y/z"),
        ]
    );
    assert!(parsed.turns.iter().all(|turn| turn.time.is_none()));
}

#[test]
fn an_export_that_leaves_a_time_out_keeps_its_turns() {
    let text =
        "[00:01] Sally: One.\n[00:05] Dana: Two.\nSally: Three.\nSo: four.\n[00:09] Dana: Five.\n";
    assert_eq!(
        said(&read(text)),
        [
            ("Sally", "One."),
            ("Dana", "Two."),
            ("Sally", "Three.\nSo: four."),
            ("Dana", "Five.")
        ]
    );
}

#[test]
fn callouts_lists_and_fences_hold_dialogue() {
    for text in [
        "> [!quote]- Transcript\n> **Sally:** One.\n> two\n>\n> **Dana:** Three.\n",
        "> [!note]\n> > [!quote]\n> > **Sally:** One.\n> > two\n> > **Dana:** Three.\n",
        "```text\nSally: One.\ntwo\nDana: Three.\n```\n",
        "## Sally — 0:08\n- `0:08` One.\n- `0:10` two\n\n## Dana\nThree.\n\n## Sally\n\n## Notes\nNot said.\n",
    ] {
        let parsed = read(text);
        assert_eq!(
            said(&parsed)[..2],
            [("Sally", "One.\ntwo"), ("Dana", "Three.")],
            "{text}"
        );
    }
}

#[test]
fn labels_of_all_sorts_are_kept_as_they_stand() {
    let labels = [
        "Gráinne Ó Foley",
        "Mireille Reece, PsyD",
        "Chen, Sally (Guest)",
        "Dr. Patel",
        "J. Smith",
        "stokes",
        "名前",
        "Team Room 4 (8)",
        "+1 555 010 2030",
        "SPEAKER_00",
        "[[people/sally-chen|Sally]]",
        "O'Neil",
    ];
    for label in labels {
        for text in [
            format!("**{label}:** One two.\n**Dana:** Yes.\n").repeat(2),
            format!("{label}: One two.\nDana: Yes.\n").repeat(2),
            format!("[0:01] {label}: One two.\n[0:02] Dana: Yes.\n").repeat(2),
        ] {
            let parsed = read(&text);
            assert_eq!(parsed.turns.len(), 4, "{text}");
            assert_eq!(said(&parsed)[2], (label, "One two."), "{text}");
        }
    }
    let wide = "**名前：** 今日は。\n**名前2**：はい。\n".repeat(3);
    assert_eq!(read(&wide).turns.len(), 6);
}

#[test]
fn what_cannot_be_read_says_why() {
    let dialogue = "Sally: One.\nDana: Two.\n";
    for (text, line, words, turns) in [
        (String::new(), None, "empty", 0),
        ("---\ndate: 2026-06-18\n---\n\n".into(), None, "empty", 0),
        (
            format!("---\ndate: soon\n---\n{dialogue}"),
            Some(2),
            "`soon`",
            2,
        ),
        (
            format!("---\ndate: 2026-06-18\nperson: a: b\n---\n{dialogue}"),
            Some(3),
            "YAML",
            2,
        ),
        (
            format!("---\ndate: 2026-06-18\n{dialogue}"),
            Some(1),
            "not closed",
            2,
        ),
        (
            "We talked.\nAnd talked.\n\nThen left.\n".into(),
            Some(1),
            "who is speaking",
            2,
        ),
        (
            format!("{dialogue}<<<<<<< HEAD\nSally: A.\n=======\nSally: B.\n>>>>>>> other\n"),
            Some(3),
            "two versions",
            0,
        ),
    ] {
        let parsed = read(&text);
        assert_eq!(parsed.turns.len(), turns, "{text}");
        assert_eq!(parsed.problems.len(), 1, "{text}: {:?}", parsed.problems);
        assert_eq!(parsed.problems[0].line, line, "{text}");
        assert!(
            parsed.problems[0].message.contains(words),
            "{:?}",
            parsed.problems
        );
        assert!(!parsed.problems[0].hint.is_empty());
    }
    let title = read(&format!("Meeting\n=======\n\n{dialogue}"));
    assert_eq!((title.turns.len(), title.problems.len()), (2, 0));
}

#[test]
fn timed_lines_without_speakers_are_turns_of_nobody() {
    let parsed = read(
        "[00:00.000 --> 00:04.000] Hello there.\n[00:04.000 --> 00:09.000] How are you?\ngo on\n",
    );
    assert_eq!(
        said(&parsed),
        [("", "Hello there."), ("", "How are you?\ngo on")]
    );
    assert_eq!(parsed.turns[1].time, Some(Offset(4)));
}

#[test]
fn huge_files_are_read() {
    let line = format!("Sally: One.\nDana: {}\n", "word ".repeat(1_000_000));
    assert_eq!(read(&line).turns.len(), 2);
    let marks = format!("Sally: One.\nDana: Two.\n{}", "* [(`:".repeat(300_000));
    assert_eq!(read(&marks).turns.len(), 2);
    let many = "Sally: One.\nDana: [(`:\n".repeat(40_000);
    assert_eq!(read(&many).turns.len(), 80_000);
}
