//! Exports as disks, mail and people leave them: cut off, mixed up, far too long, too deep. There is always speech or a refusal that says
//! what to do, and never a panic.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use proptest::prelude::*;
use throughline::transcript::recording::{self, Moment, Recording, Refusal, read};

/// Every fixture, by name.
static FIXTURES: LazyLock<Vec<(String, Vec<u8>)>> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/fixtures/recordings");
    let mut all: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| {
            let entry = entry.unwrap();
            let name = entry.file_name().into_string().unwrap();
            (name, fs::read(entry.path()).unwrap())
        })
        .collect();
    all.sort();
    all
});

/// What holds of whatever was read: something was said, no line lies outside of the file, and a refusal helps.
fn check(name: &str, bytes: &[u8]) -> Result<Recording, Refusal> {
    let result = read(bytes);
    // Documents of Word have lines of their own.
    let breaks = bytes.iter().filter(|byte| matches!(byte, b'\n' | b'\r'));
    let last = u32::try_from(breaks.count()).unwrap() + 1;
    let inside = |line: u32| line >= 1 && (line <= last || bytes.starts_with(b"PK"));
    match &result {
        Ok(recording) => {
            assert!(!recording.segments.is_empty(), "{name}: nothing was said");
            for segment in &recording.segments {
                assert!(!segment.text.trim().is_empty(), "{name}: {segment:?}");
                assert!(inside(segment.line), "{name}: {segment:?}");
                let named = segment.speaker.as_ref();
                assert!(named.is_none_or(|name| !name.trim().is_empty()), "{name}");
                if let (Moment::Exact(start), Some(end)) = (segment.time, segment.end) {
                    assert!(start <= end, "{name}: {segment:?}");
                }
            }
            let lines = recording.warnings.iter().filter_map(|warning| warning.line);
            assert!(lines.into_iter().all(inside), "{name}: {recording:?}");
        }
        Err(refusal) => {
            assert!(!refusal.message.is_empty(), "{name}");
            assert!(!refusal.hint.is_empty(), "{name}: {refusal:?}");
            assert!(refusal.line.is_none_or(inside), "{name}: {refusal:?}");
        }
    }
    result
}

#[test]
fn every_fixture_cut_anywhere_is_read_or_refused() {
    assert!(FIXTURES.len() > 20, "the fixtures were not found");
    for (name, bytes) in FIXTURES.iter() {
        let _ = check(name, bytes);
        for end in (0..bytes.len()).step_by(97) {
            let _ = check(name, &bytes[..end]);
            let _ = check(name, &bytes[end..]);
        }
    }
}

