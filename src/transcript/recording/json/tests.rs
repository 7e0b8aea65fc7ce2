//! What each service's JSON becomes, with people who do not exist.

use super::super::sheet::Sheet;
use super::{Format, Moment, Recording, Refusal};

fn read(text: &str) -> Result<Recording, Refusal> {
    super::read(&Sheet::new(text))
}

/// The format, and each segment as `start-end speaker: words`.
fn told(text: &str) -> (Format, Vec<String>) {
    let recording = read(text).unwrap();
    let segments = recording.segments.iter().map(|segment| {
        let time = match segment.time {
            Moment::Exact(ms) => ms.to_string(),
            Moment::Mark(ms) => format!(">{ms}"),
            _ => "?".into(),
        };
        let end = segment.end.map_or("?".into(), |end| end.to_string());
        let speaker = segment.speaker.as_deref().unwrap_or("-");
        format!("{time}-{end} {speaker}: {}", segment.text)
    });
    (recording.format, segments.collect())
}

/// Reads a text and compares its format and segments.
pub(super) fn is(text: &str, format: Format, segments: &[&str]) {
    let (was, told) = told(text);
    assert_eq!(told, segments, "{text}");
    assert_eq!(was, format, "{text}");
}

#[test]
fn fireflies() {
    let text = r#"{"data": {"transcript": {"title": "One to one", "date": 1781774920000, "duration": 12.1,
        "meeting_attendees": [{"displayName": "Sally Moss"}, {"displayName": null, "email": "priya@example.org"}],
        "sentences": [{"speaker_name": "Sally Moss", "text": "Hi", "start_time": 3.1, "end_time": 5.4},
        {"speaker_name": null, "text": "Bye", "start_time": "9.0", "end_time": "10.2"}],
        "summary": {"action_items": "\n**Priya Farías**\n- Write it up (00:09)\n**Unassigned**\nAsk Bo\n"}}}}"#;
    is(
        text,
        Format::FirefliesJson,
        &["3100-5400 Sally Moss: Hi", "9000-10200 -: Bye"],
    );
    let recording = read(text).unwrap();
    assert_eq!(recording.title.as_deref(), Some("One to one"));
    assert_eq!(recording.date.unwrap().to_string(), "2026-06-18");
    assert_eq!(recording.duration, Some(726_000));
    assert_eq!(recording.attendees, ["Sally Moss", "priya@example.org"]);
    let actions: Vec<_> = recording
        .recorders_actions
        .iter()
        .map(|action| (action.owner.as_deref(), action.text.as_str(), action.line))
        .collect();
    assert_eq!(
        actions,
        [
            (Some("Priya Farías"), "Write it up (00:09)", 5),
            (None, "Ask Bo", 5)
        ]
    );
    let refusal = read(r#"{"data": {"transcript": {"sentences": null}}}"#).unwrap_err();
    assert!(
        refusal
            .message
            .contains("`data.transcript.sentences` is empty"),
        "{refusal:?}"
    );
}

#[test]
fn fathom_and_read_ai() {
    let item = r#"{"title": "One", "recording_start_time": "2026-06-18T23:28:40Z", "transcript":
        [{"speaker": {"display_name": "Sally Moss"}, "text": "Hi", "timestamp": "00:01:02"}],
        "action_items": [{"description": "Write it up", "assignee": {"name": "Priya"}}, "Ask Bo"]}"#;
    let text = format!("{{\"items\": [{item}, {{\"title\": \"none\"}}]}}");
    is(&text, Format::FathomJson, &["62000-? Sally Moss: Hi"]);
    let recording = read(&text).unwrap();
    assert!(
        recording.warnings[0]
            .message
            .contains("UTC (2026-06-18 23:28)")
    );
    assert_eq!(recording.recorders_actions.len(), 2);
    assert_eq!(
        recording.recorders_actions[0].owner.as_deref(),
        Some("Priya")
    );
    let refusal = read(&format!("{{\"items\": [{item},\n{item}]}}")).unwrap_err();
    assert_eq!(refusal.line, Some(4));
    assert!(
        refusal
            .message
            .contains("there are 2 meetings in it: “One”, “One”"),
        "{refusal:?}"
    );

    for (start, block) in [
        ("\"2026-06-18T09:28:40Z\"", "1781774923"),
        ("1781774920000", "1781774923000"),
    ] {
        let text = format!(
            r#"{{"start_time": {start}, "participants": [{{"name": "Priya", "email": "None"}}], "transcript": {{"speaker_blocks":
            [{{"start_time": {block}, "end_time": {block}, "speaker": {{"name": "Sally"}}, "words": "Hi"}}]}}}}"#
        );
        is(&text, Format::ReadAiJson, &["3000-3000 Sally: Hi"]);
        assert_eq!(read(&text).unwrap().attendees, ["Priya"]);
    }
}

