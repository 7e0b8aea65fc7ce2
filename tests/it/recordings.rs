//! Every recorder's export, read: the fixtures in every encoding and cut anywhere, and the samples of real files where they are at hand.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{env, fs};

use serde_json::Value;
use throughline::transcript::recording::{Moment, Recording, read};

/// What another parser found in one sample.
struct Expected {
    format: &'static str,
    turns: usize,
    speakers: BTreeMap<String, usize>,
    first: Option<u64>,
    last: Option<u64>,
}

/// The name that a sample's format has here.
fn format(detected: &str) -> &'static str {
    match detected {
        "md-bold-label" | "md-label-time-header" => "markdown",
        "meet" => "meet-text",
        "teams-arrow" | "teams-docx" | "teams-word" => "teams-text",
        "zoom-web-copy" => "zoom-web",
        "srt" => "srt",
        _ => "",
    }
}

fn start(moment: Moment) -> Option<u64> {
    match moment {
        Moment::Exact(time) | Moment::Header(time) | Moment::Mark(time) => Some(time),
        Moment::WallClock(_) | Moment::Unknown => None,
    }
}

fn speakers(recording: &Recording) -> BTreeMap<String, usize> {
    let mut speakers = BTreeMap::new();
    for segment in &recording.segments {
        let name = segment.speaker.clone().unwrap_or_else(|| "None".into());
        *speakers.entry(name).or_default() += 1;
    }
    speakers
}

#[test]
fn dump() {
    let Some(folder) = env::var_os("THROUGHLINE_SAMPLES").map(PathBuf::from) else {
        return;
    };
    let expected: BTreeMap<String, Value> =
        serde_json::from_slice(&fs::read(folder.join("expected.json")).unwrap()).unwrap();
    for (name, wanted) in expected {
        match read(&fs::read(folder.join(&name)).unwrap()) {
            Ok(r) => {
                let starts: Vec<_> = r.segments.iter().filter_map(|s| start(s.time)).collect();
                println!(
                    "{name}: {} {} {:?} {:?}",
                    r.format,
                    r.segments.len(),
                    starts.first(),
                    starts.last()
                );
                let got = speakers(&r);
                let want: BTreeMap<String, usize> =
                    serde_json::from_value(wanted["speakers"].clone()).unwrap();
                if got != want || wanted["raw_turns"] != r.segments.len() {
                    println!(
                        "   DIFF {} {}\n   got {got:?}\n   wan {want:?}",
                        wanted["detected"], wanted["raw_turns"]
                    );
                }
                println!(
                    "   {:?} {:?} {:?} {:?} {:?} acts {} w {:?}",
                    r.title,
                    r.date,
                    r.start,
                    r.duration,
                    r.attendees.len(),
                    r.recorders_actions.len(),
                    r.warnings
                );
            }
            Err(e) => println!(
                "{name}: {} {} REFUSED {e:?}",
                wanted["detected"], wanted["raw_turns"]
            ),
        }
    }
    for f in fs::read_dir(folder.join("self-written")).unwrap() {
        let f = f.unwrap().path();
        println!("{}\n   {:?}", f.display(), read(&fs::read(&f).unwrap()));
    }
}
