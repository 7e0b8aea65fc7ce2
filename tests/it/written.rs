//! What an import writes is read back as it was said.

use std::fs;
use std::path::{Path, PathBuf};

use jiff::civil::date;

use throughline::model::VaultPath;
use throughline::transcript::written::{self, About, Met, UNKNOWN};
use throughline::transcript::{normal, parse, recording};

/// Import, write and read again: the same labels, times and words, for every fixture, and for the samples of real files where
/// `THROUGHLINE_SAMPLES` names their folder.
#[test]
fn every_recording_is_read_back_as_it_was_written() {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/fixtures/recordings");
    let samples = std::env::var_os("THROUGHLINE_SAMPLES").map(PathBuf::from);
    let mut files = Vec::new();
    for folder in std::iter::once(fixtures).chain(samples) {
        below(&folder, &mut files);
    }
    let mut read = 0;
    for file in files {
        let Ok(recording) = recording::read(&fs::read(&file).unwrap()) else {
            continue;
        };
        let Ok(talk) = normal::talk(&recording, None) else {
            continue;
        };
        read += 1;
        let about = About {
            date: date(2026, 6, 18),
            start: talk.start,
            met: Met::Open,
            kind: None,
            manager: None,
            title: recording.title.clone(),
            source: file.display().to_string(),
            format: recording.format.to_string(),
            sha256: String::new(),
        };
        let text = written::write(&about, &talk);
        let parsed = parse(
            &VaultPath::new("transcripts/a.md"),
            text.as_bytes(),
            "transcripts",
        );
        let said: Vec<_> = talk
            .turns
            .iter()
            .map(|said| {
                (
                    said.label.as_deref().unwrap_or(UNKNOWN),
                    said.time,
                    said.text.as_str(),
                )
            })
            .collect();
        let turns: Vec<_> = parsed
            .turns
            .iter()
            .map(|turn| (turn.label.as_str(), turn.time, turn.text.as_str()))
            .collect();
        assert_eq!(turns, said, "{}", file.display());
    }
    assert!(read > 15, "only {read} recordings were found");
}

fn below(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap().path();
        if entry.is_dir() {
            below(&entry, files);
        } else {
            files.push(entry);
        }
    }
}
