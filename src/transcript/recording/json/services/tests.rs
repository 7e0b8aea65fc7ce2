//! What the JSON of services becomes whose speech is not one list of sentences.

use super::super::tests::is;
use super::Format;

#[test]
fn gong_knows_its_parties_or_numbers_them() {
    let calls = r#""callTranscripts": [{"callId": "7", "transcript": [
        {"speakerId": "4000000000000000011", "sentences": [{"start": 3100, "end": 5400, "text": "Hi"}]},
        {"speakerId": "4000000000000000012", "sentences": [{"start": 9000, "end": 9100, "text": "Ho"}]},
        {"speakerId": "4000000000000000011", "sentences": [{"start": 9200, "end": 9300, "text": "So"}]}]}]"#;
    let parties = r#""parties": [{"speakerId": "4000000000000000012", "name": "Priya"}]"#;
    is(
        &format!("{{{calls}, {parties}}}"),
        Format::GongJson,
        &[
            "3100-5400 Speaker 1: Hi",
            "9000-9100 Priya: Ho",
            "9200-9300 Speaker 1: So",
        ],
    );
    is(
        &format!("{{{calls}}}"),
        Format::GongJson,
        &[
            "3100-5400 Speaker 1: Hi",
            "9000-9100 Speaker 2: Ho",
            "9200-9300 Speaker 1: So",
        ],
    );
}

#[test]
fn rev_joins_its_elements() {
    let text = r#"{"speakers": [{"id": 1, "name": "Sally"}], "monologues": [
        {"speaker": 1, "elements": [{"type": "text", "value": "Hi", "ts": 0.5, "end_ts": 0.75}, {"type": "punct", "value": ", "},
        {"type": "text", "value": "all", "ts": 1, "end_ts": 1.5}, {"type": "punct", "value": "."}]},
        {"speaker": 2, "elements": [{"type": "unknown", "value": "<crosstalk>"}]}]}"#;
    is(
        text,
        Format::RevJson,
        &["500-1500 Sally: Hi, all.", "?-? Speaker 2: <crosstalk>"],
    );
}

#[test]
fn amazon_finds_speakers_by_start_or_beside_the_word() {
    let word = |at: &str, text: &str, more: &str| {
        format!(
            r#"{{"type": "pronunciation", "start_time": "{at}", "end_time": "{at}", "alternatives": [{{"content": "{text}"}}]{more}}}"#
        )
    };
    let mark = r#"{"type": "punctuation", "alternatives": [{"content": "."}]}"#;
    let text = format!(
        r#"{{"results": {{"transcripts": [], "speaker_labels": {{"segments": [{{"items": [{{"start_time": "3.1", "speaker_label": "spk_0"}}]}}]}},
        "items": [{}, {mark}, {}, {mark}, {}, {mark}, {}]}}}}"#,
        word("3.1", "Morning", ""),
        word("9.0", "Hi", r#", "speaker_label": "spk_1""#),
        word("9.5", "Hm", r#", "speaker_label": """#),
        word("9.9", "Oh", ""),
    );
    is(
        &text,
        Format::AwsJson,
        &[
            "3100-3100 spk_0: Morning.",
            "9000-9000 spk_1: Hi.",
            "9500-9500 -: Hm.",
            "9900-9900 -: Oh",
        ],
    );
}