#[test]
fn json_that_is_cut_off_names_the_line() {
    let json = |name: &str| {
        Path::new(name)
            .extension()
            .is_some_and(|ending| ending == "json")
    };
    for (name, bytes) in FIXTURES.iter().filter(|(name, _)| json(name)) {
        for end in (97..bytes.len() - 2).step_by(97) {
            let refusal = check(name, &bytes[..end]).unwrap_err();
            assert!(refusal.line.is_some(), "{name} at {end}: {refusal:?}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn fixtures_with_wrong_bytes_are_read_or_refused(
        which in any::<prop::sample::Index>(),
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12),
    ) {
        let (name, bytes) = which.get(&FIXTURES);
        let mut bytes = bytes.clone();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        let _ = check(name, &bytes);
    }

    #[test]
    fn fixtures_grafted_onto_each_other_are_read_or_refused(
        one in any::<prop::sample::Index>(),
        other in any::<prop::sample::Index>(),
        cuts in any::<[prop::sample::Index; 3]>(),
    ) {
        let (name, one) = one.get(&FIXTURES);
        let (_, other) = other.get(&FIXTURES);
        let at = |cut: &prop::sample::Index, bytes: &[u8]| cut.index(bytes.len() + 1);
        let (from, to) = (at(&cuts[1], other), at(&cuts[2], other));
        let graft = &other[from.min(to)..from.max(to)];
        let (head, tail) = one.split_at(at(&cuts[0], one));
        let _ = check(name, &[head, graft, tail].concat());
    }

    #[test]
    fn lines_of_fixtures_in_any_order_are_read_or_refused(
        which in any::<prop::sample::Index>(),
        moves in prop::collection::vec(any::<[prop::sample::Index; 2]>(), 1..8),
    ) {
        let (name, bytes) = which.get(&FIXTURES);
        let mut lines: Vec<&[u8]> = bytes.split_inclusive(|byte| *byte == b'\n').collect();
        for [from, to] in moves {
            let line = lines[from.index(lines.len())];
            lines.insert(to.index(lines.len()), line);
        }
        let _ = check(name, &lines.concat());
    }
}

#[test]
fn nothing_and_next_to_nothing_is_refused() {
    for bytes in [
        &b""[..],
        b"\n\n",
        b"\xef\xbb\xbf",
        b"WEBVTT",
        b"WEBVTT\n\nNOTE hello\n",
        b"{}",
        b"[[[]]]",
    ] {
        assert!(check("next to nothing", bytes).is_err(), "{bytes:?}");
    }
}

#[test]
fn a_file_that_is_too_long_is_refused_before_it_is_read() {
    let mut text = b"WEBVTT\n\n00:01.000 --> 00:02.000\nHello ".to_vec();
    text.resize(recording::MOST_BYTES + 1, b'a');
    assert!(read(&text).unwrap_err().message.contains("64 MB"));
}

#[test]
fn json_that_is_too_deep_or_has_too_much_is_refused() {
    for text in [
        format!("[{{\"a\": {}", "[".repeat(1 << 20)),
        "{\"a\":".repeat(1 << 20),
        format!("{{\"cache\": {:?}}}", "[".repeat(1 << 16)),
        format!("{{\"a\": [{}0]}}", "[],".repeat(5_000_000)),
        format!("[{}]", vec!["{\"text\":\"\"}"; 1000].join(",")),
    ] {
        let refusal = read(text.as_bytes()).err();
        assert!(refusal.is_some_and(|refusal| refusal.line.is_some()));
    }
}

#[test]
fn halves_of_characters_in_json_are_replaced_and_told() {
    let text = "{\"segments\": [\n{\"start\": 1, \"end\": 2, \"text\": \"Hi \\ud83d\"},\n{\"start\": 2, \"end\": 3, \"text\": \"\\udc00\\u0000 Ho\"}]}";
    let recording = check("halves", text.as_bytes()).unwrap();
    assert_eq!(recording.segments.len(), 2);
    assert!(
        recording
            .warnings
            .iter()
            .any(|warning| warning.line == Some(2))
    );
}

#[test]
fn long_things_of_every_kind_are_read() {
    let mut lines = String::from("WEBVTT\n\n");
    for second in 0..50_000 {
        let _ = writeln!(
            lines,
            "00:{}.000 --> 00:{}.500\nPerson {second}: yes\n",
            second % 60,
            second % 60
        );
    }
    // Times that go back and forth, and as many speakers as cues.
    let recording = check("many speakers", lines.as_bytes()).unwrap();
    assert_eq!(recording.segments.len(), 50_000);

    for word in [
        "<v ",
        "&",
        "&#",
        "<00:",
        "{\\",
        "[",
        "(a)\n-\n",
        "[SPEAKER_TURN]",
        ": ",
        ">> ",
        "a\n\n",
    ] {
        let text = format!(
            "WEBVTT\n\n00:01.000 --> 00:02.000\nHello {}",
            word.repeat(50_000)
        );
        let _ = check(word, text.as_bytes());
    }
    let headers = format!("WEBVTT\n{}", "a: b\n".repeat(50_000));
    assert!(check("headers", headers.as_bytes()).is_err());
}
