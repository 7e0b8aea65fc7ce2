//! One test a quirk of each format, with invented people.

use super::*;

mod told_apart;

/// Reads a text that must be readable.
pub(super) fn recording(text: &str) -> Recording {
    read(text.as_bytes()).unwrap_or_else(|refusal| panic!("{refusal:?}\n{text}"))
}

/// The segments as lines `4 Name h3000: text`: the line, who, when (`x` exact, `h` header, `m` mark, `w` wall clock, `?` unknown).
pub(super) fn shown(recording: &Recording) -> Vec<String> {
    let show = |segment: &Segment| {
        let time = match segment.time {
            Moment::Exact(time) => format!("x{time}"),
            Moment::Header(time) => format!("h{time}"),
            Moment::Mark(time) => format!("m{time}"),
            Moment::WallClock(time) => format!("w{time}"),
            Moment::Unknown => "?".into(),
        };
        let speaker = segment.speaker.as_deref().unwrap_or("-");
        let text = segment.text.replace('\n', " / ");
        format!("{} {speaker} {time}: {text}", segment.line)
    };
    recording.segments.iter().map(show).collect()
}

/// Asserts format and segments of a text.
pub(super) fn check(text: &str, format: Format, segments: &[&str]) -> Recording {
    let recording = recording(text);
    assert_eq!(shown(&recording), segments, "{text}");
    assert_eq!(recording.format, format, "{text}");
    recording
}

/// Why a text is not read.
pub(super) fn refusal(text: &str) -> Refusal {
    match read(text.as_bytes()) {
        Err(refusal) => refusal,
        Ok(recording) => panic!("{:?}\n{text}", shown(&recording)),
    }
}

#[test]
fn otters_headers_have_two_spaces_before_the_time() {
    let text = "Sally Moss  0:03  \nMorning.\nHow are you?\n\n0:09  \nGood.\n\nUnknown Speaker  1:00:02  \nBye.\n\nTranscribed by https://otter.ai\n";
    let turns = [
        "1 Sally Moss h3000: Morning. / How are you?",
        "5 - h9000: Good.",
        "8 Unknown Speaker h3602000: Bye.",
    ];
    check(text, Format::Otter, &turns);
    // An editor took the spaces at the ends of lines.
    let text = "Sally Moss  0:03\nMorning.\n\nDev Roy  0:09\nGood.\n\nSally Moss  0:12\nBye.\n";
    let turns = [
        "1 Sally Moss h3000: Morning.",
        "4 Dev Roy h9000: Good.",
        "7 Sally Moss h12000: Bye.",
    ];
    check(text, Format::Otter, &turns);
}

#[test]
fn otters_block_of_keywords_names_who_spoke() {
    let text = "SUMMARY KEYWORDS\nrelease, rollback\nSPEAKERS\nSally Moss, Dev Roy\n\nSally Moss 0:03  Morning.\nDev Roy 0:09  Good.\nTranscribed by https://otter.ai\nSally Moss  0:12  \nBye.\n";
    let turns = [
        "6 Sally Moss h3000: Morning.",
        "7 Dev Roy h9000: Good. / Transcribed by https://otter.ai",
        "9 Sally Moss h12000: Bye.",
    ];
    let found = check(text, Format::Otter, &turns);
    assert_eq!(found.attendees, ["Sally Moss", "Dev Roy"]);
}

#[test]
fn otters_last_line_alone_makes_no_file_otters() {
    let text = "**Sally:** One, two, three.\n\n**Dev:** Four, five, six.\n\n**Sally:** Seven, eight.\n\n**Dev:** Bye.\n\nTranscribed by https://otter.ai\n";
    assert_eq!(recording(text).format, Format::Markdown);
}