#[test]
fn google_repeats_everything_in_its_last_result() {
    let word = |at: &str, text: &str, more: &str| {
        format!(r#"{{"startTime": {at}, "word": "{text}"{more}}}"#)
    };
    let result = |words: &[String]| {
        format!(
            r#"{{"alternatives": [{{"transcript": "all", "words": [{}]}}]}}"#,
            words.join(",")
        )
    };
    let first = result(&[
        word("\"3.100s\"", "Hi.", ""),
        word("{\"seconds\": \"9\"}", "Ho.", ""),
    ]);
    let last = result(&[
        word("\"3.100s\"", "Hi.", ", \"speakerTag\": 1"),
        word(
            "{\"seconds\": \"9\", \"nanos\": 5e8}",
            "Ho.",
            ", \"speakerTag\": 2",
        ),
    ]);
    is(
        &format!("{{\"results\": [{first}, {last}]}}"),
        Format::GoogleJson,
        &["3100-? Speaker 1: Hi.", "9500-? Speaker 2: Ho."],
    );
    is(
        &format!(
            "{{\"response\": {{\"results\": [{first}, {{\"alternatives\": [{{\"transcript\": \"bye\"}}]}}]}}}}"
        ),
        Format::GoogleJson,
        &["3100-? -: Hi.", "9000-? -: Ho.", "?-? -: bye"],
    );
}

#[test]
fn deepgram_and_assembly_with_words_alone() {
    let word = |at: &str, text: &str, who: &str| {
        format!(
            r#"{{"word": "x", "text": "{text}", "punctuated_word": "{text}", "start": {at}, "end": {at}{who}}}"#
        )
    };
    let words = [
        word("1.5", "Hi", ", \"speaker\": 0"),
        word("2.5", "all.", ", \"speaker\": 0"),
        word("3.5", "Ho.", ", \"speaker\": 1"),
        word("4.5", "Hm", ""),
    ]
    .join(",");
    let channel = |words: &str| format!(r#"{{"alternatives": [{{"words": [{words}]}}]}}"#);
    is(
        &format!(r#"{{"results": {{"channels": [{}]}}}}"#, channel(&words)),
        Format::DeepgramJson,
        &[
            "1500-2500 Speaker 0: Hi all.",
            "3500-3500 Speaker 1: Ho.",
            "4500-4500 -: Hm",
        ],
    );
    let (one, two) = (
        channel(&word("5", "Ho.", "")),
        channel(&[word("1", "Hi.", ""), word("9", "So.", "")].join(",")),
    );
    is(
        &format!(r#"{{"results": {{"channels": [{one}, {two}]}}}}"#),
        Format::DeepgramJson,
        &[
            "1000-1000 Speaker 2: Hi.",
            "5000-5000 Speaker 1: Ho.",
            "9000-9000 Speaker 2: So.",
        ],
    );
    is(
        &format!(r#"{{"audio_url": "x", "utterances": null, "words": [{words}]}}"#)
            .replace("1.5", "1500"),
        Format::AssemblyAiJson,
        &[
            "1500-? Speaker 0: Hi all.",
            "4-4 Speaker 1: Ho.",
            "5-5 -: Hm",
        ],
    );
    is(
        r#"{"audio_url": "x", "utterances": [{"speaker": "A", "start": 170, "end": 900, "text": "Hi"}]}"#,
        Format::AssemblyAiJson,
        &["170-900 Speaker A: Hi"],
    );
}

#[test]
fn speechmatics_new_and_old() {
    is(
        r#"{"results": [{"type": "word", "start_time": 1.5, "end_time": 2, "alternatives": [{"content": "Hi", "speaker": "S1"}]},
        {"type": "punctuation", "start_time": 2, "end_time": 2, "alternatives": [{"content": "."}]},
        {"type": "word", "start_time": 3, "end_time": 4, "alternatives": [{"content": "Ho", "speaker": "UU"}]}]}"#,
        Format::SpeechmaticsJson,
        &["1500-2000 Speaker 1: Hi.", "3000-4000 -: Ho"],
    );
    is(
        r#"{"speakers": [{"name": "F4", "time": "0.5"}, {"name": "M1", "time": "2.5"}],
        "words": [{"name": "Hi", "time": "1.5", "duration": "0.5"}, {"name": ".", "time": "2"}, {"name": "Ho", "time": "3"}]}"#,
        Format::SpeechmaticsJson,
        &["1500-2000 Speaker F4: Hi.", "3000-? Speaker M1: Ho"],
    );
}