#[test]
fn lists_of_grain_otter_azure_podcast_and_whisper_cpp() {
    is(
        r#"[{"participant_id": "a", "speaker": "Sally", "start": 170, "end": 900, "text": "Hi"}]"#,
        Format::GrainJson,
        &["170-900 Sally: Hi"],
    );
    is(
        r#"{"speech_segments": [{"speaker_name": "Sally", "start_ts": 0.0, "end_ts": 4.3, "transcript": "Hi"}]}"#,
        Format::OtterJson,
        &["0-4300 Sally: Hi"],
    );
    is(
        r#"{"recognizedPhrases": [{"speaker": 1, "offsetInTicks": 31000000.0, "durationInTicks": 10000000, "nBest": [{"display": "Hi."}]}]}"#,
        Format::AzureJson,
        &["3100-4100 Speaker 1: Hi."],
    );
    is(
        r#"{"version": "1.0.0", "segments": [{"speaker": "Sally", "startTime": 0.5, "endTime": 0.75, "body": "Hi"}]}"#,
        Format::PodcastJson,
        &["500-750 Sally: Hi"],
    );
    is(
        r#"{"systeminfo": "", "transcription": [{"timestamps": {"from": "00:00:00,000"}, "offsets": {"from": 0, "to": 1200}, "text": " Hi", "speaker": "?"}]}"#,
        Format::WhisperCppJson,
        &["0-1200 -: Hi"],
    );
}

#[test]
fn whisper_parts_a_segment_where_its_words_change_the_speaker() {
    is(
        r#"[{"start": 1, "end": 2, "text": " Hi"}, {"start": 3, "end": 4, "text": "Ho", "speaker": "SPEAKER_01"}]"#,
        Format::WhisperJson,
        &["1000-2000 -: Hi", "3000-4000 SPEAKER_01: Ho"],
    );
    let words = r#"[{"word": "So", "start": 1, "end": 2}, {"word": "it", "start": 2, "end": 3, "speaker": "A"}, {"word": "is."},
        {"word": "Is", "speaker": "B"}, {"word": "it?", "start": 4, "end": 5, "speaker": "B"}]"#;
    is(
        &format!(
            r#"{{"segments": [{{"start": 1, "end": 6, "text": " So it is.  Is it?", "speaker": "A", "words": {words}}}]}}"#
        ),
        Format::WhisperJson,
        &[
            "1000-3000 Speaker A: So it is.",
            ">3000-6000 Speaker B: Is it?",
        ],
    );
    // Where the words are not those of the text, they are joined.
    is(
        &format!(
            r#"{{"segments": [{{"end": 6, "text": "other", "words": {words}}}, {{"start": 7, "text": "bye"}}]}}"#
        ),
        Format::WhisperJson,
        &[
            "1000-3000 Speaker A: So it is.",
            ">3000-6000 Speaker B: Is it?",
            "7000-? -: bye",
        ],
    );
}