#[test]
fn fathoms_action_items_are_no_speech() {
    let text = "Sally / Dev 1:1 - June 18\nVIEW RECORDING - 12 mins (No highlights): https://example.org/x\n\n---\n\n0:03 - Sally Moss (Example Ltd)\n  Morning.\n  SCREEN SHARING: Sally started screen sharing - WATCH: https://example.org/x\n  ACTION ITEM: Write it up - WATCH: https://example.org/x?t=9\n  Will you?\n\n0:09 - \n  Yes.\n";
    let turns = [
        "6 Sally Moss h3000: Morning. / Will you?",
        "12 - h9000: Yes.",
    ];
    let found = check(text, Format::Fathom, &turns);
    assert_eq!(found.title.as_deref(), Some("Sally / Dev 1:1"));
    let task = RecordersAction {
        line: 9,
        owner: None,
        text: "Write it up".into(),
    };
    assert_eq!(found.recorders_actions, [task]);
    let copied = "@0:23 - **Sally Moss**\nMorning.\n@1:00:01 - **Dev Roy**\nBye.\n";
    let turns = ["1 Sally Moss h23000: Morning.", "3 Dev Roy h3601000: Bye."];
    check(copied, Format::Fathom, &turns);
}

#[test]
fn revs_marks_stay_in_the_text() {
    let text = "Sally Moss (00:03):\nHow was [inaudible 00:00:04] release?\n\nSpeaker 2 (01:00:09):\nGood. [crosstalk 00:11]\n";
    let turns = [
        "1 Sally Moss h3000: How was [inaudible 00:00:04] release?",
        "4 Speaker 2 h3609000: Good. [crosstalk 00:11]",
    ];
    check(text, Format::Rev, &turns);
}

#[test]
fn granolas_moments_count_from_the_first() {
    let text = "---\ngranola_id: x\ntitle: \"1:1\"\ncreated: 2026-06-18T09:28:40.000Z\nattendees:\n  - Sally Moss\n---\n\n### You (2026-06-18T09:28:44.120Z)\n\nMorning.\n\n### Guest (2026-06-18T09:28:51.300Z)\n\nGood.\n\n## Notes\n\nNobody said this.\n";
    let turns = ["9 You x0: Morning.", "13 Guest x7180: Good."];
    let found = check(text, Format::Granola, &turns);
    assert_eq!(found.attendees, ["Sally Moss"]);
    assert_eq!(found.date, Some(jiff::civil::date(2026, 6, 18)));
    assert_eq!(found.start, None);
    let one = "---\ngranola_id: x\n---\n### Me\nMorning.\n";
    check(one, Format::Granola, &["4 Me ?: Morning."]);
    let notes = "---\ngranola_id: x\ntype: note\n---\nWe spoke of the release.\n";
    assert!(refusal(notes).message.contains("notes and no transcript"));
}

#[test]
fn whispers_lines_have_two_times() {
    let text = "whisper_init_from_file: loading model\n\n[00:00:03.100 --> 00:00:05.400]   Morning.\n[00:00:09.000 --> 00:00:10.200]   Good. [SPEAKER_TURN]\n[00:00:11.000 --> 00:00:12.000]  (speaker 1) Bye.\n[00:00:12.000 --> 00:00:11.000]  (speaker ?) Oh.\n";
    let turns = [
        "3 - x3100: Morning.",
        "4 - x9000: Good.",
        "5 speaker 1 x11000: Bye.",
        "6 - x12000: Oh.",
    ];
    let found = check(text, Format::WhisperCpp, &turns);
    assert_eq!(found.segments[0].end, Some(5400));
    assert_eq!(found.segments[3].end, None);
}

#[test]
fn zooms_saved_captions_tell_the_time_of_day() {
    let text = "[Sally Moss] 09:28:44\nMorning.\nSo.\n\n[Dev Roy] 09:28:51\nGood: [yes] 09:28:52 it was.\n\n";
    let turns = [
        "1 Sally Moss w34124000: Morning. / So.",
        "5 Dev Roy w34131000: Good: [yes] 09:28:52 it was.",
    ];
    check(text, Format::ZoomCaption, &turns);
    let nameless = "17:32:36 Morning, how was it?\n17:32:41 Good, mostly.\n";
    let turns = [
        "1 - w63156000: Morning, how was it?",
        "2 - w63161000: Good, mostly.",
    ];
    check(nameless, Format::Plain, &turns);
}

