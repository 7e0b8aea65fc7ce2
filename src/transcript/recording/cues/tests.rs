//! What each recorder's captions become, with people who do not exist.

use super::super::{Moment, Recording, Refusal};
use super::{Format, Sheet};

fn read(text: &str) -> Result<Recording, Refusal> {
    super::read(&Sheet::new(text))
}

/// Each segment as `line start-end speaker: words`.
fn told(text: &str) -> Vec<String> {
    let recording = read(text).unwrap();
    let segments = recording.segments.iter();
    segments
        .map(|segment| {
            let time = match segment.time {
                Moment::Exact(ms) => ms.to_string(),
                Moment::Header(ms) => format!("~{ms}"),
                other => format!("{other:?}"),
            };
            let end = segment.end.map_or("?".into(), |end| end.to_string());
            let speaker = segment.speaker.as_deref().unwrap_or("-");
            format!("{} {time}-{end} {speaker}: {}", segment.line, segment.text)
        })
        .collect()
}

/// Cues of one second each, as `SubRip`.
fn srt(texts: &[&str]) -> String {
    let cues = texts.iter().zip(1..).map(|(text, number)| {
        format!(
            "{number}\n00:00:{:02},000 --> 00:00:{number:02},000\n{text}\n\n",
            number - 1
        )
    });
    cues.collect()
}

fn speakers(text: &str) -> Vec<Option<String>> {
    let segments = read(text).unwrap().segments.into_iter();
    segments.map(|segment| segment.speaker).collect()
}

fn named(text: &str) -> Vec<String> {
    let speakers = speakers(text).into_iter();
    speakers
        .map(|speaker| speaker.unwrap_or("-".into()))
        .collect()
}

fn format(text: &str) -> Format {
    read(text).unwrap().format
}

#[test]
fn zoom_labels_each_cue() {
    let text = "WEBVTT\r\n\r\n1\r\n00:00:01.000 --> 00:00:02.500\r\nmo (@mo_dev): Morning: all well?\r\n\r\n2\r\n00:00:02.600 --> 00:00:05.000\r\npriya from ops: Yes.\r\n\r\n3\r\n00:00:05.600 --> 00:00:06.000\r\npriya from ops: The thing is: slow.\r\n";
    assert_eq!(
        told(text),
        [
            "5 1000-2500 mo (@mo_dev): Morning: all well?",
            "9 2600-5000 priya from ops: Yes.",
            "13 5600-6000 priya from ops: The thing is: slow.",
        ]
    );
    assert_eq!(format(text), Format::ZoomVtt);
}

#[test]
fn a_label_that_is_usually_a_title_is_a_speaker_where_it_comes_back() {
    let text = srt(&[
        "Manager: Hi",
        "Sally: Hi",
        "Manager: So",
        "Sally: So",
        "Manager: Well",
        "Sally: No",
        "Manager: Right",
        "Sally: Bye",
    ]);
    assert_eq!(named(&text)[..2], ["Manager", "Sally"]);
}

#[test]
fn labels_that_stand_where_the_speaker_changes_are_carried_forward() {
    let mut texts = vec![
        "so it begins",
        "Sally: Good\nmorning",
        "how are you",
        "Priya: Fine",
    ];
    texts.extend([
        "and you",
        "Sally: Me too",
        "well",
        "Remember: tomorrow",
        "then",
        "Priya: Yes",
    ]);
    texts.extend(["Bo Ek: Hello", "I am Bo", ">> and I am not"]);
    let text = srt(&texts);
    assert_eq!(
        named(&text),
        [
            "-", "Sally", "Sally", "Priya", "Priya", "Sally", "Sally", "-", "-", "Priya", "Bo Ek",
            "Bo Ek", "-"
        ]
    );
    let recording = read(&text).unwrap();
    assert_eq!(recording.segments[1].text, "Good morning");
    assert_eq!(recording.segments[7].text, "Remember: tomorrow");
    assert_eq!(recording.segments[12].text, "and I am not");
}