#[test]
fn granola_keeps_the_final_words_and_names_the_other_one() {
    let part = |id: &str, second: u32, source: &str, text: &str, last: bool| {
        format!(
            r#"{{"id": "{id}", "source": "{source}", "text": "{text}", "is_final": {last},
            "start_timestamp": "2026-06-18T09:28:{second:02}.000Z", "end_timestamp": "2026-06-18T09:28:{second:02}.500Z"}}"#
        )
    };
    let parts = [
        part("b", 43, "system", "Hi the", false),
        part("b", 43, "system", "Hi there", true),
        part("a", 40, "microphone", "Hello", true),
        part("a", 40, "microphone", "Hell", false),
    ]
    .join(",");
    let people = |others: &str| {
        format!(
            r#"{{"creator": {{"name": "Sally", "email": "s@example.org"}}, "attendees": [{{"email": "s@example.org"}}, {others}]}}"#
        )
    };
    let cache = |others: &str, more: &str| {
        format!(
            r#"{{"state": {{"documents": {{"x": {{"title": "One", "created_at": "2026-06-18T09:20:00Z", "people": {}}}}}, "transcripts": {{"x": [{parts}], "y": []{more}}}}}}}"#,
            people(others)
        )
    };
    let priya = r#"{"name": "Priya", "email": "p@example.org"}"#;
    let one = cache(priya, "");
    let expected = ["0-500 You: Hello", "3000-3500 Priya: Hi there"];
    is(
        &format!("{{\"cache\": {one}}}"),
        Format::GranolaJson,
        &expected,
    );
    let within = serde_json::Value::String(one).to_string();
    is(
        &format!("{{\"cache\": {within}}}"),
        Format::GranolaJson,
        &expected,
    );
    let recording = read(&format!("{{\"cache\": {within}}}")).unwrap();
    assert_eq!(recording.title.as_deref(), Some("One"));
    assert_eq!(recording.attendees, ["Priya"]);
    is(
        &format!(
            "{{\"cache\": {}}}",
            cache(&format!("{priya}, {{\"name\": \"Bo\"}}"), "")
        ),
        Format::GranolaJson,
        &["0-500 You: Hello", "3000-3500 System: Hi there"],
    );
    let refusal = read(&format!(
        "{{\"cache\": {}}}",
        cache(priya, &format!(", \"z\": [{parts}]"))
    ))
    .unwrap_err();
    assert!(
        refusal
            .message
            .contains("2 meetings in it: “One”, “(no title)”"),
        "{refusal:?}"
    );
    assert!(
        read("{\"cache\": \"{\"}")
            .unwrap_err()
            .message
            .contains("broken")
    );
}

#[test]
fn anybody_elses_list_is_read_with_warnings() {
    let items = |factor: f64| {
        let items = (0..6).map(|at| {
            format!(
                r#"{{"speaker": {{"name": "Sally"}}, "content": "six words in about two seconds", "start": {}}}"#,
                f64::from(at) * 2.0 * factor
            )
        });
        format!(
            "{{\"meta\": [1, 2], \"data\": {{\"parts\": [{}]}}}}",
            items.collect::<Vec<_>>().join(",")
        )
    };
    for (factor, unit) in [
        (1.0, "seconds"),
        (1_000.0, "milliseconds"),
        (16_000.0, "samples"),
        (1e7, "units of 100"),
    ] {
        let text = items(factor);
        let (format, told) = told(&text);
        assert_eq!(format, Format::Json);
        assert_eq!(
            told[5], "10000-? Sally: six words in about two seconds",
            "{unit}"
        );
        let warnings = read(&text).unwrap().warnings;
        assert!(warnings[1].message.contains(unit), "{warnings:?}");
    }
    is(
        r#"{"speakers": [{"id": 7, "name": "Priya"}], "transcript": [{"speaker_id": 7, "text": "Hi", "start": 5}]}"#,
        Format::Json,
        &["?-? Priya: Hi"],
    );
    is(
        r#"[{"speaker": "A", "text": "Hi", "start_time": "2026-06-18T09:28:40Z"}, {"speaker": null, "text": "Ho", "start_time": "2026-06-18T09:28:43Z"}]"#,
        Format::Json,
        &["0-? Speaker A: Hi", "3000-? -: Ho"],
    );
}

#[test]
fn unknown_json_names_its_keys_and_what_is_needed() {
    for (text, told) in [
        (
            "{\"settings\": 1,\n\"users\": []}",
            "an object with the keys `settings`, `users`",
        ),
        ("[1,\n{\"a\": 1}]", "a list whose objects have the keys `a`"),
        ("[]", "no keys"),
        ("{\"segments\": []}", "`segments` is empty"),
        ("{\"results\": {\"channels\": []}}", "nobody says anything"),
        ("{\"a\": ", "broken at column"),
    ] {
        let refusal = read(text).unwrap_err();
        assert!(refusal.message.contains(told), "{refusal:?}");
        assert!(!refusal.hint.is_empty());
    }
    let many: Vec<String> = (0..40).map(|at| format!("\"k{at}\": 1")).collect();
    let refusal = read(&format!("{{{}}}", many.join(","))).unwrap_err();
    assert!(refusal.message.ends_with("`k11`, 28 more"), "{refusal:?}");
}

#[test]
fn half_an_emoji_is_told() {
    let text = "[{\"participant_id\": 1, \"speaker\": \"Sally\", \"start\": 1,\n\"text\": \"Great \\ud83d\"}]";
    let recording = read(text).unwrap();
    assert_eq!(recording.segments[0].text, "Great \u{fffd}");
    assert_eq!(recording.warnings[0].line, Some(2));
}