#[test]
fn zooms_page_has_each_name_twice() {
    let text = " Skip to Main Content\n 00:07:08/00:42:41\n 00:01\n Search transcript\n Dev Roy\n Dev Roy\n\n (Removed)\n\n Sally Moss\n Sally Moss\n 11:17\n Morning.\n How was it?\n Dev Roy\n Dev Roy\n 00:12:15\n Good.\n Sally Moss\n 12:20\n Well.\n 12:25\n Who is this?\n";
    let turns = [
        "12 Sally Moss h677000: Morning. / How was it?",
        "17 Dev Roy h735000: Good.",
        "20 Sally Moss h740000: Well.",
        "22 - h745000: Who is this?",
    ];
    check(text, Format::ZoomWeb, &turns);
}

#[test]
fn labels_are_put_to_the_vote_of_all_transcripts() {
    let bold = "---\ntitle: Weekly\ndate: 2026-06-18\nattendees: [Sally Moss, Dev Roy]\n---\n**Sally Moss** [00:00:03] Morning.\n\nHow was it?\n\n**Dev Roy** [00:00:09] Good \\[mostly\\].\n\n**Break:** music\n";
    let turns = [
        "6 Sally Moss h3000: Morning. / How was it?",
        "10 Dev Roy h9000: Good [mostly]. / **Break:** music",
    ];
    let found = check(bold, Format::Markdown, &turns);
    assert_eq!(found.title.as_deref(), Some("Weekly"));
    assert_eq!(found.attendees, ["Sally Moss", "Dev Roy"]);
    // Few lines are believed, but not in silence.
    assert!(found.warnings[0].message.contains("only 2"));
    let granola = "[09:28:44] You: Morning.\n[09:28:51] Them: Good.\n";
    check(
        granola,
        Format::Markdown,
        &["1 You w34124000: Morning.", "2 Them w34131000: Good."],
    );
    let tldv = "[00:03] Sally Moss: Morning.\n[00:09] Dev Roy: Good.\n[00:12] Sally Moss: Bye.\n";
    assert_eq!(shown(&recording(tldv))[2], "3 Sally Moss h12000: Bye.");
    let krisp =
        "Sally Moss | 00:03\nMorning.\n\nDev Roy | 00:09\nGood.\n\nSally Moss | 00:12\nBye.\n";
    assert_eq!(shown(&recording(krisp))[1], "4 Dev Roy h9000: Good.");
    let fireflies = "--- Sally Moss ---\n[00:03] Morning.\n[00:05] How was it?\n--- Dev Roy ---\n[00:09] Good.\n--- Sally Moss ---\n[00:12] Bye.\n";
    let turns = [
        "1 Sally Moss h3000: Morning. / How was it?",
        "4 Dev Roy h9000: Good.",
        "6 Sally Moss h12000: Bye.",
    ];
    check(fireflies, Format::Markdown, &turns);
    let speakers = "Speaker 0: 00:00:01\n\nMorning.\nHow was it?\n\nSpeaker 1: 00:00:09\n\nGood.\n\nSpeaker 0: 00:00:12\n\nBye.\n";
    assert_eq!(
        shown(&recording(speakers))[0],
        "1 Speaker 0 h1000: Morning. / How was it?"
    );
}

#[test]
fn paragraphs_are_read_with_a_warning() {
    let found = check(
        "Morning, how was it?\nAnd the rest?\n\nIt was good.\n",
        Format::Plain,
        &[
            "1 - ?: Morning, how was it? / And the rest?",
            "4 - ?: It was good.",
        ],
    );
    assert!(found.warnings[0].message.contains("who is speaking"));
    // A page of captions, copied.
    let captions = "0:00\ngood morning everyone\n0:05\nthe release is out\n";
    let turns = [
        "2 - h0: good morning everyone",
        "4 - h5000: the release is out",
    ];
    check(captions, Format::Plain, &turns);
}

#[test]
fn a_transcript_stands_in_the_largest_fence() {
    let turns = "```\nSally Moss   0:03\nMorning.\n\nDev Roy   0:09\nGood.\n\nSally Moss   0:12\nBye.\n```\n";
    let text = format!(
        "# Weekly\n\nNote: none of this was said.\n\n```\n[chat] hello\n```\n\n{turns}\nlink: https://example.org\n"
    );
    let found = check(
        &text,
        Format::TeamsText,
        &[
            "10 Sally Moss h3000: Morning.",
            "13 Dev Roy h9000: Good.",
            "16 Sally Moss h12000: Bye.",
        ],
    );
    assert_eq!(found.title.as_deref(), Some("Weekly"));
    // One that is never closed goes on to the end.
    let open = text.split("Bye.").next().unwrap_or_default();
    assert_eq!(recording(open).segments.len(), 2);
}