#[test]
fn a_few_colons_are_words() {
    let mut texts = vec!["and so on"; 70];
    texts[3] = "Reminder: be there";
    texts[40] = "Reminder: be there";
    assert!(speakers(&srt(&texts)).iter().all(Option::is_none));
    let recording = read(&srt(&texts)).unwrap();
    assert!(recording.warnings[0].message.contains("no cue says who"));
}

#[test]
fn whisper_numbers_its_speakers() {
    assert_eq!(
        named(&srt(&[
            "[SPEAKER_00]: Good",
            "and so on",
            "[SPEAKER_01]: Note: late"
        ])),
        ["SPEAKER_00", "-", "SPEAKER_01"]
    );
    let text = srt(&[
        "(speaker 0) Good",
        "(speaker ?) hm",
        "(speaker 1)Fine",
        "(laughs) so",
    ]);
    assert_eq!(named(&text), ["speaker 0", "-", "speaker 1", "-"]);
    assert_eq!(read(&text).unwrap().segments[1].text, "hm");
    assert_eq!(read(&text).unwrap().segments[3].text, "(laughs) so");
    assert_eq!(
        told("WEBVTT\n\n00:01.000 --> 00:02.000\n<v Speaker0> Good [SPEAKER_TURN] Fine\n"),
        ["4 1000-? Speaker0: Good", "4 ~1000-2000 Speaker0: Fine"]
    );
    // Deepgram writes a line where the speaker changes.
    assert_eq!(
        named(&srt(&[
            "[speaker 0]\nGood",
            "and so on",
            "[speaker 1]\nFine",
            "[Music]\nla"
        ])),
        ["speaker 0", "speaker 0", "speaker 1", "speaker 1"]
    );
}

#[test]
fn comments_name_speakers_for_daily() {
    let text = "WEBVTT\n\nNOTE Speaker 1\n\n00:01.000 --> 00:02.000\nGood\n\n00:02.000 --> 00:03.000\nand so\n\nNOTE Speaker 2\n\n00:03.000 --> 00:04.000\nFine\n";
    assert_eq!(named(text), ["Speaker 1", "Speaker 1", "Speaker 2"]);
}

#[test]
fn captions_of_meet_hold_several_speakers() {
    let text = "WEBVTT\n\n1\n00:00:04.000 --> 00:00:08.000\n(Sally Moss)\nSo?\n \n-\n(Priya Farías)\nGood,\nmostly.\n";
    assert_eq!(
        told(text),
        [
            "5 4000-? Sally Moss: So?",
            "9 ~4000-8000 Priya Farías: Good, mostly."
        ]
    );
    assert_eq!(format(text), Format::MeetVtt);
    assert_eq!(
        speakers(&srt(&["(laughter)\nSo", "(applause)\nWell"])),
        [None, None]
    );
}

#[test]
fn a_name_on_its_own_line_speaks() {
    let text = srt(&[
        "Sally Moss\nGood morning.",
        "Priya\nFine.",
        "Sally Moss\nSo",
        "Priya\nyes",
    ]);
    assert_eq!(named(&text), ["Sally Moss", "Priya", "Sally Moss", "Priya"]);
    let captions = srt(&["Good Morning\nall", "Hello There\nyou", "Big News\ntoday"]);
    assert!(speakers(&captions).iter().all(Option::is_none));
}

#[test]
fn teams_cuts_an_utterance_into_cues() {
    let id = "7f1c2a30-5b8e-4a11-9c77-0d2e4b6f8a01";
    let text = format!(
        "WEBVTT\n\n{id}/7-0\n00:00:03.120 --> 00:00:06.480\n<v Priya Far&#237;as>Good,\nmostly.</v>\n{id}/7-1\n00:00:06.480 --> 00:00:09.000\n<v Priya Far&#237;as>So.</v>\n\n{id}/9-0\n00:00:09.000 --> 00:00:10.200\nYes.\n"
    );
    assert_eq!(
        told(&text),
        [
            "5 3120-9000 Priya Farías: Good, mostly. So.",
            "13 9000-10200 -: Yes."
        ]
    );
    assert_eq!(format(&text), Format::TeamsVtt);
    let stream = format!(
        "WEBVTT\n\nNOTE duration:\"00:10:00\"\n\nNOTE Confidence: 0.9\n\n{id}\n00:00:03.120 --> 00:00:06.480\nGood.\n"
    );
    assert_eq!(format(&stream), Format::TeamsVtt);
}

