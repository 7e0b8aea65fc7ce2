//! The six generations of Teams' text, with invented people.

use super::super::tests::{check, recording, refusal, shown};
use super::*;

#[test]
fn the_oldest_counts_milliseconds_behind_the_dot() {
    let text = "Notes of ours\n0:6:8.40 --> 0:6:9.80\nSally Moss\nMorning.\nSo.\n0:6:7.900 --> 0:6:8.30\nTeam Room 40/3125 (8)\nGood.\n0:7:0.0 --> 0:6:59.0\nDev Roy (Guest)\nBye.\n1:0:0.0 --> 1:0:1.0\n\nNobody knows who.\n1:0:2.0 --> 1:0:3.0\n";
    let found = check(
        text,
        Format::TeamsText,
        &[
            "6 Team Room 40/3125 (8) x367900: Good.",
            "2 Sally Moss x368040: Morning. / So.",
            "9 Dev Roy (Guest) x420000: Bye.",
            "12 - x3600000: Nobody knows who.",
        ],
    );
    assert_eq!(found.segments[1].end, Some(369_080));
    assert_eq!(found.segments[2].end, None);
    assert_eq!(found.warnings[0].line, Some(9));
}

#[test]
fn headers_have_three_spaces_and_events_are_no_text() {
    let text = "Sally Moss joined the meeting\nMoss, Sally (She/Her)   0:03\nMorning.\nHow was it?\n \nDev Roy left the meeting\nDev (Guest)   0:03\nGood.\n\n[Org] Bo Ek   1:00:09\nSee you  at five.\n";
    let found = check(
        text,
        Format::TeamsText,
        &[
            "2 Moss, Sally (She/Her) h3000: Morning. / How was it?",
            "7 Dev (Guest) h3000: Good.",
            "10 [Org] Bo Ek h3609000: See you  at five.",
        ],
    );
    assert_eq!(found.attendees, ["Sally Moss", "Dev Roy"]);
}

#[test]
fn one_header_is_enough() {
    check(
        "Sally Moss   0:03\nMorning.\n",
        Format::TeamsText,
        &["1 Sally Moss h3000: Morning."],
    );
    check(
        "Sally Moss\t0:03\nMorning.\n",
        Format::TeamsText,
        &["1 Sally Moss h3000: Morning."],
    );
}

#[test]
fn one_space_is_enough_for_somebody_known() {
    let text = "Sally Moss 0:01\nMorning.\nDev Roy   0:03\nGood.\nSally Moss   0:09\nBye.\nBo Ek 0:10\n\nSally Moss   0:12\nOh.\n";
    check(
        text,
        Format::TeamsText,
        &[
            "1 Sally Moss h1000: Morning.",
            "3 Dev Roy h3000: Good.",
            "5 Sally Moss h9000: Bye. / Bo Ek 0:10",
            "9 Sally Moss h12000: Oh.",
        ],
    );
}

#[test]
fn a_print_glues_the_initial_to_the_name() {
    let text = "SSally Moss (SHE/HER) 2:38 Morning, all of\nyou.\n\nDev Roy 5:22 I am muted.\n\nEEk 5:30 is nobody.\n\nSally Moss (SHE/HER)   6:00\nSo.\n\nBo Ek   6:05\nYes.\n\nSally Moss (SHE/HER)   6:10\nBye.\n";
    check(
        text,
        Format::TeamsText,
        &[
            "1 Sally Moss (SHE/HER) h158000: Morning, all of / you.",
            "4 Dev Roy h322000: I am muted. / EEk 5:30 is nobody.",
            "8 Sally Moss (SHE/HER) h360000: So.",
            "11 Bo Ek h365000: Yes.",
            "14 Sally Moss (SHE/HER) h370000: Bye.",
        ],
    );
}

#[test]
fn the_page_writes_times_in_words() {
    let text = "Call-20261016-Meeting Recording\nOctober 16, 2026\n\nSally Moss 0 minutes 5 seconds\n\nMorning.\n\nDev Roy 1 minute 1 second\n\nGood.\n\n21:39\n\n21 minutes 39 seconds\n\nThanks.\n\nSally Moss\n\n22 minutes 42 seconds22:42\n\nSo.\n\nDev Roy 1 hour 2 minutes 3 seconds\n\nBye in 5 seconds.\n";
    let found = check(
        text,
        Format::TeamsText,
        &[
            "4 Sally Moss h5000: Morning.",
            "8 Dev Roy h61000: Good.",
            "14 - h1299000: Thanks.",
            "20 Sally Moss h1362000: So.",
            "24 Dev Roy h3723000: Bye in 5 seconds.",
        ],
    );
    assert_eq!(found.title.as_deref(), Some("Call"));
    assert_eq!(found.date, Some(jiff::civil::date(2026, 10, 16)));
}

#[test]
fn the_newest_tells_title_day_and_length() {
    let head = |title: &str, day: &str| {
        let text = format!(
            "Transcript\n{title}\n{day}\n1h 2m 3s\n\nSally Moss started transcription\n\nSally Moss   0:03\nMorning.\n\nSally Moss stopped transcription\nThis was not said.\n"
        );
        let found = recording(&text);
        assert_eq!(shown(&found), ["8 Sally Moss h3000: Morning."]);
        assert_eq!(found.duration, Some(3_723_000));
        (
            found.title,
            found.date.map(|day| day.to_string()),
            found.start.map(|at| at.to_string()),
        )
    };
    let title = Some("Sally 1 to 1".to_owned());
    let day = Some("2026-06-18".to_owned());
    // The stamp is the organiser's clock; the line below it may be in UTC.
    assert_eq!(
        head(
            "Sally 1 to 1-20260618_092840-Meeting Recording",
            "June 18, 2026, 4:28PM"
        ),
        (title.clone(), day.clone(), Some("09:28:40".into()))
    );
    assert_eq!(
        head(
            "Sally 1 to 1-20260618_082840UTC-Meeting Recording",
            "18 June 2026, 09:28am"
        ),
        (title, day.clone(), Some("09:28:00".into()))
    );
    assert_eq!(head("# Weekly", "June 18, 2026").1, day);
}

#[test]
fn a_recording_in_which_nobody_speaks_is_refused() {
    let text = "Sally Moss   0:03\n\nDev Roy   0:05\n\nSally Moss   0:07\n\n";
    assert!(refusal(text).message.contains("nobody says anything"));
}