#[test]
fn much_that_stands_above_the_first_speaker_is_told() {
    let turns = "Sally Moss   0:03\nMorning.\n\nDev Roy   0:09\nGood.\n\nSally Moss   0:12\nBye.\n";
    let text = format!("{}{turns}", "Somebody said this.\n".repeat(9));
    assert!(recording(&text).warnings[0].message.contains("the 9 lines"));
    assert_eq!(recording(turns).warnings, []);
}

/// The same dialogue in all forms which this program reads as text.
#[test]
fn one_dialogue_is_the_same_in_every_format() {
    let dialogue = [
        ("Sally Moss", 3, "Morning. How was the release?"),
        (
            "Priya Farías",
            9,
            "Good, mostly. One thing: the rollback took an hour.",
        ),
        ("Sally Moss", 12, "Who writes it up [and when]?"),
        ("Priya Farías", 15, "I will, by Friday at 9:30."),
    ];
    let all = |form: &dyn Fn(&str, u64, &str) -> String| {
        let turns = dialogue
            .iter()
            .map(|(name, time, text)| form(name, *time, text));
        turns.collect::<String>()
    };
    for (format, text) in [
        (
            Format::TeamsText,
            all(&|n, t, x| format!("{n}   0:{t:02}\n{x}\n\n")),
        ),
        (
            Format::TeamsText,
            all(&|n, t, x| format!("{n} 0 minutes {t} seconds\n\n{x}\n\n")),
        ),
        (
            Format::TeamsText,
            all(&|n, t, x| format!("0:0:{t}.0 --> 0:0:{t}.90\n{n}\n{x}\n")),
        ),
        (
            Format::Otter,
            all(&|n, t, x| format!("{n}  0:{t:02}  \n{x}\n\n")),
        ),
        (
            Format::Rev,
            all(&|n, t, x| format!("{n} (00:{t:02}):\n{x}\n\n")),
        ),
        (
            Format::Fathom,
            all(&|n, t, x| format!("@0:{t:02} - **{n}**\n{x}\n")),
        ),
        (
            Format::ZoomWeb,
            all(&|n, t, x| format!(" {n}\n {n}\n 0:{t:02}\n {x}\n")),
        ),
        (
            Format::ZoomCaption,
            all(&|n, t, x| format!("[{n}] 09:28:{t:02}\n{x}\n\n")),
        ),
        (
            Format::MeetText,
            all(&|n, t, x| format!("00:00:{t:02}\n{n}: {x}\n")),
        ),
        (
            Format::MeetText,
            all(&|n, t, x| format!("### 00:00:{t:02}\n\n**{n}: **{x}\n\n")),
        ),
        (
            Format::Markdown,
            all(&|n, t, x| format!("[00:{t:02}] {n}: {x}\n")),
        ),
        (
            Format::Markdown,
            all(&|n, t, x| format!("{n} | 00:{t:02}\n{x}\n\n")),
        ),
        (
            Format::Markdown,
            all(&|n, _, x| format!("**{n}:** {x}\n\n")),
        ),
        (Format::Markdown, all(&|n, _, x| format!("{n}: {x}\n"))),
        (
            Format::Markdown,
            all(&|n, _, x| format!("### {n}\n\n{x}\n\n")),
        ),
    ] {
        let found = recording(&text);
        assert_eq!(found.format, format, "{text}");
        let turns: Vec<_> = found
            .segments
            .iter()
            .map(|turn| (turn.speaker.as_deref().unwrap_or("-"), turn.text.as_str()))
            .collect();
        let said: Vec<_> = dialogue
            .iter()
            .map(|(name, _, text)| (*name, *text))
            .collect();
        assert_eq!(turns, said, "{text}");
        for (turn, (_, time, _)) in found.segments.iter().zip(dialogue) {
            match turn.time {
                Moment::Unknown => {}
                Moment::WallClock(at) => assert_eq!(at % 60_000, time * 1000),
                Moment::Exact(at) | Moment::Header(at) | Moment::Mark(at) => {
                    assert_eq!(at, time * 1000, "{text}");
                }
            }
        }
    }
}
