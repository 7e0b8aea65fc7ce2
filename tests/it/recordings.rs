//! Every recorder's export, read: the fixtures in every encoding and cut anywhere, and the samples of real files where they are at hand.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use std::{env, fs};

use proptest::prelude::*;
use serde_json::Value;
use throughline::transcript::recording::{Moment, Recording, Refusal, read};

/// The fixtures: all that stands in the folder.
fn fixtures() -> Vec<(String, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/fixtures/recordings");
    let mut files: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| {
            let entry = entry.unwrap();
            let name = entry.file_name().into_string().unwrap();
            (name, fs::read(entry.path()).unwrap())
        })
        .collect();
    files.sort();
    assert!(files.len() > 20, "the fixtures were not found");
    files
}

fn is_word(name: &str) -> bool {
    Path::new(name)
        .extension()
        .is_some_and(|ending| ending == "docx")
}

/// What was read, but for the warnings: an encoding may be worth one.
fn read_quietly(bytes: &[u8]) -> Result<Recording, Refusal> {
    read(bytes).map(|recording| Recording {
        warnings: Vec::new(),
        ..recording
    })
}

/// The same text as it leaves editors and recorders.
fn encodings(text: &str) -> Vec<(&'static str, Vec<u8>)> {
    let lines = text.replace("\r\n", "\n");
    let crlf = lines.replace('\n', "\r\n");
    let utf_16 = |text: &str, mark: bool, bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
        let units = mark
            .then_some(0xFEFF)
            .into_iter()
            .chain(text.encode_utf16());
        units.flat_map(bytes).collect()
    };
    vec![
        ("CR", lines.replace('\n', "\r").into_bytes()),
        ("CRLF", crlf.clone().into_bytes()),
        ("a byte order mark", format!("\u{feff}{crlf}").into_bytes()),
        ("UTF-16LE", utf_16(&lines, true, u16::to_le_bytes)),
        ("UTF-16BE", utf_16(&crlf, true, u16::to_be_bytes)),
        (
            "UTF-16LE without a mark",
            utf_16(&crlf, false, u16::to_le_bytes),
        ),
        (
            "UTF-16BE without a mark",
            utf_16(&lines, false, u16::to_be_bytes),
        ),
        ("LF", lines.into_bytes()),
    ]
}

#[test]
fn every_encoding_and_line_end_gives_the_same_recording() {
    for (name, bytes) in fixtures() {
        let Ok(text) = String::from_utf8(bytes) else {
            continue;
        };
        // Word documents are bytes, and a chat of Zoom's means something by its line ends.
        if is_word(&name) || name.contains("cloud-chat") {
            continue;
        }
        let wanted = read_quietly(text.as_bytes());
        for (encoding, bytes) in encodings(&text) {
            assert_eq!(read_quietly(&bytes), wanted, "{name} with {encoding}");
        }
    }
}

#[test]
fn a_file_cut_anywhere_is_read_or_refused_with_its_line() {
    for (name, bytes) in fixtures() {
        let whole = bytes.len();
        for end in (0..whole).step_by(97).chain([whole.saturating_sub(1)]) {
            match read(&bytes[..end]) {
                Ok(recording) => assert!(!recording.segments.is_empty(), "{name} cut at {end}"),
                Err(refusal) => {
                    let damaged = is_word(&name) || refusal.message.contains("empty");
                    assert!(
                        refusal.line.is_some() || damaged,
                        "{name} cut at {end}: {refusal:?}"
                    );
                    assert!(!refusal.hint.is_empty(), "{name} cut at {end}");
                }
            }
        }
    }
}

#[test]
fn every_segment_names_a_line_of_its_source_and_says_something() {
    for (name, bytes) in fixtures() {
        let Ok(recording) = read(&bytes) else {
            assert!(name.contains("chat"), "{name}: {:?}", read(&bytes));
            continue;
        };
        for segment in &recording.segments {
            assert!(segment.line > 0, "{name}");
            assert!(!segment.text.trim().is_empty(), "{name}");
            assert!(segment.speaker.as_deref() != Some(""), "{name}");
        }
        assert_eq!(read(&bytes), Ok(recording), "{name} read twice");
    }
}

