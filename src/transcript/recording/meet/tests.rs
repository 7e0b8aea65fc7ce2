//! Meet's documents, with invented people.

use super::super::tests::{check, recording, shown};

use super::*;

const DOCUMENT: &str = "Sally / Priya 1:1 (2026-06-18 09:28 GMT+1) - Transcript
Attendees
Sally Moss, Priya Farías, Sally Moss's Presentation, Fireflies.ai Notetaker Sally
Transcript
This editable transcript was computer generated and might contain errors. People can also change the text after it was created.
Sally Moss: Morning. How was the release?
Priya Farías: Good, mostly. The thing is…
Sally Moss: Yes?
Priya Farías:  the rollback took an hour.
One thing: it was late.
00:05:00
 
Sally Moss: So.
Meeting ended after 00:54:54 👋
this was the issue link: https://example.org
Sally Moss: typed later
";

#[test]
fn every_label_up_to_the_end_is_a_turn() {
    let found = check(
        DOCUMENT,
        Format::MeetText,
        &[
            "6 Sally Moss ?: Morning. How was the release?",
            "7 Priya Farías ?: Good, mostly. The thing is…",
            "8 Sally Moss ?: Yes?",
            "9 Priya Farías ?: the rollback took an hour. / One thing: it was late.",
            "13 Sally Moss m300000: So.",
        ],
    );
    assert_eq!(found.title.as_deref(), Some("Sally / Priya 1:1"));
    assert_eq!(found.date, Some(jiff::civil::date(2026, 6, 18)));
    assert_eq!(found.start, Some(jiff::civil::time(9, 28, 0, 0)));
    assert_eq!(found.duration, Some(3_294_000));
    // A screen and a machine are nobody.
    assert_eq!(found.attendees, ["Sally Moss", "Priya Farías"]);
}

#[test]
fn markdown_from_google_is_unescaped() {
    let text = "## Weekly (2026-01-11 16:03 GMT) \\- Transcript\n\n### Attendees\nAnna-Lena Ek, Bo Ek\n\n# Transcript\n\n### 00:00:00\n\n**Anna\\-Lena Ek: **it\\'s \\[fine\\]\\!  \n**Bo Ek:**  Yes.  \n\n### **00:05:00**\n\n**Anna\\-Lena Ek:** So\\_so.\n\n### Meeting ended after 00:22:54 👋\n\n#### *This editable transcript was computer generated and might contain errors.*\n";
    let found = check(
        text,
        Format::MeetText,
        &[
            "10 Anna-Lena Ek m0: it's [fine]!",
            "11 Bo Ek m0: Yes.",
            "15 Anna-Lena Ek m300000: So_so.",
        ],
    );
    assert_eq!(found.title.as_deref(), Some("Weekly"));
    assert_eq!(found.date, Some(jiff::civil::date(2026, 1, 11)));
}

#[test]
fn geminis_notes_are_no_speech_and_its_next_steps_are_kept_apart() {
    // In another language only the marks tell where the transcript begins.
    let text = "📝 Notizen\n18 Jun 2026\nSally und Priya\nZusammenfassung\nPriya: berichtet vom Rollback.\nNächste Schritte\n- [ ] [Priya Farías] Aufschreiben: Den Rollback aufschreiben.\n\\[Die Gruppe\\] Sich wieder treffen.\n[Ein Link](https://example.org) ist keiner.\n📖 Abschrift\n18 Jun 2026\n00:00:00\n \nSally Moss: Morning.\nPriya Farías: Good.\n00:01:04\nPriya Farías: I will write it up.\nTranscription ended after 00:02:10\n";
    let found = check(
        text,
        Format::MeetText,
        &[
            "14 Sally Moss m0: Morning.",
            "15 Priya Farías m0: Good.",
            "17 Priya Farías m64000: I will write it up.",
        ],
    );
    let tasks: Vec<_> = found
        .recorders_actions
        .iter()
        .map(|task| (task.line, task.owner.as_deref(), task.text.as_str()))
        .collect();
    assert_eq!(
        tasks,
        [
            (
                7,
                Some("Priya Farías"),
                "Aufschreiben: Den Rollback aufschreiben."
            ),
            (8, Some("Die Gruppe"), "Sich wieder treffen."),
        ]
    );
    assert_eq!(found.date, Some(jiff::civil::date(2026, 6, 18)));
}

#[test]
fn turns_above_the_first_mark_are_speech_and_notes_above_them_are_not() {
    let text = "### Details\nRollback: Priya spoke of it.\n\n### Suggested next steps\n  * Priya Farías will write it up.\n\n## Raw\n```\nSally Moss: Morning.\nPriya Farías: Good.\n \n \n00:02:56\n \nSally Moss: So.\nPriya Farías (Ops): Yes.\n \n00:04:35\n \nPriya Farías: Bye.\n```\n";
    let found = check(
        text,
        Format::MeetText,
        &[
            "9 Sally Moss ?: Morning.",
            "10 Priya Farías ?: Good.",
            "15 Sally Moss m176000: So.",
            "16 Priya Farías (Ops) m176000: Yes.",
            "20 Priya Farías m275000: Bye.",
        ],
    );
    assert_eq!(
        found.recorders_actions[0].text,
        "Priya Farías will write it up."
    );
    assert_eq!(found.recorders_actions[0].line, 5);
}

#[test]
fn two_marks_alone_are_enough() {
    let text = "00:00:00\nstokes: morning\npk910: hey\n00:05:00\nstokes: the end\n";
    assert_eq!(shown(&recording(text)).len(), 2);
}