#[test]
fn captions_that_roll_say_each_line_once() {
    let text = "WEBVTT\nKind: captions\n\n00:00:00.160 --> 00:00:02.470 align:start position:0%\n \ngood<00:00:00.400><c> morning</c>\n\n00:00:02.470 --> 00:00:02.480 align:start position:0%\ngood morning\n \n\n00:00:02.480 --> 00:00:04.710\ngood morning\n&gt;&gt; the<00:00:02.720><c> release</c>\n00:00:04.710 --> 00:00:06.000\n&gt;&gt; the release\n[Music]\n";
    assert_eq!(
        told(text),
        ["6 160-2470 -: good morning", "14 2480-4710 -: the release"]
    );
    assert_eq!(format(text), Format::YoutubeVtt);
    let converted = srt(&[
        "one\ntwo",
        "two",
        "two\nthree",
        "three",
        "three\nfour",
        "four",
        "four\nfive",
    ]);
    let words: Vec<String> = read(&converted)
        .unwrap()
        .segments
        .into_iter()
        .map(|segment| segment.text)
        .collect();
    assert_eq!(words, ["one", "two", "three", "four", "five"]);
}

#[test]
fn order_equal_neighbours_and_ends() {
    let text = "WEBVTT\n\n01:00.000 --> 01:02.000\nlast\n\n00:01.000 --> 00:00.500\nfirst\n\n00:02.000 --> 00:03.000\nagain\n\n00:02.000 --> 00:03.000\nagain\n\n00:04.000 --> 00:05.000\n \n";
    assert_eq!(
        told(text),
        [
            "7 1000-? -: first",
            "10 2000-3000 -: again",
            "4 60000-62000 -: last"
        ]
    );
    let warnings = read(text).unwrap().warnings;
    assert_eq!(warnings[0].line, Some(6));
    assert!(warnings[0].message.contains("ends before it begins"));
    assert_eq!(warnings[1].line, Some(7));
    assert!(warnings[1].message.contains("goes back"));
}

#[test]
fn subviewer_has_commas_between_its_times() {
    let text = "0:00:01.000,0:00:02.000\n>> Sally Moss: Good\n\n0:00:02.000,0:00:03.000\n>> Priya: Fine\n\n0:00:03.000,0:00:04.000\n>> Sally Moss: So\n";
    assert_eq!(named(text), ["Sally Moss", "Priya", "Sally Moss"]);
    assert_eq!(format(text), Format::Sbv);
}

#[test]
fn whispers_table_counts_milliseconds() {
    let text =
        "start\tend\ttext\n3100\t5400\t[SPEAKER_00]: Good\tmorning\n9000\t8000\tFine\nlater\n";
    assert_eq!(
        told(text),
        [
            "2 3100-5400 SPEAKER_00: Good\tmorning",
            "3 9000-? -: Fine",
            "4 Unknown-? -: later"
        ]
    );
    assert_eq!(format(text), Format::WhisperTsv);
    assert_eq!(read(text).unwrap().warnings.len(), 2);
}

#[test]
fn nothing_said_is_a_refusal_with_a_line() {
    for text in [
        "WEBVTT\n\nhello\nyou\n",
        "WEBVTT\n",
        "WEBVTT\n\n00:01.000 --> 00:02.000\n\n",
    ] {
        let refusal = read(text).unwrap_err();
        assert!(refusal.line.is_some() && !refusal.hint.is_empty(), "{text}");
    }
}

#[test]
fn a_million_cues_of_one_word_are_read() {
    let mut text = String::from("WEBVTT\n\n");
    for at in 0..1_000_000_u32 {
        use std::fmt::Write as _;
        let (minutes, ms) = (at / 600, at % 600 * 100);
        writeln!(
            text,
            "{minutes}:{:02}.{:03} --> {minutes}:59.999\nword\n",
            ms / 1000,
            ms % 1000
        )
        .unwrap();
    }
    assert_eq!(read(&text).unwrap().segments.len(), 1_000_000);
}