/// What happens to files: bytes change, go and come, and pieces of other files get in between.
fn harm(bytes: &mut Vec<u8>, edits: &[(u16, u8, u8)], other: &[u8]) {
    const PIECES: [&[u8]; 14] = [
        b"\r\n",
        b"\n\n",
        b" --> ",
        b"0:03",
        b"   ",
        b"\t",
        b"[",
        b"):",
        b"**",
        b"\n```\n",
        b"---\n",
        b"\xff",
        b"\0",
        b"\xe2\x80\x8e",
    ];
    for (place, kind, byte) in edits {
        let at = usize::from(*place) % (bytes.len() + 1);
        let end = (at + usize::from(*byte)).min(bytes.len());
        match kind % 5 {
            0 if at < bytes.len() => bytes[at] = *byte,
            1 => drop(bytes.drain(at..end)),
            2 => {
                let piece = PIECES[usize::from(*byte) % PIECES.len()];
                bytes.splice(at..at, piece.iter().copied());
            }
            3 => {
                let copy = bytes[at..end].to_vec();
                bytes.extend(copy);
            }
            _ => {
                let from = usize::from(*place) % (other.len() + 1);
                let piece = &other[from..other.len().min(from + usize::from(*byte))];
                bytes.splice(at..at, piece.iter().copied());
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn a_harmed_file_is_read_or_refused_with_its_line(
        which in any::<prop::sample::Index>(),
        other in any::<prop::sample::Index>(),
        edits in prop::collection::vec(any::<(u16, u8, u8)>(), 1..8),
    ) {
        static FIXTURES: LazyLock<Vec<(String, Vec<u8>)>> = LazyLock::new(fixtures);
        let (_, mut bytes) = which.get(&FIXTURES).clone();
        harm(&mut bytes, &edits, &other.get(&FIXTURES).1);
        match read(&bytes) {
            Ok(recording) => {
                prop_assert!(!recording.segments.is_empty());
                prop_assert!(recording.segments.iter().all(|one| !one.text.trim().is_empty()));
            }
            Err(refusal) => {
                let unread = bytes.starts_with(b"PK") || refusal.message.contains("empty");
                prop_assert!(refusal.line.is_some() || unread, "{:?}", refusal);
            }
        }
    }
}

/// What is known of a sample, from a throw-away parser and from looking at it.
struct Expected {
    format: String,
    turns: usize,
    speakers: BTreeMap<String, usize>,
    first: Option<u64>,
    last: Option<u64>,
}

fn expected(wanted: &Value) -> Expected {
    let detected = wanted["detected"].as_str().unwrap();
    let format = match detected {
        "md-bold-label" | "md-label-time-header" => "markdown",
        "meet" => "meet-text",
        "teams-arrow" | "teams-docx" | "teams-word" => "teams-text",
        "zoom-web-copy" => "zoom-web",
        "vtt-voice" => "voice-vtt",
        "vtt-youtube" => "youtube-vtt",
        "json:granola-cache" => "granola-json",
        "json:otter-api" => "otter-json",
        "json:whisper" => "whisper-json",
        "json:rev" => "rev-json",
        "json:assemblyai" => "assemblyai-json",
        "json:deepgram" => "deepgram-json",
        same => same,
    };
    let number = |key: &str| wanted[key].as_u64();
    Expected {
        format: format.to_owned(),
        turns: usize::try_from(number("raw_turns").unwrap()).unwrap(),
        speakers: serde_json::from_value(wanted["speakers"].clone()).unwrap(),
        first: number("first_start_ms"),
        last: number("last_start_ms"),
    }
}

/// Where this reader is right and the throw-away parser was not, each with its reason.
fn corrected(name: &str, wanted: &mut Expected) {
    let mut rename = |from: &str, to: &str| {
        if let Some(times) = wanted.speakers.remove(from) {
            *wanted.speakers.entry(to.into()).or_default() += times;
        }
    };
    match name {
        // A letter or a number alone is no label: the recorder's stand-in is written so that everybody sees what it is.
        "json/assemblyai_utterances.json" => rename("A", "Speaker A"),
        "json/dg_speakers_no_utterances.json" | "json/rev-monologues.json" => {
            for number in ["0", "1", "2"] {
                rename(number, &format!("Speaker {number}"));
            }
        }
        // The microphone is the vault's owner, as in Granola's own notes.
        "json/granola-cache-v6.json" => {
            rename("microphone", "You");
            rename("system", "System");
        }
        // The label stands only where the speaker changes, and holds for the cues below it.
        "srt/podcast20-example.srt" => {
            wanted.speakers = [("Gilon", 55), ("Sarah", 26), ("Travis", 141)]
                .map(|(name, n)| (name.into(), n))
                .into();
        }
        _ => {}
    }
    let mut one_more = |speaker: &str, by: isize| {
        let times = wanted.speakers.get_mut(speaker).unwrap();
        *times = times.checked_add_signed(by).unwrap();
        wanted.turns = wanted.turns.checked_add_signed(by).unwrap();
    };
    match name {
        // The first header has one space before its time; whose it is, the other 74 tell, so that five minutes of speech are not lost.
        "teams/teams-2023-11-joined-left.md" => {
            one_more("Michael Greene", 1);
            wanted.first = Some(36_000);
        }
        // A header with nothing below it but the same header again: nobody says anything there.
        "teams/teams-2025-10-word-timestamps.md" => one_more("Michael Greene (POWERSHELL)", -1),
        // Before Meet's first mark the time is unknown; the parser wrote 0, which is a lower bound that says nothing.
        _ if name.starts_with("meet/") => {
            wanted.first = None;
            wanted.last = wanted.last.filter(|last| *last > 0);
        }
        _ => {}
    }
}

fn start(moment: Moment) -> Option<u64> {
    match moment {
        Moment::Exact(time) | Moment::Header(time) | Moment::Mark(time) => Some(time),
        Moment::WallClock(_) | Moment::Unknown => None,
    }
}

/// What differs between a sample as it was read and what is known of it.
fn difference(recording: &Recording, wanted: &Expected) -> Vec<String> {
    let mut speakers: BTreeMap<String, usize> = BTreeMap::new();
    for segment in &recording.segments {
        let name = segment.speaker.clone().unwrap_or_else(|| "None".into());
        *speakers.entry(name).or_default() += 1;
    }
    let starts = || recording.segments.iter().filter_map(|one| start(one.time));
    let mut out = Vec::new();
    if recording.format.to_string() != wanted.format {
        out.push(format!("{} is not {}", recording.format, wanted.format));
    }
    if recording.segments.len() != wanted.turns {
        out.push(format!(
            "{} turns, not {}",
            recording.segments.len(),
            wanted.turns
        ));
    }
    if speakers != wanted.speakers {
        out.push(format!("{speakers:?} are not {:?}", wanted.speakers));
    }
    // Where the parser knew no time there may be one.
    for (time, wanted) in [
        (starts().next(), wanted.first),
        (starts().next_back(), wanted.last),
    ] {
        if wanted.is_some() && time != wanted {
            out.push(format!("{time:?} is not {wanted:?}"));
        }
    }
    out
}

/// Runs only where `THROUGHLINE_SAMPLES` names the folder of the real files, which may not be given away with the program.
#[test]
fn the_samples_of_real_files_are_read_as_expected() {
    let Some(folder) = env::var_os("THROUGHLINE_SAMPLES").map(PathBuf::from) else {
        return;
    };
    let all: BTreeMap<String, Value> =
        serde_json::from_slice(&fs::read(folder.join("expected.json")).unwrap()).unwrap();
    let mut wrong = Vec::new();
    for (name, wanted) in &all {
        let mut wanted = expected(wanted);
        match read(&fs::read(folder.join(name)).unwrap()) {
            // A chat, and a page on which the transcript is missing: zero turns are an error that names a line.
            Err(refusal) if wanted.turns == 0 && refusal.line.is_some() => {}
            Err(refusal) => wrong.push(format!("{name}: {refusal:?}")),
            Ok(recording) => {
                corrected(name, &mut wanted);
                let found = difference(&recording, &wanted);
                wrong.extend(
                    found
                        .iter()
                        .map(|difference| format!("{name}: {difference}")),
                );
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}
